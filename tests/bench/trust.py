"""Signing and checking 10,000 versions, beside git doing the same."""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pygit2

from coauthor.history import states
from coauthor.history.repository import Author, Repository
from coauthor.history.trust.keys import own_key
from coauthor.history.trust.verifying import verify

COUNT = 10_000
SAMPLE = 200
"""So many versions git is asked to check: it starts a program for each."""

PEOPLE = """[[organisations]]
name = "Meting"
party = "municipality"

[[people]]
key = "{key}"
organisation = "Meting"
roles = ["steward"]
"""

Row = tuple[str, ...]
T = TypeVar("T")


def trust() -> Iterator[Row]:
    """Yield a row a measure: seconds for 10,000 versions, and how many times git."""
    before = {name: os.environ.get(name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(dict.fromkeys(before, folder))
        try:
            yield from _measured(Path(folder) / "w")
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value


def _measured(root: Path) -> Iterator[Row]:
    root.mkdir()
    repository = Repository.create(root)
    (root / "people.toml").write_text(PEOPLE.format(key=own_key().public), encoding="utf-8")
    author = Author("Fatma", organisation="Meting")
    first = repository.commit("Begin", author, datetime.now(UTC)).id

    signed, tip = _timed(lambda: _line(repository, first, author))
    plain, _ = _timed(lambda: _unsigned(repository, first))
    yield ("signing", f"{signed:.1f}", f"{signed / plain:.1f} × not signing")

    checked, verdict = _timed(lambda: verify(repository.git, tip))
    assert verdict.is_good
    assert verdict.versions == COUNT + 1
    repository.git.references.create("refs/heads/main", tip, force=True)
    allowed = root.parent / "allowed"
    allowed.write_text(f"* {own_key().public}\n", encoding="utf-8")
    asked = f"log --show-signature -n {SAMPLE} --format=%G?".split()
    options = ["-c", "gpg.format=ssh", "-c", f"gpg.ssh.allowedSignersFile={allowed}"]
    command = ["git", *options, *asked]
    git, _ = _timed(lambda: subprocess.run(command, cwd=root, check=True, capture_output=True))
    whole = git * COUNT / SAMPLE
    yield ("checking", f"{checked:.1f}", f"{checked / whole:.2f} × git log --show-signature")
    walk, _ = _timed(
        lambda: subprocess.run(
            ["git", "log", "--name-status", "--format=%H"],
            cwd=root,
            check=True,
            capture_output=True,
        )
    )
    yield ("", "", f"{checked / walk:.1f} × git log --name-status (checks nothing)")


def _line(repository: Repository, first: str, author: Author) -> str:
    """Make versions that say something each, as a conversation grows."""
    state = states.state_of(repository, first)
    tip = first
    when = datetime.now(UTC)
    for number in range(COUNT):
        path = f"documents/a{number % 50}.md"
        state[path] = states.FileState(states.keep(repository, f"# {number}\n".encode()))
        tip = states.make_version(repository, state, (tip,), f"Versie {number}", author, when)
    return tip


def _unsigned(repository: Repository, first: str) -> None:
    git = repository.git
    who = pygit2.Signature("x", "x@x")
    state = states.state_of(repository, first)
    before = pygit2.Oid(hex=first)
    for number in range(COUNT):
        path = f"documents/a{number % 50}.md"
        state[path] = states.FileState(states.keep(repository, f"# {number}\n".encode()))
        index = pygit2.Index()
        for each in sorted(state):
            index.add(pygit2.IndexEntry(each, pygit2.Oid(hex=state[each].id), state[each].mode))
        tree = index.write_tree(git)
        before = git.create_commit(None, who, who, f"Versie {number}", tree, [before])


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    answer = work()
    return time.perf_counter() - began, answer
