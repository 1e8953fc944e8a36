"""What was set aside when receiving: a list to read, with what became of each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coauthor.document.rendering import harmless
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import describe
from coauthor.workspace.trust.admitting import SetAside
from coauthor.workspace.trust.checking import aside_text


class AsideDialog(FormDialog):
    """What was received here and was not to be made, newest first."""

    def __init__(
        self, text: Catalogue, aside: Sequence[SetAside], parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "aside-dialog", "aside-dialog-accept", parent)
        self.setMinimumWidth(720)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(240)
        self.list.setAlternatingRowColors(True)
        describe(self.list, text("aside-dialog"), text("aside-dialog-help"))
        for each in reversed(aside):
            day = f"{each.when[8:10]}-{each.when[5:7]}-{each.when[:4]}"
            item = QListWidgetItem(harmless(f"{day}  {aside_text(each, text)}"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text())
            self.list.addItem(item)
        if not aside:
            self.list.addItem(text("aside-nothing"))
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.wrong), self.list, 1)
        cancel = next(b for b in self.buttons.buttons() if b is not self.accept_button)
        cancel.hide()
        self.list.setCurrentRow(0)
        self.list.setFocus()
