"""A memo as everybody reads it: HTML, XLSX and Markdown.

It is made of a `Memo`, which has no place for an asker, and carries no author, no
computer and no moment: only the day on which it is published.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

import xlsxwriter
from jinja2 import Environment, FileSystemLoader, select_autoescape

from coauthor.document.reading import encode
from coauthor.document.rendering import printable, to_plain
from coauthor.document.words import word_diff
from coauthor.errors import UserError
from coauthor.exchange.answer_workbook import CELL_LIMIT
from coauthor.exchange.row_heights import row_height
from coauthor.exchange.specification import Text
from coauthor.resources import resources
from coauthor.review.memo.publication import Memo, Row

TEMPLATE = "memo.html.jinja"
FORMATS = ("html", "xlsx", "md")
COLUMNS = (
    ("number", 8),
    ("document", 24),
    ("clause", 30),
    ("question", 60),
    ("answer", 60),
    ("effect", 18),
    ("was", 40),
    ("becomes", 40),
)
"""Columns of the sheet with their width in characters."""

_RULE = re.compile(r"^( {0,3})([#=>*+-]|\d+[.)]|`{3}|~{3})", re.MULTILINE)


def write_memo(memo: Memo, kind: str, text: Text) -> bytes:
    """Return a memo in a format.

    Raises:
        UserError: ``unknown-format``.
    """
    if kind == "html":
        return to_html(memo, text)
    if kind == "xlsx":
        return to_xlsx(memo, text)
    if kind == "md":
        return to_markdown(memo, text)
    raise UserError("unknown-format", format=kind, known=", ".join(FORMATS))


def to_html(memo: Memo, text: Text) -> bytes:
    """Return a memo as one HTML file that works without a network."""
    environment = Environment(
        loader=FileSystemLoader(resources() / "templates"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
    )
    rows = [
        {
            "number": row.number,
            "place": _place(row),
            "question": printable(row.question),
            "answer": printable(row.answer),
            "effect": _effect(row, text),
            "change": list(_change(row)),
        }
        for row in memo.rows
    ]
    page = environment.get_template(TEMPLATE).render(
        text=text, memo=memo, rows=rows, title=printable(memo.title)
    )
    return page.encode("utf-8", "replace")


def to_xlsx(memo: Memo, text: Text) -> bytes:
    """Return a memo as a sheet; a text that begins with ``=`` is no formula."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    day = datetime.fromisoformat(memo.date)
    book.set_properties({"title": printable(memo.title), "created": day})
    head = book.add_format(
        {"bold": True, "bg_color": "#154273", "font_color": "#FFFFFF", "text_wrap": True}
    )
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    sheet = book.add_worksheet(printable(memo.title)[:31].translate(dict.fromkeys(b"[]:*?/\\")))
    for column, (key, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text(f"memo-column-{key}"), head)
    for number, row in enumerate(memo.rows, start=1):
        values = (
            str(row.number),
            row.document,
            " ".join(filter(None, (row.code, to_plain(row.title)))),
            row.question,
            row.answer,
            _effect(row, text),
            to_plain(row.was),
            to_plain(row.becomes),
        )
        widths = (width for _, width in COLUMNS)
        sheet.set_row(number, row_height(zip(values, widths, strict=True)))
        for column, value in enumerate(values):
            sheet.write_string(number, column, printable(value)[:CELL_LIMIT], cell)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    book.close()
    return stream.getvalue()


def to_markdown(memo: Memo, text: Text) -> bytes:
    """Return a memo as Markdown, which is also how it stands among the documents."""
    return encode("\n".join(_lines(memo, text)).rstrip("\n") + "\n")


def _lines(memo: Memo, text: Text) -> Iterator[str]:
    title = printable(memo.title).replace('"', "'").replace("\\", "/")
    yield f'---\ntitle: "{title}"\nlanguage: {memo.language}\n---\n\n# {title}\n'
    yield f"{memo.organisation} · {memo.date}\n"
    for row in memo.rows:
        place = f" {_literal(_place(row))}" if _place(row) else ""
        yield f"## {row.number}.{place}\n"
        yield f"**{text('memo-column-question')}**\n\n{_literal(row.question)}\n"
        yield f"**{text('memo-column-answer')}**\n\n{_literal(row.answer)}\n"
        yield f"*{_effect(row, text)}*\n"
        if row.becomes:
            yield f"**{text('memo-column-was')}**\n\n{_literal(row.was)}\n"
            yield f"**{text('memo-column-becomes')}**\n\n{_literal(row.becomes)}\n"


def _literal(said: str) -> str:
    """Return words so that Markdown takes none of them for a heading, a marker or HTML."""
    plain = printable(said).replace("&", "&amp;").replace("<", "&lt;")
    return _RULE.sub(r"\1\\\2", plain)


def _place(row: Row) -> str:
    return " ".join(filter(None, (row.code, to_plain(row.title)))) or row.document


def _effect(row: Row, text: Text) -> str:
    said = text(f"memo-effect-{row.effect}")
    if row.way:
        said += f" – {text(f'memo-way-{row.way}')}"
    return f"{said} ({row.until})" if row.until else said


def _change(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the change in words."""
    if not row.becomes:
        return
    before, after = printable(row.was), printable(row.becomes)
    for run in word_diff(before, after):
        if run.kind == "removed":
            yield run.kind, before[run.before_start : run.before_end]
        else:
            yield run.kind, after[run.after_start : run.after_end]
