"""The standard share as a gauge: a bar, a number and words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from coauthor.language import Catalogue
from coauthor.lineage.share import Share
from coauthor.ui.forms import describe


class ShareGauge(QWidget):
    """A bar that is filled as far as the document is standard."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        describe(self, text("gauge-none"))

    def show_share(self, share: Share | None) -> None:
        """Show a share; None when nothing is derived from a standard."""
        value = share.by_clause if share else None
        if value == self._share and self.accessibleName():
            return
        self._share = value
        said = "gauge-none" if value is None else "gauge-share"
        describe(self, self._text(said, percent=round((value or 0) * 100)))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the words, one line high."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("0" * 20), metrics.height() + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar and the number."""
        painter = QPainter(self)
        area = paint_bar(painter, self, self._share or 0.0)
        shown = "–" if self._share is None else f"{round(self._share * 100)} %"
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)


def paint_bar(painter: QPainter, widget: QWidget, share: float) -> QRectF:
    """Paint the bar of a gauge; returns where it stands, with the pen ready for its words.

    Args:
        share: how far it is filled, 0 to 1.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette = widget.palette()
    area = QRectF(widget.rect()).adjusted(0.5, 2.5, -0.5, -2.5)
    painter.setPen(palette.color(QPalette.ColorRole.Mid))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(area, 4, 4)
    if share:
        filled = QRectF(area)
        filled.setWidth(area.width() * share)
        colour = palette.color(QPalette.ColorRole.Highlight)
        colour.setAlpha(70)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(filled, 4, 4)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    return area
