"""Market consultation and equality, with the real window of every party.

Given a derived document, when four vendors answer offline, then the coverage is shown for
each clause, a knock-out that one vendor meets warns, and the level-playing-field report
lists every contribution of a vendor with its date; what the municipality wrote for itself
was never visible to a vendor.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pygit2
import pytest

from coauthor.cli import DONE, main
from coauthor.commands import now
from coauthor.lineage.locks import is_locked
from coauthor.workspace.market.covering import said_of
from coauthor.workspace.person import Person, write_person
from coauthor.workspace.workspace import open_workspace
from tests.ui.far import Far

pytestmark = pytest.mark.timeout(180)

TOWN = "Gemeente Waterrijk"
VENDORS = {"Acme": ("1", "1", "1"), "Belsoft": ("3", "1", "2"), "Centric": ("3", "1", "5")}
VENDORS["Delta"] = ("3", "1", "4")
"""The keys with which each answers the first three clauses."""

INSIDE = ("Zilverreiger", "Kwartelkoning", "Purperhoen")
"""Words of the municipality alone: of a draft, of a reason, and of a comment."""


@pytest.fixture
def town(workspace: Path) -> Path:
    """Return a derived document in which the municipality wrote things that are nobody's."""
    space = open_workspace(workspace)
    entry, author = space.settings.documents[0], Person("Fatma", TOWN).author
    path = space.file(entry)
    text = path.read_text("utf-8")
    free = next(each for each in space.read(entry).clauses if not is_locked(each, space.policy))
    draft = text.replace(free.body, f"{free.body} {INSIDE[0]}.", 1)
    path.write_text(draft, "utf-8")
    space.repository.commit("Kladtekst", author, now())
    reason = f"{free.body} Ook op zaterdag.{free.notes}\n>\n> **deviation** {INSIDE[1]} wil het."
    path.write_text(text.replace(free.body + free.notes, reason, 1), "utf-8")
    write_person(Person("Fatma", TOWN))
    assert main(["comment", str(path), free.code, f"{INSIDE[2]} kijkt hier nog naar."]) == DONE
    space.repository.commit("Klaar voor de markt", author, now())
    return workspace


@pytest.fixture
def parties(tmp_path: Path) -> Iterator[dict[str, Far]]:
    """Give every party a window of its own, once it has something to open."""
    found: dict[str, Far] = {}
    yield found
    for each in found.values():
        each.leaves()


def test_a_market_consultation_is_equal_and_shows_what_the_market_covers(
    parties: dict[str, Far], town: Path, tmp_path: Path
) -> None:
    fatma = parties[TOWN] = Far("Fatma", tmp_path / "home-fatma", town)
    publishes(fatma, tmp_path / "markt")
    rooms = {name: tmp_path / "markt" / name.lower() for name in VENDORS}
    for name, room in rooms.items():
        assert not words_in(room), "a vendor can read what is inside"
        parties[name] = Far(name, tmp_path / f"home-{name}", room)
    for name, keys in VENDORS.items():
        answers(parties[name], keys)
        assert "Ook op zaterdag." in parties[name].asks("text")
    collects(fatma)
    sees_the_coverage(fatma)
    reports(fatma, town, tmp_path / "gelijk-speelveld.html")
    for room in rooms.values():
        assert not words_in(room)


def publishes(fatma: Far, folder: Path) -> None:
    """Publish the document, a room for every vendor."""
    fatma.is_at_work()
    fatma.presses("Ctrl+Alt+U")
    fatma.is_at("PublishDialog")
    for name in VENDORS:
        fatma.types(name)
        fatma.presses("Return")
    fatma.presses("Tab", "Down", "Tab", "Ctrl+A")
    fatma.types(str(folder))
    fatma.waits(lambda: fatma.asks("accepts"))
    fatma.shows("scenario-9-publish")
    fatma.presses("Return")
    fatma.is_told("gepubliceerd")


def collects(fatma: Far) -> None:
    """Take in what the vendors said, after a look."""
    fatma.presses("Ctrl+Alt+H")
    fatma.is_at("CollectDialog")
    fatma.presses("Return")
    fatma.is_at("CollectedDialog")
    fatma.shows("scenario-9-collected")
    fatma.presses("Return")
    fatma.is_told("opgehaald")


def answers(vendor: Far, keys: tuple[str, ...]) -> None:
    """Answer three clauses and save a version, without a network."""
    vendor.is_at_work()
    vendor.presses("Ctrl+Shift+B")
    vendor.is_at("ForWhomDialog")
    vendor.presses("Return")
    vendor.asks("front", "VendorDesk")
    vendor.is_at("VendorDesk")
    vendor.waits(lambda: bool(vendor.asks("desk")["clause"]))
    for key in keys:
        vendor.presses(key)
        if key in ("2", "5"):
            vendor.types("Dat vraagt een aanpassing van ons product.")
            vendor.presses("Ctrl+Return")
        elif key == "4":
            vendor.types("01102027")
            vendor.presses("Return")
    vendor.waits(lambda: vendor.asks("desk")["progress"].startswith("3 van"))
    vendor.shows("scenario-9-answered")
    vendor.presses("Escape")
    vendor.asks("front", "")
    vendor.is_at_work()
    vendor.presses("Ctrl+S")
    vendor.is_at("VersionDialog")
    vendor.types("Onze antwoorden")
    vendor.presses("Return")
    vendor.is_told("Onze antwoorden")


def sees_the_coverage(fatma: Far) -> None:
    """Look at what the market covers, and at the warning at the clause."""
    fatma.presses("Ctrl+Shift+M")
    fatma.asks("front", "CoverageWindow")
    fatma.is_at("CoverageWindow")
    fatma.waits(lambda: len(fatma.asks("coverage")["rows"]) > 3)
    fatma.shows("scenario-9-coverage")
    first, second, third = fatma.asks("coverage")["rows"][:3]
    assert first[3].split() == ["●", "1", "○", "3"]
    assert "1 voldoet" in first[-1]
    assert second[3].split() == ["●", "4"]
    assert not second[-1]
    assert third[3].split() == ["●", "1", "◐", "1", "◷", "1", "✕", "1"]
    fatma.presses("Return")
    fatma.asks("front", "")
    fatma.is_at_work()
    assert any("alleen Acme voldoet" in each for each in fatma.asks("market"))
    fatma.shows("scenario-9-warning")


def reports(fatma: Far, town: Path, output: Path) -> None:
    """The report names every contribution of a vendor with its moment."""
    fatma.asks("choose", "level_report")
    fatma.is_at("QFileDialog")
    fatma.presses("Ctrl+A")
    fatma.types(str(output))
    fatma.presses("Return")
    fatma.is_told(output.name)
    page = output.read_text("utf-8")
    space = open_workspace(town)
    events = [
        event
        for event in said_of(space, space.settings.documents[0])
        if event.voice.organisation in VENDORS
    ]
    assert len(events) == 12
    today = now().strftime("%d-%m-%Y")
    for name in VENDORS:
        rows = re.findall(rf"<tr>(?:(?!</tr>).)*{name}(?:(?!</tr>).)*</tr>", page, re.DOTALL)
        assert sum(today in row or now().date().isoformat() in row for row in rows) >= 3, name


def words_in(room: Path) -> list[str]:
    """Return which words of inside stand anywhere in a room: files, history, names."""
    repository = pygit2.Repository(str(room))
    everything = [repository[each].read_raw() for each in repository]
    everything += [each.read_bytes() for each in room.rglob("*") if each.is_file()]
    return [word for word in INSIDE if any(word.encode() in each for each in everything)]
