"""How high the rows of a sheet are that people read.

LibreOffice makes no room by itself for text that wraps, in a sheet that is protected not
even when asked to, so that all but the first line would be out of sight.
"""

from collections.abc import Iterable

_LINE, _HIGHEST = 15, 409
"""Points of one line, and of the highest row that Excel takes."""


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """Return how high a row is, in points.

    Args:
        cells: the text of each cell and the width of its column in characters.
    """
    lines = max((_lines(cell, width) for cell, width in cells), default=1)
    return min(_LINE * lines, _HIGHEST)


def _lines(cell: str, width: float) -> int:
    return sum(-int(-len(line) // width) or 1 for line in cell.split("\n")) if cell else 1
