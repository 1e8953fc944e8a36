"""The 80 %-meter: how many clauses are candidates for the common standard."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coauthor.language import Catalogue
from coauthor.ui.forms import describe
from coauthor.ui.gauge import paint_bar

AIM = 0.8
"""The part of a document that parties can write together."""


class CandidateMeter(QWidget):
    """A bar with a mark at 80 %, and the numbers in words."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._candidates, self._clauses = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0, 0)

    @property
    def words(self) -> str:
        """What the bar says."""
        percent = round(100 * self._candidates / self._clauses) if self._clauses else 0
        return self._text(
            "cli-meter", candidates=self._candidates, clauses=self._clauses, percent=percent
        )

    def show_count(self, candidates: int, clauses: int) -> None:
        """Show how many of the clauses are candidates."""
        self._candidates, self._clauses = candidates, clauses
        describe(self, self.words, self._text("meter-help"))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the words, one line high."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("0" * 34), metrics.height() + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar, the mark and the words."""
        painter = QPainter(self)
        share = self._candidates / self._clauses if self._clauses else 0.0
        area = paint_bar(painter, self, share)
        ink = painter.pen()
        painter.setPen(QPen(ink.color(), 1, Qt.PenStyle.DashLine))
        aim = area.left() + area.width() * AIM
        painter.drawLine(int(aim), int(area.top()), int(aim), int(area.bottom()))
        painter.setPen(ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.words)
