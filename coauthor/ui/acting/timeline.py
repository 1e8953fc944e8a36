"""Actions: looking back, comparing versions, going back, naming and freezing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.ui.acting.acting import now, told
from coauthor.ui.acting.viewing import Viewing
from coauthor.ui.dialogs import FormDialog, version_line
from coauthor.ui.timeline.beside import Beside
from coauthor.ui.timeline.window import TimelineWindow
from coauthor.workspace.baselines import name_version
from coauthor.workspace.versions import read_version, text_to_restore

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coauthor.document.clause_changes import ClauseChange
    from coauthor.document.model import Document
    from coauthor.errors import CoauthorError
    from coauthor.history.repository import Name, Version
    from coauthor.language import Catalogue


class NameDialog(FormDialog):
    """What a version is called; ``freezes`` binds the name to the exact text."""

    def __init__(
        self, text: Catalogue, *, freezes: bool, suggestion: str = "", parent: QWidget | None = None
    ) -> None:
        title = "freeze-dialog" if freezes else "name-dialog"
        super().__init__(text, title, f"{title}-accept", parent)
        self.name = self.line("name-dialog-name", suggestion)
        self.name.setFocus()

    def accept(self) -> None:
        """Close, once there is a name."""
        if not self.name.text().strip():
            self.say_wrong(UserError("name-missing"))
            return
        super().accept()


class Timelines(Viewing):
    """Actions: looking back, comparing versions, going back, naming and freezing."""

    _timeline: TimelineWindow | None = None

    def timeline(self, *_: object) -> None:
        """Show the timeline, or bring it forward."""
        if self._timeline is not None:
            self._timeline.raise_()
            self._timeline.activateWindow()
            return
        block = self.bench.current_block()
        clause = (block.uid, block.code or block.uid) if isinstance(block, Clause) else None
        window = TimelineWindow(
            self.text,
            self._own_workspace(),
            self.session.entry.path,
            clause,
            read_only=bool(self.session.read_only),
            parent=self.bench,
        )
        window.beside_wanted.connect(self._set_beside)
        window.compare_wanted.connect(self._compare)
        window.restore_clause_wanted.connect(self._restore_one)
        window.restore_document_wanted.connect(self._restore_all)
        window.name_wanted.connect(self._ask_name)
        window.undo_wanted.connect(self._undo_from_timeline)
        window.finished.connect(self._timeline_closed)
        self._timeline = window
        window.show()

    def refresh_timeline(self) -> None:
        """Show versions that were just made, when the timeline is open."""
        if self._timeline is not None:
            self._timeline.begin()

    def close_timeline(self) -> None:
        """Close the timeline; the document is about to go."""
        near = Qt.FindChildOption.FindDirectChildrenOnly  # the rest is not ours to wake
        for window in self.bench.findChildren(Beside, options=near):
            window.close()
        if self._timeline is not None:
            self._timeline.done(0)

    def _timeline_closed(self, *_: object) -> None:
        self._timeline = None

    # -- looking -----------------------------------------------------------

    def _set_beside(self, version: Version) -> None:
        workspace, entry = self._own_workspace(), self.session.entry
        title = version_line(version)

        def show(document: Document) -> None:
            self._show_beside(title, document)
            self._say(self.text("timeline-set-beside", name=title))

        self.bench.jobs.run(
            lambda: read_version(workspace, version.id, entry), show, self._say_error
        )

    def _compare(self, first: Version, second: Version) -> None:
        workspace, entry = self._own_workspace(), self.session.entry
        older, newer = sorted((first, second), key=lambda each: each.when)

        def work() -> tuple[Document, Document]:
            read = (read_version(workspace, each.id, entry) for each in (newer, older))
            return next(read), next(read)

        def show(found: tuple[Document, Document]) -> None:
            ours, theirs = (
                (version_line(version), document)
                for version, document in zip((newer, older), found, strict=True)
            )
            Beside(self.text, entry, ours, theirs, self.bench).show()

        self.bench.jobs.run(work, show, self._say_error)

    # -- going back --------------------------------------------------------

    def _restore_one(self, version: Version, change: ClauseChange) -> None:
        workspace, entry, uid = self._own_workspace(), self.session.entry, change.uid
        left = change.kind == "left"
        version_id = version.parents[0] if left and version.parents else version.id
        path = change.path
        self.bench.jobs.run(
            lambda: text_to_restore(workspace, entry, uid, version_id, path),
            lambda earlier: self._put_clause_back(change, earlier),
            self._say_error,
        )

    def _put_clause_back(self, change: ClauseChange, earlier: Document) -> None:
        self.bench.lanes.stop_editing()
        name = change.code or change.title or change.uid
        try:
            changed = self.session.restore_clause(change.uid, earlier)
        except UserError as error:
            self._say_error(error)
            return
        self._go_after(changed)
        key = "timeline-restored" if changed.changes else "timeline-same"
        self._say(self.text(key, name=name))

    def _restore_all(self, version: Version) -> None:
        workspace, entry = self._own_workspace(), self.session.entry
        self.bench.jobs.run(
            lambda: read_version(workspace, version.id, entry),
            self._put_document_back,
            self._say_error,
        )

    def _put_document_back(self, earlier: Document) -> None:
        self.bench.lanes.stop_editing()
        try:
            changed, locked = self.session.restore_document(earlier)
        except UserError as error:
            self._say_error(error)
            return
        key = "timeline-restored" if changed.changes else "timeline-same"
        said = self.text(key, name=self.session.entry.title)
        if locked:
            said += " " + self.text("notice-restored-locked", clauses=", ".join(locked))
        self._say(said)

    def _undo_from_timeline(self) -> None:
        changed = self.session.undo()
        self._go_after(changed)
        if changed is not None:
            self._say(self.text("timeline-undone", name=self.text(f"transaction-{changed.name}")))

    # -- naming ------------------------------------------------------------

    @told
    def name_version(self, *_: object) -> None:
        """Give the newest version a name."""
        self._ask_name(None, freezes=False)

    @told
    def freeze_version(self, *_: object) -> None:
        """Freeze the newest version under a name."""
        self._ask_name(None, freezes=True)

    def _ask_name(self, version: Version | None, freezes: bool) -> None:  # noqa: FBT001 (a signal's argument)
        parent = self.bench if version is None else self._timeline or self.bench
        dialog = NameDialog(self.text, freezes=freezes, parent=parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        workspace, text, keeper = self._own_workspace(), dialog.name.text(), self.bench.keeper
        author = self.bench.desk.person.author

        def work() -> Name:
            if keeper is not None:
                keeper.save()
            return name_version(
                workspace,
                text,
                author,
                now(),
                version_id=version.id if version else "",
                freeze=freezes,
            )

        which = version.id if version else ""
        self.bench.jobs.run(work, self._named, lambda error: self._not_named(error, which))

    def _not_named(self, error: CoauthorError, version_id: str) -> None:
        """Tell why a version has no name now; what is not final is shown clause by clause."""
        if error.code == "not-final":
            again = self.text("error-not-final", **error.parameters)
            self.bench.controller.look_what_lacks(version_id, lambda: self._say(again))
        else:
            self._say_error(error)

    def _named(self, name: Name) -> None:
        if self._timeline is not None:
            self._timeline.show_name(name)
        said = self.text(f"timeline-name-{name.kind}", name=name.text)
        self.bench.banner.show_message("name", "done", said)

    # -- telling -----------------------------------------------------------

    def _say(self, message: str) -> None:
        """Tell it where the person looks: in the timeline, and in the window behind it."""
        if self._timeline is not None:
            self._timeline.say(message)
        self.bench.banner.show_message("restored", "done", message)

    def _say_error(self, error: CoauthorError) -> None:
        if self._timeline is not None:
            self._timeline.say_error(error)
        else:
            self.bench.show_error(error)
