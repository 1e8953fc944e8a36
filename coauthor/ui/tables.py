"""Tables of rows that a person goes through one by one."""

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from coauthor.ui.forms import describe

ROOM = 12
"""Pixels above and below the words of a row, together."""


def list_table(model: QAbstractTableModel, name: str, help_text: str = "") -> QTableView:
    """Return a table of rows to go through, one at a time, by keys."""
    table = QTableView()
    table.setModel(model)
    table.setObjectName("intake")
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)  # Tab goes on to what is next in the window
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + ROOM)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    table.setMinimumHeight(90)
    describe(table, name, help_text)
    return table
