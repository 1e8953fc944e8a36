"""Our own documents, back from a word processor: what its clauses are stands in the file.

A place in the text with the identity of a clause is kept by Word and LibreOffice, and so
are the styles of its title, its labels and its fields.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coauthor.document.uid import is_uid
from coauthor.exchange.parts import Part, one_word
from coauthor.exchange.texts.cutting import Piece
from coauthor.exchange.texts.markdown import heading_text, to_markdown
from coauthor.exchange.texts.our_words import our_words
from coauthor.exchange.texts.pieces import Block, Line, Span, lines_in

_CLAUSE = re.compile(r"_?clause[_-](\w{10})")
_CHAPTER = re.compile(r"_?chapter[_-]\d+")
_ANNEX = re.compile(r"_?annex[_-]\d+")
_GIVEN = frozenset({"change", "gone", "labels"})
"""Roles of what an export adds by itself."""


def clause_of(block: Block) -> str:
    """Return the identity of the clause of ours that a line is the title of, or ''."""
    if isinstance(block, Line):
        for each in block.anchors:
            found = _CLAUSE.fullmatch(each)
            if found and is_uid(found[1]):
                return found[1]
    return ""


def is_ours(blocks: Sequence[Block]) -> bool:
    """Tell whether this program made a text."""
    return any(clause_of(block) for block in blocks)


@dataclass
class OwnText:
    """Reads a text of ours.

    Args:
        left: words that an export adds and that are no part of the document.
    """

    title: str = ""
    pieces: list[Piece] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def read(self, blocks: Sequence[Block]) -> list[Piece]:
        """Return the parts of a text."""
        blocks = self._inner(blocks)
        at = 0
        while at < len(blocks):
            end = at + 1
            while end < len(blocks) and not _begins(blocks[end]):
                end += 1
            self._section(blocks[at], blocks[at:end])
            at = end
        return self.pieces

    def _inner(self, blocks: Sequence[Block]) -> list[Block]:
        """Return what stands between the title page and the annexes."""
        contents = [at for at, each in enumerate(blocks) if _role(each) == "contents"]
        start = contents[-1] + 1 if contents else 0
        first = next(at for at, each in enumerate(blocks) if clause_of(each) or _begins(each))
        start = min(start, first)
        for each in blocks[:start]:
            self._leave(each)
        inner: list[Block] = []
        for at, each in enumerate(blocks[start:], start):
            if isinstance(each, Line) and any(map(_ANNEX.fullmatch, each.anchors)):
                for other in blocks[at:]:
                    self._leave(other)
                break
            if _role(each) in {"title", "subtitle", "notice", "contents", "gone"}:
                self._leave(each)
            else:
                inner.append(each)
        return inner

    def _leave(self, block: Block) -> None:
        if _role(block) == "title" and not self.title:
            self.title = " ".join(lines_text([block]).split())
        self.left.append(lines_text([block]))

    def _section(self, first: Block, blocks: Sequence[Block]) -> None:
        if clause_of(first):
            self._clause(blocks)
            return
        if isinstance(first, Line) and first.level and _begins(first):
            text = heading_text(first)
            self.pieces.append(Piece(Part("heading", text, level=min(first.level, 6)), [first]))
            blocks = blocks[1:]
        if text := to_markdown(blocks):
            self.pieces.append(Piece(Part("prose", text), list(lines_in(list(blocks)))))

    def _clause(self, blocks: Sequence[Block]) -> None:
        head = blocks[0]
        assert isinstance(head, Line)  # noqa: S101 - what `clause_of` found
        uid = clause_of(head)
        code, _, title = head.text.partition("\N{NO-BREAK SPACE} ")
        if not title and " " in code.strip():
            code, title = "", code
        title = heading_text(Line([Span(title.strip())], head.place))
        code = one_word(code.strip())
        if code == uid:
            code = ""
        attributes: list[tuple[str, str]] = []
        body: list[Block] = []
        fields: dict[str, list[Block]] = {}
        within = body
        for block in blocks[1:]:
            if _role(block) == "labels" and not attributes:
                attributes = _attributes(lines_text([block]))
            if _role(block) in _GIVEN:
                self.left.append(lines_text([block]))
                continue
            key, rest = _field(block)
            if key and key not in fields:
                self.left.append(lines_text([block]).partition(":")[0])
                within = fields[key] = []
                block = rest  # noqa: PLW2901 - the label is read
            within.append(block)
        lines = list(lines_in(list(blocks)))
        said = {key: to_markdown(each) for key, each in fields.items()}
        level = min(head.level, 6) if title else 0
        part = Part("clause", to_markdown(body), uid, code, title, level, tuple(attributes), said)
        if uid in self._seen:
            part = replace(part, uid="")
        self._seen.add(uid)
        self.pieces.append(Piece(part, lines))


def _role(block: Block) -> str:
    return block.role if isinstance(block, Line) else ""


def _begins(block: Block) -> bool:
    """Tell whether a clause or chapter begins."""
    if not isinstance(block, Line):
        return False
    return bool(clause_of(block)) or any(map(_CHAPTER.fullmatch, block.anchors))


def lines_text(blocks: Sequence[Block]) -> str:
    """Return all words of some blocks."""
    return " ".join(line.text for line in lines_in(list(blocks)))


def _field(block: Block) -> tuple[str, Block]:
    """Return the key of the field that a line begins, and the line without its name."""
    if not isinstance(block, Line) or block.role != "field":
        return "", block
    bold = 0
    for span in block.spans:
        if not span.bold:
            break
        bold += len(span.text)
    label, colon, _ = block.text[:bold].partition(":")
    key = our_words()["field"].get(label.strip().lower(), label.strip())
    if not colon or not re.fullmatch(r"[a-z][a-z0-9-]*", key):
        return "", block
    rest: list[Span] = []
    skip = len(label) + 1
    for span in block.spans:
        text = span.text[skip:]
        skip = max(0, skip - len(span.text))
        if text:
            rest.append(span._replace(text=text))
    return key, replace(block, spans=rest)


def _attributes(said: str) -> list[tuple[str, str]]:
    """Return what the labels of a clause say: kind, priority and theme."""
    known = our_words()
    found: dict[str, str] = {}
    for label in map(str.strip, said.split("·")):
        low = label.lower()
        for name in ("kind", "priority", "theme"):
            if name not in found and low in known[name]:
                found[name] = known[name][low]
                break
        else:
            if low not in known["lineage"] and re.fullmatch(r"[\w-]+", label):
                found.setdefault("theme" if "kind" in found else "kind", label)
    return [(name, found[name]) for name in ("kind", "priority", "theme") if name in found]
