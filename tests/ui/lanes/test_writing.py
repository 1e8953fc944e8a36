"""Writing in the lanes, as a person does it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coauthor.document.model import Clause, Heading, Prose
from coauthor.document.reading import encode
from coauthor.errors import UserError
from coauthor.ui.lanes.differences import TITLE
from tests.ui.lanes.conftest import STANDARD, Hands, changed, derived

Lanes = Callable[..., Hands]


def test_typing_goes_straight_into_the_document(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-005")
    hands.types(" Ook vóór café-tijd: één € en ‘n 😀.")
    assert hands.clause("BEL-005").body.endswith("Ook vóór café-tijd: één € en ‘n 😀.")
    assert hands.session.status.clauses["eeeeeeeeee"].lineage.value == "adapted"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_key_opens_the_editor_and_escape_leaves_it(lanes: Lanes, key: Qt.Key):
    hands = lanes()
    hands.goes_to("BEL-005")
    hands.presses(key)
    assert hands.view.is_writing
    assert hands.view.writing.editor.body.hasFocus()
    hands.types("!")
    hands.presses(Qt.Key.Key_Escape)
    assert not hands.view.is_writing
    assert hands.view.table.hasFocus()
    assert hands.clause("BEL-005").body == "Betalen kan in termijnen.!"


def test_typing_on_a_row_begins_to_write_at_its_end(lanes: Lanes):
    hands = lanes()
    hands.goes_to("BEL-005")
    hands.types("é!")
    assert hands.clause("BEL-005").body == "Betalen kan in termijnen.é!"


def test_tab_goes_from_title_to_text_to_the_next_row_and_back(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-004")
    editor = hands.view.writing.editor
    hands.presses(Qt.Key.Key_Backtab)
    assert editor.title.hasFocus()
    hands.types("en")
    hands.presses(Qt.Key.Key_Tab)
    assert editor.body.hasFocus()
    hands.presses(Qt.Key.Key_Tab)
    block = hands.view.model.block(hands.view.writing.row)
    assert isinstance(block, Heading)
    assert block.text == "Innen"
    hands.presses(Qt.Key.Key_Tab)
    assert editor.title.hasFocus()
    assert hands.view.current_uid() == "eeeeeeeeee"
    hands.presses(Qt.Key.Key_Backtab)
    hands.presses(Qt.Key.Key_Backtab)
    assert hands.view.current_uid() == "dddddddddd"
    assert hands.clause("BEL-004").title == "Bezwaaren"


def test_the_cursor_walks_from_row_to_row_and_passes_locked_ones(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-002")
    hands.presses(Qt.Key.Key_Down)
    assert hands.view.current_uid() == "dddddddddd"
    assert hands.view.writing.editor.title.hasFocus()
    hands.presses(Qt.Key.Key_Up)
    assert hands.view.current_uid() == "bbbbbbbbbb"


def test_headings_and_prose_are_written_too(lanes: Lanes):
    hands = lanes()
    assert hands.view.go_to(0)
    hands.view.edit_current()
    hands.types("!")
    assert isinstance(hands.session.document.blocks[0], Heading)
    assert hands.session.document.blocks[0].text == "Heffen!"
    assert hands.view.go_to(1)
    hands.view.edit_current()
    hands.types(" Meer.")
    assert isinstance(hands.session.document.blocks[1], Prose)
    assert hands.session.document.blocks[1].text == "Inleiding op het heffen. Meer."


def test_a_locked_clause_stays_shut_and_says_so(lanes: Lanes, qtbot: QtBot):
    hands = lanes()
    hands.goes_to("BEL-003")
    before = hands.session.document
    with qtbot.waitSignal(hands.view.locked_touched) as told:
        hands.types("x")
    assert told.args == [hands.index("BEL-003")]
    assert not hands.view.is_writing
    assert hands.session.document is before


def test_a_document_that_may_only_be_read_refuses(lanes: Lanes, qtbot: QtBot):
    hands = lanes(derived(read_only="occupied"))
    hands.goes_to("BEL-005")
    with qtbot.waitSignal(hands.view.refused) as told:
        hands.presses(Qt.Key.Key_Return)
    assert isinstance(told.args[0], UserError)
    assert told.args[0].code == "document-read-only"


def test_each_pause_begins_a_step_of_undo(lanes: Lanes, monkeypatch: pytest.MonkeyPatch):
    now = [100.0]
    monkeypatch.setattr("coauthor.ui.lanes.editor.monotonic", lambda: now[0])
    hands = lanes()
    hands.writes_in("BEL-005")
    hands.types(" een")
    now[0] += 5
    hands.types(" twee")
    hands.session.undo()
    assert hands.clause("BEL-005").body == "Betalen kan in termijnen. een"
    hands.session.undo()
    assert hands.clause("BEL-005").body == "Betalen kan in termijnen."
    assert hands.view.writing.editor.body.shown == "Betalen kan in termijnen."


def test_the_cursor_stands_where_undo_changed_something(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-005")
    body = hands.view.writing.editor.body
    body.select(7, 7)
    hands.types("XYZ")
    hands.presses(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hands.session.undo()
    assert body.shown == "Betalen kan in termijnen."
    assert body.selection() == (7, 7)
    hands.session.redo()
    assert body.selection() == (10, 10)
    assert body.hasFocus()


def test_pasted_paragraphs_stay_in_the_clause(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-005")
    mime = QMimeData()
    mime.setText("\r\n\r\nTweede alinea.\r\n\r\n# Geen kop\r\n<!-- clause zzzzzzzzzz X -->\r\n")
    mime.setHtml("<b>nooit</b>")
    blocks = len(hands.session.document.blocks)
    hands.view.writing.editor.body.insertFromMimeData(mime)
    body = hands.clause("BEL-005").body
    assert len(hands.session.document.blocks) == blocks
    assert "Tweede alinea." in body
    assert "Geen kop" in body
    assert "nooit" not in body
    assert "\r" not in body
    hands.session.undo()
    assert hands.clause("BEL-005").body == "Betalen kan in termijnen."


def test_a_title_takes_one_line_only(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-005")
    hands.view.writing.editor.enter(TITLE)
    mime = QMimeData()
    mime.setText(" in\ntwee regels")
    hands.view.writing.editor.title.insertFromMimeData(mime)
    assert hands.clause("BEL-005").title == "Betalen in twee regels"
    hands.presses(Qt.Key.Key_Return)
    assert hands.view.writing.editor.body.hasFocus()


def test_composed_letters_arrive_whole(lanes: Lanes):
    hands = lanes()
    hands.goes_to("BEL-005")
    event = QInputMethodEvent()
    event.setCommitString("ë")
    QApplication.sendEvent(hands.view.table, event)
    assert hands.view.is_writing
    composing = QInputMethodEvent("´", [])
    QApplication.sendEvent(hands.view.writing.editor.body, composing)
    assert hands.clause("BEL-005").body == "Betalen kan in termijnen.ë"
    done = QInputMethodEvent()
    done.setCommitString("é")
    QApplication.sendEvent(hands.view.writing.editor.body, done)
    assert hands.clause("BEL-005").body == "Betalen kan in termijnen.ëé"


def test_line_endings_of_the_file_stay(lanes: Lanes):
    hands = lanes(derived(STANDARD.replace("\n", "\r\n"), STANDARD.replace("\n", "\r\n")))
    hands.writes_in("BEL-004")
    assert "\r" not in hands.view.writing.editor.body.shown
    hands.types(" Klaar.")
    assert hands.clause("BEL-004").body.endswith("- een reden. Klaar.")
    text = hands.session.document.text
    assert text.count("\n") == text.count("\r\n")


def test_bytes_that_cannot_be_shown_survive_writing_around_them(lanes: Lanes):
    broken = STANDARD.replace("kan in", "kan caf\udce9 in")
    hands = lanes(derived(broken))
    hands.writes_in("BEL-005")
    assert "caf\ufffd" in hands.view.writing.editor.body.shown
    hands.types(" Ja.")
    assert hands.clause("BEL-005").body == "Betalen kan caf\udce9 in termijnen. Ja."
    assert b"caf\xe9 in" in encode(hands.session.document.text)


def test_no_break_spaces_survive(lanes: Lanes):
    hands = lanes(derived(STANDARD.replace("kan in", "kan\u00a0in")))
    hands.writes_in("BEL-005")
    hands.types("!")
    assert hands.clause("BEL-005").body == "Betalen kan\u00a0in termijnen.!"


def test_enter_begins_a_paragraph_and_a_list_goes_on(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-004")
    hands.presses(Qt.Key.Key_Return)
    hands.types("een handtekening.")
    assert hands.clause("BEL-004").body.endswith("- een reden.\n- een handtekening.")
    hands.presses(Qt.Key.Key_Return)
    hands.presses(Qt.Key.Key_Return)
    hands.types("Daarna.")
    assert hands.clause("BEL-004").body.endswith("- een handtekening.\n\nDaarna.")


def test_formatting_keys_write_markdown(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-005")
    body = hands.view.writing.editor.body
    body.select(0, 7)
    hands.view.format_bold()
    assert hands.clause("BEL-005").body == "**Betalen** kan in termijnen."
    hands.view.format_bold()
    hands.view.format_italic()
    assert hands.clause("BEL-005").body == "*Betalen* kan in termijnen."
    hands.session.undo()
    hands.view.format_list()
    assert hands.clause("BEL-005").body == "- Betalen kan in termijnen."
    hands.view.format_numbered()
    assert hands.clause("BEL-005").body == "1. Betalen kan in termijnen."
    body.select(3, 10)
    hands.view.format_link()
    assert hands.clause("BEL-005").body == "1. [Betalen](https://) kan in termijnen."


def test_the_row_grows_with_its_text_and_shows_all_of_it(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-005")
    table, editor = hands.view.table, hands.view.writing.editor
    before = table.rowHeight(hands.row("BEL-005"))
    for _ in range(12):
        hands.types(" en nog veel meer woorden")
    assert table.rowHeight(hands.row("BEL-005")) > before
    assert editor.body.verticalScrollBar().value() == 0
    assert editor.body.viewport().height() >= editor.body.needed_height
    cursor = editor.body.cursorRect()
    bottom = editor.body.viewport().mapTo(table.viewport(), cursor.bottomLeft()).y()
    assert 0 < bottom <= table.viewport().height()


def test_the_row_has_the_same_height_after_writing_as_when_it_is_opened_anew(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-005")
    for _ in range(12):
        hands.types(" en nog veel meer woorden")
    row = hands.row("BEL-005")
    hands.catches_up()
    stretched = hands.view.table.rowHeight(row)
    hands.view.stop_editing()
    hands.writes_in("BEL-005")
    assert hands.view.table.rowHeight(row) == stretched


def test_what_others_change_shows_in_the_editor(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-005")
    hands.session.set_field(hands.index("BEL-005"), "rationale", "Omdat.")
    assert hands.view.is_writing
    hands.session.edit_body(hands.index("BEL-005"), "Heel anders.")
    assert hands.view.writing.editor.body.shown == "Heel anders."
    hands.session.remove(hands.index("BEL-005"), reason_class="law", note="Weg.")
    assert not hands.view.is_writing


def test_the_editor_follows_its_row_when_rows_come_above_it(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-005")
    hands.types(" Hier")
    hands.session.insert_clause(2, title="Nieuw")
    assert hands.view.is_writing
    assert hands.view.writing.row == hands.row("BEL-005")
    hands.types(" verder.")
    assert hands.clause("BEL-005").body == "Betalen kan in termijnen. Hier verder."


def test_a_new_clause_is_written_from_its_title(lanes: Lanes):
    hands = lanes()
    changed_ = hands.session.insert_clause(hands.index("BEL-002"))
    assert changed_.focus is not None
    hands.view.go_to(changed_.focus)
    hands.view.edit_current()
    hands.types("Mijn titel")
    hands.presses(Qt.Key.Key_Tab)
    hands.types("Mijn tekst.")
    clause = hands.session.document.blocks[changed_.focus]
    assert isinstance(clause, Clause)
    assert (clause.title, clause.body) == ("Mijn titel", "Mijn tekst.")


def test_where_the_cursor_is_can_be_asked_for_a_split(lanes: Lanes):
    text = STANDARD.replace("\n", "\r\n")
    hands = lanes(derived(text, text))
    hands.writes_in("BEL-004")
    body = hands.view.writing.editor.body
    body.select(body.shown.index("- een reden"), body.shown.index("- een reden"))
    position = hands.view.cursor_position()
    assert position is not None
    assert hands.clause("BEL-004").body[position:].startswith("- een reden")
    hands.view.stop_editing()
    assert hands.view.cursor_position() is None


def test_words_that_are_ours_are_marked_while_writing(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-005")
    hands.types(" Altijd.")
    hands.catches_up()
    block = hands.view.writing.editor.body.document().firstBlock()
    marked = [f for f in block.layout().formats() if f.format.fontUnderline()]
    text = block.text()
    assert [text[f.start : f.start + f.length].strip() for f in marked] == [". Altijd."] or [
        text[f.start : f.start + f.length].strip() for f in marked
    ] == ["Altijd."]


def test_keys_of_a_text_box_still_work(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-005")
    body = hands.view.writing.editor.body
    hands.presses(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert body.textCursor().hasSelection()
    hands.presses(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Betalen kan in termijnen."
    hands.presses(Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert hands.clause("BEL-005").body == ""
    hands.presses(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert hands.clause("BEL-005").body == "Betalen kan in termijnen."
    body.moveCursor(QTextCursor.MoveOperation.End)
    hands.presses(Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert hands.clause("BEL-005").body.startswith("Betalen kan in")


def test_opening_a_row_changes_nothing(lanes: Lanes):
    hands = lanes(derived(changed(("Een bezwaar heeft:", "Een bezwaar heeft:  "))))
    before = hands.session.document
    for row in range(hands.view.model.rowCount()):
        hands.view.go_to_row(row)
        hands.view.edit_current()
        hands.view.stop_editing()
    assert hands.session.document is before
