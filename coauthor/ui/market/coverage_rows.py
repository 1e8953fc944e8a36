"""What the market covers, as a table that can be narrowed and put in another order."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coauthor.document.rendering import harmless, to_plain
from coauthor.exchange.answers import SHAPES, count_words, trust_words, warning_words
from coauthor.language import Catalogue
from coauthor.review.market.coverage import WARNINGS, Coverage, Market
from coauthor.review.market.responses import VERDICTS

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("code", "title", "marks", "answers", "readings", "warnings")
NUMBERS = (*VERDICTS, "stale", "silent")
"""What is counted of a clause; the answers stand in one column as shapes with numbers."""

ORDERS = ("", "warnings", *NUMBERS, "code", "title")
"""Orders to choose from; '' is that of the document. Warnings and numbers: the most first."""

_SIGNS = {**SHAPES, "stale": "↺", "silent": "·"}

FILTERS: Mapping[str, Callable[[Coverage], bool]] = {
    "all": lambda _: True,
    "warned": lambda each: bool(each.warnings),
    "knock-out": lambda each: each.knock_out,
    "locked": lambda each: each.locked,
    "unanswered": lambda each: not each.answered,
    "stale": lambda each: each.stale > 0,
    "untested": lambda each: not each.is_tested,
}
"""What the list can be narrowed to."""

_HEAVIEST = {code: len(WARNINGS) - place for place, code in enumerate(WARNINGS)}


class CoverageModel(QAbstractTableModel):
    """A row a clause, in the order of the document or another."""

    def __init__(self, text: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._market = Market()
        self._shown: list[Coverage] = []
        self._order = "", False
        self._wanted = ("all", "")

    def show_market(self, market: Market) -> None:
        """Show another coverage."""
        self._market = market
        self.narrow(*self._wanted)

    def narrow(self, kind: str, words: str) -> None:
        """Show only one of `FILTERS`, and in which words occur."""
        self._wanted = kind, words
        self.beginResetModel()
        self._shown = [
            each
            for each in self._market.clauses
            if FILTERS[kind](each) and words in f"{each.code} {each.title}".casefold()
        ]
        self._put_in_order()
        self.endResetModel()

    def coverage(self, row: int) -> Coverage | None:
        """Return the coverage in a row, or None."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, uid: str) -> int:
        """Return the row of a clause, or -1."""
        return next((row for row, each in enumerate(self._shown) if each.uid == uid), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; -1 is the order of the document."""
        name = COLUMNS[column] if column >= 0 else ""
        self.sort_by("meets" if name == "answers" else name, order == Qt.SortOrder.DescendingOrder)

    def sort_by(self, name: str, backwards: bool) -> None:  # noqa: FBT001 (as Qt's order)
        """Put the rows in one of `ORDERS`, or in that of a column."""
        self._order = name, backwards
        if not name:
            self.narrow(*self._wanted)
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        chosen = [self._shown[index.row()].uid for index in before]
        self._put_in_order()
        places = {each.uid: row for row, each in enumerate(self._shown)}
        after = [
            self.index(places[uid], index.column())
            for uid, index in zip(chosen, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _put_in_order(self) -> None:
        name, backwards = self._order
        if name:
            self._shown.sort(key=lambda each: _sort_key(each, name), reverse=backwards)

    # -- what Qt asks ------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(f"coverage-{COLUMNS[section]}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        each = self.coverage(index.row())
        if each is None:
            return None
        name = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(each, name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([count_words(each, self._text), *warning_words(each, self._text)])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(each) if index.column() == 0 else self._cell(each, name)
        return None

    def _cell(self, each: Coverage, name: str) -> str:
        if name == "answers":
            counted = [f"{_SIGNS[key]} {n}" for key in NUMBERS if (n := number(each, key))]
            return "   ".join(counted)
        if name == "code":
            return each.code
        if name == "title":
            return harmless(to_plain(each.title))
        if name == "marks":
            marks = [self._text("answer-knock-out")] * each.knock_out
            return " · ".join([*marks, *[self._text("answer-locked")] * each.locked])
        if name == "readings":
            said = trust_words(each, self._text)
            return f"✓ {said}" if said else ""
        said = ", ".join(self._text(f"warning-short-{code}") for code in each.warnings)
        return f"⚠ {said}" if said else ""

    def _spoken(self, each: Coverage) -> str:
        """Return a whole row as a screen reader says it."""
        said = [each.code, to_plain(each.title), self._cell(each, "marks")]
        said += [count_words(each, self._text), trust_words(each, self._text)]
        return ", ".join(filter(None, [*said, *warning_words(each, self._text)]))


def legend(text: Catalogue) -> str:
    """Return what the shapes with the numbers mean."""
    return "     ".join(f"{_SIGNS[key]} {text(f'coverage-{key}').lower()}" for key in NUMBERS)


def number(each: Coverage, name: str) -> int:
    """Return one of `NUMBERS` of a clause."""
    if name == "stale":
        return each.stale
    return each.silent if name == "silent" else each.count(name)


def _sort_key(each: Coverage, name: str) -> Any:
    if name in NUMBERS:
        return number(each, name)
    if name == "readings":
        return each.tested, each.understood
    if name == "warnings":
        return sum(2 ** _HEAVIEST[code] for code in each.warnings)
    if name == "marks":
        return each.knock_out, each.locked
    return each.code.casefold() if name == "code" else each.title.casefold()
