"""The foot of the window of a file: how far it is, and the buttons that end it."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from coauthor.language import Catalogue
from coauthor.ui.forms import button, describe, note


class Foot(QWidget):
    """Shows what is being done, with the buttons to take in and to stop."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        kept = self.progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # else what stands above jumps at every reading
        self.progress.setSizePolicy(kept)
        self.status = note("")
        self.status.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.take_button = button(text("intake-take"), main=True)
        self.take_button.setDefault(True)
        self.cancel_button = button(text("dialog-cancel"))
        row.addWidget(self.progress)
        row.addWidget(self.status, 1)
        row.addWidget(self.take_button)
        row.addWidget(self.cancel_button)
        self.rest()

    def work(self, message: str) -> None:
        """Show that something is being done; ``message`` is one of the catalogue."""
        said = self._text(message)
        self.status.setText(said)
        describe(self.progress, said)
        self.progress.show()

    def rest(self) -> None:
        """Show that nothing is being done, and that there is nothing to take in yet."""
        self.progress.hide()
        self.status.setText("")
        self.take_button.setEnabled(False)
