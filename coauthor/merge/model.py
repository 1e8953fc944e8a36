"""What a merge gives: the text, and what was done at every place that a side changed."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Literal

ChoiceName = Literal["ours", "theirs", "merged", "both", "both-reversed", "base", "neither"]
"""What may stand at a place: a side's text, both edits in one, both behind each other
(ours first, or theirs first), what was there before, or nothing."""


class Outcome(StrEnum):
    """What was done at a place, and what it asks of a person."""

    TAKEN = "taken"
    """One side changed it, or both did the same: it stands."""
    COMBINED = "combined"
    """Both changed it, apart from each other: both edits stand."""
    LOOK = "look"
    """Both edits stand in one proposed text that deserves a nod."""
    DECIDE = "decide"
    """Ours stands, theirs waits: only a person can say which."""


@dataclass(frozen=True, slots=True)
class Span:
    """Lines ``start`` up to and not including ``end``, counted from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One text that can stand at a place: whole lines, ready to put in."""

    name: ChoiceName
    text: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A place where a side, or both, changed the text.

    Args:
        outcome: what was done.
        reason: why it is asked, for a look or a decision: ``overlap`` (both changed
            the same words), ``same-sentence``, ``deleted-edited``, ``both-added``,
            ``moved-edited``, ``locked``, ``attribute``, ``code``; else ''.
        side: ``ours``, ``theirs`` or ``both``: who changed it.
        uid: the clause it lies in, or ''.
        base: the lines before, ours and theirs: the lines of each side, whole.
        spans: where those lines are, by ``base``, ``ours``, ``theirs``, ``merged``.
        offers: what can stand there, the likeliest first; what stands now is among
            them. Empty for what was taken or combined.
    """

    outcome: Outcome
    reason: str
    side: Literal["ours", "theirs", "both"]
    uid: str
    base: str
    ours: str
    theirs: str
    merged: str
    base_span: Span
    ours_span: Span
    theirs_span: Span
    merged_span: Span
    offers: tuple[Choice, ...] = ()

    @property
    def key(self) -> str:
        """What recognises the same three texts when they meet again."""
        return meeting_key(self.base, self.ours, self.theirs)

    def offer(self, name: ChoiceName) -> Choice | None:
        """Return the choice of that name, or None."""
        return next((each for each in self.offers if each.name == name), None)


def meeting_key(base: str, ours: str, theirs: str) -> str:
    """Return the digest of three texts; the same when the sides are swapped."""
    digests = [
        hashlib.sha256(text.encode("utf-8", "surrogatepass")) for text in (base, ours, theirs)
    ]
    before, *sides = [each.hexdigest() for each in digests]
    return hashlib.sha256("".join([before, *sorted(sides)]).encode()).hexdigest()


@dataclass(frozen=True)
class Merge:
    """The merged text and its meetings, in the order of the text."""

    text: str
    meetings: tuple[Meeting, ...] = field(default=())

    @cached_property
    def decisions(self) -> tuple[Meeting, ...]:
        """What only a person can decide."""
        return self._of(Outcome.DECIDE)

    @cached_property
    def looks(self) -> tuple[Meeting, ...]:
        """What deserves a nod."""
        return self._of(Outcome.LOOK)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to decide."""
        return not self.decisions

    def _of(self, outcome: Outcome) -> tuple[Meeting, ...]:
        return tuple(each for each in self.meetings if each.outcome is outcome)
