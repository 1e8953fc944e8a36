"""The window of a comparison: what of our text is the standard's already, and accepting it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QSizePolicy,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.model import Document
from coauthor.language import Catalogue
from coauthor.lineage.locks import NO_LOCKS, Policy
from coauthor.ui.forms import button, describe, fit, heading, note, number_field
from coauthor.ui.gauge import paint_bar
from coauthor.ui.matching.beside import BesidePanel
from coauthor.ui.matching.decisions import FILTERS, Decision, Decisions, Pair
from coauthor.ui.matching.rows import COLUMNS, SIGNS, PairsModel
from coauthor.ui.tables import ROOM, list_table
from coauthor.workspace.matching.comparing import Compared

THRESHOLD = 85
"""Percent of common words from which people usually find two texts the same."""

WIDTHS = {"likeness": 130, "code": 96, "share": 76, "decision": 120}


class ShareBar(QWidget):
    """A bar that is filled as far as the standard says what the document says."""

    def __init__(self, share: float, said: str) -> None:
        super().__init__()
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.fontMetrics().height() + 10)
        describe(self, said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar and the number."""
        painter = QPainter(self)
        area = paint_bar(painter, self, self._share)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{round(self._share * 100)} %")


class MatchingDialog(QDialog):
    """Shows each clause beside the likeliest clauses of the standard.

    Nothing changes before it is accepted; `accepted_pairs` says what then becomes what.

    Args:
        report: saves the page of the comparison; gets this window.
        policy: of whose locked clauses it is told that their text holds.
    """

    def __init__(
        self,
        text: Catalogue,
        compared: Compared,
        document: Document,
        standard: Document,
        title: str,
        report: Callable[["MatchingDialog"], None],
        parent: QWidget | None = None,
        policy: Policy = NO_LOCKS,
    ) -> None:
        super().__init__(parent)
        self.text, self.compared = text, compared
        self.decisions = Decisions(compared, document)
        self.setWindowTitle(text("matching-title"))
        fit(self, 1180, 760)
        self.setMinimumSize(420, 320)
        self.model = PairsModel(self.decisions, standard, text, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(text("matching-heading", standard=title), 2))
        said = text(
            "matching-share",
            percent=round(100 * compared.by_clause),
            words=round(100 * compared.by_word),
        )
        column.addWidget(ShareBar(compared.by_clause, said))
        column.addWidget(note(said, soft=False))
        column.addLayout(self._tools())
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._table())
        self.beside = BesidePanel(text, standard, policy)
        self.beside.chosen.connect(self._choose)
        self.beside.decided.connect(self._decide)
        self.beside.taken_back.connect(self.undo)
        split.addWidget(self.beside)
        split.setSizes([380, 260])
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        column.addWidget(split, 1)
        column.addLayout(self._foot(report))
        self._keys()
        self._narrow()
        self._told()
        self.table.setFocus()

    # -- parts -------------------------------------------------------------

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.kinds = QComboBox()
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        label = QLabel(self.text("intake-show"))
        label.setBuddy(self.kinds)
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(label.text()) + 4)
        describe(self.kinds, self.text("intake-show"))
        for name in FILTERS:
            self.kinds.addItem("", name)
        self.kinds.currentIndexChanged.connect(self._narrow)
        self.threshold = number_field(1, 100)
        self.threshold.setValue(THRESHOLD)
        self.threshold.setSuffix(" %")
        self.threshold.setMinimumHeight(self.kinds.sizeHint().height())
        describe(
            self.threshold,
            self.text("matching-threshold"),
            self.text("matching-threshold-help"),
        )
        self.all_above = button("", help_text=self.text("matching-above-help"))
        self.all_above.setAutoDefault(False)
        self.all_above.clicked.connect(self._accept_above)
        self.threshold.valueChanged.connect(self._told)
        row.addWidget(label)
        row.addWidget(self.kinds)
        row.addStretch(1)
        above = QLabel(self.text("matching-threshold"))
        above.setBuddy(self.threshold)
        row.addWidget(above)
        row.addWidget(self.threshold)
        row.addWidget(self.all_above)
        return row

    def _table(self) -> QTableView:
        table = self.table = list_table(
            self.model, self.text("matching-table"), self.text("matching-table-help")
        )
        header = table.horizontalHeader()
        for place, name in enumerate(COLUMNS):
            if name in ("text", "standard"):
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                table.setColumnWidth(place, max(WIDTHS[name], self._room_for(name)))
        table.selectionModel().currentRowChanged.connect(self._follow)
        return table

    def _room_for(self, column: str) -> int:
        """Return how wide a column is at least: a likeness is never cut off."""
        if column != "likeness":
            return 0
        said = (f"{sign} {self.text(f'match-{name}')}" for name, sign in SIGNS.items())
        return max(map(self.fontMetrics().horizontalAdvance, said)) + 2 * ROOM

    def _foot(self, report: Callable[["MatchingDialog"], None]) -> QHBoxLayout:
        row = QHBoxLayout()
        self.report = button(
            self.text("matching-report"), help_text=self.text("matching-report-help")
        )
        self.report.clicked.connect(lambda: report(self))
        self.close_button = button(self.text("matching-close"))
        self.close_button.clicked.connect(self.reject)
        self.take = button("", main=True, help_text=self.text("matching-take-help"))
        self.take.clicked.connect(self.accept)
        for each in (self.report, self.close_button, self.take):
            each.setAutoDefault(False)
        self.said = note("")
        row.addWidget(self.report)
        row.addWidget(self.said, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.take)
        return row

    def say_saved(self, said: str) -> None:
        """Tell where the page of the comparison stands now."""
        self.said.setText(said)
        describe(self.said, said)

    def _keys(self) -> None:
        for keys, deed in (
            ((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_J), lambda: self._decide("yes")),
            ((Qt.Key.Key_N, Qt.Key.Key_Delete), lambda: self._decide("no")),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self.table)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(deed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undo)

    # -- deciding ----------------------------------------------------------

    def accepted_pairs(self) -> dict[str, str]:
        """Map each clause that is accepted to the standard's clause that it becomes."""
        return self.decisions.accepted()

    def _current(self) -> Pair | None:
        return self.model.pair(self.table.currentIndex().row())

    def _decide(self, decision: str) -> None:
        """Decide on the clause in focus, and go to the next."""
        pair = self._current()
        if pair is None or not pair.is_free:
            return
        self._put([(pair, decision, pair.chosen)])
        self.table.selectRow(min(self.table.currentIndex().row() + 1, self.model.rowCount() - 1))

    def _choose(self, place: int) -> None:
        pair = self._current()
        if pair is not None and place != pair.chosen:
            self._put([(pair, "", place)])
            self._follow()

    def _accept_above(self) -> None:
        self._put([(pair, "yes", 0) for pair in self._above()])

    def _above(self) -> list[Pair]:
        return self.decisions.above(self.threshold.value())

    def _put(self, decided: list[Decision]) -> None:
        self.decisions.put(decided)
        self.model.refresh()
        self._told()

    def undo(self) -> None:
        """Take the last decision back."""
        pair = self.decisions.undo()
        if pair is None:
            return
        self.model.refresh()
        if (row := self.model.row_of(pair)) >= 0:
            self.table.selectRow(row)
        self._told()
        self._follow()

    def reject(self) -> None:
        """Close; who accepted clauses is asked first, for that would be lost."""
        taken = len(self.accepted_pairs())
        if taken:
            question = self.text("matching-leave", count=taken)
            answer = QMessageBox.question(self, self.windowTitle(), question)
            if answer != QMessageBox.StandardButton.Yes:
                return
        super().reject()

    # -- showing -----------------------------------------------------------

    def _narrow(self, *_: object) -> None:
        self.model.narrow(str(self.kinds.currentData() or "all"))
        if self.model.rowCount():
            self.table.selectRow(0)
        self._follow()

    def _told(self, *_: object) -> None:
        """Say anew how many there are of each, and what would be taken."""
        for place, name in enumerate(FILTERS):
            said = self.text(f"matching-show-{name}", count=self.decisions.count(name))
            self.kinds.setItemText(place, said)
        above, taken = len(self._above()), len(self.accepted_pairs())
        self.all_above.setText(self.text("matching-above", count=above))
        self.all_above.setEnabled(above > 0)
        self.take.setText(self.text("matching-take", count=taken))
        self.take.setEnabled(taken > 0)
        self.beside.back.setEnabled(self.decisions.can_undo)

    def _follow(self, *_: QModelIndex) -> None:
        """Show the clause in focus beside the standard's."""
        self.beside.show_pair(self._current())
