"""The window of a comparison: what of our text is the standard's already, and accepting it."""

from collections.abc import Callable
from html import escape

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
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.model import Clause, Document
from coauthor.document.parameters import shown
from coauthor.document.rendering import harmless, to_html, to_plain
from coauthor.language import Catalogue
from coauthor.lineage.locks import NO_LOCKS, Policy, is_locked
from coauthor.lineage.matching import Likeness
from coauthor.ui.difference import difference_html
from coauthor.ui.forms import button, describe, fit, heading, note, number_field
from coauthor.ui.gauge import paint_bar
from coauthor.ui.matching.rows import COLUMNS, FILTERS, SIGNS, Pair, PairsModel
from coauthor.workspace.matching.comparing import SAID, Compared

THRESHOLD = 85
"""Percent of common words from which people usually find two texts the same."""

ROOM = 12
WIDTHS = {"likeness": 130, "code": 96, "standard": 260, "share": 76, "decision": 120}


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
        self.text, self.compared, self._policy = text, compared, policy
        self._undo: list[list[tuple[Pair, str, int]]] = []
        self.setWindowTitle(text("matching-title"))
        fit(self, 1180, 760)
        self.setMinimumSize(420, 320)
        self.model = PairsModel(compared, document, standard, text, self)
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
        split.addWidget(self._sides())
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
        table = self.table = QTableView()
        table.setModel(self.model)
        table.setObjectName("intake")
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + ROOM)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, name in enumerate(COLUMNS):
            if name == "text":
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                table.setColumnWidth(place, max(WIDTHS[name], self._room_for(name)))
        table.setMinimumHeight(90)
        describe(table, self.text("matching-table"), self.text("matching-table-help"))
        table.selectionModel().currentRowChanged.connect(self._follow)
        return table

    def _room_for(self, column: str) -> int:
        """Return how wide a column is at least: a likeness is never cut off."""
        if column != "likeness":
            return 0
        said = (f"{sign} {self.text(f'match-{name}')}" for name, sign in SIGNS.items())
        return max(map(self.fontMetrics().horizontalAdvance, said)) + 2 * ROOM

    def _sides(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 0, 0)
        row = QHBoxLayout()
        self.candidates = QComboBox()
        self.candidates.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.candidates.setMinimumContentsLength(20)
        label = QLabel(self.text("matching-candidates"))
        label.setBuddy(self.candidates)
        describe(self.candidates, self.text("matching-candidates"))
        self.candidates.activated.connect(self._choose)
        self.yes = button(self.text("matching-accept"), help_text=self.text("matching-accept-help"))
        self.no = button(self.text("matching-refuse"), help_text=self.text("matching-refuse-help"))
        self.back = button(self.text("matching-undo"), help_text=self.text("matching-undo-help"))
        for control, deed in (
            (self.yes, lambda: self._decide("yes")),
            (self.no, lambda: self._decide("no")),
            (self.back, self.undo),
        ):
            control.setAutoDefault(False)
            control.clicked.connect(deed)
        row.addWidget(label)
        row.addWidget(self.candidates, 1)
        for control in (self.yes, self.no, self.back):
            row.addWidget(control)
        column.addLayout(row)
        both = QSplitter(Qt.Orientation.Horizontal)
        self.ours, self.theirs = QTextBrowser(), QTextBrowser()
        for browser, name in ((self.ours, "ours"), (self.theirs, "theirs")):
            browser.setOpenLinks(False)
            browser.setMinimumHeight(60)
            describe(browser, self.text(f"matching-{name}"))
            both.addWidget(browser)
        column.addWidget(both, 1)
        return page

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
        return self.model.accepted()

    def _current(self) -> Pair | None:
        return self.model.pair(self.table.currentIndex().row())

    def _decide(self, decision: str) -> None:
        """Decide on the clause in focus, and go to the next."""
        pair = self._current()
        if pair is None or pair.decision == "settled" or pair.candidate is None:
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
        return [
            each
            for each in self.model.pairs
            if not each.decision
            and each.beside.likeness in SAID
            and round(100 * each.beside.share) >= self.threshold.value()
        ]

    def _put(self, decided: list[tuple[Pair, str, int]]) -> None:
        if decided:
            self._undo.append([(pair, pair.decision, pair.chosen) for pair, _, _ in decided])
        for pair, decision, chosen in decided:
            pair.decision, pair.chosen = decision, chosen
        self.model.refresh()
        self._told()

    def undo(self) -> None:
        """Take the last decision back."""
        if not self._undo:
            return
        for pair, decision, chosen in (undone := self._undo.pop()):
            pair.decision, pair.chosen = decision, chosen
        self.model.refresh()
        if (row := self.model.row_of(undone[0][0])) >= 0:
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
            said = self.text(f"matching-show-{name}", count=self.model.count(name))
            self.kinds.setItemText(place, said)
        above, taken = len(self._above()), len(self.model.accepted())
        self.all_above.setText(self.text("matching-above", count=above))
        self.all_above.setEnabled(above > 0)
        self.take.setText(self.text("matching-take", count=taken))
        self.take.setEnabled(taken > 0)
        self.back.setEnabled(bool(self._undo))

    def _follow(self, *_: QModelIndex) -> None:
        """Show the clause in focus beside the standard's."""
        pair = self._current()
        self.candidates.clear()
        own = pair is None or pair.candidate is None or pair.beside.likeness == Likeness.OWN
        free = pair is not None and pair.candidate is not None and pair.decision != "settled"
        for control in (self.candidates, self.yes, self.no):
            control.setEnabled(free)
        if pair is None:
            self.ours.clear()
            self.theirs.clear()
            return
        for each in pair.beside.candidates:
            clause = self.model.standard.clause(each.uid)
            name = f"{clause.code} {to_plain(clause.title)}".strip() if clause else each.uid
            self.candidates.addItem(f"{name} ({round(100 * each.share)} %)")
        self.candidates.setCurrentIndex(pair.chosen)
        theirs = self.model.theirs(pair)
        ours_html, theirs_html = _html(pair.ours), _html(theirs) if theirs else ""
        if theirs is not None and not own:
            before, after = _plain(theirs), _plain(pair.ours)
            ours_html = _name(pair.ours) + difference_html(before, after, without="removed")
            theirs_html = _name(theirs) + difference_html(before, after, without="added")
        self.ours.setHtml(self._side("matching-ours", ours_html))
        if theirs is not None and not own and is_locked(theirs, self._policy):
            theirs_html = f"<p>⚠ {escape(self.text('matching-locked'))}</p>{theirs_html}"
        self.theirs.setHtml(self._side("matching-theirs", theirs_html))

    def _side(self, name: str, html: str) -> str:
        return f"<h4>{escape(self.text(name))}</h4>{html}"


def _html(clause: Clause) -> str:
    title = f"<p><b>{escape(harmless(to_plain(clause.title)))}</b></p>" if clause.title else ""
    return _name(clause) + title + to_html(clause.body)


def _name(clause: Clause) -> str:
    return f"<p>{escape(harmless(clause.code))}</p>" if clause.code else ""


def _plain(clause: Clause) -> str:
    return "\n\n".join(filter(None, (to_plain(clause.title), to_plain(shown(clause.body)))))
