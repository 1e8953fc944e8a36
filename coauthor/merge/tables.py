"""Three-way merge of settings in TOML, by table and key.

What is ours keeps its form; of theirs only what they changed comes in. Tables in
a list are recognised by their name, wherever they stand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from coauthor.document.toml import refuse_unfit

NAMES = ("name", "id", "key")
"""Keys that name a table in a list, the first that every table has."""

MISSING = object()

Part = tuple[str, ...]
"""The way to a value: keys, and in a list of tables the name of the table."""


class UnreadableError(ValueError):
    """One of the texts is no TOML."""


@dataclass(frozen=True, slots=True)
class KeyMeeting:
    """A value that a side, or both, changed; as lines of TOML, '' where there is none."""

    part: Part
    base: str
    ours: str
    theirs: str
    is_clash: bool


@dataclass(frozen=True, slots=True)
class TableMerge:
    """The merged settings and what was done, in the order of the keys."""

    text: str
    meetings: tuple[KeyMeeting, ...]


def merge_tables(base: str, ours: str, theirs: str) -> TableMerge:
    """Merge what two sides made of the same settings; ours stands where they clash.

    Raises:
        UnreadableError: one of the texts is no TOML.
    """
    before, mine, yours = _plain(base), _plain(ours), _plain(theirs)
    meetings = tuple(_meetings(before, mine, yours, ()))
    document = tomlkit.parse(ours)
    for meeting in meetings:
        if not meeting.is_clash and meeting.theirs not in (meeting.base, meeting.ours):
            _put(document, meeting.part, _at(yours, meeting.part))
    return TableMerge(tomlkit.dumps(document) if meetings else ours, meetings)


def with_part(text: str, part: Part, line: str) -> str:
    """Return the settings with another value at ``part``: a line of TOML, or '' for none.

    Raises:
        UnreadableError: one of the texts is no TOML.
    """
    if not line:
        value: object = MISSING
    else:
        value = next(iter(_plain(line).values()))
    _plain(text)
    document = tomlkit.parse(text)
    _put(document, part, value)
    return tomlkit.dumps(document)


def value_at(text: str, part: Part) -> str:
    """Return the value at ``part`` as a line of TOML; '' where there is none."""
    return _line(part[-1], _at(_plain(text), part))


def _plain(text: str) -> dict[str, Any]:
    try:
        refuse_unfit(text)
        return {key: _by_name(value) for key, value in tomlkit.parse(text).unwrap().items()}
    except (TOMLKitError, RecursionError, ValueError) as error:
        raise UnreadableError(str(error)) from error


def _by_name(value: Any) -> Any:
    """Return a value with lists of tables as tables by name, where they have names."""
    if isinstance(value, dict):
        return {key: _by_name(inner) for key, inner in value.items()}
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        for key in NAMES:
            named = [each.get(key) for each in value]
            if all(isinstance(name, str) for name in named) and len(set(named)) == len(named):
                pairs = {str(each[key]): _by_name(each) for each in value}
                return _Named(pairs)
    return value


class _Named(dict[str, Any]):
    """Tables of a list by their name."""


def _meetings(base: Any, ours: Any, theirs: Any, part: Part) -> Iterator[KeyMeeting]:
    keys = dict.fromkeys([*ours, *theirs, *base])
    for key in keys:
        b, o, t = (_get(side, key) for side in (base, ours, theirs))
        if _same(o, b) and _same(t, b):
            continue
        whole = (*part, key)
        both = isinstance(o, dict) and isinstance(t, dict)
        if both and (isinstance(b, dict) or b is MISSING):
            yield from _meetings({} if b is MISSING else b, o, t, whole)
            continue
        clash = not _same(o, b) and not _same(t, b) and not _same(o, t)
        yield KeyMeeting(whole, _line(key, b), _line(key, o), _line(key, t), clash)


def _get(side: Mapping[str, Any], key: str) -> Any:
    return side.get(key, MISSING)


def _same(first: Any, second: Any) -> bool:
    return first is second or (type(first) is type(second) and bool(first == second))


def _line(key: str, value: Any) -> str:
    return "" if value is MISSING else tomlkit.dumps({key: _from_names(value)})


def _from_names(value: Any) -> Any:
    if isinstance(value, _Named):
        return [_from_names(each) for each in value.values()]
    if isinstance(value, dict):
        return {key: _from_names(inner) for key, inner in value.items()}
    return value


def _at(values: Any, part: Part) -> Any:
    for key in part:
        if not isinstance(values, dict) or key not in values:
            return MISSING
        values = values[key]
    return values


def _put(container: Any, part: Part, value: Any) -> None:
    """Set or remove a value inside parsed TOML, in its place."""
    key, *rest = part
    if isinstance(container, AoT | list):
        _put_named(container, key, rest, value)
    elif rest:
        if key not in container:
            if value is MISSING:
                return
            container[key] = tomlkit.aot() if len(rest) == 1 and _is_table(value) else {}
        _put(container[key], tuple(rest), value)
    elif value is MISSING:
        container.pop(key, None)
    elif isinstance(value, _Named):
        tables = tomlkit.aot()
        for each in value.values():
            tables.append(_table(each))
        container[key] = tables
    else:
        container[key] = _from_names(value)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _put_named(tables: Any, name: str, rest: Sequence[str], value: Any) -> None:
    place = next((i for i, each in enumerate(tables) if name in _names(each)), None)
    if rest:
        if place is not None:
            _put(tables[place], tuple(rest), value)
    elif place is not None and value is MISSING:
        del tables[place]
    elif value is not MISSING:
        if place is not None:
            del tables[place]
        tables.append(_table(value))


def _names(table: Any) -> tuple[str, ...]:
    return tuple(str(table[key]) for key in NAMES if key in table)


def _table(values: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    table.update(_from_names(values))
    return table
