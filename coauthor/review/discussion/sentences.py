"""A text as sentences: what a remark is about stands in one of them, or in a few."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coauthor.document.lines import split_lines
from coauthor.document.words import Token, tokens
from coauthor.merge.units import units

_END = re.compile(r"(?<=[.!?…;:])[\"'”’)\]*_`]*(?:<[^<>\n]*>|\s)+(?![a-zà-ÿ])")
_CELL = re.compile(r"\|")
_WORD = re.compile(r"\w")


class Sentence(NamedTuple):
    """The words of a sentence: the first of them, and the one behind the last."""

    first: int
    last: int


def split(text: str) -> tuple[list[Token], list[Sentence]]:
    """Return the words of a text, and its sentences as stretches of them.

    Headings, list items and cells of tables end a sentence too. Every word is in
    exactly one sentence.
    """
    words = tokens(text)
    found: list[Sentence] = []
    first = 0
    for end in (*_ends(text), len(text)):
        last = first
        while last < len(words) and words[last].start < end:
            last += 1
        if any(_WORD.match(word.text) for word in words[first:last]) or (
            last > first and not found
        ):
            found.append(Sentence(first, last))
        elif last > first:  # signs alone belong to what they follow
            found[-1] = Sentence(found[-1].first, last)
        first = last
    return words, found


def weight(word: Token) -> int:
    """Return how much a word tells: its letters; a sign tells next to nothing."""
    return len(word.text) if _WORD.match(word.text) else 0


def _ends(text: str) -> Iterator[int]:
    """Yield the places behind which another sentence begins, in order."""
    start = 0
    for unit in units(split_lines(text)):
        end = start + len(unit.content)
        pattern = _CELL if unit.kind == "row" else _END
        for found in pattern.finditer(text, start, end):
            yield found.end()
        start += len(unit.text)
        yield start
