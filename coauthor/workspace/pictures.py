"""Where the pictures of a document lie: beside it, within the workspace, and nowhere else."""

import re
from collections.abc import Mapping
from pathlib import Path

from coauthor.errors import CoauthorError
from coauthor.exchange.shown_pictures import LIMIT, Read, UnshownError
from coauthor.workspace.rooms.links import path_of
from coauthor.workspace.workspace import Workspace

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
FOLDER = "documents"


def _path(target: str) -> str:
    """Return the path within the workspace that a target means.

    Raises:
        UnshownError: ``remote`` or ``outside``.
    """
    if _ELSEWHERE.match(target):
        raise UnshownError("remote")
    path = path_of(target, FOLDER)
    if not path or path.startswith("."):
        raise UnshownError("outside")
    return path


def beside(workspace: Workspace) -> Read:
    """Return what reads pictures as they lie in the folder now."""
    root = workspace.root.resolve()

    def read(target: str) -> bytes:
        path: Path = root / _path(target)
        try:
            if not path.resolve().is_relative_to(root):  # a link that leads elsewhere
                raise UnshownError("outside")
            if not path.is_file():
                raise UnshownError("missing")
            if path.stat().st_size > LIMIT:
                raise UnshownError("large")
            return path.read_bytes()
        except OSError as error:
            raise UnshownError("missing") from error

    return read


def in_version(workspace: Workspace, version_id: str) -> Read:
    """Return what reads pictures as they were in a version."""

    def read(target: str) -> bytes:
        path = _path(target)
        try:
            return workspace.repository.read(version_id, path)
        except CoauthorError as error:
            raise UnshownError("missing") from error

    return read


def among(files: Mapping[str, bytes]) -> Read:
    """Return what reads pictures from files that go along, by their path."""

    def read(target: str) -> bytes:
        data = files.get(_path(target))
        if data is None:
            raise UnshownError("missing")
        return data

    return read
