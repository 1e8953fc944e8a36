"""The rows of a list that somebody else made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from coauthor.exchange.parts import Part, one_word, ordered
from coauthor.exchange.sheet_plan import CHAPTER, FIELD, SheetCut, plain
from coauthor.exchange.tables.filled import TITLE_LEVEL, Rows, cells_of, fields_of, place_of
from coauthor.exchange.tables.heads import field_of, meaning_of
from coauthor.exchange.tables.lines import paragraphs
from coauthor.exchange.tables.sheet import Row

_CHAPTER_LEVEL = 2
_LABEL = 120
"""Characters of the longest words that head what follows."""


def read_theirs(rows: Iterable[Row], cut: SheetCut, made: Rows) -> None:
    """Read a list that somebody else made; chapters become headings where they begin."""
    above: tuple[str, ...] = ()
    for row in rows:
        cells = cells_of(row, cut)
        filled = [key for key, cell in cells.items() if cell.strip()]
        if not filled:
            continue
        place = place_of(cut, row)
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
    fields = {key: paragraphs(value) for key, value in fields_of(cells).items()}
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
        TITLE_LEVEL if title else 0,
        ordered({"kind": kind or "eis", "priority": priority, "theme": _theme(cells)}),
        fields,
    )


def _theme(cells: Mapping[str, str]) -> str:
    return " ".join(cells.get("theme", "").split())


def _written(cells: Sequence[str]) -> Iterator[str]:
    return (cell.strip() for cell in cells if cell.strip())
