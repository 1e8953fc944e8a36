"""What the pointer does: points at changes, opens slots and text, drags rows."""

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QToolButton

from coauthor.ui.lanes.differences import BODY
from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.pieces import NO_CHANGE, Style
from coauthor.ui.lanes.showing import Showing, Spot
from coauthor.ui.lanes.table import Hit, LanesTable
from coauthor.ui.lanes.talk import TALK_SHAPES, Pick
from coauthor.ui.theme import Theme

LINGER = 450
"""Milliseconds that the button stays when the pointer left the change."""


class Pointing(QObject):
    """Turns the pointer into what the person means.

    Signals:
        slot_pressed(int, int): row, and place of a parameter in its text.
        text_pressed(int, QPointF): row and point where somebody wants to write.
        take_pressed(Spot): the change whose words are wanted.
        link_pressed(str): address.
        row_dropped(int, int): row, and the row before which it was dropped.
        talk_pressed(int): row whose sign of a conversation was pressed.
        picked(): words were picked out, or no longer are.
    """

    slot_pressed = Signal(int, int)
    text_pressed = Signal(int, QPointF)
    take_pressed = Signal(object)
    link_pressed = Signal(str)
    row_dropped = Signal(int, int)
    talk_pressed = Signal(int)
    picked = Signal()

    def __init__(self, table: LanesTable, showing: Showing, text: Text, theme: Theme) -> None:
        super().__init__(table)
        self._table = table
        self._showing = showing
        self._pressed: Hit | None = None
        self._point = QPointF()
        self.dragging = False
        self.button = QToolButton(table.viewport())
        self.button.setText(f"\u2190 {text('lanes-take')}")
        self.button.setAccessibleName(text("lanes-take-name"))
        self.button.setToolTip(f"{text('lanes-take-name')} (Alt+\u2190)")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCursor(Qt.CursorShape.ArrowCursor)
        self.button.clicked.connect(self._take)
        self.button.hide()
        self._line = QFrame(table.viewport())
        self._line.hide()
        self._hide = QTimer(self)
        self._hide.setSingleShot(True)
        self._hide.setInterval(LINGER)
        self._hide.timeout.connect(self.forget)
        self._scroll = QTimer(self)
        self._scroll.setInterval(16)
        self._scroll.timeout.connect(self._drag_on)
        self.dress(theme)
        table.pressed_at.connect(self._press)
        table.moved_to.connect(self._move)
        table.released_at.connect(self._release)
        table.double_clicked.connect(self._double)
        table.pointer_left.connect(self._hide.start)
        table.scrolled.connect(self.forget)

    def dress(self, theme: Theme) -> None:
        """Take the colours of an appearance."""
        ink, surface = theme["accent_ink"].name(), theme["accent"].name()
        self.button.setStyleSheet(
            f"QToolButton {{ background: {surface}; color: {ink}; border: none;"
            " border-radius: 4px; padding: 3px 9px; }"
        )
        self._line.setStyleSheet(f"background: {surface}; border-radius: 1px;")

    # -- changes of words --------------------------------------------------------------

    def forget(self) -> None:
        """Point at no change any more."""
        if self.button.underMouse():
            self._hide.start()
            return
        self.button.hide()
        if self._showing.hovered is not None:
            row, self._showing.hovered = self._showing.hovered.row, None
            self._table.update_row(row)

    def point_at(self, spot: Spot, hit: Hit) -> None:
        """Offer the words of a change."""
        if hit.span is None or not self._may_take(spot):
            return
        self._hide.stop()
        if spot == self._showing.hovered and self.button.isVisible():
            return
        self._showing.hovered = spot
        self._table.update_row(spot.row)
        cell = self._table.cell_painter.cells.cell(
            self._table.lanes_model.places(spot.row), spot.lane
        )
        rect = cell.sheet.rects(hit.span)[-1].translated(self._table.origin(spot.row, spot.lane))
        self.button.adjustSize()
        room = self._table.viewport().rect()
        left = min(round(rect.right()) - 8, room.right() - self.button.width() - 4)
        top = round(rect.bottom()) - 2
        if top + self.button.height() > room.bottom():
            top = round(rect.top()) - self.button.height() + 2
        self.button.move(max(left, 0), top)
        self.button.raise_()
        self.button.show()

    def _may_take(self, spot: Spot) -> bool:
        model = self._table.lanes_model
        if model.cells.origin or model.cells.session.read_only:
            return False
        return model.index_of(spot.row) is not None

    def _take(self) -> None:
        spot = self._showing.hovered
        self.button.hide()
        self._showing.hovered = None
        if spot is not None:
            self.take_pressed.emit(spot)

    # -- mouse -------------------------------------------------------------------------

    def _press(self, hit: Hit, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._point = hit, event.position()
            self.pick(None)

    def _move(self, hit: Hit | None, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pick_up_to(event.position())
            self._drag(event)
            return
        self._shape(hit)
        if hit is not None and hit.span is not None and hit.span.piece.change != NO_CHANGE:
            if hit.span.part:
                self.point_at(Spot(hit.row, hit.lane, hit.span.piece.change), hit)
        elif self.button.isVisible() and not self._hide.isActive():
            self._hide.start()

    def _shape(self, hit: Hit | None) -> None:
        shape = Qt.CursorShape.ArrowCursor
        sign = self._table.sign_at(self._table.pointer) if hit and hit.gutter else None
        if sign is not None and sign.shape in TALK_SHAPES:
            shape = Qt.CursorShape.PointingHandCursor
        elif hit is not None and hit.gutter and self._is_ours(hit.row):
            shape = Qt.CursorShape.OpenHandCursor
        elif hit is not None and _is_pressable(hit):
            shape = Qt.CursorShape.PointingHandCursor
        self._table.viewport().setCursor(shape)

    def _release(self, event: QMouseEvent) -> None:
        hit, self._pressed = self._pressed, None
        if self.dragging:
            self._drop(hit)
            return
        if hit is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if hit.gutter:
            sign = self._table.sign_at(event.position())
            if sign is not None and sign.shape in TALK_SHAPES:
                self.talk_pressed.emit(hit.row)
            return
        if self._showing.talk.pick is not None:
            return
        piece = hit.span.piece if hit.span else None
        offered = piece is not None and bool(piece.style & Style.OFFERED)
        if piece is not None and piece.slot and hit.lane == 0 and not offered:
            self.slot_pressed.emit(hit.row, piece.start)
        elif piece is not None and piece.link:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier or hit.lane:
                self.link_pressed.emit(piece.link)
        elif hit.lane == 0 and self._table.pressed_current:
            self.text_pressed.emit(hit.row, event.position())

    def _double(self, hit: Hit, event: QMouseEvent) -> None:
        if hit.lane == 0 and not hit.gutter:
            self.text_pressed.emit(hit.row, event.position())

    # -- picking words out ----------------------------------------------------------------

    def pick(self, pick: Pick | None) -> None:
        """Pick words out, or none."""
        before, self._showing.talk.pick = self._showing.talk.pick, pick
        if before != pick:
            for each in filter(None, (before, pick)):
                self._table.update_row(each.row)
            self.picked.emit()

    def _pick_up_to(self, point: QPointF) -> None:
        """Pick out what lies between where the button went down and here."""
        held = self._pressed
        if held is None or held.gutter or self._table.lanes_model.rowCount() <= held.row:
            return
        far = (point - self._point).manhattanLength() >= QApplication.startDragDistance()
        if not far and self._showing.talk.pick is None:
            return
        begin = self._table.source_at(held.row, self._point, held.lane)
        end = self._table.source_at(held.row, point, held.lane)
        if begin is None or end is None or begin[0] != BODY or end[0] != BODY:
            return
        first, last = sorted((begin[1], end[1]))
        self.pick(Pick(held.row, held.lane, BODY, first, last) if first < last else None)

    # -- dragging a row ------------------------------------------------------------------

    def _is_ours(self, row: int) -> bool:
        model = self._table.lanes_model
        return not model.cells.session.read_only and model.index_of(row) is not None

    def _drag(self, event: QMouseEvent) -> None:
        if self._pressed is None or not self._pressed.gutter:
            return
        if not self.dragging:
            moved = (event.position() - self._point).manhattanLength()
            if moved < QApplication.startDragDistance() or not self._is_ours(self._pressed.row):
                return
            self.dragging = True
            self._table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll.start()
        self._point = event.position()
        self._show_line()

    def _drag_on(self) -> None:
        """Scroll while the row is held near an edge."""
        room, y = self._table.viewport().height(), self._point.y()
        edge = 40
        push = min(y - edge, 0) or max(y - (room - edge), 0)
        if push:
            bar = self._table.verticalScrollBar()
            bar.setValue(bar.value() + round(push / 2))
            self._show_line()

    def _target(self) -> int:
        """Return the row before which a row is dropped here."""
        y = round(self._point.y())
        row = self._table.rowAt(y)
        if row < 0:
            return self._table.lanes_model.rowCount() if y > 0 else 0
        middle = self._table.rowViewportPosition(row) + self._table.rowHeight(row) / 2
        return row + (y > middle)

    def _show_line(self) -> None:
        row = self._target()
        if row < self._table.lanes_model.rowCount():
            y = self._table.rowViewportPosition(row)
        else:
            y = self._table.rowViewportPosition(row - 1) + self._table.rowHeight(row - 1)
        self._line.setGeometry(4, y - 2, self._table.columnWidth(0) - 8, 3)
        self._line.raise_()
        self._line.show()

    def stop_dragging(self) -> None:
        """Leave the row where it was."""
        self.dragging = False
        self._pressed = None
        self._scroll.stop()
        self._line.hide()
        self._table.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def _drop(self, held: Hit | None) -> None:
        target = self._target()
        self.stop_dragging()
        if held is not None:
            self.row_dropped.emit(held.row, target)


def _is_pressable(hit: Hit) -> bool:
    if hit.span is None:
        return False
    return bool(hit.span.piece.link or (hit.span.piece.slot and hit.lane == 0))
