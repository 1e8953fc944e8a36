"""Checking a value against a JSON schema of ours, before anything is made of it.

Knows the keywords that our schemas use and no other; the tests see to that.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

KEYWORDS = frozenset(
    "type const enum required properties additionalProperties items oneOf pattern minimum maximum"
    " $schema title description".split()
)
"""What a schema may say, notes for readers included."""

_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
}


def misfits(value: Any, schema: Mapping[str, Any], place: str = "") -> Iterator[str]:
    """Yield the places, such as ``blocks[3].uid``, where a value does not fit."""
    if not _fits(value, schema):
        yield place or "."
        return
    if "oneOf" in schema:
        yield from _one_of(value, schema["oneOf"], place)
    if isinstance(value, dict):
        yield from _members(value, schema, place)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from misfits(each, schema.get("items", {}), f"{place}[{number}]")


def _fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Tell whether a value itself fits, whatever it holds."""
    if "type" in schema and not _TYPES[schema["type"]](value):
        return False
    if "const" in schema and not _same(value, schema["const"]):
        return False
    if "enum" in schema and not any(_same(value, each) for each in schema["enum"]):
        return False
    if isinstance(value, str) and "pattern" in schema:
        return re.search(schema["pattern"].replace("$", r"\Z"), value) is not None
    if isinstance(value, int):
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    return True


def _same(value: Any, wanted: Any) -> bool:
    return type(value) is type(wanted) and bool(value == wanted)


def _one_of(value: Any, choices: list[Mapping[str, Any]], place: str) -> Iterator[str]:
    """Yield what is wrong in the choice that comes nearest: the one with the same type."""
    found = [list(misfits(value, each, place)) for each in choices]
    if sum(not each for each in found) == 1:
        return
    own = f"{place}.type"
    near = [each for each in found if own not in each]
    yield from near[0] if len(near) == 1 and near[0] else [own]


def _members(value: dict[str, Any], schema: Mapping[str, Any], place: str) -> Iterator[str]:
    named = schema.get("properties", {})
    for key in schema.get("required", ()):
        if key not in value:
            yield f"{place}.{key}".lstrip(".")
    for key, each in value.items():
        inner = named.get(key, schema.get("additionalProperties", {}))
        yield from misfits(each, inner, f"{place}.{key}".lstrip("."))
