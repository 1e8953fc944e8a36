"""A file that comes in, as a whole job: choose, look, take in; again, to update; and stop."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from coauthor.errors import Cancelled, OutsideFailure
from coauthor.ui.intake.dialog import IntakeDialog
from coauthor.ui.start import StartPage
from coauthor.ui.workbench import Workbench
from coauthor.workspace import importing
from coauthor.workspace.bringing.looking import Aim, FileDesk
from coauthor.workspace.bringing.taking import NewPlace
from coauthor.workspace.creating import make_example
from coauthor.workspace.events import read_events
from coauthor.workspace.exporting import export
from coauthor.workspace.person import read_person
from coauthor.workspace.workspace import open_workspace
from tests.ui.driver import Person
from tests.ui.intake.hands import drops, once_shown, shot

OLD = "# Oud\n\n## 1.1 Een\n\nDe oplossing doet een.\n\n## 1.2 Twee\n\nDe oplossing doet twee.\n"


@pytest.fixture
def chooses(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Let the dialog of the system answer with a file."""

    def choose(file: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))

    return choose


def text_of(person: Person) -> str:
    return person.bench.session.document.text


def in_full(dialog: IntakeDialog) -> None:
    """Take in what is shown, by keys."""
    dialog.preview.table.setFocus()
    QTest.keyClick(dialog.preview.table, Qt.Key.Key_Return)


def test_from_the_start_screen_a_file_becomes_a_workspace_beside_a_standard(
    person: Person,
    chooses: Callable[[Path], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    file = tmp_path / "oud.md"
    file.write_text(OLD, encoding="utf-8")
    chooses(file)
    person.program.show_start()
    start = person.program.window
    assert isinstance(start, StartPage)

    def look(dialog: IntakeDialog) -> None:
        assert dialog.place is not None
        dialog.place.standard.setFocus()
        QTest.keyClick(dialog.place.standard, Qt.Key.Key_Down)  # the first standard
        dialog.place.organisation.setFocus()
        dialog.place.organisation.selectAll()
        person.types("Gemeente Waterrijk")
        shot(dialog, "intake-start")
        in_full(dialog)

    seen = once_shown(look)
    QTest.keyClick(start.buttons["import"], Qt.Key.Key_Space)
    person.qtbot.waitUntil(lambda: isinstance(person.program.window, Workbench), timeout=20_000)
    assert seen
    clauses = person.bench.session.document.clauses
    assert [(each.code, each.title) for each in clauses] == [("1.1", "Een"), ("1.2", "Twee")]
    workspace = open_workspace(tmp_path / "Coauthor" / "oud")
    assert workspace.settings.organisation == "Gemeente Waterrijk"
    assert workspace.settings.standards
    assert workspace.repository.changed_paths() == []
    assert any("2 bepalingen" in said for said in person.bench.banner.messages())
    assert read_person().organisation == "Gemeente Waterrijk"
    shot(person.bench, "intake-taken")


def test_a_file_dropped_on_the_window_becomes_a_document_beside_the_others(
    person: Person, workspace: Path, tmp_path: Path
) -> None:
    bench = person.opens(workspace)
    file = tmp_path / "oud.md"
    file.write_text(OLD, encoding="utf-8")
    seen = once_shown(in_full)
    drops(bench, file)
    person.qtbot.waitUntil(
        lambda: isinstance(person.program.window, Workbench) and person.bench is not bench,
        timeout=20_000,
    )
    assert seen
    assert "De oplossing doet twee." in text_of(person)
    assert len(open_workspace(workspace).settings.documents) == 2
    person.leaves()
    later = Person(person.qtbot)
    later.opens(workspace)  # where one was, not what stands first
    assert "De oplossing doet twee." in text_of(later)
    later.leaves()


def test_an_export_that_comes_back_changed_updates_the_document_and_undo_takes_it_back(
    person: Person, chooses: Callable[[Path], None], tmp_path: Path
) -> None:
    workspace = make_example(tmp_path / "voorbeeld")
    bench = person.opens(workspace.root)
    file = tmp_path / "terug.csv"
    when = datetime(2026, 11, 27, tzinfo=UTC)
    export(workspace, bench.session.entry, "csv", file, when=when)
    before = bench.session.document
    clause = next(c for c in before.clauses if c.theme == "functioneel" and c.title)
    data = file.read_text(encoding="utf-8")
    file.write_text(data.replace(f'"{clause.title}"', '"Anders genoemd"', 1), encoding="utf-8")
    chooses(file)

    def look(dialog: IntakeDialog) -> None:
        assert dialog.reading.cutting.isHidden()  # the file says itself what its clauses are
        assert "1 gewijzigd" in dialog.summary.text()
        assert dialog.preview.lines.rowCount() == 1  # what changes stands first
        full = dialog.preview.detail.toHtml()
        assert "line-through" in full
        assert "Anders genoemd" in dialog.preview.detail.toPlainText()
        shot(dialog, "intake-update")
        in_full(dialog)

    seen = once_shown(look)
    person.does("import_file")
    person.qtbot.waitUntil(lambda: bench.session.document is not before, timeout=10_000)
    assert seen
    changed = bench.session.document.clause(clause.uid)
    assert changed is not None
    assert changed.title == "Anders genoemd"
    person.does("undo")
    assert bench.session.document.text == before.text


def test_who_looked_while_others_wrote_sees_what_the_file_makes_of_that(
    person: Person, chooses: Callable[[Path], None], tmp_path: Path
) -> None:
    workspace = make_example(tmp_path / "voorbeeld")
    bench = person.opens(workspace.root)
    file = tmp_path / "terug.csv"
    export(workspace, bench.session.entry, "csv", file, when=datetime(2026, 11, 27, tzinfo=UTC))
    first, *_, last = (
        each
        for each in bench.session.document.clauses
        if each.theme == "functioneel" and each.title
    )
    data = file.read_text(encoding="utf-8")
    file.write_text(data.replace(f'"{first.title}"', '"Uit het bestand"', 1), encoding="utf-8")
    chooses(file)
    shown: list[str] = []

    def look(dialog: IntakeDialog) -> None:
        shown.append(dialog.summary.text())
        if len(shown) == 1:
            once_shown(look)
            document = bench.session.document
            bench.session.edit_title(document.positions[last.uid], "Van een ander")
        in_full(dialog)

    once_shown(look)
    person.does("import_file")
    person.qtbot.waitUntil(lambda: "Uit het bestand" in text_of(person), timeout=20_000)
    assert ["1 gewijzigd" in each for each in shown] == [True, True]
    assert ["Eén bepaling blijft" in each for each in shown] == [False, True]
    assert "Van een ander" in text_of(person)


def test_comments_in_a_workbook_are_shown_and_come_in_without_names_unless_asked(
    person: Person, workspace: Path, chooses: Callable[[Path], None], tmp_path: Path
) -> None:
    bench = person.opens(workspace)
    file = tmp_path / "lijst.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("Eisen")
        sheet.write_row(0, 0, ("Nr", "Omschrijving"))
        sheet.write_row(1, 0, ("1", "Het systeem legt elke wijziging vast."))
        sheet.write_comment("B2", "Ook van beheerders?", {"author": "Bart"})
    chooses(file)

    def look(dialog: IntakeDialog) -> None:
        preview = dialog.preview
        preview.tabs.setCurrentWidget(preview.said_table)
        assert "Ook van beheerders?" in preview.detail.toPlainText()
        assert dialog.names.isVisible()
        assert not dialog.names.isChecked()
        shot(dialog, "intake-said")
        QTest.keyClick(dialog.take_button, Qt.Key.Key_Space)

    once_shown(look)
    person.does("import_file")
    person.qtbot.waitUntil(
        lambda: isinstance(person.program.window, Workbench) and person.bench is not bench,
        timeout=20_000,
    )
    (said,) = read_events(open_workspace(workspace))
    assert said.body == "Ook van beheerders?"
    assert "Bart" not in str(said)
    # the same list once more, with another remark: it updates, and says only what is new
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("Eisen")
        sheet.write_row(0, 0, ("Nr", "Omschrijving"))
        sheet.write_row(1, 0, ("1", "Het systeem legt elke wijziging vast, ook van beheerders."))
        sheet.write_comment("A2", "Ook van beheerders?", {"author": "Bart"})
        sheet.write_comment("B2", "Zo is het goed.", {"author": "Cato"})
    before = person.bench.session.document

    def again(dialog: IntakeDialog) -> None:
        assert dialog.take_button.text() == "Bij&werken"
        QTest.keyClick(dialog.names, Qt.Key.Key_Space)
        QTest.keyClick(dialog.take_button, Qt.Key.Key_Space)

    once_shown(again)
    person.does("import_file")
    person.qtbot.waitUntil(lambda: person.bench.session.document is not before, timeout=10_000)
    bodies = sorted(each.body for each in read_events(open_workspace(workspace)))
    assert bodies == ["Cato: Zo is het goed.", "Ook van beheerders?"]


def test_a_file_of_another_document_asks_to_open_that_one_first(
    person: Person, workspace: Path, chooses: Callable[[Path], None], tmp_path: Path
) -> None:
    file = tmp_path / "oud.md"
    file.write_text(OLD, encoding="utf-8")
    room = open_workspace(workspace)
    proposal = importing.propose_file(file)
    author, when = read_person().author, datetime.now(UTC)
    importing.take_in(room, file, proposal, author=author, when=when, message="Oud")
    before = files_of(workspace)
    person.opens(workspace)
    chooses(file)
    said: list[str] = []

    def look(dialog: IntakeDialog) -> None:
        said.append(dialog.wrong.text())
        assert not dialog.take_button.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    once_shown(look)
    person.does("import_file")
    assert "Open dat document eerst" in said[0]
    assert files_of(workspace) == before


def files_of(root: Path) -> dict[str, bytes]:
    """Return what is in a workspace beside its history."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def test_who_stops_or_what_fails_leaves_everything_as_it_was(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "oud.md"
    file.write_text(OLD, encoding="utf-8")
    desk, room = FileDesk(), open_workspace(workspace)
    entry = room.settings.documents[0]
    aim = Aim(workspace, entry.name, room.read(entry).text)
    before = files_of(workspace)
    author, when = read_person().author, datetime.now(UTC)

    def stop(step: object) -> None:
        if step == "writing":
            raise Cancelled

    def quiet(_: object) -> None:
        """Tell nobody."""

    desk.look(file, None, aim, report=quiet)
    with pytest.raises(Cancelled):
        desk.take(workspace, author=author, when=when, message="Oud", report=stop)
    assert files_of(workspace) == before

    def full(*_: object) -> None:
        raise OutsideFailure("disk-full", path="x")

    with monkeypatch.context() as patched:
        patched.setattr("coauthor.history.repository.Repository.commit", full)
        with pytest.raises(OutsideFailure):
            desk.take(workspace, author=author, when=when, message="Oud", report=quiet)
    assert files_of(workspace) == before

    new, place = tmp_path / "nieuw", NewPlace("Waterrijk", "Oud", "", "", "Begonnen")
    with pytest.raises(Cancelled):
        desk.take(new, place=place, author=author, when=when, message="Oud", report=stop)
    assert not new.exists()
    name = desk.take(new, place=place, author=author, when=when, message="Oud", report=quiet)
    assert [each.name for each in open_workspace(new).settings.documents] == [name]
