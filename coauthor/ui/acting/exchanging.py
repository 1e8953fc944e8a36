"""Actions: sending texts out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.ui.acting.acting import now, told
from coauthor.ui.acting.batch import Batching
from coauthor.ui.apart import Apart
from coauthor.ui.exporting.dialog import ExportDialog
from coauthor.ui.exporting.wanted import recall, remember
from coauthor.ui.preferences import Preferences
from coauthor.workspace.exporting import export_text
from coauthor.workspace.offered import offered

if TYPE_CHECKING:
    from coauthor.errors import CoauthorError
    from coauthor.workspace.offered import Offered


class Exchanging(Batching):
    """Actions: sending texts out."""

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
