"""Which clauses of a file a document has: by identity, else by number or exact text."""

from collections import Counter
from dataclasses import replace

from rapidfuzz.distance import Indel

from coauthor.document.clauses import with_marker
from coauthor.document.model import Clause, Document
from coauthor.document.parameters import shown
from coauthor.document.rendering import to_plain
from coauthor.lineage.adopting import FORMERLY

_ALIKE = 0.6
"""Share of common words from which two texts of one number are the same requirement."""


def known(document: Document, incoming: Document) -> int:
    """Return how many clauses of a file a document has, by identity."""
    return sum(each.uid in document.positions for each in incoming.clauses)


def alike(document: Document, incoming: Document) -> int:
    """Return how many clauses of a file a document has by code or exact text."""
    return len(identities(document, incoming))


def resembling(document: Document, incoming: Document) -> int:
    """Return how many clauses of a file a document seems to have, by number and words.

    The number alone says little: every list has a first requirement.
    """
    ours = {each.uid: each for each in document.clauses}
    theirs = {each.uid: each for each in incoming.clauses}
    pairs = identities(document, incoming).items()
    return sum(_likeness(theirs[new], ours[old]) >= _ALIKE for new, old in pairs)


def _likeness(one: Clause, other: Clause) -> float:
    texts = [to_plain(shown(_words(each))).casefold().split() for each in (one, other)]
    return Indel.normalized_similarity(*texts)


def identities(document: Document, incoming: Document) -> dict[str, str]:
    """Map identities that were given just now to those that the document has for the same."""
    found: dict[str, str] = {}
    for key_of in (_code, _words):
        ours = Counter(key_of(each) for each in document.clauses)
        theirs = Counter(key_of(each) for each in incoming.clauses)
        taken = set(found.values())
        uids = {key_of(each): each.uid for each in document.clauses if each.uid not in taken}
        for each in incoming.clauses:
            key = key_of(each)
            once = ours[key] == 1 and theirs[key] == 1
            if key and once and key in uids and each.uid not in found:
                found[each.uid] = uids[key]
    return found


def _code(clause: Clause) -> str:
    """Return the number that a list of others knows a clause by."""
    return clause.marker.get(FORMERLY) or clause.code


def _words(clause: Clause) -> str:
    return f"{clause.title}\n{clause.body}".strip()


def named(clause: Clause, uid: str) -> Clause:
    """Return a clause under another identity; as it is where that is ''."""
    return with_marker(clause, replace(clause.marker, uid=uid)) if uid else clause
