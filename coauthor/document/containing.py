"""Keeping typed text inside its block.

What a person types may hold a heading, a marker or a code fence that never
closes. Written as it is, it would end the clause or swallow the next ones, so it
is escaped or closed, and nothing of it is lost.
"""

from coauthor.document.lines import split_lines
from coauthor.document.markers import BrokenMarkerError, parse_marker
from coauthor.document.scan import Mark, open_at_end, scan

_ROUNDS = 8
"""Escaping one thing can uncover another (a fence closed, a heading behind it)."""


def contain(text: str, title_level: int = 0, newline: str = "\n") -> str:
    """Return ``text`` so that it stays the body of one block.

    Args:
        text: Markdown as typed.
        title_level: headings deeper than this may stay; 0 when the block has no
            title and no heading may stay.
        newline: line ending of the document.
    """
    text = newline.join(line.rstrip("\r\n") for line in split_lines(text))
    text = _without_blank_ends(text)
    if not text:
        return ""
    for _ in range(_ROUNDS):
        if closing := open_at_end(text):
            text = text + newline + closing
        ending = [mark for mark in scan(text) if _would_end(mark, title_level)]
        if not ending:
            return text
        for mark in reversed(ending):
            text = _escape(text, mark)
    return newline.join(" " * 4 + line.rstrip("\r\n") for line in split_lines(text))


def _without_blank_ends(text: str) -> str:
    """Return ``text`` without the blank lines around it; they separate, and are not content."""
    first = len(text) - len(text.lstrip(" \t\r\n"))
    while 0 < first < len(text) and text[first - 1] in " \t":
        first -= 1
    last = len(text.rstrip(" \t\r\n"))
    while 0 < last < len(text) and text[last] in " \t":
        last += 1
    return text[first:last]


def _would_end(mark: Mark, title_level: int) -> bool:
    if mark.kind == "heading":
        return not title_level or mark.level <= title_level
    try:
        return parse_marker(mark.text) is not None
    except BrokenMarkerError:
        return False


def _escape(text: str, mark: Mark) -> str:
    """Put a backslash before what makes the mark: ``#``, the underline, or ``<``."""
    lines = split_lines(text[mark.start : mark.end])
    stripped = lines[0].lstrip(" \t")
    underlined = mark.kind == "heading" and not (stripped.startswith("#") and len(lines) == 1)
    line = len(lines) - 1 if underlined else 0
    blanks = len(lines[line]) - len(lines[line].lstrip(" \t"))
    place = mark.start + len("".join(lines[:line])) + blanks
    return text[:place] + "\\" + text[place:]
