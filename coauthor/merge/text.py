"""Merging three versions of any Markdown text: by lines where that suffices, else by units."""

from collections.abc import Iterator

from coauthor.document.lines import split_lines
from coauthor.merge.pieces import Piece, joined, taken
from coauthor.merge.sequences import three_way
from coauthor.merge.stretches import merge_units
from coauthor.merge.units import units


def merge_pieces(base: str, ours: str, theirs: str) -> Iterator[Piece]:
    """Yield the pieces of a merge; they tile the lines of each text, in order."""
    b, o, t = split_lines(base), split_lines(ours), split_lines(theirs)
    for stretch in three_way(b, o, t):
        spans = (stretch.base, stretch.ours, stretch.theirs)
        if piece := taken(spans, joined(b, spans[0]), joined(o, spans[1]), joined(t, spans[2])):
            yield piece
        else:
            yield from merge_units(
                units(b, *stretch.base), units(o, *stretch.ours), units(t, *stretch.theirs), spans
            )
