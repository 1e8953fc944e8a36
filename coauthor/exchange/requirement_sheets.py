"""Requirements in a spreadsheet: the column that says most, row by row, under what heads it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coauthor.exchange.tables.sheet import Row, Sheet, Spreadsheet

_HEAD_WORDS = frozenset(
    "omschrijving eis eisen wens requirement requirements functionaliteit beschrijving tekst "
    "description story".split()
)
_FEWEST = 3
"""Words that a text has at least; less is a label."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """A row that asks something.

    Args:
        place: where it stands, such as ``Eisen 12``.
        code: what it is cited by, or ''.
        heading: what else the row says of it: a group, a theme.
    """

    place: str
    code: str
    heading: str
    text: str


def requirements(book: Spreadsheet) -> tuple[Requirement, ...]:
    """Return the rows that ask something, in order.

    The column whose head names it holds the text, or else the column with the most
    words; sheets without such a column give nothing.
    """
    return tuple(found for sheet in book.sheets for found in _of_sheet(sheet))


def _of_sheet(sheet: Sheet) -> Iterator[Requirement]:
    column = _column(sheet.rows)
    if column is None:
        return
    head = next((row for row in sheet.rows if _names(row, column)), None)
    for row in sheet.rows:
        text = row.cells[column] if column < len(row.cells) else ""
        if (head is not None and row.number <= head.number) or len(text.split()) < _FEWEST:
            continue
        before = [cell for cell in row.cells[:column] if cell]
        code = next(
            (cell for cell in before if any(map(str.isdigit, cell)) and " " not in cell), ""
        )
        heading = " ".join(cell for cell in before if cell != code and len(cell.split()) < 12)
        place = f"{sheet.name} {row.number}".strip()
        yield Requirement(place, code, heading, text)


def _column(rows: Sequence[Row]) -> int | None:
    words: dict[int, int] = {}
    for row in rows:
        for at, cell in enumerate(row.cells):
            count = len(cell.split())
            if count >= _FEWEST:
                words[at] = words.get(at, 0) + count
    if not words:
        return None
    most = max(words.values())
    named = [at for at in words if any(_names(row, at) for row in rows) and words[at] * 3 >= most]
    return max(named or words, key=lambda at: (words[at], -at))


def _names(row: Row, column: int) -> bool:
    if column >= len(row.cells):
        return False
    said = row.cells[column].casefold().replace("/", " ").split()
    return 0 < len(said) <= 4 and not _HEAD_WORDS.isdisjoint(said)
