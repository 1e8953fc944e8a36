"""Merging the order of a list whose members have names: what was moved, put in and taken out."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from coauthor.document.align import longest_increasing
from coauthor.merge.sequences import matches

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Order(Generic[Name]):
    """The merged order, and which members each side moved."""

    names: tuple[Name, ...]
    ours_moved: frozenset[Name]
    theirs_moved: frozenset[Name]


def merge_order(
    base: Sequence[Name],
    ours: Sequence[Name],
    theirs: Sequence[Name],
    rank: Callable[[Name], object],
) -> Order[Name]:
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
    standing = set(base)
    runs: dict[int, list[list[Name]]] = defaultdict(lambda: [[], []])
    placed: set[Name] = set()
    for side, (names, moved, other, others_moved) in enumerate(
        ((ours, mine, there, yours), (theirs, yours, here, mine))
    ):
        gaps = _gaps(names, fixed)
        for name, gap in zip(names, gaps, strict=True):
            left_to_other = name in standing and name in other and name not in moved
            if gap >= 0 and not (left_to_other and name in others_moved):
                runs[gap][side].append(name)
    result: list[Name] = []
    for gap in range(len(fixed) + 1):
        if gap in runs:
            result += _one(runs[gap][0], runs[gap][1], placed, rank)
        if gap < len(fixed):
            result.append(fixed[gap])
    return Order(tuple(result), frozenset(mine), frozenset(yours))


def _moved(base: Sequence[Name], side: Sequence[Name]) -> set[Name]:
    """Return the fewest members of the base that must have moved to stand as in ``side``."""
    places = {name: place for place, name in enumerate(side)}
    common = [name for name in base if name in places]
    kept = longest_increasing([places[name] for name in common])
    return {name for position, name in enumerate(common) if position not in kept}


def _gaps(names: Sequence[Name], fixed: Sequence[Name]) -> list[int]:
    """Return for each member behind how many fixed ones it stands; -1 for the fixed."""
    known = set(fixed)
    gaps: list[int] = []
    passed = 0
    for name in names:
        if name in known:
            passed += 1
            gaps.append(-1)
        else:
            gaps.append(passed)
    return gaps


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
