"""Which line of one text is which line of a later one."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from coauthor.document.align import longest_increasing

SQUARE = 4_000_000
"""Most pairs of lines between two anchors that are compared each with each."""


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

    def image(self, line: int) -> int | None:
        """Return which line of ``after`` a line is, or None when it is gone."""
        return self._image.get(line)

    def follow(self, start: int, end: int) -> tuple[int, int]:
        """Return the lines of ``after`` that stand where ``start`` up to ``end`` stood."""
        first = self._edge(start, start < end)
        if start == end:
            return first, first
        return first, max(first, self._edge(end, inside=False))

    def keeps(self, start: int, end: int) -> bool:
        """Tell whether every line from ``start`` to ``end`` is still there, and in one piece."""
        images = [self._image.get(line, -1) for line in range(start, end)]
        return all(here >= 0 and here == images[0] + offset for offset, here in enumerate(images))

    def touches(self, start: int, end: int) -> bool:
        """Tell whether any line from ``start`` to ``end`` is still there."""
        return any(line in self._image for line in range(start, end))

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
