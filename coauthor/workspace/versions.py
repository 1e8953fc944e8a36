"""Versions: saving one, looking back, releasing a standard."""

import re
from collections.abc import Iterator
from datetime import datetime

from coauthor.document.excerpt import clause_source
from coauthor.document.model import Clause, Document, Tombstone
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import UserError
from coauthor.history.files import write_atomically
from coauthor.history.repository import Author, Version
from coauthor.history.timeline import ClauseVersion, clause_versions
from coauthor.lineage.locks import is_locked
from coauthor.review.rights import RELEASE
from coauthor.workspace import settings as settings_file
from coauthor.workspace.events import demand
from coauthor.workspace.memo.freezing import refuse_changes
from coauthor.workspace.settings import DocumentEntry, with_value
from coauthor.workspace.signing.finishing import refuse_unfit
from coauthor.workspace.standards import RELEASE_PREFIX
from coauthor.workspace.upgrading.releasing import refuse_low_number
from coauthor.workspace.voting.minorities import keep_positions
from coauthor.workspace.voting.settling import refuse_unsettled
from coauthor.workspace.workspace import Workspace

_RELEASE = re.compile(r"\d+(\.\d+){0,3}([.-][A-Za-z0-9]+)*")


def save_version(workspace: Workspace, message: str, author: Author, when: datetime) -> Version:
    """Save everything as a version with a message in the person's own words.

    Raises:
        UserError: ``message-missing``, ``nothing-new``, ``repository-busy``, or
            ``frozen-changed`` when a published text was changed by hand.
        OutsideFailure: it could not be written; no version was made.
    """
    if not message.strip():
        raise UserError("message-missing")
    refuse_changes(workspace)
    return workspace.repository.commit(message.strip(), workspace.speaker(author), when)


def versions(workspace: Workspace, entry: DocumentEntry | None = None) -> Iterator[Version]:
    """Yield versions, newest first; with a document those that changed it."""
    return workspace.repository.versions(entry.path if entry else None)


def read_version(workspace: Workspace, version_id: str, entry: DocumentEntry) -> Document:
    """Return a document as it was in a version.

    Raises:
        UserError: ``no-such-version`` or ``not-in-version``.
    """
    return read_text(workspace, version_id, entry.path)


def read_text(workspace: Workspace, version_id: str, path: str) -> Document:
    """Return the document at a path as it was in a version, whatever it is called now.

    Raises:
        UserError: ``no-such-version`` or ``not-in-version``.
    """
    return read_document(decode(workspace.repository.read(version_id, path)))


def document_of_clause(workspace: Workspace, uid: str, version_id: str) -> DocumentEntry:
    """Return the document in which a clause stands now, or else stood in a version.

    Raises:
        UserError: ``no-such-clause`` when it stands in neither.
    """
    entries = workspace.settings.documents
    for entry in entries:
        if workspace.read(entry).clause(uid) is not None:
            return entry
    walk = workspace.repository.walk()
    for entry in entries:
        content = walk.document(version_id, entry.path)
        if clause_source(decode(walk.content(content)), uid):
            return entry
    raise UserError("no-such-clause", uid=uid)


def text_to_restore(
    workspace: Workspace, here: DocumentEntry, uid: str, version_id: str, path: str
) -> Document:
    """Return the earlier text in which a clause stands that comes back ``here``.

    Raises:
        UserError: ``clause-elsewhere`` when the clause stands in another document now:
            it would be there twice.
    """
    earlier = read_text(workspace, version_id, path)
    for entry in workspace.settings.documents:
        clause = workspace.read(entry).clause(uid) if entry.name != here.name else None
        if clause is not None:
            name = clause.code or clause.title or uid
            raise UserError("clause-elsewhere", clause=name, document=entry.title)
    return earlier


def clause_history(workspace: Workspace, uid: str) -> Iterator[ClauseVersion]:
    """Yield the versions that changed a clause, newest first.

    Follows the identity over documents and over what came in from others; see
    `coauthor.history.timeline.clause_versions`.
    """
    return clause_versions(workspace.repository.walk(), uid)


def release(
    workspace: Workspace,
    number: str,
    author: Author,
    when: datetime,
    message: str,
    *,
    anyway: bool = False,
) -> Version:
    """Publish the standard as it is now as a release that stays for ever.

    Args:
        anyway: also under a number lower than the changes ask for.

    Raises:
        UserError: ``not-a-standard``, ``not-allowed``, ``release-unfit``, ``name-taken``,
            ``release-not-newer``, ``release-too-low``, and as
            `coauthor.workspace.voting.settling.refuse_unsettled` and
            `coauthor.workspace.signing.finishing.refuse_unfit`.
    """
    if workspace.settings.kind != "standard":
        raise UserError("not-a-standard", address=str(workspace.root))
    demand(workspace, RELEASE)
    if not _RELEASE.fullmatch(number):
        raise UserError("release-unfit", release=number)
    repository = workspace.repository
    if RELEASE_PREFIX + number in repository.names():
        raise UserError("name-taken", name=number)
    without_code = [
        block.uid
        for entry in workspace.settings.documents
        for block in workspace.read(entry).blocks
        if isinstance(block, Clause | Tombstone) and not block.code
    ]
    if without_code:
        raise UserError("code-missing", count=len(without_code))
    if wishes := [
        code for entry in workspace.settings.documents for code in _locked_wishes(workspace, entry)
    ]:
        raise UserError("locked-wish", clauses=", ".join(wishes[:5]))
    if not anyway:
        refuse_low_number(workspace, number)
    refuse_unsettled(workspace)
    refuse_unfit(workspace, when.date())
    undo = keep_positions(workspace, number)
    path = workspace.root / settings_file.FILE
    text = decode(path.read_bytes())
    write_atomically(path, encode(with_value(text, "release", number)))
    try:
        version = repository.commit(message, workspace.speaker(author), when)
    except UserError as error:
        last = repository.last()
        if error.code != "nothing-new" or last is None:
            write_atomically(path, encode(text))
            undo()
            raise
        version = last
    repository.name(version.id, RELEASE_PREFIX + number, message, author)
    return version


def _locked_wishes(workspace: Workspace, entry: DocumentEntry) -> Iterator[str]:
    """Yield the codes of locked clauses that are wishes: on these nobody competes."""
    for clause in workspace.read(entry).clauses:
        if clause.kind == "wens" and is_locked(clause, workspace.policy):
            yield clause.code
