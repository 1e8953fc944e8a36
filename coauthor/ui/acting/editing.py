"""Actions: writing, inserting, moving, joining and leaving out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.document.edits import section
from coauthor.document.model import Clause, Tombstone
from coauthor.errors import UserError
from coauthor.ui.acting.acting import Acting, told
from coauthor.ui.dialogs import (
    DeviationDialog,
)

if TYPE_CHECKING:
    from coauthor.workspace.transactions import Changed


class Editing(Acting):
    """Actions: writing, inserting, moving, joining and leaving out."""

    def undo(self, *_: object) -> None:
        """Take the last step back."""
        for key in ("matching", "import"):  # what these say was done is done no longer
            self.bench.banner.clear_message(key)
        self._go_after(self.session.undo())

    def redo(self, *_: object) -> None:
        """Do the last step again."""
        self._go_after(self.session.redo())

    def bold(self, *_: object) -> None:
        """Make the selection bold."""
        self.bench.lanes.format_bold()

    def italic(self, *_: object) -> None:
        """Make the selection italic."""
        self.bench.lanes.format_italic()

    def link(self, *_: object) -> None:
        """Make the selection a link."""
        self.bench.lanes.format_link()

    def bullets(self, *_: object) -> None:
        """Make the lines a list."""
        self.bench.lanes.format_list()

    def numbers(self, *_: object) -> None:
        """Make the lines a numbered list."""
        self.bench.lanes.format_numbered()

    def edit_row(self, *_: object) -> None:
        """Begin to write in the row that has the focus."""
        self.bench.lanes.edit_current()

    @told
    def insert_clause(self, *_: object) -> None:
        """Put a new clause below."""
        self._insert(self.session.insert_clause(self._below()))

    @told
    def insert_heading(self, *_: object) -> None:
        """Put a new heading below."""
        self._insert(self.session.insert_heading(self._below(), 2, self.text("new-heading")))

    @told
    def insert_prose(self, *_: object) -> None:
        """Put new text below."""
        self._insert(self.session.insert_prose(self._below(), self.text("new-prose")))

    @told
    def split_clause(self, *_: object) -> None:
        """Split the clause where the cursor is."""
        index = self._index()
        position = self.bench.lanes.cursor_position()
        if index is None or position is None:
            raise UserError("put-cursor-to-split")
        self.bench.lanes.stop_editing()
        self._insert(self.session.split(index, position))

    @told
    def join_clause(self, *_: object) -> None:
        """Join the clause with the one below."""
        index = self._index()
        if index is not None:
            self.bench.lanes.stop_editing()
            self._go_after(self.session.join_next(index))

    @told
    def move_up(self, *_: object) -> None:
        """Move the clause, or the section, one place up."""
        self._move(-1)

    @told
    def move_down(self, *_: object) -> None:
        """Move the clause, or the section, one place down."""
        self._move(1)

    @told
    def move_rows(self, start: int, to: int) -> None:
        """Move the block at ``start``, with its section, before the block at ``to``."""
        first, count = section(self.session.document, start)
        self._go_after(self.session.move(first, count, to))

    @told
    def remove_row(self, *_: object) -> None:
        """Take the row out; a clause of the standard asks for the reason."""
        index, block = self._index(), self.bench.current_block()
        if index is None or block is None or isinstance(block, Tombstone):
            return
        self.bench.lanes.stop_editing()
        if isinstance(block, Clause) and self.session.standard_clause(index) is not None:
            if self.session.lock_reason(index):
                raise UserError("clause-locked", clause=block.code or block.uid)
            dialog = DeviationDialog(self.text, removes=True, parent=self.bench)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return
            self._go_after(
                self.session.remove(
                    index,
                    reason_class=str(dialog.reason_class.currentData()),
                    note=dialog.reason.toPlainText().strip(),
                )
            )
        else:
            self._go_after(self.session.remove(index))

    def _below(self) -> int:
        """Return where a new block goes: behind the row that has the focus."""
        index = self._index()
        if index is None:
            return len(self.session.document.blocks)
        return index + 1

    def _move(self, step: int) -> None:
        index = self._index()
        if index is not None:
            self._go_after(self.session.move_step(index, step))

    def _insert(self, changed: Changed) -> None:
        self._go_after(changed)
        if changed.focus is not None:
            self.bench.lanes.edit_current()
