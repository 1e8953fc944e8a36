"""Actions: the conversation about the document."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from coauthor.document.model import Clause, Tombstone
from coauthor.document.rendering import harmless
from coauthor.errors import UserError
from coauthor.ui.acting.acting import Acting, told
from coauthor.ui.discussion.marks import Marks
from coauthor.ui.discussion.section import Focus
from coauthor.ui.discussion.state import TalkState
from coauthor.ui.discussion.threads import ThreadsSection

if TYPE_CHECKING:
    from coauthor.document.model import Document
    from coauthor.review.discussion.anchors import Place
    from coauthor.review.discussion.threads import Listener, Thread
    from coauthor.review.event import Event
    from coauthor.ui.workbench import Workbench
    from coauthor.workspace.discussion.conversation import News


class Discussing(Acting):
    """Actions: the conversation about the document."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        # Children of the window: the collector may run on any thread, and a timer that it
        # takes away there takes the program with it.
        self.talk = TalkState(bench.desk, bench.session, bench.conversation, bench)
        self.marks = Marks(self.talk, bench.text, bench)
        self._reading = ""
        self._ordered: (
            tuple[tuple[Thread, ...], Document, list[tuple[int, str]], list[Thread]] | None
        ) = None
        section = self.threads
        section.sit(self.talk)
        section.go_wanted.connect(self._show_place)
        section.link_pressed.connect(self.ask_link)
        section.read.connect(self._read)
        self.talk.failed.connect(bench.show_error)
        self.talk.said.connect(self.follow_said)
        self.talk.changed.connect(self.show_talk)
        self.marks.ready.connect(self._show_marks)
        self.marks.counted.connect(bench.inspector.show_unread)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._came_forward)
        self._hears = True
        bench.lanes.pointing.talk_pressed.connect(self.open_talk)

    @property
    def threads(self) -> ThreadsSection:
        """The threads on the page of the conversation."""
        found = self.bench.inspector.discussion.section(ThreadsSection)
        if not isinstance(found, ThreadsSection):
            raise TypeError("no section")
        return found

    # -- following ---------------------------------------------------------------------

    def look_what_was_said(self) -> None:
        """Read what was said since the last look, in the background."""
        self.bench.jobs.run(self.talk.look, self._take_said, self.bench.show_error)

    def _take_said(self, found: tuple[News, Listener]) -> None:
        if self.talk.take(*found):
            self.bench.controller.show_discussion()
        self.marks.refresh()

    def _came_forward(self, state: Qt.ApplicationState) -> None:
        """Look what another program said here while the person was elsewhere."""
        if state == Qt.ApplicationState.ApplicationActive and not self.bench.is_leaving:
            self.bench.controller.look_what_was_said()

    def follow_said(self, event: Event) -> None:
        """Show something that was just said here, everywhere."""
        self.bench.conversation.add(event)
        self.bench.controller.show_discussion()
        self.bench.controller.look_what_waits()

    def show_discussion(self) -> None:
        """Show the conversation about the block in focus as it is now."""
        index = self._index()
        blocks = self.session.document.blocks
        block = blocks[index] if index is not None and index < len(blocks) else None
        uid = block.uid if isinstance(block, Clause | Tombstone) else ""
        clause = block if isinstance(block, Clause) else None
        bench = self.bench
        bench.inspector.discussion.show_focus(
            Focus(bench.desk, self.session, bench.conversation, uid, clause)
        )
        self.marks.refresh_soon()

    def show_talk(self) -> None:
        """Show the conversation and its marks anew: something was read, or found."""
        self.bench.controller.show_discussion()
        self.marks.refresh()

    def _show_marks(self, signs: object, stretches: object) -> None:
        if isinstance(signs, dict) and isinstance(stretches, dict):
            self.bench.lanes.show_talk(signs, stretches, self._reading)

    def _read(self, thread: str) -> None:
        self._reading = thread
        self.marks.refresh()

    # -- saying ------------------------------------------------------------------------

    @told
    def place_comment(self, *_: object) -> None:
        """Remark on the words that are selected, or on the clause in focus."""
        picked = self.bench.lanes.picked()
        block = self.bench.current_block()
        clause = picked[0] if picked is not None else block
        if not isinstance(clause, Clause):
            raise UserError("no-clause-to-discuss")
        self._show_page("here")
        self.threads.compose(clause, picked[1:] if picked is not None else None)

    def comment_document(self, *_: object) -> None:
        """Remark on the document as a whole."""
        self._show_page("whole")
        self.threads.compose()

    def _show_page(self, where: str) -> None:
        inspector = self.bench.inspector
        inspector.show()
        inspector.show_page(inspector.discussion)
        self.bench.controller.show_discussion()
        if self.threads.filters.where != where:
            self.threads.filters.show_where(where)
        inspector.discussion.show_now()

    # -- going -------------------------------------------------------------------------

    def next_thread(self, *_: object) -> None:
        """Go to the next open thread."""
        self._go_thread(1)

    def previous_thread(self, *_: object) -> None:
        """Go to the previous open thread."""
        self._go_thread(-1)

    def _go_thread(self, step: int) -> None:
        order, found = self._in_order()
        if not found:
            said = self.text("discussion-nothing-open")
            self.bench.banner.show_message("talk", "info", said)
            return
        reading = next((each for each in found if each.id == self._reading), None)
        if reading is not None:
            at = found.index(reading) + step
        else:
            index = self._index()
            behind = bisect_left(order, (-2 if index is None else index, ""))
            at = behind if step > 0 else behind - 1
        self.show_thread(found[at % len(found)])

    def _in_order(self) -> tuple[list[tuple[int, str]], list[Thread]]:
        """Return the open threads in the order of the text, and by what they are ordered."""
        everything, document = self.talk.everywhere(), self.session.document
        kept = self._ordered
        if kept is None or kept[0] is not everything or kept[1] is not document:
            places, last = document.positions, len(document.blocks)
            ranked = sorted(
                (places.get(uid, last) if (uid := each.first.clause) else -1, each.id, each)
                for each in everything
                if each.is_open
            )
            order = [(place, name) for place, name, _ in ranked]
            kept = self._ordered = everything, document, order, [each for _, _, each in ranked]
        return kept[2], kept[3]

    def show_thread(self, thread: Thread) -> None:
        """Show a thread beside the clause that it is about."""
        uid = thread.first.clause
        if uid and uid in self.session.document.positions:
            self.bench.lanes.go_to_uid(uid)
            where = "here"
        else:
            where = "all" if uid else "whole"
        self._show_page(where)
        self.threads.show_thread(thread, where=where)

    def open_talk(self, row: int) -> None:
        """Show what is open at the clause of a row: what is new first."""
        self.bench.lanes.go_to_row(row)
        found = [each for each in self.talk.here(self.bench.lanes.current_uid()) if each.is_open]
        unread = [each for each in found if self.talk.listener.unread(each)]
        if found:
            self.show_thread((unread or found)[0])

    def mark_all_read(self, *_: object) -> None:
        """Count everything that was said of the document as read."""
        self.talk.mark_all_read()

    def _show_place(self, place: Place) -> None:
        self.bench.lanes.show_stretch(place.clause, place.start, place.end)

    def ask_link(self, address: str) -> None:
        """Open an address in somebody's message, when the person wants that."""
        if not address.startswith(("http://", "https://")):
            return
        answer = QMessageBox.question(
            self.bench,
            self.text("link-title"),
            self.text("link-question", address=harmless(address[:500])),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.No,
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.bench.controller.open_link(address)

    # -- leaving -----------------------------------------------------------------------

    def close_talk(self) -> None:
        """Keep what was typed; the window closes."""
        application = QGuiApplication.instance()
        if self._hears and isinstance(application, QGuiApplication):
            self._hears = False  # a window that is opened anew is left, and then closed
            application.applicationStateChanged.disconnect(self._came_forward)
        self.threads.keep_drafts()
        self.marks.stop()
        self.talk.leave()
