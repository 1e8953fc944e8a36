"""Sharing the private room with colleagues, at a place where no vendor reads."""

from dataclasses import dataclass
from datetime import datetime

from coauthor.history.sharing.asking import Ask, Report
from coauthor.history.sharing.fetching import fetch
from coauthor.history.sharing.joining import join
from coauthor.history.sharing.places import connect, default_place, places, read_address
from coauthor.history.sharing.sending import Outcome, send
from coauthor.workspace import settings as settings_file
from coauthor.workspace.memo.room import Room, open_room, refuse_place, room_path
from coauthor.workspace.person import Person
from coauthor.workspace.sharing.receiving import Naming, receive
from coauthor.workspace.sharing.sending import make_ready
from coauthor.workspace.workspace import Workspace

TRIES = 3
"""How often is tried again when a colleague was first."""


@dataclass(frozen=True, slots=True)
class Colleagues:
    """How to reach colleagues.

    Args:
        ask: asks a person what a place wants to know.
        report: hears how far it is.
        naming: what versions are called that it makes.
    """

    ask: Ask | None
    report: Report
    naming: Naming


def join_room(workspace: Workspace, person: Person, address: str, how: Colleagues) -> Room:
    """Begin the private room of a workspace from what a colleague shared.

    Raises:
        UserError: ``memo-room-unsafe``, and as `coauthor.history.sharing.joining.join`.
        OutsideFailure: it cannot be reached.
    """
    refuse_place(workspace, [read_address(address).text])
    folder = room_path(workspace)
    join(address, folder, how.ask, how.report, must_hold=settings_file.FILE)
    folder.chmod(0o700)
    room = open_room(workspace, person)
    assert room is not None  # noqa: S101 – it was joined just now
    return room


def share_room(room: Room, when: datetime, how: Colleagues, address: str = "") -> None:
    """Take in what colleagues did with the questions, and give them ours.

    Args:
        address: the place, when there is none yet.

    Raises:
        UserError: ``memo-room-unsafe``, ``no-places``, and as fetching and sending.
        OutsideFailure: it cannot be reached; all is kept for the next time.
    """
    home = Workspace(room.home.root, room.home.settings)
    repository = home.repository
    if address and not places(repository):
        refuse_place(room.workspace, [read_address(address).text])
        connect(repository, address)
    place = default_place(repository)
    author = room.person.author
    for _ in range(TRIES):
        fetched = fetch(repository, place, how.ask, how.report)
        if fetched.version is not None:
            receive(home, fetched.version.id, author, when, how.naming)
        make_ready(home, author, when, how.naming.own)
        if send(repository, place, how.ask, how.report).outcome is not Outcome.NEWER:
            return
