"""Writing in a workspace without a window: alone, and over everything that was typed."""

import contextlib
from collections.abc import Iterator
from datetime import datetime

from coauthor.errors import OutsideFailure, UserError
from coauthor.workspace.opening import Desk, open_document, sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.workspace import Workspace


@contextlib.contextmanager
def writing_alone(
    workspace: Workspace, person: Person, when: datetime, outside_message: str
) -> Iterator[Desk]:
    """Keep windows out meanwhile; what a crash left unsaved is recovered first.

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
        for entry in workspace.settings.documents:
            opened = open_document(desk, entry, outside_message=outside_message)
            if opened.keeper is not None:
                opened.keeper.close()
        yield desk
    finally:
        desk.leave()
