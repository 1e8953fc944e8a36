"""The table on screen: columns that fill it, rows measured when seen, what is pointed at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from coauthor.ui.lanes.heights import RowHeights
from coauthor.ui.lanes.model import Index, LanesModel
from coauthor.ui.lanes.painter import CellPainter
from coauthor.ui.lanes.sheet import Span
from coauthor.ui.lanes.showing import Showing
from coauthor.ui.lanes.signs import Sign

NARROWEST = 140
"""Least width of a column in pixels."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What is at a point: the cell, whether it is the gutter, and the piece of text."""

    row: int
    lane: int
    gutter: bool = False
    span: Span | None = None


class LanesTable(QTableView):
    """A stock table view that shows the rows of the lanes.

    Signals:
        key_pressed(QKeyEvent): a key that does not move through the table.
        input_method(QInputMethodEvent): text composed while no editor is open.
        pressed_at(Hit, QMouseEvent), moved_to(Hit, QMouseEvent),
        released_at(QMouseEvent), double_clicked(Hit, QMouseEvent).
        menu_wanted(QPoint): global position of the context menu.
        widths_changed(): columns have other widths.
        pointer_left(): the pointer left the table.
        scrolled(): what is in sight moved.
        zoom_wanted(int): larger (1) or smaller (-1) text.
    """

    key_pressed = Signal(QKeyEvent)
    input_method = Signal(QInputMethodEvent)
    pressed_at = Signal(object, QMouseEvent)
    moved_to = Signal(object, QMouseEvent)
    released_at = Signal(QMouseEvent)
    double_clicked = Signal(object, QMouseEvent)
    menu_wanted = Signal(QPoint)
    widths_changed = Signal()
    pointer_left = Signal()
    zoom_wanted = Signal(int)
    scrolled = Signal()

    def __init__(
        self, model: LanesModel, painter: CellPainter, showing: Showing, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.lanes_model = model
        self.cell_painter = painter
        self._showing = showing
        self._shares: list[float] = [1.0]
        self.pressed_current = False
        self.pointer = QPointF(-1, -1)
        self.setModel(model)
        self.setItemDelegate(painter)
        self._configure()
        self.heights = RowHeights(self, model, painter)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _configure(self) -> None:
        view = QAbstractItemView
        self.setObjectName("lanes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(view.SelectionBehavior.SelectRows)
        self.setSelectionMode(view.SelectionMode.SingleSelection)
        self.setEditTriggers(view.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        # Every pixel is painted by us, so scrolling moves pixels and paints only what is new.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setVisible(False)
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(False)
        self.fit_metrics()

    def fit_metrics(self) -> None:
        """Follow the size of the text in scroll steps and in the heights not yet measured."""
        em = self.cell_painter.metrics.em
        self.verticalHeader().setDefaultSectionSize(round(em * 8))
        self.verticalScrollBar().setSingleStep(round(em * 3))

    # -- columns ----------------------------------------------------------------------

    def set_shares(self, shares: Sequence[float]) -> None:
        """Divide the width over the columns."""
        self._shares = list(shares)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Let the columns fill the width; rows in sight are measured at once."""
        room = self.viewport().width()
        count = self.lanes_model.columnCount()
        shares = self._shares if len(self._shares) == count else [1.0] * count
        total = sum(shares)
        widths = [max(int(room * share / total), min(NARROWEST, room // count)) for share in shares]
        widths[-1] = max(room - sum(widths[:-1]), 1)
        if widths == self.heights.widths():
            return
        anchor = self.heights.anchor()
        for lane, width in enumerate(widths):
            self.setColumnWidth(lane, width)
        self.heights.measure_all()
        self.heights.hold(anchor)
        self.heights.measure_visible()
        self.widths_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
        self.heights.measure_visible()
        self.scrolled.emit()

    def _scrolled(self) -> None:
        self.heights.measure_visible()
        self.scrolled.emit()

    # -- where things are ---------------------------------------------------------------

    def hit(self, point: QPointF) -> Hit | None:
        """Return what is at a point of the viewport, or None."""
        row = self.rowAt(round(point.y()))
        lane = self.columnAt(round(point.x()))
        if row < 0 or lane < 0:
            return None
        gutter = lane == 0 and point.x() < self.cell_painter.metrics.gutter
        return Hit(row, lane, gutter, None if gutter else self._span(row, lane, point))

    def _span(self, row: int, lane: int, point: QPointF) -> Span | None:
        places = self.lanes_model.places(row)
        if places[lane] is None:
            return None
        sheet = self.cell_painter.cells.cell(places, lane).sheet
        return sheet.span_at(point - self.origin(row, lane))

    def origin(self, row: int, lane: int) -> QPointF:
        """Return where the text of a cell begins in the viewport."""
        box = self.cell_box(row, lane)
        left = box.left() + self.cell_painter.metrics.left(lane)
        block = self.lanes_model.block(row, lane)
        above = self.cell_painter.text_top(block) if block is not None else 0.0
        return QPointF(left, box.top() + above)

    def cell_box(self, row: int, lane: int) -> QRect:
        """Return the rectangle of a cell in the viewport."""
        return QRect(
            self.columnViewportPosition(lane),
            self.rowViewportPosition(row),
            self.columnWidth(lane),
            self.rowHeight(row),
        )

    def source_at(self, row: int, point: QPointF, lane: int = 0) -> tuple[str, int] | None:
        """Return part and source position of the text of a lane at a point."""
        places = self.lanes_model.places(row)
        if places[lane] is None:
            return None
        sheet = self.cell_painter.cells.cell(places, lane).sheet
        return sheet.source_at(point - self.origin(row, lane))

    def sign_at(self, point: QPointF) -> Sign | None:
        """Return the sign in the gutter at a point of the viewport, or None."""
        hit = self.hit(point)
        if hit is None or not hit.gutter:
            return None
        return self.cell_painter.sign_at(hit.row, point.y() - self.rowViewportPosition(hit.row))

    def show_row(self, row: int) -> None:
        """Bring a row into sight, measured before it is scrolled to and after.

        A row that is in sight stays where it is; another comes to stand near the
        top, with something of what is above it.
        """
        if not 0 <= row < self.lanes_model.rowCount():
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        for _ in range(3):
            self.heights.measure_at(row)
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            if top >= 0 and top + min(height, room) <= room:
                return
            above = min(room // 4, max(room - height, 0))
            bar.setValue(bar.value() + top - above)

    def update_row(self, row: int) -> None:
        """Paint a row anew."""
        if row >= 0:
            width = self.viewport().width()
            area = QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row))
            self.viewport().update(area)

    # -- Qt -----------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.update_row(previous.row())
        self.update_row(current.row())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.cell_painter.exposed = QRectF(event.rect())
        super().paintEvent(event)
        self.cell_painter.exposed = QRectF()
        last = self.lanes_model.rowCount() - 1
        bottom = self.rowViewportPosition(last) + self.rowHeight(last) if last >= 0 else 0
        room = self.viewport().rect()
        if bottom < room.bottom():
            painter = QPainter(self.viewport())
            painter.fillRect(room.adjusted(0, bottom, 0, 0), self.cell_painter.theme["paper"])
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:  # a row is measured before it is scrolled to
                self.show_row(self.currentIndex().row())

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: typing begins to write, it does not search."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.input_method.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self.hit(event.position())
        self.pressed_current = hit is not None and hit.row == self.currentIndex().row()
        super().mousePressEvent(event)
        if hit is not None:
            self.pressed_at.emit(hit, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit, self.pointer = self.hit(event.position()), event.position()
        if not event.buttons():
            super().mouseMoveEvent(event)
        self.moved_to.emit(hit, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.released_at.emit(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.hit(event.position())
        if hit is not None:
            self.double_clicked.emit(hit, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
            return
        row = self.currentIndex().row()
        box = self.cell_box(max(row, 0), max(self.currentIndex().column(), 0))
        self.menu_wanted.emit(self.viewport().mapToGlobal(box.topLeft() + QPoint(40, 30)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer_left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._showing.focused = True
        self.update_row(self._showing.row)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._showing.focused = False
        self.update_row(self._showing.row)
