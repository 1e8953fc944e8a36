"""Which document a file becomes is shown, and may be said otherwise."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coauthor.history.repository import Author
from coauthor.ui.intake.dialog import IntakeDialog
from coauthor.workspace.bringing.looking import Aim
from coauthor.workspace.importing import propose_file, take_in
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.ui.driver import nameless
from tests.ui.intake.hands import Opens, letters_of, settled, shot

PLAN = "Nr;Eis/Wens;Omschrijving\n" + "".join(
    f"{at};Eis;Het systeem {what} van iedere aanvraag.\n"
    for at, what in enumerate(("bewaart de datum", "toont de status", "meldt het einde"), start=1)
)


@pytest.fixture
def shared(workspace: Path, tmp_path: Path) -> Workspace:
    """A workspace in which a list came in."""
    there, file = open_workspace(workspace), tmp_path / "plan.csv"
    file.write_text(PLAN, "utf-8")
    when, author = datetime.now(UTC), Author("Fatma")
    take_in(there, file, propose_file(file), author=author, when=when, message="Ingelezen")
    return open_workspace(workspace)


@pytest.fixture
def aim(shared: Workspace) -> Aim:
    """That list is open in the window."""
    return Aim(shared.root, "plan", shared.read(shared.entry("plan")).text)


def chosen(dialog: IntakeDialog, name: str) -> None:
    """Choose a document with the keys."""
    field = dialog.target.documents
    field.setFocus()
    while field.currentData() != name:
        before = field.currentIndex()
        QTest.keyClick(field, Qt.Key.Key_Down)
        assert field.currentIndex() != before


def test_a_list_under_another_name_is_told_to_be_like_a_document_and_updates_it_when_asked(
    opens: Opens, qtbot: QtBot, tmp_path: Path, aim: Aim
) -> None:
    file = tmp_path / "plan definitief.csv"
    file.write_text(PLAN.replace("de status", "steeds de status"), "utf-8")
    dialog = opens(file, aim=aim)
    assert dialog.target.documents.currentText() == "Een nieuw document"
    assert "lijkt op „plan”: 3 van de 3" in dialog.target.like.text()
    assert nameless(dialog) == []
    letters = letters_of(dialog)
    shot(dialog, "intake-like")
    chosen(dialog, "plan")
    settled(qtbot, dialog)
    assert "1 gewijzigd, 2 gelijk" in dialog.summary.text()
    assert dialog.target.like.isHidden()
    assert nameless(dialog) == []
    for each in (letters, letters_of(dialog)):
        assert len(each) == len(set(each)), sorted(each)
    shot(dialog, "intake-update")


def test_what_was_written_here_since_stays_unless_the_person_wants_the_words_of_the_file(
    opens: Opens, qtbot: QtBot, tmp_path: Path, shared: Workspace
) -> None:
    entry = shared.entry("plan")
    file = shared.file(entry)
    file.write_text(file.read_text("utf-8").replace("de datum", "de datum en de plaats"), "utf-8")
    save_version(shared, "Geschreven", Author("Fatma"), datetime.now(UTC))
    changed = tmp_path / "plan.csv"
    changed.write_text(PLAN.replace("de status", "steeds de status"), "utf-8")
    dialog = opens(changed, aim=Aim(shared.root, "plan", shared.read(entry).text))
    assert dialog.target.documents.currentData() == "plan"
    assert "1 gewijzigd, 2 gelijk" in dialog.summary.text()
    assert "Eén bepaling blijft" in dialog.summary.text()
    shot(dialog, "intake-kept")
    QTest.keyClick(dialog.target.keep, Qt.Key.Key_Space)
    settled(qtbot, dialog)
    assert "2 gewijzigd, 1 gelijk" in dialog.summary.text()


def test_without_a_workspace_nothing_is_asked(opens: Opens, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(PLAN, "utf-8")
    assert opens(file, new=True).target.isHidden()
