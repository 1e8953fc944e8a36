"""Rows of a form: label, buddy, accessible name and help in one call, so none is forgotten."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

_FRAME = 40
"""Pixels that the system draws above a window."""


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
    """Give a window its size, or that of a smaller screen: at 200 % a laptop has 960 by 540."""
    room = room_for(window)
    window.resize(min(width, room.width()), min(height, room.height()))


def room_for(window: QWidget) -> QSize:
    """Return how large a window may be, its frame left aside."""
    return window.screen().availableSize() - QSize(0, _FRAME)


def number_field(least: int, most: int) -> QSpinBox:
    """Return a field for a whole number, whose digits stand as far in as other words do."""
    field = QSpinBox()
    field.setRange(least, most)
    field.lineEdit().setTextMargins(4, 0, 0, 0)  # a style has no say in it
    return field


def let_scroll(area: QScrollArea, inside: QWidget) -> QScrollArea:
    """Put something in an area that scrolls, without a frame and a stop for the focus."""
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


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
