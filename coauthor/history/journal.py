"""The journal: what was typed since the last save, safe before it shows.

One journal an open document: a base (the file as last saved) and a line for
every transaction since. A line goes to the system at once, so the death of the
program loses nothing; `sync` forces it to disk against loss of power. Replaying
the lines over the base gives the text, whatever became of the document's file.
"""

import contextlib
import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
from filelock import FileLock, Timeout

from coauthor.errors import OutsideFailure
from coauthor.history.files import digest_of, failure, is_writable, write_atomically

FORMAT = 1

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a program that died had not saved yet.

    ``torn`` says that the last line was cut off and could not be read.
    """

    document: str
    base: bytes
    records: tuple[Record, ...]
    torn: bool
    journal: Path


class Journal:
    """The open journal of one document; holds a lock until closed."""

    def __init__(self, folder: Path, document: str, base: bytes) -> None:
        """Begin a journal.

        Args:
            document: path of the document inside its workspace.
            base: the bytes of the file as it is now.

        Raises:
            OutsideFailure: the folder cannot be written, or ``journal-in-use``.
        """
        self.path = folder / f"{_key(document)}.journal"
        self._document = document
        self._handle = -1
        self._lock = FileLock(self.path.with_suffix(".lock"), thread_local=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(blocking=False)
        except Timeout as error:
            raise OutsideFailure("journal-in-use", path=document) from error
        except OSError as error:
            raise failure(error, folder) from error
        try:
            self.rebase(base)
        except BaseException:
            self._lock.release()
            raise

    def append(self, record: Record) -> None:
        """Add a transaction; it survives the death of the program from here on.

        One write of one line, some 20 µs.

        Raises:
            OutsideFailure: ``disk-full`` and the like.
        """
        line = to_line(record)
        try:
            written = os.write(self._handle, line)
            while written < len(line):
                written += os.write(self._handle, line[written:])
        except OSError as error:
            raise failure(error, self.path) from error

    def sync(self) -> None:
        """Force what was added to disk, against loss of power."""
        try:
            os.fsync(self._handle)
        except OSError as error:
            raise failure(error, self.path) from error

    def rebase(self, base: bytes, pending: Sequence[Record] = ()) -> None:
        """Begin anew from a saved file, with the transactions made since.

        The new journal takes the place of the old in one step: at any moment the
        journal on disk leads to the whole text.
        """
        stored = self.path.with_name(f"{self.path.stem}-{digest_of(base)[:16]}.base")
        if not stored.exists():
            write_atomically(stored, base)
        header = {"format": FORMAT, "document": self._document, "base": stored.name}
        lines = [to_line(header), *(to_line(record) for record in pending)]
        write_atomically(self.path, b"".join(lines))
        try:
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND)
        except OSError as error:
            raise failure(error, self.path) from error
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = handle
        for old in self.path.parent.glob(f"{self.path.stem}-*.base"):
            if old != stored:
                old.unlink(missing_ok=True)

    def close(self, *, discard: bool) -> None:
        """Close the journal; ``discard`` when everything in it is saved."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
        if discard:
            discard_journal(self.path)
        self._lock.release()


def journal_folder(workspace: Path, private: Path) -> Path:
    """Return where the journals of a workspace are kept.

    In the person's own state folder, which stays when a network drive goes; else
    in the private folder of the workspace.

    Raises:
        OutsideFailure: ``no-journal`` when neither can be written.
    """
    key = hashlib.sha256(str(workspace.resolve()).encode()).hexdigest()[:24]
    own = Path(platformdirs.user_state_dir("coauthor", appauthor=False)) / "journal" / key
    for folder in (own, private / "journal"):
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            if is_writable(folder):
                return folder
    raise OutsideFailure("no-journal", path=str(own))


def recover(folder: Path) -> Iterator[Recovery]:
    """Yield what programs that are gone had not saved; their journals stay."""
    for path in sorted(folder.glob("*.journal")):
        lock = FileLock(path.with_suffix(".lock"), thread_local=False)
        try:
            lock.acquire(blocking=False)
        except (Timeout, OSError):
            continue  # somebody is writing there now
        try:
            if found := _read(path):
                yield found
        finally:
            lock.release()


def discard_journal(path: Path) -> None:
    """Remove a journal whose text is safe."""
    path.unlink(missing_ok=True)
    for base in path.parent.glob(f"{path.stem}-*.base"):
        base.unlink(missing_ok=True)


def _read(path: Path) -> Recovery | None:
    """Read a journal; None when it holds nothing that can be used."""
    records, torn = read_lines(path.read_bytes())
    if not records or records[0].get("format") != FORMAT:
        return None
    header = records[0]
    base = path.with_name(str(header.get("base", "")))
    if base.parent != path.parent or not base.is_file():
        return None
    return Recovery(
        str(header.get("document", "")), base.read_bytes(), tuple(records[1:]), torn, path
    )


def read_lines(data: bytes) -> tuple[list[Record], bool]:
    """Read the lines of a journal up to the first that is damaged.

    Returns the records and whether something was cut off.
    """
    records: list[Record] = []
    for line in data.splitlines(keepends=True):
        check, _, text = line.rstrip(b"\n").partition(b" ")
        if not line.endswith(b"\n") or check != _check(text):
            return records, True
        records.append(json.loads(text))
    return records, False


def read_whole_lines(data: bytes) -> tuple[list[Record], bool]:
    """Read every line that is whole, also behind damaged ones.

    For lines that each stand by themselves. Returns the records and whether a line
    other than the last was damaged.
    """
    records: list[Record] = []
    damaged = False
    lines = data.splitlines(keepends=True)
    for number, line in enumerate(lines, 1):
        found, torn = read_lines(line)
        records += found
        damaged |= torn and number < len(lines)
    return records, damaged


def to_line(record: Record) -> bytes:
    """Return a record as a line that shows whether it is whole."""
    text = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return _check(text) + b" " + text + b"\n"


def _check(text: bytes) -> bytes:
    return f"{zlib.crc32(text):08x}".encode("ascii")


def _key(document: str) -> str:
    return hashlib.sha256(document.encode()).hexdigest()[:16]
