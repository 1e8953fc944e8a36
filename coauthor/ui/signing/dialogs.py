"""Forms: asking leave to deviate, advising, deciding, and keeping a deviation for longer."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QPlainTextEdit, QWidget

from coauthor.document.clauses import with_body
from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.language import Catalogue
from coauthor.review.signing.ending import months_later
from coauthor.review.signing.waivers import ADVICES, LEFT_OUT, Waiver
from coauthor.ui.dialogs import DeviationDialog, FormDialog
from coauthor.ui.forms import add_row, describe, note


def day_of(field: QDateEdit) -> str:
    """Return the day in a field as the files have it."""
    day = field.date()
    return date(day.year(), day.month(), day.day()).isoformat()


def date_field(day: date) -> QDateEdit:
    """Return a field with a day and a calendar."""
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setCalendarPopup(True)
    field.setDisplayFormat("dd-MM-yyyy")
    return field


def words_field(said: str = "", height: int = 96) -> QPlainTextEdit:
    """Return a field for a few sentences, which Tab leaves."""
    field = QPlainTextEdit(said)
    field.setMaximumHeight(height)
    field.setTabChangesFocus(True)
    return field


class AskDialog(DeviationDialog):
    """Ask leave to deviate from a locked clause: the text that is wanted, and why.

    Args:
        clause: our clause, or the standard's where we left it out.
        left_out: it is left out already.
    """

    def __init__(
        self, text: Catalogue, clause: Clause, *, left_out: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, asks=True, parent=parent)
        self.setMinimumWidth(680)
        self._clause = clause
        self.form.insertRow(0, note(f"{clause.code}  {clause.title}".strip(), soft=False))
        self.direction.addItem(text(f"direction-{LEFT_OUT}"), LEFT_OUT)
        self.wanted = words_field(clause.body.strip(), 130)
        describe(self.wanted, text("ask-wanted"), text("ask-wanted-help"))
        self.form.insertRow(1, text("ask-wanted"), self.wanted)
        self._in_order()
        for field in (self.risk, self.owner):
            field.setPlaceholderText(text("ask-needed"))
        self.direction.currentIndexChanged.connect(self._follow)
        if left_out:
            self.direction.setCurrentIndex(self.direction.findData(LEFT_OUT))
        self.wanted.setFocus()

    def _in_order(self) -> None:
        """Let Tab go from field to field as they stand, for the first was made last."""
        fields = (
            *(self.wanted, self.reason_class, self.direction, self.reason),
            *(self.owner, self.cost, self.risk, self.until),
        )
        for before, after in pairwise(fields):
            self.setTabOrder(before, after)

    def _follow(self) -> None:
        self.form.setRowVisible(self.wanted, self.direction.currentData() != LEFT_OUT)

    @property
    def clause(self) -> Clause:
        """The clause as it is wanted."""
        body = self.wanted.toPlainText().strip()
        return self._clause if body == self._clause.body.strip() else with_body(self._clause, body)

    def accept(self) -> None:
        """Close, once everything is said that a request must say."""
        needed = (
            ("reason-missing", self.reason.toPlainText(), self.reason),
            ("risk-missing", self.risk.text(), self.risk),
            ("owner-missing", self.owner.text(), self.owner),
        )
        for code, said, field in needed:
            if not said.strip():
                self.say_wrong(UserError(code))
                field.setFocus()
                return
        if self.until.date() <= QDate.currentDate():
            self.say_wrong(UserError("until-unfit", date=self.until.text()))
            return
        super().accept()


class AdviceDialog(FormDialog):
    """What an adviser says of a request."""

    def __init__(self, text: Catalogue, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "advice-dialog", "advice-dialog-accept", parent)
        self.form.addRow(note(name, soft=False))
        self.verdict = self.choice(
            "advice-verdict", [(key, text(f"advice-{key}")) for key in ADVICES]
        )
        self.body = words_field()
        add_row(self.form, text("advice-body"), self.body, text("advice-body-help"))
        self.verdict.setFocus()

    def accept(self) -> None:
        """Close; anything but yes says why."""
        if self.verdict.currentData() != "positive" and not self.body.toPlainText().strip():
            self.say_wrong(UserError("reason-missing"))
            self.body.setFocus()
            return
        super().accept()


class DecideDialog(FormDialog):
    """An executive's yes or no; a yes may end sooner than was asked."""

    def __init__(
        self,
        text: Catalogue,
        waiver: Waiver,
        name: str,
        today: date,
        *,
        grants: bool,
        parent: QWidget | None = None,
    ) -> None:
        title = "grant-dialog" if grants else "refuse-dialog"
        super().__init__(text, title, f"{title}-accept", parent)
        self.form.addRow(note(name, soft=False))
        self._grants = grants
        self.function = self.line("signed-function", help_id="function-help")
        self.mandate = self.line("signed-mandate", help_id="mandate-help")
        asked = QDate.fromString(waiver.request.until, Qt.DateFormat.ISODate)
        self.until = date_field(months_later(today))
        if asked.isValid():
            self.until.setDate(asked)
            self.until.setMaximumDate(asked)
        add_row(self.form, text("leave-until"), self.until, text("grant-until-help"))
        self.body = words_field()
        add_row(self.form, text("decide-body"), self.body, text("decide-body-help"))
        for row in (self.function, self.mandate, self.until):
            self.form.setRowVisible(row, grants)
        (self.function if grants else self.body).setFocus()

    def accept(self) -> None:
        """Close, once it says enough: a yes in which function, a no why."""
        if self._grants and not self.function.text().strip():
            self.say_wrong(UserError("function-missing"))
            self.function.setFocus()
            return
        if not self._grants and not self.body.toPlainText().strip():
            self.say_wrong(UserError("reason-missing"))
            self.body.setFocus()
            return
        super().accept()


class RevokeDialog(FormDialog):
    """Why leave is taken back."""

    def __init__(self, text: Catalogue, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "revoke-dialog", "revoke-dialog-accept", parent)
        self.form.addRow(note(name, soft=False))
        self.body = words_field()
        add_row(self.form, text("decide-body"), self.body)
        self.body.setFocus()

    def accept(self) -> None:
        """Close, once there is a reason."""
        if not self.body.toPlainText().strip():
            self.say_wrong(UserError("reason-missing"))
            self.body.setFocus()
            return
        super().accept()


class ReconfirmDialog(FormDialog):
    """Why a deviation is still needed, and until when."""

    def __init__(
        self, text: Catalogue, name: str, reason: str, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "reconfirm-dialog", "reconfirm-dialog-accept", parent)
        self.form.addRow(note(name, soft=False))
        self.reason = words_field(reason)
        add_row(self.form, text("reconfirm-reason"), self.reason)
        self.until = date_field(months_later(today))
        add_row(self.form, text("leave-until"), self.until)
        self.reason.setFocus()
        self.reason.selectAll()

    def accept(self) -> None:
        """Close, once there is a reason and a day to come."""
        if not self.reason.toPlainText().strip():
            self.say_wrong(UserError("reason-missing"))
            self.reason.setFocus()
            return
        if self.until.date() <= QDate.currentDate():
            self.say_wrong(UserError("until-unfit", date=self.until.text()))
            return
        super().accept()


class OptionalDate(QWidget):
    """A day that one may leave open."""

    def __init__(self, text: Catalogue, label: str, day: date) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.wanted = QCheckBox(text(f"{label}-wanted"))
        self.field = date_field(day)
        self.field.setEnabled(False)
        describe(self.field, text(label))
        self.wanted.toggled.connect(self.field.setEnabled)
        row.addWidget(self.wanted)
        row.addWidget(self.field)
        row.addStretch(1)
        self.setFocusProxy(self.wanted)

    @property
    def day(self) -> str:
        """The day as the files have it, or ''."""
        return day_of(self.field) if self.wanted.isChecked() else ""
