"""The page of the conversation: it shows what was said of the clause in focus."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from coauthor.document.model import Clause
from coauthor.review.discussion.anchors import anchor_at
from coauthor.review.event import Event, Voice
from coauthor.ui.discussion.threads import ThreadsSection
from coauthor.ui.lanes.differences import BODY
from coauthor.workspace.discussion.conversation import Conversation
from coauthor.workspace.drafts import Drafts
from coauthor.workspace.events import say
from coauthor.workspace.workspace import Workspace
from tests.ui.discussion.conftest import NOW, Say
from tests.ui.driver import Person, nameless


def clauses(room: Workspace) -> tuple[Clause, ...]:
    return room.read(room.settings.documents[0]).clauses


def section(person: Person) -> ThreadsSection:
    found = person.bench.inspector.discussion.section(ThreadsSection)
    assert isinstance(found, ThreadsSection)
    return found


def looks(person: Person, root: Path) -> ThreadsSection:
    """Open the workspace on the page of the conversation."""
    bench = person.opens(root)
    bench.inspector.show_page(bench.inspector.discussion)
    bench.jobs.settle()
    return section(person)


def on_disk(room: Workspace) -> tuple[Event, ...]:
    talk = Conversation(room.root)
    talk.refresh()
    return talk.of(room.settings.documents[0].name)


def shot(person: Person, name: str) -> None:
    folder = os.environ.get("COAUTHOR_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        QTest.qWait(400)
        person.bench.grab().save(f"{folder}/{name}.png")


def test_the_page_shows_what_was_said_of_the_clause_in_focus(
    person: Person, room: Workspace, others_say: Say
) -> None:
    first, second = clauses(room)[:2]
    others_say("Dit is te **vaag**.", first.uid)
    there = looks(person, room.root)
    person.bench.lanes.go_to_uid(first.uid)
    person.qtbot.waitUntil(lambda: there.model.rowCount() == 1)
    said = there.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Omnisoft merkt op" in said
    assert "Dit is te vaag." in said
    assert "1 ongelezen" in said
    person.bench.lanes.go_to_uid(second.uid)
    person.qtbot.waitUntil(lambda: there.model.rowCount() == 0)
    assert there.count.text() == "Hier is nog niets opgemerkt of gevraagd."


def test_selected_words_are_commented_on_replied_to_and_resolved(
    person: Person, room: Workspace
) -> None:
    there = looks(person, room.root)
    bench = person.bench
    blocks = bench.session.document.blocks
    clause = next(
        each
        for index, each in enumerate(blocks)
        if isinstance(each, Clause) and not bench.session.lock_reason(index)
    )
    bench.lanes.go_to_uid(clause.uid)
    person.does("edit_row")
    start = clause.body.index(" ") + 1
    end = clause.body.index(" ", start)
    bench.lanes.writing.editor.body.select(start, end)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    person.presses(Qt.Key.Key_M, both)
    words = clause.body[start:end]
    assert words in there.composer.target.currentText()
    person.types("Wat is dit?")
    shot(person, "composing")
    person.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.qtbot.waitUntil(there.reader.isVisible)
    (event,) = on_disk(room)
    assert (event.body, event.values["quote"], event.clause) == ("Wat is dit?", words, clause.uid)
    assert "Wat is dit?" in there.reader.messages.toPlainText()

    there.reader.writing.box.setFocus()
    person.types("Een antwoord.")
    there.reader.writing.deed.click()
    person.qtbot.waitUntil(lambda: "Een antwoord." in there.reader.messages.toPlainText())
    there.reader.turn.click()
    person.qtbot.waitUntil(lambda: there.reader.turn.text() == "Heropenen")
    assert [each.kind for each in on_disk(room)] == ["comment", "reply", "resolve"]
    assert bench.lanes.session.document.clause(clause.uid) == clause, "the text is as it was"


def test_a_sentence_of_a_locked_clause_is_chosen_by_keyboard_alone(
    person: Person, room: Workspace
) -> None:
    there = looks(person, room.root)
    bench = person.bench
    index = next(
        each
        for each in range(len(bench.session.document.blocks))
        if bench.session.lock_reason(each)
    )
    bench.lanes.go_to(index)
    person.does("place_comment")
    person.types("Wat is dit?")
    there.composer.target.setFocus()
    person.presses(Qt.Key.Key_Down)
    clause = bench.session.document.blocks[index]
    assert isinstance(clause, Clause)
    there.composer.writing.box.setFocus()
    person.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.qtbot.waitUntil(there.reader.isVisible)
    (event,) = on_disk(room)
    assert event.values["quote"]
    assert clause.body.startswith(event.values["quote"])


def test_words_in_a_locked_clause_or_another_lane_are_picked_with_the_pointer(
    person: Person, room: Workspace
) -> None:
    looks(person, room.root)
    bench = person.bench
    index = next(
        each
        for each in range(len(bench.session.document.blocks))
        if bench.session.lock_reason(each)
    )
    bench.lanes.go_to(index)
    table, row = bench.lanes.table, bench.lanes.showing.row
    for lane in (0, 1):
        clause = bench.lanes.model.block(row, lane)
        assert isinstance(clause, Clause)
        cell = bench.lanes.model.cells.cell(bench.lanes.model.places(row), lane)
        rect = next(iter(cell.sheet.words_between(BODY, 3, 12)))
        box = rect.translated(table.origin(row, lane))
        middle = box.center().y()
        drag(table.viewport(), QPointF(box.left() + 1, middle), QPointF(box.right() - 1, middle))
        picked = bench.lanes.picked()
        assert picked is not None
        assert picked[0] == clause
        assert abs(picked[1] - 3) <= 1
        assert abs(picked[2] - 12) <= 1
        assert not bench.lanes.is_writing
    bench.lanes.table.setFocus()
    person.presses(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == clause.body[picked[1] : picked[2]]
    person.presses(Qt.Key.Key_Escape)
    assert bench.lanes.picked() is None


def drag(widget: object, begin: QPointF, end: QPointF) -> None:
    points = [QPoint(round(each.x()), round(each.y())) for each in (begin, end)]
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, left, Qt.KeyboardModifier.NoModifier, points[0])  # type: ignore[call-overload]
    for part in (0.3, 0.6, 1.0):
        step = points[0] + (points[1] - points[0]) * part
        QTest.mouseMove(widget, step)  # type: ignore[call-overload]
        QTest.qWait(10)
    QTest.mouseRelease(widget, left, Qt.KeyboardModifier.NoModifier, points[1])  # type: ignore[call-overload]


def test_the_sign_in_the_gutter_counts_and_opens_what_is_new_first(
    person: Person, room: Workspace, others_say: Say
) -> None:
    clause = clauses(room)[2]
    anchor = anchor_at(clause, 0, 20)
    others_say("Eerste.", clause.uid, values=anchor.values)
    others_say("Tweede.", clause.uid, kind="question")
    there = looks(person, room.root)
    bench = person.bench
    bench.lanes.go_to_uid(clause.uid)
    row = bench.lanes.showing.row
    person.qtbot.waitUntil(lambda: any("talk" in s.shape for s in bench.lanes.model.signs(row)))
    sign = bench.lanes.model.signs(row)[-1]
    assert sign.words == "2 open gesprekken, nieuw"
    assert sign.words in bench.lanes.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    (stretch,) = bench.lanes.showing.talk.stretches[clause.uid]
    assert (stretch.start, stretch.end, stretch.sure) == (0, 20, True)

    place = bench.lanes.model.signs(row).index(sign)
    painter, table = bench.lanes.painter, bench.lanes.table
    y = painter._first_sign(clause) + place * round(painter.metrics.sign * 1.5)
    point = QPoint(round(painter.metrics.gutter / 2), round(table.rowViewportPosition(row) + y))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    person.qtbot.waitUntil(there.reader.isVisible)
    assert "Eerste." in there.reader.messages.toPlainText()
    shot(person, "reading")
    person.does("next_thread")
    assert "Tweede." in there.reader.messages.toPlainText()
    person.qtbot.waitUntil(lambda: bench.lanes.model.signs(row)[-1].words == "2 open gesprekken")


def test_open_threads_are_walked_by_keyboard_in_the_order_of_the_text(
    person: Person, room: Workspace, others_say: Say
) -> None:
    first, second, third = clauses(room)[:3]
    others_say("Bij de derde.", third.uid)
    others_say("Bij het geheel.")
    others_say("Bij de eerste.", first.uid)
    done = others_say("Klaar.", second.uid)
    others_say("", second.uid, kind="resolve", about=done.id)
    there = looks(person, room.root)
    person.bench.lanes.go_to(0)
    seen = []
    for _ in range(3):
        person.does("next_thread")
        seen.append(there.reader.messages.toPlainText().strip().splitlines()[-1])
    assert seen == ["Bij de eerste.", "Bij de derde.", "Bij het geheel."]
    person.does("previous_thread")
    assert "Bij de derde." in there.reader.messages.toPlainText()
    assert person.bench.lanes.current_uid() == third.uid


def test_what_was_typed_outlives_going_elsewhere_and_the_program(
    person: Person, room: Workspace, others_say: Say
) -> None:
    first, second = clauses(room)[:2]
    there = looks(person, room.root)
    person.bench.lanes.go_to_uid(first.uid)
    person.does("place_comment")
    person.types("Half een gedachte")
    about = f"{room.settings.documents[0].name}/{first.uid}/new"
    person.qtbot.waitUntil(lambda: Drafts(room).read(about) == "Half een gedachte")
    person.bench.lanes.go_to_uid(second.uid)
    QTest.qWait(200)
    person.does("place_comment")
    assert there.composer.writing.words == ""
    person.bench.lanes.go_to_uid(first.uid)
    QTest.qWait(200)
    person.does("place_comment")
    assert there.composer.writing.words == "Half een gedachte"
    person.types(" en nog een")
    person.opens(room.root)
    there = section(person)
    person.bench.inspector.show_page(person.bench.inspector.discussion)
    person.bench.lanes.go_to_uid(first.uid)
    QTest.qWait(200)
    person.does("place_comment")
    assert there.composer.writing.words == "Half een gedachte en nog een"
    assert on_disk(room) == ()


def test_a_message_cannot_act_fetch_or_pass_for_another(
    person: Person, room: Workspace, others_say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    clause = clauses(room)[0]
    others_say(
        "<script>alert(1)</script><img src='http://kwaad.example/a.png'>"
        "![volg](http://kwaad.example/b.png) [klik](javascript:alert(1)) "
        "[goed](https://goed.example/pad) <b>vet</b> \u202eedoc",
        clause.uid,
    )
    there = looks(person, room.root)
    person.bench.lanes.go_to_uid(clause.uid)
    person.qtbot.waitUntil(lambda: there.model.rowCount() == 1)
    fetched: list[object] = []
    kept = type(there.reader.messages).loadResource
    monkeypatch.setattr(
        type(there.reader.messages),
        "loadResource",
        lambda self, kind, name: fetched.append(name) or kept(self, kind, name),
    )
    there.list.setCurrentIndex(there.model.index(0))
    person.qtbot.waitUntil(there.reader.isVisible)
    html, plain = there.reader.messages.toHtml(), there.reader.messages.toPlainText()
    assert "<script>alert(1)</script>" in plain
    assert "<b>vet</b>" in plain
    assert "\u202e" not in plain
    assert "<img" not in html
    assert "javascript:" not in html.replace("javascript:alert(1)) ", "")
    assert fetched == []
    asked: list[str] = []
    opened: list[str] = []
    monkeypatch.setattr(person.bench.controller, "open_link", opened.append)

    def answer(_parent: object, _title: str, words: str, *_: object) -> object:
        asked.append(words)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", answer)
    there.link_pressed.emit("https://goed.example/pad")
    there.link_pressed.emit("javascript:alert(1)")
    there.link_pressed.emit("file:///etc/passwd")
    assert len(asked) == 1
    assert "https://goed.example/pad" in asked[0]
    assert opened == []


def test_filters_leave_out_what_is_not_wanted_and_every_control_has_a_name(
    person: Person, room: Workspace, others_say: Say
) -> None:
    first, second = clauses(room)[:2]
    others_say("Open.", first.uid)
    done = others_say("Opgelost.", second.uid)
    others_say("", second.uid, kind="resolve", about=done.id)
    entry = room.settings.documents[0]
    later = NOW + timedelta(seconds=1)
    say(room, Voice("Gemeente Waterrijk"), "comment", entry, second.uid, later, body="Van ons.")
    there = looks(person, room.root)
    choose(there.filters.scope, "all", there)
    person.qtbot.waitUntil(lambda: there.model.rowCount() == 2)
    counts = {}
    for stands in ("every", "resolved", "mine", "unread", "open"):
        choose(there.filters.stands, stands, there)
        counts[stands] = there.model.rowCount()
    assert counts == {"every": 3, "resolved": 1, "mine": 1, "unread": 3, "open": 2}
    choose(there.filters.organisation, "Omnisoft", there)
    assert there.model.rowCount() == 1
    choose(there.filters.organisation, "", there)
    choose(there.filters.role, "analyst", there)
    assert there.model.rowCount() == 1
    there.list.setCurrentIndex(there.model.index(0))
    there.begin.click()
    assert nameless(person.bench) == []
    shot(person, "all")
    person.does("mark_all_read")
    choose(there.filters.stands, "unread", there)
    there.reader.closed.emit()
    there.filters.changed.emit()
    assert there.model.rowCount() == 0


def choose(field: object, value: str, there: ThreadsSection) -> None:
    field.setCurrentIndex(field.findData(value))  # type: ignore[attr-defined]
    there.filters.changed.emit()
