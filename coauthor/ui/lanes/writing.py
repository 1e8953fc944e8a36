"""Writing in the active row: opens, places and follows the one live editor."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPersistentModelIndex, QRect, QTimer, Signal

from coauthor.document.model import Block, Clause, Heading, Prose
from coauthor.errors import UserError
from coauthor.ui.lanes.differences import BODY, NONE, TITLE, differences
from coauthor.ui.lanes.editor import RowEditor
from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.showing import Showing
from coauthor.ui.lanes.table import LanesTable
from coauthor.workspace.session import Session

SOON = 120
"""Milliseconds after a key until the words that are suggested are marked: typing goes first."""


class Offering(Protocol):
    """Takes what is typed in a clause as a suggestion, so that the clause stays as it is."""

    def begins(self, clause: Clause) -> Clause:
        """Return what the editor shows for a clause."""
        ...

    def writes(self, part: str, words: str, join: str) -> Clause:
        """Keep what was typed; returns the clause as it would be now."""
        ...

    @property
    def base(self) -> Clause | None:
        """The clause for which something is being offered."""
        ...


class Writing(QObject):
    """Takes what is typed to the session, and what the session changes to the editor.

    Signals:
        began(): an editor opened.
        ended(): it closed.
        left(str): the person goes ``up``, ``down``, ``next``, ``previous`` or ``out``.
        refused(UserError): the session refused a change; the editor shows what stands.
    """

    began = Signal()
    ended = Signal()
    left = Signal(str)
    refused = Signal(object)

    def __init__(self, table: LanesTable, session: Session, showing: Showing, text: Text) -> None:
        super().__init__(table)
        self._table = table
        self._session = session
        self._showing = showing
        self._place: QPersistentModelIndex | None = None
        self._block: Block | None = None
        self.offering: Offering | None = None
        self._talked: object = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.mark)
        self._around = self._beside = 0.0
        self.editor = RowEditor(table.viewport(), text)
        self.editor.edited.connect(self._edited)
        self.editor.grown.connect(self._grown)
        self.editor.left.connect(self.left)
        table.scrolled.connect(self.place)
        table.widths_changed.connect(self._widths_changed)

    @property
    def row(self) -> int:
        """The row that is being written, or -1."""
        return self._place.row() if self._place is not None and self._place.isValid() else -1

    def can_write(self, row: int) -> bool:
        """Tell whether a row has text of ours that may be written."""
        index = self._table.lanes_model.index_of(row)
        if index is None or self._session.read_only or self._session.lock_reason(index):
            return False
        kinds = Clause if self.offering is not None else Clause | Heading | Prose
        return isinstance(self._session.document.blocks[index], kinds)

    # -- opening and closing ------------------------------------------------------------

    def open(
        self, row: int, part: str = BODY, start: int | None = None, end: int | None = None
    ) -> bool:
        """Open the editor on a row; returns whether that was possible."""
        if not self.can_write(row):
            return False
        block = self._table.lanes_model.block(row)
        if block is None:
            return False
        if self.row != row:
            self.close(keep_focus=True)
            if self.offering is not None and isinstance(block, Clause):
                block = self.offering.begins(block)
            self._place = QPersistentModelIndex(self._table.lanes_model.index(row, 0))
            self._showing.editing = row
            self._block = block
            painter = self._table.cell_painter
            self.editor.open(block, painter.metrics, painter.theme)
            self.mark()
            self._talked = None
            self.show_talk()
            self._showing.editor_height = self.editor.fit(self._width())
            self._weigh()
            self.editor.show()
            self._table.heights.measure_again([row])
            self.place()
            self.began.emit()
        self.editor.enter(part, start, end)
        self.show_cursor()
        return True

    def close(self, *, keep_focus: bool = False) -> None:
        """Close the editor; the text is already where it belongs."""
        row = self.row
        if self._place is None:
            return
        had_focus = self.editor.title.hasFocus() or self.editor.body.hasFocus()
        self._place, self._block = None, None
        self._showing.editing = -1
        self.editor.hide()
        if row >= 0:
            self._table.heights.measure_again([row])
        self._table.viewport().update()
        if had_focus and not keep_focus:
            self._table.setFocus()
        self.ended.emit()

    # -- following ----------------------------------------------------------------------

    def follow(self, *, own: bool) -> None:
        """Look again at the block that is written after a transaction."""
        if self._place is None:
            return
        row = self.row
        block = self._table.lanes_model.block(row) if row >= 0 else None
        if block is None or type(block) is not type(self._block) or not self.can_write(row):
            self.close()
            return
        self._showing.editing = row
        if self.offering is None:
            if not own and block != self._block:
                self.editor.reload(block)
            self._block = block
        if not own:
            self.mark()
            self._weigh()
            self._grown()

    def show_offer(self, clause: Clause) -> None:
        """Show in the editor what is offered, after a step back or forth."""
        if self.row >= 0:
            self._block = clause
            self.editor.reload(clause)
            self.mark()
            self._grown()

    def show_talk(self) -> None:
        """Show which words of the text being written were spoken of."""
        block, talk = self._block, self._showing.talk
        if self.row < 0 or not isinstance(block, Clause) or self.offering is not None:
            return
        theme = self._table.cell_painter.theme
        shown = block.uid, talk.stretches.get(block.uid, ()), talk.thread, theme.name
        if shown != self._talked:  # else the lines went with what was typed
            self._talked = shown
            self.editor.show_talk(shown[1], talk.thread, theme)

    def mark(self) -> None:
        """Mark the words in the editor that are not the standard's."""
        cells = self._table.cell_painter.cells
        if self.row < 0:
            return
        found = cells.differences(self._table.lanes_model.places(self.row), 0)
        if self.offering is not None and self.offering.base is not None and self._block is not None:
            found = differences(self.offering.base, self._block, filling=True)
        self.editor.show_marks(found if cells.marks else NONE, shown=cells.marks)

    def dress(self) -> None:
        """Follow another size of text or another appearance."""
        if self.row >= 0 and self._block is not None:
            painter = self._table.cell_painter
            self.editor.dress(self._block, painter.metrics, painter.theme)
            self._weigh()
            self._grown()

    def _weigh(self) -> None:
        """Remember what the row needs besides the words that are being written."""
        widths, painter = self._table.heights.widths(), self._table.cell_painter
        self._around = painter.around_editor(self.row, widths)
        self._beside = painter.beside_editor(self.row, widths)

    # -- placing ------------------------------------------------------------------------

    def _grown(self) -> None:
        """Give the row the height that the text needs now."""
        if self._place is None:
            return
        height = self.editor.fit(self._width())
        if height != self._showing.editor_height:
            self._showing.editor_height = height
            needed = max(self._around + height, self._beside)
            self._table.heights.stretch(self.row, self._table.cell_painter.least_height(needed))
        self.place()
        self.show_cursor()

    def _widths_changed(self) -> None:
        if self.row >= 0:
            self._weigh()
            self._grown()

    def place(self) -> None:
        """Put the editor over the words of its cell."""
        row = self.row
        if row < 0:
            return
        self.editor.fit(self._width())
        origin = self._table.origin(row, 0).toPoint()
        height = round(self._showing.editor_height) + 2
        self.editor.place(QRect(origin.x(), origin.y(), self._width(), height))

    def _width(self) -> int:
        return self._table.cell_painter.metrics.text_width(0, self._table.columnWidth(0))

    def show_cursor(self) -> None:
        """Scroll so that the cursor is in sight."""
        box = self.editor.box(self.editor.part)
        cursor = box.cursorRect()
        viewport = self._table.viewport()
        top = box.viewport().mapTo(viewport, cursor.topLeft()).y()
        bottom = top + cursor.height()
        edge = round(self._table.cell_painter.metrics.em)
        bar = self._table.verticalScrollBar()
        if bottom > viewport.height() - edge:
            bar.setValue(bar.value() + bottom - viewport.height() + edge)
        elif top < edge:
            bar.setValue(bar.value() + top - edge)

    # -- writing ------------------------------------------------------------------------

    def _edited(self, part: str, words: str, join: str) -> None:
        index = self._table.lanes_model.index_of(self.row)
        if index is None:
            return
        if self.offering is not None:
            self._block = self.offering.writes(part, words, join)
            self._soon.start()
            return
        try:
            self._verb(index, part)(index, words, join=join, origin=self)
        except UserError as error:
            self.editor.reload(self._session.document.blocks[index])
            self.refused.emit(error)

    def _verb(self, index: int, part: str) -> Callable[..., object]:
        block = self._session.document.blocks[index]
        if isinstance(block, Heading):
            return self._session.edit_heading
        if isinstance(block, Prose):
            return self._session.edit_prose
        return self._session.edit_title if part == TITLE else self._session.edit_body
