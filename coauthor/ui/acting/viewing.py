"""Actions: which lanes are shown, and how."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.ui.acting.acting import Acting
from coauthor.ui.dialogs import (
    VersionsDialog,
    version_line,
)
from coauthor.workspace.versions import (
    read_version,
    versions,
)

if TYPE_CHECKING:
    from coauthor.document.model import Document
    from coauthor.history.repository import Version


OFFERED = 300
"""Versions to choose from at once; the timeline has them all."""


class Viewing(Acting):
    """Actions: which lanes are shown, and how."""

    def show_lanes(self) -> None:
        """Set the lanes: our draft, the standard, an earlier version."""
        lanes: list[tuple[str, Document]] = []
        chain = self.session.chain
        if chain and self.bench.actions_by_name["show_standard"].isChecked():
            nearest = chain[0]
            title = self.text("lane-standard", title=nearest.title, release=nearest.release)
            lanes.append((title, nearest.document))
        if self._version is not None:
            lanes.append(self._version)
        if lanes or self.bench.lanes.lane_count() > 1:
            self.bench.lanes.set_lanes(lanes)
        self.bench.actions_by_name["hide_version"].setEnabled(self._version is not None)

    def show_standard(self, *_: object) -> None:
        """Show or hide the standard."""
        self.show_lanes()

    def show_version(self, *_: object) -> None:
        """Set an earlier version beside the text."""
        workspace, entry = self._own_workspace(), self.session.entry
        self.bench.jobs.run(
            lambda: list(islice(versions(workspace, entry), OFFERED)),
            self._choose_version,
            self.bench.show_error,
        )

    def _choose_version(self, found: list[Version]) -> None:
        dialog = VersionsDialog(self.text, found, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted or not dialog.version_id:
            return
        workspace, entry, chosen = self._own_workspace(), self.session.entry, dialog.version_id
        title = next(version_line(each) for each in found if each.id == chosen)
        self.bench.jobs.run(
            lambda: read_version(workspace, chosen, entry),
            lambda document: self._show_beside(title, document),
            self.bench.show_error,
        )

    def _show_beside(self, title: str, document: Document) -> None:
        self._version = (title, document)
        self.show_lanes()

    def hide_version(self, *_: object) -> None:
        """Take the earlier version away."""
        self._version = None
        self.show_lanes()

    def show_marks(self, *_: object) -> None:
        """Show or hide the marks of what differs."""
        self.bench.lanes.set_marks(self.bench.actions_by_name["show_marks"].isChecked())

    def show_fields(self, *_: object) -> None:
        """Show or hide the fields under the clauses."""
        self.bench.lanes.set_fields(self.bench.actions_by_name["show_fields"].isChecked())

    def show_look(self) -> None:
        """Paint everything anew in the look of the application."""
        self.bench.lanes.refresh_look()

    def dark(self, *_: object) -> None:
        """Switch between light and dark."""
        self.bench.appearance_wanted.emit(self.bench.actions_by_name["dark"].isChecked())

    def larger(self, *_: object) -> None:
        """Show larger text."""
        self.bench.lanes.zoom(1)

    def smaller(self, *_: object) -> None:
        """Show smaller text."""
        self.bench.lanes.zoom(-1)

    def normal_size(self, *_: object) -> None:
        """Show text in the usual size."""
        self.bench.lanes.zoom(0)
