"""Signing on one page, what breaks a signature, and the list of what ends."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from coauthor.document.clauses import with_body
from coauthor.document.reading import encode
from coauthor.history.repository import Author
from coauthor.ui.signing.dialogs import ReconfirmDialog
from coauthor.ui.signing.dossier import DossierDialog
from coauthor.ui.signing.due import DueDialog
from coauthor.ui.signing.listing import WaiversDialog
from coauthor.ui.workbench import Workbench
from coauthor.workspace.records import records
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import open_workspace
from tests.ui.driver import Person, nameless
from tests.ui.far import SHOTS
from tests.workspace.signing.test_ending import free
from tests.workspace.signing.test_waiving import granted, locked_clause, opened

EARLY = datetime(2024, 3, 31, 9, 0, tzinfo=UTC)


def shot(window: QDialog | Workbench, name: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(SHOTS / f"signing-{name}.png"))


def told(person: Person, words: str) -> None:
    person.qtbot.waitUntil(
        lambda: any(words in said for said in person.bench.banner.messages()), timeout=15_000
    )


def deviating(root: Path) -> None:
    """Deviate in three ways: one over, one that ends soon, one with leave."""
    space = open_workspace(root)
    session = opened(space)
    one, two, three = free(session)[:3]
    session.edit_body(one, "Anders, en niemand zei tot wanneer.")
    session.edit_body(two, "Anders, met een einddatum.")
    session.deviate(
        two,
        reason_class="law",
        reason="De wet vraagt dit.",
        until="2099-12-31",
        owner="Burgerzaken",
    )
    session.remove(three, reason_class="preference", note="Niet nodig.")
    space.file(session.entry).write_bytes(encode(session.document.text))
    save_version(space, "Tekst", Author("Fatma"), EARLY)


def test_an_executive_signs_on_one_page_and_a_later_change_shows_at_once(
    person: Person, workspace: Path
) -> None:
    space = open_workspace(workspace)
    clause = locked_clause(space)
    ours = with_body(clause, "Het gaat hier anders.")
    granted(space, ours)
    path = space.file(space.settings.documents[0])
    path.write_text(path.read_text("utf-8").replace(clause.source, ours.source), "utf-8")
    save_version(space, "Afgeweken", Author("Fatma"), EARLY)
    bench = person.opens(workspace)

    def signs(dialog: QDialog) -> None:
        assert isinstance(dialog, DossierDialog)
        page = dialog.page.toPlainText()
        for words in (clause.code, "RA-2026-14", "Het gaat hier anders.", "Zegt u nee"):
            assert words in page, words
        dialog.sign.click()
        assert "namens wie" in dialog.wrong.text()
        dialog.organ.setText("College van B&W")
        dialog.function.setText("wethouder")
        dialog.mandate.setText("Mandaatregister 4.2")
        assert nameless(dialog) == []
        shot(dialog, "dossier")
        dialog.deed = "agreed"

    person.answers(signs, lambda: person.does("show_dossier"))
    told(person, "Ondertekend.")
    assert len(list(records(workspace, "sign-off"))) == 1
    person.qtbot.waitUntil(lambda: "geldt" in bench.inspector.overview.signed.text())
    place = free(bench.session)[0]
    code = bench.session.document.blocks[place].code
    bench.session.edit_body(place, "Eén woord anders.")
    told(person, f"geldt niet meer. Veranderd sindsdien in {bench.session.entry.title}: {code}.")
    bench.inspector.show_page(bench.inspector.overview)
    QApplication.processEvents()
    shot(bench, "broken")
    bench.session.undo()
    person.qtbot.waitUntil(
        lambda: not any("geldt niet meer" in said for said in bench.banner.messages()),
        timeout=15_000,
    )


def test_what_ends_is_kept_or_follows_the_standard_again(person: Person, workspace: Path) -> None:
    deviating(workspace)
    bench = person.opens(workspace)
    uids = [each.uid for each in bench.session.status.deviations]
    seen: list[str] = []

    def reconfirm() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ReconfirmDialog):
            QTimer.singleShot(50, reconfirm)
            return
        dialog.reason.setPlainText("De wet vraagt dit nog.")
        shot(dialog, "reconfirm")
        dialog.accept()

    def keeps(dialog: QDialog) -> None:
        assert isinstance(dialog, DueDialog)
        table = dialog.table
        seen.extend(table.item(row, 0).text() for row in range(table.rowCount()))
        assert nameless(dialog) == []
        shot(dialog, "due")
        dialog.deed = "keep"
        QTimer.singleShot(50, reconfirm)

    person.answers(keeps, lambda: person.does("show_due"))
    person.qtbot.waitUntil(lambda: bool(list(records(workspace, "reconfirm"))), timeout=15_000)
    assert ["Verlopen" in line for line in seen] == [True, True, False]

    def drops(dialog: QDialog) -> None:
        assert isinstance(dialog, DueDialog)
        dialog.table.selectRow(0)
        dialog.deed = "drop"

    person.answers(drops, lambda: person.does("show_due"))
    person.qtbot.waitUntil(
        lambda: len(bench.session.status.deviations) == len(uids) - 1, timeout=15_000
    )


def test_the_list_of_waivers_is_for_keys_and_ears(person: Person, workspace: Path) -> None:
    space = open_workspace(workspace)
    clause = locked_clause(space)
    granted(space, with_body(clause, "Het gaat hier anders."), until="2027-06-30")
    bench = person.opens(workspace)
    told(person, f"Voor {clause.code} is ontheffing gegeven")

    def looks(dialog: QDialog) -> None:
        assert isinstance(dialog, WaiversDialog)
        assert nameless(dialog) == []
        assert "30-06-2027" in dialog.detail.toPlainText()
        shown = [name for name, made in dialog.deeds.items() if made.isVisibleTo(dialog)]
        assert shown == ["go", "revoke", "apply"]
        shot(dialog, "waivers")
        dialog.deed = "apply"

    person.answers(looks, lambda: person.does("show_waivers"))
    person.qtbot.waitUntil(
        lambda: "Ontheffing geldt" in bench.inspector.clause.lock.text(), timeout=15_000
    )
    assert "Het gaat hier anders." in bench.session.document.text
