"""The dossier: one page that says what is signed, and the signature under it."""

from datetime import date
from typing import Literal

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coauthor.errors import CoauthorError, UserError
from coauthor.language import Catalogue
from coauthor.review.signing.ending import months_later
from coauthor.ui.forms import add_row, button, describe, fit, note
from coauthor.ui.signing.dialogs import OptionalDate, words_field

Deed = Literal["", "agreed", "returned", "write"]


class DossierDialog(QDialog):
    """What is signed, on one page, in plain words; ``deed`` says what was decided.

    Args:
        page: HTML of the page.
        seal: the few letters by which people compare what is signed.
        may: '' or why the person cannot sign here.
        before: organ, function and mandate of the last time.
    """

    def __init__(
        self,
        text: Catalogue,
        page: str,
        seal: str,
        today: date,
        *,
        may: str = "",
        before: tuple[str, str, str] = ("", "", ""),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.deed: Deed = ""
        self.setWindowTitle(text("dossier-title"))
        fit(self, 940, 820)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setTabChangesFocus(True)
        self.page.setHtml(page)
        self.page.document().setDocumentMargin(14)
        describe(self.page, text("page-page"), text("dossier-page-help"))
        layout.addWidget(self.page, 1)
        layout.addWidget(note(may or text("dossier-binds", seal=seal), soft=False))
        layout.addLayout(self._form(today, before, enabled=not may))
        self.wrong = note("", soft=False)
        self.wrong.setProperty("wrong", True)
        self.wrong.hide()
        layout.addWidget(self.wrong)
        layout.addLayout(self._buttons(enabled=not may))
        self.page.setFocus()

    def _form(self, today: date, before: tuple[str, str, str], *, enabled: bool) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        text = self.text
        self.organ = QLineEdit(before[0])
        self.function = QLineEdit(before[1])
        self.mandate = QLineEdit(before[2])
        self.until = OptionalDate(text, "dossier-until", months_later(today, 12))
        self.remark = words_field(height=60)
        rows = (
            ("dossier-organ", self.organ, "organ-help"),
            ("signed-function", self.function, "function-help"),
            ("signed-mandate", self.mandate, "mandate-help"),
            ("dossier-until", self.until, ""),
            ("signed-remark", self.remark, "remark-help"),
        )
        for label, field, help_id in rows:
            said = text(help_id) if help_id else ""
            add_row(form, text(label), field, said)
            if isinstance(field, QLineEdit):
                field.setPlaceholderText(said)
            form.setRowVisible(field, enabled)
        return form

    def _buttons(self, *, enabled: bool) -> QHBoxLayout:
        text = self.text
        row = QHBoxLayout()
        self.write = button(text("dossier-write"), help_text=text("dossier-write-help"))
        self.back = button(text("dossier-return"), help_text=text("dossier-return-help"))
        self.sign = button(text("dossier-sign"), main=True)
        close = button(text("banner-close"))
        row.addWidget(self.write)
        row.addStretch(1)
        for made in (self.back, self.sign):
            made.setVisible(enabled)
            row.addWidget(made)
        row.addWidget(close)
        for made in (self.write, self.back, self.sign, close):
            made.setAutoDefault(False)  # nobody signs by pressing Enter in a field
        self.write.clicked.connect(lambda: self._do("write"))
        self.back.clicked.connect(self._return)
        self.sign.clicked.connect(self._sign)
        close.clicked.connect(self.reject)
        return row

    def _sign(self) -> None:
        for code, field in (
            ("organ-missing", self.organ),
            ("function-missing", self.function),
            ("mandate-missing", self.mandate),
        ):
            if not field.text().strip():
                self.say_wrong(UserError(code))
                field.setFocus()
                return
        self._do("agreed")

    def _return(self) -> None:
        for code, field in (("organ-missing", self.organ), ("function-missing", self.function)):
            if not field.text().strip():
                self.say_wrong(UserError(code))
                field.setFocus()
                return
        if not self.remark.toPlainText().strip():
            self.say_wrong(UserError("reason-missing"))
            self.remark.setFocus()
            return
        self._do("returned")

    def _do(self, deed: Deed) -> None:
        self.deed = deed
        self.accept()

    def say_wrong(self, error: CoauthorError) -> None:
        """Show why it could not be done, and stay open."""
        self.wrong.setText("⚠ " + self.text(f"error-{error.code}", **error.parameters))
        self.wrong.show()
