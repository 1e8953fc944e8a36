"""What a version of two others may hold without anybody having to answer for it.

At a path that one side changed stands what that side made of it; where neither did,
what both had. Anything else is an act of whoever signed the merge: also leaving out
what the other side changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pygit2
from pygit2.enums import SortMode

from coauthor.history.filestate import FileState
from coauthor.history.trust.trees import Trees
from coauthor.history.trust.verdict import Finding, Stains


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
    """

    now: FileState | None
    good: FileState | None
    explained: tuple[FileState | None, ...]
    stained: tuple[FileState | None, ...]
    doubted: tuple[FileState | None, ...]
    stains: tuple[Finding, ...]


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
        base = self._before(path, 0) if sides[0] != sides[1] or goods[0] != goods[1] else now
        explained = _by_sides(base, *sides)
        if now not in explained and sides[0] != sides[1]:
            explained += tuple(
                each
                for number in range(1, len(self._bases))
                for each in _by_sides(self._before(path, number), *sides)
            )
        good = _by_sides(base, *goods) or (goods[0],)
        return Place(
            now,
            good[0],
            explained,
            tuple(side for stain, side in zip(found, sides, strict=True) if stain),
            tuple(side for doubt, side in zip(doubts, sides, strict=True) if doubt),
            tuple(dict.fromkeys(each for stain in found if stain for each in stain.findings)),
        )

    def _before(self, path: str, number: int) -> FileState | None:
        if number >= len(self._bases):
            return None
        return self._trees.file(self._bases[number], path)

    @cached_property
    def _bases(self) -> list[str]:
        """The trees of the nearest versions from which both came."""
        git = self._git
        found = _common(git, *(each.id for each in self._parents))
        return [str(git[each].peel(pygit2.Commit).tree_id) for each in found]


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
