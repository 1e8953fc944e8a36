"""Marks in the lanes: they follow the text, and what is not sure looks and reads so."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from coauthor.document.model import Clause
from coauthor.review.discussion.anchors import anchor_at
from coauthor.ui.lanes.differences import BODY
from coauthor.workspace.workspace import Workspace
from tests.ui.discussion.conftest import Say
from tests.ui.discussion.test_page import looks, section, shot
from tests.ui.driver import Person

WHEN = datetime(2026, 1, 2, tzinfo=UTC)


def free_clause(person: Person) -> tuple[int, Clause]:
    """Return a clause that may be changed, with a body of several sentences."""
    session = person.bench.session
    return next(
        (index, block)
        for index, block in enumerate(session.document.blocks)
        if isinstance(block, Clause)
        and not session.lock_reason(index)
        and block.body.count(". ") >= 1
        and len(block.body) > 120
    )


@pytest.fixture
def spoken(person: Person, room: Workspace, others_say: Say) -> tuple[int, Clause, str]:
    """A clause of which the second sentence was remarked on, in the open window."""
    looks(person, room.root)
    index, clause = free_clause(person)
    start = clause.body.index(". ") + 2
    end = start + 25
    version = room.repository.last()
    assert version is not None
    others_say("Wat?", clause.uid, values=anchor_at(clause, start, end, version.id).values)
    person.bench.controller.look_what_was_said()
    stretches = person.bench.lanes.showing.talk
    person.qtbot.waitUntil(lambda: clause.uid in stretches.stretches)
    return index, clause, clause.body[start:end]


def words_of(person: Person, uid: str) -> tuple[str, bool] | None:
    """Return the words under which a line stands, and whether it is a solid one."""
    found = person.bench.lanes.showing.talk.stretches.get(uid)
    clause = person.bench.session.document.clause(uid)
    if not found or clause is None:
        return None
    return clause.body[found[0].start : found[0].end], found[0].sure


def test_the_line_goes_with_the_words_when_text_comes_before_them(
    person: Person, spoken: tuple[int, Clause, str], qtbot: QtBot
) -> None:
    index, clause, words = spoken
    person.bench.session.edit_body(index, f"Er komt iets voor. {clause.body}")
    start = person.bench.session.document.blocks[index]
    assert isinstance(start, Clause)
    place = start.body.index(words)
    qtbot.waitUntil(lambda: person.bench.lanes.showing.talk.stretches[clause.uid][0].start == place)
    assert words_of(person, clause.uid) == (words, True)


def test_a_guess_is_a_dotted_line_and_says_so_where_it_is_read(
    person: Person, spoken: tuple[int, Clause, str], qtbot: QtBot
) -> None:
    index, clause, words = spoken
    person.bench.session.edit_body(index, clause.body.replace(words, "Iets anders, heel kort"))
    qtbot.waitUntil(
        lambda: (found := words_of(person, clause.uid)) is None or not found[1], timeout=8000
    )
    person.bench.lanes.go_to(index)
    person.bench.controller.open_talk(person.bench.lanes.showing.row)
    there = section(person)
    qtbot.waitUntil(there.reader.place.isVisible)
    assert there.reader.place.text().startswith("⚠")


def test_what_was_taken_out_has_no_line_and_is_said_to_be_gone(
    person: Person, spoken: tuple[int, Clause, str], qtbot: QtBot
) -> None:
    index, clause, _ = spoken
    person.bench.session.edit_body(index, "Deze eis is nu een andere.")
    qtbot.waitUntil(lambda: words_of(person, clause.uid) is None, timeout=8000)
    person.bench.lanes.go_to(index)
    person.bench.controller.open_talk(person.bench.lanes.showing.row)
    there = section(person)
    qtbot.waitUntil(lambda: "staat er niet meer" in there.reader.place.text())
    assert not there.reader.go.isVisible()
    assert "Wat?" in there.reader.messages.toPlainText()


def test_the_line_goes_to_the_clause_that_got_the_words_when_it_is_split(
    person: Person, spoken: tuple[int, Clause, str], qtbot: QtBot
) -> None:
    index, clause, words = spoken
    person.bench.session.split(index, clause.body.index(words))
    other = person.bench.session.document.blocks[index + 1]
    assert isinstance(other, Clause)
    qtbot.waitUntil(lambda: other.uid in person.bench.lanes.showing.talk.stretches, timeout=8000)
    assert words_of(person, other.uid) == (words, True)


def test_the_line_is_painted_where_the_words_are_and_stays_while_one_writes_there(
    person: Person, spoken: tuple[int, Clause, str], qtbot: QtBot
) -> None:
    index, clause, words = spoken
    lanes = person.bench.lanes
    lanes.go_to(index)
    qtbot.wait(300)
    shot(person, "line")
    row, table = lanes.showing.row, lanes.table
    stretch = lanes.showing.talk.stretches[clause.uid][0]
    sheet = lanes.model.cells.cell(lanes.model.places(row), 0).sheet
    box = next(iter(sheet.words_between(BODY, stretch.start, stretch.end)))
    box.translate(table.origin(row, 0))
    line = lanes.theme["talk"].name()

    def colours(area: QRect) -> set[str]:
        picture = table.viewport().grab(area).toImage()
        return {
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
        }

    under = QRect(QPoint(round(box.left()), round(box.bottom()) - 3), box.size().toSize())
    under.setHeight(4)
    assert line in colours(under)
    above = under.translated(0, -round(box.height()) * 2)
    assert line not in colours(above)
    person.does("edit_row")
    (look,) = lanes.writing.editor.body.extraSelections()
    assert look.cursor.selectedText().replace("\u2029", "\n") == words
