"""Sending our versions to a shared place, and seeing whether they are there."""

from dataclasses import dataclass, replace
from enum import StrEnum

import pygit2

from coauthor.errors import OutsideFailure
from coauthor.history.graph import count, head, names_within
from coauthor.history.naming import TAGS
from coauthor.history.repository import Repository
from coauthor.history.sharing.asking import Ask, NobodyThere, Progress, Report, Step, quiet
from coauthor.history.sharing.delivering import Delivered, Parcel, deliver
from coauthor.history.sharing.places import Place, refuse_absent
from coauthor.history.sharing.talking import Heads, Talk, persistently
from coauthor.history.sharing.troubles import refused


class Outcome(StrEnum):
    """How sending ended well; what ends badly is an error."""

    SENT = "sent"
    NOTHING = "nothing"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of sending.

    Attributes:
        outcome: sent; nothing to send; or the place has versions that we must
            fetch and merge first (nothing was sent).
        version: the id of our version.
        count: number of versions that were sent.
        names: names of versions that were sent.
        refused_names: names the place did not take, though it took the version.
    """

    place: Place
    outcome: Outcome
    version: str = ""
    count: int = 0
    names: tuple[str, ...] = ()
    refused_names: tuple[str, ...] = ()


def send(
    repository: Repository, place: Place, ask: Ask | None = None, progress: Report = quiet
) -> Sent:
    """Send our newest version, with all before it and their names; looks if it is there.

    Raises:
        UserError: as ``fetching.fetch``, and ``place-refused`` with what the place said.
        OutsideFailure: as ``fetching.fetch``, and ``place-full``, ``place-busy``,
            ``own-damaged`` (a version of ours cannot be read) or
            ``place-lost`` (it said to have taken the version, and has it not). Ours
            stays as it is, to be sent again.
        Cancelled: the person stopped it.
    """
    refuse_absent(place.address)
    talk = Talk(repository.git, place.address, ask or NobodyThere(), progress)
    under_way: list[Sent] = []
    sent = persistently(lambda: _send(repository, place, talk, progress, under_way), progress)
    if sent.outcome is Outcome.NOTHING and under_way:
        return under_way[-1]  # an earlier try had arrived after all
    return sent


def _send(
    repository: Repository, place: Place, talk: Talk, progress: Report, under_way: list[Sent]
) -> Sent:
    git = repository.git
    ours = head(git)
    if ours is None:
        return Sent(place, Outcome.NOTHING)
    heads = talk.heads()
    there = heads.branch(repository.branch)
    theirs = heads.version(there)
    if theirs is not None and not _is_related(git, ours, theirs):
        return Sent(place, Outcome.NEWER, str(ours))
    new = count(git, ours, theirs)
    names = _names_to_send(git, ours, heads)
    if not new and not names:
        if ours == theirs:
            _know(repository, place, ours)
        return Sent(place, Outcome.NOTHING, str(ours))
    parcel = Parcel(ours if new else None, there, theirs, names)
    under_way.append(Sent(place, Outcome.SENT, str(ours), new, names))
    with repository.guarded():
        delivered = deliver(git, talk, parcel, progress)
    if delivered.overtaken:
        return Sent(place, Outcome.NEWER, str(ours))
    progress(Progress(Step.CHECKING))
    return _verified(repository, talk, parcel, delivered, under_way[-1])


def _is_related(git: pygit2.Repository, ours: pygit2.Oid, theirs: pygit2.Oid) -> bool:
    """Tell whether one of two versions came from the other, as far as we know."""
    if theirs not in git:
        return False
    return ours == theirs or git.descendant_of(ours, theirs) or git.descendant_of(theirs, ours)


def _names_to_send(git: pygit2.Repository, ours: pygit2.Oid, heads: Heads) -> tuple[str, ...]:
    """Return our names that the place lacks and whose version it will have."""
    if all(each in heads.references for each in git.references if each.startswith(TAGS)):
        return ()
    found = names_within(git, ours)
    return tuple(sorted(each.removeprefix(TAGS) for each in found if each not in heads.references))


def _verified(
    repository: Repository, talk: Talk, parcel: Parcel, delivered: Delivered, sent: Sent
) -> Sent:
    """Look at the place itself: libgit2 does not raise when a place refuses."""
    said = list(talk.said)
    heads = talk.heads()
    there = heads.version(parcel.branch)
    if parcel.version is not None:
        reason = delivered.refused.get(parcel.reference)
        if there == parcel.before:
            if reason is None:
                raise OutsideFailure("place-lost", place=talk.address.text)
            raise refused(talk.address, reason, said)
        if reason is not None:
            return Sent(sent.place, Outcome.NEWER, sent.version)  # somebody was first
        _know(repository, sent.place, parcel.version)
    return _with_names(talk, heads, delivered, sent, said)


def _with_names(
    talk: Talk, heads: Heads, delivered: Delivered, sent: Sent, said: list[str]
) -> Sent:
    missing = tuple(each for each in sent.names if TAGS + each not in heads.references)
    if missing and not sent.count and len(missing) == len(sent.names):
        reason = delivered.refused.get(TAGS + missing[0], "")
        raise refused(talk.address, reason, said)
    arrived = tuple(each for each in sent.names if each not in missing)
    return replace(sent, names=arrived, refused_names=missing)


def _know(repository: Repository, place: Place, version: pygit2.Oid) -> None:
    repository.git.references.create(place.known(repository.branch), version, force=True)
