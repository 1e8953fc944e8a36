"""Answers that all may read: they go to every room of a document at once, without the asker.

Knowledge that one bidder has and another has not, distorts (Aw 2012 art. 2.51). So an
answer goes to all rooms or to none; where the question was not asked, it comes along
in our own name.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from coauthor.document.reading import encode, read_document
from coauthor.errors import UserError
from coauthor.history import states
from coauthor.review.event import Event, Voice, write_event
from coauthor.review.rights import PUBLISH_ROOM
from coauthor.workspace.events import demand, new_event, people_of, read_events
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.rooms.doubts import Doubt, Inside, find_doubts
from coauthor.workspace.rooms.guarding import room_key
from coauthor.workspace.rooms.hidden import without_hidden
from coauthor.workspace.rooms.making import add_files, open_room
from coauthor.workspace.rooms.published import (
    Publication,
    keep_publication,
    publications,
    rooms_here,
)
from coauthor.workspace.workspace import Workspace

RELAYED = "relayed"
"""Value of a question that we put in a room for somebody who asked it elsewhere."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of ours to what somebody asked in a room.

    Args:
        reply: the event of the answer; ``question`` the event that it answers in the end.
        went: whether it went to all rooms already; to some only when publishing it broke off.
    """

    reply: Event
    question: Event
    went: bool = False


@dataclass(frozen=True, slots=True)
class Issued:
    """What stands in one room for some answers: files, and the ids of the events in them."""

    files: Mapping[str, bytes]
    ids: tuple[str, ...]


def answers(workspace: Workspace, document: str) -> tuple[Answer, ...]:
    """Return our own answers to what others asked in rooms of a document, oldest first."""
    own = workspace.settings.organisation
    events = {event.id: event for event in read_events(workspace)}
    known = publications(workspace, document)
    went = frozenset[str].intersection(*_went(known).values()) if known else frozenset[str]()
    askers = {name for made in known for name in made.organisations}
    found = []
    for event in events.values():
        if (event.kind, event.voice.organisation, event.document) != ("reply", own, document):
            continue
        root = _root(event, events)
        if root is not None and root.voice.organisation in askers - {own}:
            found.append(Answer(event, root, event.id in went))
    return tuple(found)


def _went(made: Iterable[Publication]) -> dict[str, frozenset[str]]:
    """Return which answers stand in each room."""
    found: dict[str, frozenset[str]] = {}
    for each in made:
        found[each.room] = found.get(each.room, frozenset()).union(each.answers)
    return found


def _root(event: Event, events: Mapping[str, Event]) -> Event | None:
    """Return with which event a thread began, or None when it is not whole."""
    seen: set[str] = set()
    while event.about and event.id not in seen:
        seen.add(event.id)
        above = events.get(event.about)
        if above is None:
            return None
        event = above
    return event


def answer_doubts(workspace: Workspace, chosen: Iterable[Answer]) -> Iterator[Doubt]:
    """Yield what in questions and answers may tell who asked, or more than was meant."""
    known = {each.name for each in people_of(workspace).organisations}
    known |= {name for made in publications(workspace) for name in made.organisations}
    inside = Inside(organisations=tuple(known), own=workspace.settings.organisation)
    names: dict[tuple[str, str], str] = {}
    for answer in chosen:
        for event in (answer.question, answer.reply):
            place = (event.document, event.clause)
            if place not in names:
                clause = workspace.read(workspace.entry(event.document)).clause(event.clause)
                names[place] = (clause.code or clause.title) if clause else event.clause
            for doubt in find_doubts(read_document(event.body + "\n"), inside):
                yield Doubt(doubt.kind, event.clause, names[place], doubt.found, doubt.around)


def issue(
    chosen: Iterable[Answer], name: str, own: Voice, there: Iterable[str], when: datetime
) -> Issued:
    """Return what stands in a room for some answers.

    Args:
        name: of the document in the room.
        own: with whose voice we speak there; nobody of us in particular.
        there: the paths of what stands in the room already.
    """
    paths = set(there)
    files: dict[str, bytes] = {}
    ids: list[str] = []

    def put(event: Event) -> Event:
        files[event.path] = encode(write_event(event))
        ids.append(event.id)
        return event

    for answer in chosen:
        clause = answer.question.clause
        asked = answer.question
        at = Event(asked.id, asked.kind, name, clause, own, "").path
        about = asked.id
        if at not in paths:
            said = without_hidden(asked.body).text
            values = {RELAYED: "yes"}
            about = put(new_event(own, "question", name, clause, when, body=said, values=values)).id
        said = without_hidden(answer.reply.body).text
        put(new_event(own, "reply", name, clause, when, about=about, body=said))
    return Issued(files, tuple(ids))


def publish_answers(
    workspace: Workspace, document: str, chosen: Iterable[Answer], when: datetime, message: str
) -> tuple[Publication, ...]:
    """Publish answers in every room of a document; all get the same, or nobody gets any.

    When it breaks off halfway the answers count as not published, and doing it again brings
    them to the rooms that have not got them.

    Args:
        message: what the version of the rooms is called.

    Raises:
        UserError: ``room-missing`` when a room is not where it was on this computer,
            ``room-changed``, ``no-answers``, ``not-allowed``.
        OutsideFailure: something could not be written.
    """
    demand(workspace, PUBLISH_ROOM)
    picked = tuple(chosen)
    known = publications(workspace, document)
    latest, there_already = latest_by_room(known), _went(known)
    if not picked or not latest:
        raise UserError("no-answers")
    where = rooms_here(workspace)
    rooms = []
    for made in latest.values():
        folder = where.get(made.room)
        room = open_room(folder) if folder else None
        if room is None:
            names = ", ".join(made.organisations)
            raise UserError("room-missing", path=str(folder or ""), organisation=names)
        if room.repository.changed_paths():
            raise UserError("room-changed", path=str(room.root))
        rooms.append((made, room))
    act = new_ulid()
    moment = when.replace(second=0, microsecond=0)
    done = []
    for made, room in rooms:
        missing = [each for each in picked if each.reply.id not in there_already[made.room]]
        if not missing:
            continue
        version = states.newest(room.repository)
        there = states.state_of(room.repository, version)
        issued = issue(missing, made.name, own_voice(workspace), there, moment)
        add_files(room, issued.files, moment, message, room_key(workspace))
        record = answered(made, act, moment, missing, issued)
        keep_publication(workspace.root, record, inside=True)
        done.append(record)
    return tuple(done)


def latest_by_room(made: Iterable[Publication]) -> dict[str, Publication]:
    """Return the last publication in each room."""
    return {each.room: each for each in made}


def own_voice(workspace: Workspace) -> Voice:
    """Return the voice of the organisation itself: no person, no key, no role."""
    own = workspace.settings.organisation
    return Voice(own, people_of(workspace).organisation(own).party or "municipality")


def answered(
    made: Publication, act: str, when: datetime, picked: Iterable[Answer], issued: Issued
) -> Publication:
    """Return the record that answers went to a room; the text there is what it was."""
    return replace(
        made,
        id=new_ulid(),
        act=act,
        at=when.isoformat(timespec="minutes"),
        changed=(),
        added=(),
        gone=(),
        answers=tuple(each.reply.id for each in picked),
        issued=issued.ids,
    )
