"""The questions as a table that can be narrowed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSortFilterProxyModel, Qt

from coauthor.document.rendering import printable
from coauthor.language import Catalogue
from coauthor.review.memo.model import Question
from coauthor.workspace.memo.overview import Overview

COLUMNS = ("number", "state", "clause", "question", "effect", "memo")
SIGNS = {
    "new": "○",
    "draft": "✎",
    "second": "◐",
    "approved": "✓",
    "published": "■",
    "joined": "↳",
}
"""A shape for each state, so that colour is never needed."""

Parent = QModelIndex | Any


class QuestionsModel(QAbstractTableModel):
    """All questions that stand by themselves, a row each."""

    def __init__(self, text: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.questions: tuple[Question, ...] = ()
        self._seen: Overview | None = None

    def show(self, seen: Overview) -> None:
        """Show another state of the register."""
        self.beginResetModel()
        self._seen = seen
        self.questions = seen.register.standing
        self.endResetModel()

    def rowCount(self, parent: Parent = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.questions)

    def columnCount(self, parent: Parent = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.text(f"memo-column-{COLUMNS[section]}")
        return None

    def data(self, index: Parent, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        question, column = self.questions[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(question, column)
        if role == Qt.ItemDataRole.UserRole:
            return question
        if role == Qt.ItemDataRole.ToolTipRole and column == "question":
            return printable(question.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self._shown(question, column)
            return f"{self.text(f'memo-column-{column}')}: {said}"
        return None

    def _shown(self, question: Question, column: str) -> str:
        if column == "number":
            return str(question.number)
        if column == "state":
            mark = " ⚠" if self._stops(question) else ""
            return f"{SIGNS[question.state]} {self.text(f'memo-state-{question.state}')}{mark}"
        if column == "clause":
            clause = self._seen.clause(question) if self._seen else None
            return clause.code or clause.title if clause else "–"
        if column == "effect":
            return self.text(f"memo-effect-{question.effect}") if question.effect else "–"
        if column == "memo":
            return str(question.memo) if question.memo else "–"
        return printable(" ".join(question.text.split()))

    def _stops(self, question: Question) -> bool:
        """Tell whether a question would stop a publication."""
        named = question.state == "approved" and self._seen is not None
        return question.waits_for_choice or bool(
            named and self._seen and self._seen.flags(question)
        )


class QuestionsFilter(QSortFilterProxyModel):
    """The questions that somebody wants to see."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._effect = "", ""
        self._words: Sequence[str] = ()

    def want(self, state: str, effect: str, words: str) -> None:
        """Show questions in a state, with an effect, and with all words; '' is any."""
        self._state, self._effect = state, effect
        self._words = words.casefold().split()
        self.invalidateRowsFilter()

    def filterAcceptsRow(self, row: int, parent: Parent) -> bool:  # noqa: ARG002 – as Qt calls it
        model = self.sourceModel()
        if not isinstance(model, QuestionsModel):
            return True
        question = model.questions[row]
        if self._state not in ("", question.state) or self._effect not in ("", question.effect):
            return False
        said = " ".join((question.text, question.answer, *question.references, *question.wordings))
        return all(word in said.casefold() for word in self._words)
