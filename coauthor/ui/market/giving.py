"""What the vendor desk writes down: shown at once, written meanwhile, taken back if it fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coauthor.errors import Cancelled, CoauthorError
from coauthor.review.market.readings import Holder, Reading
from coauthor.review.market.responses import Answer, Response, response_of
from coauthor.ui.jobs import Jobs, Task
from coauthor.workspace.market.answering import Said, answer, answer_many
from coauthor.workspace.market.answering import take_back as take_answer_back
from coauthor.workspace.market.asked import Sheet, sheet
from coauthor.workspace.market.understanding import read_clause

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coauthor.language import Catalogue
    from coauthor.review.event import Event
    from coauthor.ui.market.rows import SheetModel
    from coauthor.workspace.discussion.conversation import Conversation, News
    from coauthor.workspace.market.asked import Asked
    from coauthor.workspace.opening import Desk
    from coauthor.workspace.session import Session


def _nothing(_uid: str) -> None:
    """Nobody waits for it."""


class Giver(QObject):
    """Answers, readings and what is taken back, on their way to the workspace.

    Signals:
        said(Event): it is on disk.
        changed(str): the answer of the clause with this uid is another; '' for many.
        told(str): something to tell the person.
        failed(CoauthorError): it could not be done.
        stale(): what is asked must be read anew.
        busy(int): so many of a series are written; -1 when it is over.
    """

    said = Signal(object)
    changed = Signal(str)
    told = Signal(str)
    failed = Signal(object)
    stale = Signal()
    busy = Signal(int)

    def __init__(
        self,
        text: Catalogue,
        desk: Desk,
        session: Session,
        conversation: Conversation,
        model: SheetModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._workspace = replace(desk.workspace)  # with a repository for its own thread
        self._person = desk.person
        self._session, self._conversation, self._model = session, conversation, model
        self._own_words = 0
        self._task: Task | None = None
        self.jobs = Jobs(self)
        self.vendor = ""

    # -- reading -----------------------------------------------------------

    def fetch(self, show: Callable[[Sheet], None]) -> None:
        """Read what is asked and what was answered, in the background."""
        workspace, entry, person = self._workspace, self._session.entry, self._person
        document, events = self._session.document, self._conversation.of(entry.name)

        def done(found: Sheet) -> None:
            self.vendor = found.voice.organisation
            show(found)

        self.jobs.run(
            lambda: sheet(workspace, entry, document, events, person), done, self.failed.emit
        )

    def seen(self) -> tuple[object, int]:
        """Return what is another once others changed or said something."""
        return self._session.document, len(self._conversation) - self._own_words

    def reusable(self) -> list[Asked]:
        """Return the clauses that can have the answer that was given on the same text."""
        day = today()
        return [
            each
            for each in self._model.everything()
            if each.is_open
            and each.offer is not None
            and each.offer.same_text
            and not each.offer.kept.response.is_late(day)
        ]

    # -- writing -----------------------------------------------------------

    def give(
        self,
        asked: Asked,
        given: Answer,
        done: Callable[[str], None],
        failed: Callable[[str], None],
    ) -> None:
        """Answer a clause; ``done`` or ``failed`` gets its uid when that is known."""
        workspace, entry, person = self._workspace, self._session.entry, self._person
        clause, when = asked.clause, datetime.now().astimezone()
        shown = Response("", clause.uid, self.vendor, given, asked.digest, when.isoformat())
        self._put(clause.uid, shown)
        self.told.emit(self._text("answer-said", clause=name_of(asked)))
        self._run(
            lambda: answer(workspace, entry, clause, given, person, when), asked, done, failed
        )

    def take_back(self, asked: Asked) -> None:
        """Take the answer on a clause back, once it is on disk."""
        workspace, entry, person = self._workspace, self._session.entry, self._person
        own, when = asked.own, datetime.now().astimezone()
        if own is None or not own.event:
            return
        self._put(asked.clause.uid, None)
        self.told.emit(self._text("answer-taken-back", clause=name_of(asked)))
        self._run(lambda: take_answer_back(workspace, entry, own, person, when), asked)

    def _run(
        self,
        work: Callable[[], Said],
        asked: Asked,
        done: Callable[[str], None] = _nothing,
        failed: Callable[[str], None] = _nothing,
    ) -> None:
        uid = asked.clause.uid

        def finish(said: Said) -> None:
            self._said(said)
            done(uid)

        def tell(error: CoauthorError) -> None:
            self._put(uid, asked.own)
            failed(uid)
            self.failed.emit(error)

        self.jobs.run(work, finish, tell)

    def read(self, asked: Asked, reading: str, failed: Callable[[str], None] = _nothing) -> None:
        """Say how a clause is read; ``failed`` gets its uid when that could not be kept."""
        workspace, entry, person = self._workspace, self._session.entry, self._person
        clause, when = asked.clause, datetime.now().astimezone()

        def tell(error: CoauthorError) -> None:
            failed(clause.uid)
            self.failed.emit(error)

        def done(event: Event) -> None:
            self._tell(event)
            self.told.emit(self._text("answer-read", clause=name_of(asked)))
            now = self._model.find(event.clause)
            if now is not None:
                own = reading_of(event)
                others = [r for r in now.readings if r.organisation != own.organisation]
                self._model.put_asked(replace(now, readings=(*others, own)))
                self.changed.emit(event.clause)

        self.jobs.run(
            lambda: read_clause(workspace, entry, clause, reading, person, when), done, tell
        )

    def give_many(self, answers: Sequence[tuple[Asked, Answer]]) -> None:
        """Answer several clauses; what is written when somebody stops it stays."""
        workspace, entry, person = self._workspace, self._session.entry, self._person
        pairs = [(asked.clause, given) for asked, given in answers]
        when = datetime.now().astimezone()
        task = self._task = Task(self.jobs, self)

        def work(report: Callable[[object], None]) -> Said:
            return answer_many(workspace, entry, pairs, person, when, report)

        def done(said: Said) -> None:
            self._said(said)
            self.changed.emit("")
            self.told.emit(self._text("answer-many-said", count=len(said.events)))

        def caught_up(news: News) -> None:
            self._conversation.take(news)
            self.stale.emit()

        def failed(error: CoauthorError) -> None:
            # What was written by then is looked up elsewhere: there may be a lot to look through.
            self.jobs.run(self._conversation.look, caught_up, self.failed.emit)
            if not isinstance(error, Cancelled):
                self.failed.emit(error)

        task.progressed.connect(lambda count: self.busy.emit(int(str(count or 0))))
        task.settled.connect(lambda: self._end(task))
        task.run(work, done, failed)

    def cancel(self) -> None:
        """Stop a series."""
        if self._task is not None:
            self._task.cancel()

    def wait(self) -> None:
        """Finish what is under way; nothing more may come."""
        self.cancel()
        self.jobs.wait()

    def _end(self, task: Task) -> None:
        if self._task is task:
            self._task = None
        task.deleteLater()
        self.busy.emit(-1)

    def _put(self, uid: str, own: Response | None) -> None:
        self._model.put(uid, own)
        self.changed.emit(uid)

    def _said(self, said: Said) -> None:
        for event in said.events:
            self._tell(event)
            if (response := response_of(event)) is not None:
                self._model.put(event.clause, response)
        if said.trouble is not None:
            self.failed.emit(said.trouble)

    def _tell(self, event: Event) -> None:
        self._own_words += 1
        self.said.emit(event)


def reading_of(event: Event) -> Reading:
    """Return a reading that was just said by a vendor."""
    holder = Holder(event.voice.organisation, "vendor", event.id, event.at)
    digest = event.values["text-digest"]
    return Reading(event.id, event.clause, event.body, digest, event.at, (holder,))


def name_of(asked: Asked) -> str:
    """Return what people call a clause."""
    return asked.clause.code or asked.clause.title or asked.clause.uid


def today() -> date:
    """Return the day by the clock of the person."""
    return datetime.now().astimezone().date()
