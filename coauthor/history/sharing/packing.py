"""Packages: versions in one file, for e-mail or a USB stick.

A package is a zip file, nothing in it compressed twice, with three members:

``manifest.json``
    ``format`` (1), ``workspace`` (see :func:`identity`), ``version`` (the newest in
    it), ``branch``, ``since`` (versions the receiver must have; empty when complete),
    and size and SHA-256 of the other two.
``versions.bundle``
    a git bundle (gitformat-bundle(5), version 2), so plain git can read it, too.
``versions.idx``
    git's index of the pack in the bundle, so that no git program is needed to open it.
"""

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pygit2
from pygit2.enums import SortMode

from coauthor.errors import OutsideFailure, UserError
from coauthor.history.files import TEMPORARY, failure
from coauthor.history.graph import contents, head, names_within, walk, write_pack
from coauthor.history.repository import Repository
from coauthor.history.sharing.asking import Report, Step, quiet

FORMAT = 1
SUFFIX = ".coauthor"
MANIFEST, BUNDLE, INDEX = "manifest.json", "versions.bundle", "versions.idx"
_SIGNATURE = "# v2 git bundle\n"


@dataclass(frozen=True, slots=True)
class Packed:
    """A package that was made; ``since`` is empty when it is complete."""

    path: Path
    version: str
    count: int
    since: tuple[str, ...] = ()


def identity(git: pygit2.Repository, version: pygit2.Oid) -> str:
    """Return what identifies the workspace of a version, in every copy of it.

    It is the id of its first version: copies share it, and a workspace that derives
    from a standard has a first version of its own. Nothing has to be kept for it.
    """
    walker = git.walk(version, SortMode.TOPOLOGICAL | SortMode.REVERSE)
    walker.simplify_first_parent()
    return str(next(iter(walker)).id)


def pack(
    repository: Repository,
    path: Path,
    *,
    since: Sequence[str] = (),
    progress: Report = quiet,
) -> Packed:
    """Write our newest version and all before it as a package; a file there is replaced.

    Args:
        since: versions that the receiver has; they and all before them are left out.

    Raises:
        UserError: ``nothing-to-pack``, or ``no-such-version`` for one in ``since``.
        OutsideFailure: the file cannot be written; one that was there is as it was.
        Cancelled: the person stopped it.
    """
    git, tip = repository.git, head(repository.git)
    if tip is None:
        raise UserError("nothing-to-pack")
    bases = [pygit2.Oid(hex=repository.version(each).id) for each in since]
    new = list(walk(git, tip, *bases))
    if not new:
        raise UserError("nothing-to-pack")
    target = path.expanduser().absolute()
    with _built(target) as folder, repository.guarded():
        names = names_within(git, tip)
        everything = [*contents(git, new, bases), *_tags(git, names)]
        write_pack(git, folder, everything, progress, Step.PACKING)
        _bundle(folder, repository.branch, tip, bases, names)
        manifest = {
            "format": FORMAT,
            "workspace": identity(git, tip),
            "version": str(tip),
            "branch": repository.branch,
            "since": [str(each) for each in bases],
            "files": {name: _measure(folder / name) for name in (BUNDLE, INDEX)},
        }
        _zip(folder, manifest, target)
    return Packed(target, str(tip), len(new), tuple(map(str, bases)))


@contextlib.contextmanager
def _built(target: Path) -> Iterator[Path]:
    """Give a folder to build in beside the file that is to come; failures name the file."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=target.parent))
    except OSError as error:
        raise failure(error, target) from error
    try:
        yield folder
    except OutsideFailure as error:
        raise type(error)(error.code, **{**error.parameters, "path": str(target)}) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _tags(git: pygit2.Repository, names: dict[str, pygit2.Oid]) -> list[pygit2.Oid]:
    return [made for made in names.values() if isinstance(git[made], pygit2.Tag)]


def _bundle(
    folder: Path,
    branch: str,
    tip: pygit2.Oid,
    bases: Sequence[pygit2.Oid],
    names: dict[str, pygit2.Oid],
) -> None:
    """Make the pack a bundle: what git wrote, behind a list of what is in it."""
    (packed,) = folder.glob("pack-*.pack")
    (index,) = folder.glob("pack-*.idx")
    lines = [f"-{base} \n" for base in bases]
    lines += [f"{tip} HEAD\n", f"{tip} refs/heads/{branch}\n"]
    lines += [f"{made} {reference}\n" for reference, made in sorted(names.items())]
    with (folder / BUNDLE).open("wb") as output, packed.open("rb") as source:
        output.write("".join([_SIGNATURE, *lines, "\n"]).encode())
        shutil.copyfileobj(source, output)
    index.rename(folder / INDEX)


def _measure(path: Path) -> dict[str, int | str]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"size": path.stat().st_size, "sha256": digest}


def _zip(folder: Path, manifest: dict[str, object], target: Path) -> None:
    made = folder / "package"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as output:
        output.writestr(MANIFEST, json.dumps(manifest, indent=2))
        for name in (BUNDLE, INDEX):
            output.write(folder / name, name)
    with made.open("rb") as file:
        os.fsync(file.fileno())
    mask = os.umask(0)
    os.umask(mask)
    made.chmod(0o666 & ~mask)
    made.replace(target)
