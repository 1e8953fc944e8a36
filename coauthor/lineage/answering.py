"""Answering what an upgrade asks: another text at its place."""

from dataclasses import replace

from coauthor.document import edits
from coauthor.document.changes import Change, ReplaceBlocks, ReplaceFrontMatter
from coauthor.document.lines import split_lines
from coauthor.document.model import Clause, Document
from coauthor.document.reading import read_clause, read_document
from coauthor.lineage.items import Item


class PlaceGoneError(ValueError):
    """The text that was asked about is no longer in the document."""


def answer(document: Document, item: Item, text: str) -> tuple[Change, ...]:
    """Return the changes that put a text at the place of an item; '' takes the place out.

    Raises:
        PlaceGoneError: the document no longer has the place.
    """
    if item.type == "clause":
        return _answer_clause(document, item, text)
    if text == item.becomes:
        return ()
    before = document.text
    start = find_place(before, item)
    after = before[:start] + text + before[start + len(item.becomes) :]
    return whole_change(document, read_document(after))


def _answer_clause(document: Document, item: Item, text: str) -> tuple[Change, ...]:
    index = document.positions.get(item.uid)
    if index is None:
        raise PlaceGoneError(item.uid)
    block = document.blocks[index]
    if not text:
        return edits.remove(document, index)
    if not text.lstrip().startswith("<!-- clause"):
        return ()  # it stays left out
    clause = read_clause(text)
    if isinstance(block, Clause) and block.tail and clause.tail:
        clause = replace(clause, tail=block.tail)
    return () if clause == block else edits.replace_block(document, index, clause)


def find_place(text: str, item: Item) -> int:
    """Return where the text of an item begins.

    The line above tells apart places with the same text, and finds one without.

    Raises:
        PlaceGoneError: it is not there.
    """
    found = _after_line(text, item)
    if found < 0 and item.becomes.strip():
        found = text.find(item.becomes)
    if found < 0:
        raise PlaceGoneError(item.title)
    return found


def _after_line(text: str, item: Item) -> int:
    """Return where the text stands right behind the line above, blank lines aside; or -1."""
    if not item.above:
        return 0 if text.startswith(item.becomes) else -1
    position = 0
    lines = split_lines(text)
    for index, line in enumerate(lines):
        position += len(line)
        if line != item.above:
            continue
        start = position
        for following in [*lines[index + 1 :], ""]:
            if text.startswith(item.becomes, start):
                return start
            if following.strip():
                break
            start += len(following)
    return -1


def whole_change(before: Document, after: Document) -> tuple[Change, ...]:
    """Return the changes from one document to another, without what stays at either end."""
    changes: list[Change] = []
    if before.front.source != after.front.source:
        changes.append(ReplaceFrontMatter(before.front, after.front))
    old, new = before.blocks, after.blocks
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if head < len(old) - tail or head < len(new) - tail:
        gone, came = old[head : len(old) - tail], new[head : len(new) - tail]
        changes.append(ReplaceBlocks(head, gone, came))
    return tuple(changes)
