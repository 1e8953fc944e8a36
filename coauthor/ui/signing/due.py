"""Deviations and when they end: a list to sort, and what to do about each."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coauthor.exchange.due import kind_words, reason_words, when_words
from coauthor.exchange.leave import name_of
from coauthor.language import Catalogue
from coauthor.lineage.status import Lineage
from coauthor.review.signing.ending import SOON
from coauthor.ui.forms import button, describe, fit, heading, note
from coauthor.workspace.signing.ending import DueIn

Deed = Literal["", "go", "keep", "ask", "drop", "list"]

COLUMNS = ("until", "clause", "kind", "reason", "owner", "cost")


class _Cell(QTableWidgetItem):
    """A cell that sorts by its own value where it has one, and else by its words."""

    def __init__(self, words: str, key: object = None) -> None:
        super().__init__(words)
        self._key = words.casefold() if key is None else key

    def __lt__(self, other: QTableWidgetItem) -> bool:
        if isinstance(other, _Cell) and isinstance(other._key, type(self._key)):
            return bool(self._key < other._key)  # type: ignore[operator]
        return super().__lt__(other)


class DueDialog(QDialog):
    """All deviations, the first to end first.

    After it closes, ``deed`` says what to do with the ``chosen`` one.

    Args:
        writes: the person may change the text.
    """

    def __init__(
        self,
        text: Catalogue,
        found: Sequence[DueIn],
        *,
        writes: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.deed: Deed = ""
        self._found, self._writes = found, writes
        self.setWindowTitle(text("due-title"))
        fit(self, 1080, 560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(heading(text("due-title"), 2))
        soon = sum(each.due.days <= SOON for each in found)
        said = text("due-help", count=soon, days=SOON) if found else text("due-none")
        layout.addWidget(note(said, soft=False))
        layout.addWidget(self._table(), 1)
        layout.addLayout(self._buttons())
        self._follow()
        self.table.setFocus()

    @property
    def chosen(self) -> DueIn | None:
        """The deviation that is chosen."""
        row = self.table.currentRow()
        first = self.table.item(row, 0) if row >= 0 else None
        return None if first is None else self._found[int(first.data(Qt.ItemDataRole.UserRole))]

    def _table(self) -> QTableWidget:
        self.table = QTableWidget(len(self._found), len(COLUMNS))
        self.table.setHorizontalHeaderLabels([self.text(f"due-{key}") for key in COLUMNS])
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        describe(self.table, self.text("due-title"), self.text("due-table-help"))
        for row, each in enumerate(self._found):
            self._put(row, each)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((210, 230, 140, 200, 120, 90)):
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        if self._found:
            self.table.selectRow(0)
        self.table.currentCellChanged.connect(self._follow)
        self.table.itemActivated.connect(lambda _: self._do("go"))
        return self.table

    def _put(self, row: int, each: DueIn) -> None:
        due = each.due
        sign = "⚠ " if due.is_over else ("◆ " if due.days <= SOON else "")
        cells = (
            _Cell(sign + when_words(due, self.text), due.until.toordinal()),
            _Cell(name_of(due.code or due.uid, due.title)),
            _Cell(kind_words(due, self.text)),
            _Cell(reason_words(due, self.text)),
            _Cell(due.owner),
            _Cell(due.cost),
        )
        for column, cell in enumerate(cells):
            cell.setData(Qt.ItemDataRole.UserRole, row)
            cell.setToolTip(cell.text())
            self.table.setItem(row, column, cell)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.yearly = button(self.text("due-do-list"), help_text=self.text("due-do-list-help"))
        self.go = button(self.text("waivers-go"))
        self.keep = button(self.text("due-do-keep"), main=True)
        self.ask = button(self.text("waivers-ask"), main=True)
        self.drop = button(self.text("due-do-drop"))
        close = button(self.text("banner-close"))
        deeds: tuple[tuple[QWidget, Deed], ...] = (
            (self.yearly, "list"),
            (self.go, "go"),
            (self.drop, "drop"),
            (self.keep, "keep"),
            (self.ask, "ask"),
        )
        for made, deed in deeds:
            made.setProperty("deed", deed)
            row.addWidget(made)
            if deed == "list":
                row.addStretch(1)
        for each in (self.yearly, self.go, self.drop, self.keep, self.ask):
            each.setAutoDefault(False)
            each.clicked.connect(lambda _=False, each=each: self._do(each.property("deed")))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return row

    def _follow(self, *_: object) -> None:
        chosen = self.chosen
        due = chosen.due if chosen else None
        self.yearly.setEnabled(bool(self._found))
        self.go.setEnabled(due is not None)
        self.drop.setVisible(self._writes)
        self.drop.setEnabled(due is not None)
        local = due is not None and due.lineage is Lineage.LOCAL
        self.drop.setText(self.text("due-do-remove" if local else "due-do-drop"))
        locked = due is not None and due.locked
        self.keep.setVisible(self._writes and not locked)
        self.keep.setEnabled(due is not None)
        self.ask.setVisible(self._writes and locked)

    def _do(self, deed: Deed) -> None:
        if deed == "list" or self.chosen is not None:
            self.deed = deed
            self.accept()
