"""Receiving: what others wrote comes into the workspace, and nothing is lost.

Own work becomes a version first. Then the versions of others are taken, or both
are merged into a version with two parents. The files change as one step: a death
of the program leaves the old state, the new one, or a note by which the next start
finishes.
"""

import contextlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from filelock import FileLock, Timeout

from coauthor.document.lines import split_lines, with_lines
from coauthor.document.model import Document
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import OutsideFailure, UserError
from coauthor.history import states
from coauthor.history.files import failure, read_file, write_atomically
from coauthor.history.repository import Author, Repository
from coauthor.history.states import FileMode, FileState, State
from coauthor.history.switching import Switch, begun, steps_between
from coauthor.merge.following import Outline, follow
from coauthor.merge.merging import merge_texts
from coauthor.merge.model import Outcome, Span
from coauthor.merge.tables import UnreadableError, with_part
from coauthor.workspace import settings as settings_file
from coauthor.workspace.joining import Joined, Sides, is_document, join, undecided_as_before
from coauthor.workspace.keeping import Keeper
from coauthor.workspace.questions import (
    Question,
    QuestionLog,
    decided_before,
    from_values,
    named,
    to_values,
)
from coauthor.workspace.senders import Sender, senders
from coauthor.workspace.workspace import Workspace

LAST = "received.json"
"""What was received last, in the private folder: for taking it back."""

PATIENCE = 20.0
"""Seconds to wait for another program that is receiving here."""

TRIES = 3
"""How often is tried again when a file changes in the very moment."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What versions are called that receiving makes.

    Args:
        own: own work that was no version yet.
        received: where both came together.
    """

    own: str
    received: str


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A document whose file was rewritten: its text before and after."""

    path: str
    before: str
    after: Document


@dataclass(frozen=True)
class Received:
    """What came in.

    Args:
        version: the newest version now.
        versions: how many versions of others came in; 0 when there was nothing new.
        counts: how many places they changed, by what was done there.
        senders: who changed how many of them, most first.
        questions: everything that is open now: to decide and to look at.
        documents: how many places they changed, by path.
        rewritten: the documents whose files were rewritten.
        mixed: files that another program changed meanwhile; both are in them.
        reopen: the settings or a standard changed, so the workspace is to be
            opened anew.
        own: the version that holds the own work of before, or ''.
    """

    version: str
    versions: int = 0
    counts: Counter[Outcome] = field(default_factory=Counter)
    senders: tuple[Sender, ...] = ()
    questions: tuple[Question, ...] = ()
    documents: Counter[str] = field(default_factory=Counter)
    rewritten: tuple[Rewritten, ...] = ()
    mixed: tuple[str, ...] = ()
    reopen: bool = False
    own: str = ""

    @property
    def changes(self) -> int:
        """How many places others changed."""
        return self.counts.total()

    @property
    def to_decide(self) -> tuple[Question, ...]:
        """What only a person can decide."""
        return tuple(each for each in self.questions if each.to_decide)

    @property
    def to_look(self) -> tuple[Question, ...]:
        """What deserves a nod."""
        return tuple(each for each in self.questions if not each.to_decide)


class RepositoryContents:
    """The contents of a repository, for `join`."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def read(self, content_id: str) -> bytes:
        """Return a content."""
        return states.content(self._repository, content_id)

    def keep(self, data: bytes) -> str:
        """Store a content and return what identifies it."""
        return states.keep(self._repository, data)


def receive(
    workspace: Workspace,
    theirs: str,
    author: Author,
    when: datetime,
    naming: Naming,
    keepers: Sequence[Keeper] = (),
) -> Received:
    """Bring a version of others, which was fetched, into the workspace.

    Args:
        theirs: id of the version; '' when the place is still empty.
        keepers: of the documents that are open; each is held, and released by
            `OpenQuestions.refresh`, or here when its file was not rewritten or this fails.

    Raises:
        UserError: ``not-same-workspace``, ``settings-newer``, ``unsafe-path``,
            ``repository-busy``, or ``changed-outside`` when another program keeps
            writing in a file; the workspace is as it was.
        OutsideFailure: something could not be written. What was begun is finished
            by the next call, or by `finish`.
    """
    with _alone(workspace):
        _finish(workspace)
        with _held(keepers):
            author = workspace.speaker(author)
            return _receive_patiently(workspace, theirs, author, when, naming, keepers)


def finish(workspace: Workspace) -> bool:
    """Finish what a program that died had begun; tells whether there was something.

    Raises:
        OutsideFailure: it cannot be finished now; all is kept for the next time.
    """
    with _alone(workspace):
        return _finish(workspace)


def _finish(workspace: Workspace) -> bool:
    repository = workspace.repository
    switch = begun(repository)
    if switch is None:
        return False
    if states.newest(repository) in (switch.old, switch.new):
        _complete(workspace, switch)
    else:
        _receive_anew(workspace, switch)
    return True


def _receive_anew(workspace: Workspace, switch: Switch) -> None:
    """Bring in what was being received, over a version that was made since by other means."""
    repository = workspace.repository
    log = QuestionLog(repository.private_folder)
    asked = [from_values(each) for each in switch.note["questions"]]
    known = {question.id for question in asked}
    waiting = [each for each in log.open.values() if each.id not in known]
    log.ask([*asked, *waiting], log.answers.values())
    switch.forget()
    made = repository.version(switch.new)
    author = Author(made.author, organisation=made.organisation)
    naming = Naming(made.message, made.message)
    _receive_patiently(workspace, switch.new, author, made.when, naming, ())


# -- receiving ---------------------------------------------------------------


class _ChangedOutsideError(Exception):
    """A file changed in the moment between saving and writing: try again."""

    def __init__(self, cause: UserError) -> None:
        super().__init__()
        self.cause = cause


def _receive_patiently(
    workspace: Workspace,
    theirs: str,
    author: Author,
    when: datetime,
    naming: Naming,
    keepers: Sequence[Keeper],
) -> Received:
    for _ in range(TRIES - 1):
        with contextlib.suppress(_ChangedOutsideError):
            return _receive(workspace, theirs, author, when, naming, keepers)
    try:
        return _receive(workspace, theirs, author, when, naming, keepers)
    except _ChangedOutsideError as error:
        raise error.cause from error


def _receive(
    workspace: Workspace,
    theirs: str,
    author: Author,
    when: datetime,
    naming: Naming,
    keepers: Sequence[Keeper],
) -> Received:
    repository = workspace.repository
    own = keep_own(workspace, author, when, naming.own)
    ours = states.newest(repository)
    log = QuestionLog(repository.private_folder)
    if not theirs or states.is_within(repository, theirs, ours):
        _release(keepers)
        return Received(ours, own=own, questions=tuple(log.open.values()))
    sides, joined = merged_states(workspace, ours, theirs, log)
    alone = states.is_within(repository, ours, theirs)
    new = theirs
    if not alone:
        parents = (ours, theirs)
        new = states.make_version(repository, joined.state, parents, naming.received, author, when)
    state = sides.theirs if alone else joined.state
    note = _note(joined.questions, ours, new, theirs, when)
    mixed = _switch(
        workspace, Switch(repository, ours, new, steps_between(sides.ours, state), note)
    )
    log = QuestionLog(repository.private_folder)
    received = _account(workspace, ours, new, theirs, joined, sides.ours, state)
    _tell(keepers, workspace, received)
    open_now = tuple(log.open.values())
    return replace(received, own=own, mixed=mixed, questions=open_now)


def keep_own(workspace: Workspace, author: Author, when: datetime, message: str) -> str:
    """Make a version of everything that is none yet; return its id, or ''."""
    try:
        return workspace.repository.commit(message, workspace.speaker(author), when).id
    except UserError as error:
        if error.code != "nothing-new":
            raise
        return ""


def merged_states(
    workspace: Workspace, ours: str, theirs: str, log: QuestionLog
) -> tuple[Sides, Joined]:
    """Merge two versions without writing anything in the folder.

    Raises:
        UserError: ``not-same-workspace`` or ``settings-newer``.
    """
    repository = workspace.repository
    contents = RepositoryContents(repository)
    bases = states.common(repository, ours, theirs) if ours else ()
    if ours and not bases:
        raise UserError("not-same-workspace")
    policy = workspace.policy
    base = _base_state(workspace, contents, bases)
    base, again = _as_asked(contents, base, bases, log.open.values())
    mine, yours = (states.state_of(repository, version) for version in (ours, theirs))
    sides = Sides(base, mine, yours, contents)
    chosen = decided_before(workspace.root / "decisions")
    chosen |= {each.question.meeting.key: each.text for each in log.answers.values()}
    joined = join(sides, policy, chosen.get, version=theirs)
    return sides, replace(joined, questions=_with_those_before(joined, log, again))


def _base_state(workspace: Workspace, contents: RepositoryContents, bases: Sequence[str]) -> State:
    """Return the common ground; of several versions what they come to together."""
    repository = workspace.repository
    if not bases:
        return {}
    first, *others = bases
    state: State = states.state_of(repository, first)
    for other in others:
        below = states.common(repository, first, other)
        before = states.state_of(repository, below[0]) if below else {}
        sides = Sides(before, state, states.state_of(repository, other), contents)
        state = undecided_as_before(contents, join(sides, workspace.policy))
    return state


def _as_asked(
    contents: RepositoryContents, base: State, bases: Sequence[str], asked: Iterable[Question]
) -> tuple[State, frozenset[str]]:
    """Return the base with what was there before where a decision is still open.

    Their version is common ground now, but at an open place we have not taken it:
    so the same question comes out again, or the one that their next edit makes of it.
    Also returns the questions for which that was done.
    """
    state = dict(base)
    done: set[str] = set()
    waiting = [each for each in asked if _can_be_asked_again(each, bases)]
    for question in [each for each in waiting if each.kind == "file"]:
        file = state.pop(question.path, None)
        if question.base:
            state[question.path] = FileState(question.base, file.mode if file else FileMode.BLOB)
        done.add(question.id)
    for path, questions in _by_home(contents, state, waiting).items():
        text = decode(contents.read(state[path].id))
        text, found = _text_before(contents, text, questions)
        state[path] = replace(state[path], id=contents.keep(encode(text)))
        done |= found
    return state, frozenset(done)


def _can_be_asked_again(question: Question, bases: Sequence[str]) -> bool:
    """Tell whether a merge over what was before asks the same: where ours stands whole."""
    meeting = question.meeting
    stands = question.kind == "file" or meeting.merged == meeting.ours
    return question.to_decide and stands and question.version in bases


def _by_home(
    contents: RepositoryContents, state: State, questions: Sequence[Question]
) -> dict[str, list[Question]]:
    """Return the questions about texts and keys by the file in which they had the place."""
    homes: dict[str, list[Question]] = {}
    clauses: dict[str, str] = {}
    if any(question.meeting.uid for question in questions):
        for path, file in state.items():
            if is_document(path):
                document = read_document(decode(contents.read(file.id)))
                clauses |= {clause.uid: path for clause in document.clauses}
    for question in questions:
        home = clauses.get(question.meeting.uid, question.their_path or question.path)
        if question.kind != "file" and home in state:
            homes.setdefault(home, []).append(question)
    return homes


def _text_before(
    contents: RepositoryContents, text: str, questions: Sequence[Question]
) -> tuple[str, set[str]]:
    done: set[str] = set()
    for question in questions:
        if question.kind == "key":
            with contextlib.suppress(UnreadableError):
                text = with_part(text, question.part, question.meeting.base)
                done.add(question.id)
    places = [question for question in questions if question.kind == "text"]
    if not places:
        return text, done
    now = Outline(read_document(text))
    lines = split_lines(text)
    found: list[tuple[Span, Question]] = []
    for question in places:
        then = Outline(read_document(decode(contents.read(question.theirs))))
        standing = follow(then, now, question.meeting.theirs_span, question.meeting.uid)
        span = standing.span
        there = "".join(lines[span.start : span.end])
        if there == question.meeting.theirs and standing.state != "gone":
            found.append((span, question))
    end = len(lines)
    replaced: list[tuple[int, int, str]] = []
    for span, question in sorted(found, key=lambda each: (-each[0].start, -each[0].end)):
        if span.end <= end:
            replaced.append((span.start, span.end, question.meeting.base))
            end = span.start
            done.add(question.id)
    return with_lines(lines, *replaced), done


def _with_those_before(
    joined: Joined, log: QuestionLog, asked_again: frozenset[str]
) -> tuple[Question, ...]:
    """Return the questions with those of before that the merge could not ask again.

    Looks that nobody nodded at yet, and decisions whose place could not be found in
    the common ground: ours stands there as it did, so they stay as they are.
    """
    asked = {question.meeting.key for question in joined.questions}
    kept = [
        question
        for question in log.open.values()
        if question.id not in asked_again and question.meeting.key not in asked
    ]
    return named([*joined.questions, *kept])


def _note(
    questions: Sequence[Question], ours: str, new: str, theirs: str, when: datetime
) -> dict[str, object]:
    last = {"old": ours, "new": new, "theirs": theirs, "when": when.isoformat()}
    return {"questions": [to_values(each) for each in questions], "last": last}


def _switch(workspace: Workspace, switch: Switch) -> tuple[str, ...]:
    try:
        switch.begin()
    except UserError as error:
        if error.code == "changed-outside":
            raise _ChangedOutsideError(error) from error
        raise
    return _complete(workspace, switch)


def _complete(workspace: Workspace, switch: Switch) -> tuple[str, ...]:
    """Do what was written down, keep what it asks, and then forget the note."""
    repository = workspace.repository
    more: list[Question] = []

    def meet(path: str, old: bytes, now: bytes, new: bytes) -> bytes:
        merged, asked = meet_files(repository, path, old, now, new)
        more.extend(asked)
        return merged

    mixed = switch.finish(meet)
    log = QuestionLog(repository.private_folder)
    asked = [from_values(each) for each in switch.note["questions"]]
    forgotten = set(switch.note.get("forgotten", ()))
    answers = [each for each in log.answers.values() if each.question.id not in forgotten]
    log.ask(named([*asked, *more]), answers)
    if last := switch.note.get("last"):
        data = json.dumps(last).encode("ascii")
        write_atomically(repository.private_folder / LAST, data)
    else:
        (repository.private_folder / LAST).unlink(missing_ok=True)
    switch.forget()
    return mixed


def meet_files(
    repository: Repository, path: str, old: bytes, now: bytes, new: bytes
) -> tuple[bytes, tuple[Question, ...]]:
    """Bring together a file that two programs changed; what cannot be is asked."""
    if b"\0" in now or b"\0" in new:
        return now, ()
    text, asked = meet_texts(repository, path, *(decode(each) for each in (old, now, new)))
    return encode(text), asked


def meet_texts(
    repository: Repository, path: str, old: str, now: str, new: str
) -> tuple[str, tuple[Question, ...]]:
    """Bring together a text that was written on meanwhile; what cannot be is asked."""
    merge = merge_texts(old, now, new)
    ids = [states.keep(repository, encode(text)) for text in (merge.text, new)]
    asked = [
        Question("", path, "text", meeting, merged=ids[0], theirs=ids[1])
        for meeting in (*merge.decisions, *merge.looks)
    ]
    return merge.text, tuple(asked)


def _account(
    workspace: Workspace,
    ours: str,
    new: str,
    theirs: str,
    joined: Joined,
    before: State,
    after: State,
) -> Received:
    """Return what came in, in numbers and texts."""
    repository = workspace.repository
    changed = {
        path: [each for each in meetings if each.side != "ours"]
        for path, meetings in joined.meetings.items()
    }
    everything = [meeting for meetings in changed.values() for meeting in meetings]
    versions = list(states.between(repository, ours, theirs))
    paths = [path for path in {*before, *after} if before.get(path) != after.get(path)]
    return Received(
        version=new,
        versions=len(versions),
        counts=Counter(meeting.outcome for meeting in everything),
        senders=senders(repository, versions, changed),
        documents=Counter({path: len(found) for path, found in changed.items() if found}),
        rewritten=tuple(_rewritten(workspace, paths, before)),
        reopen=any(path == settings_file.FILE or path.startswith("standards/") for path in paths),
    )


def _rewritten(workspace: Workspace, paths: Iterable[str], before: State) -> Iterator[Rewritten]:
    contents = RepositoryContents(workspace.repository)
    for path in sorted(paths):
        file = workspace.root / path
        if is_document(path) and file.exists():
            old = decode(contents.read(before[path].id)) if path in before else ""
            yield Rewritten(path, old, read_document(decode(read_file(file))))


@contextlib.contextmanager
def _alone(workspace: Workspace) -> Iterator[None]:
    """Keep other programs from receiving, or finishing it, at the same time."""
    private = workspace.repository.private_folder
    lock = FileLock(private / "receiving.lock", timeout=PATIENCE, thread_local=False)
    try:
        private.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise OutsideFailure("receiving-elsewhere") from error
    except NotImplementedError:
        pass  # a drive without locks
    except OSError as error:
        raise failure(error, private) from error
    try:
        yield
    finally:
        lock.release()


# -- open documents ----------------------------------------------------------


@contextlib.contextmanager
def _held(keepers: Sequence[Keeper]) -> Iterator[None]:
    """Hold the files of the open documents; released when what is done here fails."""
    held: list[Keeper] = []
    try:
        for keeper in keepers:
            keeper.hold()
            held.append(keeper)
        yield
    except BaseException:
        _release(held)
        raise


def _release(keepers: Iterable[Keeper]) -> None:
    for keeper in keepers:
        keeper.release()


def _tell(keepers: Sequence[Keeper], workspace: Workspace, received: Received) -> None:
    """Tell the keepers what their files are now; those that did not change go on."""
    rewritten = {each.path for each in received.rewritten}
    for keeper in keepers:
        if keeper.name in rewritten:
            keeper.wrote(read_file(workspace.root / keeper.name))
        else:
            keeper.release()
