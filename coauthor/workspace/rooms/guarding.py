"""The key of rooms: whoever publishes keeps its rooms by it, and no person is known by it.

A room lists that key as its only steward; everybody else is a guest there, who speaks
and changes nothing. So what stands in a room is what was published in it.
"""

import tomlkit

from coauthor.document.reading import decode
from coauthor.errors import UserError
from coauthor.history import states
from coauthor.history.filestate import FileState
from coauthor.history.repository import Repository
from coauthor.history.states import State
from coauthor.history.trust.admitting import stains_of
from coauthor.history.trust.keys import KeyFile, key_in, own_key
from coauthor.review.people import FILE as PEOPLE
from coauthor.review.people import People, read_people
from coauthor.review.rights import GUESTS, GUESTS_SPEAK, member_of
from coauthor.workspace.workspace import Workspace

ROOM_KEY = "room-key"
"""Folder, beside the history, in which the key of the rooms stands."""


def room_key(workspace: Workspace) -> KeyFile:
    """Return the key that signs what a workspace writes in its rooms; made at first use.

    It is no person's, stays with the history of the workspace on this computer, and is
    in no version of it.

    Raises:
        UserError: ``key-unfit``.
        OutsideFailure: it cannot be made or read.
    """
    return key_in(workspace.repository.private_folder / ROOM_KEY)


def with_publisher(document: tomlkit.TOMLDocument, publisher: str, key: KeyFile) -> None:
    """Let the key of the room keep it, and everybody else speak in it."""
    table = tomlkit.table()
    table["key"], table["organisation"], table["roles"] = key.public, publisher, ["steward"]
    document.setdefault("people", tomlkit.aot()).append(table)
    document.setdefault("settings", tomlkit.table())[GUESTS] = GUESTS_SPEAK


def allowed(repository: Repository, there: State, version: str) -> dict[str, FileState]:
    """Return what stands in a room without what was not allowed to."""
    state = dict(there)
    for path, stain in stains_of(repository, version).items():
        state.pop(path, None)
        if stain.good is not None:
            state[path] = stain.good
    return state


def signing_key(room: Workspace, before: State, key: KeyFile) -> KeyFile | None:
    """Return the key that signs in a room; None where the person's own must.

    Raises:
        UserError: ``room-key-missing`` when neither is listed there.
    """
    people = people_there(room, before)
    if not people.members or member_of(people, key.fingerprint):
        return key
    if member_of(people, own_key().fingerprint):
        return None
    raise UserError("room-key-missing", path=str(key.path))


def people_there(room: Workspace, state: State) -> People:
    """Return who is listed in a version of a room."""
    if PEOPLE not in state:
        return People()
    return read_people(decode(states.content(room.repository, state[PEOPLE].id)))
