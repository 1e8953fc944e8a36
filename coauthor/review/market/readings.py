"""Readings: "this is how we read it", and whether the other side reads it so, too.

A reading that both sides hold makes a clause *understood*; two vendors with such a
reading make it *market-tested* (`domain.md` §6.2). It belongs to the text it was made on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coauthor.review.event import Event, Voice
from coauthor.review.people import name_key
from coauthor.review.sides import Side, Sides

READING = "reading"
TESTED = 2
"""Vendors that must hold a reading for a clause to be market-tested."""


@dataclass(frozen=True, slots=True)
class Holder:
    """An organisation that reads the clause so: its writer first, then who confirmed."""

    organisation: str
    side: Side
    event: str
    at: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How an organisation reads a clause.

    Args:
        event: id of the event.
        digest: `clause_digest` of the clause that was read.
        holders: who reads it so.
    """

    event: str
    clause: str
    text: str
    digest: str
    at: str
    holders: tuple[Holder, ...]

    @property
    def organisation(self) -> str:
        """Who wrote it."""
        return self.holders[0].organisation

    @property
    def is_shared(self) -> bool:
        """Whether both sides hold it."""
        sides = {each.side for each in self.holders}
        return {"vendor", "public"} <= sides

    @property
    def vendors(self) -> frozenset[str]:
        """The keys of the vendors that hold it."""
        return frozenset(
            name_key(each.organisation) for each in self.holders if each.side == "vendor"
        )

    def is_stale(self, digest: str) -> bool:
        """Tell whether the clause says something else now than when it was read."""
        return self.digest != digest

    def is_held_by(self, organisation: str) -> bool:
        """Tell whether an organisation wrote it, or confirmed it."""
        key = name_key(organisation)
        return any(name_key(each.organisation) == key for each in self.holders)


Readings = Mapping[str, tuple[Reading, ...]]
"""Uid of a clause → its readings, oldest first."""


def readings(events: Iterable[Event], sides: Sides) -> Readings:
    """Return the readings that stand: the newest of each organisation on each clause.

    Only who wrote or confirmed something withdraws it; confirming again counts again.

    Args:
        events: in any order, of one document.
    """
    said = sorted(
        (e for e in events if e.kind in (READING, "confirm", "withdraw")), key=lambda e: e.id
    )
    written = {e.id: e for e in said if e.kind == READING and e.clause and e.body.strip()}
    confirms = {e.id: e.about for e in said if e.kind == "confirm"}
    newest = {(e.clause, name_key(e.voice.organisation)): e for e in written.values()}
    # Clocks of two computers differ, so order counts within one organisation only.
    last: dict[tuple[str, str], Event] = {}
    for event in said:
        if event.kind != READING:
            about = confirms.get(event.about, event.about)
            last[about, name_key(event.voice.organisation)] = event
    held: dict[str, list[Event]] = {}
    for (about, who), event in last.items():
        if event.kind == "confirm" and about in written and _is_heard(event.voice, sides):
            author = name_key(written[about].voice.organisation)
            if who != author:
                held.setdefault(about, []).append(event)
    found: dict[str, list[Reading]] = {}
    for (uid, who), event in sorted(newest.items(), key=lambda each: each[1].id):
        final = last.get((event.id, who))
        if final is None or final.kind != "withdraw":
            reading = _reading(event, held.get(event.id, []), sides)
            found.setdefault(uid, []).append(reading)
    return {uid: tuple(each) for uid, each in found.items()}


def _is_heard(voice: Voice, sides: Sides) -> bool:
    return bool(voice.organisation) and sides.of(voice) != ""


def _reading(event: Event, confirmed: Sequence[Event], sides: Sides) -> Reading:
    return Reading(
        event.id,
        event.clause,
        event.body.strip(),
        event.values.get("text-digest", ""),
        event.at,
        tuple(
            Holder(each.voice.organisation, sides.of(each.voice), each.id, each.at)
            for each in (event, *sorted(confirmed, key=lambda each: each.id))
        ),
    )


def is_understood(found: Sequence[Reading], digest: str) -> bool:
    """Tell whether both sides hold one reading of the text of now."""
    return any(each.is_shared and not each.is_stale(digest) for each in found)


def tested_by(found: Sequence[Reading], digest: str) -> frozenset[str]:
    """Return the keys of the vendors that hold a shared reading of the text of now."""
    held = [each.vendors for each in found if each.is_shared and not each.is_stale(digest)]
    return frozenset().union(*held)


def is_market_tested(found: Sequence[Reading], digest: str) -> bool:
    """Tell whether two vendors hold a reading that both sides share (`domain.md` §6.2)."""
    return len(tested_by(found, digest)) >= TESTED
