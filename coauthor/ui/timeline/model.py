"""The timeline as a list that grows while it is looked at, with groups by date."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from coauthor.document.rendering import printable
from coauthor.language import Catalogue
from coauthor.workspace.timeline import Entry

Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
"""The role under which a row gives its `Entry`, or None for the head of a group."""


@dataclass(eq=False)
class Node:
    """A row: the head of a group of dates, or a version; ``inner`` is None until it is fetched."""

    label: str = ""
    entry: Entry | None = None
    above: "Node | None" = None
    row: int = 0
    inner: "list[Node] | None" = field(default_factory=list)


class TimelineModel(QAbstractItemModel):
    """Rows of versions below heads of dates; what came in from others inside its version.

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
        self._top: list[Node] = []
        self._by_id: dict[str, list[Node]] = {}
        self._asked: set[str] = set()
        self.more = False

    # -- filling -----------------------------------------------------------

    def clear(self) -> None:
        """Begin anew, with more to come."""
        self.beginResetModel()
        self._top = []
        self._by_id = {}
        self._asked = set()
        self.more = True
        self.endResetModel()

    def append(self, entries: Sequence[Entry], *, more: bool) -> None:
        """Add versions at the end."""
        self.more = more
        nodes: list[Node] = []
        label = next((each.label for each in reversed(self._top) if each.entry is None), "")
        for entry in entries:
            group = self.group(entry.version.when.date())
            if group != label:
                nodes.append(Node(label=group))
                label = group
            nodes.append(self._node(entry, None))
        if not nodes:
            return
        first = len(self._top)
        for row, node in enumerate(nodes, first):
            node.row = row
        self.beginInsertRows(QModelIndex(), first, first + len(nodes) - 1)
        self._top += nodes
        self.endInsertRows()

    def fill(self, version_id: str, entries: Sequence[Entry]) -> None:
        """Put what came in inside its version."""
        for node in self._by_id.get(version_id, ()):
            if node.inner is not None or not entries:
                continue
            index = self.createIndex(node.row, 0, node)
            self.beginInsertRows(index, 0, len(entries) - 1)
            node.inner = [self._node(entry, node, row) for row, entry in enumerate(entries)]
            self.endInsertRows()

    def replace(self, entry: Entry) -> None:
        """Show a version anew, after it was given a name."""
        for node in self._by_id.get(entry.version.id, ()):
            old = node.entry
            node.entry = replace(entry, inside=old.inside, sources=old.sources) if old else entry
            index = self.createIndex(node.row, 0, node)
            self.dataChanged.emit(index, index)

    def count(self) -> int:
        """Return how many versions are shown, those inside others left out."""
        return sum(node.entry is not None for node in self._top)

    def first(self) -> QModelIndex:
        """Return the newest version."""
        row = next((node.row for node in self._top if node.entry is not None), -1)
        return self.index(row, 0)

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

    def _node(self, entry: Entry, above: Node | None, row: int = 0) -> Node:
        node = Node(entry=entry, above=above, row=row, inner=None if entry.inside else [])
        self._by_id.setdefault(entry.version.id, []).append(node)
        return node

    # -- what Qt asks ------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        nodes = self._inner(parent)
        if column or not 0 <= row < len(nodes):
            return QModelIndex()
        return self.createIndex(row, 0, nodes[row])

    def parent(self, index: Index = QModelIndex()) -> Any:
        node = _of(index)
        if node is None or node.above is None:
            return QModelIndex()
        return self.createIndex(node.above.row, 0, node.above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return len(self._inner(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:
        node = _of(parent)
        return bool(self._top) if node is None else node.inner is None or bool(node.inner)

    def canFetchMore(self, parent: Index) -> bool:
        node = _of(parent)
        return self.more if node is None else node.inner is None

    def fetchMore(self, parent: Index) -> None:
        node = _of(parent)
        if node is None:
            self.more_wanted.emit()
        elif node.entry is not None and node.entry.version.id not in self._asked:
            self._asked.add(node.entry.version.id)
            self.inner_wanted.emit(node.entry)

    def flags(self, index: Index) -> Qt.ItemFlag:
        node = _of(index)
        if node is None or node.entry is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = _of(index)
        if node is None:
            return None
        if role == ENTRY:
            return node.entry
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(node.entry, self._text) if node.entry else node.label
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(node.entry, self._text) if node.entry else node.label
        return None

    def _inner(self, parent: Index) -> list[Node]:
        node = _of(parent)
        return self._top if node is None else node.inner or []


def _of(index: Index) -> Node | None:
    node = index.internalPointer() if index.isValid() else None
    return node if isinstance(node, Node) else None


def title_of(entry: Entry, text: Catalogue) -> str:
    """Return what a version is about, on one line."""
    if entry.inside:
        return text(
            "timeline-taken", count=len(entry.change.clauses), sources=", ".join(entry.sources)
        )
    lines = entry.version.message.splitlines()
    return printable(lines[0]) if lines else text("timeline-no-message")


def who_of(entry: Entry) -> str:
    """Return the person and the organisation."""
    version = entry.version
    return printable(" · ".join(filter(None, (version.author, version.organisation))))


def spoken(entry: Entry, text: Catalogue) -> str:
    """Return a version as sentences for a screen reader."""
    parts = [f"{entry.version.when:%d-%m-%Y %H:%M}", who_of(entry), title_of(entry, text)]
    parts += [text(f"timeline-name-{name.kind}", name=name.text) for name in entry.names]
    parts += [
        f"{text(f'timeline-{each.kind}')} {each.code or each.title or each.uid}"
        for each in entry.change.clauses[:12]
    ]
    if len(entry.change.clauses) > 12:
        parts.append(text("timeline-others", count=len(entry.change.clauses) - 12))
    if entry.change.between:
        parts.append(text("timeline-between"))
    return "; ".join(part for part in parts if part)
