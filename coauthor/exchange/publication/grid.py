"""What is hidden in a sheet: rows and columns that hold something."""

import re
from collections.abc import Iterator, Sequence

from coauthor.exchange.answer_form import read_mark
from coauthor.exchange.publication.model import Gathering, Place
from coauthor.exchange.tables.columns import column_letters

_IDENTITY = re.compile(r"[0-9a-hjkmnp-tv-z]{10}")
"""The identity of a clause, which an answer sheet keeps in a hidden column on purpose."""

COLUMNS = 16_384
"""Columns of the widest sheet."""


class Grid:
    """The hidden rows and columns of one sheet; what holds nothing is not told."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._rows: set[int] = set()
        self._columns = bytearray(COLUMNS + 1)
        self._full_rows: set[int] = set()
        self._full_columns: dict[int, list[str]] = {}

    def hide_row(self, number: int) -> None:
        """Keep that a row is hidden, counted from 1."""
        self._rows.add(number)

    def hide_columns(self, first: int, last: int) -> None:
        """Keep that columns are hidden, counted from 1."""
        first, last = max(0, min(first, COLUMNS)), min(last, COLUMNS)
        self._columns[first : last + 1] = b"\1" * (last + 1 - first)

    def keep(self, row: int, column: int, text: str) -> None:
        """Keep that a cell holds a text."""
        if row in self._rows:
            self._full_rows.add(row)
        if column <= COLUMNS and self._columns[column]:
            self._full_columns.setdefault(column, []).append(text)

    def tell(self, found: Gathering) -> None:
        """Mark what is hidden and holds something."""
        for first, last in _runs(sorted(self._full_rows)):
            shown = str(first) if first == last else f"{first}–{last}"
            found.mark("hidden-row", Place("row", self._title, shown))
        for column, texts in sorted(self._full_columns.items()):
            if not _is_ours(texts):
                place = Place("column", self._title, column_letters(column))
                found.mark("hidden-column", place, " · ".join(texts[:3]))


def _is_ours(texts: Sequence[str]) -> bool:
    """Tell whether a column holds identities below its head, or marks of texts, and nothing else.

    A mark is a hash of what the sheet shows, so it tells nothing that is not in sight.
    """
    below = texts[1:]
    return bool(below) and (
        all(_IDENTITY.fullmatch(each) for each in below) or all(map(read_mark, below))
    )


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = 0
    for number in numbers:
        if first and number == last + 1:
            last = number
            continue
        if first:
            yield first, last
        first = last = number
    if first:
        yield first, last
