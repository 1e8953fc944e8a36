"""Fetching: what a shared place has becomes known here, and nothing else changes.

What a place has is kept under ``refs/remotes/<place>/<branch>``, as plain git does.
When a place rewrites its history, what we knew stays under ``refs/coauthor/kept/``.
"""

from dataclasses import dataclass
from uuid import uuid4

import pygit2

from coauthor.errors import UserError
from coauthor.history.graph import count, forget, head, refuse_damaged, target
from coauthor.history.naming import TAGS
from coauthor.history.repository import Repository
from coauthor.history.sharing.asking import Ask, NobodyThere, Report, quiet
from coauthor.history.sharing.places import Place, refuse_absent
from coauthor.history.sharing.talking import Talk, persistently
from coauthor.history.trust.names import breach_of_name, people_at
from coauthor.history.version import Version

KEPT = "refs/coauthor/kept"
ASIDE = "refs/coauthor/names-aside"
_INCOMING = "refs/coauthor/incoming"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a place has; nothing in the folder has changed.

    Attributes:
        version: the version they are at; None when the place is empty.
        before: the id of the version we last knew them at; '' when none.
        count: number of versions that are new to us.
        to_take: number of their versions that ours does not hold yet (to be merged).
        names: names of versions that are new to us.
        other_names: names that there stand for another version than here; ours stay.
        kept: where what we knew is kept, when their history was rewritten; else ''.
        names_aside: names that were given by somebody who may not; they are not taken.
    """

    place: Place
    version: Version | None
    before: str = ""
    count: int = 0
    to_take: int = 0
    names: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    kept: str = ""
    names_aside: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the place has no version yet."""
        return self.version is None

    @property
    def rewritten(self) -> bool:
        """Whether the place no longer holds the version we last knew it at."""
        return bool(self.kept)


def fetch(
    repository: Repository, place: Place, ask: Ask | None = None, progress: Report = quiet
) -> Fetched:
    """Receive what a place has; our own text and versions stay as they are.

    Args:
        ask: answers questions on the way; None: nobody is there to answer.
        progress: is told how far it is; raises ``Cancelled`` to stop.

    Raises:
        UserError: ``place-unknown``, ``place-forbidden``, ``place-other-workspace``,
            ``host-changed``, ``host-not-trusted``, ``wrong-password``, ``secret-needed``.
        OutsideFailure: ``place-unreachable``, ``place-cut-off``, ``place-damaged``,
            ``place-failed``, ``fetch-disk-full``. In all cases we know what we knew.
        Cancelled: the person stopped it.
    """
    refuse_absent(place.address)
    talk = Talk(repository.git, place.address, ask or NobodyThere(), progress)
    return persistently(lambda: _fetch(repository, place, talk, progress), progress)


def _fetch(repository: Repository, place: Place, talk: Talk, progress: Report) -> Fetched:
    known = place.known(repository.branch)
    heads = talk.heads()
    there = heads.branch(repository.branch)
    if heads.version(there) is None:
        return Fetched(place, None, str(target(repository.git, known) or ""))
    return take_up(repository, place, talk, there, known, progress)


def take_up(
    repository: Repository, place: Place, talk: Talk, branch: str, known: str, progress: Report
) -> Fetched:
    """Receive a line of versions aside; once it has proved whole and ours, know it.

    Args:
        branch: the line at the place.
        known: the reference that is to hold it.

    Raises:
        CoauthorError: as :func:`fetch`.
    """
    git = repository.git
    incoming = f"{_INCOMING}/{uuid4().hex}"
    with repository.guarded():
        try:
            talk.fetch([f"+refs/heads/{branch}:{incoming}/head", f"+{TAGS}*:{incoming}/names/*"])
            before = target(git, known)
            theirs = git.references[f"{incoming}/head"].peel(pygit2.Commit).id
            new = _proved(git, theirs, before, place, progress)
            kept = _keep(git, before, theirs, place.name)
            git.references.create(known, theirs, force=True)
            names, others, aside = _take_names(git, f"{incoming}/names/", theirs)
        finally:
            forget(git, incoming)
    version = repository.version(str(theirs))
    to_take = count(git, theirs, head(git))
    return Fetched(place, version, str(before or ""), new, to_take, names, others, kept, aside)


def _proved(
    git: pygit2.Repository,
    theirs: pygit2.Oid,
    before: pygit2.Oid | None,
    place: Place,
    progress: Report,
) -> int:
    """Return how many versions are new, after looking whether they are whole and ours."""
    ours = head(git)
    known = [each for each in (before, ours) if each is not None]
    refuse_damaged(git, theirs, known, place.address.text, progress)
    if ours is not None and git.merge_base(ours, theirs) is None:
        raise UserError("place-other-workspace", place=place.address.text)
    return count(git, theirs, *known)


def _keep(git: pygit2.Repository, before: pygit2.Oid | None, theirs: pygit2.Oid, name: str) -> str:
    """Keep what we knew under a name of our own when their history was rewritten."""
    if before is None or before == theirs or git.descendant_of(theirs, before):
        return ""
    kept = f"{KEPT}/{name}/{str(before)[:16]}"
    git.references.create(kept, before, force=True)
    return kept


def _take_names(
    git: pygit2.Repository, prefix: str, theirs: pygit2.Oid
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Take over names we had not; a name never moves, and is given by who may.

    Who that is says our own newest version; where we have none yet, theirs.
    """
    taken: list[str] = []
    others: list[str] = []
    aside: list[str] = []
    people = people_at(git, head(git) or theirs)
    for reference in list(git.references):
        if not reference.startswith(prefix):
            continue
        name, made = reference.removeprefix(prefix), git.references[reference].target
        ours = target(git, TAGS + name)
        if ours is None and breach_of_name(git, name, pygit2.Oid(hex=str(made)), people):
            git.references.create(f"{ASIDE}/{name}", made, force=True)
            aside.append(name)
        elif ours is None:
            git.references.create(TAGS + name, made)
            taken.append(name)
        elif ours != made:
            others.append(name)
    return tuple(sorted(taken)), tuple(sorted(others)), tuple(sorted(aside))
