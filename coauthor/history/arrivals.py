"""Since when a small file that never changes is in the workspace, for everybody to read."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import pygit2
from pygit2.enums import DeltaStatus, SortMode

from coauthor.history.repository import Repository
from coauthor.history.version import moment_of


def arrivals(repository: Repository, folders: Sequence[str]) -> dict[str, datetime]:
    """Return when each file below some folders first was in a version, by path.

    The moment is that of the version, by the clock of who made it. A file that is
    in no version yet is not there.
    """
    git, found = repository.git, dict[str, datetime]()
    if git.head_is_unborn:
        return found
    with repository.guarded():
        order = SortMode.TOPOLOGICAL | SortMode.TIME | SortMode.REVERSE
        for commit in git.walk(git.head.target, order):
            for folder in folders:
                for path in _came(commit, folder):
                    found.setdefault(path, moment_of(commit.author))
    return found


def _came(commit: pygit2.Commit, folder: str) -> Iterator[str]:
    """Yield the files of a folder that a version has and the one before it has not."""
    here = _tree(commit, folder)
    if here is None:
        return
    before = [_tree(parent, folder) for parent in commit.parents]
    if any(each is not None and each.id == here.id for each in before):
        return
    first = next((each for each in before if each is not None), None)
    # Beside nothing everything came; libgit2 gives that difference the other way round.
    difference = here.diff_to_tree(swap=True) if first is None else first.diff_to_tree(here)
    for delta in difference.deltas:
        if delta.status == DeltaStatus.ADDED:
            yield f"{folder}/{delta.new_file.path}"


def _tree(commit: pygit2.Commit, folder: str) -> pygit2.Tree | None:
    try:
        found = commit.tree[folder]
    except KeyError:
        return None
    return found if isinstance(found, pygit2.Tree) else None
