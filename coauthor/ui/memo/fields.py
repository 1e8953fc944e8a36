"""The fields for one question: where it stands, how it was asked, its answer and its effect."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coauthor.language import Catalogue
from coauthor.review.memo.model import Effect
from coauthor.ui.forms import button, describe, heading, note

DEEDS = ("keep-draft", "submit", "approve", "return")
"""What can be done with the words of a question, in the order of the buttons."""


class Fields(QWidget):
    """The fields and buttons for one question; what they show is told by `Detail`.

    Signals:
        deed_wanted(str): a button: one of `DEEDS`, ``clause``, ``choose`` or ``name-keep``.
        typed(object): the words as they are, a moment after somebody typed.
        effect_chosen(str): somebody said what the answer does.
    """

    deed_wanted = Signal(str)
    typed = Signal(object)
    effect_chosen = Signal(str)

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 0, 0, 0)
        inner = self._inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(4, 4, 12, 4)
        layout.setSpacing(5)
        self.title = heading("", 3)
        self.returned = note("", soft=False)
        layout.addWidget(self.title)
        layout.addWidget(self.returned)
        self._add_clause(layout)
        self._add_words(layout)
        self._add_effect(layout)
        self._add_names(layout)
        self.recovered = note("", soft=False)
        layout.addWidget(self.recovered)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer.addWidget(area, 1)
        outer.addLayout(self._deeds())  # always in sight, however long the question is

    # -- building ----------------------------------------------------------

    def _add_clause(self, layout: QVBoxLayout) -> None:
        self.clause = self._browser("memo-clause", 84)
        self.choose_clause = self._button("memo-clause-choose", "clause")
        layout.addLayout(self._labelled("memo-clause", self.choose_clause))
        layout.addWidget(self.clause)
        layout.addWidget(self._label("memo-wordings"))
        self.asked = self._browser("memo-wordings", 84)
        layout.addWidget(self.asked)

    def _add_words(self, layout: QVBoxLayout) -> None:
        self.wording = self._editor("memo-question", 60)
        self.answer = self._editor("memo-answer", 84)
        self.change = self._editor("memo-change", 84)
        self.changes = QCheckBox(self.text("memo-change-take"))
        for name, field in (("memo-question", self.wording), ("memo-answer", self.answer)):
            layout.addWidget(self._label(name, field))
            layout.addWidget(field, 2 if field is self.answer else 1)
        layout.addWidget(self.changes)
        layout.addWidget(self.change, 1)

    def _add_effect(self, layout: QVBoxLayout) -> None:
        self.effect = QComboBox()
        for each in Effect:
            self.effect.addItem(self.text(f"memo-effect-{each}"), str(each))
        describe(self.effect, self.text("memo-effect-choose"))
        self.effect.activated.connect(lambda _: self.effect_chosen.emit(self.effect.currentData()))
        self.choose = self._button("memo-choose", "choose")
        row = QHBoxLayout()
        row.addWidget(self._label("memo-effect-choose", self.effect))
        row.addWidget(self.effect, 1)
        row.addWidget(self.choose)
        layout.addLayout(row)
        self.why = note("")
        self.waits = note("", soft=False)
        layout.addWidget(self.why)
        layout.addWidget(self.waits)

    def _add_names(self, layout: QVBoxLayout) -> None:
        self.keep_name = self._button("memo-name-keep", "name-keep")
        layout.addLayout(self._labelled("memo-names", self.keep_name))
        self.names = QListWidget()
        self.names.setFixedHeight(64)
        describe(self.names, self.text("memo-names"))
        self.no_names = note(self.text("memo-names-none"))
        layout.addWidget(self.names)
        layout.addWidget(self.no_names)

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.buttons: dict[str, QPushButton] = {}
        for deed in DEEDS:
            self.buttons[deed] = self._button(f"memo-{deed}", deed)
            row.addWidget(self.buttons[deed])
        return row

    def _button(self, label: str, deed: str) -> QPushButton:
        made = button(self.text(label))
        made.setAutoDefault(False)  # Enter in a field is no button
        made.clicked.connect(lambda _=False: self.deed_wanted.emit(deed))
        return made

    def _label(self, name: str, buddy: QWidget | None = None) -> QLabel:
        made = QLabel(self.text(name))
        made.setProperty("heading", 5)
        if buddy is not None:
            made.setBuddy(buddy)
        return made

    def _labelled(self, name: str, made: QPushButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._label(name))
        row.addStretch(1)
        row.addWidget(made)
        return row

    def _browser(self, name: str, height: int) -> QTextBrowser:
        made = QTextBrowser()
        made.setOpenLinks(False)
        made.setFixedHeight(height)
        describe(made, self.text(name))
        return made

    def _editor(self, name: str, height: int) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setTabChangesFocus(True)
        made.setMinimumHeight(height)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        describe(made, self.text(name))
        return made
