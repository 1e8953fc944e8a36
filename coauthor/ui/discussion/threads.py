"""The section with the threads: filters, the list, the thread that is read, a new one."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QVBoxLayout

from coauthor.document.model import Clause
from coauthor.language import Catalogue
from coauthor.review.discussion.anchors import Place
from coauthor.review.discussion.landing import Found
from coauthor.review.discussion.threads import Thread
from coauthor.review.event import Event
from coauthor.ui.acting.acting import now
from coauthor.ui.discussion.composing import Composer, Stretch
from coauthor.ui.discussion.filters import ThreadFilters
from coauthor.ui.discussion.listing import THREAD, ThreadPainter, ThreadsModel
from coauthor.ui.discussion.reading import ThreadReader
from coauthor.ui.discussion.section import Focus, Section
from coauthor.ui.discussion.state import TalkState
from coauthor.ui.forms import button, describe, heading, note
from coauthor.workspace.discussion.discussing import (
    begin_thread,
    can_be_called_in,
    reopen,
    reply,
    resolve,
)
from coauthor.workspace.workspace import Workspace

LEAST, MOST = 1, 5
"""Rows of the list that are seen at once."""


class ThreadsSection(Section):
    """What was asked and remarked, what was answered, and saying more.

    Signals:
        go_wanted(Place): show the words that a thread is about.
        link_pressed(str): an address in a message was pressed.
        read(str): another thread is read; '' for none.
    """

    go_wanted = Signal(object)
    link_pressed = Signal(str)
    read = Signal(str)

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        self.state: TalkState | None = None
        self._focus: Focus | None = None
        self._voiced: tuple[Thread, ...] | None = None
        self._fresh: frozenset[str] = frozenset()  # was new when the thread was opened
        self.begin = button(text("compose-new"), help_text=text("compose-new-help"))
        self.begin.setProperty("small", True)
        self.filters = ThreadFilters(text)
        self.count = note("")
        self.model = ThreadsModel(text, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ThreadPainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        describe(self.list, text("discussion-threads"), text("discussion-list-help"))
        self.composer = Composer(text)
        self.reader = ThreadReader(text)
        head = QHBoxLayout()
        head.addWidget(heading(text("discussion-threads"), 4), 1)
        head.addWidget(self.begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        for widget in (self.composer, self.filters, self.count, self.list, self.reader):
            layout.addWidget(widget)
        self._connect()

    def _connect(self) -> None:
        self.begin.clicked.connect(self._new)
        self.filters.changed.connect(self._refill)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.clicked.connect(self._chosen)
        self.composer.cancelled.connect(self._cancel)
        self.composer.entered.connect(self._begin_thread)
        self.reader.reply_wanted.connect(self._reply)
        self.reader.turn_wanted.connect(self._turn)
        self.reader.place_wanted.connect(self.go_wanted)
        self.reader.link_pressed.connect(self.link_pressed)
        self.reader.whole_wanted.connect(self._show_read)
        self.reader.closed.connect(self._close)

    def sit(self, state: TalkState) -> None:
        """Take a place at the conversation of a window."""
        self.state = state

    # -- showing -----------------------------------------------------------------------

    def show_clause(self, focus: Focus) -> None:
        """Show the threads of the clause in focus, or what else the filters ask for."""
        moved = self._focus is None or self._focus.uid != focus.uid
        self._focus = focus
        if self.state is None:
            return
        if moved and self.filters.where == "here":
            self._close()
        composing = self.composer.isVisibleTo(self)
        if composing and moved and not self.composer.writing.words.strip():
            self.composer.hide()
        if moved:
            self._name_begin()
        self._refill()

    def _name_begin(self) -> None:
        """Tell on the button when a message about this clause was begun and not placed."""
        state, focus = self.state, self._focus
        begun = state is not None and focus is not None and state.draft(f"{focus.uid}/new")
        self.begin.setText(self._text("compose-go-on" if begun else "compose-new"))

    def _found(self) -> tuple[Thread, ...]:
        state, focus = self.state, self._focus
        if state is None or focus is None:
            return ()
        where = self.filters.where
        if where == "all":
            return state.everywhere()
        return state.here("" if where == "whole" else focus.uid)

    def _refill(self) -> None:
        state, focus = self.state, self._focus
        if state is None or focus is None:
            return
        found = self._found()
        self._offer_voices(found)
        wanted = self.filters.wanted(state.listener)
        shown = [each for each in found if wanted.shows(each) or each.id == self.reader.thread_id]
        document = focus.session.document
        self.model.show_threads(shown, state.listener, document, named=self.filters.where == "all")
        self.list.setVisible(bool(shown))
        self._fit()
        self.count.setText(self._said(len(shown), len(found)))
        self._show_read()

    def _said(self, shown: int, there: int) -> str:
        if not there:
            return self._text("discussion-none")
        if shown == there:
            return self._text("discussion-count", count=there)
        return self._text("discussion-some", shown=shown, count=there)

    def _offer_voices(self, found: tuple[Thread, ...]) -> None:
        if found is self._voiced:
            return
        self._voiced = found
        names: dict[str, str] = {}
        roles: set[str] = set()
        for organisation, role in self._voices(found):
            names.setdefault(organisation.casefold(), organisation)
            roles.add(role)
        self.filters.show_voices(set(names.values()) - {""}, roles - {""})
        several = len(names) > 1 or len(roles) > 1 or self.filters.where == "all"
        self.filters.show_voices_wanted(several=several)

    def _voices(self, found: tuple[Thread, ...]) -> Iterable[tuple[str, str]]:
        if self.filters.where == "all" and self.state is not None:
            return self.state.conversation.voices(self.state.document)
        voices = (event.voice for thread in found for event in thread.events)
        return {(voice.organisation, voice.role) for voice in voices}

    def _fit(self) -> None:
        rows = min(max(self.model.rowCount(), LEAST), MOST)
        height = self.list.sizeHintForRow(0) if self.model.rowCount() else 0
        margins = self.list.contentsMargins()
        self.list.setFixedHeight(rows * height + margins.top() + margins.bottom())

    def _show_read(self) -> None:
        """Show the thread that is read as it is now."""
        state, focus = self.state, self._focus
        row = self.model.row_of(self.reader.thread_id) if self.reader.thread_id else -1
        if row < 0 or state is None or focus is None:
            if self.reader.thread_id:
                self._close()
            return
        index = self.model.index(row)
        self.list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        thread = self.model.threads[row]
        place = state.place(thread.first, focus.session.document)
        if place is None and focus.session.document.clause(thread.first.clause) is not None:
            place = Place(Found.HERE, thread.first.clause)
        names = self._names()
        self.reader.show_thread(state, thread, place, names, unread=self._fresh)
        state.mark_read(thread)

    def _names(self) -> list[str]:
        state = self.state
        if state is None:
            return []
        return can_be_called_in(state.desk.workspace, state.conversation, state.document)

    # -- reading -----------------------------------------------------------------------

    def _chosen(self, index: QModelIndex) -> None:
        thread = index.data(THREAD)
        if isinstance(thread, Thread) and thread.id != self.reader.thread_id:
            self._open(thread)

    def _open(self, thread: Thread) -> None:
        if self.state is None:
            return
        unread = self.state.listener.unread(thread)
        self._fresh = frozenset(event.id for event in unread)
        self.reader.thread_id = thread.id
        self._show_read()
        self.read.emit(thread.id)

    def _close(self) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.reader.isAncestorOf(focus)
        self.reader.show_nothing()
        self.list.selectionModel().clear()
        if had_focus:
            (self.list if self.list.isVisible() else self.begin).setFocus()
        self.read.emit("")

    def show_thread(self, thread: Thread, *, where: str = "here") -> None:
        """Open a thread, whatever the filters leave out."""
        if self.filters.where != "all":
            self.filters.show_where(where)
        self._refill()
        if self.model.row_of(thread.id) < 0:
            self.filters.show_every()
            self._refill()
        self._open(thread)

    # -- saying ------------------------------------------------------------------------

    def compose(self, clause: Clause | None = None, stretch: Stretch | None = None) -> None:
        """Begin a thread about some words, the clause in focus, or the document."""
        if self.state is None or self._focus is None:
            return
        about = clause or (None if self.filters.where == "whole" else self._focus.clause)
        self.composer.compose(self.state, about, stretch, self._names())

    def _new(self) -> None:
        self.compose()

    def _cancel(self) -> None:
        self.composer.writing.keep()
        begun = bool(self.composer.writing.words.strip())
        self.begin.setText(self._text("compose-go-on" if begun else "compose-new"))
        self.composer.hide()
        self.begin.setFocus()

    def _begin_thread(self, kind: str) -> None:
        state, composer = self.state, self.composer
        if state is None:
            return
        entry, person = state.session.entry, state.desk.person
        words, mention = composer.writing.words, composer.writing.mention
        clause, stretch = composer.clause, composer.stretch

        def work(workspace: Workspace) -> Event:
            return begin_thread(
                workspace,
                entry,
                person,
                kind,
                words,
                now(),
                clause=clause,
                stretch=stretch,
                mention=mention,
            )

        def done(event: Event) -> None:
            composer.writing.said()
            composer.hide()
            self.begin.setText(self._text("compose-new"))
            self.reader.thread_id, self._fresh = event.id, frozenset()
            if self._focus is not None and event.clause != self._focus.uid:
                self.filters.show_where("all" if event.clause else "whole")
            self._refill()
            self.list.setFocus()
            self.read.emit(event.id)

        composer.writing.begin()
        state.say(work, done, composer.writing.failed)

    def _reply(self, words: str, mention: tuple[str, ...]) -> None:
        thread, state = self._read_now(), self.state
        if thread is None or state is None:
            return
        writing = self.reader.writing
        entry, person = state.session.entry, state.desk.person

        def work(workspace: Workspace) -> Event:
            return reply(workspace, entry, person, thread, words, now(), mention=mention)

        def done(_event: Event) -> None:
            writing.said()
            self._refill()
            writing.box.setFocus()

        writing.begin()
        state.say(work, done, writing.failed)

    def _turn(self) -> None:
        thread, state = self._read_now(), self.state
        if thread is None or state is None:
            return
        entry, person = state.session.entry, state.desk.person
        act = resolve if thread.is_open else reopen

        def work(workspace: Workspace) -> Event:
            return act(workspace, entry, person, thread, now())

        state.say(work, lambda _: self._refill(), lambda: None)

    def _read_now(self) -> Thread | None:
        row = self.model.row_of(self.reader.thread_id)
        return self.model.threads[row] if row >= 0 else None

    def keep_drafts(self) -> None:
        """Keep what was typed before the window closes."""
        self.composer.writing.keep()
        self.reader.writing.keep()
