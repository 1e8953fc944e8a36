"""Deviations come to an end: when, and which are due.

Every deviation has a last day: what it says itself, for a locked clause what the
executive said, and without either two years from the day it was first in a version.
A day far off that nobody remembers is how a deviation becomes a standard of its own.
"""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from coauthor.document.model import Document
from coauthor.lineage.status import DEVIATIONS, ClauseStatus, DocumentStatus, Lineage
from coauthor.review.signing.waivers import State, Waivers, last_day

MONTHS = 24
"""How long a deviation stands unless somebody says otherwise."""

RECONFIRM = "reconfirm"
"""Kind of the record that a deviation was looked at and kept."""

SOON = 90
"""Days before its end from which a deviation is asked about."""


@dataclass(frozen=True, slots=True)
class Due:
    """A deviation with its last day.

    Args:
        until: its last day.
        said: where that day is from: ``said`` (the text), ``waiver``, or ``counted``.
        days: how many are left; below 0 it is over.
    """

    uid: str
    code: str
    title: str
    lineage: Lineage
    locked: bool
    reason_class: str
    reason: str
    owner: str
    cost: str
    until: date
    said: str
    days: int

    @property
    def is_over(self) -> bool:
        """Whether its time is over."""
        return self.days < 0


def months_later(day: date, months: int = MONTHS) -> date:
    """Return the same day some months later; the last of the month where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def endings(
    document: Document,
    status: DocumentStatus,
    waivers: Waivers,
    recorded: Mapping[str, date],
    today: date,
) -> tuple[Due, ...]:
    """Return all deviations of a document, the first to end first.

    Args:
        recorded: the day each deviation was first in a version, by uid; today for
            what is in none yet.
    """
    found = _endings(document, status, waivers, recorded, today)
    return tuple(sorted(found, key=lambda each: (each.until, each.code, each.uid)))


def within(found: tuple[Due, ...], days: int) -> tuple[Due, ...]:
    """Return what is over or ends within so many days."""
    return tuple(each for each in found if each.days <= days)


def _endings(
    document: Document,
    status: DocumentStatus,
    waivers: Waivers,
    recorded: Mapping[str, date],
    today: date,
) -> Iterator[Due]:
    if not status.has_standard:
        return
    for each in status.clauses.values():
        if each.lineage not in DEVIATIONS:
            continue
        day, said = _end(each, document, waivers, today) or (
            months_later(recorded.get(each.uid, today)),
            "counted",
        )
        clause = document.clause(each.uid) or status.chain[0].clause(each.uid)
        yield Due(
            each.uid,
            each.code,
            clause.title if clause else "",
            each.lineage,
            each.locked,
            each.reason_class,
            each.reason,
            each.owner,
            each.cost,
            day,
            said,
            (day - today).days,
        )


def _end(
    each: ClauseStatus, document: Document, waivers: Waivers, today: date
) -> tuple[date, str] | None:
    if each.locked:
        standing = waivers.standing(each.uid, document.clause(each.uid), today)
        known = standing.state in (State.GRANTED, State.EXPIRED) and standing.waiver
        day = last_day(known.until) if known else None
        if day is not None:
            return day, "waiver"
    day = last_day(each.until)
    return None if day is None else (day, "said")
