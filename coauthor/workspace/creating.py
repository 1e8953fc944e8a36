"""Making workspaces: empty, derived from a standard, or the shipped example."""

import shutil
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import OutsideFailure, UserError
from coauthor.history.repository import Author, Repository
from coauthor.lineage.deriving import derive
from coauthor.resources import resources
from coauthor.workspace import settings as settings_file
from coauthor.workspace.settings import (
    DocumentEntry,
    Kind,
    Settings,
    StandardEntry,
    read_settings,
    slug,
    write_settings,
)
from coauthor.workspace.standards import StandardSource, digest, find_source, newest
from coauthor.workspace.workspace import Workspace, load_settings


def new_workspace(
    root: Path,
    kind: Kind,
    organisation: str,
    title: str,
    *,
    author: Author,
    when: datetime,
    message: str,
    with_document: bool = True,
) -> Workspace:
    """Make an empty workspace with one document that holds only its title.

    Args:
        with_document: False for one that is about to get its first document.

    Raises:
        UserError: ``folder-not-empty`` or ``organisation-missing``.
        OutsideFailure: the folder cannot be written; nothing is left behind.
    """
    name = slug(title) or "document"
    settings = Settings(
        kind=kind,
        organisation=_named(organisation),
        title=title,
        name=name if kind == "standard" else "",
        documents=(DocumentEntry(name, title),) if with_document else (),
    )
    text = f"---\ntitle: {_yaml(title)}\nlanguage: nl\n---\n\n# {title}\n"
    files = {f"documents/{name}.md": encode(text)} if with_document else {}
    return _make(root, settings, files, [(message, author, when)])


def derive_workspace(
    source: StandardSource,
    release: str,
    root: Path,
    organisation: str,
    *,
    author: Author,
    when: datetime,
    message: str,
) -> Workspace:
    """Make a local workspace whose documents are the standard's, word for word.

    Args:
        release: the release to derive from; '' for the newest.
        message: what the first version is called.

    Raises:
        UserError: ``no-such-release``, ``folder-not-empty`` and the like.
    """
    release = release or newest(source)
    settings, files = _derived(source, release, _named(organisation))
    return _make(root, settings, files, [(message, author, when)])


def _derived(
    source: StandardSource, release: str, organisation: str
) -> tuple[Settings, dict[str, bytes]]:
    snapshot = source.files(release)
    standard = read_settings(decode(snapshot[settings_file.FILE]))
    name = standard.name or slug(standard.title)
    entry = StandardEntry(name, standard.title, source.address, release, digest(snapshot))
    files = {f"{entry.folder}/{path}": data for path, data in snapshot.items()}
    documents: list[DocumentEntry] = []
    for each in standard.documents:
        text = read_document(decode(snapshot[each.path]))
        files[each.path] = encode(derive(text).text)
        documents.append(DocumentEntry(each.name, each.title, name, each.name))
    settings = Settings(
        kind="local",
        organisation=organisation,
        title=standard.documents[0].title if standard.documents else standard.title,
        language=standard.language,
        documents=tuple(documents),
        standards=(entry,),
    )
    return settings, files


def make_example(root: Path) -> Workspace:
    """Make the example municipality, with its history, from the shipped content."""
    folder = resources() / "example"
    plan = tomllib.loads((folder / "example.toml").read_text(encoding="utf-8"))
    source = find_source(plan["standard"])
    settings, files = _derived(source, plan["release"], plan["organisation"])
    settings = replace(settings, title=plan["title"], example=True)
    versions: list[tuple[str, Author, datetime]] = []
    steps: list[Mapping[str, bytes]] = []
    for version in plan["versions"]:
        when = version["date"]
        moment = when if isinstance(when, datetime) else datetime.fromisoformat(when)
        versions.append((version["message"], Author(version["author"]), moment))
        steps.append(_files_under(folder / str(version["folder"])))
    return _make(root, settings, {**files, **steps[0]}, versions, steps[1:])


def _files_under(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _make(
    root: Path,
    settings: Settings,
    files: Mapping[str, bytes],
    versions: list[tuple[str, Author, datetime]],
    steps: list[Mapping[str, bytes]] | None = None,
) -> Workspace:
    """Build the workspace aside and move it into place, so that a failure leaves nothing."""
    root = root.expanduser().absolute()
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise UserError("folder-not-empty", path=str(root))
    try:
        root.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{root.name}-", dir=root.parent))
    except OSError as error:
        raise OutsideFailure("read-only", path=str(root.parent)) from error
    try:
        everything = {**files, settings_file.FILE: encode(write_settings(settings))}
        repository = Repository.create(aside)
        for (message, author, when), step in zip(
            versions, [everything, *(steps or [])], strict=True
        ):
            _write_all(aside, step)
            said = replace(author, organisation=author.organisation or settings.organisation)
            repository.commit(message, said, when)
        del repository
        aside.chmod(0o755)
        aside.replace(root)
    except OSError as error:
        raise OutsideFailure("disk-failed", path=str(root), reason=str(error)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return Workspace(root, load_settings(root))


def _write_all(root: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _named(organisation: str) -> str:
    if not organisation.strip():
        raise UserError("organisation-missing")
    return organisation.strip()


def _yaml(text: str) -> str:
    """Return ``text`` as one YAML scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
