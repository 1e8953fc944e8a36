"""Reading a table into a proposal: XLSX, ODS or CSV, ours or of somebody else."""

import re
from collections.abc import Callable
from dataclasses import replace

from coauthor.document.model import Document
from coauthor.errors import UserError
from coauthor.exchange.parts import document_of, lost_words, said
from coauthor.exchange.proposal import Cutting, Note, Proposal, proposed
from coauthor.exchange.sheet_plan import LEFT, SheetPlan
from coauthor.exchange.spreadsheets import read_spreadsheet
from coauthor.exchange.tables.guessing import completed, guess
from coauthor.exchange.tables.parts import read_rows, unread_words
from coauthor.exchange.tables.sheet import Spreadsheet

_WORD = re.compile(r"\w+")
_MEANT = ("kind", "priority", "type", "level", "others", "uid")
"""Roles whose words become something else than words."""


def read_table(
    name: str, data: bytes, new_uid: Callable[[], str], plan: Cutting | None = None
) -> Proposal:
    """Return what an XLSX or ODS file would become.

    Raises:
        UserError: what `read_spreadsheet` and `propose_table` say.
    """
    if not data.startswith((b"PK", b"\xd0\xcf\x11\xe0")) and data.strip():
        raise UserError("sheet-unfit", path=name)
    return propose_table(read_spreadsheet(name, data, exact=True), new_uid, plan)


def propose_table(
    book: Spreadsheet, new_uid: Callable[[], str], plan: Cutting | None = None
) -> Proposal:
    """Return what a table would become.

    Args:
        plan: a `SheetPlan`; the likeliest when None, of another kind, or without sheets.

    Raises:
        UserError: ``table-no-text`` when no sheet has a column with texts, or ``file-empty``.
    """
    name = book.name
    sheets = (replace(e, rows=tuple(row.apart() for row in e.rows)) for e in book.sheets)
    book = replace(book, sheets=tuple(sheets))
    chosen = plan if isinstance(plan, SheetPlan) else SheetPlan()
    if not chosen.sheets:
        chosen = guess(book, chosen.profiles)
    chosen = completed(book, chosen)
    if not chosen.taken or not any(_has_text(cut.columns) for cut in chosen.taken):
        raise UserError("table-no-text", path=name, heads=_shown(chosen) or "none")
    rows = read_rows(book, chosen, new_uid)
    if not rows.parts:
        raise UserError("file-empty", path=name)
    if rows.unread:
        words = unread_words(rows.unread)
        rows.notes.append(Note("import-note-words", "", {"words": words}))
    document = document_of(rows.made(), new_uid)
    lost = lost_words(said(rows.parts), document) + _left_out(book, chosen, document, rows.front)
    return proposed(
        document,
        chosen,
        lost,
        remarks=tuple(rows.remarks),
        notes=tuple(rows.notes),
        places=rows.places,
    )


def _has_text(columns: tuple[object, ...]) -> bool:
    return any(getattr(each, "role", LEFT) in ("text", "title") for each in columns)


def _shown(plan: SheetPlan) -> str:
    heads = (each.heading for cut in plan.sheets for each in cut.columns if each.heading.strip())
    return ", ".join(dict.fromkeys(heads))[:200]


def _left_out(
    book: Spreadsheet, plan: SheetPlan, document: Document, front: str
) -> tuple[str, ...]:
    """Return words of cells that are to be read and that the document has nowhere."""
    here = set(_WORD.findall(document.text)) | set(_WORD.findall(front))
    sheets = {sheet.name: sheet for sheet in book.sheets}
    missing: dict[str, None] = {}
    for cut in plan.taken:
        for row in sheets[cut.name].rows if cut.name in sheets else ():
            if row.number == cut.heading_row:
                continue
            for column, cell in zip(cut.columns, row.cells, strict=False):
                if column.role in _MEANT or column.role == LEFT:
                    continue
                missing |= dict.fromkeys(w for w in _WORD.findall(cell) if w not in here)
    return tuple(missing)
