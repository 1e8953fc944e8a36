"""What of a room may come in: each event is looked at, and what does not fit is told.

Nothing of a room is believed: who is in it, we wrote down when we published; the rest
is text of others. Pure.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from coauthor.review.event import Event, Voice, read_event, write_event
from coauthor.review.people import Organisation

BEGINNING = ("comment", "question", "suggestion", "response", "reading", "position")
"""Kinds that begin something; they are about a clause or the document, not about an event."""

ABOUT = ("reply", "resolve", "reopen", "confirm", "withdraw")
DECIDING = ("accept", "reject")
"""Kinds by which the owner of the text decides; a vendor does not."""

SIZE = 256_000
"""Bytes; nobody says more at once."""

_EXCERPT = 80


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that did not come in.

    Args:
        code: why; the catalogue holds ``collect-why-<code>``.
        room: how the person named the room.
        what: the file, or the clause.
        organisation: who said it, as far as is known.
        said: how it begins, where it can be read.
    """

    code: str
    room: str
    what: str
    organisation: str = ""
    said: str = ""


@dataclass(frozen=True)
class Room:
    """What we know of a room, by our own records.

    Args:
        label: how the person named it.
        own: the organisation that publishes.
        organisations: who may speak in it, by name.
        documents: name of each document inside, by its name in the room.
        clauses: uids of the clauses that stood in it, by the name of the document inside.
        version: gives our version for a version of the room, or ''.
        keys: gives the organisation that a key is known to speak for, or None.
        ours: fingerprint of our own key; what it signed needs no other proof.
        issued: ids of events that we put there ourselves.
    """

    label: str
    own: str
    organisations: Mapping[str, Organisation]
    documents: Mapping[str, str]
    clauses: Mapping[str, Collection[str]]
    version: Callable[[str], str]
    keys: Callable[[str], str | None]
    ours: str = ""
    issued: Collection[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class File:
    """A file of the discussion in a room, with who brought it.

    Args:
        organisation: for whom the version was made that brought it, or ''.
        key: fingerprint of the key that signed that version, or ''.
        forged: whether its signature is not right.
        changed: whether a later version changed it.
        forbidden: whether the rules of the room do not allow it.
    """

    path: str
    data: bytes
    organisation: str = ""
    key: str = ""
    forged: bool = False
    changed: bool = False
    forbidden: bool = False


@dataclass(slots=True)
class Accepted:
    """What came in of one or several rooms."""

    events: list[Event] = field(default_factory=list)
    known: int = 0
    refused: list[Refused] = field(default_factory=list)


class Door:
    """Lets events in, one room after the other.

    Args:
        there: the events that we have already.
    """

    def __init__(self, there: Iterable[Event]) -> None:
        self._there = {event.id: event for event in there}
        self.accepted = Accepted()

    def enter(self, room: Room, files: Iterable[File]) -> None:
        """Look at the files of a room and take in what fits."""
        events: list[Event] = []
        for file in files:
            if file.path.rpartition("/")[2].removesuffix(".md") in room.issued:
                continue
            event = self._event(room, file)
            if isinstance(event, Refused):
                self.accepted.refused.append(event)
            else:
                events.append(event)
        new_clauses = {each.clause for each in events if each.values.get("change") == "add"}
        for event in sorted(events, key=lambda each: each.id):
            self._take(room, event, new_clauses)

    def _take(self, room: Room, event: Event, new_clauses: Collection[str]) -> None:
        known = self._there.get(event.id)
        if known is not None:
            if write_event(known) == write_event(event):
                self.accepted.known += 1
            else:
                self._refuse("other-words", room, event)
        elif (code := self._misfit(room, event, new_clauses)) is not None:
            self._refuse(code, room, event)
        else:
            self._there[event.id] = event
            self.accepted.events.append(event)

    def _refuse(self, code: str, room: Room, event: Event) -> None:
        who = event.voice.organisation
        refused = Refused(code, room.label, event.path, who, event.body[:_EXCERPT])
        self.accepted.refused.append(refused)

    def _event(self, room: Room, file: File) -> Event | Refused:
        """Return the event in a file as we keep it, or why it cannot come in."""
        if len(file.data) > SIZE:
            return Refused("too-large", room.label, file.path, file.organisation)
        try:
            event = read_event(file.path, file.data.decode("utf-8"))
        except UnicodeDecodeError:
            event = None
        if event is None:
            return Refused("no-event", room.label, file.path, file.organisation)
        said = event.voice.organisation
        if code := self._doubtful(room, file, event):
            who = file.organisation or said
            return Refused(code, room.label, file.path, who, event.body[:_EXCERPT])
        voice = event.voice
        party = room.organisations[said].party
        values = dict(event.values)
        if "version" in values:
            values["version"] = room.version(values["version"])
        return replace(
            event,
            document=room.documents[event.document],
            voice=Voice(said, party, voice.role, voice.by),
            values=MappingProxyType(values),
        )

    @staticmethod
    def _doubtful(room: Room, file: File, event: Event) -> str:
        """Return why a file cannot be what somebody of this room said, or ''."""
        said = event.voice.organisation
        proved = file.key in ("", room.ours)
        speaks = None if proved else room.keys(file.key)
        if said not in room.organisations:
            return "organisation-unknown"
        if file.forged:
            return "forged"
        if any(each and each != said for each in (file.organisation, speaks)):
            return "speaks-for-another"
        if event.voice.by and not proved and event.voice.by != file.key:
            return "speaks-for-another"
        if said == room.own and not proved and speaks is None:
            return "own-unproved"
        if file.forbidden or file.changed:
            return "forbidden" if file.forbidden else "changed-later"
        return "" if event.document in room.documents else "document-unknown"

    def _misfit(self, room: Room, event: Event, new_clauses: Collection[str]) -> str | None:
        organisation = room.organisations[event.voice.organisation]
        if event.kind in DECIDING and organisation.is_vendor:
            return "may-not-decide"
        if event.kind not in (*BEGINNING, *ABOUT, *DECIDING):
            return "kind-unknown"
        there = room.clauses.get(event.document, ())
        if event.clause and event.clause not in there and event.clause not in new_clauses:
            return "clause-unknown"
        if event.kind in BEGINNING:
            return None
        about = self._there.get(event.about)
        if about is None:
            return "about-unknown"
        if (about.document, about.clause) != (event.document, event.clause):
            return "about-elsewhere"
        if event.kind == "withdraw" and about.voice.organisation != event.voice.organisation:
            return "not-theirs"
        return None
