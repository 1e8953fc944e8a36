"""XLSX: the requirements as a table to read, sort and change in Excel, and to take in again.

A row for each heading, text and clause, in the order of the document; what a clause is
known by stands in a hidden column, so that a changed table finds its clauses. Every text
is written as text: one that begins with ``=`` is no formula.
"""

from io import BytesIO
from typing import Any

import xlsxwriter

from coauthor.document.rendering import printable
from coauthor.exchange.row_heights import row_height
from coauthor.exchange.specification import Specification, Text, kind_label
from coauthor.exchange.tables.cells import CELL_LIMIT, escaped
from coauthor.exchange.tables.rows import headings, table

KINDS = ("eis", "wens", "informatie")
PRIORITIES = ("must", "should", "could")

WIDTHS = {
    "code": 12,
    "type": 12,
    "kind": 10,
    "priority": 10,
    "theme": 16,
    "level": 8,
    "title": 30,
    "text": 70,
}
"""Characters that columns are wide; the others are `FIELD_WIDTH`."""

FIELD_WIDTH = 30
HIDDEN = ("uid",)
"""What tells the program something and a reader nothing; other columns are in sight."""


def to_xlsx(specification: Specification, text: Text) -> bytes:
    """Return the requirements as a workbook."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": printable(specification.title), "created": specification.day})
    sheet = book.add_worksheet(text("table-sheet")[:31])
    forms = _forms(book)
    keys, rows = table(specification, text, CELL_LIMIT)
    for at, key in enumerate(keys):
        sheet.set_column(at, at, WIDTHS.get(key, FIELD_WIDTH), None, {"hidden": key in HIDDEN})
    for at, heading in enumerate(headings(keys, text)):
        sheet.write_string(0, at, heading, forms["head"])
    kind = keys.index("type")
    chapter = text("csv-type-heading")
    last = 0
    for last, cells in enumerate(rows, start=1):
        widths = (WIDTHS.get(key, FIELD_WIDTH) for key in keys)
        sheet.set_row(last, row_height(zip(cells, widths, strict=True)))
        form = forms["chapter" if cells[kind] == chapter else "cell"]
        for at, cell in enumerate(cells):
            if cell:
                sheet.write_string(last, at, escaped(cell), form)
            else:
                sheet.write_blank(last, at, None, form)
    _finish(sheet, keys, last, specification, text)
    book.close()
    return stream.getvalue()


def _forms(book: xlsxwriter.Workbook) -> dict[str, Any]:
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D0D7DE"}
    return {
        "head": book.add_format(
            {**cell, "bold": True, "bg_color": "#154273", "font_color": "#FFFFFF"}
        ),
        "cell": book.add_format({**cell, "num_format": "@"}),
        "chapter": book.add_format(
            {**cell, "num_format": "@", "bold": True, "bg_color": "#E8EEF4"}
        ),
    }


def _finish(
    sheet: Any, keys: tuple[str, ...], rows: int, specification: Specification, text: Text
) -> None:
    if rows:
        sheet.autofilter(0, 0, rows, len(keys) - 1)
        for key, values in (("kind", KINDS), ("priority", PRIORITIES)):
            at = keys.index(key)
            told = {
                "input_title": text(f"csv-{key}"),
                "input_message": ", ".join(f"{each} = {_said(key, each, text)}" for each in values)[
                    :255
                ],
                "error_type": "warning",
            }
            sheet.data_validation(
                1, at, rows, at, {"validate": "list", "source": list(values), **told}
            )
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3: there are more columns than A4 has room for
    sheet.fit_to_pages(1, 0)
    version = printable(specification.version).replace("&", "&&")
    sheet.set_footer(f"&L{version[:80]}&C{specification.digest[:23]}&R&P / &N")


def _said(key: str, value: str, text: Text) -> str:
    return kind_label(value, text) if key == "kind" else text(f"priority-{value}")
