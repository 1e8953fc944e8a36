"""Reading the history in order: along the own line, or everything that led to it.

Nothing is read before it is asked for, so the newest versions come at once,
however many there are. A walk belongs to one thread.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pygit2
from pygit2.enums import SortMode

from coauthor.errors import OutsideFailure
from coauthor.history.version import Version, version_of

FOLDER = "documents"
"""Where the texts stand that people write."""

KEPT = 32_000_000
"""Bytes of texts that are kept after they were read: an older version needs one of them again."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A document that a version changed: ids of its content before and after, or ''."""

    path: str
    before: str
    after: str


class Walk:
    """The versions that led to the newest one."""

    def __init__(self, git: pygit2.Repository, names: Mapping[str, tuple[str, ...]]) -> None:
        self._git = git
        self._names = names
        self._texts: OrderedDict[str, bytes] = OrderedDict()
        self._kept = 0

    @property
    def newest(self) -> str:
        """Id of the newest version, or ''."""
        return "" if self._git.head_is_unborn else str(self._git.head.target)

    def line(self) -> Iterator[Version]:
        """Yield the versions along the own line, newest first.

        Where texts of others came in, only the version that took them in; what
        they did is `inside` it.
        """
        current = self.newest
        while current:
            version = self.version(current)
            yield version
            current = version.parents[0] if version.parents else ""

    def everything(self) -> Iterator[Version]:
        """Yield all versions that led to the newest; each before the ones before it."""
        if self.newest:
            walk = self._git.walk(self._git.head.target, SortMode.TOPOLOGICAL | SortMode.TIME)
            for commit in walk:
                yield self._version(commit)

    def order(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the ids of `everything`, each with those of the versions before it."""
        if self.newest:
            walk = self._git.walk(self._git.head.target, SortMode.TOPOLOGICAL | SortMode.TIME)
            for commit in walk:
                yield str(commit.id), tuple([str(each) for each in commit.parent_ids])

    def changing(self, path: str) -> Iterator[Version]:
        """Yield the versions of `everything` that differ in a file from all before them."""
        contents: dict[str, str] = {}
        for version_id, parents in self.order():
            here = contents.pop(version_id, None)
            here = self.document(version_id, path) if here is None else here
            for parent in parents:
                if parent not in contents:
                    contents[parent] = self.document(parent, path)
            if here not in [contents[parent] for parent in parents] and (here or parents):
                yield self.version(version_id)

    def inside(self, version: Version) -> Iterator[Version]:
        """Yield what came in with a version from the other sides, newest first."""
        if len(version.parents) < 2:
            return
        own, *others = (pygit2.Oid(hex=parent) for parent in version.parents)
        walk = self._git.walk(others[0], SortMode.TOPOLOGICAL | SortMode.TIME)
        for other in others[1:]:
            walk.push(other)
        walk.hide(own)
        for commit in walk:
            yield self._version(commit)

    def version(self, version_id: str) -> Version:
        """Return a version by its full id."""
        return self._version(self._commit(version_id))

    def folder(self, version_id: str) -> str:
        """Return what identifies all documents of a version together, or ''."""
        found = self._folder(version_id)
        return "" if found is None else str(found.id)

    def document(self, version_id: str, path: str) -> str:
        """Return what identifies the content of a document in a version, or ''."""
        try:
            return str(self._commit(version_id).tree[path].id)
        except KeyError:
            return ""

    def documents(self, version_id: str) -> dict[str, str]:
        """Return what identifies the content of each document of a version, by path."""
        folder = self._folder(version_id)
        if folder is None:
            return {}
        return dict(_contents(folder, FOLDER))

    def differences(self, version_id: str, before: str) -> tuple[Difference, ...]:
        """Return the documents that differ between two versions; ``before`` may be ''."""
        after = self._folder(version_id)
        old = self._folder(before) if before else None
        if (after and after.id) == (old and old.id):
            return ()
        if after is None or old is None:
            now = dict(_contents(after, FOLDER)) if after else {}
            then = dict(_contents(old, FOLDER)) if old else {}
            return tuple(
                Difference(path, then.get(path, ""), now.get(path, ""))
                for path in sorted({*now, *then})
            )
        found = []
        for delta in old.diff_to_tree(after).deltas:
            ids = [
                "" if set(str(side.id)) == {"0"} else str(side.id)
                for side in (delta.old_file, delta.new_file)
            ]
            path = f"{FOLDER}/{delta.new_file.path or delta.old_file.path}"
            if path.endswith(".md"):
                found.append(Difference(path, *ids))
        return tuple(found)

    def content(self, content_id: str) -> bytes:
        """Return a content by what identifies it; '' gives no bytes."""
        if not content_id:
            return b""
        if content_id in self._texts:
            self._texts.move_to_end(content_id)
            return self._texts[content_id]
        try:
            _, data = self._git.read(content_id)  # looking the object up first reads it twice
        except (KeyError, pygit2.GitError) as error:
            raise self._damaged(content_id) from error
        self._texts[content_id] = data
        self._kept += len(data)
        while self._kept > KEPT and len(self._texts) > 2:
            self._kept -= len(self._texts.popitem(last=False)[1])
        return data

    # -- inside ------------------------------------------------------------

    def _version(self, commit: pygit2.Commit) -> Version:
        return version_of(commit, self._names.get(str(commit.id), ()))

    def _commit(self, version_id: str) -> pygit2.Commit:
        try:
            return self._git[version_id].peel(pygit2.Commit)
        except (KeyError, ValueError, pygit2.GitError) as error:
            raise self._damaged(version_id) from error

    def _folder(self, version_id: str) -> pygit2.Tree | None:
        try:
            found = self._commit(version_id).tree[FOLDER]
        except KeyError:
            return None
        return found if isinstance(found, pygit2.Tree) else None

    def _damaged(self, what: str) -> OutsideFailure:
        return OutsideFailure("history-damaged", path=str(self._git.workdir), version=what[:10])


def _contents(folder: pygit2.Tree, path: str) -> Iterator[tuple[str, str]]:
    """Yield path and id of the texts in a folder and in those inside it."""
    for entry in folder:
        inner = f"{path}/{entry.name}"
        if isinstance(entry, pygit2.Tree):
            yield from _contents(entry, inner)
        elif isinstance(entry, pygit2.Blob) and inner.endswith(".md"):
            yield inner, str(entry.id)
