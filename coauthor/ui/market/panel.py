"""Answering one clause: five answers under five keys, and what belongs to them."""

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coauthor.exchange.answers import SHAPES
from coauthor.language import Catalogue
from coauthor.review.market.responses import VERDICTS, Answer
from coauthor.ui.forms import button, describe
from coauthor.ui.market.estimate import EstimateField
from coauthor.workspace.market.unsaved import Draft

ASKS_MORE = frozenset({"partly", "roadmap", "unacceptable"})
"""Answers that say little without an explanation or a date: these wait for it."""

LINES = 3
"""Lines of text that a field shows; it takes any number."""


NOTHING = Draft()


class AnswerPanel(QWidget):
    """The answer to the clause that is chosen.

    Signals:
        given(): the answer is ready to be written down.
        chosen(str): an answer was chosen with its key or button.
        read(): the reading is ready to be written down.
        taken_back(): the answer is withdrawn.
        changed(): something else stands in the fields.
    """

    given = Signal()
    chosen = Signal(str)
    read = Signal()
    taken_back = Signal()
    changed = Signal()

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._empty = NOTHING
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._verdicts())
        layout.addLayout(self._fields())
        layout.addLayout(self._deeds())
        for signal in (
            self.explanation.textChanged,
            self.reading.textChanged,
            self.estimate.editTextChanged,
            self.date.dateChanged,
            self.group.buttonToggled,
        ):
            signal.connect(lambda *_: self.changed.emit())

    # -- building ----------------------------------------------------------

    def _verdicts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.group = QButtonGroup(self)
        self.verdicts: dict[str, QPushButton] = {}
        for number, verdict in enumerate(VERDICTS, start=1):
            name = self._text(f"answer-key-{verdict}")
            made = button(f"{number}  {SHAPES[verdict]} {name}")
            help_text = self._text("answer-key-help", key=number)
            describe(made, f"{number} {name}", help_text)
            made.setCheckable(True)
            made.setProperty("verdict", True)
            made.setAutoDefault(False)
            made.clicked.connect(lambda _=False, verdict=verdict: self.chosen.emit(verdict))
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.setContext(Qt.ShortcutContext.WindowShortcut)
            keys.activated.connect(lambda verdict=verdict: self.chosen.emit(verdict))
            self.group.addButton(made)
            self.verdicts[verdict] = made
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        self.explanation = self._lines(grid, 0, "answer-explanation")
        self.date = QDateEdit(next_quarter(QDate.currentDate()))
        self.date.setDisplayFormat("dd-MM-yyyy")
        self.date.setCalendarPopup(True)
        self.date.setMinimumWidth(140)
        self.estimate = EstimateField(self._text)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._date_label = self._label("answer-date", self.date)
        for widget in (self.estimate, self._date_label, self.date):
            row.addWidget(widget)
        row.addStretch(1)
        grid.addWidget(self._label("answer-size", self.estimate), 1, 0)
        grid.addLayout(row, 1, 1)
        self.reading = self._lines(grid, 2, "answer-reading")
        grid.setColumnStretch(1, 1)
        self._show_date(wanted=False)
        return grid

    def _lines(self, grid: QGridLayout, row: int, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * LINES + 18)
        field.setPlaceholderText(self._text(f"{name}-help"))
        grid.addWidget(self._label(name, field), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, row, 1)
        return field

    def _label(self, name: str, field: QWidget) -> QLabel:
        label = QLabel(self._text(name))
        label.setBuddy(field)
        describe(field, self._text(name), self._text(f"{name}-help"))
        return label

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.save = button(self._text("answer-save"), main=True)
        self.save_reading = button(self._text("answer-save-reading"))
        self.reuse = button(self._text("answer-reuse"))
        self.back = button(self._text("answer-take-back"))
        for made, signal in (
            (self.save, self.given),
            (self.save_reading, self.read),
            (self.back, self.taken_back),
        ):
            made.clicked.connect(signal)
        for made in (self.save, self.save_reading, self.reuse, self.back):
            made.setAutoDefault(False)
            row.addWidget(made)
        row.addStretch(1)
        return row

    # -- what stands there -------------------------------------------------

    def show_draft(self, draft: Draft, empty: Draft) -> None:
        """Show what is being written.

        Args:
            empty: what is no work of the person: the answer that counts, if any.
        """
        self._empty = empty
        self.choose(draft.verdict)
        for field, said in ((self.explanation, draft.explanation), (self.reading, draft.reading)):
            if field.toPlainText() != said:  # else the cursor would jump while somebody types
                field.setPlainText(said)
        self.date.setDate(_date_of(draft))
        if self.estimate.estimate != draft.size:
            self.estimate.show_estimate(draft.size)

    def choose(self, verdict: str) -> None:
        """Show which answer is chosen; '' none."""
        self.group.setExclusive(False)  # so that none can be
        for key, made in self.verdicts.items():
            made.setChecked(key == verdict)
        self.group.setExclusive(True)
        self._show_date(wanted=verdict == "roadmap")

    def _show_date(self, *, wanted: bool) -> None:
        self.date.setVisible(wanted)
        self._date_label.setVisible(wanted)

    @property
    def verdict(self) -> str:
        """The answer that is chosen, or ''."""
        return next((key for key, made in self.verdicts.items() if made.isChecked()), "")

    @property
    def draft(self) -> Draft:
        """What stands in the fields."""
        roadmap = self.verdict == "roadmap"
        date = self.date.date().toString(Qt.DateFormat.ISODate) if roadmap else ""
        return Draft(
            self.verdict,
            date,
            self.estimate.estimate,
            self.explanation.toPlainText(),
            self.reading.toPlainText(),
        )

    @property
    def answer(self) -> Answer:
        """The answer as it stands in the fields, not checked yet."""
        draft = self.draft
        return Answer(draft.verdict, draft.date, draft.size, draft.explanation)

    @property
    def is_written_in(self) -> bool:
        """Whether there is work in the fields that would be lost."""
        draft, empty = self.draft, self._empty
        dated = bool(draft.date) and self.date.date() != _date_of(empty)
        return dated or (draft.explanation, draft.reading, draft.size) != (
            empty.explanation,
            empty.reading,
            empty.size,
        )

    def needs_more(self) -> QWidget | None:
        """Return the field that the chosen answer waits for, or None."""
        verdict = self.verdict
        if verdict == "roadmap":
            return self.date
        if verdict in ASKS_MORE and not self.explanation.toPlainText().strip():
            return self.explanation
        return None


def _date_of(draft: Draft) -> QDate:
    date = QDate.fromString(draft.date, Qt.DateFormat.ISODate)
    return date if date.isValid() else next_quarter(QDate.currentDate())


def next_quarter(today: QDate) -> QDate:
    """Return the first day of the quarter after the next: the soonest that vendors promise."""
    month = (today.month() - 1) // 3 * 3 + 1
    return QDate(today.year(), month, 1).addMonths(6)
