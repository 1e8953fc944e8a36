"""Three-way comparison of sequences: which stretches stayed, and what each side made of the rest.

The scheme is diff3 (Khanna, Kunal, Pierce, "A formal investigation of diff3", 2007):
what both sides kept of the base divides the three sequences into stable and
changed stretches.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import Indel

from coauthor.document.align import longest_increasing

DIRECT = 4_000_000
"""Product of lengths up to which two sequences are compared directly, at about 1 bit each."""

LIMIT = 400_000_000
"""Product of lengths above which a stretch without anchors counts as rewritten."""


WIDTHS = (1, 4, 16)
"""How many items behind each other are tried as an anchor; one is not enough in a long text."""


class Match(NamedTuple):
    """``length`` items from ``before`` equal those from ``after``."""

    before: int
    after: int
    length: int


class Range(NamedTuple):
    """Items ``start`` up to and not including ``end``."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many items."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of all three; ``stable`` when both sides kept it."""

    stable: bool
    base: Range
    ours: Range
    theirs: Range


def matches(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Match]:
    """Return what two sequences have in common, in order: a longest common subsequence.

    Long sequences are first divided at items, or runs of items, that each has exactly once.
    """
    head = 0
    end = min(len(before), len(after))
    while head < end and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < end - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    found = [Match(0, 0, head)] if head else []
    middle = Range(head, len(before) - tail), Range(head, len(after) - tail)
    found += _between(before, after, *middle)
    if tail:
        found.append(Match(len(before) - tail, len(after) - tail, tail))
    return _slid(before, after, _joined(found))


def distance(before: Sequence[Hashable], after: Sequence[Hashable]) -> int:
    """Return how many items must be taken out and put in to make one of the other.

    Of long sequences it may be more than the least: what `matches` finds counts.
    """
    if len(before) * len(after) <= DIRECT:
        return Indel.distance(before, after)
    kept = sum(match.length for match in matches(before, after))
    return len(before) + len(after) - 2 * kept


def _between(
    before: Sequence[Hashable], after: Sequence[Hashable], old: Range, new: Range
) -> Iterator[Match]:
    if not old.length or not new.length:
        return
    if old.length * new.length <= DIRECT:
        yield from _direct(before, after, old, new)
        return
    tried = (_anchors(before, after, old, new, width) for width in WIDTHS)
    anchors = next(filter(None, tried), None)
    if not anchors:
        if old.length * new.length <= LIMIT:
            yield from _direct(before, after, old, new)
        return
    i, j = old.start, new.start
    for here, there in anchors:
        yield from _between(before, after, Range(i, here), Range(j, there))
        yield Match(here, there, 1)
        i, j = here + 1, there + 1
    yield from _between(before, after, Range(i, old.end), Range(j, new.end))


def _direct(
    before: Sequence[Hashable], after: Sequence[Hashable], old: Range, new: Range
) -> Iterator[Match]:
    for code in Indel.opcodes(before[old.start : old.end], after[new.start : new.end]):
        if code.tag == "equal":
            length = code.src_end - code.src_start
            yield Match(old.start + code.src_start, new.start + code.dest_start, length)


def _anchors(
    before: Sequence[Hashable], after: Sequence[Hashable], old: Range, new: Range, width: int
) -> list[tuple[int, int]]:
    """Return where runs begin that each has once, in an order both agree on (patience diff)."""
    here, there = _once(before, old, width), _once(after, new, width)
    pairs = [(i, there[run]) for run, i in here.items() if run in there]
    kept = longest_increasing([j for _, j in pairs])
    return [pair for position, pair in enumerate(pairs) if position in kept]


def _once(items: Sequence[Hashable], where: Range, width: int) -> dict[Hashable, int]:
    """Return where each run of ``width`` items begins that occurs once, in order."""
    ends = [where.start + n for n in range(width)]
    runs = list(zip(*(items[start : where.end] for start in ends), strict=False))
    often = Counter(runs)
    return {run: place for place, run in enumerate(runs, where.start) if often[run] == 1}


def _joined(found: Sequence[Match]) -> list[Match]:
    joined: list[Match] = []
    for match in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.before + last.length == match.before
            and (last.after + last.length == match.after)
        ):
            joined[-1] = Match(last.before, last.after, last.length + match.length)
        else:
            joined.append(match)
    return joined


def _slid(before: Sequence[Hashable], after: Sequence[Hashable], found: list[Match]) -> list[Match]:
    """Move each gap as far down as equal items allow, so that equal edits lie at equal places.

    Where an item was added or removed among its equals, any of them could be the one;
    both sides must choose alike.
    """
    slid = list(found)
    for index in range(len(slid) - 1):
        above, below = slid[index], slid[index + 1]
        i, j = above.before + above.length, above.after + above.length
        steps = 0
        if i == below.before or j == below.after:  # only added, or only removed
            gone, come = below.before - i, below.after - j
            while steps < below.length and (
                before[i + steps] == before[i + steps + gone]
                if gone
                else after[j + steps] == after[j + steps + come]
            ):
                steps += 1
        slid[index] = Match(above.before, above.after, above.length + steps)
        slid[index + 1] = Match(below.before + steps, below.after + steps, below.length - steps)
    return [match for match in slid if match.length]


def three_way(
    base: Sequence[Hashable], ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> list[Stretch]:
    """Divide three sequences into stable and changed stretches, in order, nothing left out."""
    return divide(matches(base, ours), matches(base, theirs), len(base), len(ours), len(theirs))


def divide(
    mine: Sequence[Match], yours: Sequence[Match], base: int, ours: int, theirs: int
) -> list[Stretch]:
    """Divide three sequences of the given lengths by what each side kept of the base."""
    stretches: list[Stretch] = []
    at = Range(0, 0), Range(0, 0), Range(0, 0)
    for stable in _kept_by_both(mine, yours):
        gap = tuple(Range(a.end, s.start) for a, s in zip(at, stable, strict=True))
        if any(each.length for each in gap):
            stretches.append(Stretch(False, *gap))
        stretches.append(Stretch(True, *stable))
        at = stable
    rest = tuple(Range(a.end, end) for a, end in zip(at, (base, ours, theirs), strict=True))
    if any(each.length for each in rest):
        stretches.append(Stretch(False, *rest))
    return stretches


def _kept_by_both(
    mine: Sequence[Match], yours: Sequence[Match]
) -> Iterator[tuple[Range, Range, Range]]:
    i = j = 0
    while i < len(mine) and j < len(yours):
        a, b = mine[i], yours[j]
        start = max(a.before, b.before)
        end = min(a.before + a.length, b.before + b.length)
        if start < end:
            length = end - start
            o, t = a.after + start - a.before, b.after + start - b.before
            yield Range(start, end), Range(o, o + length), Range(t, t + length)
        if a.before + a.length <= b.before + b.length:
            i += 1
        else:
            j += 1
