"""The clauses of a text beside the standard as a table, with what is decided of each."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coauthor.document.model import Clause, Document
from coauthor.document.rendering import printable, to_plain
from coauthor.language import Catalogue
from coauthor.lineage.matching import Likeness
from coauthor.ui.matching.decisions import FILTERS, Decisions, Pair

Index = QModelIndex | QPersistentModelIndex
NEVER = QModelIndex()

COLUMNS = ("likeness", "code", "text", "standard", "share", "decision")
SIGNS = {"same": "=", "nearly": "≈", "related": "~", "own": "•"}
"""What a clause is beside the standard, as a sign before the word."""

DECISIONS = {"yes": "✓", "no": "✗", "": "", "settled": "✓"}
SHOWN = 200
"""Signs of a text in its row; all of it stands beside the table."""


class PairsModel(QAbstractTableModel):
    """A row a clause, in the order of the text."""

    def __init__(
        self,
        decisions: Decisions,
        standard: Document,
        text: Catalogue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._standard = standard
        self._pairs = decisions.pairs
        self._shown = list(self._pairs)
        self._texts = {each.beside.uid: _line(each.ours) for each in self._pairs}

    def narrow(self, kind: str) -> None:
        """Show only one of `FILTERS`."""
        self.beginResetModel()
        self._shown = list(filter(FILTERS[kind], self._pairs))
        self.endResetModel()

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
        theirs = self._standard.clause(pair.candidate.uid) if pair.candidate else None
        if theirs is None or pair.beside.likeness == Likeness.OWN:
            return ""
        if column == "share":
            return f"{pair.percent} %"
        return f"{theirs.code} {to_plain(theirs.title)}".strip()


def _line(clause: Clause) -> str:
    """Return a clause on one line; a title says enough."""
    said = clause.title or clause.body[: 2 * SHOWN]
    return printable(" ".join(to_plain(said).split()))[:SHOWN]
