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

WRITTEN = ("documents/", "discussion/", "standards/")
"""Folders in which a file that is taken in leaves something, beside a standard or not."""


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
    """Take away what came in and put the settings back when the rest fails.

    Only files that are in no version are taken away, for a file that is taken in adds and
    changes none: what somebody wrote meanwhile in another document stays.
    """
    settings = workspace.root / settings_file.FILE
    before, kept = set(workspace.repository.changed_paths()), settings.read_bytes()
    try:
        yield
    except BaseException:
        newest = workspace.repository.last()
        known = set(workspace.repository.paths(newest.id)) if newest is not None else set()
        for path in set(workspace.repository.changed_paths()) - before - known:
            if path.startswith(WRITTEN):
                (workspace.root / path).unlink(missing_ok=True)
        if settings.read_bytes() != kept:
            write_atomically(settings, kept)
        raise
