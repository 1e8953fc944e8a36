"""What a text of a word processor is made of, whichever program wrote it.

A `Story` holds the text with all tracked changes in it; `coauthor.exchange.texts.versions`
gives what it said before them and what it would say after.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from coauthor.exchange.texts.counting import Level


class Mark(NamedTuple):
    """Who changed something, and when (ISO 8601); '' where the file does not say."""

    author: str = ""
    when: str = ""


class Span(NamedTuple):
    """Words that look alike, with new lines that are within a paragraph.

    Args:
        came: who added them, where that waits for an answer.
        went: who took them away.
        said: the comments that are put on them.
    """

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    link: str = ""
    came: Mark | None = None
    went: Mark | None = None
    said: tuple[str, ...] = ()
    code: bool = False


@dataclass(slots=True)
class Line:
    """A paragraph or heading.

    Args:
        place: the how manieth of the file it is, from 1.
        level: of a heading; 0 for a paragraph.
        listed: the list that counts it, and how deep in it, from 0.
        begins: the number that counting begins at here, or None.
        goes_on: it is part of the item of a list before it.
        number: as its program shows it before the words, such as ``3.1``; '' for a bullet.
        role: ``title``, ``contents``, ``labels``, ``field``, ``change``, ``gone``, ``notice``,
            ``quote`` or ``code``; '' for any other.
        anchors: names of the places that begin in it.
        came, went: who added its end or took it away: without it, it is one with the next.
        said: the comments that are put on no words.
    """

    spans: list[Span]
    place: int
    level: int = 0
    listed: tuple[str, int] | None = None
    begins: int | None = None
    goes_on: bool = False
    number: str = ""
    role: str = ""
    anchors: tuple[str, ...] = ()
    came: Mark | None = None
    went: Mark | None = None
    said: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words, as they are shown, without the number."""
        return "".join(span.text for span in self.spans)


@dataclass(slots=True)
class Cell:
    """A cell of a table.

    Args:
        across: how many columns it spans.
        below: it goes on from the cell above it.
    """

    blocks: list["Block"]
    across: int = 1
    below: bool = False


@dataclass(slots=True)
class Row:
    """A row of a table; ``came`` and ``went`` as of a paragraph."""

    cells: list[Cell]
    came: Mark | None = None
    went: Mark | None = None


@dataclass(slots=True)
class Grid:
    """A table."""

    rows: list[Row]
    place: int


Block = Line | Grid


@dataclass(slots=True)
class Comment:
    """What somebody said, ``on`` another comment or on words."""

    text: str
    author: str = ""
    when: str = ""
    on: str = ""


@dataclass(slots=True)
class Story:
    """A text as it stands in a file.

    Args:
        lists: by name the levels of each list.
        comments: by name, in the order of the file.
        left: words that are not taken in, by what they are: ``contents``, ``edges``.
        seen: how often something was met that a person should know of.
        words: all words of the file, as it was before tracked changes.
        words_after: the same as it would be after them.
        changed: whether changes are tracked in it.
    """

    blocks: list[Block] = field(default_factory=list)
    lists: dict[str, list[Level]] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    left: dict[str, list[str]] = field(default_factory=dict)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    words_after: Counter[str] = field(default_factory=Counter)
    changed: bool = False


def lines_in(blocks: list[Block]) -> Iterator[Line]:
    """Yield every paragraph, those in cells too."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from lines_in(cell.blocks)
