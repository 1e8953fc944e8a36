"""Reading waivers from records, in any order; what says nothing is passed over."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from coauthor.review.signing.waivers import (
    ADVICE,
    ADVICES,
    DECISION,
    KINDS,
    REQUEST,
    Advice,
    Decision,
    Request,
    Said,
    Waiver,
    Waivers,
)

Allowed = Callable[[str, str], bool]
"""Tells whether the owner of a key (its fingerprint) may do an act."""

Records = Iterable[tuple[str, Mapping[str, Any]]]
"""Names and values of records."""

VERDICTS = ("grant", "refuse", "revoke")
_REQUESTED = (
    *("document", "code", "reason_class", "direction", "reason", "risk", "owner"),
    *("cost", "until", "text"),
)

_DECIDED = ("verdict", "body", "until", "seal", "function", "mandate")


def read_waivers(records: Records, allowed: Allowed = lambda _by, _act: True) -> Waivers:
    """Return the requests that records hold, with what was said of them.

    Args:
        records: name and values of records, in any order; others than `KINDS` and
            what says nothing are passed over.
        allowed: an advice needs the act ``advise``, a decision ``waive``; what
            somebody said who may not does not count.
    """
    found: dict[str, Waiver] = {}
    told = sorted((name, values) for name, values in _unique(records).items())
    for name, values in told:
        if values.get("kind") == REQUEST and _text(values, "clause") and not _about(values):
            found[name] = Waiver(_request(name, values))
    for name, values in told:
        waiver = found.get(_about(values))
        if waiver is not None:
            found[waiver.request.id] = _with(waiver, name, values, allowed)
    return Waivers(tuple(found.values()))


def _unique(records: Records) -> dict[str, Mapping[str, Any]]:
    return {name: values for name, values in records if values.get("kind") in KINDS}


def _with(waiver: Waiver, name: str, values: Mapping[str, Any], allowed: Allowed) -> Waiver:
    kind, said = values["kind"], said_of(values)
    verdict = _text(values, "verdict")
    if kind == REQUEST and _text(values, "state") == "withdrawn":
        return replace(waiver, withdrawn=True)
    if kind == ADVICE and verdict in ADVICES and allowed(said.by, "advise"):
        advice = Advice(name, verdict, _text(values, "body"), said)
        return replace(waiver, advices=(*waiver.advices, advice))
    if kind == DECISION and verdict in VERDICTS and allowed(said.by, "waive"):
        texts = {key: _text(values, key) for key in _DECIDED}
        return replace(waiver, decision=Decision(id=name, said=said, **texts))
    return waiver


def _request(name: str, values: Mapping[str, Any]) -> Request:
    texts = {key: _text(values, key) for key in _REQUESTED}
    return Request(id=name, uid=_text(values, "clause"), said=said_of(values), **texts)


def said_of(values: Mapping[str, Any]) -> Said:
    """Return who said what a record holds."""
    at = _text(values, "at") or _text(values, "asked_at")
    return Said(_text(values, "organisation"), _text(values, "role"), _text(values, "by"), at)


def _about(values: Mapping[str, Any]) -> str:
    return _text(values, "about")


def _text(values: Mapping[str, Any], key: str) -> str:
    found = values.get(key, "")
    return found if isinstance(found, str) else str(found)
