"""Where to go next: deviations, empty parameters, changes of words."""

from collections.abc import Callable, Iterator, Sequence

from coauthor.document.model import Clause
from coauthor.document.parameters import find_parameters
from coauthor.lineage.status import DEVIATIONS
from coauthor.ui.lanes.cells import Cells
from coauthor.ui.lanes.markdown import readable
from coauthor.ui.lanes.rows import Places


def ring(count: int, start: int, step: int) -> Iterator[int]:
    """Yield all rows but ``start``, from there on in one direction, then from the other end."""
    for distance in range(1, count + 1):
        yield (start + step * distance) % count


def next_row(
    rows: Sequence[Places], start: int, step: int, wanted: Callable[[Places], bool]
) -> int:
    """Return the next row that is wanted, round the end if need be, or -1."""
    if not rows:
        return -1
    first = start if start >= 0 else (-1 if step > 0 else 0)
    return next((row for row in ring(len(rows), first, step) if wanted(rows[row])), -1)


def deviates(cells: Cells, places: Places) -> bool:
    """Tell whether a row is not the standard's text; what we lack of it counts."""
    if not cells.session.status.has_standard:
        return bool(cells.differences(places, 0).changes) or None in places
    status = cells.status(places)
    if status is not None:
        return status.lineage in DEVIATIONS
    if places[0] is None:
        return any(
            isinstance(cells.block(places, lane), Clause)
            for lane in range(1, len(places))
            if cells.others[lane - 1].kind == "standard"
        )
    return False


def gaps(cells: Cells, places: Places) -> list[tuple[int, str]]:
    """Return the empty parameters of our clause: place in its readable text, and name."""
    block = cells.block(places, 0)
    if not isinstance(block, Clause) or "{{" not in block.body:
        return []
    found = find_parameters(readable(block.body))
    return [(each.start, each.name) for each in found if not each.value]
