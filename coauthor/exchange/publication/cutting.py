"""Taking elements out of an XML part while every other byte stays what it was."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from coauthor.errors import UserError
from coauthor.exchange.publication.archive import DEPTH, local, refuse_declarations

Values = Mapping[str, str]


@dataclass(frozen=True)
class Cuts:
    """What is taken out; names are without their prefix.

    Args:
        element: tells whether an element goes, with all that is in it.
        content: tells whether only what is in an element goes.
        attributes: by name of the element (``*``: of any), attributes and what they
            become; None takes the attribute out.
    """

    element: Callable[[str, Values], bool] = lambda _name, _values: False
    content: Callable[[str, Values], bool] = lambda _name, _values: False
    attributes: Mapping[str, Mapping[str, str | None]] | None = None


def cut(file: str, part: bytes, cuts: Cuts) -> bytes:
    """Return an XML part without what is to go.

    Args:
        file: for messages.

    Raises:
        UserError: ``publication-unsafe`` or ``publication-unfit``.
    """
    refuse_declarations(file, part)
    walking = _Walking(file, part, cuts)
    try:
        walking.parser.Parse(part, True)
    except expat.ExpatError as error:
        raise UserError("publication-unfit", path=file) from error
    return _applied(part, walking.edits)


class _Walking:
    """Notes on its way through a part which bytes go."""

    def __init__(self, file: str, part: bytes, cuts: Cuts) -> None:
        self.edits: list[tuple[int, int, bytes]] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self._file, self._part, self._cuts = file, part, cuts
        self._open: list[tuple[str, int]] = []
        self._going = 0

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        if len(self._open) >= DEPTH:
            raise UserError("publication-unsafe", path=self._file, reason="endless")
        start = self.parser.CurrentByteIndex
        bare = {local(key): value for key, value in values.items()}
        name, what = local(tag), ""
        if not self._going:
            if self._cuts.element(name, bare):
                what = "element"
            elif self._cuts.content(name, bare):
                what = "content"
            self.edits += _attribute_edits(self._part, start, name, bare, self._cuts)
        self._going += bool(what)
        self._open.append((what, start))

    def _end(self, _tag: str) -> None:
        what, start = self._open.pop()
        if not what:
            return
        self._going -= 1
        inside = _tag_end(self._part, start)
        closes_itself = self._part[inside - 2 : inside] == b"/>"
        at = self.parser.CurrentByteIndex
        if what == "element":
            self.edits.append((start, inside if closes_itself else _tag_end(self._part, at), b""))
        elif not closes_itself:
            self.edits.append((inside, at, b""))


def _attribute_edits(
    part: bytes, start: int, name: str, values: Values, cuts: Cuts
) -> list[tuple[int, int, bytes]]:
    wanted = dict((cuts.attributes or {}).get("*", {})) | dict(
        (cuts.attributes or {}).get(name, {})
    )
    found: list[tuple[int, int, bytes]] = []
    for key, value in wanted.items():
        if key in values:
            found += _one_attribute(part, start, key.encode(), value)
    return found


def _one_attribute(
    part: bytes, start: int, key: bytes, value: str | None
) -> list[tuple[int, int, bytes]]:
    """Find an attribute in a start tag by walking over its quoted values."""
    at, end = start, _tag_end(part, start)
    while at < end:
        sign = part.find(b"=", at, end)
        if sign < 0:
            break
        quote = min(
            (place for mark in (b'"', b"'") if (place := part.find(mark, sign, end)) >= 0),
            default=-1,
        )
        if quote < 0:
            break
        close = part.find(part[quote : quote + 1], quote + 1, end)
        name = part[at:sign].split()[-1]
        if name.rpartition(b":")[2] == key:
            if value is not None:
                return [(quote + 1, close, value.encode())]
            first = part.rfind(name, at, sign)
            return [(first - 1, close + 1, b"")]
        at = close + 1
    return []


def _tag_end(part: bytes, start: int) -> int:
    """Return the place after the tag that begins at a place; quotes may hold a ``>``."""
    at, quote = start, b""
    while at < len(part):
        mark = part[at : at + 1]
        if quote:
            quote = b"" if mark == quote else quote
        elif mark in {b'"', b"'"}:
            quote = mark
        elif mark == b">":
            return at + 1
        at += 1
    return len(part)


def _applied(part: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    pieces: list[bytes] = []
    at = 0
    for start, end, said in sorted(edits):
        if start >= at:
            pieces += [part[at:start], said]
            at = end
    pieces.append(part[at:])
    return b"".join(pieces)
