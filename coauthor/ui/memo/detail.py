"""One question: what it is about, how it was asked, its answer, and what that does."""

from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.rendering import printable, to_html
from coauthor.language import Catalogue
from coauthor.review.memo.model import Effect, Question, State
from coauthor.ui.forms import button, describe, heading, note
from coauthor.workspace.memo.answering import with_words
from coauthor.workspace.memo.overview import Overview
from coauthor.workspace.memo.unsaved import Typed

PAUSE = 600
"""Milliseconds without typing after which the words are put in safety."""

DEEDS = ("keep-draft", "submit", "approve", "return")


class Detail(QWidget):
    """One question to work on.

    Signals:
        deed_wanted(str): a button: one of `DEEDS`, ``clause``, ``choose`` or ``name-keep``.
        typed(object): the words as they are, a moment after somebody typed.
        effect_chosen(str): somebody said what the answer does.
    """

    deed_wanted = Signal(str)
    typed = Signal(object)
    effect_chosen = Signal(str)

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.question: Question | None = None
        self._seen: Overview | None = None
        self._filling = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(lambda: self.typed.emit(self.words))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 0, 0, 0)
        inner = self._inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(4, 4, 12, 4)
        layout.setSpacing(5)
        self.title = heading("", 3)
        self.returned = note("", soft=False)
        layout.addWidget(self.title)
        layout.addWidget(self.returned)
        self._add_clause(layout)
        self._add_words(layout)
        self._add_effect(layout)
        self._add_names(layout)
        self.recovered = note("", soft=False)
        layout.addWidget(self.recovered)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer.addWidget(area, 1)
        outer.addLayout(self._deeds())  # always in sight, however long the question is
        self.show_question(None, None)

    # -- building ----------------------------------------------------------

    def _add_clause(self, layout: QVBoxLayout) -> None:
        self.clause = self._browser("memo-clause", 84)
        self.choose_clause = self._button("memo-clause-choose", "clause")
        layout.addLayout(self._labelled("memo-clause", self.choose_clause))
        layout.addWidget(self.clause)
        layout.addWidget(self._label("memo-wordings"))
        self.asked = self._browser("memo-wordings", 84)
        layout.addWidget(self.asked)

    def _add_words(self, layout: QVBoxLayout) -> None:
        self.wording = self._editor("memo-question", 60)
        self.answer = self._editor("memo-answer", 84)
        self.change = self._editor("memo-change", 84)
        self.changes = QCheckBox(self.text("memo-change-take"))
        self.changes.toggled.connect(self._begin_change)
        for name, field in (("memo-question", self.wording), ("memo-answer", self.answer)):
            layout.addWidget(self._label(name, field))
            layout.addWidget(field, 2 if field is self.answer else 1)
        layout.addWidget(self.changes)
        layout.addWidget(self.change, 1)

    def _add_effect(self, layout: QVBoxLayout) -> None:
        self.effect = QComboBox()
        for each in Effect:
            self.effect.addItem(self.text(f"memo-effect-{each}"), str(each))
        describe(self.effect, self.text("memo-effect-choose"))
        self.effect.activated.connect(lambda _: self.effect_chosen.emit(self.effect.currentData()))
        self.choose = self._button("memo-choose", "choose")
        row = QHBoxLayout()
        row.addWidget(self._label("memo-effect-choose", self.effect))
        row.addWidget(self.effect, 1)
        row.addWidget(self.choose)
        layout.addLayout(row)
        self.why = note("")
        self.waits = note("", soft=False)
        layout.addWidget(self.why)
        layout.addWidget(self.waits)

    def _add_names(self, layout: QVBoxLayout) -> None:
        self.keep_name = self._button("memo-name-keep", "name-keep")
        layout.addLayout(self._labelled("memo-names", self.keep_name))
        self.names = QListWidget()
        self.names.setFixedHeight(64)
        describe(self.names, self.text("memo-names"))
        self.no_names = note(self.text("memo-names-none"))
        layout.addWidget(self.names)
        layout.addWidget(self.no_names)

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.buttons: dict[str, QPushButton] = {}
        for deed in DEEDS:
            self.buttons[deed] = self._button(f"memo-{deed}", deed)
            row.addWidget(self.buttons[deed])
        return row

    def _button(self, label: str, deed: str) -> QPushButton:
        made = button(self.text(label))
        made.setAutoDefault(False)  # Enter in a field is no button
        made.clicked.connect(lambda _=False: self.deed_wanted.emit(deed))
        return made

    def _label(self, name: str, buddy: QWidget | None = None) -> QLabel:
        made = QLabel(self.text(name))
        made.setProperty("heading", 5)
        if buddy is not None:
            made.setBuddy(buddy)
        return made

    def _labelled(self, name: str, made: QPushButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._label(name))
        row.addStretch(1)
        row.addWidget(made)
        return row

    def _browser(self, name: str, height: int) -> QTextBrowser:
        made = QTextBrowser()
        made.setOpenLinks(False)
        made.setFixedHeight(height)
        describe(made, self.text(name))
        return made

    def _editor(self, name: str, height: int) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setTabChangesFocus(True)
        made.setMinimumHeight(height)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        describe(made, self.text(name))
        made.textChanged.connect(self._changed)
        return made

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
            self.title.setText(self.text("memo-no-selection"))
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
