"""Proposing a clause, and deciding on it, in the real window."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from coauthor.ui.dialogs import VersionDialog
from coauthor.ui.proposing.dialogs import AdoptDialog, ProposeDialog, RejectDialog, ReleaseDialog
from coauthor.ui.proposing.listing import Deed, ProposalsDialog
from coauthor.ui.workbench import Workbench
from coauthor.workspace.creating import derive_workspace, new_workspace
from coauthor.workspace.person import Person as Writer
from coauthor.workspace.standards import find_source
from coauthor.workspace.upgrading.proposing import proposals, propose
from coauthor.workspace.versions import release
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.ui.driver import Person, nameless

WHEN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FATMA = Writer("Fatma", "Stad")
A = "a000000000"
TEXT = """# Norm

<!-- clause a000000000 N-001 kind=eis -->
### Antwoord

Het systeem antwoordt.

Het is mooi.
"""


def look(window: object, name: str) -> None:
    if (folder := os.environ.get("COAUTHOR_PICTURES")) and hasattr(window, "grab"):
        QApplication.processEvents()
        window.grab().save(f"{folder}/{name}.png")


@pytest.fixture
def standard(tmp_path: Path) -> Workspace:
    made = new_workspace(
        tmp_path / "land", "standard", "Land", "Norm", author=FATMA.author, when=WHEN, message="x"
    )
    made.file(made.settings.documents[0]).write_text(TEXT, "utf-8")
    release(made, "1.0", FATMA.author, WHEN, "1.0")
    return open_workspace(made.root)


def derive(standard: Workspace, root: Path, organisation: str, after: str) -> Workspace:
    """Return a workspace that deviates on the one clause."""
    made = derive_workspace(
        find_source(str(standard.root)),
        "1.0",
        root,
        organisation,
        author=FATMA.author,
        when=WHEN,
        message="x",
    )
    path = made.file(made.settings.documents[0])
    path.write_text(after, "utf-8")
    return made


@pytest.fixture
def proposed(standard: Workspace, tmp_path: Path) -> Workspace:
    """The standard with two proposals for one clause, apart from each other."""
    for name, after in (
        ("Stad", TEXT.replace("antwoordt", "antwoordt netjes")),
        ("Dorp", TEXT.replace("mooi", "heel mooi")),
    ):
        town = derive(standard, tmp_path / name.lower(), name, after)
        entry = town.settings.documents[0]
        propose(
            town,
            entry,
            town.read(entry),
            A,
            Writer("Fatma", name),
            argument="Inwoners vragen hierom.",
            impact="Klein.",
            supporters=["Buurt"],
            when=WHEN,
            message="Voorstel",
        )
    return standard


def test_a_clause_is_proposed_with_an_argument(
    person: Person, standard: Workspace, tmp_path: Path
) -> None:
    town = derive(standard, tmp_path / "s", "Stad", TEXT.replace("antwoordt", "antwoordt netjes"))
    bench = person.opens(town.root)
    bench.lanes.go_to_uid(A)

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, ProposeDialog)
        assert not nameless(dialog)
        dialog.argument.setPlainText("Inwoners vragen hierom.")
        dialog.supporters.setText("Dorp, Buurt")
        look(dialog, "propose")

    person.answers(fill_in, lambda: person.does("propose_clause"))
    person.qtbot.waitUntil(lambda: bool(proposals(standard)), timeout=10_000)
    (listed,) = proposals(standard)
    assert listed.proposal.supporters == ("Dorp", "Buurt")
    assert "antwoordt netjes" in listed.proposal.proposed
    person.leaves()


def chooses(person: Person, deed: Deed, rows: list[int], name: str = "") -> None:
    """Choose proposals in the list and a button."""

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ProposalsDialog)
        assert not nameless(dialog)
        dialog.list.clearSelection()
        for row in rows:
            dialog.list.item(row).setSelected(True)
        if name:
            look(dialog, name)
        dialog.deed = deed

    person.answers(choose, lambda: person.does("show_proposals"))
    person.comes_forward()


def soon(kind: type[QDialog], fill_in: Callable[[QDialog], None]) -> None:
    """Answer a dialog of a kind as soon as it is there."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, kind):
        fill_in(dialog)
        dialog.accept()
    else:
        QTimer.singleShot(20, lambda: soon(kind, fill_in))


def body(bench: Workbench) -> str:
    clause = bench.session.document.clause(A)
    assert clause
    return clause.body


def test_the_steward_sees_a_proposal_beside_the_standard(
    person: Person, proposed: Workspace
) -> None:
    bench = person.opens(proposed.root)
    chooses(person, "show", [0], "proposals")
    person.qtbot.waitUntil(lambda: bench.lanes.lane_count() == 3, timeout=10_000)
    look(bench, "proposal-lane")
    assert "netjes" not in body(bench)
    person.does("hide_version")
    assert bench.lanes.lane_count() == 1
    person.leaves()


def test_two_proposals_are_adopted_together_and_undo_takes_them_back(
    person: Person, proposed: Workspace
) -> None:
    bench = person.opens(proposed.root)
    chooses(person, "adopt", [0, 1])
    person.qtbot.waitUntil(lambda: "netjes" in body(bench), timeout=10_000)
    assert body(bench) == "Het systeem antwoordt netjes.\n\nHet is heel mooi."
    assert [each.state for each in proposals(proposed)] == ["adopted", "adopted"]

    def credited(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionDialog)
        assert "Stad (Fatma), Dorp (Fatma)" in dialog.message.text()

    person.answers(credited, lambda: person.does("save_version"))
    person.does("undo")
    assert [each.state for each in proposals(proposed)] == ["open", "open"]
    person.leaves()


def test_the_steward_writes_the_text_and_rejects_the_other(
    person: Person, proposed: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = person.opens(proposed.root)

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, AdoptDialog)
        dialog.body.setPlainText("Het systeem antwoordt beleefd.")
        look(dialog, "adopt")

    soon(AdoptDialog, write)
    chooses(person, "edit", [0])
    person.qtbot.waitUntil(lambda: "beleefd" in body(bench), timeout=10_000)
    soon(RejectDialog, lambda dialog: dialog.reason.setPlainText("Te vaag."))
    chooses(person, "reject", [1])
    person.qtbot.waitUntil(
        lambda: [each.state for each in proposals(proposed)] == ["adopted", "rejected"],
        timeout=10_000,
    )
    assert proposals(proposed)[1].reason == "Te vaag."
    person.leaves()


def test_a_steward_is_told_what_waits(person: Person, proposed: Workspace) -> None:
    bench = person.opens(proposed.root)
    person.qtbot.waitUntil(
        lambda: any("2 voorstellen wachten" in said for said in bench.banner.messages()),
        timeout=10_000,
    )
    person.leaves()


def test_a_release_proposes_its_number_and_a_lower_one_takes_a_yes(
    person: Person, qtbot: QtBot, standard: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = standard.file(standard.settings.documents[0])
    path.write_text(TEXT.replace("antwoordt", "antwoordt altijd"), "utf-8")
    person.opens(standard.root)
    asked: list[str] = []

    def number(dialog: QDialog) -> None:
        assert isinstance(dialog, ReleaseDialog)
        asked.extend(
            label.text() for label in dialog.findChildren(QLabel) if "N-001" in label.text()
        )
        asked.append(dialog.number.text())
        dialog.number.setText("1.1")
        look(dialog, "release")

    def confirm(*words: object) -> QMessageBox.StandardButton:
        asked.append(str(words[2]))
        return QMessageBox.StandardButton.Yes

    soon(ReleaseDialog, number)
    monkeypatch.setattr(QMessageBox, "question", confirm)
    person.does("release_standard")
    qtbot.waitUntil(lambda: open_workspace(standard.root).settings.release == "1.1", timeout=10_000)
    assert "N-001" in asked[0]
    assert asked[1] == "2.0"
    assert "1.1" in asked[2]
    person.does("release_standard")  # and now nothing has changed
    qtbot.waitUntil(
        lambda: any("niets veranderd sinds" in said for said in person.bench.banner.messages()),
        timeout=10_000,
    )
    person.leaves()
