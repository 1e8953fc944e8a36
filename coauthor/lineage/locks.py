"""Locked clauses: information security, standard processes and data exchange.

Nobody competes on these. The standard decides what is locked, never the local
text, so that a file edited by hand cannot unlock anything.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from coauthor.document.model import Clause, Document
from coauthor.document.words import count_changes
from coauthor.lineage.comparison import NORMATIVE, differences

OMITTED = frozenset({"omitted"})
"""What a refusal names as its parts when the clause is gone."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Which themes are locked, and for which clauses leave was given to write all the same.

    Args:
        waived: uids of clauses whose text may be edited; it stays locked and stays a
            deviation, only nobody is stopped.
    """

    locked_themes: frozenset[str] = frozenset()
    waived: frozenset[str] = frozenset()


NO_LOCKS = Policy()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that a lock does not allow: which clause, and which parts of it."""

    uid: str
    code: str
    parts: frozenset[str]


def is_locked(clause: Clause, policy: Policy) -> bool:
    """Tell whether a clause of a standard is locked.

    The attribute ``locked`` decides where it is given, else the theme.
    """
    said = clause.marker.get("locked")
    return said == "yes" if said in ("yes", "no") else clause.theme in policy.locked_themes


def violations(
    document: Document, standard: Document, policy: Policy, uids: Iterable[str] | None = None
) -> Iterator[Refusal]:
    """Yield the locked clauses that the document changes or leaves out.

    Args:
        uids: the clauses to look at; all when None, and then also a second
            clause under an identity that is there already.
    """
    if uids is None:
        ours = document.clauses
        uids = [clause.uid for clause in standard.clauses]
    else:
        uids = tuple(uids)
        ours = tuple(clause for uid in uids if (clause := document.clause(uid)))
    for clause in ours:
        theirs = standard.clause(clause.uid)
        if theirs is not None and is_locked(theirs, policy):
            parts = differences(clause, theirs) & NORMATIVE
            if parts:
                yield Refusal(clause.uid, theirs.code, parts)
    for uid in uids:
        theirs = standard.clause(uid)
        if theirs and is_locked(theirs, policy) and document.clause(uid) is None:
            yield Refusal(uid, theirs.code, OMITTED)


def refused(
    before: Document,
    after: Document,
    standard: Document,
    policy: Policy,
    uids: Iterable[str] | None = None,
) -> tuple[Refusal, ...]:
    """Return what in a change the locks do not allow.

    Filling parameters, moving a clause and writing down a deviation are allowed,
    and so is any step back to the standard; what deviated before may stay.

    Args:
        uids: the clauses that the change touches; all when None.
    """
    return tuple(
        refusal
        for refusal in violations(after, standard, policy, uids)
        if refusal.uid not in policy.waived and not _may_stay(refusal, before, after, standard)
    )


def _may_stay(refusal: Refusal, before: Document, after: Document, standard: Document) -> bool:
    """Tell whether a clause that deviates did so before, and now no more than then."""
    old, new = before.clause(refusal.uid), after.clause(refusal.uid)
    theirs = standard.clause(refusal.uid)
    if old is None or new is None or theirs is None:
        return old is new
    changed = differences(old, new) & refusal.parts
    return all(_distance(new, theirs, p) < _distance(old, theirs, p) for p in changed)


def _distance(ours: Clause, standard: Clause, part: str) -> int:
    """Return how many words of a part are not the standard's; 0 for an attribute."""
    if part not in _TEXTS:
        return 0
    counts = count_changes(_TEXTS[part](standard), _TEXTS[part](ours))
    return counts.removed + counts.added


_TEXTS: Mapping[str, Callable[[Clause], str]] = {
    "title": lambda clause: clause.title,
    "body": lambda clause: clause.body,
    "acceptance": lambda clause: clause.fields.get("acceptance", ""),
}
