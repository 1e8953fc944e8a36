"""The timeline as a list that grows while it is looked at, with groups by date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from coauthor.document.rendering import printable
from coauthor.history.repository import Version
from coauthor.language import Catalogue
from coauthor.workspace.timeline import Entry

Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
"""The role under which a row gives its `Entry`, or None for the head of a group."""

ROW = ENTRY + 1
"""The role under which a row gives itself."""


@dataclass
class Row:
    """The head of a group of dates, or a version.

    Args:
        depth: 1 inside a version that took it in.
        open: what is inside it is shown, or has been asked for.
    """

    label: str = ""
    entry: Entry | None = None
    depth: int = 0
    open: bool = False


class TimelineModel(QAbstractTableModel):
    """Rows of versions below heads of dates; what came in from others below its version.

    A flat table, because a tree is laid out anew as a whole whenever it grows.

    Signals:
        more_wanted(): the end is in sight.
        inner_wanted(Entry): what is inside a version is wanted.
    """

    more_wanted = Signal()
    inner_wanted = Signal(object)

    def __init__(self, text: Catalogue, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._today = today
        self._locale = QLocale(text.language)
        self._rows: list[Row] = []
        self._count = 0
        self._group = ""
        self.more = False

    # -- filling -----------------------------------------------------------

    def clear(self) -> None:
        """Begin anew, with more to come."""
        self.beginResetModel()
        self._rows = []
        self._count = 0
        self._group = ""
        self.more = True
        self.endResetModel()

    def append(self, entries: Sequence[Entry], *, more: bool) -> None:
        """Add versions at the end."""
        self.more = more
        rows: list[Row] = []
        for entry in entries:
            group = self.group(entry.version.when.astimezone().date())
            if group != self._group:
                rows.append(Row(label=group))
                self._group = group
            rows.append(Row(entry=entry))
        self._count += len(entries)
        self._insert(len(self._rows), rows)

    def open(self, row: int) -> None:
        """Show what is inside a version."""
        found = self.row(row)
        if found and found.entry and found.entry.inside and not found.open:
            found.open = True
            self.inner_wanted.emit(found.entry)
            self._say_changed(row)

    def fill(self, version_id: str, entries: Sequence[Entry]) -> None:
        """Put what came in below its version, if it is still open."""
        for number, row in enumerate(self._rows):
            opened = row.open and row.entry is not None and row.entry.version.id == version_id
            if opened and not self._inner(number):
                inner = [Row(entry=entry, depth=row.depth + 1) for entry in entries]
                self._insert(number + 1, inner)
                return

    def close(self, row: int) -> None:
        """Hide what is inside a version."""
        found = self.row(row)
        if found is None or not found.open:
            return
        found.open = False
        count = self._inner(row)
        if count:
            self.beginRemoveRows(QModelIndex(), row + 1, row + count)
            del self._rows[row + 1 : row + 1 + count]
            self.endRemoveRows()
        self._say_changed(row)

    def above(self, row: int) -> int:
        """Return the row of the version that a version is inside of, or -1."""
        depth = self._rows[row].depth
        if not depth:
            return -1
        return next(r for r in range(row - 1, -1, -1) if self._rows[r].depth < depth)

    def replace(self, entry: Entry) -> None:
        """Show a version anew, after it was given a name."""
        for number, row in enumerate(self._rows):
            if row.entry is not None and row.entry.version.id == entry.version.id:
                row.entry = entry
                self._say_changed(number)

    def count(self) -> int:
        """Return how many versions are shown, those inside others left out."""
        return self._count

    def row(self, row: int) -> Row | None:
        """Return a row, or None."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def first(self) -> QModelIndex:
        """Return the newest version."""
        return self.index(1, 0)

    def group(self, day: date) -> str:
        """Return the words for when something was, the vaguer the longer ago."""
        ago = (self._today - day).days
        if ago <= 0:
            return self._text("timeline-today")
        if ago == 1:
            return self._text("timeline-yesterday")
        if day >= self._today - timedelta(days=self._today.weekday()):
            return self._text("timeline-this-week")
        if (day.year, day.month) == (self._today.year, self._today.month):
            return self._text("timeline-this-month")
        month = self._locale.standaloneMonthName(day.month)
        return f"{month[:1].upper()}{month[1:]} {day.year}"

    def _inner(self, row: int) -> int:
        """Return how many rows below a version are inside it."""
        depth, end = self._rows[row].depth, row + 1
        while end < len(self._rows) and self._rows[end].depth > depth:
            end += 1
        return end - row - 1

    def _insert(self, at: int, rows: Sequence[Row]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self._rows[at:at] = rows
            self.endInsertRows()

    def _say_changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    # -- what Qt asks ------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def canFetchMore(self, parent: Index) -> bool:
        return self.more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        self.more_wanted.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index.row())
        if row is None or row.entry is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ENTRY:
            return row.entry
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(row.entry, self._text) if row.entry else row.label
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(row, self._text) if row.entry else row.label
        return None


def title_of(entry: Entry, text: Catalogue) -> str:
    """Return what a version is about, on one line."""
    if entry.inside:
        return text(
            "timeline-taken", count=len(entry.change.clauses), sources=", ".join(entry.sources)
        )
    lines = entry.version.message.splitlines()
    return printable(lines[0]) if lines else text("timeline-no-message")


def moment_of(version: Version) -> str:
    """Return when a version was made, by the clock of whoever looks."""
    return f"{version.when.astimezone():%d-%m-%Y %H:%M}"


def who_of(entry: Entry) -> str:
    """Return the person and the organisation."""
    version = entry.version
    return printable(" · ".join(filter(None, (version.author, version.organisation))))


def spoken(row: Row, text: Catalogue) -> str:
    """Return a version as sentences for a screen reader."""
    entry = row.entry
    if entry is None:
        return row.label
    parts = [moment_of(entry.version), who_of(entry), title_of(entry, text)]
    parts += [
        text(f"timeline-name-{name.kind}", name=printable(name.shown)) for name in entry.names
    ]
    parts += [
        f"{text(f'timeline-{each.kind}')} {each.code or each.title or each.uid}"
        for each in entry.change.clauses[:12]
    ]
    if len(entry.change.clauses) > 12:
        parts.append(text("timeline-others", count=len(entry.change.clauses) - 12))
    if entry.change.between:
        parts.append(text("timeline-between"))
    if entry.inside:
        parts.append(text("timeline-opened" if row.open else "timeline-closed", count=entry.inside))
    return "; ".join(part for part in parts if part)
