"""Was and becomes as a workbook: a row for each change, the words that differ marked."""

from io import BytesIO
from typing import Any

import xlsxwriter

from coauthor.document.rendering import printable
from coauthor.exchange.answer_workbook import CELL_LIMIT
from coauthor.exchange.changes import Change, Words, changes
from coauthor.exchange.row_heights import row_height
from coauthor.exchange.specification import Specification, Text

_WIDE = 70
_COLUMNS = (("name", 14), ("kind", 14), ("was", _WIDE), ("becomes", _WIDE))


def to_xlsx(specification: Specification, text: Text) -> bytes:
    """Return what changed since the text before as a workbook of one sheet.

    Every text is written as text; what went is struck through, what came is underlined,
    and the column with the kind of change says the same without any look.
    """
    stream = BytesIO()
    book = xlsxwriter.Workbook(
        stream,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    title = printable(specification.title)
    book.set_properties({"title": title, "created": specification.day})
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D0D7DE"}
    looks = {
        "cell": book.add_format(cell),
        "head": book.add_format(
            {**cell, "bold": True, "bg_color": "#154273", "font_color": "#FFFFFF"}
        ),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "removed": book.add_format({"font_strikeout": True, "font_color": "#8C1D18"}),
        "added": book.add_format({"underline": 1, "font_color": "#0B5C2E"}),
        "same": book.add_format({}),
    }
    sheet = book.add_worksheet(text("changes-sheet")[:31])
    since = printable(specification.since.name) if specification.since else ""
    sheet.write_string(0, 0, title[:CELL_LIMIT], looks["title"])
    about = f"{text('changes-title', since=since)} · {specification.version}"
    sheet.write_string(1, 0, about[:CELL_LIMIT])
    for column, (key, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(3, column, text(f"changes-{key}"), looks["head"])
    row = 3
    for row, change in enumerate(changes(specification, text), start=4):
        _write(sheet, row, change, looks, text)
    if row > 3:
        sheet.autofilter(3, 0, row, len(_COLUMNS) - 1)
    sheet.freeze_panes(4, 1)
    sheet.repeat_rows(3)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    version = specification.version.replace("&", "&&")
    sheet.set_footer(f"&L{version[:80]}&C{specification.digest[:23]}&R&P / &N")
    book.close()
    return stream.getvalue()


def _write(sheet: Any, row: int, change: Change, looks: dict[str, Any], text: Text) -> None:
    said = (("".join(part for _, part in each), _WIDE) for each in (change.was, change.becomes))
    sheet.set_row(row, row_height(said))
    sheet.write_string(row, 0, change.name[:CELL_LIMIT], looks["cell"])
    sheet.write_string(row, 1, text(f"changes-{change.kind}"), looks["cell"])
    for column, words in ((2, change.was), (3, change.becomes)):
        _marked(sheet, row, column, words, looks)


def _marked(sheet: Any, row: int, column: int, words: Words, looks: dict[str, Any]) -> None:
    """Write words with those that differ marked; Excel marks only two runs or more."""
    said = [(kind, part) for kind, part in words if part]
    whole = "".join(part for _, part in said)
    if len(said) < 2 or len(whole) > CELL_LIMIT:
        sheet.write_string(row, column, whole[:CELL_LIMIT], looks["cell"])
        return
    runs = [each for kind, part in said for each in (looks[kind], part)]
    sheet.write_rich_string(row, column, *runs, looks["cell"])
