"""The history: versions of one clause, and opening the timeline, over many versions.

Forty documents of fifty clauses; each version changes one clause. The peer is the
git program, asked for the same versions in its two ways: the versions that changed
lines of the clause (``log -L``), and those of the whole file (``log -- path``).
"""

import random
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from coauthor.document.reading import read_document
from coauthor.history.repository import Repository
from coauthor.history.timeline import clause_versions
from coauthor.workspace.settings import DocumentEntry, Settings, write_settings
from coauthor.workspace.timeline import PAGE, Timeline
from coauthor.workspace.workspace import open_workspace
from tests.bench.core import timed
from tests.bench.texts import WORDS, document_text

DOCUMENTS, CLAUSES, VERSIONS = 40, 50, 10_000
FOLLOWED = 3
Row = tuple[str, ...]


def build(root: Path, versions: int = VERSIONS, documents: int = DOCUMENTS) -> str:
    """Make a workspace with so many versions; returns the uid of a clause."""
    chance = random.Random(7)
    choices = WORDS.split()
    texts = {
        f"documents/hoofdstuk-{n:02d}.md": document_text(CLAUSES, seed=n) for n in range(documents)
    }
    paths = list(texts)
    Repository.create(root)
    followed = read_document(texts[paths[FOLLOWED]]).clauses[20].uid
    with subprocess.Popen(
        ["git", "-C", str(root), "fast-import", "--quiet"], stdin=subprocess.PIPE
    ) as importer:
        assert importer.stdin is not None
        importer.stdin.write(_commit(0, {**texts, "coauthor.toml": _settings(paths)}))
        for number in range(1, versions):
            importer.stdin.write(_commit(number, _changed(texts, paths, chance, choices)))
    subprocess.run(["git", "-C", str(root), "reset", "-q", "--hard"], check=True)
    return followed


def _settings(paths: list[str]) -> str:
    names = [Path(path).stem for path in paths]
    documents = tuple(DocumentEntry(name, name.capitalize()) for name in names)
    return write_settings(
        Settings(kind="group", organisation="Samen", title="Meting", documents=documents)
    )


def _changed(
    texts: dict[str, str], paths: list[str], chance: random.Random, choices: list[str]
) -> dict[str, str]:
    """Change one clause of one document, and return that document."""
    path = paths[chance.randrange(len(paths))]
    pieces = texts[path].split(" binnen {{")
    place = chance.randrange(len(pieces) - 1)
    pieces[place] += " " + chance.choice(choices)
    texts[path] = " binnen {{".join(pieces)
    return {path: texts[path]}


def _commit(number: int, files: dict[str, str]) -> bytes:
    when = 1_700_000_000 + number * 3_600
    organisation = ("Waterrijk", "Lochem", "Almelo")[number % 3]
    message = f"Versie {number + 1}\n\nOrganisation: Gemeente {organisation}".encode()
    lines = [
        b"commit refs/heads/main\n",
        f"committer Persoon {number % 9} <p@coauthor.invalid> {when} +0100\n".encode(),
        b"data %d\n%s\n" % (len(message), message),
    ]
    for path, text in files.items():
        data = text.encode()
        lines += [f"M 100644 inline {path}\n".encode(), b"data %d\n%s\n" % (len(data), data)]
    return b"".join(lines)


def history() -> Iterator[Row]:
    """Yield a row a question, with the seconds of each program and what it found."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        uid = build(root)
        path = f"documents/hoofdstuk-{FOLLOWED:02d}.md"
        clause = _timed(lambda: _clause(root, uid))
        yield _row("versions of one clause", clause, "log -L", lambda: _git_lines(root, path, uid))
        words = ("-S", uid, "--", "documents")
        yield _row("  where it came and left", clause, "log -S", lambda: _git(root, *words))
        document = _timed(lambda: _document(root, path))
        yield _row(
            "versions of one document", document, "log -- path", lambda: _git(root, "--", path)
        )
        page = _timed(lambda: _page(root))
        yield _row(
            "timeline: first page", page, "log -60 --stat", lambda: _git(root, "-60", "--stat")
        )
        every = _timed(lambda: _everything(root), 1)
        yield _row(
            "what each version changed", every, "log --stat", lambda: _git(root, "--stat"), 1
        )


def _row(
    what: str, ours: tuple[float, int], name: str, peer: Callable[[], int], times: int = 3
) -> Row:
    theirs = _timed(peer, times)
    found = f"{ours[1]:,} / {theirs[1]:,}"
    return (
        what,
        f"{ours[0]:.3f}",
        f"{name}: {theirs[0]:.3f}",
        f"{theirs[0] / ours[0]:.1f}",
        found,
    )


def _clause(root: Path, uid: str) -> int:
    return sum(1 for _ in clause_versions(Repository.open(root).walk(), uid))


def _document(root: Path, path: str) -> int:
    return sum(1 for _ in Repository.open(root).versions(path))


def _page(root: Path) -> int:
    return len(Timeline(open_workspace(root)).page(PAGE, patience=60).entries)


def _everything(root: Path) -> int:
    return sum(1 for _ in Timeline(open_workspace(root)).entries())


def _git(root: Path, *words: str) -> int:
    """Ask the git program for versions; returns how many it names."""
    command = ["git", "-C", str(root), "log", "--format=version %H", *words]
    done = subprocess.run(command, check=True, capture_output=True)
    return sum(line.startswith(b"version ") for line in done.stdout.splitlines())


def _git_lines(root: Path, path: str, uid: str) -> int:
    lines = (root / path).read_text("utf-8").splitlines()
    start = next(number for number, line in enumerate(lines, 1) if uid in line)
    return _git(root, "-s", f"-L{start},{start + 8}:{path}")


def _timed(work: Callable[[], int], times: int = 3) -> tuple[float, int]:
    """Return the best of some runs, in seconds, and what it found."""
    found = [0]
    seconds = timed(lambda: found.append(work()), times)
    return seconds, found[-1]
