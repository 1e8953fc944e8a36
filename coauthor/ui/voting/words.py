"""How positions and consensus read on the screen: sign, words, and why."""

from PySide6.QtGui import QIcon

from coauthor.document.rendering import printable
from coauthor.language import Catalogue
from coauthor.review.voting.consensus import Consensus, Judged, Spoken
from coauthor.review.voting.minority import Settled
from coauthor.ui.lanes.agreement import AGREEMENT_ROLES
from coauthor.ui.lanes.signs import sign_icon
from coauthor.ui.theme import current_theme

ORDER = (
    Consensus.NONE,
    Consensus.MAJORITY,
    Consensus.OPEN,
    Consensus.CONSENSUS,
    Consensus.UNANIMOUS,
)
"""What asks most attention first."""


def agreement_icon(key: str) -> QIcon:
    """Return the sign of a state of consensus, a stance or the state of a position."""
    return sign_icon(key, current_theme()[AGREEMENT_ROLES[key]])


def stance_key(spoken: Spoken, *, blind: bool) -> str:
    """Return the key of what an organisation says: stance, ``sealed``, ``unopened``, ``broken``."""
    position = spoken.position
    if position.state == "sealed":
        return "sealed" if blind else "unopened"
    return position.stance or position.state


def spoken_line(spoken: Spoken, text: Catalogue, *, blind: bool = False) -> str:
    """Return in one line who says what, and whether it counts."""
    said = text(f"stance-{stance_key(spoken, blind=blind)}")
    parts = [said]
    if spoken.stale and spoken.position.stance:
        parts.append(text("position-stale"))
    if spoken.position.organisation is None:
        parts.append(text("position-not-listed"))
    elif not spoken.votes:
        parts.append(text("position-advisory"))
    return printable(f"{spoken.position.name}: {', '.join(parts)}")


def answers_of(spoken: Spoken, text: Catalogue) -> str:
    """Return the answers to an objection, or that there is none yet; '' where none is owed."""
    position = spoken.position
    if not position.is_objection:
        return ""
    if not position.answers:
        return "⚠ " + text("position-unanswered")
    said = [
        text("position-answer", organisation=each.voice.organisation, answer=each.body.strip())
        for each in position.answers
    ]
    return printable("\n".join(said))


def candidate_words(judged: Judged, text: Catalogue) -> str:
    """Return whether a clause is a candidate, else why not."""
    if judged.is_candidate:
        return "★ " + text("candidate-yes")
    why = ", ".join(text(f"lacking-{each}") for each in judged.lacking)
    return text("candidate-not-because", why=why)


def candidate_short(judged: Judged, text: Catalogue) -> str:
    """Return the same in a few words, for a cell of a table."""
    if judged.is_candidate:
        return text("candidate-short")
    why = ", ".join(text(f"lacking-short-{each}") for each in judged.lacking)
    return text("candidate-short-not", why=why)


def state_words(judged: Judged, text: Catalogue) -> str:
    """Return how far organisations agree, with the numbers behind it."""
    state = text(f"consensus-{judged.state}")
    counts = [judged.count(stance) for stance in ("agree", "live", "object")]
    if not any(counts):
        return state
    return text(
        "consensus-counted", state=state, agree=counts[0], live=counts[1], objections=counts[2]
    )


def settled_words(settled: Settled, text: Catalogue) -> str:
    """Return with how much agreement a clause was released, and who objected; '' for nothing."""
    lines = []
    name = f"consensus-{settled.state}"
    if settled.state and settled.state != "open" and text.has(name):
        lines.append(text("settled-with", release=settled.release, state=text(name)))
    for each in settled.minority:
        lines.append(f"{text('minority-of', organisation=each.organisation)}: {each.argument}")
        if each.answer:
            lines.append(f"{text('minority-answer', organisation=each.answered_by)}: {each.answer}")
    return printable("\n".join(lines))
