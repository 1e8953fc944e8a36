"""Setting the text of a cell in type, from our own pieces and never from raw markup."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from coauthor.ui.lanes.differences import BODY, TITLE
from coauthor.ui.lanes.lane import CellText, Text
from coauthor.ui.lanes.metrics import LINE_HEIGHT, Metrics, sized
from coauthor.ui.lanes.pieces import NO_CHANGE, Flow, Paragraph, Piece, Style, Table
from coauthor.ui.lanes.sheet import Backdrop, Sheet, Span
from coauthor.ui.theme import Theme

_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_KNOWN_FIELDS = frozenset(
    {"rationale", "explanation", "acceptance", "verification", "norm", "deviation", "risk"}
)


@dataclass(frozen=True, slots=True)
class _Look:
    """The ordinary look of a stretch: font, with a name for it, and colour role."""

    name: str
    font: QFont
    role: str


class Typesetter:
    """Makes sheets for one appearance and one size of text."""

    def __init__(self, theme: Theme, metrics: Metrics, text: Text) -> None:
        self.theme = theme
        self.metrics = metrics
        self._text = text
        self._formats: dict[tuple[object, ...], QTextCharFormat] = {}
        self._blocks: dict[tuple[object, ...], QTextBlockFormat] = {}

    def set(self, cell: CellText, *, fields: bool) -> Sheet:
        """Return the cell set in type.

        Args:
            fields: show the fields in full; else one line says which there are.
        """
        job = _Job(self, cell)
        ordinary = "soft" if cell.quiet or cell.kind == "gone" else "ink"
        if cell.kind == "heading":
            font = self.metrics.heading(cell.level)
            job.paragraph(
                Paragraph(cell.title),
                _Look(f"heading-{cell.level}", font, ordinary),
                BODY,
                last=True,
            )
            return job.finish()
        if cell.title:
            look = _Look("title", self.metrics.title, ordinary)
            job.paragraph(Paragraph(cell.title, "heading"), look, TITLE, last=not cell.flow)
        job.sheet.body_block = job.next_block
        job.flow(cell.flow, _Look("body", self.metrics.font, ordinary), BODY)
        if cell.fields:
            job.gap_before = self.metrics.em * 0.55
            job.sheet.notes_block = job.next_block
            self._notes(job, cell, fields=fields)
        return job.finish()

    def _notes(self, job: "_Job", cell: CellText, *, fields: bool) -> None:
        if not fields:
            pieces: list[Piece] = []
            for each in cell.fields:
                dot = [Piece("  ·  ")] if pieces else []
                change = 0 if each.changed else NO_CHANGE
                pieces += [*dot, Piece(self.field_label(each.key), change=change)]
            look = _Look("small", self.metrics.small, "soft")
            job.paragraph(Paragraph(tuple(pieces)), look, "", last=True)
            return
        ordinary = "soft" if cell.quiet else "ink"
        for each in cell.fields:
            label = Paragraph((Piece(self.field_label(each.key), style=Style.BOLD),))
            job.paragraph(label, _Look("small", self.metrics.small, "soft"), "", last=True)
            job.flow(each.flow, _Look("small", self.metrics.small, ordinary), each.key)
            job.gap_before = self.metrics.em * 0.4

    def field_label(self, key: str) -> str:
        """Return what a field is called on screen."""
        return self._text(f"field-{key}") if key in _KNOWN_FIELDS else key

    # -- formats -----------------------------------------------------------

    def characters(self, look: _Look, piece: Piece, *, removes: bool) -> QTextCharFormat:
        """Return the format of a piece."""
        changed = piece.change != NO_CHANGE or bool(piece.style & Style.OFFERED)
        removes = removes or bool(piece.style & Style.GONE)
        key = (look.name, look.role, piece.style, changed, removes)
        found = self._formats.get(key)
        if found is None:
            found = self._formats[key] = self._characters(
                look, piece.style, changed=changed, removes=removes
            )
        return found

    def _characters(
        self, look: _Look, style: int, *, changed: bool, removes: bool
    ) -> QTextCharFormat:
        font = QFont(look.font)
        if style & Style.BOLD:
            font.setWeight(QFont.Weight.Bold)
        if style & (Style.ITALIC | Style.IMAGE):
            font.setItalic(True)
        if style & Style.CODE:
            font = sized(font, 0.95)
            font.setFamilies(["monospace"])
            font.setStyleHint(QFont.StyleHint.Monospace)
        if style & Style.GAP and not removes:  # only our own gaps are ours to fill in
            font.setWeight(QFont.Weight.DemiBold)
        font.setStrikeOut(bool(style & Style.STRUCK) or (changed and removes))
        font.setUnderline(changed and not removes)
        written = QTextCharFormat()
        written.setFont(font)
        written.setForeground(self.theme[_role(look, style, changed=changed, removes=removes)])
        return written

    def block(self, paragraph: Paragraph, *, gap: float, last: bool) -> QTextBlockFormat:
        """Return the format of the block of a paragraph."""
        key = (paragraph.kind, paragraph.depth, paragraph.quote, paragraph.close, gap, last)
        found = self._blocks.get(key)
        if found is None:
            found = self._blocks[key] = self._block(paragraph, gap, last)
        return found

    def _block(self, paragraph: Paragraph, gap: float, last: bool) -> QTextBlockFormat:  # noqa: FBT001
        em = self.metrics.em
        written = QTextBlockFormat()
        written.setLineHeight(LINE_HEIGHT, _PROPORTIONAL)
        written.setTopMargin(gap)
        below = 0.2 if paragraph.close or paragraph.kind == "heading" else 0.5
        written.setBottomMargin(0 if last else em * below)
        written.setLeftMargin(em * (1.35 * paragraph.depth + 0.9 * paragraph.quote))
        if paragraph.kind == "code":
            written.setLeftMargin(written.leftMargin() + em * 0.5)
            written.setLineHeight(118, _PROPORTIONAL)
        if paragraph.kind == "rule":
            written.setLineHeight(60, _PROPORTIONAL)
        return written

    def table(self, table: Table) -> QTextTableFormat:
        """Return the format of a table."""
        written = QTextTableFormat()
        written.setBorder(1)
        written.setBorderBrush(self.theme["line"])
        written.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        written.setBorderCollapse(True)
        written.setCellPadding(self.metrics.em * 0.3)
        written.setCellSpacing(0)
        written.setTopMargin(self.metrics.em * 0.2)
        written.setBottomMargin(self.metrics.em * 0.5)
        written.setHeaderRowCount(1)
        if sum(len(cell) for row in table.rows for cell in row) > 12:
            written.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return written


def _role(look: _Look, style: int, *, changed: bool, removes: bool) -> str:
    if style & Style.GAP and not removes:
        return "gap_ink"
    if changed:
        return "removed_ink" if removes else "added_ink"
    if style & Style.SLOT:
        return "slot_ink"
    if style & Style.LINK:
        return "accent"
    return "soft" if style & Style.IMAGE else look.role


@dataclass
class _Job:
    """One cell being set: where the next paragraph goes."""

    setter: Typesetter
    cell: CellText
    document: QTextDocument = field(default_factory=QTextDocument)
    fresh: bool = True
    gap_before: float = 0.0

    def __post_init__(self) -> None:
        self.document.setDocumentMargin(0)
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(self.setter.metrics.font)
        self.cursor = QTextCursor(self.document)
        self.sheet = Sheet(self.document)

    @property
    def next_block(self) -> int:
        """Number of the block that the next paragraph will be."""
        return self.cursor.blockNumber() + (0 if self.fresh else 1)

    def flow(self, flow: tuple[Flow, ...], look: _Look, part: str) -> None:
        """Set paragraphs and tables."""
        for position, each in enumerate(flow):
            if isinstance(each, Table):
                self._table(each, look, part)
            else:
                following = flow[position + 1] if position + 1 < len(flow) else None
                tight = each.close and isinstance(following, Paragraph) and following.close
                paragraph = each if tight else replace(each, close=False)
                self.paragraph(paragraph, look, part, last=following is None)

    def paragraph(
        self, paragraph: Paragraph, look: _Look, part: str, *, last: bool = False
    ) -> None:
        """Set one paragraph."""
        gap, self.gap_before = self.gap_before, 0.0
        block = self.setter.block(paragraph, gap=gap, last=last)
        ordinary = self.setter.characters(look, Piece(""), removes=False)
        if self.fresh:
            self.cursor.setBlockFormat(block)
            self.cursor.setBlockCharFormat(ordinary)
            self.fresh = False
        else:
            self.cursor.insertBlock(block, ordinary)
        number = self.cursor.blockNumber()
        for depth in range(1, paragraph.quote + 1):
            self.sheet.backdrops.append(Backdrop("quote", number, depth))
        if paragraph.kind in ("code", "rule"):
            self.sheet.backdrops.append(Backdrop(paragraph.kind, number))
        if paragraph.item:
            self.sheet.backdrops.append(Backdrop("item", number, text=paragraph.item))
        self.pieces(self.cursor, paragraph.pieces, look, part)

    def pieces(
        self, cursor: QTextCursor, pieces: tuple[Piece, ...], look: _Look, part: str
    ) -> None:
        """Write the pieces at the cursor and remember where they came to stand."""
        removes = self.cell.removes
        for piece in pieces:
            start = cursor.position()
            cursor.insertText(_shown(piece), self.setter.characters(look, piece, removes=removes))
            self.sheet.spans.append(Span(start, cursor.position(), piece, part))

    def _table(self, table: Table, look: _Look, part: str) -> None:
        columns = max(len(row) for row in table.rows)
        if self.fresh:
            _flatten(self.cursor)
        made = self.cursor.insertTable(len(table.rows), columns, self.setter.table(table))
        head = _Look(f"{look.name}-head", QFont(look.font), look.role)
        head.font.setWeight(QFont.Weight.DemiBold)
        ordinary = self.setter.characters(look, Piece(""), removes=False)
        for number, row in enumerate(table.rows):
            for column, pieces in enumerate(row):
                cursor = made.cellAt(number, column).firstCursorPosition()
                cursor.setBlockFormat(_cell_block(table, column))
                cursor.setBlockCharFormat(ordinary)
                self.pieces(cursor, pieces, look if number else head, part)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self.fresh = True

    def finish(self) -> Sheet:
        """Return the sheet; a block left empty behind a table takes no room."""
        if self.fresh and self.document.blockCount() > 1:
            _flatten(self.cursor)
        return self.sheet


_ALIGNED = {"center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}


def _cell_block(table: Table, column: int) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(118, _PROPORTIONAL)
    side = table.aligned[column] if column < len(table.aligned) else ""
    block.setAlignment(_ALIGNED.get(side, Qt.AlignmentFlag.AlignLeft))
    return block


def _flatten(cursor: QTextCursor) -> None:
    """Give an empty block that Qt wants beside a table no height to speak of."""
    block = QTextBlockFormat()
    block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(block)
    small = QTextCharFormat()
    small.setProperty(QTextFormat.Property.FontPointSize, 1.0)
    cursor.setBlockCharFormat(small)


def _shown(piece: Piece) -> str:
    """Return the text of a piece; a slot gets room for its rounded corners."""
    if piece.style & Style.SLOT:
        return f"\u2005{piece.text}\u2005"
    if piece.style & Style.IMAGE:
        return f"\u25a7\u2005{piece.text}"
    return piece.text
