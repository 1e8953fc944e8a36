"""The MDTO files of an archive package: a dossier, the document in it, and its workspace."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from coauthor.exchange.archiving.formats import format_of_file
from coauthor.exchange.archiving.mdto import (
    Event,
    File,
    Mark,
    Pointer,
    Record,
    file_xml,
    record_xml,
)
from coauthor.exchange.specification import Text
from coauthor.history.version import Version
from coauthor.workspace.archiving.details import Details
from coauthor.workspace.rooms.cleaning import is_language
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace

SOURCE = "Coauthor"
"""Who gave the marks that we make ourselves."""

RECORD_END, FILE_END = ".mdto.xml", ".bestand.mdto.xml"
"""How the names of the metadata end, beside the folder or the file that they describe."""

_BLOCK = 1 << 20


@dataclass(frozen=True)
class Subject:
    """What is archived: a document as it is in a version.

    Args:
        mark: what it is known by here, the same each time that it is archived.
        title: of the document.
        digest: SHA-256 of its text.
    """

    workspace: Workspace
    entry: DocumentEntry
    version: Version
    mark: str
    title: str
    digest: str
    when: datetime


def describe(
    folder: Path, subject: Subject, details: Details, text: Text, document: str, history: str
) -> None:
    """Write the metadata beside what is in the dossier.

    Args:
        folder: the dossier, which holds the folders ``document`` and ``history``.
    """
    settings = subject.workspace.settings
    maker = details.makers
    languages = (settings.language,) if is_language(settings.language) else ()
    dossier = Mark(f"{subject.mark}/{folder.name}", SOURCE)
    whole = Pointer(subject.title, dossier)
    shown = subject.version.names[0] if subject.version.names else subject.version.message
    shown = shown.splitlines()[0] if shown else ""
    about = text("archive-about", version=shown, digest=subject.digest)
    parts = []
    for name, title, said in (
        (document, subject.title, about),
        (history, text("archive-history", title=settings.title), text("archive-history-about")),
    ):
        mark = Mark(f"{subject.mark}/{name}", SOURCE)
        own = Pointer(title, mark)
        parts.append(own)
        files = _describe_files(folder / name, own, subject)
        record = Record(
            marks=(*details.marks, mark) if name == document else (mark,),
            name=title,
            level="Archiefstuk",
            descriptions=(said,),
            languages=languages,
            events=tuple(_events(subject, maker, frozen=name == document)),
            appraisal=details.appraisal,
            retention=details.retention,
            category=details.concept("category"),
            classifications=[each for each in [details.concept("classification")] if each],
            part_of=(whole,),
            files=files,
            makers=maker,
            activity=details.activity,
            limits=details.limits,
        )
        (folder / name / f"{name}{RECORD_END}").write_bytes(record_xml(record))
    record = Record(
        marks=(*details.marks, dossier),
        name=subject.title,
        level="Dossier",
        descriptions=(about,),
        languages=languages,
        appraisal=details.appraisal,
        retention=details.retention,
        category=details.concept("category"),
        classifications=[each for each in [details.concept("classification")] if each],
        part_of=details.part_of,
        parts=parts,
        makers=maker,
        activity=details.activity,
        limits=details.limits,
    )
    (folder / f"{folder.name}{RECORD_END}").write_bytes(record_xml(record))


def _events(subject: Subject, maker: Sequence[Pointer], *, frozen: bool) -> Iterator[Event]:
    actor = maker[0] if maker else None
    when = subject.version.when.isoformat(timespec="seconds")
    yield Event("Creatie", when, actor, subject.version.id)
    if frozen and subject.version.names:
        yield Event("Bevriezing", when, actor, ", ".join(subject.version.names))


def _describe_files(folder: Path, of: Pointer, subject: Subject) -> list[Pointer]:
    pointers = []
    for path in sorted(folder.iterdir()):
        digest, size = measured(path)
        mark = Mark(f"{subject.mark}/{folder.name}/{path.name}", SOURCE)
        described = File(
            mark=mark,
            name=path.name,
            size=size,
            format=format_of_file(path.name),
            sha256=digest,
            when=subject.when.isoformat(timespec="seconds"),
            of=of,
        )
        path.with_name(path.name + FILE_END).write_bytes(file_xml(described))
        pointers.append(Pointer(path.name, mark))
    return pointers


def measured(path: Path) -> tuple[str, int]:
    """Return the SHA-256 and the size of a file, read piece by piece."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(_BLOCK):
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size


def described_file(path: str) -> str:
    """Return the file that a metadata file is about, or '' when it is about a record."""
    return path.removesuffix(FILE_END) if path.endswith(FILE_END) else ""


def is_metadata(path: str) -> bool:
    """Tell whether a file of a package is one with metadata."""
    return PurePosixPath(path).name.endswith(RECORD_END)
