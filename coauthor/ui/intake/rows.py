"""What becomes of a file as tables that stay quick at ten thousand rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from coauthor.document.rendering import printable, to_plain
from coauthor.exchange.answers import day
from coauthor.exchange.specification import kind_label
from coauthor.language import Catalogue
from coauthor.workspace.bringing.lines import Line, Said, Told, place_words

Index = QModelIndex | QPersistentModelIndex

SHOWN = 240
"""Signs of a text in its row; all of it stands below the table."""

SIGNS = {"new": "+", "changed": "≠", "same": "=", "absent": "○", "elsewhere": "→"}
"""What happens to a clause, as a sign beside the word: never by colour alone."""

FILTERS: Mapping[str, Callable[[Line], bool]] = {
    "all": lambda _: True,
    "clauses": lambda each: each.what == "clause",
    "look": lambda each: bool(each.looks) or each.change == "elsewhere",
    "changes": lambda each: each.change in ("new", "changed"),
    "absent": lambda each: each.what == "absent",
}
"""What the table can be narrowed to."""

DEPARTED = "departed"
NEVER = QModelIndex()


class LinesModel(QAbstractTableModel):
    """A row a part of the file, in its order."""

    def __init__(self, text: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._lines: Sequence[Line] = ()
        self._shown: list[Line] = []
        self._wanted = "all", ""
        self.columns: tuple[str, ...] = ("what", "code", "text", "place")
        self._heading = QFont()
        self._heading.setWeight(QFont.Weight.DemiBold)

    def show_lines(self, lines: Sequence[Line], *, update: bool) -> None:
        """Show what becomes of another reading.

        Args:
            update: a document is brought up to date: say of each clause what happens to it.
        """
        self._lines = lines
        places = any(each.place for each in lines)
        change = ("change",) if update else ()
        self.columns = ("what", *change, "code", "text", *(("place",) if places else ()))
        self.narrow(*self._wanted)

    def narrow(self, kind: str, words: str) -> None:
        """Show only one of `FILTERS`, and in which words occur."""
        self._wanted = kind, words
        wanted, folded = FILTERS[kind], words.strip().casefold()
        self.beginResetModel()
        self._shown = [
            each
            for each in self._lines
            if wanted(each) and (not folded or folded in _searched(each).casefold())
        ]
        self.endResetModel()

    def count(self, kind: str) -> int:
        """Return how many parts of the file one of `FILTERS` has."""
        return sum(map(FILTERS[kind], self._lines))

    def first_clause(self) -> int:
        """Return the first row with a clause, which tells most; the first row without one."""
        clauses = (row for row, each in enumerate(self._shown) if each.what == "clause")
        return next(clauses, 0)

    def line(self, row: int) -> Line | None:
        """Return what is in a row, or None."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index = NEVER) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NEVER) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._text(f"intake-column-{self.columns[section]}")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; a heading is bold."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(line, self.columns[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._said(line, each) for each in self.columns)))
        if role == Qt.ItemDataRole.FontRole and line.what == "heading":
            return self._heading
        return None

    def _said(self, line: Line, column: str) -> str:
        if column == "what":
            return self._what(line)
        if column == "change":
            if not line.change:
                return ""
            return f"{SIGNS[line.change]} {self._text(f'intake-change-{line.change}')}"
        if column == "code":
            return printable(line.code)
        if column == "place":
            return place_words(line.place, self._text)
        return printable(_shown(line))

    def _what(self, line: Line) -> str:
        sign = "⚠ " if FILTERS["look"](line) else ""
        if line.what == "clause":
            return sign + kind_label(line.marks[0], self._text)
        if line.what == "heading":
            return self._text("intake-what-heading", level=line.level)
        return self._text(f"intake-what-{line.what}")


def _shown(line: Line) -> str:
    title, body = line.title, to_plain(line.text[: 2 * SHOWN])
    said = " ".join(f"{title} – {body}".split() if title and body else (title or body).split())
    return said[:SHOWN]


def _searched(line: Line) -> str:
    return f"{line.code} {line.title} {line.text} {line.place}"


class SaidModel(QAbstractTableModel):
    """A row a thing that is told, as words in columns.

    Args:
        columns: names of the columns; the catalogue holds ``intake-column-<name>``.
    """

    def __init__(
        self, text: Catalogue, columns: Sequence[str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._columns = columns
        self._rows: list[tuple[str, ...]] = []

    def show_rows(self, rows: list[tuple[str, ...]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, row: int) -> tuple[str, ...]:
        """Return the words of a row; none outside."""
        return self._rows[row] if 0 <= row < len(self._rows) else ()

    def rowCount(self, parent: Index = NEVER) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NEVER) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._text(f"intake-column-{self._columns[section]}")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, on one line."""
        if role == Qt.ItemDataRole.DisplayRole:
            return printable(" ".join(self._rows[index.row()][index.column()].split())[:SHOWN])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, self._rows[index.row()]))
        return None


SAID = ("sort", "about", "who", "said")
TOLD = ("told", "place")


def said_rows(said: Sequence[Said], text: Catalogue) -> list[tuple[str, ...]]:
    """Return remarks and suggestions in the columns `SAID`."""
    whole = text("intake-about-whole")
    return [
        (
            text(f"intake-said-{each.sort}"),
            each.code or (whole if not each.uid else ""),
            " · ".join(filter(None, (each.author, day(each.when)))),
            each.text or each.quote,
        )
        for each in said
    ]


def told_rows(notes: Sequence[Told], lost: Sequence[str], text: Catalogue) -> list[tuple[str, ...]]:
    """Return what to know of a reading in the columns `TOLD`; what was lost comes first."""
    found: list[tuple[str, ...]] = [(text("intake-lost", words=each), "") for each in lost]
    return found + [
        (text(each.message, **dict(each.values)), place_words(each.place, text)) for each in notes
    ]
