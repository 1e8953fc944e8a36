"""The history: versions of one clause, and opening the timeline, over many versions.

Forty documents of fifty clauses; each version changes one clause. The peer is the
git program, asked for the same versions in its two ways: the versions that changed
lines of the clause (``log -L``), and those of the whole file (``log -- path``).
"""

import random
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from coauthor.document.reading import read_document
from coauthor.history.repository import Repository
from coauthor.history.timeline import change_of, clause_versions
from coauthor.workspace.settings import DocumentEntry, Settings, write_settings
from tests.bench.texts import WORDS, document_text

DOCUMENTS, CLAUSES, VERSIONS = 40, 50, 10_000
PAGE = 60
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
    followed = read_document(texts[paths[3]]).clauses[20].uid
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
    """Yield a row a question, with the seconds of each program."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        uid = build(root)
        seconds, count = _timed(lambda: _clause(root, uid))
        git_lines, git_count = _timed(lambda: _git_lines(root, uid))
        yield (
            "versions of one clause",
            f"{seconds:.2f}",
            f"git log -L: {git_lines:.2f}",
            _times(git_lines, seconds),
            f"{count} / {git_count}",
        )
        picked, picked_count = _timed(
            lambda: _git(root, "log", "--format=%H", f"-S{uid}", "--", "documents")
        )
        yield ("", "", f"git log -S: {picked:.2f}", _times(picked, seconds), f"{picked_count}")
        path, path_count = _timed(
            lambda: _git(root, "log", "--format=%H", "--", "documents/hoofdstuk-03.md")
        )
        ours, ours_count = _timed(
            lambda: sum(1 for _ in Repository.open(root).versions("documents/hoofdstuk-03.md"))
        )
        yield (
            "versions of one document",
            f"{ours:.2f}",
            f"git log -- path: {path:.2f}",
            _times(path, ours),
            f"{ours_count} / {path_count}",
        )
        first, count = _timed(lambda: _page(root))
        yield ("timeline: first page", f"{first:.3f}", "–", "–", f"{count}")


def _clause(root: Path, uid: str) -> int:
    return sum(1 for _ in clause_versions(Repository.open(root).walk(), uid))


def _page(root: Path) -> int:
    walk = Repository.open(root).walk()
    found = 0
    for version in walk.line():
        change_of(walk, version)
        found += 1
        if found == PAGE:
            break
    return found


def _git(root: Path, *words: str) -> int:
    done = subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True)
    return len(done.stdout.split())


def _git_lines(root: Path, uid: str) -> int:
    path = "documents/hoofdstuk-03.md"
    lines = (root / path).read_text("utf-8").splitlines()
    start = next(number for number, line in enumerate(lines, 1) if uid in line)
    return _git(root, "log", "-s", "--format=%H", f"-L{start},{start + 8}:{path}")


def _timed(work: "object") -> tuple[float, int]:
    start = time.perf_counter()
    count = work()  # type: ignore[operator]
    return time.perf_counter() - start, count


def _times(theirs: float, ours: float) -> str:
    return f"{theirs / ours:.1f}"


if __name__ == "__main__":
    for row in history():
        print(row)
