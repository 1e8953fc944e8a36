"""What a person does to a document, as changes: insert, remove, move, split, join.

Every edit leaves a document that reads back as the same blocks. Where two
neighbours would run together (prose behind a clause, a deep heading behind a
clause), a ``text`` marker or a blank line goes between them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypeGuard

from coauthor.document.changes import Change, MoveBlocks, ReplaceBlocks, apply
from coauthor.document.clauses import with_body, with_field, with_marker
from coauthor.document.lines import newline_of, split_lines
from coauthor.document.markers import Marker, format_marker, with_attribute
from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone
from coauthor.document.reading import read_clause
from coauthor.document.scan import open_at_end

Leave = Literal["omitted", "withdrawn"]
"""What stands where a clause was: ``omitted`` in a local document, ``withdrawn`` in a standard."""

_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_MAY_BE_OPEN = re.compile(r"(?:^|[\r\n]) {0,3}(?:```|~~~|<)")


def replace_block(document: Document, index: int, *after: Block) -> tuple[Change, ...]:
    """Put other blocks in the place of one."""
    return _splice(document, index, 1, after)


def replace_blocks(
    document: Document, index: int, count: int, blocks: Sequence[Block]
) -> tuple[Change, ...]:
    """Put other blocks in the place of several."""
    return _splice(document, index, count, blocks)


def insert(document: Document, index: int, blocks: Sequence[Block]) -> tuple[Change, ...]:
    """Put blocks at ``index`` (0 = before the first block)."""
    return _splice(document, index, 0, blocks)


def remove(document: Document, index: int, count: int = 1) -> tuple[Change, ...]:
    """Take blocks away without a trace: for prose, headings and clauses never shared."""
    return _splice(document, index, count, ())


def leave_out(
    document: Document, index: int, leave: Leave, **attributes: str
) -> tuple[Change, ...]:
    """Take a clause away and leave its marker in its place."""
    clause = document.blocks[index]
    if not isinstance(clause, Clause):
        raise TypeError("only a clause leaves a marker")
    return _splice(document, index, 1, [tombstone(clause, leave, **attributes)])


def tombstone(clause: Clause, leave: Leave, **attributes: str) -> Tombstone:
    """Return the marker that stands where ``clause`` was."""
    marker = Marker(leave, clause.uid, clause.code)
    for key, value in attributes.items():
        marker = with_attribute(marker, key.replace("_", "-"), value)
    return Tombstone(marker, format_marker(marker) + newline_of(clause.source) * 2)


def move(document: Document, start: int, count: int, to: int) -> tuple[Change, ...]:
    """Move blocks so that they stand before the block that is at ``to`` now."""
    if start <= to <= start + count:
        return ()
    target = to - count if to > start else to
    moved: list[Change] = [MoveBlocks(start, count, target)]
    result = apply(document, *moved)
    # Later seams first, so that a marker put between does not shift the earlier ones.
    seams = sorted({target + count, target, start if to > start else start + count}, reverse=True)
    for seam in seams:
        settled = _settle_seam(result, seam)
        result = apply(result, *settled)
        moved += settled
    return tuple(moved)


def section(document: Document, index: int) -> tuple[int, int]:
    """Return start and length of what belongs to the block: a heading with all under it."""
    heading = document.blocks[index]
    if not isinstance(heading, Heading):
        return index, 1
    end = index + 1
    while end < len(document.blocks):
        block = document.blocks[end]
        if isinstance(block, Heading) and block.level <= heading.level:
            break
        end += 1
    return index, end - index


def split_clause(
    document: Document, index: int, position: int, uid: str, code: str = ""
) -> tuple[Change, ...]:
    """Split a clause at a position in its body; the second part is a new clause.

    The first part keeps the identity, the second names it in ``derives``.
    """
    clause = document.blocks[index]
    if not isinstance(clause, Clause):
        raise TypeError("only a clause can be split")
    first, second = clause.body[:position].rstrip(), clause.body[position:].strip()
    kept = ("kind", "priority", "theme")
    pairs = tuple(pair for pair in clause.marker.attributes if pair[0] in kept)
    marker = Marker("clause", uid, code, (*pairs, ("derives", clause.uid)))
    bare = replace(clause, head="", title="", level=0, notes="", body="")
    part = with_body(with_marker(bare, marker), second)
    return _splice(document, index, 1, [with_body(clause, first), part])


def join_clauses(document: Document, index: int, leave: Leave | None = None) -> tuple[Change, ...]:
    """Join the clause at ``index`` with the clause right behind it.

    Bodies follow each other and fields are kept; the first keeps its identity
    and names the second in ``derives``. With ``leave`` a marker says where the
    second went; None is for a clause that nobody else has seen.
    """
    first, second = document.blocks[index], document.blocks[index + 1]
    if not isinstance(first, Clause) or not isinstance(second, Clause):
        raise TypeError("only two clauses can be joined")
    newline = newline_of(first.source)
    title = f"**{second.title}**" if second.title else ""
    body = (newline * 2).join(part for part in (first.body, title, second.body) if part)
    joined = with_body(first, body)
    for key, text in second.fields.items():
        own = joined.fields.get(key, "")
        joined = with_field(joined, key, f"{own}\n\n{text}" if own and own != text else text)
    sources = [uid for uid in first.marker.get("derives").split(",") if uid]
    derives = with_attribute(joined.marker, "derives", ",".join([*sources, second.uid]))
    after: list[Block] = [with_marker(joined, derives)]
    if leave:
        after.append(tombstone(second, leave, joined_into=first.uid))
    return _splice(document, index, 2, after)


def settle(before: Block | None, block: Block) -> tuple[Block, ...]:
    """Return ``block`` with what must stand before it to read back as itself."""
    if isinstance(before, Prose | Clause):
        block = _outdented(block)
    if isinstance(block, Prose) and not block.text and before is not None:
        opener = block.opener or _opener(block)  # without text, only a marker makes it a block
        return (Prose("", opener=opener + block.tail),)
    if isinstance(block, Prose) and not block.opener and isinstance(before, Clause | Prose):
        return (_with_opener(block),)
    if before is None and _could_be_front(block):
        return (_with_opener(block),)
    if isinstance(block, Heading) and isinstance(before, Clause):
        absorbed = block.level > before.level if before.level else not before.body + before.notes
        if absorbed:
            return Prose("", opener=_opener(block) + newline_of(block.source)), block
    return (block,)


def _outdented(block: Block) -> Block:
    """Return ``block`` without blanks before it, which would put it into a list item above."""
    if not block.source.startswith((" ", "\t")):
        return block
    if isinstance(block, Prose):
        return replace(block, opener=block.opener.lstrip(" \t"))
    if isinstance(block, Clause):
        return replace(block, opening=block.opening.lstrip(" \t"))
    return replace(block, source=block.source.lstrip(" \t"))


def _could_be_front(block: Block) -> TypeGuard[Prose]:
    """Tell whether the top of a document would take the block for (a part of) front matter."""
    return isinstance(block, Prose) and block.source.startswith(("---", "\ufeff"))


def _with_opener(prose: Prose) -> Prose:
    """Return ``prose`` behind a marker; the blank lines at its start become the marker's."""
    blank = _BLANK_LINES.match(prose.text)
    start = blank.end() if blank else 0
    return Prose(prose.text[start:], prose.tail, _opener(prose) + prose.text[:start])


def _opener(block: Block) -> str:
    return format_marker(Marker("text")) + newline_of(block.source)


def _closed(block: Block) -> Block:
    """Return ``block`` with the fence or comment closed that ran on to the end of the file."""
    if not isinstance(block, Prose | Clause) or not _MAY_BE_OPEN.search(block.source):
        return block
    closing = open_at_end(block.source)
    if not closing:
        return block
    newline = newline_of(block.source)
    if isinstance(block, Clause):
        content = block.source[: len(block.source) - len(block.tail)]
        return read_clause(content + newline + closing + block.tail)
    return replace(block, text=block.text + newline + closing)


def ended(block: Block) -> Block:
    """Return ``block`` closed and with a blank line at its end, so that another can follow."""
    block = _closed(block)
    lines = split_lines(block.source)
    missing = 0
    if lines and lines[-1].strip(" \t\r\n"):
        missing = 1 if lines[-1].endswith(("\n", "\r")) else 2
    elif lines and not lines[-1].endswith(("\n", "\r")):
        missing = 1
    if not missing:
        return block
    blanks = newline_of(block.source) * missing
    if isinstance(block, Heading | Tombstone):
        return replace(block, source=block.source + blanks)
    if isinstance(block, Prose) and block.opener and not block.text:
        return replace(block, opener=block.opener + block.tail + blanks, tail="")
    if isinstance(block, Prose) or block.body or block.notes:
        return replace(block, tail=block.tail + blanks)
    if block.head:
        return replace(block, head=block.head + blanks)
    return replace(block, opening=block.opening + blanks)


def _splice(
    document: Document, index: int, count: int, inserted: Sequence[Block]
) -> tuple[Change, ...]:
    """Replace blocks and mend both seams."""
    if index > 1 and _could_be_front(document.blocks[0]):
        top = _settle_seam(document, 0)  # what comes now could close it
        return (*top, *_splice(apply(document, *top), index, count, inserted))
    start = max(index - 1, 0)
    end = min(index + count + 1, len(document.blocks))
    before = document.blocks[start:end]
    wanted = [*document.blocks[start:index], *inserted, *document.blocks[index + count : end]]
    return _difference(start, before, _settled(document, start, wanted, end))


def _settle_seam(document: Document, seam: int) -> tuple[Change, ...]:
    """Mend the place between the blocks at ``seam - 1`` and ``seam``."""
    start, end = max(seam - 1, 0), min(seam + 1, len(document.blocks))
    before = document.blocks[start:end]
    return _difference(start, before, _settled(document, start, before, end))


def _settled(
    document: Document, start: int, wanted: Sequence[Block], end: int
) -> tuple[Block, ...]:
    """Return the blocks with separators; the last of the document may end anyhow."""
    result: list[Block] = []
    previous = document.blocks[start - 1] if start else None
    for block in wanted:
        if result:
            result[-1] = ended(result[-1])
        result += settle(previous, block)
        previous = block
    if result and end < len(document.blocks):
        result[-1] = ended(result[-1])
    return tuple(result)


def _difference(
    start: int, before: tuple[Block, ...], after: tuple[Block, ...]
) -> tuple[Change, ...]:
    """Return the change from ``before`` to ``after`` without what stays at either end."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    return (ReplaceBlocks(start + head, old, new),) if old or new else ()
