"""Headings and texts between clauses that a file has otherwise than the document."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone
from coauthor.exchange.parts import Parts, document_of, part_of
from coauthor.exchange.texts.keeping import kept

_ALIKE = 0.5
"""Share of common signs from which two texts in one place are the same one, written anew."""


def rewritten(document: Document, taken: Sequence[Block]) -> Mapping[int, Block]:
    """Return what a file says instead of headings and texts, by their index in the document.

    Between the same two clauses: as many headings of a level, or alike texts, that only the
    document has as only the file has.
    """
    shared = {_uid(each) for each in taken} & set(document.positions)
    said = [{_said(each) for each in blocks} for blocks in (document.blocks, taken)]
    ours = _lonely(document.blocks, shared, said[1])
    theirs = _lonely(taken, shared, said[0])
    return {
        mine: taken[yours]
        for place, places in ours.items()
        if len(places) == len(theirs.get(place, ()))
        for mine, yours in zip(places, theirs[place], strict=True)
        if isinstance(document.blocks[mine], Heading) or _alike(document.blocks[mine], taken[yours])
    }


def as_rewritten(block: Block, anew: Block | None) -> Block:
    """Return a block with the words of another; as it is where there is none."""
    before, after = part_of(block), part_of(anew) if anew else None
    if before is None or after is None:
        return block
    part = replace(before, text=kept(before.text, after.text))
    return document_of(Parts("", (part,)), lambda: part.uid).blocks[-1]


def _lonely(
    blocks: Sequence[Block], shared: Container[str], known: Container[tuple[str, ...]]
) -> dict[tuple[str, int], list[int]]:
    """Return what the other has not, by the clause before it and the level (0 for text)."""
    found: dict[tuple[str, int], list[int]] = {}
    place = ""
    for index, block in enumerate(blocks):
        if _uid(block) in shared:
            place = _uid(block)
        elif isinstance(block, Heading | Prose) and _said(block) not in known:
            level = block.level if isinstance(block, Heading) else 0
            found.setdefault((place, level), []).append(index)
    return found


def _uid(block: Block) -> str:
    return block.uid if isinstance(block, Clause | Tombstone) else ""


def _said(block: Block) -> tuple[str, ...]:
    part = part_of(block) if isinstance(block, Heading | Prose) else None
    return (part.kind, str(part.level), *part.text.split()) if part else ()


def _alike(one: Block, other: Block) -> bool:
    texts = [" ".join(_said(each)[2:]) for each in (one, other)]
    return Indel.normalized_similarity(*texts) >= _ALIKE
