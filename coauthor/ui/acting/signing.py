"""Actions: signing, whether signatures still stand, what ends, and the final export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFileDialog

from coauthor.document.model import Clause, Tombstone
from coauthor.exchange.decision import to_page
from coauthor.exchange.due import to_yearly_list
from coauthor.exchange.leave import name_of, organ_of, signature_state
from coauthor.history.files import write_out
from coauthor.lineage.status import Lineage
from coauthor.review.rights import SIGN
from coauthor.review.signing.sign_offs import seal_of
from coauthor.ui.acting.acting import now, told
from coauthor.ui.acting.waiving import Waiving
from coauthor.ui.signing.dialogs import ReconfirmDialog, day_of
from coauthor.ui.signing.dossier import DossierDialog
from coauthor.ui.signing.due import DueDialog
from coauthor.ui.theme import current_theme
from coauthor.workspace.events import acts_here
from coauthor.workspace.signing.ending import DueIn, due_in, reconfirm
from coauthor.workspace.signing.sign_offs import (
    Dossier,
    Signature,
    broken,
    dossier,
    sign,
    signatures,
)
from coauthor.workspace.signing.summary import page_of

if TYPE_CHECKING:
    from coauthor.errors import CoauthorError
    from coauthor.history.repository import Version
    from coauthor.ui.workbench import Workbench

REST = 600
"""Milliseconds without a change after which signatures are looked at again."""


class Signing(Waiving):
    """Actions: signing, whether signatures still stand, what ends, and the final export."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._is_signed = False
        self._said_broken = ""
        self._rest = QTimer(bench)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.look_at_signatures)

    # -- whether signatures stand --------------------------------------------

    def text_changed(self) -> None:
        """Look again at signatures, and at leave, once the person rests."""
        if self._is_signed:
            self._rest.start()

    def look_at_signatures(self) -> None:
        """Tell in the background whether what was signed is still what stands here."""
        if self.bench.is_leaving:
            return
        workspace = self._own_workspace()
        written = {self.session.entry.name: self.session.document}
        self.bench.jobs.run(
            lambda: signatures(workspace, now().date(), written=written),
            self._show_signatures,
            self.bench.show_error,
        )

    def _show_signatures(self, found: tuple[Signature, ...]) -> None:
        self._is_signed = bool(found)
        lines = [
            f"{organ_of(signoff)}: {signature_state(signoff, why, self.text)}"
            for signoff, why in found
        ]
        self.bench.inspector.overview.show_signatures(lines)
        lost = [
            f"{organ_of(signoff)}: {signature_state(signoff, why, self.text)}"
            for signoff, why in broken(found)
        ]
        said = "\n".join(lost)
        if said == self._said_broken:
            return  # told already, and perhaps closed
        self._said_broken = said
        if not said:
            self.bench.banner.clear_message("signed")
            return
        look = (self.text("signed-look"), self.show_dossier)
        self.bench.banner.show_message("signed", "warning", said, actions=[look])

    # -- the dossier -------------------------------------------------------------

    @told
    def show_dossier(self, *_: object) -> None:
        """Show on one page what is signed, and ask for the signature."""
        self.bench.lanes.stop_editing()
        workspace, keeper, text = self._own_workspace(), self.bench.keeper, self.text
        colours = current_theme().colours

        def work() -> tuple[Dossier, str, str, tuple[str, str, str], bool]:
            if keeper is not None:
                keeper.save()
            when = now()
            shown = dossier(workspace, when.date())
            page = page_of(workspace, when, text.language, shown=shown)
            last = page.signatures[-1][0] if page.signatures else None
            before = (last.organ, last.function, last.mandate) if last else ("", "", "")
            may = SIGN in acts_here(workspace)
            screen, paper = to_page(page, text, colours=colours), to_page(page, text)
            return shown, screen, paper, before, may

        self.bench.jobs.run(work, lambda found: self._ask_signature(*found), self.bench.show_error)

    def _ask_signature(
        self,
        shown: Dossier,
        screen: str,
        paper: str,
        before: tuple[str, str, str],
        may: bool,  # noqa: FBT001 (an answer of a job)
    ) -> None:
        text = self.text
        why = "" if may else text("error-not-allowed", act=SIGN)
        if self.session.read_only:
            why = text("error-document-read-only")
        dialog = DossierDialog(
            text,
            screen,
            seal_of(shown.texts, shown.accepted),
            now().date(),
            may=why,
            before=before,
            parent=self.bench,
        )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if dialog.deed == "write":
            self._write_page(paper, "besluit.html", "dossier-write")
            return
        workspace, person = self._own_workspace(), self.bench.desk.person
        verdict = dialog.deed
        said = {
            "organ": dialog.organ.text(),
            "function": dialog.function.text(),
            "mandate": dialog.mandate.text(),
            "remark": dialog.remark.toPlainText(),
            "until": dialog.until.day,
        }
        message = text("version-signed" if verdict == "agreed" else "version-returned")

        def work() -> Version:
            return sign(workspace, person, shown, now(), message=message, verdict=verdict, **said)

        self.bench.jobs.run(work, lambda _: self._has_signed(verdict), self._not_signed)

    def _has_signed(self, verdict: str) -> None:
        said = self.text(f"notice-{verdict}")
        self.bench.banner.show_message("signing", "done", said)
        self._said_broken = ""
        self.look_at_signatures()
        self.bench.controller.refresh_timeline()
        self.bench.controller.look_what_waits()

    def _not_signed(self, error: CoauthorError) -> None:
        if error.code == "not-final":
            self.look_what_lacks("", self.show_dossier)
        else:
            self.bench.show_error(error)

    def _write_page(self, page: str, name: str, title: str) -> None:
        """Ask where, and write a page as a file."""
        start = str(Path.home() / name)
        found, _ = QFileDialog.getSaveFileName(
            self.bench, self.text(title).replace("&", ""), start, "HTML (*.html)"
        )
        if not found:
            return
        output = Path(found)
        output = output if output.suffix else output.with_suffix(".html")

        def done(_: object) -> None:
            said = self.text("notice-exported", path=str(output))
            self.bench.banner.show_message("export", "done", said)

        self.bench.jobs.run(
            lambda: write_out(output, page.encode("utf-8", "replace")),
            done,
            self.bench.show_error,
        )

    # -- what ends ---------------------------------------------------------------

    def show_due(self, *_: object) -> None:
        """List the deviations with their last day, and what may be done about each."""
        self.bench.lanes.stop_editing()
        workspace = self._own_workspace()
        written = {self.session.entry.name: self.session.document}
        self.bench.jobs.run(
            lambda: due_in(workspace, now().date(), written=written),
            self._list_due,
            self.bench.show_error,
        )

    @told
    def _list_due(self, found: tuple[DueIn, ...]) -> None:
        writes = not self.session.read_only
        dialog = DueDialog(self.text, found, writes=writes, parent=self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if dialog.deed == "list":
            self._yearly_list(found)
            return
        chosen = dialog.chosen
        if chosen is None:
            return
        if chosen.entry.name != self.session.entry.name:
            self.bench.document_wanted.emit(chosen.entry.name)
        elif dialog.deed == "keep":
            self._keep_deviation(chosen)
        elif dialog.deed == "drop":
            self._drop_deviation(chosen)
        elif dialog.deed == "ask":
            self.ask_for(chosen.due.uid)
        else:
            self.bench.lanes.go_to_uid(chosen.due.uid)

    def _yearly_list(self, found: tuple[DueIn, ...]) -> None:
        settings = self.bench.desk.workspace.settings
        title = f"{settings.title} – {settings.organisation}"
        pairs = [(each.entry.title, each.due) for each in found]
        page = to_yearly_list(pairs, title, now(), self.text, self.text.language)
        self._write_page(page, f"afwijkingen-{now().year}.html", "due-do-list")

    def _keep_deviation(self, chosen: DueIn) -> None:
        due = chosen.due
        name = name_of(due.code or due.uid, due.title)
        dialog = ReconfirmDialog(self.text, name, due.reason, now().date(), self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        until = day_of(dialog.until)
        changed = reconfirm(
            self.bench.desk.workspace,
            self.session,
            due.uid,
            self.bench.desk.person,
            until=until,
            reason=dialog.reason.toPlainText(),
            when=now(),
        )
        self._go_after(changed)
        said = self.text("cli-reconfirmed", clause=name, date=dialog.until.text())
        self.bench.banner.show_message("due", "done", said)

    def _drop_deviation(self, chosen: DueIn) -> None:
        """Follow the standard again; a clause of our own goes."""
        uid = chosen.due.uid
        index = self.session.document.positions.get(uid)
        block = None if index is None else self.session.document.blocks[index]
        if isinstance(block, Tombstone) or index is None:
            self._go_after(self.session.restore(uid))
        elif chosen.due.lineage is Lineage.LOCAL and isinstance(block, Clause):
            self._go_after(self.session.remove(index))
        else:
            self._go_after(self.session.take_standard(index))

    # -- the final export ----------------------------------------------------------

    def export_final(self, *_: object) -> None:
        """Write the text that goes out; refused while a deviation lacks leave."""
        self.look_what_lacks("", self._export_final)

    def _export_final(self) -> None:
        self.bench.controller.choose_export(final=True)
