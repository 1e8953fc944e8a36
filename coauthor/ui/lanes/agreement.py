"""Shapes for how far organisations agree, and for what each of them says."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF


def _strokes(painter: QPainter, *lines: list[tuple[float, float]]) -> None:
    for line in lines:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))


def _unanimous(painter: QPainter, _colour: QColor) -> None:
    _strokes(painter, [(1.8, 8.4), (4.9, 11.8), (10.2, 4.4)])
    _strokes(painter, [(8.2, 11.4), (8.7, 11.8), (14.2, 4.4)])


def _agrees(painter: QPainter, _colour: QColor) -> None:
    _strokes(painter, [(3, 8.4), (6.6, 12), (13, 4)])


def _consensus(painter: QPainter, _colour: QColor) -> None:
    """Draw agreement above what somebody can live with."""
    _strokes(painter, [(3.4, 6), (6.6, 9.2), (12.6, 2.2)])
    _strokes(painter, [(2.6, 13.2), (5, 12), (8, 12.8), (11, 13.6), (13.4, 12.4)])


def _majority(painter: QPainter, colour: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 5.4, 5.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPie(QRectF(2.6, 2.6, 10.8, 10.8), 90 * 16, -245 * 16)


def _none(painter: QPainter, _colour: QColor) -> None:
    _strokes(painter, [(4, 4), (12, 12)], [(12, 4), (4, 12)])


def _open(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x in (3.4, 8, 12.6):
        painter.drawEllipse(QPointF(x, 8), 1.5, 1.5)


def _objects(painter: QPainter, colour: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 5.8, 5.8)
    _strokes(painter, [(8, 4.9), (8, 8.6)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(8, 11.2), 1.0, 1.0)


def _live(painter: QPainter, _colour: QColor) -> None:
    _strokes(painter, [(2.6, 9.2), (4.6, 6.9), (7.2, 7.4), (9.2, 9), (11.6, 9.2), (13.4, 6.9)])


def _sealed(painter: QPainter, _colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(2.4, 4, 11.2, 8.4), 1.2, 1.2)
    _strokes(painter, [(2.8, 4.6), (8, 8.8), (13.2, 4.6)])


def _broken(painter: QPainter, _colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(2.4, 4, 11.2, 8.4), 1.2, 1.2)
    _strokes(painter, [(9.6, 1.8), (6.6, 7), (9.4, 8.6), (6.6, 14.2)])


AGREEMENT: dict[str, Callable[[QPainter, QColor], None]] = {
    "unanimous": _unanimous,
    "consensus": _consensus,
    "majority": _majority,
    "none": _none,
    "open": _open,
    "agree": _agrees,
    "live": _live,
    "object": _objects,
    "sealed": _sealed,
    "broken": _broken,
}
"""Shapes by `Consensus`, by stance, and by the state of a position."""

AGREEMENT_ROLES = {
    "unanimous": "standard",
    "consensus": "standard",
    "majority": "warning_ink",
    "none": "omitted",
    "open": "soft",
    "agree": "standard",
    "live": "derived",
    "object": "omitted",
    "sealed": "soft",
    "broken": "omitted",
}
"""The role of the colour of each shape."""
