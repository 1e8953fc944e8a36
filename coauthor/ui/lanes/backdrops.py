"""What is drawn behind the text of a cell: marks, slots, search hits, quotes, code."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from coauthor.ui.lanes.cells import Cell
from coauthor.ui.lanes.differences import BODY
from coauthor.ui.lanes.lane import CellText
from coauthor.ui.lanes.metrics import Metrics
from coauthor.ui.lanes.pieces import NO_CHANGE, Style
from coauthor.ui.lanes.sheet import Backdrop, Sheet, Span
from coauthor.ui.lanes.showing import Showing
from coauthor.ui.theme import Theme


def paint_backdrops(painter: QPainter, sheet: Sheet, theme: Theme, metrics: Metrics) -> None:
    """Draw bars of quotes, surfaces of code, rules, and the signs of list items."""
    for backdrop in sheet.backdrops:
        block = sheet.document.findBlockByNumber(backdrop.block)
        box = sheet.block_rect(block)
        left = block.blockFormat().leftMargin()
        if backdrop.kind == "quote":
            x = left - metrics.em * (0.9 * backdrop.depth - 0.2)
            painter.fillRect(QRectF(x, box.top(), 3, box.height()), theme["line"])
        elif backdrop.kind == "code":
            area = QRectF(left, box.top(), sheet.document.textWidth() - left, box.height())
            pad = metrics.em * 0.5
            painter.fillRect(area.adjusted(-pad, 0, 0, 0), theme["code_paper"])
        elif backdrop.kind == "rule":
            y = box.center().y()
            painter.setPen(theme["line"])
            painter.drawLine(QPointF(left, y), QPointF(sheet.document.textWidth(), y))
        else:
            _paint_item(painter, sheet, backdrop, theme, metrics)


def _paint_item(
    painter: QPainter, sheet: Sheet, backdrop: Backdrop, theme: Theme, metrics: Metrics
) -> None:
    block = sheet.document.findBlockByNumber(backdrop.block)
    line = block.layout().lineAt(0)
    if not line.isValid():
        return
    origin = sheet.block_rect(block).topLeft()
    painter.setFont(block.charFormat().font())
    painter.setPen(theme["soft"])
    room = QFontMetricsF(painter.font()).horizontalAdvance(backdrop.text)
    x = origin.x() + line.x() - room - metrics.em * 0.4
    painter.drawText(QPointF(x, origin.y() + line.y() + line.ascent()), backdrop.text)


def paint_marks(
    painter: QPainter, cell: Cell, theme: Theme, showing: Showing, row: int, lane: int
) -> None:
    """Draw what stands behind changed words, slots, code and search hits."""
    sheet = cell.sheet
    rings = showing.rings(row, lane)
    slot = showing.slot[1] if lane == 0 and showing.slot and showing.slot[0] == row else -1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for span in sheet.marked:
        pressed = span.part == BODY and span.piece.start == slot
        for surface, edge, grown in _surfaces(span, cell.words, rings, pressed=pressed):
            ink = theme[edge] if edge else None
            for rect in sheet.rects(span):
                _rounded(painter, rect.adjusted(-grown, 0.5, grown, -0.5), theme[surface], ink)
    if showing.pattern is not None:
        _paint_hits(painter, cell, theme, showing, row, lane)


def _surfaces(
    span: Span, words: CellText, rings: tuple[int, ...], *, pressed: bool
) -> Iterator[tuple[str, str, int]]:
    """Yield roles of surface and edge, and how far a surface reaches out of the words."""
    piece = span.piece
    removes = words.removes or bool(piece.style & Style.GONE)
    gap = bool(piece.style & Style.GAP) and not removes
    if piece.style & Style.SLOT:
        edge = "accent" if pressed else "gap_line" if gap else ""
        yield ("gap_paper" if gap else "slot_paper"), edge, 0
    if piece.style & Style.OFFERED:
        edge = "accent" if piece.style & Style.PICKED else ""
        yield ("removed_paper" if removes else "added_paper"), edge, 1
    elif piece.change != NO_CHANGE and not gap:
        edge = "accent" if piece.change in rings and span.part else ""
        yield ("removed_paper" if removes else "added_paper"), edge, 1
    elif piece.style & Style.CODE and not piece.style & Style.SLOT:
        yield "code_paper", "", 2


def _rounded(painter: QPainter, rect: QRectF, surface: QColor, edge: QColor | None = None) -> None:
    painter.setBrush(surface)
    painter.setPen(QPen(edge, 1.4) if edge is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect, 4, 4)


def _paint_hits(
    painter: QPainter, cell: Cell, theme: Theme, showing: Showing, row: int, lane: int
) -> None:
    for part, start, end in hits(cell.sheet, showing.pattern):
        current = lane == 0 and showing.hit == (row, part, start)
        surface = theme["found_strong" if current else "found_paper"]
        for rect in cell.sheet.words_between(part, start, end):
            _rounded(painter, rect, surface, theme["accent"] if current else None)


def hits(sheet: Sheet, pattern: "re.Pattern[str] | None") -> Iterator[tuple[str, int, int]]:
    """Yield part, start and end in the source of what a pattern finds in the words."""
    if pattern is None:
        return
    for part in dict.fromkeys(span.part for span in sheet.spans if span.part):
        text, places = _words(sheet, part)
        for found in pattern.finditer(text):
            if found.end() > found.start():
                yield part, places[found.start()], places[found.end() - 1] + 1


def _words(sheet: Sheet, part: str) -> tuple[str, list[int]]:
    """Return the words of a part as they stand in the source, with their places."""
    parts: list[str] = []
    places: list[int] = []
    for span in sheet.spans:
        if span.part == part and span.piece.verbatim:
            parts.append(span.piece.text)
            places += range(span.piece.start, span.piece.end)
        elif span.part == part:
            parts.append("\n")
            places.append(span.piece.start)
    return "".join(parts), places
