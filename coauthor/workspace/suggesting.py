"""Suggesting a change instead of making it, and deciding on what others suggest."""

from collections.abc import Iterable
from datetime import datetime

from coauthor.document import edits
from coauthor.document.changes import Change as DocumentChange
from coauthor.document.clauses import new_clause, with_body, with_title
from coauthor.document.codes import next_code
from coauthor.document.lines import newline_of
from coauthor.document.model import Clause, Document
from coauthor.errors import UserError
from coauthor.review.carrying import carry
from coauthor.review.event import Event, Voice
from coauthor.review.rights import EDIT, SUGGEST, may, member_of
from coauthor.review.suggestions import (
    ACCEPT,
    REJECT,
    SUGGESTION,
    WITHDRAW,
    Change,
    Suggestion,
    suggestion_values,
    suggestions,
)
from coauthor.workspace.events import (
    EventFile,
    demand,
    new_event,
    people_of,
    read_events,
    say,
    voice_of,
)
from coauthor.workspace.person import Person
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.transactions import Changed
from coauthor.workspace.workspace import Workspace


def offer(
    workspace: Workspace,
    voice: Voice,
    entry: DocumentEntry,
    clause_uid: str,
    title: str,
    body: str,
    when: datetime,
    *,
    base: Clause | None = None,
    change: Change = "edit",
    after: str = "",
    reason: str = "",
) -> Event:
    """Write a change down as a suggestion; the document stays as it is.

    Also what was received and may not be made becomes one: nothing of it is lost.

    Args:
        voice: whose suggestion it is; accepting it credits this organisation.
        clause_uid: the clause; for a new one the identity that it has there.
        title: title offered, and ``body`` the body; both '' to drop the clause.
        base: the clause as it was where the change was made; None for the clause as
            it stands on disk now. Not used for a new clause.
        after: uid of the clause that a new one follows, or ''.
        reason: why, as Markdown.

    Raises:
        UserError: ``no-such-clause`` when there is nothing to change, or
            ``nothing-to-suggest`` when title and body are as they were.
        OutsideFailure: it could not be written.
    """
    if change == "add":
        base = None
    elif base is None:
        base = workspace.read(entry).clause(clause_uid)
        if base is None:
            raise UserError("no-such-clause", uid=clause_uid)
    values = suggestion_values(change, base, title, body, after)
    if change == "edit" and (values["title"], values["text"]) == (
        values["base-title"],
        values["base"],
    ):
        raise UserError("nothing-to-suggest", clause=_name(base, clause_uid))
    return say(
        workspace, voice, SUGGESTION, entry, clause_uid, when, body=reason.strip(), values=values
    )


def suggest(
    workspace: Workspace,
    entry: DocumentEntry,
    clause: Clause,
    title: str,
    body: str,
    person: Person,
    when: datetime,
    *,
    reason: str = "",
    instead: Suggestion | None = None,
) -> Event:
    """Offer another title or body for a clause.

    What is offered is what the clause would say after typing it, to the letter.

    Args:
        clause: the clause as it was when the writing began.
        instead: an own suggestion that this one takes the place of.

    Raises:
        UserError: ``nothing-to-suggest``, or ``not-allowed`` to who only reads here.
        OutsideFailure: it could not be written.
    """
    demand(workspace, SUGGEST)
    offered = with_body(with_title(clause, title), body)
    event = offer(
        workspace,
        voice_of(workspace, person),
        entry,
        clause.uid,
        offered.title,
        offered.body,
        when,
        base=clause,
        reason=reason,
    )
    if instead is not None:
        withdraw(workspace, instead, person, when)
    return event


def all_suggestions(workspace: Workspace) -> tuple[Suggestion, ...]:
    """Return the suggestions of all documents, oldest first."""
    return suggestions_among(workspace, read_events(workspace))


def suggestions_among(workspace: Workspace, events: Iterable[Event]) -> tuple[Suggestion, ...]:
    """Return the suggestions among some events, oldest first.

    A decision by somebody listed who may not change the text is none. Of a key that is
    not listed (any more) it counts: it was looked at when it was received.
    """
    people = people_of(workspace)

    def counts(event: Event) -> bool:
        member = member_of(people, event.voice.by)
        return member is None or may(people, member, EDIT)

    return suggestions(events, counts)


def find_suggestion(workspace: Workspace, name: str) -> Suggestion:
    """Return the suggestion with that id, or the only one whose id ends so.

    Raises:
        UserError: ``no-such-suggestion``.
    """
    wanted = name.strip().upper()
    found = [each for each in all_suggestions(workspace) if wanted and each.id.endswith(wanted)]
    if len(found) != 1:
        raise UserError("no-such-suggestion", suggestion=name)
    return found[0]


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
        UserError: ``suggestion-decided``, ``no-such-change``, ``suggestion-clause-gone``,
            ``suggestion-collides`` when a person must say what stands,
            ``clause-locked``, ``document-read-only``, or ``not-allowed`` to who may not
            change the text.
        OutsideFailure: it could not be written; nothing changed.
    """
    demand(workspace, EDIT)
    chosen = _chosen(suggestion, numbers)
    event = _decision(workspace, suggestion, ACCEPT, chosen, person, when)
    step = EventFile(workspace, event)
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
        UserError: ``reason-missing``, ``suggestion-decided``, ``no-such-change`` or
            ``not-allowed``.
        OutsideFailure: it could not be written.
    """
    if not reason.strip():
        raise UserError("reason-missing")
    demand(workspace, EDIT)
    chosen = _chosen(suggestion, numbers)
    event = _decision(workspace, suggestion, REJECT, chosen, person, when, reason.strip())
    step = EventFile(workspace, event)
    if session is None:
        step.write()
    else:
        session.do("reject-suggestion", (), beyond=step)
    return event


def withdraw(workspace: Workspace, suggestion: Suggestion, person: Person, when: datetime) -> Event:
    """Take an own suggestion back; what was accepted of it stays.

    Raises:
        UserError: ``suggestion-decided``, or ``suggestion-not-ours`` when another
            organisation made it.
        OutsideFailure: it could not be written.
    """
    if not suggestion.open:
        raise UserError("suggestion-decided", clause=suggestion.base_title or suggestion.title)
    if not is_ours(workspace, suggestion, person):
        raise UserError("suggestion-not-ours", organisation=suggestion.organisation)
    event = _decision(workspace, suggestion, WITHDRAW, (), person, when)
    EventFile(workspace, event).write()
    return event


def is_ours(workspace: Workspace, suggestion: Suggestion, person: Person) -> bool:
    """Tell whether the organisation of a person made a suggestion."""
    return voice_of(workspace, person).organisation == suggestion.organisation


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


def _decision(
    workspace: Workspace,
    suggestion: Suggestion,
    kind: str,
    numbers: tuple[int, ...],
    person: Person,
    when: datetime,
    body: str = "",
) -> Event:
    whole = len(numbers) == len(suggestion.hunks)
    return new_event(
        voice_of(workspace, person),
        kind,
        suggestion.event.document,
        suggestion.clause,
        when,
        about=suggestion.id,
        body=body,
        values={"hunks": "" if whole else ",".join(map(str, numbers))},
    )


def _added(
    document: Document, standard: Document | None, suggestion: Suggestion
) -> tuple[tuple[DocumentChange, ...], int]:
    """Return the changes that put a new clause in, and its place."""
    values = suggestion.event.values
    place = document.positions.get(suggestion.after)
    if place is None:
        last = (i for i, b in enumerate(document.blocks) if isinstance(b, Clause))
        place = max(last, default=len(document.blocks) - 1)
    clause = new_clause(
        suggestion.clause,
        title=suggestion.title,
        body=suggestion.text,
        code=next_code(document, standard),
        attributes=(
            ("kind", values.get("kind") or "wens"),
            ("theme", values.get("theme") or "functioneel"),
        ),
        newline=newline_of(document.text[:400]),
    )
    return edits.insert(document, place + 1, [clause]), place + 1


def _name(clause: Clause | None, uid: str) -> str:
    return (clause.code or clause.title or uid) if clause else uid
