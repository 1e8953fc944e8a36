"""Making a Woo package: only what is public, checked file by file, with what was left out."""

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from coauthor.document.reading import read_document
from coauthor.errors import UserError
from coauthor.exchange.choice import PRESETS
from coauthor.exchange.publication.checking import check
from coauthor.exchange.publication.model import Finding
from coauthor.exchange.publication.reading import read_for_publication
from coauthor.exchange.woo.log import Decision, LeftOut, decisions_csv, index_page, log_csv
from coauthor.language import Catalogue
from coauthor.workspace.archiving.describing import measured
from coauthor.workspace.batch import Progress, Report, quiet, write_all
from coauthor.workspace.building import built, free, put
from coauthor.workspace.exporting import specification
from coauthor.workspace.pictures import among
from coauthor.workspace.rooms.doubts import Inside, find_doubts
from coauthor.workspace.woo.gathering import (
    Public,
    known_inside,
    left_behind,
    public_decisions,
    public_documents,
)
from coauthor.workspace.workspace import Workspace, open_workspace

FORMATS = ("pdf", "html", "csv")
"""In what a document is made public: to read and keep, to read on a screen, and as data."""

MANIFEST = "manifest-sha256.txt"
SECRETS = frozenset(
    """
    comment tracked-change author person mail phone internal-path internal-link
    external-connection macro embedded hidden-sheet hidden-row hidden-column hidden-text
    custom-data
    """.split()
)
"""Rules of the publication check that tell of what may not be public; others are of quality."""

SEEN = {"path": ("internal-path", "internal-link"), "html": ("hidden-text",)}
"""Rules that a person has looked at together with a kind of doubt of another name."""

_CHECKED = (".pdf", ".html", ".csv", ".json")
_MEDIA = {".pdf": "application/pdf", ".html": "text/html", ".csv": "text/csv"}


@dataclass(frozen=True, slots=True)
class Made:
    """A Woo package that was made.

    Args:
        files: paths in the package.
        notes: what the publication check leaves for a person to judge, by path.
        left: what was left out.
        lacks: what the metadata should say and nobody said.
    """

    path: Path
    files: tuple[str, ...]
    documents: tuple[str, ...]
    decisions: tuple[Decision, ...]
    left: tuple[LeftOut, ...]
    notes: tuple[tuple[str, Finding], ...] = ()
    lacks: tuple[str, ...] = ()


def make_public(
    workspace: Workspace,
    names: Sequence[str],
    output: Path,
    *,
    when: datetime,
    language: str = "nl",
    version_id: str = "",
    category: str = "",
    hide: bool = False,
    seen: Collection[str] = (),
    memos: bool = True,
    style: str = "",
    report: Report = quiet,
    aside: Path | None = None,
) -> Made:
    """Make a package of what of documents is public, and a log of what was left out.

    Args:
        names: of the documents.
        output: a zip file, by its name, or a folder that is empty or not there yet.
        category: of the information, as the Woo calls it; for the metadata.
        hide, seen, memos: see `coauthor.workspace.woo.gathering.public_documents`.
        style: their house style, as of `coauthor.workspace.exporting.prepare`.
        report: is told each step; may raise `Cancelled`, which leaves nothing behind.
        aside: the folder to build in, as of `coauthor.workspace.batch.write_all`.

    Raises:
        UserError: ``woo-doubts`` while the text says what may not be public, ``woo-findings``
            when a file does after all, ``woo-cannot-hide``, ``folder-not-empty``; as
            `coauthor.workspace.rooms.outgoing.prepare`.
        OutsideFailure: a format cannot be made, or the package cannot be written.
        Cancelled: by ``report``.
    """
    output, text = free(output), Catalogue(language)
    documents = public_documents(
        workspace, names, text, version_id=version_id, hide=hide, seen=seen, memos=memos
    )
    decisions = public_decisions(workspace, documents)
    left = left_behind(workspace, documents)
    total = len(documents) * len(FORMATS) + 2
    with built(output, aside) as folder:
        paths: list[tuple[str, str]] = []
        for number, each in enumerate(documents):
            report(Progress(number * len(FORMATS), total, "woo"))
            paths += _write(workspace, each, folder, when, text, style)
        report(Progress(total - 2, total, "metadata"))
        (folder / text("woo-log-name")).write_bytes(log_csv(left, text))
        if decisions:
            (folder / text("woo-decisions-name")).write_bytes(decisions_csv(decisions, text))
        described = _described(workspace, documents, folder, category, text)
        (folder / "metadata.json").write_bytes(described)
        title = text("woo-title", organisation=workspace.settings.organisation)
        page = index_page(title, [*paths, *_beside(folder, text)], decisions, left, text)
        (folder / "index.html").write_bytes(page)
        inside = known_inside(workspace, documents)
        notes: list[tuple[str, Finding]] = []
        for path in sorted(each for each in folder.rglob("*") if each.suffix in _CHECKED):
            report(Progress(total - 1, total, "check"))
            notes += _checked(folder, path, inside, seen, text)
        files = _sealed(folder)
        put(folder, output)
    report(Progress(total, total))
    lacks = () if category else ("category",)
    titles = tuple(each.title for each in documents)
    return Made(output, files, titles, decisions, left, tuple(notes), lacks)


def make_public_apart(root: Path, names: Sequence[str], output: Path, **more: object) -> Made:
    """Make a Woo package; for a process of its own (see `make_public`)."""
    return make_public(open_workspace(root), names, output, **more)  # type: ignore[arg-type]


def _write(
    workspace: Workspace,
    public: Public,
    folder: Path,
    when: datetime,
    text: Catalogue,
    style: str,
) -> list[tuple[str, str]]:
    made = specification(
        workspace,
        public.outgoing.entry,
        public.document,
        version=public.version,
        when=when,
        language=text.language,
        choice=PRESETS["market"],
        style=style,
        read=among(public.outgoing.files),
    )
    made = replace(made, title=public.title)  # the one in the settings is ours
    paths = []
    for each in write_all(made, public.name, FORMATS, folder / public.name):
        if each.error is not None:
            raise each.error
        kind = each.path.suffix.lstrip(".").upper()
        paths.append((f"{public.name}/{each.path.name}", f"{public.title} ({kind})"))
    return paths


def _beside(folder: Path, text: Catalogue) -> Iterator[tuple[str, str]]:
    for name, said in (
        (text("woo-decisions-name"), text("woo-decisions")),
        (text("woo-log-name"), text("woo-left")),
        ("metadata.json", text("woo-metadata")),
    ):
        if (folder / name).exists():
            yield name, said


def _described(
    workspace: Workspace,
    documents: Sequence[Public],
    folder: Path,
    category: str,
    text: Catalogue,
) -> bytes:
    """Return the metadata, in the words of DiWoo as far as they are known."""
    files = []
    for each in documents:
        for path in sorted((folder / each.name).iterdir()):
            digest, size = measured(path)
            files.append(
                {
                    "bestand": f"{each.name}/{path.name}",
                    "officieleTitel": each.title,
                    "creatiedatum": f"{each.outgoing.version.when:%Y-%m-%d}",
                    "versie": each.version,
                    "language": text.language,
                    "format": _MEDIA[path.suffix],
                    "omvang": size,
                    "sha256": digest,
                }
            )
    settings = workspace.settings
    values = {
        "format": 1,
        "officieleTitel": text("woo-title", organisation=settings.organisation),
        "publisher": settings.organisation,
        "informatiecategorie": category or None,
        "documenten": files,
    }
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def _checked(
    folder: Path, path: Path, inside: Inside, seen: Collection[str], text: Catalogue
) -> Iterator[tuple[str, Finding]]:
    """Yield what in a file is for a person to judge; refuse what must not leave.

    Raises:
        UserError: ``woo-findings``.
    """
    passes = {rule for kind in seen for rule in SEEN.get(kind, (kind,))}
    name = path.relative_to(folder).as_posix()
    reading = read_for_publication(path.name, path.read_bytes())
    beside = [each.name for each in path.parent.iterdir() if each != path]
    for finding in check(reading, file=path.name, beside=beside):
        if finding.rule in SECRETS and finding.rule not in passes:
            what = text(f"publication-rule-{finding.rule}")
            raise _found(name, finding.rule, what, finding.quote)
        yield name, finding
    words = read_document("\n\n".join(each.text for each in reading.pieces))
    for doubt in find_doubts(words, inside):
        if doubt.kind in {"person", "internal"} - passes:
            raise _found(name, doubt.kind, text(f"room-doubt-{doubt.kind}"), doubt.found)


def _found(path: str, rule: str, what: str, quote: str) -> UserError:
    said = " ".join(quote.split())
    return UserError("woo-findings", path=path, rule=rule, what=what, quote=said)


def _sealed(folder: Path) -> tuple[str, ...]:
    """Write the checksums; return the paths of all files."""
    paths = sorted(
        each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()
    )
    lines = [
        f"{hashlib.sha256((folder / each).read_bytes()).hexdigest()}  {each}\n" for each in paths
    ]
    (folder / MANIFEST).write_text("".join(lines), encoding="utf-8")
    return (*paths, MANIFEST)
