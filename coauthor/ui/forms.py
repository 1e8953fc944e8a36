"""Rows of a form: label, buddy, accessible name and help in one call, so none is forgotten."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QWidget


def add_row(form: QFormLayout, label: str, field: QWidget, help_text: str = "") -> None:
    """Add a labelled field; a screen reader hears the label and the help."""
    name = QLabel(label)
    name.setBuddy(field)
    name.setTextFormat(Qt.TextFormat.PlainText)
    describe(field, label, help_text)
    if isinstance(field, QPlainTextEdit):  # has room to say what is meant before anybody asks
        field.setPlaceholderText(help_text)
    form.addRow(name, field)


def describe(widget: QWidget, name: str, help_text: str = "") -> None:
    """Give a control its name for screen readers, and its help as description and tip."""
    widget.setAccessibleName(name.replace("&", ""))
    if help_text:
        widget.setAccessibleDescription(help_text)
        widget.setToolTip(help_text)


def fit(window: QWidget, width: int, height: int) -> None:
    """Give a window its size, or that of a smaller screen; a laptop shows 1280 by 720."""
    room = window.screen().availableSize()
    window.resize(min(width, max(room.width(), 1280)), min(height, max(room.height() - 40, 720)))


def note(text: str, *, soft: bool = True) -> QLabel:
    """Return a paragraph of plain text that wraps."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("soft", soft)
    return label


def heading(text: str, level: int = 1) -> QLabel:
    """Return a heading of a page or a panel."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("heading", level)
    label.setIndent(0)  # else one with room above it stands further in than what is below
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    policy.setHeightForWidth(True)  # else a heading that wraps is cut off
    label.setSizePolicy(policy)
    return label


def button(text: str, *, main: bool = False, help_text: str = "") -> QPushButton:
    """Return a push button; ``main`` is the one that most people want."""
    made = QPushButton(text)
    made.setProperty("main", main)
    describe(made, text, help_text)
    return made
