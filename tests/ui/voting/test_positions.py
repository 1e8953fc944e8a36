"""Positions in the real window: on a clause, over the whole document, and what was agreed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from coauthor.ui.voting.dialogs import AnswerDialog, ObjectDialog, RulesDialog
from coauthor.ui.voting.section import PositionsSection
from coauthor.ui.voting.window import PositionsWindow
from coauthor.ui.workbench import Workbench
from coauthor.workspace.creating import derive_workspace
from coauthor.workspace.person import Person as Writer
from coauthor.workspace.person import write_person
from coauthor.workspace.standards import find_source
from coauthor.workspace.versions import release
from coauthor.workspace.voting.settling import room_of
from tests.ui.driver import Person, nameless
from tests.workspace.voting.table import LOCKED, WHEN, A, B, Seat, alone

NOBODY = "quorum = 0\nsize-classes = false\nquorum-vendors = 0\n"


def look(window: object, name: str) -> None:
    if (folder := os.environ.get("COAUTHOR_SHOTS")) and hasattr(window, "grab"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        QApplication.processEvents()
        window.grab().save(f"{folder}/{name}.png")


def soon(kind: type[QDialog], fill_in: Callable[[QDialog], None]) -> None:
    """Do something in a dialog of a kind as soon as it is there."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, kind):
        try:
            fill_in(dialog)
        except BaseException:
            dialog.reject()  # else the test waits for a person
            raise
    else:
        QTimer.singleShot(20, lambda: soon(kind, fill_in))


def speak(seat: Seat, **stances: str) -> None:
    for name, stance in stances.items():
        said = {"Alfa": "Alfa BV", "Beta": "Beta BV"}.get(name, name)
        Seat(said, seat.root, said).says(A, stance)


@pytest.fixture
def seat(tmp_path: Path) -> Seat:
    made = alone(tmp_path)
    speak(made, Groot="agree", Klein="object", Alfa="live")
    return made


def sits(person: Person, seat: Seat, organisation: str, uid: str = A) -> PositionsSection:
    """Open the room as somebody of an organisation, at a clause, with the conversation open."""
    write_person(Writer("Iemand", organisation))
    bench = person.opens(seat.root)
    bench.resize(1400, 1000)
    bench.inspector.show_page(bench.inspector.discussion)
    bench.lanes.go_to_uid(uid)
    section = section_of(bench)
    person.qtbot.waitUntil(lambda: bool(section.state.text()), timeout=10_000)
    return section


def section_of(bench: Workbench) -> PositionsSection:
    found = bench.inspector.discussion.section(PositionsSection)
    assert isinstance(found, PositionsSection)
    return found


def stance_of(seat: Seat, name: str, uid: str = A) -> str:
    found = room_of(seat.workspace).positions.own(uid, name)
    return found.stance if found else ""


def test_the_section_tells_who_thinks_what_and_takes_our_position(person: Person, seat: Seat):
    section = sits(person, seat, "Beta BV")
    person.qtbot.waitUntil(lambda: section.list.count() == 3, timeout=10_000)
    assert "meerderheid" in section.state.text()
    assert "bezwaar" in section.candidate.text()
    lines = [section.list.item(row).text() for row in range(3)]
    assert any("Klein: bezwaar" in line and "nog geen antwoord" in line for line in lines)
    assert not section.answer.isVisible(), "only the steward's side answers"
    row = person.bench.lanes.current_row().number
    person.qtbot.waitUntil(
        lambda: any(sign.words == "bezwaar" for sign in person.bench.lanes.model.signs(row)),
        timeout=10_000,
    )
    look(person.bench, "section")
    assert not nameless(person.bench)
    section.buttons["agree"].click()
    person.qtbot.waitUntil(lambda: section.list.count() == 4, timeout=10_000)
    assert section.buttons["agree"].isChecked()
    assert stance_of(seat, "Beta BV") == "agree"
    section.take_back.click()
    person.qtbot.waitUntil(lambda: section.list.count() == 3, timeout=10_000)
    assert not section.buttons["agree"].isChecked()
    person.bench.lanes.go_to(0)
    person.qtbot.waitUntil(lambda: not section.isVisible(), timeout=10_000)
    person.does("position_agree")
    assert any("Kies eerst" in said for said in person.bench.banner.messages())


def test_an_objection_asks_for_an_argument_and_sweeps_none_away(person: Person, seat: Seat):
    section = sits(person, seat, "Groot")
    section.argument.setPlainText("Half af")
    Seat("Beta BV", seat.root, "Beta BV").says(A, "agree")
    person.bench.controller.look_what_was_said()
    person.qtbot.waitUntil(lambda: section.list.count() == 4, timeout=10_000)
    assert section.argument.toPlainText() == "Half af", "what is being written stays"
    section.argument.clear()
    section.buttons["object"].click()
    assert "argument" in section.wrong.text()
    assert section.buttons["agree"].isChecked(), "nothing changed"
    section.argument.setPlainText("Dit werkt bij ons niet.")
    section.buttons["object"].click()
    person.qtbot.waitUntil(lambda: stance_of(seat, "Groot") == "object", timeout=10_000)
    assert not section.wrong.isVisible()
    look(person.bench, "section-objected")


def test_the_steward_answers_an_objection_and_writes_the_report(
    person: Person, seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    section = sits(person, seat, "Land")
    person.qtbot.waitUntil(section.answer.isVisible, timeout=10_000)

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswerDialog)
        assert not nameless(dialog)
        dialog.answer.setPlainText("We nemen het over in 2.0.")
        look(dialog, "answer")
        dialog.accept()

    soon(AnswerDialog, fill_in)
    section.answer.click()
    lines = lambda: [section.list.item(row).text() for row in range(section.list.count())]  # noqa: E731
    person.qtbot.waitUntil(lambda: any("over in 2.0" in line for line in lines()), timeout=10_000)

    output = tmp_path / "verslag"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(output), "Excel (*.xlsx)"))
    person.does("level_report")
    person.qtbot.waitUntil(
        lambda: any("verslag.xlsx" in said for said in person.bench.banner.messages()),
        timeout=10_000,
    )
    assert (tmp_path / "verslag.xlsx").exists()


def test_a_position_is_taken_by_key(person: Person, seat: Seat):
    sits(person, seat, "Groot", B)
    person.does("position_live")
    assert stance_of(seat, "Groot", B) == "live"
    assert any("kan ermee leven" in said for said in person.bench.banner.messages())

    def object_to_it(dialog: QDialog) -> None:
        assert isinstance(dialog, ObjectDialog)
        dialog.accept()
        assert dialog.wrong.isVisible(), "no objection without an argument"
        dialog.argument.setPlainText("Vier uur is te lang.")
        look(dialog, "object")
        dialog.accept()

    soon(ObjectDialog, object_to_it)
    person.does("position_object")
    assert stance_of(seat, "Groot", B) == "object"


def steps(kind: type[QDialog], *todo: Callable[[Any], bool | None]) -> list[BaseException]:
    """Do things in a dialog one after another; one that returns False is tried again."""
    wrong: list[BaseException] = []
    left = list(todo)

    def step() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            if isinstance(dialog, kind) and left[0](dialog) is not False:
                left.pop(0)
        except BaseException as error:  # noqa: BLE001 – told by the test, once nothing is open
            wrong.append(error)
            left.clear()
            assert dialog
            dialog.reject()
        if left:
            QTimer.singleShot(20, step)

    QTimer.singleShot(20, step)
    return wrong


def test_the_table_shows_the_document_votes_for_many_and_leads_to_a_clause(
    person: Person, seat: Seat
):
    sits(person, seat, "Land")

    def see(window: PositionsWindow) -> bool | None:
        if not window.model.rows:
            return False
        assert not nameless(window)
        assert window.chosen()[0].clause.uid == A, "it begins where one was"
        look(window, "table")
        assert window.filtered.rowCount() == 3
        assert window.meter.words.startswith("Kandidaat: 0 van de 3")
        window.table.selectAll()
        window.buttons["agree"].click()
        return None

    def agreed(window: PositionsWindow) -> bool | None:
        if [row.own for row in window.model.rows] != ["agree"] * 3:
            return False
        assert len(window.chosen()) == 3, "the choice stays"
        window.filter.setCurrentIndex(window.filter.findData("unanswered"))
        assert window.filtered.rowCount() == 1
        window.table.selectRow(0)
        assert window.answer.isEnabled()
        look(window, "table-filtered")
        window.tabs.setCurrentIndex(1)
        return None

    def shares(window: PositionsWindow) -> bool | None:
        if not window.shares.organisations.rowCount():
            return False
        look(window, "shares")
        window.tabs.setCurrentIndex(0)
        window.filter.setCurrentIndex(0)
        window.choose(LOCKED)
        window.go.click()
        return None

    wrong = steps(PositionsWindow, see, agreed, shares)
    person.does("show_positions")
    person.qtbot.waitUntil(
        lambda: bool(wrong) or person.bench.lanes.current_uid() == LOCKED, timeout=20_000
    )
    assert wrong == []
    assert stance_of(seat, "Land", LOCKED) == "agree"


def test_what_the_room_agreed_is_changed_in_its_own_file(person: Person, seat: Seat):
    sits(person, seat, "Land")
    before = (seat.root / "people.toml").read_text("utf-8")

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, RulesDialog)
        assert not nameless(dialog)
        look(dialog, "rules")
        dialog.fields["quorum"].setValue(4)
        dialog.fields["blind-round"].setChecked(True)
        dialog.accept()

    soon(RulesDialog, fill_in)
    person.does("voting_rules")
    after = (seat.root / "people.toml").read_text("utf-8")
    assert after.startswith(before.rstrip())
    assert room_of(seat.workspace).rules.quorum == 4
    assert room_of(seat.workspace).rules.blind
    assert "warn-class" not in after, "what nobody changed is not written down"
    section = section_of(person.bench)
    person.qtbot.waitUntil(section.blind.isVisible, timeout=10_000)
    section.buttons["agree"].click()
    person.qtbot.waitUntil(section.buttons["agree"].isChecked, timeout=10_000)
    assert stance_of(seat, "Land") == "", "only we know what is in it"
    person.qtbot.waitUntil(lambda: section.list.count() == 4, timeout=10_000)
    look(person.bench, "blind")
    person.does("close_round")
    person.qtbot.waitUntil(lambda: not section.blind.isVisible(), timeout=10_000)
    person.qtbot.waitUntil(
        lambda: any("Uw verzegelde standpunt" in said for said in person.bench.banner.messages()),
        timeout=10_000,
    )
    look(person.bench, "closed")


def test_a_minority_is_shown_where_the_clause_is_derived(person: Person, tmp_path: Path):
    land = alone(tmp_path, settings=NOBODY)
    speak(land, Groot="agree", Beta="agree", Klein="object")
    land.answers(A, "Klein", "In 2.0 kijken we weer.")
    release(land.workspace, "1.0", land.author, WHEN, "1.0")
    dorp = derive_workspace(
        find_source(str(land.root)),
        "1.0",
        tmp_path / "dorp",
        "Dorp",
        author=land.author,
        when=WHEN,
        message="x",
    )
    section = sits(person, Seat("Dorp", dorp.root, "Dorp"), "Dorp")
    person.qtbot.waitUntil(section.settled.isVisible, timeout=10_000)
    assert "Bezwaar van Klein: Te duur." in section.settled.text()
    assert "In 2.0 kijken we weer." in section.settled.text()
    assert not section.buttons["agree"].isVisible(), "in a room of one nobody votes"
    look(person.bench, "derived")


def test_a_broken_agreement_is_told_and_the_window_stays(person: Person, seat: Seat):
    path = seat.root / "people.toml"
    path.write_text(path.read_text("utf-8") + '[settings]\nquorum = "veel"\n', "utf-8")
    section = sits(person, seat, "Groot")
    assert "quorum" in section.state.text()
    assert not section.buttons["agree"].isVisible()
