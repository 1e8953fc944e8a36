"""Actions: bringing texts in and sending them out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog

from coauthor.exchange import FORMATS
from coauthor.ui.acting.acting import Acting, now, told
from coauthor.ui.apart import Apart
from coauthor.ui.dialogs import (
    ImportDialog,
)
from coauthor.workspace.exporting import export_text
from coauthor.workspace.importing import propose_file, take_in

if TYPE_CHECKING:
    from coauthor.errors import CoauthorError


class Exchanging(Acting):
    """Actions: bringing texts in and sending them out."""

    @told
    def import_file(self, *_: object) -> None:
        """Add a foreign text to the workspace as a new document."""
        found, _kind = QFileDialog.getOpenFileName(
            self.bench,
            self.text("start-import"),
            str(Path.home()),
            "Markdown (*.md *.markdown *.txt)",
        )
        if not found:
            return
        file = Path(found)
        dialog = ImportDialog(self.text, file, lambda plan: propose_file(file, plan), self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted or dialog.proposal is None:
            return
        desk = self.bench.desk
        entry = take_in(
            desk.workspace,
            file,
            dialog.proposal,
            author=desk.person.author,
            when=now(),
            message=self.text("version-imported", file=file.name),
        )
        self.bench.document_wanted.emit(entry.name)

    @told
    def export_document(self, *_: object) -> None:
        """Write the document to a file, in the background."""
        self.choose_export()

    def choose_export(self, *, final: bool = False) -> None:
        """Ask where the document goes and in which format; ``final`` is the text that goes out."""
        filters = {self.text(f"format-{name}"): name for name in FORMATS}
        start = str(Path.home() / f"{self.session.entry.name}.html")
        shown = ";;".join(sorted(filters, key=lambda each: filters[each] != "html"))
        title = self.text("action-export_final" if final else "action-export_document")
        found, kind = QFileDialog.getSaveFileName(self.bench, title.replace("&", ""), start, shown)
        if not found:
            return
        output = Path(found)
        suffix = output.suffix.lstrip(".").lower()
        name = suffix if suffix in FORMATS else filters.get(kind, "html")
        if suffix != name:
            output = output.with_name(f"{output.name}.{name}")
        self.export_to(output, name, final=final)

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
