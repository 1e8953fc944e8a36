"""The block structure of CommonMark, as far as the top level of a text needs it.

One pass over the lines with a stack of open quotes and list items, after the
block rules of markdown-it: what it puts at the top level, this puts there, also
where it strays from the letter of CommonMark. Two things differ on purpose:

- markdown-it drops the whole rest of a text behind twenty levels of nesting
  (``maxNesting``); here nesting has no limit.
- markdown-it reads the lines of a quote again at each level and each time it
  breaks off; here each line is looked at once, so the time is linear in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeGuard

from coauthor.document.constructs import (
    FENCE_END,
    OPENING,
    UNDERLINE,
    atx_text,
    cells,
    column_after,
    delimiter_columns,
    ends_html,
    html_end,
    html_kind,
    trimmed,
)
from coauthor.document.definitions import definition_length

_CODE_INDENT = 4
_PADDED_CELLS = 0x10000
"""Cells missing from the rows of one table, after which markdown-it ends it."""

_LINE = re.compile(r"([ \t]*)([^\r\n]*)(\r\n|\n|\r|\Z)")
_BLANKS = re.compile(r"[ \t]*")
_ROW = re.compile(r"[ \t>]*(?:[|:][|:\- \t]|-[|:\-])[|:\- \t]*(?:[\r\n]|\Z)")
"""A line that is a table's delimiter row, or is one inside quotes, or is neither."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading or a one-line comment at the top level of the text.

    Args:
        kind: what it is.
        start: offset of the first character of its first line.
        end: offset just past its last line, line ending included.
        level: 1 to 6, or 0 for a comment.
        text: the heading's content as markdown-it gives it, or the comment
            without blanks around it.
    """

    kind: Literal["heading", "comment"]
    start: int
    end: int
    level: int
    text: str


class Line(NamedTuple):
    """A line as what is open in it sees it; the indents are in columns.

    Args:
        start: offset of its first character.
        end: offset of its line ending.
        after: offset of the next line.
        content: offset behind quote marks, list markers and blanks.
        indent: columns of blanks before the content, from the innermost quote mark.
        base: columns before the innermost quote's content, for its tab stops.
        quotes: how many of the open quotes it goes on.
        lazy: it does not go on all quotes, but a paragraph in them may run on.
    """

    start: int
    end: int
    after: int
    content: int
    indent: int
    base: int = 0
    quotes: int = 0
    lazy: bool = False

    @property
    def empty(self) -> bool:
        """Nothing but blanks is left of it."""
        return self.content >= self.end


class _Container(NamedTuple):
    """An open quote or list item, with the indents that held where it opened."""

    marker: str
    indent: int
    list_indent: int


class _Whole(NamedTuple):
    """What holds for a whole line; nesting looks at one line again and again.

    Args:
        start: offset of the line.
        rule: from here on it has one of ``*-_`` and blanks only.
        pipe: offset of its last pipe when the next line may be a delimiter row, else -1.
        quotes: how many quote marks stand before that row.
    """

    start: int
    rule: int
    pipe: int
    quotes: int


class Blocks:
    """Reads blocks one after another and keeps the one mark that it met last.

    Attributes:
        mark: the mark that the last `run` found, if any.
        unclosed: what would close the construct left open by the end of the text.
    """

    def __init__(self, text: str) -> None:
        self.mark: Mark | None = None
        self.unclosed = ""
        self._text = text
        self._open: list[_Container] = []
        self._quotes: list[_Container] = []
        self._indent = 0  # what the innermost container asks of its lines
        self._list_indent = -1  # what the container around the innermost item asks
        self._list_marker = ""  # of a list whose last item closed just before this line
        self._next: tuple[int, int, Line] | None = None
        self._whole = _Whole(-1, 0, 0, 0)

    def run(self, start: int) -> int:
        """Read from ``start``, where nothing is open, to behind a mark or to a blank line.

        Stops only where nothing is open, and returns where that is.
        """
        self._forget_mark()
        line = self._block(self._read(start))
        while line and not self.mark and (self._open or self._list_marker or not line.empty):
            line = self._block(line)
        return line.start if line else len(self._text)

    def _forget_mark(self) -> None:
        self.mark = None

    def _block(self, line: Line) -> Line | None:
        """Read one block, or open one container; returns what to go on with."""
        list_marker = self._leave(line)
        if line.empty:
            return self._following(line)
        if self._is_code(line):
            return self._code(line)
        kind, found = self._opening(line)
        same_list = kind == "item" and found.endswith(list_marker or "\n")
        if not same_list and self._starts_table(line):
            return self._table(line)
        match kind:
            case "fence":
                return self._fence(line, found)
            case "quote":
                return self._quote(line)
            case "item":
                return self._item(line, found)
            case "html" | "tag":
                return self._html(line)
            case "heading":
                rest = self._text[line.content + len(found) : line.end]
                self._heading(line, line.after, len(found), atx_text(rest))
                return self._following(line)
            case "rule":
                return self._following(line)
        return self._definition(line) if self._text[line.content] == "[" else self._paragraph(line)

    # Lines

    def _read(self, start: int) -> Line:
        """Read the line at ``start`` through the open quotes."""
        found = _LINE.match(self._text, start)
        assert found is not None  # noqa: S101 - the pattern matches anything
        indent = column_after(found[1], 0)
        line = Line(start, found.end(2), found.end(), found.end(1), indent)
        return self._through_quotes(line) if self._quotes else line

    def _following(self, line: Line) -> Line | None:
        """Return the line below; None at the end of the text."""
        depth = len(self._quotes)
        if self._next is not None and self._next[:2] == (line.after, depth):
            return self._next[2]
        if line.after >= len(self._text):
            return None
        below = self._read(line.after)
        self._next = (line.after, depth, below)
        return below

    def _goes_on(self, line: Line | None) -> TypeGuard[Line]:
        """Tell whether the line is there and goes on all open quotes."""
        return line is not None and line.quotes == len(self._quotes)

    def _through_quotes(self, line: Line) -> Line:
        for depth, quote in enumerate(self._quotes):
            if line.empty:
                return line._replace(quotes=depth)
            if self._text[line.content] != ">" or line.indent < quote.indent:
                lazy = not self._breaks(line, quote)
                if depth + 1 < len(self._quotes):
                    # Further in, the line counts as not indented, whatever its indent.
                    lazy = lazy and self._opening(line)[0] in ("", "tag")
                return line._replace(quotes=depth, lazy=lazy)
            line = self._behind_quote_mark(line)
        return line._replace(quotes=len(self._quotes))

    def _behind_quote_mark(self, line: Line) -> Line:
        start = line.content + 1
        column = line.base + line.indent + 1
        padded = self._text.startswith((" ", "\t"), start)
        if padded and (self._text[start] == " " or column % 4 == 3):
            start += 1
            column += 1
        elif padded:
            column += 1  # one column of the tab belongs to the mark, the others indent
        content, width = self._skip_blanks(start, column)
        base = line.indent + 1 + padded
        return line._replace(content=content, indent=width - column, base=base)

    def _skip_blanks(self, start: int, column: int) -> tuple[int, int]:
        """Return offset and column behind the blanks at ``start``."""
        found = _BLANKS.match(self._text, start)
        blanks = found[0] if found else ""
        return start + len(blanks), column_after(blanks, column)

    # Containers

    def _leave(self, line: Line) -> str:
        """Close what the line is not in; returns the marker of a list it may go on."""
        marker, self._list_marker = self._list_marker, ""
        while len(self._quotes) > line.quotes:
            self._close()
            marker = ""
        if not line.empty:
            while line.indent < self._indent:
                marker = self._close()
        return marker

    def _close(self) -> str:
        """Close the innermost container; returns its marker."""
        container = self._open.pop()
        self._indent = container.indent
        self._list_indent = container.list_indent
        self._next = None
        if container.marker == ">":
            self._quotes.pop()
        return container.marker

    def _quote(self, line: Line) -> Line:
        quote = _Container(">", self._indent, self._list_indent)
        self._open.append(quote)
        self._quotes.append(quote)
        self._indent = 0
        return self._behind_quote_mark(line)._replace(quotes=len(self._quotes))

    def _item(self, line: Line, marker: str) -> Line | None:
        column = line.indent + len(marker)
        content, width = self._skip_blanks(line.content + len(marker), line.base + column)
        indent = width - line.base
        padding = indent - column if content < line.end else 1
        self._open.append(_Container(marker[-1], self._indent, self._list_indent))
        self._list_indent = self._indent
        self._indent = column + (padding if padding <= _CODE_INDENT else 1)
        if content < line.end:
            return line._replace(content=content, indent=indent)
        below = self._following(line)
        if not self._goes_on(below) or not below.empty:
            return below
        # An item that begins with two empty lines is over.
        self._list_marker = self._close()
        return self._following(below)

    # What opens and what breaks

    def _opening(self, line: Line) -> tuple[str, str]:
        """Return what the content opens, and the signs that do so; ('', '') for text.

        A 'tag' is HTML that cannot break a paragraph.
        """
        if self._is_rule(line):
            return "rule", ""
        found = OPENING.match(self._text, line.content)
        if found is None:
            return "", ""
        kind = found.lastgroup or ""
        if kind == "html":
            number = html_kind(self._text[line.content : line.end])
            kind = "tag" if number == 7 else kind if number else ""
        return kind, found[0]

    def _breaks(
        self, line: Line, around: _Container | None = None, *, paragraph: bool = False
    ) -> bool:
        """Tell whether the line opens something that ends what it would else go on.

        Args:
            around: holds the indents to go by, if not those of the innermost container.
            paragraph: what it would go on is a paragraph.
        """
        indent, list_indent = (self._indent, self._list_indent) if around is None else around[1:]
        if line.indent - indent >= _CODE_INDENT:
            return False
        kind, found = self._opening(line)
        if kind != "item":
            return kind not in ("", "tag")
        if 0 <= list_indent <= line.indent - _CODE_INDENT and line.indent < indent:
            return False
        if not paragraph or line.indent < indent:
            return True
        says = self._text[line.content + len(found) : line.end].strip(" \t")
        return says != "" and (len(found) == 1 or int(found[:-1]) == 1)

    def _is_code(self, line: Line) -> bool:
        return line.indent - self._indent >= _CODE_INDENT

    def _is_rule(self, line: Line) -> bool:
        sign = self._text[line.content]
        if sign not in "*-_" or line.content < self._look(line).rule:
            return False
        return self._text.count(sign, line.content, line.end) >= 3

    def _look(self, line: Line) -> _Whole:
        """Look at the whole line, from its first character on."""
        if self._whole.start == line.start:
            return self._whole
        body = self._text[line.start : line.end].rstrip(" \t")
        sign = body[-1:]
        rule = line.start + len(body.rstrip(sign + " \t")) if sign in "*-_" else line.end
        pipe = self._text.rfind("|", line.start, line.end)
        quotes = 0
        if pipe >= 0:
            row = _ROW.match(self._text, line.after)
            pipe = pipe if row else -1
            quotes = row[0].count(">") if row else 0
        self._whole = _Whole(line.start, rule, pipe, quotes)
        return self._whole

    # Leaves

    def _heading(self, line: Line, end: int, level: int, text: str) -> None:
        if not self._open:
            self.mark = Mark("heading", line.start, end, level, text)

    def _code(self, line: Line) -> Line | None:
        below = self._following(line)
        while self._goes_on(below) and (below.empty or self._is_code(below)):
            below = self._following(below)
        return below

    def _fence(self, line: Line, fence: str) -> Line | None:
        below = self._following(line)
        while self._goes_on(below) and (below.empty or below.indent >= self._indent):
            found = FENCE_END.match(self._text, below.content)
            if found and found[1].startswith(fence) and not self._is_code(below):
                return self._following(below)
            below = self._following(below)
        return self._until(below, fence)

    def _html(self, line: Line) -> Line | None:
        opening = self._text[line.content : line.end]
        kind = html_kind(opening)
        raw = kind < 6
        if raw and ends_html(kind, opening):
            comment = trimmed(opening)
            if kind == 2 and comment.endswith("-->") and not self._open:
                self.mark = Mark("comment", line.start, line.after, 0, comment)
            return self._following(line)
        below = self._following(line)
        while self._goes_on(below) and (below.indent >= self._indent or (raw and below.empty)):
            if raw and ends_html(kind, self._text[below.content : below.end]):
                return self._following(below)
            if below.empty and not raw:
                break
            below = self._following(below)
        return self._until(below, html_end(kind, opening) if raw else "")

    def _until(self, below: Line | None, closing: str) -> Line | None:
        """Note that a construct runs up to ``below``, and is open when that is the end."""
        if below is None and not self._open:
            self.unclosed = closing
        return below

    def _starts_table(self, line: Line) -> bool:
        whole = self._look(line)
        if whole.pipe < line.content or whole.quotes != len(self._quotes):
            return False
        row = self._following(line)
        if not self._goes_on(row) or row.indent < self._indent or self._is_code(row):
            return False
        columns = delimiter_columns(self._text[row.content : row.end])
        return columns > 0 and columns == cells(self._text[line.content : line.end])

    def _table(self, line: Line) -> Line | None:
        columns = cells(self._text[line.content : line.end])
        missing = 0
        row = self._following(line)
        below = self._following(row) if row else None
        while self._goes_on(below) and below.indent >= self._indent and not self._is_code(below):
            says = self._text[below.content : below.end]
            missing += columns - cells(says)
            if not trimmed(says) or missing > _PADDED_CELLS or self._breaks(below):
                break
            below = self._following(below)
        return below

    def _definition(self, line: Line) -> Line | None:
        lines: list[Line] = []
        length = definition_length(self._definition_lines(line, lines))
        return self._following(lines[length - 1]) if length else self._paragraph(line)

    def _definition_lines(self, line: Line, lines: list[Line]) -> Iterator[str]:
        """Yield what a definition beginning at ``line`` may run over, noting it in ``lines``."""
        below: Line | None = line
        while below is not None:
            lines.append(below)
            ending = "\n" if below.after > below.end else ""
            yield self._text[below.content : below.end].replace("\0", "\ufffd") + ending
            below = self._following(below)
            if below is None or below.empty:
                return
            if self._goes_on(below):
                if not self._is_code(below) and (self._starts_table(below) or self._breaks(below)):
                    return
            elif not below.lazy:
                return

    def _paragraph(self, line: Line) -> Line | None:
        below = self._following(line)
        while below is not None and not below.empty:
            if self._goes_on(below):
                if not self._is_code(below):
                    underline = UNDERLINE.match(self._text, below.content)
                    if underline and below.indent >= self._indent:
                        return self._underlined(line, below)
                    if self._starts_table(below) or self._breaks(below, paragraph=True):
                        break
            elif not below.lazy:
                break
            below = self._following(below)
        return below

    def _underlined(self, line: Line, underline: Line) -> Line | None:
        content = re.sub("\r\n?", "\n", self._text[line.start : underline.start])
        level = 1 if self._text[underline.content] == "=" else 2
        self._heading(line, underline.after, level, trimmed(content))
        return self._following(underline)
