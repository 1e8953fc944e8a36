"""What vendors answer on clauses: the newest word of each counts, on the text it was given on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.review.digest import clause_digest
from coauthor.review.event import Event
from coauthor.review.market.sizes import typed_size
from coauthor.review.people import name_key
from coauthor.review.sides import Sides

VERDICTS = ("meets", "partly", "no", "roadmap", "unacceptable")
"""Meets now; in part; not; on the roadmap for a date; a clause one cannot accept, and why."""

RESPONSE = "response"
UNASKED = frozenset({"informatie"})
"""Kinds of clauses that ask nothing."""


class Answer(NamedTuple):
    """What somebody answers.

    Args:
        date: ISO date of a roadmap.
        size: the vendor's own estimate as `coauthor.review.market.sizes` stores it.
    """

    verdict: str
    date: str = ""
    size: str = ""
    explanation: str = ""


class Response(NamedTuple):
    """An answer as it was given.

    Args:
        event: id of the event.
        digest: `clause_digest` of the clause as it was answered.
        at: ISO 8601 moment.
    """

    event: str
    clause: str
    organisation: str
    answer: Answer
    digest: str
    at: str

    def is_stale(self, digest: str) -> bool:
        """Tell whether the clause asks something else now than when it was answered."""
        return self.digest != digest

    def is_late(self, today: date) -> bool:
        """Tell whether the day of a roadmap has passed."""
        return self.answer.verdict == "roadmap" and "" < self.answer.date < today.isoformat()


Responses = Mapping[str, Mapping[str, Response]]
"""Uid of a clause → `name_key` → the answer that counts."""


def checked(answer: Answer) -> Answer:
    """Return the answer as it is written down.

    Raises:
        UserError: ``answer-verdict-unknown``, ``answer-date-missing`` or
            ``answer-date-broken`` (a roadmap has a date), ``answer-reason-missing``
            (so has what cannot be accepted its reason), ``answer-size-broken``.
    """
    if answer.verdict not in VERDICTS:
        raise UserError("answer-verdict-unknown", verdict=answer.verdict, known=", ".join(VERDICTS))
    explanation = answer.explanation.strip()
    when = answer.date.strip() if answer.verdict == "roadmap" else ""
    if answer.verdict == "roadmap":
        if not when:
            raise UserError("answer-date-missing")
        if not is_day(when):
            raise UserError("answer-date-broken", date=when[:40])
    if answer.verdict == "unacceptable" and not explanation:
        raise UserError("answer-reason-missing")
    return Answer(answer.verdict, when, typed_size(answer.size), explanation)


def is_day(said: str) -> bool:
    """Tell whether a text is a date as ISO 8601 writes it: ``2027-07-01``."""
    try:
        return date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False


def is_asked(clause: Clause) -> bool:
    """Tell whether a clause asks for an answer."""
    return clause.kind not in UNASKED


def is_knock_out(clause: Clause) -> bool:
    """Tell whether who does not meet the clause is out (`domain.md` §2.2: every eis is).

    A priority weaker than must makes an eis weigh, not exclude.
    """
    priority = clause.marker.get("priority")
    if priority in ("", "must"):
        return clause.kind == "eis"
    return False


def digests(clauses: Iterable[Clause]) -> dict[str, str]:
    """Return what each clause asks now, by uid; the first of two with one uid counts."""
    found: dict[str, str] = {}
    for clause in clauses:
        if clause.uid not in found:
            found[clause.uid] = clause_digest(clause)
    return found


def values_of(answer: Answer, digest: str) -> dict[str, str]:
    """Return the values of the event that says an answer."""
    said = {"verdict": answer.verdict, "date": answer.date, "size": answer.size}
    return {**{key: value for key, value in said.items() if value}, "text-digest": digest}


def response_of(event: Event) -> Response | None:
    """Return the answer in an event, or None when it holds none that we know."""
    values = event.values
    verdict = values.get("verdict", "")
    if event.kind != RESPONSE or verdict not in VERDICTS or not event.clause:
        return None
    when = values.get("date", "") if verdict == "roadmap" else ""
    when = when if when and is_day(when) else ""
    answer = Answer(verdict, when, values.get("size", ""), event.body.strip())
    return Response(
        event.id,
        event.clause,
        event.voice.organisation,
        answer,
        values.get("text-digest", ""),
        event.at,
    )


def responses(events: Iterable[Event], sides: Sides) -> Responses:
    """Return the answers that count: the newest of each vendor on each clause.

    An answer that its giver withdrew counts no more, and neither does an earlier one.

    Args:
        events: in any order, of one document.
    """
    newest: dict[tuple[str, str], Event] = {}
    withdrawn: set[tuple[str, str]] = set()
    answering: dict[tuple[str, str], bool] = {}  # a room has few voices and many answers
    for event in events:
        kind, voice = event.kind, event.voice
        if kind == RESPONSE and event.values.get("verdict") in VERDICTS:
            spoken = voice.organisation, voice.party
            counts = answering.get(spoken)
            if counts is None:
                counts = answering[spoken] = sides.may_answer(voice)
            if counts:
                key = (event.clause, name_key(voice.organisation))
                known = newest.get(key)
                if known is None or known.id < event.id:
                    newest[key] = event
        elif kind == "withdraw":
            withdrawn.add((event.about, name_key(voice.organisation)))
    found: dict[str, dict[str, Response]] = {}
    for (uid, who), event in newest.items():
        if withdrawn and (event.id, who) in withdrawn:
            continue
        if response := response_of(event):
            found.setdefault(uid, {})[who] = response
    return found


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one vendor is; ``stale`` are answers on an earlier text, still to be given anew."""

    total: int = 0
    answered: int = 0
    stale: int = 0

    @property
    def to_answer(self) -> int:
        """Clauses without an answer on the text of now."""
        return self.total - self.answered


def progress(
    clauses: Sequence[Clause], now: Mapping[str, str], given: Responses, organisation: str
) -> tuple[Progress, dict[str, Progress]]:
    """Return how far an organisation is with a document, as a whole and by theme.

    Args:
        now: `digests` of the clauses.
    """
    who = name_key(organisation)
    themes: dict[str, list[int]] = {}
    for clause in clauses:
        if not is_asked(clause):
            continue
        counts = themes.setdefault(clause.theme, [0, 0, 0])
        counts[0] += 1
        response = given.get(clause.uid, {}).get(who)
        if response is not None:
            counts[2 if response.is_stale(now[clause.uid]) else 1] += 1
    by_theme = {theme: Progress(*counts) for theme, counts in themes.items()}
    whole = Progress(*(sum(each) for each in zip(*themes.values(), strict=True)))
    return whole, by_theme
