"""The vendor desk: the clauses still to answer, one after the other, by keyboard alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from coauthor.errors import UserError
from coauthor.review.market.responses import Answer, checked
from coauthor.ui.market.clause import clause_html
from coauthor.ui.market.drafts import Drafts
from coauthor.ui.market.following import Follower
from coauthor.ui.market.frame import DeskFrame
from coauthor.ui.market.giving import Giver, today
from coauthor.ui.market.many import ManyDialog, ReuseDialog
from coauthor.workspace.market.unsaved import Draft, Unsaved

if TYPE_CHECKING:
    from coauthor.language import Catalogue
    from coauthor.workspace.discussion.conversation import Conversation
    from coauthor.workspace.market.asked import Asked, Sheet
    from coauthor.workspace.opening import Desk
    from coauthor.workspace.session import Session


class VendorDesk(DeskFrame):
    """All that a vendor is asked in a document, with the means to answer it.

    Signals:
        said(Event): something was said, and is on disk.
    """

    said = Signal(object)

    def __init__(
        self,
        text: Catalogue,
        desk: Desk,
        session: Session,
        conversation: Conversation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._sheet: Sheet | None = None
        self.drafts = Drafts(self.panel, self)
        self._unsaved = partial(Unsaved, desk.workspace, session.entry.name)
        self.setWindowTitle(f"{text('answer-desk')} – {session.entry.title}")
        self.giver = Giver(text, desk, session, conversation, self.model, self)
        self.follower = Follower(self.giver.seen, self)
        self._connect()
        self.list.setFocus()
        self.refresh()

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrow)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.list.verdict_pressed.connect(self.choose)
        self.list.reuse_pressed.connect(self.reuse)
        self.list.back_pressed.connect(self.take_back)
        self.list.entered.connect(self.panel.explanation.setFocus)
        self.list.doubleClicked.connect(lambda _: self.panel.explanation.setFocus())
        self.panel.chosen.connect(self.choose)
        self.panel.given.connect(self.give)
        self.panel.read.connect(self.read)
        self.panel.taken_back.connect(self.take_back)
        self.panel.reuse.clicked.connect(self.reuse)
        self.reuse_all.clicked.connect(self.take_all)
        self.stop.clicked.connect(self.giver.cancel)
        self.giver.said.connect(self.said)
        self.giver.changed.connect(self._changed)
        self.giver.told.connect(self.say)
        self.giver.failed.connect(self.say_error)
        self.giver.stale.connect(self.refresh)
        self.giver.busy.connect(self.show_busy)
        self.follower.changed.connect(self.refresh)
        for keys, slot in (
            (QKeySequence("Ctrl+Return"), self._save),
            (QKeySequence(QKeySequence.StandardKey.Find), self.filters.words.setFocus),
            (QKeySequence(QKeySequence.StandardKey.Refresh), self.refresh),
        ):
            QShortcut(keys, self).activated.connect(slot)

    # -- fetching ----------------------------------------------------------

    def refresh(self) -> None:
        """Read anew what is asked and what was answered."""
        self.follower.read()
        self.giver.fetch(self._show)

    def _show(self, found: Sheet) -> None:
        self.drafts.keep()
        first, self._sheet = self._sheet is None, found
        organisation = self.drafts.vendor = found.voice.organisation
        self.title.setText(self.text("answer-title", vendor=organisation))
        others = ", ".join(found.seen_by) or self.text("answer-seen-by-room")
        self.seen_by.setText(self.text("answer-seen-by", others=others))
        self.model.show_asked(found.asked, self.filters.wanted)
        if first and not self.model.rowCount() and found.asked:
            self.filters.state.setCurrentIndex(self.filters.state.findData("all"))
        self._show_progress()
        row = max(self.model.row_of(self._recover(found) if first else self.drafts.uid), 0)
        if self.model.rowCount():
            self.list.go_to_row(row)
        self._follow()
        if found.trouble is not None:
            self.say_error(found.trouble)

    def _recover(self, found: Sheet) -> str:
        """Take up what was typed before the program ended; return where it was last."""
        unsaved = self._unsaved(found.voice.organisation)
        uid = self.drafts.recover(unsaved, {each.clause.uid for each in found.asked})
        if uid:
            self.say(self.text("answer-recovered", count=len(self.drafts)))
        return uid

    def _narrow(self) -> None:
        self.drafts.keep()
        self.model.narrow(self.filters.wanted)
        if self.model.rowCount():
            self.list.go_to_row(max(self.model.row_of(self.drafts.uid), 0))
        self._follow()

    def _show_progress(self) -> None:
        whole, themes = self.model.progress()
        self.show_progress(whole, len(self.giver.reusable()))
        self.filters.show_themes(themes)

    # -- choosing ----------------------------------------------------------

    @property
    def current(self) -> Asked | None:
        """The clause that is chosen, or None."""
        return self.model.asked(self.list.currentIndex().row())

    def _follow(self) -> None:
        """Show the clause that is chosen, with what was being written about it."""
        asked = self.current
        self.drafts.show(asked)
        self.panel.setEnabled(asked is not None)
        if asked is None:
            key = "answer-none-left" if self.model.everything() else "answer-nothing-asked"
            self.clause.setPlainText(self.text(key) if self._sheet else self.text("answer-busy"))
            return
        self.clause.setHtml(clause_html(asked, self.text))
        self.panel.back.setEnabled(asked.own is not None)
        self.panel.reuse.setEnabled(asked.offer is not None and asked.is_open)

    # -- answering ---------------------------------------------------------

    def choose(self, verdict: str) -> None:
        """Give an answer; where it asks for a date or a reason, go there first."""
        rows = self.list.rows()
        if len(rows) > 1:
            self._answer_rows(verdict, rows)
            return
        if self.current is None:
            return
        self.panel.choose(verdict)
        field = self.panel.needs_more()
        if field is None:
            self.give()
        else:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.say(self.text(f"answer-more-{verdict}"))

    def _save(self) -> None:
        """Write down what the focus is in: the reading, or the answer."""
        if self.panel.reading.hasFocus() and not self.panel.verdict:
            self.read()
        else:
            self.give()

    def give(self) -> None:
        """Write the answer down and go on to the next clause."""
        asked = self.current
        if asked is None:
            return
        if not self.panel.verdict:
            self.say(self.text("answer-choose-first"))
            self.list.setFocus()
            return
        try:
            given = checked(self.panel.answer)
        except UserError as error:
            self._say_missing(error)
            return
        reading = self.panel.reading.toPlainText().strip()
        if reading and reading != self.drafts.own_reading(asked):
            self.giver.read(asked, reading, self._put_back)
        self._give(asked, given)

    def _say_missing(self, error: UserError) -> None:
        fields: dict[str, QWidget] = {
            "answer-reason-missing": self.panel.explanation,
            "answer-size-broken": self.panel.estimate,
        }
        fields.get(error.code, self.panel.date).setFocus()
        self.say_error(error)

    def _give(self, asked: Asked, given: Answer) -> None:
        self.drafts.given()
        self.giver.give(asked, given, self.drafts.settle, self._put_back)
        self._go_on()

    def _put_back(self, uid: str) -> None:
        """Show what could not be written down, to be tried again."""
        self.drafts.put_back(uid)
        if uid == self.drafts.uid:
            self._follow()

    def _changed(self, uid: str) -> None:
        """Show another answer; whatever else stands in the fields stays."""
        self._show_progress()
        if uid in ("", self.drafts.uid):
            self.drafts.keep()
            self._follow()

    def _go_on(self) -> None:
        """Go to the next clause that waits, and let the keys answer it."""
        row = self.model.next_open(self.list.currentIndex().row())
        if row >= 0:
            self.list.go_to_row(row)
        else:
            self.say(self.text("answer-all-done"))
        self.list.setFocus()

    def take_back(self) -> None:
        """Take the answer back."""
        if (asked := self.current) is not None:
            self.giver.take_back(asked)
            self.list.setFocus()

    def read(self) -> None:
        """Write down how the clause is read."""
        asked, reading = self.current, self.panel.reading.toPlainText()
        if asked is None:
            return
        if not reading.strip():
            self.say_error(UserError("reading-missing"))
            self.panel.reading.setFocus()
            return
        self.giver.read(asked, reading)

    # -- many at once ------------------------------------------------------

    def _answer_rows(self, verdict: str, rows: list[int]) -> None:
        asked = [each for row in rows if (each := self.model.asked(row)) is not None]
        dialog = ManyDialog(self.text, verdict, asked, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.giver.give_many([(each, dialog.answer) for each in asked])
            self.list.setFocus()

    def reuse(self) -> None:
        """Give the answer of before; on another text, or a day that passed, show it first."""
        asked = self.current
        if asked is None or asked.offer is None or not asked.is_open:
            return
        given, same = asked.offer.kept.response.answer, asked.offer.same_text
        late = asked.offer.kept.response.is_late(today())
        if same and not late and not self.panel.is_written_in:
            self._give(asked, given)
            return
        now = self.panel.draft
        size, words = now.size or given.size, now.explanation.strip() or given.explanation
        draft = Draft(given.verdict, given.date, size, words, now.reading)
        self.panel.show_draft(draft, self.drafts.empty(asked))
        field = self.panel.date if given.verdict == "roadmap" else self.panel.explanation
        field.setFocus()
        self.say(self.text("answer-date-passed" if late else "answer-look-first"))

    def take_all(self) -> None:
        """Give all answers of before that were given on the same text."""
        asked = self.giver.reusable()
        if asked and ReuseDialog(self.text, asked, self).exec() == QDialog.DialogCode.Accepted:
            self.giver.give_many(
                [(each, each.offer.kept.response.answer) for each in asked if each.offer]
            )
        self.list.setFocus()

    # -- telling and leaving -----------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a short field writes the answer down; nothing else presses a button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.panel.date.hasFocus() or self.panel.estimate.hasFocus():
            self.give()

    def reject(self) -> None:
        """Go back to the list; from there close, unless words would be lost."""
        self.drafts.keep()
        if not self.list.hasFocus():
            self.list.setFocus()
        elif not self.drafts or self._may_lose():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close from wherever the focus is, unless words would be lost."""
        self.drafts.keep()
        if self.drafts and not self._may_lose():
            event.ignore()
        else:
            self.done(0)

    def _may_lose(self) -> bool:
        said = self.text("answer-drafts", count=len(self.drafts))
        button = QMessageBox.StandardButton
        asked = QMessageBox.question(
            self, self.windowTitle(), said, button.Discard | button.Cancel, button.Cancel
        )
        if asked == button.Discard:
            self.drafts.discard()
        return asked == button.Discard

    def done(self, result: int) -> None:
        """Close, once nothing is under way."""
        self.follower.stop()
        self.giver.wait()
        self.drafts.close()
        super().done(result)
