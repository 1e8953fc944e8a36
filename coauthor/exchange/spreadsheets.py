"""Reading a spreadsheet that somebody sent: XLSX, ODS or CSV, as rows of text.

The file comes from outside, so it is measured before it is read: a small file that
unfolds into a large one, XML that refers to itself and sheets of a million empty rows
are refused, and a formula is never taken for text.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from coauthor.errors import UserError
from coauthor.exchange.ods_reading import is_ods, ods_sheets
from coauthor.exchange.tables.sheet import Row, Sheet, Spreadsheet
from coauthor.exchange.tables.shown import shaped
from coauthor.exchange.workbooks import Traits, inspected

FILE_LIMIT = 16 * 1024 * 1024
"""Bytes of the largest file that is read."""

ROWS, COLUMNS = 20_000, 256
"""Largest sheet that is read."""

CELLS, CHARACTERS = 1_000_000, 64_000_000
"""Most cells with text, and most characters in them, in a whole file."""

CELL_LIMIT = 32_767
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SEALED = "EncryptedPackage".encode("utf-16-le")
"""What an Office file with a password holds instead of parts ([MS-OFFCRYPTO] 2.3.4.4)."""

_BYTES_PER_DELIMITER = 64_000


def read_spreadsheet(name: str, data: bytes, *, exact: bool = False) -> Spreadsheet:
    """Return the rows of a spreadsheet.

    Args:
        name: name of the file, for messages.
        exact: with blanks at the ends of cells, and numbers in the shape they are shown in.

    Raises:
        UserError: ``sheet-too-large``, ``sheet-unsafe`` with the reason,
            ``sheet-unfit`` when it is neither XLSX, ODS nor CSV, or ``file-empty``.
    """
    if len(data) > FILE_LIMIT:
        raise UserError("sheet-too-large", path=name)
    if not data.strip():
        raise UserError("file-empty", path=name)
    if data.startswith(_ZIP):
        if is_ods(data):
            sheets = tuple(ods_sheets(name, data, ROWS, COLUMNS))
        else:
            sheets = tuple(_sheets(name, data, exact=exact))
        _refuse_much(name, sheets)
        return Spreadsheet(name, sheets if exact else tuple(map(_bare, sheets)))
    if data.startswith(_OLD) and _SEALED in data:
        raise UserError("sheet-unsafe", path=name, reason="password")
    if data.startswith(_OLD) or (b"\0" in data[:4096] and not _is_utf16(data)):
        raise UserError("sheet-unfit", path=name)
    return Spreadsheet(name, (Sheet("", tuple(_csv_rows(name, data))),))


def _refuse_much(name: str, sheets: Sequence[Sheet]) -> None:
    """Refuse a small file in which a text stands so often that it becomes a large one."""
    cells = characters = 0
    for row in (row for sheet in sheets for row in sheet.rows):
        cells += sum(map(bool, row.cells))
        characters += sum(map(len, row.cells))
        if cells > CELLS or characters > CHARACTERS:
            raise UserError("sheet-too-large", path=name)


def _bare(sheet: Sheet) -> Sheet:
    rows = (replace(row, cells=tuple(map(str.strip, row.cells))) for row in sheet.rows)
    return replace(sheet, rows=tuple(rows))


def _sheets(name: str, data: bytes, *, exact: bool) -> Iterator[Sheet]:
    traits = inspected(name, data, ROWS, COLUMNS)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for meta in book.sheets_metadata:
                if meta.typ != SheetTypeEnum.WorkSheet:
                    continue
                sheet = book.get_sheet_by_name(meta.name)
                cells = sheet.to_python(skip_empty_area=False)
                marks = traits.get(meta.name, Traits())
                marks = marks if exact else replace(marks, shapes={})
                hidden = meta.visible != SheetVisibleEnum.Visible
                yield Sheet(meta.name, tuple(_rows(cells, marks)), hidden, marks.unseen)
    except (CalamineError, ValueError, OSError) as error:
        raise UserError("sheet-unfit", path=name) from error


def _rows(cells: Sequence[Sequence[object]], marks: Traits) -> Iterator[Row]:
    for number, values in enumerate(cells, start=1):
        texts = [_text(each, marks.shapes.get((number, at), "")) for at, each in enumerate(values)]
        dates = frozenset(at for at, each in enumerate(values) if isinstance(each, date))
        merged, across = set[int](), set[int]()
        for column, source in marks.merged.get(number, {}).items():
            above = cells[source[0] - 1] if source[0] <= len(cells) else ()
            if column < len(texts) and source[1] < len(above) and not texts[column]:
                shape = marks.shapes.get((source[0], source[1]), "")
                texts[column] = _text(above[source[1]], shape)
                merged.add(column)
                if column != source[1]:
                    across.add(column)
        formulas = frozenset(marks.formulas.get(number, ()))
        hidden = number in marks.hidden
        remarks = marks.remarks.get(number, ())
        yield Row(
            number,
            tuple(texts),
            hidden,
            formulas,
            frozenset(merged),
            remarks,
            frozenset(across),
            dates,
            marks.struck.get(number, frozenset()),
        )


def _text(value: object, shape: str = "") -> str:
    """Return a cell as it is read: whole numbers without a fraction, unless it shows one."""
    if shape and isinstance(value, float) and (shown := shaped(value, shape)):
        return shown
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)[:CELL_LIMIT]


def _csv_rows(name: str, data: bytes) -> Iterator[Row]:
    text = _csv_text(data)
    delimiter = _delimiter(text)
    csv.field_size_limit(CELL_LIMIT * 8)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
            if number > ROWS or len(cells) > COLUMNS:
                raise UserError("sheet-too-large", path=name)
            texts = tuple(each[:CELL_LIMIT].strip() for each in cells)
            formulas = frozenset(i for i, each in enumerate(texts) if _is_formula(each))
            yield Row(number, texts, formulas=formulas)
    except csv.Error as error:
        raise UserError("sheet-unfit", path=name) from error


def _csv_text(data: bytes) -> str:
    """Return the text: UTF-16 and UTF-8 by their mark, else UTF-8, else as Windows writes it."""
    if _is_utf16(data):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _is_utf16(data: bytes) -> bool:
    return data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _delimiter(text: str) -> str:
    """Return what stands between cells: the mark that occurs outside quotes most, on most lines."""
    first = text[:_BYTES_PER_DELIMITER]
    lines = "".join(first.split('"')[::2]).splitlines()[:50]
    return max(";,\t", key=lambda mark: (sum(mark in each for each in lines), first.count(mark)))


def _is_formula(text: str) -> bool:
    """Tell whether a spreadsheet would compute a text instead of showing it."""
    return text[:1] in ("=", "@") or (text[:1] in "+-" and "(" in text and "!" in text)
