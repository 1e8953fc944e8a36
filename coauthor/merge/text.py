"""Merging three versions of any Markdown text: by lines where that suffices, else by units."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coauthor.document.lines import split_lines
from coauthor.merge.model import Outcome
from coauthor.merge.moves import Carrying, carry_edits
from coauthor.merge.offers import offers_for
from coauthor.merge.pieces import Piece, joined, untouched
from coauthor.merge.sequences import three_way
from coauthor.merge.stretches import merge_units
from coauthor.merge.units import units

Three = tuple[Sequence[str], Sequence[str], Sequence[str]]
"""The lines of the base, of ours and of theirs."""


def merge_pieces(base: str, ours: str, theirs: str) -> Iterator[Piece]:
    """Yield the pieces of a merge, in the order of the merged text.

    They tile the lines of each text, but for edits that went along with a move.
    """
    b, o, t = split_lines(base), split_lines(ours), split_lines(theirs)
    pieces = list(_merge_lines(b, o, t))
    asked = (Outcome.DECIDE, Outcome.LOOK)
    if any(piece.outcome in asked for piece in pieces) and (moved := carry_edits(b, o, t)):
        carried = _merge_lines(b, moved.ours.text, moved.theirs.text)
        yield from (_placed(piece, moved, (b, o, t)) for piece in carried)
    else:
        yield from pieces


def _merge_lines(b: list[str], o: list[str], t: list[str]) -> Iterator[Piece]:
    for stretch in three_way(b, o, t):
        spans = (stretch.base, stretch.ours, stretch.theirs)
        if piece := untouched(spans, joined(b, spans[0]), joined(o, spans[1]), joined(t, spans[2])):
            yield piece
        else:
            parts = units(b, *spans[0]), units(o, *spans[1]), units(t, *spans[2])
            yield from _with_neighbours([*merge_units(*parts, spans)], (b, o, t))


def _placed(piece: Piece, moved: Carrying, lines: Three) -> Piece:
    """Return a piece with the lines of the texts as they are, and what went along shown."""
    base, mine, yours = piece.spans
    spans = (base, moved.ours.original(mine), moved.theirs.original(yours))
    went = moved.within(mine, yours)
    if not went or piece.outcome in (Outcome.LOOK, Outcome.DECIDE):
        return replace(piece, spans=spans)
    if len(went) == 1:
        mover, _, origin = went[0]
        spans = (base, spans[1], origin) if mover == "ours" else (base, origin, spans[2])
    b, o, t = (joined(each, span) for each, span in zip(lines, spans, strict=True))
    offers = offers_for(b, o, t, merged=piece.text)
    return replace(
        piece, spans=spans, outcome=Outcome.LOOK, reason="moved-edited", side="both", offers=offers
    )


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
