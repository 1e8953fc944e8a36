"""Whether a change was somebody's to make, told by path and content. Pure.

The rules of a room are those of the version before a change. Everything here is
about one file; versions, signatures and merges are `coauthor.history.trust`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coauthor.document.toml import read_toml
from coauthor.errors import UserError
from coauthor.review import rights
from coauthor.review.event import FOLDER, Event, read_event
from coauthor.review.memo.frozen import CHANGE, FREEZE, THAW
from coauthor.review.people import FILE as PEOPLE
from coauthor.review.people import Member, People, read_people
from coauthor.review.rights import fingerprint_of, who_may

SETTINGS = "coauthor.toml"
DOCUMENTS, STANDARDS, DECISIONS, PROPOSALS = "documents/", "standards/", "decisions/", "proposals/"
POSITIONS = "positions/"

EVENT_ACTS: Mapping[str, str] = {
    "suggestion": rights.SUGGEST,
    "accept": rights.EDIT,
    "reject": rights.EDIT,
    "response": rights.RESPOND,
    "reading": rights.VOTE,
    "confirm": rights.VOTE,
    "position": rights.VOTE,
    "sealed-position": rights.VOTE,
    "close-round": rights.RELEASE,
    "proposes": rights.VOTE,
}
"""What one must be allowed to say something of a kind; anything else is commenting."""

RECORD_ACTS: Mapping[str, str] = {
    "waiver-advice": rights.ADVISE,
    "waiver": rights.WAIVE,
    "sign-off": rights.SIGN,
    FREEZE: rights.MEMO_PUBLISH,
    CHANGE: rights.MEMO_PUBLISH,
    THAW: rights.MEMO_PUBLISH,
}
"""What one must be allowed to write a record of a kind; anything else is editing."""

PERSONAL = ("waiver-advice", "waiver", "sign-off")
"""Kinds of records by which somebody answers for something."""

SETTING_ACTS: Mapping[str, str] = {
    "kind": rights.CHANGE_PEOPLE,
    "organisation": rights.CHANGE_PEOPLE,
    "standards": rights.UPGRADE,
    "release": rights.RELEASE,
}

EVENT_LIMIT = 262_144
FILE_LIMIT = 67_108_864
"""Bytes of what is said, and of any other file."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed a version.

    Args:
        acts: what they may do; fewer than their roles give when rights were taken away.
        listed: the organisations for which somebody is listed.
        guest: whether the key is not listed; then the organisation is what it says itself.
    """

    member: Member
    party: str
    acts: frozenset[str]
    listed: frozenset[str] = frozenset()
    guest: bool = False

    @property
    def fingerprint(self) -> str:
        """What identifies their key."""
        return fingerprint_of(self.member.key)


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a change breaks; the catalogue holds ``breach-<rule>``.

    Args:
        act: for the rule ``not-allowed`` what one must be allowed to do.
        detail: what kind of trouble, where a rule has several.
    """

    rule: str
    path: str = ""
    act: str = ""
    detail: str = ""


def breach_of(
    signer: Signer, path: str, before: bytes | None, after: bytes | None
) -> Breach | None:
    """Return the rule that a change of a file breaks, or None.

    Args:
        before: content in the version before; None where there was no file.
        after: content in this version; None where there is none any more.
    """
    if path.startswith(f"{FOLDER}/"):
        return _breach_of_event(signer, path, before, after)
    if path == PEOPLE:
        return _missing(signer, path, rights.CHANGE_PEOPLE) or breach_of_people(before, after)
    if path == SETTINGS:
        return _breach_of_settings(signer, before, after)
    if path.startswith(DECISIONS):
        return _breach_of_record(signer, path, before, after)
    if path.startswith(STANDARDS):
        return _missing(signer, path, rights.UPGRADE)
    if path.startswith(POSITIONS):
        return _missing(signer, path, rights.RELEASE)
    if path.startswith(PROPOSALS) and not signer.guest:
        return _missing(signer, path, rights.SUGGEST)
    return _missing(signer, path, rights.EDIT)


def breach_of_people(before: bytes | None, after: bytes | None) -> Breach | None:
    """Tell whether people and roles became something with which nobody can go on.

    It must be readable, and once people are listed somebody stays who may change the list.
    """
    try:
        was, now = people_in(before), people_in(after)
    except UserError:
        return Breach("people-unfit", PEOPLE)
    stewards = who_may(now, rights.CHANGE_PEOPLE)
    if (was.members or now.members) and not any(fingerprint_of(each.key) for each in stewards):
        return Breach("people-unfit", PEOPLE)
    return None


def people_in(data: bytes | None) -> People:
    """Return who is listed in the bytes of ``people.toml``.

    Raises:
        UserError: ``people-broken``.
    """
    if data is None:
        return People()
    try:
        return read_people(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UserError("people-broken", reason="UTF-8") from error


def words_of(path: str, data: bytes | None) -> Event | None:
    """Return the event in a file that came from elsewhere, or None when it is none."""
    if data is None or len(data) > EVENT_LIMIT:
        return None
    try:
        return read_event(path, data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _breach_of_event(
    signer: Signer, path: str, before: bytes | None, after: bytes | None
) -> Breach | None:
    if before is not None:
        return Breach("event-changed", path)
    event = words_of(path, after)
    if event is None:
        return Breach("event-unfit", path)
    voice, member = event.voice, signer.member
    says_so = (
        voice.organisation == member.organisation
        and voice.by in ("", signer.fingerprint)
        and voice.party in ("", signer.party)
        and (not voice.role or voice.role in member.roles)
    )
    if not says_so:
        # What was said in another room is brought here by who opens rooms; nobody who
        # is listed here can be spoken for.
        is_collected = (
            voice.organisation not in signer.listed and rights.PUBLISH_ROOM in signer.acts
        )
        return None if is_collected else Breach("event-voice", path)
    return _missing(signer, path, EVENT_ACTS.get(event.kind, rights.COMMENT))


def _breach_of_settings(signer: Signer, before: bytes | None, after: bytes | None) -> Breach | None:
    was, now = _table(before), _table(after)
    if now is None:
        return Breach("settings-unfit", SETTINGS)
    was = was or {}
    changed = {key for key in {*was, *now} if was.get(key) != now.get(key)}
    acts = {SETTING_ACTS.get(key, rights.EDIT) for key in changed} or {rights.EDIT}
    missing = (_missing(signer, SETTINGS, act) for act in sorted(acts))
    return next(filter(None, missing), None)


def _breach_of_record(
    signer: Signer, path: str, before: bytes | None, after: bytes | None
) -> Breach | None:
    old, new = (_table(each) or {} for each in (before, after))
    if before is not None and str(old.get("kind", "")) in RECORD_ACTS:
        return Breach("record-changed", path)
    kind = str(new.get("kind", ""))
    by, organisation = new.get("by", ""), new.get("organisation", "")
    own = by in ("", signer.fingerprint) and organisation in ("", signer.member.organisation)
    if not own and (by or kind in PERSONAL):
        return Breach("record-voice", path)
    return _missing(signer, path, RECORD_ACTS.get(kind, rights.EDIT))


def _missing(signer: Signer, path: str, act: str) -> Breach | None:
    return None if act in signer.acts else Breach("not-allowed", path, act)


def _table(data: bytes | None) -> dict[str, Any] | None:
    try:
        return None if data is None else read_toml(data)
    except ValueError:
        return None
