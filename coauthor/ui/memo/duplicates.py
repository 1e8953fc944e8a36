"""Questions that seem to ask the same, a pair at a time."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coauthor.language import Catalogue
from coauthor.review.memo.joining import Pair
from coauthor.review.memo.model import Question
from coauthor.ui.forms import button, describe, fit, heading, note

Decide = Callable[[Pair, bool], None]


class DuplicatesDialog(QDialog):
    """Two questions beside each other: the same, or not.

    Args:
        decide: hears each decision; True joins. The next pair is given with `show_pairs`.
        place: says what a question is about.
    """

    def __init__(
        self,
        text: Catalogue,
        pairs: Sequence[Pair],
        decide: Decide,
        place: Callable[[Question], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self._decide, self._place = decide, place
        self._pairs: Sequence[Pair] = ()
        self.setWindowTitle(text("memo-duplicates-title"))
        fit(self, 900, 440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(heading(text("memo-duplicates-title"), 2))
        layout.addWidget(note(text("memo-duplicates-help")))
        self.score = heading("", 5)
        layout.addWidget(self.score)
        row = QHBoxLayout()
        self.sides = (QTextBrowser(), QTextBrowser())
        for side in self.sides:
            describe(side, text("memo-question"))
            row.addWidget(side)
        layout.addLayout(row, 1)
        box = QDialogButtonBox()
        self.join = button(text("memo-duplicates-join"), main=True)
        self.apart = button(text("memo-duplicates-apart"))
        close = button(text("decision-close"))
        box.addButton(self.join, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.apart, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self.join.clicked.connect(lambda: self._say(join=True))
        self.apart.clicked.connect(lambda: self._say(join=False))
        layout.addWidget(box)
        self.show_pairs(pairs)
        self.join.setFocus()

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show the pairs that are left, the best first."""
        self._pairs = pairs
        for each in (self.join, self.apart):
            each.setEnabled(bool(pairs))
        if not pairs:
            self.score.setText(self.text("memo-duplicates-none"))
            for side in self.sides:
                side.clear()
            return
        pair = pairs[0]
        self.score.setText(
            self.text("memo-duplicates-score", score=round(pair.score), count=len(pairs))
        )
        for side, question in zip(self.sides, (pair.first, pair.second), strict=True):
            said = "\n\n".join(question.wordings)
            side.setPlainText(f"{question.number} · {self._place(question)}\n\n{said}")

    def _say(self, *, join: bool) -> None:
        if self._pairs:
            for each in (self.join, self.apart):
                each.setEnabled(False)  # until the next pair is there
            self._decide(self._pairs[0], join)
