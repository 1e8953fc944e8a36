"""Cutting a text of a word processor into clauses, as a person would with a pencil.

Tables of requirements are clauses by themselves. Else headings of a level are, or
paragraphs with a number, or items of lists: a `Plan` says which, the likeliest when none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from coauthor.exchange.parts import Part
from coauthor.exchange.proposal import Plan
from coauthor.exchange.sheet_plan import FIELD
from coauthor.exchange.texts.finding import (
    heading_code,
    is_cited,
    raised,
    split_code,
    split_title,
)
from coauthor.exchange.texts.markdown import heading_text, line_markdown, to_markdown
from coauthor.exchange.texts.pieces import Block, Grid, Line, lines_in
from coauthor.exchange.texts.requirement_tables import Record, records, settled_code
from coauthor.exchange.xhtml import escaped, signs_escaped


@dataclass
class Piece:
    """A part of the document, and the paragraphs that it was made of."""

    part: Part
    lines: list[Line] = field(default_factory=list)

    @property
    def begins(self) -> int:
        """The place of its first paragraph, or 0."""
        return min((line.place for line in self.lines), default=0)


@dataclass
class Cutter:
    """Cuts one text.

    Args:
        new_uid: gives an identity; asked with the place where the clause begins, so that
            the same clause before and after a change has the same one.
        twice: codes that a clause before has, with the place.
        heads: words of tables that say what a column or clause is, and are no text of it.
    """

    plan: Plan
    new_uid: Callable[[int], str]
    pieces: list[Piece] = field(default_factory=list)
    twice: list[tuple[str, int]] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    _codes: set[str] = field(default_factory=set)
    _level: int = 0

    def cut(self, blocks: Sequence[Block]) -> list[Piece]:
        """Return the parts of a text."""
        blocks = raised(blocks)
        numbered = self.plan.unit == "headings" and any(
            isinstance(each, Line) and each.level == self.plan.level and heading_code(each)
            for each in blocks
        )
        cited = self.plan.unit == "items" and any(is_cited(each) for each in blocks)
        loose: list[Block] = []
        at = 0
        while at < len(blocks):
            block = blocks[at]
            end = self._end(blocks, at, numbered=numbered, cited=cited)
            if end:
                self._prose(loose)
                self._clause(blocks[at:end])
                at = end
                continue
            found, heads = records(block) if isinstance(block, Grid) else ([], [])
            if found:
                self._prose(loose)
                self.heads += heads
                for record in found:
                    self._record(record)
            elif isinstance(block, Line) and block.level and block.text.strip():
                self._prose(loose)
                self._heading(block)
            else:
                loose.append(block)
            at += 1
        self._prose(loose)
        return self.pieces

    def _end(self, blocks: Sequence[Block], at: int, *, numbered: bool, cited: bool) -> int:
        """Return where the clause ends that begins here; 0 where none does."""
        block = blocks[at]
        if not isinstance(block, Line) or not block.text.strip():
            return 0
        if self.plan.unit == "headings":
            if block.level != self.plan.level or (numbered and not heading_code(block)):
                return 0
            return _until(blocks, at, lambda each: 0 < each.level <= block.level)
        if self.plan.unit != "items" or block.level:
            return 0
        if cited:
            if not is_cited(block):
                return 0
            return _until(blocks, at, lambda each: each.level > 0 or is_cited(each))
        if block.listed is None or block.listed[1]:
            return 0
        return _until(blocks, at, lambda each: each.listed is None or not each.listed[1])

    def _heading(self, line: Line) -> None:
        text = " ".join(filter(None, (signs_escaped(line.number), heading_text(line))))
        self._level = line.level
        self.pieces.append(Piece(Part("heading", text, level=min(line.level, 6)), [line]))

    def _prose(self, loose: list[Block]) -> None:
        lines = list(lines_in(loose))
        if text := to_markdown(loose):
            self.pieces.append(Piece(Part("prose", text), lines))
        elif any(line.said for line in lines):
            self.pieces.append(Piece(Part("prose"), lines))
        loose.clear()

    def _clause(self, blocks: Sequence[Block]) -> None:
        first = blocks[0]
        assert isinstance(first, Line)  # noqa: S101 - what `_end` begins at
        code, line = split_code(first)
        lines = list(lines_in(list(blocks)))
        rest = list(blocks[1:])
        if first.level:
            title, body = heading_text(line), to_markdown(rest)
        else:
            title, line = split_title(line, alone=any(isinstance(b, Line) for b in rest))
            body = "\n\n".join(filter(None, (line_markdown(line), to_markdown(rest))))
        level = min(first.level, 6) or min(self._level + 1, 6)
        self._add(code, title, body, level, (("kind", "eis"),), {}, lines)

    def _record(self, record: Record) -> None:
        if record.heading:
            level = min((self._level or 1) + 1, 6)
            part = Part("heading", escaped(record.heading), level=level)
            self.pieces.append(Piece(part, record.lines))
            return
        code, words = settled_code(record)
        fields = {k[len(FIELD) :]: v for k, v in record.texts.items() if k.startswith(FIELD)}
        self.heads += record.meant
        fields |= {f"x-{role}": escaped(said) for role, said in record.unmeant.items()}
        if chapter := record.texts.get("chapter", ""):
            fields["chapter"] = chapter
        title, body = record.texts.get("title", ""), record.texts.get("text", "")
        if words:
            body = f"{escaped(words)}\n\n{body}" if body else escaped(words)
        self._add(
            code, title, body, min(self._level + 1, 6), record.attributes, fields, record.lines
        )

    def _add(
        self,
        code: str,
        title: str,
        body: str,
        level: int,
        attributes: tuple[tuple[str, str], ...],
        fields: dict[str, str],
        lines: list[Line],
    ) -> None:
        if code and code in self._codes:
            self.twice.append((code, lines[0].place))
            if title:
                title = f"{code} {title}"
            else:
                body = f"{signs_escaped(code)}: {body}"
            code = ""
        self._codes.add(code)
        piece = Piece(Part("clause"), lines)
        uid = self.new_uid(piece.begins)
        piece.part = Part(
            "clause", body, uid, code, title, level if title else 0, attributes, fields
        )
        self.pieces.append(piece)


def _until(blocks: Sequence[Block], at: int, ends: Callable[[Line], bool]) -> int:
    """Return the place of the next line that ends a clause."""
    for place in range(at + 1, len(blocks)):
        block = blocks[place]
        if isinstance(block, Line) and block.text.strip() and ends(block):
            return place
    return len(blocks)
