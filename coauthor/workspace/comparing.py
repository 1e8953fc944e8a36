"""Comparing two documents: row by row, and within a row in words."""

from typing import Any

from coauthor.document.align import align
from coauthor.document.model import Block, Clause, Document, Heading, Tombstone
from coauthor.document.words import same_words, word_diff


def compare(before: Document, after: Document) -> dict[str, Any]:
    """Return the differences of two documents, in a form that scripts can rely on.

    Rows stand in the order of ``after``; each is ``same``, ``changed``, ``moved``,
    ``added`` or ``removed``.
    """
    rows = [
        _row(
            after.blocks[here] if here is not None else None,
            before.blocks[there] if there is not None else None,
            moved=row.moved,
        )
        for row in align(after, before)
        for here, there in [row.places]
    ]
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["change"]] = counts.get(row["change"], 0) + 1
    return {"format": 1, "counts": counts, "rows": rows}


def is_equal(comparison: dict[str, Any]) -> bool:
    """Tell whether a comparison found no difference."""
    return set(comparison["counts"]) <= {"same"}


def _row(after: Block | None, before: Block | None, *, moved: bool) -> dict[str, Any]:
    block = after or before
    row: dict[str, Any] = {
        "type": type(block).__name__.lower(),
        "uid": getattr(block, "uid", "") or None,
        "code": getattr(block, "code", "") or None,
        "change": _change(after, before, moved=moved),
        "moved": moved,
    }
    if row["change"] != "same":
        row["before"] = None if before is None else text_of(before)
        row["after"] = None if after is None else text_of(after)
        row["words"] = words(text_of(before), text_of(after)) if before and after else None
    return row


def _change(after: Block | None, before: Block | None, *, moved: bool) -> str:
    if before is None:
        return "added"
    if after is None:
        return "removed"
    if type(after) is not type(before) or not same_words(_whole(before), _whole(after)):
        return "changed"
    return "moved" if moved else "same"


def _whole(block: Block) -> str:
    return block.source


def text_of(block: Block) -> str:
    """Return the words of a block that people read."""
    if isinstance(block, Clause):
        return f"{block.title}\n\n{block.body}{block.notes}".strip()
    if isinstance(block, Heading):
        return block.text
    if isinstance(block, Tombstone):
        return block.source.strip()
    return block.text


def words(before: str, after: str) -> list[list[str]]:
    """Return a difference as pairs of ``same``, ``removed`` or ``added`` and the words."""
    return [
        [
            run.kind,
            before[run.before_start : run.before_end]
            if run.kind == "removed"
            else after[run.after_start : run.after_end],
        ]
        for run in word_diff(before, after)
    ]
