"""Deciding on suggestions: accepting changes into the text, or rejecting them with a reason."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from coauthor.document import edits
from coauthor.document.changes import Change as DocumentChange
from coauthor.document.clauses import new_clause, with_body, with_title
from coauthor.document.codes import next_code
from coauthor.document.lines import newline_of
from coauthor.document.model import Clause, Document
from coauthor.document.uid import is_uid, new_uid
from coauthor.errors import UserError
from coauthor.review.event import Event
from coauthor.review.rights import EDIT
from coauthor.review.suggesting.carrying import carry
from coauthor.review.suggesting.suggestions import ACCEPT, REJECT, Suggestion
from coauthor.workspace.events import demand
from coauthor.workspace.person import Person
from coauthor.workspace.saying import Saying
from coauthor.workspace.session import Session
from coauthor.workspace.suggesting.offering import decision, do_events, renewed
from coauthor.workspace.transactions import Changed
from coauthor.workspace.workspace import Workspace


def accept(
    workspace: Workspace,
    session: Session,
    suggestion: Suggestion,
    person: Person,
    when: datetime,
    *,
    numbers: Iterable[int] = (),
    prefer: bool = False,
) -> Changed:
    """Take changes of a suggestion over; text and event are one step that can be undone.

    Args:
        numbers: which changes; none for all that are open.
        prefer: where the clause says something else meanwhile in the same words, put
            those of the suggestion there all the same.

    Raises:
        UserError: ``suggestion-decided``, ``no-such-change``, ``no-such-suggestion``,
            ``suggestion-clause-gone``,
            ``suggestion-collides`` when a person must say what stands,
            ``clause-locked``, ``document-read-only``, or ``not-allowed`` to who may not
            change the text.
        OutsideFailure: it could not be written; nothing changed.
    """
    demand(workspace, EDIT)
    suggestion = renewed(workspace, suggestion)
    chosen = _chosen(suggestion, numbers)
    event = decision(workspace, suggestion, ACCEPT, chosen, person, when)
    step = Saying(workspace, event)
    document = session.document
    place = document.positions.get(suggestion.clause)
    clause = document.clause(suggestion.clause)
    if suggestion.change == "add":
        if clause is not None:
            raise UserError("suggestion-decided", clause=clause.code or clause.title)
        changes, place = _added(document, session.standard, suggestion)
        return session.do("accept-suggestion", changes, focus=place, beyond=step)
    if clause is None or place is None:
        raise UserError("suggestion-clause-gone", clause=suggestion.base_title or suggestion.clause)
    if suggestion.change == "remove":
        return session.remove(place, beyond=step)
    laid = carry(suggestion, clause.title, clause.body, chosen, prefer=prefer)
    if laid.collisions:
        raise UserError("suggestion-collides", clause=clause.code or clause.title)
    after = clause if laid.title == clause.title else with_title(clause, laid.title)
    after = after if laid.body == after.body else with_body(after, laid.body)
    found = edits.replace_block(document, place, after) if after != clause else ()
    return session.do("accept-suggestion", found, focus=place, beyond=step)


def reject(
    workspace: Workspace,
    suggestion: Suggestion,
    person: Person,
    when: datetime,
    reason: str,
    *,
    numbers: Iterable[int] = (),
    session: Session | None = None,
) -> Event:
    """Reject changes of a suggestion with a reason, which who suggested it will see.

    Args:
        numbers: which changes; none for all that are open.
        session: the open document, so that it can be undone there.

    Raises:
        UserError: ``reason-missing``, ``suggestion-decided``, ``no-such-change``,
            ``no-such-suggestion`` or ``not-allowed``.
        OutsideFailure: it could not be written.
    """
    if not reason.strip():
        raise UserError("reason-missing")
    demand(workspace, EDIT)
    suggestion = renewed(workspace, suggestion)
    chosen = _chosen(suggestion, numbers)
    event = decision(workspace, suggestion, REJECT, chosen, person, when, reason.strip())
    do_events("reject-suggestion", Saying(workspace, event), session)
    return event


def _chosen(suggestion: Suggestion, numbers: Iterable[int]) -> tuple[int, ...]:
    wanted = tuple(sorted(set(numbers)))
    for number in wanted:
        if number not in suggestion.states:
            raise UserError("no-such-change", number=number)
    still = suggestion.open
    chosen = tuple(each for each in wanted if each in still) if wanted else still
    if not chosen:
        raise UserError("suggestion-decided", clause=suggestion.base_title or suggestion.title)
    return chosen


def _added(
    document: Document, standard: Document | None, suggestion: Suggestion
) -> tuple[tuple[DocumentChange, ...], int]:
    """Return the changes that put a new clause in, and its place.

    It keeps the identity that it was suggested with, unless that is none, or is that of
    a clause that left or that the standard has. Like any new clause it begins as a wish.
    """
    uid = suggestion.clause
    if not is_uid(uid) or uid in document.positions or (standard and standard.clause(uid)):
        uid = new_uid(secrets.randbelow)
    place = document.positions.get(suggestion.after)
    if place is None:
        last = (i for i, b in enumerate(document.blocks) if isinstance(b, Clause))
        place = max(last, default=len(document.blocks) - 1)
    clause = new_clause(
        uid,
        title=suggestion.title,
        body=suggestion.text,
        code=next_code(document, standard),
        attributes=(("kind", "wens"), ("theme", "functioneel")),
        newline=newline_of(document.text[:400]),
    )
    return edits.insert(document, place + 1, [clause]), place + 1
