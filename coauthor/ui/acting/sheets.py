"""Actions: taking in the answer sheets that vendors sent back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog

from coauthor.ui.acting.acting import now, told
from coauthor.ui.acting.sharing import Report, Sharing
from coauthor.ui.market.sheets_dialog import SheetsDialog
from coauthor.workspace.seats import sides_of
from coauthor.workspace.sheets.planning import Intake, collect_answers, plan_answers
from coauthor.workspace.sheets.telling import total_line


class AnswerSheets(Sharing):
    """Actions: taking in the answer sheets that vendors sent back."""

    @told
    def collect_answers(self, *_: object) -> None:
        """Ask which files, show what they say, and take it in."""
        if self._is_busy():
            return
        found, _kind = QFileDialog.getOpenFileNames(
            self.bench, self.text("sheets-choose"), str(Path.home()), self.text("sheets-files")
        )
        if found:
            self.read_sheets([Path(each) for each in found])

    def read_sheets(self, files: Sequence[Path]) -> None:
        """Read answer sheets in the background, then show what they say."""
        workspace = self._own_workspace()

        def work(report: Report) -> tuple[list[Intake], tuple[str, ...]]:
            return plan_answers(workspace, files, now(), report=report), sides_of(workspace).vendors

        self._run("sheets", work, lambda answer: self._show_sheets(files, *answer))

    def _show_sheets(
        self, files: Sequence[Path], found: list[Intake], vendors: tuple[str, ...]
    ) -> None:
        workspace, jobs = self._own_workspace(), self.bench.jobs

        def look(whose: Mapping[Path, str]) -> None:
            jobs.run(
                lambda: plan_answers(workspace, files, now(), whose),
                dialog.show_found,
                dialog.say_wrong,
            )

        dialog = SheetsDialog(self.text, found, vendors, look, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        planned = dialog.found

        def work(_report: Report) -> int:
            return collect_answers(workspace, planned, now())

        self._run("sheets", work, lambda _: self._tell_sheets(planned))

    def _tell_sheets(self, planned: Sequence[Intake]) -> None:
        self._tell("done", total_line(planned, self.text, done=True))
        self.bench.controller.look_what_was_said()
