"""What is done with one question: answer it, say what it does, have another read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from coauthor.errors import UserError
from coauthor.review.memo.effect import is_lighter
from coauthor.review.memo.model import Effect, Question
from coauthor.ui.acting.acting import now
from coauthor.ui.memo.asking import ChoiceDialog, ClauseDialog, asked_reason
from coauthor.ui.memo.working import Working
from coauthor.workspace.memo import answering
from coauthor.workspace.memo.unsaved import Typed, forget_typed, keep_typed, typed_before

if TYPE_CHECKING:
    from collections.abc import Callable

    from coauthor.review.memo.linking import Likeness
    from coauthor.workspace.memo.room import Room


class Deeds(Working):
    """What is done with one question."""

    def do(self, deed: str, question: Question) -> None:
        deeds = {
            "keep-draft": self._keep,
            "submit": self._submit,
            "approve": self._approve,
            "return": self._return,
            "clause": self._ask_clause,
            "choose": self._choose,
            "name-keep": self._keep_name,
        }
        deeds[deed](question)

    def _drafted(self, words: Typed) -> Callable[[Room, Question], None]:
        def work(room: Room, question: Question) -> None:
            answering.draft(
                room, question, words.answer, now(), text=words.text, change=words.change
            )
            forget_typed(room, question.id)

        return work

    def _keep(self, question: Question) -> None:
        words = self.window_.detail.words
        self._kept(question, words)
        self.act(question, self._drafted(words), self.text("memo-said-drafted"))

    def _kept(self, question: Question, words: Typed) -> None:
        """Let the window know that the words are being kept, so that none are typed anew."""
        kept = answering.with_words(question, words.text, words.answer, words.change)
        self.window_.detail.question = kept

    def _submit(self, question: Question) -> None:
        words, typed = self.window_.detail.words, self.window_.detail.has_typed
        if typed:
            self._kept(question, words)

        def work(room: Room, fresh: Question) -> None:
            if typed:
                self._drafted(words)(room, fresh)
            answering.submit(room, answering.find(room, fresh.id), now())

        self.act(question, work, self.text("memo-said-submitted"))

    def _approve(self, question: Question) -> None:
        shown = question.digest

        def work(room: Room, fresh: Question) -> None:
            if fresh.digest != shown:  # a colleague wrote meanwhile: nobody approves unread words
                raise UserError("memo-not-offered", number=fresh.number)
            answering.approve(room, fresh, now())

        self.act(question, work, self.text("memo-said-approved"))

    def _return(self, question: Question) -> None:
        label = self.text("memo-return-reason")
        if reason := asked_reason(self.text, "memo-return-dialog", label, self.window_):
            self.act(question, lambda r, q: answering.send_back(r, q, reason, now()), "")

    def _keep_name(self, question: Question) -> None:
        item = self.window_.detail.names.currentItem()
        name = item.data(Qt.ItemDataRole.UserRole).name
        label = self.text("memo-name-reason", name=name)
        if reason := asked_reason(self.text, "memo-name-dialog", label, self.window_):
            self.act(question, lambda r, q: answering.clear(r, q, name, reason, now()), "")

    def classify(self, question: Question, effect: str) -> None:
        seen = self.window_.seen
        chosen, reason = Effect(effect), ""
        if not chosen or seen is None:
            self.window_.detail.refresh()
            return
        if is_lighter(chosen, seen.judgement(question)):
            label = self.text("memo-effect-why")
            reason = asked_reason(self.text, "memo-effect-dialog", label, self.window_)
            if not reason:
                self.window_.detail.refresh()
                return
        self.act(question, lambda r, q: answering.classify(r, q, chosen, now(), reason), "")

    def _choose(self, question: Question) -> None:
        dialog = ChoiceDialog(self.text, self.window_)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        way, reason, until = dialog.chosen, dialog.reason.text(), dialog.until.text().strip()
        self.act(question, lambda r, q: answering.choose(r, q, way, reason, now(), until=until), "")

    def _ask_clause(self, question: Question) -> None:
        self.run(
            lambda: answering.proposed_clauses(self.room(), question),
            lambda found: self._link(question, found),
        )

    def _link(self, question: Question, proposed: tuple[Likeness, ...]) -> None:
        if self.window_.seen is None:
            return
        documents = self.window_.seen.documents
        dialog = ClauseDialog(self.text, question, documents, proposed, self.window_)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            document, clause = dialog.chosen
            self.act(question, lambda r, q: answering.link(r, q, document, clause, now()), "")

    def typed(self, question: Question, words: Typed) -> None:
        self.run(lambda: keep_typed(self.room(), question.id, words), lambda _: None)

    def look_typed(self, question: Question) -> None:
        def show(typed: Typed | None) -> None:
            kept = Typed(question.text, question.answer, question.change)
            if typed not in (None, kept) and not self.window_.detail.has_typed:
                self.window_.show_question(question, typed)

        self.run(lambda: typed_before(self.room(), question.id), show)
