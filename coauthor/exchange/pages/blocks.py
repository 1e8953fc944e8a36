"""Blocks as the data that the template of the pages shows.

A block is a list that begins with its kind; a run is a string, or a list of a string, its
marks (``b``, ``i``, ``c``, ``s``, ``+``, ``-``), an address and, of a picture, the name of its
file, its width and height in millimetres and what it shows.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from coauthor.exchange.office.markup import plain
from coauthor.exchange.office.tree import (
    Block,
    Code,
    Contents,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)
from coauthor.exchange.pages.signs import LONGEST, Signs, breakable

Data = list[object]
DEEPEST = 8
"""Lists and quotes in each other that are shown as such; typst has a limit to nesting."""
COLUMNS = 12
"""Columns that a page has room for."""
HEADING = 500
"""Characters of a heading; a bookmark may hold 32,767 bytes (PDF/A)."""
LISTED = 2
"""The depth of the list of contents."""
UNNAMED = "–"
"""Stands for a heading without words, which PDF/UA does not take."""
_LINE = 96
"""Characters in a line of a table over the whole width."""
_NUMBER = 2**31


@dataclass(frozen=True)
class Printed:
    """Turns blocks into data.

    Args:
        signs: what can be shown.
        files: the pictures, by the names that the data call them.
    """

    signs: Signs
    files: dict[str, bytes] = field(default_factory=dict)
    _anchors: set[str] = field(default_factory=set)

    def block(self, block: Block, depth: int = 0) -> Iterator[Data]:
        """Yield a block; more than one where the pages need it otherwise."""
        if isinstance(block, Heading):
            yield from self._heading(block)
        elif isinstance(block, Listing):
            yield from self._list(block, depth)
        elif isinstance(block, Quote):
            inner = [made for each in block.blocks for made in self.block(each, depth + 1)]
            if depth < DEEPEST:
                inner = [["q", inner]]
            yield from inner
        elif isinstance(block, Table):
            yield from self._table(block)
        elif not isinstance(block, Paragraph):
            yield self._plain(block)
        elif plain(block.runs).strip():
            yield ["p", str(block.role), self._runs(block.runs)]

    def _plain(self, block: Code | Contents | Rule) -> Data:
        if isinstance(block, Code):
            lines = "\n".join(map(self.signs.of, block.text.expandtabs(4).split("\n")))
            return ["c", breakable(lines)]
        return ["o", self.signs.of(block.title)] if isinstance(block, Contents) else ["r"]

    def _heading(self, heading: Heading) -> Iterator[Data]:
        """Yield a heading; one as long as a text goes on as a paragraph, nothing is lost."""
        words = plain(heading.runs)
        runs = heading.runs
        if not self.signs.of(words).strip():
            runs = (Run(UNNAMED),)
        elif len(words) > HEADING:
            runs = (Run(f"{words[:HEADING]}…"),)
        listed = bool(heading.anchor) and not heading.clause and heading.level <= LISTED
        anchor = "" if heading.anchor in self._anchors else heading.anchor
        self._anchors.add(anchor)
        said = self._runs(runs)
        yield ["h", heading.level, said, heading.clause, listed, heading.new_page, anchor]
        if len(words) > HEADING:
            yield ["p", "body", self._runs((Run(f"…{words[HEADING:]}"),))]

    def _list(self, listing: Listing, depth: int) -> Iterator[Data]:
        items = [
            [made for each in item for made in self.block(each, depth + 1)]
            for item in listing.items
        ]
        if depth >= DEEPEST:
            yield from (made for item in items for made in item)
        elif listing.start is None:
            yield ["l", items]
        else:
            yield ["n", min(listing.start, _NUMBER), items]

    def _table(self, table: Table) -> Iterator[Data]:
        if len(table.head) > COLUMNS:
            yield from self._rows(table)
            return
        room = max(8, _LINE // max(len(table.head), 1) - 2)
        yield [
            "t",
            table.shares(),
            list(table.sides),
            [self._runs(cell, room) for cell in table.head],
            [[self._runs(cell, room) for cell in row] for row in table.rows],
            self.signs.of(table.caption),
        ]

    def _rows(self, table: Table) -> Iterator[Data]:
        """Yield each row of a table that is too wide as what each column says."""
        for row in table.rows:
            said: list[Run] = []
            for name, cell in zip(table.head, row, strict=False):
                if plain(cell).strip():
                    said += [Run("\n")] * bool(said)
                    said += [*(replace(run, bold=True) for run in name), Run(": "), *cell]
            yield ["p", "field", self._runs(said)]

    def _runs(self, runs: Sequence[Run] | Runs, longest: int = LONGEST) -> str | Data:
        made = [self._run(run, longest) for run in runs]
        return made[0] if len(made) == 1 and isinstance(made[0], str) else list(made)

    def _figure(self, figure: Figure) -> Data:
        name = f"{hashlib.sha256(figure.data).hexdigest()[:24]}.{figure.kind}"
        self.files[name] = figure.data
        return [name, figure.width, figure.height, self.signs.of(figure.alt)]

    def _run(self, run: Run, longest: int) -> str | Data:
        if run.figure is not None:
            return [self.signs.of(run.figure.alt), "", run.link, self._figure(run.figure)]
        words = breakable(self.signs.of(run.text), longest)
        marks = (
            "b" * run.bold
            + "i" * run.italic
            + "c" * run.code
            + "s" * run.struck
            + {"added": "+", "removed": "-"}.get(run.change, "")
        )
        return [words, marks, run.link] if marks or run.link else words
