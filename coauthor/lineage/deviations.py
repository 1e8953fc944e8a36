"""Deviations: why a clause is not the standard's, whose it is, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coauthor.document.clauses import with_field, with_marker
from coauthor.document.markers import with_attribute
from coauthor.document.model import Clause
from coauthor.lineage.comparison import EXPLAINING
from coauthor.lineage.status import ClauseStatus, DocumentStatus

REASON_CLASSES = ("law", "bylaw", "landscape", "preference")
"""Why one deviates: a law, a by-law of our own, the systems we have, or a preference."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A deviation and whether its time is over."""

    status: ClauseStatus
    expired: bool


def deviations(status: DocumentStatus, today: date) -> Iterator[Deviation]:
    """Yield the deviations of a document with whether they have expired."""
    for each in status.deviations:
        yield Deviation(each, _is_over(each.until, today))


def _is_over(until: str, today: date) -> bool:
    try:
        return date.fromisoformat(until) < today
    except ValueError:
        return False


def with_deviation(
    clause: Clause,
    *,
    reason_class: str = "",
    reason: str = "",
    direction: str = "",
    owner: str = "",
    cost: str = "",
    until: str = "",
) -> Clause:
    """Return the clause with the reason of its deviation; '' leaves a thing out."""
    marker = clause.marker
    values = (direction, reason_class, owner, cost, until)
    for name, value in zip(EXPLAINING, values, strict=True):
        marker = with_attribute(marker, name, value or None)
    explained = clause if marker == clause.marker else with_marker(clause, marker)
    return with_field(explained, "deviation", reason.strip())
