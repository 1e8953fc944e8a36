"""What a screen reader says of a cell: one full text, nothing that only shows."""

from collections.abc import Sequence

from coauthor.document.model import Block, Clause, Heading, Prose
from coauthor.document.parameters import shown
from coauthor.ui.lanes.cells import Cells
from coauthor.ui.lanes.lane import Text, gone_text, plain, plain_flow
from coauthor.ui.lanes.markdown import read_flow, read_line, readable
from coauthor.ui.lanes.rows import Places
from coauthor.ui.lanes.signs import Sign


def spoken(cells: Cells, places: Places, lane: int, text: Text, signs: Sequence[Sign] = ()) -> str:
    """Return the text of a cell: code, kind, title, signs in words, and what it says."""
    block = cells.block(places, lane)
    if block is None:
        if lane == 0:
            return text("lanes-not-ours")
        return text("lanes-not-there", lane=cells.others[lane - 1].title)
    state = _state(cells, places, lane, text, signs)
    if inline := cells.inline(places, lane):
        state = " ".join(filter(None, (state if not lane else "", inline.spoken)))
    if isinstance(block, Heading):
        said = text("lanes-heading", level=block.level, title=_line(block.text))
        return f"{state}\n{said}" if state and not lane else said
    if isinstance(block, Prose):
        said = _flow(block.text, text)
        return f"{state}\n{said}" if state and not lane else said
    head = _clause_head(block, text) if isinstance(block, Clause) else ""
    if not isinstance(block, Clause):
        standard = cells.session.standard
        clause = standard.clause(block.uid) if standard else None
        body = gone_text(block, clause.title if clause else "", text)
    else:
        body = _flow(block.body, text)
    return "\n".join(part for part in (head, state, body, *_fields(cells, block, text)) if part)


def _clause_head(clause: Clause, text: Text) -> str:
    kind = text(f"kind-{clause.kind}") if clause.kind in ("eis", "wens", "informatie") else ""
    head = ", ".join(part for part in (clause.code, kind, _line(clause.title)) if part)
    return f"{head}." if head else ""


def _state(cells: Cells, places: Places, lane: int, text: Text, signs: Sequence[Sign]) -> str:
    if lane:
        found = cells.differences(places, lane).changes
        if found:
            words = text("lanes-changes", count=len(found))
        else:
            words = text("lanes-same") if cells.cell(places, lane).words.quiet else ""
    else:
        words = ", ".join(sign.words for sign in signs)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _fields(cells: Cells, block: Block, text: Text) -> list[str]:
    if not cells.fields or not isinstance(block, Clause):
        return []
    return [
        f"{cells.setter.field_label(key)}: {_flow(words, text)}"
        for key, words in block.fields.items()
    ]


def _flow(words: str, text: Text) -> str:
    return plain_flow(read_flow(readable(words), text("lanes-gap")))


def _line(words: str) -> str:
    return plain(read_line(readable(shown(words))))
