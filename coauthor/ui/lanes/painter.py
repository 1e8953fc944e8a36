"""Drawing one cell: background, gutter with signs, label line, text, and what is behind it."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from coauthor.document.model import Block, Clause, Heading, Tombstone
from coauthor.lineage.status import DEVIATIONS
from coauthor.ui.lanes.backdrops import paint_backdrops, paint_marks
from coauthor.ui.lanes.cells import Cell, Cells
from coauthor.ui.lanes.labels import LabelPainter
from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.metrics import Metrics
from coauthor.ui.lanes.model import LanesModel
from coauthor.ui.lanes.showing import Showing
from coauthor.ui.lanes.signs import Sign, asked_last, stamp_sign
from coauthor.ui.lanes.talk import paint_talk
from coauthor.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Paints and measures the cells of the lanes."""

    def __init__(
        self, model: LanesModel, showing: Showing, text: Text, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._showing = showing
        self._text = text
        self.exposed = QRectF()  # what of the table must be painted now; null for all of it

    @property
    def cells(self) -> Cells:
        """The cells that are painted."""
        return self._model.cells

    @property
    def metrics(self) -> Metrics:
        """The sizes in use."""
        return self.cells.setter.metrics

    @property
    def theme(self) -> Theme:
        """The appearance in use."""
        return self.cells.setter.theme

    # -- measures ----------------------------------------------------------

    def text_top(self, block: Block) -> float:
        """Return where the text of a block begins below the top of its row."""
        above, label, _ = self._frame(block)
        return above + label

    def height(self, row: int, lane: int, column_width: int, *, keep: bool = True) -> float:
        """Return the height that a cell needs in a column of a width.

        Args:
            keep: the cell will be seen soon, so it stays set in type.
        """
        block = self._model.block(row, lane)
        if block is None:
            return 0
        cell = self.cells.cell(self._model.places(row), lane, keep=keep)
        cell.sheet.set_width(self.metrics.text_width(lane, column_width))
        above, label, below = self._frame(block)
        needed = above + label + max(cell.sheet.height, self.metrics.em) + below
        return max(needed, self._signs_height(row, block)) if lane == 0 else needed

    def row_height(self, row: int, widths: list[int], *, keep: bool = True) -> int:
        """Return the height of a row: the highest of its cells."""
        if row == self._showing.editing:
            written = self._showing.editor_height + self.around_editor(row, widths)
            return self.least_height(max(written, self.beside_editor(row, widths)))
        places = self._model.places(row)
        ours = self.metrics.text_width(0, widths[0])
        heights = [
            self.height(row, lane, width, keep=keep)
            for lane, width in enumerate(widths)
            # the same text in at least the same width is not higher than ours
            if lane == 0
            or self.metrics.text_width(lane, width) < ours
            or not self.cells.same_source(places, lane)
        ]
        return self.least_height(max(heights))

    def least_height(self, needed: float) -> int:
        """Return a height in whole pixels, never too low to be seen."""
        return max(round(needed), round(self.metrics.em * 1.6))

    def around_editor(self, row: int, widths: list[int]) -> float:
        """Return what a row needs in our lane besides the words that are being written."""
        block = self._model.block(row)
        if block is None:
            return 0
        cell = self.cells.cell(self._model.places(row), 0)
        cell.sheet.set_width(self.metrics.text_width(0, widths[0]))
        number = cell.sheet.notes_block
        notes = cell.sheet.height - cell.sheet.top_of(number) + self.metrics.em * 0.55
        return sum(self._frame(block)) + (notes if number >= 0 else 0)

    def beside_editor(self, row: int, widths: list[int]) -> float:
        """Return the height that a row has at least, however little is written."""
        block = self._model.block(row)
        heights = [self.height(row, lane, widths[lane]) for lane in range(1, len(widths))]
        return max([*heights, self._signs_height(row, block) if block is not None else 0])

    def _signs_height(self, row: int, block: Block) -> float:
        if not isinstance(block, Clause):
            return 0
        signs = len(self._signs(row))
        return self.metrics.top * 2 + max(signs - 1, 0) * self.metrics.sign * 1.5

    def _frame(self, block: Block) -> tuple[float, float, float]:
        """Return blank above, height of the label line and blank below."""
        metrics = self.metrics
        if isinstance(block, Clause):
            return metrics.top, metrics.label, metrics.top
        if isinstance(block, Heading):
            return metrics.em * (1.5 if block.level <= 2 else 0.9), 0, metrics.em * 0.35
        above = metrics.top if isinstance(block, Tombstone) else metrics.em * 0.5
        return above, 0, metrics.em * 0.6

    # -- painting ------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, lane = index.row(), index.column()
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        current = row == self._showing.row
        painter.fillRect(rect, self.theme["row_paper" if current else "paper"])
        block = self._model.block(row, lane)
        if block is None:
            self._paint_absent(painter, rect, lane)
        else:
            self._paint_cell(painter, rect, row, lane, block)
        self._paint_lines(painter, rect, row, lane)
        painter.restore()

    def _paint_cell(
        self, painter: QPainter, rect: QRectF, row: int, lane: int, block: Block
    ) -> None:
        cell = self.cells.cell(self._model.places(row), lane)
        above, label, _ = self._frame(block)
        if lane == 0:
            self._paint_gutter(painter, rect, row, self._first_sign(block))
        left = rect.left() + self.metrics.left(lane)
        width = self.metrics.text_width(lane, round(rect.width()))
        cell.sheet.set_width(width)
        if label:
            box = QRectF(left, rect.top() + above, width, label)
            self._paint_label(painter, box, row, lane, cell)
        origin = QPointF(left, rect.top() + above + label)
        if lane == 0 and row == self._showing.editing:
            frame = QRectF(origin.x(), origin.y(), width, self._showing.editor_height)
            self._paint_editor_frame(painter, frame)
            self._paint_below_editor(painter, origin, cell)
            return
        self._paint_sheet(painter, rect, origin, cell, row, lane)

    def _paint_sheet(
        self,
        painter: QPainter,
        rect: QRectF,
        origin: QPointF,
        cell: Cell,
        row: int,
        lane: int,
    ) -> None:
        painter.translate(origin)
        paint_backdrops(painter, cell.sheet, self.theme, self.metrics)
        paint_marks(painter, cell, self.theme, self._showing, row, lane)
        self._paint_talk(painter, cell, row, lane)
        area = QRectF(-self.metrics.side, -1, rect.width(), cell.sheet.height + 2)
        if not self.exposed.isNull():
            area &= self.exposed.translated(-origin)
        cell.sheet.document.drawContents(painter, area)
        painter.translate(-origin)

    def _paint_talk(self, painter: QPainter, cell: Cell, row: int, lane: int) -> None:
        block = self._model.block(row, lane)
        uid = block.uid if isinstance(block, Clause) else ""
        if self.cells.inline(self._model.places(row), lane) is None:  # places are others then
            paint_talk(painter, cell.sheet, self.theme, self._showing.talk, row, lane, uid)

    def sign_at(self, row: int, y: float) -> Sign | None:
        """Return the sign in the gutter at a distance below the top of a row, or None."""
        block = self._model.block(row)
        if block is None:
            return None
        size = self.metrics.sign
        top = self._first_sign(block) - size / 2
        place = int((y - top + size * 0.25) // (size * 1.5))
        signs = self._signs(row)
        return signs[place] if 0 <= place < len(signs) and y >= top - size * 0.25 else None

    def _first_sign(self, block: Block) -> float:
        """Return where the middle of the first sign is below the top of the row."""
        above, label, _ = self._frame(block)
        return above + (label or QFontMetricsF(self.metrics.font).height() * 1.2) / 2

    def _paint_editor_frame(self, painter: QPainter, words: QRectF) -> None:
        """Paint the paper on which is written, with the edge that says where the cursor is."""
        pad = self.metrics.em * 0.45
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dashed = Qt.PenStyle.DashLine if self._showing.offering else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self.theme["accent"], 1.6, dashed))
        painter.setBrush(self.theme["paper"])
        painter.drawRoundedRect(words.adjusted(-pad, -1, pad, 4), 5, 5)

    def _paint_below_editor(self, painter: QPainter, origin: QPointF, cell: Cell) -> None:
        """Paint the fields below the live editor."""
        number = cell.sheet.notes_block
        if number < 0:
            return
        top = cell.sheet.top_of(number)
        gap = self.metrics.em * 0.55
        painter.translate(origin.x(), origin.y() + self._showing.editor_height + gap - top)
        area = QRectF(0, top, cell.sheet.document.textWidth(), cell.sheet.height - top)
        cell.sheet.document.drawContents(painter, area)

    def _paint_absent(self, painter: QPainter, rect: QRectF, lane: int) -> None:
        painter.fillRect(rect, QBrush(self.theme["hatch"], Qt.BrushStyle.BDiagPattern))
        words = (
            self._text("lanes-not-there", lane=self.cells.others[lane - 1].title)
            if lane
            else self._text("lanes-not-ours")
        )
        font = self.metrics.small
        measure = QFontMetricsF(font)
        left = rect.left() + self.metrics.left(lane)
        room = rect.right() - left - self.metrics.side
        shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, room)
        top = min(self.metrics.top, max((rect.height() - measure.height()) / 2, 0))
        box = QRectF(left, rect.top() + top, measure.horizontalAdvance(shown), measure.height())
        painter.fillRect(box.adjusted(-6, -1, 6, 1), self.theme["paper"])
        painter.setFont(font)
        painter.setPen(self.theme["soft"])
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)

    # -- gutter and label ----------------------------------------------------

    def _paint_gutter(self, painter: QPainter, rect: QRectF, row: int, middle: float) -> None:
        """Paint the signs one below the other, the first around ``middle``."""
        places = self._model.places(row)
        status = self.cells.status(places)
        signs = self._signs(row)
        if status is not None and status.lineage in DEVIATIONS:
            bar = QRectF(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, self.theme[self.cells.signs(places)[0].role])
        size = self.metrics.sign
        top = round(rect.top() + middle - size / 2)
        left = round(rect.left() + (self.metrics.gutter - size) / 2)
        for sign in signs:
            stamp_sign(painter, sign.shape, QRectF(left, top, size, size), self.theme[sign.role])
            top += round(size * 1.5)

    def _paint_label(self, painter: QPainter, box: QRectF, row: int, lane: int, cell: Cell) -> None:
        label = LabelPainter(painter, box, self.metrics, self.theme)
        label.paint_name(cell, self._text)
        if lane == 0:
            label.paint_state(asked_last(self._signs(row)))

    def _signs(self, row: int) -> tuple[Sign, ...]:
        return self._model.signs(row)

    # -- lines -----------------------------------------------------------------

    def _paint_lines(self, painter: QPainter, rect: QRectF, row: int, lane: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._ends_with_line(row):
            painter.setPen(self.theme["hatch"])
            bottom = rect.bottom() - 1
            painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))
        if lane < len(self.cells.others):
            right = rect.right() - 1
            painter.setPen(self.theme["line"])
            painter.drawLine(QPointF(right, rect.top()), QPointF(right, rect.bottom()))
        showing = self._showing
        if showing.focused and (row, lane) == (showing.row, showing.lane) != (showing.editing, 0):
            painter.setPen(QPen(self.theme["accent"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _ends_with_line(self, row: int) -> bool:
        """Tell whether a line separates a row from the next: clauses only."""
        return any(
            isinstance(self._model.block(row, lane), Clause | Tombstone)
            for lane in range(self._model.columnCount())
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width()
        return QSize(width, round(self.height(index.row(), index.column(), width)))
