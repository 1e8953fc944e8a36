"""The lanes: our draft, written row by row, beside the standard and earlier versions."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from coauthor.document.model import Clause
from coauthor.ui.lanes import finding
from coauthor.ui.lanes.desk import LanesDesk
from coauthor.ui.lanes.differences import BODY, TITLE
from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.rows import Places
from coauthor.ui.lanes.showing import Spot
from coauthor.ui.lanes.table import LanesTable
from coauthor.workspace.session import Session

KEYS: tuple[tuple[str, str], ...] = (
    ("Ctrl+=", "larger"),
    ("Ctrl+Shift+=", "larger"),
    ("Ctrl+Alt+Right", "wider"),
    ("Ctrl+Alt+Left", "narrower"),
)
"""Keys that mean something here alone; the window has the others in its menus."""

_ROW_KEYS = {
    Qt.Key.Key_Return: "edit_current",
    Qt.Key.Key_Enter: "edit_current",
    Qt.Key.Key_F2: "edit_current",
}


class LanesView(LanesDesk):
    """One to three lanes side by side, the first of them our draft.

    Signals, besides those of `LanesDesk` and `LanesPage`:
        menu_wanted(QPoint): the context menu of the current row, at a global position.
        link_pressed(str): an address in the text was pressed.
    """

    menu_wanted = Signal(QPoint)
    link_pressed = Signal(str)

    def __init__(self, session: Session, text: Text, parent: QWidget | None = None) -> None:
        super().__init__(session, text, parent)
        self._keys = {QKeySequence(key).toString(): verb for key, verb in KEYS}
        self.slots.onward.connect(lambda: self.next_gap(1))
        self.table.key_pressed.connect(self._key_in_table)
        self.table.menu_wanted.connect(self.menu_wanted)
        self.table.zoom_wanted.connect(self.zoom)
        self.pointing.link_pressed.connect(self.link_pressed)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    # -- going ---------------------------------------------------------------------------

    def next_deviation(self, step: int) -> None:
        """Go to the next (1) or previous (-1) clause that is not the standard's."""
        cells = self.model.cells

        def wanted(places: Places) -> bool:
            return finding.deviates(cells, places)

        row = finding.next_row(self.model.rows, self.showing.row, step, wanted)
        if row >= 0:
            self.go_to_row(row)

    def next_change(self) -> None:
        """Point at the next change of words, in this row or further on."""
        self._change(1)

    def previous_change(self) -> None:
        """Point at the change of words before this one."""
        self._change(-1)

    def _change(self, step: int) -> None:
        cells, spot = self.model.cells, self.showing.change
        if spot is not None:
            count = len(cells.differences(self.model.places(spot.row), 0).changes)
            if 0 <= spot.change + step < count:
                self.showing.change = Spot(spot.row, spot.lane, spot.change + step)
                self.table.update_row(spot.row)
                return

        def wanted(places: Places) -> bool:
            return bool(cells.differences(places, 0).changes)

        row = finding.next_row(self.model.rows, self.showing.row, step, wanted)
        if row >= 0:
            self.go_to_row(row)
            last = len(cells.differences(self.model.places(row), 0).changes) - 1
            self.showing.change = Spot(row, 0, 0 if step > 0 else last)
            self.table.update_row(row)

    def next_gap(self, step: int) -> None:
        """Fill in the next (1) or previous (-1) parameter without a value."""
        cells = self.model.cells
        row, slot = self.showing.row, self.showing.slot
        if row >= 0:
            here = [start for start, _ in finding.gaps(cells, self.model.places(row))]
            at = slot[1] if slot and slot[0] == row else -1
            behind = [start for start in here if (start > at if step > 0 else start < at)]
            if behind:
                self.slots.open(row, behind[0 if step > 0 else -1])
                return

        def wanted(places: Places) -> bool:
            return bool(finding.gaps(cells, places))

        row = finding.next_row(self.model.rows, row, step, wanted)
        if row >= 0:
            self.writing.close()
            self.go_to_row(row)
            places = finding.gaps(cells, self.model.places(row))
            self.slots.open(row, places[0 if step > 0 else -1][0])

    # -- sizes -----------------------------------------------------------------------------

    def larger(self) -> None:
        """Make the text larger."""
        self.zoom(1)

    def wider(self) -> None:
        """Make the current lane wider."""
        self.widen(1)

    def narrower(self) -> None:
        """Make the current lane narrower."""
        self.widen(-1)

    # -- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = self._keys.get(QKeySequence(event.keyCombination()).toString())
        if verb is None:
            super().keyPressEvent(event)
            return
        getattr(self, verb)()
        event.accept()

    def _key_in_table(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        verb = _ROW_KEYS.get(Qt.Key(event.key())) if not modifiers else None
        verb = verb or self._keys.get(QKeySequence(event.keyCombination()).toString())
        if self.pointing.dragging and event.key() == Qt.Key.Key_Escape:
            self.pointing.stop_dragging()
        elif self.showing.talk.pick is not None and event.key() == Qt.Key.Key_Escape:
            self.pointing.pick(None)
        elif event.matches(QKeySequence.StandardKey.Copy) and self.copy_picked():
            pass
        elif verb:
            getattr(self, verb)()
        elif not modifiers and reads_on(self.table, Qt.Key(event.key())):
            pass
        elif event.key() == Qt.Key.Key_Delete and not modifiers:
            self.remove_wanted.emit()
        elif _writes(event):
            self._types(event.text())
        else:
            return
        event.accept()

    def _types(self, words: str) -> None:
        """Begin to write with what was typed."""
        block = self.model.block(self.showing.row) if self.showing.row >= 0 else None
        empty = isinstance(block, Clause) and not block.title and not block.body
        part = TITLE if empty else BODY
        if self._write(self.showing.row, part):
            self.writing.editor.box(part).textCursor().insertText(words)


def reads_on(table: LanesTable, key: Qt.Key) -> bool:
    """Scroll through a row that is taller than the window, before a key goes past it.

    Returns:
        whether there was something of the row left to see in that direction.
    """
    row, room, bar = (
        table.currentIndex().row(),
        table.viewport().height(),
        table.verticalScrollBar(),
    )
    above = -table.rowViewportPosition(row)  # what is out of sight, in pixels
    below = table.rowHeight(row) - above - room
    if row < 0 or above + below <= 0:
        return False
    page = room - bar.singleStep()
    if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and below > 0 and above > -room:
        bar.setValue(
            bar.value() + min(below, page if key == Qt.Key.Key_PageDown else bar.singleStep())
        )
    elif key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) and above > 0 and below > -room:
        bar.setValue(
            bar.value() - min(above, page if key == Qt.Key.Key_PageUp else bar.singleStep())
        )
    else:
        return False
    return True


def _writes(event: QKeyEvent) -> bool:
    """Tell whether a key gives text."""
    text = event.text()
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    both = (event.modifiers() & control) == control  # AltGr on some systems
    return bool(text) and text.isprintable() and (both or not event.modifiers() & control)
