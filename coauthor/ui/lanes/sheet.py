"""The text of one cell set in type: a text document and what is drawn behind it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument

from coauthor.ui.lanes.pieces import NO_CHANGE, Piece, Style

Places = Callable[[int], int]


@dataclass(slots=True)
class Span:
    """A stretch of the document that stands for one piece of the text.

    Args:
        start: position in the document.
        end: position behind it.
        part: which text of the row it is of, as in `differences.ChangeRef`.
    """

    start: int
    end: int
    piece: Piece
    part: str
    rects: list[QRectF] | None = None


@dataclass(slots=True)
class Backdrop:
    """What stands behind or beside a whole block: ``code``, ``quote``, ``rule``, ``item``.

    Args:
        depth: of a quote, counted from the text outwards.
        text: the sign of a list item.
    """

    kind: str
    block: int
    depth: int = 0
    text: str = ""


@dataclass
class Sheet:
    """A cell set in type.

    Args:
        body_block: number of the first block of the body, or -1.
        notes_block: number of the first block of the fields, or -1.
    """

    document: QTextDocument
    spans: list[Span] = field(default_factory=list)
    backdrops: list[Backdrop] = field(default_factory=list)
    body_block: int = -1
    notes_block: int = -1
    _width: float = -1.0

    @cached_property
    def marked(self) -> tuple[Span, ...]:
        """The spans that have something drawn behind them."""
        code = {each.block for each in self.backdrops if each.kind == "code"}
        return tuple(span for span in self.spans if self._is_marked(span, code))

    def _is_marked(self, span: Span, code: set[int]) -> bool:
        piece = span.piece
        if piece.change != NO_CHANGE or piece.style & (Style.SLOT | Style.OFFERED):
            return True
        if not piece.style & Style.CODE:
            return False
        return self.document.findBlock(span.start).blockNumber() not in code

    def set_width(self, width: float) -> None:
        """Lay the text out in a width; nothing happens when it has that width."""
        if width != self._width:
            self._width = width
            self.document.setTextWidth(width)
            for span in self.spans:
                span.rects = None

    @property
    def height(self) -> float:
        """Height of the text at its width."""
        return self.document.size().height() if not self.document.isEmpty() else 0.0

    def top_of(self, number: int) -> float:
        """Return where a block begins; the whole height when there is no such block."""
        if number < 0:
            return self.height
        block = self.document.findBlockByNumber(number)
        if not block.isValid():
            return self.height
        return self.document.documentLayout().blockBoundingRect(block).top()

    def rects(self, span: Span) -> list[QRectF]:
        """Return the rectangles that the text of a span fills, one a line."""
        if span.rects is None:
            span.rects = list(self.rects_between(span.start, span.end))
        return span.rects

    def rects_between(self, start: int, end: int) -> Iterator[QRectF]:
        """Yield the rectangles of the text between two positions, one a line."""
        block = self.document.findBlock(start)
        while block.isValid() and block.position() < end:
            yield from self._block_rects(block, start, end)
            block = block.next()

    def _block_rects(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        origin = self.block_rect(block).topLeft()
        layout = block.layout()
        offset = block.position()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start - offset, line.textStart())
            last = min(end - offset, line.textStart() + line.textLength())
            if first >= last:
                continue
            left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            box = QRectF(left, line.y(), right - left, line.height())
            yield box.translated(origin)

    def words_between(self, part: str, start: int, end: int) -> Iterator[QRectF]:
        """Yield the rectangles of what stands between two places in the source of a part."""
        for span in self.spans:
            piece = span.piece
            if span.part != part or piece.end <= start or end <= piece.start:
                continue
            if not piece.verbatim:
                yield from self.rects_between(span.start, span.end)
                continue
            first = len(piece.text[: max(start - piece.start, 0)].encode("utf-16-le")) // 2
            last = len(piece.text[: min(end, piece.end) - piece.start].encode("utf-16-le")) // 2
            yield from self.rects_between(span.start + first, span.start + last)

    def block_rect(self, block: QTextBlock) -> QRectF:
        """Return where a block stands."""
        return self.document.documentLayout().blockBoundingRect(block)

    def span_at(self, point: QPointF) -> Span | None:
        """Return the span whose text is at a point, or None."""
        for span in self.spans:
            if any(rect.contains(point) for rect in self.rects(span)):
                return span
        return None

    def source_at(self, point: QPointF) -> tuple[str, int] | None:
        """Return part and source position of the text at a point, or None."""
        place = self.document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        if place < 0:
            return None
        best: tuple[str, int] | None = None
        for span in self.spans:
            if span.piece.start < 0 or span.start > place:
                continue
            if place <= span.end:
                inside = place - span.start if span.piece.verbatim else 0
                return span.part, min(span.piece.start + inside, span.piece.end)
            best = span.part, span.piece.end
        return best


def _x(value: object) -> float:
    """Return the x of ``cursorToX``, which answers with the position too."""
    return float(value[0]) if isinstance(value, tuple) else float(value)  # type: ignore[arg-type]
