"""Dialogs: why something is rejected, suggested or dropped, and a new clause."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from coauthor.errors import UserError
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, note


class WhyDialog(FormDialog):
    """Asks for a reason.

    Args:
        name: message of the title; ``<name>-help`` and ``<name>-accept`` belong to it.
        needed: without a reason it cannot be done.
    """

    def __init__(
        self,
        text: Catalogue,
        name: str,
        what: str,
        *,
        needed: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, name, f"{name}-accept", parent)
        self._needed = needed
        self.form.addRow(note(what, soft=False))
        self.reason = QPlainTextEdit()
        self.reason.setMaximumHeight(110)
        self.reason.setTabChangesFocus(True)
        add_row(self.form, text("suggestion-why"), self.reason, text("suggestion-why-help"))
        self.reason.setFocus()

    @property
    def said(self) -> str:
        """The reason that was given."""
        return self.reason.toPlainText().strip()

    def accept(self) -> None:
        """Close, once there is a reason where it needs one."""
        if self._needed and not self.said:
            self.say_wrong(UserError("reason-missing"))
            self.reason.setFocus()
            return
        super().accept()


class NewClauseDialog(FormDialog):
    """The title and the text of a clause that is suggested, and why."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(text, "suggest-new", "suggest-new-accept", parent)
        self.title = QLineEdit()
        self.body = QPlainTextEdit()
        self.body.setMinimumHeight(140)
        self.body.setTabChangesFocus(True)
        self.reason = QPlainTextEdit()
        self.reason.setMaximumHeight(90)
        self.reason.setTabChangesFocus(True)
        add_row(self.form, text("adopt-title"), self.title)
        add_row(self.form, text("adopt-body"), self.body)
        add_row(self.form, text("suggestion-why"), self.reason, text("suggestion-why-help"))
        self.title.setFocus()

    def accept(self) -> None:
        """Close, once there is a text."""
        if not self.body.toPlainText().strip():
            self.say_wrong(UserError("nothing-to-suggest", clause=self.text("suggest-new")))
            self.body.setFocus()
            return
        super().accept()
