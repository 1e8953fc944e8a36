"""Records: one small TOML file each, written once and never changed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomlkit

from coauthor.document.model import Document
from coauthor.document.reading import decode
from coauthor.document.toml import read_toml
from coauthor.history.files import write_atomically
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.transactions import Standing
from coauthor.workspace.workspace import Workspace

DECISIONS = "decisions"


class RecordFile:
    """A record, or several, as part of a step of the undo history."""

    writes_document = False

    def __init__(self, workspace: Workspace, *contents: bytes) -> None:
        folder = workspace.root / DECISIONS
        self._files = [(folder / f"{new_ulid()}.toml", data) for data in contents]

    def carry(self, document: Document, *, back: bool) -> Standing | None:  # noqa: ARG002
        """Write the records, or take them away."""
        for path, data in self._files:
            if back:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(path, data)
        return None


def records(
    root: Path, *kinds: str, folder: str = DECISIONS
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield name and values of the records of some kinds, oldest first.

    Files that cannot be read are passed over: they are somebody else's words.
    """
    for path in sorted((root / folder).glob("*.toml")):
        try:
            values = read_toml(decode(path.read_bytes()))
        except (OSError, ValueError):
            continue
        if values.get("kind") in kinds:
            yield path.stem, values


def toml_text(value: str) -> tomlkit.items.String:
    """Return a text as TOML: over several lines, where it can stand so to the letter."""
    safe = "\n" in value and all(each == "\n" or each.isprintable() for each in value)
    if safe and "'''" not in value and not value.endswith("'"):
        return tomlkit.string(value, literal=True, multiline=True)
    return tomlkit.string(value)
