"""Publishing: what is ready, what stands in the way in plain words, what stays behind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from coauthor.document.rendering import printable
from coauthor.language import Catalogue
from coauthor.review.memo.publication import Readiness
from coauthor.ui.forms import button, describe, heading, note


class PublishDialog(QDialog):
    """What would be published; the button works only when nothing stands in the way.

    After it closes, ``go_to`` is the number of a question to look at, or 0.
    """

    def __init__(
        self, text: Catalogue, now: Readiness, number: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.go_to = 0
        title = text("memo-publish-title", number=number)
        self.setWindowTitle(title)
        self.setMinimumSize(680, 300)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(heading(title, 2))
        self.ready = note(f"✓ {text('memo-publish-ready', count=len(now.ready))}", soft=False)
        layout.addWidget(self.ready)
        numbers = ", ".join(str(each.number) for each in now.behind)
        behind = text("memo-publish-behind", count=len(now.behind), numbers=numbers)
        layout.addWidget(note(behind))
        self.blocks = QListWidget()
        self.blocks.setWordWrap(True)
        describe(self.blocks, text("memo-publish-blocked"))
        if now.blocks:
            layout.addWidget(heading(text("memo-publish-blocked"), 5))
            layout.addWidget(self.blocks, 1)
            for block in now.blocks:
                number, names = block.question.number, printable(block.detail)
                said = text(f"memo-block-{block.reason}", number=number, names=names)
                self.blocks.addItem(f"⚠ {said}")
                self.blocks.item(self.blocks.count() - 1).setData(Qt.ItemDataRole.UserRole, number)
            self.blocks.setCurrentRow(0)
            self.blocks.itemActivated.connect(self._go)
        else:
            layout.addStretch(1)
        box = QDialogButtonBox()
        self.publish = button(text("memo-publish-now"), main=not now.blocks)
        self.publish.setEnabled(bool(now.ready) and not now.blocks)
        box.addButton(self.publish, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = button(text("dialog-cancel"))
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout.addWidget(box)
        (self.blocks if now.blocks else self.publish).setFocus()

    def _go(self) -> None:
        self.go_to = self.blocks.currentItem().data(Qt.ItemDataRole.UserRole)
        self.reject()
