"""What a word processor knows: headings, paragraphs, lists, tables, and runs of text in them."""

from dataclasses import dataclass
from enum import StrEnum

_NARROW, _WIDE = 8, 60
"""Characters: no column is taken for narrower or wider than this."""
_ROOM = 1.3
"""How much wider than its letters in number a word can be, in bold."""
_LOOKED_AT = 200
"""Rows that the widths are taken from."""


FIGURE = "coauthor-"
"""How the name of a picture in a file begins that stands for a picture of the text."""
LOGO = "logo-of-coauthor-"
"""How the name of a picture begins that stands around the text."""


class Role(StrEnum):
    """What a paragraph is; each format has one style for it."""

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    NOTICE = "notice"
    LABELS = "labels"
    FIELD = "field"
    CHANGE = "change"
    GONE = "gone"
    LOGO = "logo"
    COVER_LOGO = "cover-logo"
    COVER_TITLE = "cover-title"
    COVER_LINE = "cover-line"
    COVER_RULE = "cover-rule"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in a text.

    Args:
        kind: ``png``, ``jpeg`` or ``svg``.
        data: the file, with nothing in it but what draws.
        width: millimetres; ``height`` too.
        alt: what it shows, for who does not see it.
        logo: it is no part of the text.
    """

    kind: str
    data: bytes
    width: float
    height: float
    alt: str
    logo: bool = False

    def name(self, number: int) -> str:
        """Return what it is called in a file, by which it is known when that comes back."""
        return f"{LOGO if self.logo else FIGURE}{number}"


@dataclass(frozen=True, slots=True)
class Run:
    """Text that looks one way.

    Args:
        text: the words; a line feed is a forced new line.
        link: an address that is safe to open, or ''.
        change: ``added`` or ``removed`` beside the standard, or ''.
        figure: a picture that stands there instead of the words.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    struck: bool = False
    link: str = ""
    change: str = ""
    figure: Figure | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Args:
        level: depth, from 1, without gaps.
        anchor: what a link within the document calls it, or ''.
        clause: tells the title of a clause from the heading of a chapter.
        new_page: begins on a new page.
    """

    level: int
    runs: Runs
    anchor: str = ""
    clause: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    runs: Runs
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each item holds blocks, lists among them. ``start`` is None without numbers."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings.

    Args:
        head: the cells that name the columns.
        rows: the other cells, as many in each row as there are columns.
        sides: ``left``, ``center``, ``right`` or '' for each column.
        caption: what the table shows, for who does not see it; or ''.
        weights: how wide each column is beside the others; by their cells when empty.
    """

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    sides: tuple[str, ...]
    caption: str = ""
    weights: tuple[int, ...] = ()

    def shares(self) -> tuple[float, ...]:
        """Return how much of the width each column gets: by its longest cell, within reason."""
        weights = self.weights or [
            max(map(_weight, column))
            for column in zip(self.head, *self.rows[:_LOOKED_AT], strict=False)
        ]
        return tuple(weight / sum(weights) for weight in weights)


def _weight(cell: Runs) -> float:
    """Return the width that a cell asks for; a word of usual length stays whole."""
    text = "".join(run.text for run in cell)
    word = max(map(len, text.split()), default=0)
    return max(_NARROW, min(len(text), _WIDE), min(_ROOM * word, _WIDE))


@dataclass(frozen=True, slots=True)
class Quote:
    """What is set apart as said by somebody."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines to be shown as they were typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two paragraphs."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of chapters: level, title and anchor of each."""

    title: str
    entries: tuple[tuple[int, str, str], ...]


Block = Heading | Paragraph | Listing | Table | Quote | Code | Rule | Contents
