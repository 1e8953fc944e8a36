"""Actions: a document in several formats at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coauthor.ui.acting.acting import now
from coauthor.ui.acting.publication import Publication
from coauthor.ui.apart import Apart
from coauthor.workspace.batch import Progress, Written, aside_in, clear_aside, export_many

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coauthor.errors import CoauthorError


class Batching(Publication):
    """Actions: a document in several formats at once."""

    def export_many_to(
        self, formats: Sequence[str], folder: Path, more: Mapping[str, Any] | None = None
    ) -> None:
        """Write the document as it is now in several formats, in a process of its own.

        Says how far it is and can be stopped; what is ready then stays, and no half file.

        Args:
            more: further arguments of `coauthor.workspace.batch.export_many`, such as
                ``final`` or ``version_id``.
        """
        aside = aside_in(folder)
        arguments = {
            "root": self.bench.desk.workspace.root,
            "name": self.session.entry.name,
            "formats": tuple(formats),
            "folder": folder,
            "when": now(),
            "language": self.text.language,
            "text": self.session.document.text,
            "aside": aside,
            **(more or {}),
        }
        self.batch = Apart(export_many, arguments, self.bench, reports=True)
        self.batch.progressed.connect(self._batch_progressed)
        self.batch.done.connect(lambda written: self._batch_done(folder, written))
        self.batch.failed.connect(lambda error: self._batch_failed(aside, error))
        self._batch_progressed(Progress(0, len(formats), formats[0]))
        self.batch.start()

    def _batch_progressed(self, progress: Progress) -> None:
        if not progress.format:
            return
        said = self.text(
            "batch-progress",
            format=self.text(f"format-{progress.format}"),
            done=progress.done + 1,
            total=progress.total,
        )
        self.bench.banner.show_progress(
            "export", said, progress.done, progress.total, self.batch.cancel
        )

    def _batch_done(self, folder: Path, written: Sequence[Written]) -> None:
        ready = [each.path for each in written if each.error is None]
        for each in written:
            if each.error is not None:
                said = self.text(f"error-{each.error.code}", **each.error.parameters)
                name = self.text(f"format-{each.format}")
                self.bench.banner.show_message(
                    f"export-{each.format}",
                    "error",
                    self.text("batch-failed", format=name, reason=said),
                )
        self.bench.banner.clear_message("export")
        if ready:
            said = self.text("batch-done", count=len(ready), folder=str(folder))
            check = (self.text("batch-check"), lambda: self.check(ready))
            self.bench.banner.show_message("export", "done", said, actions=[check])

    def _batch_failed(self, aside: Path, error: CoauthorError) -> None:
        clear_aside(aside)
        self.bench.banner.clear_message("export")
        self.bench.show_error(error)
