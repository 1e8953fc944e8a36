"""Writing files so that a failure at any moment leaves the old or the new one whole."""

import contextlib
import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from coauthor.errors import CoauthorError, OutsideFailure, UserError

TEMPORARY = ".coauthor-"
"""Prefix of files that are being written; leftovers of a crash carry it."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_DENIED = (errno.EROFS, errno.EACCES, errno.EPERM)
_OUT = {"disk-full": "out-full", "read-only": "out-read-only", "disk-failed": "cannot-write"}
"""What a failure is called where a file is made for others."""


def digest_of(data: bytes) -> str:
    """Return what identifies a content."""
    return hashlib.sha256(data).hexdigest()


def read_file(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        OutsideFailure: ``file-missing``, ``read-only`` (no right to read) or
            ``disk-failed``.
    """
    with _translated(path):
        return path.read_bytes()


def write_atomically(path: Path, data: bytes, *, expected: str | None = None) -> None:
    """Replace the content of a file as one step, safe against power loss.

    Writes aside in the same folder, forces it to disk, and renames. Permission
    bits stay, and a symbolic link stays a link to the file that is written.

    Args:
        expected: digest that the file must still have; None writes regardless.

    Raises:
        UserError: ``changed-outside`` when the file is no longer as expected.
        OutsideFailure: ``disk-full``, ``read-only`` or ``disk-failed``; the old
            file is as it was.
    """
    target = path.resolve()
    with _translated(target):
        if expected is not None and digest_of(target.read_bytes()) != expected:
            raise UserError("changed-outside", path=str(path))
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=target.parent)
        aside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            aside.chmod(_mode(target))
            aside.replace(target)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)


@contextlib.contextmanager
def going_out(path: Path) -> Iterator[None]:
    """Raise failures of a file that is made for others as our own.

    No text of the person is at stake there, and nothing is tried again by itself.

    Raises:
        OutsideFailure: ``out-full``, ``out-read-only`` or ``cannot-write``.
    """
    try:
        yield
    except OutsideFailure as error:
        code = _OUT.get(error.code)
        if code is None:
            raise
        raise OutsideFailure(code, path=str(path)) from error
    except OSError as error:
        raise out_failure(error, path) from error


def out_failure(error: OSError, path: Path) -> CoauthorError:
    """Return the error a person is told of when a file for others cannot be made."""
    return OutsideFailure(_OUT.get(failure(error, path).code, "cannot-write"), path=str(path))


def write_out(path: Path, data: bytes) -> None:
    """Write a file for others, whole or not at all, in a folder that is made when need be.

    Raises:
        OutsideFailure: as `going_out`; what was there stays.
    """
    with going_out(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)


def write_many(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write files, each whole or not at all, and force them to disk together at the end.

    For thousands of small ones that can be made anew: a loss of power before the end
    may leave some of them empty. A file of the same name gives way.

    Raises:
        OutsideFailure: ``disk-full``, ``read-only`` or ``disk-failed``; the files before
            it are there.
    """
    for path, data in files:
        with _translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            aside = path.with_name(f"{TEMPORARY}{path.name}")
            try:
                aside.write_bytes(data)
                aside.replace(path)
            except BaseException:
                aside.unlink(missing_ok=True)
                raise
    if os.name == "posix":
        os.sync()


def is_writable(folder: Path) -> bool:
    """Tell whether files can be made in a folder, by making one."""
    try:
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=folder)
    except OSError:
        return False
    os.close(handle)
    Path(name).unlink(missing_ok=True)
    return True


def remove_leftovers(folder: Path) -> None:
    """Remove what an interrupted write left in a folder."""
    for path in folder.glob(f"{TEMPORARY}*"):
        with contextlib.suppress(OSError):
            path.unlink()


@contextlib.contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Raise failures of the system as our own."""
    try:
        yield
    except OSError as error:
        raise failure(error, path) from error


def failure(error: OSError, path: Path) -> CoauthorError:
    """Return the error a person is told of for a failure of the system."""
    if isinstance(error, FileNotFoundError):
        return OutsideFailure("file-missing", path=str(path))
    if error.errno in _FULL:
        return OutsideFailure("disk-full", path=str(path))
    if error.errno in _DENIED:
        return OutsideFailure("read-only", path=str(path))
    return OutsideFailure("disk-failed", path=str(path), reason=error.strerror or str(error))


def _mode(target: Path) -> int:
    """Return the permission bits to write with: those the file has, else the usual."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
