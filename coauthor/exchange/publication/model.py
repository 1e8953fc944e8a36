"""What was read from a file, and what was found in it."""

from dataclasses import dataclass, field
from typing import Literal

PIECES, MARKS = 1_000_000, 50_000
"""Texts and marks of one file that are kept, at most; more are said to be left out."""

Role = Literal["text", "heading", "outline", "header", "property", "link", "path"]
"""What a piece is: ``link`` and ``path`` are targets that a reader does not see, and an
``outline`` says once more what stands above a chapter."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, so that a layman finds it.

    Args:
        kind: ends the message ``publication-place-<kind>``: file, sheet, cell, row, column,
            paragraph, header, footer, note, property, page, outline, line, value,
            part.
        name: of the sheet, the heading above the paragraph, the property or the part.
        number: as it is shown: ``B4``, ``12`` or ``5–9``.
    """

    kind: str = "file"
    name: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with its place; ``entry`` is a text that stands by itself, as a cell does."""

    place: Place
    text: str
    role: Role = "text"
    level: int = 0
    entry: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What the format itself says: a comment, a hidden sheet, the name of an author."""

    rule: str
    place: Place
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference within the file: ``target`` must be one of its anchors."""

    place: Place
    target: str


@dataclass(frozen=True)
class Reading:
    """All that a reader got out of a file.

    Args:
        kind: docx, xlsx, odt, ods, pdf, html, md, csv or txt.
        people: names that the file itself gives for its writers.
        unread: ends of messages ``publication-unread-<name>``: what was not looked at.
    """

    kind: str
    pieces: tuple[Piece, ...] = ()
    marks: tuple[Mark, ...] = ()
    people: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    references: tuple[Reference, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at before the file leaves.

    Args:
        rule: ends ``publication-rule-<rule>`` (what) and ``publication-do-<rule>`` (what to do).
        level: ``error`` must be mended first, ``note`` is for a person to judge.
        quote: the words themselves, shortened.
        count: how often it occurs, the place being the first.
    """

    rule: str
    level: str
    place: Place
    quote: str = ""
    count: int = 1


@dataclass
class Gathering:
    """What a reader gathers on its way; `reading` freezes it."""

    kind: str
    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def _is_full(self) -> bool:
        if len(self.pieces) < PIECES and len(self.marks) < MARKS:
            return False
        if "partly" not in self.unread:
            self.unread.append("partly")
        return True

    def piece(self, place: Place, text: str, role: Role = "text", level: int = 0) -> None:
        """Keep a text that is not empty."""
        if text.strip() and not self._is_full():
            self.pieces.append(Piece(place, text.strip(), role, level, place.kind == "cell"))

    def mark(self, rule: str, place: Place, detail: str = "") -> None:
        """Keep what the format says."""
        if not self._is_full():
            self.marks.append(Mark(rule, place, " ".join(detail.split())))

    def person(self, rule: str, place: Place, name: str) -> None:
        """Keep the name of a person, and that it stands in the file."""
        if name.strip():
            self.people.add(name.strip())
            self.mark(rule, place, name)

    def reading(self) -> Reading:
        """Return it all, frozen."""
        return Reading(
            self.kind,
            tuple(self.pieces),
            tuple(self.marks),
            frozenset(self.people),
            frozenset(self.anchors),
            tuple(self.references),
            tuple(self.unread),
        )
