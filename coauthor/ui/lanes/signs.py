"""Signs for lineage, locks, reasons and problems: a shape each, drawn as vectors.

No sign is known by its colour alone: every one has its own shape and its words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from coauthor.lineage.status import ClauseStatus, Direction, Lineage
from coauthor.ui.lanes.agreement import AGREEMENT
from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.talk import TALK_SHAPES

_ROLES = {
    Lineage.VERBATIM: "soft",
    Lineage.FILLED: "standard",
    Lineage.ADAPTED: "adapted",
    Lineage.LOCAL: "local",
    Lineage.DERIVED: "derived",
    Lineage.OMITTED: "omitted",
}


ASKED = ("decide", "look", "received", "suggested")
"""Shapes that say that something waits for a person."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign: its shape, the role of its colour, and its words."""

    shape: str
    role: str
    words: str


def lineage_sign(status: ClauseStatus, text: Text) -> Sign:
    """Return the sign of where a clause comes from."""
    role = _ROLES[status.lineage]
    words = text(f"lineage-{status.lineage.value}")
    if status.lineage is Lineage.ADAPTED:
        direction = status.direction or Direction.OTHER
        words = text("lanes-adapted", direction=text(f"lineage-adapted-{direction.value}"))
        return Sign(direction.value, role, words)
    return Sign(status.lineage.value, role, words)


def signs_of(status: ClauseStatus, text: Text, problem: str = "") -> tuple[Sign, ...]:
    """Return the signs of a clause, the lineage first.

    Args:
        problem: what is wrong with it, in words, or ''.
    """
    found = [lineage_sign(status, text)]
    if status.locked:
        found.append(Sign("lock", "soft", text("lineage-locked")))
    if status.unexplained:
        found.append(Sign("no-reason", "warning_ink", text("lanes-no-reason")))
    elif status.reason or status.reason_class:
        found.append(Sign("reason", "soft", text("lanes-reason")))
    if status.behind:
        found.append(Sign("behind", "accent", text("lineage-behind")))
    if problem:
        found.append(Sign("problem", "omitted", problem))
    return tuple(found)


def asked_last(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """Return the signs with what is asked at the end, where the label has room for it."""
    if signs and signs[0].shape in ASKED:
        return (*signs[1:], signs[0])
    return signs


def paint_sign(painter: QPainter, shape: str, box: QRectF, colour: QColor) -> None:
    """Draw a sign in a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = box.width()
    pen = QPen(colour, max(size * 0.11, 1.2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(box.topLeft())
    painter.scale(size / 16, size / 16)
    pen.setWidthF(max(1.7, 1.2 * 16 / size))
    painter.setPen(pen)
    _SHAPES[shape](painter, colour)
    painter.restore()


@lru_cache(maxsize=256)
def _picture(shape: str, colour: int, size: float, ratio: float) -> QPixmap:
    side = ceil(size * ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_sign(painter, shape, QRectF(0, 0, size, size), QColor.fromRgba(colour))
    painter.end()
    return picture


def stamp_sign(painter: QPainter, shape: str, box: QRectF, colour: QColor) -> None:
    """Draw a sign from a picture of it at the density of the screen, made once."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(box.topLeft(), _picture(shape, colour.rgba(), box.width(), ratio))


def sign_icon(shape: str, colour: QColor, size: int = 16, ratio: float = 2.0) -> QIcon:
    """Return a sign as an icon, for lists, menus and legends."""
    return QIcon(_picture(shape, colour.rgba(), size, ratio))


def _verbatim(painter: QPainter, _colour: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 4.6, 4.6)


def _filled(painter: QPainter, colour: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 4.6, 4.6)
    _solid(painter, colour)
    painter.drawEllipse(QPointF(8, 8), 2.1, 2.1)


def _polygon(*points: tuple[float, float]) -> Callable[[QPainter, QColor], None]:
    shape = QPolygonF([QPointF(x, y) for x, y in points])

    def draw(painter: QPainter, colour: QColor) -> None:
        painter.setBrush(colour)
        painter.drawPolygon(shape)

    return draw


def _local(painter: QPainter, colour: QColor) -> None:
    _solid(painter, colour)
    path = QPainterPath()
    path.addRoundedRect(QRectF(2.2, 2.2, 11.6, 11.6), 2.4, 2.4)
    path.addRect(QRectF(7.1, 4.6, 1.8, 6.8))
    path.addRect(QRectF(4.6, 7.1, 2.5, 1.8))
    path.addRect(QRectF(8.9, 7.1, 2.5, 1.8))
    painter.drawPath(path)


def _derived(painter: QPainter, _colour: QColor) -> None:
    _strokes(painter, [(3, 8), (7, 8), (12, 3.6)], [(7, 8), (12, 12.4)])
    _strokes(painter, [(9.4, 3.4), (12.4, 3.2), (12.2, 6.2)])
    _strokes(painter, [(9.4, 12.6), (12.4, 12.8), (12.2, 9.8)])


def _omitted(painter: QPainter, _colour: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 5.4, 5.4)
    _strokes(painter, [(4.4, 11.6), (11.6, 4.4)])


def _behind(painter: QPainter, _colour: QColor) -> None:
    _strokes(painter, [(3.6, 8.4), (8, 4), (12.4, 8.4)], [(3.6, 13), (8, 8.6), (12.4, 13)])


def _lock(painter: QPainter, colour: QColor) -> None:
    path = QPainterPath(QPointF(5.2, 7.4))
    path.lineTo(5.2, 5.6)
    path.arcTo(QRectF(5.2, 2.8, 5.6, 5.6), 180, -180)
    path.lineTo(10.8, 7.4)
    painter.drawPath(path)
    _solid(painter, colour)
    painter.drawRoundedRect(QRectF(3.4, 7.2, 9.2, 6.4), 1.4, 1.4)


def _problem(painter: QPainter, colour: QColor) -> None:
    painter.drawPolygon(QPolygonF([QPointF(8, 2.4), QPointF(14.2, 13.4), QPointF(1.8, 13.4)]))
    _strokes(painter, [(8, 6.4), (8, 9.4)])
    _solid(painter, colour)
    painter.drawEllipse(QPointF(8, 11.5), 0.9, 0.9)


def _bubble(painter: QPainter) -> None:
    path = QPainterPath(QPointF(5, 11.4))
    path.lineTo(5, 14)
    path.lineTo(8, 11.4)
    path.lineTo(12.4, 11.4)
    path.quadTo(14, 11.4, 14, 9.8)
    path.lineTo(14, 4.4)
    path.quadTo(14, 2.8, 12.4, 2.8)
    path.lineTo(3.6, 2.8)
    path.quadTo(2, 2.8, 2, 4.4)
    path.lineTo(2, 9.8)
    path.quadTo(2, 11.4, 3.6, 11.4)
    path.closeSubpath()
    painter.drawPath(path)


def _reason(painter: QPainter, _colour: QColor) -> None:
    _bubble(painter)
    _strokes(painter, [(5, 5.8), (11, 5.8)], [(5, 8.4), (9, 8.4)])


def _no_reason(painter: QPainter, colour: QColor) -> None:
    _bubble(painter)
    _strokes(painter, [(6.4, 5.4), (7.2, 4.7), (8.8, 4.7), (9.5, 5.6), (9, 6.6), (8, 7.3)])
    _solid(painter, colour)
    painter.drawEllipse(QPointF(8, 9.4), 0.85, 0.85)


def _decide(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(8, 8), 6.2, 6.2)
    pen = painter.pen()
    # the question mark is cut out of the disc, so that it shows on any paper
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _strokes(
        painter, [(6, 6.3), (6.6, 5), (8, 4.4), (9.5, 5), (10, 6.3), (9.2, 7.5), (8, 8.3), (8, 9.2)]
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(8, 11.5), 1.0, 1.0)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(pen)


def _look(painter: QPainter, colour: QColor) -> None:
    path = QPainterPath(QPointF(1.8, 8))
    path.quadTo(8, 0.8, 14.2, 8)
    path.quadTo(8, 15.2, 1.8, 8)
    painter.drawPath(path)
    _solid(painter, colour)
    painter.drawEllipse(QPointF(8, 8), 2.3, 2.3)


def _received(painter: QPainter, _colour: QColor) -> None:
    _strokes(painter, [(8, 2.4), (8, 9.6)], [(4.8, 6.8), (8, 10), (11.2, 6.8)])
    _strokes(painter, [(2.6, 10), (2.6, 13.4), (13.4, 13.4), (13.4, 10)])


def _suggested(painter: QPainter, colour: QColor) -> None:
    """Draw a pencil."""
    path = QPainterPath(QPointF(2.4, 13.6))
    path.lineTo(3.4, 9.8)
    path.lineTo(10.8, 2.4)
    path.lineTo(13.6, 5.2)
    path.lineTo(6.2, 12.6)
    path.closeSubpath()
    painter.drawPath(path)
    _strokes(painter, [(8.8, 4.4), (11.6, 7.2)])
    _solid(painter, colour)
    painter.drawPolygon(QPolygonF([QPointF(2, 14), QPointF(3, 10.6), QPointF(5.4, 13)]))


def _solid(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _strokes(painter: QPainter, *lines: list[tuple[float, float]]) -> None:
    for line in lines:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))


_SHAPES: dict[str, Callable[[QPainter, QColor], None]] = {
    "verbatim": _verbatim,
    "filled": _filled,
    "stricter": _polygon((8, 3), (13.4, 12.4), (2.6, 12.4)),
    "weaker": _polygon((8, 13), (13.4, 3.6), (2.6, 3.6)),
    "other": _polygon((8, 2.4), (13.6, 8), (8, 13.6), (2.4, 8)),
    "local": _local,
    "derived": _derived,
    "omitted": _omitted,
    "behind": _behind,
    "lock": _lock,
    "problem": _problem,
    "reason": _reason,
    "no-reason": _no_reason,
    "decide": _decide,
    "look": _look,
    "received": _received,
    "suggested": _suggested,
    **AGREEMENT,
    **TALK_SHAPES,
}

SHAPES = tuple(_SHAPES)
"""Names of all shapes."""
