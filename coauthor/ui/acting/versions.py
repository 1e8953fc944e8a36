"""Actions: saving versions, releases, and going back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QInputDialog

from coauthor.errors import UserError
from coauthor.ui.acting.acting import Acting, now, told
from coauthor.ui.dialogs import (
    VersionDialog,
)
from coauthor.workspace.person import Person, write_person
from coauthor.workspace.versions import (
    clause_history,
    read_text,
    release,
    save_version,
)

if TYPE_CHECKING:
    from coauthor.document.model import Document
    from coauthor.history.repository import Version
    from coauthor.history.timeline import ClauseVersion


class Versions(Acting):
    """Actions: saving versions, releases, and going back."""

    @told
    def save_version(self, *_: object) -> None:
        """Save a version with a message in the person's own words."""
        self.bench.lanes.stop_editing()
        desk = self.bench.desk
        dialog = VersionDialog(self.text, self._suggestion(), desk.person.name, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        person = Person(dialog.author.text().strip() or desk.person.name, desk.person.organisation)
        if person != desk.person:
            write_person(person)
        message, keeper = dialog.message.text(), self.bench.keeper
        workspace = self._own_workspace()

        def work() -> Version:
            if keeper is not None:
                keeper.save()
            return save_version(workspace, message, person.author, now())

        self.bench.jobs.run(work, self._version_saved, self.bench.show_error)

    def _version_saved(self, version: Version) -> None:
        said = self.text("notice-version", message=version.message)
        self.bench.banner.show_message("version", "done", said)

    def _suggestion(self) -> str:
        """Return what was done since the last version, as a first proposal of a message."""
        names = dict.fromkeys(self.session.done_names())
        return ", ".join(self.text(f"transaction-{name}") for name in names)[:120]

    @told
    def release_standard(self, *_: object) -> None:
        """Publish the standard as a release."""
        workspace = self.bench.desk.workspace
        if workspace.settings.kind != "standard":
            raise UserError("not-a-standard", address=workspace.settings.title)
        number, agreed = QInputDialog.getText(
            self.bench, self.text("action-release_standard"), self.text("release-number")
        )
        if agreed and number.strip():
            if self.bench.keeper is not None:
                self.bench.keeper.save()
            message = self.text("version-released", release=number.strip())
            release(workspace, number.strip(), self.bench.desk.person.author, now(), message)
            self.bench.banner.show_message("release", "done", message)

    def look_up_history(self, uid: str) -> None:
        """Look up what a clause said before, in the background."""
        workspace = self._own_workspace()
        self.bench.jobs.run(
            lambda: list(clause_history(workspace, uid)),
            lambda found: self.bench.inspector.history.show_versions(uid, found),
            self.bench.show_error,
        )

    def restore_clause(self, uid: str, version: ClauseVersion) -> None:
        """Put the text of a clause in an earlier version back."""
        workspace, path = self._own_workspace(), version.document
        self.bench.jobs.run(
            lambda: read_text(workspace, version.version.id, path),
            lambda earlier: self._restore_clause(uid, earlier),
            self.bench.show_error,
        )

    @told
    def _restore_clause(self, uid: str, earlier: Document) -> None:
        self._go_after(self.session.restore_clause(uid, earlier))
