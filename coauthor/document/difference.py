"""From one document to another in changes no larger than needed."""

from collections.abc import Iterator

from coauthor.document.changes import Change, ReplaceBlocks, ReplaceFrontMatter
from coauthor.document.linemap import LineMap
from coauthor.document.model import Document


def changes_between(before: Document, after: Document) -> tuple[Change, ...]:
    """Return changes that make ``after`` of ``before``, in the order of the text.

    Each stands where its blocks are in ``after``, because those above it came before.
    Blocks that stand in both in the same order stay; so a few edits in a long
    document are a few small changes.
    """
    changes: list[Change] = []
    if after.front.source != before.front.source:
        changes.append(ReplaceFrontMatter(before.front, after.front))
    for (start, end), (first, last) in _runs(before, after):
        changes.append(ReplaceBlocks(first, before.blocks[start:end], after.blocks[first:last]))
    return tuple(changes)


def _runs(before: Document, after: Document) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the runs of blocks that differ: where in ``before``, and where in ``after``."""
    lines = LineMap([each.source for each in before.blocks], [each.source for each in after.blocks])
    here, there = 0, 0
    for index, block in enumerate(before.blocks):
        image = lines.image(index)
        if image is None or after.blocks[image] != block:
            continue
        if index > here or image > there:
            yield (here, index), (there, image)
        here, there = index + 1, image + 1
    if here < len(before.blocks) or there < len(after.blocks):
        yield (here, len(before.blocks)), (there, len(after.blocks))
