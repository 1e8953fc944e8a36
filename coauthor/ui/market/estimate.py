"""The field for how much work something is: a class to choose, or hours or money to type."""

from PySide6.QtWidgets import QComboBox, QWidget

from coauthor.exchange.answers import size_words
from coauthor.language import Catalogue
from coauthor.review.market.sizes import CLASSES, read_size
from coauthor.ui.forms import describe


class EstimateField(QComboBox):
    """An estimate as `coauthor.review.market.sizes` stores it, or what somebody typed."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._shown = ""
        self.setEditable(True)
        self.addItem("", "")
        for each in CLASSES:
            self.addItem(size_words(each, text), each)
        self.setMinimumWidth(170)
        if (line := self.lineEdit()) is not None:
            name = text("answer-size").replace("&", "")
            describe(line, name, text("answer-size-help"))

    def show_estimate(self, stored: str) -> None:
        """Show an estimate in words."""
        self._shown = stored
        index = self.findData(stored)
        if index >= 0:
            self.setCurrentIndex(index)
        else:
            self.setEditText(size_words(stored, self._text))

    @property
    def estimate(self) -> str:
        """What stands there: stored where it is known, else as it was typed."""
        typed = self.currentText().strip()
        for index in range(self.count()):
            if typed == self.itemText(index):
                return str(self.itemData(index))
        shown = self._shown
        if read_size(shown) is not None and typed == size_words(shown, self._text):
            return shown
        return typed
