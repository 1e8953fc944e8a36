"""Market coverage: of each clause, how many vendors meet it, and what that warns of."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coauthor.document.model import Clause
from coauthor.document.parameters import shown
from coauthor.document.words import tokens
from coauthor.review.event import Event
from coauthor.review.market.readings import Reading, is_understood, readings, tested_by
from coauthor.review.market.responses import (
    VERDICTS,
    Response,
    digests,
    is_asked,
    is_knock_out,
    responses,
)
from coauthor.review.people import name_key
from coauthor.review.sides import Sides

ENOUGH = 2
"""Vendors that must meet a knock-out clause for there to be a choice (`domain.md` §1, 11)."""

REFUSING = frozenset({"partly", "no", "unacceptable"})
"""Answers that nobody may give on a locked clause (`domain.md` §1, 43)."""

_TITLE = 80
"""Characters of a text that has no title, by which people know it again."""

MOST = 0.5
"""Share of a text that must be an accepted suggestion's words for it to be its wording."""

WARNINGS = (
    "knock-out-none",
    "knock-out-one",
    "locked-refused",
    "only-proposer",
    "one-vendor-wording",
    "roadmap-late",
    "outdated",
)
"""What a coverage may warn of, the heaviest first."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the market says of one clause.

    Args:
        counts: answers on the text of now, in the order of `VERDICTS`.
        given: the answers that count, stale ones too, by name of the vendor.
        stale: how many of those were given on an earlier text.
        silent: vendors on the list that gave no answer on the text of now.
        wording: vendors whose suggestion stands in the clause.
        tested: vendors that hold a reading which both sides share.
        warnings: of `WARNINGS`.
    """

    uid: str
    code: str
    title: str
    theme: str
    kind: str
    digest: str
    knock_out: bool
    locked: bool
    counts: tuple[int, ...]
    given: tuple[Response, ...] = ()
    stale: int = 0
    silent: int = 0
    readings: tuple[Reading, ...] = ()
    understood: bool = False
    tested: int = 0
    wording: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def answered(self) -> int:
        """Answers on the text of now."""
        return sum(self.counts)

    @property
    def meets(self) -> int:
        """Vendors that meet it."""
        return self.counts[0]

    @property
    def is_tested(self) -> bool:
        """Whether it is market-tested."""
        return self.tested >= ENOUGH

    def count(self, verdict: str) -> int:
        """Return how many vendors gave an answer."""
        return self.counts[VERDICTS.index(verdict)]

    def is_refused(self, response: Response) -> bool:
        """Tell whether an answer is one that nobody may give, for the clause is locked."""
        return self.locked and response.answer.verdict in REFUSING


@dataclass(frozen=True)
class Market:
    """The coverage of a document.

    Args:
        vendors: who was asked or answered, by name.
        clauses: in the order of the document; what asks nothing is left out.
    """

    vendors: tuple[str, ...] = ()
    clauses: tuple[Coverage, ...] = ()
    _by_uid: dict[str, Coverage] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_uid.update((each.uid, each) for each in reversed(self.clauses))

    def clause(self, uid: str) -> Coverage | None:
        """Return the coverage of a clause, or None."""
        return self._by_uid.get(uid)

    @property
    def warned(self) -> tuple[Coverage, ...]:
        """The clauses that something is the matter with."""
        return tuple(each for each in self.clauses if each.warnings)


def market(
    clauses: Sequence[Clause],
    events: Iterable[Event],
    sides: Sides,
    *,
    locked: Collection[str],
    today: date,
) -> Market:
    """Return the coverage of the clauses of a document.

    A clause that nobody answered yet warns of nothing: there is no news in silence.

    Args:
        events: of that document, in any order.
        locked: uids of the clauses that the standard locks.
        today: to tell which roadmaps are late.
    """
    said = list(events)
    given, read = responses(said, sides), readings(said, sides)
    worded = wordings(said, sides)
    now = digests(clauses)
    names = {name_key(name): name for name in sides.vendors}
    for each in given.values():
        for who, response in each.items():
            names.setdefault(who, response.organisation)
    covered = []
    seen: set[str] = set()
    for clause in clauses:
        uid = clause.uid
        if uid in seen or not is_asked(clause):
            continue
        seen.add(uid)
        covered.append(
            _coverage(
                clause,
                now[uid],
                list(given.get(uid, {}).values()),
                read.get(uid, ()),
                _standing(worded.get(uid, ()), clause),
                vendors=len(names),
                locked=uid in locked,
                today=today,
            )
        )
    return Market(tuple(sorted(names.values(), key=str.casefold)), tuple(covered))


def _coverage(
    clause: Clause,
    digest: str,
    given: list[Response],
    read: tuple[Reading, ...],
    wording: tuple[str, ...],
    *,
    vendors: int,
    locked: bool,
    today: date,
) -> Coverage:
    current = [each for each in given if each.digest == digest]
    verdicts = [each.answer.verdict for each in current]
    given.sort(key=lambda each: each.organisation.casefold())
    tested = len(tested_by(read, digest)) if read else 0
    knock_out = is_knock_out(clause)
    return Coverage(
        clause.uid,
        clause.code,
        clause.title or shown(" ".join(clause.body.split()))[:_TITLE],
        clause.theme,
        clause.kind,
        digest,
        knock_out=knock_out,
        locked=locked,
        counts=tuple(map(verdicts.count, VERDICTS)),
        given=tuple(given),
        stale=len(given) - len(current),
        silent=vendors - len(current),
        readings=read,
        understood=bool(read) and is_understood(read, digest),
        tested=tested,
        wording=wording,
        warnings=tuple(
            _warnings(
                current,
                given,
                wording,
                knock_out=knock_out,
                locked=locked,
                tested=tested,
                today=today,
            )
        ),
    )


def _warnings(
    current: Sequence[Response],
    given: Sequence[Response],
    wording: Sequence[str],
    *,
    knock_out: bool,
    locked: bool,
    tested: int,
    today: date,
) -> Iterable[str]:
    meets = [each for each in current if each.answer.verdict == "meets"]
    if knock_out and current and len(meets) < ENOUGH:
        yield "knock-out-one" if meets else "knock-out-none"
    if locked and any(each.answer.verdict in REFUSING for each in current):
        yield "locked-refused"
    if len(wording) == 1:
        if len(meets) == 1 and name_key(meets[0].organisation) == name_key(wording[0]):
            yield "only-proposer"
        if tested < ENOUGH:
            yield "one-vendor-wording"
    if any(each.is_late(today) for each in current):
        yield "roadmap-late"
    if given and not current:
        yield "outdated"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that an organisation offered for a clause; ``taken`` when they were accepted."""

    organisation: str
    title: str
    text: str
    vendor: bool
    taken: bool


def wordings(events: Sequence[Event], sides: Sides) -> Mapping[str, tuple[Wording, ...]]:
    """Return the suggestions for each clause, oldest first."""
    taken = {event.about for event in events if event.kind == "accept"}
    offered = sorted((e for e in events if e.kind == "suggestion"), key=lambda each: each.id)
    found: dict[str, list[Wording]] = {}
    for event in offered:
        said = Wording(
            event.voice.organisation,
            event.values.get("title", "").strip(),
            event.values.get("text", "").strip(),
            sides.of(event.voice) == "vendor",
            event.id in taken,
        )
        found.setdefault(event.clause, []).append(said)
    return {uid: tuple(each) for uid, each in found.items()}


def _standing(offered: Sequence[Wording], clause: Clause) -> tuple[str, ...]:
    """Return the vendors whose words stand in a clause; none when others wrote in it, too."""
    standing = [each for each in offered if _stands(each, clause)]
    if not all(each.vendor for each in standing):
        return ()
    names = {name_key(each.organisation): each.organisation for each in standing}
    return tuple(names.values())


def _stands(offered: Wording, clause: Clause) -> bool:
    """Tell whether a suggestion is the text, or was accepted and is most of it still."""
    if offered.text == clause.body.strip() and offered.title in ("", clause.title):
        return True
    if not offered.taken:
        return False
    said = Counter(token.text for token in tokens(offered.text))
    there = Counter(token.text for token in tokens(clause.body))
    return (said & there).total() > there.total() * MOST
