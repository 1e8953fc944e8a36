"""What a room agreed about voting: the table ``[settings]`` of ``people.toml``.

Rules after BOMOS (openness: no dominant group, due process) and `domain.md` §6.2:
one organisation, one voice, whatever its size; vendors speak and may object, and do
not vote on what a locked clause demands; who advises for pay does not vote.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from coauthor.errors import UserError
from coauthor.review.people import SIZES, Organisation, People, name_key

PUBLIC = ("municipality", "partnership", "water-authority")
"""Parties that buy for the public."""

VOICE_ONLY = ("adviser",)
"""Parties that speak and do not vote: money is no say."""

VENDORS = "vendors"
"""What vendors are called among the classes by size."""

VendorVote = Literal["advisory", "voting"]
Per = Literal["release", "clause"]


@dataclass(frozen=True, slots=True)
class Rules:
    """What the room agreed.

    Args:
        quorum: organisations with a vote that must have spoken.
        quorum_per: of a ``release`` as a whole, or of each ``clause`` in it.
        size_classes: whether somebody of each class of size in the room must have.
        vendors: vendors that must have spoken.
        vendor_vote: ``advisory``: no vote on the demands of locked clauses.
        candidate_bodies: public bodies that a candidate needs.
        candidate_vendors: vendors that a candidate needs, where they vote.
        warn_organisation: per cent of the text or the proposals; more is told.
        warn_class: the same for a class of size, or the vendors together.
        blind: the first round of a document is blind.
    """

    quorum: int = 0
    quorum_per: Per = "release"
    size_classes: bool = True
    vendors: int = 0
    vendor_vote: VendorVote = "advisory"
    candidate_bodies: int = 2
    candidate_vendors: int = 2
    warn_organisation: int = 25
    warn_class: int = 50
    blind: bool = False


KEYS: Mapping[str, str] = {
    "quorum": "quorum",
    "quorum-per": "quorum_per",
    "size-classes": "size_classes",
    "quorum-vendors": "vendors",
    "vendor-vote": "vendor_vote",
    "candidate-bodies": "candidate_bodies",
    "candidate-vendors": "candidate_vendors",
    "warn-organisation": "warn_organisation",
    "warn-class": "warn_class",
    "blind-round": "blind",
}
"""Keys in the file, and what each is called here."""

_CHOICES = {"quorum-per": ("release", "clause"), "vendor-vote": ("advisory", "voting")}
_FLAGS = ("size-classes", "blind-round")
_PERCENT = ("warn-organisation", "warn-class")


def voting_rules(people: People) -> Rules:
    """Return what the room agreed; what it did not say follows from who is in it.

    A room with fewer than two organisations has no quorum. Else: three organisations
    that vote (all, where there are fewer), somebody of each class of size, and two
    vendors (all, where there are fewer). A candidate needs more than half of the
    public bodies, and two vendors where there are any.

    Raises:
        UserError: ``voting-setting`` with the key, the value and what fits.
    """
    voters = [each for each in people.organisations if each.party not in VOICE_ONLY]
    vendors = [each for each in voters if each.is_vendor]
    bodies = [each for each in voters if each.party in PUBLIC]
    together = len(voters) >= 2
    found: dict[str, Any] = {
        "quorum": min(3, len(voters)) if together else 0,
        "vendors": min(2, len(vendors)) if together else 0,
        "candidate_bodies": len(bodies) // 2 + 1 if people.organisations else 2,
        "candidate_vendors": 2 if vendors or not people.organisations else 0,
    }
    for key, name in KEYS.items():
        if key in people.settings:
            found[name] = _checked(key, people.settings[key])
    return Rules(**found)


def _checked(key: str, value: Any) -> Any:
    """Return a value that fits its key."""
    if key in _CHOICES:
        fits, wanted = value in _CHOICES[key], " | ".join(_CHOICES[key])
    elif key in _FLAGS:
        fits, wanted = isinstance(value, bool), "true | false"
    else:
        most = 100 if key in _PERCENT else 1000
        fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most
        wanted = f"0–{most}"
    if not fits:
        raise UserError("voting-setting", key=key, value=str(value)[:60], wanted=wanted)
    return value


def seat(people: People, name: str, party: str = "") -> Organisation | None:
    """Return the organisation that speaks under a name, as the room knows it.

    None where the room lists its organisations and this is none of them: it is heard
    and does not vote. What an event says of its own party counts only where nobody
    wrote down who is in the room.
    """
    if not people.organisations:
        return Organisation(name, party)
    key = name_key(name)
    return next((each for each in people.organisations if name_key(each.name) == key), None)


def may_vote(organisation: Organisation | None, rules: Rules, *, demands_locked: bool) -> bool:
    """Tell whether the position of an organisation counts on a clause.

    Args:
        demands_locked: the clause is a demand (``eis``) and locked.
    """
    if organisation is None or organisation.party in VOICE_ONLY:
        return False
    return not (organisation.is_vendor and demands_locked and rules.vendor_vote == "advisory")


def size_class(organisation: Organisation) -> str:
    """Return the class of size of a public body, ``vendors``, or '' for any other."""
    if organisation.is_vendor:
        return VENDORS
    if organisation.size in SIZES:
        return organisation.size
    return "partnership" if organisation.party == "partnership" else ""


def sizes_present(people: People) -> tuple[str, ...]:
    """Return the classes of size of the public bodies in the room, small first."""
    found = {size_class(each) for each in people.organisations if each.party not in VOICE_ONLY}
    return tuple(size for size in SIZES if size in found)


def steward_names(people: People, owner: str) -> frozenset[str]:
    """Return the keys of the names that answer for the room: its owner and its stewards'.

    A vendor is never among them, whatever role it is given.

    Args:
        owner: the organisation whose workspace it is.
    """
    names = {each.organisation for each in people.members if "steward" in each.roles}
    vendors = {name_key(each.name) for each in people.organisations if each.is_vendor}
    return frozenset(name_key(each) for each in {owner, *names} if each) - vendors
