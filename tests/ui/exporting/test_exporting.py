"""Exporting in the window: what is chosen, what is told of it, and what comes of it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coauthor.exchange.choice import PRESETS, choice_of
from coauthor.language import Catalogue
from coauthor.ui.exporting.dialog import ExportDialog
from coauthor.ui.exporting.wanted import Wanted, recall, remember
from coauthor.ui.preferences import Preferences
from coauthor.ui.theme import Appearance, apply_theme
from coauthor.workspace.creating import make_example
from coauthor.workspace.offered import Offered, offered
from tests.exchange.reading_back import everything
from tests.ui.driver import Person, nameless

SHOTS = os.environ.get("COAUTHOR_SHOTS", "")
NL = Catalogue("nl")


def shot(window: QWidget, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        QApplication.processEvents()
        window.grab().save(str(Path(SHOTS) / f"export-{name}.png"))


def shows(
    qtbot: QtBot, folder: Path, found: Offered | None = None, language: str = "nl"
) -> ExportDialog:
    last = Wanted(folder=folder, file_name="belastingen")
    dialog = ExportDialog(Catalogue(language), last, found or Offered())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def takes(dialog: ExportDialog, preset: str) -> None:
    """Choose a preset as a person does."""
    field = dialog.parts.preset
    field.setCurrentIndex(field.findData(preset))
    field.activated.emit(field.currentIndex())


def test_a_sentence_tells_what_comes_and_for_whom_it_is_fit(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shows(qtbot, tmp_path)
    assert "Niet geschikt voor leveranciers: bevat eigen overwegingen" in dialog.sentence.text()
    takes(dialog, "market")
    assert dialog.wanted.choice == PRESETS["market"]
    assert "✓  Geschikt voor leveranciers" in dialog.sentence.text()
    dialog.parts.boxes["deviations"].click()
    assert "bevat afwijkingen met reden." in dialog.sentence.text()
    assert dialog.parts.preset.currentText() == NL("preset-own")
    assert dialog.sentence.accessibleDescription() == dialog.sentence.text()
    dialog.check_format("json")
    assert "vormen voor andere programma" in dialog.sentence.text()
    assert dialog.wanted.formats == ("docx", "json")


def test_the_sheet_for_vendors_is_told_to_be_fit_for_them_whatever_is_chosen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shows(qtbot, tmp_path)
    dialog.check_format("answers")
    assert "⚠  Niet geschikt" in dialog.sentence.text()  # the document in Word beside it
    assert NL("export-dialog-outward") in dialog.sentence.text()
    dialog.check_format("docx", on=False)
    assert dialog.wanted.formats == ("answers",)
    assert "✓  Geschikt voor leveranciers" in dialog.sentence.text()


def test_what_is_missing_is_said_and_nothing_can_begin(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shows(qtbot, tmp_path)
    dialog.check_format("docx", on=False)
    assert not dialog.accept_button.isEnabled()
    assert NL("export-dialog-no-format") in dialog.sentence.text()
    dialog.check_format("pdf")
    dialog.name.setText("  ")
    assert NL("export-dialog-no-name") in dialog.sentence.text()
    dialog.name.setText("voor: de markt?.pdf")
    assert dialog.wanted.file_name == "voor- de markt-"
    takes(dialog, "changes")
    assert NL("export-dialog-no-since") in dialog.sentence.text()
    assert not dialog.accept_button.isEnabled()


def test_changes_alone_go_to_formats_that_show_them(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shows(qtbot, tmp_path, Offered(standards=(("belastingen@1.0", "Belastingen 1.0"),)))
    takes(dialog, "changes")
    assert dialog.wanted.choice.since == "belastingen@1.0"
    assert dialog.accept_button.isEnabled()
    dialog.check_format("xlsx")
    assert dialog.accept_button.isEnabled()
    dialog.check_format("json")
    assert "JSON" in dialog.sentence.text()
    assert not dialog.accept_button.isEnabled()


def test_a_file_that_is_there_is_not_written_over_unasked(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "belastingen.docx").write_bytes(b"van iemand")
    asked: list[str] = []

    def no(_parent: object, _title: str, words: str) -> QMessageBox.StandardButton:
        asked.append(words)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", no)
    dialog = shows(qtbot, tmp_path)
    dialog.accept()
    assert "belastingen.docx" in asked[0]
    assert dialog.result() != QDialog.DialogCode.Accepted


def test_everything_can_be_done_by_key_and_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shows(qtbot, tmp_path)
    assert nameless(dialog) == []
    assert dialog.focusWidget() is dialog.formats
    row = dialog.formats.currentRow()
    QTest.keyClick(dialog.formats, Qt.Key.Key_Down)
    QTest.keyClick(dialog.formats, Qt.Key.Key_Space)
    assert len(dialog.wanted.formats) == 2
    assert dialog.formats.currentRow() == row + 1
    QTest.keyClick(dialog.parts.boxes["sign-off"], Qt.Key.Key_Space)
    assert dialog.wanted.choice.sign_off
    QTest.keyClick(dialog.formats, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_house_style_is_chosen_and_begins_with_that_of_the_workspace(
    qtbot: QtBot, tmp_path: Path
) -> None:
    styles = (("neutraal", "Neutraal"), ("gemeente", "Gemeente"), ("eigen", "Eigen"))
    dialog = shows(qtbot, tmp_path, Offered(styles=styles, usual_style="gemeente"))
    assert dialog.style_name.currentText() == "Gemeente"
    QTest.keyClick(dialog.style_name, Qt.Key.Key_Down)
    assert dialog.wanted.style == "eigen"
    again = ExportDialog(Catalogue("nl"), Wanted(style="neutraal"), Offered(styles=styles))
    qtbot.addWidget(again)
    assert again.wanted.style == "neutraal"


def test_what_was_wanted_is_remembered_for_each_document(tmp_path: Path) -> None:
    wanted = Wanted(
        ("pdf", "odt"),
        choice_of("council", vendors=["Acme"], since="1.0"),
        tmp_path,
        "besluit",
        style="gemeente",
    )
    remember(Preferences(), tmp_path, "belastingen", wanted)
    assert recall(Preferences(), tmp_path, "belastingen") == wanted
    assert recall(Preferences(), tmp_path, "ander") == Wanted(file_name="ander")


@pytest.mark.parametrize("note", ["", "[]", "{", '{"choice": {"lineage": "x"}}', "null"])
def test_what_was_kept_and_is_no_longer_understood_is_passed_over(
    note: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Preferences, "note", lambda *_: note)
    assert recall(Preferences(), tmp_path, "x") == Wanted(file_name="x")


@pytest.mark.skipif(not SHOTS, reason="pictures are made on request (COAUTHOR_SHOTS)")
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(
    qtbot: QtBot, tmp_path: Path, language: str, look: Appearance, qapp: QApplication
) -> None:
    workspace = make_example(tmp_path / "waterrijk")
    found = offered(workspace, workspace.settings.documents[0])
    apply_theme(qapp, look)
    dialog = shows(qtbot, tmp_path, found, language)
    shot(dialog, f"{language}-{look}-small")
    dialog.resize(980, 700)
    dialog.parts.boxes["details"].setFocus(Qt.FocusReason.TabFocusReason)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    shot(dialog, f"{language}-{look}")
    takes(dialog, "market")
    shot(dialog, f"{language}-{look}-market")


def test_a_person_exports_for_the_market_and_the_result_is_checked(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = make_example(tmp_path / "waterrijk")
    bench = person.opens(workspace.root)
    out = tmp_path / "uit"
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        takes(dialog, "market")
        dialog.check_format("pdf")
        dialog.parts.since.setCurrentIndex(dialog.parts.since.findData("belastingen@1.0"))
        dialog.folder.line.setText(str(out))
        dialog.name.setText("voor-de-markt")

    person.answers(fill_in, lambda: person.does("export_document"))
    files = [out / "voor-de-markt.docx", out / "voor-de-markt.pdf"]

    def said() -> str:
        return "\n".join(bench.banner.messages())

    person.qtbot.waitUntil(lambda: "Nagekeken voor publicatie" in said(), timeout=60_000)
    assert all(file.is_file() for file in files)
    for file in files:
        text = everything(file.read_bytes())
        assert "Wijzigingen sinds" in text
        assert "verordening liggelden van Waterrijk kent" not in text
    assert "2 bestanden staan in" in said()
    shot(bench, "window-after")
    press(bench.banner.findChildren(QPushButton), NL("batch-folder"))
    assert opened == [str(out)]

    again: list[ExportDialog] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        again.append(dialog)
        assert dialog.wanted.formats == ("docx", "pdf")
        assert dialog.wanted.choice == choice_of("market", since="belastingen@1.0")
        assert dialog.wanted.file_name == "voor-de-markt"
        dialog.name.setText("nog-eens")
        dialog.check_format("pdf", on=False)
        dialog.version.setCurrentIndex(dialog.version.count() - 1)

    person.answers(look, lambda: person.does("export_document"))
    person.qtbot.waitUntil((out / "nog-eens.docx").is_file, timeout=60_000)
    assert "versie van 07-09-2026" in everything((out / "nog-eens.docx").read_bytes())
    person.qtbot.waitUntil(lambda: said().count("Nagekeken") > 0, timeout=60_000)


def test_the_final_text_is_chosen_in_the_same_window_and_says_so(
    person: Person, workspace: Path, tmp_path: Path
) -> None:
    bench = person.opens(workspace)
    out = tmp_path / "uit"

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        assert dialog.windowTitle() == NL("export-dialog-final")
        assert not dialog.version.isVisible()
        assert NL("export-dialog-text-final") in dialog.sentence.text()
        dialog.folder.line.setText(str(out))
        takes(dialog, "council")

    person.answers(fill_in, lambda: person.does("export_final"))
    file = out / f"{bench.session.entry.name}.docx"
    person.qtbot.waitUntil(file.is_file, timeout=60_000)
    text = everything(file.read_bytes())
    assert NL("export-final") in text
    assert NL("sign-off-title") in text


def press(buttons: list[QPushButton], name: str) -> Callable[[], None] | None:
    """Press the button with that name."""
    next(each for each in buttons if each.text() == name).click()
    return None
