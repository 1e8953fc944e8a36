"""Where the words of one text stand in a later one, sentence by sentence.

A longest common subsequence of all words, as a diff has it, pairs the words of a
sentence that went with the same words of one that came. So sentences are paired
first: equal ones in their order, equal ones that moved, then the most alike; words
are compared inside a pair only. What is left over of a sentence that was split, or
joined with another, is found among the words that nothing else laid claim to.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from coauthor.document.linemap import LineMap
from coauthor.document.words import Token
from coauthor.review.discussion.sentences import Sentence, split, weight

_MARKUP = re.compile(r"\]\([^()\s]*\)|<[^<>\n]*>")

ALIKE = 0.5
"""Least likeness (0 to 1) of two sentences that may be one, rewritten."""

CLEAR = 0.85
"""Likeness from which two sentences are one, whatever else looks like it."""

NEAR = 0.08
"""How much less alike another sentence must be for a pair to be beyond doubt."""

PART = 0.75
"""Share of the words of the smaller part that a split or joined sentence must show again."""

SQUARE = 250_000
"""Most pairs of sentences that are compared; above it only neighbours are."""

MATRIX = 100_000_000
"""Most pairs of words of two sentences that are compared; longer ones are nobody's sentence."""

HELD = 0.85
"""How sure it is that a sentence that stands whole inside another is that sentence."""

FEW = 4
"""Words below which a part of a sentence says too little to be known again."""


class Image(NamedTuple):
    """Where a word stands now: its number there, and how sure that is (0 to 1)."""

    place: int
    trust: float


class Passages:
    """The words of two texts, and which word of the later one each word of the earlier is."""

    def __init__(self, before: str, after: str) -> None:
        self.before, self.after = before, after
        self.old, self._old_sentences = split(before)
        self.new, self._new_sentences = split(after)

    @cached_property
    def images(self) -> dict[int, Image]:
        """Where each word of the earlier text stands in the later one; no two on one place."""
        found: dict[int, Image] = {}
        pairs = self._equal()
        for here, there in pairs.items():
            found |= self._words(self._old_sentences[here], self._new_sentences[there], 1.0)
        for here, there, likeness in self._alike(pairs):
            old, new = self._old_sentences[here], self._new_sentences[there]
            trust = max(likeness, HELD * self._share(old, new))  # one may have been written on
            found |= self._words(old, new, trust)
        while parts := self._parts(found):  # what one was split into, or made of, part by part
            found |= parts
        return found

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of the sentence in which each word of the later text stands."""
        found = [0] * len(self.new)
        for number, sentence in enumerate(self._new_sentences):
            found[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
        return found

    @cached_property
    def old_weights(self) -> list[int]:
        """How much each word of the earlier text tells; the aims of links and tags nothing."""
        return _weights(self.before, self.old)

    @cached_property
    def _new_weights(self) -> list[int]:
        return _weights(self.after, self.new)

    @cached_property
    def _old_keys(self) -> list[str]:
        return [_key(self.old, self.old_weights, each) for each in self._old_sentences]

    @cached_property
    def _new_keys(self) -> list[str]:
        return [_key(self.new, self._new_weights, each) for each in self._new_sentences]

    def _equal(self) -> dict[int, int]:
        """Pair sentences of the same words: in their order, then those that moved."""
        old, new = self._old_keys, self._new_keys
        lines = LineMap(old, new)
        pairs = {
            here: there for here in range(len(old)) if (there := lines.image(here)) is not None
        }
        taken = set(pairs.values())
        left = [here for here in range(len(old)) if here not in pairs]
        free = [there for there in range(len(new)) if there not in taken]
        mine, theirs = Counter(old[here] for here in left), Counter(new[there] for there in free)
        places = {new[there]: there for there in free}
        for here in left:
            if mine[old[here]] == theirs[old[here]] == 1:
                pairs[here] = places[old[here]]
        return pairs

    def _alike(self, pairs: dict[int, int]) -> Iterator[tuple[int, int, float]]:
        """Yield sentences that are one, rewritten: both numbers, and how sure that is."""
        taken = set(pairs.values())
        left = [here for here in range(len(self._old_sentences)) if here not in pairs]
        free = [there for there in range(len(self._new_sentences)) if there not in taken]
        scores = self._scores(left, free)
        order = _Order(pairs)
        ranked = sorted(
            scores, key=lambda each: (scores[each] + NEAR * order.fits(*each), each), reverse=True
        )
        rivals: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for (here, there), score in scores.items():
            rivals[here].append((score, there))
        done: dict[int, int] = {}
        used: set[int] = set()
        for here, there in ranked:
            if here in done or there in used:
                continue
            done[here] = there
            used.add(there)
            score = scores[here, there]
            near = [
                s - (NEAR if other in used else 0) for s, other in rivals[here] if other != there
            ]
            doubt = (
                score < CLEAR
                and any(s > score - NEAR for s in near)
                and not order.fits(here, there)
            )
            yield here, there, min(score, ALIKE) if doubt else score

    def _scores(self, left: Sequence[int], free: Sequence[int]) -> dict[tuple[int, int], float]:
        """Return how alike each old sentence and each new one are, where they are at all."""
        old, new = self._old_keys, self._new_keys
        narrow = len(left) * len(free) > SQUARE
        found: dict[tuple[int, int], float] = {}
        for number, here in enumerate(left):
            near = free
            if narrow:
                middle = number * len(free) // len(left)
                near = free[max(0, middle - 50) : middle + 50]
            for there in near:
                score = fuzz.ratio(old[here], new[there], score_cutoff=100 * ALIKE) / 100
                if score:
                    found[here, there] = score
        return found

    def _words(self, old: Sentence, new: Sentence, trust: float) -> dict[int, Image]:
        """Pair the words of two sentences."""
        return {
            old.first + here + offset: Image(new.first + there + offset, trust)
            for here, there, count in self._runs(old, new)
            for offset in range(count)
        }

    def _runs(self, old: Sentence, new: Sentence) -> list[tuple[int, int, int]]:
        """Return the words that two sentences share: where they begin in both, and how many."""
        here = [word.text for word in self.old[old.first : old.last]]
        there = [word.text for word in self.new[new.first : new.last]]
        if len(here) * len(there) > MATRIX:
            return []
        return [
            (code.src_start, code.dest_start, code.src_end - code.src_start)
            for code in Indel.opcodes(here, there)
            if code.tag == "equal"
        ]

    def _parts(self, known: dict[int, Image]) -> dict[int, Image]:
        """Find again what is left of sentences that were split or joined."""
        taken = {image.place for image in known.values()}
        mine = _rests(self.old_weights, self._old_sentences, set(known))
        theirs = _rests(self._new_weights, self._new_sentences, taken)
        if len(mine) * len(theirs) > SQUARE:
            return {}
        ranked = sorted(
            (
                (share, here, there)
                for here in mine
                for there in theirs
                if (share := self._share(here, there)) >= PART
            ),
            reverse=True,
        )
        found: dict[int, Image] = {}
        used: set[Sentence] = set()
        for share, here, there in ranked:
            if here not in used and there not in used:
                used |= {here, there}
                found |= self._words(here, there, share)
        return found

    def _share(self, old: Sentence, new: Sentence) -> float:
        """Return which share of the smaller of two parts stands in both, in two words on end."""
        mine = self.old_weights[old.first : old.last]
        runs = (mine[here : here + count] for here, _, count in self._runs(old, new))
        same = [each for run in runs if sum(map(bool, run)) > 1 for each in run]
        if sum(map(bool, same)) < FEW:
            return 0.0
        return sum(same) / min(sum(mine), sum(self._new_weights[new.first : new.last]))


class _Order:
    """Which pairs of sentences keep to the order of those that are known."""

    def __init__(self, pairs: dict[int, int]) -> None:
        known = sorted(pairs.items())
        self._heres = [here for here, _ in known]
        self._theres = [-1, *(there for _, there in known), 1 << 60]

    def fits(self, here: int, there: int) -> bool:
        """Tell whether a pair lies between the same neighbours in both texts."""
        at = bisect_left(self._heres, here)
        return self._theres[at] < there < self._theres[at + 1]


def _key(words: Sequence[Token], weights: Sequence[int], sentence: Sentence) -> str:
    """Return what a sentence says: its words, without signs, tags and the aims of links."""
    span = range(sentence.first, sentence.last)
    said = [words[place].text for place in span if weights[place]]
    return " ".join(said or [words[place].text for place in span])


def _weights(text: str, words: Sequence[Token]) -> list[int]:
    weights = [weight(word) for word in words]
    place = 0
    for markup in _MARKUP.finditer(text):
        while place < len(words) and words[place].start < markup.start():
            place += 1
        while place < len(words) and words[place].start < markup.end():
            weights[place] = 0
            place += 1
    return weights


def _rests(
    weights: Sequence[int], sentences: Sequence[Sentence], known: set[int]
) -> list[Sentence]:
    """Return the stretches of a sentence that nothing laid claim to, where they say enough."""
    found: list[Sentence] = []
    for sentence in sentences:
        first = sentence.first
        for place in range(sentence.first, sentence.last + 1):
            if place < sentence.last and place not in known:
                continue
            if sum(map(bool, weights[first:place])) >= FEW:
                found.append(Sentence(first, place))
            first = place + 1
    return found
