"""The lanes as a desk to write at: everything that changes the draft."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from coauthor.document.edits import section
from coauthor.document.model import Block, Clause, Heading
from coauthor.document.words import take, word_diff
from coauthor.errors import UserError
from coauthor.ui.lanes.differences import BODY, TITLE, ChangeRef, parts_of
from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.markdown import raw_position, readable
from coauthor.ui.lanes.page import LanesPage
from coauthor.ui.lanes.showing import Spot
from coauthor.ui.lanes.slotfilling import SlotFilling
from coauthor.ui.lanes.talk import Pick
from coauthor.workspace.session import Session
from coauthor.workspace.transactions import Changed


class LanesDesk(LanesPage):
    """Everything a person can do to the draft in the lanes.

    Signals:
        locked_touched(int): somebody wants to write in a locked block (its index).
        remove_wanted(): somebody wants the current row to go.
        move_wanted(int, int): a block was dragged, with its section, to stand
            before another (indexes).
        refused(UserError): the session refused what was asked.
        writing_changed(bool): the editor opened or closed.
    """

    locked_touched = Signal(int)
    remove_wanted = Signal()
    move_wanted = Signal(int, int)
    refused = Signal(object)
    writing_changed = Signal(bool)

    def __init__(self, session: Session, text: Text, parent: QWidget | None = None) -> None:
        super().__init__(session, text, parent)
        self.slots = SlotFilling(self.table, session, self.showing, self.text)
        self.slots.refused.connect(self.refused)
        self.writing.refused.connect(self.refused)
        self.writing.began.connect(lambda: self.writing_changed.emit(True))
        self.writing.ended.connect(lambda: self.writing_changed.emit(False))
        self.writing.left.connect(self._left)
        self.table.input_method.connect(self._composed)
        self.pointing.slot_pressed.connect(self._slot_pressed)
        self.pointing.text_pressed.connect(self._text_pressed)
        self.pointing.take_pressed.connect(self._take_spot)
        self.pointing.row_dropped.connect(self._dropped)

    # -- writing -------------------------------------------------------------------------

    def edit_current(self) -> None:
        """Write in the current row: in its title when it says nothing yet."""
        row = self.showing.row
        block = self.model.block(row) if row >= 0 else None
        empty = isinstance(block, Clause) and not block.title and not block.body
        self._write(row, TITLE if empty else BODY)

    def stop_editing(self) -> None:
        """Stop writing; the text is already kept."""
        self.writing.close()
        self.slots.close()

    @property
    def is_writing(self) -> bool:
        """Whether the editor is open."""
        return self.writing.row >= 0

    def cursor_position(self) -> int | None:
        """Return where the cursor is in the body of the clause, or None."""
        index = self.current_index()
        block = None if index is None else self.session.document.blocks[index]
        if not isinstance(block, Clause) or self.writing.row != self.showing.row:
            return None
        body = self.writing.editor.body
        blank = len(body.shown) - len(body.shown.lstrip("\n"))  # which the document drops
        return raw_position(block.body, max(body.selection()[0] - blank, 0))

    def format_bold(self) -> None:
        """Make the selection bold, or plain again."""
        self._format("bold")

    def format_italic(self) -> None:
        """Make the selection italic, or plain again."""
        self._format("italic")

    def format_link(self) -> None:
        """Make the selection a link."""
        self._format("link")

    def format_list(self) -> None:
        """Make the lines of the selection a list, or plain again."""
        self._format("bullets")

    def format_numbered(self) -> None:
        """Make the lines of the selection a numbered list, or plain again."""
        self._format("numbers")

    def _format(self, name: str) -> None:
        if not self.is_writing and not self._write(self.showing.row):
            return
        self.writing.editor.box(self.writing.editor.part).format(name)

    def _write(
        self, row: int, part: str = BODY, start: int | None = None, end: int | None = None
    ) -> bool:
        """Open the editor on a row, or tell why that is not possible."""
        index = self.model.index_of(row)
        if index is None:
            return False
        if self.table.currentIndex().row() != row:
            self.go_to_row(row)
        if self.writing.open(row, part, start, end):
            return True
        if self.session.read_only:
            self.refused.emit(UserError("document-read-only"))
        elif self.session.lock_reason(index):
            self.locked_touched.emit(index)
        elif self.writing.offering is not None:
            self.refused.emit(UserError("suggest-clauses-only"))
        return False

    def _left(self, where: str) -> None:
        """Go on from the editor: out of it, or to the row above or below."""
        step = -1 if where in ("up", "previous") else 1
        row = self.writing.row
        if where == "out":
            self.writing.close()
            return
        following = row + step
        while 0 <= following < self.model.rowCount():
            if self.writing.can_write(following):
                part = TITLE if step > 0 else BODY
                self._write(following, part, 0 if where == "down" else None)
                return
            following += step

    def _slot_pressed(self, row: int, start: int) -> None:
        inline = self.model.cells.inline(self.model.places(row), 0)
        if inline is None:
            self.slots.open(row, start)
        else:
            self._write(row, BODY, inline.real(BODY, start))

    def _text_pressed(self, row: int, point: QPointF) -> None:
        found = self.table.source_at(row, point)
        part, place = found if found and found[0] in (TITLE, BODY) else (BODY, None)
        inline = self.model.cells.inline(self.model.places(row), 0)
        if inline is not None and place is not None:
            place = inline.real(part, place)
        self._write(row, part, place)

    def _composed(self, event: QInputMethodEvent) -> None:
        if (event.preeditString() or event.commitString()) and self._write(self.showing.row):
            QApplication.sendEvent(self.writing.editor.body, event)

    # -- picking words out --------------------------------------------------------------

    def picked(self) -> tuple[Clause, int, int] | None:
        """Return the clause and the stretch of its body that is selected, or None.

        It is what is selected in the editor, or else what the pointer picked out in
        any lane; in another lane it is the clause as that lane has it.
        """
        row = self.writing.row
        if row >= 0 and self.writing.offering is None:
            clause = self.model.block(row)
            start, end = self.writing.editor.body.selection()
            if isinstance(clause, Clause) and start < end:
                body = self.writing.editor.body
                blank = len(body.shown) - len(body.shown.lstrip("\n"))  # the document drops it
                return self._stretch(clause, start - blank, end - blank)
        pick = self.showing.talk.pick
        if pick is None or pick.row >= self.model.rowCount():
            return None
        clause = self.model.block(pick.row, pick.lane)
        if not isinstance(clause, Clause) or pick.part != BODY:
            return None
        inline = self.model.cells.inline(self.model.places(pick.row), pick.lane)
        start, end = pick.start, pick.end
        if inline is not None:
            start, end = inline.real(BODY, start), inline.real(BODY, end)
        return self._stretch(clause, start, end)

    @staticmethod
    def _stretch(clause: Clause, start: int, end: int) -> tuple[Clause, int, int]:
        return clause, raw_position(clause.body, max(start, 0)), raw_position(clause.body, end)

    def show_stretch(self, uid: str, start: int, end: int) -> None:
        """Go to a clause of ours and pick some of its words out.

        Args:
            start, end: characters in its body.
        """
        self.stop_editing()
        if not self.go_to_uid(uid):
            return
        clause = self.model.block(self.showing.row)
        if isinstance(clause, Clause) and start < end:
            before = readable(clause.body[:start])
            words = readable(clause.body[start:end])
            first = len(before)
            self.pointing.pick(Pick(self.showing.row, 0, BODY, first, first + len(words)))
        self.setFocus()

    def copy_picked(self) -> bool:
        """Put the words that the pointer picked out on the clipboard, if there are any."""
        found = self.picked() if self.showing.talk.pick is not None else None
        if found is None:
            return False
        clause, start, end = found
        QApplication.clipboard().setText(readable(clause.body[start:end]))
        return True

    # -- taking over -----------------------------------------------------------------------

    def take_current(self) -> bool:
        """Take over the other lane's words for the current change, if there is one."""
        if self.showing.change is None or self.model.cells.origin:
            return False
        self._take_spot(self.showing.change)
        return True

    def _dropped(self, row: int, before: int) -> None:
        index = self.model.index_of(row)
        if index is None:
            return
        behind = (self.model.index_of(number) for number in range(before, self.model.rowCount()))
        end = len(self.session.document.blocks)
        to = next((place for place in behind if place is not None), end)
        start, count = section(self.session.document, index)
        if not start <= to <= start + count:
            self.writing.close()
            self.move_wanted.emit(index, to)

    def _take_spot(self, spot: Spot) -> None:
        if self.model.cells.origin:
            return  # between three texts a change is taken whole, as an offer
        places = self.model.places(spot.row)
        beside, index = max(spot.lane, 1), places[0]
        found = self.model.cells.differences(places, beside).changes
        if index is None or not 0 <= spot.change < len(found):
            return
        lane, change = self.model.cells.others[beside - 1], found[spot.change]
        ours, theirs = self.model.block(spot.row), self.model.block(spot.row, beside)
        if ours is None or theirs is None:
            return
        if isinstance(ours, Clause) and lane.kind == "standard" and change.part in (TITLE, BODY):
            self._do(self.session.take_change, index, change.part, change.number)
        else:
            self._take_words(index, ours, theirs, change)

    def _take_words(self, index: int, ours: Block, theirs: Block, change: ChangeRef) -> None:
        before = parts_of(theirs).get(change.part, "")
        after = parts_of(ours).get(change.part, "")
        words = take(before, after, word_diff(before, after), change.number)
        if isinstance(ours, Heading):
            self._do(self.session.edit_heading, index, words)
        elif not isinstance(ours, Clause):
            self._do(self.session.edit_prose, index, words)
        elif change.part == TITLE:
            self._do(self.session.edit_title, index, words)
        elif change.part == BODY:
            self._do(self.session.edit_body, index, words)
        else:
            self._do(self.session.set_field, index, change.part, words)

    # -- inside ----------------------------------------------------------------------------

    def _do(self, verb: Callable[..., Changed], *arguments: object) -> bool:
        """Ask the session; returns whether anything changed."""
        self.writing.editor.new_step()
        try:
            return bool(verb(*arguments).changes)
        except UserError as error:
            self.refused.emit(error)
            return False
