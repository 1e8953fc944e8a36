"""The answer sheet for vendors: XLSX in which only the answers can be filled in.

The hidden first column holds the identity of the clause, the hidden last one the mark of
the text that is asked, so that answers find their clause and their text when rows were
sorted or filtered. Every text is written as text: a clause that begins with ``=`` is no
formula. `coauthor.exchange.answer_sheets` reads it back. It goes to whoever sells, so
it holds no annex: advice and risks of deviations stay with who asked for them.
"""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from coauthor.document.model import Clause, Heading
from coauthor.document.rendering import printable, to_plain
from coauthor.exchange.answer_form import COLUMNS, FILLED, HIDDEN, MARK, SEALED, UID, text_mark
from coauthor.exchange.row_heights import row_height
from coauthor.exchange.specification import Specification, Text, items, kind_label
from coauthor.review.digest import clause_digest
from coauthor.review.market.responses import VERDICTS, is_asked

CELL_LIMIT = 32_767
"""Characters that Excel takes in one cell."""

_LEGEND = 90
"""Characters that the column with the explanation is wide."""


def to_answers(specification: Specification, text: Text) -> bytes:
    """Return the answer sheet of a document."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": printable(specification.title), "created": specification.day})
    formats = _formats(book)
    _answers(book, formats, specification, text)
    _legend(book, formats, specification, text)
    book.close()
    return stream.getvalue()


def _formats(book: xlsxwriter.Workbook) -> dict[str, Any]:
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D0D7DE"}
    opened = {**cell, "locked": False, "bg_color": "#FFFFFF"}
    return {
        "head": book.add_format(
            {**cell, "bold": True, "bg_color": "#154273", "font_color": "#FFFFFF"}
        ),
        "cell": book.add_format({**cell, "bg_color": "#F6F8FA"}),
        "open": book.add_format(opened),
        "date": book.add_format({**opened, "num_format": "dd-mm-yyyy"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "plain": book.add_format({"text_wrap": True, "valign": "top"}),
        "name": book.add_format({"bold": True, "valign": "top"}),
    }


def _answers(
    book: xlsxwriter.Workbook, formats: dict[str, Any], specification: Specification, text: Text
) -> None:
    sheet = book.add_worksheet(text("sheet-answers")[:31])
    for column, (key, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width, None, {"hidden": key in HIDDEN})
        sheet.write_string(0, column, text(f"sheet-{key}"), formats["head"])
    row = 0
    for row, (clause, values) in enumerate(_rows(specification, text), start=1):
        seen = ((values.get(key, ""), width) for key, width in COLUMNS if key not in HIDDEN)
        sheet.set_row(row, row_height(seen))
        filled = {key: "date" if key == "date" else "open" for key in FILLED if is_asked(clause)}
        for column, (key, _) in enumerate(COLUMNS):
            form = formats[filled.get(key, "cell")]
            if value := values.get(key, ""):
                sheet.write_string(row, column, value, form)
            else:
                sheet.write_blank(row, column, None, form)
    _finish(sheet, row, specification, text)


def _finish(sheet: Any, rows: int, specification: Specification, text: Text) -> None:
    if rows:
        _help(sheet, rows, text)
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


def _help(sheet: Any, rows: int, text: Text) -> None:
    """Add what can be chosen and what is expected to the columns that are filled in."""
    choices: dict[str, dict[str, Any]] = {
        "answer": {
            "validate": "list",
            "source": [text(f"verdict-{verdict}") for verdict in VERDICTS],
        },
        "date": {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)},
        "size": {"validate": "any"},
        "reading": {"validate": "any"},
    }
    for key, rule in choices.items():
        column = [each for each, _ in COLUMNS].index(key)
        told = {"input_title": text(f"sheet-{key}"), "input_message": text(f"sheet-{key}-help")}
        if rule["validate"] != "any":
            told |= {"error_title": text(f"sheet-{key}")}
            told |= {"error_message": text(f"sheet-{key}-error")}
        sheet.data_validation(1, column, rows, column, {**rule, **told})


def _rows(specification: Specification, text: Text) -> Iterator[tuple[Clause, dict[str, str]]]:
    chapter = ""
    for item in items(specification):
        block = item.block
        if isinstance(block, Heading) and block.level <= 2:
            chapter = to_plain(block.text)
        elif isinstance(block, Clause):
            said = {
                UID: block.uid,
                "code": block.code,
                "kind": kind_label(block.kind, text),
                "theme": specification.theme_label(block.theme),
                "chapter": chapter,
                "title": to_plain(block.title),
                "body": to_plain(block.body),
                "rationale": to_plain(block.fields.get("rationale", "")),
                "acceptance": to_plain(block.fields.get("acceptance", "")),
            }
            values = {key: printable(value)[:CELL_LIMIT] for key, value in said.items()}
            values[MARK] = text_mark(
                clause_digest(specification.as_written(block)), [values[key] for key in SEALED]
            )
            yield block, values


def _legend(
    book: xlsxwriter.Workbook, formats: dict[str, Any], specification: Specification, text: Text
) -> None:
    """Write how to fill in, of what text this is, and where the vendor's name goes."""
    sheet = book.add_worksheet(text("sheet-legend")[:31])
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, _LEGEND)
    sheet.write_string(0, 0, printable(specification.title)[:CELL_LIMIT], formats["title"])
    sheet.write_string(2, 0, text("sheet-legend-vendor"), formats["name"])
    sheet.write_blank(2, 1, None, formats["open"])
    row = 4
    about = (
        ("document", specification.title),
        ("organisation", specification.organisation),
        ("version", specification.version),
        ("text", specification.digest),
    )
    for key, value in about:
        sheet.write_string(row, 0, text(f"sheet-legend-{key}"), formats["name"])
        sheet.write_string(row, 1, printable(value)[:CELL_LIMIT], formats["plain"])
        row += 1
    row += 1
    for verdict in VERDICTS:
        sheet.write_string(row, 0, text(f"verdict-{verdict}"), formats["name"])
        sheet.write_string(row, 1, text(f"sheet-means-{verdict}"), formats["plain"])
        row += 1
    for key in ("fill", "locked", "sort", "keep", "back"):
        row += 1
        told = text(f"sheet-legend-{key}")
        sheet.set_row(row, row_height([(told, _LEGEND)]))
        sheet.write_string(row, 1, told, formats["plain"])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect()
