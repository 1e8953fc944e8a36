"""The answer sheet for vendors: XLSX in which only the answers can be filled in.

The hidden first column holds the identity of the clause, so that answers find
their clause when rows were sorted or filtered. Every text is written as text: a
clause that begins with ``=`` is no formula.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import xlsxwriter

from coauthor.document.model import Clause, Heading
from coauthor.document.rendering import printable, to_plain
from coauthor.exchange.leave import Annex, annexes
from coauthor.exchange.specification import Specification, Text, items, kind_label

COLUMNS = (
    ("uid", 12),
    ("code", 12),
    ("kind", 10),
    ("theme", 22),
    ("chapter", 24),
    ("title", 30),
    ("body", 70),
    ("rationale", 36),
    ("acceptance", 36),
    ("answer", 14),
    ("explanation", 50),
)
"""Columns with their width in characters; the last two are for the vendor."""

ANSWERS = ("answer", "explanation")
CHOICES = ("meets", "partly", "no")
CELL_LIMIT = 32_767
"""Characters that Excel takes in one cell."""


def to_xlsx(specification: Specification, text: Text) -> bytes:
    """Return the answer sheet of a document."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    made = specification.when.replace(tzinfo=None)
    book.set_properties({"title": printable(specification.title), "created": made})
    formats = _formats(book)
    _answers(book, formats, specification, text)
    _legend(book, formats, specification, text)
    for annex in annexes(specification, text):
        _annex(book, formats, annex)
    book.close()
    return stream.getvalue()


def _formats(book: xlsxwriter.Workbook) -> dict[str, Any]:
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D0D7DE"}
    return {
        "head": book.add_format(
            {**cell, "bold": True, "bg_color": "#154273", "font_color": "#FFFFFF"}
        ),
        "cell": book.add_format({**cell, "bg_color": "#F6F8FA"}),
        "open": book.add_format({**cell, "locked": False, "bg_color": "#FFFFFF"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "plain": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def _answers(
    book: xlsxwriter.Workbook, formats: dict[str, Any], specification: Specification, text: Text
) -> None:
    sheet = book.add_worksheet(text("sheet-answers")[:31])
    for column, (key, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width, None, {"hidden": key == "uid"})
        sheet.write_string(0, column, text(f"sheet-{key}"), formats["head"])
    rows = list(_rows(specification, text))
    for row, values in enumerate(rows, start=1):
        for column, (key, _) in enumerate(COLUMNS):
            form = formats["open" if key in ANSWERS else "cell"]
            value = printable(values.get(key, ""))[:CELL_LIMIT]
            if value:
                sheet.write_string(row, column, value, form)
            else:
                sheet.write_blank(row, column, None, form)
    _finish(sheet, len(rows), specification, text)


def _finish(sheet: Any, rows: int, specification: Specification, text: Text) -> None:
    answer = [key for key, _ in COLUMNS].index("answer")
    if rows:
        sheet.data_validation(
            1,
            answer,
            rows,
            answer,
            {
                "validate": "list",
                "source": [text(f"answer-{choice}") for choice in CHOICES],
                "error_title": text("sheet-answer"),
                "error_message": text("sheet-answer-error"),
            },
        )
        sheet.autofilter(0, 0, rows, len(COLUMNS) - 1)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    version = specification.version.replace("&", "&&")
    sheet.set_footer(f"&L{version[:80]}&C{specification.digest[:23]}&R&P / &N")
    allowed = ("format_columns", "format_rows", "sort", "autofilter")
    sheet.protect("", dict.fromkeys(allowed, True))


def _rows(specification: Specification, text: Text) -> Iterator[dict[str, str]]:
    chapter = ""
    for item in items(specification):
        block = item.block
        if isinstance(block, Heading) and block.level <= 2:
            chapter = to_plain(block.text)
        elif isinstance(block, Clause):
            yield {
                "uid": block.uid,
                "code": block.code,
                "kind": kind_label(block.kind, text),
                "theme": specification.theme_label(block.theme),
                "chapter": chapter,
                "title": to_plain(block.title),
                "body": to_plain(block.body),
                "rationale": to_plain(block.fields.get("rationale", "")),
                "acceptance": to_plain(block.fields.get("acceptance", "")),
            }


def _legend(
    book: xlsxwriter.Workbook, formats: dict[str, Any], specification: Specification, text: Text
) -> None:
    sheet = book.add_worksheet(text("sheet-legend")[:31])
    sheet.set_column(0, 0, 100)
    lines = [
        text("sheet-legend-fill"),
        text("sheet-legend-locked"),
        text("sheet-legend-answers"),
        f"{specification.organisation} · {specification.version}",
        specification.digest,
    ]
    sheet.write_string(0, 0, printable(specification.title), formats["title"])
    for row, line in enumerate(lines, start=2):
        sheet.write_string(row, 0, line, formats["plain"])
    sheet.protect()


def _annex(book: xlsxwriter.Workbook, formats: dict[str, Any], annex: Annex) -> None:
    """Write an annex as a sheet: what it is about, then a row for each thing said."""
    sheet = book.add_worksheet(annex.title[:31])
    for column, width in enumerate((36, 26, 90)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, annex.title, formats["title"])
    sheet.write_string(1, 0, annex.about)
    row = 3
    for name, rows in annex.entries:
        for label, value in rows:
            for column, said in enumerate((name, label, value)):
                sheet.write_string(row, column, said[:CELL_LIMIT], formats["cell"])
            row += 1
    sheet.protect()
