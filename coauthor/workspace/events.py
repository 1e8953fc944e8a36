"""The events of a workspace on disk: reading all of them, and saying something."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from coauthor.document.reading import decode, encode
from coauthor.errors import OutsideFailure, UserError
from coauthor.history.files import write_atomically
from coauthor.history.trust.keys import own_key
from coauthor.review.event import FOLDER, NOTHING, Event, Voice, read_event, write_event
from coauthor.review.people import FILE, Member, People, read_people
from coauthor.review.rights import (
    ACTS,
    acts_of,
    fingerprint_of,
    guest_acts,
    is_spoken_for,
    member_of,
    role_of,
)
from coauthor.workspace.person import Person, read_person
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
    """Return with whose voice a person speaks here.

    Where people are listed, their key says for whom; elsewhere they say it themselves.
    """
    people = people_of(workspace)
    if member := acting(workspace):
        party = people.organisation(member.organisation).party
        return Voice(member.organisation, party, role_of(member), fingerprint_of(member.key))
    name = person.organisation or workspace.settings.organisation
    return Voice(name, people.organisation(name).party)


def acting(workspace: Workspace) -> Member | None:
    """Return who the person at this computer is here, by their key; None: nobody listed.

    Raises:
        UserError: ``people-broken``, ``key-unfit`` or ``key-locked``.
        OutsideFailure: the key cannot be made or read.
    """
    people = people_of(workspace)
    return member_of(people, own_key().fingerprint) if people.members else None


def acts_here(workspace: Workspace) -> frozenset[str]:
    """Return all that the person at this computer may do here; raises as `acting`."""
    people = people_of(workspace)
    if not people.members:
        return frozenset(ACTS)
    if member := acting(workspace):
        return acts_of(people, member)
    # Who is listed by key is not replaced by who says to be of the same organisation.
    is_guest = not is_spoken_for(people, read_person().organisation)
    return guest_acts(people) if is_guest else frozenset()


def demand(workspace: Workspace, act: str) -> None:
    """Refuse what the person at this computer may not do here.

    Args:
        act: one of `coauthor.review.rights.ACTS`.

    Raises:
        UserError: ``not-allowed`` with the act; and as `acting`.
    """
    if act not in acts_here(workspace):
        raise UserError("not-allowed", act=act)


def read_events(workspace: Workspace, place: str = "*/*") -> Iterator[Event]:
    """Yield all events, oldest first; files that are none are passed over.

    Args:
        place: ``<document>/<uid>`` for what was said of one clause.
    """
    paths = (workspace.root / FOLDER).glob(f"{place}/*.md")
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
    event = new_event(voice, kind, entry.name, clause, when, about=about, body=body, values=values)
    keep_event(workspace, event)
    return event


def new_event(
    voice: Voice,
    kind: str,
    document: str,
    clause: str,
    when: datetime,
    *,
    about: str = "",
    body: str = "",
    values: Mapping[str, str] = NOTHING,
) -> Event:
    """Return an event that is said now; it is written nowhere yet."""
    at = when.isoformat(timespec="seconds")
    return Event(new_ulid(), kind, document, clause, voice, at, about, body, values)


def keep_event(workspace: Workspace, event: Event) -> None:
    """Write the file of an event."""
    path = workspace.root / event.path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, encode(write_event(event)))
    except OSError as error:
        raise OutsideFailure("disk-failed", path=event.path, reason=str(error)) from error
