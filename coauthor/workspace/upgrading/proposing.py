"""Proposing to a standard, and what was proposed.

A proposal is one record in ``proposals/``, beside ``decisions/`` because it is
others' text that waits, not a decision of the workspace it lies in. It is written
in the proposer's own workspace and, as the same file, in the standard's, where it
is an ordinary version. Nothing else of the standard's workspace is touched; a
decision on it is a record in the standard's ``decisions/``.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import tomlkit

from coauthor.document.model import Clause, Document
from coauthor.document.reading import encode, read_clause
from coauthor.errors import CoauthorError, UserError
from coauthor.history.files import read_file, write_atomically
from coauthor.history.repository import Repository
from coauthor.lineage.proposals import (
    Proposal,
    is_proposable,
    place_of,
    proposed_clause,
)
from coauthor.workspace.person import Person
from coauthor.workspace.records import DECISIONS, records, toml_text
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.standards import StandardRelease, WorkspaceStandard, find_source
from coauthor.workspace.workspace import Workspace

PROPOSALS = "proposals"
PROPOSAL = "proposal"
DECISION = "proposal-decision"

State = Literal["unsent", "open", "adopted", "rejected"]

_TEXTS = (
    "uid",
    "code",
    "title",
    "document",
    "release",
    "organisation",
    "by",
    "at",
    "argument",
    "impact",
    "after",
    "current",
    "proposed",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A proposal and what became of it."""

    proposal: Proposal
    state: State
    reason: str = ""
    decided_by: str = ""
    decided_at: str = ""


# -- proposing ---------------------------------------------------------------


def propose(
    workspace: Workspace,
    entry: DocumentEntry,
    document: Document,
    uid: str,
    person: Person,
    *,
    argument: str,
    impact: str = "",
    supporters: Sequence[str] = (),
    when: datetime,
    message: str,
) -> Listed:
    """Write a proposal down and send it to the standard, where it can be reached.

    Args:
        document: our document as it is now.
        uid: the clause that is proposed.
        message: what the version in the standard's workspace is called.

    Raises:
        UserError: ``no-standard-here``, ``clause-gone``, ``argument-missing`` or
            ``nothing-to-propose``.
        OutsideFailure: our own copy could not be written.
    """
    chain = workspace.chain(entry)
    clause = document.clause(uid)
    if not chain:
        raise UserError("no-standard-here", path=str(workspace.root))
    if clause is None:
        raise UserError("clause-gone", clause=uid)
    if not argument.strip():
        raise UserError("argument-missing")
    standard = chain[0].document.clause(uid)
    if not is_proposable(clause, standard):
        raise UserError("nothing-to-propose", clause=clause.code or uid)
    said = {"argument": argument.strip(), "impact": impact.strip()}
    proposal = replace(
        _proposal(document, clause, chain[0], entry),
        organisation=workspace.settings.organisation or person.organisation,
        by=person.name,
        at=when.isoformat(timespec="seconds"),
        supporters=tuple(each.strip() for each in supporters if each.strip()),
        **said,
    )
    _write(workspace.root, proposal)
    sent = send(workspace, entry, proposal, person, when, message)
    return Listed(proposal, "open" if sent else "unsent")


def _proposal(
    document: Document, clause: Clause, standard: StandardRelease, entry: DocumentEntry
) -> Proposal:
    """Return what is proposed, without who proposes it and why."""
    theirs = standard.document.clause(clause.uid)
    return Proposal(
        id=new_ulid(),
        uid=clause.uid,
        code=clause.code,
        title=clause.title,
        document=entry.source or entry.name,
        release=standard.release,
        current=theirs.source if theirs else "",
        proposed=proposed_clause(clause, theirs).source,
        after=place_of(document, standard.document, clause.uid),
    )


def send(
    workspace: Workspace,
    entry: DocumentEntry,
    proposal: Proposal,
    person: Person,
    when: datetime,
    message: str,
) -> bool:
    """Put a proposal into the standard's workspace; False when that cannot be reached now."""
    root = standard_root(workspace, entry)
    if root is None:
        return False
    try:
        data = _write(root, proposal)
    except CoauthorError:
        return False
    with suppress(CoauthorError):  # the file is there; the steward's next version takes it
        Repository.open(root).commit_content(
            {_path(proposal.id): data}, message, workspace.speaker(person.author), when
        )
    return True


def send_waiting(workspace: Workspace, person: Person, when: datetime, message: str) -> int:
    """Send what could not be sent before; returns how many proposals went."""
    waiting = [each.proposal for each in proposals(workspace) if each.state == "unsent"]
    entries = {each.source or each.name: each for each in workspace.settings.documents}
    return sum(
        send(workspace, entries[each.document], each, person, when, message)
        for each in waiting
        if each.document in entries
    )


def remember_outcomes(workspace: Workspace) -> int:
    """Copy what the standard decided on our proposals, to know it also offline."""
    own = {name for name, _ in records(workspace.root, PROPOSAL, folder=PROPOSALS)}
    roots = {standard_root(workspace, entry) for entry in workspace.settings.documents}
    copied = 0
    for root in roots:
        if root is None or root == workspace.root:
            continue
        for name, values in records(root, DECISION):
            target = workspace.root / DECISIONS / f"{name}.toml"
            if values.get("proposal") in own and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(target, read_file(root / DECISIONS / f"{name}.toml"))
                copied += 1
    return copied


def standard_root(workspace: Workspace, entry: DocumentEntry) -> Path | None:
    """Return the workspace of a document's standard, where it is a folder that is here."""
    standard = workspace.settings.standard(entry.standard) if entry.standard else None
    if standard is None:
        return None
    with suppress(CoauthorError, OSError):
        source = find_source(standard.source)
        return source.root if isinstance(source, WorkspaceStandard) else None
    return None


def _path(name: str) -> str:
    return f"{PROPOSALS}/{name}.toml"


def _write(root: Path, proposal: Proposal) -> bytes:
    data = to_record(proposal)
    target = root / _path(proposal.id)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("read-only", path=str(root)) from error
    write_atomically(target, data)
    return data


def to_record(proposal: Proposal) -> bytes:
    """Return a proposal as the bytes of its file."""
    record = tomlkit.document()
    record["format"], record["kind"] = 1, PROPOSAL
    for key in _TEXTS:
        if value := getattr(proposal, key):
            record[key] = toml_text(value)
    if proposal.supporters:
        record["supporters"] = list(proposal.supporters)
    return encode(tomlkit.dumps(record))


def from_record(name: str, values: dict[str, Any]) -> Proposal:
    """Return the proposal that `to_record` wrote."""
    said = values.get("supporters", ())
    supporters = tuple(str(each) for each in said) if isinstance(said, list) else ()
    texts = {key: str(values.get(key, "")) for key in _TEXTS}
    return Proposal(id=name, supporters=supporters, **texts)


# -- what was proposed -----------------------------------------------------------


def proposals(workspace: Workspace) -> tuple[Listed, ...]:
    """Return all proposals that lie in a workspace and what became of them, oldest first.

    In a local workspace those it made; the standard's own records say how they ended.
    """
    settings = workspace.settings
    roots = {entry.name: standard_root(workspace, entry) for entry in settings.documents}
    known = {workspace.root, *(root for root in roots.values() if root)}
    decided = {
        str(values.get("proposal", "")): values
        for root in known
        for _, values in records(root, DECISION)
    }
    is_here = settings.kind == "standard"
    found = []
    for name, values in records(workspace.root, PROPOSAL, folder=PROPOSALS):
        if not _is_sound(values):
            continue  # somebody else's words, that nobody can adopt
        sent = is_here or any(root and (root / _path(name)).exists() for root in roots.values())
        found.append(_listed(from_record(name, values), decided.get(name), sent=sent))
    return tuple(found)


def _is_sound(values: dict[str, Any]) -> bool:
    """Tell whether a record holds the texts of one clause under its own identity."""
    texts = [str(values.get("proposed", "")), str(values.get("current", ""))]
    try:
        clauses = [read_clause(text) for text in texts if text]
    except ValueError:
        return False
    return bool(texts[0]) and all(clause.uid == values.get("uid") for clause in clauses)


def _listed(proposal: Proposal, decision: dict[str, Any] | None, *, sent: bool) -> Listed:
    if decision is None:
        return Listed(proposal, "open" if sent else "unsent")
    return Listed(
        proposal,
        "adopted" if decision.get("state") == "adopted" else "rejected",
        str(decision.get("reason", "")),
        str(decision.get("by", "")),
        str(decision.get("at", "")),
    )


def find_proposal(workspace: Workspace, name: str) -> Listed:
    """Return the proposal whose name begins so, or that is for the clause of that code.

    Raises:
        UserError: ``no-such-proposal``.
    """
    listed = proposals(workspace)
    found = [each for each in listed if name and each.proposal.id.startswith(name)]
    if not found:
        found = [
            each
            for each in listed
            if name in (each.proposal.uid, each.proposal.code) and each.state == "open"
        ]
    if len(found) != 1:
        raise UserError("no-such-proposal", proposal=name)
    return found[0]
