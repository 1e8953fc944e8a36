"""What every vendor answered on one clause, and what that warns of, as a page to read."""

from collections.abc import Iterator

from coauthor.document.rendering import to_html
from coauthor.exchange.answers import (
    SHAPES,
    count_words,
    day,
    size_words,
    trust_words,
    verdict_words,
    warning_words,
)
from coauthor.language import Catalogue
from coauthor.review.market.coverage import Coverage
from coauthor.review.market.responses import Response
from coauthor.ui.difference import lines, plain
from coauthor.ui.market.clause import framed, reading_state


def coverage_html(coverage: Coverage, text: Catalogue) -> str:
    """Return the answers on a clause: warnings first, then vendor by vendor, then readings."""
    parts = [
        f"<h3>{plain(f'{coverage.code} {coverage.title}'.strip())}</h3>",
        f"<p>{plain(count_words(coverage, text))}</p>",
    ]
    if trust := trust_words(coverage, text):
        parts.append(framed(f"✓ {trust}", "done_paper"))
    parts += [framed(f"⚠ {each}", "warning_paper") for each in warning_words(coverage, text)]
    refused = [each for each in coverage.given if coverage.is_refused(each)]
    if refused:
        parts.append(f"<h4>{plain(text('coverage-refused'))}</h4>")
        parts += [part for each in refused for part in _answer(each, coverage, text)]
    others = [each for each in coverage.given if each not in refused]
    if others:
        parts.append(f"<h4>{plain(text('coverage-answers'))}</h4>")
        parts += [part for each in others for part in _answer(each, coverage, text)]
    if coverage.readings:
        parts.append(f"<h4>{plain(text('readings-title'))}</h4>")
    for reading in coverage.readings:
        parts.append(f"<p><b>{plain(reading.organisation)}</b>: {lines(reading.text)}<br>")
        parts.append(f"{plain(reading_state(reading, coverage.digest, text))}</p>")
    return "".join(parts)


def _answer(response: Response, coverage: Coverage, text: Catalogue) -> Iterator[str]:
    answer = response.answer
    shown = f"{SHAPES[answer.verdict]} {verdict_words(answer, text)}"
    if response.is_stale(coverage.digest):
        shown = f"↺ {verdict_words(answer, text)} ({text('coverage-earlier')})"
    more = [shown, size_words(answer.size, text) if answer.size else "", day(response.at)]
    yield f"<p><b>{plain(response.organisation)}</b>: {plain(' · '.join(filter(None, more)))}</p>"
    if answer.explanation:
        yield to_html(answer.explanation)
