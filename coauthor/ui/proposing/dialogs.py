"""Dialogs: proposing a clause, and writing the text that the standard adopts."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from coauthor.document.clauses import with_body, with_title
from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, note


class ProposeDialog(FormDialog):
    """Why the standard should take a clause over, what that means, and who wants it, too."""

    def __init__(
        self, text: Catalogue, clause: str, argument: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "propose-dialog", "propose-dialog-accept", parent)
        self.form.addRow(note(clause, soft=False))
        self.argument = self._lines("propose-argument", argument)
        self.impact = self._lines("propose-impact")
        self.supporters = QLineEdit()
        add_row(
            self.form,
            text("propose-supporters"),
            self.supporters,
            text("propose-supporters-help"),
        )
        self.argument.setFocus()

    def _lines(self, name: str, said: str = "") -> QPlainTextEdit:
        field = QPlainTextEdit(said)
        field.setMaximumHeight(110)
        field.setTabChangesFocus(True)
        add_row(self.form, self.text(name), field, self.text(f"{name}-help"))
        return field

    @property
    def organisations(self) -> list[str]:
        """The organisations that want it, too."""
        return [each.strip() for each in self.supporters.text().split(",") if each.strip()]

    def accept(self) -> None:
        """Close, once there is an argument."""
        if not self.argument.toPlainText().strip():
            self.wrong.setText("⚠ " + self.text("error-argument-missing"))
            self.wrong.show()
            self.argument.setFocus()
            return
        super().accept()


class AdoptDialog(FormDialog):
    """The text that the standard adopts, as the steward writes it."""

    def __init__(
        self, text: Catalogue, clause: Clause, clashes: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "adopt-dialog", "adopt-dialog-accept", parent)
        self.setMinimumWidth(720)
        self._clause = clause
        if clashes:
            self.form.addRow(note("⚠ " + clashes, soft=False))
        self.title = QLineEdit(clause.title)
        self.body = QPlainTextEdit(clause.body)
        self.body.setMinimumHeight(260)
        self.body.setTabChangesFocus(True)
        add_row(self.form, text("adopt-title"), self.title)
        add_row(self.form, text("adopt-body"), self.body)
        self.body.setFocus()

    @property
    def clause(self) -> Clause:
        """The clause as it was written."""
        clause = self._clause
        title, body = self.title.text().strip(), self.body.toPlainText()
        if title != clause.title:
            clause = with_title(clause, title)
        return clause if body == clause.body else with_body(clause, body)


class RejectDialog(FormDialog):
    """Why a proposal is not taken over."""

    def __init__(self, text: Catalogue, clause: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "reject-dialog", "reject-dialog-accept", parent)
        self.form.addRow(note(clause, soft=False))
        self.reason = QPlainTextEdit()
        self.reason.setMaximumHeight(110)
        self.reason.setTabChangesFocus(True)
        add_row(self.form, text("reject-reason"), self.reason)
        self.reason.setFocus()

    def accept(self) -> None:
        """Close, once there is a reason."""
        if not self.reason.toPlainText().strip():
            self.say_wrong(UserError("reason-missing"))
            self.reason.setFocus()
            return
        super().accept()


class ReleaseDialog(FormDialog):
    """The number of a release, with the changes that ask for it."""

    def __init__(
        self, text: Catalogue, number: str, why: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "release-dialog", "release-dialog-accept", parent)
        self.form.addRow(note(why, soft=False))
        self.number = self.line("release-number", number)
        self.number.selectAll()
        self.number.setFocus()

    def accept(self) -> None:
        """Close, once there is a number."""
        if not self.number.text().strip():
            self.say_wrong(UserError("release-unfit", release=""))
            return
        super().accept()
