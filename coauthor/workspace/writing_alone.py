"""Writing in a workspace without a window: alone, and over everything that was typed."""

import contextlib
from collections.abc import Iterator
from datetime import datetime

from coauthor.errors import OutsideFailure, UserError
from coauthor.workspace.opening import Desk, open_document, sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace


@contextlib.contextmanager
def alone(workspace: Workspace, person: Person, when: datetime) -> Iterator[Desk]:
    """Keep windows out meanwhile.

    Yields:
        The place at the workspace, to open documents from.

    Raises:
        UserError: ``workspace-occupied`` when a window is open.
        OutsideFailure: ``read-only`` when nothing can be written.
    """
    desk = sit_down(workspace, person, when)
    try:
        if desk.read_only == "occupied":
            said = dict(next(each for each in desk.notices if each.code == "occupied").parameters)
            raise UserError("workspace-occupied", host=said.get("host") or "?")
        if desk.read_only:
            raise OutsideFailure("read-only", path=str(workspace.root))
        yield desk
    finally:
        desk.leave()


@contextlib.contextmanager
def writing_alone(
    workspace: Workspace, person: Person, when: datetime, outside_message: str
) -> Iterator[Desk]:
    """Keep windows out meanwhile; what a crash left unsaved is recovered first.

    Yields:
        The place at the workspace, to open documents from.

    Raises:
        UserError, OutsideFailure: as `alone`.
    """
    with alone(workspace, person, when) as desk:
        for entry in workspace.settings.documents:
            with opened_in(desk, entry, outside_message):
                pass
        yield desk


@contextlib.contextmanager
def opened_in(desk: Desk, entry: DocumentEntry, outside_message: str) -> Iterator[Session]:
    """Have a document open meanwhile; what a crash left unsaved is recovered."""
    opened = open_document(desk, entry, outside_message=outside_message)
    try:
        yield opened.session
    finally:
        if opened.keeper is not None:
            opened.keeper.close()
