"""What the words in columns of kinds and priorities mean: a choice a word."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from coauthor.document.rendering import harmless
from coauthor.exchange.sheet_plan import Meaning
from coauthor.exchange.specification import kind_label
from coauthor.language import Catalogue
from coauthor.ui.forms import add_row

MEANT = (
    ("eis", ""),
    ("eis", "must"),
    ("wens", ""),
    ("wens", "should"),
    ("wens", "could"),
    ("informatie", ""),
    ("", ""),
)
"""Kinds with priorities to choose from; the last says nothing."""


class MeaningsPanel(QWidget):
    """A choice a word.

    Signals:
        changed(): the person gave a word another meaning.
    """

    changed = Signal()

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._words: Sequence[Meaning] = ()
        self.fields: list[QComboBox] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """The words with the meanings that are chosen."""
        chosen = (MEANT[field.currentIndex()] for field in self.fields)
        return tuple(
            replace(word, kind=kind, priority=priority)
            for word, (kind, priority) in zip(self._words, chosen, strict=True)
        )

    def show_meanings(self, words: Sequence[Meaning]) -> None:
        """Show the words of a file; fields that stand there keep the focus."""
        same = [each.word for each in words] == [each.word for each in self._words]
        self._words = words
        if not same:
            while self._form.rowCount():
                self._form.removeRow(0)
            self.fields = [self._row(each) for each in words]
        for field, word in zip(self.fields, words, strict=True):
            place = (word.kind, word.priority)
            field.setCurrentIndex(MEANT.index(place) if place in MEANT else len(MEANT) - 1)

    def _row(self, word: Meaning) -> QComboBox:
        field = QComboBox()
        for kind, priority in MEANT:
            said = [kind_label(kind, self._text)] if kind else []
            said += [self._text(f"priority-{priority}")] if priority else []
            field.addItem(" · ".join(said) or self._text("intake-means-nothing"))
        add_row(self._form, harmless(word.word)[:40].replace("&", "&&"), field)
        field.activated.connect(lambda _: self.changed.emit())
        return field
