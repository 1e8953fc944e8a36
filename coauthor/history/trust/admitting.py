"""Judging what was received, before anything of it comes into the workspace."""

from dataclasses import dataclass

import pygit2

from coauthor.errors import OutsideFailure
from coauthor.history.repository import Repository
from coauthor.history.trust.pins import lost, pin, pinned
from coauthor.history.trust.trees import TooMuchError, Trees
from coauthor.history.trust.verdict import CLEAN, Finding, Stains, Verdict
from coauthor.history.trust.verifying import verify
from coauthor.review.people import FILE
from coauthor.review.policy import Breach

_REMOTES = "refs/remotes/"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of judging.

    Args:
        own: files of our own version that are not as they were allowed to be.
    """

    verdict: Verdict
    own: Stains


def judge(repository: Repository, ours: str, theirs: str) -> Judgement | None:
    """Judge the versions that led to ``theirs`` by what led to ``ours``.

    Where nobody is listed only the number of files is looked at; then None comes back.

    Args:
        ours: id of our newest version, or ''.

    Raises:
        OutsideFailure: ``history-damaged``.
    """
    git = repository.git
    try:
        # Also when both took the list away: it was there in what we once found good.
        if not any(_lists(git, each) for each in (ours, theirs, pinned(git))):
            return _counted(git, ours, theirs)
        if where := _rewritten(git, theirs):
            return Judgement(_broken(where, "rewritten"), CLEAN)
        own = _own(git, ours) if ours else CLEAN
        return Judgement(verify(git, theirs, ours, stains=own), own)
    except (pygit2.GitError, KeyError) as error:
        path = str(git.workdir)
        raise OutsideFailure("history-damaged", path=path, version=theirs[:10]) from error


def remember(repository: Repository, judgement: Judgement, theirs: str, new: str) -> None:
    """Remember what was taken in, so that a place cannot take it back unseen.

    Raises:
        OutsideFailure: it cannot be written.
    """
    git = repository.git
    if not judgement.own:
        pin(git, new)
    for reference in _places(git, theirs):
        pin(git, theirs, reference)


def stains_of(repository: Repository, version: str) -> Stains:
    """Return the files of our own version that are not as they were allowed to be.

    Raises:
        OutsideFailure: ``history-damaged``.
    """
    git = repository.git
    try:
        listed = _lists(git, version) or _lists(git, pinned(git))
        return _own(git, version) if listed else CLEAN
    except (pygit2.GitError, KeyError) as error:
        path = str(git.workdir)
        raise OutsideFailure("history-damaged", path=path, version=version[:10]) from error


def _lists(git: pygit2.Repository, version: str) -> bool:
    """Tell whether a version that is here says who is in the room."""
    return bool(version) and version in git and FILE in git[version].peel(pygit2.Tree)


def _own(git: pygit2.Repository, ours: str) -> Stains:
    known = pinned(git)
    return verify(git, ours, "" if lost(git, ours) else known).stains


def _counted(git: pygit2.Repository, ours: str, theirs: str) -> Judgement | None:
    old, new = (str(git[each].peel(pygit2.Tree).id) if each else "" for each in (ours, theirs))
    try:
        Trees(git).difference(old, new)
    except TooMuchError:
        return Judgement(_broken(theirs, "too-many"), CLEAN)
    except ValueError:
        return Judgement(_broken(theirs, "damaged"), CLEAN)
    return None


def _rewritten(git: pygit2.Repository, theirs: str) -> str:
    """Return a version that a place had, and has no longer; or ''."""
    return next(filter(None, (lost(git, theirs, each) for each in _places(git, theirs))), "")


def _places(git: pygit2.Repository, version: str) -> list[str]:
    wanted = pygit2.Oid(hex=version)
    names = [each for each in git.references if each.startswith(_REMOTES)]
    return [each for each in names if git.references[each].target == wanted]


def _broken(version: str, rule: str) -> Verdict:
    return Verdict(version, broken=(Finding(version, Breach(rule)),))
