"""Which version brought a file, and for whom it was made: who said what stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pygit2
from pygit2.enums import DeltaStatus, SortMode

from coauthor.errors import UserError
from coauthor.history.repository import Repository
from coauthor.history.trust.rooms import Room, Signed
from coauthor.history.trust.trees import Trees
from coauthor.history.trust.verifying import verify
from coauthor.history.version import Version, version_of
from coauthor.review.rights import guest_acts

_FORM = ("path", "mode", "size")
"""Rules that hold whoever is listed."""


@dataclass(slots=True)
class Introduction:
    """The version that brought a file, and whether a later one changed it.

    Attributes:
        key: fingerprint of the key that signed the version, '' when none did.
        forged: whether there is a signature that is not right.
    """

    version: Version
    key: str = ""
    forged: bool = False
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
            signed: Signed | None = None
            for path, new in _touched(git, commit, folder):
                if path not in found:
                    signed = Signed(git, commit) if signed is None else signed
                    forged = signed.trouble == "bad-signature"
                    found[path] = Introduction(version_of(commit), signed.fingerprint, forged)
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


def key_of(repository: Repository, version_id: str) -> str:
    """Return the fingerprint of the key that signed a version; '' when none did, or badly."""
    with repository.guarded():
        return Signed(repository.git, repository.git[version_id].peel(pygit2.Commit)).fingerprint


def forbidden(repository: Repository, version_id: str, trusted: str) -> frozenset[str]:
    """Return the files of a version that the rules of the workspace do not allow.

    Where nobody was listed in the version that is believed, only the form of files counts:
    who lists only itself there later, does not silence the others. Of guests it counts too
    that none speaks for who is listed; the rest of what they say is looked at one by one.

    Args:
        trusted: a version of ours that is believed.

    Raises:
        UserError: ``room-broken`` when the line of versions itself is not right.
    """
    with repository.guarded():
        git = repository.git
        verdict = verify(git, version_id, trusted)
        room = Room(git, Trees(git))
        people = room.people(room.listed(str(git[trusted].peel(pygit2.Commit).tree_id)))
    if verdict.broken:
        raise UserError("room-broken", version=version_id[:10])
    guests = people is not None and bool(guest_acts(people))
    bound = people is None or (bool(people.members) and not guests)
    rules = (*_FORM, "organisation") if guests else _FORM
    return frozenset(
        path
        for path, stain in verdict.stains.items()
        if bound or any(each.breach.rule in rules for each in stain.findings)
    )
