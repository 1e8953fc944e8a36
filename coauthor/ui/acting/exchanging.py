"""Actions: bringing texts in and sending them out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from coauthor.errors import UserError
from coauthor.exchange import readable
from coauthor.ui.acting.acting import now, told
from coauthor.ui.acting.batch import Batching
from coauthor.ui.apart import Apart
from coauthor.ui.dialogs import ImportDialog
from coauthor.ui.exporting.dialog import ExportDialog
from coauthor.ui.exporting.wanted import recall, remember
from coauthor.ui.preferences import Preferences
from coauthor.workspace.exporting import export_text
from coauthor.workspace.importing import bring_up_to_date, judge, propose_file, take_in, told_of
from coauthor.workspace.offered import offered

if TYPE_CHECKING:
    from coauthor.errors import CoauthorError
    from coauthor.exchange import Proposal
    from coauthor.language import Catalogue
    from coauthor.workspace.offered import Offered


class Exchanging(Batching):
    """Actions: bringing texts in and sending them out."""

    @told
    def import_file(self, *_: object) -> None:
        """Add a foreign text to the workspace as a new document."""
        found, _kind = QFileDialog.getOpenFileName(
            self.bench,
            self.text("start-import"),
            str(Path.home()),
            reading_filters(self.text),
        )
        if not found:
            return
        file = Path(found)
        dialog = ImportDialog(self.text, file, lambda plan: propose_file(file, plan), self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted or dialog.proposal is None:
            return
        self._bring_in(file, dialog.proposal)

    def _bring_in(self, file: Path, proposal: Proposal) -> None:
        """Add what was proposed as a document, or bring the one up to date that it became."""
        desk, session = self.bench.desk, self.session
        intake = judge(desk.workspace, file, proposal, {session.entry.name: session.document})
        message = self.text("version-imported", file=file.name)
        if intake.entry is None:
            entry = take_in(
                desk.workspace,
                file,
                proposal,
                author=desk.person.author,
                when=now(),
                message=message,
            )
            self.bench.document_wanted.emit(entry.name)
            return
        if intake.entry.name != session.entry.name:
            raise UserError("import-open-first", document=intake.entry.title)
        said = told_of(intake, self.text)
        question = f"{self.text('import-update-ask')}\n\n{said}"
        title = self.text("start-import")
        if QMessageBox.question(self.bench, title, question) != QMessageBox.StandardButton.Yes:
            return
        self.bench.lanes.stop_editing()
        if locked := bring_up_to_date(session, intake.update):
            said += " " + self.text("notice-restored-locked", clauses=", ".join(locked))
        self.bench.banner.show_message("import", "done", said)

    @told
    def export_document(self, *_: object) -> None:
        """Write the document to a file, in the background."""
        self.choose_export()

    def choose_export(self, *, final: bool = False) -> None:
        """Ask what is exported and where to; ``final`` is the text that goes out."""
        workspace, entry = self._own_workspace(), self.session.entry
        self.bench.jobs.run(
            lambda: offered(workspace, entry),
            lambda found: self._ask_export(found, final=final),
            self.bench.show_error,
        )

    def _ask_export(self, found: Offered, *, final: bool) -> None:
        root, name = self.bench.desk.workspace.root, self.session.entry.name
        last = recall(Preferences(), root, name)
        dialog = ExportDialog(self.text, last, found, self.bench, final=final)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        wanted = dialog.wanted
        remember(Preferences(), root, name, wanted)
        more = {
            "choice": wanted.choice,
            "version_id": wanted.version_id,
            "file_name": wanted.file_name,
            "final": final,
        }
        self.export_many_to(wanted.formats, wanted.folder, more)

    def export_to(self, output: Path, format_name: str, *, final: bool = False) -> None:
        """Write the document as it is now, in a process of its own."""
        self.work = Apart(
            export_text,
            {
                "root": self.bench.desk.workspace.root,
                "name": self.session.entry.name,
                "format_name": format_name,
                "output": output,
                "when": now(),
                "language": self.text.language,
                "text": self.session.document.text,
                "final": final,
            },
            self.bench,
        )
        self.work.done.connect(lambda _: self._exported(output))
        self.work.failed.connect(self._export_failed)
        self.bench.banner.show_message(
            "export", "info", self.text("notice-exporting"), cancel=self.work.cancel
        )
        self.work.start()

    def _exported(self, output: Path) -> None:
        said = self.text("notice-exported", path=str(output))
        self.bench.banner.show_message("export", "done", said)

    def _export_failed(self, error: CoauthorError) -> None:
        self.bench.banner.clear_message("export")
        self.bench.show_error(error)


def reading_filters(text: Catalogue) -> str:
    """Return what a dialog offers to read: all that can be read, then each format."""
    formats = readable().values()
    every = " ".join(dict.fromkeys(f"*{end}" for each in formats for end in each.suffixes))
    return ";;".join([f"{text('formats-readable')} ({every})", *(text(f.label) for f in formats)])
