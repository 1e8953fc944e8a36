"""Markdown made light while it is written: bold looks bold, signs stand back."""

import re
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class _Look:
    """How a character looks; '' leaves a colour as it is."""

    ink: str = ""
    surface: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False

    def over(self, other: "_Look") -> "_Look":
        """Return this look on top of another."""
        return _Look(
            self.ink or other.ink,
            self.surface or other.surface,
            self.bold or other.bold,
            self.italic or other.italic,
            self.struck or other.struck,
            self.underlined or other.underlined,
        )


_PLAIN = _Look()
_SOFT = _Look("soft")
_ADDED = _Look(surface="added_paper", underlined=True)
_FOUND = _Look("ink", "found_paper")
_INSIDE = {
    "bold": _Look(bold=True),
    "italic": _Look(italic=True),
    "struck": _Look(struck=True),
    "link": _Look("accent"),
    "code": _Look(surface="panel"),
}


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
        self._formats: dict[_Look, QTextCharFormat] = {}

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
            if look is not _PLAIN:
                first = to_units(text, position)
                size = to_units(text, position + length) - first
                self.setFormat(first, size, self._format(look, self._theme))
            position += length

    def _lay_over(self, text: str, looks: list[_Look], ranges: Ranges, look: _Look) -> None:
        first = self.currentBlock().position()
        for start, end in ranges:
            low = from_units(text, max(start - first, 0))
            high = from_units(text, max(end - first, 0))
            _lay(looks, low, high, look)

    def _format(self, look: _Look, theme: Theme) -> QTextCharFormat:
        found = self._formats.get(look)
        if found is None:
            found = self._formats[look] = _char_format(look, theme)
        return found


def _markdown(text: str, looks: list[_Look]) -> None:
    for found in _SIGN.finditer(text):
        _lay(looks, found.start(), found.end(), _SOFT)
    if item := _ITEM.match(text):
        _lay(looks, item.start(2), item.end(2), _Look("accent", bold=True))
    for name, rule in _RULES:
        for found in rule.finditer(text):
            _lay(looks, found.start(), found.start(2), _SOFT)
            _lay(looks, found.end(2), found.end(), _SOFT)
            _lay(looks, found.start(2), found.end(2), _INSIDE[name])
    for found in _SLOT.finditer(text):
        role = "slot" if found[2].strip() else "gap"
        _lay(looks, found.start(), found.end(), replace(_SOFT, surface=f"{role}_paper"))
        _lay(looks, found.start(1), found.end(2), _Look(f"{role}_ink"))


def _lay(looks: list[_Look], start: int, end: int, look: _Look) -> None:
    for place in range(start, min(end, len(looks))):
        looks[place] = look.over(looks[place])


def _char_format(look: _Look, theme: Theme) -> QTextCharFormat:
    written = QTextCharFormat()
    if look.bold:
        written.setFontWeight(QFont.Weight.Bold)
    if look.italic:
        written.setFontItalic(True)
    if look.struck:
        written.setFontStrikeOut(True)
    if look.underlined:
        written.setFontUnderline(True)
    if look.ink:
        written.setForeground(theme[look.ink])
    if look.surface:
        written.setBackground(theme[look.surface])
    return written
