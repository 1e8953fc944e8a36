"""What stands in an XLSX file, where people see it and where they do not."""

import re
from collections.abc import Iterator, Mapping

from coauthor.errors import UserError
from coauthor.exchange.publication.archive import Archive
from coauthor.exchange.publication.grid import Grid
from coauthor.exchange.publication.model import Gathering, Place, Reading, Reference
from coauthor.exchange.publication.numbers import whole
from coauthor.exchange.publication.properties import read_properties, read_relations
from coauthor.exchange.tables.columns import column_letters, column_number

_OUTSIDE = re.compile(r"(?i)\[(?:\d+|[^\[\]]+\.xl\w+)\][^!\[\]]*!|\bhttps?://|\\\\|\bDDE\b")
"""In a formula: another workbook, an address or a share."""

_LETTERS = re.compile(r"&(?:[LCR]|\"[^\"]*\"|\d+|K[0-9A-Fa-f+-]+|[A-Z])")
"""Codes in the header of a sheet, such as ``&L`` and ``&P``."""

_HEADS = frozenset(
    {"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}
)
_COMMENTS = frozenset({"comment", "threadedComment"})


def read_xlsx(name: str, data: bytes) -> Reading:
    """Return what stands in an XLSX file.

    Raises:
        UserError: ``publication-unsafe`` with the reason, or ``publication-unfit``.
    """
    archive = Archive(name, data)
    book = next(
        (path for kind, path, _ in archive.relations("").values() if kind == "officeDocument"), ""
    )
    if book not in archive.parts:
        raise UserError("publication-unfit", path=name)
    found = Gathering("xlsx")
    strings = _strings(archive, book)
    relations = archive.relations(book)
    sheets: list[tuple[str, str]] = []
    for kind, element, values in archive.walk(book):
        if kind == "start" and element == "sheet":
            title = values.get("name", "")
            found.anchors.add(title.casefold())
            path = relations.get(values.get("id", ""), ("", "", False))[1]
            sheets.append((title, path))
            if values.get("state", "visible") != "visible":
                found.mark("hidden-sheet", Place("sheet", title))
        elif kind == "start" and element == "absPath":
            found.piece(Place("part", book), values.get("url", ""), "path")
        elif kind == "text":  # what a name of somebody's own stands for
            found.piece(Place("part", book), element, "path")
            if "#REF!" in element:
                found.mark("broken-reference", Place("part", book), element)
            elif _OUTSIDE.search(element):
                found.mark("external-connection", Place("part", book), element)
    for title, path in sheets:
        _Sheet(archive, found, strings, title, path).read()
    _outside(archive, found, book)
    _beside(archive, found)
    read_properties(archive, found)
    return found.reading()


def _strings(archive: Archive, book: str) -> list[str]:
    """Return the shared strings; how they are to be pronounced is left out."""
    path = next(
        (path for kind, path, _ in archive.relations(book).values() if kind == "sharedStrings"), ""
    )
    strings: list[str] = []
    words: list[str] = []
    spoken = 0
    for kind, name, _ in archive.walk(path):
        if kind == "text" and not spoken:
            words.append(name)
        elif name == "si" and kind == "start":
            words = []
        elif name == "si":
            strings.append("".join(words))
        elif name == "rPh":
            spoken += 1 if kind == "start" else -1
    return strings


def _outside(archive: Archive, found: Gathering, book: str) -> None:
    """Gather what is fetched from outside."""
    for path in archive.under(r"xl/connections\.xml"):
        for kind, name, values in archive.walk(path):
            if kind == "start" and name == "connection":
                found.mark("external-connection", Place("part", path), values.get("name", ""))
            for value in values.values():
                found.piece(Place("part", path), value, "path")
    for path in archive.under(r"xl/(?:externalLinks|queryTables)/[^/]+\.xml"):
        read_relations(archive, path, found, Place("part", path))
        if not archive.relations(path):
            found.mark("external-connection", Place("part", path))
    read_relations(archive, book, found, Place("part", book))


def _beside(archive: Archive, found: Gathering) -> None:
    """Gather what travels along: copies of data, who wrote along, the printer."""
    for path in archive.under(r"xl/pivotCache/pivotCacheRecords[^/]*\.xml"):
        found.mark("embedded", Place("part", path))
    for path in archive.under(r"xl/persons/[^/]+\.xml"):
        for kind, name, values in archive.walk(path):
            if kind == "start" and name == "person":
                found.person("author", Place("part", path), values.get("displayName", ""))
    for path in archive.under(r"xl/(?:drawings|charts|diagrams)/[^/]+\.xml"):
        _drawn(archive, path, found)
    for path in archive.under(r"xl/revisions/revisionLog[^/]*\.xml"):
        found.mark("tracked-change", Place("part", path))
    for path in archive.under(r"xl/printerSettings/[^/]+"):
        printer = archive.parts[path][:64].decode("utf-16-le", "ignore").split("\0")[0]
        found.piece(Place("part", path), printer, "path")


def _drawn(archive: Archive, path: str, found: Gathering) -> None:
    """Gather what stands in boxes and charts, and what is said of pictures."""
    place, within = Place("part", path), ""
    words: list[str] = []
    for kind, name, values in archive.walk(path):
        if kind == "start":
            within = name
            if name == "cNvPr":
                found.piece(place, values.get("descr", ""), "property")
        elif kind == "text":
            words += [name] * (within == "t")
        elif name == "p":
            found.piece(place, "".join(words))
            words.clear()


def _is_unseen(values: Mapping[str, str], size: str) -> bool:
    """Tell whether a row or column is hidden, or has no height or width, which is the same."""
    said = values.get(size, "")
    return values.get("hidden") in {"1", "true"} or (bool(said) and not said.strip("0."))


class _Sheet:
    """Reads one sheet: cells, formulas, links, comments, header and footer."""

    def __init__(
        self, archive: Archive, found: Gathering, strings: list[str], title: str, path: str
    ) -> None:
        self._archive, self._found, self._strings = archive, found, strings
        self._title, self._path = title, path
        self._relations = archive.relations(path)
        self._grid = Grid(title)
        self._cell = self._type = ""
        self._number = 0
        self._column = 0
        self._said: dict[str, list[str]] = {}

    def read(self) -> None:
        """Gather it."""
        within = ""
        for kind, name, values in self._archive.walk(self._path):
            if kind == "start":
                within = name
                self._begin(name, values)
            elif kind == "text":
                if within in {"v", "t", "f"} or within in _HEADS:
                    self._said.setdefault(within, []).append(name)
            else:
                within = "" if within == name else within
                self._end(name)
        self._grid.tell(self._found)
        self._comments()
        read_relations(self._archive, self._path, self._found, Place("sheet", self._title))

    def _begin(self, name: str, values: Mapping[str, str]) -> None:
        if name == "row":
            number = whole(values.get("r", ""))
            self._number = self._number + 1 if number is None else number
            self._column = 0
            if _is_unseen(values, "ht"):
                self._grid.hide_row(self._number)
        elif name == "c":
            self._said.clear()
            self._type = values.get("t", "n")
            letters = re.match(r"[A-Z]{1,3}", values.get("r", ""))
            self._column = column_number(letters[0]) if letters else self._column + 1
            self._cell = values.get("r") or f"{column_letters(self._column)}{self._number}"
        elif name == "col" and _is_unseen(values, "width"):
            first, last = whole(values.get("min", "")), whole(values.get("max", ""))
            if first is not None and last is not None:
                self._grid.hide_columns(first, last)
        elif name == "hyperlink":
            self._link(values)

    def _end(self, name: str) -> None:
        if name == "c":
            self._keep()
        elif name in _HEADS:
            words = _LETTERS.sub(" ", "".join(self._said.pop(name, [])))
            self._found.piece(Place("header", self._title), words.replace("&&", "&"), "header")

    def _keep(self) -> None:
        place = Place("cell", self._title, self._cell)
        value = "".join(self._said.get("v", []))
        if self._type == "s":
            index = whole(value)
            there = index is not None and index < len(self._strings)
            text = self._strings[index or 0] if there else ""
        elif self._type == "inlineStr":
            text = "".join(self._said.get("t", []))
        else:
            text = value
        if text.strip():
            self._grid.keep(self._number, self._column, text.strip())
        if self._type in {"s", "inlineStr", "str"}:
            self._found.piece(place, text)
        formula = "".join(self._said.get("f", []))
        if "#REF!" in formula or (self._type == "e" and value == "#REF!"):
            self._found.mark("broken-reference", place, formula or value)
        elif self._type == "e":
            self._found.mark("formula-error", place, value)
        if formula and _OUTSIDE.search(formula):
            self._found.mark("external-connection", place, formula)
            self._found.piece(place, formula, "path")

    def _link(self, values: Mapping[str, str]) -> None:
        place = Place("cell", self._title, values.get("ref", "").partition(":")[0])
        if values.get("id", "") in self._relations:
            self._found.piece(place, self._relations[values["id"]][1], "link")
        elif "!" in values.get("location", ""):
            sheet = values["location"].rpartition("!")[0].lstrip("#").strip("'").replace("''", "'")
            self._found.references.append(Reference(place, sheet.casefold()))

    def _comments(self) -> None:
        """Gather the comments; a thread is kept twice in the file and told once."""
        inside = [(of, path) for of, path, outside in self._relations.values() if not outside]
        said = {
            kind: [each for of, path in inside if of == kind for each in self._said_in(path)]
            for kind in ("threadedComment", "comments")
        }
        threads, plain = said["threadedComment"], said["comments"]
        threaded = {cell for cell, _ in threads}
        for cell, words in (*threads, *(each for each in plain if each[0] not in threaded)):
            self._found.mark("comment", Place("cell", self._title, cell), words)

    def _said_in(self, path: str) -> Iterator[tuple[str, str]]:
        """Yield the cell and the words of each comment of a part."""
        cell, within = "", ""
        words: list[str] = []
        for kind, name, values in self._archive.walk(path):
            if kind == "start":
                within = name
                if name in _COMMENTS:
                    cell, words = values.get("ref", ""), []
            elif kind == "text" and within == "author":
                if name.strip() and not name.startswith("tc="):
                    self._found.people.add(name.strip())
            elif kind == "text" and within in {"t", "text"}:
                words.append(name)
            elif kind == "end" and name in _COMMENTS:
                yield cell, "".join(words)
