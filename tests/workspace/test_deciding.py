"""Deciding: questions wait while people write, answers can be undone, nothing is sent before."""

import subprocess
import time
from pathlib import Path

import pytest

from coauthor.document.changes import apply
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.history import states
from coauthor.history.switching import Switch
from coauthor.merge.following import Outline
from coauthor.merge.model import Span
from coauthor.merge.placing import replace_lines
from coauthor.workspace.deciding.deciding import OpenQuestions
from coauthor.workspace.deciding.questions import QuestionLog
from coauthor.workspace.merging.apart import LARGE
from coauthor.workspace.opening import Opened, open_document, sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.sharing.news import changes_of
from coauthor.workspace.sharing.receiving import Received, receive, switch_to
from coauthor.workspace.sharing.sending import waiting
from tests.bench.texts import document_text
from tests.workspace.sharing import NAMING, TEXT, Writer, now, share

PATH = "documents/a.md"


@pytest.fixture
def bas(tmp_path: Path) -> Writer:
    """Somebody who received what clashes with their own text."""
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("binnen 4 uur", "binnen 8 uur")
    anna.save()
    anna.send()
    bas.change("binnen 4 uur", "binnen 2 dagen")
    bas.receive()
    return bas


def opens(writer: Writer) -> tuple[Opened, OpenQuestions]:
    desk = sit_down(writer.workspace, Person(writer.name), now())
    opened = open_document(desk, writer.workspace.entry("a"), outside_message="Van buiten")
    return opened, OpenQuestions(writer.workspace)


def test_an_answer_is_a_step_that_undo_asks_again(bas: Writer) -> None:
    opened, questions = opens(bas)
    session = opened.session
    (question,) = questions.to_decide
    questions.decide(session, question.id, "theirs")
    assert "8 uur" in session.document.text
    assert questions.open == ()
    session.undo()
    assert "2 dagen" in session.document.text
    assert [each.id for each in OpenQuestions(bas.workspace).to_decide] == [question.id]
    session.redo()
    assert OpenQuestions(bas.workspace).open == ()
    assert opened.keeper is not None
    opened.keeper.close()
    assert "8 uur" in bas.read()


def test_choosing_what_stands_changes_no_word_and_can_be_undone(bas: Writer) -> None:
    opened, questions = opens(bas)
    (question,) = questions.to_decide
    before = opened.session.document.text
    questions.decide(opened.session, question.id, "ours")
    assert (opened.session.document.text, questions.open) == (before, ())
    opened.session.undo()
    assert [each.id for each in questions.open] == [question.id]
    assert opened.keeper is not None
    opened.keeper.close()


def test_a_place_is_followed_while_people_write(bas: Writer) -> None:
    opened, questions = opens(bas)
    session = opened.session
    (place,) = questions.places(PATH, session.document)
    assert place.state == "here"
    session.insert_prose(0, "Nieuw begin.")
    (later,) = questions.places(PATH, session.document)
    assert later.span.start > place.span.start
    assert later.state == "here"
    index = session.document.positions["bbbbbbbbbb"]
    session.move(index, 1, len(session.document.blocks))
    (moved,) = questions.places(PATH, session.document)
    assert moved.state == "moved"
    assert moved.block == session.document.positions["bbbbbbbbbb"]
    index = session.document.positions["bbbbbbbbbb"]
    session.edit_body(index, "Het systeem antwoordt binnen 3 dagen.")
    (changed,) = questions.places(PATH, session.document)
    assert changed.state == "changed"
    session.remove(index)
    (gone,) = questions.places(PATH, session.document)
    assert gone.state == "gone"
    questions.decide(session, gone.question.id, "theirs")
    clause = session.document.clause("bbbbbbbbbb")
    assert clause is not None
    assert "8 uur" in clause.body
    assert opened.keeper is not None
    opened.keeper.close()


def test_own_words_can_be_the_answer(bas: Writer) -> None:
    opened, questions = opens(bas)
    (question,) = questions.to_decide
    lines = question.meeting.merged.replace("2 dagen", "1 dag")
    questions.decide(opened.session, question.id, "", lines)
    assert "1 dag" in opened.session.document.text
    assert opened.keeper is not None
    opened.keeper.close()
    assert bas.send()


def test_what_cannot_be_chosen_says_so(bas: Writer) -> None:
    opened, questions = opens(bas)
    (question,) = questions.to_decide
    with pytest.raises(UserError, match="no-such-choice"):
        questions.decide(opened.session, question.id, "iets")
    with pytest.raises(UserError, match="no-such-question"):
        questions.decide(opened.session, "onbekend", "ours")
    with pytest.raises(UserError, match="not-a-look"):
        questions.nod(opened.session, question.id)
    assert len(questions.open) == 1
    assert opened.keeper is not None
    opened.keeper.close()


def test_nothing_is_sent_before_all_is_decided(bas: Writer) -> None:
    counted = waiting(bas.workspace, "refs/remotes/origin/main")
    assert (counted.to_send, counted.to_decide) == (2, 1)
    with pytest.raises(UserError) as caught:
        bas.send()
    assert (caught.value.code, caught.value.parameters) == ("decisions-open", {"count": 1})
    bas.decide("theirs")
    assert bas.send()
    assert waiting(bas.workspace, "refs/remotes/origin/main").to_send == 0


def test_an_answer_travels_without_a_name_and_answers_the_same_everywhere(
    bas: Writer, tmp_path: Path
) -> None:
    bas.decide("theirs")
    bas.send()
    (decided,) = (bas.root / "decisions").glob("*.toml")
    text = decided.read_text("utf-8")
    assert "Bas" not in text
    assert 'organisation = "Gemeente Waterrijk"' in text
    anna = Writer("Anna", tmp_path / "Anna")
    anna.receive()
    assert "8 uur" in anna.read()
    assert [each.name for each in (anna.root / "decisions").iterdir()] == [decided.name]


def test_an_answer_that_was_not_shared_can_be_asked_again(bas: Writer) -> None:
    bas.decide("theirs")
    opened, questions = opens(bas)
    (answer,) = questions.answers
    questions.reopen(opened.session, answer.question.id)
    assert "2 dagen" in opened.session.document.text
    assert len(questions.to_decide) == 1
    assert opened.keeper is not None
    opened.keeper.close()


def test_next_and_previous_go_round(bas: Writer) -> None:
    questions = OpenQuestions(bas.workspace)
    document = questions.read_file(PATH)
    (place,) = questions.places(PATH, document)
    for line, step in ((0, 1), (9999, 1), (0, -1), (9999, -1)):
        found = questions.following(PATH, document, line, step)
        assert found is not None
        assert found.question == place.question


def received_meanwhile(writer: Writer, opened: Opened) -> Received:
    assert opened.keeper is not None
    theirs = writer.fetch()
    return receive(writer.workspace, theirs, writer.author, now(), NAMING, [opened.keeper])


def test_what_is_typed_while_receiving_stays(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("# Innen", "# Invordering")
    anna.save()
    anna.send()
    opened, questions = opens(bas)
    session = opened.session
    session.insert_prose(0, "Van voor het ophalen.")
    received = received_meanwhile(bas, opened)
    session.insert_prose(0, "Van tijdens het ophalen.")  # the window goes on
    time.sleep(0.1)
    assert "tijdens" not in bas.read()  # the file is held
    questions.refresh(session, opened.keeper, received)
    text = session.document.text
    assert "voor het ophalen" in text
    assert "tijdens het ophalen" in text
    assert "# Invordering" in text
    assert opened.keeper is not None
    opened.keeper.close()
    assert bas.read() == text


def test_a_crash_between_receiving_and_showing_loses_neither_side(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("# Innen", "# Invordering")
    anna.save()
    anna.send()
    opened, _ = opens(bas)
    received_meanwhile(bas, opened)
    opened.session.insert_prose(0, "Van tijdens het ophalen.")
    assert opened.keeper is not None
    with pytest.raises(UserError, match="receiving-now"):
        opened.keeper.save()
    opened.keeper.close(anyway=True)  # the journal keeps it, as after a crash
    again, _ = opens(bas)
    text = again.session.document.text
    assert "tijdens het ophalen" in text
    assert "# Invordering" in text
    assert again.keeper is not None
    again.keeper.close()


def test_a_file_that_another_program_changes_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("# Innen", "# Invordering")
    anna.save()
    anna.send()
    real = bas.workspace.repository.__class__.commit

    def commit(*words: object, **names: object) -> object:
        try:
            return real(*words, **names)
        finally:  # in the moment between our saving and our writing
            bas.change("één biljet", "één biljet van buiten")
            type(bas.workspace.repository).commit = real

    type(bas.workspace.repository).commit = commit
    bas.change("int automatisch", "int maandelijks")
    bas.receive()
    text = bas.read()
    assert "van buiten" in text
    assert "# Invordering" in text
    assert "int maandelijks" in text


def test_what_a_question_names_is_not_cleaned_away(bas: Writer) -> None:
    subprocess.run(
        ["git", "-C", str(bas.root), "-c", "gc.pruneExpire=now", "gc", "-q", "--prune=now"],
        check=True,
    )
    (question,) = bas.questions.to_decide
    for content_id in (question.merged, question.theirs):
        assert bas.questions.contents(content_id)
    bas.decide("theirs")
    assert "8 uur" in bas.read()


def test_what_was_typed_where_theirs_changed_is_asked(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("binnen 4 uur", "binnen 8 uur")
    anna.save()
    anna.send()
    opened, questions = opens(bas)
    received = received_meanwhile(bas, opened)
    session = opened.session
    index = session.document.positions["bbbbbbbbbb"]
    session.edit_body(index, "Het systeem antwoordt binnen 2 dagen.")
    questions.refresh(session, opened.keeper, received)
    (question,) = questions.to_decide
    assert "2 dagen" in session.document.text
    assert "8 uur" in question.meeting.theirs
    questions.decide(session, question.id, "theirs")
    assert "8 uur" in session.document.text
    assert opened.keeper is not None
    opened.keeper.close()


def test_a_large_document_is_merged_in_a_process_of_its_own(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.write(document_text(600))
    anna.save()
    anna.send()
    bas.receive()
    anna.change("### Bepaling 7\n", "### Bepaling zeven\n")
    anna.change("### Bepaling 99\n", "### Van Anna\n")
    anna.save()
    anna.send()
    bas.change("### Bepaling 500\n", "### Bepaling vijfhonderd\n")
    bas.change("### Bepaling 99\n", "### Van Bas\n")
    opened, questions = opens(bas)
    assert len(bas.read()) > LARGE
    received = received_meanwhile(bas, opened)
    questions.refresh(opened.session, opened.keeper, received)
    text = opened.session.document.text
    assert "### Bepaling zeven" in text
    assert "### Bepaling vijfhonderd" in text
    (question,) = questions.to_decide
    questions.decide(opened.session, question.id, "theirs")
    assert "### Van Anna" in opened.session.document.text
    assert opened.keeper is not None
    opened.keeper.close()


def test_a_byte_order_mark_does_no_harm_in_the_line_that_is_replaced() -> None:
    document = read_document("\ufeff# Kop\n\nTekst.\n")
    after = apply(document, *replace_lines(Outline(document), Span(0, 1), "# Anders\n"))
    assert after.text == "\ufeff# Anders\n\nTekst.\n"
    assert read_document(after.text).blocks == after.blocks


LEFT_OPEN = ["```\nx\n", "~~~\n", "<div>\n", "<!-- open\n", "<script>\n", "<pre>\n"]


@pytest.mark.parametrize("front", ["", "---\ntitle: A\n---\n"])
@pytest.mark.parametrize("text", LEFT_OPEN)
def test_what_an_answer_leaves_open_takes_no_clause_in(front: str, text: str) -> None:
    document = read_document(front + TEXT.partition("---\n\n")[2])
    now = Outline(document)
    for start in range(len(now.lines) + 1):
        for end in range(start, min(start + 4, len(now.lines)) + 1):
            after = apply(document, *replace_lines(now, Span(start, end), text))
            taken_away = "".join(now.lines[start:end])
            there = {clause.uid for clause in read_document(after.text).clauses}
            expected = {each.uid for each in document.clauses if each.uid not in taken_away}
            assert there == expected, (start, end)
            assert read_document(after.text).blocks == after.blocks, (start, end)


def test_what_a_look_left_out_stays_to_be_seen_on_both_sides_after_sending(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("antwoordt binnen 4 uur", "antwoordt binnen acht uur")
    anna.save()
    anna.send()
    bas.change(
        "Het systeem antwoordt binnen 4 uur.",
        "Op elke vraag komt dezelfde dag bericht, ook als iemand belt of schrijft.",
    )
    bas.receive()
    (look,) = bas.questions.open
    assert (look.to_decide, look.meeting.reason) == (False, "rewritten-edited")
    assert "acht uur" not in bas.read()
    assert bas.send()
    assert bas.questions.open == (look,)
    received = anna.receive()
    ((content, places),) = changes_of(anna.workspace, received).values()
    assert "acht uur" in decode(anna.questions.contents(content))
    assert places == ("bbbbbbbbbb",)
    bas.questions.decide_file(look.id, "both")
    assert "acht uur" in bas.read()
    assert "dezelfde dag" in bas.read()


def test_what_is_asked_again_while_something_is_received_stays_asked(bas: Writer) -> None:
    private = bas.workspace.repository.private_folder
    (question,) = bas.questions.to_decide
    bas.questions.settle(question.id, "ours", question.meeting.ours)
    assert QuestionLog(private).open == {}
    workspace = bas.workspace
    old = states.newest(workspace.repository)
    state = states.state_of(workspace.repository, old)
    new = states.make_version(workspace.repository, state, (old,), "Nieuw", bas.author, now())
    last = {"old": old, "new": new, "theirs": new, "questions": []}
    switch = Switch(workspace.repository, old, new, (), {"questions": [], "last": last})
    bas.questions.reopen(None, question.id)  # while it was being merged
    switch_to(workspace, switch)
    assert list(QuestionLog(private).open) == [question.id]


def test_a_file_with_words_that_no_version_has_does_not_give_way(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    for writer, data in ((anna, b"\0van Anna"), (bas, b"\0van Bas")):
        (writer.root / "bijlage.bin").write_bytes(data)
        writer.save()
    anna.send()
    bas.receive()
    (question,) = bas.questions.to_decide
    assert question.kind == "file"
    (bas.root / "bijlage.bin").write_bytes(b"\0later van Bas")
    with pytest.raises(UserError) as caught:
        bas.questions.decide_file(question.id, "theirs")
    assert caught.value.code == "file-not-saved"
    assert (bas.root / "bijlage.bin").read_bytes() == b"\0later van Bas"
    bas.save()
    bas.questions.decide_file(question.id, "theirs")
    assert (bas.root / "bijlage.bin").read_bytes() == b"\0van Anna"
