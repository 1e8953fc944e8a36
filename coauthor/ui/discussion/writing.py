"""The box in which a message is typed: what is in it outlives going elsewhere and a crash."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from coauthor.language import Catalogue
from coauthor.review.people import ROLES
from coauthor.ui.discussion.rendering import role_name, short_name
from coauthor.ui.discussion.state import TalkState
from coauthor.ui.forms import button, describe, note

KEEP = 700
"""Milliseconds after the last key when what was typed is kept."""


class MessageBox(QPlainTextEdit):
    """A box for Markdown; Ctrl+Enter says it.

    Signals:
        entered(): the person wants to say it.
        left(): the focus went elsewhere.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, name: str, help_text: str) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(76)
        self.setMaximumHeight(100)
        self.setPlaceholderText(help_text)
        describe(self, name, help_text)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter, which elsewhere makes a new clause."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_enter(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _is_enter(event: QKeyEvent) -> bool:
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(control) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Writing(QWidget):
    """A message being written, with whom it calls in.

    What is typed is kept under the name of what it is about, and stands there again
    when the person comes back to it.

    Signals:
        entered(): the person wants to say it.
    """

    entered = Signal()

    def __init__(self, text: Catalogue, name: str, deed: str) -> None:
        super().__init__()
        self._text = text
        self._state: TalkState | None = None
        self.about = ""
        self._unkept = False  # typed since it was last kept
        self._called: list[str] = []
        self.box = MessageBox(name, text("message-help"))
        self.call = QComboBox()
        self.call.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.call.setMinimumContentsLength(8)
        describe(self.call, text("message-call"), text("message-call-help"))
        self.called = note("")
        self.uncall = button(text("message-uncall"))
        self.uncall.setProperty("small", True)
        self.deed = button(deed, main=True, help_text=text("message-deed-help"))
        row = QHBoxLayout()
        row.addWidget(self.call, 1)
        row.addWidget(self.deed)
        names = QHBoxLayout()
        names.addWidget(self.called, 1)
        names.addWidget(self.uncall)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.box)
        layout.addLayout(names)
        layout.addLayout(row)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP)
        self._keep.timeout.connect(self.keep)
        self.box.textChanged.connect(self._typed)
        self.box.left.connect(self.keep)
        self.box.entered.connect(self._enter)
        self.deed.clicked.connect(self._enter)
        self.call.activated.connect(self._call)
        self.uncall.clicked.connect(lambda: self._set_called([]))
        self._set_called([])

    @property
    def words(self) -> str:
        """What was typed."""
        return self.box.toPlainText()

    @property
    def mention(self) -> tuple[str, ...]:
        """Who is called in."""
        return tuple(self._called)

    def open(self, state: TalkState, about: str, names: Sequence[str]) -> None:
        """Write about something; what was typed about it before stands there again.

        Args:
            about: what tells this draft from others in the document.
            names: organisations and roles that can be called in.
        """
        if about != self.about or state is not self._state:
            self.keep()
            self._state, self.about = state, about
            with QSignalBlocker(self.box):
                self.box.setPlainText(state.draft(about))
            self.box.moveCursor(QTextCursor.MoveOperation.End)
            self._set_called([])
            self._set_busy(busy=False)
        self._offer(names)

    def keep(self) -> None:
        """Keep what was typed."""
        if self._unkept and self._state is not None:
            self._clean()
            self._state.keep_draft(self.about, self.words)

    def _clean(self) -> None:
        self._unkept = False
        self._keep.stop()

    def begin(self) -> None:
        """Take no more keys while it is being said."""
        self._set_busy(busy=True)

    def said(self) -> None:
        """Empty the box: it was said."""
        self._clean()
        self._set_busy(busy=False)
        with QSignalBlocker(self.box):
            self.box.clear()
        self._set_called([])
        if self._state is not None:
            self._state.keep_draft(self.about, "")

    def failed(self) -> None:
        """Give the words back: they were not said."""
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self.box.setReadOnly(busy)
        self.deed.setEnabled(not busy)

    def _typed(self) -> None:
        self._unkept = True
        self._keep.start()

    def _enter(self) -> None:
        if self.deed.isEnabled():
            self.entered.emit()

    def _offer(self, names: Sequence[str]) -> None:
        if [self.call.itemData(each) for each in range(1, self.call.count())] == list(names):
            return
        self.call.clear()
        self.call.addItem(self._text("message-call"), "")
        for name in names:
            shown = self._text("message-role", role=role_name(name, self._text))
            self.call.addItem(shown if name in ROLES else short_name(name), name)

    def _call(self, place: int) -> None:
        name = str(self.call.itemData(place) or "")
        self.call.setCurrentIndex(0)
        if name and name not in self._called:
            self._set_called([*self._called, name])

    def _set_called(self, names: list[str]) -> None:
        self._called = names
        shown = ", ".join(role_name(name, self._text) for name in names)
        self.called.setText(self._text("thread-mentions", names=shown) if names else "")
        self.called.setVisible(bool(names))
        self.uncall.setVisible(bool(names))
