"""What a paragraph on screen is made of, and where each piece stands in its Markdown."""

from dataclasses import dataclass, replace
from typing import Final, Literal

NO_CHANGE = -1
NOWHERE = -1


class Style:
    """How a piece looks: bits that combine, plain numbers because they are asked for often."""

    PLAIN: Final = 0
    BOLD: Final = 1
    ITALIC: Final = 2
    CODE: Final = 4
    STRUCK: Final = 8
    LINK: Final = 16
    SLOT: Final = 32
    GAP: Final = 64
    IMAGE: Final = 128
    ADDED: Final = 256
    """A word that somebody suggests, where it would come."""
    GONE: Final = 512
    """A word that would go."""
    PICKED: Final = 1024
    """It belongs to the suggested change that is looked at."""
    OFFERED: Final = ADDED | GONE


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style.

    Args:
        style: bits of `Style`.
        start: offset of its first character in the source; `NOWHERE` when made up.
        end: offset behind its last character. Where ``end - start`` is the
            length of ``text``, the piece stands in the source letter by letter.
        link: address, for a link.
        slot: name of the parameter, for a slot.
        change: index of the change it belongs to, or `NO_CHANGE`.
    """

    text: str
    start: int = NOWHERE
    end: int = NOWHERE
    style: int = Style.PLAIN
    link: str = ""
    slot: str = ""
    change: int = NO_CHANGE

    @property
    def verbatim(self) -> bool:
        """Whether every character of the text is one character of the source."""
        same = self.end - self.start == len(self.text)
        return same and self.start >= 0 and not self.slot


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, list item, heading, code block or rule.

    Args:
        depth: how many lists it stands in.
        item: the sign before it when it begins a list item.
        quote: how many quotes it stands in.
        close: it stands close to the paragraph above it.
    """

    pieces: tuple[Piece, ...]
    kind: Literal["text", "heading", "code", "rule"] = "text"
    level: int = 0
    depth: int = 0
    item: str = ""
    quote: int = 0
    close: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its first row is the header."""

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    aligned: tuple[str, ...] = ()


Flow = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the source that belongs to a change.

    Args:
        style: bits of `Style` that its pieces get.
    """

    start: int
    end: int
    change: int
    style: int = Style.PLAIN


def with_marks(flow: tuple[Flow, ...], marks: tuple[Mark, ...]) -> tuple[Flow, ...]:
    """Return the flow with its pieces cut at the marks, each knowing its change."""
    if not marks:
        return flow
    result: list[Flow] = []
    for each in flow:
        if isinstance(each, Table):
            rows = tuple(tuple(mark_pieces(cell, marks) for cell in row) for row in each.rows)
            result.append(replace(each, rows=rows))
        else:
            result.append(replace(each, pieces=mark_pieces(each.pieces, marks)))
    return tuple(result)


def mark_pieces(pieces: tuple[Piece, ...], marks: tuple[Mark, ...]) -> tuple[Piece, ...]:
    """Return the pieces cut at the marks; what is not verbatim is marked whole."""
    result: list[Piece] = []
    for piece in pieces:
        inside = [mark for mark in marks if mark.start < piece.end and piece.start < mark.end]
        if piece.start < 0 or not inside:
            result.append(piece)
        elif not piece.verbatim:
            result.append(_marked(piece, inside[0]))
        else:
            result += _cut(piece, inside)
    return tuple(result)


def _cut(piece: Piece, marks: list[Mark]) -> list[Piece]:
    cut: list[Piece] = []
    position = piece.start
    for mark in marks:
        start, end = max(mark.start, position), min(mark.end, piece.end)
        if position < start:
            cut.append(part(piece, position, start))
        cut.append(_marked(part(piece, start, end), mark))
        position = end
    if position < piece.end:
        cut.append(part(piece, position, piece.end))
    return cut


def _marked(piece: Piece, mark: Mark) -> Piece:
    return replace(piece, change=mark.change, style=piece.style | mark.style)


def part(piece: Piece, start: int, end: int) -> Piece:
    """Return the part of a verbatim piece between two places in the source."""
    text = piece.text[start - piece.start : end - piece.start]
    return replace(piece, text=text, start=start, end=end)
