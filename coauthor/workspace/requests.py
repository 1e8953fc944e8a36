"""Asking for a deviation on a locked clause: a record that waits for a decision."""

import secrets
import threading
import time
import tomllib
from datetime import datetime

import tomlkit

from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.history.files import write_atomically
from coauthor.workspace.person import Person
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ORDER = threading.Lock()
_last = 0


def ask_deviation(
    workspace: Workspace,
    entry: DocumentEntry,
    clause: Clause,
    person: Person,
    *,
    reason_class: str,
    direction: str,
    reason: str,
    risk: str,
    owner: str,
    until: str,
    when: datetime,
) -> str:
    """Write a request down and return its path inside the workspace.

    The clause stays as it is; only a decision can change that.

    Raises:
        UserError: ``reason-missing``.
        OutsideFailure: it could not be written.
    """
    if not reason.strip():
        raise UserError("reason-missing")
    record = {
        "format": 1,
        "kind": "waiver-request",
        "state": "asked",
        "document": entry.name,
        "clause": clause.uid,
        "code": clause.code,
        "reason_class": reason_class,
        "direction": direction,
        "reason": reason.strip(),
        "risk": risk,
        "owner": owner,
        "until": until,
        "organisation": workspace.settings.organisation,
        "asked_by": person.name,
        "asked_at": when.isoformat(timespec="seconds"),
    }
    path = f"decisions/{new_ulid()}.toml"
    target = workspace.root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, tomlkit.dumps(record).encode("utf-8"))
    return path


def open_requests(workspace: Workspace) -> dict[str, str]:
    """Return the clauses for which a deviation was asked and not decided, with the date.

    Files that cannot be read are passed over: they are somebody else's words.
    """
    found: dict[str, str] = {}
    for path in sorted((workspace.root / "decisions").glob("*.toml")):
        try:
            record = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if record.get("kind") == "waiver-request" and record.get("state") == "asked":
            found[str(record.get("clause", ""))] = str(record.get("asked_at", ""))[:10]
    return found


def new_ulid() -> str:
    """Return an identifier that sorts by time (https://github.com/ulid/spec).

    Within one program each sorts behind the one before it, in the same millisecond, too.
    """
    global _last  # noqa: PLW0603 (the order is the program's)
    with _ORDER:
        number = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(79)
        _last = number if number >> 80 > _last >> 80 else _last + 1
        return _ulid(_last)


def ulid_at(moment: int, chance: int) -> str:
    """Return the identifier of a moment.

    Args:
        moment: milliseconds since 1970.
        chance: 80 bits that tell it from others of the same moment.
    """
    return _ulid((moment & (1 << 48) - 1) << 80 | chance)


def _ulid(number: int) -> str:
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
