"""The section with the suggestions for the clause in focus."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coauthor.document.model import Clause
from coauthor.language import Catalogue
from coauthor.review.suggesting.suggestions import Suggestion
from coauthor.ui.discussion.section import Focus, Section
from coauthor.ui.forms import button, heading, note
from coauthor.ui.suggesting.card import SuggestionCard, outcome
from coauthor.ui.suggesting.shelf import Shelf

CLOSED = 5
"""Suggestions that were decided on and are shown with what became of them."""


class SuggestionsSection(Section):
    """Cards of what is suggested, oldest first, and what became of earlier suggestions.

    Signals:
        accept_wanted(str, int, bool): id, number of the change or 0, and whether also where
            the text changed in the same words.
        reject_wanted(str, int): id, and number or 0.
        withdraw_wanted(str), explain_wanted(str): id of an own suggestion.
        beside_wanted(): show them side by side.
        looked_at(str, int): a change is looked at.
    """

    accept_wanted = Signal(str, int, bool)
    reject_wanted = Signal(str, int)
    withdraw_wanted = Signal(str)
    explain_wanted = Signal(str)
    beside_wanted = Signal()
    looked_at = Signal(str, int)

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        self.shelf: Shelf | None = None
        self.may_decide = False
        self.organisation = ""
        self._focus: Focus | None = None
        self.cards: list[SuggestionCard] = []
        self._shows: object = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.state = note("")
        self.beside = button(text("suggestions-beside"))
        self.beside.clicked.connect(self.beside_wanted)
        self.closed = note("")
        layout.addWidget(heading(text("suggestions-title"), 4))
        layout.addWidget(self.state)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(8)
        layout.addLayout(self._stack)
        layout.addWidget(self.beside)
        layout.addWidget(self.closed)

    def show_clause(self, focus: Focus) -> None:
        """Show what is suggested for the clause; nothing moves when nothing changed."""
        self._focus = focus
        if self.shelf is None:
            return
        found = self.shelf.open_on(focus.uid) if focus.uid else ()
        others = [each for each in self.shelf.on(focus.uid) if not each.is_open]
        shows = (
            focus.uid,
            focus.clause,
            tuple((each.id, len(each.decided)) for each in found),
            tuple((each.id, each.state) for each in others[-CLOSED:]),
            self.may_decide,
        )
        if shows == self._shows:
            return
        self._shows = shows
        self.setVisible(bool(focus.uid))
        self._fill(found, focus.clause)
        count = len(found)
        self.state.setText(self._text("suggestions-count", count=count))
        self.beside.setVisible(count > 1)
        self.closed.setText("\n".join(outcome(each, self._text) for each in others[-CLOSED:]))
        self.closed.setVisible(bool(others))

    def changeEvent(self, event: QEvent) -> None:
        """Show the changes in the colours of another appearance."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.cards and self._focus is not None:
            self._shows = None
            self.show_clause(self._focus)

    def _fill(self, found: tuple[Suggestion, ...], clause: Clause | None) -> None:
        here = QApplication.focusWidget()
        had_focus = here is not None and any(card.isAncestorOf(here) for card in self.cards)
        for card in self.cards:
            # It keeps its parent: Qt may be going through the children right now.
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(each, clause) for each in found]
        for card in self.cards:
            self._stack.addWidget(card)
        if had_focus and self.cards:
            first = self.cards[0].findChildren(QWidget)
            next((each for each in first if each.focusPolicy()), self.beside).setFocus()

    def _card(self, suggestion: Suggestion, clause: Clause | None) -> SuggestionCard:
        placed = self.shelf.placed(suggestion, clause) if self.shelf else ()
        card = SuggestionCard(
            self._text,
            suggestion,
            placed,
            may_decide=self.may_decide,
            ours=suggestion.organisation == self.organisation,
        )
        name = suggestion.id
        card.accept_wanted.connect(
            lambda number, prefer: self.accept_wanted.emit(name, number, prefer)
        )
        card.reject_wanted.connect(lambda number: self.reject_wanted.emit(name, number))
        card.looked_at.connect(lambda number: self.looked_at.emit(name, number))
        card.withdraw_wanted.connect(lambda: self.withdraw_wanted.emit(name))
        card.explain_wanted.connect(lambda: self.explain_wanted.emit(name))
        return card
