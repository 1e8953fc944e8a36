"""A clause in full, as the analyst of a vendor reads it, with what was said of it before."""

from collections.abc import Iterator, Mapping

from coauthor.document.model import Clause
from coauthor.document.parameters import shown
from coauthor.document.rendering import to_html
from coauthor.exchange.answers import day, size_words, verdict_words
from coauthor.exchange.specification import field_label, kind_label
from coauthor.language import Catalogue
from coauthor.review.market.readings import Reading
from coauthor.ui.difference import difference_html, lines, plain
from coauthor.ui.market.rows import marks_words
from coauthor.ui.theme import current_theme
from coauthor.workspace.market.asked import Asked
from coauthor.workspace.market.own_answers import Offer, asked_of
from coauthor.workspace.themes import themes


def clause_html(asked: Asked, text: Catalogue) -> str:
    """Return all there is to know before one answers."""
    clause = asked.clause
    labels = [kind_label(clause.kind, text)]
    if (priority := clause.marker.get("priority")) and text.has(f"priority-{priority}"):
        labels.append(text(f"priority-{priority}"))
    labels += [theme_label(clause.theme, text), marks_words(asked, text)]
    soft = current_theme().colours["soft"]
    parts = [
        f"<h3>{plain(f'{clause.code} {clause.title}'.strip())}</h3>",
        f'<p style="color:{soft}">{plain(" · ".join(filter(None, labels)))}</p>',
    ]
    if asked.locked:
        parts.append(framed(text("answer-locked-route"), "info_paper"))
    parts.append(to_html(clause.body))
    for key, value in clause.fields.items():
        parts.append(f"<p><b>{plain(field_label(key, text))}</b></p>{to_html(value)}")
    parts += _before(asked, text)
    parts += _readings(asked, text)
    return "".join(parts)


def theme_label(key: str, text: Catalogue) -> str:
    """Return the name of a theme in the language of the window."""
    labels = {theme.key: theme.label(text.language) for theme in themes()}
    return labels.get(key, key)


def offer_words(offer: Offer, text: Catalogue) -> str:
    """Return an answer of before in a sentence."""
    response = offer.kept.response
    values = {
        "answer": verdict_words(response.answer, text),
        "place": offer.kept.place,
        "date": day(response.at),
    }
    return text("answer-offer-same" if offer.same_text else "answer-offer-changed", **values)


def _before(asked: Asked, text: Catalogue) -> Iterator[str]:
    """Yield what was answered on this clause before, and how its text changed since."""
    own = asked.own
    if own is not None:
        state = "answer-own-stale" if asked.is_stale else "answer-own"
        said = text(state, answer=verdict_words(own.answer, text), date=day(own.at))
        yield framed(said, "warning_paper" if asked.is_stale else "done_paper")
        yield from _details(own.answer.size, own.answer.explanation, text)
    offer = asked.offer
    if offer is None or not asked.is_open:
        return
    if own is None or offer.kept.response.event != own.event:
        yield framed(offer_words(offer, text), "info_paper")
        answer = offer.kept.response.answer
        yield from _details(answer.size, answer.explanation, text)
    if not offer.same_text:
        yield f"<p><b>{plain(text('answer-changed-words'))}</b></p>"
        yield asked_then_html(offer.kept.asked, asked.clause, text)


def _details(size: str, explanation: str, text: Catalogue) -> Iterator[str]:
    if size:
        yield f"<p>{plain(text('coverage-size'))}: {plain(size_words(size, text))}</p>"
    if explanation:
        yield f"<p><b>{plain(text('coverage-explanation'))}</b></p>{to_html(explanation)}"


def asked_then_html(before: Mapping[str, str], clause: Clause, text: Catalogue) -> str:
    """Return in words how a clause changed since it was answered."""
    if not before:
        return f"<p>{plain(text('answer-changed-unknown'))}</p>"
    return difference_html(readable(before, text), readable(asked_of(clause), text))


def readable(asked: Mapping[str, str], text: Catalogue) -> str:
    """Return what a clause asks as people read it: what weighs first, then the text."""
    marks = [kind_label(asked.get("kind") or "eis", text)]
    if (priority := asked.get("priority", "")) and text.has(f"priority-{priority}"):
        marks.append(text(f"priority-{priority}"))
    if theme := asked.get("theme"):
        marks.append(theme_label(theme, text))
    parts = [" · ".join(marks), asked.get("title", ""), shown(asked.get("body", ""))]
    if acceptance := asked.get("acceptance"):
        parts.append(f"{text('field-acceptance')}: {shown(acceptance)}")
    return "\n\n".join(part for part in parts if part)


def _readings(asked: Asked, text: Catalogue) -> Iterator[str]:
    if asked.readings:
        yield f"<p><b>{plain(text('readings-title'))}</b></p>"
    for reading in asked.readings:
        yield f"<p><b>{plain(reading.organisation)}</b>: {lines(reading.text)}<br>"
        yield f"{plain(reading_state(reading, asked.digest, text))}</p>"


def reading_state(reading: Reading, digest: str, text: Catalogue) -> str:
    """Return in words who reads it so, too, and whether that still counts."""
    if reading.is_stale(digest):
        return f"↺ {text('reading-state-stale')}"
    others = ", ".join(each.organisation for each in reading.holders[1:])
    if reading.is_shared:
        return f"✓ {text('reading-state-shared', others=others)}"
    if others:
        return f"◐ {text('reading-state-held', others=others)}"
    return f"· {text('reading-state-alone')}"


def framed(words: str, role: str) -> str:
    """Return a sentence on the colour of a role of the theme."""
    paper = current_theme().colours[role]
    return (
        '<table width="100%" cellpadding="8" style="margin-top:8px"><tr>'
        f'<td style="background:{paper}">'
        f"{plain(words)}</td></tr></table>"
    )
