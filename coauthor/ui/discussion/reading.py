"""One thread being read, with the box to say something back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from coauthor.language import Catalogue
from coauthor.review.discussion.anchors import Place, anchor_of
from coauthor.review.discussion.landing import Found
from coauthor.review.discussion.threads import Thread
from coauthor.ui.discussion.rendering import MANY, one_line, thread_html
from coauthor.ui.discussion.state import TalkState
from coauthor.ui.discussion.writing import Writing
from coauthor.ui.forms import button, describe, note
from coauthor.ui.theme import current_theme

QUOTE = 220
"""Characters of the words a thread is about that are shown with it."""


class Messages(QTextBrowser):
    """Messages as text: as high as they are, fetching nothing, opening nothing by itself.

    Signals:
        link_pressed(str): an address was pressed.
    """

    link_pressed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(lambda url: self.link_pressed.emit(_address(url)))
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        describe(self, name)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Fetch nothing, from nowhere."""
        return None

    def show_html(self, html: str) -> None:
        """Show messages; where they stand the same already, nothing moves."""
        self.setHtml(html)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = round(self.document().size().height()) + 12
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(max(height, 40))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


def _address(url: QUrl) -> str:
    """Return an address in plain letters, so that no look-alike passes for another."""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")


class ThreadReader(QWidget):
    """A thread: what it is about, its messages, and saying something back.

    Signals:
        reply_wanted(str, object): the words, and who is called in.
        turn_wanted(): resolve it, or open it again.
        place_wanted(Place): show the words it is about.
        link_pressed(str): an address in a message was pressed.
        whole_wanted(): the messages that were left out are wanted too.
        closed(): nobody reads it any more.
    """

    reply_wanted = Signal(str, object)
    turn_wanted = Signal()
    place_wanted = Signal(object)
    link_pressed = Signal(str)
    whole_wanted = Signal()
    closed = Signal()

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        self.thread_id = ""
        self._shown: object = None
        self._place: Place | None = None
        self._whole = False
        self.quote = note("")
        self.place = note("", soft=False)
        self.go = button(text("thread-go"))
        self.go.setProperty("small", True)
        self.messages = Messages(text("thread-messages"))
        self.more = button(text("thread-more"))
        self.more.setProperty("small", True)
        self.turn = button("")
        self.turn.setProperty("small", True)
        self.close_button = button(text("thread-close"))
        self.close_button.setProperty("small", True)
        self.writing = Writing(text, text("thread-reply-box"), text("thread-reply"))
        row = QHBoxLayout()
        for each in (self.go, self.turn, self.close_button):
            row.addWidget(each)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.quote, self.place, self.more, self.messages):
            layout.addWidget(widget)
        layout.addLayout(row)
        layout.addWidget(self.writing)
        self.go.clicked.connect(lambda: self.place_wanted.emit(self._place))
        self.turn.clicked.connect(self.turn_wanted)
        self.close_button.clicked.connect(self.closed)
        self.more.clicked.connect(self._show_whole)
        self.messages.link_pressed.connect(self.link_pressed)
        self.writing.entered.connect(
            lambda: self.reply_wanted.emit(self.writing.words, self.writing.mention)
        )
        self.hide()

    def show_thread(
        self,
        state: TalkState,
        thread: Thread,
        place: Place | None,
        names: Sequence[str],
        *,
        unread: frozenset[str],
    ) -> None:
        """Show a thread; the box keeps what was typed in it.

        Args:
            place: where the words it is about stand, if that is known.
            names: who can be called in.
            unread: ids of the messages to mark as new.
        """
        if thread.id != self.thread_id:
            self._whole = False
        self.thread_id, self._place = thread.id, place
        theme = current_theme()
        shown = (thread.id, len(thread.events), unread, self._whole, theme.name)
        if shown != self._shown:
            self._shown = shown
            html = thread_html(thread, self._text, theme, unread, whole=self._whole)
            self.messages.show_html(html)
        self.more.setVisible(len(thread.events) > MANY and not self._whole)
        self._show_place(thread, place)
        deed = self._text("thread-resolve" if thread.is_open else "thread-reopen")
        self.turn.setText(deed)
        describe(self.turn, deed)
        self.writing.open(state, f"{thread.first.clause}/{thread.id}", names)
        self.show()

    def show_nothing(self) -> None:
        """Show no thread."""
        self.writing.keep()
        self.thread_id, self._shown = "", None
        self.hide()

    def _show_place(self, thread: Thread, place: Place | None) -> None:
        anchor = anchor_of(thread.first)
        quote = one_line(anchor.quote[: QUOTE * 2]) if anchor is not None else ""
        if len(quote) > QUOTE:
            quote = quote[: QUOTE - 1].rstrip() + "…"
        self.quote.setText(self._text("thread-quote", quote=quote) if quote else "")
        self.quote.setVisible(bool(quote))
        said = ""
        if place is not None and place.found is not Found.HERE:
            sign = "⚠" if place.found in (Found.UNSURE, Found.GONE) else "ℹ"
            said = f"{sign} {self._text(f'anchor-{place.found.value}')}"
        self.place.setText(said)
        self.place.setVisible(bool(said))
        self.go.setVisible(place is not None and place.found is not Found.GONE)

    def _show_whole(self) -> None:
        self._whole = True
        self.messages.setFocus()
        self.whole_wanted.emit()
