"""Taking in as a whole or not at all, also in a workspace that is made for it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coauthor.history.files import write_atomically
from coauthor.history.repository import Author
from coauthor.workspace import settings as settings_file
from coauthor.workspace.creating import derive_workspace, new_workspace
from coauthor.workspace.standards import find_source
from coauthor.workspace.workspace import Workspace, open_workspace

WRITTEN = ("documents/", "discussion/")
"""Folders in which a file that is taken in leaves something."""


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A workspace that is made for a file.

    Args:
        standard: address of the standard that it derives from; '' for none.
        release: of that standard; '' for the newest.
        message: what its first version is called.
    """

    organisation: str
    title: str
    standard: str
    release: str
    message: str


@contextmanager
def made_place(
    root: Path, place: NewPlace | None, author: Author, when: datetime
) -> Iterator[Workspace]:
    """Give the workspace, made first when it is new; what was made goes when it fails.

    Raises:
        UserError: ``folder-not-empty``, ``no-such-standard`` and the like.
        OutsideFailure: it cannot be read or written.
    """
    if place is None:
        yield open_workspace(root)
        return
    stood = root.exists()
    if place.standard:
        workspace = derive_workspace(
            find_source(place.standard),
            place.release,
            root,
            place.organisation,
            author=author,
            when=when,
            message=place.message,
        )
    else:
        workspace = new_workspace(
            root,
            "local",
            place.organisation,
            place.title,
            author=author,
            when=when,
            message=place.message,
            with_document=False,
        )
    try:
        yield workspace
    except BaseException:
        shutil.rmtree(workspace.root, ignore_errors=True)
        if stood:
            workspace.root.mkdir(exist_ok=True)
        raise


@contextmanager
def whole_or_nothing(workspace: Workspace) -> Iterator[None]:
    """Take away what was written and put the settings back when the rest fails.

    Only what is in no version is taken away: what came in meanwhile stays.
    """
    settings = workspace.root / settings_file.FILE
    before, kept = set(workspace.repository.changed_paths()), settings.read_bytes()
    try:
        yield
    except BaseException:
        for path in set(workspace.repository.changed_paths()) - before:
            if path.startswith(WRITTEN):
                _put_back(workspace, path)
        if settings.read_bytes() != kept:
            write_atomically(settings, kept)
        raise


def _put_back(workspace: Workspace, path: str) -> None:
    """Make a file what it is in the newest version, or take it away when it is in none."""
    newest = workspace.repository.last()
    if newest is not None and path in workspace.repository.paths(newest.id):
        write_atomically(workspace.root / path, workspace.repository.read(newest.id, path))
    else:
        (workspace.root / path).unlink(missing_ok=True)
