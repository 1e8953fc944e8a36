"""Collecting: what was said in rooms comes into the own workspace, by a named act.

First a plan, which reads the rooms and changes nothing; then the act, which is
recorded. Doing it again brings only what is new.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

import tomlkit

from coauthor.document.reading import encode
from coauthor.errors import UserError
from coauthor.history.files import write_atomically, write_many
from coauthor.history.sharing.asking import Ask, Report, quiet
from coauthor.review.event import Event, write_event
from coauthor.review.rights import PUBLISH_ROOM
from coauthor.review.suggesting.suggestions import SUGGESTION
from coauthor.workspace.events import demand, read_events
from coauthor.workspace.records import DECISIONS
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.rooms.accepting import Accepted, Door
from coauthor.workspace.rooms.published import publications
from coauthor.workspace.rooms.reaching import reached
from coauthor.workspace.rooms.reading import Reading
from coauthor.workspace.workspace import Workspace

KIND = "collection"


@dataclass(frozen=True, slots=True)
class Visited:
    """A room that was read: which one, up to which version, and what nobody sent yet."""

    label: str
    room: str
    version: str
    unsaved: int = 0


@dataclass
class Collection:
    """What collecting brings.

    Args:
        accepted: the events, and what did not fit.
        offered: suggestions made of clauses whose text was changed in a room.
    """

    visited: list[Visited] = field(default_factory=list)
    accepted: Accepted = field(default_factory=Accepted)
    offered: list[Event] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, Counter[str]]:
        """How many events of each kind come in, by organisation."""
        found: dict[str, Counter[str]] = {}
        for event in (*self.accepted.events, *self.offered):
            found.setdefault(event.voice.organisation, Counter())[event.kind] += 1
        return found

    @property
    def is_new(self) -> bool:
        """Whether anything comes in."""
        return bool(self.accepted.events or self.offered)


def plan_collection(
    workspace: Workspace,
    rooms: Iterable[str],
    when: datetime,
    ask: Ask | None = None,
    report: Report = quiet,
) -> Collection:
    """Read rooms and tell what would come in. Changes nothing.

    Args:
        rooms: folders, files of packages, or addresses.

    Raises:
        UserError: ``room-not-ours`` for one that was not published from here,
            ``room-broken``, ``not-allowed``; as `reached`.
        OutsideFailure: one cannot be reached or read.
        Cancelled: the person stopped it.
    """
    demand(workspace, PUBLISH_ROOM)
    known = publications(workspace)
    there = list(read_events(workspace))
    door = Door(there)
    found = Collection(accepted=door.accepted)
    for typed in rooms:
        with reached(workspace, typed, ask, report) as room:
            made = [each for each in known if each.room == room.room]
            if not made:
                raise UserError("room-not-ours", room=typed)
            reading = Reading(workspace, room, made)
            door.enter(reading.room(), reading.files())
            for event, refused in reading.rewritten(when):
                if refused is not None:
                    found.accepted.refused.append(refused)
                elif event is not None and not _is_there(event, [*there, *found.offered]):
                    found.offered.append(event)
            found.visited.append(Visited(typed, room.room, room.version, room.unsaved))
    return found


def collect(workspace: Workspace, found: Collection, when: datetime) -> None:
    """Bring in what was found, and record it; with nothing new, nothing is written.

    Raises:
        OutsideFailure: something could not be written; doing it again brings the rest.
    """
    if not found.is_new:
        return
    events = (*found.accepted.events, *found.offered)
    write_many((workspace.root / each.path, encode(write_event(each))) for each in events)
    record = {
        "format": 1,
        "kind": KIND,
        "at": when.isoformat(timespec="seconds"),
        "rooms": [{"room": each.room, "version": each.version} for each in found.visited],
        "events": len(found.accepted.events),
        "suggestions": len(found.offered),
        "refused": len(found.accepted.refused),
    }
    target = workspace.root / DECISIONS / f"{new_ulid()}.toml"
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, tomlkit.dumps(record).encode("utf-8"))


def _is_there(event: Event, there: Iterable[Event]) -> bool:
    """Tell whether the same was offered before by the same organisation."""
    keys = ("change", "title", "text")
    return any(
        each.kind == SUGGESTION
        and (each.document, each.clause) == (event.document, event.clause)
        and each.voice.organisation == event.voice.organisation
        and all(each.values.get(key, "") == event.values.get(key, "") for key in keys)
        for each in there
    )
