"""The order of an upgraded document: ours, with the moves and additions of the standard.

What the standard moved and we did not goes to its new place; what is new comes
between the neighbours it has in the standard, also where our order differs.
"""

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coauthor.document import edits
from coauthor.document.align import longest_increasing, out_of_order
from coauthor.document.model import Block, Document, Heading


@dataclass(frozen=True, slots=True)
class Slot:
    """A block of the new document: where it was in ours, and where it is in the standard."""

    block: Block
    ours: int | None
    now: int | None


def moved_by_standard(
    to_now: Mapping[int, int], to_ours: Mapping[int, int], ours: Sequence[Block]
) -> dict[int, int]:
    """Return the blocks of ours that the standard moved and we did not.

    A block of our own between moved ones goes along when its section does.

    Args:
        to_now: which block of the standard before is which one now.
        to_ours: which block of the standard before is which one of ours.

    Returns:
        Index in ours, with the index of the block now that it goes with.
    """
    free = out_of_order(dict(to_now)) - out_of_order(dict(to_ours))
    moved = {to_ours[b]: to_now[b] for b in free if b in to_ours}
    paired = set(to_ours.values())
    travels = False
    last: int | None = None
    for index, block in enumerate(ours):
        if index in paired:
            last = moved.get(index)
            if isinstance(block, Heading):
                travels = index in moved
        elif isinstance(block, Heading):
            travels = False
        elif travels and last is not None:
            moved[index] = last
    return moved


def arrange(
    slots: Sequence[Slot], moved: Mapping[int, int], added: Mapping[int, Block], ours: Document
) -> tuple[Block, ...]:
    """Return all blocks in their order, with what must stand between new neighbours.

    Args:
        slots: what stays of ours, in our order.
        moved: which of ours goes to which place now, from `moved_by_standard`.
        added: the blocks that come in, by their index now.
    """
    staying = [slot for slot in slots if slot.ours not in moved]
    coming: dict[int, list[Slot]] = defaultdict(list)
    for slot in slots:
        if slot.ours is not None and slot.ours in moved:
            coming[moved[slot.ours]].append(slot)
    for index, block in added.items():
        coming[index].append(Slot(block, None, index))
    return tuple(_seamed(_woven(staying, coming), ours))


def _woven(staying: Sequence[Slot], coming: Mapping[int, list[Slot]]) -> Iterator[Slot]:
    """Yield what stays with what comes between, each behind or before its neighbour now."""
    anchors = _anchors(staying)
    behind: dict[int, list[Slot]] = defaultdict(list)
    before: dict[int, list[Slot]] = defaultdict(list)
    ahead = sorted(anchors)
    place, last, bucket = 0, -1, behind[-1]
    for index in sorted({*anchors, *coming}):
        while place < len(ahead) and ahead[place] < index:
            place += 1
        if index in anchors:
            last, bucket = index, behind[anchors[index]]
            continue
        following = ahead[place] if place < len(ahead) else None
        if following is not None and following - index < index - last:
            bucket = before[anchors[following]]
        elif isinstance(coming[index][0].block, Heading) and last in anchors:
            bucket = behind[_end_of_section(staying, anchors[last])]
        bucket += coming[index]
        last = index
    yield from behind[-1]
    for position, slot in enumerate(staying):
        yield from before[position]
        yield slot
        yield from behind[position]


def _anchors(staying: Sequence[Slot]) -> dict[int, int]:
    """Return by index now the positions of what stands in the standard's order.

    Headings count first: a clause under another heading has moved, not the heading.
    """
    known = [(slot.now, at) for at, slot in enumerate(staying) if slot.now is not None]
    headings = _in_order([each for each in known if isinstance(staying[each[1]].block, Heading)])
    bounds = [(-1, -1), *headings, (sys.maxsize, len(staying))]
    starts = [at for _, at in bounds]
    fitting = []
    for now, at in known:
        section = bisect_right(starts, at) - 1
        if bounds[section][0] <= now < bounds[section + 1][0]:
            fitting.append((now, at))
    return dict(_in_order(fitting))


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    kept = longest_increasing([now for now, _ in pairs])
    return [each for position, each in enumerate(pairs) if position in kept]


def _end_of_section(staying: Sequence[Slot], position: int) -> int:
    """Return the last block of our own behind a position: a new heading must not take it over."""
    while position + 1 < len(staying):
        following = staying[position + 1]
        if following.now is not None or isinstance(following.block, Heading):
            break
        position += 1
    return position


def _seamed(slots: Iterator[Slot], ours: Document) -> Iterator[Block]:
    """Yield the blocks; where neighbours are new to each other the seam is mended."""
    held: Block | None = None
    previous: Slot | None = None
    for slot in slots:
        if _were_neighbours(previous, slot, ours):
            settled: tuple[Block, ...] = (slot.block,)
        else:
            held = None if held is None else edits.ended(held)
            settled = edits.settle(held, slot.block)
        for block in settled:
            if held is not None:
                yield held
            held = block
        previous = slot
    if held is not None:
        yield held


def _were_neighbours(previous: Slot | None, slot: Slot, ours: Document) -> bool:
    if slot.ours is None or slot.block is not ours.blocks[slot.ours]:
        return False
    if previous is None:
        return slot.ours == 0
    return previous.ours == slot.ours - 1 and previous.block is ours.blocks[previous.ours]
