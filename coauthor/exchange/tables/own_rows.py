"""The rows of a table that this program made."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from coauthor.exchange.parts import Part, PartKind, ordered
from coauthor.exchange.sheet_plan import FIELD, SheetCut, plain
from coauthor.exchange.tables.cells import unescaped
from coauthor.exchange.tables.filled import TITLE_LEVEL, Rows, cells_of, fields_of, place_of
from coauthor.exchange.tables.heads import types
from coauthor.exchange.tables.rows import MORE, attributes_read
from coauthor.exchange.tables.sheet import Row


def read_ours(rows: Iterable[Row], cut: SheetCut, made: Rows) -> None:
    """Read a table that this program made, to the letter."""
    for row in rows:
        cells = {key: unescaped(cell) for key, cell in cells_of(row, cut).items()}
        if not any(cell.strip() for cell in cells.values()):
            continue
        kind = types().get(plain(cells.get("type", "")), "clause")
        if kind == "front":
            made.front += cells.get("text", "")
        elif kind == MORE:
            _go_on(cells, made)
        else:
            made.add(_own_part(cast("PartKind", kind), cells), row, place_of(cut, row))


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
    fields = fields_of(cells)
    said = cells.get("others", "")
    others = attributes_read(said)
    if others is None:
        fields["attributes"] = said
    common = {key: cells.get(key, "") for key in ("kind", "priority", "theme")}
    if kind == "clause":
        common["kind"] = common["kind"] or "eis"
    if kind == "clause" and cells.get("title") and not level:
        level = TITLE_LEVEL
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
