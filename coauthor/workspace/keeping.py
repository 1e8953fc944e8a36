"""Keeping a document safe while it is written: journal at once, file soon.

A thread of its own saves the file when typing pauses, so that the window never
waits for a disk. What fails is told, tried again, and never lost: the journal
and memory both still hold it.
"""

import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from coauthor.document.model import Document
from coauthor.document.reading import encode
from coauthor.errors import CoauthorError, OutsideFailure, UserError
from coauthor.history.files import digest_of, write_atomically
from coauthor.history.journal import Journal
from coauthor.history.repository import Author, Repository

PAUSE = 1.5
"""Seconds without typing after which the file is saved."""

LONGEST = 10.0
"""Seconds of typing without a pause after which the file is saved all the same."""

SYNC = 0.8
"""Seconds between forcing the journal to disk."""

RETRY = 5.0
"""Seconds before a save that failed is tried again."""

State = Callable[[str, CoauthorError | None], None]
"""Told of ``saved``, ``unsaved``, ``saving``, ``failed`` or ``outside``; from any thread."""


class Keeper:
    """Keeps one open document safe.

    Args:
        path: the file of the document.
        name: its path inside the workspace.
        saved: the bytes of the file as it was read.
        journal: the open journal; None when none can be written.
        repository: keeps a version of what was changed from outside.
    """

    def __init__(
        self,
        path: Path,
        name: str,
        saved: bytes,
        journal: Journal | None,
        repository: Repository,
        author: Author,
        outside_message: str,
    ) -> None:
        self.on_state: State = _nobody
        self._path = path
        self.name = name
        self._digest = digest_of(saved)
        self._journal = journal
        self._repository = repository
        self._author = author
        self._outside_message = outside_message
        self._document: Document | None = None
        self._pending: list[dict[str, Any]] = []
        self._changed = threading.Condition()
        self._first = self._last = 0.0
        self._closing = False
        self._held = False
        self._saving = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="keeper", daemon=True)
        self._thread.start()

    def record(self, changes: Sequence[dict[str, Any]], document: Document) -> None:
        """Write a transaction down before it shows, and save the file soon."""
        note: dict[str, Any] = {"changes": list(changes)}
        trouble: CoauthorError | None = None
        with self._changed:
            self._pending.append(note)
            if self._journal is not None:
                try:
                    self._journal.append(note)
                except OutsideFailure as error:
                    trouble = error
            now = time.monotonic()
            self._first = self._first if self._document is not None else now
            self._last = now
            self._document = document
            self._changed.notify()
        self.on_state("failed" if trouble else "unsaved", trouble)

    def save(self) -> None:
        """Save the file now, on the calling thread.

        Raises:
            CoauthorError: it could not be saved, or is held; the text is still kept.
        """
        with self._saving:
            if self._held:
                raise UserError("receiving-now")
            with self._changed:
                document, count = self._document, len(self._pending)
            if document is None:
                return
            self.on_state("saving", None)
            data = encode(document.text)
            outside = self._write(data)
            with self._changed:
                del self._pending[:count]
                if self._journal is not None:
                    self._journal.rebase(data, self._pending)
                if self._document is document:
                    self._document = None
        self.on_state("outside" if outside else "saved", None)

    @property
    def has_unsaved(self) -> bool:
        """Whether something is in the journal that is not in the file."""
        return self._document is not None

    def hold(self) -> None:
        """Save, and then leave the file alone until `release`: somebody else writes it.

        What is typed meanwhile is kept in the journal.

        Raises:
            CoauthorError: it could not be saved; nothing is held.
        """
        self.save()
        with self._saving:
            self._held = True

    def release(self) -> None:
        """Save again when typing pauses."""
        with self._saving, self._changed:
            self._held = False
            self._changed.notify()

    def wrote(self, data: bytes) -> None:
        """Take note of what was written in the file while it was held.

        Unlike after `accept`, what was typed still waits: the journal leads from
        what the file was to the text as it is written.
        """
        with self._saving:
            self._digest = digest_of(data)

    def accept(self, data: bytes) -> None:
        """Take the file as it is now on disk for saved, after it was read anew."""
        with self._saving, self._changed:
            self._digest = digest_of(data)
            self._document = None
            self._pending.clear()
            if self._journal is not None:
                self._journal.rebase(data)

    def changed_outside(self) -> bytes | None:
        """Return the file when another program changed it, else None."""
        with self._saving:
            try:
                data = self._path.read_bytes()
            except OSError:
                return None
            return None if digest_of(data) == self._digest else data

    def close(self, *, anyway: bool = False) -> None:
        """Save what is left and stop.

        Args:
            anyway: stop also when it cannot be saved; the journal keeps it for
                the next start.

        Raises:
            CoauthorError: it could not be saved, and keeping goes on as before.
        """
        try:
            self.save()
        except CoauthorError:
            if not anyway:
                raise
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()
        if self._journal is not None:
            self._journal.close(discard=not self.has_unsaved)

    def _write(self, data: bytes) -> bool:
        """Write the file; returns whether another program had changed it."""
        outside = False
        try:
            write_atomically(self._path, data, expected=self._digest)
        except UserError:
            self._keep_outside()
            write_atomically(self._path, data)
            outside = True
        except OutsideFailure as error:
            if error.code != "file-missing":
                raise
            write_atomically(self._path, data)
        self._digest = digest_of(data)
        return outside

    def _keep_outside(self) -> None:
        """Make a version of what another program wrote, so that ours can go over it."""
        theirs = self._path.read_bytes()
        self._repository.commit_content(
            {self.name: theirs}, self._outside_message, self._author, datetime.now().astimezone()
        )

    def _work(self) -> None:
        synced = 0
        while True:
            with self._changed:
                if not self._closing:  # told while we saved: nobody will tell again
                    self._changed.wait(timeout=self._wait())
                if self._closing:
                    return
                due = self._document is not None and self._is_due()
                fresh = len(self._pending)
            try:
                if due:
                    self.save()
                    synced = 0
                elif fresh != synced and self._journal is not None:
                    self._journal.sync()
                    synced = fresh
            except CoauthorError as error:
                with self._changed:
                    self._first = self._last = time.monotonic() + RETRY
                self.on_state("failed", error)

    def _wait(self) -> float | None:
        if self._document is None:
            return None
        return SYNC if not self._is_due() else 0.0

    def _is_due(self) -> bool:
        if self._held:
            return False
        now = time.monotonic()
        return now - self._last >= PAUSE or now - self._first >= LONGEST


def _nobody(_state: str, _error: CoauthorError | None) -> None:
    """Stand in for a listener until there is one."""
