"""A vendor suggests without a network; the municipality takes one of two changes over."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pygit2
import pytest

from coauthor.lineage.locks import is_locked
from coauthor.workspace.workspace import open_workspace
from tests.ui.far import PROJECT, Far
from tests.workspace.sharing import share_existing

pytestmark = pytest.mark.timeout(240)

VENDOR = "Belastingsoft B.V."
PEOPLE = """
[[organisations]]
name = "Gemeente Waterrijk"
party = "municipality"
size = "25k-50k"

[[organisations]]
name = "Belastingsoft B.V."
party = "vendor"

[[people]]
key = "{fatma}"
organisation = "Gemeente Waterrijk"
roles = ["expert", "steward"]

[[people]]
key = "{henk}"
organisation = "Belastingsoft B.V."
roles = ["analyst"]
"""


def says(home: Path, *words: str) -> str:
    """Run a command as the person who lives at ``home``."""
    home.mkdir(exist_ok=True)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, "-m", "coauthor", *words],
        env={**kept, "HOME": str(home)},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture
def people(tmp_path: Path, workspace: Path) -> Iterator[tuple[Far, Far, Path]]:
    """Both listed in the room, each with a key of their own and a copy of the workspace."""
    homes = {name: tmp_path / f"home-{name}" for name in ("fatma", "henk")}
    keys = {name: says(home, "key").splitlines()[0] for name, home in homes.items()}
    (workspace / "people.toml").write_text(PEOPLE.format(**keys), "utf-8")
    says(homes["fatma"], "save", str(workspace), "-m", "Wie er meedoet")
    share_existing(tmp_path / "plek.git", workspace, "Fatma", "Henk")
    folder = workspace.with_name("Henk")
    fatma = Far("Fatma", homes["fatma"], workspace)
    henk = Far("Henk", homes["henk"], folder)
    yield fatma, henk, folder
    fatma.leaves()
    henk.leaves()


def free_clauses(workspace: Path) -> list[str]:
    space = open_workspace(workspace)
    clauses = space.read(space.settings.documents[0]).clauses
    return [clause.uid for clause in clauses if not is_locked(clause, space.policy)]


def suggests(henk: Far, folder: Path, one: str, two: str) -> None:
    """Suggest something for two clauses; the program dies in the middle of the second."""
    henk.is_at_work()
    before = henk.asks("text")
    henk.is_told("wordt een voorstel")
    henk.asks("go", one)
    henk.presses("F2", "Ctrl+Home")
    henk.types("Altijd geldt: ")
    henk.presses("Ctrl+End")
    henk.types(" Ook op zondag.")
    henk.shows("suggesting")
    henk.presses("Escape")
    assert henk.asks("text") == before, "the text stays as it is"
    assert len(henk.asks("cards")) == 1
    henk.waits(lambda: "nog niet" in henk.asks("status"))
    henk.shows("suggested")

    henk.asks("go", two)
    henk.presses("F2", "Ctrl+End")
    henk.types(" Bij voorkeur.")
    henk.dies()
    henk.comes_back(folder)
    henk.is_told("hersteld")
    assert henk.asks("text") == before
    henk.asks("go", two)
    assert "Bij voorkeur" in henk.asks("shown")


def decides(fatma: Far) -> None:
    """Take the first change over, reject the second, and save a version."""
    fatma.presses("Ctrl+F7")
    fatma.shows("picked")
    fatma.presses("Ctrl+Shift+A")
    fatma.waits(lambda: "Altijd geldt: " in fatma.asks("text"))
    assert "Ook op zondag." not in fatma.asks("text")
    fatma.shows("accepted")
    fatma.presses("Ctrl+Shift+R")
    fatma.is_at("WhyDialog")
    fatma.types("Op zondag zijn wij dicht.")
    fatma.shows("refuse")
    fatma.presses("Tab", "Return")
    fatma.is_at("Workbench")
    fatma.waits(lambda: not fatma.asks("cards"))
    fatma.presses("Ctrl+S")
    fatma.is_at("VersionDialog")
    fatma.types("Overlegd met de markt")
    fatma.presses("Return")
    fatma.is_at("Workbench")


def test_a_vendor_suggests_and_the_history_names_its_organisation(
    people: tuple[Far, Far, Path], workspace: Path
) -> None:
    fatma, henk, folder = people
    one, two, *_ = free_clauses(workspace)
    suggests(henk, folder, one, two)
    henk.presses("Shift+F5")
    henk.is_told("gedeeld via")
    fatma.is_at_work()
    fatma.presses("F5")
    fatma.asks("go", one)
    fatma.waits(lambda: "Ook op zondag" in fatma.asks("shown"))
    assert VENDOR in fatma.asks("cards")[0]
    fatma.shows("received")
    decides(fatma)
    fatma.waits(lambda: any(VENDOR in line for line in fatma.asks("history")))
    fatma.shows("history")
    git = pygit2.Repository(str(workspace))
    message = git[git.head.target].peel(pygit2.Commit).message
    assert f"Suggested-by: {VENDOR} <{one}>" in message
    assert "Henk" not in message

    fatma.presses("Shift+F5")
    fatma.is_told("gedeeld via")
    henk.presses("F5")
    henk.waits(lambda: "Altijd geldt: " in henk.asks("text"))
    henk.asks("go", one)
    assert not henk.asks("cards")
    henk.shows("answered")
