"""Rows of a spreadsheet as parts of a document, by a plan.

Nothing is dropped unsaid: what a plan leaves out, or what was read otherwise than it
stands there, is in the notes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from coauthor.document.uid import is_uid
from coauthor.exchange.parts import Part, PartKind, Parts, one_word, ordered
from coauthor.exchange.proposal import Note, Remark
from coauthor.exchange.sheet_plan import CHAPTER, FIELD, LEFT, Meaning, SheetCut, SheetPlan, plain
from coauthor.exchange.tables.cells import unescaped
from coauthor.exchange.tables.heads import field_of, is_ours, meaning_of, types
from coauthor.exchange.tables.lines import paragraphs
from coauthor.exchange.tables.rows import MORE, attributes_read
from coauthor.exchange.tables.sheet import Row, Sheet, Spreadsheet

_TITLE_LEVEL, _CHAPTER_LEVEL = 3, 2
_LABEL = 120
"""Characters of the longest words that head what follows."""


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
            _ours(rows, cut, made)
        else:
            if len(plan.taken) > 1 and cut.name.strip():
                made.parts.append(Part("heading", " ".join(cut.name.split()), level=1))
            _theirs(rows, cut, made)
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
    computed = [(row, at) for row in texts for at in row.formulas]
    if computed:
        made.note("formulas", cut.name, count=len(computed))
    empty = [row.number for row, at in computed if at < len(row.cells) and not row.cells[at]]
    if empty:
        made.note("formulas-empty", cut.name, count=len(empty), row=empty[0])


def _ours(rows: Iterable[Row], cut: SheetCut, made: Rows) -> None:
    """Read a table that this program made, to the letter."""
    for row in rows:
        cells = {key: unescaped(cell) for key, cell in _cells(row, cut).items()}
        if not any(cell.strip() for cell in cells.values()):
            continue
        kind = types().get(plain(cells.get("type", "")), "clause")
        if kind == "front":
            made.front += cells.get("text", "")
        elif kind == MORE:
            _go_on(cells, made)
        else:
            made.add(_own_part(cast("PartKind", kind), cells), row, _place(cut, row))


def _go_on(cells: Mapping[str, str], made: Rows) -> None:
    if not made.parts:
        made.front += cells.get("text", "")
        return
    last = made.parts[-1]
    title = cells.get("title", "")
    fields = dict(last.fields)
    for key, value in cells.items():
        if key.startswith(FIELD) and value:
            name = key.removeprefix(FIELD)
            fields[name] = fields.get(name, "") + value
    text = last.text + (title if last.kind == "heading" else cells.get("text", ""))
    title = last.title + title if last.kind == "clause" else last.title
    made.parts[-1] = replace(last, text=text, title=title, fields=fields)


def _own_part(kind: PartKind, cells: Mapping[str, str]) -> Part:
    level = int(cells["level"]) if cells.get("level", "").isdecimal() else 0
    if kind == "heading":
        return Part(kind, cells.get("title") or cells.get("text", ""), level=level or 2)
    if kind == "prose":
        return Part(kind, cells.get("text", ""))
    fields = _fields(cells)
    said = cells.get("others", "")
    others = attributes_read(said)
    if others is None:
        fields["attributes"] = said
    common = {key: cells.get(key, "") for key in ("kind", "priority", "theme")}
    if kind == "clause":
        common["kind"] = common["kind"] or "eis"
    if kind == "clause" and cells.get("title") and not level:
        level = _TITLE_LEVEL
    return Part(
        kind,
        cells.get("text", ""),
        cells.get("uid", "").strip(),
        cells.get("code", "").strip(),
        cells.get("title", ""),
        level,
        ordered(dict(others or ()) | common),
        fields,
    )


def _theirs(rows: Iterable[Row], cut: SheetCut, made: Rows) -> None:
    """Read a list that somebody else made; chapters become headings where they begin."""
    above: tuple[str, ...] = ()
    for row in rows:
        cells = _cells(row, cut)
        filled = [key for key, cell in cells.items() if cell.strip()]
        if not filled:
            continue
        place = _place(cut, row)
        if row.number < cut.heading_row:
            made.parts.append(Part("prose", paragraphs(" ".join(_written(row.cells)))))
            made.remark("", row)
            continue
        chapters = tuple(
            " ".join(cell.split())
            for cell, column in zip(row.cells, cut.columns, strict=False)
            if column.role == CHAPTER and cell.strip()
        )
        if chapters and chapters != above:
            for depth, name in enumerate(chapters):
                if above[: depth + 1] != chapters[: depth + 1]:
                    made.parts.append(Part("heading", name, level=min(_CHAPTER_LEVEL + depth, 5)))
            above = chapters
        label = " ".join(cells[filled[0]].split())
        if filled == [CHAPTER] or (len(filled) == 1 and _is_label(filled[0], label, cut)):
            if filled != [CHAPTER]:
                made.parts.append(Part("heading", label, level=_CHAPTER_LEVEL))
                above = ()
            made.remark("", row)
            continue
        if not any(cells.get(key, "").strip() for key in ("code", "title", "text")):
            made.note("no-text", place, code="none")  # a total: it asks for nothing
            others = (cell for key, cell in cells.items() if key != CHAPTER)
            made.parts.append(Part("prose", paragraphs(" ".join(_written(tuple(others))))))
            made.remark("", row)
            continue
        made.add(_their_part(cells, cut, place, made), row, place)


def _is_label(role: str, words: str, cut: SheetCut) -> bool:
    """Tell whether the only words of a row head what follows: where rows have more than that.

    A sentence is none, and in the column of numbers only what is more than a number.
    """
    if role == "code":
        return any(map(str.isalpha, words)) and (" " in words or not any(map(str.isdigit, words)))
    several = any(each.role in ("code", "kind", "priority", CHAPTER) for each in cut.columns)
    return (
        several
        and role in ("title", "text")
        and len(words) <= _LABEL
        and not words.endswith((".", ";", "?"))
    )


def _their_part(cells: Mapping[str, str], cut: SheetCut, place: str, made: Rows) -> Part:
    fields = {key: paragraphs(value) for key, value in _fields(cells).items()}
    kind, priority = "", ""
    for role in ("priority", "kind"):  # what a column of kinds says of the kind goes first
        word = cells.get(role, "").strip()
        if not word:
            continue
        meaning = made.meanings.get(plain(word)) or meaning_of(word)
        kind = meaning.kind or kind
        priority = meaning.priority or priority
        if not meaning.kind and not meaning.priority:
            at = cut.place_of(role)
            key = field_of(cut.columns[at].heading if at is not None else role, 0)
            fields[key.removeprefix(FIELD)] = word
            made.unread.append(word)
    text, title = cells.get("text", ""), " ".join(cells.get("title", "").split())
    said = cells.get("code", "").strip().rstrip(".")
    code = made.own_code(one_word(said), place) if said else ""
    if said and not code:
        title, text = (f"{said} {title}", text) if title else (title, f"{said} {text}")
    if not text.strip():
        made.note("no-text", place, code=said or "none")
    return Part(
        "clause",
        paragraphs(text),
        "",
        code,
        title,
        _TITLE_LEVEL if title else 0,
        ordered({"kind": kind or "eis", "priority": priority, "theme": _theme(cells)}),
        fields,
    )


def _theme(cells: Mapping[str, str]) -> str:
    return " ".join(cells.get("theme", "").split())


def _fields(cells: Mapping[str, str]) -> dict[str, str]:
    return {
        key.removeprefix(FIELD): value
        for key, value in cells.items()
        if key.startswith(FIELD) and value.strip()
    }


def _cells(row: Row, cut: SheetCut) -> dict[str, str]:
    """Return the texts of a row by role; columns beyond the plan become fields of their place."""
    found: dict[str, str] = {}
    for at, cell in enumerate(row.cells):
        role = cut.columns[at].role if at < len(cut.columns) else field_of("", at)
        if role != LEFT and not (role == CHAPTER and found.get(CHAPTER)):
            found[role] = cell
    return found


def _written(cells: Sequence[str]) -> Iterator[str]:
    return (cell.strip() for cell in cells if cell.strip())


def _place(cut: SheetCut, row: Row) -> str:
    return f"{cut.name} {row.number}".strip()


def unread_words(words: Sequence[str]) -> str:
    """Return the words that meant nothing, each with how often it stood there."""
    return ", ".join(f"{word} ({times}×)" for word, times in Counter(words).most_common(10))
