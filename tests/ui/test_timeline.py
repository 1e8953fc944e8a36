"""The timeline in the real window: look back, narrow, compare, go back, name and freeze."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from coauthor.document.model import Clause
from coauthor.history.repository import Author
from coauthor.ui.acting.timeline import NameDialog
from coauthor.ui.dialogs import VersionDialog
from coauthor.ui.timeline.beside import Beside
from coauthor.ui.timeline.model import ENTRY
from coauthor.ui.timeline.window import TimelineWindow
from coauthor.ui.workbench import Workbench
from coauthor.workspace.baselines import is_intact, names
from coauthor.workspace.creating import derive_workspace, make_example
from coauthor.workspace.standards import find_source
from coauthor.workspace.timeline import Entry
from coauthor.workspace.workspace import open_workspace
from tests.bench.history import build
from tests.history.test_repository import git
from tests.ui.driver import Person, nameless
from tests.ui.test_job import first_free, writes
from tests.workspace.test_timeline import Room, clause


@pytest.fixture
def example(tmp_path: Path) -> Path:
    root = tmp_path / "voorbeeld"
    make_example(root)
    return root


def looks_back(person: Person) -> TimelineWindow:
    """Open the timeline and wait for the versions."""
    person.does("timeline")
    window = person.bench.findChild(TimelineWindow)
    assert isinstance(window, TimelineWindow)
    settled(person, window)
    return window


def settled(person: Person, window: TimelineWindow) -> None:
    person.qtbot.waitUntil(lambda: "…" not in window.status.text(), timeout=20_000)


def shown(window: TimelineWindow) -> list[str]:
    """Return the rows."""
    return [str(window.model.index(row, 0).data()) for row in range(window.model.rowCount())]


def row_of(window: TimelineWindow, message: str) -> QModelIndex:
    return next(
        window.model.index(row, 0)
        for row in range(window.model.rowCount())
        if message in str(window.model.index(row, 0).data())
    )


def chooses(person: Person, window: TimelineWindow, message: str) -> Entry:
    window.list.setCurrentIndex(row_of(window, message))
    entry = window.chosen()
    assert entry is not None
    return entry


def test_versions_stand_in_groups_with_what_they_changed(person: Person, example: Path) -> None:
    person.opens(example)
    window = looks_back(person)
    rows = shown(window)
    assert [row for row in rows if row.endswith("2026")] == rows[:1] + rows[3:4]
    assert "Opmerkingen van de teamleider verwerkt" in rows
    assert nameless(window) == []
    entry = window.chosen()
    assert entry is not None
    assert entry.version.message == "Opmerkingen van de teamleider verwerkt"
    assert window.detail.clauses.count() == len(entry.change.clauses) > 0
    person.qtbot.waitUntil(lambda: bool(window.detail.words.toPlainText()), timeout=10_000)
    said = str(window.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Gemeente Waterrijk" in said
    assert "veranderd" in said
    window.close()


def test_it_is_walked_with_keys_alone(person: Person, example: Path) -> None:
    bench = person.opens(example)
    window = looks_back(person)
    first = window.chosen()
    QTest.keyClick(window.list, Qt.Key.Key_Down)
    second = window.chosen()
    assert first is not None
    assert second is not None
    assert second.version.id in first.version.parents
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: bench.lanes.lane_count() == 3, timeout=10_000)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    person.qtbot.waitUntil(lambda: bench.findChild(TimelineWindow) is None, timeout=10_000)


def test_the_list_is_narrowed(person: Person, example: Path) -> None:
    person.opens(example)
    window = looks_back(person)
    person.qtbot.waitUntil(lambda: window.filters.person.count() == 3, timeout=10_000)
    window.filters.person.setCurrentIndex(window.filters.person.findData("Henk de Wit"))
    window.filters.person.activated.emit(window.filters.person.currentIndex())
    person.qtbot.waitUntil(lambda: window.status.text() == "1 versie", timeout=10_000)
    window.filters.reset.click()
    person.qtbot.waitUntil(lambda: window.status.text() == "4 versies", timeout=10_000)
    window.filters.words.setText("bestaat niet")
    person.qtbot.waitUntil(lambda: window.status.text().startswith("Geen"), timeout=10_000)
    assert window.model.count() == 0
    assert not window.buttons["beside"].isEnabled()
    window.close()


def test_a_clause_goes_back_and_that_can_be_undone(person: Person, example: Path) -> None:
    bench = person.opens(example)
    before = bench.session.document.text
    window = looks_back(person)
    entry = chooses(person, window, "Begonnen vanuit de standaard")
    window.filters.words.setText("")
    index = first_free(bench)
    block = bench.session.document.blocks[index]
    assert isinstance(block, Clause)
    for row in range(window.detail.clauses.count()):
        window.detail.clauses.setCurrentRow(row)
        change = window.detail.change
        assert change is not None
        if bench.session.document.clause(change.uid) and not bench.session.lock_reason(
            bench.session.document.positions[change.uid]
        ):
            window.buttons["restore_clause"].click()
            person.qtbot.waitUntil(
                lambda: "eruggezet" in window.status.text() or "al zo" in window.status.text(),
                timeout=10_000,
            )
            if bench.session.undo_name:
                break
            window.say("")
    assert bench.session.undo_name == "restore-version"
    assert bench.session.document.text != before
    person.does("undo")
    assert bench.session.document.text == before
    assert entry.version.parents == ()
    window.close()


def test_a_clause_is_followed_through_all_its_versions(person: Person, example: Path) -> None:
    person.opens(example)
    window = looks_back(person)
    change = window.detail.change
    assert change is not None
    QTest.keyClick(window.detail.clauses, Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: window.filters.clause.currentData() == change.uid)
    settled(person, window)
    uids = [
        {each.uid for each in entry.change.clauses}
        for row in range(window.model.rowCount())
        if (entry := window.model.index(row, 0).data(ENTRY))
    ]
    assert len(uids) >= 2
    assert all(change.uid in each for each in uids)
    window.close()


def test_a_document_goes_back_as_one_step(person: Person, example: Path) -> None:
    bench = person.opens(example)
    before = bench.session.document.text
    window = looks_back(person)
    entry = chooses(person, window, "Begonnen vanuit de standaard")
    window.buttons["restore_document"].click()
    person.qtbot.waitUntil(lambda: bench.session.document.text != before, timeout=10_000)
    then = open_workspace(example).repository.read(entry.version.id, bench.session.entry.path)
    assert bench.session.document.text == then.decode()
    QTest.keyClick(window.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.session.document.text == before
    window.close()


def test_a_clause_that_left_comes_back(person: Person, tmp_path: Path) -> None:
    room = Room(tmp_path / "w")
    room.write(clause("a"), clause("b"))
    room.save("Twee")
    room.write(clause("a"))
    room.save("B eruit")
    bench = person.opens(room.root)
    window = looks_back(person)
    chooses(person, window, "B eruit")
    assert window.detail.change is not None
    assert window.detail.change.kind == "left"
    window.buttons["restore_clause"].click()
    person.qtbot.waitUntil(lambda: len(bench.session.document.clauses) == 2, timeout=10_000)
    assert [each.code for each in bench.session.document.clauses] == ["BEL-001", "BEL-002"]
    window.close()


def test_what_came_in_opens_to_the_versions_inside(person: Person, tmp_path: Path) -> None:
    room = Room(tmp_path / "w")
    room.write(clause("a"), clause("b"))
    room.save("Basis")
    git(room.root, "checkout", "-q", "-b", "lochem")
    room.write(clause("a"), clause("b", "Van Henk."))
    room.save("B van Henk", Author("Henk", organisation="Gemeente Lochem"))
    git(room.root, "checkout", "-q", "main")
    room.write(clause("a", "Van ons."), clause("b"))
    room.save("A van ons")
    room.merge("lochem", clause("a", "Van ons."), clause("b", "Van Henk."))
    person.opens(room.root)
    window = looks_back(person)
    row = row_of(window, "Opgehaald van Gemeente Lochem (1 wijziging)")
    window.list.setCurrentIndex(row)
    QTest.keyClick(window.list, Qt.Key.Key_Right)
    person.qtbot.waitUntil(lambda: "B van Henk" in shown(window), timeout=10_000)
    assert shown(window).index("B van Henk") == row.row() + 1
    QTest.keyClick(window.list, Qt.Key.Key_Down)
    entry = window.chosen()
    assert entry is not None
    assert entry.version.author == "Henk"
    QTest.keyClick(window.list, Qt.Key.Key_Left)
    QTest.keyClick(window.list, Qt.Key.Key_Left)
    assert "B van Henk" not in shown(window)
    window.close()


def test_two_versions_stand_side_by_side(person: Person, example: Path) -> None:
    bench = person.opens(example)
    window = looks_back(person)
    chooses(person, window, "Opmerkingen van de teamleider")
    window.buttons["compare"].click()
    assert "Kies de versie" in window.status.text()
    chooses(person, window, "Onze eigen waarden")
    window.buttons["compare"].click()
    person.qtbot.waitUntil(lambda: bench.findChild(Beside) is not None, timeout=10_000)
    beside = bench.findChild(Beside)
    assert isinstance(beside, Beside)
    titles = [lane.title for lane in beside.lanes.lanes]
    assert "teamleider" in titles[0]
    assert "eigen waarden" in titles[1]
    beside.lanes.edit_current()
    assert not beside.lanes.is_writing
    assert nameless(beside) == []
    beside.close()
    window.close()


def test_a_version_is_named_and_frozen(person: Person, example: Path) -> None:
    person.opens(example)
    window = looks_back(person)
    chooses(person, window, "Onze eigen waarden")

    def called(words: str) -> None:
        def fill_in(dialog: QDialog) -> None:
            assert isinstance(dialog, NameDialog)
            dialog.name.setText(words)

        button = "freeze" if "Vast" in words else "name"
        person.answers(fill_in, window.buttons[button].click)
        person.qtbot.waitUntil(lambda: words in window.status.text(), timeout=10_000)

    called("Concept voor het college 3 maart")
    called("Vastgesteld op 10 maart")
    entry = window.chosen()
    assert entry is not None
    assert [each.kind for each in entry.names] == ["name", "frozen"]
    workspace = open_workspace(example)
    assert all(is_intact(workspace, each) for each in names(workspace))
    person.qtbot.waitUntil(lambda: "precies" in window.detail.seals.text(), timeout=10_000)
    window.close()


def test_a_version_that_is_saved_appears(person: Person, example: Path) -> None:
    bench = person.opens(example)
    window = looks_back(person)
    writes(person, first_free(bench), " Nieuw.")

    def describe(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionDialog)
        dialog.message.setText("Zojuist")

    person.answers(describe, lambda: person.does("save_version"))
    person.qtbot.waitUntil(lambda: "Zojuist" in shown(window), timeout=10_000)
    assert shown(window)[0] == "Vandaag"
    window.close()


def test_the_text_of_now_must_be_saved_before_it_is_frozen(person: Person, tmp_path: Path) -> None:
    root = tmp_path / "w"
    derive_workspace(
        find_source("reisdocumenten"),
        "1.0",
        root,
        "Gemeente Waterrijk",
        author=Author("Fatma"),
        when=datetime.now(UTC),
        message="Afgeleid",
    )
    bench = person.opens(root)
    writes(person, first_free(bench), " Nog niet opgeslagen.")

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, NameDialog)
        dialog.name.setText("Te vroeg")

    person.answers(fill_in, lambda: person.does("freeze_version"))
    person.qtbot.waitUntil(
        lambda: any("Sla eerst een versie op" in said for said in bench.banner.messages()),
        timeout=10_000,
    )
    assert names(open_workspace(root)) == ()


@pytest.fixture
def long_history(tmp_path: Path) -> Path:
    build(tmp_path / "w", versions=400, documents=4)
    return tmp_path / "w"


def test_a_long_history_comes_as_it_is_looked_at(person: Person, long_history: Path) -> None:
    person.opens(long_history)
    window = looks_back(person)
    few = window.model.count()
    assert 30 <= few < 400
    bar = window.list.verticalScrollBar()
    while window.model.more:
        count = window.model.count()
        bar.setValue(bar.maximum())
        person.qtbot.waitUntil(
            lambda count=count: window.model.count() > count or not window.model.more,  # type: ignore[misc]
            timeout=10_000,
        )
        settled(person, window)
    assert window.model.count() == 400
    entries = [window.model.index(row, 0).data(ENTRY) for row in range(window.model.rowCount())]
    times = [each.version.when for each in entries if each]
    assert times == sorted(times, reverse=True)
    window.close()


def test_the_timeline_goes_when_its_document_goes(person: Person, long_history: Path) -> None:
    bench = person.opens(long_history)
    person.does("timeline")  # and does not wait for the versions
    bench.controller.switch_language()
    person.qtbot.waitUntil(
        lambda: isinstance(person.program.window, Workbench) and person.program.window is not bench,
        timeout=20_000,
    )
    window = looks_back(person)
    assert window.windowTitle().startswith("Timeline")
    window.close()
