"""Pointing at changes, parameters and rows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coauthor.document.model import Clause
from coauthor.document.reading import read_document
from coauthor.ui.lanes.pieces import NO_CHANGE
from coauthor.ui.lanes.sheet import Span
from tests.ui.lanes.conftest import STANDARD, Hands, changed, derived

Lanes = Callable[..., Hands]

TWO = changed(("Het systeem stelt", "De applicatie stelt"), ("één biljet samen", "samen"))


def is_changed(span: Span) -> bool:
    return span.piece.change != NO_CHANGE


def says(words: str) -> Callable[[Span], bool]:
    return lambda span: words in span.piece.text


@pytest.mark.parametrize("lane", [0, 1])
def test_a_change_under_the_pointer_can_be_taken_over(lanes: Lanes, lane: int):
    hands = lanes(derived(TWO))
    hands.points(hands.span("BEL-001", lane, is_changed))
    button = hands.view.pointing.button
    assert button.isVisible()
    button.click()
    body = hands.clause("BEL-001").body
    assert body == "Het systeem stelt binnen {{termijn: 5 werkdagen}} samen."
    assert not button.isVisible()


def test_the_button_goes_when_the_pointer_goes(lanes: Lanes, qtbot: QtBot):
    hands = lanes(derived(TWO))
    hands.points(hands.span("BEL-001", 1, is_changed))
    hands.points(hands.span("BEL-005", 1, says("Betalen")))
    qtbot.waitUntil(lambda: not hands.view.pointing.button.isVisible())


def test_nothing_can_be_taken_over_when_reading_only(lanes: Lanes):
    hands = lanes(derived(TWO, read_only="occupied"))
    hands.points(hands.span("BEL-001", 1, is_changed))
    assert not hands.view.pointing.button.isVisible()


def test_the_current_change_is_taken_over_by_key_and_the_next_is_current(lanes: Lanes):
    hands = lanes(derived(TWO))
    hands.goes_to("BEL-001")
    hands.view.next_change()
    assert hands.view.take_current()
    assert hands.clause("BEL-001").body.endswith("één biljet samen.")
    assert hands.clause("BEL-001").body.startswith("De applicatie")
    assert hands.view.take_current()
    assert hands.clause("BEL-001") == read_document(STANDARD).clause("aaaaaaaaaa")
    assert not hands.view.take_current()


def test_words_of_an_earlier_version_are_taken_over_too(lanes: Lanes):
    hands = lanes(derived(changed(("Inleiding op", "Intro bij"), ("# Innen", "# Ontvangen"))))
    earlier = read_document(changed(("binnen {{termijn: 5", "binnen {{termijn: 9")))
    hands.view.set_lanes([("Eerder", earlier)])
    for code in ("BEL-001",):
        hands.goes_to(code)
        assert hands.view.take_current()
    assert "termijn: 9 werkdagen" in hands.clause("BEL-001").body
    hands.view.go_to(1)
    assert hands.view.take_current()
    assert "Inleiding op het heffen." in hands.session.document.text
    hands.view.go_to(next(i for i, b in enumerate(hands.session.document.blocks) if i > 5))
    hands.view.next_change()
    assert hands.view.take_current()
    assert "# Innen" in hands.session.document.text
    assert hands.session.document.text == earlier.text


def test_fields_are_taken_over_where_they_show(lanes: Lanes):
    hands = lanes(derived(changed(("Drie heffingen,", "Vier heffingen,"))))
    hands.view.set_fields(True)
    hands.goes_to("BEL-001")
    assert "Vier heffingen" in hands.words("BEL-001")
    assert hands.view.take_current()
    assert hands.clause("BEL-001").fields["acceptance"] == "Drie heffingen, één biljet."


def test_a_parameter_is_filled_in_where_it_stands(lanes: Lanes):
    hands = lanes()
    hands.clicks(hands.span("BEL-002", 0, says("dagen:")))
    field = hands.view.slots.field
    assert field.isVisible()
    assert field.accessibleName() == "Invulling: dagen"
    hands.types("14 é")
    assert (
        hands.clause("BEL-002").body
        == "Het systeem stuurt {{dagen: 14 é}} dagen vooraf een bericht."
    )
    assert hands.session.status.clauses["bbbbbbbbbb"].lineage.value == "filled"
    hands.presses(Qt.Key.Key_Return)
    assert not field.isVisible()
    assert hands.view.table.hasFocus()
    hands.session.undo()
    assert "{{dagen:}}" in hands.clause("BEL-002").body


def test_a_parameter_of_a_locked_clause_can_be_filled_in(lanes: Lanes):
    text = changed(("versleutelt alle", "versleutelt met {{methode:}} alle"))
    hands = lanes(derived(text, text))
    hands.goes_to("BEL-003")
    hands.view.next_gap(1)
    hands.types("AES")
    assert "{{methode: AES}}" in hands.clause("BEL-003").body


def test_gaps_are_visited_one_after_the_other(lanes: Lanes):
    text = changed(("Een bezwaar heeft:", "Een {{soort:}} bezwaar heeft {{aantal:}} delen:"))
    hands = lanes(derived(text, text))
    seen = []
    for _ in range(4):
        hands.view.next_gap(1)
        seen.append(hands.view.slots.field.placeholderText())
    assert seen == ["dagen", "soort", "aantal", "dagen"]
    hands.view.next_gap(-1)
    assert hands.view.slots.field.placeholderText() == "aantal"
    hands.presses(Qt.Key.Key_Tab)
    assert hands.view.slots.field.placeholderText() == "dagen"


def test_a_press_in_the_current_row_puts_the_cursor_there(lanes: Lanes):
    hands = lanes()
    place = hands.span("BEL-005", 0, says("Betalen kan"))
    hands.clicks(place)
    assert not hands.view.is_writing
    hands.clicks(place)
    assert hands.view.is_writing
    start, end = hands.view.writing.editor.body.selection()
    assert start == end
    assert 3 < start < 22


def test_a_double_press_begins_to_write(lanes: Lanes):
    hands = lanes()
    place = hands.span("BEL-004", 0, says("datum"))
    QTest.mouseDClick(hands.view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    body = hands.view.writing.editor.body
    assert body.shown[: body.selection()[0]].endswith(("**da", "**dat", "**datu"))


def test_a_press_in_another_lane_writes_nothing(lanes: Lanes):
    hands = lanes()
    place = hands.span("BEL-005", 1, says("Betalen"))
    hands.clicks(place)
    hands.clicks(place)
    assert not hands.view.is_writing
    assert hands.view.showing.lane == 1


def test_a_link_is_told(lanes: Lanes, qtbot: QtBot):
    text = changed(("Betalen kan", "[Betalen](https://wet.example) kan"))
    hands = lanes(derived(text, text))
    with qtbot.waitSignal(hands.view.link_pressed) as told:
        hands.clicks(hands.span("BEL-005", 1, lambda span: bool(span.piece.link)))
    assert told.args == ["https://wet.example"]


def drags(hands: Hands, code: str, to: QPoint) -> None:
    viewport = hands.view.table.viewport()
    row = hands.row(code)
    start = QPoint(12, hands.view.table.rowViewportPosition(row) + 30)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in (QPoint(12, start.y() + 15), to):
        QTest.mouseMove(viewport, step)
        QApplication.processEvents()


def test_a_row_is_dragged_by_its_gutter(lanes: Lanes, qtbot: QtBot):
    hands = lanes()
    hands.view.resize(1100, 1000)
    QApplication.processEvents()
    table = hands.view.table
    target = QPoint(12, table.rowViewportPosition(hands.row("BEL-004")) + 4)
    with qtbot.waitSignal(hands.view.move_wanted) as told:
        drags(hands, "BEL-001", target)
        assert hands.view.pointing._line.isVisible()
        QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert told.args == [hands.index("BEL-001"), hands.index("BEL-004")]
    assert not hands.view.pointing._line.isVisible()


def test_escape_leaves_a_dragged_row_where_it_was(lanes: Lanes, qtbot: QtBot):
    hands = lanes()
    with qtbot.assertNotEmitted(hands.view.move_wanted):
        drags(hands, "BEL-001", QPoint(12, 400))
        hands.presses(Qt.Key.Key_Escape)
        assert not hands.view.pointing.dragging
        QTest.mouseRelease(
            hands.view.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 400)
        )


def test_delete_asks_for_the_row_to_go(lanes: Lanes, qtbot: QtBot):
    hands = lanes()
    hands.goes_to("BEL-005")
    with qtbot.waitSignal(hands.view.remove_wanted):
        hands.presses(Qt.Key.Key_Delete)
    assert isinstance(hands.clause("BEL-005"), Clause)
    hands.writes_in("BEL-005")
    with qtbot.assertNotEmitted(hands.view.remove_wanted):
        hands.presses(Qt.Key.Key_Delete)
