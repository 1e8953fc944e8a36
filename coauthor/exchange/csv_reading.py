"""Reading CSV: what we wrote, and the lists of others."""

import csv
import io
from collections.abc import Callable, Iterator

from coauthor.errors import UserError
from coauthor.exchange.csv_file import unguarded
from coauthor.exchange.proposal import Cutting, Proposal
from coauthor.exchange.tables.reading import propose_table
from coauthor.exchange.tables.sheet import Row, Sheet, Spreadsheet

ROWS, CELLS = 200_000, 256
"""Most rows, and most cells in a row."""

_BOM = b"\xef\xbb\xbf"
_CELL = 64 * 1024 * 1024
_SAMPLE = 64_000


def read_csv(
    name: str, data: bytes, new_uid: Callable[[], str], plan: Cutting | None = None
) -> Proposal:
    """Return what a CSV file would become.

    Raises:
        UserError: ``csv-unfit`` when it is no CSV, ``csv-too-large``, or what
            `propose_table` says.
    """
    return propose_table(csv_table(name, data), new_uid, plan)


def csv_table(name: str, data: bytes) -> Spreadsheet:
    """Return a CSV file as a spreadsheet of one sheet without a name.

    Raises:
        UserError: ``csv-unfit`` when it is no CSV, or ``csv-too-large``.
    """
    rows = (Row(number, tuple(cells)) for number, cells in enumerate(_rows(name, data), start=1))
    return Spreadsheet(name, (Sheet("", tuple(rows)),))


def _rows(name: str, data: bytes) -> Iterator[list[str]]:
    text = _text(name, data)
    lines = "".join(text[:_SAMPLE].split('"')[::2]).splitlines()[:50]
    delimiter = max(
        ";,\t", key=lambda mark: (sum(mark in each for each in lines), text[:_SAMPLE].count(mark))
    )
    csv.field_size_limit(_CELL)
    try:
        read = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for number, cells in enumerate(read):
            if number > ROWS or len(cells) > CELLS:
                raise UserError("csv-too-large", path=name)
            yield [unguarded(cell) for cell in cells]
    except csv.Error as error:
        raise UserError("csv-unfit", path=name) from error


def _text(name: str, data: bytes) -> str:
    """Return the text: by its mark, else UTF-8, else as Windows writes it in our part of Europe."""
    if data.startswith(_BOM):
        return data[len(_BOM) :].decode("utf-8", "surrogateescape")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise UserError("csv-unfit", path=name) from error
    if b"\0" in data[:4096] or data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise UserError("csv-unfit", path=name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
