"""A lane, and the text of one cell in it, before it is set in type."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone
from coauthor.ui.lanes.differences import BODY, NONE, TITLE, Differences
from coauthor.ui.lanes.markdown import read_flow, read_line, readable
from coauthor.ui.lanes.pieces import Flow, Mark, Paragraph, Piece, Style, mark_pieces, with_marks

Text = Callable[..., str]
"""The catalogue: message id and arguments in, a sentence for the screen out."""

LaneKind = Literal["draft", "standard", "version", "before", "offer"]
"""``before`` is what the others came from: each is compared with it, not with our draft.
``offer`` is our draft with somebody's suggestions in it."""
CellKind = Literal["clause", "heading", "prose", "gone", "absent"]


@dataclass(frozen=True)
class Lane:
    """One reading of the document, with the title that stands above it."""

    document: Document
    title: str
    kind: LaneKind = "version"


@dataclass(frozen=True)
class FieldText:
    """A field of a clause: its key and its text."""

    key: str
    flow: tuple[Flow, ...]
    changed: bool = False


@dataclass(frozen=True)
class CellText:
    """What one cell says.

    Args:
        level: of the heading, for a heading.
        quiet: it says the same as our draft, so it may stand back.
        removes: its changes are words that our draft does not have.
    """

    kind: CellKind
    code: str = ""
    label: str = ""
    level: int = 0
    title: tuple[Piece, ...] = ()
    flow: tuple[Flow, ...] = ()
    fields: tuple[FieldText, ...] = ()
    quiet: bool = False
    removes: bool = False


ABSENT = CellText("absent")


def cell_text(
    block: Block,
    text: Text,
    *,
    differences: Differences = NONE,
    removes: bool = False,
    quiet: bool = False,
    title: str = "",
) -> CellText:
    """Return what a cell says about a block.

    Args:
        title: of the clause that left, for a tombstone.
        differences: the changes between our draft and the lane beside it.
        removes: the cell stands in that other lane.
    """
    marks = differences.removed if removes else differences.added
    if isinstance(block, Clause):
        cell = _clause(block, text, dict(marks), differences)
    elif isinstance(block, Heading):
        pieces = mark_pieces(read_line(readable(block.text)), marks.get(BODY, ()))
        cell = CellText("heading", level=block.level, title=pieces)
    elif isinstance(block, Prose):
        flow = read_flow(readable(block.text), text("lanes-gap"))
        cell = CellText("prose", flow=with_marks(flow, marks.get(BODY, ())))
    else:
        words = Piece(gone_text(block, title, text), style=Style.ITALIC)
        cell = CellText("gone", code=block.code, flow=(Paragraph((words,)),))
    return replace(cell, removes=removes, quiet=quiet)


def _clause(
    clause: Clause, text: Text, marks: dict[str, tuple[Mark, ...]], found: Differences
) -> CellText:
    gap = text("lanes-gap")
    title = mark_pieces(read_line(readable(clause.title)), marks.get(TITLE, ()))
    flow = with_marks(read_flow(readable(clause.body), gap), marks.get(BODY, ()))
    fields = tuple(
        FieldText(
            key,
            with_marks(read_flow(readable(words), gap), marks.get(key, ())),
            found.of_part(key),
        )
        for key, words in clause.fields.items()
    )
    kind = clause.kind
    return CellText("clause", clause.code, kind, clause.level, title, flow, fields)


def plain_flow(flow: tuple[Flow, ...]) -> str:
    """Return the words of a flow for a screen reader, one paragraph a sentence or line."""
    lines: list[str] = []
    for each in flow:
        if isinstance(each, Paragraph):
            lines.append(" ".join(filter(None, (each.item, plain(each.pieces)))))
        else:
            lines += ["; ".join(plain(cell) for cell in row) for row in each.rows]
    return "\n".join(line for line in lines if line)


def plain(pieces: tuple[Piece, ...]) -> str:
    """Return the words of pieces as one line."""
    return "".join(piece.text for piece in pieces).replace("\u2028", " ")


def gone_text(block: Tombstone, title: str, text: Text) -> str:
    """Return the sentence that stands where a clause left."""
    marker = block.marker
    name = " ".join(part for part in (block.code or block.uid, title) if part)
    if marker.kind == "omitted":
        reason = marker.get("note") or _reason_class(marker.get("reason"), text)
        if reason:
            return text("lanes-omitted-because", name=name, reason=readable(reason))
        return text("lanes-omitted", name=name)
    for key in ("moved-to", "split-into", "joined-into"):
        if target := marker.get(key):
            return text(f"lanes-{key}", name=name, target=target)
    return text("lanes-withdrawn", name=name)


def _reason_class(reason: str, text: Text) -> str:
    known = ("law", "bylaw", "landscape", "preference")
    return text(f"reason-{reason}") if reason in known else reason
