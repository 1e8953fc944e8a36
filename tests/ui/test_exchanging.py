"""Texts that come in through the window, for the second time."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from coauthor.ui.dialogs import ImportDialog
from coauthor.workspace.creating import make_example
from coauthor.workspace.exporting import export
from tests.ui.driver import Person


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window asked before it changed a document; the answer is yes."""
    said: list[str] = []

    def question(_parent: object, _title: str, words: str) -> QMessageBox.StandardButton:
        said.append(words)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", question)
    return said


def accepting(seen: list[ImportDialog]) -> Callable[[], None]:
    """Return what accepts the dialog once it shows what the file becomes."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ImportDialog) and dialog.proposal is not None:
            seen.append(dialog)
            dialog.accept()
        else:
            QTimer.singleShot(20, look)

    return look


def test_an_export_that_comes_back_changed_updates_the_document_and_undo_takes_it_back(
    person: Person,
    asked: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    workspace = make_example(tmp_path / "voorbeeld")
    bench = person.opens(workspace.root)
    file = tmp_path / "terug.csv"
    when = datetime(2026, 11, 27, tzinfo=UTC)
    export(workspace, bench.session.entry, "csv", file, when=when)
    before = bench.session.document
    clause = next(c for c in before.clauses if c.theme == "functioneel" and c.title)
    data = file.read_text(encoding="utf-8")
    file.write_text(data.replace(f'"{clause.title}"', '"Anders genoemd"', 1), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    seen: list[ImportDialog] = []
    QTimer.singleShot(20, accepting(seen))
    person.does("import_file")
    assert not seen[0].unit.isEnabled()  # the file says itself what its clauses are
    assert "1 gewijzigd" in asked[0]
    changed = bench.session.document.clause(clause.uid)
    assert changed is not None
    assert changed.title == "Anders genoemd"
    person.does("undo")
    assert bench.session.document.text == before.text
