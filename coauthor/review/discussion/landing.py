"""Following a stretch of one text into a later one, and telling how sure that is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from coauthor.review.discussion.passages import Image, Passages
from coauthor.review.discussion.sentences import weight

KEPT = 0.5
"""Share of its letters that must stand for a stretch to be where they are."""

TRUST = 0.7
"""How sure the sentences must be the same (0 to 1) for a place to be told as a fact."""

FUZZY = 80.0
"""Least likeness (0 to 100, rapidfuzz) of a text that is offered as a guess."""

LONG = 12
"""Letters below which a text is too short to be looked for by likeness."""

NEARBY = 40
"""Characters on both sides that are compared where only likeness is left."""

AROUND_ALIKE = 55.0
"""Least likeness (0 to 100) of a stretch with what is around it, to be offered as a guess."""


class Found(StrEnum):
    """How a stretch stands in the text of today."""

    HERE = "here"
    """To the letter."""
    MOVED = "moved"
    """Followed through what was changed: some of its words are others now."""
    UNSURE = "unsure"
    """The best guess; it is told as a guess."""
    GONE = "gone"
    """The text is no longer there."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a stretch of one text stands in a later one."""

    found: Found
    start: int = 0
    end: int = 0


def follow(before: str, after: str, start: int, end: int) -> Landing:
    """Return where the characters ``start`` up to ``end`` of a text stand in a later one."""
    if before == after:
        return Landing(Found.HERE, start, end)
    passages = _passages(before, after)
    numbers = [
        number for number, word in enumerate(passages.old) if word.start < end and start < word.end
    ]
    landing = _followed(passages, numbers, start, end)
    return landing if landing.found is not Found.GONE else _guessed(before, after, start, end)


@lru_cache(maxsize=256)
def _passages(before: str, after: str) -> Passages:
    return Passages(before, after)


def _followed(passages: Passages, numbers: Sequence[int], start: int, end: int) -> Landing:
    """Follow some words, and the ends of the stretch inside the first and the last."""
    images = passages.images
    kept = _cluster(passages, [(number, images[number]) for number in numbers if number in images])
    if not kept:
        return _replaced(passages, numbers)
    old, new = passages.old, passages.new
    whole = sum(weight(old[number]) for number in numbers)
    stands = sum(weight(old[number]) for number, _ in kept)
    trust = min(image.trust for _, image in kept)
    first, last = kept[0][1].place, kept[-1][1].place
    opens, closes = kept[0][0] == numbers[0], kept[-1][0] == numbers[-1]
    if not opens:
        first = _edge(passages, numbers[0] - 1, first, -1)
    if not closes:
        last = _edge(passages, numbers[-1] + 1, last, 1)
    begin = new[first].start + (max(start - old[numbers[0]].start, 0) if opens else 0)
    finish = new[last].end - (max(old[numbers[-1]].end - end, 0) if closes else 0)
    exact = len(kept) == len(numbers) == last - first + 1
    if trust < TRUST or stands < KEPT * whole or not whole:
        return Landing(Found.UNSURE, begin, finish)
    return Landing(Found.HERE if exact else Found.MOVED, begin, finish)


def _cluster(passages: Passages, kept: Sequence[tuple[int, Image]]) -> Sequence[tuple[int, Image]]:
    """Return the words that stand together, where some went another way: those that say most."""
    places = [image.place for _, image in kept]
    sentences = {passages.sentence_of[place] for place in places}
    if places == sorted(places) and len(sentences) <= 1:
        return kept
    runs: list[list[tuple[int, Image]]] = []
    for number, image in kept:
        last = runs[-1][-1] if runs else None
        if last is not None and _follows(passages, last, (number, image)):
            runs[-1].append((number, image))
        else:
            runs.append([(number, image)])
    return max(
        runs, key=lambda run: sum(weight(passages.old[number]) for number, _ in run), default=kept
    )


def _follows(passages: Passages, last: tuple[int, Image], word: tuple[int, Image]) -> bool:
    """Tell whether a word stands behind another in both texts, in the same or the next sentence."""
    step = word[1].place - last[1].place
    if step <= 0:
        return False
    between = passages.sentence_of[word[1].place] - passages.sentence_of[last[1].place]
    return between <= 1


def _edge(passages: Passages, neighbour: int, edge: int, step: int) -> int:
    """Return the edge moved out over words that came in the place of words of the stretch."""
    image = passages.images.get(neighbour)
    if image is None:
        return edge
    place = image.place - step
    sentences = passages.sentence_of
    outward = (edge - place) * step <= 0 and 0 <= place < len(sentences)
    return place if outward and sentences[place] == sentences[edge] else edge


def _replaced(passages: Passages, numbers: Sequence[int]) -> Landing:
    """Return what came in the place of words of which none stands, as a guess."""
    if not numbers:
        return Landing(Found.GONE)
    before = passages.images.get(numbers[0] - 1)
    behind = passages.images.get(numbers[-1] + 1)
    if before is None or behind is None or min(before.trust, behind.trust) < TRUST:
        return Landing(Found.GONE)
    first, last = before.place + 1, behind.place - 1
    near = last - first < 2 * len(numbers) + 4
    sentences = passages.sentence_of
    if first > last or not near or sentences[before.place] != sentences[behind.place]:
        return Landing(Found.GONE)
    return Landing(Found.UNSURE, passages.new[first].start, passages.new[last].end)


def _guessed(before: str, after: str, start: int, end: int) -> Landing:
    """Look for words by likeness, as a guess: nothing in the text led to them."""
    quote = before[start:end]
    window = before[max(start - NEARBY, 0) : end + NEARBY]
    best, place = AROUND_ALIKE, -1
    for found in _word(quote).finditer(after):
        around = after[max(found.start() - NEARBY, 0) : found.end() + NEARBY]
        score = fuzz.ratio(window, around)
        if score > best or (place < 0 and len(quote) >= 2 * LONG):
            best, place = score, found.start()
    if place >= 0:
        return Landing(Found.UNSURE, place, place + len(quote))
    if len(quote) < LONG or len(after) < len(quote):
        return Landing(Found.GONE)
    like = fuzz.partial_ratio_alignment(quote, after, score_cutoff=FUZZY)
    if like is None or like.dest_start == like.dest_end:
        return Landing(Found.GONE)
    return Landing(Found.UNSURE, like.dest_start, like.dest_end)


def _word(quote: str) -> re.Pattern[str]:
    """Return what finds a stretch to the letter, and not inside longer words."""
    opens = r"(?<!\w)" if re.match(r"\w", quote) else ""
    closes = r"(?!\w)" if re.search(r"\w$", quote) else ""
    return re.compile(opens + re.escape(quote) + closes)
