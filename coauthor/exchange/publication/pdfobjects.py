"""The objects of a PDF, read by looking for them: tables of places are not trusted.

A small reader for looking, not for showing: what is encrypted or packed in a way other
than Flate stays unread, and whoever asks is told so.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from coauthor.errors import UserError
from coauthor.exchange.publication.numbers import whole

OBJECTS = 400_000
"""Objects in a file, at most."""

UNFOLDED = 128 * 1024 * 1024
"""Bytes of all streams that are unfolded, together."""

DEPTH = 64

_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
_STREAM = re.compile(rb"stream\r?\n")
_TOKEN = re.compile(
    rb"[\s\0]+|%[^\r\n]*|(<<|>>|[\[\]{}])|(\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))"
    rb"|(<[0-9A-Fa-f\s]*>)|(/[^\s()<>\[\]{}/%\0]*)|([^\s()<>\[\]{}/%\0]+)|.",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_LETTERS = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r\n": b"",
}


class Name(str):
    """A name, such as ``/Type``, without its stroke."""

    __slots__ = ()


class Word(str):
    """A number, an operator or another bare word."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """Another object, by its number."""

    number: int


@dataclass
class Pdf:
    """The objects of a file by number.

    Args:
        unread: whether a stream could not be unfolded.
    """

    name: str
    objects: dict[int, object] = field(default_factory=dict)
    streams: dict[int, bytes] = field(default_factory=dict)
    unread: bool = False
    left: int = UNFOLDED

    def get(self, value: object) -> object:
        """Return a value, or what it refers to."""
        for _ in range(8):
            if not isinstance(value, Ref):
                break
            value = self.objects.get(value.number)
        return value

    def table(self, value: object) -> Mapping[str, object]:
        """Return a dictionary; an empty one when it is something else."""
        found = self.get(value)
        return found if isinstance(found, dict) else {}

    def row(self, value: object) -> list[object]:
        """Return an array; one value is a row of one, nothing is an empty row."""
        found = self.get(value)
        if isinstance(found, list):
            return found
        return [] if found is None else [value]

    def unfolded(self, number: int) -> bytes:
        """Return the content of a stream; nothing when it is packed in another way.

        Raises:
            UserError: ``publication-unsafe`` when it unfolds into too much.
        """
        data = self.streams.get(number, b"")
        filters = self.row(self.table(Ref(number)).get("Filter"))
        for each in (self.get(one) for one in filters):
            if each not in {"FlateDecode", "Fl"}:
                self.unread = True
                return b""
            packer = zlib.decompressobj()
            try:
                data = packer.decompress(data, self.left + 1)
            except zlib.error:
                self.unread = True
                return b""
            self.left -= len(data)
            if self.left < 0:
                raise UserError("publication-unsafe", path=self.name, reason="unfolds")
        return data


def read_objects(name: str, data: bytes) -> Pdf:
    """Return the objects of a PDF; a later one with the same number stands for the earlier.

    Raises:
        UserError: ``publication-unsafe``; ``publication-unfit`` when it holds none.
    """
    pdf = Pdf(name)
    starts = list(_OBJECT.finditer(data))
    if not starts:
        raise UserError("publication-unfit", path=name)
    if len(starts) > OBJECTS:
        raise UserError("publication-unsafe", path=name, reason="parts")
    ends = [each.start() for each in starts[1:]] + [len(data)]
    for match, end in zip(starts, ends, strict=True):
        number = int(match[1])
        stream = _STREAM.search(data, match.end(), end)
        head = data[match.end() : stream.start() if stream else end]
        pdf.objects[number] = next(values(head.partition(b"endobj")[0]), None)
        if stream:
            last = data.rfind(b"endstream", stream.end(), end)
            pdf.streams[number] = data[stream.end() : last if last >= 0 else end]
    for number in list(pdf.streams):
        if pdf.table(Ref(number)).get("Type") == "ObjStm":
            _packed(pdf, number)
    return pdf


def _packed(pdf: Pdf, number: int) -> None:
    """Take the objects out of a stream of objects."""
    head = pdf.table(Ref(number))
    data = pdf.unfolded(number)
    first = whole(str(head.get("First", "0")))
    if first is None:
        return
    said = [whole(each.decode("latin-1")) for each in data[:first].split()]
    places = [each for each in said if each is not None]
    pairs = list(zip(places[::2], places[1::2], strict=False))
    if not pairs:
        return
    ends = [place for _, place in pairs[1:]] + [len(data)]
    if len(pdf.objects) + len(pairs) > OBJECTS:
        raise UserError("publication-unsafe", path=pdf.name, reason="parts")
    for (inner, place), end in zip(pairs, ends, strict=True):
        part = data[first + place : first + end]
        pdf.objects.setdefault(inner, next(values(part), None))


def values(data: bytes) -> Iterator[object]:
    """Yield the values that stand in some bytes; operators are words among them."""
    open_: list[list[object]] = []
    for match in _TOKEN.finditer(data):
        kind = match.lastindex
        if kind is None:
            continue
        said = match[kind]
        value: object
        if kind == 1:
            if said in {b"<<", b"["}:
                if len(open_) >= DEPTH:
                    return
                open_.append([])
                continue
            if not open_:
                continue
            inner = open_.pop()
            value = _table(inner) if said == b">>" else inner
        else:
            value = _scalar(kind, said)
            if value == "R" and open_ and len(open_[-1]) >= 2:
                _, number = open_[-1].pop(), whole(str(open_[-1].pop()))
                value = None if number is None else Ref(number)
        if open_:
            open_[-1].append(value)
        else:
            yield value


def _table(inner: list[object]) -> dict[str, object]:
    pairs = zip(inner[::2], inner[1::2], strict=False)
    return {str(key): value for key, value in pairs if isinstance(key, Name)}


def _scalar(kind: int, said: bytes) -> object:
    if kind == 2:
        return _ESCAPE.sub(lambda match: _unescape(match[1]), said[1:-1])
    if kind == 3:
        digits = b"".join(said[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    if kind == 4:
        return Name(said[1:].decode("latin-1"))
    return Word(said.decode("latin-1"))


def _unescape(said: bytes) -> bytes:
    if said[:1].isdigit() and said[:1] < b"8":
        return bytes([int(said, 8) & 255])
    return _LETTERS.get(said, said)


def text_string(value: object) -> str:
    """Return a string of the file as text (ISO 32000-1, 7.9.2)."""
    if not isinstance(value, bytes):
        return ""
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        return value.decode("utf-16", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("cp1252", "replace")
