"""Beginning a thread: what kind, about which words, and the message."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout

from coauthor.document.model import Clause
from coauthor.document.rendering import harmless
from coauthor.language import Catalogue
from coauthor.review.discussion.sentences import split
from coauthor.review.discussion.threads import BEGINNING
from coauthor.ui.discussion.state import TalkState
from coauthor.ui.discussion.writing import Writing
from coauthor.ui.forms import button, describe, heading

SENTENCES = 40
"""Sentences of a clause that can be chosen from."""

SHORT = 60
"""Characters of a sentence or a stretch in the list to choose from."""

Stretch = tuple[int, int]


class Composer(QFrame):
    """A new thread being written.

    Signals:
        entered(str): the person wants to say it; a key of `BEGINNING`.
        cancelled(): the person does not.
    """

    entered = Signal(str)
    cancelled = Signal()

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        self.clause: Clause | None = None
        self.setProperty("card", True)
        self.title = heading(text("compose-title"), 5)
        self.kind = QComboBox()
        for each in BEGINNING:
            self.kind.addItem(text(f"compose-{each}"), each)
        describe(self.kind, text("compose-kind"))
        self.target = QComboBox()
        self.target.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.target.setMinimumContentsLength(8)
        describe(self.target, text("compose-target"), text("compose-target-help"))
        self.writing = Writing(text, text("compose-box"), text("compose-deed"))
        self.cancel = button(text("compose-cancel"))
        self.cancel.setProperty("small", True)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.cancel)
        choices = QHBoxLayout()
        choices.addWidget(self.kind)
        choices.addWidget(self.target, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.addLayout(row)
        layout.addLayout(choices)
        layout.addWidget(self.writing)
        self.cancel.clicked.connect(self.cancelled)
        self.writing.entered.connect(lambda: self.entered.emit(str(self.kind.currentData())))
        self.hide()

    def compose(
        self,
        state: TalkState,
        clause: Clause | None,
        stretch: Stretch | None,
        names: Sequence[str],
    ) -> None:
        """Begin to write.

        Args:
            clause: what it is about; None for the document as a whole.
            stretch: the words that are selected, in the body of the clause.
            names: who can be called in.
        """
        self.clause = clause
        self.target.clear()
        whole = "compose-clause" if clause is not None else "compose-document"
        name = (clause.code or clause.title) if clause is not None else ""
        self.target.addItem(self._text(whole, name=harmless(name)), None)
        if clause is not None:
            if stretch is not None:
                shown = self._text("compose-picked", words=_short(clause.body[slice(*stretch)]))
                self.target.addItem(shown, stretch)
                self.target.setCurrentIndex(1)
            words, sentences = split(clause.body)
            for each in sentences[:SENTENCES]:
                place = words[each.first].start, words[each.last - 1].end
                self.target.addItem(f"„{_short(clause.body[slice(*place)])}”", place)
        self.writing.open(state, f"{clause.uid if clause is not None else ''}/new", names)
        self.show()
        self.writing.box.setFocus()

    @property
    def stretch(self) -> Stretch | None:
        """The words that it is about, or None for the whole."""
        found = self.target.currentData()
        return (int(found[0]), int(found[1])) if found is not None else None


def _short(words: str) -> str:
    words = " ".join(harmless(words).split())
    return words if len(words) <= SHORT else words[: SHORT - 1].rstrip() + "…"
