"""What becomes what: tables to narrow and to search, and below them one part in full."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QTableView,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coauthor.language import Catalogue
from coauthor.ui.forms import describe
from coauthor.ui.intake.rows import SAID, TOLD, LinesModel, SaidModel, said_rows, told_rows
from coauthor.ui.intake.showing import line_html
from coauthor.ui.tables import list_table
from coauthor.workspace.bringing.looking import Looked

FIRST, UPDATED = ("all", "clauses", "look"), ("all", "changes", "absent", "clauses", "look")
"""What the list can be narrowed to: of a new document, and of one that is there already."""

WIDTHS = {"what": 120, "change": 150, "code": 110, "place": 170}
"""Pixels that a column has at most; the words get what is left."""

PRECISION = 100
"""Rows that are looked at to see how wide a column must be."""

SAID_WIDTHS = {"sort": 170, "about": 130, "who": 170, "place": 200}


class Preview(QWidget):
    """The parts of a file, what was said in it, and what to know of the reading."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.lines = LinesModel(text, self)
        self.said = SaidModel(text, SAID, self)
        self.told = SaidModel(text, TOLD, self)
        self._looked: Looked | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        describe(self.tabs, text("intake-preview"))
        self.tabs.addTab(self._lines_page(), "")
        self.said_table = list_table(self.said, text("intake-tab-said-name"))
        self.told_table = list_table(self.told, text("intake-tab-told-name"))
        self.tabs.addTab(self.said_table, "")
        self.tabs.addTab(self.told_table, "")
        self.detail = QTextBrowser()
        self.detail.setOpenLinks(False)
        self.detail.setMinimumHeight(60)
        describe(self.detail, text("intake-detail"))
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.tabs)
        split.addWidget(self.detail)
        split.setSizes([420, 190])
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        column.addWidget(split, 1)
        for table in (self.table, self.said_table, self.told_table):
            table.selectionModel().currentRowChanged.connect(self._follow)
        self.tabs.currentChanged.connect(self._follow)
        self.clear()

    def _lines_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        row = QHBoxLayout()
        self.kinds = QComboBox()
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        for field, name in ((self.kinds, "intake-show"), (self.words, "intake-find")):
            label = QLabel(self._text(name))
            label.setBuddy(field)
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(label.text()) + 4)
            describe(field, self._text(name))
            row.addWidget(label)
            row.addWidget(field, int(field is self.words))
        self.table = list_table(self.lines, self._text("intake-table"))
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.kinds.currentIndexChanged.connect(self._narrow)
        self.words.textChanged.connect(self._narrow)
        return page

    def clear(self) -> None:
        """Show nothing: what was read before is no longer what comes in."""
        self._looked = None
        self.lines.show_lines((), update=False)
        self.said.show_rows([])
        self.told.show_rows([])
        self._name_tabs(0, 0, 0)
        self.detail.clear()
        self.setEnabled(False)

    def show_looked(self, looked: Looked) -> None:
        """Show what a file becomes."""
        self._looked = looked
        text, told = self._text, told_rows(looked.notes, looked.lost, self._text)
        self.setEnabled(True)
        self.lines.show_lines(looked.lines, update=bool(looked.document))
        self.said.show_rows(said_rows(looked.said, text))
        self.told.show_rows(told)
        self._name_tabs(len(looked.lines), len(looked.said), len(told))
        self._name_kinds(UPDATED if looked.document else FIRST)
        self._widen(self.table, self.lines.columns, WIDTHS, "text")
        self._widen(self.said_table, SAID, SAID_WIDTHS, "said")
        self._widen(self.told_table, TOLD, SAID_WIDTHS, "told")
        self._narrow()
        for table in (self.said_table, self.told_table):
            if table.model().rowCount():
                table.selectRow(0)

    def _name_tabs(self, *numbers: int) -> None:
        for place, (name, number) in enumerate(
            zip(("lines", "said", "told"), numbers, strict=True)
        ):
            self.tabs.setTabText(place, self._text(f"intake-tab-{name}", count=number))
            self.tabs.setTabVisible(place, bool(number) or not place)

    def _name_kinds(self, names: Sequence[str]) -> None:
        wanted = self.kinds.currentData()
        self.kinds.blockSignals(True)
        self.kinds.clear()
        for name in names:
            count = self.lines.count(name)
            self.kinds.addItem(self._text(f"intake-show-{name}", count=count), name)
        begin = "changes" if "changes" in names and self.lines.count("changes") else "all"
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(wanted or begin)))
        self.kinds.blockSignals(False)

    @staticmethod
    def _widen(
        table: QTableView, columns: Sequence[str], widths: dict[str, int], widest: str
    ) -> None:
        for place, name in enumerate(columns):
            header = table.horizontalHeader()
            header.setResizeContentsPrecision(PRECISION)
            if name == widest:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                table.resizeColumnToContents(place)
                table.setColumnWidth(place, min(table.columnWidth(place), widths[name]))

    def _narrow(self, *_: object) -> None:
        self.lines.narrow(str(self.kinds.currentData() or "all"), self.words.text())
        if self.lines.rowCount():
            self.table.selectRow(self.lines.first_clause())
        self._follow()

    def _follow(self, *_: object) -> None:
        """Show in full what the row in focus becomes."""
        table = (self.table, self.said_table, self.told_table)[self.tabs.currentIndex()]
        row = table.currentIndex().row()
        if table is self.table:
            line = self.lines.line(row)
            self.detail.setHtml(line_html(line, self._text) if line is not None else "")
            return
        model = self.said if table is self.said_table else self.told
        *about, words = model.row(row) or ("",)
        if table is self.told_table:
            about, words = [words], "".join(about)
        self.detail.setPlainText(
            "\n\n".join(filter(None, (" · ".join(filter(None, about)), words)))
        )
