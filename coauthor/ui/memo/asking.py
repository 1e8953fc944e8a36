"""Small questions: a reason, a choice about a material change, and what a question is about."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from coauthor.document.model import Clause, Document
from coauthor.document.rendering import printable, to_plain
from coauthor.errors import CoauthorError, UserError
from coauthor.language import Catalogue
from coauthor.review.memo.effect import WAYS, refuse_unfit_choice
from coauthor.review.memo.linking import Likeness
from coauthor.review.memo.model import Question, Way
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, note


class ReasonDialog(FormDialog):
    """One line that must be filled in.

    Args:
        title: message of the title; ``<title>-help`` explains.
        label: what is asked, ready to show.
    """

    def __init__(
        self, text: Catalogue, title: str, label: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, title, "memo-reason-accept", parent)
        self.reason = QLineEdit()
        add_row(self.form, label, self.reason)
        self.reason.setFocus()

    def accept(self) -> None:
        """Close, once there is a reason."""
        if not self.reason.text().strip():
            self.say_wrong(UserError("reason-missing"))
            return
        super().accept()


class ChoiceDialog(FormDialog):
    """What happens with a material change: the three ways that the law leaves."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(text, "memo-choose-title", "memo-choose-accept", parent)
        self.way = self.choice(
            "memo-choose-way", [(str(each), text(f"memo-way-{each}")) for each in WAYS]
        )
        self.means = note("")
        self.form.addRow(self.means)
        self.until = self.line("memo-choose-until")
        self.reason = self.line("memo-choose-reason")
        self.way.currentIndexChanged.connect(self._follow)
        self._follow()
        self.way.setFocus()

    @property
    def chosen(self) -> Way:
        """The way that is chosen."""
        return Way(self.way.currentData())

    def _follow(self) -> None:
        self.means.setText(self.text(f"memo-way-help-{self.chosen}"))
        self.until.setEnabled(self.chosen is Way.RECTIFY)

    def accept(self) -> None:
        """Close, once the choice says enough."""
        try:
            refuse_unfit_choice(self.chosen, self.reason.text(), self.until.text().strip())
        except CoauthorError as error:
            self.say_wrong(error)
            return
        super().accept()


class ClauseDialog(FormDialog):
    """What a question is about: proposals by its words, and a search over all clauses."""

    def __init__(
        self,
        text: Catalogue,
        question: Question,
        documents: Mapping[str, Document],
        proposed: Sequence[Likeness],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, "memo-clause-dialog", "memo-clause-accept", parent)
        self.setMinimumSize(720, 460)
        self._proposed = proposed
        self._clauses = [
            (name, clause) for name, document in documents.items() for clause in document.clauses
        ]
        said = note(printable(question.text), soft=False)
        self.form.addRow(said)
        self.words = self.line("memo-clause-find")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        add_row(self.form, text("memo-clause"), self.list)
        self.words.textChanged.connect(self._fill)
        self.list.itemActivated.connect(lambda _: self.accept())
        self._fill()
        (self.list if proposed else self.words).setFocus()

    @property
    def chosen(self) -> tuple[str, str]:
        """Document and uid of the chosen clause."""
        item: QListWidgetItem | None = self.list.currentItem()
        if item is None:
            return "", ""
        document, clause = item.data(Qt.ItemDataRole.UserRole)
        return str(document), str(clause)

    def _fill(self) -> None:
        self.list.clear()
        words = self.words.text().casefold().split()
        if not words:
            by_uid = {clause.uid: clause for _, clause in self._clauses}
            for each in self._proposed:
                score = self.text("memo-clause-score", score=round(min(each.score, 100)))
                self._add(each.document, by_uid[each.clause], f"{score} · ")
        else:
            for name, clause in self._clauses:
                said = f"{clause.code} {clause.title} {clause.body}".casefold()
                if all(word in said for word in words):
                    self._add(name, clause, "")
        if self.list.count():
            self.list.setCurrentRow(0)

    def _add(self, document: str, clause: Clause, before: str) -> None:
        body = " ".join(to_plain(clause.body).split())[:140]
        name = f"{clause.code} {to_plain(clause.title)}".strip()
        item = QListWidgetItem(printable(f"{before}{name}\n{body}"))
        item.setData(Qt.ItemDataRole.UserRole, (document, clause.uid))
        self.list.addItem(item)

    def accept(self) -> None:
        """Close, once a clause is chosen."""
        if self.list.currentItem() is None:
            self.say_wrong(UserError("memo-clause-missing"))
            return
        super().accept()


def asked_reason(text: Catalogue, title: str, label: str, parent: QWidget) -> str:
    """Ask for a reason; return '' when the person thinks better of it."""
    dialog = ReasonDialog(text, title, label, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.reason.text().strip() if accepted else ""
