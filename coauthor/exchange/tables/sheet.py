"""A spreadsheet as rows of text, whatever program made it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Said:
    """A comment on a cell.

    Args:
        author: as the file has it, or ''.
        when: ISO 8601, or ''.
    """

    words: str
    author: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet.

    Args:
        number: from 1, as the program shows it in which the sheet was made.
        formulas: columns, from 0, in which a formula stands.
        merged: columns, from 0, whose text was written in a row above.
        remarks: what is said of its cells.
    """

    number: int
    cells: tuple[str, ...]
    hidden: bool = False
    formulas: frozenset[int] = frozenset()
    merged: frozenset[int] = frozenset()
    remarks: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A sheet with its rows; a CSV file is one sheet without a name."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False


@dataclass(frozen=True)
class Spreadsheet:
    """A file that somebody sent."""

    name: str
    sheets: tuple[Sheet, ...] = field(default=())
