"""The timeline: who did what to which clauses, and when; newest first, page by page."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from coauthor.document.clause_changes import ClauseChange
from coauthor.document.excerpt import clause_source
from coauthor.document.model import Clause
from coauthor.document.reading import decode, read_blocks
from coauthor.history.repository import Name, Version, Walk
from coauthor.history.timeline import (
    VersionChange,
    change_of,
    clause_versions,
    own_change,
)
from coauthor.workspace.workspace import Workspace

PAGE = 60
"""Versions asked for at a time: more than a screen holds."""

PATIENCE = 0.15
"""Seconds of looking before a page is given with what was found until then."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which versions to show; what is '' or None does not narrow.

    Args:
        document: path of a document.
        clause: uid of a clause.
        text: words in the message, a name, or the code or title of a changed clause.
    """

    document: str = ""
    clause: str = ""
    organisation: str = ""
    person: str = ""
    text: str = ""
    since: date | None = None
    until: date | None = None


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline.

    Args:
        inside: how many versions of others came in with this one.
        sources: organisations, or else persons, who made those.
    """

    version: Version
    change: VersionChange
    names: tuple[Name, ...] = ()
    inside: int = 0
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines of the timeline; ``more`` when there may be others behind them."""

    entries: tuple[Entry, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class People:
    """Who made versions."""

    organisations: tuple[str, ...]
    persons: tuple[str, ...]


class Timeline:
    """The versions that led to the text of now; belongs to one thread.

    Without a filter it shows the own line, with what came in from others as one
    entry that can be opened. With a filter it shows every version that fits, from
    whatever side it came; so it does when it is not ``folded``.
    """

    def __init__(
        self, workspace: Workspace, wanted: Wanted = EVERYTHING, *, folded: bool = True
    ) -> None:
        self._walk = workspace.repository.walk()
        self._wanted = wanted
        self._folded = folded and wanted == EVERYTHING
        self._names: dict[str, tuple[Name, ...]] = {}
        for name in workspace.repository.all_names():
            self._names[name.version] = (*self._names.get(name.version, ()), name)
        self._candidates = self._found()

    def page(self, count: int = PAGE, patience: float = PATIENCE) -> Page:
        """Return the next entries: at most ``count``, or what was found in ``patience`` seconds."""
        deadline = time.monotonic() + patience
        found: list[Entry] = []
        for entry in self._candidates:
            if entry is not None:
                found.append(entry)
            if len(found) >= count or time.monotonic() > deadline:
                return Page(tuple(found), more=True)
        return Page(tuple(found), more=False)

    def entries(self) -> Iterator[Entry]:
        """Yield all entries."""
        return (entry for entry in self._candidates if entry is not None)

    def inside(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the versions that came in with an entry, newest first."""
        return tuple(
            self._entry(version, own_change(self._walk, version))
            for version in self._walk.inside(entry.version)
        )

    def people(self) -> People:
        """Return who made versions, in the order of the alphabet."""
        organisations: set[str] = set()
        persons: set[str] = set()
        for version in self._walk.everything():
            organisations.add(version.organisation)
            persons.add(version.author)
        return People(_sorted(organisations), _sorted(persons))

    # -- inside ------------------------------------------------------------

    def _found(self) -> Iterator[Entry | None]:
        """Yield the entries, and None for each version that does not fit."""
        if self._folded:
            yield from (self._on_line(version) for version in self._walk.line())
        elif self._wanted.clause:
            for each in clause_versions(self._walk, self._wanted.clause):
                yield self._fitting(each.version)
        else:
            yield from (self._fitting(version) for version in self._walk.everything())

    def _on_line(self, version: Version) -> Entry:
        entry = self._entry(version, change_of(self._walk, version))
        if len(version.parents) < 2:
            return entry
        inside = tuple(self._walk.inside(version))
        sources = dict.fromkeys(each.organisation or each.author for each in inside)
        return replace(entry, inside=len(inside), sources=tuple(sources))

    def _entry(self, version: Version, change: VersionChange) -> Entry:
        return Entry(version, change, self._names.get(version.id, ()))

    def _fitting(self, version: Version) -> Entry | None:
        wanted = self._wanted
        if not is_about(version, wanted):
            return None
        if wanted.document and not self._changes_document(version):
            return None
        if wanted.text and not self._says(version) and not self._touches(version):
            return None
        change = own_change(self._walk, version)
        if wanted.document:
            change = _only(change, wanted.document)
            if not change.documents:
                return None
        return self._entry(version, change)

    def _changes_document(self, version: Version) -> bool:
        path = self._wanted.document
        content = self._walk.document(version.id, path)
        before = [self._walk.document(parent, path) for parent in version.parents]
        return content not in before if before else bool(content)

    def _says(self, version: Version) -> bool:
        said = (version.message, version.author, version.organisation, *version.names)
        text = self._wanted.text.casefold()
        return any(text in each.casefold() for each in said)

    def _touches(self, version: Version) -> bool:
        text = self._wanted.text.casefold()
        return any(
            text in f"{each.code} {each.title}".casefold()
            for each in own_change(self._walk, version).clauses
        )


def is_about(version: Version, wanted: Wanted) -> bool:
    """Tell whether a version is by the people and in the period wanted."""
    day = version.when.astimezone().date()  # by the clock of whoever looks
    return (
        wanted.organisation in ("", version.organisation)
        and wanted.person in ("", version.author)
        and (wanted.since is None or day >= wanted.since)
        and (wanted.until is None or day <= wanted.until)
    )


def _only(change: VersionChange, path: str) -> VersionChange:
    """Return what a change did to one document."""
    return VersionChange(
        tuple(each for each in change.documents if each == path),
        tuple(each for each in change.clauses if path in (each.path, each.source)),
        tuple(each for each in change.between if each == path),
    )


def _sorted(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted((name for name in names if name), key=str.casefold))


def clause_texts(
    workspace: Workspace, version: Version, change: ClauseChange
) -> tuple[Clause | None, Clause | None]:
    """Return what a clause said before a version and in it; None where it was not there."""
    walk = workspace.repository.walk()
    before = version.parents[0] if version.parents else ""
    old = _clause(walk, before, change.source or change.path, change.uid) if before else None
    return old, _clause(walk, version.id, change.path, change.uid)


def _clause(walk: Walk, version_id: str, path: str, uid: str) -> Clause | None:
    source = clause_source(decode(walk.content(walk.document(version_id, path))), uid)
    block = next(read_blocks(source)) if source else None
    return block if isinstance(block, Clause) else None
