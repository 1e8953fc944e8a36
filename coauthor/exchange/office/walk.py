"""A specification as blocks of a word processor, in the order that all formats show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from coauthor.document.model import Clause, Prose, Tombstone
from coauthor.document.model import Heading as Chapter
from coauthor.document.rendering import to_plain
from coauthor.exchange.depths import Depths
from coauthor.exchange.extras import extras
from coauthor.exchange.leave import Annex, annexes
from coauthor.exchange.numbering import chapter_numbers, numbered
from coauthor.exchange.office.markup import Around, to_blocks
from coauthor.exchange.office.tree import (
    Block,
    Contents,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Role,
    Run,
    Table,
)
from coauthor.exchange.places import places
from coauthor.exchange.specification import (
    Item,
    Specification,
    Text,
    change_in_words,
    clause_labels,
    field_label,
    items,
)
from coauthor.lineage.status import Lineage

DEEPEST = 9
"""Levels of headings in Word; ODF has ten."""


def walk(specification: Specification, text: Text, *, covered: bool = False) -> Iterator[Block]:
    """Yield the whole document: title, chapters with their clauses, annexes.

    Args:
        covered: the title stands on a page in front already.
    """
    choice = specification.choice
    added = extras(specification, text)
    if not covered:
        yield Paragraph((Run(to_plain(specification.title)),), Role.TITLE)
    yield from _opening(specification, text)
    if choice.only_changes:
        for ending in added.endings:
            yield Heading(1, (Run(ending.title),))
            yield from ending.blocks
        return
    extra = list(annexes(specification, text))
    shown = list(items(specification))
    numbers = chapter_numbers(specification, shown)
    titles = [annex.title for annex in extra] + [ending.title for ending in added.endings]
    contents = Contents(text("export-contents"), tuple(_chapters(shown, numbers, titles)))
    if contents.entries and choice.contents:
        yield contents
    yield from _Walk(
        specification, text, numbers, added.beside, Around(specification.pictures, places(shown))
    ).items(shown)
    for place, annex in enumerate(extra, start=1):
        yield from _annex(annex, f"annex-{place}")
    for place, ending in enumerate(added.endings, start=len(extra) + 1):
        yield Heading(1, (Run(ending.title),), f"annex-{place}", new_page=True)
        yield from ending.blocks


def _opening(specification: Specification, text: Text) -> Iterator[Block]:
    said = [specification.organisation]
    if specification.standard and not specification.choice.only_changes:
        said.append(text("export-derived-from", standard=specification.standard))
    yield Paragraph((Run(" · ".join(filter(None, said))),), Role.SUBTITLE)
    if specification.example:
        yield Paragraph((Run(text("export-example")),), Role.NOTICE)
    if not specification.shows_lineage:
        return
    share = specification.share.by_clause
    if share is not None:
        yield Paragraph((Run(text("export-share", percent=round(share * 100))),))
    head = tuple((Run(text(f"lineage-{key}")),) for key in Lineage)
    counts = tuple((Run(str(specification.share.counts.get(key, 0))),) for key in Lineage)
    yield Table(head, (counts,), ("",) * len(head), text("export-legend"))
    if specification.share.counts.get(Lineage.ADAPTED):
        yield Paragraph(
            (
                Run(text("office-legend")),
                Run(text("office-removed"), change="removed"),
                Run(", "),
                Run(text("office-added"), change="added"),
                Run("."),
            ),
            Role.CHANGE,
        )


def _chapters(
    shown: list[Item], numbers: Mapping[int, str], titles: list[str]
) -> Iterator[tuple[int, str, str]]:
    for index, item in enumerate(shown):
        if isinstance(item.block, Chapter) and item.block.level <= 2:
            title = numbered(to_plain(item.block.text), numbers.get(index, ""))
            yield item.block.level, title, f"chapter-{index}"
    for place, title in enumerate(titles, start=1):
        yield 1, title, f"annex-{place}"


@dataclass
class _Walk:
    """Goes through the items.

    Args:
        numbers: of chapters, by the place of their item.
        beside: what else stands at a clause, by uid.
        around: pictures and places that texts refer to.
        depths: of the headings.
    """

    specification: Specification
    text: Text
    numbers: Mapping[int, str]
    beside: Mapping[str, tuple[Paragraph, ...]]
    around: Around
    depths: Depths = field(default_factory=Depths)

    def items(self, shown: list[Item]) -> Iterator[Block]:
        """Yield the blocks of every item."""
        for index, item in enumerate(shown):
            block = item.block
            if isinstance(block, Chapter):
                title = numbered(to_plain(block.text), self.numbers.get(index, ""))
                yield Heading(self._depth(block.level), (Run(title),), f"chapter-{index}")
            elif isinstance(block, Prose):
                yield from self._markdown(block.text)
            elif isinstance(block, Clause):
                yield from self._clause(block, item)
            else:
                yield self._gone(block, item)

    def _depth(self, level: int, *, clause: bool = False) -> int:
        return min(self.depths.of(level, clause=clause), DEEPEST)

    def _markdown(self, markdown: str, role: Role = Role.BODY) -> Iterator[Block]:
        for block in to_blocks(markdown, self.text, self.around):
            if isinstance(block, Heading):
                yield replace(block, level=self._depth(block.level))
            elif isinstance(block, Paragraph):
                yield replace(block, role=role)
            else:
                yield _without_headings(block)

    def _clause(self, clause: Clause, item: Item) -> Iterator[Block]:
        title = "\N{NO-BREAK SPACE} ".join(filter(None, (clause.code, to_plain(clause.title))))
        level = self._depth(clause.level, clause=True)
        yield Heading(level, (Run(title or clause.uid),), f"clause-{clause.uid}", clause=True)
        labels = clause_labels(clause, item, self.specification, self.text)
        yield Paragraph((Run(" · ".join(labels)),), Role.LABELS)
        yield from self._markdown(clause.body)
        for key, value in clause.fields.items():
            yield from self._said(field_label(key, self.text), value)
        settled = self.specification.settled.get(clause.uid)
        for each in settled.minority if settled and self.specification.choice.minority else ():
            of = self.text("minority-of", organisation=each.organisation)
            yield from self._said(of, each.argument)
            if each.answer:
                answered = self.text("minority-answer", organisation=each.answered_by)
                yield from self._said(answered, each.answer)
        change = list(change_in_words(clause, item)) if self.specification.shows_lineage else []
        if change:
            runs = [Run(f"{self.text('export-change')}: ", bold=True)]
            for kind, words in change:
                marked = kind if kind in ("removed", "added") else ""
                runs.append(Run(words, change=marked))
            yield Paragraph(tuple(runs), Role.CHANGE)
        yield from self.beside.get(clause.uid, ())

    def _said(self, name: str, markdown: str) -> Iterator[Block]:
        """Yield a value with its name before it, on one line where it begins with words."""
        label = Run(f"{name}: ", bold=True)
        blocks = list(self._markdown(markdown, Role.FIELD))
        if blocks and isinstance(blocks[0], Paragraph):
            blocks[0] = replace(blocks[0], runs=(label, *blocks[0].runs))
        else:
            blocks.insert(0, Paragraph((label,), Role.FIELD))
        yield from blocks

    def _gone(self, stone: Tombstone, item: Item) -> Block:
        name = to_plain(item.standard.title) if item.standard else ""
        told = self.specification.choice.deviations
        reason = item.status.reason if item.status and told else ""
        label = f" – {self.text('lineage-omitted')}" + (f": {reason}" if reason else "")
        runs = (Run(f"{stone.code} "), Run(name, struck=True), Run(label))
        return Paragraph(tuple(run for run in runs if run.text.strip()), Role.GONE)


def _without_headings(block: Block) -> Block:
    """Return a list or quote in which a heading is a paragraph in bold."""
    if isinstance(block, Heading):
        return Paragraph(tuple(replace(run, bold=True) for run in block.runs))
    if isinstance(block, Quote):
        return Quote(tuple(map(_without_headings, block.blocks)))
    if isinstance(block, Listing):
        return replace(
            block, items=tuple(tuple(map(_without_headings, item)) for item in block.items)
        )
    return block


def _annex(annex: Annex, anchor: str) -> Iterator[Block]:
    yield Heading(1, (Run(annex.title),), anchor, new_page=True)
    yield Paragraph((Run(annex.about),))
    for name, rows in annex.entries:
        yield Heading(2, (Run(" ".join(name.split())),), clause=True)
        for label, value in rows:
            yield Paragraph((Run(f"{label}: ", bold=True), Run(value)), Role.FIELD)
