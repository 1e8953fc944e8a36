"""What was found good here before, kept where nothing that is received can reach it."""

import json
from pathlib import Path

import pygit2

from coauthor.history.files import write_atomically

PINNED = "trusted.json"


def pinned(git: pygit2.Repository, where: str = "") -> str:
    """Return the version that was last found good, or ''.

    Args:
        where: the place that had it; '' for the workspace itself.
    """
    return _read(git).get(where, "")


def pin(git: pygit2.Repository, version: str, where: str = "") -> None:
    """Remember a version that was found good.

    Raises:
        OutsideFailure: it cannot be written.
    """
    values = _read(git)
    if values.get(where) == version:
        return
    path = _file(git)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps({**values, where: version}).encode("ascii"))


def lost(git: pygit2.Repository, tip: str, where: str = "") -> str:
    """Return the version that was found good before and that ``tip`` no longer holds, or ''."""
    version = pinned(git, where)
    if not version or version == tip:
        return ""
    try:
        kept = git.descendant_of(pygit2.Oid(hex=tip), pygit2.Oid(hex=version))
    except (pygit2.GitError, KeyError, ValueError):
        return version
    return "" if kept else version


def _read(git: pygit2.Repository) -> dict[str, str]:
    try:
        values = json.loads(_file(git).read_bytes())
    except (OSError, ValueError):
        return {}
    return (
        {str(key): str(value) for key, value in values.items()} if isinstance(values, dict) else {}
    )


def _file(git: pygit2.Repository) -> Path:
    return Path(git.path) / "coauthor" / PINNED
