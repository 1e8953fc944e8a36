"""Merging three versions of any Markdown text: by lines where that suffices, else by units."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coauthor.document.lines import split_lines
from coauthor.merge.model import Outcome
from coauthor.merge.offers import offers_for
from coauthor.merge.pieces import Piece, joined, taken
from coauthor.merge.sequences import three_way
from coauthor.merge.stretches import merge_units
from coauthor.merge.units import units

Three = tuple[Sequence[str], Sequence[str], Sequence[str]]
"""The lines of the base, of ours and of theirs."""


def merge_pieces(base: str, ours: str, theirs: str) -> Iterator[Piece]:
    """Yield the pieces of a merge; they tile the lines of each text, in order."""
    b, o, t = split_lines(base), split_lines(ours), split_lines(theirs)
    for stretch in three_way(b, o, t):
        spans = (stretch.base, stretch.ours, stretch.theirs)
        if piece := taken(spans, joined(b, spans[0]), joined(o, spans[1]), joined(t, spans[2])):
            yield piece
        else:
            parts = units(b, *spans[0]), units(o, *spans[1]), units(t, *spans[2])
            yield from _with_neighbours([*merge_units(*parts, spans)], (b, o, t))


def _with_neighbours(pieces: list[Piece], lines: Three) -> Iterator[Piece]:
    """Yield the pieces; what one side added right beside an edit of the other is shown.

    On public standards people kept such an addition as it was in six of ten places,
    against more than nine of ten elsewhere.
    """
    for index, piece in enumerate(pieces):
        near = [pieces[n] for n in (index - 1, index + 1) if 0 <= n < len(pieces)]
        if _adds(piece) and any(_edits_beside(piece, other) for other in near):
            b, o, t = (joined(each, span) for each, span in zip(lines, piece.spans, strict=True))
            offers = offers_for(b, o, t, merged=piece.text)
            yield replace(piece, outcome=Outcome.LOOK, reason="added-beside", offers=offers)
        else:
            yield piece


def _adds(piece: Piece) -> bool:
    taken_ = piece.outcome is Outcome.TAKEN and piece.side in ("ours", "theirs")
    return taken_ and not piece.spans[0].length and bool(piece.text.strip())


def _edits_beside(piece: Piece, other: Piece) -> bool:
    """Tell whether the other piece is an edit of the other side: neither added nor removed."""
    apart = other.outcome is Outcome.TAKEN and {piece.side, other.side} == {"ours", "theirs"}
    return apart and other.spans[0].length > 0 and bool(other.text.strip())
