"""Questions in a spreadsheet: which column is what, and what stands in each row.

Forms for questions differ by organisation; the words in their heads are data here. A row
that is no plain question is never dropped in silence: it is listed with the reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coauthor.errors import UserError
from coauthor.exchange.question_heads import guessed, meaning_of, shape_of
from coauthor.exchange.tables.sheet import Row, Sheet, Spreadsheet

HEAD_ROWS = 40
"""A head is looked for in this many rows."""

SHORTEST = 8
"""Characters of the shortest text that is taken for a question without asking."""


@dataclass(frozen=True)
class Profile:
    """How the columns of a sheet are to be read.

    Args:
        columns: meaning by column, from 0.
        shape: what tells that another file has the same head.
        head: number of the row of the head, from 1; 0 when there is none.
    """

    columns: Mapping[int, str]
    shape: str = ""
    head: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands in a file, with who asked it."""

    sheet: str
    row: int
    text: str
    reference: str = ""
    own_number: str = ""
    organisation: str = ""
    person: str = ""
    contact: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Odd:
    """What was not taken in, and why.

    Args:
        row: number of the row, or 0 for a whole sheet.
        reason: ``no-head``, ``hidden-sheet``, ``hidden``, ``formula``, ``short`` or
            ``no-question``.
        asked: the question that a person may still take in, where there is one.
    """

    sheet: str
    row: int
    reason: str
    text: str = ""
    asked: Asked | None = None


@dataclass(frozen=True)
class Taken:
    """What a file holds."""

    name: str
    questions: tuple[Asked, ...] = ()
    odd: tuple[Odd, ...] = ()
    profiles: Mapping[str, Profile] = field(default_factory=dict)


def read_questions(
    book: Spreadsheet,
    known: Mapping[str, Mapping[int, str]],
    fixed: Mapping[int, str] | None = None,
) -> Taken:
    """Return the questions of a file, and what was odd.

    Args:
        known: columns by shape, as a person set them before.
        fixed: columns as a person sets them now, for every sheet with a head.

    Raises:
        UserError: ``no-questions`` when no sheet has a column with questions.
    """
    questions: list[Asked] = []
    odd: list[Odd] = []
    profiles: dict[str, Profile] = {}
    for sheet in book.sheets:
        profile = profile_of(sheet, known, fixed)
        if profile is None:
            odd += [Odd(sheet.name, 0, "no-head", _said(sheet))] if _said(sheet) else []
            continue
        profiles[sheet.name] = profile
        found, strange = _read_sheet(sheet, profile)
        if sheet.hidden:
            odd += [Odd(each.sheet, each.row, "hidden-sheet", each.text, each) for each in found]
        else:
            questions += found
        odd += strange
    if not profiles:
        raise UserError("no-questions", path=book.name)
    return Taken(book.name, tuple(questions), tuple(odd), profiles)


def profile_of(
    sheet: Sheet, known: Mapping[str, Mapping[int, str]], fixed: Mapping[int, str] | None = None
) -> Profile | None:
    """Return how a sheet is to be read, or None when it has no column of questions."""
    best, score = Profile({}), 0
    for row in sheet.rows[:HEAD_ROWS]:
        columns = guessed(row.cells)
        if "question" in columns.values() and len(columns) > score:
            best, score = Profile(columns, shape_of(row.cells), row.number), len(columns)
    if fixed is not None:
        asked = [column for column, meaning in fixed.items() if meaning == "question"]
        if not any(len(row.cells) > c and row.cells[c] for row in sheet.rows for c in asked):
            return None
        head = best.head or next((row.number for row in sheet.rows if len(_filled(row)) > 1), 0)
        shape = best.shape or (shape_of(sheet.rows[head - 1].cells) if head else "")
        return Profile(dict(fixed), shape, head) if head else None
    for row in sheet.rows[:HEAD_ROWS]:
        if (shape := shape_of(row.cells)) in known:
            return Profile(known[shape], shape, row.number)
    return best if score else None


def _read_sheet(sheet: Sheet, profile: Profile) -> tuple[list[Asked], list[Odd]]:
    before = _preamble(sheet, profile.head)
    questions: list[Asked] = []
    odd: list[Odd] = []
    for row in sheet.rows:
        if row.number <= profile.head:
            continue
        asked = _asked(sheet.name, row, profile, before)
        reason = _oddness(row, asked, profile)
        if not reason:
            questions.append(asked)
        elif reason != "blank":
            text = asked.text or " | ".join(_filled(row))
            odd.append(Odd(sheet.name, row.number, reason, text, asked if asked.text else None))
    return questions, odd


def _asked(sheet: str, row: Row, profile: Profile, before: Mapping[str, str]) -> Asked:
    said: dict[str, list[str]] = {}
    for column, meaning in sorted(profile.columns.items()):
        if column < len(row.cells) and row.cells[column]:
            if meaning == "question" and column in row.merged:
                continue  # it was asked in the row above
            said.setdefault(meaning, []).append(row.cells[column])
    joined = {meaning: ", ".join(dict.fromkeys(each)) for meaning, each in said.items()}
    return Asked(
        sheet,
        row.number,
        joined.get("question", ""),
        joined.get("reference", ""),
        joined.get("number", ""),
        joined.get("organisation", "") or before.get("organisation", ""),
        joined.get("person", "") or before.get("person", ""),
        joined.get("contact", "") or before.get("contact", ""),
        joined.get("answer", ""),
    )


def _oddness(row: Row, asked: Asked, profile: Profile) -> str:
    """Return why a row is no plain question; '' when it is one, ``blank`` when it is nothing."""
    own = {c for c, m in profile.columns.items() if m not in ("number", "organisation")}
    written = {i for i, each in enumerate(row.cells) if each and i not in row.merged}
    places = {c for c, meaning in profile.columns.items() if meaning == "question"}
    if row.formulas & places:
        return "formula"
    if not asked.text:
        numbers = {c for c, meaning in profile.columns.items() if meaning == "number"}
        return (
            "no-question"
            if written - numbers and (written & own or written - set(profile.columns))
            else "blank"
        )
    if row.hidden:
        return "hidden"
    return "short" if len(asked.text) < SHORTEST else ""


def _preamble(sheet: Sheet, head: int) -> dict[str, str]:
    """Return who asked, as it stands above the head: ``Indiener vraag: …``."""
    found: dict[str, str] = {}
    for row in sheet.rows:
        if row.number >= head:
            break
        cells = _filled(row)
        for place, cell in enumerate(cells):
            label, colon, value = cell.partition(":")
            after = cells[place + 1] if place + 1 < len(cells) else ""
            value = value.strip() or (after if colon or len(cells) == 2 else "")
            if len(label) > 60 or not value or value.startswith("<"):
                continue
            meaning = meaning_of(label)
            if meaning in ("organisation", "person", "contact"):
                twice = meaning == "organisation" and meaning in found
                found.setdefault("person" if twice else meaning, value)
    return found


def _filled(row: Row) -> list[str]:
    return [each for each in row.cells if each]


def _said(sheet: Sheet) -> str:
    """Return the first words of a sheet, or '' when it is empty."""
    return next((" | ".join(_filled(row))[:120] for row in sheet.rows if _filled(row)), "")
