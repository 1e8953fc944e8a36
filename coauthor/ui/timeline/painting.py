"""How a row of the timeline looks: what, who, when, its names, and what it changed."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coauthor.document.clause_changes import ClauseChange
from coauthor.document.rendering import printable
from coauthor.history.repository import Name
from coauthor.language import Catalogue
from coauthor.ui.theme import Theme, current_theme
from coauthor.ui.timeline.model import ROW, Row, moment_of, title_of, who_of
from coauthor.workspace.timeline import Entry

Index = QModelIndex | QPersistentModelIndex

MARGIN, GAP, INDENT = 8.0, 6.0, 16.0
SIGNS = {"came": "+", "left": "−", "changed": "≠", "moved": "↕"}
"""What happened to a clause, as a sign beside its code: never by colour alone."""

COLOURS = {
    "came": ("added_ink", "added_paper"),
    "left": ("removed_ink", "removed_paper"),
    "changed": ("slot_ink", "slot_paper"),
    "moved": ("ink", "code_paper"),
}


class EntryPainter(QStyledItemDelegate):
    """Paints heads of groups and versions."""

    def __init__(self, text: Catalogue, parent: QObject) -> None:
        super().__init__(parent)
        self._text = text

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        row = index.data(ROW)
        area, font = QRectF(option.rect), QFont(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.entry is None:
            self._paint_head(painter, area, font, str(index.data()), theme)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, theme["chosen"])
                painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme["accent"])
            left = MARGIN + INDENT * (row.depth + 1)
            if row.entry.inside:
                _paint_arrow(painter, area.left() + left - INDENT, area.top() + 8, font, row, theme)
            self._paint_entry(painter, area.adjusted(left, 6, -MARGIN, -6), font, row.entry, theme)
            painter.setPen(theme["line"])
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def _paint_head(
        self, painter: QPainter, area: QRectF, font: QFont, label: str, theme: Theme
    ) -> None:
        small = _sized(font, 0.92, QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(theme["soft"])
        painter.drawText(
            area.adjusted(MARGIN + INDENT, 0, -MARGIN, -4),
            Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
            label,
        )

    def _paint_entry(
        self, painter: QPainter, area: QRectF, font: QFont, entry: Entry, theme: Theme
    ) -> None:
        strong, small = _sized(font, 1.0, QFont.Weight.DemiBold), _sized(font, 0.92)
        line = QFontMetricsF(font).height()
        when = moment_of(entry.version)
        room = QFontMetricsF(small).horizontalAdvance(when) + 12
        top = QRectF(area.left(), area.top(), area.width(), line)
        painter.setFont(small)
        painter.setPen(theme["soft"])
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, when)
        _line(
            painter, top.adjusted(0, 0, -room, 0), strong, title_of(entry, self._text), theme["ink"]
        )
        below = top.translated(0, line * 1.1)
        who = who_of(entry)
        if entry.inside:
            who += " · " + self._text("timeline-inside", count=entry.inside)
        _line(painter, below, small, who, theme["soft"])
        if _has_marks(entry):
            row = QRectF(area.left(), below.bottom() + 4, area.width(), line * 1.15)
            self._paint_marks(painter, row, small, entry, theme)

    def _paint_marks(
        self, painter: QPainter, row: QRectF, font: QFont, entry: Entry, theme: Theme
    ) -> None:
        """Paint names and clauses as far as there is room, and how many there are besides."""
        measure = QFontMetricsF(font)
        left, right = row.left(), row.right() - measure.horizontalAdvance("+ 10000") - 8
        for name in entry.names:
            left = _paint_name(
                painter, QRectF(left, row.top(), right - left, row.height()), font, name, theme
            )
        if entry.change.between and not entry.change.clauses:
            words = self._text("timeline-between")
            _line(
                painter,
                QRectF(left, row.top(), row.right() - left, row.height()),
                font,
                words,
                theme["soft"],
            )
        for number, change in enumerate(entry.change.clauses):
            words = mark_of(change)
            width = measure.horizontalAdvance(words) + 14
            if left + width > right and number:
                rest = f"+ {len(entry.change.clauses) - number}"
                _line(painter, QRectF(left, row.top(), 90, row.height()), font, rest, theme["soft"])
                break
            ink, paper = COLOURS[change.kind]
            box = QRectF(left, row.top(), min(width, right - left), row.height())
            _pill(painter, box, theme[paper], None)
            painter.setPen(theme[ink])
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            left += box.width() + GAP


def row_height(row: Row, line: int) -> int:
    """Return the height of a row in pixels, for a font with lines of that height."""
    if row.entry is None:
        return round(line * 2.0)
    return round(line * (3.5 if _has_marks(row.entry) else 2.1) + 14)


def mark_of(change: ClauseChange) -> str:
    """Return a clause with the sign of what happened to it."""
    return f"{SIGNS[change.kind]} {printable(change.code or change.title or change.uid)}"


def _has_marks(entry: Entry) -> bool:
    return bool(entry.names or entry.change.clauses or entry.change.between)


def _paint_name(painter: QPainter, room: QRectF, font: QFont, name: Name, theme: Theme) -> float:
    """Paint a name: a flag, or a seal for a frozen version; returns where it ends."""
    measure = QFontMetricsF(font)
    words = measure.elidedText(printable(name.shown), Qt.TextElideMode.ElideRight, 260)
    side = room.height()
    width = measure.horizontalAdvance(words) + side + 16
    box = QRectF(room.left(), room.top(), min(width, max(room.width(), 60)), side)
    frozen = name.kind != "name"
    _pill(painter, box, theme["paper"], theme["accent"] if frozen else theme["soft"])
    sign = QRectF(box.left() + 5, box.top() + 2, side - 4, side - 4)
    paint_name_sign(painter, sign, frozen=frozen, theme=theme)
    painter.setFont(font)
    painter.setPen(theme["ink"])
    area = box.adjusted(side + 6, 0, -6, 0)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    return box.right() + GAP


def paint_name_sign(painter: QPainter, box: QRectF, *, frozen: bool, theme: Theme) -> None:
    """Paint a seal, or the flag of an ordinary name."""
    centre, radius = box.center(), box.width() / 2
    if not frozen:
        painter.setPen(QPen(theme["soft"], 1.4))
        pole = QPointF(box.left() + radius * 0.5, box.top() + 1)
        painter.drawLine(pole, QPointF(pole.x(), box.bottom() - 1))
        painter.setBrush(theme["soft"])
        flag = [pole, QPointF(box.right() - 1, pole.y() + radius * 0.5)]
        painter.drawPolygon(QPolygonF([*flag, QPointF(pole.x(), pole.y() + radius)]))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme["accent"])
    for turn in range(3):  # three squares make a star of twelve points
        painter.save()
        painter.translate(centre)
        painter.rotate(turn * 30)
        half = radius * 0.72
        painter.drawRect(QRectF(-half, -half, 2 * half, 2 * half))
        painter.restore()
    painter.setPen(QPen(theme["accent_ink"], max(radius * 0.24, 1.3)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = ((-0.42, 0.02), (-0.1, 0.36), (0.44, -0.32))
    painter.drawPolyline(QPolygonF([centre + QPointF(x * radius, y * radius) for x, y in points]))


def _paint_arrow(
    painter: QPainter, left: float, top: float, font: QFont, row: Row, theme: Theme
) -> None:
    """Paint what tells that there is more inside: pointing down when it is shown."""
    size = QFontMetricsF(font).height() * 0.28
    centre = QPointF(left + size, top + size * 1.5)
    points = ((-1, -0.7), (1, -0.7), (0, 0.8)) if row.open else ((-0.7, -1), (-0.7, 1), (0.8, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme["ink"])
    painter.drawPolygon(QPolygonF([centre + QPointF(x * size, y * size) for x, y in points]))


def _pill(painter: QPainter, box: QRectF, paper: QColor, edge: QColor | None) -> None:
    painter.setPen(QPen(edge, 1.2) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(paper)
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)


def _line(painter: QPainter, area: QRectF, font: QFont, words: str, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _sized(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    made.setWeight(weight)
    return made
