"""A file that somebody looks at before it is taken in, in a process of its own.

`FileDesk` keeps what it read last, so that what is taken in is what was looked at, to the
identity of each clause, and no document travels between processes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coauthor.document.model import Heading
from coauthor.document.reading import decode, read_document
from coauthor.errors import CoauthorError, UserError
from coauthor.exchange.proposal import Cutting, Proposal
from coauthor.history.repository import Author
from coauthor.workspace.bringing.judging import Intake, judge
from coauthor.workspace.bringing.lines import (
    Line,
    Said,
    Told,
    block_count,
    lines_of,
    numbered,
    said_of,
    told_of_reading,
)
from coauthor.workspace.bringing.refusing import readable_bytes
from coauthor.workspace.bringing.tables import UNKNOWN, plan_of_table
from coauthor.workspace.bringing.taking import NewPlace, made_place, whole_or_nothing
from coauthor.workspace.importing import propose_file, say_again, take_in
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import open_workspace

TEXTS = (".md", ".markdown", ".txt")
"""How names of files end of which the lines have numbers."""

Report = Callable[[object], None]
"""Is told which step is being made; may raise `Cancelled`."""


@dataclass(frozen=True, slots=True)
class Aim:
    """The workspace that a file goes to, and the text that is being written there now."""

    root: Path
    open_name: str
    open_text: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file would become.

    Args:
        plan: how it was cut, or its columns read; None where the file says it itself.
        lost: words or parts of the file that the document does not have.
        document: name of the document that is brought up to date; '' for a new one.
        title: of that document.
        text: that document as the file makes it; '' for a new one.
        kept: clauses that stay as they were written since the file was made.
        between: whether both wrote in the same text between the clauses.
        documents: name and title of each that it could bring up to date.
        like: title of the document that a new one resembles, and in how many clauses.
        error: why it becomes nothing yet, where another plan may mend that.
    """

    path: Path
    plan: Cutting | None
    lines: tuple[Line, ...] = ()
    clauses: int = 0
    headings: int = 0
    tombstones: int = 0
    said: tuple[Said, ...] = ()
    notes: tuple[Told, ...] = ()
    lost: tuple[str, ...] = ()
    document: str = ""
    title: str = ""
    text: str = ""
    kept: int = 0
    between: bool = False
    documents: tuple[tuple[str, str], ...] = ()
    like: tuple[str, int] | None = None
    error: CoauthorError | None = None


class FileDesk:
    """Reads a file as often as somebody wants it read otherwise, and takes it in once."""

    def __init__(self) -> None:
        self._read: tuple[Path, Proposal] | None = None
        self._intake: Intake | None = None

    def look(
        self,
        path: Path,
        plan: Cutting | None,
        aim: Aim | None,
        *,
        wanted: str | None = None,
        anew: bool = False,
        report: Report,
    ) -> Looked:
        """Return what a file would become; changes nothing.

        Args:
            plan: how to cut it or to read its columns; the likeliest way when None.
            aim: where it goes; None for a workspace that is not there yet.
            wanted: the document that it becomes, as in `judge`; ``anew`` too.

        Raises:
            UserError: see `propose_file`; ``import-nothing`` for a file without any text.
            OutsideFailure: the file or the workspace cannot be read.
        """
        self._read = self._intake = None
        report("reading")
        try:
            proposal = propose_file(path, plan)
        except UserError as error:
            if error.code != UNKNOWN:
                raise
            return Looked(path, plan_of_table(path, plan), error=error)
        report("comparing")
        update, entry, now, like = None, None, None, None
        documents: tuple[DocumentEntry, ...] = ()
        if aim is not None:
            workspace = open_workspace(aim.root)
            written = read_document(aim.open_text)
            texts = {aim.open_name: written}
            intake = judge(workspace, path, proposal, texts, wanted, anew=anew)
            update, entry, self._intake = intake.update, intake.entry, intake
            documents, like = tuple(workspace.settings.documents), intake.like
            if entry is not None:
                now = written if entry.name == aim.open_name else workspace.read(entry)
        made = update.document if update and entry else None
        lines = lines_of(proposal, update.rows if update and entry else (), now, made)
        if not lines:
            raise UserError("import-nothing", path=str(path))
        if path.suffix.lower() in TEXTS:
            lines = numbered(lines, decode(readable_bytes(path)))
        self._read = path, proposal
        return Looked(
            path,
            proposal.plan,
            lines,
            proposal.clauses,
            block_count(proposal.document, Heading),
            proposal.tombstones,
            said_of(proposal),
            told_of_reading(proposal.notes),
            proposal.lost,
            entry.name if entry else "",
            entry.title if entry else "",
            update.document.text if update and entry else "",
            sum(row.meanwhile == "kept" for row in update.rows) if update else 0,
            bool(update and update.between),
            tuple((each.name, each.title) for each in documents),
            (like[0].title, like[1]) if like else None,
        )

    def take(
        self,
        root: Path,
        *,
        place: NewPlace | None = None,
        author: Author,
        when: datetime,
        message: str,
        names: bool = False,
        report: Report,
    ) -> str:
        """Take in what was looked at last, as a new document; returns its name.

        Whoever stops it, or what goes wrong, leaves the workspace as it was.

        Args:
            root: the workspace; where it is made when ``place`` says what it becomes.
            names: keep the names of who remarked on the file or changed it.

        Raises:
            UserError, OutsideFailure: see `take_in`, `new_workspace`, `derive_workspace`.
        """
        if self._read is None:
            raise UserError("import-look-first")
        path, proposal = self._read
        report("making")
        with made_place(root, place, author, when) as workspace, whole_or_nothing(workspace):
            report("writing")
            entry = take_in(
                workspace,
                path,
                proposal,
                author=author,
                when=when,
                message=message,
                names=names,
            )
        return entry.name

    def say(
        self, root: Path, *, author: Author, when: datetime, names: bool, report: Report
    ) -> str:
        """Say of the document that is brought up to date what was said in the file, once.

        Returns:
            The name of the document.

        Raises:
            As `coauthor.workspace.importing.say_again`.
        """
        if self._read is None or self._intake is None or self._intake.entry is None:
            raise UserError("import-look-first")
        _path, proposal = self._read
        update, entry = self._intake.update, self._intake.entry
        workspace = open_workspace(root)
        with whole_or_nothing(workspace):
            report("writing")
            say_again(workspace, entry, proposal, update, author=author, when=when, names=names)
        return entry.name
