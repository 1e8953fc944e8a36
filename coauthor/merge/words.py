"""Merging a sentence, paragraph or cell by its words; blanks and wrapping follow the words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coauthor.merge.sequences import distance, matches, three_way

_TOKEN = re.compile(
    r"(\d+(?:[.,:/]\d+)*%?|['’]?[^\W\d_]\w*(?:['’\-]\w+)*|\w+|[^\w\s]|\A(?=\s))(\s*)"
)
_STOPS = frozenset(".!?…")
_CLOSING = frozenset("\"'”’)]*_`")


class Word(NamedTuple):
    """A word or sign with the blanks behind it."""

    text: str
    blank: str


class Edit(NamedTuple):
    """Words ``start`` up to ``end`` of the base became ``words``."""

    start: int
    end: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class WordMerge:
    """A text merged by words.

    Args:
        text: the merged text; where both changed the same words, those of the side
            that changed more.
        clash: both changed the same words, or words right beside each other.
        same_sentence: both changed words of one sentence, apart.
    """

    text: str
    clash: bool
    same_sentence: bool


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


def merge_words(base: str, ours: str, theirs: str, *, cells: bool = False) -> WordMerge:
    """Merge three versions of a text that is one unit.

    Args:
        cells: the text is a row of a table, whose cells count as sentences.
    """
    b, o, t = words(base), words(ours), words(theirs)
    pieces: list[str] = []
    touched: dict[str, list[Edit]] = {"ours": [], "theirs": []}
    clash = False
    for stretch in three_way(_texts(b), _texts(o), _texts(t)):
        before = b[stretch.base.start : stretch.base.end]
        mine = o[stretch.ours.start : stretch.ours.end]
        yours = t[stretch.theirs.start : stretch.theirs.end]
        if stretch.stable or _texts(mine) == _texts(yours):
            pieces.append(_with_blanks(before, mine, yours))
            continue
        sides = [_texts(mine) != _texts(before), _texts(yours) != _texts(before)]
        for name, side, changed in zip(touched, (mine, yours), sides, strict=True):
            if changed:
                touched[name].append(Edit(*stretch.base, tuple(side)))
        if all(sides):
            text, met = _met(before, mine, yours)
            clash = clash or met
            pieces.append(text)
        else:
            pieces.append(join(mine if sides[0] else yours))
    return WordMerge("".join(pieces), clash, _meet_in_sentence(b, *touched.values(), cells=cells))


def blank_between(base: str, ours: str, theirs: str) -> str:
    """Merge the blanks behind something; where both changed them, the order of text decides."""
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else min(ours, theirs)


def _texts(tokens: Sequence[Word]) -> list[str]:
    return [token.text for token in tokens]


def _with_blanks(before: Sequence[Word], mine: Sequence[Word], yours: Sequence[Word]) -> str:
    """Return words that both sides have, each with the blanks that a side changed."""
    if len(before) != len(mine):  # both wrote them, so there were no blanks before
        return "".join([o.text + min(o.blank, t.blank) for o, t in zip(mine, yours, strict=True)])
    return "".join(
        [
            o.text + blank_between(b.blank, o.blank, t.blank)
            for b, o, t in zip(before, mine, yours, strict=True)
        ]
    )


def _met(before: Sequence[Word], mine: Sequence[Word], yours: Sequence[Word]) -> tuple[str, bool]:
    """Return what may stand where both sides changed a stretch, and whether they clash.

    They do not where one of them only changed signs, beside the words of the other.
    """
    ours, theirs = _edits(before, mine), _edits(before, yours)
    both = _beside(before, ours, theirs)
    if both is None:
        return join(_farther(before, mine, yours)), True
    return both, not (_only_signs(before, ours) or _only_signs(before, theirs))


def _beside(before: Sequence[Word], ours: Sequence[Edit], theirs: Sequence[Edit]) -> str | None:
    """Return the stretch with the edits of both sides; None where they overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted({*ours, *theirs}, key=_order):
        if edit.start < at:
            return None
        gap = join(before[at : edit.start])
        # what stood last in a paragraph has no blank behind it for what comes now
        touches = pieces and not gap and pieces[-1] and not pieces[-1][-1].isspace()
        if touches and edit.words and _has_letters(edit.words[0].text):
            gap = " "
        pieces += [gap, join(edit.words)]
        at = edit.end
    return "".join(pieces) + join(before[at:])


def _order(edit: Edit) -> tuple[int, int, bool, list[str]]:
    """Order edits by place; of two at one place, signs follow words."""
    texts = [word.text.casefold() for word in edit.words]
    return edit.start, edit.end, not any(map(_has_letters, texts)), texts


def _edits(before: Sequence[Word], side: Sequence[Word]) -> list[Edit]:
    found: list[Edit] = []
    i = j = 0
    for match in [*matches(_texts(before), _texts(side)), None]:
        to_i, to_j = (match.before, match.after) if match else (len(before), len(side))
        if i < to_i or j < to_j:
            found.append(Edit(i, to_i, tuple(side[j:to_j])))
        if match:
            i, j = match.before + match.length, match.after + match.length
    return found


def _only_signs(before: Sequence[Word], edits: Sequence[Edit]) -> bool:
    return not any(
        _has_letters(word.text)
        for edit in edits
        for word in (*before[edit.start : edit.end], *edit.words)
    )


def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def _farther(before: Sequence[Word], mine: Sequence[Word], yours: Sequence[Word]) -> Sequence[Word]:
    """Return the side that changed more; of two alike, the one later in the order of text."""
    base = _texts(before)
    return max(mine, yours, key=lambda side: (distance(base, _texts(side)), _texts(side)))


def _meet_in_sentence(
    base: Sequence[Word], ours: Sequence[Edit], theirs: Sequence[Edit], *, cells: bool
) -> bool:
    """Tell whether both sides changed words of one sentence of the base."""
    ends = list(_cell_ends(base) if cells else _sentence_ends(base))
    mine, yours = (set(_sentences(ends, edits)) for edits in (ours, theirs))
    return not mine.isdisjoint(yours)


def _sentences(ends: Sequence[int], edits: Sequence[Edit]) -> Iterator[int]:
    for edit in edits:
        first = bisect_right(ends, edit.start)
        last = bisect_left(ends, edit.end)
        yield from range(first, max(first, last) + 1)


def _cell_ends(tokens: Sequence[Word]) -> Iterator[int]:
    """Yield the index behind each bar of a row."""
    return (index + 1 for index, token in enumerate(tokens) if token.text == "|")


def _sentence_ends(tokens: Sequence[Word]) -> Iterator[int]:
    """Yield the index behind the last word of each sentence."""
    for index, token in enumerate(tokens):
        if not token.blank and index + 1 < len(tokens):
            continue
        before = tokens[index - 1] if index else Word("", " ")
        closes = token.text in _CLOSING and before.text in _STOPS and not before.blank
        if token.text in _STOPS or closes:
            yield index + 1
