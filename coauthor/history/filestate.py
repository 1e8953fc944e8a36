"""The files of a version by what identifies them."""

from collections.abc import Mapping
from dataclasses import dataclass

from pygit2.enums import FileMode


@dataclass(frozen=True, slots=True)
class FileState:
    """A file of a version: what identifies its content, and its mode as git knows it."""

    id: str
    mode: FileMode = FileMode.BLOB

    @property
    def is_plain(self) -> bool:
        """Whether it is an ordinary file: no link and no repository inside this one."""
        return self.mode in (FileMode.BLOB, FileMode.BLOB_EXECUTABLE)


State = Mapping[str, FileState]
"""The files of a version by path."""
