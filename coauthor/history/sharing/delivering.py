"""Bringing a parcel of versions to a place, so that nobody's versions are overwritten."""

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import pygit2

from coauthor.errors import OutsideFailure, UserError
from coauthor.history.files import failure
from coauthor.history.graph import contents, target, walk, write_pack
from coauthor.history.naming import TAGS
from coauthor.history.sharing.asking import Progress, Report, Step
from coauthor.history.sharing.places import Kind
from coauthor.history.sharing.talking import Talk
from coauthor.history.sharing.troubles import trouble

_OUTGOING = "refs/coauthor/outgoing"
_PATIENCE = 5.0
"""Seconds to wait for somebody who is sending at this moment; it takes milliseconds."""

_STALE = 60.0
"""Seconds after which a lock is what a dead program left behind."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is to be sent.

    Attributes:
        version: the version; None when only names are sent.
        branch: the line of versions at the place.
        before: the version the place was at when we looked.
    """

    version: pygit2.Oid | None
    branch: str
    before: pygit2.Oid | None
    names: tuple[str, ...]

    @property
    def reference(self) -> str:
        """The reference of the line at the place."""
        return f"refs/heads/{self.branch}"


@dataclass(frozen=True, slots=True)
class Delivered:
    """What the place made of it: somebody else was first, or references it refused."""

    overtaken: bool = False
    refused: dict[str, str] = field(default_factory=dict)


def deliver(git: pygit2.Repository, talk: Talk, parcel: Parcel, progress: Report) -> Delivered:
    """Bring a parcel to the place.

    Raises:
        CoauthorError: as ``sending.send``.
    """
    names = [f"{TAGS}{name}:{TAGS}{name}" for name in parcel.names]
    try:
        if talk.address.kind is Kind.FOLDER:
            return _to_folder(git, talk, parcel, names, progress)
        with _held(git, parcel.version) as source:
            version = [f"{source}:{parcel.reference}"] if source else []
            return Delivered(refused=talk.push([*version, *names]))
    except UserError as error:
        if error.code == "place-newer":
            return Delivered(overtaken=True)
        raise


@contextlib.contextmanager
def _held(git: pygit2.Repository, version: pygit2.Oid | None) -> Iterator[str]:
    """Name what is sent, for meanwhile another version may be written here."""
    if version is None:
        yield ""
        return
    reference = f"{_OUTGOING}/{uuid4().hex}"
    git.references.create(reference, version)
    try:
        yield reference
    finally:
        git.references.delete(reference)


# -- a folder ----------------------------------------------------------------
# libgit2 would overwrite what somebody else sent since we looked: it compares nothing
# when it writes into a folder. So the texts are brought first, where nothing points to
# them yet, and the line is moved under git's own lock, only if it is still where it was.


def _to_folder(
    git: pygit2.Repository, talk: Talk, parcel: Parcel, names: list[str], progress: Report
) -> Delivered:
    if parcel.version is not None:
        known = [] if parcel.before is None else [parcel.before]
        with _as_trouble(talk):
            wanted = list(contents(git, list(walk(git, parcel.version, *known)), known))
            packs = talk.address.folder / "objects" / "pack"
            packs.mkdir(exist_ok=True)
            write_pack(git, packs, wanted, progress, Step.SENDING)
            if not _move(talk, parcel, progress):
                return Delivered(overtaken=True)
    return Delivered(refused=talk.push(names) if names else {})


@contextlib.contextmanager
def _as_trouble(talk: Talk) -> Iterator[None]:
    """Raise what git says inside as a trouble with the place."""
    try:
        yield
    except (pygit2.GitError, OSError, KeyError, ValueError) as error:
        raise trouble(error, talk.address, (), sending=True) from error


def _move(talk: Talk, parcel: Parcel, progress: Report) -> bool:
    """Move the line to our version; False when somebody was first."""
    git = _open(talk)
    with _locked(git, talk, parcel.reference, progress) as transaction:
        if target(git, parcel.reference) != parcel.before:
            return False
        # Written by hand: its commit at the end of the block is what moves the line.
        transaction.set_target(parcel.reference, str(parcel.version), message="coauthor")
        transaction.commit()
    if git.head_is_unborn:
        git.set_head(parcel.reference)
    return True


@contextlib.contextmanager
def _locked(
    git: pygit2.Repository, talk: Talk, reference: str, progress: Report
) -> Iterator[pygit2.transaction.ReferenceTransaction]:
    """Hold git's lock on a reference; takes away one that a dead program left."""
    lock = Path(git.path) / f"{reference}.lock"
    end = time.monotonic() + _PATIENCE
    while True:
        transaction = git.transaction()
        try:
            transaction.lock_ref(reference)
            break
        except pygit2.GitError:
            if not lock.exists() and time.monotonic() > end:
                raise
            if _is_stale(lock):
                lock.unlink(missing_ok=True)
            elif time.monotonic() > end:
                raise OutsideFailure("place-busy", place=talk.address.text) from None
        progress(Progress(Step.SENDING))
        time.sleep(0.05)
    try:
        yield transaction
    finally:
        del transaction


def _is_stale(lock: Path) -> bool:
    """Tell whether a lock is old by the clock of the drive it is on, which may be off."""
    probe = lock.with_name(f".coauthor-{uuid4().hex}")
    try:
        handle = os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        os.close(handle)
        return probe.stat().st_mtime - lock.stat().st_mtime > _STALE
    except FileNotFoundError:
        return False
    except OSError as error:
        raise failure(error, lock) from error
    finally:
        probe.unlink(missing_ok=True)


def _open(talk: Talk) -> pygit2.Repository:
    return pygit2.Repository(talk.address.text)
