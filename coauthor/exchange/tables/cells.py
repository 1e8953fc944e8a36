"""Text in the cell of a spreadsheet, to the letter.

XML cannot hold every character; what it cannot hold is written as its number between
two signs, and those signs themselves as well.
"""

import re

CELL_LIMIT = 32_000
"""Characters in one cell; Excel takes 32,767."""

_OPEN, _CLOSE = "\u29fc", "\u29fd"
_UNFIT = re.compile(
    f"[\x00-\x09\x0b\x0c\x0d\x0e-\x1f\x7f-\x9f{_OPEN}\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_ESCAPED = re.compile(f"{_OPEN}([0-9a-f]{{1,6}}){_CLOSE}")


def escaped(text: str) -> str:
    """Return a text that every spreadsheet can hold; `unescaped` gives it back."""
    return _UNFIT.sub(lambda found: f"{_OPEN}{ord(found[0]):x}{_CLOSE}", text)


def unescaped(cell: str) -> str:
    """Return what `escaped` made a cell of."""
    if _OPEN not in cell:
        return cell
    return _ESCAPED.sub(lambda found: _character(int(found[1], 16), found[0]), cell)


def _character(number: int, otherwise: str) -> str:
    return chr(number) if number <= 0x10FFFF else otherwise
