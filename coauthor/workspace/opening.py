"""Opening a document to write in it: recovering what a crash left, keeping it safe.

The session, its keeper and what the person must be told come together here.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coauthor.document.changes import ChangeMisfitError, apply, from_record
from coauthor.document.model import Document
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import CoauthorError, OutsideFailure
from coauthor.history.files import digest_of, read_file, remove_leftovers, write_atomically
from coauthor.history.journal import (
    Journal,
    Recovery,
    discard_journal,
    journal_folder,
    recover,
)
from coauthor.history.leftovers import remove_locks
from coauthor.history.presence import Claim, Occupied, ReadOnlyFolder, claim
from coauthor.review.memo.frozen import Frozen
from coauthor.workspace.deciding.questions import QuestionLog
from coauthor.workspace.events import people_of
from coauthor.workspace.keeping import Keeper
from coauthor.workspace.memo.frozen import frozen_document
from coauthor.workspace.person import Person
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.sharing.receiving import finish, hold_texts, meet_files
from coauthor.workspace.signing.waivers import policy_of
from coauthor.workspace.transactions import FROZEN
from coauthor.workspace.workspace import Workspace, load_settings


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the person; the catalogue holds ``notice-<code>``."""

    code: str
    parameters: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """A workspace as one window has it: with or without the right to write."""

    workspace: Workspace
    person: Person
    claim: Claim | None
    read_only: str
    notices: tuple[Notice, ...]

    def leave(self) -> None:
        """Let another window write."""
        if self.claim is not None:
            self.claim.release()


@dataclass(frozen=True, slots=True)
class Opened:
    """An open document with what must be told about it."""

    session: Session
    keeper: Keeper | None
    notices: tuple[Notice, ...]


def sit_down(workspace: Workspace, person: Person, when: datetime) -> Desk:
    """Take a place at a workspace: to write where one may, else to read."""
    repository = workspace.repository
    notices: list[Notice] = []
    right = claim(repository.private_folder, when)
    read_only = ""
    if isinstance(right, Occupied):
        read_only = "occupied"
        notices.append(Notice("occupied", (("host", right.host), ("since", _moment(right.since)))))
    elif isinstance(right, ReadOnlyFolder):
        read_only = "folder"
        notices.append(Notice("read-only-folder", (("path", str(workspace.root)),)))
    elif not right.alone:
        notices.append(Notice("no-locks"))
    if repository.state():
        notices.append(Notice("repository-busy"))
    notices += [
        Notice("snapshot-damaged", (("standard", name),)) for name in workspace.damaged_snapshots()
    ]
    if workspace.settings.kind == "consultation":
        notices.append(_audience(workspace))
    granted = right if isinstance(right, Claim) else None
    if granted is not None:
        remove_locks(repository)
        workspace = _finished(workspace, notices)
    return Desk(workspace, person, granted, read_only, tuple(notices))


def _audience(workspace: Workspace) -> Notice:
    """Return who can read a room: everything in it is for all of them."""
    try:
        organisations = people_of(workspace).organisations
    except CoauthorError:
        organisations = ()
    own = workspace.settings.organisation
    names = ", ".join(each.name for each in organisations if each.name != own)
    code = "room-audience" if names else "room-audience-open"
    return Notice(code, (("organisation", own), ("names", names)))


def _finished(workspace: Workspace, notices: list[Notice]) -> Workspace:
    """Finish a receiving in which an earlier program died; the settings may be others then."""
    try:
        if not finish(workspace):
            return workspace
        return Workspace(workspace.root, load_settings(workspace.root))
    except CoauthorError as error:
        notices.append(Notice("receive-unfinished", (("reason", error.code),)))
        return workspace


def open_document(desk: Desk, entry: DocumentEntry, *, outside_message: str) -> Opened:
    """Open a document; recovers first what an earlier program had not saved.

    Args:
        outside_message: what a version is called that keeps a text changed by
            another program.

    Raises:
        OutsideFailure: the document cannot be read.
    """
    workspace = desk.workspace
    path = workspace.file(entry)
    notices: list[Notice] = []
    keeper: Keeper | None = None
    if desk.read_only:
        data = read_file(path)
    else:
        remove_leftovers(path.parent)
        data, journal, notices = _ready(desk, entry, path, outside_message)
        keeper = Keeper(
            path,
            entry.path,
            data,
            journal,
            workspace.repository,
            desk.person.author,
            outside_message,
        )
    document = read_document(decode(data))
    newer = workspace.newer_release(entry)
    frozen = frozen_document(workspace, entry)
    if frozen is not None:
        notices.append(frozen_notice(frozen, data))
    session = Session(
        entry,
        document,
        workspace.chain(entry),
        policy=policy_of(workspace, entry, datetime.now().astimezone().date()),
        newer=newer.document if newer else None,
        standard_workspace=workspace.settings.kind == "standard",
        record=keeper.record if keeper else None,
        read_only=desk.read_only or (FROZEN if frozen else ""),
    )
    if newer:
        notices.append(newer_notice(newer.release))
    if document.problems:
        notices.append(Notice("problems", (("count", len(document.problems)),)))
    return Opened(session, keeper, tuple(notices))


def frozen_notice(frozen: Frozen, data: bytes) -> Notice:
    """Return the notice that a text was published; or that it is no longer that text."""
    changed = digest_of(data) != frozen.digest
    return Notice("frozen-changed" if changed else "frozen", (("name", frozen.name),))


def newer_notice(release: str) -> Notice:
    """Return the notice that the standard has a newer release."""
    return Notice("newer-release", (("release", release),))


def _ready(
    desk: Desk, entry: DocumentEntry, path: Path, outside_message: str
) -> tuple[bytes, Journal | None, list[Notice]]:
    """Recover, then begin a journal over the file as it is then."""
    notices: list[Notice] = []
    try:
        folder = journal_folder(desk.workspace.root, desk.workspace.repository.private_folder)
    except OutsideFailure as error:
        return read_file(path), None, [Notice(error.code)]
    for found in recover(folder):
        if found.document == entry.path:
            notices += _restore(desk, path, found, outside_message)
    data = read_file(path)
    try:
        return data, Journal(folder, entry.path, data), notices
    except OutsideFailure as error:
        return data, None, [*notices, Notice("no-journal", (("reason", error.code),))]


def _restore(desk: Desk, path: Path, found: Recovery, outside_message: str) -> list[Notice]:
    """Bring back what a journal holds; the journal goes once the file has it."""
    if not found.records:
        discard_journal(found.journal)
        return []
    text, applied = replay(found)
    data = encode(text.text)
    if not applied:
        discard_journal(found.journal)
        return []
    current = path.read_bytes() if path.exists() else b""
    if current != data:
        if current not in (found.base, b"") and not _is_on_the_way(found, current):
            data = _met(desk, found, data, current, outside_message)
        write_atomically(path, data)
        discard_journal(found.journal)
        return [Notice("recovered", (("count", applied),))]
    discard_journal(found.journal)
    return []


def _met(desk: Desk, found: Recovery, ours: bytes, outside: bytes, outside_message: str) -> bytes:
    """Bring what was typed together with what another program wrote, or receiving did."""
    repository = desk.workspace.repository
    merged, asked = meet_files(repository, found.document, found.base, ours, outside)
    if asked:  # at such a place ours stands; theirs is kept, and asked about
        log = QuestionLog(repository.private_folder)
        log.add(asked)
        hold_texts(repository, log)
        when = datetime.now().astimezone()
        author = desk.workspace.speaker(desk.person.author)
        repository.commit_content({found.document: outside}, outside_message, author, when)
    return merged


def replay(found: Recovery) -> tuple[Document, int]:
    """Return the text that a journal leads to, and how many transactions it took."""
    document = read_document(decode(found.base))
    applied = 0
    for record in found.records:
        try:
            changes = [from_record(each) for each in record.get("changes", ())]
            document = apply(document, *changes)
        except ChangeMisfitError:
            break
        applied += 1
    return document, applied


def _is_on_the_way(found: Recovery, current: bytes) -> bool:
    """Tell whether a file is one of the texts that the journal passes through."""
    document = read_document(decode(found.base))
    for record in found.records:
        try:
            document = apply(document, *(from_record(e) for e in record.get("changes", ())))
        except ChangeMisfitError:
            return False
        if encode(document.text) == current:
            return True
    return False


def _moment(since: str) -> str:
    """Return a moment as people here write it; what is none stays as it is."""
    try:
        return datetime.fromisoformat(since).strftime("%d-%m-%Y %H:%M")
    except ValueError:
        return since
