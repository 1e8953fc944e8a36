"""Two texts of the same clause: in which parts they differ."""

from coauthor.document.model import Clause
from coauthor.document.parameters import emptied
from coauthor.document.words import same_words

NORMATIVE = frozenset({"title", "body", "acceptance", "kind", "priority", "theme", "locked"})
"""Parts that say what must be met; the others only explain."""

_FIELDS = ("rationale", "explanation", "acceptance", "verification", "norm")
_ATTRIBUTES = ("kind", "priority", "theme", "locked")


def differences(ours: Clause, standard: Clause) -> frozenset[str]:
    """Return the parts in which a clause differs, blanks and fillings aside.

    ``filling`` is among them when a parameter holds another value.
    """
    if ours == standard:
        return frozenset()
    found = {name for name in _ATTRIBUTES if ours.marker.get(name) != standard.marker.get(name)}
    if not same_words(ours.title, standard.title):
        found.add("title")
    if not same_words(ours.body, standard.body):
        same = same_words(emptied(ours.body), emptied(standard.body))
        found.add("filling" if same else "body")
    if ours.notes != standard.notes:
        mine, theirs = ours.fields, standard.fields
        found |= {k for k in _FIELDS if not same_words(mine.get(k, ""), theirs.get(k, ""))}
    return frozenset(found)
