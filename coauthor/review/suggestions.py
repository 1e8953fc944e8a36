"""Suggestions: a change of a clause offered instead of made, and what became of each change.

The event of a suggestion holds the text it was made on and the text it offers; the
numbered changes between the two follow from these alone, so that everybody counts alike.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Literal, cast

from coauthor.document.model import Clause
from coauthor.review.digest import clause_digest
from coauthor.review.event import Event
from coauthor.review.hunks import Hunk, hunks_between, with_hunks

Change = Literal["edit", "add", "remove"]
"""What is offered: another title or body, a new clause behind another, or to drop it."""

SUGGESTION, ACCEPT, REJECT, WITHDRAW = "suggestion", "accept", "reject", "withdraw"
_CHANGES = ("edit", "add", "remove")


class State(StrEnum):
    """What became of a change, or of a suggestion as a whole."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    PARTLY = "partly"
    """Of a suggestion: everything is decided, and not all alike."""
    WITHDRAWN = "withdrawn"
    """Its own organisation took it back before all was decided."""


@dataclass(frozen=True)
class Suggestion:
    """An offer on a clause, with what became of it.

    Args:
        event: who offered it and why; its body is the argument.
        title: title offered; ``text`` the body offered.
        base_title: title it was made on; ``base`` the body.
        was: digest of the clause it was made on, or ''.
        after: for a new clause: uid of the clause it should follow, or ''.
        hunks: the changes, numbered from 1.
        states: state of each change by number.
        decided: the events that accepted or rejected, oldest first.
    """

    event: Event
    change: Change
    title: str
    text: str
    base_title: str
    base: str
    was: str
    after: str
    hunks: tuple[Hunk, ...]
    states: Mapping[int, State]
    decided: tuple[Event, ...] = ()
    withdrawn: bool = False

    @property
    def id(self) -> str:
        """What accepting and rejecting cite."""
        return self.event.id

    @property
    def clause(self) -> str:
        """The uid of the clause; a new clause has its own from the start."""
        return self.event.clause

    @property
    def organisation(self) -> str:
        """Whose offer it is."""
        return self.event.voice.organisation

    @property
    def open(self) -> tuple[int, ...]:
        """Numbers of the changes that wait for a decision."""
        return () if self.withdrawn else self._of(State.OPEN)

    @property
    def accepted(self) -> tuple[int, ...]:
        """Numbers of the changes that were taken over."""
        return self._of(State.ACCEPTED)

    @property
    def state(self) -> State:
        """What became of it as a whole."""
        found = set(self.states.values())
        if State.OPEN in found:
            return State.WITHDRAWN if self.withdrawn else State.OPEN
        return found.pop() if len(found) == 1 else State.PARTLY

    @property
    def reason(self) -> str:
        """Why it was rejected last, or ''."""
        said = (each.body for each in reversed(self.decided) if each.kind == REJECT)
        return next(said, "")

    def title_with(self, taken: Iterable[int]) -> str:
        """Return the title it was made on, with some of the changes made."""
        return self._with(self.base_title, "title", taken)

    def body_with(self, taken: Iterable[int]) -> str:
        """Return the body it was made on, with some of the changes made."""
        return self._with(self.base, "body", taken)

    def _with(self, text: str, part: str, taken: Iterable[int]) -> str:
        return with_hunks(text, [h for h in self.hunks if h.part == part], frozenset(taken))

    def _of(self, state: State) -> tuple[int, ...]:
        return tuple(number for number, each in self.states.items() if each is state)


def suggestion_values(
    change: Change, base: Clause | None, title: str, text: str, after: str = ""
) -> dict[str, str]:
    """Return the values of the event that offers a change.

    Args:
        base: the clause it is made on; None for a new clause.
        title: title offered, and ``text`` the body; both '' to drop the clause.
        after: uid of the clause that a new one should follow.
    """
    return {
        "change": change,
        "title": title,
        "text": text,
        "base-title": base.title if base else "",
        "base": base.body if base else "",
        "was": clause_digest(base) if base else "",
        "after": after,
    }


def suggestions(
    events: Iterable[Event], counts: Callable[[Event], bool] = lambda _: True
) -> tuple[Suggestion, ...]:
    """Return all suggestions with their latest state, oldest first.

    What was accepted is in the text, so a rejection that crossed it changes nothing;
    what was rejected can be accepted later. Events are taken in the order of their ids,
    in whatever order they come.

    Args:
        counts: tells whether who accepted or rejected might do so; else it is passed over.
    """
    ordered = sorted(events, key=lambda each: each.id)
    made = {each.id: each for each in ordered if each.kind == SUGGESTION and each.clause}
    about: dict[str, list[Event]] = {name: [] for name in made}
    for event in ordered:
        offered = made.get(event.about)
        if offered is None or (event.clause, event.document) != (offered.clause, offered.document):
            continue
        if event.kind == WITHDRAW:
            if event.voice.organisation == offered.voice.organisation:
                about[event.about].append(event)
        elif event.kind in (ACCEPT, REJECT) and counts(event):
            about[event.about].append(event)
    return tuple(_suggestion(event, about[name]) for name, event in made.items())


def on_clause(offered: Iterable[Suggestion], uid: str) -> tuple[Suggestion, ...]:
    """Return the open suggestions for one clause: those that compete, oldest first.

    New clauses that should follow it are among them.
    """
    return tuple(
        each
        for each in offered
        if each.open and uid in (each.clause, each.after if each.change == "add" else "")
    )


def numbers_of(event: Event, hunks: Iterable[Hunk]) -> frozenset[int]:
    """Return which changes an event accepts or rejects; what does not exist is left out."""
    numbers = frozenset(each.number for each in hunks)
    said = event.values.get("hunks", "")
    if not said.strip():
        return numbers
    named = (part.strip() for part in said.split(","))
    return numbers & {int(part) for part in named if part.isascii() and part.isdigit()}


def _suggestion(event: Event, about: list[Event]) -> Suggestion:
    values = event.values
    said = values.get("change", "edit")
    change = cast(Change, said if said in _CHANGES else "edit")
    title, text = values.get("title", ""), values.get("text", "")
    base_title, base = values.get("base-title", title), values.get("base", "")
    hunks = _hunks(change, (base_title, base), (title, text))
    states = {hunk.number: State.OPEN for hunk in hunks}
    withdrawn = False
    decided: list[Event] = []
    for each in about:
        if each.kind == WITHDRAW:
            withdrawn = True
            continue
        decided.append(each)
        for number in numbers_of(each, hunks):
            if each.kind == ACCEPT:
                states[number] = State.ACCEPTED
            elif states[number] is State.OPEN:
                states[number] = State.REJECTED
    return Suggestion(
        event,
        change,
        title,
        text,
        base_title,
        base,
        values.get("was", ""),
        values.get("after", ""),
        hunks,
        MappingProxyType(states),
        tuple(decided),
        withdrawn,
    )


def _hunks(change: Change, before: tuple[str, str], after: tuple[str, str]) -> tuple[Hunk, ...]:
    if change != "edit":  # a clause comes or goes as a whole
        old, new = ("\n\n".join(filter(None, each)) for each in (before, after))
        return (Hunk(1, "clause", 0, len(old), old, new),)
    titles = hunks_between(before[0], after[0], "title")
    return titles + hunks_between(before[1], after[1], "body", len(titles) + 1)
