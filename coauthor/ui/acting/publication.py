"""Actions: checking files before they leave, and making a clean copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog

from coauthor.exchange.publication.reading import READERS
from coauthor.ui.acting.acting import Acting
from coauthor.ui.apart import Apart
from coauthor.ui.publication.dialog import FoundDialog
from coauthor.workspace.publication import check_files, clean_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coauthor.errors import CoauthorError
    from coauthor.workspace.publication import Checked


class Publication(Acting):
    """Actions: checking files before they leave, and making a clean copy."""

    def check_publication(self, *_: object) -> None:
        """Ask which files go out, and check them in the background."""
        endings = " ".join(f"*.{each}" for each in READERS)
        names, _kind = QFileDialog.getOpenFileNames(
            self.bench,
            self.text("publication-choose"),
            str(Path.home()),
            f"{self.text('publication-kinds')} ({endings})",
        )
        if names:
            self.check([Path(each) for each in names])

    def check(self, paths: Sequence[Path]) -> None:
        """Check files in a process of their own: somebody else made them."""
        title = self.session.document.title or self.session.entry.title
        project = f"{title} {self.bench.desk.workspace.settings.organisation}"
        arguments = {"paths": list(paths), "project": project}
        self._checking = Apart(check_files, arguments, self.bench)
        self._checking.done.connect(self._show_found)
        self._await_check("publication-busy")

    def _await_check(self, said: str) -> None:
        self._checking.failed.connect(self._check_failed)
        self.bench.banner.show_message(
            "publication", "info", self.text(said), cancel=self._checking.cancel
        )
        self._checking.start()

    def _check_failed(self, error: CoauthorError) -> None:
        self.bench.banner.clear_message("publication")
        self.bench.show_error(error)

    def _show_found(self, found: tuple[Checked, ...], said: str = "") -> None:
        self.bench.banner.clear_message("publication")
        dialog = FoundDialog(self.text, found, said, self.bench)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.to_clean is not None:
            self.clean(dialog.to_clean)

    def clean(self, path: Path) -> None:
        """Ask where a clean copy goes, and make it in the background."""
        name = self.text("publication-clean-name", name=path.stem)
        start = str(path.with_name(f"{name}{path.suffix}"))
        chosen, _kind = QFileDialog.getSaveFileName(
            self.bench, self.text("publication-clean-choose"), start, f"*{path.suffix}"
        )
        if not chosen:
            return
        output = Path(chosen)
        if output.suffix.lower() != path.suffix.lower():
            output = output.with_name(output.name + path.suffix)
        self._checking = Apart(clean_file, {"path": path, "output": output}, self.bench)
        said = self.text("publication-cleaned", path=str(output))
        self._checking.done.connect(lambda checked: self._show_found((checked,), said))
        self._await_check("publication-busy-clean")
