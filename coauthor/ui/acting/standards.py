"""Actions: taking the standard's words, deviating, asking."""

from __future__ import annotations

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QDialog, QMenu

from coauthor.document.model import Clause
from coauthor.document.rendering import printable
from coauthor.document.words import changes, word_diff
from coauthor.errors import UserError
from coauthor.lineage.status import Lineage
from coauthor.ui.acting.acting import Acting, told
from coauthor.ui.dialogs import (
    DeviationDialog,
)


class Standards(Acting):
    """Actions: taking the standard's words, deviating, asking."""

    @told
    def take_standard(self, *_: object) -> None:
        """Take the standard's text for the clause."""
        self.bench.lanes.stop_editing()
        index = self._index()
        if index is not None:
            self._go_after(self.session.take_standard(index))
        elif uid := self.bench.lanes.current_uid():
            self._go_after(self.session.restore(uid))

    def next_change(self, *_: object) -> None:
        """Point at the next change of words."""
        self.bench.lanes.next_change()

    def previous_change(self, *_: object) -> None:
        """Point at the change of words before this one."""
        self.bench.lanes.previous_change()

    @told
    def take_change(self, *_: object) -> None:
        """Choose one change of words to take back from the standard."""
        if self.bench.lanes.take_current():
            return
        index, block = self._index(), self.bench.current_block()
        standard = None if index is None else self.session.standard_clause(index)
        if index is None or not isinstance(block, Clause) or standard is None:
            raise UserError("not-in-standard")
        menu = QMenu(self.bench)
        for part, before, after in (
            ("title", standard.title, block.title),
            ("body", standard.body, block.body),
        ):
            runs = word_diff(before, after)
            for number, indexes in enumerate(changes(runs)):
                old = "".join(before[runs[i].before_start : runs[i].before_end] for i in indexes)
                new = "".join(after[runs[i].after_start : runs[i].after_end] for i in indexes)
                label = self.text("take-change", ours=_short(new), standard=_short(old))
                action = menu.addAction(label)
                action.triggered.connect(
                    lambda _=False, part=part, number=number: self._take(index, part, number)
                )
        if menu.isEmpty():
            raise UserError("nothing-differs")
        menu.popup(QCursor.pos())

    @told
    def _take(self, index: int, part: str, number: int) -> None:
        self.bench.lanes.stop_editing()
        self._go_after(self.session.take_change(index, part, number))

    @told
    def deviate(self, *_: object) -> None:
        """Ask why the clause deviates."""
        index, block = self._index(), self.bench.current_block()
        if index is None or not isinstance(block, Clause):
            return
        if self.session.lock_reason(index):
            self.bench.controller.ask_deviation()
            return
        status = self.session.status.clauses.get(block.uid)
        dialog = DeviationDialog(self.text, parent=self.bench)
        dialog.form.setRowVisible(
            dialog.direction, status is not None and status.lineage is Lineage.ADAPTED
        )
        if status is not None and status.reason_class:
            dialog.fill_in(
                status.reason_class,
                str(status.direction or ""),
                status.reason,
                status.owner,
                status.cost,
                status.until,
            )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        adapted = status is not None and status.lineage is Lineage.ADAPTED
        self._go_after(
            self.session.deviate(
                index,
                reason_class=str(dialog.reason_class.currentData()),
                reason=dialog.reason.toPlainText().strip(),
                direction=str(dialog.direction.currentData()) if adapted else "",
                owner=dialog.owner.text().strip(),
                cost=dialog.cost.text().strip(),
                until=dialog.until_text,
            )
        )


def _short(words: str) -> str:
    shown = printable(" ".join(words.split())) or "–"
    return shown if len(shown) <= 48 else f"{shown[:47]}…"
