"""Numbers as a workbook shows them: ``1.10`` is no ``1.1`` where it is the number of a requirement.

A cell holds a number without its shape; the format beside it adds zeros and letters
(ECMA-376 part 1, 18.8.30). Only formats that do so are followed.
"""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from html import unescape

from coauthor.exchange.tables.columns import column_number

_BUILT_IN = {2: "0.00", 9: "0%", 10: "0.00%"}
"""Formats that stand in no file (18.8.30) and add something."""

_LONGEST = 64
"""Characters of the longest format that is followed."""

_FORMAT = re.compile(r"<(?:\w+:)?numFmt\s[^<>]*>")
_STYLE = re.compile(r"<(?:\w+:)?xf\s[^<>]*>")
_ATTRIBUTE = re.compile(r'\b(\w+)="([^"]*)"')
_WORDS = r'((?:"[^"]*"|\\.|_.|[-\s/])*)'
_SHAPE = re.compile(_WORDS + r"(0+)(?:\.(0+))?(%?)" + _WORDS)
_CELL = re.compile(
    rb'<(?:\w+:)?c\s[^<>]{0,99}?\br="([A-Z]{1,4})(\d{1,8})"[^<>]{0,99}?\bs="(\d{1,6})"'
)
"""A tag has a handful of short attributes; a longer one would be looked at without end."""


def formats(styles: bytes) -> Mapping[int, str]:
    """Return by number of the style the formats that add something, from ``styles.xml``."""
    text = styles.decode("utf-8", "replace")
    known = dict(_BUILT_IN)
    for tag in _FORMAT.findall(text):
        said = dict(_ATTRIBUTE.findall(tag))
        if said.get("numFmtId", "").isdecimal():
            known[int(said["numFmtId"])] = unescape(said.get("formatCode", ""))
    used = inside(styles, b"cellXfs").decode("utf-8", "replace")
    made = {}
    for at, tag in enumerate(_STYLE.findall(used)):
        number = dict(_ATTRIBUTE.findall(tag)).get("numFmtId", "")
        shape = known.get(int(number), "") if number.isdecimal() else ""
        if shape != "0" and len(shape) <= _LONGEST and _SHAPE.fullmatch(shape):
            made[at] = shape
    return made


def inside(part: bytes, name: bytes) -> bytes:
    """Return what stands in the first element of a name, in one walk however it is broken."""
    start = re.search(rb"<(?:\w+:)?" + name + rb"[\s>]", part)
    end = re.compile(rb"</(?:\w+:)?" + name + rb">").search(part, start.end()) if start else None
    return part[start.end() : end.start()] if start and end else b""


def shapes(part: bytes, known: Mapping[int, str]) -> dict[tuple[int, int], str]:
    """Return the formats of the cells of a sheet, by row from 1 and column from 0."""
    if not known:
        return {}
    return {
        (int(found[2]), column_number(found[1].decode("ascii")) - 1): known[int(found[3])]
        for found in _CELL.finditer(part)
        if int(found[3]) in known
    }


def shaped(value: float, shape: str) -> str:
    """Return a number as a format shows it; as it is where the format would round it off."""
    found = _SHAPE.fullmatch(shape)
    if found is None:
        return ""
    before, zeros, fraction, percent, after = found.groups(default="")
    try:
        exact = Decimal(str(value)) * (100 if percent else 1)
        number = exact.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    except InvalidOperation:
        return ""
    if number != exact or number < 0:
        return ""
    wide = len(zeros) + (len(fraction) + 1 if fraction else 0)
    return f"{_bare(before)}{number:0{wide}f}{percent}{_bare(after)}".strip()


def _bare(words: str) -> str:
    return re.sub(r'_.|\\(.)|"', lambda found: found[1] or "", words)
