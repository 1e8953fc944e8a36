"""Checking files that go out, in the window."""

import os
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from coauthor.errors import UserError
from coauthor.exchange.publication.reading import read_for_publication
from coauthor.language import Catalogue
from coauthor.ui.publication.dialog import FoundDialog
from coauthor.workspace.publication import Checked, check_files
from tests.exchange.publication.making import comments, core, docx, paragraph
from tests.ui.driver import nameless

SHOTS = os.environ.get("COAUTHOR_SHOTS", "")
BODY = (
    paragraph("Beveiliging", "Kop1")
    + '<w:p><w:commentRangeStart w:id="0"/></w:p>'
    + paragraph("Binnen xxx dagen, zie Bijlage 2.2 en http://zaaksysteem/dossier/12.")
)


def shot(window, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        QApplication.processEvents()
        window.grab().save(str(Path(SHOTS) / f"publication-{name}.png"))


def word_file(folder: Path) -> Path:
    path = folder / "pve.docx"
    core_part = core("Jan de Vries", last="Piet Bakker")
    path.write_bytes(
        docx(BODY, docProps__core_xml=core_part, word__comments_xml=comments("Te streng?", "Ja"))
    )
    return path


def rows(dialog: FoundDialog) -> list[str]:
    top = dialog.tree.topLevelItem(0)
    return [top.child(number).text(0) for number in range(top.childCount())]


def test_the_findings_are_listed_with_what_to_do(qtbot, tmp_path) -> None:
    dialog = FoundDialog(Catalogue("nl"), check_files([word_file(tmp_path)]))
    qtbot.addWidget(dialog)
    dialog.show()
    shot(dialog, "found")
    assert rows(dialog)[:2] == [
        "✕  Fout: Opmerking (2)",
        "✕  Fout: Naam van een schrijver in de eigenschappen (2)",
    ]
    assert dialog.summary.text() == "6 punten moeten eerst worden opgelost."
    assert dialog.advice.text().startswith("Verwerk de opmerking")
    assert dialog.clean_button.isEnabled()
    assert nameless(dialog) == []


def test_a_clean_file_says_so_and_one_that_was_refused_says_why(qtbot, tmp_path) -> None:
    clean = FoundDialog(Catalogue("nl"), [Checked(tmp_path / "a.pdf", "pdf")])
    qtbot.addWidget(clean)
    assert "niets gevonden" in clean.summary.text()
    assert not clean.clean_button.isEnabled()
    error = UserError("publication-unfit", path="a.docx")
    refused = FoundDialog(Catalogue("nl"), [Checked(tmp_path / "a.docx", error=error)])
    qtbot.addWidget(refused)
    assert "Niet nagekeken" in refused.summary.text()
    assert "Open het in het programma" in refused.advice.text()


def test_a_person_checks_a_file_and_keeps_a_clean_copy(
    person, workspace, tmp_path, monkeypatch
) -> None:
    file, copy = word_file(tmp_path), tmp_path / "schoon.docx"
    person.opens(workspace)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    seen: list[FoundDialog] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, FoundDialog):
            QTimer.singleShot(50, answer)
        elif not seen:
            seen.append(dialog)
            QTimer.singleShot(50, answer)
            dialog.clean_button.click()
        elif dialog is not seen[0]:
            seen.append(dialog)
            shot(dialog, "cleaned")
            dialog.close_button.click()
        else:
            QTimer.singleShot(50, answer)

    QTimer.singleShot(50, answer)
    person.does("check_publication")
    person.qtbot.waitUntil(lambda: len(seen) == 2, timeout=30_000)
    rules = {each.rule for each in read_for_publication("a.docx", copy.read_bytes()).marks}
    assert rules == set()
