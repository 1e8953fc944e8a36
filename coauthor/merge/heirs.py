"""Clauses that went on under another identity: what the other side wrote goes along.

A clause of an old text that turned out to be the standard's has the standard's identity
from then on, and names its own in ``derives``. Who meanwhile wrote on under the old one
meant the same clause. So before a merge the old one gets the new identity in the other texts.
"""

from collections.abc import Mapping
from dataclasses import replace

from coauthor.document.clauses import with_marker
from coauthor.document.model import Clause, Document

Heirs = Mapping[str, str]
"""Identity before to identity now."""


def followed(
    base: Document, ours: Document, theirs: Document
) -> tuple[Document, Document, Document]:
    """Return the three with each clause under the identity that a side gave it.

    Where the sides disagree about who goes on as whom, everybody keeps the own identity.
    No line moves: only markers change.
    """
    mine, yours = heirs(base, ours), heirs(base, theirs)
    agreed = {
        old: new
        for old, new in {**mine, **yours}.items()
        if _is_agreed(old, new, mine, ours, yours, theirs)
    }
    if not agreed:
        return base, ours, theirs
    return _renamed(base, agreed), _renamed(ours, agreed), _renamed(theirs, agreed)


def heirs(base: Document, side: Document) -> Heirs:
    """Return which clauses of the base went on under another identity on a side.

    Such a one is gone, and exactly one clause that is new there names it and no other.
    """
    found: dict[str, list[str]] = {}
    for clause in side.clauses:
        if clause.uid in base.positions:
            continue
        named = [uid for uid in clause.marker.get("derives").split(",") if uid]
        gone = [uid for uid in named if base.clause(uid) and uid not in side.positions]
        if len(gone) == 1:
            found.setdefault(gone[0], []).append(clause.uid)
    return {old: new[0] for old, new in found.items() if len(new) == 1}


def _is_agreed(
    old: str, new: str, mine: Heirs, ours: Document, yours: Heirs, theirs: Document
) -> bool:
    for side, document in ((mine, ours), (yours, theirs)):
        if side.get(old, new) != new:
            return False  # it went on as something else there
        if old not in side and new in document.positions:
            return False  # something else went on as that there
    return True


def _renamed(document: Document, agreed: Heirs) -> Document:
    blocks = [
        with_marker(block, replace(block.marker, uid=agreed[block.uid]))
        if isinstance(block, Clause) and block.uid in agreed
        else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))
