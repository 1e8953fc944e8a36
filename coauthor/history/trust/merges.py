"""What a version of two others may hold without anybody having to answer for it.

At a path that one side changed stands what that side made of it; where neither did,
what both had. Anything else is an act of whoever signed the merge: also leaving out
what the other side changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import pygit2
from pygit2.enums import SortMode

from coauthor.history.filestate import FileState
from coauthor.history.trust.trees import Trees
from coauthor.history.trust.verdict import Finding, Stains

Ground = FileState | None

_DEEPEST, _MOST = 4, 6
"""Criss-crosses on criss-crosses that are followed, and versions in one; people make few."""


@dataclass(frozen=True, slots=True)
class Place:
    """A path in a merged version.

    Args:
        now: what stands there; None for no file.
        good: what would stand there when only what was allowed is merged.
        explained: what may stand there by what the sides did.
        stained: what stands there on a side that was not allowed to.
        doubted: what stands there on a side, and is not allowed by the people of the other.
        stains: why it was not allowed.
        sides: what stands there on each side.
    """

    now: FileState | None
    good: FileState | None
    explained: tuple[FileState | None, ...]
    stained: tuple[FileState | None, ...]
    doubted: tuple[FileState | None, ...]
    stains: tuple[Finding, ...]
    sides: tuple[FileState | None, ...] = ()


class Merge:
    """A version of two others.

    Args:
        stains: of each of the two.
        doubts: what the people of the other one would not have allowed in each.
    """

    def __init__(
        self,
        git: pygit2.Repository,
        trees: Trees,
        commit: pygit2.Commit,
        stains: Sequence[Stains],
        doubts: Sequence[Stains],
    ) -> None:
        self._git, self._trees = git, trees
        self._tree = str(commit.tree_id)
        self._parents = [git[each].peel(pygit2.Commit) for each in commit.parent_ids]
        self._stains, self._doubts = stains, doubts
        self._shared: dict[tuple[str, str], tuple[str, ...]] = {}

    def places(self) -> Iterator[tuple[str, Place]]:
        """Yield every path at which the version is not as both were, or a side is stained."""
        changed = [
            self._trees.difference(str(parent.tree_id), self._tree) for parent in self._parents
        ]
        for path in sorted({*changed[0], *changed[1], *self._stains[0], *self._stains[1]}):
            now = next((each[path][1] for each in changed if path in each), None)
            if not any(path in each for each in changed):
                now = self._trees.file(self._tree, path)
            sides = [each[path][0] if path in each else now for each in changed]
            yield path, self._place(path, now, sides)

    def _place(self, path: str, now: FileState | None, sides: list[FileState | None]) -> Place:
        found = [each.get(path) for each in self._stains]
        doubts = [each.get(path) for each in self._doubts]
        wrong = [stain or doubt for stain, doubt in zip(found, doubts, strict=True)]
        goods = [each.good if each else side for each, side in zip(wrong, sides, strict=True)]
        differ = sides[0] != sides[1] or goods[0] != goods[1]
        grounds = self._grounds(path, self._bases) if differ else (now,)
        explained = tuple(each for ground in grounds for each in _by_sides(ground, *sides))
        good = (_by_sides(grounds[0], *goods) if grounds else ()) or (goods[0],)
        return Place(
            now,
            good[0],
            explained,
            tuple(side for stain, side in zip(found, sides, strict=True) if stain),
            tuple(side for doubt, side in zip(doubts, sides, strict=True) if doubt),
            tuple(dict.fromkeys(each for stain in found if stain for each in stain.findings)),
            tuple(sides),
        )

    def _grounds(self, path: str, bases: tuple[str, ...], deep: int = 0) -> tuple[Ground, ...]:
        """Return what stood at a path in the version from which both came.

        Several after a criss-cross count as one that holds what each of them changed last,
        as git has it: else who merges could choose the older of two texts, and so undo what
        somebody else decided. Where it is too tangled to tell, nothing comes out.
        """
        files = [self._trees.file(self._tree_of(each), path) for each in bases]
        if len(set(files)) < 2:
            return tuple(dict.fromkeys(files))
        if deep >= _DEEPEST or len(bases) > _MOST:
            return ()
        older: set[int] = set()
        for (a, first), (b, second) in combinations(enumerate(bases), 2):
            if files[a] == files[b]:
                continue
            before = self._grounds(path, self._common(first, second), deep + 1)
            if not before:
                return ()
            older.update(number for number in (a, b) if files[number] in before)
        left = [file for number, file in enumerate(files) if number not in older]
        return tuple(dict.fromkeys(left or files))

    def _common(self, first: str, second: str) -> tuple[str, ...]:
        key = (first, second) if first < second else (second, first)
        if key not in self._shared:
            found = _common(self._git, *(pygit2.Oid(hex=each) for each in key))
            self._shared[key] = tuple(map(str, found))
        return self._shared[key]

    def _tree_of(self, version: str) -> str:
        return str(self._git[version].peel(pygit2.Commit).tree_id)

    @cached_property
    def _bases(self) -> tuple[str, ...]:
        """The nearest versions from which both came."""
        return self._common(*(str(each.id) for each in self._parents))


def _by_sides(
    base: FileState | None, ours: FileState | None, theirs: FileState | None
) -> tuple[FileState | None, ...]:
    """Return what may stand at a path; nothing when both sides changed it their own way."""
    if theirs in {ours, base}:
        return (ours,)
    return (theirs,) if ours == base else ()


def _common(git: pygit2.Repository, first: pygit2.Oid, second: pygit2.Oid) -> list[pygit2.Oid]:
    """Return the nearest versions from which both came; several after a criss-cross."""
    own: set[pygit2.Oid] = set()
    parents: set[pygit2.Oid] = set()
    for tip, other in ((first, second), (second, first)):
        walker = git.walk(tip, SortMode.TOPOLOGICAL)
        walker.hide(other)
        for commit in walker:
            own.add(commit.id)
            parents.update(pygit2.Oid(hex=str(each)) for each in commit.parent_ids)
    shared = {*parents, first, second} - own
    return sorted(
        (
            each
            for each in shared
            if not any(other != each and git.descendant_of(other, each) for other in shared)
        ),
        key=str,
    )
