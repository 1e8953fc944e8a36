"""The events of a workspace on disk: reading all of them, and saying something."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from coauthor.document.reading import decode, encode
from coauthor.errors import OutsideFailure
from coauthor.history.files import write_atomically
from coauthor.review.event import FOLDER, NOTHING, Event, Voice, read_event, write_event
from coauthor.review.people import FILE, People, read_people
from coauthor.workspace.person import Person
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace


def people_of(workspace: Workspace) -> People:
    """Return who is in the room; nobody in particular where no ``people.toml`` is.

    Raises:
        UserError: ``people-broken``.
    """
    try:
        return read_people(decode((workspace.root / FILE).read_bytes()))
    except FileNotFoundError:
        return People()
    except OSError as error:
        raise OutsideFailure("disk-failed", path=FILE, reason=str(error)) from error


def voice_of(workspace: Workspace, person: Person) -> Voice:
    """Return with whose voice a person speaks here."""
    name = person.organisation or workspace.settings.organisation
    return Voice(name, people_of(workspace).organisation(name).party)


def read_events(workspace: Workspace) -> Iterator[Event]:
    """Yield all events, oldest first; files that are none are passed over."""
    paths = (workspace.root / FOLDER).glob("*/*/*.md")
    for path in sorted(paths, key=lambda each: each.name):
        try:
            text = decode(path.read_bytes())
        except OSError:
            continue  # taken away or not ours to read
        if event := read_event(path.relative_to(workspace.root).as_posix(), text):
            yield event


def say(
    workspace: Workspace,
    voice: Voice,
    kind: str,
    entry: DocumentEntry,
    clause: str,
    when: datetime,
    *,
    about: str = "",
    body: str = "",
    values: Mapping[str, str] = NOTHING,
) -> Event:
    """Write an event down and return it; it travels with the next version.

    Args:
        clause: uid of the clause, or '' for the document.

    Raises:
        OutsideFailure: it could not be written.
    """
    at = when.isoformat(timespec="seconds")
    event = Event(new_ulid(), kind, entry.name, clause, voice, at, about, body, values)
    keep_event(workspace, event)
    return event


def keep_event(workspace: Workspace, event: Event) -> None:
    """Write the file of an event."""
    path = workspace.root / event.path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, encode(write_event(event)))
    except OSError as error:
        raise OutsideFailure("disk-failed", path=event.path, reason=str(error)) from error
