"""Locked clauses: information security, standard processes and data exchange.

Nobody competes on these. The standard decides what is locked, never the local
text, so that a file edited by hand cannot unlock anything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coauthor.document.model import Clause, Document
from coauthor.lineage.comparison import NORMATIVE, differences


@dataclass(frozen=True, slots=True)
class Policy:
    """Which themes are locked."""

    locked_themes: frozenset[str] = frozenset()


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
        uids: the clauses to look at; all of the standard when None.
    """
    for uid in standard.positions if uids is None else uids:
        clause = standard.clause(uid)
        if clause is None or not is_locked(clause, policy):
            continue
        ours = document.clause(uid)
        parts = frozenset({"omitted"}) if ours is None else differences(ours, clause) & NORMATIVE
        if parts:
            yield Refusal(uid, clause.code, parts)


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
    wanted = None if uids is None else tuple(uids)
    found: list[Refusal] = []
    for refusal in violations(after, standard, policy, wanted):
        was = {old.uid: old for old in violations(before, standard, policy, (refusal.uid,))}
        old = was.get(refusal.uid)
        unchanged = old is not None and _same_text(before, after, refusal.uid)
        if not unchanged:
            found.append(refusal)
    return tuple(found)


def _same_text(before: Document, after: Document, uid: str) -> bool:
    old, new = before.clause(uid), after.clause(uid)
    if old is None or new is None:
        return old is new
    return not differences(old, new) & NORMATIVE
