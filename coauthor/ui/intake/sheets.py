"""How a spreadsheet is read: which sheets, where the headings stand, what the columns hold."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.rendering import harmless
from coauthor.exchange.sheet_plan import SheetCut, SheetPlan
from coauthor.language import Catalogue
from coauthor.ui.forms import add_row, describe, heading, note, number_field
from coauthor.ui.intake.columns import ColumnsPanel
from coauthor.ui.intake.meanings import MeaningsPanel
from coauthor.ui.intake.profiles import ProfilePanel

LINES = 5
"""Sheets that are seen at once; more are scrolled to."""

LAST_HEADING = 60
"""The last row in which headings may stand."""


class SheetsPanel(QWidget):
    """Asks how a spreadsheet is read.

    Signals:
        changed(): the person wants it read otherwise.
    """

    changed = Signal()

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.plan: SheetPlan | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.profiles = ProfilePanel(text)
        self.sheets = QListWidget()
        describe(self.sheets, text("intake-sheets"), text("intake-sheets-help"))
        self.sheets_help = note(text("intake-sheets-help"))
        column.addWidget(self.sheets_help)
        column.addWidget(self.sheets)
        form = QFormLayout()
        self.row = number_field(0, LAST_HEADING)
        self.row.setSpecialValueText(text("intake-heading-none"))
        self.row.setKeyboardTracking(False)
        self.row.setMinimumHeight(self.row.fontMetrics().height() + 12)  # as the fields below
        add_row(form, text("intake-heading-row"), self.row)
        column.addLayout(form)
        self.columns_title = heading(text("intake-columns"), 5)
        column.addWidget(self.columns_title)
        self.columns = ColumnsPanel(text)
        column.addWidget(self.columns)
        self.meanings_title = heading(text("intake-meanings"), 5)
        column.addWidget(self.meanings_title)
        self.meanings = MeaningsPanel(text)
        column.addWidget(self.meanings)
        column.addWidget(self.profiles)
        self.sheets.currentRowChanged.connect(self._follow)
        self.sheets.itemChanged.connect(self._tick)
        self.row.valueChanged.connect(self._move_headings)
        self.columns.changed.connect(self._choose_roles)
        self.meanings.changed.connect(self._choose_meanings)
        self.profiles.changed.connect(self._choose_profile)

    def begin_anew(self) -> None:
        """Leave it to the program again, for another file."""
        self.plan = None
        self.profiles.begin_anew()
        self.sheets.blockSignals(True)
        self.sheets.clear()
        self.sheets.blockSignals(False)

    def show_plan(self, plan: SheetPlan) -> None:
        """Show how the file was read."""
        self.plan = plan
        several = len(plan.sheets) > 1 or not plan.taken
        self.sheets.setVisible(several)
        self.sheets_help.setVisible(several)
        self._fill_sheets(plan)
        self.profiles.show_plan(plan)
        self.meanings_title.setVisible(bool(plan.meanings))
        self.meanings.show_meanings(plan.meanings)
        self._follow()

    def _fill_sheets(self, plan: SheetPlan) -> None:
        here = self.sheets.currentRow()
        if here < 0:
            here = next((at for at, each in enumerate(plan.sheets) if each.taken), 0)
        self.sheets.blockSignals(True)
        if self.sheets.count() != len(plan.sheets):
            self.sheets.clear()
            self.sheets.addItems([""] * len(plan.sheets))
        for at, cut in enumerate(plan.sheets):
            item = self.sheets.item(at)
            item.setText(self._sheet_words(cut))
            item.setCheckState(Qt.CheckState.Checked if cut.taken else Qt.CheckState.Unchecked)
        self.sheets.setCurrentRow(here)
        self.sheets.blockSignals(False)
        line = self.sheets.sizeHintForRow(0)
        self.sheets.setFixedHeight(line * min(LINES, len(plan.sheets)) + 12)

    def _sheet_words(self, cut: SheetCut) -> str:
        name = harmless(cut.name)
        message = "intake-sheet-hidden" if cut.hidden else "intake-sheet"
        return self._text(message, name=name, rows=cut.rows)

    def _current(self) -> SheetCut | None:
        row = self.sheets.currentRow()
        return self.plan.sheets[row] if self.plan and 0 <= row < len(self.plan.sheets) else None

    def _follow(self, *_: object) -> None:
        """Show the columns of the sheet in focus."""
        cut = self._current()
        if cut is None:
            return
        self.row.blockSignals(True)
        self.row.setValue(cut.heading_row)
        self.row.blockSignals(False)
        title = self._text("intake-columns-of", sheet=harmless(cut.name))
        several = self.plan is not None and len(self.plan.sheets) > 1
        self.columns_title.setText(title if several else self._text("intake-columns"))
        self.columns.show_columns(cut.columns)
        for part in (self.columns, self.columns_title, self.row):
            part.setEnabled(cut.taken)

    def _tick(self, item: QListWidgetItem) -> None:
        cut = self._current()
        place = self.sheets.row(item)
        taken = item.checkState() == Qt.CheckState.Checked
        if self.plan is not None and self.plan.sheets[place].taken != taken:
            self._put(place, replace(self.plan.sheets[place], taken=taken))
            if cut is not None and place == self.sheets.currentRow():
                self._follow()

    def _move_headings(self, row: int) -> None:
        cut = self._current()
        if cut is not None and cut.heading_row != row:  # which columns there are is read anew
            self._put(self.sheets.currentRow(), replace(cut, heading_row=row, columns=()))

    def _choose_roles(self) -> None:
        cut = self._current()
        if cut is not None:
            chosen = replace(cut, columns=self.columns.columns)
            self._put(self.sheets.currentRow(), chosen)

    def _choose_meanings(self) -> None:
        if self.plan is not None:
            self.plan = replace(self.plan, meanings=self.meanings.meanings)
            self.changed.emit()

    def _choose_profile(self) -> None:
        self.plan = self.profiles.plan
        self.changed.emit()

    def _put(self, place: int, cut: SheetCut) -> None:
        if self.plan is None:
            return
        sheets = (*self.plan.sheets[:place], cut, *self.plan.sheets[place + 1 :])
        self.plan = replace(self.plan, sheets=sheets)
        self.changed.emit()
