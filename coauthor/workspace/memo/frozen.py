"""What is frozen in a workspace on disk, and in a merge.

What records mean is `coauthor.review.memo.frozen`.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from coauthor.errors import CoauthorError
from coauthor.history.files import digest_of
from coauthor.history.states import State
from coauthor.review.memo.frozen import CHANGE, FOLDER, Frozen, frozen_by, read_record
from coauthor.workspace.merging.result import Contents, Joined, Sides
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace


def frozen_documents(root: Path) -> dict[str, Frozen]:
    """Return what is frozen in a workspace, by name of the document."""
    return frozen_by(_on_disk(root))


def frozen_document(workspace: Workspace, entry: DocumentEntry) -> Frozen | None:
    """Return how a document is frozen, or None when it is not."""
    return frozen_documents(workspace.root).get(entry.name)


def memo_changes(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the numbered changes of a workspace, oldest first."""
    return ((name, each) for name, each in _on_disk(root) if each["kind"] == CHANGE)


def keep_frozen(sides: Sides, joined: Joined) -> tuple[Joined, tuple[str, ...]]:
    """Let the published text stand where a merge would change it otherwise.

    What was written there meanwhile, by them or by us, stays in its version, which is a
    part of the history: the text may have been published while we were writing in it.

    Returns:
        What the merge comes to, and the paths at which something did not come in.
    """
    before = dict(_in_state(sides.ours, sides.contents))
    state = dict(joined.state)
    for name in before:  # a record is never changed or taken away
        path = f"{FOLDER}/{name}.toml"
        state[path] = sides.ours[path]
    records = {**dict(_in_state(state, sides.contents)), **before}
    if not records:
        return joined, ()
    held: list[str] = []
    for frozen in frozen_by(sorted(records.items())).values():
        file = state.get(frozen.path)
        if file is not None and digest_of(sides.data(file)) == frozen.digest:
            continue
        files = (sides.ours.get(frozen.path), sides.theirs.get(frozen.path))
        published = (f for f in files if f and digest_of(sides.data(f)) == frozen.digest)
        stays = next(published, files[0] if frozen.record in before else None)
        if stays is not None:
            state[frozen.path] = stays
            held.append(frozen.path)
    if not held and state == dict(joined.state):
        return joined, ()
    questions = tuple(each for each in joined.questions if each.path not in held)
    return replace(joined, state=dict(sorted(state.items())), questions=questions), tuple(held)


def _on_disk(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((root / FOLDER).glob("*.toml")):
        try:
            data = path.read_bytes()
        except OSError:
            continue
        if values := read_record(data):
            yield path.stem, values


def _in_state(state: State, contents: Contents) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, file in sorted(state.items()):
        if path.startswith(f"{FOLDER}/") and path.endswith(".toml"):
            try:
                values = read_record(contents.read(file.id))
            except CoauthorError:
                continue
            if values:
                yield path.removeprefix(f"{FOLDER}/").removesuffix(".toml"), values
