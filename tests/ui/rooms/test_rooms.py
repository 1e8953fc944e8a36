"""Publishing for vendors and collecting what they said, in the real window."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from coauthor.history.repository import Author
from coauthor.review.event import Voice
from coauthor.ui.rooms.answers_dialog import AnswersDialog
from coauthor.ui.rooms.collect_dialogs import CollectDialog, CollectedDialog
from coauthor.ui.rooms.publish_dialog import PublishDialog
from coauthor.workspace.creating import make_example
from coauthor.workspace.events import read_events, say
from coauthor.workspace.rooms.published import publications
from coauthor.workspace.rooms.publishing import plan_publication, publish
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.ui.driver import Person, nameless

OWN = "Gemeente Waterrijk"


def look(window: object, name: str) -> None:
    if (folder := os.environ.get("COAUTHOR_SHOTS")) and hasattr(window, "grab"):
        QApplication.processEvents()
        window.grab().save(f"{folder}/rooms-{name}.png")


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def example(tmp_path: Path) -> Workspace:
    """The municipality of the example, with deviations of its own."""
    return make_example(tmp_path / "waterrijk")


def soon(kind: type[QDialog], fill_in: Callable[[QDialog], bool]) -> None:
    """Answer a dialog of a kind as soon as it is ready; ``fill_in`` tells when that is."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, kind) and fill_in(dialog):
        assert not nameless(dialog)
        dialog.accept_button.click()
    else:
        QTimer.singleShot(20, lambda: soon(kind, fill_in))


def published(workspace: Workspace, folder: Path, *names: str) -> None:
    plan = plan_publication(workspace, "belastingen", folder, names, each=True)
    publish(workspace, plan, now(), lambda _: "Gepubliceerd")


def asks(room: Path, name: str, body: str) -> None:
    """Let a vendor ask something in its room and save it."""
    workspace = open_workspace(room)
    entry = workspace.settings.documents[0]
    clause = workspace.read(entry).clauses[0].uid
    say(workspace, Voice(name, "vendor"), "question", entry, clause, now(), body=body)
    workspace.repository.commit("Vraag", Author("Iemand", organisation=name), now())


def test_a_document_is_published_after_a_look_at_what_goes(
    person: Person, example: Workspace, tmp_path: Path
) -> None:
    bench = person.opens(example.root)

    def fill_in(dialog: PublishDialog) -> bool:
        names = "TaxSoft\nGemeentelijk Gemak"
        if dialog.organisations.toPlainText() != names:
            assert not dialog.accept_button.isEnabled()
            dialog.organisations.setPlainText(names)
            dialog.how.setCurrentIndex(dialog.how.findData("each"))
            dialog.folder.line.setText(str(tmp_path / "markt"))
        if dialog.plan is None:
            return False
        assert len(dialog.plan.targets) == 2
        look(dialog, "publish")
        return True

    soon(PublishDialog, fill_in)
    person.does("publish_room")
    person.qtbot.waitUntil(lambda: len(publications(example)) == 2, timeout=20_000)
    person.qtbot.waitUntil(
        lambda: any("markt" in each for each in bench.banner.messages()), timeout=10_000
    )
    look(bench, "published")
    assert {each.name for each in (tmp_path / "markt").iterdir()} == {
        "taxsoft",
        "taxsoft.coauthor",
        "gemeentelijk-gemak",
        "gemeentelijk-gemak.coauthor",
    }


def test_a_doubtful_place_is_looked_at_before_anything_goes(
    person: Person, example: Workspace, tmp_path: Path
) -> None:
    path = example.root / "documents/belastingen.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("\n# ", "\nBel Jan Jansen (j.jansen@waterrijk.example).\n\n# ", 1),
        encoding="utf-8",
    )
    example.repository.commit("Bel Jan", Author("Jan Jansen", organisation=OWN), now())
    person.opens(example.root)

    def fill_in(dialog: PublishDialog) -> bool:
        dialog.folder.line.setText(str(tmp_path / "markt"))
        if dialog.plan is None:
            return False
        assert not dialog.accept_button.isEnabled()
        look(dialog, "doubts")
        dialog.looked.setChecked(True)
        assert dialog.accept_button.isEnabled()
        return True

    soon(PublishDialog, fill_in)
    person.does("publish_room")
    person.qtbot.waitUntil(lambda: len(publications(example)) == 1, timeout=20_000)


def test_reactions_are_shown_before_they_are_taken_in(
    person: Person, example: Workspace, tmp_path: Path
) -> None:
    published(example, tmp_path / "markt", "TaxSoft", "Gemak")
    asks(tmp_path / "markt/taxsoft", "TaxSoft", "Ook voor kwijtschelding?")
    asks(tmp_path / "markt/gemak", "TaxSoft", "Ik doe me voor als een ander.")
    bench = person.opens(example.root)

    def choose(dialog: CollectDialog) -> bool:
        assert dialog.rooms.count() == 2
        look(dialog, "collect")
        soon(CollectedDialog, seen)
        return True

    def seen(dialog: CollectedDialog) -> bool:
        assert not list(read_events(example))
        assert dialog.list.topLevelItemCount() == 2
        look(dialog, "collected")
        return True

    soon(CollectDialog, choose)
    person.does("collect_room")
    person.qtbot.waitUntil(lambda: len(list(read_events(example))) == 1, timeout=20_000)
    person.qtbot.waitUntil(
        lambda: any("opgehaald" in each for each in bench.banner.messages()), timeout=10_000
    )
    look(bench, "reactions")


def test_an_answer_goes_to_all(person: Person, example: Workspace, tmp_path: Path) -> None:
    published(example, tmp_path / "markt", "TaxSoft", "Gemak")
    asks(tmp_path / "markt/taxsoft", "TaxSoft", "Telt TaxSoft Basis ook?")
    bench = person.opens(example.root)
    soon(CollectDialog, lambda _: soon(CollectedDialog, lambda _: True) is None)
    person.does("collect_room")
    person.qtbot.waitUntil(lambda: len(list(read_events(example))) == 1, timeout=20_000)
    (asked,) = read_events(example)
    voice = Voice(OWN, "municipality")
    entry = example.entry("belastingen")
    say(example, voice, "reply", entry, asked.clause, now(), about=asked.id, body="Ja, ook dat.")
    person.qtbot.waitUntil(lambda: not bench.controller.is_sharing, timeout=10_000)

    def choose(dialog: AnswersDialog) -> bool:
        assert not dialog.accept_button.isEnabled()
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        assert not dialog.looked.isHidden()  # the name of the asker stands in the question
        look(dialog, "answers")
        dialog.looked.setChecked(True)
        return True

    soon(AnswersDialog, choose)
    person.does("publish_answers")
    other = open_workspace(tmp_path / "markt/gemak")
    person.qtbot.waitUntil(lambda: len(list(read_events(other))) == 2, timeout=20_000)
    assert {each.voice.organisation for each in read_events(other)} == {OWN}


def test_a_room_says_who_can_read_it(person: Person, example: Workspace, tmp_path: Path) -> None:
    published(example, tmp_path / "markt", "TaxSoft")
    bench = person.opens(tmp_path / "markt/taxsoft")
    assert any("TaxSoft" in each and OWN in each for each in bench.banner.messages())
    look(bench, "room")
    assert not nameless(bench)
