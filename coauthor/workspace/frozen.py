"""What is frozen in a workspace, as its records in ``decisions/`` tell.

A ``freeze`` holds the digest of the published text; each ``memo-change`` that continues
from the text before it moves that on; a ``thaw`` ends it.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from coauthor.document.reading import decode
from coauthor.errors import CoauthorError
from coauthor.history.files import digest_of
from coauthor.history.states import State
from coauthor.workspace.merging.result import Contents, Joined, Sides
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace

FREEZE, CHANGE, THAW = "freeze", "memo-change", "thaw"
FOLDER = "decisions"
_KINDS = (FREEZE, CHANGE, THAW)
_MARKS = tuple(f'kind = "{kind}"'.encode() for kind in _KINDS)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A document whose text was published.

    Args:
        record: id of the record that froze it.
        name: what the published version is called.
        digest: SHA-256 of the only text that it may be now.
        at: ISO 8601 moment at which it was frozen.
        memos: numbers of the memos that changed it since.
    """

    document: str
    record: str
    name: str
    digest: str
    at: str
    memos: tuple[int, ...] = ()

    @property
    def path(self) -> str:
        """Path of the document inside the workspace."""
        return f"documents/{self.document}.md"


def frozen_documents(root: Path) -> dict[str, Frozen]:
    """Return what is frozen in a workspace, by name of the document."""
    return _frozen(_on_disk(root))


def frozen_document(workspace: Workspace, entry: DocumentEntry) -> Frozen | None:
    """Return how a document is frozen, or None when it is not."""
    return frozen_documents(workspace.root).get(entry.name)


def memo_changes(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the numbered changes of a workspace, oldest first."""
    return ((name, each) for name, each in _on_disk(root) if each["kind"] == CHANGE)


def keep_frozen(sides: Sides, joined: Joined) -> tuple[Joined, tuple[str, ...]]:
    """Let the published text stand where a merge would change it otherwise.

    What they wrote there stays in their version, which is a part of the history.

    Returns:
        What the merge comes to, and the paths at which theirs did not come in.
    """
    before = dict(_in_state(sides.ours, sides.contents))
    if not before:
        return joined, ()
    state = dict(joined.state)
    for name in before:  # a record is never changed or taken away
        path = f"{FOLDER}/{name}.toml"
        state[path] = sides.ours[path]
    records = {**dict(_in_state(state, sides.contents)), **before}
    held: list[str] = []
    for frozen in _frozen(sorted(records.items())).values():
        file = state.get(frozen.path)
        if file is not None and digest_of(sides.data(file)) == frozen.digest:
            continue
        if frozen.path in sides.ours:
            state[frozen.path] = sides.ours[frozen.path]
            held.append(frozen.path)
    if not held and state == dict(joined.state):
        return joined, ()
    questions = tuple(each for each in joined.questions if each.path not in held)
    return replace(joined, state=dict(sorted(state.items())), questions=questions), tuple(held)


def _frozen(records: Iterable[tuple[str, dict[str, Any]]]) -> dict[str, Frozen]:
    listed = list(records)
    ended = {str(each.get("freeze", "")) for _, each in listed if each["kind"] == THAW}
    found: dict[str, Frozen] = {}
    for name, each in listed:
        if each["kind"] == FREEZE and name not in ended:
            document, digest = str(each.get("document", "")), str(each.get("digest", ""))
            found[document] = Frozen(
                document, name, str(each.get("called", "")), digest, str(each.get("at", ""))
            )
    return {name: _followed(each, listed) for name, each in found.items()}


def _followed(frozen: Frozen, records: Iterable[tuple[str, dict[str, Any]]]) -> Frozen:
    """Follow the changes from text to text; one that does not continue changes nothing."""
    steps = {
        str(each.get("before", "")): each
        for _, each in records
        if each["kind"] == CHANGE and each.get("document") == frozen.document
    }
    seen: set[str] = set()
    while (step := steps.get(frozen.digest)) and frozen.digest not in seen:
        seen.add(frozen.digest)
        memo = step.get("memo", 0)
        memos = (*frozen.memos, memo) if isinstance(memo, int) else frozen.memos
        frozen = replace(frozen, digest=str(step.get("digest", "")), memos=memos)
    return replace(frozen, memos=tuple(dict.fromkeys(frozen.memos)))


def _on_disk(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((root / FOLDER).glob("*.toml")):
        try:
            data = path.read_bytes()
        except OSError:
            continue
        if values := _read(data):
            yield path.stem, values


def _in_state(state: State, contents: Contents) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, file in sorted(state.items()):
        if path.startswith(f"{FOLDER}/") and path.endswith(".toml"):
            try:
                values = _read(contents.read(file.id))
            except CoauthorError:
                continue
            if values:
                yield path.removeprefix(f"{FOLDER}/").removesuffix(".toml"), values


def _read(data: bytes) -> dict[str, Any]:
    """Return a record of ours; most records are others, which need not be parsed."""
    if not any(mark in data for mark in _MARKS):
        return {}
    try:
        values = tomllib.loads(decode(data))
    except ValueError:
        return {}
    return values if values.get("kind") in _KINDS else {}
