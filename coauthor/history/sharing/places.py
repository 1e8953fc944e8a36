"""Shared places: where the versions of a workspace are exchanged.

A place is a folder (a bare git repository on a network drive), an SSH or an HTTPS
git server. It is kept as a remote in the workspace's own git settings, so plain
git knows it too.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pygit2
from pygit2.enums import RepositoryInitFlag

from coauthor.errors import CoauthorError, OutsideFailure, UserError
from coauthor.history.files import failure
from coauthor.history.repository import BRANCH, Repository

FIRST_NAME = "origin"
DEFAULT_USER = "git"
"""The account on an SSH server when none is named: what every forge uses."""

_SSH_PORT, _HTTPS_PORT = 22, 443
_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\]"
_SHORT_SSH = re.compile(rf"(?:([A-Za-z0-9._-]+)@)?({_HOST}):(?!//)([^:].*)")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_BARE = ("HEAD", "objects", "refs")


class Kind(StrEnum):
    """What kind of place; the catalogue holds ``place-<kind>``."""

    FOLDER = "folder"
    SSH = "ssh"
    HTTPS = "https"


@dataclass(frozen=True, slots=True)
class Address:
    """An address that was read; ``text`` is the form that git knows.

    ``host``, ``port`` and ``user`` are '' and 0 for a folder.
    """

    kind: Kind
    text: str
    host: str = ""
    port: int = 0
    user: str = ""

    @property
    def folder(self) -> Path:
        """The folder of a place that is one."""
        return Path(self.text)


@dataclass(frozen=True, slots=True)
class Place:
    """A shared place of a workspace under the name it has there."""

    name: str
    address: Address
    is_default: bool = True

    def known(self, branch: str) -> str:
        """Return the reference that holds what we last knew to be there."""
        return f"refs/remotes/{self.name}/{branch}"


# -- addresses ---------------------------------------------------------------


def read_address(typed: str) -> Address:
    r"""Read what a person typed: a folder, ``user@host:path``, ``ssh://`` or ``https://``.

    A password inside the address is left out: it is asked for, and kept safely.

    Raises:
        UserError: ``address-missing``, ``address-unfit``, ``address-unsafe`` (plain
            http or git), or ``address-network`` (``\\server\share`` or ``smb://`` on
            a system where a network drive has a folder of its own).
    """
    text = typed.strip().strip("\"'")
    if not text:
        raise UserError("address-missing")
    if any(ord(each) < 32 for each in text):
        raise UserError("address-unfit", address=typed.strip())
    scheme = text.partition("://")[0].lower() if "://" in text else ""
    if scheme in {"https", "ssh", "git+ssh"}:
        return _read_url(text, Kind.HTTPS if scheme == "https" else Kind.SSH)
    if scheme in {"http", "git", "ftp"}:
        raise UserError("address-unsafe", address=text)
    if scheme == "file":
        return _folder(unquote(urlsplit(text).path))
    if scheme == "smb" or (text.startswith("\\\\") and os.name != "nt"):
        raise UserError("address-network", address=text)
    if scheme or re.match(r"\w+::", text):
        raise UserError("address-unfit", address=text)
    short = _SHORT_SSH.fullmatch(text)
    if short and not _DRIVE.match(text) and not Path(text).exists():
        user, host, path = short.groups()
        user = user or DEFAULT_USER
        return Address(Kind.SSH, f"{user}@{host}:{path}", host.strip("[]"), _SSH_PORT, user)
    return _folder(text)


def _folder(text: str) -> Address:
    return Address(Kind.FOLDER, str(Path(text).expanduser().absolute()))


def _read_url(text: str, kind: Kind) -> Address:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise UserError("address-unfit", address=text) from error
    host, path = parts.hostname or "", parts.path
    if not re.fullmatch(_HOST, f"[{host}]" if ":" in host else host) or path.strip("/") == "":
        raise UserError("address-unfit", address=_without_password(text))
    user = unquote(parts.username or "") or (DEFAULT_USER if kind is Kind.SSH else "")
    if user.startswith("-"):
        raise UserError("address-unfit", address=_without_password(text))
    usual = _HTTPS_PORT if kind is Kind.HTTPS else _SSH_PORT
    shown = f"[{host}]" if ":" in host else host
    before = f"{quote(user, safe='')}@" if user else ""
    after = f":{port}" if port and port != usual else ""
    whole = f"{kind}://{before}{shown}{after}{path}"
    return Address(kind, whole, host, port or usual, user)


def _without_password(text: str) -> str:
    return re.sub(r"(://[^/@:]*):[^/@]*@", r"\1@", text)


# -- the places of a workspace -----------------------------------------------


def places(repository: Repository) -> tuple[Place, ...]:
    """Return the shared places of a workspace, the default one first."""
    found = list(_remotes(repository.git))
    chosen = _default_name(repository, [name for name, _ in found])
    listed = [Place(name, address, name == chosen) for name, address in found]
    return tuple(sorted(listed, key=lambda each: (not each.is_default, each.name)))


def default_place(repository: Repository) -> Place:
    """Return the place that is used when none is named.

    Raises:
        UserError: ``no-place`` when the workspace has none.
    """
    return find_place(repository, "")


def find_place(repository: Repository, wanted: str) -> Place:
    """Return the place with that name or address; '' for the default one.

    Raises:
        UserError: ``no-place``, or ``no-such-place``.
    """
    known = places(repository)
    if not known:
        raise UserError("no-place")
    for place in known:
        if wanted in {"", place.name, place.address.text}:
            return place
    raise UserError("no-such-place", place=wanted)


def connect(repository: Repository, typed: str, *, name: str = "") -> Place:
    """Make an address known as a place of the workspace; the first is the default.

    A folder that is absent or empty becomes a place. A server is not reached yet.

    Args:
        name: what it is called; '' chooses one.

    Raises:
        UserError: the address cannot be one, or ``place-known``,
            ``place-is-workspace``, ``place-not-empty``, ``name-unfit``.
        OutsideFailure: the folder cannot be made.
    """
    address = read_address(typed)
    known = places(repository)
    for place in known:
        if address.text == place.address.text or name == place.name:
            raise UserError("place-known", place=place.name, address=place.address.text)
    if address.kind is Kind.FOLDER:
        prepare_folder(address.folder, repository.branch)
    name = name or _free_name({place.name for place in known})
    if not pygit2.reference_is_valid_name(f"refs/remotes/{name}/x") or "/" in name:
        raise UserError("name-unfit", name=name)
    with repository.guarded():
        repository.git.remotes.create(name, address.text)
    if not known:
        choose(repository, name)
    return find_place(repository, name)


def disconnect(repository: Repository, place: Place) -> None:
    """Forget a place; the versions it gave stay, and so does the place itself."""
    with repository.guarded():
        repository.git.remotes.delete(place.name)


def choose(repository: Repository, name: str) -> None:
    """Make a place the default one, also for plain git."""
    with repository.guarded():
        config = repository.git.config
        config[f"branch.{repository.branch}.remote"] = name
        config[f"branch.{repository.branch}.merge"] = f"refs/heads/{repository.branch}"


def _remotes(git: pygit2.Repository) -> Iterator[tuple[str, Address]]:
    for remote in git.remotes:
        if remote.name and remote.url:
            try:
                yield remote.name, read_address(remote.url)
            except CoauthorError:
                continue  # plain git knows more kinds than we do; they are not ours


def _default_name(repository: Repository, names: list[str]) -> str:
    try:
        chosen = repository.git.config[f"branch.{repository.branch}.remote"]
    except KeyError:
        chosen = FIRST_NAME
    return chosen if chosen in names else next(iter(sorted(names)), "")


def _free_name(taken: set[str]) -> str:
    if not taken:
        return FIRST_NAME
    number = 2
    while f"place-{number}" in taken:
        number += 1
    return f"place-{number}"


# -- a folder as a place -----------------------------------------------------


def prepare_folder(folder: Path, branch: str = BRANCH) -> None:
    """Make a folder a place: absent or empty, it gets a bare repository as one step.

    Raises:
        UserError: ``place-is-workspace`` or ``place-not-empty``.
        OutsideFailure: ``read-only``, ``disk-full``, ``disk-failed``, or
            ``file-missing`` where the folder above it is not there.
    """
    try:
        if is_bare(folder):
            return
        refuse_unfit(folder)
        _make_bare(folder, branch)
    except OSError as error:
        if is_bare(folder):
            return  # somebody else made it in this very moment
        raise failure(error, folder) from error


def is_bare(folder: Path) -> bool:
    """Tell whether a folder is a place already."""
    return all((folder / each).exists() for each in _BARE)


def refuse_unfit(folder: Path) -> None:
    """Refuse a folder that holds something else; raises as :func:`prepare_folder`."""
    if (folder / ".git").exists() or (folder / "coauthor.toml").exists():
        raise UserError("place-is-workspace", path=str(folder))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError("place-not-empty", path=str(folder))


def _make_bare(folder: Path, branch: str) -> None:
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        flags = RepositoryInitFlag.BARE | RepositoryInitFlag.MKPATH
        git = pygit2.init_repository(str(aside / "place"), flags=flags, initial_head=branch)
        # Plain git is kept from rewriting here, too.
        git.config["receive.denyNonFastForwards"] = True
        git.config["receive.denyDeletes"] = True
        git.free()
        if folder.exists():
            (aside / "place").chmod(folder.stat().st_mode & 0o7777)
            folder.rmdir()
        (aside / "place").rename(folder)
    except pygit2.GitError as error:
        raise OutsideFailure("disk-failed", path=str(folder), reason=str(error)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def refuse_absent(address: Address) -> None:
    """Refuse a folder that is no place now.

    Raises:
        UserError: ``place-unknown``: the folder is there, but it is no place.
        OutsideFailure: ``place-unreachable``: the folder, or its drive, is not there.
    """
    if address.kind is not Kind.FOLDER or is_bare(address.folder):
        return
    if (address.folder / ".git").exists() or (address.folder / "coauthor.toml").exists():
        raise UserError("place-is-workspace", path=address.text)
    if address.folder.exists():
        raise UserError("place-unknown", place=address.text, said="")
    raise OutsideFailure("place-unreachable", place=address.text, said="")
