"""Suggesting a change instead of making it, and deciding on what others suggest."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from coauthor.document.clauses import with_body, with_title
from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.review.event import NOTHING, Event, Voice
from coauthor.review.rights import EDIT, SUGGEST, may, member_of
from coauthor.review.suggesting.suggestions import (
    SUGGESTION,
    WITHDRAW,
    Change,
    Suggestion,
    suggestion_values,
    suggestions,
)
from coauthor.workspace.events import (
    demand,
    new_event,
    people_of,
    read_events,
    voice_of,
)
from coauthor.workspace.person import Person
from coauthor.workspace.saying import Saying
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
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
    more: Mapping[str, str] = NOTHING,
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
        more: other values that the event keeps.

    Raises:
        UserError: ``no-such-clause`` when there is nothing to change, or
            ``nothing-to-suggest`` when title and body are as they were.
        OutsideFailure: it could not be written.
    """
    event = _offered(
        workspace, voice, entry, clause_uid, (title, body), when, base, change, after, reason
    )
    event = replace(event, values={**event.values, **more})
    Saying(workspace, event).write()
    return event


def _offered(
    workspace: Workspace,
    voice: Voice,
    entry: DocumentEntry,
    uid: str,
    words: tuple[str, str],
    when: datetime,
    base: Clause | None,
    change: Change,
    after: str,
    reason: str,
) -> Event:
    if change == "add":
        base = None
    elif base is None:
        base = workspace.read(entry).clause(uid)
        if base is None:
            raise UserError("no-such-clause", uid=uid)
    values = suggestion_values(change, base, *words, after)
    if change == "edit" and base is not None and words == (base.title, base.body):
        raise UserError("nothing-to-suggest", clause=_name(base, uid))
    return new_event(voice, SUGGESTION, entry.name, uid, when, body=reason.strip(), values=values)


def suggest(
    workspace: Workspace,
    entry: DocumentEntry,
    clause: Clause,
    title: str,
    body: str,
    person: Person,
    when: datetime,
    *,
    change: Change = "edit",
    after: str = "",
    reason: str = "",
    instead: Suggestion | None = None,
    session: Session | None = None,
) -> Event:
    """Offer another title or body for a clause, a new clause, or to drop one.

    What is offered is what the clause would say after typing it, to the letter.

    Args:
        clause: the clause as it was when the writing began; a new one as it would be.
        after: uid of the clause that a new one follows, or ''.
        instead: an own suggestion that this one takes the place of.
        session: the open document, so that it can be undone there.

    Raises:
        UserError: ``nothing-to-suggest``, or ``not-allowed`` to who only reads here.
        OutsideFailure: it could not be written.
    """
    demand(workspace, SUGGEST)
    if change == "remove":
        words = ("", "")
    else:
        offered = with_body(with_title(clause, title), body)
        words = (offered.title, offered.body)
    voice, uid = voice_of(workspace, person), clause.uid
    event = _offered(workspace, voice, entry, uid, words, when, clause, change, after, reason)
    said = [event]
    if instead is not None:
        said.append(decision(workspace, instead, WITHDRAW, (), person, when))
    do_events("suggest", Saying(workspace, *said), session)
    return event


def do_events(name: str, step: Saying, session: Session | None) -> None:
    """Write events, as a step of an open document where there is one."""
    if session is None:
        step.write()
    else:
        session.do(name, (), beyond=step)


def all_suggestions(workspace: Workspace) -> tuple[Suggestion, ...]:
    """Return the suggestions of all documents, oldest first."""
    return suggestions_among(workspace, read_events(workspace))


def suggestions_among(workspace: Workspace, events: Iterable[Event]) -> tuple[Suggestion, ...]:
    """Return the suggestions among some events, oldest first."""
    return suggestions(events, decides(workspace))


def decides(workspace: Workspace) -> Callable[[Event], bool]:
    """Return what tells whether a decision on a suggestion counts.

    That of somebody listed who may not change the text does not. Of a key that is not
    listed (any more) it does: it was looked at when it was received.
    """
    people = people_of(workspace)

    def counts(event: Event) -> bool:
        member = member_of(people, event.voice.by)
        return member is None or may(people, member, EDIT)

    return counts


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


def renewed(workspace: Workspace, suggestion: Suggestion) -> Suggestion:
    """Return a suggestion as it is on disk now: somebody may just have decided on it.

    Raises:
        UserError: ``no-such-suggestion`` when it was taken back.
    """
    place = f"{suggestion.event.document}/{suggestion.clause}"
    found = suggestions_among(workspace, read_events(workspace, place))
    now = next((each for each in found if each.id == suggestion.id), None)
    if now is None:
        raise UserError("no-such-suggestion", suggestion=suggestion.id)
    return now


def withdraw(
    workspace: Workspace,
    suggestion: Suggestion,
    person: Person,
    when: datetime,
    *,
    session: Session | None = None,
) -> Event:
    """Take an own suggestion back; what was accepted of it stays.

    Raises:
        UserError: ``suggestion-decided``, ``no-such-suggestion``, or
            ``suggestion-not-ours`` when another organisation made it.
        OutsideFailure: it could not be written.
    """
    suggestion = renewed(workspace, suggestion)
    if not suggestion.open:
        raise UserError("suggestion-decided", clause=suggestion.base_title or suggestion.title)
    if not is_ours(workspace, suggestion, person):
        raise UserError("suggestion-not-ours", organisation=suggestion.organisation)
    event = decision(workspace, suggestion, WITHDRAW, (), person, when)
    do_events("withdraw-suggestion", Saying(workspace, event), session)
    return event


def is_ours(workspace: Workspace, suggestion: Suggestion, person: Person) -> bool:
    """Tell whether the organisation of a person made a suggestion."""
    return voice_of(workspace, person).organisation == suggestion.organisation


def decision(
    workspace: Workspace,
    suggestion: Suggestion,
    kind: str,
    numbers: tuple[int, ...],
    person: Person,
    when: datetime,
    body: str = "",
) -> Event:
    """Return the event that says what becomes of changes of a suggestion; not written yet."""
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


def _name(clause: Clause | None, uid: str) -> str:
    return (clause.code or clause.title or uid) if clause else uid
