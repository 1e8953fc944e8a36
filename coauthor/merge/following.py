"""Following a place: where lines of one text stand in a later text of the same document."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz.distance import Indel

from coauthor.document.align import longest_increasing
from coauthor.document.lines import count_lines, split_lines
from coauthor.document.model import Document
from coauthor.merge.model import Span

SQUARE = 4_000_000
"""Most pairs of lines between two anchors that are compared each with each."""

State = Literal["here", "changed", "moved", "gone"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a place is now.

    ``state`` says whether its lines are as they were (``here``), were written on
    (``changed``), went with their clause to another spot (``moved``), or are
    ``gone``: then the span is empty and says where they were.
    """

    span: Span
    state: State


class LineMap:
    """Which line of ``before`` is which line of ``after``.

    Lines that stand once in both texts are anchors (Bram Cohen's patience diff);
    between anchors the longest common subsequence decides.
    """

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        self.after_length = len(after)
        self._length = len(before)
        self._image: dict[int, int] = {}
        self._match(before, after)
        self._known = sorted(self._image)

    def follow(self, span: Span) -> Span:
        """Return the lines of ``after`` that stand where ``span`` stood in ``before``."""
        start = self._edge(span.start, span.start < span.end)
        if span.start == span.end:
            return Span(start, start)
        return Span(start, max(start, self._edge(span.end, inside=False)))

    def keeps(self, span: Span) -> bool:
        """Tell whether every line of ``span`` is still there, and in one piece."""
        images = [self._image.get(line, -1) for line in range(span.start, span.end)]
        return all(here >= 0 and here == images[0] + offset for offset, here in enumerate(images))

    def touches(self, span: Span) -> bool:
        """Tell whether any line of ``span`` is still there."""
        return any(line in self._image for line in range(span.start, span.end))

    def _edge(self, line: int, inside: bool) -> int:  # noqa: FBT001
        """Return where the edge before ``line`` went.

        Args:
            inside: the line belongs to what is followed; else the line before does.
        """
        if inside and line in self._image:
            return self._image[line]
        if line - 1 in self._image:
            return self._image[line - 1] + 1
        if line in self._image:
            return self._image[line]
        at = bisect_left(self._known, line)
        last = self._known[at - 1] if at else -1
        low = self._image[last] + 1 if at else 0
        following = self._known[at] if at < len(self._known) else self._length
        high = self._image[following] if at < len(self._known) else self.after_length
        if inside:  # so many lines below what is known
            return min(low + line - last - 1, high)
        return max(high - (following - line), low)

    def _match(self, before: Sequence[str], after: Sequence[str]) -> None:
        start, ends = 0, (len(before), len(after))
        while start < min(ends) and before[start] == after[start]:
            self._image[start] = start
            start += 1
        while min(ends) > start and before[ends[0] - 1] == after[ends[1] - 1]:
            ends = ends[0] - 1, ends[1] - 1
            self._image[ends[0]] = ends[1]
        here, there = start, start
        for a, b in [*_anchors(before, after, start, ends), ends]:
            self._match_between(before, after, (here, a), (there, b))
            if (a, b) != ends:
                self._image[a] = b
            here, there = a + 1, b + 1

    def _match_between(
        self,
        before: Sequence[str],
        after: Sequence[str],
        mine: tuple[int, int],
        yours: tuple[int, int],
    ) -> None:
        if (mine[1] - mine[0]) * (yours[1] - yours[0]) > SQUARE:
            return
        for code in Indel.opcodes(before[slice(*mine)], after[slice(*yours)]):
            if code.tag == "equal":
                for offset in range(code.src_end - code.src_start):
                    here = mine[0] + code.src_start + offset
                    self._image[here] = yours[0] + code.dest_start + offset


def _anchors(
    before: Sequence[str], after: Sequence[str], start: int, ends: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    once_before = _once(before, start, ends[0])
    once_after = _once(after, start, ends[1])
    pairs = [(here, once_after[text]) for text, here in once_before.items() if text in once_after]
    pairs.sort()
    kept = longest_increasing([there for _, there in pairs])
    yield from (pair for position, pair in enumerate(pairs) if position in kept)


def _once(lines: Sequence[str], start: int, end: int) -> dict[str, int]:
    counted = Counter(lines[start:end])
    return {lines[i]: i for i in range(start, end) if counted[lines[i]] == 1}


class Outline:
    """A document with the line at which each of its blocks begins."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The first line of each block, and behind them the number of all lines."""
        line = count_lines(self.document.front.source, 0, len(self.document.front.source))
        found = [line]
        for block in self.document.blocks:
            source = block.source
            line += count_lines(source, 0, len(source))
            found.append(line)
        last = self.document.blocks[-1].source if self.document.blocks else ""
        if last and not last.endswith(("\n", "\r")):
            found[-1] += 1
        return tuple(found)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the whole text."""
        return split_lines(self.document.text)

    def clause_span(self, uid: str) -> Span | None:
        """Return the lines of a clause; None when it is not there."""
        if self.document.clause(uid) is None:
            return None
        index = self.document.positions[uid]
        return Span(self.starts[index], self._end(index))

    def block_at(self, line: int) -> int | None:
        """Return the index of the block in which a line lies; None in the front matter."""
        count = len(self.document.blocks)
        found = bisect_right(self.starts, line, 0, count) - 1
        return found if found >= 0 else None

    def clause_lines(self, uid: str) -> list[str]:
        """Return the lines of a clause that is there."""
        return split_lines(self.document.blocks[self.document.positions[uid]].source)

    def _end(self, index: int) -> int:
        if index + 1 < len(self.document.blocks):
            return self.starts[index + 1]
        return self.starts[index] + len(split_lines(self.document.blocks[index].source))


class Following:
    """Where places of one document stand in a later one; both are compared only once."""

    def __init__(self, before: Outline, after: Outline) -> None:
        self.before, self.after = before, after

    def follow(self, span: Span, uid: str = "") -> Standing:
        """Return where the lines ``span`` stand now.

        With the ``uid`` of the clause in which they lie they are found wherever the
        clause went.
        """
        before, after = self.before, self.after
        home, there = before.clause_span(uid), after.clause_span(uid)
        if home is None and there is not None:  # it had left, and came back by another way
            return Standing(there, "changed")
        if uid and home and home.start <= span.start and span.end <= home.end:
            if there is None:
                place = self._elsewhere(Span(home.start, home.start)).span
                return Standing(Span(place.start, place.start), "gone")
            return _within(before, after, span, uid)
        return self._elsewhere(span)

    def _elsewhere(self, span: Span) -> Standing:
        """Follow lines by the lines around them."""
        head, old_tail, new_tail = self._same
        if span.end < head:
            return Standing(span, "here")
        if span.start > old_tail:
            shift = new_tail - old_tail
            return Standing(Span(span.start + shift, span.end + shift), "here")
        found = self._lines.follow(Span(span.start - self._first, span.end - self._first))
        inside = Span(span.start - self._first, span.end - self._first)
        state = _state(self._lines, inside)
        return Standing(Span(found.start + self._first, found.end + self._first), state)

    @cached_property
    def _same(self) -> tuple[int, int, int]:
        """The first line that may differ, and the first of those that stand at the end of both."""
        old, new = self.before.document, self.after.document
        if old.front.source != new.front.source:
            return 0, len(self.before.lines), len(self.after.lines)
        length = min(len(old.blocks), len(new.blocks))
        head = 0
        while head < length and old.blocks[head].source == new.blocks[head].source:
            head += 1
        tail = 0
        while tail < length - head and old.blocks[-1 - tail].source == new.blocks[-1 - tail].source:
            tail += 1
        old_tail, new_tail = len(old.blocks) - tail, len(new.blocks) - tail
        return self.before.starts[head], self.before.starts[old_tail], self.after.starts[new_tail]

    @cached_property
    def _first(self) -> int:
        """The line at which `_lines` begins."""
        return max(self._same[0] - 1, 0)

    @cached_property
    def _lines(self) -> LineMap:
        """The lines between what stands the same at the beginning and at the end."""
        _, old_tail, new_tail = self._same
        first = self._first
        return LineMap(
            self.before.lines[first : old_tail + 1], self.after.lines[first : new_tail + 1]
        )


def follow(before: Outline, after: Outline, span: Span, uid: str = "") -> Standing:
    """Return where the lines ``span`` of one document stand in a later one."""
    return Following(before, after).follow(span, uid)


def _within(before: Outline, after: Outline, span: Span, uid: str) -> Standing:
    """Return where lines of a clause stand in it now, wherever it went."""
    home, there = before.clause_span(uid), after.clause_span(uid)
    if home is None or there is None:
        raise KeyError(uid)
    lines = LineMap(before.clause_lines(uid), after.clause_lines(uid))
    inside = Span(span.start - home.start, span.end - home.start)
    found = lines.follow(inside)
    place = Span(found.start + there.start, found.end + there.start)
    state = _state(lines, inside)
    if state == "here" and _has_moved(before, after, uid):
        state = "moved"
    return Standing(place, state)


def _state(lines: LineMap, span: Span) -> State:
    if span.start == span.end or lines.keeps(span):
        return "here"
    found = lines.follow(span)
    return "changed" if found.start < found.end or lines.touches(span) else "gone"


def _has_moved(before: Outline, after: Outline, uid: str) -> bool:
    """Tell whether both neighbours of a clause are others than before."""
    old, new = before.document.positions[uid], after.document.positions[uid]
    return all(
        _neighbour(before.document, old, step) != _neighbour(after.document, new, step)
        for step in (-1, 1)
    )


def _neighbour(document: Document, index: int, step: int) -> str:
    place = index + step
    if not 0 <= place < len(document.blocks):
        return ""
    block = document.blocks[place]
    return getattr(block, "uid", "") or block.source.strip()
