"""Reading ODS, the spreadsheet of OpenDocument, as rows of text.

A few bytes of ODS can stand for a million rows that repeat, so repeated cells count
before they are made, and what repeats without text is passed over.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from coauthor.errors import UserError
from coauthor.exchange.tables.sheet import Row, Said, Sheet
from coauthor.exchange.workbooks import measured
from coauthor.exchange.xml_tree import Element, parse

_MIME = b"application/vnd.oasis.opendocument.spreadsheet"
_CELLS = ("table-cell", "covered-table-cell")
_BEFORE = 120
"""Bytes in which the zip names its kind: OpenDocument 1.3 part 2, 3.3."""

_DIGITS = 9
"""Digits of a number of repeats that are read: more than any spreadsheet has rows."""

_LONGEST = 10_000
"""Blanks at most that one element stands for."""


def is_ods(data: bytes) -> bool:
    """Tell whether a zip says that it is ODS."""
    return _MIME in data[:_BEFORE]


def ods_sheets(name: str, data: bytes, rows: int, columns: int) -> Iterator[Sheet]:
    """Yield the sheets of an ODS file.

    Args:
        name: the file, for messages.
        rows: most rows of a sheet.
        columns: most columns of a sheet.

    Raises:
        UserError: ``sheet-unsafe`` with the reason, ``sheet-too-large``, ``sheet-unfit``,
            ``xml-unsafe`` or ``xml-unfit``.
    """
    try:
        content = next((part for path, part in measured(name, data) if path == "content.xml"), b"")
    except zipfile.BadZipFile as error:
        raise UserError("sheet-unfit", path=name) from error
    if not content:
        raise UserError("sheet-unfit", path=name)
    tree = parse(name, content)
    hidden = _hidden(tree)
    for table in tree.child("body", "spreadsheet").children:
        if table.name == "table":
            reading = _Table(name, rows, columns, _struck(tree))
            reading.read(table)
            unseen = table.attributes.get("style-name", "") in hidden
            columns_unseen = frozenset(_unseen(table, columns))
            yield Sheet(
                table.attributes.get("name", ""), tuple(reading.rows), unseen, columns_unseen
            )


def _hidden(tree: Element) -> frozenset[str]:
    return frozenset(
        style.attributes.get("name", "")
        for style in tree.child("automatic-styles").children
        if style.child("table-properties").attributes.get("display") == "false"
    )


def _struck(tree: Element) -> frozenset[str]:
    """Return the styles that strike words out (OpenDocument 1.3 part 3, 20.381)."""
    return frozenset(
        style.attributes.get("name", "")
        for style in tree.child("automatic-styles").children
        if {
            style.child("text-properties").attributes.get(f"text-line-through-{each}", "none")
            for each in ("style", "type")  # programs write one of the two or both
        }
        != {"none"}
    )


def _is_struck(part: Element, styles: frozenset[str]) -> bool:
    return part.attributes.get("style-name", "") in styles or any(
        _is_struck(each, styles) for each in part.children if each.name in ("p", "span", "a")
    )


def _unseen(table: Element, most: int) -> Iterator[int]:
    """Yield the places of hidden columns."""
    at = 0
    for column in _columns(table):
        times = min(_times(column, "number-columns-repeated"), most - at)
        if column.attributes.get("visibility", "visible") != "visible":
            yield from range(at, at + times)
        at += times


def _columns(within: Element) -> Iterator[Element]:
    for each in within.children:
        if each.name == "table-column":
            yield each
        elif each.name in ("table-columns", "table-column-group", "table-header-columns"):
            yield from _columns(each)


@dataclass
class _Table:
    """Reads one table; ``spans`` are merged cells that go on below: column, text, last row."""

    name: str
    most_rows: int
    most_columns: int
    struck: frozenset[str] = frozenset()
    rows: list[Row] = field(default_factory=list)
    number: int = 0
    spans: dict[int, tuple[str, int]] = field(default_factory=dict)

    def read(self, table: Element) -> None:
        """Add the rows, those in groups and headers among them."""
        for each in table.children:
            if each.name == "table-row":
                self._row(each)
            elif each.name in ("table-rows", "table-row-group", "table-header-rows"):
                self.read(each)

    def _row(self, row: Element) -> None:
        times = _times(row, "number-rows-repeated")
        made = self._made(row)
        if not any(made.cells) and not made.remarks:
            if times == 1 or self.spans:
                times = min(times, self.most_rows)
            self.number += times
            return
        if self.number + times > self.most_rows:
            raise UserError("sheet-too-large", path=self.name)
        for _ in range(times):
            self.number += 1
            self.rows.append(replace(made, number=self.number))

    def _made(self, row: Element) -> Row:
        cells: list[str] = []
        formulas, merged, remarks = set[int](), set[int](), list[Said]()
        dates, struck = set[int](), set[int]()
        at = 0
        for each in row.children:
            if each.name not in _CELLS:
                continue
            times = _times(each, "number-columns-repeated")
            text = _text(each)
            if each.name == "covered-table-cell" and not text:
                text = self._covered(at)
                merged |= {at} if text else set()
            if at + times > self.most_columns:
                if text:
                    raise UserError("sheet-too-large", path=self.name)
                times = max(0, self.most_columns - at)
            span = _times(each, "number-rows-spanned")
            if span > 1 and text:
                self.spans[at] = (text, self.number + span)
            formulas |= {at} if "formula" in each.attributes else set()
            dates |= {at} if each.attributes.get("value-type") == "date" else set()
            struck |= {at} if text and _is_struck(each, self.struck) else set()
            remarks += [_said(note) for note in each.children if note.name == "annotation"]
            cells += [text] * times
            at += times
        while cells and not cells[-1]:
            cells.pop()
        hidden = row.attributes.get("visibility", "visible") != "visible"
        return Row(
            self.number + 1,
            tuple(cells),
            hidden,
            frozenset(formulas),
            frozenset(merged),
            tuple(remarks),
            dates=frozenset(dates),
            struck=frozenset(struck),
        )

    def _covered(self, at: int) -> str:
        text, last = self.spans.get(at, ("", 0))
        return text if self.number < last else ""


def _times(element: Element, attribute: str) -> int:
    said = element.attributes.get(attribute, "1")
    return max(1, int(said[:_DIGITS])) if said.isdecimal() else 1


def _text(cell: Element) -> str:
    """Return what a cell shows: its paragraphs, each on a line."""
    return "\n".join(_words(each) for each in cell.children if each.name in ("p", "h"))


def _words(paragraph: Element) -> str:
    pieces: list[str] = []
    for part in paragraph.parts:
        if isinstance(part, str):
            pieces.append(part)
        elif part.name == "s":
            pieces.append(" " * min(_times(part, "c"), _LONGEST))
        elif part.name == "tab":
            pieces.append("\t")
        elif part.name == "line-break":
            pieces.append("\n")
        elif part.name not in ("annotation", "annotation-end"):
            pieces.append(_words(part))
    return "".join(pieces)


def _said(note: Element) -> Said:
    words = "\n".join(_words(each) for each in note.children if each.name == "p")
    return Said(words.strip(), note.child("creator").text, note.child("date").text)
