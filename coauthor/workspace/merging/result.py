"""What a merge of two states of a workspace comes to."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Protocol

from coauthor.document.reading import encode
from coauthor.history.states import FileMode, FileState, State
from coauthor.merge.model import Choice, Meeting, Outcome, Span
from coauthor.workspace.deciding.questions import Question, QuestionKind, named

DOCUMENTS = "documents/"


NOWHERE = Span(0, 0)


class Contents(Protocol):
    """Gives and keeps the contents that a state names."""

    def read(self, content_id: str) -> bytes:
        """Return a content."""
        ...

    def keep(self, data: bytes) -> str:
        """Store a content and return what identifies it."""
        ...


@dataclass(frozen=True)
class Joined:
    """The state that two states became.

    Args:
        meetings: what was done, by path.
        questions: what is to look at or to decide.
    """

    state: State
    meetings: Mapping[str, tuple[Meeting, ...]] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Sides:
    """The three states, and where their contents are.

    Args:
        frozen: uid and code of every clause that a frozen version or a release holds.
    """

    base: State
    ours: State
    theirs: State
    contents: Contents
    version: str = ""
    frozen: AbstractSet[tuple[str, str]] = frozenset()

    def ids(self, path: str) -> tuple[FileState | None, FileState | None, FileState | None]:
        """Return the file of that path on each side."""
        return self.base.get(path), self.ours.get(path), self.theirs.get(path)

    def data(self, file: FileState | None) -> bytes:
        """Return the content of a file; none has no bytes."""
        return b"" if file is None else self.contents.read(file.id)


class JoinResult:
    """What a join has come to so far."""

    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self.state: dict[str, FileState] = {}
        self.meetings: dict[str, tuple[Meeting, ...]] = {}
        self.questions: list[Question] = []
        self.renamed: dict[str, str] = {}
        self.their_paths: dict[str, str] = {}

    def put(self, path: str, file: FileState | None) -> None:
        """Let a file stand; None lets none stand."""
        if file is not None:
            self.state[path] = file

    def put_text(self, path: str, text: str, mode: FileMode) -> str:
        """Let a text stand; returns what identifies it."""
        content_id = self.sides.contents.keep(encode(text))
        self.state[path] = FileState(content_id, mode)
        return content_id

    def met(self, path: str, meetings: tuple[Meeting, ...]) -> None:
        """Note what was done in a file."""
        if meetings:
            self.meetings[path] = (*self.meetings.get(path, ()), *meetings)

    def ask(
        self,
        path: str,
        kind: QuestionKind,
        meeting: Meeting,
        *,
        merged: str = "",
        theirs: str = "",
        base: str = "",
        part: tuple[str, ...] = (),
    ) -> None:
        """Ask about a place; the arguments are those of a `Question`."""
        version = self.sides.version
        there = self.their_paths.get(path, "")
        question = Question("", path, kind, meeting, merged, theirs, version, part, base, there)
        self.questions.append(question)

    def joined(self) -> Joined:
        """Return what it has come to."""
        return Joined(dict(sorted(self.state.items())), self.meetings, named(self.questions))


def is_document(path: str) -> bool:
    """Tell whether a path is that of a document."""
    return path.startswith(DOCUMENTS) and path.endswith(".md")


def whole_meeting(
    base: str, ours: str, theirs: str, reason: str, outcome: Outcome = Outcome.DECIDE
) -> Meeting:
    """Return a meeting of two files as a whole."""
    offers = (Choice("ours", ours), Choice("theirs", theirs))
    return Meeting(
        outcome,
        reason,
        "both",
        "",
        base,
        ours,
        theirs,
        ours,
        NOWHERE,
        NOWHERE,
        NOWHERE,
        NOWHERE,
        offers if outcome is Outcome.DECIDE else (),
    )


def taken_meeting(base: str, theirs: str) -> Meeting:
    """Return the meeting of a file that they alone changed."""
    whole = whole_meeting(base, base, theirs, "", Outcome.TAKEN)
    return replace(whole, side="theirs", merged=theirs)


def mode_of(base: FileState | None, ours: FileState, theirs: FileState) -> FileMode:
    """Return the mode that a side changed, else ours."""
    return theirs.mode if base is not None and ours.mode == base.mode else ours.mode
