"""Who is writing in a workspace: one window at a time, the others read."""

import contextlib
import json
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from coauthor.errors import OutsideFailure
from coauthor.history.files import failure, is_writable


@dataclass(frozen=True, slots=True)
class Occupied:
    """Another window writes here; what it said about itself."""

    host: str
    since: str


class Claim:
    """The right to write, until released; the system releases it when we die.

    ``alone`` is False on a drive that has no locks: another window may write, too.
    """

    def __init__(self, lock: FileLock, *, alone: bool = True) -> None:
        self._lock = lock
        self.alone = alone

    def release(self) -> None:
        """Let others write."""
        self._lock.release()


class ReadOnlyFolder:
    """Nothing can be written in the workspace."""


def claim(private: Path, when: datetime) -> Claim | Occupied | ReadOnlyFolder:
    """Claim the right to write in a workspace.

    Args:
        private: the private folder of the workspace.
        when: the time that other windows are shown.
    """
    try:
        private.mkdir(parents=True, exist_ok=True)
    except OSError:
        return ReadOnlyFolder()
    if not is_writable(private):
        return ReadOnlyFolder()
    lock = FileLock(private / "window.lock", thread_local=False)
    note = private / "window.json"
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return _occupied(note)
    except (OSError, NotImplementedError):
        # A drive without locks: writing is still guarded by the digest of each file.
        return Claim(lock, alone=False)
    said = {"host": platform.node(), "pid": os.getpid(), "since": when.isoformat("T", "minutes")}
    note.write_text(json.dumps(said), encoding="utf-8")
    return Claim(lock)


def _occupied(note: Path) -> Occupied:
    try:
        said = json.loads(note.read_text(encoding="utf-8"))
        return Occupied(str(said.get("host", "")), str(said.get("since", "")))
    except (OSError, ValueError, AttributeError):
        return Occupied("", "")


@contextlib.contextmanager
def alone(private: Path, act: str, patience: float, busy: str) -> Iterator[None]:
    """Keep other programs from the same act in a workspace meanwhile.

    On a drive without locks nothing keeps them away; there the digest of each file
    and the place where the line of versions was still guard what is written.

    Args:
        private: the private folder of the workspace.
        act: what the lock is called.
        patience: seconds to wait for another program.
        busy: the code of the error when it takes longer.

    Raises:
        OutsideFailure: ``busy``, or the lock cannot be made.
    """
    lock = FileLock(private / f"{act}.lock", timeout=patience, thread_local=False)
    try:
        private.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise OutsideFailure(busy, path=str(private)) from error
    except NotImplementedError:
        pass  # a drive without locks
    except OSError as error:
        raise failure(error, private) from error
    try:
        yield
    finally:
        lock.release()
