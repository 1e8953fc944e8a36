"""Leave to deviate from a locked clause: asking, advising, deciding, taking back."""

from datetime import date, datetime

from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.lineage.locks import is_locked
from coauthor.review.rights import ADVISE, EDIT, WAIVE
from coauthor.review.signing.waivers import (
    ADVICE,
    ADVICES,
    DECISION,
    DIRECTIONS,
    LEFT_OUT,
    REQUEST,
    State,
    Waiver,
    is_over,
)
from coauthor.workspace.events import demand
from coauthor.workspace.person import Person
from coauthor.workspace.recording import record
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.signing.waivers import waivers_of
from coauthor.workspace.workspace import Workspace


def ask(
    workspace: Workspace,
    entry: DocumentEntry,
    clause: Clause,
    person: Person,
    *,
    text: str | None = None,
    reason_class: str,
    direction: str,
    reason: str,
    risk: str,
    owner: str,
    until: str,
    when: datetime,
    cost: str = "",
) -> str:
    """Ask leave to deviate from a locked clause; the clause stays as it is.

    Args:
        clause: our clause as it is to be; with the direction ``omitted`` what goes.
        text: its source, where that is no longer what ``clause`` says.
        risk: where the risk analysis is found.
        until: last day, ``YYYY-MM-DD``.

    Returns:
        The name of the record.

    Raises:
        UserError: ``not-allowed``, ``not-locked``, ``reason-missing``, ``risk-missing``,
            ``owner-missing``, ``until-unfit`` or ``no-such-choice``.
        OutsideFailure: it could not be written.
    """
    demand(workspace, EDIT)
    chain = workspace.chain(entry)
    theirs = chain[0].document.clause(clause.uid) if chain else None
    if theirs is None or not is_locked(theirs, workspace.policy):
        raise UserError("not-locked", clause=clause.code or clause.uid)
    if direction not in DIRECTIONS:
        raise UserError("no-such-choice", choice=direction, known=", ".join(DIRECTIONS))
    for name, said in (("reason", reason), ("risk", risk), ("owner", owner)):
        if not said.strip():
            raise UserError(f"{name}-missing")
    if is_over(until, when.date()):
        raise UserError("until-unfit", date=until)
    wanted = "" if direction == LEFT_OUT else (text or clause.source).strip() + "\n"
    return record(
        workspace,
        person,
        when,
        REQUEST,
        state="asked",
        document=entry.name,
        clause=clause.uid,
        code=clause.code,
        reason_class=reason_class,
        direction=direction,
        reason=reason.strip(),
        risk=risk.strip(),
        owner=owner.strip(),
        cost=cost.strip(),
        until=until,
        text=wanted,
    )


def advise(
    workspace: Workspace,
    request: str,
    person: Person,
    *,
    verdict: str,
    body: str,
    when: datetime,
    role: str = "",
) -> str:
    """Advise on a request; who advises does not decide.

    Args:
        role: in which role, where nobody is listed in the room.

    Raises:
        UserError: ``not-allowed``, ``no-such-request``, ``request-closed``,
            ``no-such-choice``, or ``reason-missing`` for anything but yes.
        OutsideFailure: it could not be written.
    """
    demand(workspace, ADVISE)
    _open(workspace, request, when.date())
    if verdict not in ADVICES:
        raise UserError("no-such-choice", choice=verdict, known=", ".join(ADVICES))
    if verdict != "positive" and not body.strip():
        raise UserError("reason-missing")
    values = {"about": request, "verdict": verdict, "body": body.strip()}
    return record(workspace, person, when, ADVICE, role=role, **values)


def decide(
    workspace: Workspace,
    request: str,
    person: Person,
    *,
    grant: bool,
    body: str = "",
    until: str = "",
    function: str = "",
    mandate: str = "",
    when: datetime,
) -> str:
    """Give or refuse leave for exactly what was asked.

    Args:
        until: a day sooner than was asked, or ''.
        function: in which function, such as ``wethouder``.
        mandate: where that power is written down.

    Raises:
        UserError: ``not-allowed``, ``no-such-request``, ``request-closed``;
            to grant also ``request-incomplete``, ``advice-missing``, ``until-unfit``,
            and to refuse ``reason-missing``.
        OutsideFailure: it could not be written.
    """
    demand(workspace, WAIVE)
    waiver = _open(workspace, request, when.date())
    if grant and waiver.request.lacks:
        raise UserError("request-incomplete", clause=waiver.request.code or waiver.request.uid)
    if grant and not waiver.advices:
        raise UserError("advice-missing", clause=waiver.request.code or waiver.request.uid)
    if grant and is_over(until or waiver.request.until, when.date()):
        raise UserError("until-unfit", date=until or waiver.request.until)
    if not grant and not body.strip():
        raise UserError("reason-missing")
    return record(
        workspace,
        person,
        when,
        DECISION,
        about=request,
        verdict="grant" if grant else "refuse",
        body=body.strip(),
        until=until,
        seal=waiver.request.seal,
        function=function.strip(),
        mandate=mandate.strip(),
    )


def revoke(workspace: Workspace, request: str, person: Person, *, body: str, when: datetime) -> str:
    """Take leave back that was given.

    Raises:
        UserError: ``not-allowed``, ``no-such-request``, ``not-granted``, ``reason-missing``.
        OutsideFailure: it could not be written.
    """
    demand(workspace, WAIVE)
    waiver = _known(workspace, request)
    if waiver.state(when.date()) is not State.GRANTED:
        raise UserError("not-granted", clause=waiver.request.code or waiver.request.uid)
    if not body.strip():
        raise UserError("reason-missing")
    values = {"about": request, "verdict": "revoke", "body": body.strip()}
    return record(workspace, person, when, DECISION, seal=waiver.request.seal, **values)


def withdraw(workspace: Workspace, request: str, person: Person, *, when: datetime) -> str:
    """Withdraw a request, because we follow the standard after all.

    Raises:
        UserError: ``not-allowed`` or ``no-such-request``.
        OutsideFailure: it could not be written.
    """
    demand(workspace, EDIT)
    _known(workspace, request)
    return record(workspace, person, when, REQUEST, about=request, state="withdrawn")


def _known(workspace: Workspace, request: str) -> Waiver:
    waiver = waivers_of(workspace).get(request)
    if waiver is None:
        raise UserError("no-such-request", request=request)
    return waiver


def _open(workspace: Workspace, request: str, today: date) -> Waiver:
    """Return a request that waits for a word."""
    waiver = _known(workspace, request)
    if waiver.state(today) not in (State.ASKED, State.ADVISED):
        raise UserError("request-closed", clause=waiver.request.code or waiver.request.uid)
    return waiver
