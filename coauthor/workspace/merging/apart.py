"""Merging large documents in a process of its own, so that a window stays smooth.

A busy thread of Python holds up the one that draws; a process does not.
"""

import multiprocessing
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from coauthor.history import states
from coauthor.workspace.deciding.questions import QuestionLog
from coauthor.workspace.merging.common_ground import RepositoryContents, merged_states
from coauthor.workspace.merging.result import Joined, Sides, is_document
from coauthor.workspace.workspace import Workspace, open_workspace

LARGE = 300_000
"""Bytes of changed documents from which a process of its own is worth its start."""

States = tuple[states.State, states.State, states.State]


Held = Mapping[str, states.FileState | None]


def merged_apart(
    workspace: Workspace, ours: str, theirs: str, held: Held | None = None
) -> tuple[Sides, Joined]:
    """Merge two versions as `merged_states` does; large ones in another process."""
    repository = workspace.repository
    if _size(workspace, ours, theirs) < LARGE:
        return merged_states(workspace, ours, theirs, QuestionLog(repository.private_folder), held)
    context = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
            found, joined = pool.submit(_merged, workspace.root, ours, theirs, held).result()
    except BrokenProcessPool:  # out of memory, or killed: it can be done here, only less smoothly
        return merged_states(workspace, ours, theirs, QuestionLog(repository.private_folder), held)
    base, mine, yours = found
    return Sides(base, mine, yours, RepositoryContents(repository)), joined


def _merged(root: Path, ours: str, theirs: str, held: Held | None) -> tuple[States, Joined]:
    """Do the work in the other process; what it keeps goes into the same repository."""
    workspace = open_workspace(root)
    log = QuestionLog(workspace.repository.private_folder)
    sides, joined = merged_states(workspace, ours, theirs, log, held)
    return (sides.base, sides.ours, sides.theirs), joined


def _size(workspace: Workspace, ours: str, theirs: str) -> int:
    """Return the bytes of the documents that differ, as theirs has them."""
    repository = workspace.repository
    mine, yours = (states.state_of(repository, version) for version in (ours, theirs))
    changed = [file for path, file in yours.items() if is_document(path) and mine.get(path) != file]
    return sum(len(states.content(repository, file.id)) for file in changed)
