"""The message bar: what happened, in plain words, without stopping anybody."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coauthor.language import Catalogue
from coauthor.ui.forms import describe

SIGNS = {"info": "ℹ", "warning": "⚠", "error": "⛔", "done": "✓"}
"""Kinds of message with the sign that tells them apart without colour."""


class Banner(QWidget):
    """A stack of messages, each until the person closes it or its cause is gone."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self._shown: dict[str, QFrame] = {}

    def show_message(
        self, key: str, kind: str, message: str, cancel: Callable[[], None] | None = None
    ) -> None:
        """Show a message; one of the same key takes the place of the last.

        With ``cancel`` something is under way that the person may stop.
        """
        self.clear_message(key)
        frame = QFrame()
        frame.setProperty("banner", kind)
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 6, 8, 6)
        sign = QLabel(SIGNS[kind])
        sign.setAccessibleName(self._text(f"banner-{kind}"))
        label = QLabel(message)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(self._text("banner-close"))
        close.setFlat(True)
        describe(close, self._text("banner-close"))
        close.clicked.connect(lambda: self.clear_message(key))
        row.addWidget(sign)
        row.addWidget(label, 1)
        if cancel is not None:
            stop = QPushButton(self._text("dialog-cancel"))
            describe(stop, self._text("dialog-cancel"))
            stop.clicked.connect(cancel)
            row.addWidget(stop)
        row.addWidget(close)
        describe(frame, message)
        self._layout.addWidget(frame)
        self._shown[key] = frame

    def clear_message(self, key: str) -> None:
        """Take a message away."""
        frame = self._shown.pop(key, None)
        if frame is not None:
            frame.hide()
            frame.deleteLater()

    def messages(self) -> list[str]:
        """Return what is shown now."""
        return [frame.accessibleName() for frame in self._shown.values()]
