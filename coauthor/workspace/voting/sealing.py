"""Sealed positions on this computer: kept apart until the blind round closes, then shown.

They stand in the private folder of the workspace, which is part of no version. Who
takes a position on one computer must therefore send from that computer again after
the round was closed.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from coauthor.document.reading import decode, encode
from coauthor.errors import OutsideFailure
from coauthor.history.files import write_atomically
from coauthor.review.event import Event, Voice
from coauthor.review.voting.positions import DIGEST, POSITION
from coauthor.review.voting.sealing import Secret
from coauthor.workspace.events import read_events, say, voice_of
from coauthor.workspace.person import Person, read_person
from coauthor.workspace.voting.settling import Room, room_of
from coauthor.workspace.workspace import Workspace

FOLDER = "sealed"


def keep_secret(workspace: Workspace, sealed: Event, secret: Secret) -> None:
    """Keep what a sealed position says, for when the round closes.

    Raises:
        OutsideFailure: it could not be written.
    """
    path = _folder(workspace) / f"{sealed.id}.json"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, encode(json.dumps(asdict(secret), indent=1)))
    except OSError as error:
        raise OutsideFailure("disk-failed", path=str(path), reason=str(error)) from error


def own_secret(workspace: Workspace, event_id: str) -> Secret | None:
    """Return what a sealed position says that was given on this computer, or None."""
    try:
        values = json.loads(decode((_folder(workspace) / f"{event_id}.json").read_bytes()))
        return Secret(**{key: str(value) for key, value in values.items()})
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def show_sealed(workspace: Workspace, when: datetime, person: Person | None = None) -> int:
    """Say openly what was sealed here, of every round that was closed; return how many.

    Only the newest seal of the organisation on a clause is opened: what it replaced
    stays shut. Call it before every sending; it costs nothing where nothing is sealed.

    Raises:
        UserError: ``people-broken``.
        OutsideFailure: it could not be written.
    """
    if not any(_files(workspace)):
        return 0
    room = room_of(workspace, list(read_events(workspace)))
    return sum(
        _show(workspace, room, path, when, person or read_person()) for path in _files(workspace)
    )


def waiting_to_show(workspace: Workspace, room: Room) -> int:
    """Return how many positions were sealed here of which the round is closed now."""
    secrets = (own_secret(workspace, path.stem) for path in _files(workspace))
    return sum(each is not None and not room.is_blind(each.document) for each in secrets)


def _show(workspace: Workspace, room: Room, path: Path, when: datetime, person: Person) -> bool:
    secret = own_secret(workspace, path.stem)
    if secret is None or room.is_blind(secret.document):
        return False
    own = room.positions.own(secret.clause, secret.organisation)
    shown = own is not None and own.state == "sealed" and own.event.id == path.stem
    if shown:
        entry = workspace.entry(secret.document)
        voice = voice_of(workspace, person)
        said = Voice(secret.organisation, voice.party, voice.role, voice.by)
        values = {"stance": secret.stance, DIGEST: secret.digest, "salt": secret.salt}
        say(
            workspace,
            said,
            POSITION,
            entry,
            secret.clause,
            when,
            about=path.stem,
            body=secret.argument,
            values=values,
        )
    path.unlink(missing_ok=True)  # it is open now, or a later word replaced it
    return shown


def _files(workspace: Workspace) -> Iterator[Path]:
    yield from sorted(_folder(workspace).glob("*.json"))


def _folder(workspace: Workspace) -> Path:
    return workspace.repository.private_folder / FOLDER
