"""Markdown of one clause as a flow of paragraphs whose pieces know their source.

markdown-it-py reads the text; plain paragraphs, which most clauses are, take a
short cut that gives the same result.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from coauthor.document.parameters import Parameter, find_parameters
from coauthor.ui.lanes.pieces import Flow, Paragraph, Piece, Style, Table

BULLETS = "•◦▪"
LINE_BREAK = "\u2028"

_MASK = "\ue000"
_MASKED = re.compile(f"{_MASK}+")
_LONE = re.compile("[\ud800-\udfff]")
_MARKED_UP = re.compile(
    r"[\\`*_\[\]<>&~|\x00\t]"  # what may mean something within a line
    r"|^[ ]{0,3}(?:[-+=#]|\d{1,9}[.)])"  # what may begin a list, a heading, a rule
    r"|^[ ]{4}|[ ]$",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


def readable(text: str) -> str:
    """Return the text as it is shown and edited: one kind of line ending, no lone bytes.

    Positions in pieces, marks and the editor are positions in this text.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else _LONE.sub("\ufffd", text)


def read_flow(source: str, gap: str = "…") -> tuple[Flow, ...]:
    """Return the paragraphs of a `readable` Markdown text.

    Args:
        gap: what is shown in a slot without a value, behind its name.
    """
    slots = find_parameters(source) if "{{" in source else ()
    masked = _masked(source, slots)
    if _MARKED_UP.search(masked) is None:
        return _plain(masked, slots, gap)
    return _Reader(masked, slots, gap).read()


def read_line(source: str) -> tuple[Piece, ...]:
    """Return the pieces of one line, such as a title; slots have no meaning there."""
    if _MARKED_UP.search(source) is None:
        return (Piece(source, 0, len(source)),) if source else ()
    reader = _Reader(source, (), "")
    (inline,) = _parser().parseInline(source)
    return reader.inline(inline.children or [], source, list(range(len(source) + 1)))


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    return markdown.disable("text_join")  # keep escapes apart: they are longer than they look


def _masked(source: str, slots: Sequence[Parameter]) -> str:
    """Return the source with a stretch of equal length that means nothing for each slot."""
    parts: list[str] = []
    position = 0
    for slot in slots:
        parts += [source[position : slot.start], _MASK * (slot.end - slot.start)]
        position = slot.end
    return "".join([*parts, source[position:]]) if slots else source


def _plain(masked: str, slots: Sequence[Parameter], gap: str) -> tuple[Flow, ...]:
    reader = _Reader(masked, slots, gap)
    flow: list[Flow] = []
    for found in _PARAGRAPH.finditer(masked):
        pieces: list[Piece] = []
        position = found.start()
        for line in found[0].split("\n"):
            if pieces:
                pieces.append(Piece(" ", position - 1, position))
            lead = len(line) - len(line.lstrip(" "))
            pieces += reader.verbatim(line[lead:], position + lead, Style.PLAIN)
            position += len(line) + 1
        if any(piece.text.strip() for piece in pieces):
            flow.append(Paragraph(tuple(pieces)))
    return tuple(flow)


@dataclass(slots=True)
class _List:
    ordered: bool
    tight: bool = True


@dataclass(slots=True)
class _Look:
    """The style that is open at a place within a line."""

    style: int = Style.PLAIN
    links: list[str] = field(default_factory=list)
    depth: dict[int, int] = field(default_factory=dict)

    def turn(self, style: int, step: int) -> None:
        self.depth[style] = self.depth.get(style, 0) + step
        self.style = self.style | style if self.depth[style] > 0 else self.style & ~style


_TURNS = {"strong": Style.BOLD, "em": Style.ITALIC, "s": Style.STRUCK, "link": Style.LINK}


class _Reader:
    """Walks the tokens of one text once."""

    def __init__(self, masked: str, slots: Sequence[Parameter], gap: str) -> None:
        self._source = masked
        self._lines = masked.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._slots = {slot.start: slot for slot in slots}
        self._gap = gap
        self._flow: list[Flow] = []
        self._lists: list[_List] = []
        self._item = ""
        self._quote = 0
        self._heading = 0
        self._hidden = False
        self._rows: list[list[tuple[Piece, ...]]] = []
        self._aligned: list[str] = []
        self._columns: dict[int, int] = {}
        self._in_table = False

    def read(self) -> tuple[Flow, ...]:
        for token in _parser().parse(self._source):
            if handler := _HANDLERS.get(token.type):
                handler(self, token)
        return tuple(self._flow)

    # -- blocks ----------------------------------------------------------

    def open_list(self, token: Token) -> None:
        self._lists.append(_List(token.type == "ordered_list_open"))

    def close_list(self, _token: Token) -> None:
        self._lists.pop()

    def open_item(self, token: Token) -> None:
        last = self._lists[-1]
        bullet = BULLETS[min(sum(not each.ordered for each in self._lists), len(BULLETS)) - 1]
        self._item = f"{token.info}{token.markup}" if last.ordered else bullet

    def close_item(self, _token: Token) -> None:
        if self._item:  # an item without text
            self._add(Paragraph((), depth=len(self._lists)))

    def open_quote(self, _token: Token) -> None:
        self._quote += 1

    def close_quote(self, _token: Token) -> None:
        self._quote -= 1

    def open_paragraph(self, token: Token) -> None:
        self._hidden = token.hidden

    def open_heading(self, token: Token) -> None:
        self._heading = int(token.tag[1:])

    def inline_block(self, token: Token) -> None:
        first = token.map[0] if token.map else 0
        offsets = self._offsets(token.content, first)
        pieces = self.inline(token.children or [], token.content, offsets)
        if self._in_table:
            self._rows[-1].append(pieces)
        elif self._heading:
            self._add(Paragraph(pieces, "heading", self._heading))
            self._heading = 0
        else:
            self._add(Paragraph(pieces, close=self._hidden and bool(self._lists)))

    def code(self, token: Token) -> None:
        first = (token.map[0] if token.map else 0) + (token.type == "fence")
        content = token.content.removesuffix("\n")
        offsets = self._offsets(content, first)
        pieces: list[Piece] = []
        position = 0
        for line in content.split("\n"):
            if pieces:
                pieces.append(Piece(LINE_BREAK, offsets[position - 1], offsets[position]))
            pieces += self._standing(line, offsets[position:], Style.CODE)
            position += len(line) + 1
        self._add(Paragraph(tuple(pieces), "code"))

    def rule(self, _token: Token) -> None:
        self._add(Paragraph((), "rule"))

    def open_table(self, _token: Token) -> None:
        self._rows, self._aligned, self._in_table = [], [], True
        self._columns = {}

    def open_row(self, _token: Token) -> None:
        self._rows.append([])

    def open_head_cell(self, token: Token) -> None:
        self._aligned.append(str(token.attrGet("style") or "").removeprefix("text-align:"))

    def close_table(self, _token: Token) -> None:
        self._in_table = False
        self._flow.append(Table(tuple(tuple(row) for row in self._rows), tuple(self._aligned)))

    def _add(self, paragraph: Paragraph) -> None:
        item, self._item = self._item, ""
        self._flow.append(replace(paragraph, depth=len(self._lists), item=item, quote=self._quote))

    # -- places ----------------------------------------------------------

    def _offsets(self, content: str, first: int) -> list[int]:
        """Return for every character of ``content``, and its end, where it stands.

        ``content`` is lines of the source from line ``first`` without indents,
        quote signs and the like.
        """
        offsets: list[int] = []
        for number, line in enumerate(content.split("\n"), first):
            if number >= len(self._lines):
                offsets += [len(self._source)] * (len(line) + 1)
                continue
            found, columns = self._columns_of(line, number)
            start = self._starts[number]
            offsets += [start + column for column in columns]
            offsets.append(start + found)
        return offsets

    def _columns_of(self, line: str, number: int) -> tuple[int, list[int]]:
        """Return where ``line`` ends in the source line, and the column of each character."""
        source = self._lines[number]
        after = self._columns.get(number, 0) if self._in_table else 0
        if not self._in_table and source.endswith(line):
            start = len(source) - len(line)
        else:
            start = source.find(line, after)
        if start >= 0:
            end = start + len(line)
            columns = list(range(start, end))
        else:
            columns, end = _subsequence(line, source, after)
        if self._in_table:
            self._columns[number] = end
        return end, columns

    # -- within a line ---------------------------------------------------

    def inline(
        self, children: Sequence[Token], content: str, offsets: Sequence[int]
    ) -> tuple[Piece, ...]:
        """Return the pieces of the children of an inline token."""
        pieces: list[Piece] = []
        look = _Look()
        position = 0
        for child in children:
            name, _, turn = child.type.rpartition("_")
            if turn in ("open", "close") and name in _TURNS:
                if name == "link":
                    self._turn_link(child, look, turn)
                look.turn(_TURNS[name], 1 if turn == "open" else -1)
                continue
            wanted = {"softbreak": "\n", "hardbreak": "\n"}.get(child.type)
            wanted = wanted or (child.markup if child.type == "text_special" else child.content)
            found = content.find(wanted, position)
            start = found if found >= 0 else min(position, len(content))
            end = start + len(wanted) if found >= 0 else start
            position = end
            pieces += self._pieces(child, look, offsets[start : end + 1], exact=found >= 0)
        return tuple(pieces)

    @staticmethod
    def _turn_link(child: Token, look: _Look, turn: str) -> None:
        if turn == "open":
            look.links.append(str(child.attrGet("href") or ""))
        else:
            look.links.pop()

    def _pieces(
        self, child: Token, look: _Look, offsets: Sequence[int], *, exact: bool
    ) -> Sequence[Piece]:
        start, end = offsets[0], offsets[-1]
        link = look.links[-1] if look.links else ""
        if child.type == "softbreak":
            return (Piece(" ", start, end, look.style, link),)
        if child.type == "hardbreak":
            return (Piece(LINE_BREAK, start, end, look.style, link),)
        if child.type == "image":
            alt = child.content or str(child.attrGet("src") or "")
            return (Piece(alt, start, end, look.style | Style.IMAGE, link),)
        style = look.style | Style.CODE if child.type == "code_inline" else look.style
        if child.type == "text_special" or not exact:
            return (Piece(child.content, start, end, style, link),) if child.content else ()
        return self._standing(child.content, offsets, style, link)

    def _standing(
        self, text: str, offsets: Sequence[int], style: int, link: str = ""
    ) -> list[Piece]:
        """Return text that stands in the source in one stretch, or in several."""
        pieces: list[Piece] = []
        first = 0
        for place in range(1, len(text) + 1):
            if place == len(text) or offsets[place] != offsets[place - 1] + 1:
                pieces += self.verbatim(text[first:place], offsets[first], style, link)
                first = place
        return pieces

    def verbatim(self, text: str, start: int, style: int, link: str = "") -> list[Piece]:
        """Return text that stands letter by letter at ``start``, with its slots."""
        if _MASK not in text:
            return [Piece(text, start, start + len(text), style, link)] if text else []
        pieces: list[Piece] = []
        position = 0
        for run in _MASKED.finditer(text):
            place = run.start()
            while place < run.end() and (slot := self._slots.get(start + place)):
                if position < place:
                    pieces.append(_piece(text, position, place, start, style, link))
                pieces.append(self._slot(slot, style, link))
                place = position = place + slot.end - slot.start
        if position < len(text):
            pieces.append(_piece(text, position, len(text), start, style, link))
        return pieces

    def _slot(self, slot: Parameter, style: int, link: str) -> Piece:
        shown = slot.value or f"{slot.name}: {self._gap}"
        kind = Style.SLOT if slot.value else Style.SLOT | Style.GAP
        return Piece(shown, slot.start, slot.end, style | kind, link, slot.name)


def _piece(text: str, start: int, end: int, offset: int, style: int, link: str) -> Piece:
    return Piece(text[start:end], offset + start, offset + end, style, link)


def _subsequence(line: str, source: str, after: int) -> tuple[list[int], int]:
    """Return where each character of ``line`` stands in ``source``, skipping what is not in it."""
    columns: list[int] = []
    place = after
    for character in line:
        found = source.find(character, place)
        if found >= 0:
            place = found
        columns.append(min(place, len(source)))
        place = min(place + 1, len(source))
    return columns, place


def raw_position(raw: str, position: int) -> int:
    """Return the position in ``raw`` of a position in its `readable` text."""
    if "\r\n" not in raw:
        return position
    breaks = [found.start() - nth for nth, found in enumerate(re.finditer("\r\n", raw))]
    return position + bisect_right(breaks, position - 1)


_HANDLERS: dict[str, Callable[[_Reader, Token], None]] = {
    "bullet_list_open": _Reader.open_list,
    "ordered_list_open": _Reader.open_list,
    "bullet_list_close": _Reader.close_list,
    "ordered_list_close": _Reader.close_list,
    "list_item_open": _Reader.open_item,
    "list_item_close": _Reader.close_item,
    "blockquote_open": _Reader.open_quote,
    "blockquote_close": _Reader.close_quote,
    "paragraph_open": _Reader.open_paragraph,
    "heading_open": _Reader.open_heading,
    "inline": _Reader.inline_block,
    "fence": _Reader.code,
    "code_block": _Reader.code,
    "hr": _Reader.rule,
    "table_open": _Reader.open_table,
    "tr_open": _Reader.open_row,
    "th_open": _Reader.open_head_cell,
    "table_close": _Reader.close_table,
}
