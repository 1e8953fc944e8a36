"""Markdown made light while it is written: bold looks bold, signs stand back."""

import re
from itertools import groupby

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from coauthor.ui.lanes.units import from_units, to_units
from coauthor.ui.theme import Theme

_ITEM = re.compile(r"([ ]*)([-*+]|\d{1,9}[.)])[ ]+")
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("code", re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")),
    ("bold", re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")),
    ("italic", re.compile(r"(?<![*\w])([*_])(?![*_\s])([^*_]+?)(?<!\s)\1(?![*\w])")),
    ("struck", re.compile(r"(~~)(?=\S)(.+?)(?<=\S)~~")),
    ("link", re.compile(r"(\[)([^\]\n]+)\]\([^)\n]*\)")),
)
_SLOT = re.compile(r"\{\{([^{}:]+):[ \t]*([^{}]*)\}\}")
_SIGN = re.compile(r"^[ ]{0,3}(?:#{1,6}(?=\s)|>)|\\$")


def item_indent(line: str, font: QFont) -> float:
    """Return how far the lines of a list item hang in, so that its words align."""
    found = _ITEM.match(line)
    return QFontMetricsF(font).horizontalAdvance(found[0]) if found else 0.0


Ranges = tuple[tuple[int, int], ...]


# A look is one number, because every character of a line has one: bits for style,
# then the place of its ink and of its surface in these lists ('' leaves it as it is).
_BOLD, _ITALIC, _STRUCK, _UNDERLINED = 1, 2, 4, 8
_STYLES = 15
_INKS = ("", "ink", "soft", "accent", "slot_ink", "gap_ink")
_SURFACES = ("", "added_paper", "found_paper", "code_paper", "slot_paper", "gap_paper")


def _look(ink: str = "", surface: str = "", style: int = 0) -> int:
    return style | _INKS.index(ink) << 4 | _SURFACES.index(surface) << 8


_PLAIN = _look()
_SOFT = _look("soft")
_ADDED = _look(surface="added_paper", style=_UNDERLINED)
_FOUND = _look("ink", "found_paper")
_BULLET = _look("accent", style=_BOLD)
_INSIDE = {
    "bold": _look(style=_BOLD),
    "italic": _look(style=_ITALIC),
    "struck": _look(style=_STRUCK),
    "link": _look("accent"),
    "code": _look(surface="code_paper"),
}
_SLOTS = {role: (_look("soft", f"{role}_paper"), _look(f"{role}_ink")) for role in ("slot", "gap")}


class MarkdownHighlighter(QSyntaxHighlighter):
    """Formats lines as they are typed.

    Args:
        plain: the text has no Markdown, as that of a heading.
    """

    def __init__(self, document: QTextDocument, *, plain: bool = False) -> None:
        super().__init__(document)
        self._plain = plain
        self._theme: Theme | None = None
        self._added: Ranges = ()
        self._found: Ranges = ()
        self._formats: dict[int, QTextCharFormat] = {}

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of an appearance."""
        if theme is not self._theme:
            self._theme = theme
            self._formats.clear()
            self.rehighlight()

    def set_marks(self, added: Ranges, found: Ranges = ()) -> None:
        """Show stretches of the text, in Qt positions: ours alone, and searched for."""
        if (added, found) != (self._added, self._found):
            self._added, self._found = added, found
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if self._theme is None:
            return
        looks = [_PLAIN] * len(text)
        if not self._plain:
            _markdown(text, looks)
        self._lay_over(text, looks, self._added, _ADDED)
        self._lay_over(text, looks, self._found, _FOUND)
        position = 0
        for look, run in groupby(looks):
            length = len(list(run))
            if look != _PLAIN:
                first = to_units(text, position)
                size = to_units(text, position + length) - first
                self.setFormat(first, size, self._format(look, self._theme))
            position += length

    def _lay_over(self, text: str, looks: list[int], ranges: Ranges, look: int) -> None:
        first = self.currentBlock().position()
        for start, end in ranges:
            if end <= first or start > first + len(text) * 2:
                continue
            low = from_units(text, max(start - first, 0))
            high = from_units(text, max(end - first, 0))
            _lay(looks, low, high, look)

    def _format(self, look: int, theme: Theme) -> QTextCharFormat:
        found = self._formats.get(look)
        if found is None:
            found = self._formats[look] = _char_format(look, theme)
        return found


def _markdown(text: str, looks: list[int]) -> None:
    for found in _SIGN.finditer(text):
        _lay(looks, found.start(), found.end(), _SOFT)
    if item := _ITEM.match(text):
        _lay(looks, item.start(2), item.end(2), _BULLET)
    for name, rule in _RULES:
        for found in rule.finditer(text):
            _lay(looks, found.start(), found.start(2), _SOFT)
            _lay(looks, found.end(2), found.end(), _SOFT)
            _lay(looks, found.start(2), found.end(2), _INSIDE[name])
    for found in _SLOT.finditer(text):
        whole, inside = _SLOTS["slot" if found[2].strip() else "gap"]
        _lay(looks, found.start(), found.end(), whole)
        _lay(looks, found.start(1), found.end(2), inside)


def _lay(looks: list[int], start: int, end: int, look: int) -> None:
    """Lay a look over what a stretch has: styles add up, ink and surface cover."""
    end = min(end, len(looks))
    ink, surface = look & 0xF0, look & 0xF00
    for place in range(start, end):
        below = looks[place]
        looks[place] = (below | look) & _STYLES | (ink or below & 0xF0) | (surface or below & 0xF00)


def _char_format(look: int, theme: Theme) -> QTextCharFormat:
    written = QTextCharFormat()
    if look & _BOLD:
        written.setFontWeight(QFont.Weight.Bold)
    if look & _ITALIC:
        written.setFontItalic(True)
    if look & _STRUCK:
        written.setFontStrikeOut(True)
    if look & _UNDERLINED:
        written.setFontUnderline(True)
    if ink := _INKS[look >> 4 & 15]:
        written.setForeground(theme[ink])
    if surface := _SURFACES[look >> 8]:
        written.setBackground(theme[surface])
    return written
