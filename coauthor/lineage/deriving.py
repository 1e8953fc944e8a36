"""Deriving a document from a standard, and going back to what the standard says."""

from dataclasses import replace

from coauthor.document import edits
from coauthor.document.changes import Change
from coauthor.document.clauses import with_body, with_field, with_marker
from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.document.parameters import fill_parameter
from coauthor.document.reading import read_clause
from coauthor.lineage.comparison import EXPLAINING, NORMATIVE

_STANDARDS_OWN = ("kind", "priority", "theme", "locked", "derives")
"""Attributes that are the standard's to give."""


def derive(standard: Document) -> Document:
    """Return a local document with the standard's text, word for word.

    Markers of what the standard withdrew or left out itself stay behind: they
    tell its story, not ours.
    """
    kept: list[Block] = []
    seam = False
    for block in standard.blocks:
        if isinstance(block, Tombstone):
            seam = True
        elif seam and kept:
            kept[-1] = edits.ended(kept[-1])
            kept += edits.settle(kept[-1], block)
            seam = False
        else:
            kept.append(block)
            seam = False
    return replace(standard, blocks=tuple(kept), problems=())


def take_standard(clause: Clause, standard: Clause) -> Clause:
    """Return the standard's clause with the parameters that we filled in.

    Our code, and what we added that is none of the standard's business (fields
    and attributes of our own), stay. The words that explained our deviation go
    with the deviation.
    """
    taken = standard
    offered = {(slot.name, slot.value) for slot in standard.parameters}
    for slot in clause.parameters:
        if slot.value and (slot.name, slot.value) not in offered:
            taken = _filled(taken, slot.name, slot.value)
    for key, text in clause.fields.items():
        if text and key not in standard.fields and key not in NORMATIVE and key != "deviation":
            taken = with_field(taken, key, text)
    attributes = dict(standard.marker.attributes)
    for name, value in clause.marker.attributes:
        if name not in _STANDARDS_OWN + EXPLAINING:
            attributes.setdefault(name, value)
    marker = replace(
        standard.marker, code=clause.code or standard.code, attributes=tuple(attributes.items())
    )
    taken = with_marker(taken, marker) if marker != taken.marker else taken
    if clause.tail in ("", taken.tail):
        return taken
    return read_clause(taken.source.removesuffix(taken.tail) + clause.tail)


def _filled(clause: Clause, name: str, value: str) -> Clause:
    body = fill_parameter(clause.body, name, value)
    return with_body(clause, body) if body != clause.body else clause


def restore_omitted(document: Document, uid: str, standard: Document) -> tuple[Change, ...]:
    """Return the changes that put a clause of the standard back.

    It comes in the place of its marker, or, where it left none, behind what
    stands before it in the standard, or else before what stands behind it.

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
    return edits.insert(document, _place(document, standard, standard.positions[uid]), [clause])


def _place(document: Document, standard: Document, index: int) -> int:
    """Return where in a document the block at ``index`` of its standard belongs."""
    places: dict[str, int] = {}
    for place, block in enumerate(document.blocks):
        places.setdefault(_name(block), place)
    for block in reversed(standard.blocks[:index]):
        if (found := places.get(_name(block))) is not None:
            return found + 1
    for block in standard.blocks[index + 1 :]:
        if (found := places.get(_name(block))) is not None:
            return found
    return len(document.blocks)


def _name(block: Block) -> str:
    """Return what tells that a block is the same one in another document."""
    return block.uid if isinstance(block, Clause | Tombstone) else block.source.strip()
