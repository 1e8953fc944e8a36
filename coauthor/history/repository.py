"""Versions of a workspace: an ordinary git repository behind plain words.

A version is a commit on the branch that is checked out; a name is an annotated
tag. Bytes go in and out untouched: no line ending is ever converted.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import pygit2
from pygit2.enums import FileMode, FileStatus, RepositoryState

from coauthor.errors import OutsideFailure, UserError
from coauthor.history.crediting import credit_trailers
from coauthor.history.files import TEMPORARY, failure
from coauthor.history.naming import RELEASE, TAGS, Name, name_of, tag_for, tag_message
from coauthor.history.trailers import ORGANISATION, Trailers, with_trailers
from coauthor.history.trust.names import create_tag
from coauthor.history.trust.signing import create_commit, speaks_for
from coauthor.history.version import Author, Version, version_of
from coauthor.history.walk import Walk

__all__ = ["Author", "Busy", "Name", "Repository", "Version", "Walk"]

BRANCH = "main"
ANONYMOUS_MAIL = "onbekend@coauthor.invalid"
"""Git wants an address; no real one is kept unless the person gives it."""


class Busy(StrEnum):
    """What another program has begun in the repository and not finished."""

    NOTHING = ""
    MERGE = "merge"
    REBASE = "rebase"
    OTHER = "other"


_BUSY = {
    RepositoryState.NONE: Busy.NOTHING,
    RepositoryState.MERGE: Busy.MERGE,
    RepositoryState.REBASE: Busy.REBASE,
    RepositoryState.REBASE_INTERACTIVE: Busy.REBASE,
    RepositoryState.REBASE_MERGE: Busy.REBASE,
}


class Repository:
    """The history of one workspace."""

    def __init__(self, git: pygit2.Repository) -> None:
        self._git = git
        self.before_version: Callable[[], None] | None = None
        """Called before the folder is saved as a version; refuses it by raising."""

    @classmethod
    def create(cls, root: Path) -> "Repository":
        """Begin the history of a folder.

        Raises:
            OutsideFailure: ``disk-failed``.
        """
        repository = cls.begin(root)
        with _translated(root):
            (root / ".gitattributes").write_text("* -text\n", encoding="utf-8")
        return repository

    @classmethod
    def begin(cls, root: Path) -> "Repository":
        """Begin a history without any file, to be filled with somebody else's versions.

        Raises:
            OutsideFailure: ``disk-failed``.
        """
        with _translated(root):
            git = pygit2.init_repository(str(root), initial_head=BRANCH)
            # A reader's settings must not rewrite line endings or names.
            git.config["core.autocrlf"] = "false"
            git.config["core.precomposeunicode"] = "true"
        return cls(git)

    @classmethod
    def open(cls, root: Path) -> "Repository":
        """Open the history of a workspace.

        Raises:
            UserError: ``no-history`` when the folder has none.
            OutsideFailure: ``disk-failed``.
        """
        # The person chose this folder; who owns it on a shared drive says nothing.
        pygit2.option(pygit2.enums.Option.SET_OWNER_VALIDATION, 0)
        if not (root / ".git").exists():
            raise UserError("no-history", path=str(root))
        with _translated(root):
            return cls(pygit2.Repository(str(root)))

    @property
    def git(self) -> pygit2.Repository:
        """The git repository itself, for the other modules of this layer only."""
        return self._git

    @property
    def branch(self) -> str:
        """The line of versions that is written on; :data:`BRANCH` where there is none."""
        target = self._git.lookup_reference("HEAD").target
        name = target if isinstance(target, str) else ""
        return name.removeprefix("refs/heads/") or BRANCH

    def guarded(self) -> contextlib.AbstractContextManager[None]:
        """Raise failures of git and the system inside as our own."""
        return _translated(self._root)

    @staticmethod
    def signature(author: Author, when: datetime) -> pygit2.Signature:
        """Return an author at a moment as git writes it."""
        return _signature(author, when)

    @property
    def private_folder(self) -> Path:
        """A folder inside the workspace that is no part of any version."""
        return Path(self._git.path) / "coauthor"

    def state(self) -> Busy:
        """Tell what another program has begun here and not finished."""
        return _BUSY.get(RepositoryState(self._git.state()), Busy.OTHER)

    # -- writing -----------------------------------------------------------

    def commit(self, message: str, author: Author, when: datetime) -> Version:
        """Save everything in the folder as a version.

        Raises:
            UserError: ``repository-busy`` in the middle of another program's
                merge; ``nothing-new`` when nothing changed since the last version.
            OutsideFailure: ``disk-failed`` or ``disk-full``; no version was made.
        """
        self._refuse_busy()
        if self.before_version is not None:
            self.before_version()
        with _translated(Path(self._git.workdir)):
            index = self._git.index
            index.read(True)
            new: list[str] = []
            for path, status in self._git.status(untracked_files="all").items():
                if status & FileStatus.IGNORED or _is_being_written(path):
                    continue
                if status & FileStatus.WT_DELETED:
                    index.remove(path)
                elif status & ~FileStatus.CURRENT and (self._root / path).exists():
                    index.add(self._entry(path))
                    new.append(path)
            tree = index.write_tree()
            if not self._git.head_is_unborn and self._head().tree.id == tree:
                raise UserError("nothing-new")
            credited = credit_trailers(self._root, new)
            version = self._commit_tree(tree, message, author, when, credited)
            index.write()
        return version

    def commit_content(
        self, files: Mapping[str, bytes], message: str, author: Author, when: datetime
    ) -> Version:
        """Save given bytes as a version, without touching the files in the folder.

        For keeping a text that was changed from outside, before ours goes over it.
        """
        self._refuse_busy()
        with _translated(Path(self._git.workdir)):
            index = pygit2.Index()
            if not self._git.head_is_unborn:
                index.read_tree(self._head().tree)
            for path, data in files.items():
                blob = self._git.create_blob(data)
                index.add(pygit2.IndexEntry(path, blob, FileMode.BLOB))
            tree = index.write_tree(self._git)
            return self._commit_tree(tree, message, author, when)

    def name(self, version_id: str, name: str, message: str, author: Author) -> None:
        """Give a version a name for good.

        Raises:
            UserError: ``name-taken`` or ``name-unfit``.
        """
        if not pygit2.reference_is_valid_name(f"refs/tags/{name}"):
            raise UserError("name-unfit", name=name)
        if name in self.names():
            raise UserError("name-taken", name=name)
        with _translated(Path(self._git.workdir)):
            signature = _signature(author, datetime.now(UTC).astimezone())
            create_tag(self._git, name, pygit2.Oid(hex=version_id), signature, message)

    def give_name(
        self,
        version_id: str,
        text: str,
        author: Author,
        when: datetime,
        *,
        digests: Mapping[str, str] | None = None,
    ) -> Name:
        """Call a version something, in any words; with ``digests`` it is frozen.

        Raises:
            UserError: ``name-taken``, ``name-unfit`` or ``no-such-version``.
        """
        text = " ".join(text.split())
        if not text or text.startswith(RELEASE):
            raise UserError("name-unfit", name=text)
        if text in self.names():
            raise UserError("name-taken", name=text)
        commit = self._commit(version_id)
        tag = tag_for(text, str(commit.id), author, when)
        with _translated(Path(self._git.workdir)):
            said = tag_message(text, author, digests)
            signature = _signature(author, when)
            create_tag(self._git, tag, commit.id, signature, said)
        return next(name for name in self.all_names() if name.tag == tag)

    # -- reading -----------------------------------------------------------

    def versions(self, path: str | None = None) -> Iterator[Version]:
        """Yield versions, newest first; with ``path`` those that changed it.

        Compares the identity of the content, so unchanged versions cost nothing.
        """
        walk = self.walk()
        yield from walk.everything() if path is None else walk.changing(path)

    def version(self, version_id: str) -> Version:
        """Return a version by its id, a name, or the beginning of an id.

        Raises:
            UserError: ``no-such-version``.
        """
        commit = self._commit(version_id)
        return version_of(commit, self._names_by_id().get(str(commit.id), ()))

    def read(self, version_id: str, path: str) -> bytes:
        """Return a file as it was in a version.

        Raises:
            UserError: ``no-such-version`` or ``not-in-version``.
        """
        blob = _blob(self._commit(version_id).tree, path)
        if blob is None:
            raise UserError("not-in-version", path=path)
        return blob.data

    def content_id(self, version_id: str, path: str) -> str:
        """Return what identifies the content of a file in a version, or ''."""
        blob = _blob(self._commit(version_id).tree, path)
        return "" if blob is None else str(blob.id)

    def paths(self, version_id: str) -> list[str]:
        """Return the paths of all files in a version."""
        index = pygit2.Index()
        index.read_tree(self._commit(version_id).tree)
        return [entry.path for entry in index]

    def walk(self) -> Walk:
        """Begin to read the history in order; names given later are not seen by it."""
        return Walk(self._git, self._names_by_id())

    def names(self) -> dict[str, Version]:
        """Return the named versions by name."""
        return {name.text: version_of(commit, (name.text,)) for name, commit in self._tags()}

    def all_names(self) -> tuple[Name, ...]:
        """Return every name that was given, with its kind and what it is bound to."""
        return tuple(name for name, _ in self._tags())

    def last(self) -> Version | None:
        """Return the newest version, or None."""
        return next(self.versions(), None)

    def changed_paths(self) -> list[str]:
        """Return the files that differ from the newest version."""
        status = self._git.status(untracked_files="all")
        return sorted(
            path
            for path, flags in status.items()
            if not flags & FileStatus.IGNORED and not _is_being_written(path)
        )

    # -- inside ------------------------------------------------------------

    @property
    def _root(self) -> Path:
        return Path(self._git.workdir)

    def _head(self) -> pygit2.Commit:
        return self._git.head.peel(pygit2.Commit)

    def _refuse_busy(self) -> None:
        if self.state() is not Busy.NOTHING:
            raise UserError("repository-busy")

    def _entry(self, path: str) -> pygit2.IndexEntry:
        """Store a file exactly as it is, whatever filters the reader has set up."""
        file = self._root / path
        if file.is_symlink():
            blob = self._git.create_blob(str(file.readlink()).encode())
            return pygit2.IndexEntry(path, blob, FileMode.LINK)
        executable = bool(file.stat().st_mode & 0o100)
        mode = FileMode.BLOB_EXECUTABLE if executable else FileMode.BLOB
        return pygit2.IndexEntry(path, self._git.create_blob(file.read_bytes()), mode)

    def _commit_tree(
        self,
        tree: pygit2.Oid,
        message: str,
        author: Author,
        when: datetime,
        more: Trailers = (),
    ) -> Version:
        signature = _signature(author, when)
        unborn = self._git.head_is_unborn
        parents = [] if unborn else [self._head().id]
        # A detached head stays so: the version is kept and found there again.
        target = "HEAD"
        speaker = speaks_for(self._git, parents, author.organisation)
        said = with_trailers(message, [(ORGANISATION, speaker), *more])
        created = create_commit(self._git, target, signature, said, tree, parents)
        return version_of(self._git[created].peel(pygit2.Commit))

    def _commit(self, version_id: str) -> pygit2.Commit:
        wanted = [f"{TAGS}{version_id}"]
        wanted += [f"{TAGS}{name.tag}" for name, _ in self._tags() if name.text == version_id]
        for each in (*wanted, version_id):
            with contextlib.suppress(KeyError, ValueError, pygit2.GitError):
                return self._git.revparse_single(each).peel(pygit2.Commit)
        raise UserError("no-such-version", version=version_id)

    def _tags(self) -> Iterator[tuple[Name, pygit2.Commit]]:
        for reference in self._git.references:
            if reference.startswith(TAGS):
                with contextlib.suppress(KeyError, pygit2.GitError, pygit2.InvalidSpecError):
                    made = self._git[self._git.references[reference].target]
                    commit = made.peel(pygit2.Commit)
                    tag = made if isinstance(made, pygit2.Tag) else None
                    yield name_of(reference.removeprefix(TAGS), str(commit.id), tag), commit

    def _names_by_id(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name, _ in self._tags():
            found[name.version] = (*found.get(name.version, ()), name.text)
        return found


def _is_being_written(path: str) -> bool:
    """Tell whether a file is the half of a write, or what a crash left of one."""
    return path.rpartition("/")[2].startswith(TEMPORARY)


def _blob(tree: pygit2.Tree, path: str) -> pygit2.Blob | None:
    try:
        found = tree[path]
    except KeyError:
        return None
    return found if isinstance(found, pygit2.Blob) else None


def _signature(author: Author, when: datetime) -> pygit2.Signature:
    name = "".join(each for each in author.name if each not in "<>\n\r\0").strip() or "Coauthor"
    offset = when.utcoffset() or timedelta()
    seconds = int(when.timestamp())
    minutes = int(offset.total_seconds() // 60)
    return pygit2.Signature(name, author.email or ANONYMOUS_MAIL, seconds, minutes, "utf-8")


@contextlib.contextmanager
def _translated(root: Path) -> Iterator[None]:
    """Raise failures of git and the system as our own."""
    try:
        yield
    except pygit2.GitError as error:
        full = "No space left" in str(error)
        code = "disk-full" if full else "disk-failed"
        if "ermission denied" in str(error) or "Read-only" in str(error):
            code = "read-only"
        raise OutsideFailure(code, path=str(root), reason=str(error)) from error
    except OSError as error:
        raise failure(error, root) from error
