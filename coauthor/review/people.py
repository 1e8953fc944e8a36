"""``people.toml``: which organisations and people are in the room, and what they may.

No names of people stand in it: a person is a public key with an organisation and roles.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from coauthor.document.toml import read_toml
from coauthor.errors import UserError

FILE = "people.toml"
PARTIES = (
    "municipality",
    "partnership",
    "water-authority",
    "vendor",
    "user-association",
    "umbrella",
    "buying-organisation",
    "adviser",
)
SIZES = ("under-25k", "25k-50k", "50k-100k", "over-100k", "partnership")
"""Classes of a public body by inhabitants, so that none is forgotten."""
ROLES = ("expert", "analyst", "steward", "it", "adviser", "executive", "reader")
_LISTS: Mapping[str, str] = MappingProxyType({"organisations": "name", "people": "key"})
"""The lists, and what every entry must have."""

NOTHING: Mapping[str, Any] = MappingProxyType({})


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return what makes two spellings of a name one organisation.

    So that none votes twice, and none stops being a vendor by writing its name otherwise.
    """
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation in the room: one voice, whatever its size."""

    name: str
    party: str = ""
    size: str = ""

    @property
    def is_vendor(self) -> bool:
        """Whether it sells what is asked for."""
        return self.party == "vendor"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the room.

    Args:
        key: public key in OpenSSH form, ``ssh-ed25519 AAAA…``.
    """

    key: str
    organisation: str
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True)
class People:
    """Who is in the room. Empty where nobody wrote it down: then everybody may everything.

    Args:
        settings: the table ``[settings]``: what the room agreed, such as a quorum.
    """

    organisations: tuple[Organisation, ...] = ()
    members: tuple[Member, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=lambda: NOTHING)

    def organisation(self, name: str) -> Organisation:
        """Return the organisation of that name, however written; else one without a party."""
        key = name_key(name)
        found = (each for each in self.organisations if name_key(each.name) == key)
        return next(found, Organisation(name))


def read_people(text: str) -> People:
    """Read ``people.toml``; keys that it does not know are passed over.

    A list that is misspelt or without what it must have is broken, never empty: where
    nobody is listed everybody may do everything.

    Raises:
        UserError: ``people-broken`` with the reason; nobody is let in on a guess.
    """
    try:
        values = read_toml(text)
    except ValueError as error:
        raise UserError("people-broken", reason=str(error)) from error
    for name, found in values.items():
        if name not in _LISTS and isinstance(found, list):
            raise UserError("people-broken", reason=f"[[{name}]]")
    return People(
        tuple(
            Organisation(str(each["name"]), str(each.get("party", "")), str(each.get("size", "")))
            for each in _tables(values, "organisations")
        ),
        tuple(
            Member(str(each["key"]), str(each.get("organisation", "")), _roles(each))
            for each in _tables(values, "people")
        ),
        MappingProxyType(dict(values["settings"]))
        if isinstance(values.get("settings"), dict)
        else NOTHING,
    )


def _tables(values: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = values.get(name, [])
    if not isinstance(found, list):
        raise UserError("people-broken", reason=f"{name} =")
    for each in found:
        if not isinstance(each, dict) or not each.get(_LISTS[name]):
            raise UserError("people-broken", reason=f"[[{name}]] {_LISTS[name]} =")
    return found


def _roles(values: Mapping[str, Any]) -> frozenset[str]:
    found = values.get("roles", [])
    return frozenset(str(each) for each in found) if isinstance(found, list) else frozenset()
