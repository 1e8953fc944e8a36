"""Leave to deviate and signatures in words: for exports, the terminal and the window."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from coauthor.document.rendering import printable, to_plain
from coauthor.exchange.specification import Specification, Text
from coauthor.lineage.locks import OMITTED
from coauthor.review.signing.gaps import Gap, Lack, LockedDeviation
from coauthor.review.signing.sign_offs import Break, SignOff
from coauthor.review.signing.waivers import Advice, Decision, Waiver, last_day

Rows = tuple[tuple[str, str], ...]
"""Label and value, both as people read them."""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex of an export: a title, what it is, and entries of labelled values."""

    title: str
    about: str
    entries: tuple[tuple[str, Rows], ...]


def annexes(specification: Specification, text: Text) -> Iterator[Annex]:
    """Yield the annexes of a document: its locked deviations, and who signed it."""
    if specification.deviations and specification.choice.deviations:
        entries = tuple(
            (name_of(each.code, each.title), tuple(deviation_rows(each, text)))
            for each in specification.deviations
        )
        yield Annex(text("annex-deviations"), text("annex-deviations-about"), entries)
    if specification.signatures and specification.choice.signatures:
        signed = tuple(
            (organ_of(signoff), tuple(signature_rows(signoff, breaks, text)))
            for signoff, breaks in specification.signatures
        )
        yield Annex(text("annex-signatures"), text("annex-signatures-about"), signed)


def name_of(code: str, title: str) -> str:
    """Return how a clause is called: code and title."""
    return printable(f"{code}  {to_plain(title)}".strip())


def organ_of(signoff: SignOff) -> str:
    """Return on whose behalf something was signed."""
    return printable(" · ".join(filter(None, (signoff.organ, signoff.said.organisation))))


# -- deviations --------------------------------------------------------------


def deviation_rows(deviation: LockedDeviation, text: Text) -> Iterator[tuple[str, str]]:
    """Yield what is said of a deviation on a locked clause."""
    yield text("leave-state"), state_words(deviation, text)
    waiver = deviation.standing.waiver
    if waiver is not None:
        yield from waiver_rows(waiver, text)


def waiver_rows(waiver: Waiver, text: Text) -> Iterator[tuple[str, str]]:
    """Yield what was asked, advised and decided."""
    request = waiver.request
    rows = (
        ("leave-direction", _known(f"direction-{request.direction}", request.direction, text)),
        (
            "leave-reason-class",
            _known(f"reason-{request.reason_class}", request.reason_class, text),
        ),
        ("leave-reason", request.reason),
        ("leave-risk", request.risk),
        ("leave-owner", request.owner),
        ("leave-cost", request.cost),
        ("leave-asked", _who(request.said.organisation, request.said.role, request.said.day, text)),
        ("leave-until", day_words(waiver.until)),
    )
    yield from ((text(key), printable(value)) for key, value in rows if value)
    for advice in waiver.advice:
        yield text("leave-advice"), advice_words(advice, text)
    if waiver.decision is not None:
        yield text("leave-decision"), decision_words(waiver.decision, text)


def advice_words(advice: Advice, text: Text) -> str:
    """Return an advice in one line: what, by whom, and why."""
    who = _who(advice.said.organisation, advice.said.role, advice.said.day, text)
    said = f"{text(f'advice-{advice.verdict}')} ({who})"
    return printable(f"{said}: {advice.body}" if advice.body else said)


def decision_words(decision: Decision, text: Text) -> str:
    """Return a decision in one line: what, in which function, on what mandate."""
    said = decision.said
    who = _who(said.organisation, "" if decision.function else said.role, said.day, text)
    parts = (text(f"leave-{decision.verdict}"), decision.function, who)
    line = ", ".join(filter(None, parts))
    if decision.mandate:
        line += f" ({text('leave-mandate', mandate=decision.mandate)})"
    if decision.until:
        line += f" – {text('leave-given-until', date=day_words(decision.until))}"
    return printable(f"{line}: {decision.body}" if decision.body else line)


def state_words(deviation: LockedDeviation, text: Text) -> str:
    """Return how a deviation stands: allowed until when, or what is missing."""
    lack, waiver = deviation.lack, deviation.standing.waiver
    if lack is None and waiver is not None:
        return text("leave-holds", date=day_words(waiver.until))
    return lack_words(lack or Lack.REQUEST, text)


def lack_words(lack: Lack, text: Text) -> str:
    """Return what is missing."""
    return text(f"lack-{lack}")


def gap_line(gap: Gap, text: Text) -> str:
    """Return a gap in one line: the clause, what is missing, and what to do."""
    what = lack_words(gap.lack, text)
    if gap.detail:
        what += f" ({', '.join(text(f'request-part-{part}') for part in gap.detail)})"
    if gap.parts == OMITTED:
        what = f"{text('gap-omitted')} {what}"
    return f"{name_of(gap.code or gap.uid, gap.title)}: {what} {text(f'lack-{gap.lack}-do')}"


# -- signatures --------------------------------------------------------------


def signature_rows(
    signoff: SignOff, breaks: Iterable[Break], text: Text
) -> Iterator[tuple[str, str]]:
    """Yield what was signed, and whether it still stands."""
    yield text("signed-state"), signature_state(signoff, tuple(breaks), text)
    rows = (
        ("signed-function", signoff.function),
        ("signed-mandate", signoff.mandate),
        ("signed-on", day_words(signoff.said.day)),
        ("signed-until", day_words(signoff.until)),
        ("signed-remark", signoff.remark),
        ("signed-deviations", ", ".join(each.code for each in signoff.accepted)),
        ("signed-key", signoff.said.by),
    )
    yield from ((text(key), printable(value)) for key, value in rows if value)
    for each in signoff.texts:
        told = f"{each.title}: {each.digest}"
        if each.standard:
            told += f" · {' '.join(each.standard.split(' ')[:2])}"
        yield text("signed-text"), printable(told)
    yield text("signed-seal"), signoff.seal


def signature_state(signoff: SignOff, breaks: tuple[Break, ...], text: Text) -> str:
    """Return in a sentence or two whether a signature stands."""
    if signoff.verdict != "agreed":
        return text("signed-returned")
    if not breaks:
        return text("signed-stands")
    return " ".join((text("signed-broken"), *(break_words(each, text) for each in breaks)))


def break_words(found: Break, text: Text) -> str:
    """Return what broke a signature."""
    shown = ", ".join(found.clauses[:12]) + (" …" if len(found.clauses) > 12 else "")
    key = f"break-{found.change}"
    if found.change == "text" and not found.clauses:
        key = "break-other-text"
    return printable(text(key, document=found.document, clauses=shown, detail=found.detail))


# -- small words ---------------------------------------------------------------


def day_words(day: str) -> str:
    """Return a day of the files as people here write it; what is none stays as it is."""
    found: date | None = last_day(day)
    return f"{found:%d-%m-%Y}" if found else day


def _who(organisation: str, role: str, day: str, text: Text) -> str:
    shown = _known(f"leave-role-{role}", role, text) if role else ""
    return ", ".join(filter(None, (organisation, shown, day_words(day))))


def _known(key: str, value: str, text: Text) -> str:
    return text(key) if text.has(key) else value
