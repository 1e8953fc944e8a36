"""What goes out of a workspace when a document is published, and what stays.

The only way out: everything a room holds comes from `prepare`, by list of what may go.
"""

import contextlib
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coauthor.document.model import Document
from coauthor.document.reading import decode, encode, read_document
from coauthor.document.toml import read_toml
from coauthor.errors import UserError
from coauthor.exchange.plain_pictures import UnfitPictureError, plain_picture
from coauthor.history import states
from coauthor.history.states import State
from coauthor.history.version import Version
from coauthor.review.digest import document_digest
from coauthor.workspace import settings as settings_file
from coauthor.workspace.events import people_of, read_events
from coauthor.workspace.person import account_name, read_person
from coauthor.workspace.records import DECISIONS
from coauthor.workspace.rooms.cleaning import Cleaned, Left, clean
from coauthor.workspace.rooms.doubts import Doubt, Inside, find_doubts
from coauthor.workspace.rooms.links import path_of
from coauthor.workspace.rooms.snapshots import Snapshot, outgoing_snapshot
from coauthor.workspace.settings import (
    DocumentEntry,
    Settings,
    StandardEntry,
    read_settings,
    slug,
)
from coauthor.workspace.workspace import Workspace

_REASONS = ("reason", "note", "risk", "owner", "impact", "argument", "advice")
"""Values of records that are nobody's business outside."""

_PEOPLE = ("asked_by", "by", "author", "name")


@dataclass(frozen=True)
class Outgoing:
    """A document as it goes out.

    Args:
        entry: the document inside.
        name: of its file in the room; made from its title, for ours may say more.
        version: the version that is published.
        files: everything that goes, by path in the room, without the settings of the room.
        pictures: the pictures that go, by the path inside.
        standard: how the room names the standard, or None.
        left: what of the texts stays behind.
        stays: how many of what else there is stay behind, by kind; the catalogue
            holds ``room-stays-<kind>``.
        doubts: places to look at first.
        inside: what is known inside only, by which the doubts were found.
    """

    entry: DocumentEntry
    name: str
    version: Version
    document: Document
    files: Mapping[str, bytes]
    pictures: Mapping[str, str]
    standard: StandardEntry | None
    left: tuple[Left, ...]
    stays: Mapping[str, int]
    doubts: tuple[Doubt, ...]
    inside: Inside = field(default_factory=Inside)

    @property
    def title(self) -> str:
        """The title that readers see."""
        return self.document.title or self.name

    @property
    def digest(self) -> str:
        """SHA-256 of the exact text that goes."""
        return document_digest(self.document)

    @property
    def room_entry(self) -> DocumentEntry:
        """How the settings of the room name the document."""
        if self.standard is None:
            return DocumentEntry(self.name, self.title)
        source = self.entry.source or self.entry.name
        return DocumentEntry(self.name, self.title, self.standard.name, source)


def prepare(
    workspace: Workspace,
    document: str,
    *,
    version_id: str = "",
    rationale: bool = True,
    organisations: Iterable[str] = (),
    name: str = "",
) -> Outgoing:
    """Gather what goes out of a document, and look at it. Changes nothing.

    Args:
        document: its name.
        version_id: id or name of the version; '' for the newest.
        rationale: also why each clause is there.
        organisations: for whom it is, whose names are looked for in the text.
        name: of its file in the room; '' to make one from its title.

    Raises:
        UserError: ``room-not-from-here`` in a workspace of another kind,
            ``nothing-to-publish`` without any version, ``no-such-version``,
            ``no-such-document``, ``not-in-version``.
        OutsideFailure: a text cannot be read.
    """
    if workspace.settings.kind not in ("local", "standard"):
        raise UserError("room-not-from-here")
    repository = workspace.repository
    if not (version_id := version_id or states.newest(repository)):
        raise UserError("nothing-to-publish")
    version = repository.version(version_id)
    gathering = _Gathering(workspace, states.state_of(repository, version.id), document)
    cleaned = gathering.clean(rationale=rationale)
    inside = gathering.inside(cleaned, organisations)
    name = name or room_name(cleaned.document)
    doubts = [*find_doubts(cleaned.document, inside), *gathering.picture_doubts()]
    return Outgoing(
        gathering.entry,
        name,
        version,
        cleaned.document,
        gathering.files(name, cleaned.document),
        gathering.pictures,
        gathering.snapshot.entry if gathering.snapshot else None,
        tuple(cleaned.left),
        gathering.stays(),
        tuple(doubts),
        inside,
    )


def room_name(document: Document) -> str:
    """Return how the file of a document is called in a room: by what readers see anyway."""
    return slug(document.title) or "document"


def _records(root: Path) -> Iterator[dict[str, Any]]:
    """Yield all records; what cannot be read holds nothing to look for."""
    for path in sorted((root / DECISIONS).glob("*.toml")):
        with contextlib.suppress(OSError, ValueError):
            yield read_toml(decode(path.read_bytes()))


@dataclass
class _Gathering:
    """Reads what is needed of one version, and nothing of the folder itself."""

    workspace: Workspace
    state: State
    name: str
    pictures: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.settings: Settings = read_settings(decode(self._read(settings_file.FILE)))
        self.entry = self.settings.document(self.name)
        self.document = read_document(decode(self._read(self.entry.path)))
        self.snapshot = self._snapshot()
        self._data: dict[str, bytes] = {}

    def _read(self, path: str) -> bytes:
        found = self.state.get(path)
        if found is None or not found.is_plain:
            raise UserError("not-in-version", path=path)
        return states.content(self.workspace.repository, found.id)

    def _snapshot(self) -> Snapshot | None:
        standard = self.settings.standard(self.entry.standard) if self.entry.standard else None
        if standard is None:
            return None
        prefix = f"{standard.folder}/"
        files = {
            path.removeprefix(prefix): self._read(path)
            for path, file in self.state.items()
            if path.startswith(prefix) and file.is_plain
        }
        return outgoing_snapshot(files, standard, self.entry.source or self.entry.name)

    def clean(self, *, rationale: bool) -> Cleaned:
        public = self.snapshot.document if self.snapshot else None
        return clean(self.document, self._target, public, rationale=rationale)

    def _target(self, target: str) -> str:
        """Return what stands for a picture that goes along; '' for any other place inside."""
        if target in self._data:
            return target
        path = path_of(target, "documents")
        if path not in self.state or not self.state[path].is_plain:
            return ""
        try:
            ending, data = plain_picture(self._read(path))
        except UnfitPictureError:
            return ""
        named = f"../images/{hashlib.sha256(data).hexdigest()[:20]}.{ending}"
        self._data[named] = data
        self.pictures[path] = named.removeprefix("../")
        return named

    def files(self, name: str, document: Document) -> dict[str, bytes]:
        found = {f"documents/{name}.md": encode(document.text)}
        found |= {path.removeprefix("../"): data for path, data in self._data.items()}
        if self.snapshot:
            folder = self.snapshot.entry.folder
            found |= {f"{folder}/{path}": data for path, data in self.snapshot.files.items()}
        return found

    def picture_doubts(self) -> Iterator[Doubt]:
        for path in self.pictures:
            yield Doubt("picture", "", "", path)

    def inside(self, cleaned: Cleaned, organisations: Iterable[str]) -> Inside:
        workspace = self.workspace
        people = {read_person().name} - {account_name()}
        people |= {version.author for version in workspace.repository.versions()}
        texts = [each.text for each in cleaned.left if each.kind != "link"]
        for values in _records(workspace.root):
            texts += [str(values[key]) for key in _REASONS if values.get(key)]
            people |= {str(values[key]) for key in _PEOPLE if values.get(key)}
        known = {each.name for each in people_of(workspace).organisations}
        public = self.snapshot.document.text if self.snapshot and self.snapshot.document else ""
        own = self.settings.organisation
        return Inside(
            tuple(texts), tuple(people - {own}), tuple(known | set(organisations)), own, public
        )

    def stays(self) -> dict[str, int]:
        workspace = self.workspace
        counts: Counter[str] = Counter()
        counts["versions"] = sum(1 for _ in workspace.repository.versions())
        counts["names"] = len(workspace.repository.all_names())
        counts["discussion"] = sum(1 for _ in read_events(workspace))
        counts["decisions"] = sum(1 for _ in (workspace.root / "decisions").glob("*.toml"))
        counts["documents"] = sum(1 for path in self.state if path.startswith("documents/")) - 1
        counts["unsaved"] = sum(
            1 for path in workspace.repository.changed_paths() if path.startswith("documents/")
        )
        known = ("documents/", "standards/", "discussion/", "decisions/")
        ours = {settings_file.FILE, ".gitattributes", *self.pictures}
        counts["files"] = sum(
            1 for path in self.state if not path.startswith(known) and path not in ours
        )
        return {kind: count for kind, count in counts.items() if count}
