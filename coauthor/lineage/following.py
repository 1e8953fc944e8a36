"""One clause in three texts: the standard before, the standard now, and ours.

What only the standard changed follows, what only we changed stays, part by part;
what both changed is merged by words where that is possible.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from coauthor.document.clauses import with_body, with_field, with_marker, with_title
from coauthor.document.fields import parse_fields
from coauthor.document.markers import Attributes, Marker
from coauthor.document.model import Clause
from coauthor.document.parameters import Parameter, fill_parameter, find_parameters
from coauthor.document.words import same_words
from coauthor.lineage.comparison import EXPLAINING
from coauthor.merge.merging import merge_texts

DEVIATION = "deviation"
"""The field that says why a clause deviates."""

_DEFAULTS = {"kind": "eis"}


@dataclass(frozen=True, slots=True)
class Joint:
    """The standard's changes and ours in one clause.

    Args:
        clause: ours, with all that the standard changed elsewhere.
        clashes: parts that both changed at the same words; there ours stands.
        merged: parts in which both changes stand, merged by words.
        lost: fillings of ours whose slot the standard took away.
    """

    clause: Clause
    clashes: frozenset[str]
    merged: frozenset[str]
    lost: tuple[Parameter, ...]


def fillings(ours: Clause, before: Clause | None) -> dict[str, str]:
    """Return the slots that we filled in, by name, with what we filled in."""
    offered = set() if before is None else {(s.name, s.value) for s in _slots(before)}
    return {
        slot.name: slot.value
        for slot in _slots(ours)
        if slot.value and (slot.name, slot.value) not in offered
    }


def follow(before: Clause | None, now: Clause, ours: Clause) -> Clause:
    """Return the standard's clause of now with our fillings, fields and attributes.

    The words that explained our deviation go with the deviation.
    """
    taken = filled(now, fillings(ours, before))
    known = set(now.fields) | (set(before.fields) if before else set())
    for key, text in ours.fields.items():
        if key not in known and key != DEVIATION:
            taken = with_field(taken, key, text)
    given = _names(now) | (_names(before) if before else set()) | set(EXPLAINING)
    own = tuple(pair for pair in ours.marker.attributes if pair[0] not in given)
    marker = replace(taken.marker, attributes=(*taken.marker.attributes, *own))
    return _tailed(with_marker(taken, marker) if own else taken, ours)


def unexplained(clause: Clause, now: Clause) -> Clause:
    """Return the clause without the words that explained a deviation that is none any more."""
    kept = _names(now)
    own = tuple(
        pair for pair in clause.marker.attributes if pair[0] not in EXPLAINING or pair[0] in kept
    )
    if own != clause.marker.attributes:
        clause = with_marker(clause, replace(clause.marker, attributes=own))
    if DEVIATION in clause.fields and DEVIATION not in now.fields:
        clause = with_field(clause, DEVIATION, "")
    return clause


def join(before: Clause, now: Clause, ours: Clause) -> Joint:
    """Return the three texts of a clause as one."""
    own = fillings(ours, before)
    outcome: dict[str, _Part] = {}
    for name, texts in _texts(before, now, ours).items():
        outcome[name] = _merged(texts, own, one_line=name == "title")
    attributes, clashing = _attributes(before.marker, now.marker, ours.marker)
    clause = _rebuilt(now, {name: part.text for name, part in outcome.items()})
    code = now.code if ours.code in (before.code, "") else ours.code
    clause = with_marker(clause, Marker("clause", ours.uid, code, attributes))
    slots = {slot.name for slot in _slots(clause)}
    lost = tuple(Parameter(n, v, 0, 0) for n, v in own.items() if n not in slots)
    return Joint(
        _tailed(clause, ours),
        frozenset(name for name, part in outcome.items() if part.clash) | clashing,
        frozenset(name for name, part in outcome.items() if part.merged),
        lost,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    clash: bool = False
    merged: bool = False


def _texts(before: Clause, now: Clause, ours: Clause) -> dict[str, tuple[str, str, str]]:
    """Return title, body and every field, in the three texts."""
    fields = [each.fields for each in (before, now, ours)]
    keys = dict.fromkeys(key for each in (fields[2], fields[1]) for key in each)
    texts = {
        "title": (before.title, now.title, ours.title),
        "body": (before.body, now.body, ours.body),
    }
    for key in keys:
        b, n, o = (each.get(key, "") for each in fields)
        texts[key] = (b, n, o)
    return texts


def _merged(texts: tuple[str, str, str], own: Mapping[str, str], *, one_line: bool) -> _Part:
    """Return one part of the clause; slots that we filled count for nothing."""
    before, now = (_filled(each, own) for each in texts[:2])
    ours = texts[2]
    plain = _filled(ours, own)  # a name may stand twice with one of them filled
    if same_words(plain, before) or same_words(plain, now):
        return _Part(now)
    if same_words(now, before):
        return _Part(ours)
    if one_line:
        return _Part(ours, clash=True)
    merge = merge_texts(f"{before}\n", f"{ours}\n", f"{now}\n")
    if merge.is_settled and all(look.reason == "same-sentence" for look in merge.looks):
        return _Part(merge.text.strip("\r\n"), merged=True)
    return _Part(ours, clash=True)


def _attributes(before: Marker, now: Marker, ours: Marker) -> tuple[Attributes, frozenset[str]]:
    """Return the attributes by name: the standard's changes and ours, and what clashes."""
    names = dict.fromkeys([n for n, _ in now.attributes] + [n for n, _ in ours.attributes])
    found: list[tuple[str, str]] = []
    clashes: set[str] = set()
    for name in names:
        b, n, o = (each.get(name, _DEFAULTS.get(name, "")) for each in (before, now, ours))
        value = n if o in (b, n) else o
        if value and (value != _DEFAULTS.get(name) or n == value):
            found.append((name, value))
        if o not in (b, n) and n != b:
            clashes.add(name)
    return tuple(found), frozenset(clashes)


def _rebuilt(now: Clause, texts: Mapping[str, str]) -> Clause:
    """Return the standard's clause with other texts where they differ."""
    clause = now
    for name, text in texts.items():
        if name == "title":
            clause = clause if text == clause.title else with_title(clause, text)
        elif name == "body":
            clause = clause if text == clause.body else with_body(clause, text)
        elif text != clause.fields.get(name, ""):
            clause = with_field(clause, name, text)
    return clause


def filled(clause: Clause, own: Mapping[str, str]) -> Clause:
    """Return the clause with its slots filled in, by name."""
    if not own:
        return clause
    body = _filled(clause.body, own)
    taken = with_body(clause, body) if body != clause.body else clause
    for key, text in clause.fields.items():
        if "{{" in text and (new := _filled(text, own)) != text:
            taken = with_field(taken, key, new)
    return taken


def _filled(text: str, own: Mapping[str, str]) -> str:
    if "{{" in text:
        for name, value in own.items():
            text = fill_parameter(text, name, value)
    return text


def _slots(clause: Clause) -> Iterator[Parameter]:
    yield from clause.parameters
    if "{{" in clause.notes:
        for text in parse_fields(clause.notes).values():
            yield from find_parameters(text)


def _names(clause: Clause) -> set[str]:
    return {name for name, _ in clause.marker.attributes}


def _tailed(clause: Clause, ours: Clause) -> Clause:
    """Return the clause with the blank lines that ours has behind it."""
    return replace(clause, tail=ours.tail) if ours.tail and clause.tail else clause
