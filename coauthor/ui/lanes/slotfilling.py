"""Filling parameters in where they stand, in locked clauses too."""

from PySide6.QtCore import QObject, QPersistentModelIndex, Signal

from coauthor.document.model import Clause
from coauthor.document.parameters import Parameter, find_parameters
from coauthor.errors import UserError
from coauthor.ui.lanes.differences import BODY
from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.markdown import readable
from coauthor.ui.lanes.sheet import Span
from coauthor.ui.lanes.showing import Showing
from coauthor.ui.lanes.slotfield import SlotField
from coauthor.ui.lanes.table import LanesTable
from coauthor.workspace.session import Session


class SlotFilling(QObject):
    """Opens a field over a parameter of our text and writes it through.

    Signals:
        refused(UserError): the session refused a value.
        onward(): the person wants the next empty parameter.
    """

    refused = Signal(object)
    onward = Signal()

    def __init__(self, table: LanesTable, session: Session, showing: Showing, text: Text) -> None:
        super().__init__(table)
        self._table = table
        self._session = session
        self._showing = showing
        self._place: QPersistentModelIndex | None = None
        self._number = 0
        self._opened = 0
        self.field = SlotField(table.viewport(), text)
        self.field.filled.connect(self._filled)
        self.field.done.connect(self._done)
        table.scrolled.connect(self.place)
        table.widths_changed.connect(self.place)
        table.lanes_model.rowsInserted.connect(self.place)
        table.lanes_model.rowsRemoved.connect(self.place)

    @property
    def row(self) -> int:
        """The row whose parameter is being filled in, or -1."""
        return self._place.row() if self._place is not None and self._place.isValid() else -1

    def open(self, row: int, start: int) -> None:
        """Open the field over the parameter at a place in the text of a row."""
        slots = self._slots(row)
        number = next((i for i, slot in enumerate(slots) if slot.start == start), -1)
        if number < 0:
            return
        if self._session.read_only:
            self.refused.emit(UserError("document-read-only"))
            return
        self._place = QPersistentModelIndex(self._table.lanes_model.index(row, 0))
        self._number = number
        self._opened += 1
        self._point(slots[number])
        painter = self._table.cell_painter
        self.field.open(slots[number].name, slots[number].value, painter.metrics, painter.theme)
        self.place()

    def close(self) -> None:
        """Close the field; its value is already in the text."""
        if self._place is not None:
            self._place = None
            self._showing.slot = None
            self.field.hide()
            self._table.setFocus()
            self._table.viewport().update()

    def place(self) -> None:
        """Put the field over its parameter."""
        row = self.row
        if row < 0:
            return
        span = self._span(row)
        if span is None:
            self.close()
            return
        cell = self._table.cell_painter.cells.cell(self._table.lanes_model.places(row), 0)
        origin = self._table.origin(row, 0)
        rects = cell.sheet.rects(span)
        self._showing.slot = (row, span.piece.start)
        if rects:
            right = self._table.columnWidth(0) - self._table.cell_painter.metrics.side
            self.field.place(rects[0].translated(origin), right)
            self.field.raise_()

    def _span(self, row: int) -> Span | None:
        slots = self._slots(row)
        if self._number >= len(slots):
            return None
        cell = self._table.cell_painter.cells.cell(self._table.lanes_model.places(row), 0)
        start = slots[self._number].start
        spans = cell.sheet.spans
        return next((s for s in spans if s.part == BODY and s.piece.start == start), None)

    def _slots(self, row: int) -> tuple[Parameter, ...]:
        block = self._table.lanes_model.block(row)
        return find_parameters(readable(block.body)) if isinstance(block, Clause) else ()

    def _point(self, slot: Parameter) -> None:
        self._showing.slot = (self.row, slot.start)
        self._table.update_row(self.row)

    def _filled(self, value: str) -> None:
        row = self.row
        index = self._table.lanes_model.index_of(row) if row >= 0 else None
        if index is None:
            return
        slot = self._slots(row)[self._number]
        join = f"fill-{id(self)}-{self._opened}"
        try:
            self._session.fill(index, slot.name, value, join=join, origin=self)
        except UserError as error:
            self.refused.emit(error)
        self._point(slot)
        self.place()

    def _done(self, onward: bool) -> None:  # noqa: FBT001 - the signal of the field
        opened = self._opened
        if onward:
            self.onward.emit()
        if self._opened == opened:
            self.close()
