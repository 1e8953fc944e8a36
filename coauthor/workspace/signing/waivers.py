"""Leave to deviate in a workspace: what stands on record, and carrying it out."""

from dataclasses import replace
from datetime import date

from coauthor.document import edits
from coauthor.document.changes import Change
from coauthor.document.model import Clause, Document
from coauthor.errors import CoauthorError, UserError
from coauthor.lineage.deviations import with_deviation
from coauthor.lineage.locks import Policy
from coauthor.review.people import People
from coauthor.review.rights import may
from coauthor.review.signing.waiver_records import Allowed, read_waivers
from coauthor.review.signing.waivers import KINDS, State, Waiver, Waivers
from coauthor.workspace.events import people_of
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.signing.vouching import vouched_records
from coauthor.workspace.transactions import Changed
from coauthor.workspace.workspace import Workspace


def waivers_of(workspace: Workspace) -> Waivers:
    """Return all requests of a workspace with what was said of them.

    What somebody said who may not does not count, nor what nobody vouches for.

    Raises:
        UserError: ``people-broken``; and as `vouched_records`.
    """
    return read_waivers(vouched_records(workspace, *KINDS), allowed_by(people_of(workspace)))


def allowed_by(people: People) -> Allowed:
    """Return the rule by which what a record says counts."""
    return lambda by, act: may(people, by, act)


def policy_of(workspace: Workspace, entry: DocumentEntry, today: date) -> Policy:
    """Return which clauses are locked, and for which of them leave was given to write.

    A record that cannot be trusted opens nothing.
    """
    try:
        doors = waivers_of(workspace).open_doors(today, entry.name)
    except CoauthorError:  # nobody knows who may what, so nobody may
        doors = frozenset()
    return replace(workspace.policy, waived=doors)


def carry_out(session: Session, waiver: Waiver, today: date) -> Changed:
    """Put the text for which leave was given in the place of ours, with its reason.

    Raises:
        UserError: ``not-granted``, or ``clause-gone``.
    """
    request = waiver.request
    name = request.code or request.uid
    if waiver.state(today) is not State.GRANTED:
        raise UserError("not-granted", clause=name)
    index = session.document.positions.get(request.uid)
    if index is None:
        raise UserError("clause-gone", clause=name)
    changes = _carried(session.document, index, waiver)
    session.policy = replace(session.policy, waived=session.policy.waived | {request.uid})
    return session.do("waived", changes, focus=index)


def _carried(document: Document, index: int, waiver: Waiver) -> tuple[Change, ...]:
    block, request = document.blocks[index], waiver.request
    wanted = request.clause
    if wanted is None:
        if not isinstance(block, Clause):
            return ()
        values = {"reason": request.reason_class, "note": request.reason, "until": waiver.until}
        return edits.leave_out(document, index, "omitted", **values)
    explained = with_deviation(
        wanted,
        reason_class=request.reason_class,
        reason=request.reason,
        direction=request.direction,
        owner=request.owner,
        cost=request.cost,
        until=waiver.until,
    )
    if isinstance(block, Clause):
        explained = replace(explained, tail=block.tail or explained.tail)
    return edits.replace_block(document, index, explained)
