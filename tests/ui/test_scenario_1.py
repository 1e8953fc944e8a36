"""Scenario 1: three vendors and two municipalities write the 80 % at one table."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coauthor.workspace.workspace import open_workspace
from tests.ui.far import Far
from tests.ui.parties import Party, gather

pytestmark = pytest.mark.timeout(120)

SETTINGS = """format = 1
kind = "standard"
name = "reisdocumenten"
organisation = "Tafel Reisdocumenten"
title = "Reisdocumenten"

[[documents]]
name = "reisdocumenten"
title = "Reisdocumenten"
"""
TEXT = """---
title: Reisdocumenten
code: RD
language: nl
---

# Reisdocumenten
"""
PEOPLE = """[[organisations]]
name = "Gemeente Dorp"
party = "municipality"
size = "under-25k"

[[organisations]]
name = "Gemeente Stad"
party = "municipality"
size = "over-100k"

[[organisations]]
name = "Leverancier Alfa"
party = "vendor"

[[organisations]]
name = "Leverancier Beta"
party = "vendor"

[[organisations]]
name = "Leverancier Gamma"
party = "vendor"
"""
FILES = {
    "coauthor.toml": SETTINGS,
    "people.toml": PEOPLE,
    "documents/reisdocumenten.md": TEXT,
}
NAMES = (
    "Gemeente Dorp",
    "Gemeente Stad",
    "Leverancier Alfa",
    "Leverancier Beta",
    "Leverancier Gamma",
)
CLAUSES = {
    "Gemeente Dorp": ("Aanvraag", "Het systeem neemt een aanvraag in aan de balie."),
    "Gemeente Stad": ("Spoed", "Het systeem verwerkt een spoedaanvraag binnen een dag."),
    "Leverancier Alfa": ("Koppelvlak", "Het systeem koppelt met de basisadministratie."),
    "Leverancier Beta": ("Vingerafdruk", "Het systeem leest vingerafdrukken met onze lezer."),
    "Leverancier Gamma": ("Uitreiking", "Het systeem legt de uitreiking vast."),
}
OBJECTIONS = {
    ("Gemeente Dorp", "Vingerafdruk"): "Dit past op een lezer van een leverancier.",
    ("Leverancier Alfa", "Spoed"): "Een dag is niet overal te halen.",
}


@pytest.fixture
def table(tmp_path: Path) -> Iterator[dict[str, tuple[Party, Far]]]:
    parties = gather(tmp_path, FILES, *NAMES)
    seats = {party.name: (party, party.sits_down()) for party in parties}
    yield seats
    for _, far in seats.values():
        far.leaves()


def draft(far: Far, title: str, body: str) -> None:
    """Write a clause of one's own, without anybody else."""
    far.presses("Ctrl+End", "Ctrl+Return")
    far.types(title)
    far.presses("Return")
    far.types(body)
    far.presses("Escape")


def receive(*fars: Far) -> None:
    """Let everybody receive at the same time."""
    for far in fars:
        far.presses("F5")
    for far in fars:
        far.waits(lambda far=far: not far.asks("busy"))


def sync(far: Far) -> None:
    receive(far)
    far.presses("Shift+F5")
    far.is_told("gedeeld via")


def uid_of(party: Party, title: str) -> str:
    space = open_workspace(party.root)
    clauses = space.read(space.settings.documents[0]).clauses
    return next(clause.uid for clause in clauses if clause.title == title)


def positions(far: Far) -> dict[str, Any]:
    far.presses("Ctrl+Shift+P")
    far.is_at("PositionsWindow")
    far.waits(lambda: len(far.asks("positions")["rows"]) == len(CLAUSES))
    return far.asks("positions")


def vote(*seats: tuple[Party, Far]) -> None:
    """Agree to everything at once, then object to what will not do."""
    for _, far in seats:
        positions(far)
        far.presses("Ctrl+A", "Tab", "Tab", "Space")
    for party, far in seats:
        far.waits(
            lambda far=far: all(row["own"] == "akkoord" for row in far.asks("positions")["rows"])
        )
        far.presses("Escape")
        far.is_at_work()
        for (name, title), argument in OBJECTIONS.items():
            if name == party.name:
                object_to(far, uid_of(party, title), argument)


def object_to(far: Far, uid: str, argument: str) -> None:
    assert far.asks("go", uid)
    far.presses("Ctrl+Alt+O")
    far.is_at("ObjectDialog")
    far.types(argument)
    far.presses("Tab", "Space")
    far.is_at_work()
    far.is_told("bezwaar")


def test_what_both_municipalities_and_two_vendors_agree_on_becomes_a_candidate(
    table: dict[str, tuple[Party, Far]],
):
    seats = list(table.values())
    fars = [far for _, far in seats]
    for name, (_, far) in table.items():
        far.is_at_work()
        draft(far, *CLAUSES[name])
    for far in fars:
        far.waits(lambda far=far: far.asks("saved"))
        sync(far)
    receive(*fars)
    assert all(title in far.asks("text") for far in fars for title, _ in CLAUSES.values())
    vote(*seats)
    for far in fars:
        sync(far)
    receive(*fars)
    for _, far in table.values():
        found = positions(far)
        rows = {row["title"].split("  ")[-1]: row for row in found["rows"]}
        candidates = {title for title, row in rows.items() if row["candidate"] == "★ kandidaat"}
        assert candidates == {"Aanvraag", "Koppelvlak", "Uitreiking"}
        assert rows["Spoed"]["candidate"] == "nog niet: bezwaar"
        assert rows["Spoed"]["state"] == "meerderheid"
        assert found["meter"] == "Kandidaat: 3 van de 5 bepalingen (60 %)."
    far = table["Gemeente Dorp"][1]
    assert "Dit past op een lezer" in far.asks("positions")["detail"]
    far.shows("table")
    far.presses("Escape")
    far.is_at_work()
    far.shows("clause")
