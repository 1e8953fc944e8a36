"""How much work a vendor thinks it is: a class, hours, or money once or every year.

It is the vendor's own estimate, never a price: what counts is how sizes compare.
Stored as ``S``, ``M``, ``L``, ``hours:80``, ``euro:5000`` or ``euro-year:1200``.
"""

import re
from typing import NamedTuple

from coauthor.errors import UserError

CLASSES = ("S", "M", "L")
UNITS = ("hours", "euro", "euro-year")

_STORED = re.compile(r"(hours|euro|euro-year):(\d{1,9})")
_MONEY = r"(?:€|eur|euro)"
_YEAR = r"(?:per\s+jaar|/\s*jaar|a\s+year|per\s+year|/\s*year|p\.?j\.?)"
_AMOUNT = r"(\d{1,3}(?:[.\s]\d{3})+|\d{1,9})(?:,\d{2}|,-)?"
_TYPED = (
    ("hours", re.compile(rf"{_AMOUNT}\s*(?:u|uur|uren|h|hour|hours)")),
    ("euro-year", re.compile(rf"(?:{_MONEY}\s*{_AMOUNT}|{_AMOUNT}\s*{_MONEY})\s*{_YEAR}")),
    ("euro", re.compile(rf"(?:{_MONEY}\s*{_AMOUNT}|{_AMOUNT}\s*{_MONEY})")),
)


class Size(NamedTuple):
    """An estimate: ``unit`` is a class or one of `UNITS`; ``amount`` is 0 for a class."""

    unit: str
    amount: int = 0


def read_size(stored: str) -> Size | None:
    """Return the estimate in a file, or None when it is none that we know."""
    if stored in CLASSES:
        return Size(stored)
    found = _STORED.fullmatch(stored)
    return Size(found[1], int(found[2])) if found else None


def typed_size(typed: str) -> str:
    """Return what somebody typed as it is stored: ``M``, ``80 uur``, ``€ 5.000 per jaar``.

    Raises:
        UserError: ``answer-size-broken``.
    """
    said = typed.strip()
    if not said:
        return ""
    if said.upper() in CLASSES or read_size(said) is not None:
        return said.upper() if said.upper() in CLASSES else said
    for unit, pattern in _TYPED:
        if found := pattern.fullmatch(said.casefold()):
            amount = next(each for each in found.groups() if each)
            return f"{unit}:{int(re.sub(r'[^0-9]', '', amount))}"
    raise UserError("answer-size-broken", size=said[:40])
