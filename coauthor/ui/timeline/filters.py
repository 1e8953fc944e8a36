"""The row above the timeline that narrows it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from coauthor.document.rendering import printable
from coauthor.language import Catalogue
from coauthor.ui.forms import button, describe
from coauthor.workspace.timeline import EVERYTHING, People, Wanted

LATER = 250
"""Milliseconds after the last key until the list is narrowed."""

PERIODS = {"": None, "today": 0, "week": 6, "month": 30, "year": 365}
"""Periods to choose from, with the days they go back."""


class Filters(QWidget):
    """Words, document, clause, organisation, person and period.

    Signals:
        changed(): something else is wanted.
    """

    changed = Signal()

    def __init__(
        self, text: Catalogue, documents: Sequence[tuple[str, str]], clause: tuple[str, str] | None
    ) -> None:
        super().__init__()
        self._text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.words = QLineEdit()
        self.words.setPlaceholderText(text("timeline-search-hint"))
        self.words.setClearButtonEnabled(True)
        describe(self.words, text("timeline-search"))
        row.addWidget(self.words, 2)
        self.document = self._choice("document", documents)
        self.document.setVisible(len(documents) > 1)
        self.clause = self._choice("clause", [clause] if clause else [])
        self.organisation = self._choice("organisation", [])
        self.person = self._choice("person", [])
        periods = [(key, text(f"timeline-period-{key}")) for key in PERIODS if key]
        self.period = self._choice("period", periods)
        for choice in (self.document, self.clause, self.organisation, self.person, self.period):
            row.addWidget(choice, 1)
        self.reset: QPushButton = button(text("timeline-reset"))
        self.reset.clicked.connect(self.clear)
        row.addWidget(self.reset)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda _: self._later.start())
        self.changed.connect(self._show_reset)
        self._show_reset()

    def wanted(self, today: date) -> Wanted:
        """Return what the row asks for."""
        days = PERIODS[str(self.period.currentData())]
        return Wanted(
            document=str(self.document.currentData()),
            clause=str(self.clause.currentData()),
            organisation=str(self.organisation.currentData()),
            person=str(self.person.currentData()),
            text=self.words.text().strip(),
            since=None if days is None else today - timedelta(days=days),
        )

    def show_people(self, people: People) -> None:
        """Offer the people who made versions."""
        for choice, found in (
            (self.organisation, people.organisations),
            (self.person, people.persons),
        ):
            for name in found:
                choice.addItem(printable(name), name)
            choice.setEnabled(bool(found))

    def follow_clause(self, uid: str, label: str) -> None:
        """Show the versions of one clause."""
        if self.clause.findData(uid) < 0:
            self.clause.addItem(label, uid)
        self.clause.setCurrentIndex(self.clause.findData(uid))
        self.changed.emit()

    def clear(self) -> None:
        """Show everything again."""
        self.words.clear()
        self._later.stop()
        for choice in (self.document, self.clause, self.organisation, self.person, self.period):
            choice.setCurrentIndex(0)
        self.changed.emit()

    def _choice(self, name: str, options: Sequence[tuple[str, str]]) -> QComboBox:
        choice = QComboBox()
        choice.addItem(self._text(f"timeline-all-{name}"), "")
        for key, label in options:
            choice.addItem(printable(label), key)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(9)
        describe(choice, self._text(f"timeline-{name}"))
        choice.activated.connect(lambda _: self.changed.emit())
        return choice

    def _show_reset(self) -> None:
        self.reset.setEnabled(self.wanted(date.today()) != EVERYTHING)  # noqa: DTZ011 (the person's own day)
