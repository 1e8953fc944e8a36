"""Alignment: which block of one document stands beside which block of another.

Clauses are matched by identity, headings and prose by content and then by
likeness within the same stretch. Only documents that share no identity at all
(foreign texts) are matched by code and content.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from coauthor.document.model import Block, Clause, Document, Heading, Tombstone

LIKE = 60.0
"""Least likeness (0 to 100, rapidfuzz ratio) of prose that counts as rewritten."""

STRETCH = 40
"""Most blocks between two anchors that are compared each with each."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the lanes: the index of the block in each document, or None.

    ``moved`` says that the block stands elsewhere in another document.
    """

    places: tuple[int | None, ...]
    moved: bool = False


def align(first: Document, *others: Document) -> tuple[Row, ...]:
    """Return the rows that set documents side by side, in the order of the first.

    What only another document has stands behind the row of its neighbour there.
    Every block of every document is in exactly one row.
    """
    pairings = [pair(first, other) for other in others]
    rows: list[list[int | None]] = [
        [index, *(pairing.get(index) for pairing in pairings)] for index in range(len(first.blocks))
    ]
    moved: set[int] = set()
    for pairing in pairings:
        moved |= out_of_order(pairing)
    behind: dict[int, list[list[int | None]]] = defaultdict(list)
    _place_the_rest(rows, behind, [first, *others])
    result = [Row(tuple(row)) for row in behind[-1]]
    for index, row in enumerate(rows):
        result.append(Row(tuple(row), index in moved))
        result += [Row(tuple(each)) for each in behind[index]]
    return tuple(result)


def pair(first: Document, other: Document) -> dict[int, int]:
    """Return which block of ``first`` is which block of ``other``."""
    paired = _by_key(first, other, _uid)
    if not paired:
        paired = _by_key(first, other, _code)
    free = set(range(len(other.blocks))) - set(paired.values())
    open_ = [i for i, block in enumerate(first.blocks) if i not in paired]
    strangers = not any(_uid(first.blocks[i]) for i in paired)
    mine = [i for i in open_ if strangers or not _uid(first.blocks[i])]
    theirs = [i for i in sorted(free) if strangers or not _uid(other.blocks[i])]
    paired |= _equal_pairs(first.blocks, mine, other.blocks, theirs)
    _pair_alike(first.blocks, other.blocks, paired, mine, theirs)
    return paired


def out_of_order(pairing: dict[int, int]) -> set[int]:
    """Return the fewest indexes of the first document that had to move."""
    items = sorted(pairing.items())
    kept = longest_increasing([there for _, there in items])
    return {here for position, (here, _) in enumerate(items) if position not in kept}


def longest_increasing(values: Sequence[int]) -> set[int]:
    """Return the positions of a longest increasing subsequence.

    Patience sorting: Fredman, "On computing the length of longest increasing
    subsequences", 1975; n log n.
    """
    tops: list[int] = []
    positions: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(positions[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            positions.append(position)
        else:
            tops[pile] = value
            positions[pile] = position
    found: set[int] = set()
    position = positions[-1] if positions else -1
    while position >= 0:
        found.add(position)
        position = before[position]
    return found


def _uid(block: Block) -> str:
    return block.uid if isinstance(block, Clause | Tombstone) else ""


def _code(block: Block) -> str:
    return block.code if isinstance(block, Clause | Tombstone) else ""


def _by_key(first: Document, other: Document, key: Callable[[Block], str]) -> dict[int, int]:
    """Pair blocks with the same key; a clause goes before a tombstone of that key."""
    there: dict[str, int] = {}
    for index, block in enumerate(other.blocks):
        value = key(block)
        if value and (value not in there or _is_stone(other.blocks[there[value]], block)):
            there[value] = index
    paired: dict[int, int] = {}
    taken: dict[int, int] = {}
    for index, block in enumerate(first.blocks):
        value = key(block)
        place = there.get(value) if value else None
        if place is None:
            continue
        if place in taken:
            if not _is_stone(first.blocks[taken[place]], block):
                continue
            del paired[taken[place]]
        paired[index] = place
        taken[place] = index
    return paired


def _is_stone(block: Block, other: Block) -> bool:
    return isinstance(block, Tombstone) and isinstance(other, Clause)


def _text(block: Block) -> str:
    if isinstance(block, Heading):
        return f"# {block.text}"
    if isinstance(block, Clause):
        return f"{block.title}\n{block.body}"
    return block.source.strip()


def _equal_pairs(
    blocks: Sequence[Block], mine: Iterable[int], others: Sequence[Block], theirs: Iterable[int]
) -> dict[int, int]:
    """Pair equal texts, the first with the first."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for index in theirs:
        waiting[_text(others[index])].append(index)
    for places in waiting.values():
        places.reverse()
    paired: dict[int, int] = {}
    for index in mine:
        if found := waiting.get(_text(blocks[index])):
            paired[index] = found.pop()
    return paired


def _pair_alike(
    blocks: Sequence[Block],
    others: Sequence[Block],
    paired: dict[int, int],
    mine: Sequence[int],
    theirs: Sequence[int],
) -> None:
    """Pair what is alike between the same two anchors; adds to ``paired``."""
    used = set(paired.values())
    free = [index for index in theirs if index not in used]
    if not free:
        return
    anchors = sorted(paired.items())
    heres = [here for here, _ in anchors]
    for index in mine:
        if index in paired:
            continue
        at = bisect_left(heres, index)
        low = anchors[at - 1][1] if at else -1
        high = anchors[at][1] if at < len(anchors) else len(others)
        start = bisect_left(free, low)
        stretch = [place for place in free[start : start + STRETCH] if low < place < high]
        best = max(stretch, key=lambda place: _likeness(blocks[index], others[place]), default=None)
        if best is not None and _likeness(blocks[index], others[best]) >= LIKE:
            paired[index] = best
            free.remove(best)


def _likeness(block: Block, other: Block) -> float:
    if type(block) is not type(other):
        return 0.0
    if isinstance(block, Heading) and isinstance(other, Heading) and block.level != other.level:
        return 0.0
    return fuzz.ratio(_text(block)[:2000], _text(other)[:2000])


def _place_the_rest(
    rows: list[list[int | None]],
    behind: dict[int, list[list[int | None]]],
    documents: Sequence[Document],
) -> None:
    """Give the blocks that the first document lacks a row behind their neighbour."""
    extra_of: dict[str, list[int | None]] = {}
    for lane in range(1, len(documents)):
        row_of = {row[lane]: row[0] for row in rows if row[lane] is not None}
        last = -1  # index in the first document of the row above
        for index, block in enumerate(documents[lane].blocks):
            if index in row_of:
                last = row_of[index] or 0
                continue
            uid = _uid(block)
            extra = extra_of.get(uid) if uid else None
            if extra is None or extra[lane] is not None:
                extra = [None] * len(documents)
                behind[last].append(extra)
                if uid:
                    extra_of[uid] = extra
            extra[lane] = index
