"""The register of questions in the real window."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QListWidget

from coauthor.ui.memo.asking import ChoiceDialog, ClauseDialog
from coauthor.ui.memo.desk import MemoDesk
from coauthor.ui.memo.duplicates import DuplicatesDialog
from coauthor.ui.memo.importing import ImportDialog
from coauthor.ui.memo.publishing import PublishDialog
from coauthor.workspace.memo.answering import approve, find
from coauthor.workspace.memo.room import Room
from coauthor.workspace.workspace import Workspace
from tests.ui.driver import Person, nameless
from tests.ui.far import SHOTS
from tests.workspace.memo.making import WHEN, as_other, comma, specification, xlsx

HEAD = ("Nr", "Referentie", "Vraag", "Antwoord")


def look(window: object, name: str) -> None:
    if os.environ.get("COAUTHOR_SHOTS") and hasattr(window, "grab"):
        SHOTS.mkdir(parents=True, exist_ok=True)
        QApplication.processEvents()
        window.grab().save(str(SHOTS / f"memo-{name}.png"))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return specification(tmp_path / "waterrijk")


@pytest.fixture
def forms(tmp_path: Path) -> list[Path]:
    first = xlsx(
        tmp_path / "zwanen.xlsx",
        [
            ("Indiener vraag: Zwanenzang Software B.V.",),
            HEAD,
            ("1", "BEL-001", "Mag het aanslagbiljet ook binnen 10 werkdagen worden samengesteld?"),
            ("2", "BEL-002", "Welke huisstijl bedoelt de gemeente hier precies?"),
            ("3", "BEL-003", "?"),
        ],
    )
    second = comma(
        tmp_path / "eend.csv",
        [
            ("Organisatie", "Eis", "Vraag"),
            (
                "Eendracht",
                "",
                "Is het toegestaan het aanslagbiljet binnen 10 werkdagen samen te stellen?",
            ),
            ("Eendracht", "", "Moet incasso met een machtiging ook per kwartaal kunnen?"),
        ],
    )
    return [first, second]


def desk_of(person: Person, path: Path) -> MemoDesk:
    person.opens(path)
    person.does("open_memo")
    desk = person.bench.controller._memo
    assert desk is not None
    desk.jobs.settle()
    return desk


def answering(kind: type[QDialog], fill: Callable[[QDialog], None], name: str = "") -> None:
    """Answer the next dialog of a kind."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(20, answer)
            return
        assert nameless(dialog) == []
        if name:
            look(dialog, name)
        fill(dialog)

    QTimer.singleShot(20, answer)


def brought_in(desk: MemoDesk, forms: list[Path], name: str = "") -> None:
    answering(ImportDialog, lambda dialog: dialog.accept(), name)
    desk.import_files(forms)
    desk.jobs.settle()


def write(desk: MemoDesk, number: int, answer: str, change: str = "") -> None:
    desk.window_.go_to(number)
    detail = desk.window_.detail
    detail.answer.setPlainText(answer)
    if change:
        detail.changes.setChecked(True)
        detail.change.setPlainText(change)
    detail.refresh()
    detail.buttons["submit"].click()
    desk.jobs.settle()


def test_from_forms_to_a_published_memo(  # noqa: PLR0915 – one story, told in one go
    person: Person,
    workspace: Workspace,
    forms: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = desk_of(person, workspace.root)
    window = desk.window_
    brought_in(desk, forms, "import")
    assert window.model.rowCount() == 4
    assert nameless(window) == []
    look(window, "register")

    def join(dialog: QDialog) -> None:
        assert isinstance(dialog, DuplicatesDialog)
        dialog.join.click()
        desk.jobs.settle()
        assert not dialog.join.isEnabled()
        dialog.reject()

    answering(DuplicatesDialog, join, "duplicates")
    window.tools["duplicates"].click()
    desk.jobs.settle()
    assert window.model.rowCount() == 3

    def link(dialog: QDialog) -> None:
        assert isinstance(dialog, ClauseDialog)
        assert dialog.chosen[1] == "cccccccccc"
        dialog.accept()

    window.go_to(4)
    assert window.question is not None
    assert window.question.clause == ""
    answering(ClauseDialog, link, "clause")
    window.detail.choose_clause.click()
    desk.jobs.settle()
    assert window.question.clause == "cccccccccc"

    write(desk, 1, "Ja, dat mag.", "Het systeem stelt het aanslagbiljet binnen 10 werkdagen samen.")
    assert window.question.effect == "material"
    assert "houdt de publicatie tegen" in window.detail.waits.text()
    assert not window.detail.buttons["approve"].isEnabled()
    look(window, "material")

    room = desk.room()
    other = as_other(Room(room.workspace, room.home, room.person), monkeypatch, tmp_path / "mo")
    approve(other, find(other, "1"), WHEN)
    desk.begin()
    desk.jobs.settle()

    def blocked(dialog: QDialog) -> None:
        assert isinstance(dialog, PublishDialog)
        assert not dialog.publish.isEnabled()
        assert "rectificeren" in dialog.blocks.item(0).text()
        dialog.reject()

    answering(PublishDialog, blocked, "blocked")
    window.tools["publish"].click()
    desk.jobs.settle()

    def rectify(dialog: QDialog) -> None:
        assert isinstance(dialog, ChoiceDialog)
        dialog.until.setText("2027-01-15")
        dialog.reason.setText("Iedereen krijgt tijd")
        dialog.accept()

    answering(ChoiceDialog, rectify, "choice")
    window.detail.choose.click()
    desk.jobs.settle()

    answering(PublishDialog, lambda dialog: dialog.accept(), "publish")
    window.tools["publish"].click()
    desk.jobs.settle()
    assert window.question.memo == 1
    assert "10 werkdagen" in person.bench.session.document.text
    look(window, "published")
    before = person.program.window
    window.done(0)
    person.qtbot.waitUntil(lambda: person.program.window is not before, timeout=20_000)
    names = [each.name for each in person.bench.desk.workspace.settings.documents]
    assert "nvi-1" in names


def test_what_was_typed_before_the_program_died_is_there_again(
    person: Person, workspace: Workspace, forms: list[Path]
) -> None:
    desk = desk_of(person, workspace.root)
    brought_in(desk, forms)
    desk.window_.go_to(2)
    desk.window_.detail.answer.setPlainText("De huisstijl op de website.")
    person.qtbot.waitUntil(
        lambda: bool(list(desk.room().home.repository.private_folder.rglob("memo-unsaved/*.json"))),
        timeout=5_000,
    )
    desk.window_.detail.question = None  # as after a death: nobody says goodbye
    desk.window_.done(0)
    person.does("open_memo")
    again = person.bench.controller._memo
    assert again is not None
    again.jobs.settle()
    again.window_.go_to(2)
    again.jobs.settle()
    assert again.window_.detail.answer.toPlainText() == "De huisstijl op de website."
    assert "staat er weer" in again.window_.detail.recovered.text()


def test_names_show_while_typing_and_stop_nothing_but_publication(
    person: Person, workspace: Workspace, forms: list[Path]
) -> None:
    desk = desk_of(person, workspace.root)
    brought_in(desk, forms)
    desk.window_.go_to(2)
    detail = desk.window_.detail
    detail.answer.setPlainText("Zoals Zwanenzang Software al doet, mail naar a@b.example.")
    detail.refresh()
    assert detail.names.count() == 2
    detail.answer.setPlainText("Zoals op de website.")
    detail.refresh()
    assert detail.names.count() == 0


def test_columns_that_a_person_sets_are_remembered_for_the_next_file(
    person: Person, workspace: Workspace, tmp_path: Path
) -> None:
    rows = [("kol a", "kol b"), ("BEL-001", "Waarom is dit zo gevraagd?")]
    desk = desk_of(person, workspace.root)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        assert not dialog.take.isEnabled()
        for column, meaning in ((0, "reference"), (1, "question")):
            field = dialog.meanings[column]
            field.setCurrentIndex(field.findData(meaning))
            field.activated.emit(field.currentIndex())
            desk.jobs.settle()
        assert dialog.take.isEnabled()
        dialog.accept()

    answering(ImportDialog, choose, "columns")
    desk.import_files([xlsx(tmp_path / "een.xlsx", rows)])
    desk.jobs.settle()
    assert desk.window_.model.rowCount() == 1
    brought_in(desk, [xlsx(tmp_path / "twee.xlsx", [rows[0], ("BEL-002", "En waarom dit dan?")])])
    assert desk.window_.model.rowCount() == 2


def test_a_row_that_is_odd_comes_in_only_when_a_person_ticks_it(
    person: Person, workspace: Workspace, forms: list[Path]
) -> None:
    desk = desk_of(person, workspace.root)

    def tick(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        odd: QListWidget = dialog.odd
        assert odd.count() == 1
        from PySide6.QtCore import Qt  # noqa: PLC0415

        odd.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.accept()

    answering(ImportDialog, tick)
    desk.import_files(forms)
    desk.jobs.settle()
    assert desk.window_.model.rowCount() == 5


def test_freezing_closes_the_text_and_leaves_the_register_open(
    person: Person, workspace: Workspace
) -> None:
    bench = person.opens(workspace.root)
    before = person.program.window
    person.answers(
        lambda d: d.name.setText("Bestek 1.0"), lambda: person.does("freeze_specification")
    )
    person.qtbot.waitUntil(lambda: person.program.window is not before, timeout=20_000)
    bench = person.bench
    assert bench.session.read_only == "frozen"
    assert not bench.actions_by_name["insert_clause"].isEnabled()
    assert bench.actions_by_name["send"].isEnabled()
    assert bench.saved.text() == "Gepubliceerd en bevroren"
    look(bench, "frozen")
    assert any("bevroren" in said for said in bench.banner.messages())
