"""States of a workspace: the files of a version by what identifies them.

What a merge reads and writes. Nothing here touches the folder or moves a line of
versions; `switching` does.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import pygit2
from pygit2.enums import FileMode, SortMode

from coauthor.errors import OutsideFailure
from coauthor.history.filestate import FileState, State
from coauthor.history.repository import Repository
from coauthor.history.trailers import ORGANISATION, with_trailers
from coauthor.history.trust.signing import create_commit, speaks_for
from coauthor.history.trust.trees import TooMuchError, Trees
from coauthor.history.version import Author, Version, version_of

__all__ = ["FileMode", "FileState", "State"]


def state_of(repository: Repository, version_id: str) -> dict[str, FileState]:
    """Return the files of a version; '' has none.

    Raises:
        OutsideFailure: ``history-damaged``, also when there are more files than anybody wrote.
    """
    if not version_id:
        return {}
    git = repository.git
    with repository.guarded():
        tree = str(git[version_id].peel(pygit2.Tree).id)
        try:
            found = Trees(git).difference("", tree)
        except (TooMuchError, ValueError) as error:
            path, version = str(git.workdir), version_id[:10]
            raise OutsideFailure("history-damaged", path=path, version=version) from error
    return {path: now for path, (_, now) in found.items() if now is not None}


def content(repository: Repository, content_id: str) -> bytes:
    """Return a content by what identifies it.

    Raises:
        OutsideFailure: ``history-damaged`` when it is not there.
    """
    with repository.guarded():
        try:
            return bytes(repository.git[content_id].read_raw())
        except KeyError as error:
            path, version = str(repository.git.workdir), content_id[:10]
            raise OutsideFailure("history-damaged", path=path, version=version) from error


def keep(repository: Repository, data: bytes) -> str:
    """Store a content and return what identifies it."""
    with repository.guarded():
        return str(repository.git.create_blob(data))


def newest(repository: Repository) -> str:
    """Return the id of the newest version, or ''."""
    git = repository.git
    return "" if git.head_is_unborn else str(git.head.target)


def version_at(repository: Repository, reference: str) -> str:
    """Return the version that a reference names, or ''."""
    try:
        return str(repository.git.references[reference].peel(pygit2.Commit).id)
    except (KeyError, pygit2.GitError):
        return ""


def common(repository: Repository, first: str, second: str) -> tuple[str, ...]:
    """Return the nearest versions from which both came; several after a criss-cross.

    Where a version that only one side has follows one that both have, lies a
    candidate; those that led to another candidate are not the nearest.
    """
    if is_within(repository, first, second) or is_within(repository, second, first):
        return (first,) if is_within(repository, first, second) else (second,)
    apart = [*between(repository, first, second), *between(repository, second, first)]
    own = {version.id for version in apart}
    shared = {parent for version in apart for parent in version.parents} - own
    nearest = [
        each
        for each in shared
        if not any(other != each and is_within(repository, each, other) for other in shared)
    ]
    return tuple(sorted(nearest))


def is_within(repository: Repository, version_id: str, newer: str) -> bool:
    """Tell whether a version is part of what led to another, or is that one."""
    if not version_id or not newer:
        return not version_id
    if version_id == newer:
        return True
    with repository.guarded():
        return bool(repository.git.descendant_of(pygit2.Oid(hex=newer), pygit2.Oid(hex=version_id)))


def apart(repository: Repository, ours: str, theirs: str) -> tuple[int, int]:
    """Return how many versions only ``ours`` and only ``theirs`` holds; '' holds none."""
    if not ours or not theirs:
        return len(list(between(repository, "", ours))), len(list(between(repository, "", theirs)))
    with repository.guarded():
        ahead, behind = repository.git.ahead_behind(pygit2.Oid(hex=ours), pygit2.Oid(hex=theirs))
    return ahead, behind


def between(repository: Repository, before: str, after: str) -> Iterator[Version]:
    """Yield the versions that led to ``after`` and not to ``before``, newest first."""
    if not after:
        return
    git = repository.git
    with repository.guarded():
        walk = git.walk(pygit2.Oid(hex=after), SortMode.TOPOLOGICAL | SortMode.TIME)
        if before:
            walk.hide(pygit2.Oid(hex=before))
        for commit in walk:
            yield version_of(commit)


def keep_aside(repository: Repository, version_id: str, why: str) -> str:
    """Keep a version that is no longer on any line, under a reference that is returned."""
    reference = f"refs/coauthor/{why}/{version_id[:16]}"
    with repository.guarded():
        repository.git.references.create(reference, pygit2.Oid(hex=version_id), force=True)
    return reference


def hold(repository: Repository, content_ids: Iterable[str], why: str) -> None:
    """Keep contents that are in no version from being cleaned away by git."""
    with repository.guarded():
        builder = repository.git.TreeBuilder()
        for content_id in sorted({each for each in content_ids if each in repository.git}):
            builder.insert(content_id, pygit2.Oid(hex=content_id), FileMode.BLOB)
        # A version, for git walks references as versions when it sends; it goes nowhere.
        nobody = repository.signature(Author(why), datetime.fromtimestamp(0, tz=UTC))
        made = repository.git.create_commit(None, nobody, nobody, why, builder.write(), [])
        repository.git.references.create(f"refs/coauthor/{why}", made, force=True)


def make_version(
    repository: Repository,
    state: State,
    parents: Iterable[str],
    message: str,
    author: Author,
    when: datetime,
) -> str:
    """Store a version with any parents, on no line of versions yet; return its id."""
    with repository.guarded():
        index = pygit2.Index()
        for path in sorted(state):
            index.add(pygit2.IndexEntry(path, pygit2.Oid(hex=state[path].id), state[path].mode))
        signature = repository.signature(author, when)
        before = [pygit2.Oid(hex=parent) for parent in parents]
        speaker = speaks_for(repository.git, before, author.organisation)
        said = with_trailers(message, [(ORGANISATION, speaker)])
        tree = index.write_tree(repository.git)
        created = create_commit(repository.git, None, signature, said, tree, before)
    return str(created)
