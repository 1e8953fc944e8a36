"""Deciding on proposals in the standard's workspace: adopt, merge with others, reject."""

from collections.abc import Sequence
from datetime import datetime

import tomlkit

from coauthor.document.model import Clause, Document
from coauthor.document.reading import encode
from coauthor.errors import CoauthorError, UserError
from coauthor.history.files import write_atomically
from coauthor.lineage.proposals import Laid, Proposal, adoption, lay
from coauthor.workspace.person import Person
from coauthor.workspace.records import DECISIONS, RecordFile
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.session import Session
from coauthor.workspace.transactions import Changed
from coauthor.workspace.upgrading.proposing import DECISION, proposals
from coauthor.workspace.workspace import Workspace


def laid(session: Session, chosen: Sequence[Proposal]) -> Laid:
    """Return proposals for one clause, laid over the standard as it is now.

    Raises:
        UserError: ``proposals-apart`` when they are for different clauses.
    """
    if len({each.uid for each in chosen}) != 1:
        raise UserError("proposals-apart")
    return lay(chosen, session.document.clause(chosen[0].uid))


def adopt(
    workspace: Workspace,
    session: Session,
    chosen: Sequence[Proposal],
    person: Person,
    when: datetime,
    *,
    clause: Clause | None = None,
    reason: str = "",
) -> Changed:
    """Take proposals for one clause into the standard; text and record are one step.

    Args:
        clause: the text that the steward made of them; None for the proposals as
            they lie over the present text.

    Raises:
        UserError: ``not-a-standard``, ``proposals-apart``, ``proposal-decided``, or
            ``proposal-clashes`` when the steward must write the text.
    """
    _refuse_decided(workspace, chosen)
    if clause is None:
        over = laid(session, chosen)
        if over.clashes:
            raise UserError("proposal-clashes", clause=over.clause.code or over.clause.title)
        clause = over.clause
    changes, coded = adoption(session.document, clause, chosen[0].after)
    data = _decision(chosen, "adopted", reason, coded.code, person, when)
    step = _Decisions(workspace, data)
    return session.do("adopt", changes, focus=_focus(session, coded), beyond=step)


def _focus(session: Session, clause: Clause) -> int | None:
    return session.document.positions.get(clause.uid)


def reject(
    workspace: Workspace, proposal: Proposal, person: Person, when: datetime, reason: str
) -> None:
    """Reject a proposal with a reason, which the proposer will see.

    Raises:
        UserError: ``not-a-standard``, ``reason-missing`` or ``proposal-decided``.
        OutsideFailure: it could not be written.
    """
    _refuse_decided(workspace, [proposal])
    if not reason.strip():
        raise UserError("reason-missing")
    for data in _decision([proposal], "rejected", reason, proposal.code, person, when):
        target = workspace.root / DECISIONS / f"{new_ulid()}.toml"
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, data)


def _refuse_decided(workspace: Workspace, chosen: Sequence[Proposal]) -> None:
    if workspace.settings.kind != "standard":
        raise UserError("not-a-standard", address=str(workspace.root))
    states = {each.proposal.id: each.state for each in proposals(workspace)}
    for proposal in chosen:
        if states.get(proposal.id) in ("adopted", "rejected"):
            raise UserError("proposal-decided", proposal=proposal.code or proposal.title)


def _decision(
    chosen: Sequence[Proposal],
    state: str,
    reason: str,
    code: str,
    person: Person,
    when: datetime,
) -> list[bytes]:
    return [
        encode(
            tomlkit.dumps(
                {
                    "format": 1,
                    "kind": DECISION,
                    "proposal": proposal.id,
                    "state": state,
                    "clause": proposal.uid,
                    "code": code,
                    "reason": reason.strip(),
                    "organisation": proposal.organisation,
                    "proposed_by": proposal.by,
                    "by": person.name,
                    "at": when.isoformat(timespec="seconds"),
                }
            )
        )
        for proposal in chosen
    ]


class _Decisions:
    """The records of one decision on several proposals, as part of a step."""

    writes_document = False

    def __init__(self, workspace: Workspace, data: Sequence[bytes]) -> None:
        self._files = [RecordFile(workspace, each) for each in data]

    def carry(self, document: Document, *, back: bool) -> None:
        """Write the records, or take them away; all or none."""
        done: list[RecordFile] = []
        try:
            for file in self._files:
                file.carry(document, back=back)
                done.append(file)
        except CoauthorError:
            for file in done:
                file.carry(document, back=not back)
            raise
