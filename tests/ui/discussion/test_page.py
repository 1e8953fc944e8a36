"""The page of the conversation: it shows what was said of the clause in focus."""

from datetime import UTC, datetime
from pathlib import Path

from coauthor.document.model import Clause
from coauthor.review.event import Voice
from coauthor.ui.discussion.threads import ThreadsSection
from coauthor.workspace.events import say
from coauthor.workspace.workspace import open_workspace
from tests.ui.driver import Person


def test_the_page_shows_what_was_said_of_the_clause_in_focus(
    person: Person, workspace: Path
) -> None:
    opened = open_workspace(workspace)
    entry = opened.settings.documents[0]
    first, second = opened.read(entry).clauses[:2]
    voice = Voice("Gemeente Waterrijk")
    say(opened, voice, "comment", entry, first.uid, datetime.now(UTC), body="Dit is te vaag.")
    bench = person.opens(workspace)
    bench.inspector.show_page(bench.inspector.discussion)
    section = bench.inspector.discussion.section(ThreadsSection)
    assert isinstance(section, ThreadsSection)
    bench.lanes.go_to_uid(first.uid)
    person.qtbot.waitUntil(lambda: section.list.count() == 1)
    assert "Dit is te vaag." in section.list.item(0).text()
    bench.lanes.go_to_uid(second.uid)
    person.qtbot.waitUntil(lambda: section.list.count() == 0)
    assert isinstance(bench.current_block(), Clause)
