"""The clauses of a text beside the standard as a table, with what is decided of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coauthor.document.model import Clause, Document
from coauthor.document.rendering import printable, to_plain
from coauthor.language import Catalogue
from coauthor.lineage.matching import Likeness
from coauthor.workspace.matching.comparing import Beside, Candidate, Compared

Index = QModelIndex | QPersistentModelIndex
NEVER = QModelIndex()

COLUMNS = ("likeness", "code", "text", "standard", "share", "decision")
SIGNS = {"same": "=", "nearly": "≈", "related": "~", "own": "•"}
"""What a clause is beside the standard, as a sign before the word."""

DECISIONS = {"yes": "✓", "no": "✗", "": "", "settled": "✓"}
SHOWN = 200
"""Signs of a text in its row; all of it stands beside the table."""


@dataclass
class Pair:
    """A clause of ours with what may be the same, and what is decided of it.

    Args:
        decision: ``yes``, ``no``, '' while nothing is, or ``settled`` when it is the
            standard's clause already.
        chosen: which candidate is meant.
    """

    beside: Beside
    ours: Clause
    decision: str = ""
    chosen: int = 0

    @property
    def candidate(self) -> Candidate | None:
        """The clause of the standard that is meant, or None."""
        candidates = self.beside.candidates
        return candidates[self.chosen] if candidates else None


FILTERS: Mapping[str, Callable[[Pair], bool]] = {
    "all": lambda _: True,
    "open": lambda each: not each.decision and each.beside.likeness != Likeness.OWN,
    "same": lambda each: each.beside.likeness == Likeness.SAME,
    "nearly": lambda each: each.beside.likeness == Likeness.NEARLY,
    "related": lambda each: each.beside.likeness == Likeness.RELATED,
    "own": lambda each: each.beside.likeness == Likeness.OWN,
    "yes": lambda each: each.decision == "yes",
}
"""What the table can be narrowed to."""


class PairsModel(QAbstractTableModel):
    """A row a clause, in the order of the text."""

    def __init__(
        self,
        compared: Compared,
        document: Document,
        standard: Document,
        text: Catalogue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self.standard = standard
        ours = {each.uid: each for each in document.clauses}
        self.pairs = [
            Pair(each, ours[each.uid], "settled" if each.settled else "")
            for each in compared.rows
            if each.uid in ours
        ]
        self._shown = list(self.pairs)
        self._texts = {each.uid: _line(each) for each in document.clauses}

    def narrow(self, kind: str) -> None:
        """Show only one of `FILTERS`."""
        self.beginResetModel()
        self._shown = list(filter(FILTERS[kind], self.pairs))
        self.endResetModel()

    def count(self, kind: str) -> int:
        """Return how many clauses one of `FILTERS` has."""
        return sum(map(FILTERS[kind], self.pairs))

    def pair(self, row: int) -> Pair | None:
        """Return what is in a row, or None."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, pair: Pair) -> int:
        """Return in which row a clause is shown; -1 where it is not."""
        return next((at for at, each in enumerate(self._shown) if each is pair), -1)

    def refresh(self) -> None:
        """Say that decisions changed."""
        if self._shown:
            last = self.index(len(self._shown) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def accepted(self) -> dict[str, str]:
        """Map each clause that is accepted to the standard's clause that it becomes."""
        return {
            each.beside.uid: each.candidate.uid
            for each in self.pairs
            if each.decision == "yes" and each.candidate is not None
        }

    def percent(self, pair: Pair) -> int:
        """Return how much is the same, as it is shown; a threshold means what one sees."""
        return round(100 * pair.candidate.share) if pair.candidate else 0

    def theirs(self, pair: Pair) -> Clause | None:
        """Return the clause of the standard that is meant, or None."""
        return self.standard.clause(pair.candidate.uid) if pair.candidate else None

    def rowCount(self, parent: Index = NEVER) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NEVER) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._text(f"matching-column-{COLUMNS[section]}")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        pair = self.pair(index.row())
        if pair is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(pair, COLUMNS[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._said(pair, each) for each in COLUMNS)))
        return None

    def _said(self, pair: Pair, column: str) -> str:
        if column == "likeness":
            likeness = str(pair.beside.likeness)
            return f"{SIGNS[likeness]} {self._text(f'match-{likeness}')}"
        if column == "code":
            return pair.ours.code
        if column == "text":
            return self._texts[pair.beside.uid]
        if column == "decision":
            if not pair.decision:
                return ""
            return f"{DECISIONS[pair.decision]} {self._text(f'matching-{pair.decision}')}"
        theirs, candidate = self.theirs(pair), pair.candidate
        if theirs is None or candidate is None or pair.beside.likeness == Likeness.OWN:
            return ""
        if column == "share":
            return f"{self.percent(pair)} %"
        return f"{theirs.code} {to_plain(theirs.title)}".strip()


def _line(clause: Clause) -> str:
    """Return a clause on one line; a title says enough."""
    said = clause.title or clause.body[: 2 * SHOWN]
    return printable(" ".join(to_plain(said).split()))[:SHOWN]
