"""What is frozen, as records tell: the text that was published, and its numbered changes.

A ``freeze`` holds the digest of the published text; each ``memo-change`` that continues
from the text before it moves that on; a ``thaw`` ends it. Pure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from coauthor.document.toml import read_toml

FREEZE, CHANGE, THAW = "freeze", "memo-change", "thaw"
KINDS = (FREEZE, CHANGE, THAW)
FOLDER = "decisions"
_MARKS = tuple(f'kind = "{kind}"'.encode() for kind in KINDS)

Record = tuple[str, Mapping[str, Any]]
"""Name of the file without its ending, and what stands in it."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A document whose text was published.

    Args:
        record: id of the record that froze it.
        name: what the published version is called.
        digest: SHA-256 of the only bytes that it may be now.
        at: ISO 8601 moment at which it was frozen.
        memos: numbers of the memos that changed it since.
    """

    document: str
    record: str
    name: str
    digest: str
    at: str
    memos: tuple[int, ...] = ()

    @property
    def path(self) -> str:
        """Path of the document inside the workspace."""
        return f"documents/{self.document}.md"


def read_record(data: bytes) -> dict[str, Any]:
    """Return a record of these kinds, or nothing; most records are others, and not parsed."""
    if not any(mark in data for mark in _MARKS):
        return {}
    try:
        values = read_toml(data)
    except ValueError:
        return {}
    return values if values.get("kind") in KINDS else {}


def frozen_by(records: Iterable[Record]) -> dict[str, Frozen]:
    """Return what is frozen by name of the document.

    Args:
        records: oldest first.
    """
    listed = list(records)
    ended = {str(each.get("freeze", "")) for _, each in listed if each["kind"] == THAW}
    found: dict[str, Frozen] = {}
    for name, each in listed:
        if each["kind"] == FREEZE and name not in ended:
            document, digest = str(each.get("document", "")), str(each.get("digest", ""))
            called, at = str(each.get("called", "")), str(each.get("at", ""))
            found[document] = Frozen(document, name, called, digest, at)
    return {name: _followed(each, listed) for name, each in found.items()}


def _followed(frozen: Frozen, records: Iterable[Record]) -> Frozen:
    """Follow the changes from text to text; one that does not continue changes nothing."""
    steps = {
        str(each.get("before", "")): each
        for _, each in records
        if each["kind"] == CHANGE and each.get("document") == frozen.document
    }
    seen: set[str] = set()
    while (step := steps.get(frozen.digest)) and frozen.digest not in seen:
        seen.add(frozen.digest)
        memo = step.get("memo", 0)
        memos = (*frozen.memos, memo) if isinstance(memo, int) else frozen.memos
        frozen = replace(frozen, digest=str(step.get("digest", "")), memos=memos)
    return replace(frozen, memos=tuple(dict.fromkeys(frozen.memos)))
