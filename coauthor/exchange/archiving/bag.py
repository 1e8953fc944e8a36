"""A bag: files with the checksums by which anybody can tell that they are still the same.

BagIt 1.0 (RFC 8493), with SHA-256: ``data/`` holds what is kept, ``manifest-sha256.txt`` its
checksums, ``bag-info.txt`` says what it is, and ``tagmanifest-sha256.txt`` has the checksums
of those three. A bag is a folder, or a zip file with that one folder in it.
"""

import hashlib
import re
import stat
import zipfile
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from coauthor.errors import OutsideFailure, UserError
from coauthor.exchange.workbooks import BROKEN

DATA = "data"
DECLARATION, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"

FILES, TOTAL, TEXT = 50_000, 32_000_000_000, 16_000_000
"""Most files of a bag that is checked, most bytes of all, and of one of its own lists."""

UNFOLDS = 200
"""How many times larger than its zip file a bag may be; ours stay far below that."""

_SMALL = 100_000_000
_DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(.+)")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a bag: ends ``bag-fault-<kind>``, and the file it is about."""

    kind: str
    path: str = ""
    detail: str = ""


def tag_files(
    payload: Mapping[str, tuple[str, int]],
    info: Sequence[tuple[str, str]],
    beside: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """Return the files that make a folder of files a bag.

    Args:
        payload: by the path below ``data/`` the SHA-256 and the size in bytes.
        info: labels and values of ``bag-info.txt``, besides how much is in it.
        beside: other files that stand beside ``data/``, such as an explanation.
    """
    total = sum(size for _, size in payload.values())
    said = [*info, ("Payload-Oxum", f"{total}.{len(payload)}")]
    files = {
        **(beside or {}),
        DECLARATION: _DECLARED,
        INFO: "".join(f"{label}: {' '.join(value.split())}\n" for label, value in said).encode(),
        MANIFEST: "".join(
            f"{digest}  {DATA}/{_encoded(path)}\n" for path, (digest, _) in sorted(payload.items())
        ).encode(),
    }
    files[TAG_MANIFEST] = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())
    ).encode()
    return files


def _encoded(path: str) -> str:
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _decoded(path: str) -> str:
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


@dataclass(frozen=True)
class Bag:
    """A bag that is open for reading: its files by their path, with how to read one."""

    name: str
    sizes: Mapping[str, int]
    _open: Callable[[str], IO[bytes]]

    def chunks(self, path: str) -> Iterator[bytes]:
        """Yield the bytes of a file piece by piece.

        Raises:
            OutsideFailure: ``bag-unreadable``.
        """
        try:
            with self._open(path) as file:
                while piece := file.read(_CHUNK):
                    yield piece
        except BROKEN as error:
            raise OutsideFailure("bag-unreadable", path=f"{self.name}/{path}") from error

    def read(self, path: str) -> bytes:
        """Return a small file; nothing where there is none.

        Raises:
            UserError: ``bag-unsafe`` when it is too large to be one of those.
        """
        if path not in self.sizes:
            return b""
        if self.sizes[path] > TEXT:
            raise UserError("bag-unsafe", path=self.name)
        return b"".join(self.chunks(path))

    def info(self) -> dict[str, str]:
        """Return what ``bag-info.txt`` says."""
        lines = self.read(INFO).decode("utf-8", "replace").splitlines()
        pairs = (line.partition(":") for line in lines if ":" in line)
        return {label.strip(): value.strip() for label, _, value in pairs}


@contextmanager
def opened(path: Path) -> Iterator[Bag]:
    """Open a bag, in a folder or a zip file.

    Raises:
        UserError: ``bag-unfit`` when it is none, ``bag-unsafe`` when it leads outside
            itself or is larger than anything of ours.
        OutsideFailure: ``file-missing`` when there is nothing, ``disk-failed`` when nobody
            may look there.
    """
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError as error:
        said = error.strerror or str(error)
        raise OutsideFailure("disk-failed", path=str(path), reason=said) from error
    if is_folder:
        yield _of_folder(path)
        return
    if not is_there:
        raise OutsideFailure("file-missing", path=str(path))
    try:
        with zipfile.ZipFile(path) as package:
            yield _of_zip(path, package)
    except (zipfile.BadZipFile, OSError) as error:
        raise UserError("bag-unfit", path=str(path)) from error


def _of_folder(path: Path) -> Bag:
    sizes = {}
    for each in sorted(path.rglob("*")):
        if each.is_symlink():
            raise UserError("bag-unsafe", path=str(path))
        if each.is_file():
            sizes[each.relative_to(path).as_posix()] = each.stat().st_size
    return _checked(Bag(path.name, sizes, lambda name: (path / name).open("rb")), path)


def _of_zip(path: Path, package: zipfile.ZipFile) -> Bag:
    members = [each for each in package.infolist() if not each.is_dir()]
    tops = {each.filename.partition("/")[0] for each in members}
    if len(tops) != 1:
        raise UserError("bag-unfit", path=str(path))
    (top,) = tops
    sizes: dict[str, int] = {}
    for each in members:
        name = each.filename.removeprefix(f"{top}/")
        steps = each.filename.split("/")
        if ".." in steps or "" in steps or "\\" in name or name in sizes:
            raise UserError("bag-unsafe", path=str(path))
        if stat.S_ISLNK(each.external_attr >> 16):
            raise UserError("bag-unsafe", path=str(path))
        sizes[name] = each.file_size
    if sum(sizes.values()) > _SMALL + UNFOLDS * path.stat().st_size:
        raise UserError("bag-unsafe", path=str(path))
    return _checked(Bag(top, sizes, lambda name: package.open(f"{top}/{name}")), path)


def _checked(bag: Bag, path: Path) -> Bag:
    if DECLARATION not in bag.sizes or MANIFEST not in bag.sizes:
        raise UserError("bag-unfit", path=str(path))
    if len(bag.sizes) > FILES or sum(bag.sizes.values()) > TOTAL:
        raise UserError("bag-unsafe", path=str(path))
    return bag


def bag_faults(bag: Bag, report: Callable[[str], None] = lambda _: None) -> Iterator[Fault]:
    """Yield what is wrong with a bag: files that are gone, changed, or not accounted for.

    Args:
        report: is told the path of each file before it is read; may raise `Cancelled`.

    Raises:
        OutsideFailure: as `Bag.chunks`.
        UserError: as `Bag.read`.
    """
    said = bag.read(DECLARATION).decode("utf-8", "replace").splitlines()
    if said[:2] != _DECLARED.decode().splitlines():
        yield Fault("declaration", DECLARATION)
    payload = {path for path in bag.sizes if path.startswith(f"{DATA}/")}
    listed = yield from _compared(bag, MANIFEST, report)
    yield from (Fault("extra", path) for path in sorted(payload - listed))
    if TAG_MANIFEST in bag.sizes:
        tags = yield from _compared(bag, TAG_MANIFEST, report)
        beside = set(bag.sizes) - payload - tags - {TAG_MANIFEST}
        yield from (Fault("extra", path) for path in sorted(beside))
    else:
        yield Fault("missing", TAG_MANIFEST)  # RFC 8493 asks for none, but each of ours has it
    oxum = bag.info().get("Payload-Oxum", "")
    real = f"{sum(bag.sizes[path] for path in payload)}.{len(payload)}"
    if oxum and oxum != real:
        yield Fault("oxum", INFO, f"{oxum} / {real}")


def _compared(
    bag: Bag, manifest: str, report: Callable[[str], None]
) -> Generator[Fault, None, set[str]]:
    """Yield where the files are not as a manifest says, and return the files in it."""
    listed: set[str] = set()
    for line in bag.read(manifest).decode("utf-8", "replace").splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            yield Fault("line", manifest, line[:80])
            continue
        path = _decoded(match[2])
        if path in listed:  # else a short list could ask for endless reading
            yield Fault("line", manifest, line[:80])
            continue
        listed.add(path)
        if path not in bag.sizes:
            yield Fault("missing", path)
            continue
        report(path)
        digest = hashlib.sha256()
        for piece in bag.chunks(path):
            digest.update(piece)
        if digest.hexdigest() != match[1].lower():
            yield Fault("changed", path)
    return listed
