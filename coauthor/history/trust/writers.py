"""Whose key signed the versions that wrote a file: what a record says of itself is no proof."""

from collections.abc import Mapping
from functools import lru_cache

import pygit2

from coauthor.history.repository import Repository
from coauthor.history.trust.signatures import BadSignatureError, signer_of, split_commit
from coauthor.review.rights import fingerprint_of

Writers = Mapping[str, tuple[tuple[str, str], ...]]
"""By path: id of the content and fingerprint of each version that wrote it, newest first."""


def writers(repository: Repository, folder: str) -> Writers:
    """Return who wrote each file of a folder, as the versions tell.

    A version without a valid signature has the fingerprint ''. A version that only
    brought texts together wrote nothing.

    Raises:
        OutsideFailure: the history cannot be read.
    """
    git = repository.git
    if git.head_is_unborn:
        return {}
    with repository.guarded():
        return _writers(git.path, str(git.head.target), folder)


@lru_cache(maxsize=16)
def _writers(path: str, tip: str, folder: str) -> Writers:
    git = pygit2.Repository(path)
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for commit in git.walk(pygit2.Oid(hex=tip), pygit2.enums.SortMode.TOPOLOGICAL):
        here = _entries(commit, folder)
        before = [_entries(parent, folder) for parent in commit.parents]
        if any(here == each for each in before) or not (here or before):
            continue
        changed = [
            name
            for name in {*here, *(name for each in before for name in each)}
            if all(each.get(name) != here.get(name) for each in before)
        ]
        signer = _signer(git, commit) if changed else ""
        for name in changed:
            place = f"{folder}/{name}"
            found[place] = (*found.get(place, ()), (here.get(name, ""), signer))
    return found


def _entries(commit: pygit2.Commit, folder: str) -> dict[str, str]:
    try:
        tree = commit.tree[folder]
    except KeyError:
        return {}
    return {str(each.name): str(each.id) for each in tree} if isinstance(tree, pygit2.Tree) else {}


def _signer(git: pygit2.Repository, commit: pygit2.Commit) -> str:
    try:
        content, signature = split_commit(git[commit.id].read_raw())
        return fingerprint_of(signer_of(content, signature))
    except BadSignatureError:
        return ""


def content_id(data: bytes) -> str:
    """Return what identifies a content in a version."""
    return str(pygit2.hash(data))
