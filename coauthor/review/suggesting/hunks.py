"""The changes between a text and what is offered for it: numbered, word by word.

Each can be taken or left by itself. All of them make exactly the offered text,
none of them exactly the text it was offered for, blanks and line breaks included.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from coauthor.document.words import Run, same_words, tokens, word_diff

Part = Literal["title", "body", "clause"]
"""Where a change lies; ``clause``: a whole clause that comes or goes."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """One change: characters ``start`` up to ``end`` of the text became ``added``.

    Args:
        number: counted from 1 through title and body; what people and events cite.
    """

    number: int
    part: Part
    start: int
    end: int
    removed: str
    added: str

    @property
    def is_layout(self) -> bool:
        """Whether only blanks and line breaks change."""
        return same_words(self.removed, self.added)


_STOPS = (".", "!", "?", ";")


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch that differs, in both texts."""

    before: tuple[int, int]
    after: tuple[int, int]


def hunks_between(before: str, after: str, part: Part, first: int = 1) -> tuple[Hunk, ...]:
    """Return the changes that lead from one text to another, in order.

    Args:
        first: number of the first change.
    """
    return tuple(
        Hunk(number, part, *span.before, before[slice(*span.before)], after[slice(*span.after)])
        for number, span in enumerate(_spans(before, after), first)
    )


def with_hunks(text: str, hunks: Sequence[Hunk], taken: Container[int]) -> str:
    """Return the text with some of its changes made; the order of taking does not matter.

    Args:
        hunks: changes of this text, in order.
        taken: numbers of those to make.
    """
    pieces: list[str] = []
    at = 0
    for hunk in hunks:
        if hunk.number in taken:
            pieces += [text[at : hunk.start], hunk.added]
            at = hunk.end
    return "".join([*pieces, text[at:]])


def _spans(before: str, after: str) -> list[_Span]:
    if not before.strip() and not after.strip():  # no words, so no runs
        whole = _Span((0, len(before)), (0, len(after)))
        return [whole] if before != after else []
    spans: list[_Span] = []
    for run in word_diff(before, after):
        for span in _differing(before, after, run):
            last = spans[-1] if spans else None
            if last and last.before[1] == span.before[0] and last.after[1] == span.after[0]:
                spans[-1] = _Span((last.before[0], span.before[1]), (last.after[0], span.after[1]))
            else:
                spans.append(span)
    following = [*(span.before[0] for span in spans[1:]), len(before) + 2][: len(spans)]
    return [
        _behind_stop(before, after, span, end) for span, end in zip(spans, following, strict=True)
    ]


def _behind_stop(before: str, after: str, span: _Span, following: int) -> _Span:
    """Return the change with a sentence that came or went as people see it: whole.

    Of "Een. Twee." a comparison may just as well say that ". Twee" came before the stop.

    Args:
        following: where the next change begins.
    """
    (a, b), (c, d) = span.before, span.after
    if b + 1 >= following or before[b : b + 1] not in _STOPS or after[d : d + 1] != before[b]:
        return span
    came, went = a == b and after[c : c + 1] == before[b], c == d and before[a] == before[b]
    return _Span((a + 1, b + 1), (c + 1, d + 1)) if came or went else span


def _differing(before: str, after: str, run: Run) -> Iterator[_Span]:
    """Yield what differs in a run: all of a changed one, the blanks of another."""
    old, new = (run.before_start, run.before_end), (run.after_start, run.after_end)
    if run.kind != "same":
        yield _Span(old, new)
    elif before[slice(*old)] != after[slice(*new)]:
        gaps = zip(_gaps(before, *old), _gaps(after, *new), strict=True)
        first, *inner = (_Span(*gap) for gap in gaps)
        last = inner.pop() if inner else None
        inner = [each for each in inner if _differs(before, after, each)]
        if _differs(before, after, first):
            yield first
        if inner:  # a paragraph that was wrapped anew is one change
            (start, _), (_, end) = inner[0].before, inner[-1].before
            (here, _), (_, there) = inner[0].after, inner[-1].after
            yield _Span((start, end), (here, there))
        if last and _differs(before, after, last):
            yield last


def _differs(before: str, after: str, span: _Span) -> bool:
    return before[slice(*span.before)] != after[slice(*span.after)]


def _gaps(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the blanks lie before, between and behind the words of a stretch."""
    found = tokens(text[start:end])
    edges = [start, *(start + each for token in found for each in (token.start, token.end)), end]
    return list(zip(edges[::2], edges[1::2], strict=True))
