"""Turning foreign Markdown into clauses: a proposal to look at first.

Headings or list items become clauses, numbers like ``5.01.01`` become codes, and
"Verplaatst naar 5.10.02" becomes a marker that points there. Nothing of the
text is lost: what is no clause stays heading or prose.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from coauthor.document import edits
from coauthor.document.clauses import new_clause, with_body, with_marker, with_title
from coauthor.document.lines import newline_of, split_lines
from coauthor.document.markers import Marker, format_marker
from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone
from coauthor.document.reading import decode, read_clause, read_document
from coauthor.errors import UserError
from coauthor.exchange.parts import lost_words, settled
from coauthor.exchange.proposal import Plan, Proposal, proposed

_NUMBER = re.compile(
    r"(?:(?:[A-Z]{1,5}[-.]?)?\d+(?:[.\-]\d+)+[a-z]?|[A-Z]{2,6}-\d{2,6}[a-z]?)(?=[\s:.)]|$)"
)
_NO_TEXT = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")
"""How zips (Word, Excel, ODT), PDF, pictures and old Office files begin."""

_SEPARATOR = re.compile(r"^[\s:.)\-–—]+")
_MOVED = re.compile(r"\W*verplaatst\s+naar\s+(\S+?)\W*", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)")


def choose_plan(document: Document) -> Plan:
    """Return the likeliest way to cut a text.

    Numbered headings decide; else the deepest level that has several headings;
    else, when there are more list items than headings, the items.
    """
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    numbered = Counter(block.level for block in headings if _NUMBER.match(block.text))
    if numbered and numbered.most_common(1)[0][1] >= 3:
        return Plan("headings", numbered.most_common(1)[0][0])
    items = sum(len(_items(block.text)) for block in document.blocks if isinstance(block, Prose))
    if items >= 3 and items >= len(headings):
        return Plan("items")
    levels = Counter(block.level for block in headings)
    several = [level for level, number in levels.items() if number >= 2]
    return Plan("headings", max(several)) if several else Plan("items")


def read(name: str, data: bytes, new_uid: Callable[[], str], plan: Plan | None = None) -> Proposal:
    """Return what a Markdown file would become; see `propose`.

    Raises:
        UserError: ``not-text`` or ``file-empty``.
    """
    if b"\0" in data[:65_536] or data.startswith(_NO_TEXT):
        raise UserError("not-text", path=name)
    text = decode(data)
    if not text.strip():
        raise UserError("file-empty", path=name)
    return propose(text, new_uid, plan)


def propose(text: str, new_uid: Callable[[], str], plan: Plan | None = None) -> Proposal:
    """Return a foreign text as clauses, for a person to look at.

    Args:
        text: any Markdown; clauses that it has already stay as they are.
        new_uid: gives a fresh identity.
        plan: how to cut; the likeliest way when None.
    """
    document = read_document(text)
    plan = plan or choose_plan(document)
    cut = {"headings": _by_headings, "items": _by_items}.get(plan.unit)
    blocks = _linked(list(cut(document, plan, new_uid) if cut else document.blocks))
    made = replace(document, blocks=settled(blocks), problems=())
    return proposed(made, plan, lost_words(text, made))


def _by_headings(document: Document, plan: Plan, new_uid: Callable[[], str]) -> Iterator[Block]:
    numbered = any(
        isinstance(block, Heading) and block.level == plan.level and _NUMBER.match(block.text)
        for block in document.blocks
    )
    blocks = list(document.blocks)
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        if not isinstance(block, Heading) or block.level != plan.level:
            yield block
            continue
        if numbered and not _NUMBER.match(block.text):
            yield block
            continue
        end = index
        while end < len(blocks) and _belongs(blocks[end], block.level):
            end += 1
        yield _clause_of(block, blocks[index:end], new_uid())
        index = end


def _belongs(block: Block, level: int) -> bool:
    if isinstance(block, Heading):
        return block.level > level
    return isinstance(block, Prose)


def _clause_of(heading: Heading, content: Sequence[Block], uid: str) -> Clause:
    """Make a clause of a heading and what stands under it, to the letter."""
    newline = newline_of(heading.source)
    body = "".join(block.source for block in content)
    code, title = _code_and_title(heading.text)
    marker = Marker("clause", uid, code, (("kind", "eis"),))
    opening = format_marker(marker) + newline
    deeper = any(isinstance(block, Heading) for block in content)
    if code and not title and not deeper:
        clause = _read(opening + newline + body)
        if clause is not None:
            return clause
    head = heading.source
    if code and title and len(split_lines(heading.source.strip())) == 1:
        head = f"{'#' * heading.level} {title}{newline * 2}"
    clause = _read(opening + edits.ended(replace(heading, source=head)).source + body)
    if clause is not None:
        return clause
    return new_clause(uid, title=title, body=body, code=code, attributes=marker.attributes)


def _read(source: str) -> Clause | None:
    try:
        return read_clause(source)
    except ValueError:
        return None


def _code_and_title(text: str) -> tuple[str, str]:
    found = _NUMBER.match(text)
    if found is None:
        return "", text
    return found[0], _SEPARATOR.sub("", text[found.end() :])


def _by_items(document: Document, plan: Plan, new_uid: Callable[[], str]) -> Iterator[Block]:
    del plan
    for block in document.blocks:
        if not isinstance(block, Prose):
            yield block
            continue
        lines = split_lines(block.text)
        position = 0
        for start, end in _items(block.text):
            if before := "".join(lines[position:start]).strip("\r\n"):
                yield Prose(before, "\n\n")
            yield _item_clause(lines[start:end], new_uid())
            position = end
        if rest := "".join(lines[position:]).strip("\r\n"):
            yield Prose(rest, block.tail or "\n\n") if position else block


def _items(text: str) -> list[tuple[int, int]]:
    """Return the lines of each top-level list item, code fences left alone."""
    lines = split_lines(text)
    found: list[tuple[int, int]] = []
    start: int | None = None
    fence = blank = False
    for number, line in enumerate(lines):
        if line.lstrip().startswith(("```", "~~~")):
            fence = not fence
        if fence:
            continue
        opens = _ITEM.match(line) is not None and not _is_rule(line)
        ends = blank and bool(line.strip()) and line[0] not in " \t"
        if start is not None and (opens or ends):
            found.append((start, number))
            start = None
        if opens:
            start = number
        blank = not line.strip()
    if start is not None:
        found.append((start, len(lines)))
    return found


def _is_rule(line: str) -> bool:
    bare = "".join(line.split())
    return len(bare) >= 3 and len(set(bare)) == 1 and bare[0] in "-*"


def _item_clause(lines: Sequence[str], uid: str) -> Clause:
    found = _ITEM.match(lines[0])
    indent = found.end() if found else 0
    bullet = found[0].strip() if found else ""
    rest = [_dedented(line, indent) for line in lines[1:]]
    text = lines[0][indent:] + "".join(rest)
    code, body = _code_and_title(text.strip("\r\n"))
    if not code and bullet[:-1].isdigit():
        code = bullet[:-1]
    attributes = (("kind", "eis"),)
    return new_clause(uid, body=body, code=code, attributes=attributes)


def _dedented(line: str, indent: int) -> str:
    blanks = len(line) - len(line.lstrip(" \t"))
    return line[min(blanks, indent) :]


def _linked(blocks: list[Block]) -> list[Block]:
    """Turn clauses that only say where they went into markers that point there."""
    uids = {block.code: block.uid for block in blocks if isinstance(block, Clause) and block.code}
    seen: set[str] = set()
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Clause):
            moved = _MOVED.fullmatch(block.body.strip()) if not block.title else None
            if moved and block.code:
                result.append(_stone(block, moved[1], uids.get(moved[1].rstrip("."), "")))
                continue
            result.append(_uncoded(block) if block.code in seen else block)
            seen.add(block.code)
            continue
        result.append(block)
    return result


def _uncoded(clause: Clause) -> Clause:
    """Put a number that another clause has as its code back into the text."""
    bare = with_marker(clause, replace(clause.marker, code=""))
    if bare.title:
        return with_title(bare, f"{clause.code} {bare.title}")
    return with_body(bare, f"{clause.code}. {bare.body}")


def _stone(clause: Clause, code: str, uid: str) -> Tombstone:
    note = " ".join(clause.body.split())
    return edits.tombstone(clause, "withdrawn", moved_to=uid or code.rstrip("."), note=note)
