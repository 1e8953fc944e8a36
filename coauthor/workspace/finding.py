"""Finding and replacing over a whole document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coauthor.document.clauses import with_body, with_heading_text, with_prose, with_title
from coauthor.document.model import Block, Clause, Document, Heading, Prose
from coauthor.workspace.session import Session
from coauthor.workspace.transactions import Changed


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found: block, part (``title``, ``body``, ``text``) and offsets."""

    index: int
    part: str
    start: int
    end: int


def find(document: Document, pattern: re.Pattern[str]) -> Iterator[Hit]:
    """Yield what matches in titles, bodies, headings and prose, in order."""
    for index, block in enumerate(document.blocks):
        for part, text in parts(block):
            for found in pattern.finditer(text):
                if found.end() > found.start():
                    yield Hit(index, part, found.start(), found.end())


def parts(block: Block) -> tuple[tuple[str, str], ...]:
    """Return the parts of a block that people search."""
    if isinstance(block, Clause):
        return ("title", block.title), ("body", block.body)
    if isinstance(block, Heading | Prose):
        return (("text", block.text),)
    return ()


def replace(
    session: Session, pattern: re.Pattern[str], by: str, only: Hit | None = None
) -> tuple[Changed | None, int, int]:
    """Replace one hit or all, as one transaction.

    Locked clauses are passed over. Returns what changed, how many hits were
    replaced, and how many were passed over.
    """
    done = passed = 0
    replacements: list[tuple[int, Block]] = []
    indexes = [only.index] if only else sorted({h.index for h in find(session.document, pattern)})
    for index in indexes:
        block = session.document.blocks[index]
        number = _count(block, pattern) if only is None else 1
        if session.lock_reason(index):
            passed += number
            continue
        changed = _with(block, pattern, by, only)
        if changed != block:
            done += number
            replacements.append((index, changed))
    if not replacements:
        return None, done, passed
    return session.replace_blocks("replace", replacements), done, passed


def _count(block: Block, pattern: re.Pattern[str]) -> int:
    return sum(1 for _, text in parts(block) for found in pattern.finditer(text) if found[0])


def _with(block: Block, pattern: re.Pattern[str], by: str, only: Hit | None) -> Block:
    new = {part: _text(text, part, pattern, by, only) for part, text in parts(block)}
    if isinstance(block, Clause):
        if new["title"] != block.title:
            block = with_title(block, new["title"])
        return with_body(block, new["body"]) if new["body"] != block.body else block
    if isinstance(block, Heading):
        return with_heading_text(block, new["text"])
    if isinstance(block, Prose):
        return with_prose(block, new["text"])
    return block


def _text(text: str, part: str, pattern: re.Pattern[str], by: str, only: Hit | None) -> str:
    if only is None:
        return pattern.sub(lambda found: by if found[0] else found[0], text)
    if only.part != part:
        return text
    return text[: only.start] + by + text[only.end :]
