"""HTML export of 5,000 clauses beside StrictDoc and Doorstop, on the same texts in one run."""

import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from coauthor.document.model import Document
from coauthor.document.reading import encode, read_document
from coauthor.history.repository import Author
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.exporting import export
from tests.bench.texts import document_text

CLAUSES = 5_000
Row = tuple[str, ...]


def exporting() -> Iterator[Row]:
    """Yield rows: program, seconds, ratio to ours; a program that is not installed says so."""
    document = read_document(document_text(CLAUSES))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        ours = _ours(root, document)
        yield ("Coauthor", f"{ours:.1f}", "1.0")
        for name, module, measure in (
            ("StrictDoc", "strictdoc", _strictdoc),
            ("Doorstop", "doorstop", _doorstop),
        ):
            if importlib.util.find_spec(module) is None:
                yield (name, "not installed (extra: bench)", "")
                continue
            seconds = measure(root, document)
            yield (name, f"{seconds:.1f}", f"{seconds / ours:.1f}")


def _ours(root: Path, document: Document) -> float:
    when = datetime.now().astimezone()
    workspace = new_workspace(
        root / "ours", "local", "Meting", "Meting", author=Author("M"), when=when, message="Begin"
    )
    entry = workspace.settings.documents[0]
    workspace.file(entry).write_bytes(encode(document.text))
    begun = time.perf_counter()
    export(workspace, entry, "html", root / "ours.html", when=when)
    return time.perf_counter() - begun


def _strictdoc(root: Path, document: Document) -> float:
    folder = root / "strictdoc"
    folder.mkdir()
    lines = ["[DOCUMENT]", "TITLE: Meting", ""]
    for clause in document.clauses:
        lines += ["[REQUIREMENT]", f"UID: {clause.code}", f"TITLE: {clause.title}"]
        lines += ["STATEMENT: >>>", clause.body, "<<<", ""]
    (folder / "meting.sdoc").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "strictdoc.cli.main", "export", str(folder)]
    return _timed([*command, "--output-dir", str(root / "strictdoc-out")], folder)


def _doorstop(root: Path, document: Document) -> float:
    folder = root / "doorstop"
    items = folder / "reqs"
    items.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    (items / ".doorstop.yml").write_text(
        "settings:\n  digits: 5\n  prefix: MET\n  sep: ''\n", encoding="utf-8"
    )
    for number, clause in enumerate(document.clauses, start=1):
        text = clause.body.replace("\n", "\n  ")
        (items / f"MET{number:05d}.yml").write_text(
            f"active: true\nderived: false\nheader: |\n  {clause.title}\nlevel: 1.{number}\n"
            f"links: []\nnormative: true\nref: ''\nreviewed: null\ntext: |\n  {text}\n",
            encoding="utf-8",
        )
    command = [sys.executable, "-m", "doorstop.cli.main", "publish", "MET"]
    return _timed([*command, str(root / "doorstop.html")], folder)


def _timed(command: list[str], folder: Path) -> float:
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - begun
