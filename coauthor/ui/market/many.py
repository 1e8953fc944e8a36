"""Answering many clauses at once, after showing what that does."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QPlainTextEdit, QWidget

from coauthor.errors import UserError
from coauthor.language import Catalogue
from coauthor.review.market.responses import Answer, checked
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, note
from coauthor.ui.market.estimate import EstimateField
from coauthor.ui.market.panel import next_quarter
from coauthor.workspace.market.asked import Asked


class ManyDialog(FormDialog):
    """One answer for all clauses that are chosen; `answer` once it is accepted."""

    def __init__(
        self,
        text: Catalogue,
        verdict: str,
        asked: Sequence[Asked],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, "answer-many", "answer-many-accept", parent)
        self._verdict = verdict
        self.answer = Answer(verdict)
        again = sum(not each.is_open for each in asked)
        locked = sum(each.locked for each in asked)
        name = text(f"verdict-{verdict}")
        said = text("answer-many-what", count=len(asked), answer=name)
        self.form.addRow(note(said, soft=False))
        if again:
            self.form.addRow(note("⚠ " + text("answer-many-again", count=again), soft=False))
        if locked and verdict in ("partly", "no", "unacceptable"):
            self.form.addRow(note("⚠ " + text("answer-many-locked", count=locked), soft=False))
        self.explanation = QPlainTextEdit()
        self.explanation.setMaximumHeight(110)
        self.explanation.setTabChangesFocus(True)
        add_row(
            self.form,
            text("coverage-explanation"),
            self.explanation,
            text("answer-explanation-help"),
        )
        self.date = QDateEdit(next_quarter(QDate.currentDate()))
        self.date.setDisplayFormat("dd-MM-yyyy")
        add_row(self.form, text("answer-date").replace("&", ""), self.date)
        self.form.setRowVisible(self.date, verdict == "roadmap")
        self.estimate = EstimateField(text)
        label = text("answer-size").replace("&", "")
        add_row(self.form, label, self.estimate, text("answer-size-help"))
        if verdict in ("meets", "no"):
            self.accept_button.setFocus()
        else:
            (self.date if verdict == "roadmap" else self.explanation).setFocus()

    def accept(self) -> None:
        """Close, once it is an answer."""
        date = self.date.date().toString(Qt.DateFormat.ISODate)
        given = Answer(self._verdict, date, self.estimate.estimate, self.explanation.toPlainText())
        try:
            self.answer = checked(given)
        except UserError as error:
            self.say_wrong(error)
            return
        super().accept()


class ReuseDialog(FormDialog):
    """Whether all answers of before on the same text are given again."""

    def __init__(self, text: Catalogue, asked: Sequence[Asked], parent: QWidget) -> None:
        super().__init__(text, "answer-reuse-all", "answer-reuse-all-accept", parent)
        places: dict[str, int] = {}
        for each in asked:
            if each.offer is not None:
                place = each.offer.kept.place
                places[place] = places.get(place, 0) + 1
        for place, count in places.items():
            said = text("answer-reuse-from", count=count, place=place)
            self.form.addRow(note(said, soft=False))
        self.accept_button.setFocus()
