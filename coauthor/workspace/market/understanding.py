"""Readings of a clause: saying how one reads it, confirming another's, and withdrawing."""

from datetime import datetime

from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.review.digest import clause_digest
from coauthor.review.event import Event
from coauthor.review.market.readings import READING, Reading
from coauthor.review.people import name_key
from coauthor.review.rights import VOTE
from coauthor.workspace.events import demand, say, voice_of
from coauthor.workspace.person import Person
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace


def read_clause(
    workspace: Workspace,
    entry: DocumentEntry,
    clause: Clause,
    reading: str,
    person: Person,
    when: datetime,
) -> Event:
    """Say how one's organisation reads a clause.

    Raises:
        UserError: ``reading-missing``; ``not-allowed``.
    """
    demand(workspace, VOTE)
    if not reading.strip():
        raise UserError("reading-missing")
    values = {"text-digest": clause_digest(clause)}
    voice = voice_of(workspace, person)
    body = reading.strip()
    return say(workspace, voice, READING, entry, clause.uid, when, body=body, values=values)


def confirm(
    workspace: Workspace,
    entry: DocumentEntry,
    clause: Clause,
    reading: Reading,
    person: Person,
    when: datetime,
) -> Event:
    """Say that one's organisation reads a clause so, too.

    Raises:
        UserError: ``reading-stale`` when it was made on an earlier text,
            ``reading-own`` when it is one's own; ``not-allowed``.
    """
    demand(workspace, VOTE)
    voice = voice_of(workspace, person)
    digest = clause_digest(clause)
    if reading.is_stale(digest):
        raise UserError("reading-stale", organisation=reading.organisation)
    if name_key(reading.organisation) == name_key(voice.organisation):
        raise UserError("reading-own")
    values = {"text-digest": digest}
    return say(
        workspace, voice, "confirm", entry, clause.uid, when, about=reading.event, values=values
    )


def withdraw(
    workspace: Workspace,
    entry: DocumentEntry,
    reading: Reading,
    person: Person,
    when: datetime,
) -> Event:
    """Withdraw one's own reading, or one's own confirmation of another's.

    Raises:
        UserError: ``not-yours``; ``not-allowed``.
    """
    demand(workspace, VOTE)
    voice = voice_of(workspace, person)
    if not reading.is_held_by(voice.organisation):
        raise UserError("not-yours", organisation=reading.organisation)
    return say(workspace, voice, "withdraw", entry, reading.clause, when, about=reading.event)
