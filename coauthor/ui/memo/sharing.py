"""Where the private questions are shared with colleagues."""

from PySide6.QtWidgets import QWidget

from coauthor.errors import UserError
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog


class ShareDialog(FormDialog):
    """Asks for a folder or an address that is not that of the specification."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(text, "memo-share-dialog", "memo-share-accept", parent)
        self._line = self.line("memo-share-address")
        self._line.setFocus()

    @property
    def address(self) -> str:
        """What the person typed."""
        return self._line.text().strip()

    def accept(self) -> None:
        """Close, once there is an address."""
        if not self.address:
            self.say_wrong(UserError("address-missing"))
            return
        super().accept()
