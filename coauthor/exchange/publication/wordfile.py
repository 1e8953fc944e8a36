"""What stands in a DOCX file, where people see it and where they do not."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from coauthor.errors import UserError
from coauthor.exchange.publication.archive import Archive
from coauthor.exchange.publication.model import Gathering, Place, Reading, Reference, Role
from coauthor.exchange.publication.numbers import whole
from coauthor.exchange.publication.properties import read_properties, read_relations

CHANGES = frozenset(
    {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange",
     "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange", "numberingChange",
     "tblGridChange", "tblPrExChange"}
)  # fmt: skip
"""Elements that hold a tracked change (ECMA-376 part 1, 17.13.5)."""

_FIELD = re.compile(r'\s*(\w+)\s+(?:"([^"]*)"|(\S+))?')
_TO_ANCHOR = ("REF", "PAGEREF", "NOTEREF")
_TO_FILE = ("INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DDE", "DDEAUTO", "IMPORT", "RD", "DATABASE")


@dataclass
class _Paragraph:
    text: list[str] = field(default_factory=list)
    style: str = ""
    outline: int = 0
    unseen: bool = False
    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    waits: list[tuple[str, str]] = field(default_factory=list)


def read_docx(name: str, data: bytes) -> Reading:
    """Return what stands in a DOCX file.

    Raises:
        UserError: ``publication-unsafe`` with the reason, or ``publication-unfit``.
    """
    archive = Archive(name, data)
    main = next(
        (path for kind, path, _ in archive.relations("").values() if kind == "officeDocument"), ""
    )
    if main not in archive.parts:
        raise UserError("publication-unfit", path=name)
    found = Gathering("docx")
    levels, unseen = _levels(archive), _unseen(archive)
    places = _Text(archive, found, main, levels, unseen, "paragraph").read()
    for kind, pattern in (("header", r"header\d*"), ("footer", r"footer\d*")):
        for number, path in enumerate(archive.under(rf"word/{pattern}\.xml"), start=1):
            _Text(archive, found, path, levels, unseen, kind, str(number)).read()
    for path in archive.under(r"word/(?:foot|end)notes\.xml"):
        _Text(archive, found, path, levels, unseen, "note").read()
    _comments(archive, found, places)
    _settings(archive, found)
    read_properties(archive, found)
    return found.reading()


def _levels(archive: Archive) -> dict[str, int]:
    """Map styles to the level of the heading that they make."""
    levels: dict[str, int] = {}
    style = ""
    for kind, name, values in archive.walk("word/styles.xml"):
        if kind != "start":
            continue
        if name == "style":
            style = values.get("styleId", "")
        elif name == "name" and (
            match := re.fullmatch(r"(?i)(?:heading|kop) ?(\d)", values.get("val", ""))
        ):
            levels[style] = int(match[1])
        elif name == "outlineLvl" and style:
            level = whole(values.get("val", ""))
            if level is not None and level < 9:
                levels.setdefault(style, level + 1)
    return levels


def _unseen(archive: Archive) -> frozenset[str]:
    """Return the styles whose text is hidden."""
    found: set[str] = set()
    style = ""
    for kind, name, values in archive.walk("word/styles.xml"):
        if kind == "start" and name == "style":
            style = values.get("styleId", "")
        elif kind == "start" and name == "vanish" and style and _on(values):
            found.add(style)
    return frozenset(found)


def _settings(archive: Archive, found: Gathering) -> None:
    for kind, name, values in archive.walk("word/settings.xml"):
        if kind == "start" and name == "trackRevisions" and _on(values):
            found.mark("tracking-on", Place())
        elif kind == "start" and name == "docVar":
            place = Place("property", values.get("name", ""))
            found.mark("custom-data", place, values.get("val", ""))
            found.piece(place, values.get("val", ""), "property")
    read_relations(archive, "word/settings.xml", found, Place("part", "word/settings.xml"))
    for kind, name, values in archive.walk("word/people.xml"):
        if kind == "start" and name == "person" and values.get("author", "").strip():
            found.person("author", Place("part", "word/people.xml"), values["author"])


def _comments(archive: Archive, found: Gathering, places: Mapping[str, Place]) -> None:
    words: list[str] = []
    author = number = ""
    for kind, name, values in archive.walk("word/comments.xml"):
        if kind == "start" and name == "comment":
            words, author, number = [], values.get("author", ""), values.get("id", "")
        elif kind == "text":
            words.append(name)
        elif kind == "end" and name == "comment":
            found.mark("comment", places.get(number, Place()), "".join(words))
            if author.strip():
                found.people.add(author.strip())


def _on(values: Mapping[str, str]) -> bool:
    return values.get("val", "1") not in {"0", "false", "off"}


class _Text:
    """Reads one part with paragraphs; keeps where comments are put on."""

    def __init__(
        self,
        archive: Archive,
        found: Gathering,
        path: str,
        levels: Mapping[str, int],
        unseen: Collection[str],
        kind: str,
        number: str = "",
    ) -> None:
        self._archive, self._found, self._path = archive, found, path
        self._levels, self._kind, self._number = levels, kind, number
        self._unseen = unseen
        self._relations = archive.relations(path)
        self._open: list[_Paragraph] = []
        self._stack: list[str] = []
        self._count = 0
        self._heading = ""
        self._instruction: list[str] = []
        self._hidden = self._skip = 0
        self._changed: list[tuple[str, list[str]]] = []
        self._placed: dict[str, Place] = {}

    def read(self) -> dict[str, Place]:
        """Gather it; return by number of the comment where it is put."""
        for kind, name, values in self._archive.walk(self._path):
            if kind == "start":
                self._stack.append(name)
                self._begin(name, values)
            elif kind == "end":
                self._stack.pop()
                self._end(name)
            elif not self._skip:
                self._say(name)
        read_relations(self._archive, self._path, self._found, self._place())
        return self._placed

    def _place(self) -> Place:
        if self._kind == "paragraph":
            return Place("paragraph", self._heading, str(self._count))
        return Place(self._kind, "", self._number or str(self._count))

    def _begin(self, name: str, values: Mapping[str, str]) -> None:
        if name == "Fallback":  # says again, for older programs, what Choice said
            self._skip += 1
        if self._skip:
            return
        if name == "p":
            self._count += 1
            self._open.append(_Paragraph())
        elif name in CHANGES:
            self._changed.append((values.get("author", ""), []))
        elif name == "fldSimple":
            self._field(values.get("instr", ""))
        elif name == "fldChar" and values.get("fldCharType") in {"separate", "end"}:
            self._field("".join(self._instruction))
            self._instruction.clear()
        else:
            self._point(name, values)
            self._shape(name, values)

    def _point(self, name: str, values: Mapping[str, str]) -> None:
        """Gather what points at something or is pointed at."""
        if name == "bookmarkStart":
            self._found.anchors.add(values.get("name", ""))
        elif name in {"commentRangeStart", "commentReference"}:
            self._placed.setdefault(values.get("id", ""), self._place())
        elif name == "hyperlink":
            self._link(values)
        elif name == "docPr":
            self._found.piece(self._place(), values.get("descr", ""), "property")
        elif name == "altChunk":
            self._found.mark("embedded", self._place())
        elif name == "showingPlcHdr" and _on(values):
            self._found.mark("empty-field", self._place())

    def _shape(self, name: str, values: Mapping[str, str]) -> None:
        if not self._open:
            return
        if name == "pStyle":
            self._open[-1].style = values.get("val", "")
            self._open[-1].unseen = values.get("val", "") in self._unseen
        elif name == "rStyle" and values.get("val", "") in self._unseen:
            self._hidden = 1
        elif name == "outlineLvl" and (level := whole(values.get("val", ""))) is not None:
            self._open[-1].outline = level + 1
        elif name == "vanish" and _on(values) and self._stack[-3:-1] == ["r", "rPr"]:
            self._hidden = 1
        elif name in {"tab", "br", "cr"} and self._stack[-2:-1] == ["r"]:
            self._open[-1].text.append(" ")

    def _end(self, name: str) -> None:
        if name == "Fallback":
            self._skip -= 1
        if self._skip:
            return
        if name == "r":
            self._hidden = 0
        elif name in CHANGES and self._changed:
            author, words = self._changed.pop()
            self._found.mark("tracked-change", self._place(), "".join(words))
            if author.strip():
                self._found.people.add(author.strip())
        elif name == "p" and self._open:
            self._close(self._open.pop())

    def _close(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.text)
        level = paragraph.outline or self._levels.get(paragraph.style, 0)
        is_heading = self._kind == "paragraph" and 0 < level <= 9 and bool(text.strip())
        if is_heading:
            self._heading = " ".join(text.split())[:60]
        role: Role = "header" if self._kind in {"header", "footer"} else "text"
        place = self._place()
        if is_heading:
            self._found.piece(place, text, "heading", level)
        elif not paragraph.style.upper().startswith(("TOC", "INHOPG")):
            self._found.piece(place, text, role)
        if hidden := "".join(paragraph.hidden).strip():
            self._found.mark("hidden-text", place, hidden)

    def _say(self, words: str) -> None:
        within = self._stack[-1] if self._stack else ""
        if within in {"instrText", "delInstrText"}:
            self._instruction.append(words)
        if within not in {"t", "delText"}:
            return
        if self._changed:
            self._changed[-1][1].append(words)
        if self._open and within == "t":
            self._open[-1].text.append(words)
            if self._hidden or self._open[-1].unseen:
                self._open[-1].hidden.append(words)

    def _field(self, instruction: str) -> None:
        match = _FIELD.match(instruction)
        if match is None:
            return
        name, target = match[1].upper(), match[2] or match[3] or ""
        if name in _TO_ANCHOR and target:
            self._found.references.append(Reference(self._place(), target))
        elif name == "HYPERLINK" and (inner := re.search(r'\\l\s+"([^"]+)"', instruction)):
            self._found.references.append(Reference(self._place(), inner[1]))
        elif name == "HYPERLINK":
            self._found.piece(self._place(), target, "link")
        elif name in _TO_FILE:
            self._found.mark("external-connection", self._place(), instruction)
            self._found.piece(self._place(), instruction.replace("\\\\", "\\"), "path")
        elif name == "MERGEFIELD":
            self._found.mark("empty-field", self._place(), target)

    def _link(self, values: Mapping[str, str]) -> None:
        if "id" in values and values["id"] in self._relations:
            target = self._relations[values["id"]][1]
            self._found.piece(self._place(), target, "link")
        elif values.get("anchor", ""):
            self._found.references.append(Reference(self._place(), values["anchor"]))
