"""Beginning a history that tells nothing of the computer it began on.

Git notes in its own folder who moved a line of versions, by the settings of the person:
name and mail address. In a repository that is handed to others nothing of that may be.
"""

import contextlib
import shutil
from datetime import datetime
from pathlib import Path

import pygit2

from coauthor.history import states
from coauthor.history.graph import head
from coauthor.history.repository import BRANCH, Repository
from coauthor.history.sharing.packing import identity
from coauthor.history.states import State
from coauthor.history.trailers import ORGANISATION, with_trailers
from coauthor.history.trust.keys import KeyFile
from coauthor.history.trust.rooms import Room
from coauthor.history.trust.signing import create_commit
from coauthor.history.trust.trees import Trees
from coauthor.history.version import Author

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


def make_version(
    repository: Repository,
    state: State,
    parents: tuple[str, ...],
    message: str,
    author: Author,
    when: datetime,
    key: KeyFile | None = None,
) -> str:
    """Store a version of an organisation, on no line of versions yet; return its id.

    It carries no person's signature, for such a key is somebody's, and can be looked up.
    Only where people are listed by key it must, or nobody there would take it.

    Args:
        key: of the room, which is nobody's; None where the room does not list it.

    Raises:
        UserError: ``key-locked`` or ``key-unfit``.
    """
    git = repository.git
    with repository.guarded():
        room = Room(git, Trees(git))
        trees = [str(git[each].peel(pygit2.Commit).tree_id) for each in parents]
        people = [room.people(room.listed(tree)) for tree in trees]
        if key is None and any(each is None or each.members for each in people):
            return states.make_version(repository, state, parents, message, author, when)
        index = pygit2.Index()
        for path in sorted(state):
            index.add(pygit2.IndexEntry(path, pygit2.Oid(hex=state[path].id), state[path].mode))
        tree = index.write_tree(git)
        signature = repository.signature(author, when)
        said = with_trailers(message, [(ORGANISATION, author.organisation)])
        before = [pygit2.Oid(hex=parent) for parent in parents]
        if key is not None:
            return str(create_commit(git, None, signature, said, tree, before, key))
        return str(git.create_commit(None, signature, signature, said, tree, before))


def stand_on(repository: Repository, version_id: str) -> None:
    """Make a version the newest one of a folder that holds its files already."""
    git = repository.git
    with repository.guarded():
        git.references.create(f"refs/heads/{BRANCH}", pygit2.Oid(hex=version_id))
        git.index.read_tree(git[version_id].peel(pygit2.Tree))
        git.index.write()


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
