"""Actions: answering as a vendor, and what the market covers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog

from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.ui.acting.acting import Acting, now, told
from coauthor.ui.apart import Apart
from coauthor.ui.market.coverage import CoverageWindow
from coauthor.ui.market.desk import VendorDesk
from coauthor.ui.market.whom import ForWhomDialog
from coauthor.workspace.market.answering import vendor_voice
from coauthor.workspace.market.covering import FORMATS, export_market
from coauthor.workspace.seats import sides_of

if TYPE_CHECKING:
    from coauthor.errors import CoauthorError
    from coauthor.review.event import Voice
    from coauthor.ui.workbench import Workbench


class Marketing(Acting):
    """Actions: answering as a vendor, and what the market covers."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._vendor_desk: VendorDesk | None = None
        self._coverage: CoverageWindow | None = None

    @told
    def answer_clauses(self, *_: object) -> None:
        """Show the vendor desk, once it is known for whom the person answers."""
        if self._vendor_desk is not None:
            self._vendor_desk.raise_()
            self._vendor_desk.activateWindow()
            return
        if self.session.read_only in ("folder", "occupied"):
            raise UserError("document-read-only")
        workspace, person = self._own_workspace(), self.bench.desk.person

        def failed(error: CoauthorError) -> None:
            if error.code == "answer-who":
                self._ask_for_whom()
            elif error.code == "answer-not-vendor":
                said = self.text(f"error-{error.code}", **error.parameters)
                choose = (self.text("answer-for-whom-choose"), self._ask_for_whom)
                self.bench.banner.show_message("for-whom", "warning", said, actions=[choose])
            else:
                self.bench.show_error(error)

        self.bench.jobs.run(lambda: vendor_voice(workspace, person), self._sit_down, failed)

    @told
    def _ask_for_whom(self) -> None:
        """Ask for whom the person answers, and go on when they say so."""
        desk = self.bench.desk
        vendors = sides_of(desk.workspace).vendors
        dialog = ForWhomDialog(self.text, desk.person, vendors, self.bench)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.bench.desk = replace(desk, person=dialog.person)
            self.answer_clauses()

    def _sit_down(self, _voice: Voice) -> None:
        bench = self.bench
        if self._vendor_desk is not None or bench.is_leaving:
            return
        desk = VendorDesk(self.text, bench.desk, self.session, bench.conversation, bench)
        desk.said.connect(self.bench.controller.follow_said)
        desk.finished.connect(self._stand_up)
        self._vendor_desk = desk
        desk.show()

    def _stand_up(self, *_: object) -> None:
        self._vendor_desk = None

    @told
    def show_coverage(self, *_: object) -> None:
        """Show how many vendors meet each clause."""
        if self._coverage is None:
            bench = self.bench
            window = CoverageWindow(
                self.text, bench.desk.workspace, self.session, bench.conversation, bench
            )
            window.go_wanted.connect(self._go_to_covered)
            window.export_wanted.connect(self.export_coverage)
            window.finished.connect(self._coverage_closed)
            self._coverage = window
        block = self.bench.current_block()
        if isinstance(block, Clause):
            self._coverage.show_clause(block.uid)
        self._coverage.show()
        self._coverage.raise_()
        self._coverage.activateWindow()

    def _coverage_closed(self, *_: object) -> None:
        self._coverage = None

    def _go_to_covered(self, uid: str) -> None:
        """Show a clause in the document, with what was said of it."""
        bench = self.bench
        bench.lanes.go_to_uid(uid)
        bench.inspector.show_page(bench.inspector.discussion)
        bench.activateWindow()
        bench.raise_()

    def close_market(self) -> bool:
        """Close the windows of the market; False when there is text that must not be lost."""
        if self._vendor_desk is not None and not self._vendor_desk.close():
            return False
        if self._coverage is not None:
            self._coverage.done(0)
        return True

    @told
    def export_coverage(self, *_: object) -> None:
        """Write the market coverage to a file, in a process of its own."""
        filters = {self.text(f"coverage-format-{name}"): name for name in FORMATS}
        name = f"{self.session.entry.name}-{self.text('coverage-file')}.xlsx"
        found, kind = QFileDialog.getSaveFileName(
            self._coverage or self.bench,
            self.text("action-export_coverage").replace("&", ""),
            str(Path.home() / name),
            ";;".join(filters),
        )
        if not found:
            return
        output = Path(found)
        suffix = output.suffix.lstrip(".").lower()
        format_name = suffix if suffix in FORMATS else filters.get(kind, "xlsx")
        if suffix != format_name:
            output = output.with_name(f"{output.name}.{format_name}")
        self.export_coverage_to(output, format_name)

    def export_coverage_to(self, output: Path, format_name: str) -> None:
        """Write the market coverage as it is now."""
        self.coverage_work = Apart(
            export_market,
            {
                "root": self.bench.desk.workspace.root,
                "name": self.session.entry.name,
                "text": self.session.document.text,
                "format_name": format_name,
                "output": output,
                "when": now(),
                "language": self.text.language,
            },
            self.bench,
        )
        self.coverage_work.done.connect(lambda _: self._coverage_exported(output))
        self.coverage_work.failed.connect(self._coverage_failed)
        self.bench.banner.show_message(
            "coverage", "info", self.text("notice-exporting"), cancel=self.coverage_work.cancel
        )
        self.coverage_work.start()

    def _coverage_exported(self, output: Path) -> None:
        said = self.text("notice-exported", path=str(output))
        self.bench.banner.show_message("coverage", "done", said)
        if self._coverage is not None:
            self._coverage.say(said)

    def _coverage_failed(self, error: CoauthorError) -> None:
        self.bench.banner.clear_message("coverage")
        self.bench.show_error(error)
        if self._coverage is not None:
            self._coverage.say_error(error)
