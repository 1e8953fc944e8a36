"""The rows of the lanes, and the fewest steps from one list of rows to the next."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coauthor.document.align import align, longest_increasing
from coauthor.document.changes import Change, MoveBlocks, ReplaceBlocks
from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone

Places = tuple[int | None, ...]
"""Index of the block of a row in each lane, or None."""


@dataclass(frozen=True, slots=True)
class Remove:
    """Rows that go: ``count`` of them from ``at``."""

    at: int
    count: int


@dataclass(frozen=True, slots=True)
class Insert:
    """Rows that come, to stand at ``at``."""

    at: int
    rows: tuple[Places, ...]


Step = Remove | Insert


def lay_out(documents: Sequence[Document]) -> list[Places]:
    """Return the rows that set the documents side by side.

    Separators without words, and what another document withdrew and ours never
    had, get no row.
    """
    return [row.places for row in align(*documents) if _shows(row.places, documents)]


def lay_out_again(documents: Sequence[Document], rows: Sequence[Places]) -> list[Places]:
    """Return the rows after blocks came, went or moved in the first document.

    Who stands beside whom stays as it was; only what has no partner is matched
    anew, by identity, else by equal text.

    Args:
        rows: the old rows in the numbers of the new document (see `carried`).
    """
    first, *others = documents
    ours = {row[0]: row for row in rows if row[0] is not None}
    lonely = [row for row in rows if row[0] is None and any(each is not None for each in row)]
    fresh = [index for index in range(len(first.blocks)) if index not in ours]
    for index in fresh:
        row: list[int | None] = [index]
        for lane, other in enumerate(others, 1):
            row.append(_partner(first.blocks[index], other.blocks, lane, lonely))
        ours[index] = tuple(row)
    hidden = {index for index in fresh if not _shows(ours[index], documents)}
    left: dict[int, list[Places]] = {}
    for row_left, host in _hosts(lonely, list(ours.values()), others):
        if _shows(row_left, documents):
            left.setdefault(host, []).append(row_left)
    result = left.get(-1, [])
    for index in range(len(first.blocks)):
        if index not in hidden:
            result.append(ours[index])
        if index in left:
            result += left[index]
    return result


def _partner(block: Block, theirs: Sequence[Block], lane: int, lonely: list[Places]) -> int | None:
    """Return the block of a lane that has no partner and is the same; it has one now."""
    wanted = _identity(block)
    for position, row in enumerate(lonely):
        place = row[lane]
        if place is not None and _identity(theirs[place]) == wanted:
            lonely[position] = (*row[:lane], None, *row[lane + 1 :])
            return place
    return None


def _hosts(
    lonely: Sequence[Places], ours: Sequence[Places], others: Sequence[Document]
) -> Iterator[tuple[Places, int]]:
    """Yield the rows that we lack, each with the block of ours behind which it stands."""
    waiting = sorted((row for row in lonely if any(place is not None for place in row)), key=_first)
    for lane, other in enumerate(others, 1):
        mine = [row for row in waiting if _first(row)[0] == lane]
        if not mine:
            continue
        beside = {row[lane]: row[0] for row in ours}
        hosts: list[int] = []
        for place in range(len(other.blocks)):
            host = beside.get(place)
            hosts.append(host if host is not None else hosts[-1] if hosts else -1)
        yield from ((row, hosts[_first(row)[1]]) for row in mine)


def _first(row: Places) -> tuple[int, int]:
    """Return the first lane that a row has a block in, and which."""
    return next((lane, place) for lane, place in enumerate(row) if place is not None)


def _shows(places: Places, documents: Sequence[Document]) -> bool:
    for lane, index in enumerate(places):
        if index is None:
            continue
        block = documents[lane].blocks[index]
        if isinstance(block, Tombstone):
            if lane == 0:
                return True
        elif not (isinstance(block, Prose) and _is_separator(documents[lane], index)):
            return True
    return False


def _is_separator(document: Document, index: int) -> bool:
    """Tell whether a wordless prose only keeps a heading out of the clause above it."""
    blocks = document.blocks
    if blocks[index].source.strip() == "":
        return True
    block = blocks[index]
    wordless = isinstance(block, Prose) and not block.text.strip()
    return wordless and index + 1 < len(blocks) and isinstance(blocks[index + 1], Heading)


def carried(rows: Sequence[Places], count: int, changes: Sequence[Change]) -> list[Places]:
    """Return the rows with the places in lane 0 as they are after the changes.

    Args:
        count: how many blocks there were before.
    """
    order: list[int | None] = list(range(count))
    for change in changes:
        if isinstance(change, MoveBlocks):
            moved = order[change.start : change.start + change.count]
            del order[change.start : change.start + change.count]
            order[change.to : change.to] = moved
        elif isinstance(change, ReplaceBlocks):
            end = change.index + len(change.before)
            order[change.index : end] = _kept(change, order[change.index : end])
    now: dict[int, int] = {old: new for new, old in enumerate(order) if old is not None}
    return [(None if row[0] is None else now.get(row[0]), *row[1:]) if row else row for row in rows]


def _kept(change: ReplaceBlocks, old: list[int | None]) -> list[int | None]:
    """Return for each new block the old place of the block it continues, or None."""
    waiting: dict[object, list[int]] = {}
    for position in range(len(change.before) - 1, -1, -1):
        waiting.setdefault(_identity(change.before[position]), []).append(position)
    kept: list[int | None] = []
    same = len(change.before) == len(change.after)
    for position, block in enumerate(change.after):
        found = waiting.get(_identity(block))
        if found:
            kept.append(old[found.pop()])
        elif same and type(block) is type(change.before[position]) and not _uid(block):
            kept.append(old[position])
        else:
            kept.append(None)
    return _once(kept)


def _once(kept: list[int | None]) -> list[int | None]:
    seen: set[int] = set()
    result: list[int | None] = []
    for each in kept:
        result.append(None if each in seen else each)
        if each is not None:
            seen.add(each)
    return result


def _identity(block: Block) -> object:
    return _uid(block) or (type(block), block.source.strip())


def _uid(block: Block) -> str:
    return block.uid if isinstance(block, Clause | Tombstone) else ""


def steps(old: Sequence[Places], new: Sequence[Places]) -> list[Step]:
    """Return the steps from ``old`` to ``new``: removals from the end, then insertions.

    ``old`` has its places in the numbers of the new document (see `carried`).
    What moved is removed and inserted, and as few rows as possible count as moved.
    """
    head = 0
    shortest = min(len(old), len(new))
    while head < shortest and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle = {row: head + i for i, row in enumerate(new[head : len(new) - tail])}
    places = [middle.get(row, -1) for row in old[head : len(old) - tail]]
    common = [(position, place) for position, place in enumerate(places) if place >= 0]
    staying = longest_increasing([place for _, place in common])
    stays = {common[i][0] for i in staying}
    kept = sorted(common[i][1] for i in staying)
    gone = [head + i for i in range(len(places)) if i not in stays]
    come = [place for place in sorted(middle.values()) if not _holds(kept, place)]
    removed: list[Step] = [Remove(at, count) for at, count in reversed(_ranges(gone))]
    return removed + [Insert(at, tuple(new[at : at + count])) for at, count in _ranges(come)]


def _holds(values: Sequence[int], value: int) -> bool:
    at = bisect_left(values, value)
    return at < len(values) and values[at] == value


def _ranges(indexes: Sequence[int]) -> list[tuple[int, int]]:
    """Return the stretches of consecutive numbers as (first, count)."""
    found: list[tuple[int, int]] = []
    for index in indexes:
        if found and found[-1][0] + found[-1][1] == index:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((index, 1))
    return found
