"""CSV: a row for each heading, text and clause, in and out.

In UTF-8 with a byte order mark, which Excel needs to see what it is; with ``;`` for
Excel in Dutch, or with ``,``. A cell that a spreadsheet would compute gets an apostrophe
before it, which is taken away again on reading, so that nothing is lost by it.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from coauthor.document.fields import FIELD_KEYS
from coauthor.document.markers import (
    Attributes,
    BrokenMarkerError,
    Marker,
    format_marker,
    parse_marker,
)
from coauthor.document.reading import encode
from coauthor.exchange.parts import Part, parts_of
from coauthor.exchange.specification import Specification, Text, field_label

COLUMNS = ("code", "type", "kind", "priority", "theme", "level", "title", "text")
"""Columns that always stand before those of the fields; ``others`` and ``uid`` come last."""

LAST = ("others", "uid")
TYPES = ("clause", "heading", "prose", "omitted", "withdrawn", "front")
FIELD = "field:"
"""Before the key of a field that has no name in the catalogue."""

_NO_ONE = "0000000000"
_COMPUTED = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet may take for a formula, full-width signs included (OWASP, CSV injection)."""


def to_semicolons(specification: Specification, text: Text) -> bytes:
    """Return a document as CSV with ``;`` between the cells."""
    return _to_csv(specification, text, ";")


def to_commas(specification: Specification, text: Text) -> bytes:
    """Return a document as CSV with ``,`` between the cells."""
    return _to_csv(specification, text, ",")


def _to_csv(specification: Specification, text: Text, delimiter: str) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    for cells in _rows(specification, text):
        writer.writerow([guarded(cell) for cell in cells])
    return encode("\ufeff" + stream.getvalue())


def _rows(specification: Specification, text: Text) -> Iterator[Sequence[str]]:
    parts = parts_of(specification.document)
    used = dict.fromkeys(key for part in parts.parts for key in part.fields)
    fields = [key for key in FIELD_KEYS if key in used]
    fields += [key for key in used if key not in FIELD_KEYS]
    heads = [text(f"csv-{key}") for key in COLUMNS]
    heads += [field_label(key, text) if key in FIELD_KEYS else FIELD + key for key in fields]
    yield heads + [text(f"csv-{key}") for key in LAST]
    keys = [*COLUMNS, *(FIELD + key for key in fields), *LAST]
    if parts.front:
        front = {"type": text("csv-type-front"), "text": parts.front}
        yield [front.get(key, "") for key in keys]
    for part in parts.parts:
        values = _values(part, text)
        yield [values.get(key, "") for key in keys]


def _values(part: Part, text: Text) -> Mapping[str, str]:
    return {
        "code": part.code,
        "type": text(f"csv-type-{part.kind}"),
        "level": str(part.level) if part.level else "",
        "title": part.text if part.kind == "heading" else part.title,
        "text": "" if part.kind == "heading" else part.text,
        "kind": part.get("kind"),
        "priority": part.get("priority"),
        "theme": part.get("theme"),
        "others": attributes_said(part.others),
        "uid": part.uid,
    } | {FIELD + key: value for key, value in part.fields.items()}


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet computes; `unguarded` takes the guard away."""
    return f"'{cell}" if _COMPUTED.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") and _COMPUTED.match(cell) else cell


def attributes_said(attributes: Attributes) -> str:
    """Return attributes as they stand in a marker."""
    if not attributes:
        return ""
    written = format_marker(Marker("omitted", _NO_ONE, "", attributes))
    return written.removeprefix(f"<!-- omitted {_NO_ONE} ").removesuffix(" -->")


def attributes_read(said: str) -> Attributes | None:
    """Return the attributes that `attributes_said` wrote, or None where it did not."""
    try:
        marker = parse_marker(f"<!-- omitted {_NO_ONE} {said} -->")
    except BrokenMarkerError:
        return None
    return marker.attributes if marker and not marker.code else None
