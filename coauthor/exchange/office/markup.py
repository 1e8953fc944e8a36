"""Markdown as blocks of a word processor."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from coauthor.document.parameters import shown
from coauthor.document.rendering import printable, to_tokens
from coauthor.exchange.office.safe import address
from coauthor.exchange.office.tree import (
    Block,
    Code,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)
from coauthor.exchange.places import key
from coauthor.exchange.specification import Text

COLUMN_LIMIT = 60
"""Columns of a table; Word calls a file damaged above 63."""

IN_CELL = 40.0
"""Millimetres: the widest picture in a table."""

_PLAIN = re.compile(r"(?:[^\W\d_][^\\*_\[\]!<>&`~{|\r\n\t\x00]*+(?:\n|$))+")
"""Lines that begin with a letter and hold no mark of Markdown."""

_LOOKS: Mapping[str, Callable[[Run], Run]] = {
    "strong_open": lambda run: replace(run, bold=True),
    "strong_close": lambda run: replace(run, bold=False),
    "em_open": lambda run: replace(run, italic=True),
    "em_close": lambda run: replace(run, italic=False),
    "s_open": lambda run: replace(run, struck=True),
    "s_close": lambda run: replace(run, struck=False),
}
"""How a mark changes the look of what follows."""


@dataclass(frozen=True)
class Around:
    """What a text refers to.

    Args:
        pictures: by their target as it stands in the text.
        places: anchors within the text, by what `coauthor.exchange.places.key` makes of a
            target.
    """

    pictures: Mapping[str, Figure] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)


NOTHING = Around()
"""Around a text of which nothing is known: pictures are their words."""


def to_blocks(markdown: str, text: Text, around: Around = NOTHING) -> tuple[Block, ...]:
    """Return Markdown as blocks, parameters shown as their value; raw HTML is text."""
    source = shown(markdown)
    words = source.rstrip("\n")
    if _PLAIN.fullmatch(words) and not words[-1].isspace() and " \n" not in words:
        return (Paragraph((Run(printable(words.replace("\n", " "))),)),)  # most: 20 times faster
    return tuple(_Reader(to_tokens(source), text, around).blocks(""))


@dataclass
class _Reader:
    """Goes once through the tokens."""

    tokens: Sequence[Token]
    text: Text
    around: Around
    at: int = 0
    in_table: bool = False

    def blocks(self, end: str) -> Iterator[Block]:
        """Yield blocks up to the token ``end``, and pass it."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == end:
                return
            made = self._block(token)
            if made is not None:
                yield made

    def _block(self, token: Token) -> Block | None:
        match token.type:
            case "inline":  # of a paragraph
                return Paragraph(self._runs(token))
            case "heading_open":
                self.at += 2
                return Heading(int(token.tag[1:]), self._runs(self.tokens[self.at - 2]))
            case "bullet_list_open":
                return Listing(tuple(self._items("bullet_list_close")))
            case "ordered_list_open":
                start = token.attrGet("start")
                number = 1 if start is None else int(start)
                return Listing(tuple(self._items("ordered_list_close")), number)
            case "blockquote_open":
                return Quote(tuple(self.blocks("blockquote_close")))
            case "fence" | "code_block" | "html_block":
                return Code(token.content.rstrip("\n"))
            case "hr":
                return Rule()
            case "table_open":
                return self._table()
        return None

    def _items(self, end: str) -> Iterator[tuple[Block, ...]]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == end:
                return
            yield tuple(self.blocks("list_item_close"))

    def _table(self) -> Block:
        rows: list[list[Runs]] = []
        sides: list[str] = []
        self.in_table = True
        while (token := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self._runs(token))
            elif token.type == "th_open":
                sides.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
        self.at += 1
        self.in_table = False
        head, *others = (tuple(row) for row in rows)
        if len(head) > COLUMN_LIMIT:
            return Code("\n".join(" | ".join(map(plain, row)) for row in (head, *others)))
        return Table(head, tuple(others), tuple(sides))

    def _runs(self, inline: Token) -> Runs:
        return tuple(_joined(self._pieces(inline.children or ())))

    def _pieces(self, tokens: Sequence[Token]) -> Iterator[Run]:
        face = Run("")
        for token in tokens:
            if token.type in _LOOKS:
                face = _LOOKS[token.type](face)
                continue
            match token.type:
                case "link_open":
                    face = replace(face, link=self._link(str(token.attrGet("href") or "")))
                case "link_close":
                    face = replace(face, link="")
                case "code_inline":
                    yield replace(face, text=token.content, code=True)
                case "softbreak":
                    yield replace(face, text=" ")
                case "hardbreak":
                    yield replace(face, text="\n")
                case "image":
                    yield self._image(token, face)
                case _:
                    yield replace(face, text=token.content)

    def _link(self, target: str) -> str:
        """Return an address, or ``#`` and the anchor of a place within the text."""
        if target.startswith("#"):
            anchor = self.around.places.get(key(target))
            return f"#{anchor}" if anchor else ""
        return address(target)

    def _image(self, token: Token, face: Run) -> Run:
        """Return a picture, else what it shows in words; one on the web can be gone to."""
        source = str(token.attrGet("src") or "")
        link = face.link or address(source)
        alt = " ".join("".join(each.content for each in token.children or ()).split())
        said = self.text("office-image", alt=alt) if alt else self.text("office-image-unnamed")
        figure = self.around.pictures.get(source)
        if figure is not None:
            figure = _within(figure, IN_CELL if self.in_table else figure.width)
            return Run(said, link=face.link, figure=replace(figure, alt=alt or said))
        return replace(face, text=said, link=link)


def _within(figure: Figure, width: float) -> Figure:
    """Return a picture that is no wider than ``width`` millimetres."""
    if figure.width <= width:
        return figure
    return replace(figure, width=width, height=figure.height * width / figure.width)


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Yield runs, those that look the same made one."""
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last is not None and replace(run, text=last.text) == last:
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def plain(runs: Runs) -> str:
    """Return the words of runs."""
    return "".join(run.text for run in runs)
