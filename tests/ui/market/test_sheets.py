"""Answer sheets come in through the real window."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QTreeWidget, QWidget

from coauthor.ui.market.sheets_dialog import SheetsDialog
from coauthor.workspace.events import read_events
from coauthor.workspace.market.covering import market_of, said_of
from coauthor.workspace.person import write_person
from tests.ui.driver import Person, nameless
from tests.workspace.market.making import FATMA, WHEN, room
from tests.workspace.market.returned import filled, grid_of, sent, written

A, B, C = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"


def look(window: QWidget, name: str) -> None:
    if folder := os.environ.get("COAUTHOR_SHOTS"):
        QApplication.processEvents()
        Path(folder).mkdir(parents=True, exist_ok=True)
        window.grab().save(f"{folder}/{name}.png")


def lines(tree: QTreeWidget) -> list[str]:
    tops = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    said = []
    for top in tops:
        assert top is not None
        said += [top.text(0), *(top.child(at).text(0) for at in range(top.childCount()))]
    return said


def when_open(person: Person, act: Callable[[SheetsDialog], None]) -> None:
    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SheetsDialog) and dialog.isActiveWindow():
            try:
                act(dialog)
            except BaseException:
                dialog.reject()  # nobody would close it any more
                raise
        else:
            QTimer.singleShot(50, wait)

    QTimer.singleShot(50, wait)


def test_answer_sheets_are_looked_at_and_taken_in(qtbot, tmp_path, monkeypatch) -> None:
    write_person(FATMA)
    here = room(tmp_path / "w")
    grid = grid_of(sent(here, tmp_path))
    said = {A: {"answer": "Voldoet"}, B: {"answer": "Misschien"}, C: {"answer": "Voldoet deels"}}
    acme = written(tmp_path / "antwoorden acme.xlsx", filled(grid, said))
    nobody = {A: {"answer": "Voldoet niet", "reading": "Per adres."}}
    other = written(tmp_path / "formulier.xlsx", filled(grid, nobody), vendor="")
    odd = written(tmp_path / "brief.xlsx", [["Beste", "gemeente"]])
    files = [str(each) for each in (acme, other, odd)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    person = Person(qtbot)
    bench = person.opens(here.root)
    seen: list[list[str]] = []

    def choose(dialog: SheetsDialog) -> None:
        seen.append(lines(dialog.list))
        look(dialog, "sheets-first")
        assert nameless(dialog) == []
        (field,) = dialog.whose.values()
        assert isinstance(field, QComboBox)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_End)
        assert field.currentText() == "Belsoft"
        field.activated.emit(field.currentIndex())
        person.qtbot.waitUntil(lambda: len(dialog.found[1].events) == 2, timeout=20_000)
        seen.append(lines(dialog.list))
        look(dialog, "sheets-named")
        assert list(read_events(here)) == []
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    when_open(person, choose)
    person.does("collect_answers")
    qtbot.waitUntil(lambda: len(list(read_events(here))) == 4, timeout=20_000)
    qtbot.waitUntil(lambda: any("ingelezen" in e for e in bench.banner.messages()), timeout=20_000)
    look(bench, "sheets-done")
    assert any("niet van wie het is" in each for each in seen[0])
    assert any("„Misschien” is geen antwoord uit de lijst" in each for each in seen[0])
    assert any("formulier.xlsx (Belsoft · Heffen): 1 nieuw antwoord" in each for each in seen[1])
    entry = here.settings.documents[0]
    market = market_of(here, entry, here.read(entry), said_of(here, entry), WHEN)
    assert market.clauses[0].counts == (1, 0, 1, 0, 0)


def test_where_nobody_is_listed_the_vendor_is_written(qtbot, tmp_path) -> None:
    write_person(FATMA)
    here = room(tmp_path / "w", "")
    grid = grid_of(sent(here, tmp_path))
    path = written(tmp_path / "in.xlsx", filled(grid, {A: {"answer": "Voldoet"}}), vendor="")
    person = Person(qtbot)
    bench = person.opens(here.root)

    def write(dialog: SheetsDialog) -> None:
        (field,) = dialog.whose.values()
        assert not dialog.accept_button.isEnabled()
        line = field.lineEdit()
        assert line is not None
        field.setFocus()
        person.qtbot.waitUntil(line.hasFocus, timeout=20_000)
        person.types("Acme")
        person.presses(Qt.Key.Key_Return)
        person.qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
        look(dialog, "sheets-written")
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    when_open(person, write)
    bench.controller.read_sheets([path])
    qtbot.waitUntil(lambda: len(list(read_events(here))) == 1, timeout=20_000)
    assert next(read_events(here)).voice.organisation == "Acme"
