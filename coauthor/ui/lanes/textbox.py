"""A box in which Markdown is written: plain text, grows with it, keeps no undo of its own."""

import re

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from coauthor.ui.lanes import formatting
from coauthor.ui.lanes.formatting import Edit
from coauthor.ui.lanes.highlight import MarkdownHighlighter, item_indent
from coauthor.ui.lanes.metrics import LINE_HEIGHT
from coauthor.ui.lanes.units import from_units, splice, to_units

_UNFIT = str.maketrans(dict.fromkeys("\ufdd0\ufdd1\ufffc", "\ufffd"))
_LINES = str.maketrans("\u2029\u2028", "\n\n")
_OURS = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Bold,
    QKeySequence.StandardKey.Italic,
)


class TextBox(QTextEdit):
    """One text being written.

    The text that is edited may hold what a screen cannot show (bytes that are no
    UTF-8); only what the person changes is changed in it.

    Signals:
        edited(str): the whole text after a change by the person.
        grown(): its height changed.
        left(str): the person goes ``up``, ``down``, ``next``, ``previous`` or ``out``.
        step(): a new step of the undo history begins.
    """

    edited = Signal(object)  # a str as it is: Qt's own strings cannot hold lone bytes
    grown = Signal()
    left = Signal(str)
    step = Signal()

    def __init__(self, parent: QWidget, *, single: bool) -> None:
        super().__init__(parent)
        self.single = single
        self.highlighter = MarkdownHighlighter(self.document())
        self._raw = ""
        self._shown = ""
        self._height = 0.0
        self._loading = True
        self._shaping = False
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._size_changed)

    # -- text --------------------------------------------------------------------

    @property
    def shown(self) -> str:
        """The text as it stands in the box."""
        return self.document().toRawText().translate(_LINES)

    def load(self, raw: str, shown: str) -> None:
        """Begin with a text.

        Args:
            raw: the text to edit, with one kind of line ending.
            shown: the same text, letter by letter, as it can be shown.
        """
        self._loading = True
        self._raw = raw
        self.setPlainText(shown.translate(_UNFIT))
        self._shape()
        self._shown = self.shown
        self._loading = False

    def replace_all(self, raw: str, shown: str) -> None:
        """Show a text that changed elsewhere; only what differs is replaced."""
        old, new = self._shown, shown.translate(_UNFIT)
        start, end, words = splice(old, new)
        if start == end and not words:
            self._raw = raw
            return
        self._loading = True
        cursor = self.textCursor()
        cursor.setPosition(to_units(old, start))
        cursor.setPosition(to_units(old, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        self.setTextCursor(cursor)
        self._shape()
        self._raw, self._shown = raw, self.shown
        self._loading = False

    def _text_changed(self) -> None:
        if self._loading or self._shaping:
            return
        shown = self.shown
        if shown == self._shown:
            return
        start, end, words = splice(self._shown, shown)
        self._raw = self._raw[:start] + words + self._raw[end:]
        self._shown = shown
        self._shape()
        if words in {"\n", "\n\n"}:
            self.step.emit()
        self.edited.emit(self._raw)

    # -- size and shape ------------------------------------------------------------

    @property
    def needed_height(self) -> float:
        """Height of the text at the width of the box."""
        return self.document().size().height()

    def fit(self, width: float) -> None:
        """Lay the text out in a width."""
        self.document().setTextWidth(width)

    def _size_changed(self) -> None:
        if self.needed_height != self._height:
            self._height = self.needed_height
            if not self._loading:
                self.grown.emit()

    def _shape(self) -> None:
        """Give every line its height, and list items a hanging indent."""
        self._shaping = True
        block = self.document().begin()
        while block.isValid():
            indent = item_indent(block.text(), self.document().defaultFont())
            have = block.blockFormat()
            if have.leftMargin() != indent or have.lineHeight() != LINE_HEIGHT:
                wanted = QTextBlockFormat()
                wanted.setLineHeight(
                    LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
                )
                wanted.setLeftMargin(indent)
                wanted.setTextIndent(-indent)
                QTextCursor(block).setBlockFormat(wanted)
            block = block.next()
        self._shaping = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Stay at the top: the box is always as high as its text."""
        super().scrollContentsBy(dx, dy)
        bar = self.verticalScrollBar()
        if bar.value():
            QTimer.singleShot(0, lambda: bar.setValue(0))

    # -- selection and formatting --------------------------------------------------

    def selection(self) -> tuple[int, int]:
        """Return start and end of the selection, in characters."""
        cursor, text = self.textCursor(), self.shown
        return from_units(text, cursor.selectionStart()), from_units(text, cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select a stretch of the text."""
        text = self.shown
        cursor = self.textCursor()
        cursor.setPosition(to_units(text, min(start, len(text))))
        cursor.setPosition(to_units(text, min(end, len(text))), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def apply(self, edit: Edit) -> None:
        """Make an edit as one step."""
        self.step.emit()
        text = self.shown
        cursor = self.textCursor()
        cursor.setPosition(to_units(text, edit.start))
        cursor.setPosition(to_units(text, edit.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.text)
        self.select(*edit.select)

    def format(self, name: str) -> None:
        """Format the selection: ``bold``, ``italic``, ``link``, ``bullets`` or ``numbers``."""
        text, (start, end) = self.shown, self.selection()
        if name in ("bold", "italic"):
            edit = formatting.wrap(text, start, end, "**" if name == "bold" else "*")
        elif name == "link":
            edit = formatting.link(text, start, end)
        elif self.single:
            return
        else:
            edit = formatting.list_items(text, start, end, numbered=name == "numbers")
        self.apply(edit)

    # -- Qt ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_command(event):
            event.ignore()  # the row, the table or the window knows what it means
            return
        key, plain = event.key(), not _modified(event)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.left.emit("next" if key == Qt.Key.Key_Tab else "previous")
        elif key == Qt.Key.Key_Escape:
            self.left.emit("out")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._at_edge(key):
            self.left.emit("up" if key == Qt.Key.Key_Up else "down")
        else:
            super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> None:
        if self.single:
            self.left.emit("next")
            return
        start, end = self.selection()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.apply(formatting.line_break(start, end))
        else:
            self.apply(formatting.enter(self.shown, start, end))

    def _at_edge(self, key: int) -> bool:
        cursor = self.textCursor()
        up = key == Qt.Key.Key_Up
        move = QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(move)

    @staticmethod
    def _is_command(event: QKeyEvent) -> bool:
        """Tell whether a key is a command of the lanes and not of a text box."""
        if any(event.matches(key) for key in _OURS):
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if alt and not control:
            return event.key() in arrows
        returns = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return control and (
            event.key() in returns or (alt and event.key() in arrows) or _is_letter_command(event)
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_command(event):
                event.ignore()
                return False
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not source.hasText():
            return
        text = formatting.pasted(source.text())
        start, end = self.selection()
        if self.single:
            text = re.sub(r"\s+", " ", text)
        stop = start + len(text)
        self.apply(Edit(start, end, text, (stop, stop)))
        self.step.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(source.hasText())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer cut, copy and paste; undo is the session's, so it is not in this menu."""
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:
            if action.objectName() in ("edit-undo", "edit-redo") or action.isSeparator():
                menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.step.emit()
        super().focusOutEvent(event)


_LETTERS = frozenset({"B", "I", "K", "J", "Z", "Y", "7", "8", "&", "*", "+", "-", "=", "0"})


def _is_letter_command(event: QKeyEvent) -> bool:
    name = QKeySequence(event.key()).toString()
    return name in _LETTERS


def _modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
