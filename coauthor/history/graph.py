"""Questions about versions and the lines between them, asked of git itself."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pygit2
from pygit2.enums import SortMode

from coauthor.errors import OutsideFailure
from coauthor.history.naming import TAGS
from coauthor.history.repository import Repository
from coauthor.history.sharing.asking import Progress, Report, Step
from coauthor.history.sharing.places import Place

_EVERY = 100
_TICK = 0.1


@dataclass(frozen=True, slots=True)
class Standing:
    """How we stand beside a place, by what we last knew; needs no network.

    Attributes:
        to_send: number of our versions that are not there.
        to_take: number of versions there that are not in ours.
        known: False when the place was never reached or is empty.
    """

    to_send: int
    to_take: int
    known: bool


def standing(repository: Repository, place: Place) -> Standing:
    """Tell what waits to be sent and to be taken, by what we last knew."""
    git = repository.git
    theirs = target(git, place.known(repository.branch))
    if git.head_is_unborn:
        return Standing(0, count(git, theirs, None) if theirs else 0, known=theirs is not None)
    ours = git.head.peel(pygit2.Commit).id
    if theirs is None:
        return Standing(count(git, ours, None), 0, known=False)
    ahead, behind = git.ahead_behind(ours, theirs)
    return Standing(ahead, behind, known=True)


def head(git: pygit2.Repository) -> pygit2.Oid | None:
    """Return the version that is written on, or None before the first."""
    return None if git.head_is_unborn else git.head.peel(pygit2.Commit).id


def target(git: pygit2.Repository, reference: str) -> pygit2.Oid | None:
    """Return what a reference points to, or None when there is no such reference."""
    found = git.references.get(reference)
    if found is None:
        return None
    pointed = found.resolve().target
    return pointed if isinstance(pointed, pygit2.Oid) else None


def walk(
    git: pygit2.Repository, tip: pygit2.Oid, *known: pygit2.Oid | None
) -> Iterator[pygit2.Commit]:
    """Yield the versions up to ``tip`` that the known ones do not hold, newest first."""
    walker = git.walk(tip, SortMode.TOPOLOGICAL)
    for each in known:
        if each is not None:
            walker.hide(each)
    yield from walker


def count(git: pygit2.Repository, tip: pygit2.Oid, *known: pygit2.Oid | None) -> int:
    """Return how many versions :func:`walk` gives."""
    return sum(1 for _ in walk(git, tip, *known))


def forget(git: pygit2.Repository, prefix: str) -> None:
    """Remove the references that begin with ``prefix``."""
    for reference in list(git.references):
        if reference.startswith(prefix):
            git.references.delete(reference)


def refuse_damaged(
    git: pygit2.Repository,
    tip: pygit2.Oid,
    known: list[pygit2.Oid],
    where: str,
    progress: Report,
) -> None:
    """Look whether every text of the new versions is there.

    Raises:
        OutsideFailure: ``place-damaged``.
    """
    seen: set[pygit2.Oid] = set()
    try:
        for number, commit in enumerate(walk(git, tip, *known)):
            if number % 100 == 0:
                progress(Progress(Step.CHECKING, number))
            for each in _below(git, commit.tree_id, seen):
                if each not in git:
                    raise KeyError(str(each))  # noqa: TRY301 – as git says it
    except (KeyError, pygit2.GitError) as error:
        raise OutsideFailure("place-damaged", place=where, said=str(error)) from error


def names_within(git: pygit2.Repository, tip: pygit2.Oid) -> dict[str, pygit2.Oid]:
    """Return the names of versions up to ``tip``, by reference, with what they point to."""
    bound: dict[pygit2.Oid, list[str]] = {}
    for reference in git.references:
        if reference.startswith(TAGS):
            commit = git.references[reference].peel(pygit2.Commit).id
            bound.setdefault(commit, []).append(reference)
    found: dict[str, pygit2.Oid] = {}
    for version in walk(git, tip) if bound else ():  # once, however many names there are
        for reference in bound.pop(version.id, ()):
            made = target(git, reference)
            if made is not None:
                found[reference] = made
        if not bound:
            break
    return found


def contents(
    git: pygit2.Repository, new: Sequence[pygit2.Commit], known: Sequence[pygit2.Oid]
) -> Iterator[pygit2.Oid]:
    """Yield everything that whoever has the known versions lacks of the new ones."""
    seen: set[pygit2.Oid] = set()
    for version in known:
        for _ in _below(git, git[version].peel(pygit2.Commit).tree_id, seen):
            pass
    for commit in new:
        yield commit.id
        yield from _below(git, commit.tree_id, seen)


def _below(git: pygit2.Repository, tree: pygit2.Oid, seen: set[pygit2.Oid]) -> Iterator[pygit2.Oid]:
    waiting = [tree]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        yield current
        for entry in git[current].peel(pygit2.Tree):
            if entry.type_str == "tree":
                waiting.append(entry.id)
            elif entry.type_str == "blob" and entry.id not in seen:
                seen.add(entry.id)
                yield entry.id


def write_pack(
    git: pygit2.Repository,
    folder: Path,
    wanted: Sequence[pygit2.Oid],
    progress: Report,
    step: Step,
) -> None:
    """Write objects as one pack with its index into a folder; whole, or not at all.

    libgit2 looks for what resembles what without a word, and that may take a minute.
    So it does that on a thread of its own; who stops meanwhile leaves it to itself,
    which harms nothing as long as nothing points to what it writes.
    """
    builder = pygit2.PackBuilder(git)
    builder.set_threads(0)  # as many as the machine has
    for number, each in enumerate(wanted):
        if number % _EVERY == 0:
            progress(Progress(step, number, len(wanted)))
        builder.add(each)
    failed: list[BaseException] = []

    def write() -> None:
        try:
            builder.write(str(folder))
        except (pygit2.GitError, OSError, ValueError, KeyError) as error:
            failed.append(error)

    writing = threading.Thread(target=write, daemon=True)
    writing.start()
    while writing.is_alive():
        progress(Progress(step, builder.written_objects_count, len(wanted)))
        writing.join(_TICK)
    if failed:
        raise failed[0]
