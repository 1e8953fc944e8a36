"""How far a sheet of an XLSX file reaches, measured before a library makes room for it.

A library makes room for every cell up to the outermost one, and a few bytes can name one
so far out that the program would end for want of memory. So each cell is placed here first,
as readers do it: by its reference, or else behind the one before it (ECMA-376 part 1,
18.3.1.4 and 18.3.1.73).
"""

import re
from xml.parsers import expat

from coauthor.errors import UserError
from coauthor.exchange.tables.columns import column_number

LAST_ROW = 1_048_576
"""Rows of the longest sheet; a row so far down may have a look, but no cell."""

MERGED = 500_000
"""Most cells that are merged with others, in all."""

_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_AREA = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})")
_PROMISED = re.compile(rb"[cC]ount\s*=\s*[\"']\s*\+?([0-9]{7,})")
"""A count in an XML part that is a million or more."""

_DIGITS = 20
_ROW = re.compile(r"[1-9]\d{0,6}")


def refuse_wide(name: str, part: bytes, rows: int, columns: int) -> None:
    """Refuse a sheet that reaches further than it may, or that says it in a way of its own.

    Args:
        name: the file, for messages.
        part: the XML of the sheet.
        rows: most rows.
        columns: most columns.

    Raises:
        UserError: ``sheet-too-large`` or ``sheet-unfit``.
    """
    reach = _Reach(name, rows, columns)
    parser = expat.ParserCreate()
    parser.StartElementHandler = reach.start
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise UserError("sheet-unfit", path=name) from error


def refuse_promises(name: str, part: bytes) -> None:
    """Refuse a part that says it holds more texts than it has tags: room is made for them.

    Raises:
        UserError: ``sheet-unfit``.
    """
    tags = part.count(b"<")
    if any(int(said[1][:_DIGITS]) > tags for said in _PROMISED.finditer(part)):
        raise UserError("sheet-unfit", path=name)


class _Reach:
    def __init__(self, name: str, rows: int, columns: int) -> None:
        self._name, self._rows, self._columns = name, rows, columns
        self._row = self._column = self._merged = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Place what begins here."""
        element = tag.rpartition(":")[2]
        if element == "c":
            self._cell(attributes.get("r"))
        elif element == "row":
            self._begin(attributes.get("r"))
        elif element == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _begin(self, said: str | None) -> None:
        if said is not None and not _ROW.fullmatch(said):
            raise UserError("sheet-unfit", path=self._name)
        self._row = int(said) if said else self._row + 1
        self._column = 0
        if self._row > LAST_ROW:
            raise UserError("sheet-too-large", path=self._name)

    def _cell(self, said: str | None) -> None:
        row = self._row
        if said is None:
            self._column += 1
        else:
            found = _CELL.fullmatch(said)
            if found is None:
                raise UserError("sheet-unfit", path=self._name)
            self._column, row = column_number(found[1]), int(found[2])
        if self._column > self._columns or row > self._rows:
            raise UserError("sheet-too-large", path=self._name)

    def _merge(self, said: str) -> None:
        found = _AREA.fullmatch(said)
        if found is None:
            return
        high = abs(int(found[4]) - int(found[2])) + 1
        wide = abs(column_number(found[3]) - column_number(found[1])) + 1
        self._merged += min(high, self._rows) * min(wide, self._columns)
        if self._merged > MERGED:
            raise UserError("sheet-too-large", path=self._name)
