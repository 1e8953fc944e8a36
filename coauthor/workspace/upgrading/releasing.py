"""Which number the next release of a standard should have, and why."""

from dataclasses import dataclass

from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.lineage.bump import (
    Bump,
    Cause,
    Level,
    compute_bump,
    joined_bump,
    level_between,
    next_number,
)
from coauthor.workspace.standards import RELEASE_PREFIX, release_key
from coauthor.workspace.workspace import Workspace

FIRST = "1.0"
EMPTY = read_document("")


@dataclass(frozen=True, slots=True)
class NextRelease:
    """The release before ('' for none), the number that fits now, and why."""

    previous: str
    number: str
    bump: Bump


def next_release(workspace: Workspace) -> NextRelease:
    """Return the number that the changes since the last release ask for.

    Raises:
        UserError: ``not-a-standard``.
        OutsideFailure: a document cannot be read.
    """
    if workspace.settings.kind != "standard":
        raise UserError("not-a-standard", address=str(workspace.root))
    names = workspace.repository.names()
    releases = sorted(
        (name.removeprefix(RELEASE_PREFIX) for name in names if name.startswith(RELEASE_PREFIX)),
        key=release_key,
    )
    if not releases:
        return NextRelease("", FIRST, Bump(Level.NONE))
    previous = releases[-1]
    version = names[RELEASE_PREFIX + previous].id
    causes: list[Cause] = []
    for entry in workspace.settings.documents:
        before = _read(workspace, version, entry.path)
        causes += compute_bump(before, workspace.read(entry), workspace.policy).causes
    bump = joined_bump(causes)
    return NextRelease(previous, next_number(previous, bump.level), bump)


def _read(workspace: Workspace, version: str, path: str) -> Document:
    try:
        return read_document(decode(workspace.repository.read(version, path)))
    except UserError:
        return EMPTY  # the document came later


def refuse_low_number(workspace: Workspace, number: str) -> None:
    """Refuse a number that promises more than the changes allow.

    Raises:
        UserError: ``release-not-newer`` or ``release-too-low``.
    """
    fitting = next_release(workspace)
    if not fitting.previous:
        return
    given = level_between(fitting.previous, number)
    if given is None:
        return  # no number, so no promise
    if release_key(number) <= release_key(fitting.previous):
        raise UserError("release-not-newer", release=number, previous=fitting.previous)
    if given < fitting.bump.level:
        cause = fitting.bump.causes[0]
        raise UserError(
            "release-too-low",
            release=number,
            number=fitting.number,
            level=fitting.bump.level.name.lower(),
            cause=cause.code or cause.title or cause.uid,
        )
