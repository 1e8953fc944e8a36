"""Which document of the workspace a file becomes: a new one, or news for one that is there."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from coauthor.document.rendering import printable
from coauthor.language import Catalogue
from coauthor.ui.forms import describe, heading, note
from coauthor.workspace.bringing.looking import Looked


class TargetPanel(QWidget):
    """Shows which document a file becomes, and lets the person say otherwise.

    Signals:
        changed(): the person wants it to become something else.
    """

    changed = Signal()

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._is_chosen = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(text("intake-target"), 3))
        self.documents = QComboBox()
        self.documents.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        describe(self.documents, text("intake-target"), text("intake-target-help"))
        column.addWidget(self.documents)
        self.like = note("")
        column.addWidget(self.like)
        self.keep = QCheckBox(text("intake-keep"))
        self.keep.setChecked(True)
        describe(self.keep, text("intake-keep"), text("intake-keep-help"))
        column.addWidget(self.keep)
        self.documents.activated.connect(self._choose)
        self.keep.clicked.connect(self.changed)
        self.begin_anew()

    @property
    def wanted(self) -> str | None:
        """Name of the document, '' for a new one; None where the person did not say."""
        return str(self.documents.currentData()) if self._is_chosen else None

    @property
    def anew(self) -> bool:
        """Whether the file's words stand, also where somebody wrote here since."""
        return not self.keep.isChecked()

    def begin_anew(self) -> None:
        """Leave it to the program again, for another file."""
        self._is_chosen = False
        self.keep.setChecked(True)
        self.hide()

    def show_looked(self, looked: Looked) -> None:
        """Show what the file becomes as it was read."""
        self.setVisible(looked.error is None and bool(looked.documents))
        with QSignalBlocker(self.documents):
            self.documents.clear()
            self.documents.addItem(self._text("intake-target-new"), "")
            for name, title in looked.documents:
                said = self._text("intake-target-known", document=printable(title))
                self.documents.addItem(said, name)
            self.documents.setCurrentIndex(max(self.documents.findData(looked.document), 0))
        self.keep.setVisible(bool(looked.document))
        self.like.setVisible(bool(looked.like))
        if looked.like:
            title, count = looked.like
            said = self._text(
                "intake-like", document=printable(title), count=count, clauses=looked.clauses
            )
            self.like.setText("⚠ " + said)

    def _choose(self) -> None:
        self._is_chosen = True
        self.changed.emit()
