"""JSON: a whole document for other programs, in and out.

The schema is published: ``resources/schemas/document.schema.json``.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, cast

from coauthor.errors import UserError
from coauthor.exchange.parts import (
    COMMON,
    Part,
    PartKind,
    Parts,
    document_of,
    lost_words,
    ordered,
    parts_of,
    said,
)
from coauthor.exchange.proposal import Plan, Proposal, proposed
from coauthor.exchange.schema import misfits
from coauthor.exchange.specification import Specification, Text
from coauthor.resources import resources

NAME, VERSION = "coauthor-document", 1
_MOST = 3
"""Places that a message names when a file does not fit."""


@cache
def schema() -> Mapping[str, Any]:
    """Return the schema of the format."""
    path = resources() / "schemas" / "document.schema.json"
    return cast("Mapping[str, Any]", json.loads(path.read_text(encoding="utf-8")))


def to_json(specification: Specification, text: Text) -> bytes:
    """Return a document as JSON; bytes in it that are no text become escapes."""
    del text  # keys are the same in every language
    parts = parts_of(specification.document)
    values = {
        "format": NAME,
        "version": VERSION,
        "title": specification.title,
        "organisation": specification.organisation,
        "standard": specification.standard,
        "edition": specification.version,
        "digest": specification.digest,
        "exported": specification.when.isoformat(timespec="seconds"),
        "language": specification.spoken,
        "front": parts.front,
        "blocks": [_written(part) for part in parts.parts],
    }
    written = json.dumps(values, ensure_ascii=False, indent=1)
    return (written + "\n").encode("utf-8", "backslashreplace")


def _written(part: Part) -> dict[str, Any]:
    if part.kind == "heading":
        return {"type": part.kind, "level": part.level, "text": part.text}
    if part.kind == "prose":
        return {"type": part.kind, "text": part.text}
    values: dict[str, Any] = {"type": part.kind, "uid": part.uid, "code": part.code}
    if part.kind != "clause":
        return values | {"attributes": dict(part.attributes)}
    return (
        values
        | {name: part.get(name) for name in COMMON}
        | {"title": part.title, "level": part.level, "body": part.text}
        | {"fields": dict(part.fields), "attributes": dict(part.others)}
    )


def read_json(
    name: str, data: bytes, new_uid: Callable[[], str], _plan: Plan | None = None
) -> Proposal:
    """Return what a JSON file would become.

    Raises:
        UserError: ``json-unfit`` when it is no JSON, ``json-misfit`` with the places that
            do not follow the schema.
    """
    try:
        values = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UserError("json-unfit", path=name) from error
    if not isinstance(values, dict) or values.get("format") != NAME:
        raise UserError("json-unfit", path=name)
    if wrong := list(misfits(values, schema())):
        shown = ", ".join(wrong[:_MOST]) + (" …" if len(wrong) > _MOST else "")
        raise UserError("json-misfit", path=name, places=shown)
    parts = Parts(values.get("front", ""), tuple(_read(each) for each in values["blocks"]))
    document = document_of(parts, new_uid)
    return proposed(document, lost=lost_words(said(parts.parts), document))


def _read(block: Mapping[str, Any]) -> Part:
    common = {key: block[key] for key in COMMON if key in block}
    return Part(
        cast("PartKind", block["type"]),
        block.get("body", block.get("text", "")),
        block.get("uid", ""),
        block.get("code", ""),
        block.get("title", ""),
        block.get("level", 0),
        ordered({"kind": "eis"} | common | block.get("attributes", {}))
        if block["type"] == "clause"
        else ordered(block.get("attributes", {})),
        block.get("fields", {}),
    )
