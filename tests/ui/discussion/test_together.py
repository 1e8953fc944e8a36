"""Two parties, each with a copy: what one says is there with the other, by itself."""

from pathlib import Path

import pytest

from coauthor.workspace.discussion.discussing import begin_thread, reply
from coauthor.workspace.person import Person as Somebody
from tests.ui.discussion.test_page import section
from tests.ui.driver import Person
from tests.workspace.discussion.test_discussing import threads_of
from tests.workspace.sharing import Writer, now, share

UID = "aaaaaaaaaa"


@pytest.fixture
def two(tmp_path: Path) -> list[Writer]:
    return share(tmp_path, "Anna", "Bas")


def test_a_question_of_another_comes_in_is_answered_and_goes_back(
    person: Person, two: list[Writer]
) -> None:
    anna, bas = two
    bench = person.opens(anna.root, "a")
    bench.inspector.show_page(bench.inspector.discussion)
    there = section(person)
    workspace = bas.workspace
    clause = workspace.read(workspace.entry("a")).clause(UID)
    voice = Somebody("Bas", "Gemeente Bas")
    start = clause.body.index("één biljet") if clause else 0
    begin_thread(
        workspace,
        workspace.entry("a"),
        voice,
        "question",
        "Waarom één?",
        now(),
        clause=clause,
        stretch=(start, start + 10),
    )
    bas.save("Vraag")
    assert bas.send()
    bench.lanes.go_to_uid(UID)
    assert there.model.rowCount() == 0
    person.does("receive")
    person.qtbot.waitUntil(lambda: there.model.rowCount() == 1, timeout=20_000)
    person.qtbot.waitUntil(lambda: "(1)" in bench.inspector.tabText(1))
    person.does("next_thread")
    assert "Waarom één?" in there.reader.messages.toPlainText()
    person.qtbot.waitUntil(lambda: bench.inspector.tabText(1) == "Overleg")
    there.reader.writing.box.setFocus()
    person.types("Daarom.")
    there.reader.writing.deed.click()
    person.qtbot.waitUntil(lambda: "Daarom." in there.reader.messages.toPlainText())
    person.leaves()
    anna.save("Antwoord")
    assert anna.send()
    assert not bas.receive().to_decide
    (thread,) = threads_of(bas)
    assert [event.body for event in thread.events] == ["Waarom één?", "Daarom."]
    reply(bas.workspace, bas.workspace.entry("a"), voice, thread, "Dank.", now())
