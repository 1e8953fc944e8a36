"""The page of the conversation: sections about the clause in focus, one under the other."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coauthor.language import Catalogue
from coauthor.ui.discussion.section import Focus, Section
from coauthor.ui.discussion.threads import ThreadsSection
from coauthor.ui.market.section import MarketSection
from coauthor.ui.suggesting.section import SuggestionsSection
from coauthor.ui.voting.section import PositionsSection

SECTIONS: tuple[Callable[[Catalogue], Section], ...] = (
    SuggestionsSection,
    ThreadsSection,
    MarketSection,
    PositionsSection,
)
"""What is shown, from top to bottom; each is made with the catalogue."""

SOON = 120
"""Milliseconds after which the page follows: typing and going through rows come first."""


class DiscussionPage(QWidget):
    """Everything said of the clause in focus, and what can be said.

    Signals:
        said(Event): a section said something.
        failed(CoauthorError): something to tell the person.
    """

    said = Signal(object)
    failed = Signal(object)

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._focus: Focus | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.show_now)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(18)
        self.sections = tuple(make(text) for make in SECTIONS)
        for section in self.sections:
            section.said.connect(self.said)
            section.failed.connect(self.failed)
            layout.addWidget(section)
        layout.addStretch(1)

    def show_focus(self, focus: Focus) -> None:
        """Follow to another clause, or show the same one anew; soon, when it is looked at."""
        self._focus = focus
        if self.isVisible():
            self._soon.start()

    def show_now(self) -> None:
        """Show in all sections what the focus is now."""
        self._soon.stop()
        if self._focus is not None:
            for section in self.sections:
                section.show_clause(self._focus)

    def section(self, kind: type[Section]) -> Section:
        """Return the section of a kind."""
        return next(each for each in self.sections if isinstance(each, kind))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what there is once somebody looks."""
        super().showEvent(event)
        self.show_now()
