"""The vendor's side of a clause: answering, saying how one reads it, using answers again.

An answer is an event in the room, for everybody in it to see; what was answered elsewhere
stays on the vendor's own computer (`coauthor.workspace.own_answers`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coauthor.document.model import Clause, Document
from coauthor.errors import CoauthorError, UserError
from coauthor.review.digest import clause_digest
from coauthor.review.event import Event, Voice
from coauthor.review.readings import READING, Reading, readings
from coauthor.review.responses import (
    RESPONSE,
    Answer,
    Progress,
    Response,
    checked,
    digests,
    is_asked,
    is_knock_out,
    progress,
    response_of,
    responses,
    values_of,
)
from coauthor.review.rights import RESPOND, VOTE
from coauthor.review.sides import organisation_key
from coauthor.workspace.events import demand, say, voice_of
from coauthor.workspace.own_answers import Offer, OwnAnswers
from coauthor.workspace.person import Person
from coauthor.workspace.seats import locked_clauses, sides_of
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """A clause as the vendor's desk shows it.

    Args:
        own: the answer of this vendor that counts, or None.
        offer: an answer that can be used again, or None.
        readings: how it is read, by whom.
    """

    clause: Clause
    digest: str
    knock_out: bool
    locked: bool
    own: Response | None = None
    offer: Offer | None = None
    readings: tuple[Reading, ...] = ()

    @property
    def is_stale(self) -> bool:
        """Whether the text changed since it was answered."""
        return self.own is not None and self.own.is_stale(self.digest)

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer on the text of now."""
        return self.own is None or self.is_stale


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that one vendor is asked in a document.

    Args:
        whole: how far it is; ``themes`` the same by theme.
        seen_by: the other organisations in the room, who see every answer.
        trouble: why answers of before cannot be used, or None.
    """

    voice: Voice
    asked: tuple[Asked, ...]
    whole: Progress
    themes: Mapping[str, Progress]
    seen_by: tuple[str, ...] = ()
    trouble: CoauthorError | None = None


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


def sheet(
    workspace: Workspace,
    entry: DocumentEntry,
    document: Document,
    events: Sequence[Event],
    person: Person,
) -> Sheet:
    """Return what a vendor is asked, what it answered, and what it can use again.

    Own answers that this computer does not keep yet, such as a colleague's, are kept.

    Args:
        events: everything said of the document.

    Raises:
        UserError: as `vendor_voice`.
    """
    voice = vendor_voice(workspace, person)
    sides = sides_of(workspace)
    who = organisation_key(voice.organisation)
    given, read = responses(events, sides), readings(events, sides)
    now = digests(document.clauses)
    own = {uid: each[who] for uid, each in given.items() if who in each}
    offers, trouble = _offers(workspace, entry, document, voice, own, now)
    locked = locked_clauses(workspace, entry, document)
    asked = tuple(
        Asked(
            clause,
            now[clause.uid],
            is_knock_out(clause),
            clause.uid in locked,
            own.get(clause.uid),
            offers.get(clause.uid),
            read.get(clause.uid, ()),
        )
        for clause in document.clauses
        if is_asked(clause)
    )
    whole, themes = progress(document.clauses, now, given, voice.organisation)
    names = {organisation_key(each.name): each.name for each in sides.people.organisations}
    names.setdefault(organisation_key(sides.owner), sides.owner)
    seen_by = tuple(name for key, name in names.items() if key != who and name)
    return Sheet(voice, asked, whole, themes, seen_by, trouble)


def _offers(
    workspace: Workspace,
    entry: DocumentEntry,
    document: Document,
    voice: Voice,
    own: Mapping[str, Response],
    now: Mapping[str, str],
) -> tuple[Mapping[str, Offer], CoauthorError | None]:
    store = OwnAnswers(voice.organisation)
    try:
        known = store.known()
        new = [each for each in own.values() if each.event not in known]
        texts = {each.uid: each for each in document.clauses}
        store.keep(
            [
                (each, None if each.is_stale(now.get(each.clause, "")) else texts[each.clause])
                for each in new
            ],
            place_of(workspace, entry),
        )
        return store.offers(now), None
    except CoauthorError as error:
        return {}, error


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
        UserError: as `vendor_voice` and `coauthor.review.responses.checked`, and
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
    if organisation_key(response.organisation) != organisation_key(voice.organisation):
        raise UserError("not-yours", organisation=response.organisation)
    event = say(workspace, voice, "withdraw", entry, response.clause, when, about=response.event)
    trouble: CoauthorError | None = None
    try:
        OwnAnswers(voice.organisation).forget([response.event])
    except CoauthorError as error:
        trouble = error
    return Said((event,), trouble)


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
    if organisation_key(reading.organisation) == organisation_key(voice.organisation):
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
