"""Which standard a document stands beside, and beginning to stand beside one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from coauthor.document.model import Document
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import UserError
from coauthor.history.files import read_file, write_atomically
from coauthor.history.repository import Author
from coauthor.workspace import settings as settings_file
from coauthor.workspace.memo.freezing import refuse_changes
from coauthor.workspace.settings import (
    DocumentEntry,
    StandardEntry,
    read_settings,
    slug,
    with_document,
    with_standard,
)
from coauthor.workspace.standards import (
    StandardSource,
    digest,
    find_source,
    newest,
    snapshot_files,
    split_release,
)
from coauthor.workspace.workspace import Workspace, load_settings


@dataclass(frozen=True)
class Standard:
    """A document of a standard that a document of ours can stand beside.

    Args:
        entry: the standard with its release.
        source: name of the document in it.
        files: its snapshot, where the workspace does not hold it yet.
    """

    entry: StandardEntry
    source: str
    document: Document
    files: tuple[tuple[str, bytes], ...] = ()

    @property
    def title(self) -> str:
        """The standard with its release, as people say it."""
        return f"{self.entry.title} {self.entry.release}"


def standards_for(workspace: Workspace) -> tuple[Standard, ...]:
    """Return the documents of the standards that a workspace holds."""
    return tuple(_held(workspace))


def standard_of(
    workspace: Workspace, entry: DocumentEntry | None = None, named: str = ""
) -> Standard:
    """Return the standard that a document is compared with.

    Args:
        entry: the document; None for one that comes in.
        named: a standard that the workspace holds, or ``STANDARD[@RELEASE]`` as in
            `find_source`, each with ``/DOCUMENT`` where it has several; '' for the one that
            the document derives from, or else the only one of the workspace.

    Raises:
        UserError: ``match-no-standard`` when there is none, ``match-which-standard`` when
            there are several, ``match-other-release`` when the workspace holds another
            release of it, or what `find_source` says.
    """
    held = standards_for(workspace)
    if entry is not None and entry.standard and not named:
        chosen = [
            each
            for each in held
            if (each.entry.name, each.source) == (entry.standard, entry.source or entry.name)
        ]
    elif named:
        chosen = [each for each in held if named in _names(each)] or list(_found(named))
    else:
        chosen = list(held)
    if not chosen:
        raise UserError("match-no-standard")
    if len(chosen) > 1:
        known = ", ".join(f"{each.entry.name}/{each.source}" for each in chosen)
        raise UserError("match-which-standard", known=known)
    _refuse_other_release(workspace, chosen[0])
    return chosen[0]


def _refuse_other_release(workspace: Workspace, standard: Standard) -> None:
    here = workspace.settings.standard(standard.entry.name)
    if here is not None and here.digest != standard.entry.digest:
        raise UserError("match-other-release", standard=here.title, release=here.release)


def _names(standard: Standard) -> tuple[str, ...]:
    return standard.entry.name, f"{standard.entry.name}/{standard.source}"


def _held(workspace: Workspace) -> Iterator[Standard]:
    for entry in workspace.settings.standards:
        files = snapshot_files(workspace.root, entry)
        if settings_file.FILE in files:
            for name, document in _documents(files):
                yield Standard(entry, name, document)


def _found(named: str) -> Iterator[Standard]:
    address, release = split_release(named)
    try:
        source, only = find_source(address), ""
    except UserError:
        address, slash, only = address.rpartition("/")
        if not slash:
            raise
        source = find_source(address)
    yield from _of_source(source, release or newest(source), only)


def _of_source(source: StandardSource, release: str, only: str) -> Iterator[Standard]:
    files = source.files(release)
    settings = read_settings(decode(files[settings_file.FILE]))
    name = settings.name or slug(settings.title)
    entry = StandardEntry(name, settings.title, source.address, release, digest(files))
    for document_name, document in _documents(files):
        if only in ("", document_name):
            yield Standard(entry, document_name, document, tuple(files.items()))


def _documents(files: Mapping[str, bytes]) -> Iterator[tuple[str, Document]]:
    settings = read_settings(decode(files[settings_file.FILE]))
    for each in settings.documents:
        if each.path in files:
            yield each.name, read_document(decode(files[each.path]))


def hold(workspace: Workspace, standard: Standard) -> None:
    """Put the snapshot of a standard in a workspace that does not hold it yet.

    Raises:
        UserError: ``match-other-release`` when it holds another release of it.
        OutsideFailure: it could not be written.
    """
    _refuse_other_release(workspace, standard)
    if workspace.settings.standard(standard.entry.name) is not None:
        return
    for path, data in standard.files:
        target = workspace.root / standard.entry.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, data)
    settings = workspace.root / settings_file.FILE
    text = decode(read_file(settings))
    write_atomically(settings, encode(with_standard(text, standard.entry)))


def link(
    workspace: Workspace,
    entry: DocumentEntry,
    standard: Standard,
    *,
    author: Author,
    when: datetime,
    message: str,
) -> DocumentEntry:
    """Make a document stand beside a standard from now on, and save a version.

    Its text stays to the letter; a document that derives from a standard already stays so.

    Raises:
        UserError: ``frozen-changed`` or ``match-other-release``.
        OutsideFailure: it could not be written.
    """
    if entry.standard:
        return entry
    refuse_changes(workspace)
    hold(workspace, standard)
    settings = workspace.root / settings_file.FILE
    linked = DocumentEntry(entry.name, entry.title, standard.entry.name, standard.source)
    write_atomically(settings, encode(with_document(decode(read_file(settings)), linked)))
    workspace.repository.commit(message, workspace.speaker(author), when)
    return load_settings(workspace.root).document(entry.name)
