"""An open workspace: its settings, its documents, and whether one may write."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import CoauthorError, OutsideFailure, UserError
from coauthor.history.repository import Author, Repository
from coauthor.history.steps import finish_step
from coauthor.lineage.locks import Policy
from coauthor.workspace import settings as settings_file
from coauthor.workspace.settings import DocumentEntry, Settings, read_settings
from coauthor.workspace.standards import (
    StandardRelease,
    digest,
    find_source,
    newest,
    read_chain,
    release_key,
    snapshot_files,
)
from coauthor.workspace.themes import lock_policy


@dataclass(frozen=True)
class Workspace:
    """A folder with ``coauthor.toml`` and its history."""

    root: Path
    settings: Settings

    @cached_property
    def repository(self) -> Repository:
        """The history of the workspace; no version is made while a published text is changed."""
        from coauthor.workspace.memo.freezing import refuse_changes  # noqa: PLC0415 – it works on this

        repository = Repository.open(self.root)
        repository.before_version = lambda: refuse_changes(self)
        return repository

    @property
    def policy(self) -> Policy:
        """Which themes are locked."""
        return lock_policy()

    def entry(self, document: str) -> DocumentEntry:
        """Return the document of that name; raises ``no-such-document``."""
        return self.settings.document(document)

    def file(self, entry: DocumentEntry) -> Path:
        """Return the file of a document."""
        return self.root / entry.path

    def read(self, entry: DocumentEntry) -> Document:
        """Return a document as it stands on disk.

        Raises:
            OutsideFailure: ``file-missing`` or ``disk-failed``.
        """
        path = self.file(entry)
        try:
            return read_document(decode(path.read_bytes()))
        except FileNotFoundError as error:
            raise OutsideFailure("file-missing", path=str(path)) from error
        except OSError as error:
            raise OutsideFailure("disk-failed", path=str(path), reason=str(error)) from error

    def chain(self, entry: DocumentEntry) -> tuple[StandardRelease, ...]:
        """Return the standards a document derives from, nearest first."""
        return read_chain(self.root, self.settings, entry.name)

    def speaker(self, author: Author) -> Author:
        """Return the author with the organisation they write for, where that is known.

        In a workspace of one organisation everybody writes for that one.
        """
        if author.organisation or self.settings.kind != "local":
            return author
        return replace(author, organisation=self.settings.organisation)

    def newer_release(self, entry: DocumentEntry) -> StandardRelease | None:
        """Return the newest release of the document's standard when it is newer than ours.

        None when there is none, or when the source cannot be reached now.
        """
        standard = self.settings.standard(entry.standard) if entry.standard else None
        if standard is None or self.settings.kind == "consultation":
            return None  # in a room the text is what its owner published
        try:
            source = find_source(standard.source)
            release = newest(source)
            if release_key(release) <= release_key(standard.release):
                return None
            data = source.files(release).get(f"documents/{entry.source or entry.name}.md")
        except (UserError, OutsideFailure):
            return None  # offline is the normal state
        if data is None:
            return None
        document = read_document(decode(data))
        return StandardRelease(standard.name, standard.title, release, document)

    def damaged_snapshots(self) -> Sequence[str]:
        """Return the standards whose snapshot is not what was taken over."""
        return [
            standard.name
            for standard in self.settings.standards
            if standard.digest and digest(snapshot_files(self.root, standard)) != standard.digest
        ]


def open_workspace(path: Path) -> Workspace:
    """Open the workspace that ``path`` is, or in which it lies.

    Raises:
        UserError: ``not-a-workspace`` or ``settings-broken``.
        OutsideFailure: the settings cannot be read.
    """
    start = path.expanduser().resolve()
    for root in (start, *start.parents):
        if (root / settings_file.FILE).is_file():
            _finish(root)
            return Workspace(root, load_settings(root))
    raise UserError("not-a-workspace", path=str(path))


def _finish(root: Path) -> None:
    """Finish what a program that died was changing here; the folder may be read-only."""
    with contextlib.suppress(CoauthorError):
        finish_step(root, Repository.open(root).private_folder)


def load_settings(root: Path) -> Settings:
    """Return the settings of the workspace at ``root``."""
    path = root / settings_file.FILE
    try:
        return read_settings(decode(path.read_bytes()))
    except FileNotFoundError as error:
        raise UserError("not-a-workspace", path=str(root)) from error
    except OSError as error:
        raise OutsideFailure("disk-failed", path=str(path), reason=str(error)) from error
