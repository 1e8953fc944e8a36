"""Actions: a document in several formats at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coauthor.ui.acting.acting import now
from coauthor.ui.acting.making import KEY, Making
from coauthor.ui.acting.publication import Publication
from coauthor.workspace.batch import Written, export_many

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class Batching(Making, Publication):
    """Actions: a document in several formats at once."""

    def export_many_to(
        self, formats: Sequence[str], folder: Path, more: Mapping[str, Any] | None = None
    ) -> None:
        """Write the document as it is now in several formats, in a process of its own.

        What is ready when somebody stops it stays, and no half file.

        Args:
            more: further arguments of `coauthor.workspace.batch.export_many`, such as
                ``final`` or ``version_id``.
        """
        arguments = {
            "root": self.bench.desk.workspace.root,
            "name": self.session.entry.name,
            "formats": tuple(formats),
            "folder": folder,
            "when": now(),
            "language": self.text.language,
            "text": self.session.document.text,
            **(more or {}),
        }
        self.make_apart(
            export_many, arguments, folder, lambda written: self._batch_done(folder, written)
        )

    def _batch_done(self, folder: Path, written: Sequence[Written]) -> None:
        ready = [each.path for each in written if each.error is None]
        for each in written:
            if each.error is not None:
                said = self.text(f"error-{each.error.code}", **each.error.parameters)
                name = self.text(f"format-{each.format}")
                self.bench.banner.show_message(
                    f"{KEY}-{each.format}",
                    "error",
                    self.text("batch-failed", format=name, reason=said),
                )
        if ready:
            said = self.text("batch-done", count=len(ready), folder=str(folder))
            check = (self.text("batch-check"), lambda: self.check(ready))
            self.bench.banner.show_message(KEY, "done", said, actions=[check])
