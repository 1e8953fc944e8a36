"""Reaching a room wherever it lies: a folder, a package that came by mail, a shared place.

Nothing is changed there, and what is fetched stands in a folder that goes away again.
"""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coauthor.errors import UserError
from coauthor.history import states
from coauthor.history.fresh import room_id
from coauthor.history.repository import Repository
from coauthor.history.sharing.asking import Ask, Report, quiet
from coauthor.history.sharing.joining import join
from coauthor.history.sharing.unpacking import join_package, open_package, read_manifest
from coauthor.workspace import settings as settings_file
from coauthor.workspace.rooms.published import rooms_here
from coauthor.workspace.workspace import Workspace, open_workspace


@dataclass(frozen=True, slots=True)
class Reached:
    """A room as it is read: one version of it.

    Args:
        label: how the person named it.
        room: what identifies the room in every copy of it.
        unsaved: files there that are in no version yet, which nobody has sent.
    """

    label: str
    repository: Repository
    version: str
    room: str
    unsaved: int = 0


@contextlib.contextmanager
def reached(
    workspace: Workspace, typed: str, ask: Ask | None = None, report: Report = quiet
) -> Iterator[Reached]:
    """Give a room to read in.

    Args:
        typed: a folder, the file of a package, or an address, as for `join`.

    Raises:
        UserError: ``room-empty``, or as joining and opening packages.
        OutsideFailure: it cannot be reached or read.
        Cancelled: the person stopped it.
    """
    path = Path(typed).expanduser()
    if (path / settings_file.FILE).is_file():
        room = open_workspace(path)
        changed = room.repository.changed_paths()
        unsaved = sum(1 for each in changed if each.startswith("discussion/"))
        yield _reached(typed, room.repository, states.newest(room.repository), unsaved)
        return
    with tempfile.TemporaryDirectory(prefix="coauthor-room-") as made:
        folder = Path(made) / "room"
        if path.is_file() and not read_manifest(path).is_complete:
            repository, version = _with_ours(workspace, path, folder, report)
        elif path.is_file():
            joined = join_package(path, folder, report, must_hold=settings_file.FILE)
            repository, version = Repository.open(folder), joined.version.id
        else:
            joined = join(typed, folder, ask, report, must_hold=settings_file.FILE)
            repository, version = Repository.open(folder), joined.version.id
        yield _reached(typed, repository, version)
        del repository


def _reached(typed: str, repository: Repository, version: str, unsaved: int = 0) -> Reached:
    if not version:
        raise UserError("room-empty", room=typed)
    return Reached(typed, repository, version, room_id(repository), unsaved)


def _with_ours(
    workspace: Workspace, package: Path, folder: Path, report: Report
) -> tuple[Repository, str]:
    """Open a package that goes on where our own copy of the room is."""
    ours = rooms_here(workspace).get(read_manifest(package).workspace)
    if ours is None or not (ours / ".git").is_dir():
        raise UserError("package-incomplete", path=str(package))
    shutil.copytree(ours / ".git", folder / ".git", symlinks=True)
    repository = Repository.open(folder)
    fetched = open_package(repository, package, report)
    if fetched.version is None:
        raise UserError("package-damaged", path=str(package))
    return repository, fetched.version.id
