"""What stands in an ODT or ODS file, where people see it and where they do not."""

from collections.abc import Mapping

from coauthor.errors import UserError
from coauthor.exchange.publication.archive import Archive
from coauthor.exchange.publication.grid import Grid
from coauthor.exchange.publication.model import Gathering, Place, Reading, Reference, Role
from coauthor.exchange.publication.numbers import whole
from coauthor.exchange.publication.photos import read_pictures
from coauthor.exchange.tables.columns import column_letters

CHANGES = frozenset({"insertion", "deletion", "format-change", "cell-content-change", "movement"})
"""Elements that hold a tracked change (OpenDocument 1.3 part 3, 5.5 and 9.9)."""

_KINDS = {"text": "odt", "spreadsheet": "ods"}
_META = frozenset({"title", "subject", "description", "keyword"})
_PEOPLE = frozenset({"initial-creator", "creator", "printed-by"})
_ANCHORS = frozenset({"bookmark", "bookmark-start", "reference-mark", "reference-mark-start"})
_REFERENCES = frozenset({"bookmark-ref", "reference-ref"})
_SOURCES = frozenset({"dde-source", "table-source", "cell-range-source", "section-source"})
_BESIDE = frozenset({"date", "date-string", "creator-initials"})
"""Elements of a comment that are no words of it."""

_WORDS = frozenset({"p", "h", "span"})
_VALUES = frozenset({"user-field-decl", "conditional-text"})
"""Elements with words that are not, or not all, on the page."""

_ROWS = 1_048_576
"""Most rows that one element can stand for."""


def read_odf(name: str, data: bytes) -> Reading:
    """Return what stands in an OpenDocument text or spreadsheet.

    Raises:
        UserError: ``publication-unsafe`` with the reason, or ``publication-unfit``.
    """
    archive = Archive(name, data)
    said = archive.parts.get("mimetype", b"")[:200].decode("ascii", "replace").strip()
    of = said.rpartition(".")[2].removesuffix("-template")
    if of not in _KINDS or "content.xml" not in archive.parts:
        raise UserError("publication-unfit", path=name)
    found = Gathering(_KINDS[of])
    tables = _hidden_styles(archive, "table-properties", "false")
    words = _hidden_styles(archive, "text-properties", "none")
    for path in ("content.xml", "styles.xml"):
        _Text(archive, found, path, tables, words).read()
    _properties(archive, found)
    return found.reading()


def _hidden_styles(archive: Archive, element: str, display: str) -> frozenset[str]:
    """Return the styles of what is not shown.

    Args:
        element: with the properties of a style.
        display: what it says there.
    """
    style, hidden = "", set[str]()
    for path in ("styles.xml", "content.xml"):
        for kind, name, values in archive.walk(path):
            if kind == "start" and name == "style":
                style = values.get("name", "")
            elif kind == "start" and name == element and values.get("display") == display:
                hidden.add(style)
    return frozenset(hidden)


def _properties(archive: Archive, found: Gathering) -> None:
    within = title = ""
    for kind, name, values in archive.walk("meta.xml"):
        if kind == "start":
            within, title = name, values.get("name", "")
            if name == "template":
                found.piece(Place("property", "template"), values.get("href", ""), "path")
        elif kind == "end":
            within = ""
        else:
            _property(found, within, title, name)
    _beside(archive, found)


def _beside(archive: Archive, found: Gathering) -> None:
    """Gather what travels along: the printer, macros, other documents."""
    title = ""
    for kind, name, values in archive.walk("settings.xml"):
        if kind == "start":
            title = values.get("name", "")
        elif kind == "text" and title == "PrinterName":
            found.piece(Place("part", "settings.xml"), name, "path")
    if archive.under(r"(?:Basic|Scripts)/.+\.(?:xba|py|js|bsh)"):
        found.mark("macro", Place())
    read_pictures(archive, found, "Pictures")
    for path in archive.under(r"Object \d+/content\.xml"):
        found.mark("embedded", Place("part", path))


def _property(found: Gathering, within: str, title: str, value: str) -> None:
    if within in _PEOPLE:
        found.person("author", Place("property", within), value)
    elif within in _META:
        found.piece(Place("property", within), value, "property")
    elif within == "user-defined" and value.strip():
        found.mark("custom-data", Place("property", title), value)
        found.piece(Place("property", title), value, "property")


class _Text:
    """Reads one part: paragraphs, tables, comments, changes, links."""

    def __init__(
        self,
        archive: Archive,
        found: Gathering,
        path: str,
        tables: frozenset[str],
        words: frozenset[str],
    ) -> None:
        self._archive, self._found, self._path = archive, found, path
        self._hidden, self._unseen = tables, words
        self._veiled: list[list[str] | None] = []
        self._stack: list[str] = []
        self._open: list[list[str]] = []
        self._levels: list[int] = []
        self._count = 0
        self._heading = self._head = ""
        self._comment: list[str] | None = None
        self._change: tuple[str, list[str]] | None = None
        self._grids: list[Grid] = []
        self._sheet = ""
        self._row = self._column = self._next_row = self._next_column = 0

    def read(self) -> None:
        """Gather it."""
        for kind, name, values in self._archive.walk(self._path):
            if kind == "start":
                self._stack.append(name)
                self._begin(name, values)
            elif kind == "end":
                self._stack.pop()
                self._end(name)
            else:
                self._say(name)

    def _place(self) -> Place:
        if self._head:
            return Place(self._head)
        if self._found.kind == "ods" and self._sheet:
            return Place("cell", self._sheet, f"{column_letters(self._column)}{self._row}")
        return Place("paragraph", self._heading, str(self._count))

    def _begin(self, name: str, values: Mapping[str, str]) -> None:
        if name in _WORDS:
            self._veiled.append([] if values.get("style-name") in self._unseen else None)
        if name in {"p", "h"}:
            self._count += self._comment is None and self._change is None
            self._open.append([])
            level = whole(values.get("outline-level", "1")) if name == "h" else 0
            self._levels.append(level or 0)
        elif name in {"s", "tab", "line-break"}:
            self._say(" ")
        elif name == "annotation":
            self._comment = []
        elif name in CHANGES and "tracked-changes" in self._stack:
            self._change = (name, [])
        elif name in {"header", "footer", "header-left", "footer-left"}:
            self._head = name.partition("-")[0]
        else:
            self._point(name, values)

    def _point(self, name: str, values: Mapping[str, str]) -> None:
        """Gather what points at something, is pointed at, or is not shown."""
        if name in _ANCHORS:
            self._found.anchors.add(values.get("name", ""))
        elif name in _REFERENCES:
            self._found.references.append(Reference(self._place(), values.get("ref-name", "")))
        elif name == "placeholder":
            self._found.mark("empty-field", self._place())
        elif name in {"hidden-text", "hidden-paragraph"} or (
            name == "section" and values.get("display") == "none"
        ):
            self._found.mark("hidden-text", self._place(), values.get("string-value", ""))
        elif name in _VALUES:
            for said in (each for key, each in values.items() if key.startswith("string-value")):
                self._found.piece(self._place(), said, "property")
        elif "href" in values or name in _SOURCES:
            self._outside(name, values)
        elif self._found.kind == "ods":
            self._table(name, values)

    def _outside(self, name: str, values: Mapping[str, str]) -> None:
        target = values.get("href", "")
        if name == "a" and target.startswith("#"):
            # Other targets, of headings and cells, are written in a way of their own.
            if not {"|", "."} & set(target) and self._found.kind == "odt":
                self._found.references.append(Reference(self._place(), target[1:]))
        elif name == "a":
            self._found.piece(self._place(), target, "link")
        elif name in _SOURCES or "://" in target or target.startswith(("/", "../")):
            detail = target or " ".join(values.values())
            self._found.mark("external-connection", self._place(), detail)
            self._found.piece(self._place(), detail, "path")

    def _table(self, name: str, values: Mapping[str, str]) -> None:
        repeated = _times(values)
        if name == "table":
            self._sheet = values.get("name", "")
            self._grids.append(Grid(self._sheet))
            self._next_row = self._next_column = 1
            if values.get("style-name") in self._hidden:
                self._found.mark("hidden-sheet", Place("sheet", self._sheet))
        elif not self._grids:
            return
        elif name == "table-column":
            if values.get("visibility", "visible") != "visible":
                self._grids[-1].hide_columns(self._next_column, self._next_column + repeated - 1)
            self._next_column += repeated
        elif name == "table-row":
            self._row, self._next_row = self._next_row, self._next_row + repeated
            self._next_column = 1
            if values.get("visibility", "visible") != "visible":
                self._grids[-1].hide_row(self._row)
        elif name in {"table-cell", "covered-table-cell"}:
            self._column, self._next_column = self._next_column, self._next_column + repeated
            self._formula(values.get("formula", ""))

    def _formula(self, formula: str) -> None:
        if "#REF!" in formula:
            self._found.mark("broken-reference", self._place(), formula)
        if "://" in formula:
            self._found.mark("external-connection", self._place(), formula)
            self._found.piece(self._place(), formula, "path")

    def _end(self, name: str) -> None:
        if name in _WORDS and self._veiled and (veiled := self._veiled.pop()):
            self._found.mark("hidden-text", self._place(), "".join(veiled))
        if name in {"p", "h"} and self._open:
            self._close("".join(self._open.pop()), self._levels.pop())
        elif name == "annotation" and self._comment is not None:
            self._found.mark("comment", self._place(), " ".join(self._comment))
            self._comment = None
        elif self._change and name == self._change[0]:
            self._found.mark("tracked-change", Place(), " ".join(self._change[1]))
            self._change = None
        elif name in {"header", "footer", "header-left", "footer-left"}:
            self._head = ""
        elif name == "table" and self._grids:
            self._grids.pop().tell(self._found)

    def _close(self, text: str, level: int) -> None:
        if self._comment is not None:
            self._comment.append(text)
        elif self._change is not None:
            self._change[1].append(text)
        elif text.strip():
            if level and not self._head:
                self._heading = " ".join(text.split())[:60]
            if self._grids:
                self._grids[-1].keep(self._row, self._column, text.strip())
            role: Role = "header" if self._head else "heading" if level else "text"
            self._found.piece(self._place(), text, role, level)

    def _say(self, words: str) -> None:
        if self._stack[-1:] == ["creator"]:
            self._found.people.add(words.strip())
        elif self._open and self._stack[-1] not in _BESIDE:
            self._open[-1].append(words)
            for each in self._veiled:
                if each is not None:
                    each.append(words)


def _times(values: Mapping[str, str]) -> int:
    for key in ("number-columns-repeated", "number-rows-repeated"):
        if (times := whole(values.get(key, ""))) is not None:
            return max(1, min(times, _ROWS))
    return 1
