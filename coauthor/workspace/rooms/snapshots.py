"""The snapshot of the standard as it goes along: what is needed of it, and no addresses.

The standard that comes with the program goes as it is. Of another only the documents
go, cleaned like the text itself, for nothing tells us that somebody's standard was
published with all that stands in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from coauthor.document.model import Document
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import CoauthorError
from coauthor.workspace import settings as settings_file
from coauthor.workspace.rooms.cleaning import Left, clean, is_language
from coauthor.workspace.settings import (
    DocumentEntry,
    Settings,
    StandardEntry,
    read_settings,
    write_settings,
)
from coauthor.workspace.standards import SHIPPED, digest, find_source

_RELEASE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,39}", re.ASCII)


@dataclass(slots=True)
class Snapshot:
    """A snapshot as it may go: how the room names it, its files, and the nearest text."""

    entry: StandardEntry
    files: dict[str, bytes] = field(default_factory=dict)
    document: Document | None = None
    left: list[Left] = field(default_factory=list)


def outgoing_snapshot(
    files: Mapping[str, bytes], entry: StandardEntry, source: str
) -> Snapshot | None:
    """Return what goes of a snapshot, or None when it cannot be read.

    Args:
        files: the files of the snapshot by path.
        source: name of the document in it from which the text derives.
    """
    if settings_file.FILE not in files:
        return None
    settings = read_settings(decode(files[settings_file.FILE]))
    release = entry.release if _RELEASE.fullmatch(entry.release) else ""
    shown = StandardEntry(entry.name, settings.title, _address(entry.source), release, "")
    if _is_shipped(entry, files):
        text = read_document(decode(files[f"documents/{source}.md"]))
        return Snapshot(replace(shown, digest=digest(files)), dict(files), text)
    found = _needed(files, settings, source)
    if found is None:
        return None
    made = Snapshot(shown, *found)
    made.entry = replace(shown, digest=digest(made.files))
    return made


def _needed(
    files: Mapping[str, bytes], settings: Settings, source: str
) -> tuple[dict[str, bytes], Document, list[Left]] | None:
    """Return the documents and the settings of a standard, cleaned; nothing else of it goes."""
    taken: dict[str, bytes] = {}
    left: list[Left] = []
    documents: list[DocumentEntry] = []
    standards: dict[str, StandardEntry] = {}
    nearest: Document | None = None
    for entry in settings.documents:
        if entry.path not in files:
            continue
        cleaned = clean(read_document(decode(files[entry.path])), lambda _: "")
        taken[entry.path] = encode(cleaned.document.text)
        left += cleaned.left
        nearest = cleaned.document if entry.name == source else nearest
        documents.append(replace(entry, title=cleaned.document.title or entry.name))
        if entry.standard and (below := settings.standard(entry.standard)):
            prefix = f"{below.folder}/"
            inner = {p.removeprefix(prefix): d for p, d in files.items() if p.startswith(prefix)}
            if deeper := outgoing_snapshot(inner, below, entry.source or entry.name):
                taken |= {prefix + p: data for p, data in deeper.files.items()}
                standards[below.name] = deeper.entry
    if nearest is None:
        return None
    kept = replace(
        settings,
        title=_one_line(settings.title),
        release=settings.release if _RELEASE.fullmatch(settings.release) else "",
        language=settings.language if is_language(settings.language) else "nl",
        documents=tuple(documents),
        standards=tuple(standards.values()),
    )
    taken[settings_file.FILE] = encode(write_settings(kept))
    return taken, nearest, left


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _address(source: str) -> str:
    """Return where everybody can find a standard; a folder of ours is nobody's business."""
    return source if source.startswith((SHIPPED, "https://")) and "@" not in source else ""


def _is_shipped(entry: StandardEntry, files: Mapping[str, bytes]) -> bool:
    """Tell whether a snapshot is to the letter a release that comes with the program."""
    if not entry.source.startswith(SHIPPED):
        return False
    try:
        return digest(find_source(entry.source).files(entry.release)) == digest(files)
    except CoauthorError:
        return False
