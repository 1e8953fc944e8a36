"""Switching a workspace to another version: files, line of versions, all or nothing.

A note of what is to be done is forced to disk before the first file changes. A
program that dies on the way leaves the note, and the next start finishes by it.
A file that is neither what it was nor what it becomes was written by another
program meanwhile: it is not overwritten, what both made of it is brought together.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pygit2
from pygit2.enums import FileMode

from coauthor.errors import OutsideFailure, UserError
from coauthor.history.files import (
    digest_of,
    failure,
    read_file,
    remove_leftovers,
    write_atomically,
)
from coauthor.history.repository import Repository
from coauthor.history.states import FileState, State, content, newest

FORMAT = 1
NOTE = "switching.json"

Meet = Callable[[str, bytes, bytes, bytes], bytes]
"""Brings together path, what a file was, what it is now, and what it becomes."""

_HIDDEN = dict.fromkeys(map(ord, "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"))
_RESERVED = frozenset({"", ".", "..", ".git", "git~1"})


@dataclass(frozen=True, slots=True)
class Step:
    """One file: what it was, and what it becomes; None where there is none."""

    path: str
    old: FileState | None
    new: FileState | None


def steps_between(old: State, new: State) -> tuple[Step, ...]:
    """Return the files that differ between two states, by path.

    Raises:
        UserError: ``unsafe-path`` for a file that may not be written in a folder
            of a person: outside it, inside its history, or a link.
    """
    found = [
        Step(path, old.get(path), new.get(path))
        for path in sorted({*old, *new})
        if old.get(path) != new.get(path)
    ]
    for step in found:
        if step.new is not None and not (is_safe(step.path) and step.new.is_plain):
            raise UserError("unsafe-path", path=step.path)
    return tuple(found)


def is_safe(path: str) -> bool:
    """Tell whether a path from elsewhere stays in the folder and out of its history."""
    parts = PurePosixPath(path).parts
    plain = [part.translate(_HIDDEN).rstrip(" .").lower() for part in parts]
    return (
        bool(parts)
        and not path.startswith("/")
        and not _RESERVED.intersection(plain)
        and not any(character in path for character in "\\:\0")
    )


class Switch:
    """The way from one version to another, written down until it is done.

    Args:
        note: what belongs to the switch for whoever asked for it; kept with it.
    """

    def __init__(
        self,
        repository: Repository,
        old: str,
        new: str,
        steps: tuple[Step, ...],
        note: Mapping[str, Any],
    ) -> None:
        self.old, self.new, self.note = old, new, note
        self._repository = repository
        self._steps = steps

    def begin(self) -> None:
        """Write down what is to be done; from here on it will be done.

        Raises:
            UserError: ``changed-outside`` when a file is no longer as in the old
                version; nothing was changed.
        """
        for step in self._steps:
            if self._now(step.path) != self._data(step.old):
                raise UserError("changed-outside", path=str(self._file(step.path)))
        values = {
            "format": FORMAT,
            "old": self.old,
            "new": self.new,
            "files": [[s.path, _plain(s.old), _plain(s.new)] for s in self._steps],
            "note": dict(self.note),
        }
        target = _note_file(self._repository)
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, json.dumps(values).encode("ascii"))

    def finish(self, meet: Meet) -> tuple[str, ...]:
        """Do what was written down; return the files that another program had changed.

        May be called again after it failed: what is done already stays.

        Raises:
            OutsideFailure: a file cannot be written; the note stays.
        """
        mixed = [step.path for step in self._steps if self._take(step, meet)]
        self._move_line()
        return tuple(mixed)

    def forget(self) -> None:
        """Remove the note, once everything that hangs on it is kept."""
        _note_file(self._repository).unlink(missing_ok=True)

    # -- inside ------------------------------------------------------------

    def _take(self, step: Step, meet: Meet) -> bool:
        """Bring one file to what it becomes; tells whether somebody else had changed it."""
        old, new = self._data(step.old), self._data(step.new)
        mixed = False
        while True:
            now = self._now(step.path)
            if now == new:
                return mixed
            wanted = new
            if now not in (old, None):
                if new is None:
                    return True  # it was to go, but somebody wrote in it
                mixed = True
                wanted = meet(step.path, old or b"", now, new)
            try:
                self._write(step, now, wanted)
            except UserError:  # changed in this very moment: look again
                old = now
                continue
            return mixed

    def _write(self, step: Step, now: bytes | None, wanted: bytes | None) -> None:
        target = self._file(step.path)
        try:
            if wanted is None:
                target.unlink(missing_ok=True)
                self._remove_empty(target.parent)
                return
            target.parent.mkdir(parents=True, exist_ok=True)
            remove_leftovers(target.parent)
        except OSError as error:
            raise failure(error, target) from error
        write_atomically(target, wanted, expected=None if now is None else digest_of(now))
        if step.new is not None and step.new.mode == FileMode.BLOB_EXECUTABLE:
            target.chmod(target.stat().st_mode | 0o111)

    def _move_line(self) -> None:
        repository = self._repository
        now = newest(repository)
        with repository.guarded():
            git = repository.git
            if now == self.old:
                if git.head_is_unborn:
                    git.references.create(f"refs/heads/{repository.branch}", self.new)
                else:
                    git.head.set_target(pygit2.Oid(hex=self.new), "receive")
            elif now != self.new:
                raise UserError("changed-outside", path=str(git.path))
            git.index.read(True)
            git.index.read_tree(git[self.new].peel(pygit2.Commit).tree)
            git.index.write()

    def _file(self, path: str) -> Path:
        """Return a file in the folder, which no link may lead out of."""
        root = Path(self._repository.git.workdir).resolve()
        target = root / path
        if not target.parent.resolve().is_relative_to(root) or target.is_symlink():
            raise UserError("unsafe-path", path=path)
        return target

    def _now(self, path: str) -> bytes | None:
        try:
            return read_file(self._file(path))
        except OutsideFailure as error:
            if error.code == "file-missing":
                return None
            raise

    def _data(self, state: FileState | None) -> bytes | None:
        return None if state is None else content(self._repository, state.id)

    def _remove_empty(self, folder: Path) -> None:
        root = Path(self._repository.git.workdir).resolve()
        while folder != root and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def begun(repository: Repository) -> Switch | None:
    """Return a switch that a program began and did not finish.

    Raises:
        OutsideFailure: the note cannot be read.
    """
    target = _note_file(repository)
    if not target.exists():
        return None
    try:
        values = json.loads(read_file(target))
        steps = tuple(_steps(values["files"]))
        return Switch(repository, values["old"], values["new"], steps, values["note"])
    except (ValueError, KeyError, TypeError) as error:
        raise OutsideFailure("disk-failed", path=str(target), reason=str(error)) from error


def _steps(values: list[Any]) -> Iterator[Step]:
    for path, old, new in values:
        yield Step(
            str(path),
            None if old is None else FileState(str(old[0]), FileMode(old[1])),
            None if new is None else FileState(str(new[0]), FileMode(new[1])),
        )


def _plain(state: FileState | None) -> list[Any] | None:
    return None if state is None else [state.id, int(state.mode)]


def _note_file(repository: Repository) -> Path:
    return repository.private_folder / NOTE
