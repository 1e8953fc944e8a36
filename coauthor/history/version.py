"""A version and who made it, as read from a commit."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import pygit2

from coauthor.history.crediting import Credit, credits_of
from coauthor.history.trailers import ORGANISATION, split_trailers, trailer


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a version; the mail address and the organisation may be ''."""

    name: str
    email: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A saved version; ``when`` is in the author's own time zone.

    Args:
        message: what the person wrote, without what stands below it for programs.
        organisation: for whom the author wrote; '' where the version does not say.
        credits: whose suggestions were taken over in it.
        parents: ids of the versions before it; more than one where texts came together.
    """

    id: str
    message: str
    author: str
    when: datetime
    names: tuple[str, ...] = ()
    organisation: str = ""
    parents: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()


def version_of(commit: pygit2.Commit, names: tuple[str, ...] = ()) -> Version:
    """Return a commit as a version."""
    author = commit.author
    message, trailers = split_trailers(commit.message)
    return Version(
        id=str(commit.id),
        message=message,
        author=author.name,
        when=moment_of(author),
        names=names,
        organisation=trailer(trailers, ORGANISATION),
        parents=tuple([str(each) for each in commit.parent_ids]),
        credits=credits_of(trailers),
    )


def moment_of(signature: pygit2.Signature) -> datetime:
    """Return when something was signed, in the time zone of the person."""
    try:
        zone = timezone(timedelta(minutes=signature.offset))
        return datetime.fromtimestamp(signature.time, tz=zone)
    except (ValueError, OverflowError, OSError):  # a clock that was wrong is no reason to fail
        return datetime.fromtimestamp(0, tz=UTC)
