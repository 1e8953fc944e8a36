"""Actions: sending texts out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.ui.acting.acting import told
from coauthor.ui.acting.batch import Batching
from coauthor.ui.exporting.dialog import ExportDialog
from coauthor.ui.exporting.wanted import recall, remember
from coauthor.ui.preferences import Preferences
from coauthor.workspace.offered import offered

if TYPE_CHECKING:
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
            lambda: offered(workspace, entry, self.text.language),
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
            "style": wanted.style,
        }
        self.export_many_to(wanted.formats, wanted.folder, more)
