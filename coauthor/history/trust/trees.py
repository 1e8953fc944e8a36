"""Files of versions and what differs between them, read with a bound.

Nothing that came from elsewhere is believed to be small: a folder can name itself a
million times over in a few bytes. Whoever counts first is not filled by it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import pygit2
from pygit2.enums import FileMode

from coauthor.history.filestate import FileState

_ENTRY = re.compile(rb"([0-7]{5,6}) ([^\0]+)\0(.{20})", re.DOTALL)
_FOLDER = b"40000"
_FOLDER_OLD = b"040000"

Entries = Mapping[bytes, tuple[bytes, bytes]]
"""Mode and id by name, of one folder."""

Difference = Mapping[str, tuple[FileState | None, FileState | None]]
"""What stood and what stands at a path; None where there is none."""


class TooMuchError(Exception):
    """There is more than anybody ever wrote."""


class Trees:
    """The folders of a repository.

    Args:
        limit: how many files and folders one question may touch.
        depth: how deep folders may lie in each other.
    """

    def __init__(self, git: pygit2.Repository, limit: int = 200_000, depth: int = 24) -> None:
        self._git = git
        self._limit = limit
        self._depth = depth
        self.entries = lru_cache(maxsize=4096)(self._entries)

    def difference(
        self, old: str, new: str
    ) -> dict[str, tuple[FileState | None, FileState | None]]:
        """Return what differs between two folders, by path.

        Args:
            old: id of a tree; '' is an empty one.

        Raises:
            TooMuchError: they differ in more than the limit.
            KeyError: a folder is not there.
            ValueError: what stands there is no folder.
        """
        found: dict[str, tuple[FileState | None, FileState | None]] = {}
        self._differ(old, new, "", found, [0])
        return found

    def file(self, tree: str, path: str) -> FileState | None:
        """Return a file of a version, or None."""
        *folders, name = path.encode("utf-8", "surrogateescape").split(b"/")
        for folder in folders:
            mode, here = self.entries(tree).get(folder, (b"", b""))
            if mode not in (_FOLDER, _FOLDER_OLD):
                return None
            tree = here.hex()
        entry = self.entries(tree).get(name)
        return None if entry is None or entry[0] in (_FOLDER, _FOLDER_OLD) else _state(entry)

    def names_beside(self, tree: str, path: str) -> Iterator[tuple[str, str]]:
        """Yield each part of a path with every name that stands in the same folder."""
        for part in path.encode("utf-8", "surrogateescape").split(b"/"):
            entries = self.entries(tree)
            for name in entries:
                yield _text(part), _text(name)
            mode, here = entries.get(part, (b"", b""))
            if mode not in (_FOLDER, _FOLDER_OLD):
                return
            tree = here.hex()

    def folder(self, tree: str, name: str) -> str:
        """Return the id of a folder at the top of a version; '' when there is none."""
        return _folder(self.entries(tree).get(name.encode("utf-8")))

    def names(self, tree: str, folder: str) -> tuple[str, ...]:
        """Return the names in a folder at the top of a version."""
        return tuple(_text(name) for name in self.entries(self.folder(tree, folder)))

    def size(self, content_id: str) -> int:
        """Return how many bytes a content has; 0 when it is not there."""
        try:
            return int(self._git.odb.read_header(pygit2.Oid(hex=content_id))[1])
        except KeyError:
            return 0

    def data(self, file: FileState | None) -> bytes | None:
        """Return the content of a file; None when there is no file."""
        if file is None:
            return None
        try:
            return bytes(self._git.odb.read(pygit2.Oid(hex=file.id))[1])
        except KeyError:
            return None

    def _entries(self, tree: str) -> Entries:
        if not tree:
            return {}
        kind, data = self._git.odb.read(pygit2.Oid(hex=tree))[:2]
        found = {name: (mode, here) for mode, name, here in _ENTRY.findall(data)}
        length = sum(len(mode) + len(name) + 22 for name, (mode, _) in found.items())
        if kind != pygit2.enums.ObjectType.TREE or length != len(data):
            raise ValueError(tree)  # also a name that stands there twice
        return found

    def _differ(
        self,
        old: str,
        new: str,
        folder: str,
        found: dict[str, tuple[FileState | None, FileState | None]],
        count: list[int],
    ) -> None:
        if old == new:
            return
        before, after = self.entries(old), self.entries(new)
        names = {name for name, _ in before.items() ^ after.items()}
        count[0] += len(names) + 1
        if count[0] > self._limit or folder.count("/") > self._depth:
            raise TooMuchError(folder)
        for name in sorted(names):
            was, now = before.get(name), after.get(name)
            path = folder + _text(name)
            folders = [_folder(was), _folder(now)]
            if any(folders):
                self._differ(folders[0], folders[1], f"{path}/", found, count)
            files = _state(was), _state(now)
            if files != (None, None):
                found[path] = files


def _folder(entry: tuple[bytes, bytes] | None) -> str:
    return entry[1].hex() if entry and entry[0] in (_FOLDER, _FOLDER_OLD) else ""


def _state(entry: tuple[bytes, bytes] | None) -> FileState | None:
    if entry is None or entry[0] in (_FOLDER, _FOLDER_OLD):
        return None
    try:
        mode = FileMode(int(entry[0], 8))
    except ValueError:
        mode = FileMode.COMMIT  # what git does not know either is no ordinary file
    return FileState(entry[1].hex(), mode)


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")
