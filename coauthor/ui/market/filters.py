"""The row above the list of clauses that narrows it."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from coauthor.language import Catalogue
from coauthor.review.market.responses import Progress
from coauthor.ui.forms import describe
from coauthor.ui.market.clause import theme_label
from coauthor.ui.market.rows import STATES, Wanted

LATER = 250
"""Milliseconds after the last key until the list is narrowed."""


class SheetFilters(QWidget):
    """State, theme, what weighs, and words.

    Signals:
        changed(): something else is wanted.
    """

    changed = Signal()

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.state = QComboBox()
        for state in STATES:
            self.state.addItem(text(f"answer-filter-{state}"), state)
        describe(self.state, text("answer-filter-state"))
        self.theme = QComboBox()
        self.theme.addItem(text("answer-filter-themes"), None)
        self.theme.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        describe(self.theme, text("coverage-theme"))
        self.knock_out = QCheckBox(text("answer-filter-knock-out"))
        self.locked = QCheckBox(text("answer-filter-locked"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(text("answer-filter-words"))
        self.words.setClearButtonEnabled(True)
        describe(self.words, text("answer-filter-words"))
        for widget in (self.state, self.theme, self.knock_out, self.locked):
            row.addWidget(widget)
        row.addWidget(self.words, 1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda _: self._later.start())
        for choice in (self.state, self.theme):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        for box in (self.knock_out, self.locked):
            box.toggled.connect(lambda _: self.changed.emit())

    @property
    def wanted(self) -> Wanted:
        """What the row asks for."""
        return Wanted(
            state=str(self.state.currentData()),
            theme=self.theme.currentData(),
            knock_out=self.knock_out.isChecked(),
            locked=self.locked.isChecked(),
            words=self.words.text().strip().casefold(),
        )

    def show_themes(self, themes: Mapping[str, Progress]) -> None:
        """Offer the themes, with how far the vendor is in each."""
        blocker = QSignalBlocker(self.theme)
        chosen = self.theme.currentData()
        while self.theme.count() > 1:
            self.theme.removeItem(1)
        for theme, found in themes.items():
            name = theme_label(theme, self._text) or self._text("answer-filter-no-theme")
            said = self._text(
                "answer-filter-theme", theme=name, answered=found.answered, total=found.total
            )
            self.theme.addItem(said, theme)
        self.theme.setCurrentIndex(max(self.theme.findData(chosen), 0))
        blocker.unblock()
