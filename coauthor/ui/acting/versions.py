"""Actions: saving versions, releases, and going back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QMessageBox

from coauthor.errors import CoauthorError, UserError
from coauthor.exchange.bump import bump_text
from coauthor.ui.acting.acting import Acting, now, told
from coauthor.ui.dialogs import (
    VersionDialog,
)
from coauthor.ui.proposing.dialogs import ReleaseDialog
from coauthor.workspace.person import Person, write_person
from coauthor.workspace.upgrading.releasing import NextRelease, next_release
from coauthor.workspace.versions import (
    clause_history,
    release,
    save_version,
    text_to_restore,
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
            self.bench.desk = replace(desk, person=person)  # who sends next is the same
        message, keeper = dialog.message.text(), self.bench.keeper
        workspace = self._own_workspace()

        def work() -> Version:
            if keeper is not None:
                keeper.save()
            return save_version(workspace, message, person.author, now())

        self.bench.jobs.run(work, self._version_saved, self.bench.show_error)

    def _version_saved(self, version: Version) -> None:
        self.bench.credits.clear()
        said = self.text("notice-version", message=version.message)
        self.bench.banner.show_message("version", "done", said)
        self.bench.controller.refresh_timeline()
        self.bench.controller.look_what_waits()

    def _suggestion(self) -> str:
        """Return what was done since the last version, as a first proposal of a message."""
        names = dict.fromkeys(self.session.done_names())
        done = [self.text(f"transaction-{name}") for name in names if name != "adopt"]
        return ", ".join([*self.bench.credits, *done])[:200]

    @told
    def release_standard(self, *_: object) -> None:
        """Publish the standard as a release."""
        workspace = self.bench.desk.workspace
        if workspace.settings.kind != "standard":
            raise UserError("not-a-standard", address=workspace.settings.title)
        if self.bench.keeper is not None:
            self.bench.keeper.save()
        own = self._own_workspace()
        self.bench.jobs.run(lambda: next_release(own), self._ask_number, self.bench.show_error)

    @told
    def _ask_number(self, fitting: NextRelease) -> None:
        """Propose the number that the changes ask for, and say why."""
        if fitting.number == fitting.previous:
            said = self.text("release-nothing", previous=fitting.previous)
            self.bench.banner.show_message("release", "info", said)
            return
        said = bump_text(fitting.previous, fitting.number, fitting.bump, self.text, most=8)
        dialog = ReleaseDialog(self.text, fitting.number, said, self.bench)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._release(dialog.number.text().strip())

    def _release(self, number: str, *, anyway: bool = False) -> None:
        """Release in the background: everything that was said is read for the quorum."""
        workspace, author = self._own_workspace(), self.bench.desk.person.author
        message = self.text("version-released", release=number)
        self.bench.jobs.run(
            lambda: release(workspace, number, author, now(), message, anyway=anyway),
            lambda _: self.bench.banner.show_message("release", "done", message),
            lambda error: self._not_released(number, error),
        )

    def _not_released(self, number: str, error: CoauthorError) -> None:
        reason = self.text(f"error-{error.code}", **error.parameters)
        if error.code != "release-too-low":  # in the place of what held up the attempt before
            self.bench.banner.show_message("release", "warning", reason)
            return
        question = self.text("release-anyway", reason=reason, release=number)
        title = self.text("action-release_standard").replace("&", "")
        answer = QMessageBox.question(self.bench, title, question)
        if answer == QMessageBox.StandardButton.Yes:
            self._release(number, anyway=True)

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
        workspace, entry = self._own_workspace(), self.session.entry
        version_id, path = version.version.id, version.document
        self.bench.jobs.run(
            lambda: text_to_restore(workspace, entry, uid, version_id, path),
            lambda earlier: self._restore_clause(uid, earlier),
            self.bench.show_error,
        )

    @told
    def _restore_clause(self, uid: str, earlier: Document) -> None:
        self._go_after(self.session.restore_clause(uid, earlier))
