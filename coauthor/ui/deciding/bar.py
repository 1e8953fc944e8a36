"""The decision bar: one question, what may stand there, and the keys to answer it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coauthor.language import Catalogue
from coauthor.ui.deciding.asking import OWN_KEY, Offer, Question, key_of
from coauthor.ui.deciding.preview import OfferPreview
from coauthor.ui.forms import button, describe
from coauthor.ui.lanes.signs import sign_icon
from coauthor.ui.theme import current_theme

ROLES = {"decide": "warning_ink", "look": "accent", "received": "accent"}
"""Colour of the sign of each kind of question; the sign has its own shape, too."""

LINES = 6
"""Offers that are seen at once; more can be scrolled to."""


class _Offers(QListWidget):
    """A list that moves with the arrows and leaves all other keys to the bar."""

    _MOVES = (
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self._MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()


class DecisionBar(QFrame):
    """Shows one question at a time; who walks the questions says which.

    Signals:
        taken(str): the offer of that name is to stand.
        own_wanted(str): the person writes it here, beginning with the offer of that name.
        agreed(): what stands is well.
        step_wanted(int): the next (1) or previous (-1) question.
        closed(): enough for now.
        share_wanted(): everything is answered and may be shared.
    """

    taken = Signal(str)
    own_wanted = Signal(str)
    agreed = Signal()
    step_wanted = Signal(int)
    closed = Signal()
    share_wanted = Signal()

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.question: Question | None = None
        self.is_done = False
        self.setProperty("decision", True)
        describe(self, text("decision-bar"))
        self._make_head()
        self._make_choice()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 8, 10, 10)
        whole.setSpacing(6)
        whole.addLayout(self._head)
        whole.addWidget(self.why)
        whole.addWidget(self._choice)
        self.hide()

    # -- building ----------------------------------------------------------

    def _make_head(self) -> None:
        text = self._text
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self.sign = QLabel()
        self.count = QLabel()
        self.count.setProperty("heading", 5)
        self.where = QLabel()
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.where.setMinimumWidth(40)
        self.why = QLabel()
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.previous = button(text("decision-previous"), help_text=text("decision-previous-help"))
        self.next = button(text("decision-next"), help_text=text("decision-next-help"))
        self.later = button(text("decision-later"), help_text=text("decision-later-help"))
        self.later.setFlat(True)
        self.previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        self.later.clicked.connect(self.closed)
        for label in (self.sign, self.count):
            self._head.addWidget(label)
        self._head.addWidget(self.where, 1)
        self.share = button(text("decision-share"), main=True)
        self.share.clicked.connect(self.share_wanted)
        self.share.hide()
        for each in (self.previous, self.next, self.share, self.later):
            self._head.addWidget(each)

    def _make_choice(self) -> None:
        text = self._text
        self._choice = QWidget()
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.offers = _Offers()
        self.offers.setUniformItemSizes(True)
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        describe(self.offers, text("decision-offers"), text("decision-offers-help"))
        self.offers.currentRowChanged.connect(self._preview)
        self.offers.itemDoubleClicked.connect(lambda _: self.confirm())
        self.preview = OfferPreview(text)
        self.take = button("", main=True)
        self.own = button(text("decision-own", key=OWN_KEY), help_text=text("decision-own-help"))
        self.take.clicked.connect(self.confirm)
        self.own.clicked.connect(self.write_own)
        column = QVBoxLayout()
        column.setSpacing(6)
        for each in (self.take, self.own):
            column.addWidget(each)
        column.addStretch(1)
        row.addWidget(self.offers)
        row.addWidget(self.preview, 1)
        row.addLayout(column)

    # -- showing -----------------------------------------------------------

    def show_question(self, question: Question, number: int, count: int) -> None:
        """Show a question, the ``number``-th of ``count``, with the likeliest offer chosen."""
        same = self.question is not None and self.question.key == question.key
        chosen = self.chosen if same else None
        self.question, self.is_done = question, False
        self._say(question, number, count)
        self._list(question, chosen.name if chosen else _first(question))
        self._choice.setVisible(bool(question.offers))
        self.share.hide()
        for each in (self.take, self.own):
            each.setVisible(bool(question.offers))
        self.own.setEnabled(question.index is not None)
        self._steps(shown=True)
        self.show()

    def show_done(self, *, share: bool) -> None:
        """Say that nothing is open any more.

        Args:
            share: offer to share what was decided.
        """
        self.question, self.is_done = None, True
        self.count.setText(self._text("decision-done"))
        self.where.clear()
        self.why.setText(self._text("decision-done-help"))
        self.sign.clear()
        self._choice.hide()
        self.share.setVisible(share)
        self._steps(shown=False)
        self.show()

    def hide_share(self) -> None:
        """Offer no more to share: it was done."""
        if self.share.hasFocus():
            self.later.setFocus(Qt.FocusReason.OtherFocusReason)
        self.share.hide()

    def _steps(self, *, shown: bool) -> None:
        for step in (self.previous, self.next):
            step.setVisible(shown)
        label = self._text("decision-later" if shown else "decision-close")
        self.later.setText(label)
        describe(self.later, label, self._text("decision-later-help"))

    def show_writing(self, left: int) -> None:
        """Say that the person is writing the text, and how many questions are left."""
        self.is_done = False
        self.count.setText(self._text("decision-writing"))
        self.why.setText(self._text("decision-writing-help", count=left))
        self._choice.hide()

    def _say(self, question: Question, number: int, count: int) -> None:
        kind = self._text(f"decision-kind-{question.kind}")
        self.count.setText(self._text("decision-count", kind=kind, number=number, count=count))
        self.where.setText(question.where)
        self.where.setToolTip(question.where)
        self.why.setText(question.why)
        self._paint_sign()
        spoken = f"{self.count.text()}. {question.where}. {question.why}"
        describe(self, spoken)
        self.offers.setAccessibleDescription(spoken)

    def _paint_sign(self) -> None:
        if self.question is not None:
            role, shape = ROLES[self.question.kind], self.question.kind
            icon = sign_icon(shape, current_theme()[role], 18, self.devicePixelRatioF())
            self.sign.setPixmap(icon.pixmap(QSize(18, 18)))

    def _list(self, question: Question, chosen: str) -> None:
        blocker = QSignalBlocker(self.offers)  # one preview, not one a line
        self.offers.clear()
        for place, offer in enumerate(question.offers):
            label = self._text("decision-offer", key=key_of(place), label=offer.label)
            item = QListWidgetItem(label)
            notes = [
                self._text(f"decision-offer-{note}")
                for note, holds in (
                    ("stands", offer.name == question.stands),
                    ("likely", question.kind == "decide" and offer is question.offers[0]),
                )
                if holds
            ]
            if notes:
                item.setText(f"{label}  ({', '.join(notes)})")
            item.setData(Qt.ItemDataRole.UserRole, offer.name)
            self.offers.addItem(item)
        self.offers.show()
        self.preview.show()
        names = [offer.name for offer in question.offers]
        self.offers.setCurrentRow(names.index(chosen) if chosen in names else 0)
        blocker.unblock()
        self._preview(self.offers.currentRow())
        self._fit()

    def _fit(self) -> None:
        line = max(self.offers.sizeHintForRow(0), self.fontMetrics().height() + 6)
        height = line * min(max(self.offers.count(), 3), LINES) + 12
        wanted = self.offers.sizeHintForColumn(0) + 40
        self.offers.setFixedWidth(min(max(wanted, 220), max(self.width() * 2 // 5, 220)))
        self._choice.setFixedHeight(max(height, line * 4 + 12))

    def _preview(self, row: int) -> None:
        question = self.question
        if question is None or not 0 <= row < len(question.offers):
            return
        offer = question.offers[row]
        self.preview.show_offer(offer.text, question.before or _other(question, offer))
        stands = question.kind == "look" and offer.name == question.stands
        label = self._text("decision-agree" if stands else "decision-take")
        self.take.setText(label)
        describe(self.take, label, offer.label)

    def dress(self) -> None:
        """Follow another appearance."""
        self._paint_sign()
        self.preview.dress()

    # -- answering ---------------------------------------------------------

    @property
    def chosen(self) -> Offer | None:
        """The offer that is chosen in the list and not yet taken."""
        row = self.offers.currentRow()
        if self.question is None or not 0 <= row < len(self.question.offers):
            return None
        return self.question.offers[row]

    def confirm(self) -> None:
        """Answer with what is chosen: a nod where that stands already, else take it."""
        offer = self.chosen
        if self.question is None:
            return
        if offer is None or (self.question.kind == "look" and offer.name == self.question.stands):
            self.agreed.emit()
        else:
            self.taken.emit(offer.name)

    def agree(self) -> None:
        """Nod to what stands."""
        if self.question is not None and self.question.kind != "decide":
            self.agreed.emit()
        else:
            self.confirm()

    def write_own(self) -> None:
        """Write it oneself, from what is chosen."""
        if self.chosen is not None and self.own.isEnabled():
            self.own_wanted.emit(self.chosen.name)

    def choose(self, name: str) -> bool:
        """Take the offer of a name at once; False when there is none."""
        names = [offer.name for offer in self.question.offers] if self.question else []
        return name in names and self.choose_at(names.index(name))

    def choose_at(self, place: int) -> bool:
        """Take the offer at a place in the list, from 0, at once; False when there is none."""
        if self.question is None or place >= len(self.question.offers):
            return False
        self.offers.setCurrentRow(place)
        self.confirm()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers, Enter takes what is chosen, Escape leaves it for later."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm() if self.question is not None else self.share.click()
        elif not self._digit(event.text()):
            super().keyPressEvent(event)

    def _digit(self, typed: str) -> bool:
        if self.question is None or not typed:
            return False
        if typed == OWN_KEY:
            self.write_own()
            return True
        places = range(len(self.question.offers))
        return any(key_of(place) == typed and self.choose_at(place) for place in places)

    def take_focus(self) -> None:
        """Let the keys answer: in the list of offers, else on the button at hand."""
        target: QPushButton | QListWidget = self.next
        if self.question is None:
            target = self.share if self.share.isVisibleTo(self) else self.later
        elif self.question.offers:
            target = self.offers
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()


def _first(question: Question) -> str:
    """Return the offer that is chosen at first: for a look what stands, else the likeliest."""
    names: Sequence[str] = [offer.name for offer in question.offers]
    if question.kind == "look" and question.stands in names:
        return question.stands
    return names[0] if names else ""


def _other(question: Question, offer: Offer) -> str:
    """Return what an offer is compared with where nothing stood before: the other side's text."""
    wanted = "ours" if offer.name == "theirs" else "theirs"
    return next((each.text for each in question.offers if each.name == wanted), "")
