"""A table at which organisations write a standard together, each with a clone of its own."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coauthor.document.model import Clause
from coauthor.review.event import Event
from coauthor.workspace.person import Person
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.voting.sealing import show_sealed
from coauthor.workspace.voting.settling import Room, room_of
from coauthor.workspace.voting.voicing import answer_objection, close_round, take_position
from tests.workspace.sharing import Writer, share

WHEN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SETTINGS = """format = 1
kind = "standard"
name = "norm"
organisation = "Land"
title = "Reisdocumenten"

[[documents]]
name = "norm"
title = "Norm"
"""
TEXT = """---
title: Norm
code: N
---

# Aanvragen

<!-- clause n1aaaaaaaa N-001 kind=eis -->
### Aanvraag

Het systeem neemt een aanvraag aan.

<!-- clause n2bbbbbbbb N-002 kind=eis -->
### Termijn

Het systeem antwoordt binnen 4 uur.

<!-- clause n3cccccccc N-003 kind=eis locked=yes -->
### Versleuteling

Het systeem versleutelt alle gegevens.
"""
A, B, LOCKED = "n1aaaaaaaa", "n2bbbbbbbb", "n3cccccccc"
PEOPLE = """[[organisations]]
name = "Land"
party = "umbrella"

[[organisations]]
name = "Groot"
party = "municipality"
size = "over-100k"

[[organisations]]
name = "Klein"
party = "municipality"
size = "under-25k"

[[organisations]]
name = "Alfa BV"
party = "vendor"

[[organisations]]
name = "Beta BV"
party = "vendor"
"""


@dataclass
class Seat(Writer):
    """Somebody of an organisation at the table."""

    @property
    def person(self) -> Person:
        return Person(self.name, self.organisation)

    @property
    def room(self) -> Room:
        return room_of(self.workspace)

    @property
    def entry(self) -> DocumentEntry:
        return self.workspace.settings.documents[0]

    def clause(self, uid: str) -> Clause:
        found = self.workspace.read(self.entry).clause(uid)
        assert found
        return found

    def says(self, uid: str, stance: str, argument: str = "") -> Event:
        argument = argument or ("Te duur." if stance == "object" else "")
        space, entry, clause = self.workspace, self.entry, self.clause(uid)
        return take_position(
            space, entry, clause, self.person, stance, datetime.now(UTC), argument=argument
        )

    def answers(self, uid: str, organisation: str, answer: str) -> Event:
        position = self.room.positions.own(uid, organisation)
        assert position
        return answer_objection(
            self.workspace, self.entry, position, self.person, answer, datetime.now(UTC)
        )

    def closes_the_round(self) -> Event:
        return close_round(self.workspace, self.entry, self.person, datetime.now(UTC))

    def syncs(self) -> None:
        """Show what may be shown, and bring both sides together."""
        show_sealed(self.workspace, datetime.now(UTC), self.person)
        self.save_if_new()
        self.receive()
        assert self.send()


def sit_down(folder: Path, *names: str, settings: str = "", text: str = TEXT) -> dict[str, Seat]:
    """Return a seat for each organisation; the first is the steward's, ``Land``."""
    agreed = f"{PEOPLE}\n[settings]\n{settings}" if settings else PEOPLE
    files = {"coauthor.toml": SETTINGS, "people.toml": agreed, "documents/norm.md": text}
    slugs = [name.replace(" ", "") for name in names]
    writers = share(folder, *slugs, files=files)
    return {
        name: Seat(writer.name, writer.root, name)
        for name, writer in zip(names, writers, strict=True)
    }


def alone(folder: Path, name: str = "Land", **more: str) -> Seat:
    return sit_down(folder, name, **more)[name]
