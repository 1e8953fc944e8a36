"""Walking and answering questions with the keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coauthor.document.model import Clause
from coauthor.language import Catalogue
from coauthor.ui.deciding.bar import DecisionBar
from coauthor.ui.deciding.plain import in_words
from coauthor.ui.deciding.walk import Walk
from coauthor.ui.jobs import Jobs
from coauthor.ui.lanes.view import LanesView
from tests.ui.deciding.making import received
from tests.ui.driver import nameless
from tests.ui.lanes.conftest import changed

OURS = changed(("5 werkdagen", "3 werkdagen"), ("Betalen kan in", "Betalen kan in tien"))
THEIRS = changed(("5 werkdagen", "10 kalenderdagen"), ("Betalen kan in", "Betalen kan in twaalf"))


class Walker:
    """Somebody who answers what a merge left open."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.session, self.asker = received(OURS, THEIRS)
        text = Catalogue("nl")
        self.page = QWidget()
        qtbot.addWidget(self.page)
        column = QVBoxLayout(self.page)
        self.lanes = LanesView(self.session, text)
        self.bar = DecisionBar(text)
        column.addWidget(self.lanes, 1)
        column.addWidget(self.bar)
        self.jobs = Jobs(self.page)
        self.walk = Walk(self.lanes, self.bar, self.jobs)
        self.session.listeners.append(lambda _: self.walk.follow())
        self.page.resize(1000, 700)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def begins(self) -> None:
        assert self.walk.begin(self.asker)
        self.qtbot.waitUntil(lambda: self.lanes.lane_count() == 3)

    def presses(self, key: Qt.Key) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)

    def clause(self, code: str) -> Clause:
        return next(c for c in self.session.document.clauses if c.code == code)

    @property
    def shown(self) -> str:
        return self.bar.where.text()


@pytest.fixture
def walker(qtbot: QtBot) -> Iterator[Walker]:
    someone = Walker(qtbot)
    yield someone
    someone.jobs.wait()
    someone.lanes.stop_editing()
    someone.lanes.detach()


def test_the_first_question_stands_beside_theirs_and_what_was_there(walker: Walker) -> None:
    walker.begins()
    assert walker.shown.startswith("BEL-001")
    assert "1 van 2" in walker.bar.count.text()
    assert [lane.title for lane in walker.lanes.lanes] == [
        "Ons document",
        "Lochem",
        "Wat er stond",
    ]
    cells, row = walker.lanes.model.cells, walker.lanes.showing.row
    marked = [
        "".join(
            span.piece.text
            for span in cells.cell(walker.lanes.model.places(row), lane).sheet.spans
            if span.piece.change >= 0
        )
        for lane in range(3)
    ]
    assert "3" in marked[0]
    assert "kalenderdagen" in marked[1]
    assert "5 werkdagen" in marked[2]


def test_the_likeliest_offer_is_chosen_and_seen_before_it_is_taken(walker: Walker) -> None:
    walker.begins()
    question = walker.bar.question
    assert question is not None
    assert walker.bar.chosen == question.offers[0]
    before = walker.session.document.text
    walker.presses(Qt.Key.Key_Down)
    assert "10 kalenderdagen" in walker.bar.preview.toPlainText()
    assert walker.session.document.text == before


def test_enter_takes_what_is_chosen_and_the_next_question_comes(walker: Walker) -> None:
    walker.begins()
    walker.presses(Qt.Key.Key_Down)
    walker.presses(Qt.Key.Key_Return)
    assert "10 kalenderdagen" in walker.clause("BEL-001").body
    assert walker.shown.startswith("BEL-005")
    assert "2 van 2" in walker.bar.count.text()


@pytest.mark.parametrize(("key", "words"), [("1", "3 werkdagen"), ("2", "10 kalenderdagen")])
def test_a_digit_answers_at_once(walker: Walker, key: str, words: str) -> None:
    walker.begins()
    walker.presses(Qt.Key(ord(key)))
    assert words in walker.clause("BEL-001").body
    assert walker.shown.startswith("BEL-005")


def test_offers_are_numbered_in_the_order_in_which_they_stand(walker: Walker) -> None:
    walker.begins()
    lines = [walker.bar.offers.item(row).text() for row in range(walker.bar.offers.count())]
    assert len(lines) > 3
    assert [line.split()[0] for line in lines] == [str(n) for n in range(1, len(lines) + 1)]
    question = walker.bar.question
    assert question is not None
    last = question.offers[-1]
    walker.presses(Qt.Key(ord(str(len(lines)))))
    assert last.text.strip() in walker.session.document.text


def test_undo_brings_the_question_back(walker: Walker) -> None:
    walker.begins()
    walker.presses(Qt.Key.Key_2)
    walker.presses(Qt.Key.Key_2)
    assert "Alles is beslist" in walker.bar.count.text()
    walker.session.undo()
    assert walker.shown.startswith("BEL-005")
    walker.session.undo()
    assert walker.shown.startswith("BEL-001")
    assert "3 werkdagen" in walker.clause("BEL-001").body


def test_writing_it_oneself_begins_with_what_is_chosen(walker: Walker) -> None:
    walker.begins()
    walker.presses(Qt.Key.Key_Down)
    walker.presses(Qt.Key.Key_0)
    assert walker.lanes.is_writing
    for letter in " Zelf.":
        QTest.keyClick(QApplication.focusWidget(), letter)
    assert walker.clause("BEL-001").body.endswith("Zelf.")
    assert "10 kalenderdagen" in walker.clause("BEL-001").body
    walker.walk.go(1)
    assert walker.shown.startswith("BEL-005")


def test_who_writes_on_after_the_last_answer_keeps_the_focus(walker: Walker) -> None:
    walker.begins()
    walker.presses(Qt.Key.Key_2)
    walker.presses(Qt.Key.Key_2)
    walker.lanes.go_to_uid(walker.session.document.clauses[0].uid)
    walker.lanes.edit_current()
    box = QApplication.focusWidget()
    for letter in " nog iets ":
        QTest.keyClick(QApplication.focusWidget(), letter)
    assert QApplication.focusWidget() is box
    assert walker.session.document.clauses[0].body.endswith("nog iets ")


def test_undo_of_what_was_written_after_the_last_answer_leaves_it_answered(
    walker: Walker,
) -> None:
    walker.walk.can_share = True
    walker.begins()
    walker.presses(Qt.Key.Key_2)
    walker.presses(Qt.Key.Key_0)
    QTest.keyClick(QApplication.focusWidget(), "x")
    walker.walk.go(1)
    walker.session.undo()
    assert "Alles is beslist" in walker.bar.count.text()
    assert walker.bar.share.isVisible()
    walker.walk.was_shared()
    assert not walker.bar.share.isVisible()


def test_the_row_stays_when_lanes_come_and_go(walker: Walker) -> None:
    walker.lanes.go_to_uid(walker.session.document.clauses[-1].uid)
    row = walker.lanes.current_row()
    assert row is not None
    for _ in range(2):
        walker.lanes.set_lanes([("Lochem", walker.asker.theirs)])
        walker.lanes.set_lanes([])
    stays = walker.lanes.current_row()
    assert stays is not None
    assert stays.uid == row.uid


def test_fields_have_the_names_that_people_know() -> None:
    shown = in_words("> **rationale** Het moet.\n>\n> **eigen-veld** Ja.\n", Catalogue("nl"))
    assert shown == "> **Waarom** Het moet.\n>\n> **eigen-veld** Ja."


def test_the_walk_can_be_left_and_the_questions_wait(walker: Walker) -> None:
    walker.begins()
    with walker.qtbot.waitSignal(walker.walk.ended):
        walker.presses(Qt.Key.Key_Escape)
    assert not walker.bar.isVisible()
    assert len(walker.asker.questions()) == 2
    assert walker.walk.begin(walker.asker, after=walker.session.document.positions["eeeeeeeeee"])
    assert walker.shown.startswith("BEL-005")


def test_next_and_previous_go_round(walker: Walker) -> None:
    walker.begins()
    seen = []
    for step in (1, 1, -1, -1):
        walker.walk.go(step)
        seen.append(walker.shown[:7])
    assert seen == ["BEL-005", "BEL-001", "BEL-005", "BEL-001"]


def test_every_control_of_the_bar_has_a_name(walker: Walker) -> None:
    walker.begins()
    assert nameless(walker.bar) == []
    assert "dezelfde woorden" in walker.bar.accessibleName()


def test_nothing_to_ask_begins_no_walk(walker: Walker) -> None:
    _session, asker = received(OURS, OURS)
    assert not walker.walk.begin(asker)
