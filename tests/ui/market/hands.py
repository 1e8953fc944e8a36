"""What a puppet does and sees in the windows of the market."""

from typing import Any

from PySide6.QtWidgets import QApplication, QDialog

from coauthor.ui.app import Coauthor
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.market.coverage import CoverageWindow
from coauthor.ui.market.desk import VendorDesk
from coauthor.ui.market.section import MarketSection
from coauthor.ui.workbench import Workbench


class MarketHands:
    """Words about the vendor desk, the coverage, and windows beside the workbench."""

    program: Coauthor
    bench: Workbench
    _front = ""  # the kind of window beside the workbench that has the keys

    def _beside(self) -> QDialog | None:
        """Return the window beside the workbench that was brought to the front, if it is open."""
        window = self.program.window
        found = window.findChildren(QDialog) if window is not None and self._front else []
        return next(
            (each for each in found if type(each).__name__ == self._front and each.isVisible()),
            None,
        )

    def do_front(self, kind: str) -> None:
        """Turn to a kind of window beside the workbench; '' is the workbench itself."""
        self._front = kind

    def do_accepts(self) -> bool:
        """Tell whether the dialog can be agreed to."""
        dialog = QApplication.activeModalWidget()
        return isinstance(dialog, FormDialog) and dialog.accept_button.isEnabled()

    def do_desk(self) -> dict[str, Any]:
        """Tell what stands at the vendor desk."""
        (desk,) = self.bench.findChildren(VendorDesk)
        asked = desk.current
        return {
            "title": desk.title.text(),
            "progress": desk.progress.text(),
            "status": desk.status.text(),
            "clause": asked.clause.code if asked else "",
            "explanation": desk.panel.explanation.toPlainText(),
            "shown": desk.clause.toPlainText(),
            "rows": desk.model.rowCount(),
        }

    def do_coverage(self) -> dict[str, Any]:
        """Tell what the window with the market coverage says."""
        (window,) = self.bench.findChildren(CoverageWindow)
        model = window.model
        return {
            "summary": window.summary.text(),
            "rows": [
                [str(model.index(row, column).data()) for column in range(model.columnCount())]
                for row in range(model.rowCount())
            ],
            "detail": window.detail.toPlainText(),
        }

    def do_market(self) -> list[str]:
        """Turn to the conversation and tell what the market says of the clause."""
        page = self.bench.inspector.discussion
        self.bench.inspector.show_page(page)
        page.show_now()
        section = page.section(MarketSection)
        assert isinstance(section, MarketSection)
        labels = (section.counts, section.warnings, section.answers)
        return [each.text() for each in labels if each.isVisible()]
