"""Putting a text in the place of some lines of a document, as changes of its blocks."""

from coauthor.document.changes import Change, ReplaceBlocks, ReplaceFrontMatter
from coauthor.document.edits import replace_blocks
from coauthor.document.lines import newline_of, split_lines, with_lines
from coauthor.document.reading import read_blocks, read_document
from coauthor.merge.following import Outline
from coauthor.merge.model import Span


def replace_lines(now: Outline, span: Span, text: str) -> tuple[Change, ...]:
    """Return the changes that put ``text`` in the place of some lines of a document."""
    document = now.document
    if not document.blocks or span.start < now.starts[0]:
        return _replace_all(now, span, text)
    first = max(now.block_at(span.start) or 0, 0)
    last = now.block_at(max(span.end - 1, span.start)) or 0
    if span.start == span.end == now.starts[first] and first:
        first -= 1  # between two blocks: what comes may belong to the one above
    start = now.starts[first]
    if text and span.end < now.starts[-1] and not text.endswith(("\n", "\r")):
        text += newline_of(document.blocks[0].source)
    # only the blocks in question are cut into lines: the document may be very long
    lines = split_lines("".join(block.source for block in document.blocks[first : last + 1]))
    piece = with_lines(lines, (span.start - start, span.end - start, text))
    blocks = list(read_blocks(piece))
    if blocks == list(document.blocks[first : last + 1]):
        return ()
    return replace_blocks(document, first, last + 1 - first, blocks)


def _replace_all(now: Outline, span: Span, text: str) -> tuple[Change, ...]:
    after = read_document(with_lines(now.lines, (span.start, span.end, text)))
    changes: list[Change] = []
    if after.front.source != now.document.front.source:
        changes.append(ReplaceFrontMatter(now.document.front, after.front))
    if after.blocks != now.document.blocks:
        changes.append(ReplaceBlocks(0, now.document.blocks, after.blocks))
    return tuple(changes)
