"""What a person has seen of the conversation: theirs alone, kept outside every version."""

import contextlib
import re
from collections.abc import Iterable
from pathlib import Path

from coauthor.errors import CoauthorError
from coauthor.history.files import write_atomically
from coauthor.workspace.workspace import Workspace

FILE = "seen-events.txt"
_ID = re.compile(rb"[0-9A-HJKMNP-TV-Z]{26}")


class Seen:
    """The ids of the events that were seen, one a line in a private file.

    What cannot be read or kept was not seen: the person is shown it once more.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._path: Path = workspace.repository.private_folder / FILE
        self._whole = True
        self.ids: set[str] = self._read()

    def mark(self, ids: Iterable[str]) -> bool:
        """Remember that some were seen; returns whether any was new."""
        fresh = sorted(set(ids) - self.ids)
        if not fresh:
            return False
        self.ids |= set(fresh)
        text = "".join(f"{each}\n" for each in fresh).encode("ascii")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                file.write(text if self._whole else b"\n" + text)
        except OSError:
            pass  # a folder one may only read: it is remembered until the program ends
        self._whole = True
        return True

    def forget_others(self, there: Iterable[str]) -> None:
        """Keep only what is still there, once the file has grown far beyond it."""
        kept = self.ids & set(there)
        if len(self.ids) <= 2 * len(kept) + 1000:
            return
        self.ids = kept
        data = "".join(f"{each}\n" for each in sorted(kept)).encode("ascii")
        with contextlib.suppress(CoauthorError):
            write_atomically(self._path, data)

    def _read(self) -> set[str]:
        try:
            data = self._path.read_bytes()
        except OSError:
            return set()
        self._whole = not data or data.endswith(b"\n")
        return {line.decode("ascii") for line in data.split(b"\n") if _ID.fullmatch(line)}
