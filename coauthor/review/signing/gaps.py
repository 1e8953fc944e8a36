"""What keeps a text from being final: locked clauses that deviate without leave.

The same list stands before a version is settled, before a final export and before a
signature, so it holds for whatever brought the text there: typing, a merge, an
import, or a file edited by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coauthor.document.model import Clause, Document
from coauthor.lineage.locks import Policy, Refusal, violations
from coauthor.review.signing.waivers import Standing, State, Waivers


class Lack(StrEnum):
    """What is missing for a deviation on a locked clause."""

    REQUEST = "request"
    """Nobody asked."""
    DETAILS = "details"
    """The request does not say all that it must."""
    ADVICE = "advice"
    DECISION = "decision"
    REFUSED = "refused"
    REVOKED = "revoked"
    EXPIRED = "expired"
    ALTERED = "altered"
    """The request was changed after the decision."""
    EDITED = "edited"
    """Leave was given for another text."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A locked clause that deviates, and what is missing for it.

    Args:
        parts: in which parts it is not the standard's; `OMITTED` when it is left out.
        detail: what the request does not say, as names of its parts.
    """

    uid: str
    code: str
    title: str
    lack: Lack
    parts: frozenset[str] = frozenset()
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LockedDeviation:
    """A deviation on a locked clause with what was said of it.

    Args:
        standing: what holds for the text as it is now.
    """

    uid: str
    code: str
    title: str
    parts: frozenset[str]
    standing: Standing

    @property
    def lack(self) -> Lack | None:
        """What is missing; None when leave was given for exactly this text."""
        waiver, state = self.standing.waiver, self.standing.state
        if waiver is None or state is None:
            return Lack.REQUEST
        if state is State.WITHDRAWN:
            return Lack.REVOKED if waiver.is_revoked else Lack.REQUEST
        if state in _LACKS:
            return _LACKS[state]
        if state is State.GRANTED and not self.standing.fits:
            return Lack.EDITED
        if waiver.request.lacks:
            return Lack.DETAILS
        if not waiver.advices:
            return Lack.ADVICE
        return None if state is State.GRANTED else Lack.DECISION


_LACKS = {
    State.REFUSED: Lack.REFUSED,
    State.EXPIRED: Lack.EXPIRED,
    State.ALTERED: Lack.ALTERED,
}


def locked_deviations(
    document: Document, standard: Document, policy: Policy, waivers: Waivers, today: date
) -> Iterator[LockedDeviation]:
    """Yield the locked clauses on which a document deviates, each once."""
    seen: set[str] = set()
    for found in violations(document, standard, policy):
        if found.uid not in seen:
            seen.add(found.uid)
            ours = [clause for clause in document.clauses if clause.uid == found.uid]
            yield _deviation(found, ours, standard, waivers, today)


def locked_deviation(
    document: Document,
    standard: Document,
    policy: Policy,
    waivers: Waivers,
    today: date,
    uid: str,
) -> LockedDeviation | None:
    """Return how one locked clause deviates, or None; the cheap way, for every keystroke."""
    clause = document.clause(uid)
    found = next(violations(document, standard, policy, [uid]), None)
    ours = [clause] if clause is not None else []
    return _deviation(found, ours, standard, waivers, today) if found else None


def _deviation(
    found: Refusal,
    ours: Sequence[Clause],
    standard: Document,
    waivers: Waivers,
    today: date,
) -> LockedDeviation:
    """Return a deviation with what was said of it; of a clause that stands twice the worst."""
    theirs = standard.clause(found.uid)
    title = theirs.title if theirs else ""
    standings = [waivers.standing(found.uid, clause, today) for clause in ours or (None,)]
    worst = next((each for each in standings if not each.holds), standings[0])
    return LockedDeviation(found.uid, found.code, title, found.parts, worst)


def gaps(
    document: Document, standard: Document, policy: Policy, waivers: Waivers, today: date
) -> tuple[Gap, ...]:
    """Return what keeps a document from being final, in the order of the text."""
    found = []
    for each in locked_deviations(document, standard, policy, waivers, today):
        if (lack := each.lack) is not None:
            request = each.standing.waiver.request if each.standing.waiver else None
            detail = request.lacks if request and lack is Lack.DETAILS else ()
            found.append(Gap(each.uid, each.code, each.title, lack, each.parts, detail))
    return tuple(found)
