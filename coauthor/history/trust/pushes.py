"""Checking what somebody sends to a shared place, before the place takes it.

For git's hook ``pre-receive`` (githooks(5)): what comes in stands aside in a folder
that git names, and goes when it is refused.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pygit2

from coauthor.errors import UserError
from coauthor.history.naming import TAGS
from coauthor.history.trust.names import breach_of_name, people_at
from coauthor.history.trust.verdict import Finding, Verdict
from coauthor.history.trust.verifying import Tell, verify
from coauthor.review.policy import Breach

HEADS = "refs/heads/"
_NOTHING = "0" * 40
_OID = 40


@dataclass(frozen=True, slots=True)
class Update:
    """A line or a name that is to stand for another version; '' for none."""

    reference: str
    old: str
    new: str


def read_updates(lines: Iterable[str]) -> tuple[Update, ...]:
    """Return what a hook is told, one ``old new reference`` a line.

    Raises:
        UserError: ``hook-unfit`` for anything else.
    """
    found = []
    for line in lines:
        words = line.split()
        if len(words) != 3 or any(len(each) != _OID for each in words[:2]):
            raise UserError("hook-unfit", line=line.strip())
        old, new = ("" if each == _NOTHING else each for each in words[:2])
        found.append(Update(words[2], old, new))
    return tuple(found)


def open_bare(path: str) -> pygit2.Repository:
    """Open a repository, with what git holds aside while a hook looks at it.

    Raises:
        UserError: ``no-history``.
    """
    pygit2.option(pygit2.enums.Option.SET_OWNER_VALIDATION, 0)
    try:
        git = pygit2.Repository(path)
    except pygit2.GitError as error:
        raise UserError("no-history", path=path) from error
    aside = os.environ.get("GIT_OBJECT_DIRECTORY", "")
    more = os.environ.get("GIT_ALTERNATE_OBJECT_DIRECTORIES", "").split(os.pathsep)
    for folder in (aside, *more):
        if folder and Path(folder).is_dir():
            git.odb.add_disk_alternate(str(Path(folder).absolute()))
    return git


def check_push(
    git: pygit2.Repository, updates: Iterable[Update], tell: Tell = lambda _: None
) -> Iterator[tuple[Update, Verdict]]:
    """Yield what checking each update comes to.

    Raises:
        pygit2.GitError: something of what is sent is not there.
    """
    made = list(updates)
    heads = {each.reference: each.new for each in made if each.reference.startswith(HEADS)}
    for update in made:
        yield update, _check(git, update, heads, tell)


def _check(git: pygit2.Repository, update: Update, heads: dict[str, str], tell: Tell) -> Verdict:
    is_name = update.reference.startswith(TAGS)
    if not is_name and not update.reference.startswith(HEADS):
        return _refused(update.new, "reference")
    if not update.new or (is_name and update.old):
        return _refused(update.old, "name-moved" if is_name else "removed")
    tip = str(git[update.new].peel(pygit2.Commit).id)
    if is_name:
        known = next(iter(_lines(git)), "") or next(filter(None, heads.values()), tip)
        people = people_at(git, pygit2.Oid(hex=known))
        name = update.reference.removeprefix(TAGS)
        if breach := breach_of_name(git, name, pygit2.Oid(hex=update.new), people):
            return Verdict(tip, broken=(Finding(tip, breach),))
        lines = [each for each in (*_lines(git), *heads.values()) if each]
        if any(_is_within(git, tip, each) for each in lines):
            return Verdict(tip)
    if update.old and not _is_within(git, update.old, tip):
        return _refused(tip, "rewritten")
    trusted = update.old or next(iter(_lines(git)), "")
    return verify(git, tip, trusted, tell=tell)


def _lines(git: pygit2.Repository) -> Iterator[str]:
    """Yield where the lines of a repository are, that of the workspace first."""
    if not git.head_is_unborn:
        yield str(git.head.target)
    for reference in git.references:
        if reference.startswith(HEADS):
            yield str(git.references[reference].peel(pygit2.Commit).id)


def _is_within(git: pygit2.Repository, version: str, tip: str) -> bool:
    if version == tip:
        return True
    return bool(git.descendant_of(pygit2.Oid(hex=tip), pygit2.Oid(hex=version)))


def _refused(version: str, rule: str) -> Verdict:
    return Verdict(version, broken=(Finding(version, Breach(rule)),))
