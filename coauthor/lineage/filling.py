"""The standard's text with our values in its slots, where all other words are the same."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from urllib.parse import unquote

from coauthor.document.model import Clause
from coauthor.document.parameters import Parameter, fill_parameter, find_parameters, shown
from coauthor.document.rendering import to_plain, to_tokens

_SLOT = "\N{OBJECT REPLACEMENT CHARACTER}"
_MINUS = "\N{MINUS SIGN}\N{EN DASH}-"
_WORD = re.compile(
    rf"{_SLOT}|(?:(?<![^\W_])[{_MINUS}])?\d+(?:[.,:/]\d+)*(?![^\W_])|[^\W_]+|[<>≤≥=≠±≈%‰€$£#°§+✓✔✗✘☐☑☒]"
)
_LETTERS = re.compile(r"[^\W_]+")
"""Words, numbers to the letter, and the signs that change what is asked: "≥ 99,5 %"."""

_LONGEST = 240
"""Characters of the longest text that counts as the value of a slot."""

_BRACKETS = (("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"), ('"', '"'))


def filled_in(ours: Clause, theirs: Clause) -> str | None:
    """Return the standard's body with our values in its slots, or None where words differ.

    Punctuation, capitals and line breaks do not count, nor where the title stands.
    """
    slots = find_parameters(theirs.body)
    title, body = words_of(theirs.title), words_of(_emptied(theirs.body, slots))
    if ours.title and words_of(ours.title) != title:
        return None
    if _unread(ours.body) or _struck(ours.body) != _struck(theirs.body):
        return None
    said = to_plain(ours.body)
    for pattern in [body] if ours.title else [body, title + body]:
        values = _values(pattern, said)
        if values is not None:
            made = theirs.body
            for slot, value in zip(slots, values, strict=True):
                made = fill_parameter(made, slot.name, value) if value != slot.value else made
            return made
    return None


def says_the_same(ours: Clause, theirs: Clause) -> bool:
    """Tell whether two clauses have the same words and values, punctuation and capitals aside."""
    filled = filled_in(ours, theirs)
    return filled is not None and shown(filled) == shown(theirs.body)


def words_of(markdown: str) -> list[str]:
    """Return the words, numbers and signs of a text that say what it asks, in small letters."""
    return _WORD.findall(to_plain(markdown).casefold())


def _unread(markdown: str) -> bool:
    """Tell whether words stand in a text that a reader does not see, and that would be lost.

    Such are the title of a link, what stands behind the last cell of a row, or the language
    of a code block. Where links lead is no words.
    """
    inside = (each for token in to_tokens(markdown) for each in token.children or ())
    targets = (str(each.attrGet("href") or each.attrGet("src") or "") for each in inside)
    seen = _count(to_plain(markdown)) + _count(unquote(" ".join(targets)))
    return bool(_count(shown(markdown)) - seen)


def _count(text: str) -> Counter[str]:
    return Counter(_LETTERS.findall(text))


def _struck(markdown: str) -> list[str]:
    """Return the pieces of a text that are struck through."""
    found: list[str] = []
    for token in to_tokens(shown(markdown)):
        depth = 0
        for each in token.children or ():
            depth += (each.type == "s_open") - (each.type == "s_close")
            if depth:
                found.append(each.content)
    return found


def _emptied(body: str, slots: Iterable[Parameter]) -> str:
    pieces, at = [], 0
    for slot in slots:
        pieces += [body[at : slot.start], _SLOT]
        at = slot.end
    return "".join([*pieces, body[at:]])


def _values(pattern: Sequence[str], said: str) -> list[str] | None:
    """Return what stands in a text where a pattern has slots, or None where it does not fit."""
    found = list(_WORD.finditer(said))
    words = [each[0].casefold() for each in found]
    if _SLOT not in pattern:
        return [] if words == list(pattern) else None
    runs = list(_runs(pattern))
    first, last = runs[0], runs[-1]
    if words[: len(first)] != first or len(words) < len(first) + len(last):
        return None
    values = []
    at = len(first)
    for run in runs[1:]:
        end = len(words) - len(last) if run is last else _index(words, run, at + 1)
        if end is None or end <= at:
            return None
        values.append(_stretch(said, found[at].start(), found[end - 1].end()))
        at = end + len(run)
    if at != len(words) or words[len(words) - len(last) :] != last:
        return None
    return values if all(len(each) <= _LONGEST for each in values) else None


def _runs(pattern: Sequence[str]) -> Iterator[list[str]]:
    """Yield the words before, between and after the slots of a pattern."""
    slots = [at for at, word in enumerate(pattern) if word == _SLOT]
    for before, after in pairwise([-1, *slots, len(pattern)]):
        yield list(pattern[before + 1 : after])


def _index(words: Sequence[str], run: Sequence[str], start: int) -> int | None:
    """Return where words stand first; a run of none stands anywhere."""
    ends = range(start, len(words) - len(run) + 1)
    return next((at for at in ends if words[at : at + len(run)] == run), None)


def _stretch(said: str, start: int, end: int) -> str:
    """Return a stretch of a text, with the brackets or quotes around it or at its end."""
    for opens, closes in _BRACKETS:
        if said[end : end + 1] == closes:
            around = said[start - 1 : start] == opens
            inside = said.count(opens, start, end) > said.count(closes, start, end)
            start -= around
            end += around or (opens != closes and inside)
    return " ".join(said[start:end].split())
