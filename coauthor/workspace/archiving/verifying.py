"""Telling whether an archive package is still what was handed over, and gives the same back."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coauthor.errors import CoauthorError, OutsideFailure
from coauthor.exchange.archiving.bag import DATA, Bag, Fault, bag_faults, opened
from coauthor.exchange.archiving.mdto_schema import mdto_faults, read_mdto
from coauthor.history.sharing.packing import SUFFIX
from coauthor.history.sharing.unpacking import join_package
from coauthor.workspace.archiving.describing import described_file, is_metadata
from coauthor.workspace.workspace import open_workspace

DOCUMENT, VERSION, DIGEST = "Coauthor-Document", "Coauthor-Version", "Coauthor-Text-Digest"
"""What ``bag-info.txt`` says of the document: its path, its version and its text."""

Report = Callable[[object], None]


@dataclass(frozen=True, slots=True)
class Verified:
    """What checking a package gave.

    Args:
        faults: what is wrong; () when it is what was handed over.
        lacks: what the metadata should say and does not, as paths of elements.
        files: how many files are kept in it.
        restored: the workspace in it was restored, and gave the same text back.
    """

    files: int
    faults: tuple[Fault, ...]
    lacks: tuple[str, ...]
    restored: bool
    digest: str = ""


def verify(path: Path, report: Report = lambda _: None, scratch: Path | None = None) -> Verified:
    """Check an archive package: checksums, metadata, and the text that its workspace gives.

    Args:
        path: the zip file or the folder.
        report: is told the path of each file before it is read; may raise `Cancelled`.
        scratch: where the workspace is restored for a moment, for who may be ended from
            outside and clears it then; the usual place when None.

    Raises:
        UserError: ``bag-unfit`` when it is no such package, ``bag-unsafe``.
        OutsideFailure: ``file-missing``, ``bag-unreadable``.
        Cancelled: by ``report``.
    """
    with opened(path) as bag:
        faults = list(bag_faults(bag, report))
        wrong, lacks = _metadata(bag)
        faults += wrong
        restored = list(_restoring(bag, scratch))
        info = bag.info()
        return Verified(
            files=sum(each.startswith(f"{DATA}/") for each in bag.sizes),
            faults=tuple(dict.fromkeys(faults + restored)),
            lacks=tuple(lacks),
            restored=not restored,
            digest=info.get(DIGEST, ""),
        )


def _metadata(bag: Bag) -> tuple[list[Fault], list[str]]:
    faults: list[Fault] = []
    lacks: list[str] = []
    for path in filter(is_metadata, bag.sizes):
        data = bag.read(path)
        try:
            found = mdto_faults(path, data)
        except CoauthorError:
            faults.append(Fault("metadata", path))
            continue
        lacks += sorted({each.rstrip("?") for each in found if each.endswith("?")} - set(lacks))
        wrong = [each for each in found if not each.endswith("?")]
        faults += [Fault("metadata", path, each) for each in wrong]
        about = described_file(path)
        if about:
            faults += _compared(bag, path, about, data)
    return faults, lacks


def _compared(bag: Bag, path: str, about: str, data: bytes) -> Iterator[Fault]:
    """Yield where a file is not what its metadata says."""
    said = read_mdto(path, data)
    if about not in bag.sizes:
        yield Fault("missing", about)
        return
    digest = hashlib.sha256()
    for piece in bag.chunks(about):
        digest.update(piece)
    same = said.child("checksum", "checksumWaarde").text.strip().lower() == digest.hexdigest()
    if not same or said.child("omvang").text.strip() != str(bag.sizes[about]):
        yield Fault("described", about)


def _restoring(bag: Bag, scratch: Path | None) -> Iterator[Fault]:
    """Yield what keeps the workspace in a package from giving the same text back."""
    info = bag.info()
    document, version, digest = (info.get(each, "") for each in (DOCUMENT, VERSION, DIGEST))
    packages = [each for each in bag.sizes if each.endswith(SUFFIX)]
    if not (document and version and digest) or len(packages) != 1:
        yield Fault("no-workspace")
        return
    kept = [each for each in bag.sizes if each.endswith(f"/{Path(document).name}")]
    for each in kept:
        if f"sha256:{hashlib.sha256(bag.read(each)).hexdigest()}" != digest:
            yield Fault("text", each)
    if not kept:
        yield Fault("text", document)
    try:
        text = _restored(bag, packages[0], version, document, scratch)
    except CoauthorError as error:
        yield Fault("restore", packages[0], error.code)
        return
    if f"sha256:{hashlib.sha256(text).hexdigest()}" != digest:
        yield Fault("restored-text", packages[0])


def _restored(bag: Bag, package: str, version: str, document: str, scratch: Path | None) -> bytes:
    """Return the text of a document out of the workspace that is in a package."""
    try:
        with tempfile.TemporaryDirectory(prefix="coauthor-", dir=scratch) as folder:
            file = Path(folder) / f"workspace{SUFFIX}"
            with file.open("wb") as output:
                for piece in bag.chunks(package):
                    output.write(piece)
            joined = join_package(file, Path(folder) / "restored")
            return open_workspace(joined.root).repository.read(version, document)
    except OSError as error:
        raise OutsideFailure("bag-unreadable", path=package) from error
