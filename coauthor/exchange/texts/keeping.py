"""A text that comes back from a word processor, which keeps less than Markdown says.

What it cannot keep, such as the name of a slot or how a table is aligned, is no change by
whoever wrote in it: a text that came back as it went out stays as it was, and in one that
was changed the changes go into the text as it was.
"""

from collections.abc import Iterator, Sequence

from coauthor.exchange.office.markup import to_blocks
from coauthor.exchange.office.tree import (
    Block,
    Code,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Runs,
    Table,
)
from coauthor.exchange.texts import pieces
from coauthor.exchange.texts.markdown import to_markdown
from coauthor.exchange.texts.pieces import Cell, Grid, Line, Row, Span
from coauthor.language import LANGUAGES, Catalogue
from coauthor.merge.merging import merge_texts
from coauthor.merge.words import same_words

_PLACE = 0


def kept(now: str, incoming: str) -> str:
    """Return a text as a word processor made it, with what it could not keep.

    Args:
        now: Markdown as it is here.
        incoming: the same as it came back; may be changed.
    """
    if now == incoming:
        return now
    languages = LANGUAGES if "![" in now else LANGUAGES[:1]
    shown = [as_it_comes_back(now, language) for language in languages]
    if any(same_words(each, incoming) for each in shown):
        return now
    merged = merge_texts(shown[0], now, incoming)
    return incoming if merged.decisions else merged.text


def as_it_comes_back(markdown: str, language: str = LANGUAGES[0]) -> str:
    """Return Markdown as it is when a word processor had it, and nobody changed it."""
    return to_markdown(list(_lines(to_blocks(markdown, Catalogue(language)), 0)))


def _lines(blocks: Sequence[Block], depth: int, role: str = "") -> Iterator[pieces.Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Line(_spans(block.runs), _PLACE, role=role)
        elif isinstance(block, Heading):
            yield Line(_spans(block.runs), _PLACE, block.level)
        elif isinstance(block, Code):
            yield Line([Span(block.text)], _PLACE, role="code")
        elif isinstance(block, Quote):
            yield from _lines(block.blocks, depth, "quote")
        elif isinstance(block, Listing):
            yield from _items(block, depth)
        elif isinstance(block, Table):
            yield Grid([_row(row) for row in (block.head, *block.rows)], _PLACE)


def _items(listing: Listing, depth: int) -> Iterator[pieces.Block]:
    for at, item in enumerate(listing.items):
        first = True
        for line in _lines(item, depth + 1):
            if isinstance(line, Line) and line.listed is None and not line.level:
                if first:
                    line.listed = ("list", depth)
                    line.number = "" if listing.start is None else f"{listing.start + at}."
                else:
                    line.goes_on = True
            first = False
            yield line


def _row(cells: Sequence[Runs]) -> Row:
    return Row([Cell([Line(_spans(runs), _PLACE)]) for runs in cells])


def _spans(runs: Runs) -> list[Span]:
    return [
        Span(run.text, run.bold, run.italic, run.struck, run.link, code=run.code) for run in runs
    ]
