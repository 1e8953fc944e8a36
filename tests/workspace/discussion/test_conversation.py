"""The conversation in memory: what comes is read once, what goes is forgotten."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.history.repository import Author
from coauthor.review.event import Event, Voice
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.discussion.conversation import LARGEST, Conversation
from coauthor.workspace.events import keep_event, say
from coauthor.workspace.workspace import Workspace

UID = "7k2m9qxf4t"
WHEN = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def room(tmp_path: Path) -> Workspace:
    fatma = Author("Fatma")
    root = tmp_path / "room"
    return new_workspace(root, "local", "A", "Eisen", author=fatma, when=WHEN, message="Begin")


def says(room: Workspace, words: str, clause: str = UID) -> Event:
    entry = room.settings.documents[0]
    return say(room, Voice("A"), "comment", entry, clause, WHEN, body=words)


def bodies(events: tuple[Event, ...]) -> list[str]:
    return [event.body for event in events]


def test_what_was_said_is_found_by_clause_and_by_document_oldest_first(room: Workspace):
    name = room.settings.documents[0].name
    says(room, "een")
    says(room, "alles", clause="")
    says(room, "twee")
    talk = Conversation(room.root)
    assert talk.refresh()
    assert bodies(talk.about(name, UID)) == ["een", "twee"]
    assert bodies(talk.about(name, "")) == ["alles"]
    assert bodies(talk.of(name)) == ["een", "alles", "twee"]


def test_only_what_is_new_is_read_and_what_was_taken_away_is_forgotten(
    room: Workspace, monkeypatch: pytest.MonkeyPatch
):
    name = room.settings.documents[0].name
    first = says(room, "een")
    talk = Conversation(room.root)
    talk.refresh()
    assert not talk.refresh()
    read: list[Path] = []
    whole = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *a: read.append(self) or whole(self, *a))
    second = says(room, "twee")
    read.clear()
    assert talk.refresh()
    assert [each.name for each in read] == [f"{second.id}.md"]
    assert bodies(talk.of(name)) == ["een", "twee"]
    (room.root / first.path).unlink()
    assert talk.refresh()
    assert bodies(talk.of(name)) == ["twee"]


def test_what_was_just_said_here_is_not_found_a_second_time(room: Workspace):
    talk = Conversation(room.root)
    talk.refresh()
    talk.add(says(room, "een"))
    assert not talk.refresh()
    assert len(talk) == 1


def test_a_file_that_is_no_event_is_passed_over(room: Workspace):
    good = says(room, "goed")
    bad = room.root / good.path.replace(good.id, "0" * 26)
    bad.write_bytes(b"\xff\xfe rommel")
    huge = bad.with_name("1" * 26 + ".md")
    huge.write_text("---\nkind: comment\n---\n\n" + "x" * LARGEST)
    bad.with_name("lezen.md").write_text("---\nkind: comment\n---\n\nniet")
    talk = Conversation(room.root)
    assert talk.refresh()
    assert [event.id for event in talk.of(good.document)] == [good.id]
    assert not talk.refresh()


def test_a_look_on_another_thread_does_not_forget_what_was_said_meanwhile(room: Workspace):
    says(room, "een")
    talk = Conversation(room.root)
    news = talk.look()
    talk.add(says(room, "twee"))
    talk.take(news)
    assert bodies(talk.of(room.settings.documents[0].name)) == ["een", "twee"]
    keep_event(room, talk.of(room.settings.documents[0].name)[0])
    assert not talk.refresh()
