"""The section of the conversation about the market: coverage, warnings and readings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.rendering import harmless
from coauthor.errors import CoauthorError
from coauthor.exchange.answers import (
    SHAPES,
    count_words,
    size_words,
    trust_words,
    verdict_words,
    warning_words,
)
from coauthor.review.market.coverage import Coverage, market
from coauthor.review.people import name_key
from coauthor.review.sides import Sides
from coauthor.ui.discussion.section import Focus, Section
from coauthor.ui.forms import button, describe, heading, note
from coauthor.ui.market.clause import reading_state
from coauthor.workspace.events import voice_of
from coauthor.workspace.market.understanding import confirm, read_clause, withdraw
from coauthor.workspace.seats import is_clause_locked, sides_of

if TYPE_CHECKING:
    from pathlib import Path

    from coauthor.language import Catalogue
    from coauthor.review.event import Event
    from coauthor.review.market.readings import Reading
    from coauthor.review.market.responses import Response
    from coauthor.workspace.person import Person
    from coauthor.workspace.workspace import Workspace


class MarketSection(Section):
    """What vendors answered on the clause, and how parties read it; readings are confirmed here."""

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        self._focus: Focus | None = None
        self._sides: tuple[object, Sides] | None = None
        self._own: tuple[Person, str] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(heading(text("market-section"), 4))
        self.counts = note("")
        self.warnings = note("", soft=False)
        self.answers = note("", soft=False)
        self.readings = QVBoxLayout()
        self.readings.setSpacing(6)
        self.draft = QPlainTextEdit()
        self.draft.setTabChangesFocus(True)
        self.draft.setFixedHeight(self.draft.fontMetrics().lineSpacing() * 3 + 18)
        self.draft.setPlaceholderText(text("answer-reading-help"))
        describe(self.draft, text("answer-reading").replace("&", ""), text("answer-reading-help"))
        self.save = button(text("answer-save-reading").replace("&", ""))
        self.save.clicked.connect(self._read)
        self.draft.textChanged.connect(self._show_save)
        for widget in (self.counts, self.warnings, self.answers):
            layout.addWidget(widget)
        layout.addLayout(self.readings)
        self._label = note(text("answer-reading").replace("&", ""), soft=False)
        self._label.setBuddy(self.draft)
        layout.addWidget(self._label)
        layout.addWidget(self.draft)
        layout.addWidget(self.save)
        self._show_save()

    # -- showing -----------------------------------------------------------

    def show_clause(self, focus: Focus) -> None:
        """Show what the market says of the clause in focus; nothing beside one."""
        if self._focus is None or self._focus.uid != focus.uid:
            self.draft.clear()
        self._focus = focus
        held = self._focused()
        coverage = self._coverage(focus)
        self.setVisible(coverage is not None)
        _empty(self.readings)
        if coverage is None:
            return
        text = self._text
        trust = trust_words(coverage, text)
        self.counts.setText(count_words(coverage, text) + (f"\n✓ {trust}" if trust else ""))
        own = self._voice(focus)
        warnings = [f"⚠ {each}" for each in warning_words(coverage, text)]
        if self._sells(own):  # how many others answered is for who asks to weigh
            warnings = []
        self.warnings.setText("\n".join(warnings))
        self.warnings.setVisible(bool(warnings))
        self.answers.setText("\n".join(self._line(each, coverage) for each in coverage.given))
        self.answers.setVisible(bool(coverage.given))
        self._show_box(wanted=self._sells(own) or bool(coverage.readings))
        for reading in coverage.readings:
            box = self._reading(reading, coverage, own)
            self.readings.addWidget(box)
            if reading.event == held and (deed := box.findChild(QPushButton)) is not None:
                deed.setFocus()  # else it would jump out of the section

    def _show_box(self, *, wanted: bool) -> None:
        """Offer to say how one reads the clause; never hide words that were typed."""
        typed = bool(self.draft.toPlainText().strip())
        self._label.setVisible(wanted or typed)
        self.draft.setVisible(wanted or typed)

    def _focused(self) -> str:
        """Return the reading whose button has the focus, or ''."""
        widget = QApplication.focusWidget()
        inside = widget is not None and self.isAncestorOf(widget)
        return str(widget.property("reading") or "") if widget is not None and inside else ""

    def _coverage(self, focus: Focus) -> Coverage | None:
        if focus.clause is None:
            return None
        events = focus.conversation.about(focus.session.entry.name, focus.uid)
        session = focus.session
        locked = is_clause_locked(focus.clause, session.standard, session.policy)
        try:
            sides = self._sides_of(focus.desk.workspace)
        except CoauthorError as error:
            self.failed.emit(error)
            return None
        found = market(
            [focus.clause],
            events,
            sides,
            locked={focus.uid} if locked else (),
            today=datetime.now().astimezone().date(),
        )
        return found.clause(focus.uid)

    def _sides_of(self, workspace: Workspace) -> Sides:
        """Return who is on which side, read again when the files may say otherwise."""
        root = workspace.root
        mark = (root, _changed_at(root / "people.toml"), _changed_at(root / "decisions"))
        if self._sides is None or self._sides[0] != mark:
            self._sides, self._own = (mark, sides_of(workspace)), None
        return self._sides[1]

    def _line(self, response: Response, coverage: Coverage) -> str:
        answer = response.answer
        stale = response.is_stale(coverage.digest)
        said = f"{'↺' if stale else SHAPES[answer.verdict]} {response.organisation}: "
        said += verdict_words(answer, self._text)
        more = [self._text("coverage-refused")] if coverage.is_refused(response) else []
        more += [self._text("coverage-earlier")] * stale
        more += [size_words(answer.size, self._text)] if answer.size else []
        said += f" ({', '.join(more)})" if more else ""
        return harmless(f"{said}\n    {answer.explanation}" if answer.explanation else said)

    def _reading(self, reading: Reading, coverage: Coverage, own: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        who = self._text("reading-by", organisation=reading.organisation)
        column.addWidget(note(harmless(f"{who} {reading.text}"), soft=False))
        column.addWidget(note(harmless(reading_state(reading, coverage.digest, self._text))))
        row = QHBoxLayout()
        if reading.is_held_by(own):
            row.addWidget(self._deed("reading-withdraw", lambda: self._withdraw(reading), reading))
        elif not reading.is_stale(coverage.digest):
            row.addWidget(self._deed("reading-confirm", lambda: self._confirm(reading), reading))
        row.addStretch(1)
        column.addLayout(row)
        return box

    def _deed(self, name: str, deed: Callable[[], None], reading: Reading) -> QPushButton:
        made = button(self._text(name))
        described = f"{self._text(name)}: {reading.organisation}"
        describe(made, described, self._text(f"{name}-help"))
        made.setObjectName(name)
        made.setProperty("reading", reading.event)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda _=False: deed())
        return made

    def _voice(self, focus: Focus) -> str:
        """Return for whom the person speaks; to know that may take opening a key."""
        if self._own is None or self._own[0] != focus.desk.person:
            try:
                name = voice_of(focus.desk.workspace, focus.desk.person).organisation
            except CoauthorError:
                name = ""
            self._own = focus.desk.person, name
        return self._own[1]

    def _sells(self, organisation: str) -> bool:
        """Tell whether an organisation is a vendor on the list."""
        vendors = self._sides[1].vendors if self._sides is not None else ()
        return name_key(organisation) in map(name_key, vendors)

    def _show_save(self) -> None:
        self.save.setVisible(bool(self.draft.toPlainText().strip()))

    # -- saying ------------------------------------------------------------

    def _read(self) -> None:
        reading = self.draft.toPlainText()

        def work(focus: Focus) -> Event | None:
            if focus.clause is None:
                return None
            desk, entry = focus.desk, focus.session.entry
            return read_clause(desk.workspace, entry, focus.clause, reading, desk.person, _now())

        if self._say(work):
            self.draft.clear()

    def _confirm(self, reading: Reading) -> None:
        def work(focus: Focus) -> Event | None:
            if focus.clause is None:
                return None
            desk, entry = focus.desk, focus.session.entry
            return confirm(desk.workspace, entry, focus.clause, reading, desk.person, _now())

        self._say(work)

    def _withdraw(self, reading: Reading) -> None:
        def work(focus: Focus) -> Event | None:
            desk, entry = focus.desk, focus.session.entry
            return withdraw(desk.workspace, entry, reading, desk.person, _now())

        self._say(work)

    def _say(self, work: Callable[[Focus], Event | None]) -> bool:
        if self._focus is None:
            return False
        try:
            event = work(self._focus)
        except CoauthorError as error:
            self.failed.emit(error)
            return False
        if event is not None:
            self.said.emit(event)
        return event is not None


def _changed_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _now() -> datetime:
    return datetime.now().astimezone()
