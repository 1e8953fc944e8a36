"""The vendor's side of a clause: answering it, and taking an answer back.

An answer is an event in the room, for everybody in it to see; what was answered elsewhere
stays on the vendor's own computer (`coauthor.workspace.market.own_answers`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from coauthor.document.model import Clause
from coauthor.errors import CoauthorError, UserError
from coauthor.review.digest import clause_digest
from coauthor.review.event import Event, Voice
from coauthor.review.market.responses import (
    RESPONSE,
    Answer,
    Response,
    checked,
    is_asked,
    response_of,
    values_of,
)
from coauthor.review.people import name_key
from coauthor.review.rights import RESPOND
from coauthor.workspace.events import demand, say, voice_of
from coauthor.workspace.market.own_answers import OwnAnswers
from coauthor.workspace.person import Person
from coauthor.workspace.seats import sides_of
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Said:
    """What was said; ``trouble`` is why it could not be kept to be used again, or None."""

    events: tuple[Event, ...]
    trouble: CoauthorError | None = None


Report = Callable[[object], None]


def vendor_voice(workspace: Workspace, person: Person) -> Voice:
    """Return the voice with which a person answers here.

    Raises:
        UserError: ``answer-who`` when nobody knows for whom, ``answer-not-vendor``
            when it is no vendor of this room as the room spells it, ``not-allowed``
            when the role does not answer.
    """
    demand(workspace, RESPOND)
    voice = voice_of(workspace, person)
    sides = sides_of(workspace)
    known = not sides.is_listed or voice.organisation in sides.vendors
    if known and sides.may_answer(voice):
        return voice
    if not person.organisation and not voice.by:
        raise UserError("answer-who")
    raise UserError(
        "answer-not-vendor",
        organisation=voice.organisation,
        count=len(sides.vendors),
        vendors=", ".join(sides.vendors),
    )


def place_of(workspace: Workspace, entry: DocumentEntry) -> str:
    """Return what people call the place where an answer was given."""
    names = (workspace.settings.organisation, entry.title)
    return " · ".join(dict.fromkeys(each for each in names if each))


def answer(
    workspace: Workspace,
    entry: DocumentEntry,
    clause: Clause,
    said: Answer,
    person: Person,
    when: datetime,
) -> Said:
    """Answer a clause for one's organisation; an earlier answer stays in the history.

    Raises:
        UserError: as `vendor_voice` and `coauthor.review.market.responses.checked`, and
            ``answer-not-asked`` for a clause that asks nothing.
        OutsideFailure: it could not be written; nothing was answered.
    """
    return answer_many(workspace, entry, [(clause, said)], person, when)


def answer_many(
    workspace: Workspace,
    entry: DocumentEntry,
    answers: Iterable[tuple[Clause, Answer]],
    person: Person,
    when: datetime,
    report: Report = lambda _: None,
) -> Said:
    """Answer several clauses; all are looked at before the first is written.

    Args:
        report: told after each how many are written; may raise `Cancelled`, and then
            those that are written stay.

    Raises:
        UserError: as `answer`; nothing was answered.
    """
    voice = vendor_voice(workspace, person)
    ready = [(clause, checked(said)) for clause, said in answers]
    for clause, _ in ready:
        if not is_asked(clause):
            raise UserError("answer-not-asked", clause=clause.code or clause.title or clause.uid)
    events: list[Event] = []
    kept: list[tuple[Response, Clause]] = []
    try:
        for clause, said in ready:
            event = say(
                workspace,
                voice,
                RESPONSE,
                entry,
                clause.uid,
                when,
                body=said.explanation,
                values=values_of(said, clause_digest(clause)),
            )
            events.append(event)
            if response := response_of(event):
                kept.append((response, clause))
            report(len(events))
    finally:
        trouble = _kept(workspace, entry, voice, kept)
    return Said(tuple(events), trouble)


def _kept(
    workspace: Workspace,
    entry: DocumentEntry,
    voice: Voice,
    answers: Sequence[tuple[Response, Clause]],
) -> CoauthorError | None:
    try:
        OwnAnswers(voice.organisation).keep(answers, place_of(workspace, entry))
    except CoauthorError as error:
        return error
    return None


def take_back(
    workspace: Workspace,
    entry: DocumentEntry,
    response: Response,
    person: Person,
    when: datetime,
) -> Said:
    """Take an own answer back: the clause waits for an answer again.

    Raises:
        UserError: ``not-yours`` when another organisation gave it; as `vendor_voice`.
    """
    voice = vendor_voice(workspace, person)
    if name_key(response.organisation) != name_key(voice.organisation):
        raise UserError("not-yours", organisation=response.organisation)
    event = say(workspace, voice, "withdraw", entry, response.clause, when, about=response.event)
    trouble: CoauthorError | None = None
    try:
        OwnAnswers(voice.organisation).forget([response.event])
    except CoauthorError as error:
        trouble = error
    return Said((event,), trouble)
