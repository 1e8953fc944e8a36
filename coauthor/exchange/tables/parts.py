"""Rows of a spreadsheet as parts of a document, by a plan.

Nothing is dropped unsaid: what a plan leaves out, or what was read otherwise than it
stands there, is in the notes.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from coauthor.exchange.parts import Part
from coauthor.exchange.sheet_plan import FIELD, LEFT, SheetCut, SheetPlan, plain
from coauthor.exchange.tables.filled import Rows
from coauthor.exchange.tables.heads import field_of, is_ours
from coauthor.exchange.tables.list_rows import read_theirs
from coauthor.exchange.tables.own_rows import read_ours
from coauthor.exchange.tables.sheet import Sheet, Spreadsheet

_GARBLED = re.compile("[\N{REPLACEMENT CHARACTER}\udc80-\udcff]")
"""Signs that stand where the file has what no text has."""


def read_rows(book: Spreadsheet, plan: SheetPlan, new_uid: Callable[[], str]) -> Rows:
    """Return what a file becomes by a plan."""
    made = Rows(new_uid, {plain(each.word): each for each in plan.meanings})
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for cut in plan.sheets:
        sheet = sheets.get(cut.name)
        if sheet is None:
            continue
        if not cut.taken:
            if cut.rows:
                made.note("sheet-hidden" if cut.hidden else "sheet-left", cut.name, rows=cut.rows)
            continue
        _tell(sheet, cut, made)
        rows = [row for row in sheet.rows if row.number != cut.heading_row]
        if is_ours([each.heading for each in cut.columns]):
            read_ours(rows, cut, made)
        else:
            if len(plan.taken) > 1 and cut.name.strip():
                made.parts.append(Part("heading", " ".join(cut.name.split()), level=1))
            read_theirs(rows, cut, made)
    return made


def _tell(sheet: Sheet, cut: SheetCut, made: Rows) -> None:
    """Note what of a sheet is not read as it looks."""
    left = [
        each.heading or field_of("", at).removeprefix(FIELD)
        for at, each in enumerate(cut.columns)
        if each.role == LEFT and each.sample
    ]
    if left:
        made.note("columns-left", cut.name, columns=", ".join(left)[:300], count=len(left))
    texts = [row for row in sheet.rows if any(cell.strip() for cell in row.cells)]
    unseen = [
        each.heading or field_of("", at).removeprefix(FIELD)
        for at, each in enumerate(cut.columns)
        if at in sheet.unseen and each.role != LEFT and each.sample and each.role != "uid"
    ]
    if unseen:
        made.note("columns-hidden", cut.name, columns=", ".join(unseen)[:300], count=len(unseen))
    if hidden := sum(row.hidden for row in texts):
        made.note("rows-hidden", cut.name, count=hidden)
    read = {at for at, each in enumerate(cut.columns) if each.role != LEFT}
    struck = [row.number for row in texts for at in row.struck & read if at < len(row.cells)]
    if struck:
        made.note("struck", cut.name, count=len(struck), row=struck[0])
    at = cut.place_of("code")
    dated = [row for row in texts if at in row.dates and row.number > cut.heading_row]
    if dated:
        number, code = dated[0].number, dated[0].cells[at or 0]
        made.note("code-date", cut.name, count=len(dated), row=number, code=code)
    if garbled := [row.number for row in texts if any(map(_GARBLED.search, row.cells))]:
        made.note("garbled", cut.name, count=len(garbled), row=garbled[0])
    computed = [(row, at) for row in texts for at in row.formulas]
    if computed:
        made.note("formulas", cut.name, count=len(computed))
    empty = [row.number for row, at in computed if at < len(row.cells) and not row.cells[at]]
    if empty:
        made.note("formulas-empty", cut.name, count=len(empty), row=empty[0])


def unread_words(words: Sequence[str]) -> str:
    """Return the words that meant nothing, each with how often it stood there."""
    return ", ".join(f"{word} ({times}×)" for word, times in Counter(words).most_common(10))
