"""What each version did to the clauses, and the versions of one clause.

Everything is found from the difference of contents: what did not change is not
read, and a text is read no further than where it differs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from coauthor.document.clause_changes import (
    ClauseChange,
    TextChange,
    across,
    same_clause,
    text_change,
)
from coauthor.document.excerpt import clause_source
from coauthor.document.model import Clause
from coauthor.document.reading import decode, encode, read_blocks
from coauthor.history.version import Version
from coauthor.history.walk import Difference, Walk


@dataclass(frozen=True, slots=True)
class VersionChange:
    """What a version did.

    Args:
        documents: paths of the documents that it changed.
        clauses: what happened to each clause, in the order of the documents.
        between: paths of the documents whose headings or other text changed.
    """

    documents: tuple[str, ...] = ()
    clauses: tuple[ClauseChange, ...] = ()
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseVersion:
    """What a clause said in a version; ``clause`` is None where it had left.

    Args:
        document: path of the document in which it stood, or ''.
    """

    version: Version
    document: str
    clause: Clause | None


def change_of(walk: Walk, version: Version, *, before: str | None = None) -> VersionChange:
    """Return what a version changed since the version before it on the own line.

    Args:
        before: id of another version to compare with.
    """
    if before is None:
        before = version.parents[0] if version.parents else ""
    found: dict[str, TextChange] = {
        each.path: text_change(*_texts(walk, each)) for each in walk.differences(version.id, before)
    }
    return VersionChange(
        tuple(found), across(found), tuple(path for path, each in found.items() if each.between)
    )


def own_change(walk: Walk, version: Version) -> VersionChange:
    """Return what the person who made the version changed.

    Of a version in which texts came together only what is in none of them: what
    merely came in is its author's, who has a version of their own.
    """
    if len(version.parents) < 2:
        return change_of(walk, version)
    first, *others = (change_of(walk, version, before=parent) for parent in version.parents)
    documents, between = set(first.documents), set(first.between)
    clauses = {each.uid: each for each in first.clauses}
    for other in others:
        documents &= set(other.documents)
        between &= set(other.between)
        theirs = {each.uid: each for each in other.clauses}
        clauses = {
            uid: min(each, theirs[uid], key=_size) for uid, each in clauses.items() if uid in theirs
        }
    return VersionChange(
        tuple(each for each in first.documents if each in documents),
        tuple(clauses.values()),
        tuple(each for each in first.between if each in between),
    )


def _size(change: ClauseChange) -> int:
    """Return how much happened: beside the version that it is most like, least."""
    return ("moved", "changed").index(change.kind) if change.kind in ("moved", "changed") else 2


def _texts(walk: Walk, difference: Difference) -> tuple[str, str]:
    before, after = walk.content(difference.before), walk.content(difference.after)
    return decode(before), decode(after)


# -- the versions of one clause ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a clause stands in a version: the document, its content, and what it says."""

    path: str
    content: str
    source: str


def clause_versions(walk: Walk, uid: str) -> Iterator[ClauseVersion]:
    """Yield the versions that changed a clause, newest first, over all sides of the history.

    Follows the identity, also to another document. A version that differs from
    only some of the versions before it brought texts together and is not listed:
    the author of the side is. Where it differs from all of them it is: there a
    person or the merging made a new text. Versions in which only its place or its
    line breaks changed are not listed.
    """
    places: dict[str, _Place | None] = {}
    finder = _Finder(walk, uid)
    for version_id, parents in walk.order():
        if version_id not in places:  # the newest
            places[version_id] = finder.anywhere(version_id)
        here = places.pop(version_id)
        for parent in parents:
            if parent not in places:
                places[parent] = finder.before(version_id, parent, here)
        if any(finder.same(here, places[parent]) for parent in parents):
            continue
        if here or parents:
            version = walk.version(version_id)
            yield ClauseVersion(version, here.path if here else "", finder.clause(here))


class _Finder:
    """Finds one clause in versions, reading each content once."""

    def __init__(self, walk: Walk, uid: str) -> None:
        self._walk = walk
        self._uid = uid
        self._mark = encode(uid)
        self._sources: dict[str, str | None] = {}

    def anywhere(self, version_id: str) -> _Place | None:
        """Look in every document of a version."""
        for path, content in self._walk.documents(version_id).items():
            if source := self._source(content):
                return _Place(path, content, source)
        return None

    def before(self, version_id: str, parent: str, here: _Place | None) -> _Place | None:
        """Look in the version before one in which the clause stands ``here``."""
        walk = self._walk
        if here is not None:
            content = walk.document(parent, here.path)
            if content == here.content:
                return here
            if source := self._source(content):
                return _Place(here.path, content, source)
        if walk.folder(parent) == walk.folder(version_id):
            return here
        for each in walk.differences(version_id, parent):
            if source := self._source(each.before):
                return _Place(each.path, each.before, source)
        return None

    def same(self, first: _Place | None, second: _Place | None) -> bool:
        """Tell whether the clause says the same in two places."""
        if first is None or second is None or first.source == second.source:
            return (first is None) == (second is None)
        return same_clause(self.clause(first), self.clause(second))

    def clause(self, place: _Place | None) -> Clause | None:
        """Return the clause in a place."""
        block = next(read_blocks(place.source)) if place else None
        return block if isinstance(block, Clause) else None

    def _source(self, content: str) -> str | None:
        if not content:
            return None
        if content not in self._sources:
            data = self._walk.content(content)
            found = self._mark in data
            self._sources[content] = clause_source(decode(data), self._uid) if found else None
        return self._sources[content]
