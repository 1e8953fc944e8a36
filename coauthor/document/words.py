"""Difference in words: what was removed and what was added, as a person would say it.

Words are compared, never characters; blanks and line breaks count for nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

RunKind = Literal["same", "removed", "added"]

_WORDS = r"\d+(?:[.,:/]\d+)*%?|['’]?[^\W\d_]\w*(?:['’\-]\w+)*|\w+"
_TOKEN = re.compile(r"\{\{|\}\}|" + _WORDS + r"|[^\w\s]")
_COUNTED = re.compile(_WORDS)
_WORD = re.compile(r"\w")

MATRIX_LIMIT = 400_000_000
"""Product of token counts above which a stretch is shown as one replacement."""

_ALIKE = 0.25
"""Share of common words below which two texts are shown as one replacement."""


class Token(NamedTuple):
    """A word or sign, and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of both texts; the runs of a difference tile both from start to end.

    A removed run is empty in the new text, an added one in the old. Blanks
    belong to the run of the word before them.
    """

    kind: RunKind
    before_start: int
    before_end: int
    after_start: int
    after_end: int


def tokens(text: str) -> list[Token]:
    """Return the words and signs of ``text``, without blanks.

    A number with its decimals, a hyphenated word and ``zo'n`` are one word each.
    """
    return [Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text)]


def count_words(text: str) -> int:
    """Return how many words ``text`` has; signs do not count."""
    return len(_COUNTED.findall(text))


def same_words(before: str, after: str) -> bool:
    """Tell whether two texts differ in blanks and line breaks only."""
    return before == after or before.split() == after.split()


def word_diff(before: str, after: str) -> tuple[Run, ...]:
    """Return the runs that lead from ``before`` to ``after``.

    A replacement is a removed run followed by an added one. Two changes with
    only a short word or a sign between them are shown as one.
    """
    old, new = tokens(before), tokens(after)
    groups = _calm(_groups([t.text for t in old], [t.text for t in new]), old, new)
    return tuple(_runs(groups, _Side(before, old), _Side(after, new)))


def changes(runs: Sequence[Run]) -> tuple[tuple[int, ...], ...]:
    """Return the indexes of the runs that form one change each, in order."""
    found: list[tuple[int, ...]] = []
    for index, run in enumerate(runs):
        if run.kind == "same":
            continue
        if run.kind == "added" and index and runs[index - 1].kind == "removed":
            found[-1] = (*found[-1], index)
        else:
            found.append((index,))
    return tuple(found)


def take(before: str, after: str, runs: Sequence[Run], change: int) -> str:
    """Return ``after`` with one change undone towards ``before``.

    Args:
        runs: the difference of the two texts.
        change: which of `changes`.

    Raises:
        IndexError: there is no such change.
    """
    undone = set(changes(runs)[change])
    pieces: list[str] = []
    for index, run in enumerate(runs):
        if index in undone:
            pieces.append(before[run.before_start : run.before_end])
        else:
            pieces.append(after[run.after_start : run.after_end])
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Counts:
    """Words that stayed, went and came."""

    same: int
    removed: int
    added: int


def count_changes(before: str, after: str) -> Counts:
    """Return how many words stayed, went and came."""
    same = removed = added = 0
    for run in word_diff(before, after):
        if run.kind == "same":
            same += count_words(after[run.after_start : run.after_end])
        elif run.kind == "removed":
            removed += count_words(before[run.before_start : run.before_end])
        else:
            added += count_words(after[run.after_start : run.after_end])
    return Counts(same, removed, added)


@dataclass(frozen=True, slots=True)
class _Side:
    text: str
    tokens: list[Token]

    def edge(self, index: int) -> int:
        """Return where the token at ``index`` begins; the ends of the text at the ends."""
        if index <= 0:
            return 0
        return self.tokens[index].start if index < len(self.tokens) else len(self.text)


@dataclass(frozen=True, slots=True)
class _Group:
    """Token ranges of both sides that are the same, or that replace each other."""

    same: bool
    before: tuple[int, int]
    after: tuple[int, int]


def _groups(old: list[str], new: list[str]) -> list[_Group]:
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    groups = [_Group(True, (0, head), (0, head))]
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    for same, (a, b), (c, d) in _middle(middle_old, middle_new):
        groups.append(_Group(same, (a + head, b + head), (c + head, d + head)))
    ends = (len(old) - tail, len(old)), (len(new) - tail, len(new))
    groups.append(_Group(True, *ends))
    return [g for g in groups if g.before[0] < g.before[1] or g.after[0] < g.after[1]]


def _middle(
    old: list[str], new: list[str]
) -> Iterator[tuple[bool, tuple[int, int], tuple[int, int]]]:
    if not old or not new or len(old) * len(new) > MATRIX_LIMIT:
        if old or new:
            yield False, (0, len(old)), (0, len(new))
        return
    pending: tuple[int, int] | None = None
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            if pending is not None:
                yield False, (pending[0], code.src_start), (pending[1], code.dest_start)
                pending = None
            yield True, (code.src_start, code.src_end), (code.dest_start, code.dest_end)
        elif pending is None:
            pending = code.src_start, code.dest_start
    if pending is not None:
        yield False, (pending[0], len(old)), (pending[1], len(new))


def _calm(groups: list[_Group], old: list[Token], new: list[Token]) -> list[_Group]:
    """Join changes that only a short word or a sign separates."""
    common = sum(g.before[1] - g.before[0] for g in groups if g.same)
    if min(len(old), len(new)) >= 6 and common < _ALIKE * min(len(old), len(new)):
        return [_Group(False, (0, len(old)), (0, len(new)))]
    result: list[_Group] = []
    for index, group in enumerate(groups):
        between = 0 < index < len(groups) - 1
        short = group.same and between and _is_short(old[group.before[0] : group.before[1]])
        before, after, same = group.before, group.after, group.same and not short
        if result and not same and not result[-1].same:
            last = result.pop()
            before, after = (last.before[0], before[1]), (last.after[0], after[1])
        result.append(_Group(same, before, after))
    return result


def _is_short(between: list[Token]) -> bool:
    words = [token.text for token in between if _WORD.match(token.text)]
    braces = any(token.text in ("{{", "}}", ":") for token in between)
    return not braces and len(between) <= 2 and sum(map(len, words)) <= 3


def _runs(groups: list[_Group], before: _Side, after: _Side) -> Iterator[Run]:
    for group in groups:
        a, b = before.edge(group.before[0]), before.edge(group.before[1])
        c, d = after.edge(group.after[0]), after.edge(group.after[1])
        if group.before[1] == len(before.tokens):
            b = len(before.text)
        if group.after[1] == len(after.tokens):
            d = len(after.text)
        if group.same:
            yield Run("same", a, b, c, d)
            continue
        removes = group.before[0] < group.before[1]
        adds = group.after[0] < group.after[1]
        if removes:
            yield Run("removed", a, b, c, c if adds else d)
        if adds:
            yield Run("added", b if removes else a, b, c, d)
