"""Fetching and merging 342 small workspaces, as many as there are municipalities.

Each has one document of 60 clauses; somebody else changed three and we changed three
others. The peer is the git program on copies of the same: ``git fetch`` and ``git
merge``. Places are folders, so that no network is measured.
"""

import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from coauthor.document.changes import apply
from coauthor.document.clauses import with_body
from coauthor.document.edits import replace_block
from coauthor.document.reading import read_document
from coauthor.history.repository import Author, Repository
from coauthor.history.sharing.fetching import fetch
from coauthor.history.sharing.joining import join
from coauthor.history.sharing.places import connect, default_place
from coauthor.history.sharing.sending import send
from coauthor.workspace.settings import DocumentEntry, Settings, write_settings
from coauthor.workspace.sharing.receiving import Naming, receive
from coauthor.workspace.workspace import open_workspace
from tests.bench.texts import document_text

WORKSPACES, CLAUSES, CHANGES = 342, 60, 3
Row = tuple[str, ...]

NAMING = Naming("Eigen werk", "Samengevoegd")


def now() -> datetime:
    return datetime.now(UTC)


def receiving(count: int = WORKSPACES) -> Iterator[Row]:
    """Yield how long each takes to receive in all workspaces, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        pristine = Path(folder) / "w"
        roots = [build(pristine / str(number), number) for number in range(count)]
        # The peer gets the same work trees; the places are only read.
        copies = [Path(shutil.copytree(root, root.with_name("git"))) for root in roots]
        ours, asked = _ours(roots)
        git, conflicts = _git(copies)
        each = f"{ours / count * 1000:.0f} ms"
        yield ("Coauthor", f"{ours:.1f}", each, f"{ours / git:.2f}", str(asked))
        each = f"{git / count * 1000:.0f} ms"
        yield ("git fetch && git merge", f"{git:.1f}", each, "1", str(conflicts))


def _ours(roots: list[Path]) -> tuple[float, int]:
    asked = 0
    began = time.perf_counter()
    for root in roots:
        workspace = open_workspace(root)
        repository = workspace.repository
        fetched = fetch(repository, default_place(repository))
        assert fetched.version is not None
        received = receive(workspace, fetched.version.id, Author("Bas"), now(), NAMING)
        asked += bool(received.to_decide)
    return time.perf_counter() - began, asked


def _git(roots: list[Path]) -> tuple[float, int]:
    names = ["-c", "user.name=Bas", "-c", "user.email=b@b", "-c", "gc.auto=0"]
    conflicts = 0
    began = time.perf_counter()
    for root in roots:
        git = ["git", "-C", str(root), *names]
        subprocess.run([*git, "fetch", "-q"], check=True)
        merged = subprocess.run(
            [*git, "merge", "-q", "-m", "Samengevoegd", "origin/main"],
            check=False,
            capture_output=True,
        )
        conflicts += merged.returncode != 0
    return time.perf_counter() - began, conflicts


def build(folder: Path, seed: int) -> Path:
    """Make a place, and a workspace that has not received yet what another sent."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    other, root = folder / "ander", folder / "eigen"
    settings = Settings("local", "Waterrijk", "Proef", documents=(DocumentEntry("a", "A"),))
    repository = Repository.create(other)
    (other / "documents").mkdir()
    (other / "documents/a.md").write_text(document_text(CLAUSES, seed=seed), encoding="utf-8")
    (other / "coauthor.toml").write_text(write_settings(settings), encoding="utf-8")
    repository.commit("Begin", Author("Anna"), now())
    connect(repository, str(folder / "plek"))
    send(repository, default_place(repository))
    join(str(folder / "plek"), root)
    places = chance.sample(range(CLAUSES), CHANGES * 2)
    _change(other, places[:CHANGES], "van Anna")
    repository.commit("Anna", Author("Anna"), now())
    send(repository, default_place(repository))
    _change(root, places[CHANGES:], "van Bas")
    Repository.open(root).commit("Bas", Author("Bas"), now())
    return root


def _change(root: Path, places: list[int], words: str) -> None:
    path = root / "documents/a.md"
    document = read_document(path.read_text("utf-8"))
    for place in places:
        clause = document.clauses[place]
        index = document.positions[clause.uid]
        changed = with_body(clause, f"{clause.body} Gewijzigd {words}.")
        document = apply(document, *replace_block(document, index, changed))
    path.write_text(document.text, encoding="utf-8")
