"""Who one is to others: asked once, when work is about to be seen by them."""

from contextlib import suppress

from PySide6.QtWidgets import QWidget

from coauthor.errors import CoauthorError
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import describe
from coauthor.workspace.person import Person, ask_no_more, is_introduced, write_person


class NameDialog(FormDialog):
    """Name and organisation, filled in as far as they are known; may be skipped."""

    def __init__(self, text: Catalogue, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(text, "person-dialog", "person-dialog-accept", parent)
        self.person = person
        self.name = self.line("version-dialog-author", person.name)
        self.organisation = self.line("new-dialog-organisation", person.organisation)
        skip = next(b for b in self.buttons.buttons() if b is not self.accept_button)
        skip.setText(text("person-dialog-skip"))
        describe(skip, text("person-dialog-skip"))
        self.name.setFocus()
        self.name.selectAll()

    def accept(self) -> None:
        """Remember the person; stay open and say why when that cannot be."""
        name = self.name.text().strip() or self.person.name
        person = Person(name, self.organisation.text().strip())
        try:
            write_person(person)
            ask_no_more()
        except CoauthorError as error:
            self.say_wrong(error)
            return
        self.person = person
        super().accept()

    def reject(self) -> None:
        """Go on under the name of the account."""
        with suppress(CoauthorError):  # then it is asked once more, which does no harm
            ask_no_more()
        super().reject()


def introduced(text: Catalogue, person: Person, parent: QWidget | None) -> Person:
    """Return the person, after asking for the name when nobody ever gave one."""
    if is_introduced():
        return person
    dialog = NameDialog(text, person, parent)
    dialog.exec()
    return dialog.person
