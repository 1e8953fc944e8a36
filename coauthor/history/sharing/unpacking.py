"""Opening a package: it joins, or gives versions to merge; a bad one is refused whole.

Nothing of a package is believed. It is unpacked aside as a repository of its own, and
the versions are fetched from there, by which git works out the identity of every text
anew. The workspace knows them only when all of them are there.
"""

import contextlib
import errno
import hashlib
import json
import shutil
import struct
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pygit2

from coauthor.errors import CoauthorError, UserError
from coauthor.history.files import failure
from coauthor.history.graph import head, target
from coauthor.history.repository import BRANCH, Repository
from coauthor.history.sharing.asking import NobodyThere, Report, quiet
from coauthor.history.sharing.fetching import Fetched, take_up
from coauthor.history.sharing.joining import Joined, built_aside, check_out
from coauthor.history.sharing.packing import BUNDLE, FORMAT, INDEX, MANIFEST, identity
from coauthor.history.sharing.places import Address, Kind, Place
from coauthor.history.sharing.talking import Talk

RECEIVED = "refs/coauthor/received"
"""Where versions of packages are known, until they are merged."""

_MANIFEST_LIMIT = 1_000_000
_OBJECT_LIMIT = 256_000_000
"""Bytes of one text: a small package must not fill the memory or the disk."""

_TOTAL_LIMIT = 8_000_000_000
_CHUNK = 1 << 20
_OID = 40


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself, after a look at its form."""

    workspace: str
    version: str
    branch: str
    since: tuple[str, ...]
    files: dict[str, tuple[int, str]]

    @property
    def is_complete(self) -> bool:
        """Whether it can be opened without having anything."""
        return not self.since


def read_manifest(path: Path) -> Manifest:
    """Return what a package says of itself.

    Raises:
        UserError: ``package-unfit`` (no package), ``package-damaged``,
            ``package-newer`` (made by a newer program).
        OutsideFailure: the file cannot be read.
    """
    with _opened(path) as package:
        return _manifest(package, path)


def open_package(repository: Repository, path: Path, progress: Report = quiet) -> Fetched:
    """Make the versions of a package known, to be merged as after a fetch.

    Raises:
        UserError: as :func:`read_manifest`, and ``package-foreign`` (of another
            workspace), ``package-incomplete`` (lacks versions that we have not).
        OutsideFailure: ``fetch-disk-full`` and the like. In all cases nothing changed.
        Cancelled: the person stopped it.
    """
    git = repository.git
    ours = head(git)
    manifest = read_manifest(path)
    if ours is not None and identity(git, ours) != manifest.workspace:
        raise UserError("package-foreign", path=str(path))
    if any(each not in git for each in manifest.since):
        raise UserError("package-incomplete", path=str(path))
    private = repository.private_folder
    _forget_merged(git, ours)
    with _unpacked(path, private, git.path) as folder:
        return _take(repository, path, folder, manifest, progress)


def join_package(
    path: Path, folder: Path, progress: Report = quiet, *, must_hold: str = ""
) -> Joined:
    """Begin a workspace from a complete package; a failure leaves nothing behind.

    Raises:
        UserError: as :func:`open_package`, and ``folder-not-empty``,
            ``place-no-workspace``.
        OutsideFailure: as :func:`open_package`.
        Cancelled: the person stopped it.
    """
    manifest = read_manifest(path)
    if not manifest.is_complete:
        raise UserError("package-incomplete", path=str(path))
    root = folder.expanduser().absolute()
    with built_aside(root) as aside:
        repository = Repository.begin(aside)
        repository.git.set_head(f"refs/heads/{manifest.branch}")
        with _unpacked(path, repository.private_folder, "") as unpacked:
            fetched = _take(repository, path, unpacked, manifest, progress)
        version = fetched.version
        if version is None:
            raise UserError("package-damaged", path=str(path))
        check_out(repository, version.id, must_hold, str(path))
        repository.git.references.delete(f"{RECEIVED}/{version.id}")
    return Joined(root, fetched.place, version)


def _forget_merged(git: pygit2.Repository, ours: pygit2.Oid | None) -> None:
    """Forget what earlier packages held once our own version holds it."""
    for reference in list(git.references):
        version = target(git, reference) if reference.startswith(RECEIVED) else None
        if version and ours and (version == ours or git.descendant_of(ours, version)):
            git.references.delete(reference)


def _take(
    repository: Repository, path: Path, folder: Path, manifest: Manifest, progress: Report
) -> Fetched:
    place = Place(path.name, Address(Kind.FOLDER, str(folder)), is_default=False)
    talk = Talk(repository.git, place.address, NobodyThere(), progress)
    known = f"{RECEIVED}/{manifest.version}"
    try:
        fetched = take_up(repository, place, talk, manifest.branch, known, progress)
    except CoauthorError as error:
        if error.code == "place-other-workspace":
            raise UserError("package-foreign", path=str(path)) from error
        if error.code.startswith("place-"):
            raise UserError("package-damaged", path=str(path)) from error
        raise
    shown = Place(path.name, Address(Kind.FOLDER, str(path)), is_default=False)
    return Fetched(
        shown,
        fetched.version,
        "",
        fetched.count,
        fetched.to_take,
        fetched.names,
        fetched.other_names,
    )


# -- the file ----------------------------------------------------------------


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a package; whatever zipfile says of a bad file becomes one error."""
    try:
        with path.open("rb") as file:
            if not zipfile.is_zipfile(file):
                raise UserError("package-unfit", path=str(path))
            file.seek(0)
            with zipfile.ZipFile(file) as package:
                yield package
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
        KeyError,
        struct.error,
    ) as error:
        raise UserError("package-damaged", path=str(path)) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a place in the file that cannot be
            raise UserError("package-damaged", path=str(path)) from error
        raise failure(error, path) from error


def _manifest(package: zipfile.ZipFile, path: Path) -> Manifest:
    members = {each.filename: each for each in package.infolist()}
    if MANIFEST not in members:
        raise UserError("package-unfit", path=str(path))
    if members[MANIFEST].file_size > _MANIFEST_LIMIT:
        raise UserError("package-damaged", path=str(path))
    values = json.loads(package.read(MANIFEST))
    if not isinstance(values, dict) or not isinstance(values.get("format"), int):
        raise UserError("package-unfit", path=str(path))
    if values["format"] > FORMAT:
        raise UserError("package-newer", path=str(path), format=values["format"])
    try:
        manifest = _checked(values)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UserError("package-damaged", path=str(path)) from error
    # Exactly these, once each and not compressed: no bomb, and no path to anywhere.
    fits = sorted(each.filename for each in package.infolist()) == sorted(
        (MANIFEST, BUNDLE, INDEX)
    ) and all(
        each.compress_type == zipfile.ZIP_STORED and each.file_size == each.compress_size
        for each in package.infolist()
    )
    if not fits or any(members[n].file_size != size for n, (size, _) in manifest.files.items()):
        raise UserError("package-damaged", path=str(path))
    return manifest


def _checked(values: dict[str, Any]) -> Manifest:
    branch = str(values["branch"])
    ids = [values["workspace"], values["version"], *values["since"]]
    if not pygit2.reference_is_valid_name(f"refs/heads/{branch}"):
        raise ValueError(branch)
    for each in ids:
        if not isinstance(each, str) or len(each) != _OID:
            raise ValueError(each)
        int(each, 16)
    files = {
        name: (int(values["files"][name]["size"]), str(values["files"][name]["sha256"]))
        for name in (BUNDLE, INDEX)
    }
    return Manifest(ids[0], ids[1], branch, tuple(cast(list[str], values["since"])), files)


@contextlib.contextmanager
def _unpacked(path: Path, private: Path, ours: str) -> Iterator[Path]:
    """Unpack a package as a repository of its own, that may lean on ``ours``."""
    try:
        private.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="package-", dir=private))
    except OSError as error:
        raise failure(error, private) from error
    try:
        with _opened(path) as package:
            manifest = _manifest(package, path)
            for name in (BUNDLE, INDEX):
                _copy_out(package, name, folder / name, manifest.files[name], path)
        try:
            _as_repository(folder, manifest, ours)
        except (pygit2.GitError, ValueError, KeyError) as error:
            raise UserError("package-damaged", path=str(path)) from error
        yield folder / "git"
    except OSError as error:
        raise failure(error, private) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy_out(
    package: zipfile.ZipFile, name: str, target: Path, expected: tuple[int, str], path: Path
) -> None:
    size, digest = expected
    left, total = size, hashlib.sha256()
    with package.open(name) as source, target.open("wb") as output:
        while left > 0 and (data := source.read(min(_CHUNK, left))):
            left -= len(data)
            total.update(data)
            output.write(data)
    if left or total.hexdigest() != digest:
        raise UserError("package-damaged", path=str(path))


def _as_repository(folder: Path, manifest: Manifest, ours: str) -> None:
    """Make a bare repository of a bundle and its index."""
    pygit2.init_repository(str(folder / "git"), bare=True, initial_head=BRANCH)
    packs = folder / "git/objects/pack"
    packs.mkdir(exist_ok=True)
    (folder / INDEX).rename(packs / "pack-package.idx")
    with (folder / BUNDLE).open("rb") as bundle:
        references = _header(bundle)
        with (packs / "pack-package.pack").open("wb") as output:
            shutil.copyfileobj(bundle, output)
    if references.get(f"refs/heads/{manifest.branch}") != manifest.version:
        raise ValueError(manifest.branch)
    _refuse_bomb(folder / "git")
    if ours:
        alternates = folder / "git/objects/info/alternates"
        alternates.parent.mkdir(exist_ok=True)
        alternates.write_text(f"{Path(ours) / 'objects'}\n", encoding="utf-8")
    git = pygit2.Repository(str(folder / "git"))
    for reference, version in references.items():
        if reference.startswith(("refs/heads/", "refs/tags/")):
            git.references.create(reference, version)


def _header(bundle: Any) -> dict[str, str]:
    """Read past the list at the head of a bundle, and return its references."""
    if bundle.readline() != b"# v2 git bundle\n":
        raise ValueError("bundle")
    references: dict[str, str] = {}
    while (line := bundle.readline(_CHUNK)) != b"\n":
        if not line.endswith(b"\n"):
            raise ValueError("bundle")
        if not line.startswith(b"-"):
            version, _, reference = line.decode("utf-8").rstrip("\n").partition(" ")
            references[reference] = version
    return references


def _refuse_bomb(repository: Path) -> None:
    """Refuse texts that would be immense once unpacked; reads their sizes only."""
    alone = pygit2.Odb(str(repository / "objects"))
    total = 0
    for each in alone:
        _, size = alone.read_header(each)[:2]
        total += size
        if size > _OBJECT_LIMIT or total > _TOTAL_LIMIT:
            raise ValueError(size)
