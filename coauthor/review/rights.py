"""Who may do what in a room, by role.

A room in which nobody is listed lets everybody do everything, as a folder does.
Once somebody is listed, who is not is a reader; or a guest, where ``[settings]`` of
``people.toml`` has ``guests = "speak"``: a guest says what a vendor may, and that is all.

=============  ==================================================================
role           why it may what it may
=============  ==================================================================
expert         knows the work: writes the text, and speaks for its organisation
analyst        answers for a vendor: says whatever helps, and writes nothing itself,
               for who sells may not write what is asked (Aw 2.51)
steward        keeps the document: everything but what needs another pair of hands,
               an adviser's advice and an executive's yes and signature
it             writes, takes over releases of a standard, and advises on risk
adviser        advises (CISO, FG, lawyer); has no voice in what is wanted
executive      decides and signs; writes nothing, so that what is signed is what
               others agreed on
reader         reads
=============  ==================================================================
"""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from types import MappingProxyType

from coauthor.review.people import ROLES, Member, People, name_key

EDIT, COMMENT, SUGGEST, RESPOND, VOTE = "edit", "comment", "suggest", "respond", "vote"
RELEASE, UPGRADE, CHANGE_PEOPLE = "release", "upgrade", "change-people"
ADVISE, WAIVE, SIGN = "advise", "waive", "sign"
PUBLISH_ROOM, MEMO_PUBLISH = "publish-room", "memo-publish"
ACTS = (
    EDIT,
    COMMENT,
    SUGGEST,
    RESPOND,
    VOTE,
    RELEASE,
    UPGRADE,
    CHANGE_PEOPLE,
    ADVISE,
    WAIVE,
    SIGN,
    PUBLISH_ROOM,
    MEMO_PUBLISH,
)
"""Everything a role may or may not do. ``upgrade`` is taking over a release of a standard."""

SPEAKING = frozenset({COMMENT, SUGGEST, VOTE})
VENDOR = SPEAKING | {RESPOND}
"""All that somebody of a vendor may, whatever roles stand behind the name."""

GUESTS, GUESTS_SPEAK = "guests", "speak"
"""The setting by which whoever is not listed may speak, and how it says so."""

MATRIX: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "expert": SPEAKING | {EDIT},
        "analyst": VENDOR,
        "steward": SPEAKING | {EDIT, RELEASE, UPGRADE, CHANGE_PEOPLE, PUBLISH_ROOM, MEMO_PUBLISH},
        "it": SPEAKING | {EDIT, UPGRADE, ADVISE},
        "adviser": frozenset({COMMENT, SUGGEST, ADVISE}),
        "executive": SPEAKING | {WAIVE, SIGN},
        "reader": frozenset(),
    }
)


def may(people: People, who: Member | str | None, act: str) -> bool:
    """Tell whether somebody may do something.

    Args:
        who: a member, or the fingerprint of a key (``SHA256:…``); None and a key that
            is not listed are a stranger, who may read.
        act: one of `ACTS`.

    Raises:
        KeyError: there is no such act.
    """
    if act not in ACTS:
        raise KeyError(act)
    if not people.members:
        return True
    member = member_of(people, who) if isinstance(who, str) else who
    return act in (guest_acts(people) if member is None else acts_of(people, member))


def acts_of(people: People, member: Member) -> frozenset[str]:
    """Return all that a member may do; roles that are unknown give nothing."""
    found = frozenset[str]().union(*(MATRIX.get(role, frozenset()) for role in member.roles))
    return found & VENDOR if people.organisation(member.organisation).is_vendor else found


def guest_acts(people: People) -> frozenset[str]:
    """Return what somebody may do who is not listed where others are."""
    return VENDOR if people.settings.get(GUESTS) == GUESTS_SPEAK else frozenset()


def is_spoken_for(people: People, organisation: str) -> bool:
    """Tell whether somebody is listed for an organisation, so that no guest speaks for it."""
    key = name_key(organisation)
    return any(name_key(each.organisation) == key for each in people.members)


def who_may(people: People, act: str) -> tuple[Member, ...]:
    """Return the members that may do something."""
    return tuple(each for each in people.members if act in acts_of(people, each))


def member_of(people: People, fingerprint: str) -> Member | None:
    """Return the member with a key of that fingerprint; of a key listed twice the first."""
    if not fingerprint:
        return None
    return next((each for each in people.members if fingerprint_of(each.key) == fingerprint), None)


def role_of(member: Member) -> str:
    """Return the role that a member speaks in: the first of `ROLES` that it has, or ''."""
    return next((role for role in ROLES if role in member.roles), "")


def fingerprint_of(key: str) -> str:
    """Return the fingerprint of a public key, as ``ssh-keygen -l`` writes it.

    Args:
        key: in OpenSSH form, ``ssh-ed25519 AAAA… whatever``; '' comes out when it is not.
    """
    words = key.split()
    if len(words) < 2:
        return ""
    try:
        data = base64.b64decode(words[1], validate=True)
    except (binascii.Error, ValueError):
        return ""
    digest = base64.b64encode(hashlib.sha256(data).digest())
    return f"SHA256:{digest.decode('ascii').rstrip('=')}"
