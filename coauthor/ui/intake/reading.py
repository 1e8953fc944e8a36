"""How a file is read: the cut of a text, or the columns of a sheet."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coauthor.exchange.proposal import Cutting, Plan
from coauthor.exchange.sheet_plan import SheetPlan
from coauthor.language import Catalogue
from coauthor.ui.forms import heading, note
from coauthor.ui.intake.cutting import CuttingPanel
from coauthor.ui.intake.sheets import SheetsPanel
from coauthor.workspace.bringing.looking import Looked


class ReadingPanel(QWidget):
    """Asks how a file is read, in the words of what the file is.

    Signals:
        changed(): the person wants it read otherwise.
    """

    changed = Signal()

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.title = heading(text("intake-how"), 3)
        column.addWidget(self.title)
        self.cutting = CuttingPanel(text)
        self.sheets = SheetsPanel(text)
        self.itself = note(text("intake-itself"))
        for part in (self.cutting, self.sheets, self.itself):
            column.addWidget(part)
        self._show_none()
        self.cutting.changed.connect(self.changed)
        self.sheets.changed.connect(self.changed)

    @property
    def plan(self) -> Cutting | None:
        """How the person wants it read; None for the likeliest way."""
        return self.sheets.plan or self.cutting.plan

    def begin_anew(self, path: Path) -> None:
        """Leave it to the program again, for another file."""
        del path
        self.cutting.begin_anew()
        self.sheets.begin_anew()
        self._show_none()

    def _show_none(self) -> None:
        """Show no choices, and no heading above them, before it is known which there are."""
        for part in (self.title, self.cutting, self.sheets, self.itself):
            part.hide()

    def show_looked(self, looked: Looked) -> None:
        """Show the choices that this file has, and which way it was read."""
        self.title.setVisible(looked.error is None or looked.plan is not None)
        self.cutting.setVisible(isinstance(looked.plan, Plan))
        self.sheets.setVisible(isinstance(looked.plan, SheetPlan))
        self.itself.setVisible(looked.plan is None and looked.error is None)
        if isinstance(looked.plan, Plan):
            self.cutting.show_plan(looked.plan)
        elif looked.plan is not None:
            self.sheets.show_plan(looked.plan)
