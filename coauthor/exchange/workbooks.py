"""An XLSX file measured before anybody reads it, and what its reader does not tell.

An XLSX file is a zip with XML. Each part is unfolded here once, with limits on size,
number and ratio, and looked at without an XML parser: for declarations that unfold, for
the outermost cell, for hidden rows, formulas and merged cells.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from html import unescape

from coauthor.errors import UserError
from coauthor.exchange.extents import refuse_promises, refuse_wide
from coauthor.exchange.tables.comments import remarks
from coauthor.exchange.tables.sheet import Said
from coauthor.exchange.tables.shown import formats, shapes
from coauthor.exchange.tables.struck import Struck

MEMBERS = 1_000
"""Most parts in a file; an ordinary one has some twenty."""

UNFOLDED = 96 * 1024 * 1024
"""Bytes of all parts together, unfolded."""

RATIO = 250
"""Most times that a part of more than a million bytes may be larger than it is stored."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
"""What Python says of a zip that is none, or not whole."""
_PIECE = 1 << 20
_READ = ("xl/", "_rels/", "[Content_Types]")
"""Parts that a reader parses; what programs keep beside them may be in any encoding."""

_ROW = re.compile(rb"<(?:\w+:)?row\s([^<>]*)>")
_NUMBER = re.compile(rb'\br="(\d{1,8})"')
_FORMULA = re.compile(
    rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,4})(\d{1,8})"[^<>]*>\s*<(?:\w+:)?f[\s>/]'
)
_MERGE = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,4})(\d{1,8}):([A-Z]{1,4})(\d{1,8})"'
)
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^<>]*>")
_FIRST, _LAST = re.compile(rb'\bmin="(\d{1,5})"'), re.compile(rb'\bmax="(\d{1,5})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_WIDEST = 256
_SHEET = re.compile(r'<(?:\w+:)?sheet\s[^<>]*?name="([^"]*)"[^<>]*?:id="([^"]*)"')
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_SAVED = re.compile(rb"<(?:\w+:)?modified[^<>]*>\s*([0-9T:.Z+-]{19,35})\s*<")


@dataclass(frozen=True)
class Traits:
    """What a sheet has beside its texts.

    Args:
        hidden: numbers of hidden rows, from 1.
        formulas: by number of the row, the columns, from 0.
        merged: by number of the row and column, where the text stands that is shown there.
        remarks: by number of the row, what is said of its cells.
        unseen: hidden columns, from 0.
        shapes: by number of the row and column, formats that add to a number.
        struck: by number of the row, columns from 0 with struck out words.
    """

    hidden: frozenset[int] = frozenset()
    formulas: Mapping[int, frozenset[int]] = field(default_factory=dict)
    merged: Mapping[int, Mapping[int, tuple[int, int]]] = field(default_factory=dict)
    remarks: Mapping[int, tuple[Said, ...]] = field(default_factory=dict)
    unseen: frozenset[int] = frozenset()
    shapes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    struck: Mapping[int, frozenset[int]] = field(default_factory=dict)


def inspected(name: str, data: bytes, rows: int, columns: int) -> dict[str, Traits]:
    """Measure an XLSX file; return the traits of its sheets by name.

    Args:
        rows: most rows of a sheet.
        columns: most columns of a sheet.

    Raises:
        UserError: ``sheet-unsafe`` with the reason, ``sheet-too-large`` or ``sheet-unfit``.
    """
    try:
        parts = dict(_parts(name, data))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UserError("sheet-unfit", path=name) from error
    if "xl/workbook.xml" not in parts:
        raise UserError("sheet-unfit", path=name)
    places = _places(parts)
    sheets = {path: part for path, part in parts.items() if path.startswith("xl/worksheets/")}
    for part in parts.values():
        refuse_promises(name, part)
        if b"sheetData" in part:  # wherever it lies, for a library follows the relations
            refuse_wide(name, part, rows, columns)
    known, struck = formats(parts.get("xl/styles.xml", b"")), Struck(parts)
    return {
        title: replace(
            _traits(sheets[path], known),
            remarks=remarks(name, path, parts),
            struck=struck.cells(sheets[path]),
        )
        for title, path in places.items()
        if path in sheets
    }


def _parts(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the XML parts, each unfolded within its limits."""
    for path, part in measured(name, data):
        if path.lower().endswith((".xml", ".rels")) or b"sheetData" in part:
            if path.startswith(_READ):
                _refuse_declarations(name, part)
            yield path, part


def measured(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a zip, each unfolded within its limits.

    Raises:
        UserError: ``sheet-unsafe`` with the reason.
        zipfile.BadZipFile: it is no zip, or a broken one.
    """
    try:
        yield from _measured(name, data)
    except BROKEN as error:
        raise zipfile.BadZipFile(name) from error


def _measured(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    left = UNFOLDED
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > MEMBERS or len({each.filename for each in members}) < len(members):
            raise UserError("sheet-unsafe", path=name, reason="parts")
        for member in members:
            if member.flag_bits & 1:
                raise UserError("sheet-unsafe", path=name, reason="password")
            if member.filename.lower().endswith("vbaproject.bin"):
                raise UserError("sheet-unsafe", path=name, reason="macros")
            part = unfold(name, archive, member, left)
            left -= len(part)
            yield member.filename, part


def unfold(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    """Return a part, counting what comes out and never trusting what it says of itself."""
    pieces: list[bytes] = []
    size = 0
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > left or (size > _PIECE and size > RATIO * max(1, member.compress_size)):
                raise UserError("sheet-unsafe", path=name, reason="unfolds")
            pieces.append(piece)
    return b"".join(pieces)


def _refuse_declarations(name: str, part: bytes) -> None:
    """Refuse XML that declares anything: a workbook never does, and that is how bombs are made."""
    if b"\0" in part[:256] or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise UserError("sheet-unsafe", path=name, reason="declares")


def _places(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Map names of sheets to the paths of their parts."""
    book = parts["xl/workbook.xml"].decode("utf-8", "replace")
    relations = parts.get("xl/_rels/workbook.xml.rels", b"").decode("utf-8", "replace")
    targets: dict[str, str] = {}
    for match in _RELATION.finditer(relations):
        values = dict(_ATTRIBUTE.findall(match[0]))
        target = values.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        targets[values.get("Id", "")] = path
    return {unescape(title): targets.get(found, "") for title, found in _SHEET.findall(book)}


def _traits(part: bytes, known: Mapping[int, str]) -> Traits:
    hidden = frozenset(
        int(number[1])
        for match in _ROW.finditer(part)
        if _HIDDEN.search(match[1]) and (number := _NUMBER.search(match[1]))
    )
    formulas: dict[int, set[int]] = {}
    for match in _FORMULA.finditer(part):
        formulas.setdefault(int(match[2]), set()).add(_column(match[1]))
    merged: dict[int, dict[int, tuple[int, int]]] = {}
    for match in _MERGE.finditer(part):
        first, last = int(match[2]), int(match[4])
        left, right = _column(match[1]), _column(match[3])
        for row in range(first, min(last, first + 1_000) + 1):
            for column in range(left, min(right, left + 64) + 1):
                if (row, column) != (first, left):
                    merged.setdefault(row, {})[column] = (first, left)
    columns = {row: frozenset(each) for row, each in formulas.items()}
    unseen: set[int] = set()
    for tag in _COLUMN.findall(part):
        begin, end = _FIRST.search(tag), _LAST.search(tag)
        if begin and end and _HIDDEN.search(tag):
            unseen |= set(range(int(begin[1]) - 1, min(int(end[1]), _WIDEST)))
    return Traits(hidden, columns, merged, unseen=frozenset(unseen), shapes=shapes(part, known))


def _column(letters: bytes) -> int:
    """Return the place of a column, from 0: ``A`` is 0, ``AA`` is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def saved_at(data: bytes) -> datetime | None:
    """Return when a file that `inspected` let through was saved, as its program wrote it down."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = _SAVED.search(archive.read("docProps/core.xml"))
    except (KeyError, *BROKEN):
        return None
    try:
        moment = datetime.fromisoformat(found[1].decode("ascii")) if found else None
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC) if moment else None
