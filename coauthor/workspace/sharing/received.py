"""What was received, in numbers and texts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from coauthor.document.changes import Change
from coauthor.document.difference import changes_between
from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.history import states
from coauthor.history.files import read_file
from coauthor.history.states import State
from coauthor.merge.model import Outcome
from coauthor.workspace import settings as settings_file
from coauthor.workspace.deciding.questions import Question
from coauthor.workspace.merging.common_ground import RepositoryContents
from coauthor.workspace.merging.result import Joined, is_document
from coauthor.workspace.sharing.senders import Sender, senders
from coauthor.workspace.trust.admitting import SetAside
from coauthor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A document whose file was rewritten: its text before and after.

    ``changes`` lead from the one to the other, for a document that is open.
    """

    path: str
    before: str
    after: Document
    changes: tuple[Change, ...] = ()


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
        frozen: published documents in which something was not let in.
        aside: what was not to be made, and was kept aside.
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
    frozen: tuple[str, ...] = ()
    aside: tuple[SetAside, ...] = ()

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


def account(
    workspace: Workspace,
    ours: str,
    new: str,
    theirs: str,
    joined: Joined,
    before: State,
    after: State,
    opened: AbstractSet[str] = frozenset(),
) -> Received:
    """Return what came in, in numbers and texts.

    Args:
        opened: paths of the documents that are open in a window.
    """
    repository = workspace.repository
    changed = {
        path: [each for each in meetings if each.side != "ours"]
        for path, meetings in joined.meetings.items()
        if not path.startswith("decisions/")  # how others answered is no text to look at
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
        rewritten=tuple(_rewritten(workspace, paths, before, opened)),
        reopen=any(path == settings_file.FILE or path.startswith("standards/") for path in paths),
    )


def _rewritten(
    workspace: Workspace, paths: Iterable[str], before: State, opened: AbstractSet[str]
) -> Iterator[Rewritten]:
    contents = RepositoryContents(workspace.repository)
    for path in sorted(paths):
        file = workspace.root / path
        if is_document(path) and file.exists():
            old = decode(contents.read(before[path].id)) if path in before else ""
            new = read_document(decode(read_file(file)))
            changes = changes_between(read_document(old), new) if path in opened else ()
            yield Rewritten(path, old, new, changes)
