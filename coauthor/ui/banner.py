"""The message bar: what happened, in plain words, without stopping anybody."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coauthor.language import Catalogue
from coauthor.ui.forms import describe

SIGNS = {"info": "ℹ", "warning": "⚠", "error": "✖", "done": "✓"}
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
        self,
        key: str,
        kind: str,
        message: str,
        cancel: Callable[[], None] | None = None,
        actions: Sequence[tuple[str, Callable[[], None]]] = (),
    ) -> None:
        """Show a message; one of the same key takes the place of the last.

        What is under way stays until it ends or is stopped; what is done and asks nothing
        makes room for what is done next.

        Args:
            cancel: something is under way that the person may stop.
            actions: what can be done about it, as label and deed; each takes the
                message away.
        """
        self.clear_message(key)
        if kind == "done":
            self._clear_passing()
        frame = QFrame()
        frame.setProperty("passing", kind == "done" and not actions)
        frame.setProperty("banner", kind)
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 6, 8, 6)
        sign = QLabel(SIGNS[kind])
        sign.setAccessibleName(self._text(f"banner-{kind}"))
        label = QLabel(message)
        label.setObjectName("said")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(sign)
        row.addWidget(label, 1)
        if cancel is not None:
            stop = QPushButton(self._text("dialog-cancel"))
            describe(stop, self._text("dialog-cancel"))
            stop.clicked.connect(cancel)
            row.addWidget(stop)
        for name, deed in actions:
            row.addWidget(self._action(key, name, deed))
        if cancel is None:  # beside stopping, closing would be taken for it
            close = QPushButton(self._text("banner-later" if actions else "banner-close"))
            close.setFlat(True)
            describe(close, close.text())
            close.clicked.connect(lambda: self.clear_message(key))
            row.addWidget(close)
        describe(frame, message)
        self._layout.addWidget(frame)
        self._shown[key] = frame

    def show_progress(
        self, key: str, message: str, done: int, total: int, cancel: Callable[[], None]
    ) -> None:
        """Show how far something is; a ``total`` of 0 is not known yet."""
        frame = self._shown.get(key)
        bar = frame.findChild(QProgressBar) if frame is not None else None
        if frame is None or bar is None:
            self.show_message(key, "info", message, cancel)
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setFixedWidth(180)
            frame = self._shown[key]
            layout = frame.layout()
            if isinstance(layout, QHBoxLayout):
                layout.insertWidget(2, bar)
        describe(bar, message)
        bar.setRange(0, total)
        bar.setValue(done)
        said = frame.findChild(QLabel, "said")
        if isinstance(said, QLabel) and said.text() != message:
            said.setText(message)
            describe(frame, message)

    def _action(self, key: str, name: str, deed: Callable[[], None]) -> QPushButton:
        made = QPushButton(name)
        describe(made, name)

        def act() -> None:
            self.clear_message(key)
            deed()

        made.clicked.connect(act)
        return made

    def take_focus(self) -> bool:
        """Put the focus on the first button of the last message; False when there is none."""
        for frame in reversed(self._shown.values()):
            found = frame.findChildren(QPushButton)
            if found:
                found[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _clear_passing(self) -> None:
        for key in [key for key, frame in self._shown.items() if frame.property("passing")]:
            self.clear_message(key)

    def clear_message(self, key: str) -> None:
        """Take a message away."""
        frame = self._shown.pop(key, None)
        if frame is not None:
            frame.hide()
            frame.deleteLater()

    def clear_beginning(self, *keys: str) -> None:
        """Take away the messages whose keys begin so."""
        for key in [each for each in self._shown if each.startswith(keys)]:
            self.clear_message(key)

    def messages(self) -> list[str]:
        """Return what is shown now."""
        return [frame.accessibleName() for frame in self._shown.values()]
