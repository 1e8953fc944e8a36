"""What stays with a released clause: how far organisations agreed, and who did not.

It is a readable file of the release, ``positions/<document>.toml``, so that everybody
who derives from the standard holds it with the snapshot. It names organisations only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coauthor.document.toml import read_toml

FOLDER = "positions"


@dataclass(frozen=True, slots=True)
class Minority:
    """An objection with which a clause was released, and the answer to it."""

    organisation: str
    argument: str
    at: str = ""
    answer: str = ""
    answered_by: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """With how much agreement a clause was released.

    Args:
        state: a value of `coauthor.review.voting.consensus.Consensus`, or '' when it is unknown.
        release: the release in which it was so, as ``title number``.
    """

    uid: str
    code: str = ""
    state: str = ""
    agree: int = 0
    live: int = 0
    object: int = 0
    release: str = ""
    minority: tuple[Minority, ...] = ()


def read_settled(text: str) -> dict[str, Settled]:
    """Return what a file of a release says, by uid; what cannot be read is passed over."""
    try:
        values = read_toml(text)
    except ValueError:
        return {}
    release = " ".join(str(values.get(key, "")) for key in ("standard", "release")).strip()
    said: dict[str, list[Minority]] = {}
    for each in _tables(values, "minority"):
        said.setdefault(str(each["clause"]), []).append(
            Minority(
                str(each.get("organisation", "")),
                str(each.get("argument", "")),
                str(each.get("at", "")),
                str(each.get("answer", "")),
                str(each.get("answered_by", "")),
            )
        )
    return {
        uid: Settled(
            uid,
            code=str(each.get("code", "")),
            state=str(each.get("state", "")),
            agree=_number(each.get("agree")),
            live=_number(each.get("live")),
            object=_number(each.get("object")),
            release=release,
            minority=tuple(said.get(uid, ())),
        )
        for each in _tables(values, "clauses")
        if (uid := str(each["clause"]))
    }


def _tables(values: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = values.get(name, [])
    return [
        each
        for each in (found if isinstance(found, list) else [])
        if isinstance(each, dict) and each.get("clause")
    ]


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
