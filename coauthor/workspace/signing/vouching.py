"""Records that are vouched for: written by the key they name, and never changed since."""

from collections.abc import Iterator
from typing import Any

from coauthor.history.trust.keys import own_key
from coauthor.history.trust.writers import content_id, writers
from coauthor.workspace.events import people_of
from coauthor.workspace.records import DECISIONS, records
from coauthor.workspace.workspace import Workspace


def vouched_records(workspace: Workspace, *kinds: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the records of some kinds, oldest first; those that nobody vouches for left out.

    Where people are listed, a record that names a key counts only when one version
    wrote it, that very key signed that version, and the file is still what it was. One
    that is in no version yet counts for its writer, at the computer with that key. A
    record that names no key is passed on: it has no right to anything.

    Raises:
        UserError: ``people-broken``, ``key-unfit``.
        OutsideFailure: the history or the key cannot be read.
    """
    found = list(records(workspace.root, *kinds))
    if not any(values.get("by") for _, values in found) or not people_of(workspace).members:
        yield from found
        return
    wrote = writers(workspace.repository, DECISIONS)
    for name, values in found:
        by = str(values.get("by", ""))
        path = f"{DECISIONS}/{name}.toml"
        if not by:
            yield name, values
        elif path not in wrote:
            if by == own_key().fingerprint:
                yield name, values
        elif wrote[path] == ((content_id((workspace.root / path).read_bytes()), by),):
            yield name, values
