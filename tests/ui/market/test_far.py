"""A vendor answers twelve clauses by keyboard alone, offline; a municipality sees it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coauthor.workspace.market.covering import said_of
from coauthor.workspace.workspace import open_workspace
from tests.ui.far import Far
from tests.workspace.market.making import TEXT, room

pytestmark = pytest.mark.timeout(120)

SUBJECTS = (
    "Biljet Toegang Incasso Bezwaar Kwijtschelding Export Logging Zoeken Archief Koppeling "
    "Overzicht Beheer"
).split()


def twelve() -> str:
    """Return twelve clauses: every third is a wish, one is locked."""
    parts = [TEXT.split("<!--", 1)[0]]
    for number, subject in enumerate(SUBJECTS, start=1):
        kind = "wens" if number % 3 == 0 else "eis"
        theme = "informatiebeveiliging" if subject == "Toegang" else "functioneel"
        parts.append(
            f"<!-- clause {number:010d} BEL-{number:03d} kind={kind} theme={theme} -->\n"
            f"### {subject}\n\nHet systeem verzorgt {subject.lower()} volgens de verordening.\n\n"
        )
    return "".join(parts)


@pytest.fixture
def lisa(tmp_path: Path) -> Iterator[Far]:
    someone = Far("Lisa", tmp_path / "home-lisa", room(tmp_path / "waterrijk", text=twelve()).root)
    yield someone
    someone.leaves()


def sits_down(person: Far) -> None:
    """Open the vendor desk from the menus' key."""
    person.is_at_work()
    person.presses("Ctrl+Shift+B")


def at_the_desk(person: Far) -> None:
    person.asks("front", "VendorDesk")
    person.is_at("VendorDesk")
    person.waits(lambda: bool(person.asks("desk")["clause"]))


def verdicts(root: Path) -> dict[str, str]:
    workspace = open_workspace(root)
    events = said_of(workspace, workspace.settings.documents[0])
    return {each.clause[-2:]: each.values.get("verdict", "") for each in events}


def test_twelve_clauses_are_answered_by_keys_used_again_and_seen(lisa: Far, tmp_path: Path) -> None:
    sits_down(lisa)
    lisa.is_at("ForWhomDialog")
    lisa.shows("for-whom")
    lisa.presses("Return")  # the first vendor on the list
    at_the_desk(lisa)
    lisa.shows("desk")
    lisa.presses("1", "3", "1")
    lisa.presses("4")
    lisa.types("01102027")
    lisa.shows("roadmap")
    lisa.presses("Return", "2")
    lisa.types("Alleen via de balie.")
    lisa.presses("Ctrl+Return", "5")
    lisa.types("Dit vraagt een ander product.")
    lisa.presses("Ctrl+Return")
    lisa.presses("1", "1", "1", "1", "1")
    lisa.shows("almost")
    lisa.presses("1")
    lisa.waits(lambda: "12 van 12" in lisa.asks("desk")["progress"])
    lisa.shows("done")
    lisa.waits(lambda: len(verdicts(tmp_path / "waterrijk")) == 12)
    found = verdicts(tmp_path / "waterrijk")
    assert (found["02"], found["04"], found["05"], found["06"]) == (
        "no",
        "roadmap",
        "partly",
        "unacceptable",
    )
    lisa.presses("Escape")
    lisa.asks("front", "")
    lisa.is_at_work()
    uses_again(lisa, tmp_path)
    sees(tmp_path)


def uses_again(lisa: Far, tmp_path: Path) -> None:
    """Answer the same clauses elsewhere, after the program was started again."""
    there = room(tmp_path / "zandstad", text=twelve()).root
    lisa.closes()
    lisa.comes_back(there)
    sits_down(lisa)
    at_the_desk(lisa)
    assert "Eerder op dezelfde tekst" in lisa.asks("desk")["shown"]
    lisa.shows("offered")
    lisa.presses(*["R"] * 12)
    lisa.waits(lambda: verdicts(there) == verdicts(tmp_path / "waterrijk"))
    assert "12 van 12" in lisa.asks("desk")["progress"]
    lisa.presses("Escape")


def sees(tmp_path: Path) -> None:
    """A municipality sees what is covered, and the warning where it works."""
    fatma = Far("Fatma", tmp_path / "home-fatma", tmp_path / "waterrijk")
    try:
        fatma.is_at_work()
        fatma.presses("Ctrl+Shift+M")
        fatma.asks("front", "CoverageWindow")
        fatma.is_at("CoverageWindow")
        fatma.waits(lambda: len(fatma.asks("coverage")["rows"]) == 12)
        fatma.presses("Down")
        fatma.waits(lambda: "BEL-002" in fatma.asks("coverage")["detail"])
        fatma.shows("coverage")
        (second,) = [row for row in fatma.asks("coverage")["rows"] if row[0] == "BEL-002"]
        assert "niemand voldoet" in second[-1]
        assert "vergrendeld" in second[-1]
        fatma.presses("Return")
        fatma.asks("front", "")
        fatma.is_at_work()
        said = fatma.asks("market")
        assert any("geen enkele leverancier voldoet" in each for each in said)
        fatma.shows("at-the-clause")
    finally:
        fatma.leaves()
