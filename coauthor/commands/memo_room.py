"""What the commands of a memo share: where it is kept, and how actions are listed."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coauthor.commands import Option, now
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.memo.room import Room

Action = Callable[[argparse.Namespace, Catalogue], int]
Actions = Mapping[str, tuple[Action, Sequence[Option]]]

DIR: Option = (("workspace",), {"type": Path, "metavar": "DIR"})
REASON: Option = (("--reason",), {"default": ""})


def room_of(options: argparse.Namespace, making: str = "") -> "Room":
    """Return the private room of a workspace.

    Args:
        making: what the first version is called where it may be made; '' must not make it.

    Raises:
        UserError: ``memo-room-missing``.
    """
    from coauthor.workspace.memo.room import make_room, open_room
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace

    workspace, person = open_workspace(options.workspace), read_person()
    if making:
        return make_room(workspace, person, now(), making)
    room = open_room(workspace, person)
    if room is None:
        raise UserError("memo-room-missing")
    return room
