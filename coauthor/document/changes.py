"""Changes as values, each with its inverse; undo and the journal are lists of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from coauthor.document.markers import parse_marker
from coauthor.document.model import Block, Clause, Document, FrontMatter, Heading, Prose, Tombstone
from coauthor.document.reading import read_blocks, read_document


class ChangeMisfitError(ValueError):
    """The document is not what the change was made for; nothing was changed."""


@dataclass(frozen=True, slots=True)
class ReplaceBlocks:
    """At ``index`` the blocks ``before`` become ``after``; either may be empty."""

    index: int
    before: tuple[Block, ...]
    after: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class MoveBlocks:
    """``count`` blocks from ``start`` go to stand at ``to``, counted without them."""

    start: int
    count: int
    to: int


@dataclass(frozen=True, slots=True)
class ReplaceFrontMatter:
    """The front matter ``before`` becomes ``after``."""

    before: FrontMatter
    after: FrontMatter


Change = ReplaceBlocks | MoveBlocks | ReplaceFrontMatter


def apply(document: Document, *changes: Change) -> Document:
    """Return the document after the changes, in order.

    Raises:
        ChangeMisfitError: a change was made for another document.
    """
    for change in changes:
        document = _apply_one(document, change)
    return document


def _apply_one(document: Document, change: Change) -> Document:
    if isinstance(change, ReplaceFrontMatter):
        if document.front.source != change.before.source:
            raise ChangeMisfitError("front matter")
        return replace(document, front=change.after)
    blocks = document.blocks
    if isinstance(change, MoveBlocks):
        moved = blocks[change.start : change.start + change.count]
        rest = blocks[: change.start] + blocks[change.start + change.count :]
        if change.start < 0 or len(moved) != change.count or not 0 <= change.to <= len(rest):
            raise ChangeMisfitError("blocks to move")
        return replace(document, blocks=rest[: change.to] + moved + rest[change.to :])
    end = change.index + len(change.before)
    if change.index < 0 or blocks[change.index : end] != change.before:
        raise ChangeMisfitError("blocks to replace")
    after = replace(document, blocks=blocks[: change.index] + change.after + blocks[end:])
    if [_identity(block) for block in change.before] == [_identity(b) for b in change.after]:
        after.__dict__["positions"] = document.positions  # typing moves no clause
    return after


def _identity(block: Block) -> tuple[type[Block], str]:
    return type(block), block.uid if isinstance(block, Clause | Tombstone) else ""


def inverse(change: Change) -> Change:
    """Return the change that takes ``change`` back."""
    if isinstance(change, MoveBlocks):
        return MoveBlocks(change.to, change.count, change.start)
    if isinstance(change, ReplaceFrontMatter):
        return ReplaceFrontMatter(change.after, change.before)
    return ReplaceBlocks(change.index, change.after, change.before)


def inverses(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes that take a list of changes back, last one first."""
    return tuple(inverse(change) for change in reversed(changes))


def to_record(change: Change) -> dict[str, Any]:
    """Return a change as plain JSON values."""
    if isinstance(change, MoveBlocks):
        return {"move": [change.start, change.count, change.to]}
    if isinstance(change, ReplaceFrontMatter):
        return {"front": [change.before.source, change.after.source]}
    return {
        "at": change.index,
        "before": [_block_record(block) for block in change.before],
        "after": [_block_record(block) for block in change.after],
    }


def from_record(record: Mapping[str, Any]) -> Change:
    """Return the change that `to_record` wrote.

    Raises:
        ChangeMisfitError: the record is none of ours.
    """
    try:
        if "move" in record:
            start, count, to = record["move"]
            return MoveBlocks(int(start), int(count), int(to))
        if "front" in record:
            before, after = record["front"]
            return ReplaceFrontMatter(read_document(before).front, read_document(after).front)
        return ReplaceBlocks(
            int(record["at"]),
            tuple(_block(each) for each in record["before"]),
            tuple(_block(each) for each in record["after"]),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise ChangeMisfitError(str(record)[:80]) from error


def _block_record(block: Block) -> list[str]:
    if isinstance(block, Prose):
        return ["prose", block.opener, block.text, block.tail]
    return [type(block).__name__.lower(), block.source]


def _block(record: list[str]) -> Block:
    kind, *pieces = record
    if kind == "prose":
        opener, text, tail = pieces
        return Prose(text, tail, opener)
    (source,) = pieces
    if kind == "tombstone":
        marker = parse_marker(source)
        if marker is None:
            raise ValueError(source)
        return Tombstone(marker, source)
    (block,) = read_blocks(source)
    if kind != type(block).__name__.lower():
        raise ValueError(kind)
    return block


def touched(change: Change) -> frozenset[str]:
    """Return the uids of the clauses that a change writes, adds or removes."""
    if not isinstance(change, ReplaceBlocks):
        return frozenset()
    return frozenset(
        block.uid
        for block in (*change.before, *change.after)
        if isinstance(block, Clause | Tombstone)
    )


__all__ = [
    "Change",
    "ChangeMisfitError",
    "Heading",
    "MoveBlocks",
    "ReplaceBlocks",
    "ReplaceFrontMatter",
    "apply",
    "from_record",
    "inverse",
    "inverses",
    "to_record",
    "touched",
]
