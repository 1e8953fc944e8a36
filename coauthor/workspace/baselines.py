"""Naming and freezing versions, and telling whether a frozen one is still what it was."""

from collections.abc import Callable, Iterator
from datetime import datetime

from coauthor.document.model import Clause, Tombstone
from coauthor.document.reading import decode, read_document
from coauthor.errors import CoauthorError, UserError
from coauthor.history.files import digest_of
from coauthor.history.repository import Author, Name
from coauthor.workspace.signing.finishing import refuse_unfit
from coauthor.workspace.voting.settling import refuse_unsettled
from coauthor.workspace.workspace import Workspace


def name_version(
    workspace: Workspace,
    text: str,
    author: Author,
    when: datetime,
    *,
    version_id: str = "",
    freeze: bool = False,
) -> Name:
    """Give a version a name in a person's own words, for good.

    Args:
        version_id: the version; '' for the newest, which must then be the text of now.
        freeze: bind the name to the exact text of every document; it is never
            changed or taken away afterwards.

    Raises:
        UserError: ``name-taken``, ``name-unfit``, ``no-such-version``,
            ``nothing-to-name`` or ``not-saved-yet``; to freeze also ``not-final`` and
            the like, see `coauthor.workspace.signing.finishing.refuse_unfit`, and of a standard
            what `coauthor.workspace.voting.settling.refuse_unsettled` refuses.
    """
    repository = workspace.repository
    if not version_id:
        last = repository.walk().newest
        if not last:
            raise UserError("nothing-to-name")
        if repository.changed_paths():
            raise UserError("not-saved-yet", name=text)
        version_id = last
    version = repository.version(version_id)
    if freeze:
        refuse_unfit(workspace, when.date(), version_id=version.id)
        if workspace.settings.kind == "standard":
            refuse_unsettled(workspace, version_id=version.id)
    digests = _digests(workspace, version.id) if freeze else None
    return repository.give_name(version.id, text, workspace.speaker(author), when, digests=digests)


def names(workspace: Workspace) -> tuple[Name, ...]:
    """Return all names of versions."""
    return workspace.repository.all_names()


def damaged_documents(workspace: Workspace, name: Name) -> tuple[str, ...]:
    """Return the paths of the documents that are not what was frozen under a name."""
    if name.kind != "frozen":
        return ()
    try:
        found = _digests(workspace, name.version)
    except CoauthorError:
        return tuple(sorted(name.digests))  # the stored text cannot even be read
    paths = {*found, *name.digests}
    return tuple(sorted(path for path in paths if found.get(path) != name.digests.get(path)))


def is_intact(workspace: Workspace, name: Name) -> bool:
    """Tell whether the stored text of a frozen version is still exactly what was frozen."""
    return not damaged_documents(workspace, name)


def frozen_codes(workspace: Workspace, document: str) -> set[str]:
    """Return the codes of a document that a frozen version or a release holds.

    These are cited outside, so they are never given to another clause and never
    changed; those of clauses that had left by then included.

    Args:
        document: name of the document in the settings.
    """
    path = workspace.entry(document).path
    return {code for _, code in _held(workspace, lambda each: each == path)}


def frozen_clauses(workspace: Workspace) -> frozenset[tuple[str, str]]:
    """Return uid and code of every clause that a frozen version or a release holds."""
    return frozenset(_held(workspace, lambda _: True))


def _held(workspace: Workspace, wanted: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield uid and code of what is frozen in the documents wanted, and of what had left."""
    walk = workspace.repository.walk()
    contents = {
        content
        for name in workspace.repository.all_names()
        if name.kind in ("frozen", "release")
        for path, content in walk.documents(name.version).items()
        if wanted(path)
    }
    for content in contents:
        for block in read_document(decode(walk.content(content))).blocks:
            if isinstance(block, Clause | Tombstone) and block.code:
                yield block.uid, block.code


def _digests(workspace: Workspace, version_id: str) -> dict[str, str]:
    walk = workspace.repository.walk()
    return {
        path: digest_of(walk.content(content))
        for path, content in walk.documents(version_id).items()
    }


def seal_of(name: Name) -> str:
    """Return the few letters by which people compare a frozen version, the same everywhere."""
    return digest_of(repr(sorted(name.digests.items())).encode())[:8]


__all__ = [
    "Name",
    "damaged_documents",
    "frozen_clauses",
    "frozen_codes",
    "is_intact",
    "name_version",
    "names",
    "seal_of",
]
