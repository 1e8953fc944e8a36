"""Waivers: an executive's leave to deviate from a locked clause, bound to one exact text.

Whoever wants to deviate asks, the security officer or another adviser advises, an
executive decides. Each of these is a record that nobody changes afterwards; what
follows from them is computed here, and the same whatever order they are read in.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from coauthor.document.model import Clause
from coauthor.document.reading import read_clause
from coauthor.review.digest import clause_digest

REQUEST = "waiver-request"
ADVICE = "waiver-advice"
DECISION = "waiver"
KINDS = (REQUEST, ADVICE, DECISION)

DIRECTIONS = ("stricter", "weaker", "other", "omitted")
"""Which way the text goes from the standard's; ``omitted`` leaves the clause out."""

ADVICES = ("positive", "conditions", "negative")
ADVISERS = ("adviser", "it")
"""Roles that advise: the security or privacy officer, and who runs the systems."""

LEFT_OUT = "omitted"
"""Stands for the digest of a clause that is not in the text."""


class State(StrEnum):
    """How far a request is."""

    ASKED = "asked"
    ADVISED = "advised"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    ALTERED = "altered"
    """The request is no longer what was decided on."""


@dataclass(frozen=True, slots=True)
class Said:
    """Who said something in a record: an organisation and a role, never a name.

    Args:
        by: fingerprint of the key, or ''.
        at: ISO 8601 moment.
    """

    organisation: str = ""
    role: str = ""
    by: str = ""
    at: str = ""

    @property
    def day(self) -> str:
        """The day, as in the files."""
        return self.at[:10]


@dataclass(frozen=True)
class Request:
    """What somebody asks for a locked clause.

    Args:
        id: name of its record.
        text: the whole clause as it is to be, in Markdown; '' to leave it out.
    """

    id: str
    document: str
    uid: str
    code: str
    reason_class: str
    direction: str
    reason: str
    risk: str
    owner: str
    cost: str
    until: str
    text: str
    said: Said

    @cached_property
    def clause(self) -> Clause | None:
        """The clause that is asked for; None to leave it out, or when the text is none."""
        try:
            found = read_clause(self.text) if self.text else None
        except ValueError:
            return None
        return found if found is not None and found.uid == self.uid else None

    @cached_property
    def digest(self) -> str:
        """Digest of what the text asks, `LEFT_OUT`, or '' when the record holds neither.

        Computed, never read: nobody can show one text and ask for another.
        """
        if self.clause is not None:
            return text_digest(self.clause)
        return LEFT_OUT if not self.text and self.direction == LEFT_OUT else ""

    @property
    def seal(self) -> str:
        """SHA-256, in hex, of everything that was asked: what a decision is about."""
        parts = (
            *(self.id, self.document, self.uid, self.reason_class, self.direction),
            *(self.reason, self.risk, self.owner, self.cost, self.until, self.text),
        )
        return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def lacks(self) -> tuple[str, ...]:
        """What every request must give and this one does not."""
        needed = ("reason_class", "direction", "reason", "risk", "owner", "until")
        empty = tuple(name for name in needed if not getattr(self, name).strip())
        return empty if self.digest else (*empty, "text")


@dataclass(frozen=True, slots=True)
class Advice:
    """What an adviser says of a request; ``verdict`` is one of `ADVICES`."""

    id: str
    verdict: str
    body: str
    said: Said


@dataclass(frozen=True, slots=True)
class Decision:
    """What an executive decided.

    Args:
        verdict: ``grant``, ``refuse`` or ``revoke``.
        until: until when leave is given; never longer than was asked.
        seal: the seal of the request as it was then.
        function: in which function, such as ``wethouder``.
        mandate: where that power is written down.
    """

    id: str
    verdict: str
    body: str
    until: str
    seal: str
    function: str
    mandate: str
    said: Said


@dataclass(frozen=True)
class Waiver:
    """A request with what was said of it."""

    request: Request
    advices: tuple[Advice, ...] = ()
    decision: Decision | None = None
    withdrawn: bool = False

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """The last advice of each adviser, oldest first."""
        last = {(each.said.organisation, each.said.role): each for each in self.advices}
        return tuple(sorted(last.values(), key=lambda each: each.id))

    @property
    def until(self) -> str:
        """Until when it stands: what the executive said, else what was asked."""
        said = self.decision.until if self.decision else ""
        asked = self.request.until
        if not said or last_day(asked) is None:
            return asked
        return said if last_day(said) is None else min(said, asked)

    @property
    def is_revoked(self) -> bool:
        """Whether leave was given, and taken back by who may."""
        return self.decision is not None and self.decision.verdict == "revoke"

    def state(self, today: date) -> State:
        """Return how far it is."""
        if self.withdrawn:
            return State.WITHDRAWN
        if self.decision is None:
            return State.ADVISED if self.advices else State.ASKED
        if self.is_revoked:
            return State.WITHDRAWN
        if self.decision.verdict != "grant":
            return State.REFUSED
        if self.decision.seal != self.request.seal:
            return State.ALTERED
        return State.EXPIRED if is_over(self.until, today) else State.GRANTED


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds for one clause as its text is now.

    Args:
        waiver: what decides; None when nothing was asked.
        state: None when nothing was asked.
        fits: the text is exactly what leave was asked for.
    """

    waiver: Waiver | None = None
    state: State | None = None
    fits: bool = False

    @property
    def holds(self) -> bool:
        """Whether the deviation is allowed, as the text is now."""
        return self.state is State.GRANTED and self.fits


@dataclass(frozen=True)
class Waivers:
    """All requests of a workspace, oldest first."""

    all: tuple[Waiver, ...] = field(default=())

    def of(self, uid: str) -> tuple[Waiver, ...]:
        """Return the requests for a clause, oldest first."""
        return tuple(each for each in self.all if each.request.uid == uid)

    def get(self, request: str) -> Waiver | None:
        """Return a request by the name of its record, or None."""
        return next((each for each in self.all if each.request.id == request), None)

    def open_doors(self, today: date, document: str = "") -> frozenset[str]:
        """Return the clauses whose text may be edited: for which leave stands."""
        return frozenset(
            each.request.uid
            for each in self.all
            if each.state(today) is State.GRANTED and document in ("", each.request.document)
        )

    def standing(self, uid: str, clause: Clause | None, today: date) -> Standing:
        """Return what holds for a clause as it is now.

        Args:
            clause: our text, or None where the clause is left out.
        """
        found = self.of(uid)
        now = text_digest(clause)
        for each in reversed(found):
            if each.state(today) is State.GRANTED and each.request.digest == now:
                return Standing(each, State.GRANTED, fits=True)
        alive = [each for each in found if each.state(today) is not State.WITHDRAWN] or found
        if not alive:
            return Standing()
        last = alive[-1]
        return Standing(last, last.state(today), fits=last.request.digest == now)


def text_digest(clause: Clause | None) -> str:
    """Return what tells the text of a clause, or that it is left out."""
    return LEFT_OUT if clause is None else clause_digest(clause)


def is_over(until: str, today: date) -> bool:
    """Tell whether a last day has gone by; what is no date gives no time at all."""
    day = last_day(until)
    return day is None or day < today


def last_day(until: str) -> date | None:
    """Return a day as the files have it (``YYYY-MM-DD``), or None."""
    try:
        return date.fromisoformat(until) if len(until) == 10 else None
    except ValueError:
        return None
