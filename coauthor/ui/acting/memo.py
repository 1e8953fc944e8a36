"""Actions: the register of questions, publishing a memo, freezing a specification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.errors import UserError
from coauthor.ui.acting.acting import Acting, now, told
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.jobs import Task
from coauthor.ui.memo.desk import MemoDesk
from coauthor.ui.memo.window import RegisterWindow
from coauthor.workspace.memo.overview import overview
from coauthor.workspace.memo.publishing import Published, Said, amend_open, plan, publish
from coauthor.workspace.memo.releasing import publish_specification
from coauthor.workspace.memo.rooms import Delivered, deliver, delivered

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coauthor.language import Catalogue
    from coauthor.review.memo.publication import Readiness
    from coauthor.workspace.memo.overview import Overview
    from coauthor.workspace.rooms.planning import Plan


class FreezeDialog(FormDialog):
    """What the published version is called."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(text, "memo-freeze-dialog", "memo-freeze-accept", parent)
        self.name = self.line("memo-freeze-name")
        self.name.setFocus()

    def accept(self) -> None:
        """Close, once there is a name."""
        if not self.name.text().strip():
            self.say_wrong(UserError("name-missing"))
            return
        super().accept()


class Memos(Acting):
    """Actions: the register of questions, publishing a memo, freezing a specification."""

    _memo: MemoDesk | None = None
    _memo_published = False

    def open_memo(self, *_: object) -> None:
        """Show the register of questions, or bring it forward."""
        if self._memo is not None:
            self._memo.window_.raise_()
            self._memo.window_.activateWindow()
            return
        workspace = self._own_workspace()
        window = RegisterWindow(self.text, workspace.settings.title, self.bench)
        desk = MemoDesk(window, workspace, self.bench.desk.person, self.bench.ask)
        desk.publish_wanted.connect(self._publish_memo)
        desk.closed.connect(self._memo_closed)
        self._memo = desk
        window.show()
        desk.begin()

    def close_memo(self) -> None:
        """Close the register; the document is about to go."""
        if self._memo is not None:
            self._memo.window_.done(0)

    def _memo_closed(self) -> None:
        self._memo = None
        if self._memo_published and not self.bench.is_leaving:
            self._memo_published = False
            self.bench.document_wanted.emit(self.session.entry.name)  # a memo stands beside it now

    # -- publishing --------------------------------------------------------

    def _publish_memo(self, desk: MemoDesk) -> None:
        keeper = self.bench.keeper

        def look() -> tuple[Readiness, int]:
            if keeper is not None:
                keeper.save()
            room = desk.room()
            return plan(room), room.register().last_memo + 1

        desk.run(look, lambda answer: self._amend(desk, *answer))

    def _amend(self, desk: MemoDesk, planned: Readiness, number: int) -> None:
        """Change the open document here, where it is shown; the rest goes elsewhere."""
        amend_open(desk.room(), self.session, planned, number, now())
        keeper, place = self.bench.keeper, self.bench.desk
        said = Said.of(self.text)

        def work(report: Callable[[object], None]) -> tuple[Published, Delivered, Overview]:
            if keeper is not None:
                keeper.save()
            room = desk.room()
            done = publish(room, place, now(), said, self.text, report)
            report("memo-step-rooms")
            root = room.workspace.root
            went = deliver(root, done.documents, done.entry.name, now(), self._room_version)
            return done, went, overview(room)

        desk.window_.said.setText(self.text("memo-step-changes"))
        task = Task(desk.jobs, desk)
        task.progressed.connect(
            lambda step: desk.window_.said.setText(self.text(str(step))) if step else None
        )
        task.run(work, lambda answer: self._published(desk, *answer), desk.wrong)

    def _room_version(self, plan: Plan) -> str:
        return self.text("memo-room-version", title=plan.outgoing.title)

    def _published(self, desk: MemoDesk, done: Published, went: Delivered, seen: Overview) -> None:
        self._memo_published = True
        desk.window_.show_overview(seen)
        counts = {"count": len(done.memo.rows), "changes": done.changes}
        told = self.text("memo-published-now", number=done.memo.number, **counts)
        desk.window_.tell(f"{told} {delivered(went, self.text)}".strip())
        self.bench.controller.refresh_timeline()

    # -- freezing ----------------------------------------------------------

    @told
    def freeze_specification(self, *_: object) -> None:
        """Publish the document as it stands: named, and from then on changed by memos only."""
        self.bench.lanes.stop_editing()
        if self.session.read_only == "frozen":
            raise UserError("document-frozen", document=self.session.entry.title)
        dialog = FreezeDialog(self.text, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        name = dialog.name.text().strip()
        workspace, entry, person = self._own_workspace(), self.session.entry, self.bench.desk.person
        keeper, message = self.bench.keeper, self.text("version-frozen", name=name)

        def work() -> None:
            if keeper is not None:
                keeper.save()
            publish_specification(workspace, entry, name, person, now(), message)

        self.bench.jobs.run(
            work, lambda _: self.bench.document_wanted.emit(entry.name), self.bench.show_error
        )
