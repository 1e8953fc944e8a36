"""The positions on the whole document: a table, the 80 %-meter, and the shares."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.rendering import harmless
from coauthor.errors import CoauthorError
from coauthor.language import Catalogue
from coauthor.review.voting.consensus import meter
from coauthor.review.voting.shares import Shares
from coauthor.ui.forms import button, describe, fit, note
from coauthor.ui.voting.meter import CandidateMeter
from coauthor.ui.voting.model import FILTERS, ROW, PositionsFilter, PositionsModel, Row
from coauthor.ui.voting.sharestable import SharesPage
from coauthor.ui.voting.words import answers_of, spoken_line, state_words

STANCES = ("agree", "live", "object", "none")


class PositionsWindow(QDialog):
    """All clauses with what organisations say of them.

    Signals:
        stance_wanted(str, list): take a position on clauses (their uids).
        answer_wanted(Position): answer an objection.
        go_wanted(str): show the clause with this uid.
        shares_wanted(): the shares are looked at for the first time.
    """

    stance_wanted = Signal(str, list)
    answer_wanted = Signal(object)
    go_wanted = Signal(str)
    shares_wanted = Signal()

    def __init__(
        self, text: Catalogue, *, may_speak: bool, steward: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text = text
        self._may_speak, self._steward, self._asked_shares = may_speak, steward, False
        self.setWindowTitle(text("positions-window"))
        fit(self, 1240, 760)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        self.meter, self.blind = CandidateMeter(text), note("", soft=False)
        self.model = PositionsModel(text, self)
        self.filtered = PositionsFilter(self.model, self)
        self.shares = SharesPage(text)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._positions_page(), text("positions"))
        self.tabs.addTab(self.shares, text("level-sheet-shares"))
        describe(self.tabs, text("positions-window"))
        self.tabs.currentChanged.connect(self._page_changed)
        layout.addWidget(self.tabs, 1)
        self.wrong = note("", soft=False)
        self.wrong.setProperty("wrong", True)
        self.wrong.hide()
        layout.addWidget(self.wrong)
        close = button(text("decision-close"))
        close.clicked.connect(self.reject)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        layout.addLayout(last)

    def _positions_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 10, 0, 0)
        top = QHBoxLayout()
        self.filter = QComboBox()
        for name in FILTERS:
            self.filter.addItem(self.text(f"positions-filter-{name}"), name)
        self.filter.currentIndexChanged.connect(self._narrow)
        label = QLabel(self.text("positions-filter"))
        label.setBuddy(self.filter)
        describe(self.filter, self.text("positions-filter"))
        top.addWidget(label)
        top.addWidget(self.filter)
        top.addStretch(1)
        top.addWidget(self.meter, 2)
        layout.addLayout(top)
        layout.addWidget(self.blind)
        self.table = self._table()
        self.detail = QTextBrowser()
        self.detail.setFixedHeight(170)
        describe(self.detail, self.text("positions-said"))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addLayout(self._deeds())
        return page

    def _table(self) -> QTableView:
        table = QTableView()
        table.setProperty("plain", True)
        table.setModel(self.filtered)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setAlternatingRowColors(True)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((264, 222, 160, 88, 98, 88, 150)):
            table.setColumnWidth(column, width)
        head.setStretchLastSection(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        describe(table, self.text("positions-table"))
        table.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        table.doubleClicked.connect(lambda _: self._go())
        return table

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        for stance in STANCES:
            made = button(
                self.text(f"position-{stance}"), help_text=self.text(f"position-{stance}-help")
            )
            made.setAutoDefault(False)
            made.setVisible(self._may_speak)
            made.clicked.connect(lambda _=False, stance=stance: self._say(stance))
            row.addWidget(made)
            self.buttons[stance] = made
        row.addStretch(1)
        self.answer = button(self.text("position-answer-it"))
        self.go = button(self.text("positions-go"))
        for made, deed in ((self.answer, self._answer), (self.go, self._go)):
            made.setAutoDefault(False)
            made.clicked.connect(deed)
            row.addWidget(made)
        return row

    # -- showing -----------------------------------------------------------

    def show_rows(self, rows: Sequence[Row], *, blind: bool) -> None:
        """Show what organisations say now."""
        first = not self.model.rows
        self.model.show_rows(rows)
        self.meter.show_count(*meter(row.judged for row in rows))
        self.blind.setText("✉ " + self.text("round-blind") if blind else "")
        self.blind.setVisible(blind)
        self.filtered.invalidate()
        if first and self.filtered.rowCount():
            self._select(0)
            self.table.setFocus()
        self._follow()

    def say_wrong(self, error: CoauthorError) -> None:
        """Show why something could not be done, here where the person looks."""
        self.wrong.setText("⚠ " + self.text(f"error-{error.code}", **error.parameters))
        self.wrong.show()

    def show_shares(self, found: Shares) -> None:
        """Show who wrote and who proposed."""
        self.shares.show_shares(found)

    def chosen(self) -> list[Row]:
        """Return the rows that are chosen."""
        return [index.data(ROW) for index in self.table.selectionModel().selectedRows()]

    def choose(self, uid: str) -> None:
        """Choose the clause with that uid, where it is shown; '' leaves the choice."""
        place = self.model.place(uid)
        shown = self.filtered.mapFromSource(self.model.index(place, 0)) if place >= 0 else None
        if shown is not None and shown.isValid():
            self._select(shown.row())

    def _select(self, place: int) -> None:
        """Choose one row, whatever keys are held down."""
        index = self.filtered.index(place, 0)
        chosen, flags = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        chosen.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)

    def _follow(self) -> None:
        selection = self.table.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        count = sum(part.height() for part in parts)  # there may be thousands of rows
        one: Row | None = parts[0].topLeft().data(ROW) if count == 1 else None
        for made in self.buttons.values():
            made.setEnabled(count > 0)
        self.go.setEnabled(one is not None)
        self.answer.setVisible(self._steward)
        self.answer.setEnabled(one is not None and bool(one.judged.owed))
        self.detail.setHtml(self._html(one) if one is not None else "")

    def _html(self, row: Row) -> str:
        parts = [f"<h4>{escape(row.name)}</h4>", _plain(state_words(row.judged, self.text))]
        for each in row.judged.spoken:
            parts.append(
                f"<p style='margin:8px 0 0 0'><b>{escape(spoken_line(each, self.text))}</b></p>"
            )
            if each.position.argument and each.position.state == "open":
                parts.append(_plain(each.position.argument))
            parts.append(_plain(answers_of(each, self.text)))
        if not row.judged.spoken:
            parts.append(_plain(self.text("positions-nobody")))
        return "".join(parts)

    def _narrow(self) -> None:
        self.filtered.narrow(str(self.filter.currentData()))
        self._follow()

    def _page_changed(self, page: int) -> None:
        if page == 1 and not self._asked_shares:
            self._asked_shares = True
            self.shares_wanted.emit()

    # -- doing -------------------------------------------------------------

    def _say(self, stance: str) -> None:
        uids = [row.clause.uid for row in self.chosen()]
        self.wrong.hide()
        if uids:
            self.stance_wanted.emit(stance, uids)

    def _answer(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1 and chosen[0].judged.owed:
            self.answer_wanted.emit(chosen[0].judged.owed[0])

    def _go(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.go_wanted.emit(chosen[0].clause.uid)
            self.accept()


def _plain(said: str) -> str:
    """Return others' words as HTML in which nothing acts."""
    return f'<div style="white-space:pre-wrap">{escape(harmless(said))}</div>' if said else ""
