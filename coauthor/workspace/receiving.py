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

from coauthor.document.lines import split_lines
from coauthor.document.model import Document
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import UserError
from coauthor.history import states
from coauthor.history.files import read_file, write_atomically
from coauthor.history.repository import Author, Repository
from coauthor.history.states import FileState, State
from coauthor.history.switching import Switch, begun, steps_between
from coauthor.merge.following import Outline, follow
from coauthor.merge.merging import merge_texts
from coauthor.merge.model import Outcome
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
    finish(workspace)
    with _held(keepers):
        author = workspace.speaker(author)
        for _ in range(TRIES - 1):
            with contextlib.suppress(_ChangedOutsideError):
                return _receive(workspace, theirs, author, when, naming, keepers)
        try:
            return _receive(workspace, theirs, author, when, naming, keepers)
        except _ChangedOutsideError as error:
            raise error.cause from error


def finish(workspace: Workspace) -> bool:
    """Finish what a program that died had begun; tells whether there was something.

    Raises:
        OutsideFailure: it cannot be finished now; all is kept for the next time.
    """
    switch = begun(workspace.repository)
    if switch is None:
        return False
    _complete(workspace, switch)
    return True


# -- receiving ---------------------------------------------------------------


class _ChangedOutsideError(Exception):
    """A file changed in the moment between saving and writing: try again."""

    def __init__(self, cause: UserError) -> None:
        super().__init__()
        self.cause = cause


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
    questions = _with_looks(joined, log)
    note = _note(questions, ours, new, theirs, when)
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
    base = _as_asked(contents, base, bases, log.open.values())
    mine, yours = (states.state_of(repository, version) for version in (ours, theirs))
    sides = Sides(base, mine, yours, contents)
    chosen = decided_before(workspace.root / "decisions")
    chosen |= {each.question.meeting.key: each.text for each in log.answers.values()}
    return sides, join(sides, policy, chosen.get, version=theirs)


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
) -> State:
    """Return the base with what was there before where a decision is still open.

    Their version is common ground now, but at an open place we have not taken it:
    so the same question comes out again, or the one that their next edit makes of it.
    """
    state = dict(base)
    grouped: dict[str, list[Question]] = {}
    for question in asked:
        if question.to_decide and question.version in bases:
            grouped.setdefault(question.path, []).append(question)
    for path, questions in grouped.items():
        file = state.get(path)
        kinds = {question.kind for question in questions}
        if "file" in kinds:
            known = next(question.base for question in questions if question.kind == "file")
            state.pop(path, None)
            if known:
                state[path] = FileState(known, file.mode if file else FileState("").mode)
        elif file is not None:
            text = _text_before(contents, decode(contents.read(file.id)), questions)
            state[path] = replace(file, id=contents.keep(encode(text)))
    return state


def _text_before(contents: RepositoryContents, text: str, questions: Sequence[Question]) -> str:
    for question in questions:
        if question.kind == "key":
            with contextlib.suppress(UnreadableError):
                text = with_part(text, question.part, question.meeting.base)
    places = [question for question in questions if question.kind == "text"]
    if not places:
        return text
    now = Outline(read_document(text))
    lines = split_lines(text)
    for question in sorted(places, key=lambda each: -each.meeting.theirs_span.start):
        then = Outline(read_document(decode(contents.read(question.theirs))))
        place = follow(then, now, question.meeting.theirs_span, question.meeting.uid).span
        lines[place.start : place.end] = [question.meeting.base]
    return "".join(lines)


def _with_looks(joined: Joined, log: QuestionLog) -> tuple[Question, ...]:
    """Return the questions with the looks of before that nobody nodded at yet."""
    asked = {question.meeting.key for question in joined.questions}
    kept = [
        question
        for question in log.open.values()
        if not question.to_decide and question.meeting.key not in asked
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
