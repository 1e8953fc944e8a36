"""What stands in files for programs: JSON, XML and ReqIF, packed or not."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from coauthor.errors import UserError
from coauthor.exchange.publication.archive import Archive, local, refuse_declarations
from coauthor.exchange.publication.model import Gathering, Place, Reading
from coauthor.exchange.publication.textfile import decoded, read_text

_PEOPLE = re.compile(
    r"(?i)(?:reqif\.)?foreign(?:created|modified)by|author|auteur|creator|created[ _-]?by"
    r"|(?:last)?[ _-]?modified[ _-]?by|assignee|reporter"
)
"""What a value is called that says who made or changed something."""

_PLACES = frozenset({"uri", "url", "href", "data", "src", "file", "path"})
_TELLING = frozenset({"THE-VALUE", "LONG-NAME", "DESC", "ALTERNATIVE-ID"})
"""Attributes of ReqIF in which people write; the others are identities and moments."""

_INLINE = frozenset(
    "a abbr b big cite code del em i ins q s small span strong sub sup tt u".split()
)
"""Elements within a line of text."""

_VALUE = "ATTRIBUTE-VALUE-"
_DEEP = 256
_ZIP = b"PK\x03\x04"


def read_json(name: str, data: bytes) -> Reading:
    """Return the texts of a JSON file; one that is no JSON is read as plain text.

    Raises:
        UserError: ``publication-unfit`` when it is no text, ``publication-unsafe`` when it
            nests without end.
    """
    text = decoded(name, data)
    found = Gathering("json")
    try:
        values = json.loads(text)
    except RecursionError as error:
        raise UserError("publication-unsafe", path=name, reason="endless") from error
    except ValueError:
        return read_text(name, data)
    for where, key, said in _strings(name, values):
        place = Place("value", where)
        if _PEOPLE.fullmatch(key) and said.strip():
            found.person("author", place, said)
            continue
        found.piece(place, said, "link" if key.lower() in _PLACES else "text")
    return found.reading()


def _strings(name: str, values: object) -> Iterator[tuple[str, str, str]]:
    """Yield where each text stands, under what key, and the text."""
    waiting: list[tuple[str, str, object, int]] = [("", "", values, 0)]
    while waiting:
        where, key, value, depth = waiting.pop()
        if depth > _DEEP:
            raise UserError("publication-unsafe", path=name, reason="endless")
        inner: list[tuple[str, str, object, int]] = []
        if isinstance(value, dict):
            inner = [(f"{where}/{k}", str(k), each, depth + 1) for k, each in value.items()]
        elif isinstance(value, list):
            inner = [
                (f"{where}/{number}", key, each, depth + 1)
                for number, each in enumerate(value, start=1)
            ]
        elif isinstance(value, str):
            yield where.lstrip("/"), key, value
        waiting += inner[::-1]


def read_xml(name: str, data: bytes) -> Reading:
    """Return the texts of an XML file such as ReqIF, or of the files in a packed one.

    Raises:
        UserError: ``publication-unsafe`` with the reason, or ``publication-unfit``.
    """
    found = Gathering("reqif" if ".reqif" in name.lower() else "xml")
    if data.startswith(_ZIP):
        archive = Archive(name, data)
        for path, part in archive.parts.items():
            if path.lower().endswith((".reqif", ".xml")):
                _Texts(path, part, found).read()
            elif not path.endswith("/"):
                found.mark("embedded", Place("part", path))
        _members(data, found)
    else:
        _Texts(name, data, found).read()
    return found.reading()


def _members(data: bytes, found: Gathering) -> None:
    """Tell of what else is packed along and was not unfolded."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if archive.comment:
            found.mark("comment", Place(), archive.comment.decode("utf-8", "replace"))


class _Texts:
    """Reads one file; a stretch of text is kept where the element around it ends."""

    def __init__(self, name: str, part: bytes, found: Gathering) -> None:
        refuse_declarations(name, part)
        self._name, self._part, self._found = name, part, found
        self._words: list[str] = []
        self._depth = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words.append
        self._parser.CommentHandler = self._comment
        self._names: dict[str, str] = {}
        self._value = ""
        self._at = Place()

    def read(self) -> None:
        """Gather it."""
        self._people()
        try:
            self._parser.Parse(self._part, True)
        except expat.ExpatError as error:
            raise UserError("publication-unfit", path=self._name) from error

    def _people(self) -> None:
        """Learn the identities of the attributes that say who made something."""
        text = self._part.decode("utf-8", "replace")
        for match in re.finditer(r"<ATTRIBUTE-DEFINITION-\w+\b([^<>]*)>", text):
            said = dict(re.findall(r'([\w-]+)="([^"]*)"', match[1]))
            if _PEOPLE.fullmatch(said.get("LONG-NAME", "")):
                self._names[said.get("IDENTIFIER", "")] = said["LONG-NAME"]

    @property
    def _place(self) -> Place:
        return Place("line", "", str(self._parser.CurrentLineNumber))

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        if local(tag) not in _INLINE:
            self._flush()
        self._depth += 1
        if self._depth > _DEEP:
            raise UserError("publication-unsafe", path=self._name, reason="endless")
        if local(tag).startswith(_VALUE):  # whose it is, is said inside it
            self._value, self._at = values.pop("THE-VALUE", ""), self._place
        for key, value in values.items():
            plain = local(key)
            if _PEOPLE.fullmatch(plain) and value.strip():
                self._found.person("author", self._place, value)
            elif plain.lower() in _PLACES:
                self._found.piece(self._place, value, "link")
            elif plain in _TELLING:
                self._found.piece(self._place, value)

    def _end(self, tag: str) -> None:
        if local(tag) == "COMMENT":  # of the header
            self._comment("".join(self._words))
        if local(tag) not in _INLINE:
            self._flush()
        if local(tag).startswith(_VALUE) and self._value:
            self._found.piece(self._at, self._value)
            self._value = ""
        self._depth -= 1

    def _flush(self) -> None:
        text = "".join(self._words)
        self._words.clear()
        if not text.strip():
            return
        if name := self._names.get(text.strip()):
            place = Place("value", name)
            if self._value.strip():
                self._found.person("author", place, self._value)
                self._value = ""
            else:  # chosen from a list, or written as a text of its own
                self._found.mark("author", place)
        else:
            self._found.piece(self._place, text)

    def _comment(self, words: str) -> None:
        self._found.mark("comment", self._place, words)
