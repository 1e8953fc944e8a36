"""The titles above the lanes, with dividers that set their widths."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QSplitterHandle, QWidget

from coauthor.ui.lanes.lane import Lane, Text
from coauthor.ui.lanes.metrics import Metrics
from coauthor.ui.theme import Theme

THROTTLE = 30
"""Milliseconds between two layouts while a divider is dragged."""

STEP = 0.05
"""Share of the width by which a divider moves a key press."""


class LaneTitle(QWidget):
    """The title of one lane, cut short where there is no room."""

    def __init__(self, lane: Lane, number: int, metrics: Metrics, theme: Theme) -> None:
        super().__init__()
        self._lane = lane
        self._number = number
        self._metrics = metrics
        self._theme = theme
        self.setAccessibleName(lane.title)
        self.setToolTip(lane.title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)

    def sizeHint(self) -> QSize:
        return QSize(200, round(self._metrics.em * 2.1))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme["panel"])
        left = self._metrics.left(self._number)
        area = self.rect().adjusted(left, 0, -8, 0)
        align = Qt.AlignmentFlag.AlignVCenter
        font = QFont(self._metrics.small)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme["ink"])
        measure = painter.fontMetrics()
        title = measure.elidedText(self._lane.title, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, align, title)
        painter.end()


class LaneHeader(QSplitter):
    """A slim bar of lane titles; dragging a divider, or keys, set the widths.

    Signals:
        shares_changed(list): share of the width of each lane.
    """

    shares_changed = Signal(list)

    def __init__(self, parent: QWidget, text: Text) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._text = text
        self.line_colour: QColor = self.palette().mid().color()
        self._titles: list[LaneTitle] = []
        self._throttle = QTimer(self)
        self._throttle.setSingleShot(True)
        self._throttle.setInterval(THROTTLE)
        self._throttle.timeout.connect(lambda: self.shares_changed.emit(self.shares()))
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.setAccessibleName(text("lanes-widths"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.splitterMoved.connect(lambda *_: self._throttle.start())

    def show_lanes(
        self, lanes: Sequence[Lane], metrics: Metrics, theme: Theme, shares: Sequence[float]
    ) -> None:
        """Show the titles of the lanes, in widths of these shares."""
        for old in self._titles:
            old.setParent(None)
            old.deleteLater()
        self.line_colour = theme["line"]
        self._titles = [
            LaneTitle(lane, number, metrics, theme) for number, lane in enumerate(lanes)
        ]
        for title in self._titles:
            self.addWidget(title)
        for number in range(1, len(lanes)):
            words = self._text(
                "lanes-divider", left=lanes[number - 1].title, right=lanes[number].title
            )
            self.handle(number).setAccessibleName(words)
        self.setFixedHeight(self._titles[0].sizeHint().height())
        self.set_shares(shares)

    def createHandle(self) -> QSplitterHandle:
        return _Divider(self)

    def shares(self) -> list[float]:
        """Return the share of the width of each lane."""
        sizes = self.sizes()
        total = sum(sizes) or 1
        return [size / total for size in sizes]

    def set_shares(self, shares: Sequence[float]) -> None:
        """Divide the width."""
        room = max(self.width(), 100 * len(shares))
        self.setSizes([max(round(room * share), 1) for share in shares])

    def nudge(self, lane: int, steps: int) -> None:
        """Move the divider at the right of a lane, or at its left for the last lane."""
        shares = self.shares()
        if len(shares) < 2:
            return
        divider = min(lane, len(shares) - 2)
        room = shares[divider] + shares[divider + 1]
        shares[divider] = min(max(shares[divider] + steps * STEP, 0.15), room - 0.15)
        shares[divider + 1] = room - shares[divider]
        self.set_shares(shares)
        self.shares_changed.emit(shares)


class _Divider(QSplitterHandle):
    def __init__(self, header: LaneHeader) -> None:
        super().__init__(Qt.Orientation.Horizontal, header)
        self._header = header

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = self.width() // 2
        painter.setPen(self._header.line_colour)
        painter.drawLine(x, 4, x, self.height() - 4)
        painter.end()
