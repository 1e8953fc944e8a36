"""What the lanes show of a conversation: stretches that were spoken of, and words picked out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from coauthor.ui.lanes.differences import BODY
from coauthor.ui.lanes.sheet import Sheet
from coauthor.ui.theme import Theme

Draw = Callable[[QPainter, QColor], None]

MOST = 9
"""Threads that a sign counts; of more it says so."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a clause that an open thread is about.

    Args:
        start, end: characters in the `readable` body.
        sure: they are known to be those words; else it is a guess.
    """

    thread: str
    start: int
    end: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Pick:
    """Words that a person picked out with the pointer, in the `readable` text of a part."""

    row: int
    lane: int
    part: str
    start: int
    end: int


@dataclass
class Talk:
    """What is shown.

    Args:
        stretches: by uid of the clause, in our lane.
        thread: the thread that is being read, or ''.
        pick: what is picked out, or None.
    """

    stretches: Mapping[str, tuple[Stretch, ...]] = field(default_factory=dict)
    thread: str = ""
    pick: Pick | None = None


def paint_talk(
    painter: QPainter, sheet: Sheet, theme: Theme, talk: Talk, row: int, lane: int, uid: str
) -> None:
    """Draw lines under words that were spoken of, and paper behind those picked out.

    A solid line is where the words are, a dotted one where they may be.
    """
    for stretch in talk.stretches.get(uid, ()) if lane == 0 and uid else ():
        read = stretch.thread == talk.thread
        for rect in sheet.words_between(BODY, stretch.start, stretch.end):
            if read:
                painter.fillRect(rect, theme["talk_paper"])
            _underline(painter, rect, theme["talk"], sure=stretch.sure, strong=read)
    pick = talk.pick
    if pick is not None and (pick.row, pick.lane) == (row, lane):
        for rect in sheet.words_between(pick.part, pick.start, pick.end):
            painter.fillRect(rect, theme["picked"])


def _underline(
    painter: QPainter, rect: QRectF, colour: QColor, *, sure: bool, strong: bool
) -> None:
    thick = 2 if strong else 1.5
    line = QRectF(rect.left(), round(rect.bottom()) - 2, rect.width(), thick)
    if sure:
        painter.fillRect(line, colour)
        return
    pen = QPen(colour, thick)
    pen.setStyle(Qt.PenStyle.DotLine)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(line.topLeft(), line.topRight())


def talk_shape(count: int, *, unread: bool) -> str:
    """Return the name of the sign for so many open threads."""
    return f"talk-{'new' if unread else 'known'}-{count if count <= MOST else 'many'}"


def _bubble(number: str, *, solid: bool) -> Draw:
    """Return what draws a balloon with a number: solid when something in it is new."""

    def draw(painter: QPainter, colour: QColor) -> None:
        balloon = QPainterPath()
        balloon.addRoundedRect(QRectF(0.9, 1.4, 14.2, 10.8), 3, 3)
        tip = QPainterPath(QPointF(3.8, 11.6))
        tip.lineTo(3.8, 15.2)
        tip.lineTo(7.8, 11.6)
        tip.closeSubpath()
        font = QFont(painter.font())
        font.setPixelSize(10)
        font.setBold(True)
        digits = QPainterPath()
        digits.addText(0, 0, font, number)
        box = digits.boundingRect()
        digits.translate(8 - box.center().x(), 6.8 - box.center().y())
        shape = balloon.united(tip)
        painter.setBrush(colour if solid else Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if solid:  # the number is cut out, so that it shows on any paper
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.drawPath(digits)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    return draw


TALK_SHAPES: dict[str, Draw] = {
    talk_shape(count, unread=unread): _bubble(str(count) if count <= MOST else "+", solid=unread)
    for count in range(1, MOST + 2)
    for unread in (False, True)
}
"""Signs for open threads, by name."""
