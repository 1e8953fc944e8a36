"""What an upgrade does at one place of a document, or asks there."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

OfferName = Literal["follow", "merged", "keep", "both", "both-reversed", "before", "neither"]
"""What may stand at a place: the standard's text, both changes in one, ours, both texts
behind each other (ours first, or the standard's first), the standard's text of before,
or nothing."""

ItemType = Literal["clause", "heading", "prose", "place"]
"""What it is about; a ``place`` is some lines of text in a document without clauses."""


class Outcome(StrEnum):
    """What was done with a change of the standard, and what it asks of a person."""

    FOLLOWS = "follows"
    """It came into our text by itself."""
    TOLD = "told"
    """Done, or left as it was; worth knowing."""
    LOOK = "look"
    """Our change and the standard's stand in one text that deserves a nod."""
    REVIEW = "review"
    """The standard did not change what we deviate from: do we still deviate?"""
    ASKED = "asked"
    """Only a person can say; until then ours stands."""


class Happening(StrEnum):
    """What became of it in the standard."""

    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    WITHDRAWN = "withdrawn"
    SPLIT = "split"
    JOINED = "joined"
    RELOCATED = "relocated"
    ADOPTED = "adopted"
    UNCHANGED = "unchanged"


OPEN = frozenset({Outcome.LOOK, Outcome.REVIEW, Outcome.ASKED})
"""What is left for a person."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One text that can stand at the place, ready to put in; '' leaves nothing."""

    name: OfferName
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One place where the standard changed, or where we deviate.

    Args:
        why: code of the reason, or ''; the catalogue holds ``upgrade-why-<why>``.
        was: our text until now.
        becomes: what stands there after the upgrade, until somebody decides.
        before: the standard's text before.
        now: the standard's text now; for what was split or joined, where it went.
        offers: what can stand there, the default first; empty for what is not asked.
        locked: nobody may deviate here without a waiver.
        parts: which parts of a clause the standard changed.
        detail: words that ``why`` mentions: a lost filling, an old code.
        above: the line before it, which finds a place without identity.
    """

    type: ItemType
    outcome: Outcome
    happened: Happening
    uid: str = ""
    code: str = ""
    title: str = ""
    why: str = ""
    was: str = ""
    becomes: str = ""
    before: str = ""
    now: str = ""
    offers: tuple[Offer, ...] = ()
    locked: bool = False
    parts: frozenset[str] = frozenset()
    detail: str = ""
    above: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is left for a person."""
        return self.outcome in OPEN

    @property
    def proposed(self) -> str:
        """What would stand there if nobody objects."""
        return self.offers[0].text if self.offers else self.becomes

    def offer(self, name: str) -> Offer | None:
        """Return the offer of that name, or None."""
        return next((each for each in self.offers if each.name == name), None)
