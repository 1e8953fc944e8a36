"""What a text with tracked changes said before them, and what it would say after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from coauthor.exchange.texts.counting import Level, Numbers
from coauthor.exchange.texts.pieces import Block, Cell, Grid, Line, Mark, Row, Span


def version(
    blocks: Sequence[Block], lists: Mapping[str, Sequence[Level]], *, after: bool
) -> list[Block]:
    """Return a text before its tracked changes or after them, its lists numbered.

    Args:
        lists: by name the levels of each list.
    """
    return list(_numbered(_version(blocks, after=after), Numbers(lists)))


def _version(blocks: Sequence[Block], *, after: bool) -> Iterator[Block]:
    waiting: Line | None = None
    for block in blocks:
        if isinstance(block, Grid):
            if waiting is not None and waiting.text.strip():
                yield waiting
            waiting = None
            yield _grid(block, after=after)
            continue
        line = _joined(waiting, _line(block, after=after))
        end = block.went if after else block.came
        waiting = line if end is not None else None
        if waiting is None:
            yield line
    if waiting is not None and waiting.text.strip():
        yield waiting


def _line(line: Line, *, after: bool) -> Line:
    for span in line.spans:
        if span.came or span.went:
            return replace(line, spans=list(_spans(line.spans, after=after)))
    return line


def _spans(spans: Sequence[Span], *, after: bool) -> Iterator[Span]:
    for span in spans:
        if (span.went if after else span.came) is None:
            yield span


def _joined(first: Line | None, line: Line) -> Line:
    """Return two paragraphs as one; what has words says what it is."""
    if first is None:
        return line
    if not first.text.strip():
        return replace(line, said=first.said + line.said)
    return replace(first, spans=first.spans + line.spans, said=first.said + line.said)


def _grid(grid: Grid, *, after: bool) -> Grid:
    rows = [
        Row([_cell(cell, after=after) for cell in row.cells])
        for row in grid.rows
        if (row.went if after else row.came) is None
    ]
    return Grid(rows, grid.place)


def _cell(cell: Cell, *, after: bool) -> Cell:
    return Cell(list(_version(cell.blocks, after=after)), cell.across, cell.below)


def _numbered(blocks: Sequence[Block] | Iterator[Block], numbers: Numbers) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                for cell in row.cells:
                    cell.blocks = list(_numbered(cell.blocks, numbers))
            yield block
        elif block.listed is None:
            yield block
        else:
            yield replace(block, number=numbers.next(*block.listed, block.begins))


def changed_by(lines: Sequence[Line]) -> Mark:
    """Return who made the changes in some paragraphs first, as far as it says so."""
    for line in lines:
        for span in line.spans:
            if found := span.came or span.went:
                return found
        if found := line.came or line.went:
            return found
    return Mark()
