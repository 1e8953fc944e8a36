"""Which version brought a file, and for whom it was made: who said what stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pygit2
from pygit2.enums import DeltaStatus, SortMode

from coauthor.history.repository import Repository
from coauthor.history.version import Version, version_of


@dataclass(slots=True)
class Introduction:
    """The version that brought a file, and whether a later one changed it."""

    version: Version
    changed: bool = False


def introductions(repository: Repository, version_id: str, folder: str) -> dict[str, Introduction]:
    """Return for every file below a folder which version brought it.

    Args:
        version_id: the version up to which is looked.
        folder: a top folder of the workspace.
    """
    git = repository.git
    found: dict[str, Introduction] = {}
    with repository.guarded():
        order = SortMode.TOPOLOGICAL | SortMode.REVERSE
        for commit in git.walk(pygit2.Oid(hex=version_id), order):
            for path, new in _touched(git, commit, folder):
                if path not in found:
                    found[path] = Introduction(version_of(commit))
                elif not new or found[path].version.id != str(commit.id):
                    found[path].changed = True
    return found


def _touched(
    git: pygit2.Repository, commit: pygit2.Commit, folder: str
) -> Iterator[tuple[str, bool]]:
    """Yield the files that a version brings or changes, against all that led to it."""
    tree = _below(commit, folder)
    parents = [_below(parent, folder) for parent in commit.parents]
    if any((tree and tree.id) == (parent and parent.id) for parent in parents):
        return
    differing = [dict(_differences(git, tree, parent)) for parent in parents or [None]]
    for path, status in differing[0].items():
        if all(path in each for each in differing):
            yield f"{folder}/{path}", status == DeltaStatus.ADDED


def _below(commit: pygit2.Commit, folder: str) -> pygit2.Tree | None:
    try:
        found = commit.tree[folder]
    except KeyError:
        return None
    return found if isinstance(found, pygit2.Tree) else None


def _differences(
    git: pygit2.Repository, tree: pygit2.Tree | None, parent: pygit2.Tree | None
) -> Iterator[tuple[str, DeltaStatus]]:
    empty = git[git.TreeBuilder().write()].peel(pygit2.Tree)
    for delta in (parent or empty).diff_to_tree(tree or empty).deltas:
        yield delta.new_file.path or delta.old_file.path, DeltaStatus(delta.status)
