"""Which clause of a standard says what a clause of somebody else's text says.

Texts are compared by their words, bared of endings and weighed by how rare they are
(TF-IDF, cosine), by the letters they share, and by the headings they stand under.
Who wrote from a standard kept its order, so what the neighbours match counts as well.
A match is a proposal with a score; a person accepts it.
"""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

CANDIDATES = 3
"""How many clauses of the standard are offered for one text."""

NEARLY = 0.6
"""Share of common words from which two texts are one, edited."""

RELATED = 0.25
"""Score from which two texts are about the same: clauses of standards on other subjects
reach 0.22, one subject in other words begins at 0.25."""

_CLEAR = 0.02
"""How much better than the next a match must be, to be called nearly the same."""

_COMMON = 200
"""Texts that may have a word for it to find them; there are few standards of more clauses."""

_SHARING = 60
"""Texts that are compared by all their words."""

_SHORTLIST = 20
"""Texts that are compared by letters and headings, too."""

_REACH = 4
"""How many neighbours on each side have a say in a match."""

_DRIFT = 6
"""How many places neighbours may have come apart."""

_LETTERS, _HEADING, _NEIGHBOURS = 0.4, 0.15, 0.1
_WHOLE = 1 + _LETTERS + _HEADING + _NEIGHBOURS

_WORD = re.compile(r"\w+")
_ENDINGS = tuple("ingen heden baar ing en es er e s t d".split())
_STEM = 4
_EMPTY = frozenset(
    "de het een en van in op te dat die is zijn voor met door aan als of om bij ook er naar uit "
    "tot wordt worden niet dan over moet moeten behoort behoren dient dienen "
    "the a an and of to be are for with by on or as that this it must should may shall".split()
)

_Vector = Mapping[str, float]
_Scores = dict[int, float]


class Likeness(StrEnum):
    """What a text is beside the standard."""

    SAME = "same"
    NEARLY = "nearly"
    RELATED = "related"
    OWN = "own"


@dataclass(frozen=True)
class Text:
    """One requirement: what it says, and the headings it stands under."""

    body: str
    heading: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, without capitals and signs."""
        return tuple(_WORD.findall(self.body.casefold()))


@dataclass(frozen=True, slots=True)
class Match:
    """A clause of the standard that may say the same.

    Args:
        at: index in the standard.
        score: 0 to 1, to compare matches of one text with.
        share: share of common words, 0 to 1.
    """

    at: int
    score: float
    share: float


@dataclass(frozen=True, slots=True)
class Matched:
    """What one text is beside the standard, likeliest clause first."""

    likeness: Likeness
    candidates: tuple[Match, ...] = ()


def word_share(text: Text, other: Text) -> float:
    """Return the share of words that two texts have in common, 0 to 1."""
    return float(Indel.normalized_similarity(text.words, other.words))


def match_texts(
    texts: Sequence[Text],
    standard: Sequence[Text],
    tick: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[Matched, ...]:
    """Return for each text what it is beside the standard.

    Args:
        texts: in their order, for neighbours help each other.
        tick: called with how many texts are compared and how many there are; what it
            raises stops the work.
    """
    scores = []
    for at, found in enumerate(_compared(texts, standard)):
        tick(at, len(texts))
        scores.append(found)
    for _ in range(2):
        scores = _helped(scores)
    return tuple(_judged(text, standard, found) for text, found in zip(texts, scores, strict=True))


def _judged(text: Text, standard: Sequence[Text], scores: _Scores) -> Matched:
    best = heapq.nsmallest(CANDIDATES, scores, key=_ranking(scores))
    found = tuple(
        Match(
            at,
            min(scores[at] / _WHOLE, 1.0),
            word_share(text, standard[at]),
        )
        for at in best
    )
    if not found or not text.words:
        return Matched(Likeness.OWN)
    first = found[0]
    if text.words == standard[first.at].words:
        return Matched(Likeness.SAME, found)
    clear = len(found) < 2 or first.score - found[1].score >= _CLEAR
    if first.share >= NEARLY and clear:
        return Matched(Likeness.NEARLY, found)
    if first.score >= RELATED or first.share >= NEARLY:
        return Matched(Likeness.RELATED, found)
    return Matched(Likeness.OWN, found)


def _compared(texts: Sequence[Text], standard: Sequence[Text]) -> Iterator[_Scores]:
    """Yield the scores of the shortlist of each text, by itself."""
    ours, theirs = _vectors([each.body for each in texts], [each.body for each in standard])
    over, under = _vectors([each.heading for each in texts], [each.heading for each in standard])
    holders = _holders(theirs)
    equal: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, each in enumerate(standard):
        equal[each.words].append(at)
    for here, text in enumerate(texts):
        scores = {at: _cosine(ours[here], theirs[at]) for at in _sharing(ours[here], holders)}
        # Equal texts belong to it even where their words weigh nothing.
        scores |= dict.fromkeys(equal.get(text.words, ()), 1.0)
        short = heapq.nsmallest(_SHORTLIST, scores, key=_ranking(scores))
        yield {
            at: scores[at]
            + _LETTERS * _letters(text.body, standard[at].body)
            + _HEADING * _cosine(over[here], under[at])
            for at in short
        }


def _ranking(scores: _Scores) -> Callable[[int], tuple[float, int]]:
    """Return what puts the best first, and of equals the one that stands first."""
    return lambda at: (-scores[at], at)


def _letters(one: str, other: str) -> float:
    return (fuzz.token_set_ratio(one, other) + fuzz.ratio(one, other)) / 200


def _helped(scores: Sequence[_Scores]) -> list[_Scores]:
    """Return the scores with what the neighbours say added."""
    best = [max(each, key=lambda at: (each[at], -at)) if each else None for each in scores]
    sure = [_lead(each) for each in scores]
    return [
        {
            there: score + _NEIGHBOURS * min(_support(here, there, best, sure), 1.0)
            for there, score in found.items()
        }
        for here, found in enumerate(scores)
    ]


def _support(here: int, there: int, best: Sequence[int | None], sure: Sequence[float]) -> float:
    said = 0.0
    for far in range(1, _REACH + 1):
        for beside in (here - far, here + far):
            match = best[beside] if 0 <= beside < len(best) else None
            if match is None:
                continue
            drift = abs((match - there) - (beside - here))
            if drift <= _DRIFT:
                said += sure[beside] / (1 + drift / 2) / far / 2
    return said


def _lead(scores: _Scores) -> float:
    """Return how sure the best match is, 0 to 1: by how much it leads the next."""
    first, second, *_ = [*sorted(scores.values(), reverse=True), 0.0, 0.0]
    return min(5 * (first - second), 1.0)


# -- words -----------------------------------------------------------------------------


def _vectors(texts: Sequence[str], standard: Sequence[str]) -> tuple[list[_Vector], list[_Vector]]:
    """Return the words of both, weighed by how rare they are in both together."""
    ours, theirs = [_features(each) for each in texts], [_features(each) for each in standard]
    seen = Counter(feature for counts in (*ours, *theirs) for feature in counts)
    total = len(ours) + len(theirs)
    weight = {feature: math.log((1 + total) / number) for feature, number in seen.items()}
    return [_vector(each, weight) for each in ours], [_vector(each, weight) for each in theirs]


def _holders(vectors: Sequence[_Vector]) -> Mapping[str, Sequence[int]]:
    """Return which texts have a word; one that too many have finds nothing."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for feature in vector:
            holders[feature].append(at)
    return {feature: found for feature, found in holders.items() if len(found) <= _COMMON}


def _sharing(vector: _Vector, holders: Mapping[str, Sequence[int]]) -> list[int]:
    """Return the texts that share most weight with one."""
    found: dict[int, float] = defaultdict(float)
    for feature, value in vector.items():
        for at in holders.get(feature, ()):
            found[at] += value * value
    return heapq.nlargest(_SHARING, found, key=lambda at: (found[at], -at))


def _cosine(one: _Vector, other: _Vector) -> float:
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum(value * many[feature] for feature, value in few.items() if feature in many)


def _vector(counts: Mapping[str, float], weight: Mapping[str, float]) -> _Vector:
    vector = {
        feature: (1 + math.log(1 + number)) * weight[feature] for feature, number in counts.items()
    }
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {feature: value / length for feature, value in vector.items()} if length else {}


def _features(text: str) -> Counter[str]:
    """Return the words of a text and its pairs of words, bared of endings."""
    words = _WORD.findall(text.casefold())
    bare = [_bare(word) for word in words]
    counts = Counter(stem for word, stem in zip(words, bare, strict=True) if word not in _EMPTY)
    counts.update(
        f"{bare[at]} {bare[at + 1]}"
        for at in range(len(words) - 1)
        if not (words[at] in _EMPTY and words[at + 1] in _EMPTY)
    )
    return counts


def _bare(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word
