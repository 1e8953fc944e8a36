"""Markdown for readers elsewhere: plain text with codes, without our markers."""

from collections.abc import Iterator

from coauthor.document.model import Clause, Heading, Prose
from coauthor.document.parameters import shown
from coauthor.document.reading import encode
from coauthor.exchange.extras import extras
from coauthor.exchange.leave import annexes
from coauthor.exchange.numbering import chapter_numbers, numbered
from coauthor.exchange.pages.plain import to_markdown as to_markdown_blocks
from coauthor.exchange.specification import (
    Item,
    Specification,
    Text,
    field_label,
    items,
    kind_label,
    lineage_key,
    settled_label,
)

_LEVEL = 3


def to_markdown(specification: Specification, text: Text) -> bytes:
    """Return a document as plain Markdown."""
    return encode("\n".join(_lines(specification, text)) + "\n")


def _lines(specification: Specification, text: Text) -> Iterator[str]:
    added = extras(specification, text)
    only = specification.choice.only_changes
    if only:
        yield f"# {_one_line(specification.title)}\n"
    found = [] if only else list(items(specification))
    numbers = chapter_numbers(specification, found)
    for place, item in enumerate(found):
        yield from _item(item, numbers.get(place, ""), specification, text)
        if isinstance(item.block, Clause):
            yield from to_markdown_blocks(added.beside.get(item.block.uid, ()))
    for annex in () if only else annexes(specification, text):
        yield f"# {annex.title}\n\n{annex.about}\n"
        for name, rows in annex.entries:
            yield f"## {name}\n"
            for label, value in rows:
                yield f"- **{label}**: {_one_line(value)}"
            yield ""
    for ending in added.endings:
        yield f"# {ending.title}\n"
        yield from to_markdown_blocks(ending.blocks)
    yield f"\n---\n\n{specification.version} · {specification.digest}"


def _one_line(value: str) -> str:
    """Return a value as text that no renderer takes for markup of its own."""
    return " ".join(value.split()).replace("&", "&amp;").replace("<", "&lt;")


def _item(item: Item, number: str, specification: Specification, text: Text) -> Iterator[str]:
    block = item.block
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {numbered(block.text, number)}\n"
    elif isinstance(block, Prose):
        yield f"{block.text}\n"
    elif isinstance(block, Clause):
        title = " ".join(part for part in (block.code, block.title) if part)
        yield f"{'#' * (block.level or _LEVEL)} {title}\n"
        kinds = [kind_label(block.kind, text), specification.theme_label(block.theme)]
        if item.status and specification.shows_lineage:
            kinds.append(text(f"lineage-{lineage_key(item.status)}"))
        yield f"*{' · '.join(kind for kind in kinds if kind)}*\n"
        yield f"{shown(block.body)}\n"
        for key, value in block.fields.items():
            quoted = shown(value).replace("\n", "\n> ")
            yield f"> **{field_label(key, text)}** {quoted}\n"
        yield from _settled(block.uid, specification, text)
    elif item.status:
        told = item.status.reason and specification.choice.deviations
        reason = f" – {item.status.reason}" if told else ""
        name = item.standard.title if item.standard else ""
        yield f"~~{block.code} {name}~~ *{text('lineage-omitted')}{reason}*\n"


def _settled(uid: str, specification: Specification, text: Text) -> Iterator[str]:
    """Yield who did not agree when the clause was released."""
    settled = specification.settled.get(uid)
    if settled is None or not settled.minority or not specification.choice.minority:
        return
    if said := settled_label(settled, text):
        yield f"> *{said}*\n"
    for each in settled.minority:
        argument = each.argument.replace("\n", "\n> ")
        yield f"> **{text('minority-of', organisation=each.organisation)}** {argument}\n"
        if each.answer:
            answer = each.answer.replace("\n", "\n> ")
            yield f"> **{text('minority-answer', organisation=each.answered_by)}** {answer}\n"
