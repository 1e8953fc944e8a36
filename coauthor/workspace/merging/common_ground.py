"""The merge of two versions over what they have in common, without writing in the folder.

What is common is a version, several of them after a criss-cross, and at a place on
which we have not decided yet what was there before their version.
"""

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from coauthor.document.lines import split_lines, with_lines
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import UserError
from coauthor.history import states
from coauthor.history.repository import Repository
from coauthor.history.states import FileMode, FileState, State
from coauthor.lineage.locks import NO_LOCKS
from coauthor.merge.following import Outline, follow
from coauthor.merge.model import Span
from coauthor.merge.tables import UnreadableError, with_part
from coauthor.review.rights import EDIT
from coauthor.workspace.baselines import frozen_clauses
from coauthor.workspace.deciding.questions import Question, QuestionLog, decided_before, named
from coauthor.workspace.events import acts_here
from coauthor.workspace.merging.result import Joined, Sides, is_document
from coauthor.workspace.merging.states import join, undecided_as_before
from coauthor.workspace.workspace import Workspace


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


def merged_states(
    workspace: Workspace,
    ours: str,
    theirs: str,
    log: QuestionLog,
    held: Mapping[str, FileState | None] | None = None,
) -> tuple[Sides, Joined]:
    """Merge two versions without writing anything in the folder.

    Args:
        held: files of theirs that come in otherwise than they stand there.

    Raises:
        UserError: ``not-same-workspace`` or ``settings-newer``.
    """
    repository = workspace.repository
    contents = RepositoryContents(repository)
    bases = states.common(repository, ours, theirs) if ours else ()
    if ours and not bases:
        raise UserError("not-same-workspace")
    # Who may not write decides nothing about a text: it comes in as it is, and is not final.
    policy = workspace.policy if EDIT in acts_here(workspace) else NO_LOCKS
    base = _base_state(workspace, contents, bases)
    base, again = _as_asked(contents, base, bases, log.open.values())
    mine, yours = (states.state_of(repository, version) for version in (ours, theirs))
    put = {**yours, **(held or {})}
    yours = {path: file for path, file in put.items() if file is not None}
    sides = Sides(base, mine, yours, contents, frozen=frozen_clauses(workspace))
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
    frozen = frozen_clauses(workspace)
    for other in others:
        below = states.common(repository, first, other)
        before = states.state_of(repository, below[0]) if below else {}
        there = states.state_of(repository, other)
        sides = Sides(before, state, there, contents, frozen=frozen)
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
