"""A text that is offered, shown as it would be read, before anybody takes it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from coauthor.ui.deciding.plain import offered
from coauthor.ui.lanes.backdrops import paint_backdrops, paint_marks
from coauthor.ui.lanes.cells import Cell
from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.metrics import Metrics, sized
from coauthor.ui.lanes.pieces import NO_CHANGE
from coauthor.ui.lanes.showing import Showing
from coauthor.ui.lanes.typeset import Typesetter
from coauthor.ui.theme import current_theme

LEAST_POINTS = 10.0
"""Smallest text of a preview: as in the lanes."""


class OfferPreview(QTextEdit):
    """Shows lines of a document, read-only, with the words marked that are not as before."""

    def __init__(self, text: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._showing = Showing()
        self._shown = ("", "")
        self._cell: Cell | None = None
        self.setReadOnly(True)
        self.setViewportMargins(10, 6, 10, 6)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(text("offer-preview"))

    def show_offer(self, text: str, before: str) -> None:
        """Show a text; words that are not in ``before`` are marked."""
        self._shown = text, before
        theme = current_theme()
        font = QFont(self.font())
        if 0 < font.pointSizeF() < LEAST_POINTS:
            font.setPointSizeF(LEAST_POINTS)
        setter = Typesetter(theme, Metrics(sized(font, 1.0)), self._text)
        words = offered(text, before, self._text)
        sheet = setter.set(words, fields=True)
        # Qt does not keep a document alive that it did not make.
        self._cell = Cell(words, sheet)
        self._setter = setter
        self.setDocument(sheet.document)
        self._fit()
        self._show_first_change()

    def dress(self) -> None:
        """Follow another appearance."""
        if self._cell is not None:
            self.show_offer(*self._shown)

    def _show_first_change(self) -> None:
        """Scroll to the first words that are not as before."""
        marked = self._cell.sheet.marked if self._cell is not None else ()
        span = next((span for span in marked if span.piece.change != NO_CHANGE), None)
        top = 0.0
        if span is not None and self._cell is not None:
            line = self._cell.sheet.rects(span)[0]
            top = line.top() - line.height() * 1.5 if line.top() > line.height() * 3 else 0.0
        self.verticalScrollBar().setValue(round(top))

    def _fit(self) -> None:
        if self._cell is not None:
            self._cell.sheet.set_width(float(self.viewport().width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._show_first_change()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._cell is not None:
            self._fit()
            theme, sheet = self._setter.theme, self._cell.sheet
            painter = QPainter(self.viewport())
            painter.translate(0, -self.verticalScrollBar().value())
            paint_backdrops(painter, sheet, theme, self._setter.metrics)
            paint_marks(painter, self._cell, theme, self._showing, 0, 0)
            painter.end()
        super().paintEvent(event)
