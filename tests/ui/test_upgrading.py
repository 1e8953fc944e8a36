"""Going to another release in the real window: report, one step, questions, and back."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from coauthor.ui.dialogs import DeviationDialog
from coauthor.ui.upgrading.report import UpgradeReport
from coauthor.ui.workbench import Workbench
from coauthor.workspace.creating import make_example
from coauthor.workspace.upgrading.questions import open_questions
from coauthor.workspace.workspace import open_workspace
from tests.ui.driver import Person, nameless


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example municipality, one release behind."""
    return make_example(tmp_path / "voorbeeld").root


def look(window: object, name: str) -> None:
    """Keep a picture where the tests are asked for one."""
    if (folder := os.environ.get("COAUTHOR_PICTURES")) and hasattr(window, "grab"):
        window.grab().save(f"{folder}/{name}.png")


def upgrades(person: Person) -> Workbench:
    """Read the report and go there."""
    bench = person.bench

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, UpgradeReport)
        assert dialog.list.count() == 26
        assert not nameless(dialog)
        form = DeviationDialog(dialog.text)  # all dialogs have the order of the platform
        form.show()
        refuse = next(b for b in form.buttons.buttons() if b is not form.accept_button)
        accepts_left = form.accept_button.x() < refuse.x()
        form.close()
        assert (dialog.go.x() < dialog.cancel.x()) is accepts_left
        QApplication.processEvents()
        look(dialog, "report")

    person.answers(read, lambda: person.does("upgrade_standard"))
    person.qtbot.waitUntil(lambda: bench.session.chain[0].release == "1.1", timeout=10_000)
    person.comes_forward()
    return bench


def test_the_notice_of_a_newer_release_leads_there(person: Person, example: Path) -> None:
    bench = person.opens(example)
    assert any("1.1" in message for message in bench.banner.messages())
    look(bench, "notice")
    upgrades(person)
    assert not any("nieuwere uitgave" in message for message in bench.banner.messages())
    assert open_workspace(example).settings.standards[0].release == "1.1"
    person.leaves()


def test_one_undo_takes_all_of_it_back(person: Person, example: Path) -> None:
    bench = person.opens(example)
    before = Path(str(bench.file)).read_bytes()
    upgrades(person)
    look(bench, "upgraded")
    assert person.saved() != before
    assert any("Naar uitgave 1.1 gebracht" in said for said in bench.banner.messages())
    person.does("undo")
    assert person.saved() == before
    assert not any("Naar uitgave 1.1 gebracht" in said for said in bench.banner.messages())
    person.qtbot.waitUntil(lambda: tells_of_newer(bench), timeout=10_000)
    assert open_workspace(example).settings.standards[0].release == "1.0"
    assert bench.session.chain[0].release == "1.0"
    assert not (example / "decisions").exists()
    person.does("redo")
    person.qtbot.waitUntil(lambda: not tells_of_newer(bench), timeout=10_000)
    assert open_workspace(example).settings.standards[0].release == "1.1"
    person.leaves()


def test_no_is_no(person: Person, example: Path) -> None:
    bench = person.opens(example)
    before = Path(str(bench.file)).read_bytes()

    def refuse(dialog: QDialog) -> None:
        dialog.accept = dialog.reject  # type: ignore[method-assign]

    person.answers(refuse, lambda: person.does("upgrade_standard"))
    assert person.saved() == before
    assert bench.session.chain[0].release == "1.0"
    person.leaves()


def test_the_deviations_are_walked_one_by_one_with_keys(person: Person, example: Path) -> None:
    bench = upgrades_of(person, example)
    entry = bench.session.entry
    person.does("walk_upgrade")
    person.qtbot.waitUntil(lambda: bench.lanes.lane_count() == 3, timeout=10_000)
    QApplication.processEvents()
    look(bench, "walk")
    question = bench.walk.question
    assert question
    assert question.where.startswith("BEL-010")
    person.presses(Qt.Key.Key_F9)  # leave it for later
    question = bench.walk.question
    assert question
    assert question.where.startswith("BEL-017")
    QApplication.processEvents()
    look(bench, "walk-asked")
    uid = question.uid
    assert [line.split()[0] for line in listed(bench)] == ["1", "2", "3", "4"]
    person.presses(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)  # follow the standard
    clause = bench.session.document.clause(uid)
    assert clause
    assert "{{drempel verschillenlijst: 5 %}}" in clause.body
    question = bench.walk.question
    assert question
    assert question.where.startswith("BEL-031")

    def renew(dialog: QDialog) -> None:
        assert isinstance(dialog, DeviationDialog)
        assert "kwartaal" in dialog.reason.toPlainText()
        dialog.reason.setPlainText("Nog steeds zo.")

    person.answers(renew, lambda: person.types("2"))
    person.comes_forward()
    assert bench.session.status.clauses[question.uid].reason == "Nog steeds zo."
    left = open_questions(bench.desk.workspace, entry, bench.session.document)
    assert len(left) == 3
    person.does("undo")
    person.does("undo")
    left = open_questions(bench.desk.workspace, entry, bench.session.document)
    assert len(left) == 5
    person.qtbot.waitUntil(lambda: len(bench.upgrade_asker.questions()) == 5, timeout=10_000)
    person.presses(Qt.Key.Key_Escape)
    assert not bench.walk.is_walking
    person.leaves()


def tells_of_newer(bench: Workbench) -> bool:
    """Whether the window says that the standard has a newer release."""
    return any("nieuwere uitgave" in said for said in bench.banner.messages())


def listed(bench: Workbench) -> list[str]:
    """Return what the decision bar offers, as it stands on screen."""
    offers = bench.decisions.offers
    return [offers.item(row).text() for row in range(offers.count())]


def upgrades_of(person: Person, example: Path) -> Workbench:
    """Open the example and go to the new release."""
    person.opens(example)
    return upgrades(person)


def test_what_waits_is_found_again_another_day(person: Person, qtbot: QtBot, example: Path) -> None:
    upgrades_of(person, example)
    person.leaves()
    again = Person(qtbot)
    bench = again.opens(example)
    again.does("walk_upgrade")
    qtbot.waitUntil(lambda: bench.walk.is_walking, timeout=10_000)
    again.leaves()
