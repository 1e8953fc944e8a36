"""Actions: a document in several formats at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from coauthor.exchange.publication.reading import READERS
from coauthor.ui.acting.acting import now
from coauthor.ui.acting.making import KEY, Making
from coauthor.ui.acting.publication import Publication
from coauthor.ui.apart import Apart
from coauthor.workspace.batch import Written, export_many
from coauthor.workspace.publication import check_files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coauthor.workspace.publication import Checked

_TOLD = 5
"""Pictures that are named in a message; of more the number is told."""


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
            export_many,
            arguments,
            folder,
            lambda written: self._batch_done(folder, written),
            one_by_one=True,
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
            self._say_ready(folder, ready)
            self._say_unshown(next((each.unshown for each in written if each.unshown), ()))
            self._look_over(folder, ready)

    def _say_ready(self, folder: Path, ready: Sequence[Path], more: str = "") -> None:
        """Tell what is there, with ways to get to it."""
        if len(ready) == 1:
            said = self.text("notice-exported", path=str(ready[0]))
        else:
            said = self.text("batch-done", count=len(ready), folder=str(folder))
        actions = [(self.text("batch-folder"), lambda: show_file(folder))]
        if len(ready) == 1:
            actions.insert(0, (self.text("batch-open"), lambda: show_file(ready[0])))
        said = "\n".join(filter(None, (said, more)))
        self.bench.banner.show_message(KEY, "done", said, actions=actions)

    def _say_unshown(self, unshown: Sequence[tuple[str, str]]) -> None:
        """Tell which pictures are words in the files, and why."""
        lines = [self.text(f"picture-{why}", target=target[:120]) for target, why in unshown]
        more = self.text("picture-more", count=len(lines) - _TOLD) if len(lines) > _TOLD else ""
        if said := "\n".join(filter(None, (*lines[:_TOLD], more))):
            self.bench.banner.show_message(f"{KEY}-pictures", "warning", said)

    def _look_over(self, folder: Path, ready: Sequence[Path]) -> None:
        """Check in a process of its own what went out, and offer what was found."""
        paths = [path for path in ready if path.suffix.lower().lstrip(".") in READERS]
        if not paths:
            return
        self.looking_over = Apart(check_files, {"paths": paths}, self.bench)
        self.looking_over.done.connect(lambda found: self._looked_over(folder, ready, found))
        self.looking_over.failed.connect(self._check_failed)
        self.looking_over.start()

    def _looked_over(self, folder: Path, ready: Sequence[Path], found: tuple[Checked, ...]) -> None:
        errors, notes = sum(each.errors for each in found), sum(each.notes for each in found)
        unread = any(each.error is not None for each in found)
        if not errors and not notes and not unread:
            if any(str(folder) in said for said in self.bench.banner.messages()):
                self._say_ready(folder, ready, self.text("batch-checked"))
            return
        said = self.text("batch-found", errors=errors, notes=notes)
        look = (self.text("batch-look"), lambda: self._show_found(found))
        kind = "warning" if errors or unread else "info"
        self.bench.banner.show_message("publication", kind, said, actions=[look])


def show_file(path: Path) -> None:
    """Open a file or folder in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
