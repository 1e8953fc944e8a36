"""The units that a Markdown text is made of, line by line: what is kept, moved or edited whole.

Paragraphs, headings, list items with what hangs under them up to the next item,
rows of tables, lines of code; each with the blank lines behind it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_ITEM = re.compile(r"([ \t]*)(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t\r\n]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_FENCE_END = re.compile(r"[ \t]*(`{3,}|~{3,})\s*$")
_TABLE = re.compile(r"[ \t]*\|")
_COMMENT = re.compile(r" {0,3}<")
_KEY = re.compile(r"[^\s#-][^:]*:")

FRONT = 1000
"""Lines within which front matter must end; else a rule just happens to be at the top."""


@dataclass(frozen=True)
class Unit:
    """Some lines that belong together.

    Args:
        kind: ``paragraph``, ``heading``, ``item``, ``row``, ``code``, ``html``, ``blank``,
            ``entry`` (of the front matter).
        content: the lines without the last line ending.
        tail: that line ending and the blank lines behind it.
        line: number of its first line.
    """

    kind: str
    content: str
    tail: str
    line: int
    lines: int

    @property
    def text(self) -> str:
        """All lines."""
        return self.content + self.tail

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as they are compared: blanks and wrapping count for nothing."""
        return tuple(self.content.split())

    @cached_property
    def key(self) -> str:
        """What an entry of the front matter is called, or ''."""
        return self.content.partition(":")[0].strip() if self.kind == "entry" else ""

    @property
    def end(self) -> int:
        """Number of the line behind it."""
        return self.line + self.lines


def front_end(lines: Sequence[str]) -> int:
    """Return the line behind the front matter; 0 where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    ends = (n for n, line in enumerate(lines[1:FRONT], 2) if line.rstrip() in ("---", "..."))
    return next(ends, 0)


def units(lines: Sequence[str], start: int = 0, end: int | None = None) -> list[Unit]:
    """Divide lines into units; their texts joined give the lines back."""
    stop = len(lines) if end is None else end
    front = front_end(lines) if start < FRONT else 0
    fence_ends = [n for n in range(start, stop) if _FENCE_END.match(lines[n])]
    found: list[Unit] = []
    position = start
    while position < stop:
        if position < front - 1:
            kind, behind = "entry", _entry_end(lines, position, min(stop, front - 1))
        else:
            kind, behind = _unit_end(lines, position, stop, fence_ends)
        tail = behind
        while tail < stop and not lines[tail].strip():
            tail += 1
        text = "".join(lines[position:tail])
        content = "".join(lines[position:behind]).rstrip("\r\n")
        found.append(Unit(kind, content, text.removeprefix(content), position, tail - position))
        position = tail
    return found


def _entry_end(lines: Sequence[str], position: int, stop: int) -> int:
    """Return the line behind an entry of the front matter and what hangs under it."""
    end = position + 1
    while end < stop and not _KEY.match(lines[end]):
        end += 1
    return end


def _unit_end(
    lines: Sequence[str], position: int, stop: int, fence_ends: Sequence[int]
) -> tuple[str, int]:
    """Return the kind of the unit that begins at a line, and the line behind it."""
    line = lines[position]
    if not line.strip():
        return "blank", position
    if fence := _FENCE.match(line):
        return "code", _fence_end(lines, position, fence_ends, fence[1])
    if _HEADING.match(line):
        return "heading", position + 1
    if _TABLE.match(line):
        return "row", position + 1
    if _ITEM.match(line):
        return "item", _text_end(lines, position + 1, stop)
    if _COMMENT.match(line):
        return "html", position + 1
    end = _text_end(lines, position + 1, stop)
    return "paragraph", end


def _fence_end(lines: Sequence[str], position: int, ends: Sequence[int], fence: str) -> int:
    """Return the line behind the first of ``ends`` that closes a fence, or behind its opening."""
    for index in ends[bisect_right(ends, position) :]:
        if lines[index].strip().startswith(fence):
            return index + 1
    return position + 1


def _text_end(lines: Sequence[str], position: int, stop: int) -> int:
    """Return the line behind a paragraph that goes on at ``position``."""
    while position < stop:
        line = lines[position]
        if not line.strip() or _ITEM.match(line) or _HEADING.match(line):
            return position
        if _FENCE.match(line) or _TABLE.match(line) or _COMMENT.match(line):
            return position
        position += 1
    return position
