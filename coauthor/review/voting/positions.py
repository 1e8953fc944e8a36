"""Positions: what each organisation says of a clause, and the answers to objections.

One organisation, one voice: the newest counts, whoever of the organisation wrote it;
what it said before stays history. Newest is told by the ULID of the event, so the
order in which events arrive does not matter; an event that says after which one it
comes is newer than that one, for the clock of a computer may have been wrong. A
position is bound to the text that it was given on: on another text it is stale.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from coauthor.review.event import Event
from coauthor.review.people import Organisation, People, name_key
from coauthor.review.voting.rules import seat, steward_names
from coauthor.review.voting.sealing import CLOSE, SEALED, Secret

POSITION = "position"
AFTER = "after"
"""Value of an event that names the one it replaces, whatever the clocks say."""

DIGEST = "text-digest"
STANCES = ("agree", "live", "object", "none")
"""Agree; can live with it; object (with an argument); nothing, which takes it back."""

Stance = Literal["agree", "live", "object", ""]
State = Literal["open", "sealed", "broken"]


@dataclass(frozen=True, slots=True)
class Position:
    """What an organisation says of a clause now.

    Args:
        organisation: as the room knows it; None where the room does not list it.
        stance: '' while it is sealed, or where what was opened is not what was sealed.
        event: what says it.
        answers: what the steward's side answered to it, oldest first.
    """

    name: str
    organisation: Organisation | None
    stance: Stance
    event: Event
    state: State = "open"
    answers: tuple[Event, ...] = ()

    @property
    def argument(self) -> str:
        """Why, in the organisation's own words, or ''."""
        return self.event.body

    @property
    def is_objection(self) -> bool:
        """Whether it objects."""
        return self.stance == "object"

    def is_stale(self, digest: str) -> bool:
        """Tell whether the clause said something else when it was given."""
        return self.event.values.get(DIGEST, "") != digest


@dataclass(frozen=True)
class Positions:
    """The positions in a room.

    Args:
        by_clause: uid of a clause → one position an organisation, by name.
        closed: document → event with which its blind round was closed.
        latest: uid and key of a name → id of the newest that the organisation said of it.
    """

    by_clause: Mapping[str, tuple[Position, ...]] = field(default_factory=dict)
    closed: Mapping[str, Event] = field(default_factory=dict)
    latest: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def of(self, uid: str) -> tuple[Position, ...]:
        """Return the positions on a clause."""
        return self.by_clause.get(uid, ())

    def own(self, uid: str, organisation: str) -> Position | None:
        """Return the position of one organisation on a clause, or None."""
        key = name_key(organisation)
        return next((each for each in self.of(uid) if name_key(each.name) == key), None)


def read_positions(events: Iterable[Event], people: People, owner: str = "") -> Positions:
    """Return what the events of a room say of positions.

    Args:
        events: in any order; those of other kinds are passed over.
        owner: the organisation whose room it is; it and those with a steward answer
            objections and close a blind round.
    """
    ordered = sorted(events, key=lambda each: (each.id, each.document, each.clause))
    stewards = steward_names(people, owner)
    closed: dict[str, Event] = {}
    said: dict[tuple[str, str], list[Event]] = {}
    answers: dict[str, list[Event]] = {}
    for event in ordered:
        key = name_key(event.voice.organisation)
        if not key:
            continue  # nobody's voice
        if event.kind == CLOSE and not event.clause and key in stewards:
            closed.setdefault(event.document, event)
        elif event.kind == "reply" and event.about and event.body.strip() and key in stewards:
            answers.setdefault(event.about, []).append(event)
        elif event.clause:
            said.setdefault((event.clause, key), []).append(event)
    found: dict[str, list[Position]] = {}
    latest: dict[tuple[str, str], str] = {}
    for (uid, key), events_of_one in sorted(said.items()):
        heard = _Said()
        for event in _in_order(events_of_one):
            heard.hear(event)
        if heard.latest:
            latest[uid, key] = heard.latest
        if position := heard.position(people, answers):
            found.setdefault(uid, []).append(position)
    return Positions({uid: tuple(each) for uid, each in found.items()}, closed, latest)


def _in_order(events: list[Event]) -> list[Event]:
    """Return what one organisation said of one clause, oldest first."""
    if not any(AFTER in each.values for each in events):
        return events
    known = {each.id: each for each in events}
    ranks: dict[str, tuple[str, int, str]] = {}
    for event in events:
        chain = [event]  # to the first one whose rank is known, or that names none
        met = {event.id}
        while chain[-1].id not in ranks:
            before = known.get(chain[-1].values.get(AFTER, ""))
            if before is None or before.id in met:
                break
            chain.append(before)
            met.add(before.id)
        rank = ranks.get(chain[-1].id)
        for each in reversed(chain):
            own = (each.id, 0, each.id)
            if each.id not in ranks:
                ranks[each.id] = max(own, (rank[0], rank[1] + 1, each.id)) if rank else own
            rank = ranks[each.id]
    return sorted(events, key=lambda each: ranks[each.id])


class _Said:
    """What one organisation said of one clause, heard in the order of time."""

    def __init__(self) -> None:
        self.latest = ""
        self._event: Event | None = None
        self._stance: Stance = ""
        self._state: State = "open"
        self._sealed: dict[str, Event] = {}

    def hear(self, event: Event) -> None:
        if event.kind in (SEALED, POSITION):
            self.latest = event.id
        if event.kind == SEALED:
            self._sealed[event.id] = event
            self._set(event, "", "sealed")
        elif event.kind == POSITION and event.about:
            self._open(event)
        elif event.kind == POSITION:
            self._say(event)
        elif event.kind == "withdraw" and self._event and event.about == self._event.id:
            self._event = None

    def _say(self, event: Event) -> None:
        stance = event.values.get("stance", "")
        if stance == "none":
            self._event = None
        elif stance in STANCES and (stance != "object" or event.body.strip()):
            self._set(event, stance, "open")  # type: ignore[arg-type]

    def _open(self, event: Event) -> None:
        """Hear what was in a seal; one that a later word replaced stays shut."""
        sealed = self._sealed.get(event.about)
        if sealed is None:
            self._set(event, "", "broken")
        elif self._event is sealed:
            if opened(event).seal == sealed.values.get("seal"):
                self._say(event)
            else:
                self._set(event, "", "broken")

    def _set(self, event: Event, stance: Stance, state: State) -> None:
        self._event, self._stance, self._state = event, stance, state

    def position(self, people: People, answers: Mapping[str, list[Event]]) -> Position | None:
        event = self._event
        if event is None:
            return None
        voice = event.voice
        organisation = seat(people, voice.organisation, voice.party)
        name = organisation.name if organisation else " ".join(voice.organisation.split())
        key = name_key(voice.organisation)
        heard = tuple(
            each for each in answers.get(event.id, ()) if name_key(each.voice.organisation) != key
        )
        return Position(name, organisation, self._stance, event, self._state, heard)


def opened(event: Event) -> Secret:
    """Return what a position that opens a seal says was sealed."""
    return Secret(
        event.voice.organisation,
        event.document,
        event.clause,
        event.values.get("stance", ""),
        event.values.get(DIGEST, ""),
        event.body,
        event.values.get("salt", ""),
    )
