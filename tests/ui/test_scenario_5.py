"""Deviating from a locked clause, by three people with the real window (domain.md §5.2, 5).

An expert, a security officer and an executive share one place, each with a key and a
role. A change by hand in git deviates from a locked clause: nothing is final until it
was asked for, advised on and decided, and then it is, for exactly that text.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.document.model import Clause
from coauthor.lineage.locks import is_locked
from coauthor.workspace.workspace import open_workspace
from tests.ui.far import Far
from tests.ui.test_together import connects, joins, sends

pytestmark = pytest.mark.timeout(240)

PEOPLE = """[[organisations]]
name = "Gemeente Waterrijk"
party = "municipality"
size = "under-25k"
"""
MEMBER = """
[[people]]
key = "{key}"
organisation = "Gemeente Waterrijk"
roles = [{roles}]
"""
ROLES = {"fatma": '"expert", "steward"', "ingrid": '"adviser"', "anna": '"executive"'}


def key_of(home: Path) -> str:
    """Return the public key of somebody; it is made in their own home."""
    home.mkdir(parents=True)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    code = "from coauthor.history.trust.keys import own_key; print(own_key().public)"
    return subprocess.run(
        [sys.executable, "-c", code],
        env=environment | {"HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.strip()


@pytest.fixture
def people(tmp_path: Path, workspace: Path) -> Iterator[tuple[Far, Far, Far]]:
    homes = {name: tmp_path / f"home-{name}" for name in ROLES}
    with ThreadPoolExecutor() as pool:
        keys = dict(zip(homes, pool.map(key_of, homes.values()), strict=True))
    members = [MEMBER.format(key=keys[name], roles=ROLES[name]) for name in ROLES]
    (workspace / "people.toml").write_text(PEOPLE + "".join(members), "utf-8")
    fatma = Far("Fatma", homes["fatma"], workspace)
    ingrid, anna = Far("Ingrid", homes["ingrid"]), Far("Anna", homes["anna"])
    yield fatma, ingrid, anna
    for each in (fatma, ingrid, anna):
        each.leaves()


def locked_clauses(workspace: Path) -> list[Clause]:
    space = open_workspace(workspace)
    clauses = space.read(space.settings.documents[0]).clauses
    return [clause for clause in clauses if is_locked(clause, space.policy)]


def by_hand(workspace: Path, clause: Clause, body: str) -> None:
    """Change a clause with a text editor and save it with git, as some do."""
    path = workspace / "documents" / "reisdocumenten.md"
    text = path.read_text("utf-8")
    assert text.count(clause.body) == 1
    path.write_text(text.replace(clause.body, body), "utf-8")


def git(workspace: Path, *words: str) -> None:
    who = ("-c", "user.name=Kees", "-c", "user.email=kees@waterrijk.invalid")
    subprocess.run(["git", *who, *words], cwd=workspace, check=True, stdout=subprocess.DEVNULL)


def chooses(person: Far, label: str) -> None:
    """Go with Tab to a button and press it."""
    for _ in range(30):
        if label in person.asks("focus"):
            person.presses("Space")
            return
        person.presses("Tab")
    raise AssertionError((label, person.asks("focus")))


def settles(person: Far) -> None:
    """Try to make the newest version final."""
    person.presses("Ctrl+Shift+T")
    person.is_at("NameDialog")
    person.types("Definitief")
    person.presses("Return")


def is_refused(person: Far, clause: Clause, *words: str) -> None:
    """See the list of what is missing, and go on."""
    settles(person)
    person.is_at("UnfitDialog")
    shown = person.asks("read")
    person.shows("refused")
    assert [each for each in (clause.code, *words) if each not in shown] == [], shown
    person.presses("Escape")
    person.is_at("Workbench")


def gets(person: Far, words: str) -> None:
    """Receive, and be told something."""
    person.presses("F5")
    person.is_told(words)


def passes_on(person: Far) -> None:
    """Share what one has, and wait until it is shared."""
    person.waits(lambda: "nog niet gedeeld" in person.asks("status"))
    sends(person)
    person.waits(lambda: "nog niet gedeeld" not in person.asks("status"))


def exports(workspace: Path, output: Path) -> int:
    """Export the text that goes out, without a window."""
    document = str(workspace / "documents" / "reisdocumenten.md")
    return main(["export", document, "--format", "html", "--final", "-o", str(output)])


def meet(fatma: Far, ingrid: Far, anna: Far, workspace: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Let the three share one place."""
    place = tmp_path / "schijf" / "delen"
    place.parent.mkdir()
    fatma.is_at_work()
    connects(fatma, str(place))
    fatma.is_told("Daar staat nog niets")
    sends(fatma)
    fatma.is_told("gedeeld via")
    folders = tmp_path / "ingrid" / "waterrijk", tmp_path / "anna" / "waterrijk"
    for person, folder in zip((ingrid, anna), folders, strict=True):
        joins(person, str(place), folder)
    return folders


def asks_leave(fatma: Far, clause: Clause, wanted: str) -> None:
    """Ask for another text of a clause, which stays as it is."""
    assert fatma.asks("go", clause.uid)
    fatma.presses("Ctrl+Shift+D")
    fatma.is_at("AskDialog")
    fatma.presses("Ctrl+A")
    fatma.types(wanted)
    fatma.presses("Tab", "Home", "Tab", "Home", "Tab")
    fatma.types("Onze kluis kan het niet anders.")
    fatma.presses("Tab")
    fatma.types("Informatiemanager")
    fatma.presses("Tab")
    fatma.types("€ 4.000 per jaar")
    fatma.presses("Tab")
    fatma.types("RA-2026-14")
    fatma.shows("asks")
    fatma.presses("Return")
    fatma.is_at("Workbench")
    fatma.waits(lambda: "wacht op advies" in fatma.asks("lock"))
    passes_on(fatma)


def advises(ingrid: Far) -> None:
    gets(ingrid, "wacht op u")
    ingrid.presses("Ctrl+Shift+W")
    ingrid.is_at("WaiversDialog")
    ingrid.shows("waivers")
    chooses(ingrid, "Advies geven")
    ingrid.is_at("AdviceDialog")
    ingrid.presses("Down", "Tab")
    ingrid.types("Akkoord, mits er een logboek is.")
    ingrid.shows("advises")
    chooses(ingrid, "Advies vastleggen")
    ingrid.is_at("Workbench")
    passes_on(ingrid)


def grants(anna: Far) -> None:
    gets(anna, "wacht op u")
    anna.presses("Ctrl+Shift+W")
    anna.is_at("WaiversDialog")
    shown = anna.asks("read")
    assert "RA-2026-14" in shown
    assert "mits er een logboek is" in shown
    anna.shows("waivers")
    chooses(anna, "Toestaan")
    anna.is_at("DecideDialog")
    anna.types("wethouder")
    anna.presses("Tab")
    anna.types("Mandaatregister 4.2")
    anna.shows("grants")
    anna.presses("Return")
    anna.is_at("Workbench")
    passes_on(anna)


def test_a_locked_clause_is_deviated_from_only_with_leave(
    people: tuple[Far, Far, Far], workspace: Path, tmp_path: Path
) -> None:
    fatma, ingrid, anna = people
    clause, other = locked_clauses(workspace)[:2]
    meet(fatma, ingrid, anna, workspace, tmp_path)
    before = fatma.asks("text")
    assert fatma.asks("go", clause.uid)
    fatma.presses("F2")
    fatma.types("x")
    fatma.is_told("vergrendeld")
    assert fatma.asks("text") == before
    fatma.shows("locked")

    by_hand(workspace, clause, "Met een tekstverwerker veranderd.\n\n")
    fatma.waits(lambda: "Met een tekstverwerker veranderd." in fatma.asks("text"))
    passes_on(fatma)
    is_refused(fatma, clause, "Er is geen ontheffing aangevraagd.", "Vraag een afwijking aan")
    output = tmp_path / "uit.html"
    assert (exports(workspace, output), output.exists()) == (2, False)

    assert fatma.asks("go", clause.uid)
    fatma.presses("Alt+Shift+Left")
    fatma.waits(lambda: fatma.asks("text") == before)
    wanted = "Het gaat bij ons anders."
    asks_leave(fatma, clause, wanted)
    advises(ingrid)
    grants(anna)
    gets(fatma, "is ontheffing gegeven")
    fatma.shows("given")
    fatma.presses("Ctrl+Shift+W")
    fatma.is_at("WaiversDialog")
    chooses(fatma, "Goedgekeurde tekst overnemen")
    fatma.is_at("Workbench")
    fatma.waits(lambda: "Ontheffing geldt" in fatma.asks("lock"))
    assert wanted in fatma.asks("text")
    fatma.shows("granted")
    passes_on(fatma)
    settles(fatma)
    fatma.is_told("Vastgesteld als: Definitief")
    assert exports(workspace, output) == 0
    annex = output.read_text("utf-8")
    for words in ("Afwijkingen", "RA-2026-14", "mits er een logboek is", "Mandaatregister 4.2"):
        assert words in annex

    by_hand(workspace, other, "Met de hand veranderd.\n\n")
    git(workspace, "commit", "-qam", "Even aangepast")
    fatma.waits(lambda: "Met de hand veranderd." in fatma.asks("text"))
    is_refused(fatma, other, "Er is geen ontheffing aangevraagd.")
    assert exports(workspace, tmp_path / "nog-eens.html") == 2
