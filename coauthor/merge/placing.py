"""Putting a text in the place of some lines of a document, as changes of its blocks."""

from coauthor.document.changes import Change, ReplaceFrontMatter, apply
from coauthor.document.edits import replace_blocks
from coauthor.document.lines import newline_of, split_lines, with_lines
from coauthor.document.model import Prose
from coauthor.document.reading import read_blocks, read_document
from coauthor.merge.following import Outline
from coauthor.merge.model import Span


def replace_lines(now: Outline, span: Span, text: str) -> tuple[Change, ...]:
    """Return the changes that put ``text`` in the place of some lines of a document."""
    document = now.document
    if not document.blocks or span.start < now.starts[0]:
        return _replace_top(now, span, text)
    first = max(now.block_at(span.start) or 0, 0)
    last = now.block_at(max(span.end - 1, span.start)) or 0
    count = last + 1 - first
    if span.start == span.end == now.starts[first]:
        # Between two blocks what comes may belong to the one above. Of the one below only
        # bare prose runs on from it: what it leaves open must not take a marker in.
        below = document.blocks[first]
        count = 1 if isinstance(below, Prose) and not below.opener else 0
        if first:
            first, count = first - 1, count + 1
    start = now.starts[first]
    if text and span.end < now.starts[-1] and not text.endswith(("\n", "\r")):
        text += newline_of(document.blocks[0].source)
    # only the blocks in question are cut into lines: the document may be very long
    touched = document.blocks[first : first + count]
    lines = split_lines("".join(block.source for block in touched))
    piece = with_lines(lines, (span.start - start, span.end - start, text))
    blocks = list(read_blocks(piece))
    if blocks == list(touched):
        return ()
    return replace_blocks(document, first, count, blocks)


def _replace_top(now: Outline, span: Span, text: str) -> tuple[Change, ...]:
    """Return the changes for lines that begin in the front matter, up to the end of a block."""
    document = now.document
    count = 0
    if document.blocks and span.end > now.starts[0]:
        count = (now.block_at(span.end - 1) or 0) + 1
    end = now.starts[count] if document.blocks else len(now.lines)
    after = read_document(with_lines(now.lines[:end], (span.start, span.end, text)))
    changes: list[Change] = []
    if after.front.source != document.front.source:
        changes.append(ReplaceFrontMatter(document.front, after.front))
    if after.blocks != document.blocks[:count]:
        rest = apply(document, *changes)
        changes += replace_blocks(rest, 0, count, after.blocks)
    return tuple(changes)
