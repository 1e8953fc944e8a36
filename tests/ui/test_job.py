"""The whole job in the real window: derive, write, deviate, version, compare, export."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from coauthor.document.model import Clause
from coauthor.document.reading import decode, read_document
from coauthor.history.repository import Author
from coauthor.lineage.status import Lineage
from coauthor.ui.dialogs import (
    DeviationDialog,
    NewDialog,
    VersionDialog,
    VersionsDialog,
)
from coauthor.ui.signing.dialogs import AskDialog
from coauthor.ui.start import StartPage
from coauthor.ui.workbench import Workbench
from coauthor.workspace.creating import derive_workspace
from coauthor.workspace.standards import find_source
from coauthor.workspace.workspace import open_workspace
from tests.ui.driver import Person, nameless

STANDARD = "reisdocumenten"


@pytest.fixture
def derived(tmp_path: Path) -> Path:
    """A workspace derived from release 1.0 of a shipped standard."""
    root = tmp_path / "waterrijk"
    derive_workspace(
        find_source(STANDARD),
        "1.0",
        root,
        "Gemeente Waterrijk",
        author=Author("Fatma"),
        when=datetime.now(UTC),
        message="Afgeleid",
    )
    return root


def first_free(bench: Workbench) -> int:
    """Return the first clause that is not locked."""
    blocks = bench.session.document.blocks
    return next(
        index
        for index, block in enumerate(blocks)
        if isinstance(block, Clause) and not bench.session.lock_reason(index)
    )


def first_locked(bench: Workbench) -> int:
    blocks = bench.session.document.blocks
    return next(index for index in range(len(blocks)) if bench.session.lock_reason(index))


def writes(person: Person, index: int, words: str) -> None:
    """Go to a row, open it, and type at the end of its body."""
    person.bench.lanes.go_to(index)
    person.does("edit_row")
    person.presses(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    person.types(words)


def test_a_document_is_derived_from_the_start_screen(person: Person, tmp_path: Path) -> None:
    person.program.show_start()
    start = person.program.window
    assert isinstance(start, StartPage)
    folder = tmp_path / "nieuw"

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDialog)
        dialog.standard.setCurrentIndex(dialog.standard.findData(f"coauthor:{STANDARD}"))
        dialog.organisation.setText("Gemeente Waterrijk")
        dialog.folder.line.setText(str(folder))

    person.answers(fill_in, start.buttons["new"].click)
    person.qtbot.waitUntil(lambda: isinstance(person.program.window, Workbench), timeout=20_000)
    assert person.bench.session.share.by_clause == 1.0
    assert open_workspace(folder).settings.organisation == "Gemeente Waterrijk"


def test_the_whole_job(person: Person, derived: Path, tmp_path: Path) -> None:
    bench = person.opens(derived)
    index = first_free(bench)
    clause = bench.session.document.blocks[index]
    assert isinstance(clause, Clause)

    writes(person, index, " Ook vóór café-tijd: één €.")
    changed = bench.session.document.clause(clause.uid)
    assert changed is not None
    assert changed.body.endswith("Ook vóór café-tijd: één €.")
    assert bench.session.status.clauses[clause.uid].lineage is Lineage.ADAPTED
    assert bench.session.status.clauses[clause.uid].unexplained

    def explain(dialog: QDialog) -> None:
        assert isinstance(dialog, DeviationDialog)
        dialog.reason.setPlainText("Onze balie is langer open.")

    person.answers(explain, lambda: person.does("deviate"))
    status = bench.session.status.clauses[clause.uid]
    assert (status.reason, status.unexplained) == ("Onze balie is langer open.", False)

    def describe(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionDialog)
        dialog.message.setText("Openingstijden van onze balie")
        dialog.author.setText("Fatma Yildiz")

    person.answers(describe, lambda: person.does("save_version"))
    person.qtbot.waitUntil(
        lambda: any("Openingstijden" in said for said in bench.banner.messages()), timeout=10_000
    )
    last = open_workspace(derived).repository.last()
    assert last is not None
    assert last.message == "Openingstijden van onze balie"
    assert (last.author, bench.desk.person.name) == ("Fatma Yildiz", "Fatma Yildiz")
    assert decode(person.saved()) == bench.session.document.text

    def choose_first(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionsDialog)
        dialog.list.setCurrentRow(dialog.list.count() - 1)

    person.answers(choose_first, lambda: person.does("show_version"))
    person.qtbot.waitUntil(lambda: bench.lanes.lane_count() == 3, timeout=10_000)

    page = tmp_path / f"{bench.session.entry.name}.html"
    bench.controller.export_many_to(("html",), tmp_path)
    person.qtbot.waitUntil(page.exists, timeout=20_000)
    person.qtbot.waitUntil(lambda: any(str(page) in said for said in bench.banner.messages()))
    assert "Ook vóór café-tijd: één €." in page.read_text(encoding="utf-8")


def test_everything_can_be_undone(person: Person, derived: Path) -> None:
    bench = person.opens(derived)
    before = bench.session.document.text
    index = first_free(bench)
    writes(person, index, " Extra woorden.")
    person.does("insert_clause")
    person.types("Nieuwe eis")
    bench.lanes.stop_editing()
    person.does("move_down")
    bench.lanes.go_to(index)
    person.does("take_standard")
    while bench.session.undo_name:
        person.does("undo")
    assert bench.session.document.text == before
    while bench.session.redo_name:
        person.does("redo")
    assert "Nieuwe eis" in bench.session.document.text


def test_a_locked_clause_refuses_words_and_says_why(person: Person, derived: Path) -> None:
    bench = person.opens(derived)
    before = bench.session.document.text
    bench.lanes.go_to(first_locked(bench))
    person.does("edit_row")
    person.types("x")
    assert bench.session.document.text == before
    assert any("vergrendeld" in said.lower() for said in bench.banner.messages())

    def explain(dialog: QDialog) -> None:
        assert isinstance(dialog, AskDialog)
        dialog.reason.setPlainText("Onze kluis werkt anders.")
        dialog.risk.setText("RA-2026-14")
        dialog.owner.setText("Informatiemanager")

    person.answers(explain, lambda: person.does("ask_deviation"))
    assert len(list((derived / "decisions").glob("*.toml"))) == 1
    person.qtbot.waitUntil(
        lambda: "wacht op advies" in bench.inspector.clause.lock.text(), timeout=10_000
    )
    assert bench.session.document.text == before


def test_a_second_window_reads_along(person: Person, derived: Path) -> None:
    person.opens(derived)
    other = Person(person.qtbot)
    bench = other.opens(derived)
    try:
        assert bench.session.read_only
        assert not bench.actions_by_name["insert_clause"].isEnabled()
        assert any("alleen lezen" in said for said in bench.banner.messages())
    finally:
        other.leaves()


def test_a_text_changed_from_outside_is_read_again(person: Person, derived: Path) -> None:
    bench = person.opens(derived)
    path = derived / f"documents/{STANDARD}.md"
    path.write_text(path.read_text("utf-8") + "\nVan buiten.\n", encoding="utf-8")
    person.qtbot.waitUntil(
        lambda: bench.session.document.text.endswith("Van buiten.\n"), timeout=10_000
    )
    assert any("ander programma" in said for said in bench.banner.messages())


def test_a_text_changed_on_both_sides_is_kept_twice(person: Person, derived: Path) -> None:
    bench = person.opens(derived)
    path = derived / f"documents/{STANDARD}.md"
    writes(person, first_free(bench), " Van ons.")
    path.write_text(path.read_text("utf-8") + "\nVan buiten.\n", encoding="utf-8")
    assert b"Van ons." in person.saved()
    kept = open_workspace(derived).repository
    texts = [kept.read(v.id, f"documents/{STANDARD}.md") for v in kept.versions()]
    assert any(b"Van buiten." in text for text in texts)


def test_everything_is_there_in_both_languages(person: Person, derived: Path) -> None:
    bench = person.opens(derived)
    assert nameless(bench) == []
    dutch = bench.windowTitle(), bench.actions_by_name["save_version"].text()
    writes(person, first_free(bench), " Blijft staan.")
    bench.controller.switch_language()
    person.qtbot.waitUntil(
        lambda: isinstance(person.program.window, Workbench) and person.program.window is not bench,
        timeout=20_000,
    )
    english = person.bench.actions_by_name["save_version"].text()
    assert english != dutch[1]
    assert "Blijft staan." in person.bench.session.document.text
    assert not person.bench.session.read_only
    assert not any("veiligheidskopie" in said for said in person.bench.banner.messages())
    QApplication.processEvents()


def test_wrong_folders_are_met_with_a_message(person: Person, tmp_path: Path) -> None:
    person.program.show_start()
    person.program.open(tmp_path / "bestaat-niet")
    start = person.program.window
    assert isinstance(start, StartPage)
    person.qtbot.waitUntil(lambda: bool(start.banner.messages()), timeout=10_000)
    assert "geen werkruimte" in start.banner.messages()[0]
    broken = tmp_path / "kapot"
    broken.mkdir()
    (broken / "coauthor.toml").write_text("format = [", encoding="utf-8")
    person.program.open(broken)
    person.qtbot.waitUntil(lambda: "niet te lezen" in start.banner.messages()[0], timeout=10_000)


def test_find_and_replace_passes_locked_clauses_over(person: Person, derived: Path) -> None:
    bench = person.opens(derived)
    locked = bench.session.document.blocks[first_locked(bench)]
    person.does("replace")
    bench.findbar.what.setText("Het systeem")
    bench.findbar.by.setText("De oplossing")
    bench.findbar.replace_wanted.emit(True)
    text = bench.session.document.text
    assert "De oplossing" in text
    assert locked in bench.session.document.blocks
    person.does("undo")
    assert "De oplossing" not in bench.session.document.text
    assert read_document(bench.session.document.text).blocks == bench.session.document.blocks


def test_the_overview_counts_each_chapter(person: Person, derived: Path) -> None:
    bench = person.opens(derived)
    writes(person, first_free(bench), " Extra.")
    bench.inspector.show_page(bench.inspector.overview)
    person.qtbot.waitUntil(lambda: "A. Algemeen" in bench.inspector.overview.parts.text())
    assert "100 %" in bench.inspector.overview.parts.text()


def test_closing_without_a_disk_asks_twice_and_loses_nothing(person: Person, derived: Path) -> None:
    bench = person.opens(derived)
    documents = derived / "documents"
    documents.rename(derived / "weg")  # the network drive is gone
    writes(person, first_free(bench), " Laatste woorden.")
    assert not bench.close()
    assert any("niet worden bewaard" in said for said in bench.banner.messages())
    writes(person, first_free(bench), " Nog meer.")
    assert bench.close()
    (derived / "weg").rename(documents)
    person.program.window = None
    again = person.opens(derived)
    assert "Laatste woorden. Nog meer." in again.session.document.text
    assert any("teruggehaald" in said for said in again.banner.messages())
