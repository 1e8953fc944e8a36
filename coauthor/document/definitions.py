"""Link reference definitions: how many lines one takes, ``[label]: target "title"``.

A definition is no heading's text, so an underline below one underlines nothing.
Where it ends decides that, by the rules of markdown-it, which differ in corners
from the letter of CommonMark. Lines are asked for one by one, so a definition
costs no more than the lines it could run over.
"""

import re
from collections.abc import Iterator
from html.entities import html5

from coauthor.document.constructs import trimmed

_LABEL = re.compile(r"(?:[^\[\]\\]|\\.)*", re.DOTALL)
_ANGLED = re.compile(r"<((?:[^\n<>\\]|\\.)*)>", re.DOTALL)
_BARE = re.compile(r"(?:[^\x00-\x20\x7f\\()]|\\(?! ).|\\\Z)*", re.DOTALL)
_TITLES = {
    '"': (re.compile(r'(?:[^"\\]|\\.|\\\Z)*', re.DOTALL), '"'),
    "'": (re.compile(r"(?:[^'\\]|\\.|\\\Z)*", re.DOTALL), "'"),
    "(": (re.compile(r"(?:[^()\\]|\\.|\\\Z)*", re.DOTALL), ")"),
}
_BLANKS = re.compile(r"[ \t]*")
_CONTROLS = (0x09, 0x0A, 0x0C, 0x0D)
_NESTED_PARENTHESES = 32

_ESCAPED = re.compile(
    r"\\([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])|&([a-z#][a-z0-9]{1,31});", re.IGNORECASE
)
_UNSAFE = re.compile(r"(?:vbscript|javascript|file|data):")
_SAFE_DATA = re.compile(r"data:@?image/(?:gif|png|jpeg|webp);")


class _Cursor:
    """A place in lines that are read as they are needed."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.line = next(lines, "")
        self.count = 1
        self.at = 0

    def advance(self) -> bool:
        """Go to the start of the next line; False when there is none."""
        line = next(self._lines, None)
        if line is None:
            return False
        self.line, self.at, self.count = line, 0, self.count + 1
        return True

    def skip(self, pattern: re.Pattern[str]) -> str:
        """Go behind what the pattern matches here, and return that."""
        found = pattern.match(self.line, self.at)
        if found is None:
            return ""
        self.at = found.end()
        return found[0]

    def skip_blanks(self) -> None:
        """Go behind blanks and at most one line ending."""
        self.skip(_BLANKS)
        if self.line[self.at :] == "\n" and not self.advance():
            self.at = len(self.line)

    def at_end_of_line(self) -> bool:
        """Go behind blanks, and tell whether nothing else is left in the line."""
        self.skip(_BLANKS)
        return self.line[self.at :] in ("", "\n")


def definition_length(lines: Iterator[str]) -> int:
    r"""Return how many lines the definition at the start of ``lines`` takes; 0 if it is none.

    Args:
        lines: the paragraph that the definition would otherwise be, each line
            without indent and ending with ``\n`` unless the text ends there.
    """
    cursor = _Cursor(lines)
    if not _skip_label(cursor):
        return 0
    cursor.skip_blanks()
    if not _skip_target(cursor):
        return 0
    line, at, count = cursor.line, cursor.at, cursor.count
    outcome = _skip_title(cursor)
    if outcome == "broken":
        return 0
    if outcome == "whole":
        return cursor.count
    cursor.line, cursor.at = line, at
    return count if cursor.at_end_of_line() else 0


def _skip_label(cursor: _Cursor) -> bool:
    cursor.at = 1
    said = False
    while True:
        said = bool(trimmed(cursor.skip(_LABEL))) or said
        rest = cursor.line[cursor.at : cursor.at + 2]
        if rest:
            cursor.at += 2
            return said and rest == "]:"
        if not cursor.advance():
            return False


def _skip_target(cursor: _Cursor) -> bool:
    start = cursor.at
    if cursor.line.startswith("<", start):
        return bool(cursor.skip(_ANGLED)) and _is_safe(cursor.line[start + 1 : cursor.at - 1])
    level = 0
    while True:
        cursor.skip(_BARE)
        character = cursor.line[cursor.at : cursor.at + 1]
        if character == "(" and level < _NESTED_PARENTHESES:
            level += 1
        elif character == ")" and level:
            level -= 1
        else:
            break
        cursor.at += 1
    complete = character != "(" and not level and cursor.at > start
    return complete and _is_safe(cursor.line[start : cursor.at])


def _is_safe(target: str) -> bool:
    """Tell whether markdown-it takes the target; scripts and local files it does not."""
    url = _ESCAPED.sub(_unescape, target).strip().lower()
    return not _UNSAFE.match(url) or bool(_SAFE_DATA.match(url))


def _unescape(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    name = found[2]
    if f"{name};" in html5:
        return html5[f"{name};"]
    number = re.fullmatch(r"#(?:([0-9]{1,8})|[xX]([0-9a-fA-F]{1,8}))", name)
    code = int(number[1] or number[2], 10 if number[1] else 16) if number else 0
    return chr(code) if code in _CONTROLS or 0x20 <= code < 0x7F or _is_sign(code) else found[0]


def _is_sign(code: int) -> bool:
    return 0xA0 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF


def _skip_title(cursor: _Cursor) -> str:
    """Return 'whole', 'none', or 'broken' when what follows spoils the definition."""
    target_end = (cursor.count, cursor.at)
    cursor.skip_blanks()
    before = (cursor.count, cursor.at)
    opening = cursor.line[cursor.at : cursor.at + 1]
    if opening not in _TITLES or not opening:
        return "none"
    cursor.at += 1
    pattern, closing = _TITLES[opening]
    said = False
    while True:
        said = bool(cursor.skip(pattern)) or said
        if cursor.at < len(cursor.line):
            break
        if not cursor.advance():
            return "none"
    # A title must stand apart from the target, but markdown-it asks that only of
    # a title that ends in the line where it starts.
    apart = before != target_end or cursor.count > before[0]
    if cursor.line[cursor.at] != closing or not apart:
        return "none"
    cursor.at += 1
    if cursor.at_end_of_line():
        return "whole"
    return "none" if said else "broken"
