"""Reading an answer sheet that came back: what each row says, and what does not fit.

Columns are found by their head and rows by their hidden identity, so sorting, filtering,
hiding, moving and adding change nothing. What is not certain is listed and never guessed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from coauthor.errors import UserError
from coauthor.exchange.answer_form import (
    FILLED,
    MARK,
    SEALED,
    SHOWN,
    UID,
    bare,
    heads,
    is_shown,
    legend_names,
    read_mark,
    verdicts,
)
from coauthor.exchange.tables.sheet import Row, Sheet, Spreadsheet
from coauthor.review.market.responses import Answer, checked

HEAD_ROWS = 40
"""Rows in which the heads are looked for; somebody may have written above them."""

_NEEDED = (UID, MARK, "answer")
_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_MONTHS_EN = (
    "january february march april may june july august september october november december"
).split()
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})")
_NAMED = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")


class Place(NamedTuple):
    """Where something stands: the sheet, and the row as its program numbers it."""

    sheet: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Unfit:
    """Something that does not fit, and so was not taken.

    Args:
        code: why; the catalogue holds ``sheet-why-<code>``, or ``error-<code>``.
        clause: number or identity of the clause, as far as the row tells.
        uid: its identity, or ''.
        values: arguments of the message.
    """

    code: str
    place: Place
    clause: str = ""
    uid: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


class Given(NamedTuple):
    """What a row says.

    Args:
        code: the number of the clause as it stands in the row.
        digest: `clause_digest` of the text that was asked.
        answer: None in a row with a reading only.
    """

    place: Place
    uid: str
    code: str
    digest: str
    answer: Answer | None
    reading: str


@dataclass(frozen=True)
class Returned:
    """A sheet that came back.

    Args:
        vendor: as it was filled in, or ''.
        title: of the document.
        text: digest of the whole document as it went out, ``sha256:…``, or ''.
    """

    given: tuple[Given, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    vendor: str = ""
    title: str = ""
    version: str = ""
    text: str = ""


def read_answers(book: Spreadsheet) -> Returned:
    """Return what a spreadsheet answers.

    Raises:
        UserError: ``answers-no-sheet`` when it is no answer sheet or its hidden columns
            are gone, ``answers-head-twice`` when two columns have one head.
    """
    found: list[Given | Unfit] = []
    legend: dict[str, set[str]] = {}
    is_one = False
    for sheet in book.sheets:
        head = _head(sheet)
        if head is None:
            _read_legend(sheet, legend)
            continue
        is_one = True
        number, columns = head
        rows = (row for row in sheet.rows if row.number > number)
        found += filter(None, (_read_row(sheet.name, row, columns) for row in rows))
    if not is_one:
        raise UserError("answers-no-sheet")
    given, unfit = _single(found)
    one = {key: next(iter(said)) for key, said in legend.items() if len(said) == 1}
    return Returned(
        tuple(given),
        tuple(sorted(unfit, key=lambda each: each.place)),
        one.get("vendor", ""),
        one.get("document", ""),
        one.get("version", ""),
        one.get("text", ""),
    )


# -- where things stand ------------------------------------------------------


def _head(sheet: Sheet) -> tuple[int, Mapping[str, int]] | None:
    """Return the row of the heads and the place of each column, or None: other things."""
    known = heads()
    for row in sheet.rows[:HEAD_ROWS]:
        columns: dict[str, int] = {}
        twice = ""
        for at, cell in enumerate(row.cells):
            key = known.get(bare(cell), "")
            if key in columns and (key in FILLED or key in SHOWN or key in _NEEDED):
                twice = cell
            elif key:
                columns[key] = at
        if all(key in columns for key in _NEEDED):
            if twice:
                raise UserError("answers-head-twice", head=twice)
            return row.number, columns
    return None


def _read_legend(sheet: Sheet, legend: dict[str, set[str]]) -> None:
    known = legend_names()
    for row in sheet.rows[:HEAD_ROWS]:
        for at, cell in enumerate(row.cells[:-1]):
            key = known.get(bare(cell), "")
            if key and (said := row.cells[at + 1]) and at + 1 not in row.formulas:
                legend.setdefault(key, set()).add(" ".join(said.split()))


# -- a row -------------------------------------------------------------------


def _read_row(sheet: str, row: Row, columns: Mapping[str, int]) -> Given | Unfit | None:
    """Return what a row says; None when nothing was filled in."""

    def cell(key: str) -> str:
        at = columns.get(key)
        said = row.cells[at] if at is not None and at < len(row.cells) else ""
        return said.replace("\r\n", "\n").replace("\r", "\n")

    def unfit(code: str, **values: str) -> Unfit:
        return Unfit(code, place, cell("code") or cell(UID), cell(UID), MappingProxyType(values))

    place = Place(sheet, row.number)
    ours = {columns[key] for key in (UID, MARK, *FILLED, *SHOWN) if key in columns}
    if row.formulas & ours:
        return unfit("formula")
    said = {key: cell(key) for key in FILLED}
    if not any(said.values()) or bare(cell(UID)) in heads():
        return None  # nothing was filled in, or the heads once more
    if row.merged & ours:
        return unfit("merged")
    uid, mark = cell(UID), cell(MARK)
    if not uid:
        return unfit("no-clause", said=said["answer"] or said["explanation"] or said["reading"])
    digest = read_mark(mark)
    if not digest:
        return unfit("no-mark")
    if columns.keys() >= {*SHOWN} and not is_shown(mark, [cell(key) for key in SEALED]):
        return unfit("text-changed")
    try:
        answer = _answer(said)
    except UserError as error:
        return unfit(error.code, **{key: str(each) for key, each in error.parameters.items()})
    return Given(place, uid, cell("code"), digest, answer, said["reading"])


def _answer(said: Mapping[str, str]) -> Answer | None:
    """Return the answer in the cells of a row, or None where there is a reading only.

    Raises:
        UserError: why it is none.
    """
    word, day = said["answer"], said["date"]
    if not word:
        if any(said[key] for key in ("date", "explanation", "size")):
            raise UserError("sheet-answer-missing")
        return None
    verdict = verdicts().get(bare(word))
    if verdict is None:
        raise UserError("sheet-word-unknown", said=word[:60])
    if day and verdict != "roadmap":
        raise UserError("sheet-date-elsewhere", said=word[:60], date=day[:40])
    return checked(Answer(verdict, read_day(day), said["size"], said["explanation"]))


def read_day(said: str) -> str:
    """Return a day as ISO 8601 writes it: a cell with a date, or as people write one.

    Raises:
        UserError: ``date-unclear``: it is no day, or could be two.
    """
    plain = " ".join(said.casefold().split())
    if not plain:
        return ""
    if found := _ISO.fullmatch(plain):
        day, month, year = found[1][8:], found[1][5:7], found[1][:4]
    elif found := _DAY_FIRST.fullmatch(plain):
        day, month, year = found[1], found[3], found[4]
        # With slashes half of the world writes the month first.
        if found[2] == "/" and int(day) <= 12 and day != month:
            raise UserError("sheet-date-unclear", date=said[:40])
    elif (found := _NAMED.fullmatch(plain)) and found[2] in (*_MONTHS, *_MONTHS_EN):
        names = _MONTHS if found[2] in _MONTHS else _MONTHS_EN
        day, month, year = found[1], str(names.index(found[2]) + 1), found[3]
    else:
        raise UserError("sheet-date-unclear", date=said[:40])
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError as error:
        raise UserError("sheet-date-unclear", date=said[:40]) from error


def _single(found: Sequence[Given | Unfit]) -> tuple[list[Given], list[Unfit]]:
    """Return one row a clause; where two differ none counts, and they are listed."""
    rows: dict[str, list[Given | Unfit]] = {}
    for place, each in enumerate(found):
        rows.setdefault(each.uid or f" {place}", []).append(each)
    given: list[Given] = []
    unfit: list[Unfit] = []
    for same in rows.values():
        numbers = ", ".join(str(each.place.row) for each in same)
        fit = [each for each in same if isinstance(each, Given)]
        unfit += [each for each in same if isinstance(each, Unfit)]
        if len(fit) == len(same) and len({each[3:] for each in fit}) == 1:
            given.append(fit[0])
            continue
        for each in fit:
            values = MappingProxyType({"rows": numbers})
            unfit.append(Unfit("twice", each.place, each.code or each.uid, each.uid, values))
    return given, unfit
