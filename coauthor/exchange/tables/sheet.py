"""A spreadsheet as rows of text, whatever program made it."""

from dataclasses import dataclass, field, replace


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
        across: those of merged cells whose text was written in another column.
        remarks: what is said of its cells.
        dates: columns, from 0, that hold a date.
        struck: columns, from 0, with struck out words.
    """

    number: int
    cells: tuple[str, ...]
    hidden: bool = False
    formulas: frozenset[int] = frozenset()
    merged: frozenset[int] = frozenset()
    remarks: tuple[Said, ...] = ()
    across: frozenset[int] = frozenset()
    dates: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()

    def apart(self) -> "Row":
        """Return the row with the text of merged cells in their own column only."""
        if not self.across:
            return self
        cells = ("" if at in self.across else cell for at, cell in enumerate(self.cells))
        return replace(self, cells=tuple(cells))


@dataclass(frozen=True)
class Sheet:
    """A sheet with its rows; a CSV file is one sheet without a name.

    Args:
        unseen: columns, from 0, that are hidden.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    unseen: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Spreadsheet:
    """A file that somebody sent."""

    name: str
    sheets: tuple[Sheet, ...] = field(default=())
