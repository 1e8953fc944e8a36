"""Writing a record down: what is said, and whose voice says it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import tomlkit

from coauthor.document.reading import encode
from coauthor.errors import OutsideFailure
from coauthor.history.files import write_atomically
from coauthor.workspace.events import voice_of
from coauthor.workspace.person import Person
from coauthor.workspace.records import DECISIONS, toml_text
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.workspace import Workspace


def record(
    workspace: Workspace,
    person: Person,
    when: datetime,
    kind: str,
    *,
    role: str = "",
    **values: str,
) -> str:
    """Write a record down; returns its name."""
    name = new_ulid()
    keep_values(workspace, name, values_of(workspace, person, when, kind, role=role, **values))
    return name


def values_of(
    workspace: Workspace,
    person: Person,
    when: datetime,
    kind: str,
    *,
    role: str = "",
    **values: str,
) -> dict[str, Any]:
    """Return the values of a record: what is said, and whose voice says it, never a name."""
    voice = voice_of(workspace, person)
    found: dict[str, Any] = {"format": 1, "kind": kind}
    found |= {key: toml_text(value) for key, value in values.items() if value}
    said = {"organisation": voice.organisation, "role": voice.role or role, "by": voice.by}
    found |= {key: value for key, value in said.items() if value}
    found["at"] = when.isoformat(timespec="seconds")
    return found


def keep_values(workspace: Workspace, name: str, values: Mapping[str, Any]) -> None:
    """Write the file of a record.

    Raises:
        OutsideFailure: it could not be written.
    """
    path = workspace.root / DECISIONS / f"{name}.toml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutsideFailure("disk-failed", path=str(path), reason=str(error)) from error
    write_atomically(path, encode(tomlkit.dumps(dict(values))))
