"""What a vendor is asked in a document: its own answers, and those it can use again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coauthor.document.model import Clause, Document
from coauthor.errors import CoauthorError
from coauthor.review.event import Event, Voice
from coauthor.review.market.readings import Reading, readings
from coauthor.review.market.responses import (
    Progress,
    Response,
    digests,
    is_asked,
    is_knock_out,
    progress,
    responses,
)
from coauthor.review.people import name_key
from coauthor.workspace.market.answering import place_of, vendor_voice
from coauthor.workspace.market.own_answers import Offer, OwnAnswers
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
    who = name_key(voice.organisation)
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
    names = {name_key(each.name): each.name for each in sides.people.organisations}
    names.setdefault(name_key(sides.owner), sides.owner)
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
