"""Merging a stretch of text by words, within sentences; blanks and wrapping follow the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import Indel

from coauthor.merge.sequences import Range, Stretch, matches, three_way

_TOKEN = re.compile(
    r"(\d+(?:[.,:/]\d+)*%?|['’]?[^\W\d_]\w*(?:['’\-]\w+)*|\w+|[^\w\s]|\A(?=\s))(\s*)"
)
_ENDING = re.compile(r"[.!?…]|[:;](?=\s*\n)")
_CLOSING = "\"'”’)]*_`"


class Word(NamedTuple):
    """A word or sign with the blanks behind it."""

    text: str
    blank: str


def words(text: str) -> list[Word]:
    """Return the words of ``text``; joined with their blanks they give it back.

    Blanks at the start stand behind an empty word.
    """
    return [Word(m[1], m[2]) for m in _TOKEN.finditer(text)]


def join(tokens: Sequence[Word]) -> str:
    """Return the text of words: the inverse of `words`."""
    return "".join([part for token in tokens for part in token])


def same_words(first: str, second: str) -> bool:
    """Tell whether two texts differ in blanks and line breaks only."""
    return first == second or first.split() == second.split()


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of words that a side changed, in the places of all three."""

    side: str
    base: Range
    ours: Range
    theirs: Range


@dataclass(frozen=True, slots=True)
class WordMerge:
    """A text merged by words.

    Args:
        text: the merged text; where both changed the same words, those of the side
            that changed more.
        touches: both changed words right beside each other, or added at one place.
        clashes: both changed the same words, each in another way.
        same_sentence: both changed words of one sentence, apart.
    """

    text: str
    touches: bool
    clashes: bool
    same_sentence: bool


def merge_words(base: str, ours: str, theirs: str) -> WordMerge:
    """Merge three versions of a paragraph, sentence or cell."""
    b, o, t = words(base), words(ours), words(theirs)
    pieces: list[str] = []
    edits: list[Edit] = []
    touches = clashes = False
    for stretch in three_way(_texts(b), _texts(o), _texts(t)):
        mine, yours, before = _of(o, stretch.ours), _of(t, stretch.theirs), _of(b, stretch.base)
        side = "" if stretch.stable else _changed_by(before, mine, yours)
        if side == "clash":
            close = _beside(before, mine, yours)
            signs = close is not None and (_only_signs(before, mine) or _only_signs(before, yours))
            touches = touches or (close is not None and not signs)
            clashes = clashes or close is None
            pieces.append(join(_farther(before, mine, yours)) if close is None else close)
        else:
            pieces.append(_text(side, before, mine, yours))
        if side:
            edits.append(Edit(side, stretch.base, stretch.ours, stretch.theirs))
    return WordMerge("".join(pieces), touches, clashes, _meet_in_sentence(b, edits))


def _beside(before: Sequence[Word], mine: Sequence[Word], yours: Sequence[Word]) -> str | None:
    """Return both edits of a stretch in one, where no word was changed by both; else None."""
    b = _texts(before)
    ours, theirs = _edits(b, mine), _edits(b, yours)
    pieces: list[str] = []
    at = 0
    for start, end, words_ in _in_order(ours, theirs):
        if start < at:
            return None
        pieces += [join(before[at:start]), join(words_)]
        at = end
    return "".join(pieces) + join(before[at:])


def _in_order(ours, theirs):
    pending = sorted(
        [(*edit, ) for edit in ours] + [(*edit, ) for edit in theirs],
        key=lambda edit: (edit[0], edit[1], not any(w.text[:1].isalnum() for w in edit[2]), [w.text.casefold() for w in edit[2]]),
    )
    for n, edit in enumerate(pending):
        if n and edit == pending[n - 1]:
            continue
        yield edit


def _edits(before: Sequence[str], side: Sequence[Word]) -> list[tuple[int, int, Sequence[Word]]]:
    found = []
    i = j = 0
    for match in [*matches(before, _texts(side)), None]:
        to_i, to_j = (match.before, match.after) if match else (len(before), len(side))
        if i < to_i or j < to_j:
            found.append((i, to_i, side[j:to_j]))
        if match:
            i, j = match.before + match.length, match.after + match.length
    return found


def _only_signs(before, side):
    return all(not any(c.isalnum() for c in w.text) for _, _, ws in _edits(_texts(before), side) for w in ws) and all(not any(c.isalnum() for c in _texts(before)[k]) for i,j,_ in _edits(_texts(before), side) for k in range(i,j))


def _farther(before, mine, yours):
    b = _texts(before)
    key = lambda side: (Indel.distance(b, _texts(side)), _texts(side))
    return max(mine, yours, key=key)


def _texts(tokens: Sequence[Word]) -> list[str]:
    return [token.text for token in tokens]


def _of(tokens: Sequence[Word], where: Range) -> Sequence[Word]:
    return tokens[where.start : where.end]


def _changed_by(before: Sequence[Word], mine: Sequence[Word], yours: Sequence[Word]) -> str:
    b, o, t = _texts(before), _texts(mine), _texts(yours)
    if o == t:
        return "both"
    if o == b:
        return "theirs"
    return "ours" if t == b else "clash"


def _text(
    side: str, before: Sequence[Word], mine: Sequence[Word], yours: Sequence[Word]
) -> str:
    if side == "theirs":
        return join(yours)
    if side in ("ours", "clash"):
        return join(mine)
    blanks = (
        blank_between(b.blank, o.blank, t.blank)
        for b, o, t in zip(before or mine, mine, yours, strict=True)
    ) if len(before or mine) == len(mine) else (
        blank_between(o.blank, o.blank, t.blank) for o, t in zip(mine, yours, strict=True)
    )
    return "".join([word.text + blank for word, blank in zip(mine, blanks, strict=True)])


def blank_between(base: str, ours: str, theirs: str) -> str:
    """Merge the blanks behind a word; where both changed them, the order of text decides."""
    if ours == theirs or theirs == base:
        return ours
    return theirs if ours == base else min(ours, theirs)


def _meet_in_sentence(base: Sequence[Word], edits: Sequence[Edit]) -> bool:
    """Tell whether both sides changed words of one sentence of the base."""
    bounds = list(_sentence_ends(base))
    touched: dict[int, set[str]] = {}
    for edit in edits:
        if edit.side == "both":
            continue
        sides = {"ours", "theirs"} if edit.side == "clash" else {edit.side}
        first = sum(end <= edit.base.start for end in bounds)
        last = sum(end < edit.base.end for end in bounds)
        for number in range(first, max(first, last) + 1):
            touched.setdefault(number, set()).update(sides)
    return any(len(sides) == 2 for sides in touched.values())


def _sentence_ends(tokens: Sequence[Word]) -> Iterator[int]:
    """Yield the index behind the last word of each sentence."""
    for index, token in enumerate(tokens):
        if token.text in ".!?…" and token.text and token.blank:
            yield index + 1
        elif (
            token.text and token.text in _CLOSING and token.blank and index
            and tokens[index - 1].text in (".", "!", "?", "…") and not tokens[index - 1].blank
        ):
            yield index + 1


__all__ = ["Edit", "Stretch", "Word", "WordMerge", "join", "merge_words", "same_words", "words"]
