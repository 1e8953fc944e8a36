"""Two texts of the same clause: in which parts they differ."""

from coauthor.document.model import Clause
from coauthor.document.parameters import emptied, find_parameters
from coauthor.document.words import same_words

NORMATIVE = frozenset({"title", "body", "acceptance", "kind", "priority", "theme", "locked"})
"""Parts that say what must be met; the others only explain."""

EXPLAINING = ("direction", "reason", "owner", "cost", "until")
"""Attributes of a marker that explain a deviation; they are none themselves."""

_FIELDS = ("rationale", "explanation", "acceptance", "verification", "norm")
_ATTRIBUTES = ("priority", "theme", "locked")


def differences(ours: Clause, standard: Clause) -> frozenset[str]:
    """Return the parts in which a clause differs, blanks and fillings aside.

    ``filling`` is among them when a parameter holds another value.
    """
    if ours == standard:
        return frozenset()
    found = {name for name in _ATTRIBUTES if ours.marker.get(name) != standard.marker.get(name)}
    if ours.kind != standard.kind:
        found.add("kind")
    if not same_words(ours.title, standard.title):
        found.add("title")
    found |= _compared("body", ours.body, standard.body)
    if ours.notes != standard.notes:
        mine, theirs = ours.fields, standard.fields
        for key in _FIELDS:
            found |= _compared(key, mine.get(key, ""), theirs.get(key, ""))
    return frozenset(found)


def _compared(part: str, ours: str, standard: str) -> set[str]:
    """Return nothing, ``filling`` when only slots differ, or the part itself."""
    if same_words(ours, standard):
        return set()
    if "{{" not in standard or not same_words(emptied(ours), emptied(standard)):
        return {part}
    return set() if _values(ours) == _values(standard) else {"filling"}


def _values(text: str) -> list[str]:
    return [slot.value for slot in find_parameters(text)]
