"""Answers and coverage in words, the same in window, terminal and export."""

from collections.abc import Iterator
from datetime import date

from coauthor.exchange.specification import Text
from coauthor.review.market.coverage import Coverage
from coauthor.review.market.responses import VERDICTS, Answer
from coauthor.review.market.sizes import read_size

SHAPES = {"meets": "●", "partly": "◐", "no": "○", "roadmap": "◷", "unacceptable": "✕"}
"""A shape for each answer, so that none is told by its colour alone."""

_LOCKED = ("knock-out-one", "knock-out-none")
"""Warnings that advise something else where the clause stays as it is."""


def day(iso: str) -> str:
    """Return an ISO date or moment as people here write the day: ``01-07-2027``."""
    try:
        return date.fromisoformat(iso[:10]).strftime("%d-%m-%Y")
    except ValueError:
        return iso


def size_words(stored: str, text: Text) -> str:
    """Return an estimate in words; what is no estimate that we know stays as it is."""
    size = read_size(stored)
    if size is None:
        return stored
    return text(f"size-{size.unit}", amount=size.amount)


def verdict_words(answer: Answer, text: Text) -> str:
    """Return an answer in words, a roadmap with its date."""
    said = text(f"verdict-{answer.verdict}")
    if answer.verdict != "roadmap":
        return said
    when = day(answer.date) if answer.date else text("verdict-no-date")
    return text("verdict-on-roadmap", date=when)


def count_words(coverage: Coverage, text: Text) -> str:
    """Return the answers to a clause as shapes with numbers and words, none left out."""
    counted = zip(VERDICTS, coverage.counts, strict=True)
    parts = [f"{SHAPES[key]} {n} {text(f'count-{key}', count=n)}" for key, n in counted if n]
    if coverage.stale:
        parts.append(f"↺ {coverage.stale} {text('count-stale', count=coverage.stale)}")
    return " · ".join(parts) or text("coverage-silent")


def trust_words(coverage: Coverage, text: Text) -> str:
    """Return whether the clause is market-tested or understood, or ''."""
    if coverage.is_tested:
        return text("coverage-tested", count=coverage.tested)
    return text("coverage-understood") if coverage.understood else ""


def warning_words(coverage: Coverage, text: Text) -> Iterator[str]:
    """Yield what a coverage warns of, as sentences."""
    current = [each for each in coverage.given if not each.is_stale(coverage.digest)]
    meeting = [each.organisation for each in current if each.answer.verdict == "meets"]
    refusing = [each.organisation for each in current if coverage.is_refused(each)]
    values: dict[str, dict[str, str | int]] = {
        "knock-out-one": {"vendor": ", ".join(meeting), "count": coverage.answered},
        "knock-out-none": {"count": coverage.answered},
        "locked-refused": {"vendors": ", ".join(refusing), "count": len(refusing)},
        "only-proposer": {"vendor": ", ".join(coverage.wording)},
        "one-vendor-wording": {"vendor": ", ".join(coverage.wording)},
        "outdated": {"count": coverage.stale},
    }
    for code in coverage.warnings:
        key = f"warning-{code}-locked" if coverage.locked and code in _LOCKED else f"warning-{code}"
        yield text(key, **values.get(code, {}))
