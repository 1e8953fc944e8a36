"""Where standards come from: shipped with the program, or somebody's workspace.

A source knows its releases and gives the files of one; a snapshot of those
files is what a workspace holds.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.history.repository import Repository
from coauthor.resources import resources
from coauthor.workspace import settings as settings_file
from coauthor.workspace.settings import Settings, StandardEntry, read_settings

SHIPPED = "coauthor:"
"""Prefix of the source of a standard that comes with the program."""

RELEASE_PREFIX = "release/"
"""Names of versions that are releases."""

KEPT = ("coauthor.toml", "documents/", "positions/", "standards/")
"""What of a standard's workspace goes into a snapshot."""


class StandardSource(Protocol):
    """A standard that documents can derive from."""

    @property
    def address(self) -> str:
        """What the settings of a derived workspace name."""
        ...

    @property
    def settings(self) -> Settings:
        """The settings of the newest release, or of the standard as it is."""
        ...

    def releases(self) -> tuple[str, ...]:
        """Return the releases, oldest first."""
        ...

    def files(self, release: str) -> Mapping[str, bytes]:
        """Return the files of a release by path."""
        ...


@dataclass(frozen=True, slots=True)
class ShippedStandard:
    """A standard in the shipped content: one folder a release."""

    folder: Path

    @property
    def address(self) -> str:
        """``coauthor:<name>``."""
        return SHIPPED + self.folder.name

    @property
    def settings(self) -> Settings:
        """The settings of the newest release."""
        return _settings_of(self.files(self.releases()[-1]))

    def releases(self) -> tuple[str, ...]:
        """Return the releases, oldest first."""
        return _in_order(each.name for each in self.folder.iterdir() if each.is_dir())

    def files(self, release: str) -> Mapping[str, bytes]:
        """Return the files of a release by path."""
        root = self.folder / release
        if release not in self.releases():
            raise UserError("no-such-release", standard=self.folder.name, release=release)
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file()
        }


@dataclass(frozen=True, slots=True)
class WorkspaceStandard:
    """A standard in a workspace on this computer or the network drive."""

    root: Path

    @property
    def address(self) -> str:
        """The absolute path."""
        return str(self.root.resolve())

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return _settings_at(self.root)

    def releases(self) -> tuple[str, ...]:
        """Return the releases, oldest first."""
        names = Repository.open(self.root).names()
        return _in_order(
            name.removeprefix(RELEASE_PREFIX) for name in names if name.startswith(RELEASE_PREFIX)
        )

    def files(self, release: str) -> Mapping[str, bytes]:
        """Return the files of a release by path."""
        repository = Repository.open(self.root)
        version = repository.names().get(RELEASE_PREFIX + release)
        if version is None:
            raise UserError("no-such-release", standard=self.root.name, release=release)
        paths = [path for path in repository.paths(version.id) if path.startswith(KEPT)]
        return {path: repository.read(version.id, path) for path in paths}


@dataclass(frozen=True, slots=True)
class StandardRelease:
    """One standard document as a derived document sees it."""

    name: str
    title: str
    release: str
    document: Document


def shipped_standards() -> tuple[ShippedStandard, ...]:
    """Return the standards that come with the program, by name."""
    root = resources() / "standards"
    folders = sorted(each for each in root.iterdir() if each.is_dir()) if root.is_dir() else []
    return tuple(ShippedStandard(each) for each in folders)


def find_source(address: str) -> StandardSource:
    """Return the source of an address: a shipped name or the path of a workspace.

    Raises:
        UserError: ``no-such-standard``.
    """
    name = address.removeprefix(SHIPPED)
    shipped = {each.folder.name: each for each in shipped_standards()}
    if address.startswith(SHIPPED) or (name in shipped and not Path(address).exists()):
        if name not in shipped:
            raise UserError("no-such-standard", address=address)
        return shipped[name]
    root = Path(address).expanduser()
    if not address or not (root / settings_file.FILE).is_file():
        raise UserError("no-such-standard", address=address)
    source = WorkspaceStandard(root)
    if source.settings.kind != "standard":
        raise UserError("not-a-standard", address=address)
    return source


def split_release(text: str) -> tuple[str, str]:
    """Split ``STANDARD@RELEASE``; the release is '' when none is named."""
    address, at, release = text.rpartition("@")
    if at and release and "/" not in release:
        return address, release
    return text, ""


def newest(source: StandardSource) -> str:
    """Return the newest release.

    Raises:
        UserError: ``no-release-yet``.
    """
    releases = source.releases()
    if not releases:
        raise UserError("no-release-yet", address=source.address)
    return releases[-1]


def digest(files: Mapping[str, bytes]) -> str:
    """Return the digest of a snapshot over its sorted paths and bytes."""
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path}\0{len(files[path])}\0".encode())
        total.update(files[path])
    return f"sha256:{total.hexdigest()}"


def snapshot_files(root: Path, entry: StandardEntry) -> Mapping[str, bytes]:
    """Return the files of the snapshot that a workspace holds."""
    folder = root / entry.folder
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def read_chain(root: Path, settings: Settings, document: str) -> tuple[StandardRelease, ...]:
    """Return the standards a document derives from, nearest first.

    Reads the snapshots inside the workspace, and inside them the snapshots that
    they hold in turn; a missing snapshot ends the chain.
    """
    chain: list[StandardRelease] = []
    entry = settings.document(document)
    while entry.standard and (standard := settings.standard(entry.standard)):
        root = root / standard.folder
        path = root / "documents" / f"{entry.source or entry.name}.md"
        if not path.is_file():
            break
        text = read_document(decode(path.read_bytes()))
        chain.append(StandardRelease(standard.name, standard.title, standard.release, text))
        settings = _settings_at(root)
        found = [each for each in settings.documents if each.path.endswith(f"/{path.name}")]
        if not found:
            break
        entry = found[0]
    return tuple(chain)


def release_key(release: str) -> tuple[tuple[int, str], ...]:
    """Return what orders releases: numbers as numbers, so that 1.10 follows 1.9."""
    parts = re.findall(r"\d+|[^\d.]+", release)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _in_order(releases: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(releases, key=release_key))


def _settings_of(files: Mapping[str, bytes]) -> Settings:
    return read_settings(decode(files[settings_file.FILE]))


def _settings_at(root: Path) -> Settings:
    try:
        return read_settings(decode((root / settings_file.FILE).read_bytes()))
    except OSError as error:
        raise UserError("not-a-workspace", path=str(root)) from error
