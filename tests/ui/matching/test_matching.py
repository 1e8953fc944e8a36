"""A text beside the standard in the window: look, accept by keys, take over, undo, report."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from coauthor.document.model import Document
from coauthor.document.parameters import shown
from coauthor.document.reading import decode, read_document
from coauthor.history.repository import Author
from coauthor.language import Catalogue
from coauthor.lineage.matching import Likeness
from coauthor.lineage.status import Lineage
from coauthor.ui.matching.choosing import StandardDialog
from coauthor.ui.matching.decisions import FILTERS
from coauthor.ui.matching.dialog import MatchingDialog
from coauthor.ui.matching.rows import COLUMNS
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.importing import propose_file, take_in
from coauthor.workspace.matching.comparing import compare
from coauthor.workspace.standards import find_source
from tests.ui.driver import Person, nameless
from tests.ui.intake.hands import letters_of, shot

STANDARD = read_document(
    decode(find_source("belastingen").files("1.1")["documents/belastingen.md"])
)
WHEN = datetime(2026, 11, 27, tzinfo=UTC)


def old_text() -> str:
    free = [each for each in STANDARD.clauses if each.theme == "functioneel"][:4]
    locked = next(each for each in STANDARD.clauses if each.theme == "informatiebeveiliging")
    bodies = [shown(each.body) for each in free]
    bodies[1] += " Dit geldt ook voor het waterschap, en voor wie namens ons int."
    bodies += [shown(locked.body) + " Behalve op zondag."]
    bodies += ["De kantine serveert op vrijdag gebakken vis met sla."]
    titles = [each.title for each in (*free, locked)] + ["Kantine"]
    parts = [
        f"## {at}.1 {title}\n\n{body}\n"
        for at, (title, body) in enumerate(zip(titles, bodies, strict=True), start=1)
    ]
    return "# Oude eisen\n\n" + "\n".join(parts)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A workspace of a municipality with its old text, beside no standard yet."""
    root = tmp_path / "werk"
    workspace = new_workspace(
        root, "local", "Ons Dorp", "Oud", author=Author("Fatma"), when=WHEN, message="Begin"
    )
    file = tmp_path / "oude-eisen.md"
    file.write_text(old_text(), encoding="utf-8")
    author = Author("Fatma")
    take_in(workspace, file, propose_file(file), author=author, when=WHEN, message="Opgehaald")
    return root


def seen(person: Person, begin: Callable[[], None], look: Callable[[MatchingDialog], None]) -> None:
    """Begin a comparison, choose the first standard if asked, and look at the window."""
    done: list[bool] = []

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, StandardDialog):
            assert nameless(dialog) == []
            shot(dialog, "matching-which")
            at = dialog.standard.findText("Belastingen", Qt.MatchFlag.MatchContains)
            dialog.standard.setCurrentIndex(at)
            dialog.accept()
        if isinstance(dialog, MatchingDialog) and dialog.isActiveWindow():
            try:
                look(dialog)
            finally:
                done.append(True)
                if dialog.isVisible():
                    dialog.reject()
            return
        QTimer.singleShot(20, wait)

    QTimer.singleShot(20, wait)
    begin()
    person.qtbot.waitUntil(lambda: bool(done), timeout=30_000)


def document(person: Person) -> Document:
    return person.bench.session.document


def test_an_old_text_becomes_the_standards_by_keys_and_can_be_undone(
    person: Person, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.opens(old, "oude-eisen")
    before = document(person)
    report = tmp_path / "rapport.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(report), ""))

    def look(dialog: MatchingDialog) -> None:
        assert nameless(dialog) == []
        assert [dialog.decisions.count(name) for name in FILTERS] == [6, 5, 3, 2, 0, 1, 0]
        shot(dialog, "matching-begin")
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)  # the first
        QTest.keyClick(dialog.table, Qt.Key.Key_N)  # the second stays ours
        assert dialog.table.currentIndex().row() == 2
        assert [each.decision for each in dialog.decisions.pairs[:3]] == ["yes", "no", ""]
        QTest.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert dialog.decisions.pairs[1].decision == ""
        assert dialog.table.currentIndex().row() == 1
        shot(dialog, "matching-decided")
        dialog.threshold.setValue(70)
        QTest.keyClick(dialog.all_above, Qt.Key.Key_Space)
        assert dialog.decisions.count("yes") == 5
        QTest.keyClick(dialog.report, Qt.Key.Key_Space)
        assert str(report) in dialog.said.text()  # where it can be seen: in this window
        dialog.table.selectRow(4)
        assert "Vergrendeld" in dialog.beside.theirs.toPlainText()
        dialog.table.selectRow(0)
        assert "Vergrendeld" not in dialog.beside.theirs.toPlainText()
        letters = letters_of(dialog)
        assert len(letters) == len(set(letters)), sorted(letters)
        shot(dialog, "matching-all")
        QTest.keyClick(dialog.take, Qt.Key.Key_Space)

    seen(person, lambda: person.does("compare_with_standard"), look)
    person.qtbot.waitUntil(lambda: document(person) != before, timeout=10_000)
    status = person.bench.session.status
    kinds = [each.lineage for each in status.clauses.values() if each.lineage != Lineage.OMITTED]
    assert kinds.count(Lineage.LOCAL) == 1
    assert kinds.count(Lineage.ADAPTED) == 1
    assert kinds.count(Lineage.VERBATIM) == 4
    remarks = [each.read_text("utf-8") for each in old.glob("discussion/oude-eisen/*/*.md")]
    assert ["Behalve op zondag." in each for each in remarks] == [True]
    assert any("vergrendeld" in said for said in person.bench.banner.messages())
    shot(person.bench, "matching-taken")
    page = report.read_text("utf-8")
    assert "83 %" in page
    assert "waterschap" in page
    undo = person.bench.actions_by_name["undo"].text()
    assert "bepalingen van de standaard geworden" in undo
    person.does("undo")
    assert document(person).text == before.text
    assert person.bench.banner.messages() == []  # nothing says any more that it was done


def test_stopping_to_look_changes_nothing_and_asks_before_what_was_accepted_is_lost(
    person: Person, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.opens(old, "oude-eisen")
    before = document(person).text
    asked: list[str] = []
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]

    def ask(*said: object) -> QMessageBox.StandardButton:
        asked.append(str(said[2]))
        return answers[len(asked) - 1]

    monkeypatch.setattr(QMessageBox, "question", ask)

    def look(dialog: MatchingDialog) -> None:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    seen(person, lambda: person.does("compare_with_standard"), look)
    assert len(asked) == 2
    assert "1 bepaling," in asked[0]
    assert document(person).text == before


def test_another_clause_of_the_standard_can_be_meant(person: Person, old: Path) -> None:
    person.opens(old, "oude-eisen")
    chosen: list[str] = []

    def look(dialog: MatchingDialog) -> None:
        assert dialog.beside.candidates.count() == 3
        dialog.beside.candidates.setFocus()
        QTest.keyClick(dialog.beside.candidates, Qt.Key.Key_Down)
        dialog.beside.candidates.activated.emit(1)
        QTest.keyClick(dialog.beside.yes, Qt.Key.Key_Space)
        chosen.extend(dialog.accepted_pairs().values())
        dialog.undo()

    seen(person, lambda: person.does("compare_with_standard"), look)
    assert chosen
    assert chosen[0] != STANDARD.clauses[0].uid


def test_of_a_clause_of_the_standard_with_other_words_it_is_shown_how_much_is_the_same() -> None:
    ours = read_document(STANDARD.text.replace("Het systeem", "De nieuwe applicatie"))
    shares = {each.likeness: each.share for each in compare(ours, STANDARD).rows}
    assert 0.5 < shares[Likeness.NEARLY] < 1.0
    assert shares.get(Likeness.SAME, 1.0) == 1.0


def test_a_threshold_means_the_percentages_that_are_shown(person: Person, old: Path) -> None:
    person.opens(old, "oude-eisen")

    def look(dialog: MatchingDialog) -> None:
        pair = dialog.decisions.pairs[1]
        (first, *others) = pair.beside.candidates
        pair.beside = replace(pair.beside, candidates=(replace(first, share=0.846), *others))
        assert dialog.model.index(1, COLUMNS.index("share")).data() == "85 %"
        dialog.threshold.setValue(86)
        fewer = dialog.all_above.text()
        dialog.threshold.setValue(85)
        assert dialog.all_above.text() != fewer

    seen(person, lambda: person.does("compare_with_standard"), look)


def test_five_thousand_clauses_are_quick_to_walk_through(person: Person) -> None:
    blocks = "".join(
        f"<!-- clause {at:0>10} B-{at} kind=eis -->\n### Titel {at}\n\nTekst {at}.\n\n"
        for at in range(5_000)
    )
    text = read_document("# Veel\n\n" + blocks)
    compared = compare(text, text)
    english = Catalogue("en")
    dialog = MatchingDialog(english, compared, text, text, "Veel", lambda _: None, None)
    person.qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.model.rowCount() == 5_000
    longest = dialog.fontMetrics().horizontalAdvance(f"≈ {english('match-nearly')}")
    assert dialog.table.columnWidth(0) > longest + 20  # beside what a cell leaves free
    calls: list[int] = []
    dialog.model.dataChanged.connect(lambda *_: calls.append(1))
    QTest.keyClick(dialog.table, Qt.Key.Key_End)
    dialog.kinds.setCurrentIndex(2)
    assert dialog.model.rowCount() == 5_000
    assert dialog.decisions.pairs[0].decision == "settled"
