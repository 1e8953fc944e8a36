"""The table of positions on a whole document: a row a clause, and what of it is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from coauthor.document.model import Clause
from coauthor.document.rendering import printable, to_plain
from coauthor.language import Catalogue
from coauthor.review.voting.consensus import Consensus, Judged
from coauthor.ui.voting.words import ORDER, agreement_icon, candidate_short, spoken_line

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("clause", "state", "own", "agree", "live", "object", "candidate")
ROW = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Row:
    """A clause with what organisations say of it.

    Args:
        own: our stance, also while it is sealed; '' for none.
    """

    clause: Clause
    judged: Judged
    own: str

    @property
    def name(self) -> str:
        """Code and title."""
        title = printable(to_plain(self.clause.title))
        return f"{self.clause.code}  {title}".strip() or self.clause.uid


Wanted = Callable[[Row], bool]

FILTERS: Mapping[str, Wanted] = {
    "all": lambda _: True,
    "own-missing": lambda row: not row.own,
    "objections": lambda row: bool(row.judged.objections),
    "unanswered": lambda row: bool(row.judged.owed),
    "no-consensus": lambda row: row.judged.state not in (Consensus.UNANIMOUS, Consensus.CONSENSUS),
    "candidates": lambda row: row.judged.is_candidate,
}
"""What the table can be narrowed to, in the order of the choice."""


class PositionsModel(QAbstractTableModel):
    """The clauses of a document in their order, with states, counts and our own position."""

    def __init__(self, text: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the rows of a document; where it has the same clauses the choice stays."""
        same = [row.clause.uid for row in rows] == [row.clause.uid for row in self._rows]
        if same:
            for place, row in enumerate(rows):
                if row != self._rows[place]:
                    self._rows[place] = row
                    self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._places = {row.clause.uid: place for place, row in enumerate(rows)}
        self.endResetModel()

    def row(self, place: int) -> Row:
        """Return a row."""
        return self._rows[place]

    def place(self, uid: str) -> int:
        """Return the row of a clause, or -1."""
        return self._places.get(uid, -1)

    # -- Qt ------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self._text(f"positions-column-{COLUMNS[section]}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._text(f'positions-column-{column}')}: {self._shown(row, column)}"
        if role == Qt.ItemDataRole.DecorationRole:
            key = {"state": str(row.judged.state), "own": row.own}.get(column, "")
            return agreement_icon(key) if key else None
        if role == Qt.ItemDataRole.ToolTipRole:
            # Qt takes a tip that looks like HTML for HTML, so it is made that in full.
            lines = (escape(spoken_line(each, self._text)) for each in row.judged.spoken)
            return "<br>".join(lines)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in ("agree", "live", "object"):
            return Qt.AlignmentFlag.AlignCenter
        if role == ROW:
            return row
        if role == SORT:
            return self._key(row, column, index.row())
        return None

    def _shown(self, row: Row, column: str) -> str:
        if column == "clause":
            return row.name
        if column == "state":
            return self._text(f"consensus-{row.judged.state}")
        if column == "own":
            return self._text(f"stance-{row.own}") if row.own else "–"
        if column == "candidate":
            return candidate_short(row.judged, self._text)
        counted = row.judged.count(column)
        if column == "object":
            counted = len(row.judged.objections)
            owed = len(row.judged.owed)
            return f"{counted} ⚠" if owed else str(counted or "–")
        return str(counted or "–")

    def _key(self, row: Row, column: str, place: int) -> int:
        if column == "state":
            return ORDER.index(row.judged.state)
        if column in ("agree", "live"):
            return row.judged.count(column)
        if column == "object":
            return len(row.judged.objections)
        if column == "candidate":
            return len(row.judged.lacking)
        return place if column == "clause" else len(row.own)


class PositionsFilter(QSortFilterProxyModel):
    """The rows that one asks for, in the order one asks for."""

    def __init__(self, model: PositionsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._wanted: Wanted = FILTERS["all"]
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def narrow(self, name: str) -> None:
        """Show the rows of one of `FILTERS`."""
        self._wanted = FILTERS[name]
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return not source_parent.isValid() and self._wanted(self._model.row(source_row))
