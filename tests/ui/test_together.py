"""Two people with the real window share a folder: apart, together, decided, the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coauthor.lineage.locks import is_locked
from coauthor.workspace.workspace import open_workspace
from tests.ui.far import Far

pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def people(tmp_path: Path, workspace: Path) -> Iterator[tuple[Far, Far]]:
    fatma = Far("Fatma", tmp_path / "home-fatma", workspace)
    lochem = Far("Jan", tmp_path / "home-jan")
    yield fatma, lochem
    fatma.leaves()
    lochem.leaves()


def free_clauses(workspace: Path, count: int) -> list[str]:
    """Return the uids of clauses that nobody locked."""
    space = open_workspace(workspace)
    entry = space.settings.documents[0]
    clauses = space.read(entry).clauses
    return [clause.uid for clause in clauses if not is_locked(clause, space.policy)][:count]


def takes(person: Far, name: str) -> None:
    """Press the number that stands before an offer."""
    person.waits(lambda: name in person.asks("question")["offers"])
    person.presses(str(person.asks("question")["offers"].index(name) + 1))


def connects(person: Far, address: str) -> None:
    """Choose the place to share, from the menu."""
    person.presses("Shift+F5")
    person.is_at("ConnectDialog")
    person.types(address)
    person.shows("connect")
    person.presses("Return")
    person.is_at("Workbench")


def joins(person: Far, address: str, folder: Path) -> None:
    """Take part from the start screen."""
    person.is_at("StartPage")
    person.shows("start")
    while "Meedoen" not in person.asks("focus"):
        person.presses("Tab")
    person.presses("Space")
    person.is_at("JoinDialog")
    person.types(address)
    person.presses("Tab", "Tab", "Tab", "Ctrl+A")
    person.types(str(folder))
    person.shows("join")
    person.presses("Return")
    person.is_at_work()


def sends(person: Far) -> None:
    person.presses("Shift+F5")


def meet(fatma: Far, jan: Far, workspace: Path, tmp_path: Path) -> tuple[str, ...]:
    """Let both share one folder; return three clauses that anybody may write in."""
    place, folder = tmp_path / "schijf" / "delen", tmp_path / "jan" / "waterrijk"
    place.parent.mkdir()
    fatma.is_at_work()
    fatma.shows("begin")
    connects(fatma, str(place))
    fatma.is_told("Daar staat nog niets")
    fatma.shows("connected")
    sends(fatma)
    fatma.is_told("gedeeld via")
    joins(jan, str(place), folder)
    return tuple(free_clauses(workspace, 3))


def write_apart(fatma: Far, jan: Far, clauses: tuple[str, ...]) -> None:
    """Both write in the first clause, and each in one of their own; Jan sends first."""
    one, two, three = clauses
    fatma.writes(one, " Binnen drie dagen.")
    fatma.writes(two, " Ook op zaterdag.")
    jan.writes(one, " Binnen vijf werkdagen.")
    jan.writes(three, " En per post.")
    jan.waits(lambda: jan.asks("saved"))
    jan.waits(lambda: "nog niet gedeeld" in jan.asks("status"))
    sends(jan)
    jan.is_told("gedeeld via")
    jan.shows("sent")


def receives(person: Far) -> None:
    person.presses("F5")
    person.is_told("overgenomen")
    person.shows("received")


def test_two_people_write_apart_and_end_with_the_same_text(
    people: tuple[Far, Far], workspace: Path, tmp_path: Path
) -> None:
    fatma, jan = people
    write_apart(fatma, jan, meet(fatma, jan, workspace, tmp_path))
    sends(fatma)
    fatma.is_told("iets nieuwers")
    fatma.shows("newer")
    receives(fatma)
    assert "En per post." in fatma.asks("text")
    assert "1 om te" in fatma.asks("asked")

    fatma.presses("F9")
    fatma.waits(lambda: len(fatma.asks("lanes")) == 3)
    question = fatma.asks("question")
    assert "Jan" in question["why"]
    fatma.shows("question")
    fatma.presses("Down")
    fatma.shows("other-offer")
    takes(fatma, "theirs")
    fatma.waits(lambda: not fatma.asks("asked"))
    fatma.shows("decided")
    assert "Binnen vijf werkdagen." in fatma.asks("text")

    fatma.presses("Ctrl+Z")
    fatma.waits(lambda: bool(fatma.asks("asked")))
    assert "Binnen drie dagen." in fatma.asks("text")
    fatma.presses("Ctrl+Shift+Z")
    fatma.waits(lambda: not fatma.asks("asked"))
    fatma.presses("Escape")
    sends(fatma)
    fatma.is_told("gedeeld via")
    fatma.shows("shared")

    receives(jan)
    assert not jan.asks("asked")
    assert jan.asks("text") == fatma.asks("text")
    jan.presses("Ctrl+F9")
    jan.waits(lambda: jan.asks("question")["shown"])
    jan.shows("news")


def test_nothing_is_shared_while_a_decision_is_open_and_a_kill_loses_none(
    people: tuple[Far, Far], workspace: Path, tmp_path: Path
) -> None:
    fatma, jan = people
    write_apart(fatma, jan, meet(fatma, jan, workspace, tmp_path))
    receives(fatma)
    asked = fatma.asks("asked")
    if "beslissen" in asked:
        sends(fatma)
        fatma.is_told("beslissing open")
    fatma.presses("F9")
    fatma.waits(lambda: fatma.asks("question")["shown"])
    fatma.dies()
    fatma.comes_back(workspace)
    assert fatma.asks("asked") == asked
    fatma.presses("F9")
    takes(fatma, "ours")
    fatma.waits(lambda: not fatma.asks("asked"))
    fatma.dies()
    fatma.comes_back(workspace)
    assert not fatma.asks("asked")
    assert "Binnen drie dagen." in fatma.asks("text")
    sends(fatma)
    fatma.is_told("gedeeld via")


def test_a_question_about_a_clause_that_is_gone_can_still_be_answered(
    people: tuple[Far, Far], workspace: Path, tmp_path: Path
) -> None:
    fatma, jan = people
    place, folder = tmp_path / "delen", tmp_path / "jan"
    fatma.is_at_work()
    connects(fatma, str(place))
    fatma.presses("Ctrl+End", "Ctrl+Return")  # a clause of our own, which may leave without a trace
    fatma.types("Eigen bepaling")
    fatma.presses("Return")
    fatma.types("Een regel.")
    fatma.presses("Escape")
    sends(fatma)
    fatma.is_told("gedeeld via")
    joins(jan, str(place), folder)
    uid = last_clause(folder)
    for person, words in ((fatma, " Van ons."), (jan, " Van hen.")):
        person.writes(uid, words)
        person.waits(lambda person=person: person.asks("saved"))
    sends(jan)
    jan.is_told("gedeeld via")
    receives(fatma)
    assert fatma.asks("asked")
    fatma.asks("go", uid)
    fatma.presses("Ctrl+Delete")
    fatma.waits(lambda: "Eigen bepaling" not in fatma.asks("text"))
    fatma.presses("F9")
    fatma.waits(lambda: fatma.asks("question")["shown"])
    question = fatma.asks("question")
    assert "weg" in question["why"]
    assert question["chosen"] == "gone"
    fatma.shows("question-about-gone")
    takes(fatma, "theirs")
    fatma.waits(lambda: not fatma.asks("asked"))
    assert "Van hen." in fatma.asks("text")
    fatma.presses("Ctrl+Z")
    fatma.waits(lambda: bool(fatma.asks("asked")))
    fatma.presses("Return")
    fatma.waits(lambda: not fatma.asks("asked"))
    assert "Eigen bepaling" not in fatma.asks("text")


def test_a_place_that_is_gone_is_told_calmly_and_nothing_is_lost(
    people: tuple[Far, Far], workspace: Path, tmp_path: Path
) -> None:
    fatma, _ = people
    place = tmp_path / "delen"
    fatma.is_at_work()
    connects(fatma, str(place))
    sends(fatma)
    fatma.is_told("gedeeld via")
    place.rename(tmp_path / "weg")
    (one,) = free_clauses(workspace, 1)
    fatma.writes(one, " Zonder netwerk.")
    fatma.waits(lambda: fatma.asks("saved"))
    sends(fatma)
    fatma.waits(lambda: "offline" in fatma.asks("status"))
    fatma.shows("offline")
    assert "1 versie nog niet gedeeld" in fatma.asks("status")
    (tmp_path / "weg").rename(place)
    sends(fatma)
    fatma.is_told("gedeeld via")
    fatma.waits(lambda: "✓ Gedeeld" in fatma.asks("status"))


def last_clause(root: Path) -> str:
    space = open_workspace(root)
    return space.read(space.settings.documents[0]).clauses[-1].uid
