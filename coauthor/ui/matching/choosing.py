"""Choosing the standard that a text is compared with."""

from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog


class StandardDialog(FormDialog):
    """Ask which standard a document stands beside from now on.

    Args:
        options: what each standard is called by the program, and by people.
    """

    def __init__(
        self, text: Catalogue, options: list[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "matching-which", "matching-which-accept", parent)
        self.standard: QComboBox = self.choice("matching-which-standard", options)


def ask_standard(
    text: Catalogue, options: list[tuple[str, str]], parent: QWidget | None
) -> str | None:
    """Return the standard that a person chose, or None."""
    dialog = StandardDialog(text, options, parent)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = str(dialog.standard.currentData())
    dialog.deleteLater()
    return chosen if agreed else None
