"""Which side of the table an organisation sits on: it sells, or it asks.

The same organisation may be spelled in more than one way; it still has one voice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from coauthor.review.event import Voice
from coauthor.review.people import People, name_key

Side = Literal["vendor", "public", ""]

PUBLIC = frozenset(
    {"municipality", "partnership", "water-authority", "umbrella", "buying-organisation"}
)
"""Parties that ask; a user association and an adviser sit on neither side."""


@dataclass(frozen=True)
class Sides:
    """Who is on which side in one room.

    Where ``people.toml`` lists organisations it alone decides, so that nobody takes a
    seat by writing it into an event; else what the speaker said counts.

    Args:
        owner: the organisation of the workspace, which asks.
        others: the side of anybody else in a room without a list.
    """

    people: People
    owner: str = ""
    others: Side = ""

    @cached_property
    def _parties(self) -> Mapping[str, str]:
        return {name_key(each.name): each.party for each in self.people.organisations}

    @property
    def is_listed(self) -> bool:
        """Whether somebody wrote down who is in the room."""
        return bool(self.people.organisations)

    @property
    def vendors(self) -> tuple[str, ...]:
        """The vendors on the list."""
        return tuple(each.name for each in self.people.organisations if each.is_vendor)

    def of(self, voice: Voice) -> Side:
        """Return the side of who speaks; '' when it is on none, or nobody knows."""
        name = name_key(voice.organisation)
        if self.is_listed:
            return _side(self._parties.get(name, ""))
        if voice.party:
            return _side(voice.party)
        if name == name_key(self.owner):
            return "public"
        return self.others if name else ""

    def may_answer(self, voice: Voice) -> bool:
        """Tell whether a response counts: only who sells answers."""
        side = self.of(voice)
        unknown = not self.is_listed and not voice.party and bool(voice.organisation)
        return side == "vendor" or (side == "" and unknown)


def _side(party: str) -> Side:
    if party == "vendor":
        return "vendor"
    return "public" if party in PUBLIC else ""
