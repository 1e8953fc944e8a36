"""Suggesting and deciding in the real window."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from coauthor.document.model import Clause
from coauthor.history.trust.keys import own_key
from coauthor.review.event import Voice
from coauthor.review.suggesting.suggestions import State, Suggestion
from coauthor.ui.suggesting.card import SuggestionCard
from coauthor.ui.suggesting.dialogs import NewClauseDialog, WhyDialog
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.person import Person as Writer
from coauthor.workspace.person import write_person
from coauthor.workspace.suggesting.drafting import Draft, Drafts, drafts_file
from coauthor.workspace.suggesting.offering import all_suggestions, offer
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.ui.driver import Person, nameless

WHEN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FATMA = Writer("Fatma", "Gemeente Waterrijk")
A, B = "aaaaaaaaaa", "bbbbbbbbbb"
BODY = "Het systeem toont binnen 2 seconden de aanslag. De inwoner krijgt een bericht."
OFFER = "Het systeem toont binnen 5 seconden de aanslag. De inwoner krijgt een melding."
OTHER = "Het systeem toont binnen 2 seconden de hele aanslag. De inwoner krijgt een brief."
TEXT = f"""# Norm

<!-- clause {A} N-001 kind=eis -->
### Snelheid

{BODY}

<!-- clause {B} N-002 kind=eis -->

Het systeem is mooi.
"""


@pytest.fixture
def room(tmp_path: Path) -> Workspace:
    made = new_workspace(
        tmp_path / "stad",
        "local",
        "Gemeente Waterrijk",
        "Norm",
        author=FATMA.author,
        when=WHEN,
        message="x",
    )
    made.file(made.settings.documents[0]).write_text(TEXT, "utf-8")
    write_person(FATMA)
    return open_workspace(made.root)


def suggests(room: Workspace, name: str, body: str, title: str = "Snelheid") -> str:
    entry = room.settings.documents[0]
    return offer(room, Voice(name, "vendor"), entry, A, title, body, WHEN).id


def found(room: Workspace) -> list[Suggestion]:
    return list(all_suggestions(room))


def look(person: Person, name: str) -> None:
    if folder := os.environ.get("COAUTHOR_SHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        QApplication.processEvents()
        (QApplication.activeModalWidget() or person.bench).grab().save(f"{folder}/{name}.png")


def clause(person: Person, uid: str = A) -> Clause:
    there = person.bench.session.document.clause(uid)
    assert there is not None
    return there


def cards(person: Person, count: int) -> list[SuggestionCard]:
    """Wait until the page of the conversation shows some cards."""
    bench = person.bench
    bench.inspector.show_page(bench.inspector.discussion)
    person.qtbot.waitUntil(lambda: len(bench.controller.section.cards) == count, timeout=5000)
    return bench.controller.section.cards


@pytest.fixture
def writer(person: Person, room: Workspace) -> Person:
    person.opens(room.root)
    person.bench.resize(1500, 900)
    person.bench.lanes.go_to_uid(A)
    return person


def test_what_is_typed_in_the_mode_is_suggested_and_the_text_stays(
    writer: Person, room: Workspace
) -> None:
    writer.does("suggest_mode")
    assert any("Voorstelmodus" in said for said in writer.bench.banner.messages())
    writer.presses(Qt.Key.Key_F2)
    writer.types(" Altijd.")
    look(writer, "mode-typing")
    assert clause(writer).body == BODY
    writer.presses(Qt.Key.Key_Escape)
    (made,) = found(room)
    assert made.text == BODY + " Altijd."
    assert (clause(writer).body, made.organisation) == (BODY, "Gemeente Waterrijk")
    (card,) = cards(writer, 1)
    look(writer, "mode-suggested")
    assert card.suggestion.id == made.id
    assert not nameless(writer.bench)


def test_who_writes_on_in_the_mode_keeps_one_suggestion(writer: Person, room: Workspace) -> None:
    writer.does("suggest_mode")
    for words in (" Een.", " Twee."):
        writer.presses(Qt.Key.Key_F2)
        writer.types(words)
        writer.presses(Qt.Key.Key_Escape)
        cards(writer, 1)
    states = [(each.text, each.state) for each in found(room)]
    assert states == [
        (f"{BODY} Een.", State.WITHDRAWN),
        (f"{BODY} Een. Twee.", State.OPEN),
    ]
    writer.does("undo")
    assert [each.state for each in found(room)] == [State.OPEN]


def test_a_step_back_while_suggesting_takes_only_the_words_back(
    writer: Person, room: Workspace
) -> None:
    writer.does("suggest_mode")
    writer.presses(Qt.Key.Key_F2)
    writer.types(" Altijd.")
    writer.does("undo")
    assert writer.bench.lanes.writing.editor.body.shown == BODY
    writer.does("redo")
    assert writer.bench.lanes.writing.editor.body.shown == BODY + " Altijd."
    writer.does("undo")
    writer.presses(Qt.Key.Key_Escape)
    assert not found(room)


def test_in_the_mode_nothing_else_changes_the_text(writer: Person) -> None:
    before = writer.bench.session.document.text
    writer.does("suggest_mode")
    writer.does("move_down")
    writer.does("split_clause")
    assert writer.bench.session.document.text == before
    assert any("verandert de tekst niet" in said for said in writer.bench.banner.messages())
    writer.does("suggest_mode")
    writer.does("move_down")
    assert writer.bench.session.document.text != before


def test_one_change_is_accepted_and_one_rejected_by_keys(writer: Person, room: Workspace) -> None:
    suggests(room, "Belastingsoft B.V.", OFFER)
    writer.bench.controller.look_what_was_said()
    (card,) = cards(writer, 1)
    look(writer, "one-suggestion")
    assert "melding" in writer.bench.lanes.model.data(
        writer.bench.lanes.model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole
    )
    writer.does("next_suggestion")
    assert writer.bench.controller.shelf.picked == (card.suggestion.id, 1)
    look(writer, "one-picked")
    writer.does("accept_change")
    assert clause(writer).body == BODY.replace("2", "5")
    writer.qtbot.waitUntil(
        lambda: writer.bench.controller.shelf.on(A)[0].open == (2,), timeout=5000
    )

    def refuse(dialog: QDialog) -> None:
        assert isinstance(dialog, WhyDialog)
        assert not nameless(dialog)
        dialog.reason.setPlainText("Een bericht is ruimer.")
        look(writer, "refuse")

    writer.answers(refuse, lambda: writer.does("reject_change"))
    writer.qtbot.waitUntil(lambda: found(room)[0].state is State.PARTLY, timeout=5000)
    cards(writer, 0)
    look(writer, "decided")
    assert "ruimer" in writer.bench.controller.section.closed.text()
    writer.does("undo")
    writer.does("undo")
    assert (clause(writer).body, found(room)[0].state) == (BODY, State.OPEN)


def test_competing_suggestions_stand_side_by_side(writer: Person, room: Workspace) -> None:
    suggests(room, "Belastingsoft B.V.", OFFER)
    suggests(room, "Gemeente Dorp", OTHER, "Tempo")
    writer.bench.controller.look_what_was_said()
    first, second = cards(writer, 2)
    writer.does("show_suggestions")
    lanes = writer.bench.lanes
    assert [lane.title for lane in lanes.lanes][1:] == [
        "Voorstel van Belastingsoft B.V.",
        "Voorstel van Gemeente Dorp",
    ]
    look(writer, "beside")
    model = lanes.model
    said = [model.data(model.index(1, lane), Qt.ItemDataRole.AccessibleTextRole) for lane in (1, 2)]
    assert "melding" in said[0]
    assert "brief" in said[1]
    lanes.table.setCurrentIndex(model.index(1, 2))
    writer.does("take_change")
    writer.qtbot.waitUntil(lambda: clause(writer).title == "Tempo", timeout=5000)
    assert clause(writer).body == BODY
    writer.does("undo")
    second = cards(writer, 2)[1]
    second.accept.click()
    writer.qtbot.waitUntil(lambda: clause(writer).body == OTHER, timeout=5000)
    assert clause(writer).title == "Tempo"
    (card,) = cards(writer, 1)
    look(writer, "beside-collision")
    assert card.suggestion.id == first.suggestion.id
    writer.does("show_suggestions")
    assert lanes.lane_count() == 1
    card.accept_wanted.emit(2, True)
    assert "een melding" in clause(writer).body


def test_one_goes_from_change_to_change_and_round(writer: Person, room: Workspace) -> None:
    first = suggests(room, "Belastingsoft B.V.", OFFER)
    entry = room.settings.documents[0]
    second = offer(room, Voice("Dorp"), entry, B, "", "Het systeem is heel mooi.", WHEN).id
    bench = writer.bench
    bench.controller.look_what_was_said()
    writer.qtbot.waitUntil(lambda: len(bench.controller.shelf.counts) == 2, timeout=5000)
    bench.lanes.go_to(0)
    seen = []
    for action in ("next_suggestion",) * 4 + ("previous_suggestion",) * 2:
        writer.does(action)
        seen.append(bench.controller.shelf.picked)
    assert seen == [(first, 1), (first, 2), (second, 1), (first, 1), (second, 1), (first, 2)]
    assert bench.lanes.current_uid() == A


def test_a_clause_is_suggested_new_or_to_go(writer: Person, room: Workspace) -> None:
    writer.does("suggest_mode")

    def new(dialog: QDialog) -> None:
        assert isinstance(dialog, NewClauseDialog)
        dialog.title.setText("Export")
        dialog.body.setPlainText("Het systeem levert open data.")
        dialog.reason.setPlainText("Wordt vaak gevraagd.")
        look(writer, "new")

    writer.answers(new, lambda: writer.does("insert_clause"))
    cards(writer, 1)
    writer.bench.lanes.go_to_uid(B)

    def drop(dialog: QDialog) -> None:
        assert isinstance(dialog, WhyDialog)

    writer.answers(drop, lambda: writer.does("remove_row"))
    cards(writer, 1)
    look(writer, "to-go")
    assert [each.change for each in found(room)] == ["add", "remove"]
    writer.does("accept_suggestion")
    assert writer.bench.session.document.clause(B) is None
    writer.bench.lanes.go_to_uid(A)
    look(writer, "new-in-text")
    writer.does("accept_suggestion")
    titles = [each.title for each in writer.bench.session.document.clauses]
    assert titles == ["Snelheid", "Export"]


PEOPLE = """
[[organisations]]
name = "Belastingsoft B.V."
party = "vendor"

[[people]]
key = "{key}"
organisation = "Belastingsoft B.V."
roles = ["{role}"]
"""


def lists(room: Workspace, role: str) -> None:
    """List the person as somebody of a vendor."""
    said = PEOPLE.format(key=own_key().public, role=role)
    (room.root / "people.toml").write_text(said, "utf-8")


def test_who_may_not_change_the_text_suggests(person: Person, room: Workspace) -> None:
    lists(room, "analyst")
    person.opens(room.root)
    person.bench.lanes.go_to_uid(A)
    assert not person.bench.actions_by_name["suggest_mode"].isEnabled()
    person.presses(Qt.Key.Key_F2)
    person.types(" Altijd.")
    person.presses(Qt.Key.Key_Escape)
    (made,) = found(room)
    assert (made.organisation, clause(person).body) == ("Belastingsoft B.V.", BODY)
    (card,) = cards(person, 1)
    assert not hasattr(card, "accept")
    look(person, "vendor")


def test_who_only_reads_is_told_so(person: Person, room: Workspace) -> None:
    lists(room, "reader")
    person.opens(room.root)
    person.bench.lanes.go_to_uid(A)
    assert any("leest hier mee" in told for told in person.bench.banner.messages())
    person.presses(Qt.Key.Key_F2)
    assert not person.bench.lanes.is_writing


def test_what_a_program_that_died_had_not_suggested_is_suggested_at_the_next_start(
    person: Person, room: Workspace
) -> None:
    entry = room.settings.documents[0]
    there = room.read(entry).clause(A)
    file = drafts_file(room, entry)
    assert there is not None
    assert file is not None
    drafts = Drafts(file)
    drafts.begin(Draft(there, there.title, there.body))
    drafts.write(A, title=there.title, body=BODY + " Altijd.")
    drafts.close()
    person.opens(room.root)
    assert [each.text for each in found(room)] == [BODY + " Altijd."]
    assert any("hersteld" in said for said in person.bench.banner.messages())
    assert not file.exists()
