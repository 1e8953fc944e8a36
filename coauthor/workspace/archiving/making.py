"""Making an archive package: the document in lasting formats, its workspace, and metadata."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coauthor import __version__
from coauthor.document.reading import encode
from coauthor.errors import OutsideFailure, UserError
from coauthor.exchange.archiving.bag import DATA, tag_files
from coauthor.exchange.choice import PRESETS
from coauthor.history.sharing.packing import SUFFIX, pack
from coauthor.language import Catalogue
from coauthor.workspace.archiving.describing import Subject, describe, measured
from coauthor.workspace.archiving.details import Details, read_details
from coauthor.workspace.archiving.verifying import DIGEST, DOCUMENT, VERSION, Verified, verify
from coauthor.workspace.batch import Progress, Report, quiet, write_all
from coauthor.workspace.building import built, free, put
from coauthor.workspace.exporting import prepare
from coauthor.workspace.settings import DocumentEntry, slug
from coauthor.workspace.versions import read_version
from coauthor.workspace.workspace import Workspace, open_workspace

FORMATS = ("pdf", "odt", "xlsx", "html")
"""What a document is kept in, besides its own text: PDF/A-2a, OpenDocument, a workbook, a page."""

STEPS = ("history", "metadata", "checksums", "check")
"""What is done after the formats; ends the message ``archive-step-<step>``."""


@dataclass(frozen=True, slots=True)
class Archived:
    """An archive package that was made.

    Args:
        files: how many files are kept in it, metadata included; ``size`` their bytes.
        lacks: keys of what an archive wants to know and nobody said.
        verified: what checking it afterwards gave.
    """

    path: Path
    version: str
    digest: str
    files: int
    size: int
    lacks: tuple[str, ...]
    verified: Verified


def archive(
    workspace: Workspace,
    entry: DocumentEntry,
    output: Path,
    *,
    when: datetime,
    language: str = "nl",
    version_id: str = "",
    details: Mapping[str, str] | None = None,
    style: str = "",
    report: Report = quiet,
    aside: Path | None = None,
) -> Archived:
    """Make an archive package of a document as it is in a version, and check it.

    Args:
        output: a zip file, by its name, or a folder that is empty or not there yet.
        version_id: the version; '' for the newest, which must then be the text of now.
        details: what the archive wants to know, by key (see `details.KEYS`), over what
            the workspace keeps.
        style: its house style, as of `coauthor.workspace.exporting.prepare`.
        report: is told each step; may raise `Cancelled`, which leaves nothing behind.
        aside: the folder to build in, as of `coauthor.workspace.batch.write_all`.

    Raises:
        UserError: ``nothing-to-pack`` without a version, ``archive-unsaved`` when the text
            is newer than the newest, ``no-such-version``, ``not-in-version``,
            ``folder-not-empty``, ``archive-unknown-key``, ``archive-unfit``.
        OutsideFailure: a format cannot be made, or the package cannot be written.
        Cancelled: by ``report``.
    """
    known = read_details(workspace, details)
    output = free(output)
    subject = _subject(workspace, entry, version_id, when)
    text = Catalogue(language)
    with built(output, aside) as bag:
        steps = _Steps(report, len(FORMATS))
        _fill(bag / DATA / "dossier", subject, known, text, steps, style)
        steps.next("checksums")
        files, size = _seal(bag, subject, text)
        steps.next("check")
        verified = verify(bag, scratch=bag.parent)
        if verified.faults:
            raise OutsideFailure("archive-not-sound", kind=verified.faults[0].kind)
        put(bag, output)
        steps.done()
    return Archived(output, subject.version.id, subject.digest, files, size, known.lacks, verified)


def archive_apart(root: Path, name: str, output: Path, **more: object) -> Archived:
    """Make an archive package; for a process of its own (see `archive`)."""
    workspace = open_workspace(root)
    return archive(workspace, workspace.entry(name), output, **more)  # type: ignore[arg-type]


def _subject(
    workspace: Workspace, entry: DocumentEntry, version_id: str, when: datetime
) -> Subject:
    repository = workspace.repository
    newest = repository.walk().newest
    if not newest:
        raise UserError("nothing-to-pack")
    if not version_id and entry.path in repository.changed_paths():
        raise UserError("archive-unsaved", document=entry.title)
    version = repository.version(version_id or newest)
    document = read_version(workspace, version.id, entry)
    digest = hashlib.sha256(encode(document.text)).hexdigest()
    return Subject(
        workspace=workspace,
        entry=entry,
        version=version,
        mark=f"{entry.name}@{version.id[:12]}",
        title=document.title or entry.title,
        digest=f"sha256:{digest}",
        when=when,
    )


@dataclass
class _Steps:
    """Where the making is, of all that it will do."""

    report: Report
    formats: int
    at: int = 0

    def format(self, progress: Progress) -> None:
        """Pass on how far the formats are."""
        self.at = progress.done
        if progress.format:
            self.report(Progress(progress.done, self.total, progress.format))

    def next(self, step: str) -> None:
        """Begin a step after the formats."""
        self.at = self.formats + STEPS.index(step)
        self.report(Progress(self.at, self.total, step))

    def done(self) -> None:
        """Say that all is done."""
        self.report(Progress(self.total, self.total))

    @property
    def total(self) -> int:
        """How many steps there are."""
        return self.formats + len(STEPS)


def _fill(
    folder: Path, subject: Subject, details: Details, text: Catalogue, steps: _Steps, style: str
) -> None:
    """Write everything that is kept: the formats, the text itself, the workspace, metadata."""
    workspace, name = subject.workspace, subject.entry.name
    made = prepare(
        workspace,
        subject.entry,
        when=subject.when,
        language=text.language,
        version_id=subject.version.id,
        choice=PRESETS["full"],
        style=style,
    )
    for each in write_all(made, name, FORMATS, folder / name, report=steps.format):
        if each.error is not None:
            raise each.error
    source = workspace.repository.read(subject.version.id, subject.entry.path)
    (folder / name / f"{name}.md").write_bytes(source)
    steps.next("history")
    history = text("archive-folder")
    if history == name:
        history += "-2"
    (folder / history).mkdir()
    called = slug(workspace.settings.name or workspace.root.name) or history
    pack(workspace.repository, folder / history / f"{called}{SUFFIX}")
    steps.next("metadata")
    describe(folder, subject, details, text, name, history)


def _seal(bag: Path, subject: Subject, text: Catalogue) -> tuple[int, int]:
    """Write the checksums and what the bag is; return how many files it keeps, and bytes."""
    data = bag / DATA
    payload = {
        path.relative_to(data).as_posix(): measured(path)
        for path in sorted(data.rglob("*"))
        if path.is_file()
    }
    settings = subject.workspace.settings
    info = [
        ("Source-Organization", settings.organisation),
        ("External-Description", subject.title),
        ("External-Identifier", subject.mark),
        ("Bagging-Date", f"{subject.when:%Y-%m-%d}"),
        ("Bag-Software-Agent", f"coauthor {__version__}"),
        (DOCUMENT, subject.entry.path),
        (VERSION, subject.version.id),
        (DIGEST, subject.digest),
    ]
    said = text("archive-readme", title=subject.title, version=subject.version.id[:12])
    beside = {text("archive-readme-name"): f"{said}\n".encode()}
    for name, content in tag_files(payload, info, beside).items():
        (bag / name).write_bytes(content)
    return len(payload), sum(size for _, size in payload.values())
