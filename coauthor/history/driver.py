"""The merge driver: plain git merges Markdown in a repository with our engine."""

import shlex
from collections.abc import Sequence
from pathlib import Path

import pygit2

from coauthor.errors import UserError
from coauthor.history.files import write_atomically

NAME = "coauthor"
PATTERN = "*.md"


def install_driver(root: Path, command: Sequence[str]) -> None:
    """Register our engine in a repository for merge, rebase and cherry-pick.

    Writes the repository's own configuration and ``.git/info/attributes``; neither goes
    to others, who register it for themselves.

    Args:
        command: the words that start this program.

    Raises:
        UserError: ``no-history`` when the folder is in no repository.
        OutsideFailure: it could not be written.
    """
    found = pygit2.discover_repository(str(root)) if root.exists() else None
    if found is None:
        raise UserError("no-history", path=str(root))
    git = pygit2.Repository(found)
    called = " ".join(shlex.quote(word) for word in command)
    git.config[f"merge.{NAME}.name"] = "Coauthor: by clauses, sentences and words"
    git.config[f"merge.{NAME}.driver"] = f"{called} merge-file %O %A %B -o %A"
    _add_attribute(Path(git.path) / "info" / "attributes", f"{PATTERN} merge={NAME}")


def _add_attribute(path: Path, line: str) -> None:
    known = path.read_text(encoding="utf-8") if path.exists() else ""
    if line in known.splitlines():
        return
    path.parent.mkdir(exist_ok=True)
    gap = "" if not known or known.endswith("\n") else "\n"
    write_atomically(path, f"{known}{gap}{line}\n".encode())
