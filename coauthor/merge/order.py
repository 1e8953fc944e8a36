"""Merging the order of a list whose members have names: what was moved, put in and taken out."""

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Sequence
from typing import TypeVar

from coauthor.document.align import longest_increasing
from coauthor.merge.sequences import matches

Name = TypeVar("Name", bound=Hashable)


def merge_order(
    base: Sequence[Name],
    ours: Sequence[Name],
    theirs: Sequence[Name],
    rank: Callable[[Name], object],
) -> tuple[Name, ...]:
    """Return all members of both sides in one order.

    What neither side moved keeps its order; between two of these stands what each side
    moved or put there. Where both did, what both have divides the runs, and of two runs
    the one with the lower rank comes first. Members that one side took out stand where
    the other side has them.

    Args:
        base: names, each once; so are ``ours`` and ``theirs``.
        rank: what orders two runs at one place, by their first members.
    """
    mine, yours = _moved(base, ours), _moved(base, theirs)
    here, there = set(ours), set(theirs)
    fixed = [
        name
        for name in base
        if name in here and name in there and name not in mine and name not in yours
    ]
    runs = [
        _runs(ours, fixed, passed_over=yours - mine),
        _runs(theirs, fixed, passed_over=mine - yours),
    ]
    result: list[Name] = []
    placed: set[Name] = set()
    for gap in range(len(fixed) + 1):
        result += _one(runs[0].get(gap, ()), runs[1].get(gap, ()), placed, rank)
        result += fixed[gap : gap + 1]
    return tuple(result)


def _runs(
    names: Sequence[Name], fixed: Sequence[Name], passed_over: Container[Name]
) -> dict[int, list[Name]]:
    """Return what stands between the fixed members, by how many of these stand before it.

    ``passed_over`` are members that only the other side moved: it says where they stand.
    """
    known = set(fixed)
    runs: dict[int, list[Name]] = defaultdict(list)
    gap = 0
    for name in names:
        if name in known:
            gap += 1
        elif name not in passed_over:
            runs[gap].append(name)
    return runs


def _moved(base: Sequence[Name], side: Sequence[Name]) -> set[Name]:
    """Return the fewest members of the base that must have moved to stand as in ``side``."""
    places = {name: place for place, name in enumerate(side)}
    common = [name for name in base if name in places]
    kept = longest_increasing([places[name] for name in common])
    return {name for position, name in enumerate(common) if position not in kept}


def _one(
    ours: Sequence[Name],
    theirs: Sequence[Name],
    placed: set[Name],
    rank: Callable[[Name], object],
) -> list[Name]:
    """Return the runs of one gap as one; what stands in an earlier gap already is passed over."""
    mine = [name for name in ours if name not in placed]
    yours = [name for name in theirs if name not in placed]
    if yours and mine and rank(yours[0]) < rank(mine[0]):  # type: ignore[operator]
        mine, yours = yours, mine
    result: list[Name] = []
    i = j = 0
    for match in [*matches(mine, yours), None]:
        to_i, to_j = (match.before, match.after) if match else (len(mine), len(yours))
        first, second = mine[i:to_i], yours[j:to_j]
        if first and second and rank(second[0]) < rank(first[0]):  # type: ignore[operator]
            first, second = second, first
        result += [name for name in (*first, *second) if name not in placed]
        placed.update(first, second)
        if match:
            common = mine[match.before : match.before + match.length]
            result += [name for name in common if name not in placed]
            placed.update(common)
            i, j = match.before + match.length, match.after + match.length
    return list(dict.fromkeys(result))
