"""The line scanner: finds headings and marker comments without parsing the text.

It stands on *fresh* lines, where CommonMark has nothing open: the start, a line
behind a heading, a comment or a closed fence, and an unindented line behind a
blank one. From there plain text is skipped by its first characters. Only where a
stretch holds something that may or may not be a heading (in a list item, under a
paragraph, in a table) is that stretch given to markdown-it-py, the reference.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

_BLANKS = " \t"

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_ATX = re.compile(r" {0,3}(#{1,6})(?=[ \t\r\n]|\Z)")
_COMMENT = re.compile(r" {0,3}<!--")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`\r\n]*(?:[\r\n]|\Z))|~{3,})")
_RAW_HTML = re.compile(
    r" {0,3}<(?:(!--)|(\?)|(![A-Za-z])|(!\[CDATA\[)|((?:script|pre|style|textarea)(?=[\s>]|\Z)))",
    re.IGNORECASE | re.ASCII,
)
_RAW_ENDS = (
    (re.compile("-->"), "-->"),
    (re.compile(r"\?>"), "?>"),
    (re.compile(">"), ">"),
    (re.compile(r"\]\]>"), "]]>"),
    (re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE | re.ASCII), "</{}>"),
)
_PARAGRAPH = re.compile(r" {0,3}[^\s\d\-+*_>#`~<=|:\[\\]")
"""A line that opens a paragraph and nothing else, whatever follows on it."""

_UNDECIDED = re.compile(
    r"[ \t]*(?:#{1,6}(?:[ \t\r\n]|\Z)|=+[ \t]*(?:[\r\n]|\Z)|-+[ \t]*(?:[\r\n]|\Z)|`{3}|~{3}"
    r"|<(?:!|\?|script|pre|style|textarea))",
    re.IGNORECASE,
)
"""A line that could be, or could hide, a heading or a comment."""

_CONTAINER = re.compile(r"[ \t]*[>+*_<|:\[\\\-\d]|[^\r\n|]*\|")
"""A line that could end a paragraph by opening a list, a quote, a table, HTML or a rule."""

_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*(?:[\r\n]|\Z)")

_reference = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading or a one-line comment at the top level of the text.

    Args:
        kind: what it is.
        start: offset of the first character of its first line.
        end: offset just past its last line, line ending included.
        level: 1 to 6, or 0 for a comment.
        text: what the heading says, or the comment without blanks around it.
    """

    kind: Literal["heading", "comment"]
    start: int
    end: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class _Open:
    """A construct that the end of the text leaves open, and what would close it."""

    closing: str


def scan(text: str, start: int = 0) -> Iterator[Mark]:
    """Yield headings and one-line comments at the top level, in order, lazily.

    The judge is markdown-it-py (preset ``commonmark`` with tables and
    strikethrough), which follows CommonMark 0.31.

    Args:
        start: a place where a new block may begin; must start a line.
    """
    for found in _walk(text, start):
        if isinstance(found, Mark):
            yield found


def open_at_end(text: str) -> str:
    """Return the line that closes what is still open at the end, or ''.

    Open can be a code fence or raw HTML that ends only where it says so.
    """
    for found in _walk(text, 0):
        if isinstance(found, _Open):
            return found.closing
    return ""


def _walk(text: str, position: int) -> Iterator[Mark | _Open]:
    length = len(text)
    while position < length:
        end = _line_end(text, position)
        first = text[position : position + 8].lstrip(" ")[:1]
        if first == "#" and (atx := _ATX.match(text, position)):
            level = len(atx[1])
            content = _atx_content(text[atx.end() : end].rstrip("\r\n"))
            yield Mark("heading", position, end, level, content)
            position = end
        elif first == "<" and (raw := _RAW_HTML.match(text, position)):
            after, closing = _raw_end(text, position, raw)
            line = text[position:end].strip(" \t\r\n")
            if after == end and raw[1] and line.endswith("-->"):
                yield Mark("comment", position, end, 0, line)
            if closing:
                yield _Open(closing)
            position = after
        elif first in ("`", "~") and (fence := _FENCE.match(text, position)):
            after, closing = _fence_end(text, end, fence[1])
            if closing:
                yield _Open(closing)
            position = after
        elif not text[position:end].strip(" \t\r\n"):
            position = end
        else:
            position = yield from _stretch(text, position)


def _line_end(text: str, position: int) -> int:
    newline = text.find("\n", position)
    end = len(text) if newline < 0 else newline + 1
    lone = text.find("\r", position, end)
    if lone < 0:
        return end
    return lone + 2 if text.startswith("\n", lone + 1) else lone + 1


def _atx_content(line: str) -> str:
    """Return what an ATX heading says: without blanks and the closing sequence."""
    content = line.rstrip(_BLANKS)
    bare = content.rstrip("#")
    if bare != content and bare.endswith((" ", "\t")):
        content = bare
    return content.strip(" \t\v\f")


def _raw_end(text: str, position: int, found: re.Match[str]) -> tuple[int, str]:
    """Return where raw HTML ends, and what would close it when it does not."""
    kind = found.lastindex or 1
    ending, closing = _RAW_ENDS[kind - 1]
    stop = ending.search(text, found.start(kind) - 1)
    if stop is None:
        return len(text), closing.format(found[kind].lower())
    return _line_end(text, stop.start()), ""


def _fence_end(text: str, position: int, fence: str) -> tuple[int, str]:
    """Return where a code fence ends, and what would close it when it does not."""
    closing = re.compile(
        rf"^ {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$", re.MULTILINE
    )
    while position < len(text):
        end = _line_end(text, position)
        if fence[0] in text[position:end] and closing.match(text[position:end].rstrip("\r\n")):
            return end, ""
        position = end
    return len(text), fence


def _stretch(text: str, start: int) -> Generator[Mark | _Open, None, int]:
    """Walk from a fresh line that opens some block to the next fresh line.

    Returns that line's position through the generator's value.
    """
    position = _line_end(text, start)
    simple = _PARAGRAPH.match(text, start) is not None and "|" not in text[start:position]
    undecided = False
    blank = False
    while position < len(text):
        end = _line_end(text, position)
        if not text[position:end].strip(" \t\r\n"):
            blank = True
            position = end
            if simple and not undecided:
                return position
            continue
        if blank and text[position] not in _BLANKS:
            break
        if _UNDECIDED.match(text, position):
            if simple and not undecided:
                if _ATX.match(text, position) or _interrupts(text, position):
                    return position
                if underline := _SETEXT.match(text, position):
                    level = 1 if underline[1][0] == "=" else 2
                    content = _joined_lines(text[start:position])
                    yield Mark("heading", start, end, level, content)
                    return end
            undecided = True
        elif simple and _CONTAINER.match(text, position):
            simple = False
        blank = False
        position = end
    if not undecided:
        return position
    return (yield from _judged(text, start, position))


def _interrupts(text: str, position: int) -> bool:
    """Tell whether the line at ``position`` opens a fence or raw HTML under a paragraph."""
    return bool(_FENCE.match(text, position) or _RAW_HTML.match(text, position))


def _joined_lines(paragraph: str) -> str:
    """Return what a heading of several lines says, as markdown-it-py gives it."""
    text = re.sub(r"\r\n|\r", "\n", paragraph).rstrip("\n")
    return text.strip(" \t\n\v\f")


def _judged(text: str, start: int, end: int) -> Generator[Mark | _Open, None, int]:
    """Let the reference parse a stretch; returns where to go on."""
    stretch = text[start:end]
    offsets = [0]
    for found in _LINE.finditer(stretch):
        if found.end() > offsets[-1]:
            offsets.append(found.end())
    source = re.sub(r"\r\n?", "\n", stretch).replace("\0", "\ufffd")
    tokens: list[Token] = []
    _reference.block.parse(source, _reference, {}, tokens)
    top = [index for index, token in enumerate(tokens) if token.level == 0 and token.map]
    for index in top:
        token = tokens[index]
        first, last = token.map or [0, 0]
        place = start + offsets[first]
        if place > start and token.type in ("fence", "html_block") and last >= len(offsets) - 1:
            if _interrupts(text, place):  # it may go on beyond this stretch
                return place
        if token.type == "heading_open":
            level = int(token.tag[1])
            close = start + offsets[last]
            yield Mark("heading", place, close, level, tokens[index + 1].content)
        elif token.type == "html_block" and last == first + 1 and _COMMENT.match(text, place):
            line = text[place : start + offsets[last]].strip(" \t\r\n")
            if line.endswith("-->"):
                yield Mark("comment", place, start + offsets[last], 0, line)
    return end
