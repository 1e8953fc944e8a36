"""What the lines of a PDF are: furniture of the pages, headings, list items, paragraphs.

A PDF does not say so itself; size, weight, place, numbering and its bookmarks tell. What
stands at the edge of page after page is left out, and told.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from coauthor.exchange.pdf_lines import BROKEN, Line, Pages

_EDGE = 0.12
"""Part of a page at the top and at the foot where what repeats is furniture."""
_LONGEST_HEADING = 120
_DOTS = re.compile(r"(?:\.\s?|…\s?){4,}\s*\w{0,5}$")
_TAIL = 120
"""Characters at the end of a line in which dots lead to the number of a page."""
_NUMBER = re.compile(r"\d+")
_BULLET = re.compile("[•◦▪■●○‣–*·\uf0b7\uf0a7\uf076\uf0d8-](?= )")
_STEP = re.compile(r"(\d{1,3})[.)] ")
_OUTLINE = re.compile(r"(?:[A-Z]{1,9}[-.]?)?(\d+(?:[.\-]\d+)*)[.)]?(?= |$)")
_CODE = re.compile(r"[A-Z]{2,6}-\d{2,6}[a-z]?(?=[\s:.)]|$)")
_CONTENTS = frozenset(("inhoud", "inhoudsopgave", "contents", "table of contents"))
_PAGE = re.compile(r"(?<!\s)\s+\d+$")
_END = (".", ":", ";", "!", "?")
ZERO = "\u200b"


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading (``level``), a list item (``mark`` and ``depth``) or a paragraph, of lines."""

    lines: tuple[Line, ...]
    level: int = 0
    mark: str = ""
    depth: int = 0

    @property
    def page(self) -> int:
        """Where it begins."""
        return self.lines[0].page


@dataclass(frozen=True, slots=True)
class Sorted:
    """The pieces of a file, and what was left out: furniture, lines of a list of contents."""

    pieces: tuple[Piece, ...]
    furniture: tuple[str, ...]
    listed: int


def sort_out(pages: Pages) -> Sorted:
    """Return what the lines are."""
    furniture = _furniture(pages)
    left = [line for line in pages.lines if _key(line, furniture) is None]
    titles = {_letters(title) for _, title in pages.bookmarks}
    kept = [line for line in left if not _DOTS.search(line.text[-_TAIL:])]
    kept = list(_without_plain_contents(kept, titles))
    shown = dict.fromkeys(
        line.text for line in pages.lines if _key(line, furniture) == line.text
    ) or dict.fromkeys(sorted(furniture))
    pieces = _level(list(_Pieces(kept, pages.bookmarks).all()))
    return Sorted(tuple(pieces), tuple(shown), len(left) - len(kept))


def _without_plain_contents(lines: Sequence[Line], titles: set[str]) -> Iterator[Line]:
    """Yield lines without the heading of a list of contents, and what it lists."""
    inside, size = False, 1.12 * _usual_size(lines)
    for line in lines:
        if line.text.lower() in _CONTENTS and (line.bold or _letters(line.text) in titles):
            inside = True
            continue
        words = (_letters(line.text), _letters(_PAGE.sub("", line.text)))
        inside = inside and not line.bold and line.size < size and not titles.isdisjoint(words)
        if not inside:
            yield line


def _level(pieces: list[Piece]) -> list[Piece]:
    """Return pieces with every heading that begins with a code on the level of most of those."""
    coded = [each for each in pieces if each.level and _CODE.match(each.lines[0].text)]
    if len(coded) < 3:
        return pieces
    level = Counter(each.level for each in coded).most_common(1)[0][0]
    found = set(map(id, coded))
    return [replace(each, level=level) if id(each) in found else each for each in pieces]


def _keys(line: Line) -> Iterator[str]:
    """Yield what a line says, and that with one of its numbers counted from that of its page."""
    yield line.text
    for found in _NUMBER.finditer(line.text):
        if len(found[0]) < 6:
            offset = int(found[0]) - line.page
            yield f"{line.text[: found.start()]}{{{offset:+}}}{line.text[found.end() :]}"


def _at_edge(line: Line) -> bool:
    return not line.height * _EDGE < line.bottom < line.height * (1 - _EDGE)


def _furniture(pages: Pages) -> frozenset[str]:
    """Return what stands at the edge of a third of the pages."""
    counts: Counter[str] = Counter()
    for key, _ in {(key, x.page) for x in pages.lines if _at_edge(x) for key in _keys(x)}:
        counts[key] += 1
    enough = max(2, pages.pages / 3)
    return frozenset(key for key, count in counts.items() if count >= enough)


def _key(line: Line, furniture: frozenset[str]) -> str | None:
    """Return what of the furniture a line is, or None."""
    return next((key for key in _keys(line) if key in furniture), None) if _at_edge(line) else None


def _usual_size(lines: Sequence[Line]) -> float:
    """Return the size of most of the words."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _letters(text: str) -> str:
    return re.sub(rf"[\s{BROKEN}{ZERO}\-]", "", text)


class _Pieces:
    """Goes through lines; what is usual in the file is measured first."""

    def __init__(self, lines: Sequence[Line], bookmarks: Sequence[tuple[int, str]]) -> None:
        self.lines = lines
        self.titles = {_letters(title): level for level, title in bookmarks if _letters(title)}
        self.size = _usual_size(lines)
        self.right = max((line.right for line in lines), default=0)
        self.left = min((line.left for line in lines), default=0)
        steps: Counter[float] = Counter()
        for above, line in pairwise(lines):
            step = (above.bottom - line.bottom) / max(line.size, 1)
            if abs(above.size - line.size) < 0.6 and 0.8 < step < 2.2:
                steps[round(step, 1)] += 1
        self.step = steps.most_common(1)[0][0] if steps else 1.3
        self.above = 0
        self.bold_is_rare = sum(line.bold for line in lines) * 5 < len(lines) * 2
        self.levels = self._levels()

    def all(self) -> Iterator[Piece]:
        """Yield the pieces in their order."""
        index = 0
        open_: list[Line] = []
        mark, depth = "", 0
        indents: list[float] = []
        while index < len(self.lines):
            line = self.lines[index]
            level, count = self._heading(index)
            if level:
                if open_:
                    yield Piece(tuple(open_), 0, mark, depth)
                open_, indents = [], []
                yield Piece(tuple(self.lines[index : index + count]), level)
                index += count
                continue
            found = _mark(line, self.left)
            if open_ and (found or self._parts(open_[-1], line)):
                yield Piece(tuple(open_), 0, mark, depth)
                open_ = []
            if not open_:
                mark = found
                indents = [each for each in indents if each < line.left - 3] if mark else []
                depth = min(len(indents), 5)
                indents += [line.left] if mark else []
            open_.append(line)
            index += 1
        if open_:
            yield Piece(tuple(open_), 0, mark, depth)

    def _parts(self, before: Line, line: Line) -> bool:
        """Return whether a new paragraph begins."""
        ended = before.text.endswith(_END)
        if before.page != line.page:
            return ended or not line.text[:1].islower()
        gap = before.bottom - line.bottom
        if (
            gap < -1
            or gap > 1.22 * self.step * line.size
            or abs(before.size - line.size) > 0.15 * line.size
        ):
            return True
        return ended and before.right < 0.75 * self.right

    def _heading(self, index: int) -> tuple[int, int]:
        """Return the level of the heading that begins here, 0 for none, and its lines."""
        said = ""
        for count, line in enumerate(self.lines[index : index + 8], start=1):
            said += _letters(line.text)
            if said in self.titles and self._stands_out(self.lines[index]):
                self.above = min(self.titles[said], 6)
                return self.above, count
            if len(said) > 500:
                break
        line = self.lines[index]
        level = self._level(line) if self._may_head(index) else 0
        count = 1
        while level and index + count < len(self.lines) and count < 4:
            after = self.lines[index + count]
            near = 0 < self.lines[index + count - 1].bottom - after.bottom < 1.6 * after.size
            same = abs(after.size - line.size) < 0.3 and after.bold == line.bold
            if not (near and same) or _OUTLINE.match(after.text):
                break
            count += 1
        return level, count

    def _stands_out(self, line: Line) -> bool:
        return line.bold or line.size > 1.08 * self.size or bool(_OUTLINE.match(line.text))

    def _may_head(self, index: int) -> bool:
        """Return whether a line looks like a heading by itself."""
        line = self.lines[index]
        text = line.text
        if line.spread or len(text) > _LONGEST_HEADING or not any(map(str.isalnum, text)):
            return False
        if line.size > 1.12 * self.size and (line.bold or not self.titles):
            return True
        if not (line.bold and self.bold_is_rare and line.size > 0.9 * self.size):
            return False
        above = self.lines[index - 1] if index else None
        first = above is None or above.page != line.page
        apart = above is not None and above.bottom - line.bottom > 1.25 * self.step * line.size
        return (first or apart) and not text.endswith((".", ",", ";"))

    def _look(self, line: Line) -> tuple[float, bool, int]:
        found = _OUTLINE.match(line.text)
        return round(line.size), line.bold, found[1].count(".") if found else 0

    def _level(self, line: Line) -> int:
        """Return the level of a heading that no bookmark knows: below the last one that it does."""
        return min(self.above + 1, 6) if self.titles else self.levels[self._look(line)]

    def _levels(self) -> Mapping[tuple[float, bool, int], int]:
        """Return the level of each look that headings have, the largest first."""
        looks = {self._look(line) for index, line in enumerate(self.lines) if self._may_head(index)}
        ordered = sorted(looks, key=lambda look: (-look[0], not look[1], look[2]))
        return {look: min(number, 6) for number, look in enumerate(ordered, start=1)}


def _mark(line: Line, left: float) -> str:
    """Return the Markdown mark of the list item that a line begins, or ''.

    Args:
        left: where lines begin; the letter o is a bullet further in only.
    """
    if _BULLET.match(line.text) or (line.text.startswith("o ") and line.left > left + 6):
        return "-"
    found = _STEP.match(line.text)
    return f"{found[1]}." if found else ""
