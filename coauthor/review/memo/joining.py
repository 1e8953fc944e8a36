"""Questions that ask the same: proposed in pairs, accepted one by one by a person."""

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from coauthor.review.memo.model import Question, Register, State
from coauthor.review.memo.words import telling

LEAST = 72.0
"""Score, of 100, from which two questions are proposed as one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions that may be the same; the second would be joined with the first.

    Args:
        score: 0 to 100.
    """

    first: Question
    second: Question
    score: float


def pairs(register: Register) -> tuple[Pair, ...]:
    """Return the pairs of standing, unpublished questions that are alike, the best first."""
    open_now = [each for each in register.standing if each.state is not State.PUBLISHED]
    texts = [telling(max(each.wordings, key=len, default=each.text)) for each in open_now]
    found: list[Pair] = []
    for index, question in enumerate(open_now):
        later = texts[index + 1 :]
        if not texts[index] or not later:
            continue
        for _, score, place in process.extract(
            texts[index], later, scorer=likeness, score_cutoff=LEAST - 10, limit=None
        ):
            other = open_now[index + 1 + place]
            judged = _judged(question, other, score)
            if judged >= LEAST:
                found.append(Pair(question, other, round(judged, 1)))
    return tuple(sorted(found, key=lambda each: (-each.score, each.first.number)))


def likeness(first: str, second: str, *, score_cutoff: float | None = None, **_: object) -> float:
    """Return how alike two texts are: by their words, in whatever order."""
    if not first or not second:
        return 0.0
    score = (fuzz.token_sort_ratio(first, second) + fuzz.token_set_ratio(first, second)) / 2
    return score if score_cutoff is None or score >= score_cutoff else 0.0


def _judged(first: Question, second: Question, score: float) -> float:
    """Mind what both are about: the same clause speaks for it, two others against."""
    here = {link.clause for link in first.links if link.clause}
    there = {link.clause for link in second.links if link.clause}
    if here & there:
        return min(100.0, score + 10)
    return score - 35 if here and there else score
