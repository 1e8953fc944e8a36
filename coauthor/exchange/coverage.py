"""The market coverage of a document as a spreadsheet, or as one HTML file.

Every text is written as text: an explanation that begins with ``=`` is no formula.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from io import BytesIO
from typing import Any

import xlsxwriter

from coauthor.document.rendering import harmless, to_plain
from coauthor.exchange.answer_workbook import CELL_LIMIT
from coauthor.exchange.answers import (
    count_words,
    day,
    size_words,
    trust_words,
    verdict_words,
    warning_words,
)
from coauthor.exchange.row_heights import row_height
from coauthor.exchange.specification import Text, kind_label
from coauthor.review.market.coverage import Coverage, Market
from coauthor.review.market.responses import VERDICTS

CLAUSES = (
    ("code", 12),
    ("title", 36),
    ("kind", 10),
    ("theme", 22),
    ("knock-out", 12),
    ("locked", 12),
    *((verdict, 11) for verdict in VERDICTS),
    ("stale", 12),
    ("silent", 12),
    ("readings", 24),
    ("warnings", 70),
)
"""Columns of the sheet with a row a clause, and their width in characters."""

ANSWERS = (
    ("code", 12),
    ("title", 36),
    ("vendor", 26),
    ("answer", 26),
    ("refused", 18),
    ("on-text", 16),
    ("size", 18),
    ("given", 14),
    ("explanation", 70),
)
"""Columns of the sheet with a row an answer."""

STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:76rem;padding:0 1rem;"
    "color:#1b1f24;background:#fff}table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}"
    "th,td{border:1px solid #d0d7de;padding:.35rem .6rem;text-align:left;vertical-align:top;"
    "overflow-wrap:anywhere}th{background:#f6f8fa}td.n{text-align:right}"
    "ul{margin:0;padding-left:1.1rem}caption{text-align:left;font-weight:600;padding:.4rem 0}"
    "footer{color:#57606a;font-size:.85rem}"
)


@dataclass(frozen=True)
class CoverageReport:
    """What is written down.

    Args:
        theme_label: gives the name of a theme.
    """

    title: str
    organisation: str
    market: Market
    when: datetime
    language: str
    theme_label: Callable[[str], str]


def coverage_xlsx(report: CoverageReport, text: Text) -> bytes:
    """Return the coverage as a spreadsheet with a row a clause, and one with a row an answer."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    made = report.when.replace(tzinfo=None)
    book.set_properties({"title": harmless(report.title), "created": made})
    head = book.add_format(
        {"bold": True, "bg_color": "#154273", "font_color": "#FFFFFF", "text_wrap": True}
    )
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    for name, columns, rows in (
        ("coverage-sheet", CLAUSES, _clauses(report, text)),
        ("coverage-answers", ANSWERS, _answers(report, text)),
    ):
        sheet = book.add_worksheet(text(name)[:31])
        for column, (key, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, text(f"coverage-{key}"), head)
        count = 0
        for count, values in enumerate(rows, start=1):
            sheet.set_row(count, row_height((str(values[key]), width) for key, width in columns))
            for column, (key, _) in enumerate(columns):
                _write(sheet, count, column, values[key], cell)
        if count:
            sheet.autofilter(0, 0, count, len(columns) - 1)
        sheet.freeze_panes(1, 2)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    book.close()
    return stream.getvalue()


def _write(sheet: Any, row: int, column: int, value: str | int, form: Any) -> None:
    if isinstance(value, int):
        sheet.write_number(row, column, value, form)
    elif value:
        sheet.write_string(row, column, harmless(value)[:CELL_LIMIT], form)
    else:
        sheet.write_blank(row, column, None, form)


def _clauses(report: CoverageReport, text: Text) -> Iterator[Mapping[str, str | int]]:
    for each in report.market.clauses:
        yield {
            **_named(each),
            "kind": kind_label(each.kind, text),
            "theme": report.theme_label(each.theme),
            "knock-out": text("coverage-yes") if each.knock_out else "",
            "locked": text("coverage-yes") if each.locked else "",
            **dict(zip(VERDICTS, each.counts, strict=True)),
            "stale": each.stale,
            "silent": each.silent,
            "readings": trust_words(each, text),
            "warnings": "\n".join(warning_words(each, text)),
        }


def _answers(report: CoverageReport, text: Text) -> Iterator[Mapping[str, str | int]]:
    for each in report.market.clauses:
        for response in each.given:
            stale = response.is_stale(each.digest)
            yield {
                **_named(each),
                "vendor": response.organisation,
                "answer": verdict_words(response.answer, text),
                "refused": text("coverage-refused") if each.is_refused(response) else "",
                "on-text": text("coverage-earlier" if stale else "coverage-now"),
                "size": size_words(response.answer.size, text),
                "given": day(response.at),
                "explanation": response.answer.explanation,
            }


def _named(coverage: Coverage) -> dict[str, str]:
    return {"code": coverage.code, "title": to_plain(coverage.title)}


def coverage_html(report: CoverageReport, text: Text) -> bytes:
    """Return the coverage as one HTML file that works without a network and prints well."""
    title = escape(harmless(text("coverage-of", title=report.title)))
    made = escape(f"{report.organisation} · {day(report.when.isoformat())}")
    market = report.market
    vendors = escape(harmless(", ".join(market.vendors))) or escape(text("coverage-silent"))
    summary = escape(summary_words(market, text))
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(report.language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><main><h1>{title}</h1>"
        f"<p>{made}</p><p>{summary}</p><p>{escape(text('coverage-vendors'))}: {vendors}</p>"
        f"{_table('coverage-sheet', _html_clauses(report, text), text, HTML_CLAUSES)}"
        f"{_table('coverage-answers', _answers(report, text), text, [key for key, _ in ANSWERS])}"
        f"</main></body></html>\n"
    )
    return page.encode("utf-8", "replace")


HTML_CLAUSES = ("code", "title", "theme", "marks", "answers", "readings", "warnings")


def _html_clauses(report: CoverageReport, text: Text) -> Iterator[Mapping[str, str | int]]:
    for each in report.market.clauses:
        marks = [text("coverage-knock-out")] * each.knock_out
        marks += [text("coverage-locked")] * each.locked
        yield {
            **_named(each),
            "theme": report.theme_label(each.theme),
            "marks": ", ".join(marks),
            "answers": count_words(each, text),
            "readings": trust_words(each, text),
            "warnings": "\n".join(f"⚠ {said}" for said in warning_words(each, text)),
        }


def _table(
    caption: str, rows: Iterator[Mapping[str, str | int]], text: Text, columns: Sequence[str]
) -> str:
    head = "".join(f'<th scope="col">{escape(text(f"coverage-{key}"))}</th>' for key in columns)
    body = "\n".join(
        "<tr>"
        + "".join(
            f"<td>{escape(harmless(str(values[key]))).replace(chr(10), '<br>')}</td>"
            for key in columns
        )
        + "</tr>"
        for values in rows
    )
    return (
        f"<table><caption>{escape(text(caption))}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def summary_words(market: Market, text: Text) -> str:
    """Return the coverage of a whole document in a sentence."""
    return text(
        "coverage-summary",
        clauses=len(market.clauses),
        vendors=len(market.vendors),
        silent=sum(not each.answered for each in market.clauses),
        warned=len(market.warned),
        tested=sum(each.is_tested for each in market.clauses),
    )
