"""The window with the market coverage: a table of clauses, and who answered what."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from coauthor.exchange.coverage import summary_words
from coauthor.ui.forms import button, describe, fit, heading, note
from coauthor.ui.jobs import Jobs
from coauthor.ui.market.coverage_detail import coverage_html
from coauthor.ui.market.coverage_rows import (
    COLUMNS,
    FILTERS,
    NUMBERS,
    ORDERS,
    CoverageModel,
    legend,
)
from coauthor.ui.market.filters import LATER
from coauthor.ui.market.following import Follower
from coauthor.ui.market.still import StillBrowser
from coauthor.workspace.market.covering import market_of

if TYPE_CHECKING:
    from coauthor.errors import CoauthorError
    from coauthor.language import Catalogue
    from coauthor.review.market.coverage import Coverage, Market
    from coauthor.workspace.discussion.conversation import Conversation
    from coauthor.workspace.session import Session
    from coauthor.workspace.workspace import Workspace


class CoverageWindow(QDialog):
    """How many vendors meet each clause, with what that warns of.

    Signals:
        go_wanted(str): show the clause with this uid in its document.
        export_wanted(): write the coverage to a file.
    """

    go_wanted = Signal(str)
    export_wanted = Signal()

    def __init__(
        self,
        text: Catalogue,
        workspace: Workspace,
        session: Session,
        conversation: Conversation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self._workspace = replace(workspace)
        self._session, self._conversation = session, conversation
        self._uid = ""
        self.market: Market | None = None
        self.jobs = Jobs(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(text("coverage-of", title=session.entry.title))
        self.model = CoverageModel(text, self)
        self.table = QTableView()
        self.detail = StillBrowser()
        self._lay_out()
        self.follower = Follower(self._now, self)
        self._connect()
        fit(self, 1480, 820)
        self.setMinimumSize(980, 560)
        self.table.setFocus()
        self.refresh()

    # -- building ----------------------------------------------------------

    def _lay_out(self) -> None:
        self.summary = note(self.text("answer-busy"), soft=False)
        self._make_table()
        describe(self.detail, self.text("coverage-detail"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setSizes([1040, 380])
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        self.status = QLabel()
        describe(self.status, self.text("answer-status"))
        self.go = button(self.text("coverage-go"), main=True)
        self.export = button(self.text("coverage-export"))
        foot = QHBoxLayout()
        foot.addWidget(self.status, 1)
        for made in (self.export, self.go):
            made.setAutoDefault(False)
            foot.addWidget(made)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 12)
        whole.setSpacing(10)
        whole.addWidget(heading(self.text("coverage-sheet"), 2))
        whole.addWidget(self.summary)
        whole.addLayout(self._filters())
        whole.addWidget(note(legend(self.text)))
        whole.addWidget(split, 1)
        whole.addLayout(foot)

    def _make_table(self) -> None:
        table = self.table
        table.setObjectName("market")
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        describe(table, self.text("coverage-sheet"), self.text("coverage-table-help"))
        table.setToolTip("")  # each row has one of its own
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(table.fontMetrics().height() + 14)
        columns = table.horizontalHeader()
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(True)
        columns.setSortIndicatorShown(True)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        table.setSortingEnabled(True)
        widths = {"code": 88, "title": 210, "marks": 178, "answers": 166, "readings": 124}
        for column, name in enumerate(COLUMNS):
            table.setColumnWidth(column, widths.get(name, 220))
        columns.setStretchLastSection(True)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.kind = QComboBox()
        for name in FILTERS:
            self.kind.addItem(self.text(f"coverage-filter-{name}"), name)
        describe(self.kind, self.text("answer-filter-state"))
        self.order = QComboBox()
        for name in ORDERS:
            label = self.text(f"coverage-{name}") if name else self.text("coverage-order-document")
            self.order.addItem(self.text("coverage-order", by=label), name)
        describe(self.order, self.text("coverage-order-name"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.text("answer-filter-words"))
        self.words.setClearButtonEnabled(True)
        describe(self.words, self.text("answer-filter-words"))
        row.addWidget(self.kind)
        row.addWidget(self.order)
        row.addWidget(self.words, 1)
        return row

    def _connect(self) -> None:
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self._narrow)
        self.words.textChanged.connect(lambda _: self._later.start())
        self.kind.currentIndexChanged.connect(lambda _: self._narrow())
        self.order.activated.connect(lambda _: self._put_in_order())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.table.activated.connect(lambda _: self._go())
        self.go.clicked.connect(self._go)
        self.export.clicked.connect(self.export_wanted)
        self.follower.changed.connect(self.refresh)
        for keys, slot in (
            (QKeySequence.StandardKey.Find, self.words.setFocus),
            (QKeySequence.StandardKey.Refresh, self.refresh),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    # -- fetching ----------------------------------------------------------

    def refresh(self) -> None:
        """Count anew, in the background."""
        workspace, entry = self._workspace, self._session.entry
        document, events = self._session.document, self._conversation.of(entry.name)
        when = datetime.now().astimezone()
        self.follower.read()
        self.jobs.run(
            lambda: market_of(workspace, entry, document, events, when), self._show, self.say_error
        )

    def _now(self) -> tuple[object, int]:
        return self._session.document, len(self._conversation)

    def _show(self, market: Market) -> None:
        self.market = market
        self.summary.setText(summary_words(market, self.text))
        describe(self.summary, self.summary.text())
        uid = self._uid
        self.model.show_market(market)
        self._choose(uid)

    def _narrow(self) -> None:
        uid = self._uid
        self.model.narrow(str(self.kind.currentData()), self.words.text().strip().casefold())
        self._choose(uid)

    def _choose(self, uid: str) -> None:
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(max(self.model.row_of(uid), 0), 0))
        self._follow()

    def _put_in_order(self) -> None:
        name = str(self.order.currentData())
        heavy = name in NUMBERS or name == "warnings"
        header = self.table.horizontalHeader()
        blocker = QSignalBlocker(header)  # the order may be one that is no column's
        column = COLUMNS.index(name) if name in COLUMNS else -1
        way = Qt.SortOrder.DescendingOrder if heavy else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, way)
        blocker.unblock()
        self.model.sort_by(name, heavy)
        self.table.scrollTo(self.table.currentIndex())

    # -- choosing ----------------------------------------------------------

    @property
    def current(self) -> Coverage | None:
        """The clause that is chosen, or None."""
        return self.model.coverage(self.table.currentIndex().row())

    def show_clause(self, uid: str) -> None:
        """Choose a clause, once it is there."""
        self._uid = uid
        if self.market is not None:
            self._choose(uid)

    def _follow(self) -> None:
        found = self.current
        self.go.setEnabled(found is not None)
        if found is None:
            key = "answer-none-left" if self.market else "answer-busy"
            self.detail.setPlainText(self.text(key))
            return
        self._uid = found.uid
        self.detail.setHtml(coverage_html(found, self.text))

    def _go(self) -> None:
        if (found := self.current) is not None:
            self.go_wanted.emit(found.uid)

    # -- telling and leaving -----------------------------------------------

    def say(self, message: str) -> None:
        """Tell what was done, below the table."""
        self.status.setText(message)

    def say_error(self, error: CoauthorError) -> None:
        """Tell what went wrong, below the table."""
        self.say("⚠ " + self.text(f"error-{error.code}", **error.parameters))

    def done(self, result: int) -> None:
        """Close, once nothing is under way."""
        self.follower.stop()
        self.jobs.wait()
        super().done(result)
