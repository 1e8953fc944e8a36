r"""The HTML comments that carry what no renderer shows.

    <!-- clause 7k2m9qxf4t BEL-012 kind=eis note="with \"quotes\"" -->

Kinds: ``clause`` opens a clause, ``omitted`` and ``withdrawn`` stand where a
clause left, ``text`` opens prose where it would else belong to the clause above.
"""

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from coauthor.document.uid import is_uid

MarkerKind = Literal["clause", "omitted", "withdrawn", "text"]
Attributes = tuple[tuple[str, str], ...]

_COMMENT = re.compile(r"<!--[ \t]*(clause|omitted|withdrawn|text)(?=[ \t]|-->)(.*)-->", re.DOTALL)
_MEANT = re.compile(r"<!--[ \t]*(?:clause|omitted|withdrawn)\b", re.IGNORECASE)
_PIECE = re.compile(r'(?:([^\s="]+)=("(?:[^"\\]|\\.)*"|[^\s"]*)|([^\s="]+))(?:\s+|$)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BARE = re.compile(r'[^\s"\\>]+')


@dataclass(frozen=True, slots=True)
class Marker:
    """What a marker line says; attributes keep their order, known or not."""

    kind: MarkerKind
    uid: str = ""
    code: str = ""
    attributes: Attributes = ()

    def get(self, name: str, default: str = "") -> str:
        """Return the value of an attribute, or ``default``."""
        for key, value in self.attributes:
            if key == name:
                return value
        return default


class BrokenMarkerError(ValueError):
    """A comment that was meant as a marker and cannot be read as one."""


def parse_marker(comment: str) -> Marker | None:
    """Read one comment; None when it is an ordinary comment.

    Raises:
        BrokenMarkerError: it names a marker kind, but the rest does not fit.
    """
    found = _COMMENT.fullmatch(comment.strip(" \t\r\n"))
    if found is None:
        if _MEANT.match(comment.lstrip(" ")):
            raise BrokenMarkerError(comment)
        return None
    kind = cast(MarkerKind, found[1])
    rest = found[2].strip(" \t")
    if kind == "text":
        return None if rest else Marker("text")
    words, attributes = _pieces(rest, comment)
    if not words or len(words) > 2 or not is_uid(words[0]):
        raise BrokenMarkerError(comment)
    return Marker(kind, words[0], words[1] if len(words) > 1 else "", attributes)


def _pieces(rest: str, comment: str) -> tuple[list[str], Attributes]:
    """Split what follows the kind into bare words and attributes."""
    if '"' not in rest:
        return _plain_pieces(rest, comment)
    words: list[str] = []
    attributes: dict[str, str] = {}
    position = 0
    while position < len(rest):
        found = _PIECE.match(rest, position)
        if found is None or (found[3] and attributes) or found[1] in attributes:
            raise BrokenMarkerError(comment)
        if found[3]:
            words.append(found[3])
        else:
            attributes[found[1]] = _unquoted(found[2])
        position = found.end()
    return words, tuple(attributes.items())


def _plain_pieces(rest: str, comment: str) -> tuple[list[str], Attributes]:
    """Split what follows the kind where nothing is quoted: the fast way for most markers."""
    words: list[str] = []
    attributes: dict[str, str] = {}
    for piece in rest.split():
        key, equals, value = piece.partition("=")
        if not key or (not equals and attributes) or (equals and key in attributes):
            raise BrokenMarkerError(comment)
        if equals:
            attributes[key] = value
        else:
            words.append(key)
    return words, tuple(attributes.items())


def _unquoted(value: str) -> str:
    return _ESCAPED.sub(r"\1", value[1:-1]) if value.startswith('"') else value


def format_marker(marker: Marker) -> str:
    """Write a marker as one comment, without a line ending.

    The inverse of `parse_marker`. Line breaks in a value become blanks, because
    a marker is one line.
    """
    parts = [marker.kind, marker.uid, marker.code]
    parts += [f"{key}={_quoted(value)}" for key, value in marker.attributes]
    return f"<!-- {' '.join(part for part in parts if part)} -->"


def _quoted(value: str) -> str:
    value = one_line(value)
    if _BARE.fullmatch(value):
        return value
    escaped = re.sub(r'(["\\>])', r"\\\1", value)
    return f'"{escaped}"'


def one_line(value: str) -> str:
    """Return a value as it can stand in a marker: line breaks become blanks, U+0000 is replaced.

    CommonMark reads U+0000 as U+FFFD (section 2.3), so it would not come back.
    """
    return " ".join(value.splitlines()).replace("\0", "\ufffd")


def with_attribute(marker: Marker, name: str, value: str | None) -> Marker:
    """Return the marker with an attribute set, or removed when ``value`` is None or empty."""
    value = one_line(value or "")
    kept = tuple(pair for pair in marker.attributes if pair[0] != name)
    if not value:
        return Marker(marker.kind, marker.uid, marker.code, kept)
    if len(kept) == len(marker.attributes):
        return Marker(marker.kind, marker.uid, marker.code, (*kept, (name, value)))
    replaced = tuple((key, value if key == name else old) for key, old in marker.attributes)
    return Marker(marker.kind, marker.uid, marker.code, replaced)


MARKER_KINDS: tuple[str, ...] = get_args(MarkerKind)
