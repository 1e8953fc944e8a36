"""A document as rows: one for each heading, text, clause and marker, and one for the front."""

from collections.abc import Iterator, Mapping, Sequence

from coauthor.document.fields import FIELD_KEYS
from coauthor.document.markers import (
    Attributes,
    BrokenMarkerError,
    Marker,
    format_marker,
    parse_marker,
)
from coauthor.exchange.parts import Part, parts_of
from coauthor.exchange.sheet_plan import FIELD
from coauthor.exchange.specification import Specification, Text, field_label

COLUMNS = ("code", "type", "kind", "priority", "theme", "level", "title", "text")
"""Columns that always stand before those of the fields; `LAST` come last."""

LAST = ("others", "uid")
MORE = "more"
"""The type of a row that goes on where the one above was full."""

TYPES = ("clause", "heading", "prose", "omitted", "withdrawn", "front", MORE)

_NO_ONE = "0000000000"


def table(
    specification: Specification, text: Text, limit: int = 0
) -> tuple[tuple[str, ...], Iterator[Sequence[str]]]:
    """Return the keys of the columns and the rows under them, without the headings.

    Args:
        limit: characters that a cell holds; what is longer goes on in the next row, and a
            column of other attributes stands there when there are any. 0: no limit.
    """
    parts = parts_of(specification.document)
    used = dict.fromkeys(key for part in parts.parts for key in part.fields)
    fields = [key for key in FIELD_KEYS if key in used]
    fields += [key for key in used if key not in FIELD_KEYS]
    last = LAST if not limit or any(part.others for part in parts.parts) else LAST[-1:]
    keys = (*COLUMNS, *(FIELD + key for key in fields), *last)

    def rows() -> Iterator[Sequence[str]]:
        if parts.front:
            yield from _row(keys, {"type": "front", "text": parts.front}, text, limit)
        for part in parts.parts:
            yield from _row(keys, _values(part), text, limit)

    return keys, rows()


def headings(keys: Sequence[str], text: Text) -> list[str]:
    """Return what stands above columns; a field without a name in the catalogue keeps its key."""
    return [_heading(key, text) for key in keys]


def _heading(key: str, text: Text) -> str:
    if not key.startswith(FIELD):
        return text(f"csv-{key}")
    bare = key.removeprefix(FIELD)
    return field_label(bare, text) if bare in FIELD_KEYS else key


def _row(
    keys: Sequence[str], values: Mapping[str, str], text: Text, limit: int
) -> Iterator[Sequence[str]]:
    left = dict(values)
    kind = left.pop("type")
    while kind:
        now = {key: value[:limit] if limit else value for key, value in left.items()}
        yield [text(f"csv-type-{kind}") if key == "type" else now.get(key, "") for key in keys]
        left = {key: value[limit:] for key, value in left.items() if 0 < limit < len(value)}
        kind = MORE if left else ""


def _values(part: Part) -> Mapping[str, str]:
    return {
        "code": part.code,
        "type": part.kind,
        "level": str(part.level) if part.level else "",
        "title": part.text if part.kind == "heading" else part.title,
        "text": "" if part.kind == "heading" else part.text,
        "kind": part.get("kind"),
        "priority": part.get("priority"),
        "theme": part.get("theme"),
        "others": attributes_said(part.others),
        "uid": part.uid,
    } | {FIELD + key: value for key, value in part.fields.items()}


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
