"""For whom one answers: a vendor of the room, or one to name where nobody is listed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from coauthor.errors import CoauthorError, UserError
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row
from coauthor.workspace.person import Person, write_person


class ForWhomDialog(FormDialog):
    """The organisation that answers; remembered on this computer. `person` afterwards."""

    def __init__(
        self,
        text: Catalogue,
        person: Person,
        vendors: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, "answer-for-whom", "answer-for-whom-accept", parent)
        self.person = person
        self.organisation = QComboBox()
        self.organisation.setEditable(not vendors)
        for each in vendors:
            self.organisation.addItem(each)
        name = text("new-dialog-organisation")
        add_row(self.form, name, self.organisation)
        if (line := self.organisation.lineEdit()) is not None:
            line.setAccessibleName(name.replace("&", ""))
        at = self.organisation.findText(person.organisation)
        self.organisation.setCurrentIndex(max(at, 0))
        self.organisation.setFocus()

    def accept(self) -> None:
        """Remember the organisation; stay open and say why when that cannot be."""
        name = self.organisation.currentText().strip()
        if not name:
            self.say_wrong(UserError("answer-who"))
            return
        person = Person(self.person.name, name)
        try:
            write_person(person)
        except CoauthorError as error:
            self.say_wrong(error)
            return
        self.person = person
        super().accept()
