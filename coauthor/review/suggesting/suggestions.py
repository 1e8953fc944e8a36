"""Suggestions: a change of a clause offered instead of made, and what became of each change.

The event of a suggestion holds the text it was made on and the text it offers; the
numbered changes between the two follow from these alone, so that everybody counts alike.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Literal, cast

from coauthor.document.model import Clause
from coauthor.review.digest import clause_digest
from coauthor.review.event import Event
from coauthor.review.suggesting.hunks import Hunk, hunks_between, with_hunks

Change = Literal["edit", "add", "remove"]
"""What is offered: another title or body, a new clause behind another, or to drop it."""

SUGGESTION, ACCEPT, REJECT, WITHDRAW = "suggestion", "accept", "reject", "withdraw"
REOPEN = "reopen"
"""About a suggestion: what was decided on some changes, or taken back, is open again."""
NO_HUNKS = "0"
"""Value of ``hunks`` that names no change."""
_CHANGES = ("edit", "add", "remove")


_NUMBER = re.compile("[0-9]{1,9}")


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

    Its changes are counted when somebody looks, for a room may hold thousands.

    Args:
        event: who offered it and why; its body is the argument.
        decided: the events that accepted, rejected or opened again, oldest first.
        withdrawn: its own organisation took it back.
    """

    event: Event
    decided: tuple[Event, ...] = ()
    withdrawn: bool = False

    @property
    def change(self) -> Change:
        """What is offered; what is not known is an edit."""
        said = self.event.values.get("change", "edit")
        return cast("Change", said if said in _CHANGES else "edit")

    @property
    def title(self) -> str:
        """The title offered."""
        return self.event.values.get("title", "")

    @property
    def text(self) -> str:
        """The body offered."""
        return self.event.values.get("text", "")

    @property
    def base_title(self) -> str:
        """The title it was made on."""
        return self.event.values.get("base-title", "")

    @property
    def base(self) -> str:
        """The body it was made on."""
        return self.event.values.get("base", "")

    @property
    def was(self) -> str:
        """Digest of the clause it was made on, or ''."""
        return self.event.values.get("was", "")

    @property
    def after(self) -> str:
        """Of a new clause: uid of the clause it should follow, or ''."""
        return self.event.values.get("after", "")

    @property
    def _offers(self) -> bool:
        """Whether it offers anything at all; a file from elsewhere may not."""
        return self.change != "edit" or (self.title, self.text) != (self.base_title, self.base)

    @cached_property
    def hunks(self) -> tuple[Hunk, ...]:
        """The changes, numbered from 1."""
        before, after = (self.base_title, self.base), (self.title, self.text)
        if self.change != "edit":  # a clause comes or goes as a whole
            old, new = ("\n\n".join(filter(None, each)) for each in (before, after))
            return (Hunk(1, "clause", 0, len(old), old, new),)
        titles = hunks_between(before[0], after[0], "title")
        return titles + hunks_between(before[1], after[1], "body", len(titles) + 1)

    @cached_property
    def states(self) -> Mapping[int, State]:
        """State of each change by its number."""
        found = {hunk.number: State.OPEN for hunk in self.hunks}
        for each in self.decided:
            for number in numbers_of(each, self.hunks):
                if each.kind == REOPEN:
                    found[number] = State.OPEN
                elif each.kind == ACCEPT:
                    found[number] = State.ACCEPTED
                elif found[number] is State.OPEN:
                    found[number] = State.REJECTED
        return MappingProxyType(found)

    @property
    def is_open(self) -> bool:
        """Whether anything of it waits for a decision."""
        if self.withdrawn or not self._offers:
            return False
        if not self.decided:
            return True
        last = self.decided[-1]
        whole = last.kind != REOPEN and not last.values.get("hunks", "").strip()
        return not whole and bool(self.open)  # counting the changes takes longest

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
        found = set(self.states.values()) or {State.ACCEPTED}  # what offers nothing, is there
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
    withdrawn: dict[str, bool] = {}
    for event in ordered:
        offered = made.get(event.about)
        if offered is None or (event.clause, event.document) != (offered.clause, offered.document):
            continue
        ours = event.voice.organisation == offered.voice.organisation
        if event.kind in (WITHDRAW, REOPEN) and ours:
            withdrawn[event.about] = event.kind == WITHDRAW
        if event.kind in (ACCEPT, REJECT, REOPEN) and counts(event):
            about[event.about].append(event)
    return tuple(
        Suggestion(event, tuple(about[name]), withdrawn.get(name, False))
        for name, event in made.items()
    )


def on_clause(offered: Iterable[Suggestion], uid: str) -> tuple[Suggestion, ...]:
    """Return the open suggestions for one clause: those that compete, oldest first.

    New clauses that should follow it are among them.
    """
    return tuple(
        each
        for each in offered
        if uid in (each.clause, each.after if each.change == "add" else "") and each.is_open
    )


def numbers_of(event: Event, hunks: Iterable[Hunk]) -> frozenset[int]:
    """Return which changes an event accepts or rejects; what does not exist is left out."""
    numbers = frozenset(each.number for each in hunks)
    said = event.values.get("hunks", "")
    if not said.strip():
        return numbers
    named = (part.strip() for part in said.split(","))
    return numbers & {int(part) for part in named if _NUMBER.fullmatch(part)}
