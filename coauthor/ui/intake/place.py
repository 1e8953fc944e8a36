"""Where a file goes when there is no workspace yet: whose it is, where, beside which standard."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from coauthor.document.rendering import printable
from coauthor.errors import CoauthorError, OutsideFailure
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FolderField, free_folder
from coauthor.ui.forms import add_row, note
from coauthor.workspace.bringing.taking import NewPlace
from coauthor.workspace.standards import ShippedStandard


class PlacePanel(QWidget):
    """Asks for the organisation, the folder, and the standard to derive from, if any."""

    def __init__(
        self,
        text: Catalogue,
        standards: Sequence[ShippedStandard],
        organisation: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._standards = {each.address: each for each in standards}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.organisation = QLineEdit(organisation)
        add_row(form, text("intake-organisation"), self.organisation)
        self.standard = QComboBox()
        self.standard.addItem(text("intake-standard-none"), "")
        for each in standards:
            self.standard.addItem(printable(each.settings.title), each.address)
        self.standard.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        help_text = text("intake-standard-help")
        add_row(form, text("intake-standard"), self.standard, help_text)
        form.addRow(note(help_text))
        self._proposed = ""
        self.folder = FolderField(text, "intake-folder", "")
        add_row(form, text("intake-folder"), self.folder)

    def propose(self, file: Path) -> None:
        """Propose a folder of the name of the file, unless the person chose one."""
        if self.folder.line.text() == self._proposed:
            self._proposed = str(free_folder(Path.home() / "Coauthor" / file.stem))
            self.folder.line.setText(self._proposed)

    def field_for(self, error: CoauthorError) -> QWidget | None:
        """Return the field that must be filled in otherwise, or None."""
        if error.code == "organisation-missing":
            return self.organisation
        at_folder = error.code == "folder-not-empty" or isinstance(error, OutsideFailure)
        return self.folder.line if at_folder else None

    def place(self, title: str) -> NewPlace:
        """Return what is to be made."""
        address = str(self.standard.currentData())
        standard = self._standards.get(address)
        message = self._text("version-created")
        release = ""
        if standard is not None:
            release = standard.releases()[-1]
            message = self._text(
                "version-derived", standard=standard.settings.title, release=release
            )
        return NewPlace(self.organisation.text().strip(), title, address, release, message)
