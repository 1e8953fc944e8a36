"""A field over a parameter in the text, in which its value is filled in."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.metrics import Metrics
from coauthor.ui.theme import Theme


class SlotField(QLineEdit):
    """Lies over one slot; writes through at every key.

    Signals:
        filled(str): the value so far.
        done(bool): the person is ready; True when they go on to the next gap.
    """

    filled = Signal(str)
    done = Signal(bool)

    def __init__(self, parent: QWidget, text: Text) -> None:
        super().__init__(parent)
        self._text = text
        self.textEdited.connect(self.filled)
        self.hide()

    def open(self, name: str, value: str, metrics: Metrics, theme: Theme) -> None:
        """Begin with a value."""
        self.setFont(metrics.font)
        self.setText(value)
        self.setPlaceholderText(name)
        self.setAccessibleName(self._text("lanes-edit-slot", name=name))
        self.setToolTip(name)
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme['paper'].name()}; color: {theme['ink'].name()};"
            f" border: 2px solid {theme['accent'].name()}; border-radius: 4px; padding: 1px 4px; }}"
        )
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, slot: QRectF, right: float) -> None:
        """Stand over a slot, within the text."""
        measure = self.fontMetrics()
        words = max(measure.horizontalAdvance(self.text() or self.placeholderText()), 60)
        width = max(words + measure.height() * 2, round(slot.width()) + 12)
        height = measure.height() + 10
        left = max(min(slot.left() - 6, right - width), 0)
        top = round(slot.center().y() - height / 2)
        self.setGeometry(round(left), top, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.done.emit(False)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab goes on to the next gap, Shift+Tab out of the field."""
        self.done.emit(forward)
        return True
