"""Deciding: what receiving left for a person, and what becomes of it.

Questions wait while people write; each is found again where its lines are now.
An answer is a transaction of the open document, so undo asks the question again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from coauthor.document.changes import Change, ReplaceBlocks
from coauthor.document.lines import with_lines
from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.history.files import read_file
from coauthor.merge.crossing import renames
from coauthor.merge.following import Following, Outline, State
from coauthor.merge.model import Span
from coauthor.merge.placing import replace_lines
from coauthor.workspace.deciding.in_files import put_in_file
from coauthor.workspace.deciding.questions import Answer, Question, QuestionLog
from coauthor.workspace.keeping import Keeper
from coauthor.workspace.merging.common_ground import RepositoryContents
from coauthor.workspace.merging.result import is_document
from coauthor.workspace.session import Session
from coauthor.workspace.sharing.received import Received
from coauthor.workspace.sharing.receiving import hold_texts, meet_texts
from coauthor.workspace.transactions import Changed
from coauthor.workspace.workspace import Workspace

DECIDE, NOD, REOPEN, RECEIVE = "decide", "nod", "reopen", "receive"
"""Names of transactions."""

NOD_CHOICE = "nod"
"""What the answer to a look says that was agreed with."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands in the text of now.

    Args:
        span: its lines in the whole text.
        state: whether the lines are as they were, were written on, moved with
            their clause, or are gone; then the span is empty.
        block: index of the block where it begins; None in the front matter.
    """

    question: Question
    span: Span
    state: State
    block: int | None


class OpenQuestions:
    """The open questions of a workspace.

    Belongs to one thread. ``listeners`` are told when what is open changes.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.listeners: list[Callable[[], None]] = []
        self._workspace = workspace
        self._contents = RepositoryContents(workspace.repository)
        self._outlines: dict[str, Outline] = {}
        self._now: Outline | None = None
        self._following: dict[str, Following] = {}
        self._log = QuestionLog(workspace.repository.private_folder)

    # -- what is open ------------------------------------------------------

    @property
    def open(self) -> tuple[Question, ...]:
        """Every open question, those to decide first."""
        return tuple(sorted(self._log.open.values(), key=lambda each: not each.to_decide))

    @property
    def to_decide(self) -> tuple[Question, ...]:
        """What must be decided before anything is shared."""
        return tuple(each for each in self.open if each.to_decide)

    @property
    def to_look(self) -> tuple[Question, ...]:
        """What deserves a nod."""
        return tuple(each for each in self.open if not each.to_decide)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What was answered and not shared yet; each can be asked again."""
        return tuple(each for each in self._log.answers.values() if not each.shared)

    def question(self, question_id: str) -> Question:
        """Return an open question by its id.

        Raises:
            UserError: ``no-such-question``.
        """
        found = self._log.open.get(question_id)
        if found is None:
            raise UserError("no-such-question", question=question_id)
        return found

    def places(self, path: str, document: Document) -> tuple[Place, ...]:
        """Return where the open questions of a document stand now, in the order of the text.

        Args:
            path: of the document inside the workspace.
            document: its text as it is being written.
        """
        found = [
            self.place(question, document)
            for question in self._log.open.values()
            if question.kind == "text"
            and (question.path == path or document.clause(question.meeting.uid) is not None)
        ]
        return tuple(sorted(found, key=lambda each: (each.span.start, each.span.end)))

    def others(self) -> tuple[Question, ...]:
        """Return the open questions about settings and whole files: they stand nowhere."""
        return tuple(each for each in self.open if each.kind != "text")

    def place(self, question: Question, document: Document) -> Place:
        """Return where a question about a text stands in the text of now."""
        now = self._outline_of(document)
        following = self._following.get(question.merged)
        if following is None or following.after is not now:
            following = Following(self._outline_at(question.merged), now)
            self._following[question.merged] = following
        standing = following.follow(question.meeting.merged_span, question.meeting.uid)
        return Place(question, standing.span, standing.state, now.block_at(standing.span.start))

    def home(self, question: Question) -> str:
        """Return the file in which the place of a question is now, or '' when none has it.

        Follows a clause into another document, and a document to another name.
        """
        root, uid = self._workspace.root, question.meeting.uid
        there = is_document(question.path) and (root / question.path).exists()
        if there and (not uid or self.read_file(question.path).clause(uid) is not None):
            return question.path
        documents = {
            entry.path: self.read_file(entry.path)
            for entry in self._workspace.settings.documents
            if (root / entry.path).exists()
        }
        for path, document in documents.items():
            if document.clause(uid) is not None:
                return path
        if (root / question.path).exists():
            return question.path
        then = self._outline_at(question.merged).document
        return renames({question.path: then}, documents).get(question.path, "")

    def read_file(self, path: str) -> Document:
        """Return a document as its file has it, for a question in one that is not open.

        Raises:
            OutsideFailure: it cannot be read.
        """
        return read_document(decode(read_file(self._workspace.root / path)))

    def text_when_asked(self, question: Question) -> str:
        """Return the text in which a question was asked."""
        return self._outline_at(question.merged).document.text

    def contents(self, content_id: str) -> bytes:
        """Return what a question names by its content id."""
        return self._contents.read(content_id)

    def following(
        self, path: str, document: Document, line: int, step: int, *, decide_only: bool = False
    ) -> Place | None:
        """Return the next (1) or previous (-1) question from a line; goes round at the ends."""
        places = [
            each
            for each in self.places(path, document)
            if each.question.to_decide or not decide_only
        ]
        if not places:
            return None
        if step > 0:
            return next((each for each in places if each.span.start > line), places[0])
        return next((each for each in reversed(places) if each.span.start < line), places[-1])

    # -- answering ---------------------------------------------------------

    def decide(
        self,
        session: Session,
        question_id: str,
        choice: str,
        text: str | None = None,
        *,
        origin: object | None = None,
    ) -> Changed:
        """Put what was chosen in the place of the question, as one transaction.

        Args:
            choice: the name of an offer; '' for words of one's own.
            text: the own words, as whole lines.

        Raises:
            UserError: ``no-such-question``, ``no-such-choice``, ``clause-locked``,
                ``document-read-only``; the question stays open.
        """
        question = self.question(question_id)
        chosen = chosen_text(question, choice, text)
        place = self.place(question, session.document)
        changes = self.changes(session.document, place, chosen)
        answer = _Answering(self, question_id, choice, chosen)
        return session.do(
            DECIDE, changes, focus=_focus(changes, place), beyond=answer, origin=origin
        )

    def nod(
        self, session: Session | None, question_id: str, *, origin: object | None = None
    ) -> Changed | None:
        """Agree with what stands: the question is done with. With a session, undo asks it again.

        Raises:
            UserError: ``no-such-question``; ``not-a-look`` for what must be decided.
        """
        question = self.question(question_id)
        if question.to_decide:
            raise UserError("not-a-look", question=question_id)
        answer = _Answering(self, question_id, NOD_CHOICE, question.meeting.merged)
        if session is None:
            self.settle(question_id, NOD_CHOICE, question.meeting.merged)
            return None
        place = self.place(question, session.document)
        return session.do(NOD, (), focus=place.block, beyond=answer, origin=origin)

    def reopen(self, session: Session | None, question_id: str) -> Changed | None:
        """Ask an answered question again; with a session its text of before stands again.

        Raises:
            UserError: ``no-such-question``.
        """
        answer = self._log.answers.get(question_id)
        if answer is None or answer.shared:
            raise UserError("no-such-question", question=question_id)
        question = self._log.reopen(question_id)
        self._tell()
        if session is None or question.kind != "text":
            return None
        place = self.place(question, session.document)
        changes = self.changes(session.document, place, question.meeting.merged, always=True)
        return session.do(REOPEN, changes, focus=_focus(changes, place))

    def decide_file(self, question_id: str, choice: str, text: str | None = None) -> None:
        """Answer a question about a document that is not open, the settings, or a whole file.

        Raises:
            UserError: as `decide`; ``changed-outside`` when another program wrote meanwhile.
            OutsideFailure: the file cannot be read or written; the question stays open.
        """
        question = self.question(question_id)
        chosen = chosen_text(question, choice, text)
        put_in_file(self._workspace, self, question, choice, chosen)
        self.settle(question_id, choice, chosen)

    def settle(self, question_id: str, choice: str, text: str) -> None:
        """Write an answer down; the text itself is changed by who calls this.

        Raises:
            OutsideFailure: it could not be written; the question stays open.
        """
        if question_id in self._log.open:
            self._log.answer(question_id, choice, text)
            self._tell()

    def unsettle(self, question_id: str) -> None:
        """Ask an answered question again, as undo does; raises as `settle`."""
        if question_id in self._log.answers:
            self._log.reopen(question_id)
            self._tell()

    # -- receiving ---------------------------------------------------------

    def refresh(
        self, session: Session, keeper: Keeper | None, received: Received
    ) -> Changed | None:
        """Show what was received in an open document; on the thread of its session.

        What was typed meanwhile is merged with it. Begins the undo history anew:
        the way back is taking back what was received. Lets the keeper save again.
        """
        self.read_again()
        found = next((each for each in received.rewritten if each.path == session.entry.path), None)
        if found is None:
            return None
        try:
            if session.document.text == found.before:
                return session.adopt(found.after, RECEIVE, found.changes)
            document = self._meet(session, found.before, found.after)
            return session.adopt(document, RECEIVE, ())
        finally:
            if keeper is not None:
                keeper.release()

    def read_again(self) -> None:
        """Read what is open anew, after it was changed elsewhere."""
        self._log = QuestionLog(self._workspace.repository.private_folder)
        self._tell()

    def _meet(self, session: Session, before: str, document: Document) -> Document:
        repository = self._workspace.repository
        path = session.entry.path
        text, asked = meet_texts(repository, path, before, session.document.text, document.text)
        if asked:
            self._log.add(asked)
            hold_texts(repository, self._log)
        return read_document(text)

    def prepare(self, question: Question, contents: RepositoryContents) -> None:
        """Read what finding a question takes, so that nobody waits for it later.

        The one method that may be called on another thread, with ``contents`` of its own.
        """
        if question.merged and question.merged not in self._outlines:
            outline = Outline(read_document(decode(contents.read(question.merged))))
            outline.clause_span(question.meeting.uid)
            self._outlines[question.merged] = outline

    # -- inside ------------------------------------------------------------

    def _tell(self) -> None:
        for listener in tuple(self.listeners):
            listener()

    def _outline_of(self, document: Document) -> Outline:
        if self._now is None or self._now.document is not document:
            self._now = Outline(document)
        return self._now

    def _outline_at(self, content_id: str) -> Outline:
        if content_id not in self._outlines:
            text = decode(self._contents.read(content_id))
            self._outlines[content_id] = Outline(read_document(text))
        return self._outlines[content_id]

    def changes(
        self, document: Document, place: Place, text: str, *, always: bool = False
    ) -> tuple[Change, ...]:
        """Return what puts a text in a place; what stands there already changes nothing."""
        meeting = place.question.meeting
        if text == meeting.merged and not always:
            return ()
        now = self._outline_of(document)
        if place.state == "gone" and text:
            then = self._outline_at(place.question.merged)
            whole = then.clause_span(meeting.uid) if meeting.uid else None
            if whole is not None:  # the clause left: it comes back whole, with what was chosen
                lines = then.lines
                place_in = meeting.merged_span.start - whole.start
                length = meeting.merged_span.end - meeting.merged_span.start
                text = with_lines(
                    lines[whole.start : whole.end], (place_in, place_in + length, text)
                )
        return replace_lines(now, place.span, text)


@dataclass(frozen=True, slots=True)
class _Answering:
    """An answer as what a transaction changes beside the document; undo asks again."""

    questions: OpenQuestions
    question_id: str
    choice: str
    text: str

    @property
    def writes_document(self) -> bool:
        """Whether it also writes the file of the document: it does not."""
        return False

    def carry(self, _document: Document, *, back: bool) -> None:
        """Write the answer down, or ask again."""
        if back:
            self.questions.unsettle(self.question_id)
        else:
            self.questions.settle(self.question_id, self.choice, self.text)


def chosen_text(question: Question, choice: str, text: str | None) -> str:
    """Return the lines that a choice puts in a place.

    Raises:
        UserError: ``no-such-choice``.
    """
    if text is not None:
        return text if not text or text.endswith(("\n", "\r")) else text + "\n"
    for offer in question.meeting.offers:
        if offer.name == choice:
            return offer.text
    known = ", ".join(offer.name for offer in question.meeting.offers)
    raise UserError("no-such-choice", choice=choice, known=known)


def _focus(changes: Sequence[Change], place: Place) -> int | None:
    return next(_indexes(changes), place.block)


def _indexes(changes: Sequence[Change]) -> Iterator[int]:
    for change in changes:
        if isinstance(change, ReplaceBlocks):
            yield change.index
