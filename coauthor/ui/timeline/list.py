"""The list of versions: a table of one column, walked with the arrow keys."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from coauthor.ui.timeline.model import TimelineModel
from coauthor.ui.timeline.painting import INDENT, MARGIN, row_height


class TimelineList(QTableView):
    """Right opens what came in from others, left closes it; a press on its arrow does both."""

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("timeline")
        self.setModel(model)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        model.rowsInserted.connect(self._measure)
        model.dataChanged.connect(lambda first, last: self._measure(None, first.row(), last.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        found = self._model.row(row)
        if found is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Right:
            self._model.open(row)
        elif event.key() == Qt.Key.Key_Left and found.open:
            self._model.close(row)
        elif event.key() == Qt.Key.Key_Left:
            above = self._model.above(row)
            if above >= 0:
                self.setCurrentIndex(self._model.index(above, 0))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._model.row(index.row())
        if row is None or event.position().x() > MARGIN + INDENT * (row.depth + 1):
            return
        if row.open:
            self._model.close(index.row())
        else:
            self._model.open(index.row())

    def _measure(self, _parent: QModelIndex | None, first: int, last: int) -> None:
        line = self.fontMetrics().height()
        for number in range(first, last + 1):
            row = self._model.row(number)
            if row is not None:
                self.setRowHeight(number, row_height(row, line))
