"""A document as a list of plain parts: what JSON, CSV and ReqIF hold, and back again.

A part says what a block says, without how it is laid out: blank lines and the style of a
heading are made anew. Read back, every part says the same to the letter; where the text
could not stand in a document as it is (a marker inside a body), it is escaped and told.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal, get_args

from coauthor.document import edits
from coauthor.document.clauses import TITLE_LEVEL, new_clause, new_heading, with_field, with_prose
from coauthor.document.fields import FIELD_KEYS
from coauthor.document.lines import newline_of, split_lines
from coauthor.document.markers import Attributes, Marker, MarkerKind, format_marker, one_line
from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone
from coauthor.document.reading import read_clause, read_document
from coauthor.document.uid import is_uid

PartKind = Literal["heading", "prose", "clause", "omitted", "withdrawn"]
KINDS: tuple[str, ...] = get_args(PartKind)
COMMON = ("kind", "priority", "theme")
"""Attributes that have a place of their own in every format."""

_FIELD_KEY = re.compile(r"[a-z][a-z0-9-]*")
_BLANKS = re.compile(r"[ \t\r\n]+")
_WORD = re.compile(r"\w+")
_CLOSING = re.compile(r"(?:^|[ \t])#+$")


@dataclass(frozen=True)
class Part:
    """One block: what it is and what it says.

    Args:
        text: Markdown: the words of a heading, prose, or the body of a clause.
        level: of a heading, or of the title of a clause; 0 for a clause without title.
        attributes: of the marker, the common ones first.
        fields: Markdown by key, in their order.
    """

    kind: PartKind
    text: str = ""
    uid: str = ""
    code: str = ""
    title: str = ""
    level: int = 0
    attributes: Attributes = ()
    fields: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """Return the value of an attribute, or ''."""
        return next((value for key, value in self.attributes if key == name), "")

    @property
    def others(self) -> Attributes:
        """The attributes that have no place of their own."""
        return tuple(pair for pair in self.attributes if pair[0] not in COMMON)


@dataclass(frozen=True)
class Parts:
    """A whole document: the front matter as it is, and its parts."""

    front: str
    parts: tuple[Part, ...]


def parts_of(document: Document) -> Parts:
    """Return a document as parts; blank separators are left out."""
    found = (part_of(block) for block in document.blocks)
    return Parts(document.front.source, tuple(each for each in found if each is not None))


def part_of(block: Block) -> Part | None:
    """Return what a block says, or None for one that says nothing."""
    if isinstance(block, Heading):
        return Part("heading", _BLANKS.sub(" ", block.text), level=block.level)
    if isinstance(block, Prose):
        return Part("prose", block.text) if block.text.strip() else None
    attributes = ordered(dict(block.marker.attributes))
    if isinstance(block, Tombstone):
        kind: PartKind = "omitted" if block.marker.kind == "omitted" else "withdrawn"
        return Part(kind, uid=block.uid, code=block.code, attributes=attributes)
    fields = {key: value for key, value in block.fields.items() if value.strip()}
    return Part(
        "clause",
        block.body,
        block.uid,
        block.code,
        _BLANKS.sub(" ", block.title),
        block.level,
        ordered({"kind": block.kind} | dict(block.marker.attributes)),
        {key: fields[key] for key in sorted(fields, key=_place)},
    )


def ordered(attributes: Mapping[str, str]) -> Attributes:
    """Return attributes in the one order: the common ones first."""
    fit = {one_word(key): one_line(value).strip() for key, value in attributes.items()}
    keys = [key for key in COMMON if fit.get(key)]
    keys += [key for key in fit if key and key not in COMMON and fit[key]]
    return tuple((key, fit[key]) for key in keys)


def _place(key: str) -> int:
    return FIELD_KEYS.index(key) if key in FIELD_KEYS else len(FIELD_KEYS)


def document_of(parts: Parts, new_uid: Callable[[], str]) -> Document:
    """Return the document that parts make.

    Args:
        new_uid: gives an identity to a clause that has none, or one that is taken already.
    """
    front = read_document(parts.front).front.source if parts.front else ""
    if front.strip("\ufeff") and not front.endswith(("\n\n", "\r\n\r\n", "\r\r")):
        front += newline_of(front)
    seen: set[str] = set()
    made = [_block(each, seen, new_uid) for each in parts.parts]
    if made and isinstance(made[0], Prose) and not front:  # it must not read as front matter
        made[0] = _prose(parts.parts[0].text, above="")
    blocks = settled(made)
    return read_document(front + "".join(block.source for block in blocks))


def settled(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks with what must stand between them to read back as themselves."""
    result: list[Block] = []
    for block in blocks:
        if result:
            result[-1] = edits.ended(result[-1])
        result += edits.settle(result[-1] if result else None, block)
    return tuple(result)


def lost_words(text: str, document: Document) -> tuple[str, ...]:
    """Return the words of a text that its document does not have: must be none."""
    before = Counter(_WORD.findall(text))
    after = Counter(_WORD.findall(document.text))
    return tuple(sorted((before - after).elements()))


def said(parts: Sequence[Part]) -> str:
    """Return all words of parts, for counting them."""
    return "\n".join(word for part in parts for word in _said(part))


def _said(part: Part) -> Iterator[str]:
    yield from (part.text, part.code, part.title)
    yield from part.fields.values()


@lru_cache(4_096)
def key_of(words: str) -> str:
    """Return words as the key of a field: lower case, without accents, hyphens between."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    key = re.sub("[^a-z0-9]+", "-", bare).strip("-")
    return key if key[:1].isalpha() else f"x-{key}"


def _block(part: Part, seen: set[str], new_uid: Callable[[], str]) -> Block:
    if part.kind == "heading":
        return _heading(part.text, min(max(part.level, 1), 6))
    if part.kind == "prose":
        return _prose(part.text)
    uid = part.uid if is_uid(part.uid) and part.uid not in seen else new_uid()
    seen.add(uid)
    if part.kind == "clause":
        return _clause(replace(part, uid=uid))
    kind: MarkerKind = part.kind
    marker = Marker(kind, uid, one_word(part.code), part.attributes)
    return Tombstone(marker, format_marker(marker) + "\n\n")


def one_word(code: str) -> str:
    """Return a code as it can stand in a marker: without blanks and signs that end one."""
    return re.sub(r"[\s=\"<>]+", "-", code).strip("-")


def _heading(text: str, level: int) -> Heading:
    plain = Heading(f"{'#' * level} {_closed(text)}\n\n", level, text)
    return plain if read_document(plain.source).blocks == (plain,) else new_heading(text, level)


def _closed(words: str) -> str:
    """Return the words of a heading; signs at their end stay when others close it behind them."""
    return f"{words} #" if _CLOSING.search(words) else words


def _prose(text: str, above: str = "# -\n\n") -> Prose:
    newline = newline_of(text)
    plain = Prose(text, newline * 2)
    read = read_document(above + plain.source).blocks
    return (
        plain
        if read[-1:] == (plain,) and len(read) == (2 if above else 1)
        else with_prose(Prose("", newline * 2), text)
    )


def _clause(part: Part) -> Clause:
    """Make a clause as it would be written; where that reads as something else, contained."""
    newline = newline_of(part.text)
    marker = Marker("clause", part.uid, one_word(part.code), part.attributes)
    level = min(max(part.level or TITLE_LEVEL, 1), 6)
    head = f"{'#' * level} {_closed(part.title)}" if part.title else ""
    quote = _quotes(part.fields, newline)
    pieces = [format_marker(marker) + (newline + head if head else ""), part.text, quote]
    source = (newline * 2).join(piece for piece in pieces if piece) + newline * 2
    try:
        clause = read_clause(source)
    except ValueError:
        clause = None
    if clause is not None and part_of(clause) == replace(part, code=clause.code):
        return clause
    made = new_clause(
        part.uid,
        title=part.title,
        body=part.text,
        code=marker.code,
        attributes=part.attributes,
        newline=newline,
    )
    for key, value in part.fields.items():
        if _FIELD_KEY.fullmatch(key):
            made = with_field(made, key, value)
    return made


def _quotes(fields: Mapping[str, str], newline: str) -> str:
    """Write fields with every character of their text kept."""
    written = (
        [f"> **{key}** {first}", *(f"> {line}" for line in rest)]
        for key, value in fields.items()
        for first, *rest in [[each.rstrip("\r\n") for each in split_lines(value)] or [""]]
    )
    return (newline + ">" + newline).join(newline.join(lines) for lines in written)
