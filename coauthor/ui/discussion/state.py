"""The conversation as one window has it: what was said, seen and typed, and saying more."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from coauthor.document.model import Document
from coauthor.errors import CoauthorError
from coauthor.review.discussion.anchors import Place, anchor_of, body_digest, heirs_of, is_untouched
from coauthor.review.discussion.landing import Found
from coauthor.review.discussion.threads import Listener, Thread
from coauthor.review.event import Event
from coauthor.ui.jobs import Jobs
from coauthor.workspace.discussion.conversation import Conversation, News
from coauthor.workspace.discussion.discussing import Threads, listener_of, place_of
from coauthor.workspace.discussion.seen import Seen
from coauthor.workspace.drafts import Drafts
from coauthor.workspace.opening import Desk
from coauthor.workspace.session import Session
from coauthor.workspace.workspace import Workspace

AT_ONCE = 25
"""Stretches that are looked up in one go, so that the window stays quick."""

BREATH = 20
"""Milliseconds between two of those."""


class TalkState(QObject):
    """What is said in the workspace of a window.

    Signals:
        said(Event): something was said here, and is on disk.
        failed(CoauthorError): something to tell the person.
        changed(): something was read, or a stretch was found.
    """

    said = Signal(object)
    failed = Signal(object)
    changed = Signal()

    def __init__(
        self, desk: Desk, session: Session, conversation: Conversation, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.desk, self.session, self.conversation = desk, session, conversation
        self.threads = Threads(conversation)
        self.seen = Seen(desk.workspace)
        self.drafts = Drafts(desk.workspace)
        self.listener = Listener(desk.person.organisation or desk.workspace.settings.organisation)
        self.jobs = Jobs(self)
        self._own = Workspace(desk.workspace.root, desk.workspace.settings)  # for another thread
        self._places: dict[str, tuple[str, Place | None]] = {}
        self._read: dict[str, int] = {}
        self._wanted: dict[str, Event] = {}
        self._looking = False
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(BREATH)
        self._breath.timeout.connect(self._look_up)

    @property
    def document(self) -> str:
        """The name of the open document."""
        return self.session.entry.name

    # -- what is there ---------------------------------------------------------------

    def look(self) -> tuple[News, Listener]:
        """Read what was said since the last look; changes nothing, so it may run elsewhere."""
        return self.conversation.look(), listener_of(self._own, self.desk.person)

    def take(self, news: News, listener: Listener) -> bool:
        """Follow what `look` found; returns whether anything is different now."""
        new = self.conversation.take(news)
        before, self.listener = self.listener, self._with_seen(listener)
        return new or before != self.listener

    def _with_seen(self, listener: Listener) -> Listener:
        return Listener(listener.organisation, listener.roles, self.seen.ids)

    def here(self, uid: str) -> tuple[Thread, ...]:
        """Return the threads of a clause of the open document, or with '' of the whole."""
        return self.threads.about(self.document, uid)

    def everywhere(self) -> tuple[Thread, ...]:
        """Return all threads of the open document, the oldest first."""
        return self.threads.of(self.document)

    def mark_read(self, thread: Thread) -> None:
        """Remember that a thread was read."""
        if self.seen.mark(event.id for event in thread.events):
            uid = thread.first.clause
            self._read[uid] = self._read.get(uid, 0) + 1
            self.listener = self._with_seen(self.listener)
            self.changed.emit()

    def mark_all_read(self) -> None:
        """Remember that everything said of the document was read."""
        if self.seen.mark(event.id for event in self.conversation.of(self.document)):
            for uid in self.conversation.clauses(self.document):
                self._read[uid] = self._read.get(uid, 0) + 1
            self.listener = self._with_seen(self.listener)
            self.changed.emit()

    def times_read(self, uid: str) -> int:
        """Return how often something of a clause was read since the window opened."""
        return self._read.get(uid, 0)

    # -- saying ----------------------------------------------------------------------

    def say(
        self,
        work: Callable[[Workspace], Event],
        done: Callable[[Event], None],
        failed: Callable[[], None],
    ) -> None:
        """Say something in the background; what was said counts as seen.

        Args:
            work: says it in the workspace that it is given.
            done: called when it is said, ``failed`` when it is not.
        """

        def tell(error: CoauthorError) -> None:
            failed()
            self.failed.emit(error)

        def finish(event: Event) -> None:
            self.conversation.add(event)
            self.seen.mark([event.id])
            self.listener = self._with_seen(self.listener)
            done(event)
            self.said.emit(event)

        self.jobs.run(lambda: work(self._own), finish, tell)

    def keep_draft(self, about: str, words: str) -> None:
        """Keep what was typed, in the background."""
        self.jobs.run(
            lambda: self.drafts.keep(f"{self.document}/{about}", words),
            lambda _: None,
            self.failed.emit,
        )

    def draft(self, about: str) -> str:
        """Return what was typed before, or ''."""
        return self.drafts.read(f"{self.document}/{about}")

    # -- where it is about -------------------------------------------------------------

    def place(self, event: Event, document: Document) -> Place | None:
        """Return where the stretch of an event stands, as far as that is known now.

        What is not known yet is looked up; `changed` tells when it is.
        """
        anchor = anchor_of(event)
        if anchor is None:
            return None
        clause = document.clause(anchor.clause)
        if is_untouched(anchor, clause):
            return Place(Found.HERE, anchor.clause, anchor.start, anchor.end)
        key = body_digest(clause.body) if clause is not None else ""
        kept = self._places.get(event.id)
        if kept is None or kept[0] != key:
            self._wanted[event.id] = event
            if not self._looking:
                self._breath.start()
        return kept[1] if kept is not None else None

    def _look_up(self) -> None:
        todo = [self._wanted.pop(each) for each in list(self._wanted)[:AT_ONCE]]
        if not todo:
            return
        self._looking = True
        document, workspace, entry = self.session.document, self._own, self.session.entry

        def work() -> Mapping[str, tuple[str, Place | None]]:
            found: dict[str, tuple[str, Place | None]] = {}
            heirs = heirs_of(document)
            for event in todo:
                clause = document.clause(event.clause)
                key = body_digest(clause.body) if clause is not None else ""
                found[event.id] = key, place_of(workspace, entry, event, document, heirs)
            return found

        self.jobs.run(work, self._looked_up, self._look_failed)

    def _looked_up(self, found: Mapping[str, tuple[str, Place | None]]) -> None:
        self._looking = False
        self._places.update(found)
        if self._wanted:
            self._breath.start()
        self.changed.emit()

    def _look_failed(self, error: CoauthorError) -> None:
        self._looking = False
        self.failed.emit(error)

    def leave(self) -> None:
        """Finish what is under way; the window closes."""
        self._breath.stop()
        self._wanted.clear()
        everything = self.conversation.ids()
        self.jobs.run(lambda: self.seen.forget_others(everything), lambda _: None, lambda _: None)
        self.jobs.wait()
