"""Row heights, measured only for rows about to be shown, the rest in idle slices.

A row that is measured above what a person reads must not move the text: before
every measuring one visible row is the anchor, and stays where it is.
"""

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer

from coauthor.ui.lanes.model import LanesModel
from coauthor.ui.lanes.painter import CellPainter

if TYPE_CHECKING:
    from coauthor.ui.lanes.table import LanesTable

SLICE = 0.004
"""Seconds of one idle slice."""

AHEAD = 12
"""Rows in either direction that are set in type before they are seen."""

APPLY = 0.25
"""Seconds between two times that measured heights are applied."""

_NEVER = 0
_STALE = -1


class RowHeights(QObject):
    """Keeps the heights of the rows of a table right where they are looked at."""

    def __init__(self, table: "LanesTable", model: LanesModel, painter: CellPainter) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._painter = painter
        self._round = 1  # raised when all heights must be measured anew
        self._measured = [_NEVER] * model.rowCount()
        self._next = 0
        self._ahead: list[int] = []
        self._top = 0
        self._waiting: list[tuple[int, int]] = []
        self._applied = 0.0
        self._busy = False
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._slice)
        model.rowsAboutToBeInserted.connect(self._apply_waiting)
        model.rowsAboutToBeRemoved.connect(self._apply_waiting)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.modelReset.connect(self._reset)

    @property
    def settled(self) -> bool:
        """Whether every row has its final height."""
        return not self._idle.isActive()

    def widths(self) -> list[int]:
        """Return the widths of the columns."""
        return [self._table.columnWidth(lane) for lane in range(self._model.columnCount())]

    # -- what must be measured -------------------------------------------------

    def measure_all(self) -> None:
        """Measure every row anew: sizes or widths changed."""
        self._round += 1
        self._waiting.clear()
        self._restart()
        self.measure_visible()

    def measure_again(self, rows: list[int]) -> None:
        """Measure some rows anew: their text changed."""
        for row in rows:
            if 0 <= row < len(self._measured) and self._measured[row] != _NEVER:
                self._measured[row] = _STALE
        self._restart(min(rows, default=0))
        self.measure_visible()

    def anchor(self) -> tuple[QPersistentModelIndex, int]:
        """Return the row at the top and where it stands, for `hold`."""
        row = max(self._table.rowAt(0), 0)
        index = self._model.index(row, 0) if self._model.rowCount() else QModelIndex()
        return QPersistentModelIndex(index), self._table.rowViewportPosition(row)

    def hold(self, anchor: tuple[QPersistentModelIndex, int]) -> None:
        """Put the row of an `anchor` back where it stood."""
        index, top = anchor
        self._table.updateGeometries()
        if index.isValid():
            self._place(index.row(), top)

    # -- measuring ---------------------------------------------------------------

    def measure_visible(self) -> None:
        """Measure the rows in sight until all of them have their final height."""
        if self._busy or not self._model.rowCount() or self._table.viewport().height() <= 0:
            return
        self._apply_waiting()
        self._busy = True
        try:
            bar = self._table.verticalScrollBar()
            at_end = bar.value() == bar.maximum() > 0
            for _ in range(20):
                if not self._measure_sight(at_end=at_end):
                    break
        finally:
            self._busy = False
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Let idle time set in type what will be seen next, the way the text moves first."""
        first, last = self.sight()
        if first == self._top:
            return
        down, self._top = first > self._top, first
        below = range(last + 1, min(last + 2 + AHEAD, self._model.rowCount()))
        above = range(first - 1, max(first - 2 - AHEAD, -1), -1)
        self._ahead = [*below, *above] if down else [*above, *below]
        self._ahead.reverse()
        self._idle.start()

    def _measure_sight(self, *, at_end: bool) -> bool:
        first, last = self.sight()
        todo = [row for row in range(first, last + 1) if self._measured[row] != self._round]
        if not todo:
            return False
        known = (row for row in range(first, last + 1) if self._measured[row] != _NEVER)
        anchor = next(known, first)
        top = self._table.rowViewportPosition(anchor)
        if self._measure(todo):
            self._table.updateGeometries()
            if at_end:
                bar = self._table.verticalScrollBar()
                bar.setValue(bar.maximum())
            else:
                self._place(anchor, top)
            self._table.viewport().update()
        return True

    def sight(self) -> tuple[int, int]:
        """Return the first and the last row in sight."""
        first = max(self._table.rowAt(0), 0)
        last = self._table.rowAt(self._table.viewport().height() - 1)
        return first, last if last >= 0 else self._model.rowCount() - 1

    def stretch(self, row: int, height: int) -> None:
        """Give a row in sight another height; what is below it moves without being painted."""
        old = self._table.rowHeight(row)
        if height == old:
            return
        header, viewport = self._table.verticalHeader(), self._table.viewport()
        header.blockSignals(True)
        header.resizeSection(row, height)
        header.blockSignals(False)
        self._table.updateGeometries()
        below = viewport.rect()
        below.setTop(self._table.rowViewportPosition(row) + min(old, height))
        viewport.scroll(0, height - old, below)
        self._table.update_row(row)

    def measure_at(self, row: int) -> None:
        """Measure the rows that will be seen when ``row`` is scrolled to."""
        room = self._table.viewport().height()
        rows: list[int] = []
        for each in range(row, self._model.rowCount()):
            rows.append(each)
            if self._measured[each] != self._round:
                self._measure([each])
            room -= self._table.rowHeight(each)
            if room < 0:
                break
        self._table.updateGeometries()

    def _measure(self, rows: list[int], *, keep: bool = True) -> bool:
        """Measure rows; returns whether any height changed."""
        widths = self.widths()
        header = self._table.verticalHeader()
        changed = False
        header.blockSignals(True)  # the table hears of it once, by updateGeometries
        for row in rows:
            height = self._painter.row_height(row, widths, keep=keep)
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)
                changed = True
            self._measured[row] = self._round
        header.blockSignals(False)
        return changed

    def _place(self, row: int, top: int) -> None:
        position = self._table.verticalHeader().sectionPosition(row)
        bar = self._table.verticalScrollBar()
        before = bar.value()
        bar.setValue(position - top)
        if bar.value() != before:  # which moved pixels that stood where they should
            self._table.viewport().update()

    # -- idle --------------------------------------------------------------------

    def _restart(self, start: int = 0) -> None:
        self._next = min(self._next, start) if self._idle.isActive() else start
        if self._model.rowCount():
            self._idle.start()

    def _slice(self) -> None:
        """Measure rows out of sight for a moment."""
        now = perf_counter()
        end = now + SLICE
        widths = self.widths()
        while perf_counter() < end:
            if self._ahead:
                self._prepare(self._ahead.pop(), widths)
                continue
            row = self._upcoming()
            if row < 0:
                self._idle.stop()
                break
            height = self._painter.row_height(row, widths, keep=False)
            self._measured[row] = self._round
            if self._table.rowHeight(row) != height:
                self._waiting.append((row, height))
        if now - self._applied > APPLY or not self._idle.isActive():
            self._applied = now
            self._apply_waiting()

    def _prepare(self, row: int, widths: list[int]) -> None:
        """Set the cells of a row in type before it is seen."""
        if row < self._model.rowCount():
            for lane, width in enumerate(widths):
                self._painter.height(row, lane, width)

    def _apply_waiting(self) -> None:
        """Give rows out of sight the heights that were measured, without moving the text."""
        waiting, self._waiting = self._waiting, []
        if not waiting or self._busy:
            return
        self._busy = True
        anchor = max(self._table.rowAt(0), 0)
        top = self._table.rowViewportPosition(anchor)
        header = self._table.verticalHeader()
        header.blockSignals(True)
        for row, height in waiting:
            header.resizeSection(row, height)
        header.blockSignals(False)
        self._table.updateGeometries()
        self._place(anchor, top)
        self._busy = False

    def _upcoming(self) -> int:
        """Return the next row to measure, or -1."""
        while self._next < len(self._measured):
            row = self._next
            self._next += 1
            if self._measured[row] != self._round:
                return row
        return -1

    # -- rows come and go --------------------------------------------------------

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._ahead.clear()
        self._measured[first:first] = [_NEVER] * (last - first + 1)
        self._restart(first)

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._ahead.clear()
        del self._measured[first : last + 1]

    def _reset(self) -> None:
        self._waiting.clear()
        self._ahead.clear()
        self._measured = [_NEVER] * self._model.rowCount()
        self._restart()
