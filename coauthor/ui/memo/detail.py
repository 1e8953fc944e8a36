"""One question: what is shown of it, and what may be done with it as it stands."""

from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QListWidgetItem, QWidget

from coauthor.document.rendering import printable, to_html
from coauthor.language import Catalogue
from coauthor.review.memo.model import Effect, Question, State
from coauthor.ui.memo.fields import Fields
from coauthor.workspace.memo.answering import with_words
from coauthor.workspace.memo.overview import Overview
from coauthor.workspace.memo.unsaved import Typed

PAUSE = 600
"""Milliseconds without typing after which the words are put in safety."""


class Detail(Fields):
    """One question to work on."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.question: Question | None = None
        self._seen: Overview | None = None
        self._filling = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(lambda: self.typed.emit(self.words))
        self.changes.toggled.connect(self._begin_change)
        for field in (self.wording, self.answer, self.change):
            field.textChanged.connect(self._changed)
        self.show_question(None, None)

    # -- showing -----------------------------------------------------------

    @property
    def words(self) -> Typed:
        """The words in the fields."""
        change = self.change.toPlainText() if self.changes.isChecked() else ""
        return Typed(self.wording.toPlainText(), self.answer.toPlainText(), change)

    @property
    def has_typed(self) -> bool:
        """Whether the fields hold other words than are kept."""
        question, words = self.question, self.words
        if question is None:
            return False
        kept = (question.text.strip(), question.answer.strip(), question.change.strip())
        return (words.text.strip(), words.answer.strip(), words.change.strip()) != kept

    def show_question(
        self, question: Question | None, seen: Overview | None, typed: Typed | None = None
    ) -> None:
        """Show a question.

        Args:
            typed: words that were typed before a crash, instead of those that are kept.
        """
        self._timer.stop()
        self._filling = True
        self.question, self._seen = question, seen
        self._inner.setEnabled(question is not None)
        for made in self.buttons.values():
            made.setEnabled(False)
        words = typed or Typed(
            *((question.text, question.answer, question.change) if question else ("", "", ""))
        )
        self.recovered.setText(self.text("memo-recovered") if typed else "")
        self.recovered.setVisible(typed is not None)
        self.wording.setPlainText(words.text)
        self.answer.setPlainText(words.answer)
        self.changes.setChecked(bool(words.change))
        self.change.setPlainText(words.change)
        self.change.setVisible(bool(words.change))
        self._filling = False
        self._show_head()
        self.refresh()

    def _show_head(self) -> None:
        question, seen = self.question, self._seen
        if question is None or seen is None:
            some = seen is not None and seen.register.questions
            self.title.setText(self.text("memo-no-selection" if some else "memo-no-questions"))
            for each in (self.clause, self.asked):
                each.clear()
            self.returned.hide()
            return
        state = self.text(f"memo-state-{question.state}")
        self.title.setText(f"{self.text('memo-column-question')} {question.number} · {state}")
        self.returned.setText(self.text("memo-returned", reason=printable(question.returned)))
        self.returned.setVisible(bool(question.returned))
        clause = seen.clause(question)
        if clause is not None:
            how = question.links[0].how.partition(" ")[0]
            name = escape(printable(f"{clause.code} {clause.title}".strip()))
            said = f"<b>{name}</b> <i>({self.text(f'memo-how-{how}')})</i>"
            self.clause.setHtml(f"{said}{to_html(clause.body)}")
        elif question.links:
            self.clause.setPlainText(self.text("memo-clause-whole"))
        else:
            self.clause.setPlainText(self.text("memo-clause-none"))
        asked = "".join(f"<p>“{escape(printable(each))}”</p>" for each in question.wordings)
        asked += "".join(f"<p>→ {escape(printable(each))}</p>" for each in question.references)
        by = {
            " · ".join(filter(None, (a.organisation, a.person, a.source)))
            for a in seen.asked_by(question)
        }
        who = "; ".join(escape(printable(each)) for each in sorted(by))
        self.asked.setHtml(f"{asked}<p><i>{self.text('memo-asker')}: {who}</i></p>")

    def refresh(self) -> None:
        """Show what follows from the words as they are: names, effect, and what may be done."""
        question, seen = self.question, self._seen
        self.names.clear()
        if question is None or seen is None:
            return
        words = self.words
        as_typed = with_words(question, words.text, words.answer, words.change)
        for flag in seen.flags(as_typed):
            kind, part = self.text(f"memo-flag-{flag.kind}"), self.text(f"memo-part-{flag.part}")
            said = self.text("memo-name-line", name=printable(flag.name), kind=kind, part=part)
            item = QListWidgetItem(f"⚠ {said}")
            item.setData(Qt.ItemDataRole.UserRole, flag)
            self.names.addItem(item)
        if self.names.count():
            self.names.setCurrentRow(0)
        self.names.setVisible(self.names.count() > 0)
        self.keep_name.setVisible(self.names.count() > 0)
        self.no_names.setVisible(self.names.count() == 0)
        self._show_effect(question, as_typed, seen)
        self._show_deeds(question, seen)

    def _show_effect(self, question: Question, as_typed: Question, seen: Overview) -> None:
        self.effect.setCurrentIndex(max(0, self.effect.findData(str(question.effect))))
        judged = seen.judgement(as_typed)
        proposed = self.text(
            "memo-proposed-effect",
            effect=self.text(f"memo-effect-{judged.effect}"),
            reason=self.text(f"memo-judged-{judged.reason}"),
        )
        help_text = self.text(f"memo-effect-help-{question.effect}")
        lines = [help_text] if question.effect else [proposed, help_text]
        if question.effect_reason:
            said = printable(question.effect_reason)
            lines = [proposed, self.text("memo-effect-said", reason=said)]
        self.why.setText("\n".join(lines))
        choice = question.choice
        if choice is not None:
            way = self.text(f"memo-way-{choice.way}")
            said = self.text("memo-chosen", way=way, reason=printable(choice.reason))
            self.waits.setText(f"✓ {said}")
        elif question.waits_for_choice:
            self.waits.setText(f"⚠ {self.text('memo-waits-for-choice')}")
        self.waits.setVisible(choice is not None or question.waits_for_choice)
        self.choose.setVisible(question.effect is Effect.MATERIAL)

    def _show_deeds(self, question: Question, seen: Overview) -> None:
        out = question.state is State.PUBLISHED
        for field in (self.wording, self.answer, self.change):
            field.setReadOnly(out)
        for control in (self.choose_clause, self.effect, self.choose, self.keep_name):
            control.setEnabled(not out)
        self.changes.setEnabled(not out and seen.clause(question) is not None)
        typed = self.has_typed
        offered = question.state is State.SECOND
        self.buttons["keep-draft"].setEnabled(not out and typed)
        answered = bool(self.answer.toPlainText().strip())
        fresh = question.state in (State.NEW, State.DRAFT)
        self.buttons["submit"].setEnabled(answered and (fresh or typed) and not out)
        mine = question.drafter == seen.identity
        self.buttons["approve"].setEnabled(offered and not typed and not mine)
        hint = self.text("error-memo-same-person") if offered and mine else ""
        self.buttons["approve"].setToolTip(hint)
        back = question.state in (State.SECOND, State.APPROVED)
        self.buttons["return"].setEnabled(back and not typed)
        main = "approve" if offered and not mine else "submit"
        for name, made in self.buttons.items():
            if made.property("main") != (name == main):
                made.setProperty("main", name == main)
                made.style().polish(made)

    # -- typing ------------------------------------------------------------

    def _changed(self) -> None:
        if not self._filling:
            self._timer.start()
            self.refresh_soon()

    def refresh_soon(self) -> None:
        """Follow the words once typing pauses."""
        QTimer.singleShot(PAUSE // 3, self, self.refresh)

    def _begin_change(self, on: bool) -> None:  # noqa: FBT001 – as Qt gives it
        self.change.setVisible(on)
        clause = self._seen.clause(self.question) if self._seen and self.question else None
        if on and not self._filling and clause and not self.change.toPlainText():
            self.change.setPlainText(clause.body)
        if not self._filling:
            self._changed()
