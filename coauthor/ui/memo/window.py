"""The register as a window: a list of questions beside the one that is worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from coauthor.review.memo.model import Effect, Question, State
from coauthor.ui.forms import button, describe, fit
from coauthor.ui.memo.detail import Detail
from coauthor.ui.memo.model import COLUMNS, QuestionsFilter, QuestionsModel

if TYPE_CHECKING:
    from coauthor.errors import CoauthorError
    from coauthor.language import Catalogue
    from coauthor.workspace.memo.overview import Overview
    from coauthor.workspace.memo.unsaved import Typed

TOOLS = ("import", "collect", "duplicates", "share", "export", "publish")
"""What can be done with the register as a whole, in the order in which it happens."""

WIDTHS = {"number": 52, "state": 142, "clause": 104, "effect": 146, "memo": 64}


class RegisterWindow(QDialog):
    """All questions, as a table that can be narrowed, beside the chosen one.

    Signals:
        tool_wanted(str): one of `TOOLS`.
        deed_wanted(str, Question): something with the chosen question; see `Detail`.
        typed(Question, Typed): words that were typed and not kept.
        effect_chosen(Question, str): what the answer does.
        chosen(Question): another question is to be shown.
    """

    tool_wanted = Signal(str)
    deed_wanted = Signal(str, object)
    typed = Signal(object, object)
    effect_chosen = Signal(object, str)
    chosen = Signal(object)

    def __init__(self, text: Catalogue, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.seen: Overview | None = None
        self.setWindowTitle(text("memo-window", title=title))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = QuestionsModel(text, self)
        self.proxy = QuestionsFilter(self)
        self.proxy.setSourceModel(self.model)
        self.detail = Detail(text)
        self.tools: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(self._tools())
        layout.addLayout(self._filters())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._table())
        split.addWidget(self.detail)
        split.setSizes([780, 580])
        split.setStretchFactor(0, 1)
        layout.addWidget(split, 1)
        self.count = QLabel()
        self.count.setProperty("soft", True)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        describe(self.said, text("status-saved-name"))
        layout.addWidget(self.said)
        layout.addWidget(self.count)
        self._connect()
        fit(self, 1380, 880)
        self.setMinimumSize(980, 600)
        self.table.setFocus()

    # -- building ----------------------------------------------------------

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for tool in TOOLS:
            made = button(self.text(f"memo-{tool}"), main=tool == "import")
            made.setAutoDefault(False)
            made.clicked.connect(lambda _=False, tool=tool: self.tool_wanted.emit(tool))
            self.tools[tool] = made
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _filters(self) -> QHBoxLayout:
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.text("memo-filter-words"))
        self.words.setClearButtonEnabled(True)
        describe(self.words, self.text("memo-filter-words"))
        states = [(str(s), self.text(f"memo-state-{s}")) for s in State if s is not State.JOINED]
        effects = [(str(e), self.text(f"memo-effect-{e}")) for e in Effect if e]
        self.state = self._choice("memo-filter-state", states)
        self.effect = self._choice("memo-filter-effect", effects)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        for name, field in (("memo-filter-state", self.state), ("memo-filter-effect", self.effect)):
            label = QLabel(self.text(name))
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
        return row

    def _choice(self, name: str, options: list[tuple[str, str]]) -> QComboBox:
        field = QComboBox()
        field.addItem(self.text("memo-filter-all"), "")
        for key, shown in options:
            field.addItem(shown, key)
        describe(field, self.text(name))
        return field

    def _table(self) -> QTableView:
        self.table = QTableView()
        self.table.setProperty("plain", True)
        self.table.setModel(self.proxy)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(34)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, name in enumerate(COLUMNS):
            if name in WIDTHS:
                self.table.setColumnWidth(column, WIDTHS[name])
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        describe(self.table, self.text("memo-list"))
        return self.table

    def _connect(self) -> None:
        for field in (self.state, self.effect):
            field.currentIndexChanged.connect(self._narrow)
        self.words.textChanged.connect(self._narrow)
        self.table.activated.connect(lambda _: self.detail.answer.setFocus())
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.detail.deed_wanted.connect(self._deed)
        self.detail.typed.connect(self._typed)
        self.detail.effect_chosen.connect(self._effect)
        QShortcut(QKeySequence("Ctrl+F"), self, self.words.setFocus)
        QShortcut(QKeySequence("Ctrl+S"), self, lambda: self._deed("keep-draft"))

    # -- showing -----------------------------------------------------------

    @property
    def question(self) -> Question | None:
        """The question that is worked on."""
        return self.detail.question

    def show_overview(self, seen: Overview, said: str = "") -> None:
        """Show another state of the register; what is being typed stays."""
        self.seen = seen
        here, typed = self.question, self.detail.words if self.detail.has_typed else None
        self.model.show(seen)
        self._show_count()
        if said:
            self.said.setText(said)
        wanted = here.id if here is not None else ""
        question = seen.register.question(wanted) if wanted else None
        if question is not None and question.into:
            question, typed = seen.register.question(question.into), None
        self._select(question)
        if question is None:
            self._select_first()
        elif self.question is None or self.question.id != wanted or typed is None:
            self.detail.show_question(question, seen)
        else:
            self.detail.show_question(question, seen, typed)
            self.detail.recovered.hide()

    def show_question(self, question: Question, typed: Typed | None) -> None:
        """Show the chosen question, with words that were typed before a crash."""
        if self.seen is not None and self.current_id() == question.id:
            self.detail.show_question(question, self.seen, typed)

    def tell(self, said: str) -> None:
        """Say what was done."""
        self.said.setText(f"✓ {said}")

    def tell_wrong(self, error: CoauthorError) -> None:
        """Say what could not be done."""
        self.said.setText(f"⚠ {self.text(f'error-{error.code}', **error.parameters)}")

    def go_to(self, number: int) -> None:
        """Choose a question by its number, whatever is filtered."""
        question = self.seen.register.question(str(number)) if self.seen else None
        self.state.setCurrentIndex(0)
        self.effect.setCurrentIndex(0)
        self.words.clear()
        self._select(question)

    def current_id(self) -> str:
        """Return the id of the question that is chosen in the table, or ''."""
        question = self.table.currentIndex().data(Qt.ItemDataRole.UserRole)
        return question.id if isinstance(question, Question) else ""

    def _show_count(self) -> None:
        if self.seen is not None:
            shown = self.proxy.rowCount()
            self.count.setText(self.text("memo-count", shown=shown, **self.seen.counts))

    def _select(self, question: Question | None) -> None:
        for row in range(self.proxy.rowCount() if question else 0):
            index = self.proxy.index(row, 0)
            found = index.data(Qt.ItemDataRole.UserRole)
            if question is not None and found.id == question.id:
                flags = QItemSelectionModel.SelectionFlag
                self.table.selectionModel().setCurrentIndex(
                    index, flags.ClearAndSelect | flags.Rows
                )
                return

    def _select_first(self) -> None:
        if self.proxy.rowCount():
            self.table.selectRow(0)
        else:
            self.detail.show_question(None, self.seen)

    def _narrow(self, *_: object) -> None:
        state, effect = self.state.currentData(), self.effect.currentData()
        self.proxy.want(state, effect, self.words.text())
        self._show_count()

    # -- being used --------------------------------------------------------

    def _row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        question = current.data(Qt.ItemDataRole.UserRole) if current.isValid() else None
        if not isinstance(question, Question):
            return
        if self.question is not None and self.question.id == question.id:
            return
        if self.question is not None and self.detail.has_typed:
            self.typed.emit(self.question, self.detail.words)
        self.detail.show_question(question, self.seen)
        self.chosen.emit(question)

    def _deed(self, deed: str) -> None:
        if self.question is not None:
            self.deed_wanted.emit(deed, self.question)

    def _typed(self, words: Typed) -> None:
        if self.question is not None:
            self.typed.emit(self.question, words)

    def _effect(self, effect: str) -> None:
        if self.question is not None:
            self.effect_chosen.emit(self.question, effect)

    def done(self, result: int) -> None:
        """Keep what is typed when the window closes."""
        if self.question is not None and self.detail.has_typed:
            self.typed.emit(self.question, self.detail.words)
        super().done(result)
