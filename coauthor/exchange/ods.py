"""ODS: the same table of requirements as in XLSX, for LibreOffice and who asks for OpenDocument.

Written by hand into a zip, after OASIS OpenDocument 1.3 part 3. There is no author, no
program and no clock in the file: the same text at the same day gives the same bytes.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from string import Template
from xml.sax.saxutils import escape

from coauthor.exchange.office.package import Package, language_tag, stamp
from coauthor.exchange.office.safe import quoted, written
from coauthor.exchange.specification import Specification, Text
from coauthor.exchange.tables.cells import CELL_LIMIT, escaped
from coauthor.exchange.tables.columns import column_letters
from coauthor.exchange.tables.rows import headings, table
from coauthor.exchange.workbook import FIELD_WIDTH, HIDDEN, KINDS, PRIORITIES, WIDTHS

_MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_CENTIMETRES = 0.2
"""Width of one character."""

_CHOICES = {"kind": KINDS, "priority": PRIORITIES}
_BLANKS = re.compile(r"^ | {2,}| $|\t")


def to_ods(specification: Specification, text: Text) -> bytes:
    """Return the requirements as a spreadsheet of OpenDocument."""
    stream = BytesIO()
    tag = language_tag(specification.spoken)
    language, _, country = tag.partition("-")
    keys, rows = table(specification, text, CELL_LIMIT)
    lines = list(rows)
    sheet = text("table-sheet")
    values = {
        "title": written(specification.title),
        "tag": tag,
        "language": language,
        "country": country,
        "when": stamp(specification.when),
        "version": written(specification.version[:80]),
        "digest": written(specification.digest[:80]),
        "sheet": quoted(sheet),
        "columns": "".join(_column_styles(keys)),
        "choices": "".join(_choices(text)),
        "range": quoted(f"{sheet}.A1:{sheet}.{column_letters(len(keys))}{len(lines) + 1}"),
    }
    with Package(stream, "ods") as package:
        package.store("mimetype", _MEDIA_TYPE)  # first and as it is, so that it tells what this is
        package.copy("META-INF/manifest.xml")
        for name in ("meta.xml", "styles.xml", "settings.xml"):
            package.fill(name, values)
        begin, _, end = package.shipped("content.xml").partition("<!-- the rows -->")
        with package.open("content.xml") as part:
            part.write(Template(begin).substitute(values))
            part.writelines(_columns(keys))
            part.write("<table:table-header-rows>")
            part.write(_row(headings(keys, text), keys, "head"))
            part.write("</table:table-header-rows>")
            kind, chapter = keys.index("type"), text("csv-type-heading")
            for cells in lines:
                part.write(_row(cells, keys, "chapter" if cells[kind] == chapter else "cell"))
            part.write(Template(end).substitute(values))
    return stream.getvalue()


def _column_styles(keys: Sequence[str]) -> Iterator[str]:
    for at, key in enumerate(keys):
        wide = WIDTHS.get(key, FIELD_WIDTH) * _CENTIMETRES
        yield (
            f'<style:style style:name="c{at}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{wide:.1f}cm"/></style:style>'
        )


def _columns(keys: Sequence[str]) -> Iterator[str]:
    for at, key in enumerate(keys):
        seen = ' table:visibility="collapse"' if key in HIDDEN else ""
        yield (
            f'<table:table-column table:style-name="c{at}"{seen} '
            'table:default-cell-style-name="cell"/>'
        )


def _choices(text: Text) -> Iterator[str]:
    for key, values in _CHOICES.items():
        listed = ";".join(f'"{each}"' for each in values)
        condition = quoted(f"of:cell-content-is-in-list({listed})")
        yield (
            f'<table:content-validation table:name="{key}" table:condition="{condition}" '
            'table:allow-empty-cell="true" table:display-list="unsorted">'
            f'<table:help-message table:title="{quoted(text(f"csv-{key}"))}" '
            'table:display="false"/>'
            '<table:error-message table:message-type="warning" table:display="true"/>'
            "</table:content-validation>"
        )


def _row(cells: Sequence[str], keys: Sequence[str], style: str) -> str:
    made = "".join(_cell(cell, key, style) for cell, key in zip(cells, keys, strict=True))
    return f'<table:table-row table:style-name="row">{made}</table:table-row>'


def _cell(cell: str, key: str, style: str) -> str:
    choice = f' table:content-validation-name="{key}"' if key in _CHOICES else ""
    if style == "head":
        choice = ""
    if not cell:
        return f'<table:table-cell table:style-name="{style}"{choice}/>'
    lines = "".join(f"<text:p>{_line(line)}</text:p>" for line in escaped(cell).split("\n"))
    return (
        f'<table:table-cell table:style-name="{style}"{choice} office:value-type="string">'
        f"{lines}</table:table-cell>"
    )


def _line(line: str) -> str:
    """Return a line with its blanks and tabs kept (OpenDocument 1.3 part 3, 6.1.2)."""
    return _BLANKS.sub(_blank, escape(line))


def _blank(found: re.Match[str]) -> str:
    return "<text:tab/>" if found[0] == "\t" else f'<text:s text:c="{len(found[0])}"/>'
