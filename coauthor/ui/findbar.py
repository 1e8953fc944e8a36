"""Find and replace over the whole document, in a bar below the lanes."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from coauthor.language import Catalogue
from coauthor.ui.forms import button, describe


class FindBar(QWidget):
    """What to look for and what to put in its place.

    Signals:
        pattern_changed(object): a compiled pattern, or None for nothing.
        next_wanted(int): go to the next (1) or previous (-1) hit.
        replace_wanted(bool): replace this hit, or all of them.
        closed(): the bar went away.
    """

    pattern_changed = Signal(object)
    next_wanted = Signal(int)
    replace_wanted = Signal(bool)
    closed = Signal()

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 6, 12, 6)
        rows.setSpacing(6)
        self.what = QLineEdit()
        self.what.setPlaceholderText(text("find-what"))
        describe(self.what, text("find-what"))
        self.by = QLineEdit()
        self.by.setPlaceholderText(text("find-by"))
        describe(self.by, text("find-by"))
        self.case = QCheckBox(text("find-case"))
        self.words = QCheckBox(text("find-words"))
        self.count = QLabel()
        self._next = button(text("find-next"))
        self._previous = button(text("find-previous"))
        self._one = button(text("find-replace"))
        self._all = button(text("find-replace-all"))
        close = button(text("banner-close"))
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (upper, (self.what, self._previous, self._next, self.case, self.words, self.count)),
            (lower, (self.by, self._one, self._all)),
        ):
            rows.addLayout(row)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        upper.addWidget(close)
        for field in (self.what, self.by):
            field.setMinimumWidth(240)
        self.what.textChanged.connect(self._changed)
        self.case.toggled.connect(self._changed)
        self.words.toggled.connect(self._changed)
        self._next.clicked.connect(lambda: self.next_wanted.emit(1))
        self._previous.clicked.connect(lambda: self.next_wanted.emit(-1))
        self.what.returnPressed.connect(lambda: self.next_wanted.emit(1))
        self._one.clicked.connect(lambda: self.replace_wanted.emit(False))
        self._all.clicked.connect(lambda: self.replace_wanted.emit(True))
        close.clicked.connect(self.leave)
        self.hide()

    def open(self, *, replace: bool) -> None:
        """Show the bar, with or without replacing."""
        for widget in (self.by, self._one, self._all):
            widget.setVisible(replace)
        self.show()
        self.what.setFocus()
        self.what.selectAll()
        self._changed()

    def leave(self) -> None:
        """Hide the bar and forget what was looked for."""
        self.hide()
        self.pattern_changed.emit(None)
        self.closed.emit()

    def pattern(self) -> re.Pattern[str] | None:
        """Return what is looked for, or None."""
        wanted = self.what.text()
        if not wanted or self.isHidden():
            return None
        source = re.escape(wanted)
        if self.words.isChecked():
            source = rf"(?<!\w){source}(?!\w)"
        return re.compile(source, 0 if self.case.isChecked() else re.IGNORECASE)

    def show_count(self, count: int) -> None:
        """Say how many hits there are."""
        self.count.setText(self._text("find-count", count=count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        self.pattern_changed.emit(self.pattern())
