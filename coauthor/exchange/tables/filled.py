"""What the rows of a spreadsheet become, while they are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from coauthor.document.uid import is_uid
from coauthor.exchange.parts import Part, Parts
from coauthor.exchange.proposal import Note, Remark
from coauthor.exchange.sheet_plan import CHAPTER, FIELD, LEFT, Meaning, SheetCut
from coauthor.exchange.tables.heads import field_of
from coauthor.exchange.tables.sheet import Row

TITLE_LEVEL = 3
"""Level of the title of a requirement."""


@dataclass
class Rows:
    """What rows become; filled sheet by sheet.

    Args:
        front: front matter, as it stood.
        places: by identity, the sheet and row of a clause.
    """

    new_uid: Callable[[], str]
    meanings: Mapping[str, Meaning]
    front: str = ""
    parts: list[Part] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    _codes: set[str] = field(default_factory=set)

    def made(self) -> Parts:
        """Return the document so far."""
        return Parts(self.front, tuple(self.parts))

    def note(self, message: str, place: str, **values: str | int) -> None:
        """Write down what a person should know."""
        self.notes.append(Note(f"import-note-{message}", place, values))

    def add(self, part: Part, row: Row, place: str) -> None:
        """Add what a row became."""
        if part.kind == "clause":
            uid = part.uid if is_uid(part.uid) and part.uid not in self.places else self.new_uid()
            part = replace(part, uid=uid)
            self.places[uid] = place
            self.remark(uid, row)
        else:
            self.remark("", row)
        self.parts.append(part)

    def remark(self, uid: str, row: Row) -> None:
        """Add what is said of the cells of a row; '' for the whole document."""
        for each in row.remarks:
            self.remarks.append(Remark(uid, each.words, each.author, each.when))

    def own_code(self, code: str, place: str) -> str:
        """Return a code that no clause before it has, or ''."""
        if code in self._codes:
            self.note("code-twice", place, code=code)
            return ""
        self._codes.add(code)
        return code


def fields_of(cells: Mapping[str, str]) -> dict[str, str]:
    """Return what a row has in columns that are fields, without the empty ones."""
    return {
        key.removeprefix(FIELD): value
        for key, value in cells.items()
        if key.startswith(FIELD) and value.strip()
    }


def cells_of(row: Row, cut: SheetCut) -> dict[str, str]:
    """Return the texts of a row by role; columns beyond the plan become fields of their place."""
    found: dict[str, str] = {}
    for at, cell in enumerate(row.cells):
        role = cut.columns[at].role if at < len(cut.columns) else field_of("", at)
        if role != LEFT and not (role == CHAPTER and found.get(CHAPTER)):
            found[role] = cell
    return found


def place_of(cut: SheetCut, row: Row) -> str:
    """Return where a row stands, as a person finds it."""
    return f"{cut.name} {row.number}".strip()
