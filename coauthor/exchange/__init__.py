"""Other formats: one module each, in one table from which everything lists them.

A format is one line in `FORMATS`; dialogs, the command line and the list of formats follow.
"""

from collections.abc import Mapping
from types import MappingProxyType

from coauthor.exchange.format import Format
from coauthor.exchange.proposal import Proposal, Reader
from coauthor.exchange.specification import Specification, Text, Writer

__all__ = [
    "DRAWING",
    "FORMATS",
    "READING",
    "SHEETS",
    "Format",
    "Proposal",
    "Reader",
    "Specification",
    "Text",
    "Writer",
    "format_of",
    "readable",
    "writable",
]

_TABLE = (
    Format(
        "md",
        (".md", ".markdown", ".txt"),
        writes="markdown.to_markdown",
        only_changes="markdown.to_markdown",
        reads="foreign.read",
    ),
    Format("html", (".html",), writes="html.to_html_file", only_changes="html.to_html_file"),
    Format(
        "xlsx",
        (".xlsx",),
        writes="workbook.to_xlsx",
        only_changes="changes_book.to_xlsx",
        reads="tables.reading.read_table",
    ),
    Format("ods", (".ods",), writes="ods.to_ods", reads="tables.reading.read_table"),
    Format("answers", (".xlsx",), writes="answer_workbook.to_answers", outward=True),
    Format("csv", (".csv",), writes="csv_file.to_semicolons", reads="csv_reading.read_csv"),
    Format("csv-comma", (".csv",), writes="csv_file.to_commas", reads="csv_reading.read_csv"),
    Format("json", (".json",), writes="json_file.to_json", reads="json_file.read_json"),
    Format("reqif", (".reqif",), writes="reqif_file.to_reqif", reads="reqif_reading.read_reqif"),
    Format("reqifz", (".reqifz",), writes="reqif_file.to_reqifz", reads="reqif_reading.read_reqif"),
    Format(
        "docx",
        (".docx",),
        writes="docx.to_docx",
        only_changes="docx.to_docx",
        reads="texts.word_file.read_docx",
    ),
    Format(
        "odt",
        (".odt",),
        writes="odt.to_odt",
        only_changes="odt.to_odt",
        reads="texts.odf_file.read_odt",
    ),
    Format(
        "pdf",
        (".pdf",),
        writes="pdf.to_pdf",
        only_changes="pdf.to_pdf",
        reads="pdf_reading.read_pdf",
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _TABLE})
"""The formats by name, in the order in which they are listed."""


READING = frozenset({"md", "html", "docx", "odt", "pdf"})
"""Formats for reading, which show the parts of a choice; the others hold texts and fields."""


DRAWING = READING - {"md"}
"""Formats that show pictures themselves, and have a look."""


SHEETS = frozenset({"xlsx", "ods", "csv", "csv-comma"})
"""Formats of tables, which are read by a `SheetPlan`."""


def writable() -> Mapping[str, Format]:
    """Return the formats that a document can be exported to."""
    return {name: each for name, each in FORMATS.items() if each.writes}


def readable() -> Mapping[str, Format]:
    """Return the formats that can be brought in."""
    return {name: each for name, each in FORMATS.items() if each.reads}


def format_of(file_name: str, formats: Mapping[str, Format]) -> Format | None:
    """Return the first of ``formats`` that a file is in by the end of its name, or None."""
    low = file_name.lower()
    return next((each for each in formats.values() if low.endswith(each.suffixes)), None)
