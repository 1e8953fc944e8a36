"""Which unit of one text became which unit of another."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coauthor.merge.sequences import Range, distance, matches
from coauthor.merge.units import Unit

ALIKE = 0.45
"""Share of common words from which two units are one, edited."""

REWRITTEN = 0.3
"""Share of common words from which a unit that both sides rewrote alike is their base."""

GRID = 250_000
"""Most pairs of units that are compared each with each between two anchors."""

Pairs = Mapping[int, int]
"""Index in the base to index in a side."""


class Common(NamedTuple):
    """A unit that both sides have; ``base`` is empty where both added it."""

    base: Range
    ours: int
    theirs: int


def pair_units(before: Sequence[Unit], after: Sequence[Unit]) -> dict[int, int]:
    """Return the pairs of units, in the order of both: equal ones, and between them alike ones."""
    paired: dict[int, int] = {}
    i = j = 0
    anchors = matches([unit.words for unit in before], [unit.words for unit in after])
    for match in (*anchors, None):
        end_i, end_j = (match.before, match.after) if match else (len(before), len(after))
        paired |= _alike(before, after, range(i, end_i), range(j, end_j))
        if match:
            paired |= {match.before + n: match.after + n for n in range(match.length)}
            i, j = match.before + match.length, match.after + match.length
    return paired


def pair_sides(ours: Sequence[Unit], theirs: Sequence[Unit]) -> dict[int, int]:
    """Return the pairs of what both sides added; the same pairs when the sides are swapped."""
    if [unit.words for unit in ours] <= [unit.words for unit in theirs]:
        return pair_units(ours, theirs)
    return {ours_at: theirs_at for theirs_at, ours_at in pair_units(theirs, ours).items()}


def likeness(one: Unit, other: Unit) -> float:
    """Return the share of common words of two units, 0 to 1; 0 for units of another kind."""
    for kind in ("code", "heading"):
        if (one.kind == kind) != (other.kind == kind):
            return 0.0
    if one.words == other.words or (one.key and one.key == other.key):
        return 1.0
    if one.key != other.key:
        return 0.0
    return 1 - distance(one.words, other.words) / (len(one.words) + len(other.words))


def common_units(
    base: Sequence[Unit], ours: Sequence[Unit], theirs: Sequence[Unit], mine: Pairs, yours: Pairs
) -> Iterator[Common]:
    """Yield the units that both sides have, in order: kept from the base, or added by both."""
    back = [sorted((there, here) for here, there in pair.items()) for pair in (mine, yours)]
    at = Common(Range(0, 0), 0, 0)
    ends = [Common(Range(n, n + 1), o, yours[n]) for n, o in sorted(mine.items()) if n in yours]
    for kept in [*ends, Common(Range(len(base), len(base)), len(ours), len(theirs))]:
        between = (
            Range(at.base.start, kept.base.start),
            Range(at.ours, kept.ours),
            Range(at.theirs, kept.theirs),
        )
        yield from _added_by_both((base, ours, theirs), (mine, yours), back, between)
        if kept.base.length:
            yield kept
            at = Common(Range(kept.base.end, kept.base.end), kept.ours + 1, kept.theirs + 1)


def _added_by_both(
    texts: tuple[Sequence[Unit], ...],
    pairs: tuple[Pairs, Pairs],
    pairs_back: Sequence[Sequence[tuple[int, int]]],
    between: tuple[Range, ...],
) -> Iterator[Common]:
    """Yield the units that both added between two kept ones, alike or the same.

    Where both removed a unit of the base that resembles them, that is their base.
    """
    base, ours, theirs = texts
    lows, sides = between[0].start, between[1:]
    if not all(side.length for side in sides):
        return
    back = [
        known[bisect_left(known, (side.start, 0)) : bisect_left(known, (side.end, 0))]
        for known, side in zip(pairs_back, sides, strict=True)
    ]
    new = [
        sorted({*range(side.start, side.end)} - {there for there, _ in known})
        for side, known in zip(sides, back, strict=True)
    ]
    alike = pair_sides([ours[n] for n in new[0]], [theirs[n] for n in new[1]]) if all(new) else {}
    for first, second in sorted(alike.items()):
        added = new[0][first], new[1][second]
        low, high = _room(back, added, Range(lows, between[0].end))
        if low > high:
            continue  # the sides kept units of the base around it in another order
        gone = [n for n in range(low, high) if n not in pairs[0] and n not in pairs[1]]
        likest = max(gone, key=lambda n: _to_both(base[n], ours, theirs, added), default=-1)
        found = Range(low, low)
        if likest >= 0 and _to_both(base[likest], ours, theirs, added) >= REWRITTEN:
            found = Range(likest, likest + 1)
        yield Common(found, *added)
        lows = found.end


def _room(
    back: Sequence[Sequence[tuple[int, int]]], added: tuple[int, int], within: Range
) -> tuple[int, int]:
    """Return between which units of the base something that both added can stand."""
    low, high = within
    for known, place in zip(back, added, strict=True):
        behind = bisect_left(known, (place, 0))
        if behind > 0:
            low = max(low, known[behind - 1][1] + 1)
        if behind < len(known):
            high = min(high, known[behind][1])
    return low, high


def _to_both(
    unit: Unit, ours: Sequence[Unit], theirs: Sequence[Unit], added: tuple[int, int]
) -> float:
    return (likeness(unit, ours[added[0]]) + likeness(unit, theirs[added[1]])) / 2


def _alike(before: Sequence[Unit], after: Sequence[Unit], old: range, new: range) -> dict[int, int]:
    """Pair units so that the likeness of all pairs is greatest (Needleman and Wunsch, 1970)."""
    if not old or not new or len(old) * len(new) > GRID:
        return {}
    score = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    like: dict[tuple[int, int], float] = {}
    for a in range(len(old) - 1, -1, -1):
        for b in range(len(new) - 1, -1, -1):
            share = likeness(before[old[a]], after[new[b]])
            best = max(score[a + 1][b], score[a][b + 1])
            if share >= ALIKE:
                like[a, b] = share
                best = max(best, share + score[a + 1][b + 1])
            score[a][b] = best
    return _best_path(score, like, old, new)


def _best_path(
    score: Sequence[Sequence[float]], like: Mapping[tuple[int, int], float], old: range, new: range
) -> dict[int, int]:
    paired: dict[int, int] = {}
    a = b = 0
    while a < len(old) and b < len(new):
        share = like.get((a, b))
        if share is not None and score[a][b] == share + score[a + 1][b + 1]:
            paired[old[a]] = new[b]
            a, b = a + 1, b + 1
        elif score[a][b] == score[a + 1][b]:
            a += 1
        else:
            b += 1
    return paired
