"""The status of every clause beside its standard."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from coauthor.document.model import Clause, Document, Tombstone
from coauthor.lineage.comparison import EXPLAINING, NORMATIVE, differences
from coauthor.lineage.locks import NO_LOCKS, Policy, is_locked


class Lineage(StrEnum):
    """Where a clause comes from."""

    VERBATIM = "verbatim"
    FILLED = "filled"
    ADAPTED = "adapted"
    LOCAL = "local"
    DERIVED = "derived"
    OMITTED = "omitted"


class Direction(StrEnum):
    """Which way an adapted clause deviates; the person says so."""

    STRICTER = "stricter"
    WEAKER = "weaker"
    OTHER = "other"


STANDARD_TEXT = frozenset({Lineage.VERBATIM, Lineage.FILLED})
"""What counts as standard."""

DEVIATIONS = frozenset({Lineage.ADAPTED, Lineage.LOCAL, Lineage.OMITTED})
"""What needs a reason."""


@dataclass(frozen=True, slots=True)
class ClauseStatus:
    """A clause beside its standard.

    Args:
        differs: parts that differ, as in `comparison.differences`.
        behind: a newer release changed or withdrew the clause.
        origin: the clauses it was split from or joined of.
        level: position in the chain of standards of the text it equals; 0 is the
            nearest standard, -1 means the text is our own.
        unexplained: a deviation without a reason.
    """

    uid: str
    code: str
    lineage: Lineage
    direction: Direction | None = None
    differs: frozenset[str] = frozenset()
    locked: bool = False
    behind: bool = False
    origin: tuple[str, ...] = ()
    level: int = -1
    reason_class: str = ""
    reason: str = ""
    owner: str = ""
    cost: str = ""
    until: str = ""

    @property
    def deviates(self) -> bool:
        """Whether it is not the standard's text."""
        return self.lineage not in STANDARD_TEXT

    @property
    def unexplained(self) -> bool:
        """Whether it deviates and does not say why."""
        return self.lineage in DEVIATIONS and not (self.reason and self.reason_class)


@dataclass(frozen=True)
class DocumentStatus:
    """The status of all clauses, by identity; omitted ones included."""

    clauses: MappingProxyType[str, ClauseStatus]
    chain: tuple[Document, ...]
    newer: Document | None
    policy: Policy

    @property
    def has_standard(self) -> bool:
        """Whether the document derives from anything."""
        return bool(self.chain)

    @cached_property
    def counts(self) -> Mapping[Lineage, int]:
        """How many clauses there are of each lineage."""
        return Counter(each.lineage for each in self.clauses.values())

    @cached_property
    def deviations(self) -> tuple[ClauseStatus, ...]:
        """The clauses that are not the standard's text."""
        return tuple(each for each in self.clauses.values() if each.deviates)


def document_status(
    document: Document,
    chain: Sequence[Document] = (),
    newer: Document | None = None,
    policy: Policy = NO_LOCKS,
) -> DocumentStatus:
    """Judge every clause of a document.

    Args:
        chain: the standards it derives from, nearest first.
        newer: the newest release of the nearest standard, where it is newer.
    """
    base = DocumentStatus(MappingProxyType({}), tuple(chain), newer, policy)
    uids = dict.fromkeys(
        block.uid for block in document.blocks if isinstance(block, Clause | Tombstone)
    )
    if base.chain:
        uids |= dict.fromkeys(clause.uid for clause in base.chain[0].clauses)
    found = {uid: judged for uid in uids if (judged := _judged(uid, document, base))}
    return replace(base, clauses=MappingProxyType(found))


def update_status(previous: DocumentStatus, after: Document, uids: Iterable[str]) -> DocumentStatus:
    """Judge only some clauses again; the others must be as they were.

    The cheap way after a change: the same as `document_status` of ``after``, but
    for the order of the clauses.

    Args:
        uids: the clauses whose text changed, that came, or that went.
    """
    fresh = {uid: _judged(uid, after, previous) for uid in uids}
    if all(previous.clauses.get(uid) == judged for uid, judged in fresh.items()):
        return previous
    # Copying a mapping of 10,000 and counting it anew would take longer than the rest.
    clauses = previous.clauses | {}
    counts = Counter(previous.counts)
    for uid, judged in fresh.items():
        old = clauses.pop(uid, None) if judged is None else clauses.get(uid)
        if judged is not None:
            clauses[uid] = judged
            counts[judged.lineage] += 1
        if old is not None:
            counts[old.lineage] -= 1
    after_change = replace(previous, clauses=MappingProxyType(clauses))
    after_change.__dict__["counts"] = +counts
    return after_change


def _judged(uid: str, document: Document, base: DocumentStatus) -> ClauseStatus | None:
    """Return the status of a clause; None when neither we nor the standard have it."""
    place = document.positions.get(uid)
    standard = base.chain[0].clause(uid) if base.chain else None
    if place is None:
        return None if standard is None else _missing(standard, base)
    block = document.blocks[place]
    if isinstance(block, Tombstone) and standard is None:
        return None  # what the standard withdrew itself is no omission of ours
    return clause_status(block, base) if isinstance(block, Clause | Tombstone) else None


def clause_status(block: Clause | Tombstone, base: DocumentStatus) -> ClauseStatus:
    """Judge one clause, or what stands where it was."""
    standard = base.chain[0].clause(block.uid) if base.chain else None
    if isinstance(block, Tombstone):
        return _omitted(block, standard, base)
    own = _own_reasons(block, standard)
    differs = differences(block, standard) if standard else frozenset()
    lineage = _lineage(block, standard, differs, base)
    return ClauseStatus(
        uid=block.uid,
        code=block.code,
        lineage=lineage,
        direction=_direction(own.get("direction", "")) if lineage is Lineage.ADAPTED else None,
        differs=differs,
        locked=standard is not None and is_locked(standard, base.policy),
        behind=standard is not None and _is_behind(standard, base),
        origin=tuple(uid for uid in block.marker.get("derives").split(",") if uid),
        level=_level(block, differs, base),
        reason_class=own.get("reason", ""),
        reason=own.get("deviation", ""),
        owner=own.get("owner", ""),
        cost=own.get("cost", ""),
        until=own.get("until", ""),
    )


def _own_reasons(clause: Clause, standard: Clause | None) -> Mapping[str, str]:
    """Return what a clause says of its deviation, unless its standard says the very same.

    A standard that itself derives from one gives its reasons along with its text;
    they are no reasons of ours.
    """
    own = _reasons(clause)
    return {} if standard is not None and own == _reasons(standard) else own


def _reasons(clause: Clause) -> dict[str, str]:
    said = {name: value for name, value in clause.marker.attributes if name in EXPLAINING}
    if "**deviation**" in clause.notes:
        said["deviation"] = clause.fields.get("deviation", "")
    return said


def _lineage(
    clause: Clause, standard: Clause | None, differs: frozenset[str], base: DocumentStatus
) -> Lineage:
    if standard is not None:
        if differs & NORMATIVE:
            return Lineage.ADAPTED
        return Lineage.FILLED if "filling" in differs else Lineage.VERBATIM
    sources = clause.marker.get("derives").split(",")
    if base.chain and any(source in base.chain[0].positions for source in sources if source):
        return Lineage.DERIVED
    return Lineage.LOCAL


def _direction(said: str) -> Direction:
    return Direction(said) if said in tuple(Direction) else Direction.OTHER


def _is_behind(standard: Clause, base: DocumentStatus) -> bool:
    if base.newer is None:
        return False
    newer = base.newer.clause(standard.uid)
    return newer is None or bool(differences(newer, standard) & (NORMATIVE | {"filling"}))


def _level(clause: Clause, differs: frozenset[str], base: DocumentStatus) -> int:
    """Return the farthest standard of the chain that still says the same."""
    found = -1
    for position, document in enumerate(base.chain):
        standard = document.clause(clause.uid)
        if standard is None:
            break
        if (differs if position == 0 else differences(clause, standard)) & NORMATIVE:
            break
        found = position
    return found


def _omitted(stone: Tombstone, standard: Clause | None, base: DocumentStatus) -> ClauseStatus:
    marker = stone.marker
    return ClauseStatus(
        uid=stone.uid,
        code=stone.code or (standard.code if standard else ""),
        lineage=Lineage.OMITTED,
        locked=standard is not None and is_locked(standard, base.policy),
        behind=standard is not None and _is_behind(standard, base),
        reason_class=marker.get("reason"),
        reason=marker.get("note"),
        owner=marker.get("owner"),
        until=marker.get("until"),
    )


def _missing(standard: Clause, base: DocumentStatus) -> ClauseStatus:
    return ClauseStatus(
        uid=standard.uid,
        code=standard.code,
        lineage=Lineage.OMITTED,
        locked=is_locked(standard, base.policy),
        behind=_is_behind(standard, base),
    )
