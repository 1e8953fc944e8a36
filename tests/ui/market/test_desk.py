"""The vendor desk, at the keyboard of the real window."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTimer, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from coauthor.review.market.responses import Answer
from coauthor.ui.market.coverage import CoverageWindow
from coauthor.ui.market.desk import VendorDesk
from coauthor.ui.market.drafts import PAUSE
from coauthor.ui.market.many import ManyDialog, ReuseDialog
from coauthor.ui.market.section import MarketSection
from coauthor.workspace.market.answering import answer
from coauthor.workspace.market.covering import said_of
from coauthor.workspace.market.understanding import read_clause
from coauthor.workspace.person import Person as Writer
from coauthor.workspace.person import write_person
from coauthor.workspace.workspace import Workspace
from tests.ui.driver import Person, nameless
from tests.workspace.market.making import FATMA, LISA, TEXT, TOM, WHEN, room

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
A, B, C = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"


def look(window: QWidget, name: str) -> None:
    if folder := os.environ.get("COAUTHOR_SHOTS"):
        QApplication.processEvents()
        Path(folder).mkdir(parents=True, exist_ok=True)
        window.grab().save(f"{folder}/{name}.png")


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    write_person(LISA)
    return room(tmp_path / "waterrijk")


def sits_down(person: Person, workspace: Workspace) -> VendorDesk:
    person.opens(workspace.root)
    person.does("answer_clauses")
    found: list[VendorDesk] = []

    def is_there() -> bool:
        found[:] = person.bench.findChildren(VendorDesk)
        return bool(found) and found[0].model.everything() != () and found[0].isVisible()

    person.qtbot.waitUntil(is_there, timeout=10_000)
    desk = found[0]
    desk.activateWindow()
    person.qtbot.waitUntil(lambda: desk.isActiveWindow() and desk.list.hasFocus(), timeout=10_000)
    return desk


def given(workspace: Workspace) -> list[tuple[str, str]]:
    """Return what was said in the room, oldest first."""
    events = said_of(workspace, workspace.settings.documents[0])
    return [(each.clause, each.values.get("verdict", each.kind)) for each in events]


def says(workspace: Workspace, uid: str, person: Writer, *words: str) -> None:
    entry = workspace.settings.documents[0]
    clause = workspace.read(entry).clause(uid)
    assert clause
    answer(workspace, entry, clause, Answer(*words), person, WHEN)


def test_one_key_answers_and_goes_on(person: Person, here: Workspace) -> None:
    desk = sits_down(person, here)
    assert nameless(desk) == []
    assert "Acme" in desk.title.text()
    assert "Belsoft" in desk.seen_by.text()
    look(desk, "desk")
    person.presses(Key.Key_1)
    assert desk.current
    assert desk.current.clause.uid == B
    person.presses(Key.Key_3)
    assert "2 van 3" in desk.progress.text()
    person.qtbot.waitUntil(lambda: given(here) == [(A, "meets"), (B, "no")], timeout=10_000)
    person.presses(Key.Key_Up)  # what was answered stays in sight, to be changed
    person.presses(Key.Key_1)
    person.qtbot.waitUntil(lambda: given(here)[-1] == (B, "meets"), timeout=10_000)
    assert desk.current.clause.uid == C


def test_a_promise_asks_for_its_date_and_a_refusal_for_its_reason(
    person: Person, here: Workspace
) -> None:
    desk = sits_down(person, here)
    person.presses(Key.Key_4)
    assert desk.panel.date.hasFocus()
    look(desk, "desk-roadmap")
    desk.panel.date.setDate(QDate(2027, 10, 1))
    person.presses(Key.Key_Return)
    assert desk.list.hasFocus()
    person.presses(Key.Key_5)
    assert desk.panel.explanation.hasFocus()
    person.presses(Key.Key_Return, CTRL)
    assert "reden" in desk.status.text()
    assert len(given(here)) <= 1
    person.types("Kan niet buiten Europa.")
    look(desk, "desk-unacceptable")
    person.presses(Key.Key_Return, CTRL)
    person.qtbot.waitUntil(lambda: len(given(here)) == 2, timeout=10_000)
    events = said_of(here, here.settings.documents[0])
    assert events[0].values["date"] == "2027-10-01"
    assert events[1].body == "Kan niet buiten Europa."


def test_explanation_size_and_reading_go_with_alt_and_a_number(
    person: Person, here: Workspace
) -> None:
    desk = sits_down(person, here)
    person.presses(Key.Key_Return)
    person.types("Zonder bijlagen.")
    person.presses(Key.Key_Tab)
    assert desk.panel.estimate.hasFocus()
    person.types("80 uur")
    person.presses(Key.Key_L, ALT)
    assert desk.panel.reading.hasFocus()
    person.types("Een biljet per adres.")
    person.presses(Key.Key_2, ALT)
    person.qtbot.waitUntil(lambda: len(given(here)) == 2, timeout=10_000)
    reading, response = said_of(here, here.settings.documents[0])
    assert (reading.kind, reading.body) == ("reading", "Een biljet per adres.")
    assert response.values["size"] == "hours:80"
    assert response.body == "Zonder bijlagen."
    person.presses(Key.Key_Up)
    person.qtbot.waitUntil(
        lambda: desk.panel.reading.toPlainText() == "Een biljet per adres.", timeout=10_000
    )
    assert "Een biljet per adres." in desk.clause.toPlainText()
    look(desk, "desk-answered")


def test_what_is_written_and_not_an_answer_yet_is_not_lost(
    person: Person, here: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = sits_down(person, here)
    person.presses(Key.Key_Return)
    person.types("Half werk")
    person.presses(Key.Key_Escape)
    person.presses(Key.Key_Down)
    assert desk.panel.explanation.toPlainText() == ""
    person.presses(Key.Key_Up)
    assert desk.panel.explanation.toPlainText() == "Half werk"
    asked: list[str] = []

    def stay(*words: object) -> QMessageBox.StandardButton:
        asked.append(str(words[2]))
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", stay)
    person.presses(Key.Key_Escape)
    assert "niet is vastgelegd" in asked[0]
    assert not person.bench.close()
    assert desk.isVisible()
    person.presses(Key.Key_2)
    person.qtbot.waitUntil(lambda: given(here) == [(A, "partly")], timeout=10_000)
    person.presses(Key.Key_Escape)
    assert len(asked) == 2


def soon(kind: type[QWidget], name: str = "") -> None:
    """Accept a dialog of a kind as soon as it is there."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, (ManyDialog, ReuseDialog)) and isinstance(dialog, kind):
        assert nameless(dialog) == []
        if name:
            look(dialog, name)
        dialog.accept()
    else:
        QTimer.singleShot(20, lambda: soon(kind, name))


def test_many_clauses_get_one_answer(person: Person, here: Workspace) -> None:
    desk = sits_down(person, here)
    person.presses(Key.Key_A, CTRL)
    soon(ManyDialog, "desk-many")
    person.presses(Key.Key_1)
    person.qtbot.waitUntil(lambda: len(given(here)) == 3, timeout=10_000)
    person.qtbot.waitUntil(lambda: "3 bepalingen" in desk.status.text(), timeout=10_000)
    assert "3 van 3" in desk.progress.text()


def test_answers_of_before_are_used_again_and_a_changed_text_is_looked_at_first(
    person: Person, here: Workspace, tmp_path: Path
) -> None:
    elsewhere = room(tmp_path / "zandstad", text=TEXT.replace("één biljet", "drie biljetten"))
    says(elsewhere, A, LISA, "partly", "", "M", "Twee lukt.")
    says(elsewhere, B, LISA, "meets")
    says(elsewhere, C, LISA, "no", "", "", "Komt niet.")
    desk = sits_down(person, here)
    assert "drie" in desk.clause.toPlainText()
    look(desk, "desk-changed")
    person.presses(Key.Key_R)
    assert given(here) == []
    assert desk.panel.explanation.toPlainText() == "Twee lukt."
    person.presses(Key.Key_Return, CTRL)
    person.qtbot.waitUntil(lambda: given(here) == [(A, "partly")], timeout=10_000)
    look(desk, "desk-offer")
    person.presses(Key.Key_R)
    person.qtbot.waitUntil(lambda: given(here)[1:] == [(B, "meets")], timeout=10_000)
    assert "1 eerder antwoord" in desk.reuse_all.text()
    soon(ReuseDialog, "desk-reuse")
    QTest.mouseClick(desk.reuse_all, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: given(here)[2:] == [(C, "no")], timeout=10_000)


def test_a_text_that_changes_meanwhile_asks_again(person: Person, here: Workspace) -> None:
    says(here, A, LISA, "meets")
    desk = sits_down(person, here)
    path = here.file(here.settings.documents[0])
    path.write_text(path.read_text("utf-8").replace("één biljet", "twee biljetten"), "utf-8")
    person.qtbot.waitUntil(lambda: "twee" in person.bench.session.document.text, timeout=10_000)
    person.qtbot.waitUntil(lambda: "waarvan 1 opnieuw" in desk.progress.text(), timeout=10_000)


def test_who_is_no_vendor_is_told_so(person: Person, here: Workspace) -> None:
    write_person(FATMA)
    bench = person.opens(here.root)
    person.does("answer_clauses")
    person.qtbot.waitUntil(
        lambda: any("alleen leveranciers" in each for each in bench.banner.messages()),
        timeout=10_000,
    )


def test_an_answer_that_cannot_be_written_is_not_shown_as_given(
    person: Person, here: Workspace
) -> None:
    desk = sits_down(person, here)
    (here.root / "discussion").write_text("in de weg", "utf-8")
    person.presses(Key.Key_1)
    person.qtbot.waitUntil(lambda: "⚠" in desk.status.text(), timeout=10_000)
    assert "0 van 3" in desk.progress.text()


def test_words_that_could_not_be_written_down_are_there_to_be_tried_again(
    person: Person, here: Workspace
) -> None:
    desk = sits_down(person, here)
    (here.root / "discussion").write_text("in de weg", "utf-8")
    person.presses(Key.Key_Return)
    person.types("Twee lukt.")
    person.presses(Key.Key_2, ALT)
    person.qtbot.waitUntil(lambda: "⚠" in desk.status.text(), timeout=10_000)
    (here.root / "discussion").unlink()
    desk.list.go_to_row(0)
    assert desk.panel.explanation.toPlainText() == "Twee lukt."
    person.presses(Key.Key_2)
    person.qtbot.waitUntil(lambda: given(here) == [(A, "partly")], timeout=10_000)


def test_a_full_disk_does_not_stop_the_typing(person: Person, here: Workspace) -> None:
    folder = here.repository.private_folder / "drafts"
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in de weg", "utf-8")
    desk = sits_down(person, here)
    person.presses(Key.Key_Return)
    person.types("Half")
    person.qtbot.wait(2 * PAUSE)
    person.types(" werk")
    assert desk.panel.explanation.toPlainText() == "Half werk"
    person.presses(Key.Key_2, ALT)
    person.qtbot.waitUntil(lambda: given(here) == [(A, "partly")], timeout=10_000)


@pytest.fixture
def answered(here: Workspace) -> Workspace:
    write_person(FATMA)
    for uid, who, *words in (
        (A, LISA, "meets", "", "hours:80", "Zit in versie 7."),
        (A, TOM, "roadmap", "2027-07-01"),
        (B, LISA, "no", "", "", "Alleen met één bewijs."),
        (B, TOM, "meets"),
        (C, LISA, "meets"),
        (C, TOM, "partly"),
    ):
        says(here, uid, who, *words)
    return here


def covers(person: Person, workspace: Workspace) -> CoverageWindow:
    bench = person.opens(workspace.root)
    person.qtbot.waitUntil(lambda: len(bench.conversation) >= 6, timeout=10_000)
    person.does("show_coverage")
    (window,) = bench.findChildren(CoverageWindow)
    person.qtbot.waitUntil(lambda: window.market is not None, timeout=10_000)
    person.qtbot.waitUntil(window.isActiveWindow, timeout=10_000)
    return window


def test_a_municipality_sees_what_the_market_covers(person: Person, answered: Workspace) -> None:
    window = covers(person, answered)
    assert nameless(window) == []
    assert "2 bepalingen met een waarschuwing" in window.summary.text()
    look(window, "coverage")
    window.order.setCurrentIndex(window.order.findData("warnings"))
    window.order.activated.emit(0)
    window.show_clause(B)
    assert window.current
    assert window.table.currentIndex().row() == 0
    said = window.detail.toPlainText()
    assert "vergrendeld" in said.casefold()
    assert "Alleen met één bewijs." in said
    look(window, "coverage-locked")
    window.kind.setCurrentIndex(window.kind.findData("warned"))
    assert window.model.rowCount() == 2
    person.presses(Key.Key_Return)
    assert person.bench.current_block() == person.bench.session.document.clause(B)


def test_the_warning_stands_at_the_clause_and_a_reading_is_confirmed_there(
    person: Person, answered: Workspace
) -> None:
    entry = answered.settings.documents[0]
    clause = answered.read(entry).clause(A)
    assert clause
    read_clause(answered, entry, clause, "Eén biljet per adres.", LISA, WHEN)
    bench = person.opens(answered.root)
    person.qtbot.waitUntil(lambda: len(bench.conversation) >= 7, timeout=10_000)
    bench.lanes.go_to_uid(A)
    bench.inspector.show_page(bench.inspector.discussion)
    section = bench.inspector.discussion.section(MarketSection)
    assert isinstance(section, MarketSection)
    person.qtbot.waitUntil(lambda: "alleen Acme" in section.warnings.text(), timeout=10_000)
    assert nameless(bench.inspector.discussion) == []
    look(bench, "section")
    confirm = section.findChild(QWidget, "reading-confirm")
    assert confirm
    confirm.setFocus()
    person.presses(Key.Key_Space)
    person.qtbot.waitUntil(lambda: "Begrepen" in section.counts.text(), timeout=10_000)
    assert given(answered)[-1] == (A, "confirm")
    withdraw = QApplication.focusWidget()
    assert withdraw
    assert withdraw.objectName() == "reading-withdraw"
    look(bench, "section-confirmed")


def test_what_a_vendor_wrote_is_shown_and_does_nothing(
    person: Person, here: Workspace, tmp_path: Path
) -> None:
    write_person(FATMA)
    picture = tmp_path / "val.png"
    QImage(400, 400, QImage.Format.Format_RGB32).save(str(picture))
    words = f"<script>alert(1)</script> ![val]({picture.as_uri()}) [link](http://example.org)"
    says(here, A, LISA, "no", "", "", words)
    bench = person.opens(here.root)
    person.qtbot.waitUntil(lambda: len(bench.conversation) == 1, timeout=10_000)
    person.does("show_coverage")
    (window,) = bench.findChildren(CoverageWindow)
    person.qtbot.waitUntil(lambda: window.market is not None, timeout=10_000)
    assert "<script>alert(1)</script>" in window.detail.toPlainText()
    assert window.detail.loadResource(2, QUrl(picture.as_uri())) is None
    look(window, "coverage-hostile")


def test_the_coverage_is_exported_from_the_window(
    person: Person, answered: Workspace, tmp_path: Path
) -> None:
    window = covers(person, answered)
    output = tmp_path / "dekking.xlsx"
    person.bench.controller.export_coverage_to(output, "xlsx")
    person.qtbot.waitUntil(output.is_file, timeout=20_000)
    person.qtbot.waitUntil(lambda: "dekking.xlsx" in window.status.text(), timeout=20_000)


def test_a_vendor_is_not_told_how_little_there_is_to_choose(
    person: Person, answered: Workspace
) -> None:
    write_person(LISA)
    bench = person.opens(answered.root)
    person.qtbot.waitUntil(lambda: len(bench.conversation) >= 6, timeout=10_000)
    bench.lanes.go_to_uid(A)
    bench.inspector.show_page(bench.inspector.discussion)
    section = bench.inspector.discussion.section(MarketSection)
    assert isinstance(section, MarketSection)
    person.qtbot.waitUntil(lambda: "Acme" in section.answers.text(), timeout=10_000)
    assert section.warnings.text() == ""
    assert section.draft.isVisible()


def test_where_nobody_reads_a_clause_a_municipality_sees_one_quiet_line(
    person: Person, here: Workspace
) -> None:
    write_person(FATMA)
    entry = here.settings.documents[0]
    clause = here.read(entry).clause(B)
    assert clause
    read_clause(here, entry, clause, "Twee verschillende.", LISA, WHEN)
    bench = person.opens(here.root)
    person.qtbot.waitUntil(lambda: len(bench.conversation) == 1, timeout=10_000)
    bench.lanes.go_to_uid(A)
    bench.inspector.show_page(bench.inspector.discussion)
    section = bench.inspector.discussion.section(MarketSection)
    assert isinstance(section, MarketSection)
    person.qtbot.waitUntil(lambda: bool(section.counts.text()), timeout=10_000)
    assert section.counts.isVisible()
    assert not section.draft.isVisible()
    look(bench, "section-quiet")
    bench.lanes.go_to_uid(B)
    person.qtbot.waitUntil(section.draft.isVisible, timeout=10_000)
