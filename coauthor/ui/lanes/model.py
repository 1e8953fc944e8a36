"""The table behind the lanes: a row of blocks that belong together, a column a lane."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coauthor.document.changes import Change
from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone
from coauthor.ui.lanes.cells import Cells
from coauthor.ui.lanes.lane import Text
from coauthor.ui.lanes.markdown import readable
from coauthor.ui.lanes.rows import Places, Remove, carried, lay_out, lay_out_again, steps
from coauthor.ui.lanes.signs import Sign
from coauthor.ui.lanes.spoken import spoken

Index = QModelIndex | QPersistentModelIndex
NO_ROW = -1
MANY = 50
"""Rows from which telling of each costs more than painting all that are seen."""


class LanesModel(QAbstractTableModel):
    """Rows and cells; what a cell looks like is the painter's business.

    It follows the session by `follow`, with as few rows inserted and removed as
    the change needs.
    """

    def __init__(self, cells: Cells, text: Text, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cells = cells
        self._text = text
        self._rows: list[Places] = lay_out(self._documents())
        self._row_of: list[int] = []
        self._blocks = len(cells.session.document.blocks)
        self._problems: Mapping[str, str] = {}
        self._asked: Mapping[int, Sign] = {}
        self._said: dict[str, Mapping[str, Sign]] = {}
        self._number()

    # -- what a row is -----------------------------------------------------

    @property
    def rows(self) -> Sequence[Places]:
        """The rows, each with the place of its block in every lane."""
        return self._rows

    def places(self, row: int) -> Places:
        """Return the places of a row."""
        return self._rows[row]

    def index_of(self, row: int) -> int | None:
        """Return the index of the block of a row in our document, or None."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def row_of(self, index: int) -> int:
        """Return the row of a block of our document, or `NO_ROW`."""
        return self._row_of[index] if 0 <= index < len(self._row_of) else NO_ROW

    def block(self, row: int, lane: int = 0) -> Block | None:
        """Return the block of a cell, or None."""
        return self.cells.block(self._rows[row], lane)

    def problem(self, row: int) -> str:
        """Return what is wrong with the block of a row, in words, or ''."""
        block = self.block(row) if self._problems else None
        return self._problems.get(block_key(block), "") if block is not None else ""

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Show problems; keys as `block_key` gives them."""
        self._problems = problems
        self._all_changed(0)

    def set_asked(self, asked: Mapping[int, Sign]) -> None:
        """Show a sign at blocks of our document, by index, where a person is asked something."""
        before, self._asked = self._asked, asked
        changed = [
            row
            for index in before.keys() | asked.keys()
            if before.get(index) != asked.get(index) and (row := self.row_of(index)) != NO_ROW
        ]
        if len(changed) > MANY:
            self._all_changed(0)
            return
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def set_said(self, what: str, signs: Mapping[str, Sign]) -> list[int]:
        """Show what is said of clauses, by uid; returns the rows that changed.

        Args:
            what: the kind of things said, such as ``talk``; each has one sign at a clause.
        """
        before = self._said.get(what, {})
        self._said[what] = signs
        positions = self.cells.session.document.positions
        changed = [
            row
            for uid in before.keys() | signs.keys()
            if before.get(uid) != signs.get(uid)
            and (row := self.row_of(positions.get(uid, NO_ROW))) != NO_ROW
        ]
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        return changed

    def signs(self, row: int) -> tuple[Sign, ...]:
        """Return the signs in the gutter of a row; what is asked comes first."""
        found = self.cells.signs(self._rows[row], self.problem(row))
        index = self._rows[row][0]
        asked = self._asked.get(index) if index is not None and self._asked else None
        block = self.block(row) if any(self._said.values()) else None
        uid = block.uid if isinstance(block, Clause | Tombstone) else ""
        said = [sign for signs in self._said.values() if uid and (sign := signs.get(uid))]
        return (*((asked,) if asked else ()), *found, *said)

    # -- following the session ---------------------------------------------

    def follow(self, changes: Sequence[Change], *, structure: bool, blocks: Sequence[int]) -> None:
        """Show what a transaction changed.

        Args:
            changes: as the transaction made them.
            structure: rows may come and go.
            blocks: blocks whose text changed, when ``structure`` is not set.
        """
        if not structure:
            self._changed_blocks(blocks)
            return
        old = carried(self._rows, self._blocks, changes)
        new = lay_out_again(self._documents(), old)
        self._blocks = len(self.cells.session.document.blocks)
        todo = steps(old, new)
        self._rows = old
        for step in todo:
            if isinstance(step, Remove):
                self.beginRemoveRows(QModelIndex(), step.at, step.at + step.count - 1)
                del self._rows[step.at : step.at + step.count]
                self.endRemoveRows()
            else:
                self.beginInsertRows(QModelIndex(), step.at, step.at + len(step.rows) - 1)
                self._rows[step.at : step.at] = step.rows
                self.endInsertRows()
        self._number()
        self._changed_blocks(blocks)

    def _changed_blocks(self, blocks: Sequence[int]) -> None:
        for row in sorted({row for each in blocks if (row := self.row_of(each)) != NO_ROW}):
            for lane in range(self.columnCount()):  # cell by cell, for a range paints everything
                self.dataChanged.emit(self.index(row, lane), self.index(row, lane))

    def replace_lanes(self, rows: Sequence[Places] | None = None) -> None:
        """Begin anew after other lanes were put beside our draft, in rows that may be known."""
        self.beginResetModel()
        self._rows = lay_out(self._documents()) if rows is None else list(rows)
        self._blocks = len(self.cells.session.document.blocks)
        self._number()
        self.endResetModel()

    def _documents(self) -> list[Any]:
        return [self.cells.document(lane) for lane in range(1 + len(self.cells.others))]

    def _number(self) -> None:
        row_of = [NO_ROW] * len(self.cells.session.document.blocks)
        for row, places in enumerate(self._rows):
            if places[0] is not None:
                row_of[places[0]] = row
        self._row_of = row_of

    def _all_changed(self, lane: int) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, lane)
            self.dataChanged.emit(self.index(0, lane), last)

    # -- Qt ------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1 + len(self.cells.others)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0 and isinstance(self.block(index.row()), Clause | Heading | Prose):
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(self.block(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            places = self._rows[index.row()]
            return spoken(self.cells, places, index.column(), self._text, self.signs(index.row()))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return (
                self.cells.others[section - 1].title if section else self.cells.session.entry.title
            )
        if not 0 <= section < len(self._rows):
            return None
        return self._row_name(section)

    def _row_name(self, row: int) -> str:
        for lane in range(self.columnCount()):
            block = self.block(row, lane)
            if block is not None:
                return name_of(block)
        return ""


def name_of(block: Block | None) -> str:
    """Return the shortest name of a block: its code, else its title or first words."""
    if isinstance(block, Clause):
        return block.code or block.title
    if isinstance(block, Tombstone):
        return block.code
    if block is None:
        return ""
    return block.text.strip()[:60]


def block_key(block: Block) -> str:
    """Return what tells a block from others while the document is open."""
    return block.uid if isinstance(block, Clause | Tombstone) else block.source.strip()


def problems_of(document: Document, text: Text) -> dict[str, str]:
    """Return what is wrong with which block, as `LanesModel.set_problems` wants it."""
    found: dict[str, str] = {}
    if not document.problems:
        return found
    line = 1 + document.front.source.count("\n")
    waiting = sorted(document.problems, key=lambda problem: problem.line)
    for block in document.blocks:
        line += block.source.count("\n")
        words: list[str] = []
        while waiting and waiting[0].line < line:
            problem = waiting.pop(0)
            words.append(text(f"problem-{problem.code}", detail=readable(problem.detail)))
        if words:
            found.setdefault(block_key(block), " ".join(words))
    return found
