"""The section with the positions on the clause in focus: who says what, and our own."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from coauthor.document.rendering import printable
from coauthor.errors import CoauthorError, UserError
from coauthor.language import Catalogue
from coauthor.review.voting.consensus import Judged, Spoken
from coauthor.review.voting.positions import Position
from coauthor.ui.discussion.section import Focus, Section
from coauthor.ui.forms import button, describe, heading, note
from coauthor.ui.voting.dialogs import AnswerDialog
from coauthor.ui.voting.words import (
    agreement_icon,
    answers_of,
    candidate_words,
    settled_words,
    spoken_line,
    stance_key,
    state_words,
)
from coauthor.workspace.events import voice_of
from coauthor.workspace.voting.minorities import settled
from coauthor.workspace.voting.settling import Room, room_of
from coauthor.workspace.voting.voicing import (
    answer_objection,
    is_steward,
    own_stance,
    take_position,
)

STANCES = ("agree", "live", "object")
ICON = 18


class PositionsSection(Section):
    """How far organisations agree on a clause, and what ours says."""

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        self._focus: Focus | None = None
        self._room: Room | None = None
        self._spoken: tuple[Spoken, ...] = ()
        self._shown = ""  # the event whose argument stands in the field
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(heading(text("positions"), 4))
        layout.addLayout(self._state_row())
        self.candidate, self.blind = note(""), note("", soft=False)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        describe(self.list, text("positions-said"))
        self.answer = button(text("position-answer-it"))
        self.settled = note("", soft=False)
        self.own = note("", soft=False)
        for widget in (self.candidate, self.blind, self.list, self.answer, self.settled, self.own):
            layout.addWidget(widget)
        self.buttons: dict[str, QPushButton] = {}
        for stance in STANCES:
            made = button(text(f"position-{stance}"), help_text=text(f"position-{stance}-help"))
            made.setCheckable(True)
            made.setIcon(agreement_icon(stance))
            made.clicked.connect(lambda _=False, stance=stance: self.say(stance))
            layout.addWidget(made)
            self.buttons[stance] = made
        self.argument = QPlainTextEdit()
        self.argument.setTabChangesFocus(True)
        self.argument.setFixedHeight(70)
        describe(self.argument, text("position-argument"), text("position-argument-help"))
        self.argument.setPlaceholderText(text("position-argument-help"))
        self.wrong = note("", soft=False)
        self.wrong.setProperty("wrong", True)
        self.take_back = button(text("position-none"), help_text=text("position-none-help"))
        for control in (self.argument, self.wrong, self.take_back):
            layout.addWidget(control)
        self.take_back.clicked.connect(lambda: self.say("none"))
        self.answer.clicked.connect(self.answer_chosen)
        self.list.currentRowChanged.connect(lambda _: self._follow_chosen())

    def _state_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.sign, self.state = QLabel(), note("", soft=False)
        self.sign.setFixedSize(ICON, ICON)
        row.addWidget(self.sign)
        row.addWidget(self.state, 1)
        return row

    # -- showing -----------------------------------------------------------

    def show_clause(self, focus: Focus) -> None:
        """Show the positions on the clause in focus; nothing where there is none."""
        moved = self._focus is None or self._focus.uid != focus.uid
        self._focus = focus
        self.setVisible(focus.clause is not None)
        if focus.clause is None:
            return
        workspace, entry = focus.desk.workspace, focus.session.entry
        talk = focus.conversation
        events = (*talk.about(entry.name, focus.uid), *talk.about(entry.name, ""))
        try:
            self._room = room_of(workspace, events)
        except CoauthorError as error:  # people.toml cannot be read: told once, by who opens it
            self._room = None
            self.state.show()
            self.state.setText("⚠ " + self._text(f"error-{error.code}", **error.parameters))
            self._show_own(None, alone=True)
            return
        self._show_judged(self._room.judge(focus.clause), blind=self._room.is_blind(entry.name))
        said = settled(workspace, entry).get(focus.uid)
        self.settled.setText(settled_words(said, self._text) if said else "")
        self.settled.setVisible(bool(self.settled.text()))
        name = voice_of(workspace, focus.desk.person).organisation
        alone = workspace.settings.kind == "local" and len(self._room.people.organisations) < 2
        alone = alone and not self._spoken
        for widget in (self.sign, self.state, self.candidate):
            widget.setVisible(not alone)
        self.setVisible(not alone or bool(said))
        self._show_own(self._room.positions.own(focus.uid, name), alone=alone, moved=moved)
        self.own.setText(self._text("position-own", organisation=printable(name) or "–"))

    def _show_judged(self, judged: Judged, *, blind: bool) -> None:
        self.sign.setPixmap(agreement_icon(str(judged.state)).pixmap(ICON, ICON))
        self.state.setText(state_words(judged, self._text))
        self.candidate.setText(candidate_words(judged, self._text))
        self.blind.setText("✉ " + self._text("round-blind") if blind else "")
        self.blind.setVisible(blind)
        self._spoken = judged.spoken
        self.list.clear()
        for each in judged.spoken:
            self.list.addItem(self._item(each, blind=blind))
        self.list.setVisible(bool(judged.spoken))
        self._fit()
        owed = [i for i, each in enumerate(judged.spoken) if each.position in judged.owed]
        self.list.setCurrentRow(owed[0] if owed else -1)
        self._follow_chosen()

    def _item(self, spoken: Spoken, *, blind: bool) -> QListWidgetItem:
        lines = [spoken_line(spoken, self._text, blind=blind)]
        if spoken.position.argument and spoken.position.state == "open":
            lines.append(printable(spoken.position.argument))
        if answers := answers_of(spoken, self._text):
            lines.append(answers)
        item = QListWidgetItem("\n".join(lines))
        key = stance_key(spoken, blind=blind)
        item.setIcon(agreement_icon("sealed" if key == "unopened" else key))
        return item

    def _fit(self) -> None:
        """Make the list as high as what is in it, up to a few positions."""
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(min(rows, 260) + 12)

    def _show_own(self, position: Position | None, *, alone: bool, moved: bool = False) -> None:
        focus = self._focus
        free = focus is not None and not focus.session.read_only and not alone
        for widget in (self.own, self.argument, *self.buttons.values()):
            widget.setVisible(free)
        stance, argument = "", ""
        if focus is not None:
            stance, argument = own_stance(focus.desk.workspace, position)
        for key, made in self.buttons.items():
            made.setChecked(key == stance)
        self.take_back.setVisible(free and position is not None)
        shown = position.event.id if position else ""
        if moved or shown != self._shown:  # else what is being written stays
            self.argument.setPlainText(argument)
        self._shown = shown
        self.wrong.hide()

    def _follow_chosen(self) -> None:
        position = self._chosen()
        focus = self._focus
        self.answer.setVisible(
            position is not None
            and focus is not None
            and not focus.session.read_only
            and position.is_objection
            and is_steward(focus.desk.workspace, focus.desk.person)
        )

    def _chosen(self) -> Position | None:
        row = self.list.currentRow()
        return self._spoken[row].position if 0 <= row < len(self._spoken) else None

    # -- saying ------------------------------------------------------------

    def say(self, stance: str) -> None:
        """Take a position on the clause in focus, with the argument that stands there."""
        focus = self._focus
        if focus is None or focus.clause is None or self._room is None:
            return
        self.wrong.hide()
        argument = "" if stance == "none" else self.argument.toPlainText()
        try:
            event = take_position(
                focus.desk.workspace,
                focus.session.entry,
                focus.clause,
                focus.desk.person,
                stance,
                _now(),
                argument=argument,
                room=self._room,
            )
        except CoauthorError as error:
            self.show_clause(focus)
            if error.code == "objection-without-argument":
                self.wrong.setText("⚠ " + self._text(f"error-{error.code}"))
                self.wrong.show()
                self.argument.setFocus()
            else:
                self.failed.emit(error)
            return
        if stance == "none":
            self.argument.clear()
        self.said.emit(event)

    def answer_chosen(self) -> None:
        """Answer the objection that is chosen in the list."""
        focus, position = self._focus, self._chosen()
        if focus is None or position is None:
            return
        dialog = AnswerDialog(self._text, position, self.window())
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        try:
            event = answer_objection(
                focus.desk.workspace,
                focus.session.entry,
                position,
                focus.desk.person,
                dialog.answer.toPlainText(),
                _now(),
            )
        except UserError as error:
            self.failed.emit(error)
            return
        self.said.emit(event)


def _now() -> datetime:
    return datetime.now().astimezone()
