"""Struck out words in a workbook: what no longer holds looks like any other text without that."""

import re
from collections.abc import Mapping

from coauthor.exchange.tables.columns import column_number
from coauthor.exchange.tables.shown import inside

_STRIKE = re.compile(rb'<(?:\w+:)?strike(?:\s+val="(?:1|true)")?\s*/?>')
_STYLE = re.compile(rb"<(?:\w+:)?xf\s[^<>]*>")
_OF_FONT = re.compile(rb'\bfontId="(\d{1,6})"')
_CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*)>")
_PLACE = re.compile(rb'\br="([A-Z]{1,4})(\d{1,8})"')
_STYLED = re.compile(rb'\bs="(\d{1,6})"')
_SHARED = re.compile(rb'\bt="s"')
_VALUE = re.compile(rb"<(?:\w+:)?v>(\d{1,8})<")


class Struck:
    """Tells which cells hold struck out words (ECMA-376 part 1, 18.4.10)."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Look at the styles and the shared strings of a workbook."""
        strings = parts.get("xl/sharedStrings.xml", b"")
        styles = parts.get("xl/styles.xml", b"")
        self._strings, self._styles = frozenset[int](), frozenset[int]()
        if _STRIKE.search(strings):
            self._strings = _struck(strings, b"si")
        if _STRIKE.search(styles):
            fonts = _struck(inside(styles, b"fonts"), b"font")
            self._styles = frozenset(
                at
                for at, tag in enumerate(_STYLE.findall(inside(styles, b"cellXfs")))
                if (font := _OF_FONT.search(tag)) and int(font[1]) in fonts
            )

    def cells(self, sheet: bytes) -> Mapping[int, frozenset[int]]:
        """Return by number of the row, from 1, the columns from 0 with struck out words."""
        if not self._strings and not self._styles and not _STRIKE.search(sheet):
            return {}
        rows: dict[int, frozenset[int]] = {}
        for piece in re.split(rb"</(?:\w+:)?c>", sheet):
            said = next(reversed(_CELL.findall(piece)), b"")  # before it: those without a text
            place = _PLACE.search(said)
            if place and self._is_struck(said, piece):
                row, at = int(place[2]), column_number(place[1].decode("ascii")) - 1
                rows[row] = rows.get(row, frozenset()) | {at}
        return rows

    def _is_struck(self, said: bytes, inner: bytes) -> bool:
        style, value = _STYLED.search(said), _VALUE.search(inner)
        if style and int(style[1]) in self._styles:
            return True
        if _SHARED.search(said) and value:
            return int(value[1]) in self._strings
        return bool(_STRIKE.search(inner))


def _struck(part: bytes, name: bytes) -> frozenset[int]:
    """Return the places, from 0, of the elements of a name with struck out words."""
    empty = re.compile(rb"<(?:\w+:)?" + name + rb"\s*/>")
    found: set[int] = set()
    at = 0
    for piece in re.split(rb"</(?:\w+:)?" + name + rb">", part):
        at += len(empty.findall(piece))
        if _STRIKE.search(piece):
            found.add(at)
        at += 1
    return frozenset(found)
