"""Following a place: where lines of one text stand in a later text of the same document."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from coauthor.document.linemap import LineMap
from coauthor.document.lines import count_lines, split_lines
from coauthor.document.model import Document
from coauthor.merge.model import Span

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
        first = self._first
        inside = Span(span.start - first, span.end - first)
        start, end = self._lines.follow(inside.start, inside.end)
        return Standing(Span(start + first, end + first), _state(self._lines, inside))

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
    start, end = lines.follow(inside.start, inside.end)
    place = Span(start + there.start, end + there.start)
    state = _state(lines, inside)
    if state == "here" and _has_moved(before, after, uid):
        state = "moved"
    return Standing(place, state)


def _state(lines: LineMap, span: Span) -> State:
    if span.start == span.end or lines.keeps(span.start, span.end):
        return "here"
    start, end = lines.follow(span.start, span.end)
    return "changed" if start < end or lines.touches(span.start, span.end) else "gone"


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
