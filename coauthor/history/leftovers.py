"""Locks of git that a program left behind when it died.

git refuses everything that a lock stands before, for ever. A program that lives
holds one for a moment; a lock that stays as it is for some seconds has no owner.
"""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

from coauthor.history.repository import Repository

PATIENCE = 10.0
"""Seconds after which a lock that nobody touches is left over."""

_PAUSE = 0.2
_ANYWHERE = ("*.lock", "refs/**/*.lock")


def remove_locks(repository: Repository, patience: float = PATIENCE) -> tuple[str, ...]:
    """Remove the locks that programs left behind; waits for those that may be in use.

    For whoever has the right to write in the workspace.

    Args:
        patience: seconds; a lock that is younger is waited for.

    Returns:
        The names of what was removed.
    """
    folder = Path(repository.git.path)
    removed = []
    for lock in _locks(folder):
        while lock.exists() and _age(lock) < patience:
            time.sleep(_PAUSE)
        with contextlib.suppress(OSError):
            lock.unlink()
            removed.append(lock.relative_to(folder).as_posix())
    return tuple(removed)


def _locks(folder: Path) -> Iterator[Path]:
    for pattern in _ANYWHERE:
        yield from folder.glob(pattern)


def _age(lock: Path) -> float:
    try:
        return abs(time.time() - lock.stat().st_mtime)
    except OSError:
        return 0.0
