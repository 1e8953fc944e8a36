"""Deriving a document from a standard, and going back to what the standard says."""

from dataclasses import replace

from coauthor.document import edits
from coauthor.document.changes import Change
from coauthor.document.clauses import with_body, with_field, with_marker
from coauthor.document.markers import with_attribute
from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.document.parameters import fill_parameter
from coauthor.lineage.deviations import ATTRIBUTES


def derive(standard: Document) -> Document:
    """Return a local document with the standard's text, word for word.

    What the standard withdrew is left out: it is no part of our text.
    """
    kept = tuple(
        block
        for block in standard.blocks
        if not (isinstance(block, Tombstone) and block.marker.kind == "withdrawn")
    )
    return replace(standard, blocks=_settled(kept), problems=())


def _settled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Mend the seams where a marker was left out between two blocks."""
    result: list[Block] = []
    for block in blocks:
        result += edits.settle(result[-1] if result else None, block)
    return tuple(result)


def take_standard(clause: Clause, standard: Clause) -> Clause:
    """Return the standard's clause with the parameters that we filled in.

    The words that explained our deviation go with the deviation.
    """
    values = {each.name: each.value for each in clause.parameters if each.value}
    body = standard.body
    for name, value in values.items():
        body = fill_parameter(body, name, value)
    taken = with_body(standard, body) if body != standard.body else standard
    marker = replace(taken.marker, code=clause.code or standard.code)
    for name in ATTRIBUTES:
        marker = with_attribute(marker, name, standard.marker.get(name) or None)
    taken = with_marker(taken, marker) if marker != taken.marker else taken
    for key, text in clause.fields.items():
        if key not in standard.fields and key != "deviation":
            taken = with_field(taken, key, text)
    return replace(taken, tail=clause.tail or taken.tail)


def restore_omitted(document: Document, uid: str, standard: Document) -> tuple[Change, ...]:
    """Return the changes that put a clause of the standard back.

    It comes in the place of its marker, or, where it left none, behind the
    nearest clause that stands before it in the standard.

    Raises:
        KeyError: the standard has no such clause.
    """
    clause = standard.clause(uid)
    if clause is None:
        raise KeyError(uid)
    place = document.positions.get(uid)
    if place is not None:
        if isinstance(document.blocks[place], Clause):
            return ()
        return edits.replace_block(document, place, clause)
    for index in range(standard.positions[uid] - 1, -1, -1):
        block = standard.blocks[index]
        before = document.positions.get(getattr(block, "uid", ""))
        if before is None and block in document.blocks:
            before = document.blocks.index(block)
        if before is not None:
            return edits.insert(document, before + 1, [clause])
    return edits.insert(document, len(document.blocks), [clause])
