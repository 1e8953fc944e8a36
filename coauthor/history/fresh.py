"""Beginning a history that tells nothing of the computer it began on.

Git notes in its own folder who moved a line of versions, by the settings of the person:
name and mail address. In a repository that is handed to others nothing of that may be.
"""

import contextlib
import shutil
from pathlib import Path

from coauthor.history.graph import head
from coauthor.history.repository import Repository
from coauthor.history.sharing.packing import identity

_TRACES = ("logs", "hooks", "description", "COMMIT_EDITMSG", "info")


def begin_untraced(root: Path) -> Repository:
    """Begin a history in an empty folder; it keeps no log of who moved what.

    Raises:
        OutsideFailure: ``disk-failed``.
    """
    repository = Repository.begin(root)
    with repository.guarded():
        repository.git.config["core.logAllRefUpdates"] = "false"
        (root / ".gitattributes").write_text("* -text\n", encoding="utf-8")
    return repository


def remove_traces(root: Path) -> None:
    """Remove what git and its templates put beside the versions; git needs none of it."""
    for name in _TRACES:
        path = root / ".git" / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(FileNotFoundError):
                path.unlink()


def room_id(repository: Repository) -> str:
    """Return what identifies a workspace in every copy of it; '' before the first version."""
    tip = head(repository.git)
    return "" if tip is None else identity(repository.git, tip)
