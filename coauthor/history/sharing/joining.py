"""Joining: a new workspace on this computer, begun from what others share."""

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from glob import escape
from pathlib import Path

import pygit2
from pygit2.enums import CheckoutStrategy

from coauthor.errors import UserError
from coauthor.history.files import TEMPORARY, failure
from coauthor.history.repository import BRANCH, Repository
from coauthor.history.sharing.asking import Ask, NobodyThere, Report, quiet
from coauthor.history.sharing.fetching import fetch
from coauthor.history.sharing.places import Place, connect, read_address, refuse_absent
from coauthor.history.sharing.talking import Talk, persistently
from coauthor.history.version import Version

_ABANDONED = 86_400.0
"""Seconds after which nobody is building any more."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A workspace that was begun from a place."""

    root: Path
    place: Place
    version: Version


def join(
    typed: str,
    folder: Path,
    ask: Ask | None = None,
    progress: Report = quiet,
    *,
    must_hold: str = "",
) -> Joined:
    """Begin a workspace in a new or empty folder from what a place has.

    It is built aside and moved into place, so that a failure leaves nothing behind.

    Args:
        typed: the address, as a person types it.
        must_hold: a file that the version must have to be a workspace.

    Raises:
        UserError: ``folder-not-empty``; ``place-empty``; ``place-no-workspace``; and as
            ``fetching.fetch``.
        OutsideFailure: as ``fetching.fetch``.
        Cancelled: the person stopped it.
    """
    address = read_address(typed)
    refuse_absent(address)
    asking = ask or NobodyThere()
    root = folder.expanduser().absolute()
    with built_aside(root) as aside:
        repository = Repository.begin(aside)
        talk = Talk(repository.git, address, asking, progress)
        heads = persistently(talk.heads, progress)
        # libgit2 would name the line of an empty place master, whatever the place says.
        repository.git.set_head(f"refs/heads/{heads.branch(BRANCH)}")
        place = connect(repository, typed)
        fetched = fetch(repository, place, asking, progress)
        if fetched.version is None:
            raise UserError("place-empty", place=address.text)
        check_out(repository, fetched.version.id, must_hold, address.text)
    return Joined(root, place, fetched.version)


def check_out(repository: Repository, version: str, must_hold: str, where: str) -> None:
    """Make a version the one that is written on, in a folder without any.

    Raises:
        UserError: ``place-no-workspace``.
    """
    git = repository.git
    with repository.guarded():
        if must_hold and must_hold not in git[version].peel(pygit2.Tree):
            raise UserError("place-no-workspace", place=where)
        # A link could point anywhere on this computer, and we would write through it.
        git.config["core.symlinks"] = False
        git.references.create(f"refs/heads/{repository.branch}", version)
        git.checkout(f"refs/heads/{repository.branch}", strategy=CheckoutStrategy.FORCE)


@contextlib.contextmanager
def built_aside(root: Path) -> Iterator[Path]:
    """Give a folder to build in; it becomes ``root`` when all went well.

    Raises:
        UserError: ``folder-not-empty``.
        OutsideFailure: it cannot be written there.
    """
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise UserError("folder-not-empty", path=str(root))
    made = next((each for each in reversed(root.parents) if not each.exists()), None)
    aside: Path | None = None
    try:
        root.parent.mkdir(parents=True, exist_ok=True)
        prefix = f"{TEMPORARY}{root.name}-"
        _remove_leftovers(root.parent, prefix)
        aside = Path(tempfile.mkdtemp(prefix=prefix, dir=root.parent))
        yield aside
        aside.chmod(0o755)
        if root.exists():
            root.rmdir()
        aside.rename(root)
        made = None
    except OSError as error:
        raise failure(error, root) from error
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)
        if made is not None:
            _remove_empty(made, root.parent)


def _remove_leftovers(folder: Path, prefix: str) -> None:
    """Remove what a program left that was killed while it built the same workspace."""
    for left in folder.glob(f"{escape(prefix)}*"):
        with contextlib.suppress(OSError):
            if "-" not in left.name.removeprefix(prefix) and _age(left) > _ABANDONED:
                shutil.rmtree(left, ignore_errors=True)


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime


def _remove_empty(first: Path, last: Path) -> None:
    """Remove the folders that were made on the way, from the innermost outwards."""
    for folder in (last, *last.parents):
        with contextlib.suppress(OSError):
            folder.rmdir()
        if folder == first:
            return
