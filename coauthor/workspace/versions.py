"""Versions: saving one, looking back, releasing a standard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from coauthor.document.model import Clause, Document, Tombstone
from coauthor.document.reading import decode, encode, read_blocks, read_document
from coauthor.errors import UserError
from coauthor.history.files import write_atomically
from coauthor.history.repository import Author, Version
from coauthor.lineage.locks import is_locked
from coauthor.workspace import settings as settings_file
from coauthor.workspace.settings import DocumentEntry, with_value
from coauthor.workspace.standards import RELEASE_PREFIX
from coauthor.workspace.workspace import Workspace

_RELEASE = re.compile(r"\d+(\.\d+){0,3}([.-][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class ClauseVersion:
    """What a clause said in a version; ``clause`` is None where it had left."""

    version: Version
    document: str
    clause: Clause | None


def save_version(workspace: Workspace, message: str, author: Author, when: datetime) -> Version:
    """Save everything as a version with a message in the person's own words.

    Raises:
        UserError: ``message-missing``, ``nothing-new`` or ``repository-busy``.
        OutsideFailure: it could not be written; no version was made.
    """
    if not message.strip():
        raise UserError("message-missing")
    return workspace.repository.commit(message.strip(), workspace.speaker(author), when)


def versions(workspace: Workspace, entry: DocumentEntry | None = None) -> Iterator[Version]:
    """Yield versions, newest first; with a document those that changed it."""
    return workspace.repository.versions(entry.path if entry else None)


def read_version(workspace: Workspace, version_id: str, entry: DocumentEntry) -> Document:
    """Return a document as it was in a version.

    Raises:
        UserError: ``no-such-version`` or ``not-in-version``.
    """
    return read_document(decode(workspace.repository.read(version_id, entry.path)))


def clause_history(workspace: Workspace, uid: str) -> Iterator[ClauseVersion]:
    """Yield the versions in which a clause changed, newest first.

    Follows the identity, so a clause that moved, also to another document, is
    the same clause. A version in which only its place changed is not listed.
    """
    repository = workspace.repository
    paths = [entry.path for entry in workspace.settings.documents]
    seen: dict[str, str | None] = {}
    newer: ClauseVersion | None = None
    for version in repository.versions():
        found = _find(workspace, version, paths, uid, seen)
        if newer is not None and _words(found.clause) != _words(newer.clause):
            yield newer
        newer = found
    if newer is not None and newer.clause is not None:
        yield newer


def _find(
    workspace: Workspace, version: Version, paths: list[str], uid: str, seen: dict[str, str | None]
) -> ClauseVersion:
    """Find a clause in a version; each content is read only once."""
    repository = workspace.repository
    for path in paths:
        content = repository.content_id(version.id, path)
        if not content:
            continue
        if content not in seen:
            seen[content] = clause_source(decode(repository.read(version.id, path)), uid)
        if source := seen[content]:
            clause = next(read_blocks(source))
            if isinstance(clause, Clause):
                return ClauseVersion(version, path, clause)
    return ClauseVersion(version, "", None)


def _words(clause: Clause | None) -> tuple[object, ...] | None:
    return None if clause is None else (clause.marker, clause.title, clause.body, clause.notes)


def clause_source(text: str, uid: str) -> str | None:
    """Return the source of one clause without reading the whole document.

    Reading begins at the line that seems to be its marker; where that line turns
    out to be no marker (in a code fence), the whole document decides.
    """
    line = re.compile(rf"^ {{0,3}}<!--[ \t]*clause[ \t]+{re.escape(uid)}(?=[ \t])", re.MULTILINE)
    found = line.search(text)
    if found is None:
        return None
    if line.search(text, found.end()) is None:
        block = next(read_blocks(text, found.start()), None)
        if isinstance(block, Clause) and block.uid == uid:
            return block.source
    clause = read_document(text).clause(uid)
    return clause.source if clause else None


def release(
    workspace: Workspace, number: str, author: Author, when: datetime, message: str
) -> Version:
    """Publish the standard as it is now as a release that stays for ever.

    Raises:
        UserError: ``not-a-standard``, ``release-unfit``, ``name-taken``.
    """
    if workspace.settings.kind != "standard":
        raise UserError("not-a-standard", address=str(workspace.root))
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
    path = workspace.root / settings_file.FILE
    text = decode(path.read_bytes())
    write_atomically(path, encode(with_value(text, "release", number)))
    try:
        version = repository.commit(message, workspace.speaker(author), when)
    except UserError as error:
        last = repository.last()
        if error.code != "nothing-new" or last is None:
            write_atomically(path, encode(text))
            raise
        version = last
    repository.name(version.id, RELEASE_PREFIX + number, message, author)
    return version


def _locked_wishes(workspace: Workspace, entry: DocumentEntry) -> Iterator[str]:
    """Yield the codes of locked clauses that are wishes: on these nobody competes."""
    for clause in workspace.read(entry).clauses:
        if clause.kind == "wens" and is_locked(clause, workspace.policy):
            yield clause.code
