"""Answer sheets as vendors send them back: filled in, turned about and written by another hand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from coauthor.exchange.answer_form import COLUMNS
from coauthor.language import Catalogue
from coauthor.workspace.exporting import export
from coauthor.workspace.workspace import Workspace
from tests.workspace.market.making import WHEN

KEYS = tuple(key for key, _ in COLUMNS)
Cell = str | float | date | datetime
Grid = list[list[Cell]]
Answers = Mapping[str, Mapping[str, Cell]]
"""Uid of a clause → column → what the vendor fills in."""


def sent(workspace: Workspace, folder: Path, language: str = "nl") -> Path:
    """Export the answer sheet of the only document."""
    path = folder / "uit.xlsx"
    entry = workspace.settings.documents[0]
    export(workspace, entry, "answers", path, when=WHEN, language=language)
    return path


def grid_of(path: Path, sheet: int = 0) -> Grid:
    book = CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
    return [list(row) for row in book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)]


def filled(grid: Grid, answers: Answers) -> Grid:
    """Return the grid as a vendor fills it in."""
    rows = [list(row) for row in grid]
    for row in rows[1:]:
        for key, said in answers.get(str(row[0]), {}).items():
            row[KEYS.index(key)] = said
    return rows


def written(
    path: Path,
    grid: Sequence[Sequence[Cell]],
    vendor: str = "Acme",
    *,
    saved: datetime = WHEN,
    hidden: Iterable[int] = (),
    name: str = "Antwoorden",
    language: str = "nl",
    alter: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None] | None = None,
) -> Path:
    """Write a sheet as another program does: no protection, no hidden columns, no formats."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": saved.replace(tzinfo=None)})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    if vendor:
        legend = book.add_worksheet("Blad 1")
        legend.write_row(3, 1, [Catalogue(language)("sheet-legend-vendor"), vendor])
    sheet = book.add_worksheet(name)
    for number, row in enumerate(grid):
        for column, said in enumerate(row):
            if isinstance(said, date):
                sheet.write_datetime(number, column, said, day)
            elif isinstance(said, str) and said:
                sheet.write_string(number, column, said)
            elif not isinstance(said, str):
                sheet.write_number(number, column, said)
    for number in hidden:
        sheet.set_row(number, None, None, {"hidden": True})
    if alter is not None:
        alter(book, sheet)
    book.close()
    return path
