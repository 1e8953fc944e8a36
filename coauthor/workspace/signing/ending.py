"""What comes due: deviations that end, and looking at them again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import tomlkit

from coauthor.document import edits
from coauthor.document.clauses import with_marker
from coauthor.document.markers import format_marker, with_attribute
from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.document.reading import encode
from coauthor.errors import UserError
from coauthor.history.timeline import clause_versions
from coauthor.history.walk import Walk
from coauthor.lineage.comparison import NORMATIVE, differences
from coauthor.lineage.status import DEVIATIONS, DocumentStatus, document_status
from coauthor.review.signing.ending import RECONFIRM, SOON, Due, endings
from coauthor.review.signing.waivers import is_over, last_day, text_digest
from coauthor.workspace.person import Person
from coauthor.workspace.recording import values_of
from coauthor.workspace.records import RecordFile
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.signing.waivers import waivers_of
from coauthor.workspace.transactions import Changed
from coauthor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class DueIn:
    """A deviation that ends, and the document it stands in."""

    entry: DocumentEntry
    due: Due


def due_in(
    workspace: Workspace,
    today: date,
    *,
    only: DocumentEntry | None = None,
    written: Mapping[str, Document] | None = None,
) -> tuple[DueIn, ...]:
    """Return all deviations of a workspace with their last day, the first to end first.

    Args:
        only: of one document.
        written: documents that are being written, by name.

    Raises:
        UserError: ``people-broken``.
        OutsideFailure: a text cannot be read.
    """
    waivers = waivers_of(workspace)
    walk = workspace.repository.walk()
    found: list[DueIn] = []
    for entry in (only,) if only is not None else workspace.settings.documents:
        document = (written or {}).get(entry.name) or workspace.read(entry)
        chain = [each.document for each in workspace.chain(entry)]
        if not chain:
            continue
        status = document_status(document, chain, None, workspace.policy)
        recorded = _recorded(walk, status, today)
        found += [DueIn(entry, due) for due in endings(document, status, waivers, recorded, today)]
    return tuple(sorted(found, key=lambda each: (each.due.until, each.due.code)))


def ending_soon(workspace: Workspace, entry: DocumentEntry, today: date) -> dict[str, str]:
    """Return the deviations of a document that have ended or end soon: uid and last day."""
    return {
        each.due.uid: f"{each.due.until:%d-%m-%Y}"
        for each in due_in(workspace, today, only=entry)
        if each.due.days <= SOON
    }


def _recorded(walk: Walk, status: DocumentStatus, today: date) -> dict[str, date]:
    """Return the day each deviation without a last day was first in a version."""
    return {
        each.uid: _first_day(walk, each.uid, status, today)
        for each in status.clauses.values()
        if each.lineage in DEVIATIONS and last_day(each.until) is None
    }


def _first_day(walk: Walk, uid: str, status: DocumentStatus, today: date) -> date:
    standard = status.chain[0].clause(uid)
    day = today
    for each in clause_versions(walk, uid):
        if standard is not None and not _deviates(each.clause, standard):
            break
        if standard is None and each.clause is None:
            break
        day = each.version.when.date()
    return day


def _deviates(clause: Clause | None, standard: Clause) -> bool:
    return clause is None or bool(differences(clause, standard) & NORMATIVE)


def reconfirm(
    workspace: Workspace,
    session: Session,
    uid: str,
    person: Person,
    *,
    until: str,
    reason: str,
    when: datetime,
) -> Changed:
    """Keep a deviation for another while: a new last day in the text, and a record.

    Raises:
        UserError: ``reason-missing``, ``until-unfit``, ``clause-gone``, or
            ``locked-asks-leave``: what is locked needs an executive's leave anew.
        OutsideFailure: it could not be written.
    """
    if not reason.strip():
        raise UserError("reason-missing")
    if is_over(until, when.date()):
        raise UserError("until-unfit", date=until)
    index = session.document.positions.get(uid)
    if index is None:
        raise UserError("clause-gone", clause=uid)
    block = session.document.blocks[index]
    standard = session.standard_clause(index)
    status = session.status.clauses.get(uid)
    if standard is not None and status is not None and status.locked:
        raise UserError("locked-asks-leave", clause=standard.code or uid)
    data = reconfirmed(
        workspace,
        session.entry.name,
        uid,
        block.code if isinstance(block, Clause | Tombstone) else "",
        session.document.clause(uid),
        person,
        until=until,
        reason=reason,
        when=when,
    )
    after = with_last_day(block, until)
    changes = edits.replace_block(session.document, index, after) if after != block else ()
    record = RecordFile(workspace, data)
    return session.do("reconfirmed", changes, focus=index, beyond=record)


def reconfirmed(
    workspace: Workspace,
    document: str,
    uid: str,
    code: str,
    clause: Clause | None,
    person: Person,
    *,
    until: str,
    reason: str,
    when: datetime,
) -> bytes:
    """Return the record that a deviation was looked at and kept."""
    values = values_of(
        workspace,
        person,
        when,
        RECONFIRM,
        document=document,
        clause=uid,
        code=code,
        digest=text_digest(clause),
        until=until,
        reason=reason.strip(),
    )
    return encode(tomlkit.dumps(values))


def with_last_day(block: Block, until: str) -> Block:
    """Return a clause, or the marker of one that was left out, with another last day."""
    if isinstance(block, Clause):
        return with_marker(block, with_attribute(block.marker, "until", until))
    if isinstance(block, Tombstone):
        marker = with_attribute(block.marker, "until", until)
        rest = block.source[len(block.source.rstrip()) :]
        return replace(block, marker=marker, source=format_marker(marker) + rest)
    return block
