"""Two versions of a document side by side, to read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coauthor.document.model import Document
from coauthor.language import Catalogue
from coauthor.lineage.locks import Policy
from coauthor.ui.forms import button, fit, note
from coauthor.ui.lanes.view import LanesView
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry


class Beside(QWidget):
    """A window with two versions as lanes, the newer one first."""

    def __init__(
        self,
        text: Catalogue,
        entry: DocumentEntry,
        newer: tuple[str, Document],
        older: tuple[str, Document],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        title, document = newer
        self.setWindowTitle(f"{text('timeline-compare-title')} – {entry.title}")

        def said(message_id: str, /, **arguments: str | float) -> str:
            # The first lane is no draft here, but the newer of the two.
            return title if message_id == "lane-ours" else text(message_id, **arguments)

        session = Session(entry, document, policy=Policy(), read_only="version")
        self.lanes = LanesView(session, said, self)
        self.lanes.set_lanes([older])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        help_text = note(text("timeline-compare-help"))
        help_text.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(help_text)
        layout.addWidget(self.lanes, 1)
        close = button(text("banner-close"))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.addStretch(1)
        foot.addWidget(close)
        layout.addLayout(foot)
        for keys, slot in (
            ("Ctrl+F8", self.lanes.next_change),
            ("Ctrl+Shift+F8", self.lanes.previous_change),
            ("Escape", self.close),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            self.addAction(action)
        fit(self, 1100, 720)
        self.lanes.setFocus()
        self.lanes.next_change()  # what people came for

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the documents."""
        self.lanes.detach()
        super().closeEvent(event)
