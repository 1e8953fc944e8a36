"""The list of clauses at the vendor desk: one key gives an answer."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from coauthor.review.market.responses import VERDICTS
from coauthor.ui.market.rows import SheetModel

_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class SheetList(QTableView):
    """Arrows walk, Shift and Ctrl choose more; 1 to 5 answer what is chosen.

    Signals:
        verdict_pressed(str): the answer of a key.
        reuse_pressed(): give the answer of before.
        back_pressed(): take the answer back.
        entered(): go on to the fields.
    """

    verdict_pressed = Signal(str)
    reuse_pressed = Signal()
    back_pressed = Signal()
    entered = Signal()

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("market")
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 14)
        columns = self.horizontalHeader()
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 214), (1, 88), (3, 178)):
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
            return
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(VERDICTS):
            self.verdict_pressed.emit(VERDICTS[number])
        elif event.key() == Qt.Key.Key_R:
            self.reuse_pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.back_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters search nothing here: they are keys of the desk."""

    def rows(self) -> list[int]:
        """Return the rows that are chosen, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def go_to_row(self, row: int) -> None:
        """Choose one row and bring it in sight."""
        index = self.model().index(row, 0)
        # setCurrentIndex would add the row to the others while Ctrl is still down.
        way = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, way.ClearAndSelect | way.Rows)
        self.scrollTo(index)
