"""The line above a clause: its code, its kind, and at the right what asks for attention."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from coauthor.ui.lanes.cells import Cell
from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.metrics import Metrics
from coauthor.ui.lanes.signs import Sign
from coauthor.ui.theme import Theme

KINDS = ("eis", "wens", "informatie")

_SILENT = ("verbatim", "reason")
_CALM = ("filled", "lock", "derived")

Pill = tuple[str, str, str]
"""Roles of the surface, the words and the edge of a rounded label; '' for none."""

_SOLID: Pill = ("slot_paper", "slot_ink", "")
_HOLLOW: Pill = ("", "soft", "line")
_ADDED: Pill = ("added_paper", "added_ink", "added_ink")
_REMOVED: Pill = ("removed_paper", "removed_ink", "removed_ink")


class LabelPainter:
    """Paints one label line."""

    def __init__(self, painter: QPainter, box: QRectF, metrics: Metrics, theme: Theme) -> None:
        self._painter = painter
        self._theme = theme
        self._em = metrics.em
        self._measure = metrics.small_measure
        height = self._measure.height() * 1.25
        self._line = QRectF(box.left(), box.top(), box.width(), height)
        self._left = box.left()
        painter.setFont(metrics.small)

    def paint_name(self, cell: Cell, text: Text) -> None:
        """Paint code and kind; what does not fit is left out."""
        kind = cell.words.label
        if code := cell.words.code:
            self._words(code)
        if kind:
            self._pill(text(f"kind-{kind}") if kind in KINDS else kind, _look_of(cell))

    def paint_state(self, signs: Sequence[Sign]) -> None:
        """Paint the signs that ask for attention in words, from the right."""
        right = self._line.right()
        for sign in reversed([sign for sign in signs if sign.shape not in _SILENT]):
            room = self._measure.horizontalAdvance(sign.words)
            if right - room < self._left:
                return
            self._painter.setPen(self._theme["soft" if sign.shape in _CALM else sign.role])
            box = QRectF(right - room, self._line.top(), room + 1, self._line.height())
            self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, sign.words)
            right -= room + self._em * 0.8

    def _words(self, words: str) -> None:
        room = self._measure.horizontalAdvance(words)
        if self._left + room > self._line.right():
            return
        self._painter.setPen(self._theme["soft"])
        box = QRectF(self._left, self._line.top(), room + 1, self._line.height())
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        self._left += room + self._em * 0.55

    def _pill(self, words: str, look: Pill) -> None:
        room = self._measure.horizontalAdvance(words) + self._em * 0.8
        if self._left + room > self._line.right():
            return
        surface, ink, edge = look
        box = QRectF(self._left, self._line.top() + 0.5, room, self._line.height() - 1)
        painter, theme = self._painter, self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme[edge]) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme[surface] if surface else QColor(0, 0, 0, 0))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(theme[ink])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        self._left += room + self._em * 0.55


def _look_of(cell: Cell) -> Pill:
    if cell.kind_changed:
        return _REMOVED if cell.words.removes else _ADDED
    return _SOLID if cell.words.label == "eis" else _HOLLOW
