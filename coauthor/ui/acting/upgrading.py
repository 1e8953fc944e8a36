"""Actions: going to another release of the standard, and answering what it asks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.exchange.specification import field_label
from coauthor.lineage.status import Lineage
from coauthor.ui.acting.acting import Acting, now, told
from coauthor.ui.dialogs import DeviationDialog
from coauthor.ui.upgrading.report import UpgradeReport
from coauthor.workspace.opening import newer_notice
from coauthor.workspace.upgrading.questions import Question, Reason, unanswered
from coauthor.workspace.upgrading.report import upgrade_report
from coauthor.workspace.upgrading.upgrading import Ready, WorkspaceUpgrade, plan, ready
from coauthor.workspace.workspace import Workspace, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from coauthor.errors import CoauthorError
    from coauthor.workspace.standards import StandardRelease

UPGRADED = "upgrade"
"""Name of the transaction that changes what the document stands beside."""


class Upgrading(Acting):
    """Actions: going to another release of the standard, and answering what it asks."""

    @told
    def upgrade_standard(self, *_: object) -> None:
        """Show what the newest release would change; then go there, if the person wants."""
        self.bench.lanes.stop_editing()
        workspace, keeper = self._own_workspace(), self.bench.keeper
        text = self.text
        person, standard = self.bench.desk.person, self.session.entry.standard

        def work() -> tuple[WorkspaceUpgrade, dict[str, Any]]:
            if keeper is not None:
                keeper.save()
            planned = plan(workspace, person, now(), standard=standard)
            return planned, upgrade_report(planned, partial(field_label, text=text))

        self.bench.jobs.run(work, lambda found: self._offer(*found), self.bench.show_error)

    @told
    def _offer(self, planned: WorkspaceUpgrade, report: dict[str, Any]) -> None:
        dialog = UpgradeReport(self.text, report, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        workspace = self._own_workspace()
        made = ready(workspace, planned, self.session, self.bench.keeper)
        self.bench.setEnabled(False)  # nobody types while the files change
        self.bench.jobs.run(made.write, lambda _: self._finish(made, planned), self._not_made)

    @told
    def _finish(self, made: Ready, planned: WorkspaceUpgrade) -> None:
        self.bench.setEnabled(True)
        made.finish(self.session)
        self.bench.banner.clear_message("notice-newer-release")
        self.say_upgraded(planned.target.release, planned.left)
        self.bench.lanes.setFocus()

    def _not_made(self, error: CoauthorError) -> None:
        self.bench.setEnabled(True)
        self.bench.show_error(error)

    def say_upgraded(self, release: str, left: int) -> None:
        """Say that it is done, and how many questions wait."""
        said = self.text("cli-upgrade-done", release=release, left=left)
        actions = [(self.text("action-walk_upgrade").replace("&", ""), self.walk_upgrade)]
        self.bench.banner.show_message("upgrade", "done", said, actions=actions if left else ())

    def walk_upgrade(self, *_: object) -> None:
        """Walk what the upgrade left, one by one."""
        self.bench.lanes.stop_editing()
        self._look_up(self._walk)

    def _walk(self) -> None:
        if not self.bench.walk.begin(self.bench.upgrade_asker):
            said = self.text("notice-no-questions")
            self.bench.banner.show_message("walk", "done", said)
            return
        self.bench.banner.clear_message("upgrade")
        self.bench.make_room(walking=True)

    def look_up_questions(self) -> None:
        """Read what an upgrade left, in the background, and show that it waits."""
        self._look_up(self.bench.walk.follow)

    def _look_up(self, then: Callable[[], None]) -> None:
        workspace, entry = self._own_workspace(), self.session.entry

        def show(waiting: tuple[Question, ...]) -> None:
            self.bench.upgrade_asker.take_in(waiting)
            self.bench.show_asked()
            then()

        self.bench.jobs.run(lambda: unanswered(workspace, entry), show, self.bench.show_error)

    def standard_changed(self) -> None:
        """Follow a step that put the document beside another release, there or back."""
        desk = self.bench.desk
        root = desk.workspace.root
        self.bench.desk = replace(desk, workspace=Workspace(root, load_settings(root)))
        self.bench.walk.stop()
        self.bench.banner.clear_message("upgrade")  # it may have been taken back
        self.bench.look_at_file()
        self.bench.refresh()
        self.look_up_questions()
        self._look_for_newer()

    def _look_for_newer(self) -> None:
        """Tell in the background whether the standard has a newer release than ours now."""
        workspace, entry = self.bench.desk.workspace, self.session.entry

        def show(newer: StandardRelease | None) -> None:
            if self.bench.desk.workspace is not workspace:
                return  # it changed again meanwhile, and that change is looked up, too
            self.bench.banner.clear_message("notice-newer-release")
            if newer is not None:
                self.bench.show_notices((newer_notice(newer.release),))

        self.bench.jobs.run(lambda: workspace.newer_release(entry), show, self.bench.show_error)

    def ask_reason(self, question: Question) -> Reason | None:
        """Ask why we still deviate; what was said before is filled in."""
        status = self.session.status.clauses.get(question.item.uid)
        adapted = status is not None and status.lineage is Lineage.ADAPTED
        dialog = DeviationDialog(self.text, parent=self.bench)
        dialog.form.setRowVisible(dialog.direction, adapted)
        if status is not None and status.reason_class:
            dialog.fill_in(
                status.reason_class,
                str(status.direction or ""),
                status.reason,
                status.owner,
                status.cost,
                status.until,
            )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return Reason(
            text=dialog.reason.toPlainText().strip(),
            reason_class=str(dialog.reason_class.currentData()),
            direction=str(dialog.direction.currentData()) if adapted else "",
            owner=dialog.owner.text().strip(),
            cost=dialog.cost.text().strip(),
            until=dialog.until_text,
        )
