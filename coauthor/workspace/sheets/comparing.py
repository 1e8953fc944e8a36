"""Whether what a sheet says is new: the same is said once, and newer words are not undone."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum

from coauthor.review.event import Event
from coauthor.review.market.readings import READING
from coauthor.review.market.responses import RESPONSE
from coauthor.review.people import name_key


class News(StrEnum):
    """What words from a sheet are beside what stands there."""

    NEW = "new"
    KNOWN = "known"
    OLDER = "older"


class Said:
    """What organisations answered and read, by clause; grows with what is planned.

    Args:
        events: of one document.
    """

    def __init__(self, events: Iterable[Event]) -> None:
        self._own: dict[tuple[str, str, str], list[Event]] = {}
        ordered = sorted(events, key=lambda each: each.id)
        self._kinds = {each.id: each.kind for each in ordered if each.kind in (RESPONSE, READING)}
        for event in ordered:
            self.add(event)

    def add(self, event: Event) -> None:
        """Count an event that is said now, or was."""
        kind = event.kind
        if kind == "withdraw":
            kind = self._kinds.get(event.about, "")
        elif kind in (RESPONSE, READING):
            self._kinds[event.id] = kind
        if kind in (RESPONSE, READING):
            self._own.setdefault(_key(kind, event), []).append(event)

    def news(self, event: Event, saved: datetime | None) -> News:
        """Tell what an answer or reading is beside what its organisation said before.

        Args:
            saved: when the sheet was saved; None where it does not tell.
        """
        earlier = self._own.get(_key(event.kind, event), [])
        if not earlier:
            return News.NEW
        newest = earlier[-1]
        again = any(_same(each, event) and each.at == event.at for each in earlier)
        if again or _same(newest, event):
            return News.KNOWN
        last = _moment(newest.at)
        if saved is not None and last is not None and last > saved:
            return News.OLDER
        return News.NEW


def _key(kind: str, event: Event) -> tuple[str, str, str]:
    return kind, event.clause, name_key(event.voice.organisation)


def _same(first: Event, second: Event) -> bool:
    return (
        first.kind == second.kind
        and first.body.strip() == second.body.strip()
        and _values(first.values) == _values(second.values)
    )


def _values(values: Mapping[str, str]) -> dict[str, str]:
    return {key: values.get(key, "") for key in ("verdict", "date", "size", "text-digest")}


def _moment(at: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return None
    return found.replace(tzinfo=found.tzinfo or UTC)
