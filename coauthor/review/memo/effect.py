"""What an answer does to the text: clarify, change a little, or change what matters.

A change of what everybody must meet is material (*wezenlijk*): with it other parties
could have taken part, so it may not be made in an answer (`domain.md` §2.3).
"""

from dataclasses import dataclass
from datetime import date

from coauthor.document.model import Clause
from coauthor.document.words import same_words
from coauthor.errors import UserError
from coauthor.review.memo.model import Effect, Question, Way

WAYS = (Way.RECTIFY, Way.WITHDRAW, Way.KEEP)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The effect that the rules propose, and why.

    Args:
        reason: key of the explanation: ``no-change``, ``knock-out``, ``wish`` or ``no-clause``.
    """

    effect: Effect
    reason: str


def judged(question: Question, clause: Clause | None) -> Judgement:
    """Return the effect that an answer seems to have.

    Args:
        clause: the clause that the question is linked with, as it stands, or None.
    """
    if not question.change.strip():
        return Judgement(Effect.CLARIFICATION, "no-change")
    if clause is None:
        return Judgement(Effect.MINOR, "no-clause")
    if same_words(clause.body, question.change):
        return Judgement(Effect.CLARIFICATION, "no-change")
    if is_knock_out(clause):
        return Judgement(Effect.MATERIAL, "knock-out")
    return Judgement(Effect.MINOR, "wish")


def is_knock_out(clause: Clause) -> bool:
    """Tell whether an offer that does not meet the clause is set aside."""
    return clause.kind == "eis" or clause.marker.get("priority") == "must"


def refuse_unfounded(judgement: Judgement, effect: Effect, reason: str) -> None:
    """Refuse to call an effect lighter than it seems without saying why.

    Raises:
        UserError: ``memo-effect-reason``.
    """
    if is_lighter(effect, judgement) and not reason.strip():
        raise UserError("memo-effect-reason")


def is_lighter(effect: Effect, judgement: Judgement) -> bool:
    """Tell whether an effect is less than the rules propose."""
    weight = list(Effect)
    return weight.index(effect) < weight.index(judgement.effect)


def refuse_unfit_choice(way: Way, reason: str, until: str) -> None:
    """Refuse a choice about a material change that does not say enough.

    Raises:
        UserError: ``reason-missing``, or ``memo-until-missing`` when the term is
            extended to no date.
    """
    if not reason.strip():
        raise UserError("reason-missing")
    if way is Way.RECTIFY:
        try:
            date.fromisoformat(until)
        except ValueError as error:
            raise UserError("memo-until-missing", until=until) from error
