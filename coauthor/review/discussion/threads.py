"""Threads: what was remarked or asked, what was said back, and whether it is still open."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from coauthor.review.event import Event
from coauthor.review.people import name_key

COMMENT, QUESTION, REPLY, RESOLVE, REOPEN = "comment", "question", "reply", "resolve", "reopen"
BEGINNING = (COMMENT, QUESTION)
"""What begins a thread. A reply to something of another kind belongs to that, not here."""

DEEP = 100
"""Replies on replies that are followed up to what they are about; more is nobody's thread."""


@dataclass(frozen=True)
class Thread:
    """A remark or question with what was said about it.

    Args:
        replies: oldest first.
        acts: resolving and reopening, oldest first; the last of them stands.
        lost: its beginning is not here, only what was replied to it.
    """

    first: Event
    replies: tuple[Event, ...] = ()
    acts: tuple[Event, ...] = ()
    lost: bool = False

    @property
    def id(self) -> str:
        """The id of the event that began it."""
        return self.first.id

    @property
    def is_open(self) -> bool:
        """Whether nobody resolved it, or somebody opened it again."""
        return not self.acts or self.acts[-1].kind == REOPEN

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Everything in it, in the order to read it in."""
        behind = sorted((*self.replies, *self.acts), key=lambda event: event.id)
        return (self.first, *behind)

    @property
    def last(self) -> Event:
        """What was said or done last."""
        return self.events[-1]

    @cached_property
    def organisations(self) -> frozenset[str]:
        """Who took part, names as `same_name` makes them."""
        return frozenset(same_name(event.voice.organisation) for event in self.events)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles in which people took part."""
        return frozenset(event.voice.role for event in self.events if event.voice.role)

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """Organisations and roles that were called in, as `same_name` makes them."""
        return frozenset(same_name(name) for event in self.events for name in mentions(event))


@dataclass(frozen=True)
class Listener:
    """For whom threads are shown.

    Args:
        organisation: its name.
        roles: keys of `coauthor.review.people.ROLES`.
        seen: ids of the events that were seen before.
    """

    organisation: str = ""
    roles: frozenset[str] = frozenset()
    seen: Collection[str] = frozenset()

    def is_mine(self, thread: Thread) -> bool:
        """Tell whether somebody of the organisation took part, or was called in."""
        names = {same_name(self.organisation), *map(same_name, self.roles)} - {""}
        return bool(
            same_name(self.organisation) in thread.organisations or names & thread.mentioned
        )

    def unread(self, thread: Thread) -> tuple[Event, ...]:
        """Return what in a thread was not seen before."""
        return tuple(event for event in thread.events if event.id not in self.seen)


@dataclass(frozen=True)
class Wanted:
    """Which threads somebody wants to see; what is not set, does not matter.

    Args:
        organisation: that took part, or ''.
        role: in which somebody took part, or ''.
        is_open: still open, or resolved; None for both.
    """

    organisation: str = ""
    role: str = ""
    is_open: bool | None = None
    mine: bool = False
    unread: bool = False
    listener: Listener = field(default_factory=Listener)

    def shows(self, thread: Thread) -> bool:
        """Tell whether a thread is wanted."""
        return (
            (not self.organisation or same_name(self.organisation) in thread.organisations)
            and (not self.role or self.role in thread.roles)
            and (self.is_open is None or thread.is_open == self.is_open)
            and (not self.mine or self.listener.is_mine(thread))
            and (not self.unread or bool(self.listener.unread(thread)))
        )


def threads(events: Iterable[Event]) -> tuple[Thread, ...]:
    """Return the threads among the events of one place, the oldest first.

    A reply whose beginning is not here is a thread of its own, so that no word is
    lost; what is about anything else than a thread is passed over.
    """
    known = {event.id: event for event in events}
    begun = {event.id for event in known.values() if event.kind in BEGINNING}
    replies: dict[str, list[Event]] = {}
    acts: dict[str, list[Event]] = {}
    lost: dict[str, Event] = {}
    for event in sorted(known.values(), key=lambda each: each.id):
        if event.kind not in (REPLY, RESOLVE, REOPEN):
            continue
        root = _root(event, known)
        if root == "":
            if event.kind != REPLY:
                continue
            root = lost.setdefault(event.about, event).id  # one thread for all who lost the same
            if root == event.id:
                continue
        elif root not in begun:
            continue
        (replies if event.kind == REPLY else acts).setdefault(root, []).append(event)
    beginnings = [(known[each], False) for each in begun]
    beginnings += [(first, True) for first in lost.values()]
    found = [
        Thread(first, tuple(replies.get(first.id, ())), tuple(acts.get(first.id, ())), gone)
        for first, gone in beginnings
    ]
    return tuple(sorted(found, key=lambda thread: thread.id))


def _root(event: Event, known: Mapping[str, Event]) -> str:
    """Return the id of what a thread of replies began with; '' where that is not here."""
    for _ in range(DEEP):
        about = known.get(event.about)
        if about is None or about is event:
            return ""
        if about.kind not in (REPLY, RESOLVE, REOPEN):
            return about.id
        event = about
    return ""


def mentions(event: Event) -> Iterator[str]:
    """Yield the organisations and roles that an event calls in."""
    for name in event.values.get("mention", "").split(","):
        if name.strip():
            yield name.strip()


def mention_value(names: Iterable[str]) -> str:
    """Return names as the value ``mention`` of an event; a comma in a name becomes a blank."""
    plain = (" ".join(name.replace(",", " ").split()) for name in names)
    return ", ".join(dict.fromkeys(name for name in plain if name))


def same_name(name: str) -> str:
    """Return a name as it is compared: capitals, blanks and commas count for nothing."""
    return name_key(name.replace(",", " "))
