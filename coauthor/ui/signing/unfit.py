"""Whether a text can be final: what is missing at each clause, and the way there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coauthor.exchange.leave import gap_line
from coauthor.language import Catalogue
from coauthor.ui.forms import button, describe, fit, heading, note
from coauthor.workspace.signing.finishing import Unfit


class UnfitDialog(QDialog):
    """What keeps a text from being final; ``uid`` and ``document`` say where to go."""

    def __init__(
        self, text: Catalogue, found: Sequence[Unfit], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.uid, self.document = "", ""
        self.setWindowTitle(text("unfit-title"))
        fit(self, 760, 420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(heading(text("unfit-title"), 2))
        count = sum(len(each.gaps) for each in found)
        layout.addWidget(note(text("unfit-help", count=count), soft=False))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        describe(self.list, text("unfit-list"))
        for each in found:
            if each.damaged:
                self.list.addItem("✖ " + text("error-snapshot-damaged", standard=each.damaged))
            for gap in each.gaps:
                line = gap_line(gap, text)
                if len(found) > 1:
                    line = f"{each.entry.title} – {line}"
                item = QListWidgetItem(f"⚠ {line}")
                item.setData(Qt.ItemDataRole.UserRole, (each.entry.name, gap.uid))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, line)
                self.list.addItem(item)
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        self.go = button(text("unfit-go"), main=True)
        close = button(text("banner-close"))
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(close)
        layout.addLayout(row)
        self.go.clicked.connect(self._go)
        close.clicked.connect(self.reject)
        self.list.itemActivated.connect(self._go)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def lines(self) -> list[str]:
        """Return what is shown, for who cannot see it."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def _go(self, *_: object) -> None:
        item = self.list.currentItem()
        place = item.data(Qt.ItemDataRole.UserRole) if self.list.count() else None
        if place:
            self.document, self.uid = place
            self.accept()
