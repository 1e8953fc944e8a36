"""Exports of 5,000 clauses beside named programs on the same text, in one run.

HTML beside StrictDoc and Doorstop, Word and OpenDocument beside pandoc, workbooks beside
openpyxl, PDF beside LibreOffice. Each is a process of its own, so that its memory is its own.
"""

import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from coauthor.document.model import Document
from coauthor.document.reading import encode, read_document
from coauthor.exchange import writable
from coauthor.history.repository import Author
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.exporting import export
from coauthor.workspace.workspace import open_workspace
from tests.bench.texts import document_text

CLAUSES = 5_000
Row = tuple[str, ...]


def exporting() -> Iterator[Row]:
    """Yield rows: program and format, seconds, how many times ours, the same for memory in MB.

    A program that is not installed says so.
    """
    document = read_document(document_text(CLAUSES))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _workspace(root / "ours", document)
        ours = [sys.executable, "-m", "tests.bench.export", str(root / "ours")]
        measured = {name: measure([*ours, name]) for name in writable()}
        for name, (seconds, memory) in measured.items():
            yield (f"Coauthor {name}", f"{seconds:.1f}", "", f"{memory:.0f}", "")
        for peer, module, beside, command in _peers(root, document):
            if importlib.util.find_spec(module) is None and shutil.which(module) is None:
                yield (peer, "not installed", "", "", "")
                continue
            seconds, memory = measure(command)
            our_seconds, our_memory = measured[beside]
            faster = f"{seconds / our_seconds:.1f} × {beside}"
            larger = f"{memory / our_memory:.1f} × {beside}"
            yield (peer, f"{seconds:.1f}", faster, f"{memory:.0f}", larger)


def _peers(root: Path, document: Document) -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield programs: what it makes, what must be installed, our format beside it, its command."""
    python = [sys.executable, "-m"]
    plain = root / "plain.md"
    plain.write_text(_plain(document), encoding="utf-8")
    yield ("StrictDoc html", "strictdoc", "html", _strictdoc(root, document))
    yield ("Doorstop html", "doorstop", "html", _doorstop(root, document))
    for name in ("html", "docx", "odt"):
        command = [*python, "tests.bench.peers", "pandoc", str(plain), str(root / f"pandoc.{name}")]
        yield (f"pandoc {name}", "pypandoc", name, command)
    rows = root / "rows.json"
    rows.write_text(json.dumps([[c.code, c.title, c.body] for c in document.clauses]))
    made = str(root / "openpyxl.xlsx")
    command = [*python, "tests.bench.peers", "openpyxl", str(rows), made]
    yield ("openpyxl xlsx (three columns)", "openpyxl", "xlsx", command)
    yield ("LibreOffice pdf", "soffice", "pdf", _libreoffice(root))


def _plain(document: Document) -> str:
    return "\n\n".join(f"### {c.code} {c.title}\n\n{c.body}" for c in document.clauses)


def _workspace(root: Path, document: Document) -> None:
    when = datetime.now().astimezone()
    workspace = new_workspace(
        root, "local", "Meting", "Meting", author=Author("M"), when=when, message="Begin"
    )
    workspace.file(workspace.settings.documents[0]).write_bytes(encode(document.text))


def measure(command: list[str]) -> tuple[float, float]:
    """Run a program to its end; return seconds and MB, those of what it started included."""
    code = (
        "import resource, subprocess, sys, time; begun = time.perf_counter();"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL,"
        " stderr=subprocess.DEVNULL); print(time.perf_counter() - begun,"
        " resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, *command], check=True, capture_output=True, text=True
    ).stdout
    seconds, memory = map(float, said.split())
    return seconds, memory


def main(root: str, name: str) -> None:
    """Export once, from the start of the program to its end, as those beside it."""
    workspace = open_workspace(Path(root))
    output = Path(root).with_name(f"ours.{name}")
    now = datetime.now().astimezone()
    export(workspace, workspace.settings.documents[0], name, output, when=now)


def _strictdoc(root: Path, document: Document) -> list[str]:
    folder = root / "strictdoc"
    folder.mkdir()
    lines = ["[DOCUMENT]", "TITLE: Meting", ""]
    for clause in document.clauses:
        lines += ["[REQUIREMENT]", f"UID: {clause.code}", f"TITLE: {clause.title}"]
        lines += ["STATEMENT: >>>", clause.body, "<<<", ""]
    (folder / "meting.sdoc").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "strictdoc.cli.main", "export", str(folder)]
    return [*command, "--output-dir", str(root / "strictdoc-out")]


def _doorstop(root: Path, document: Document) -> list[str]:
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
    command = [sys.executable, "-m", "tests.bench.peers", "doorstop", str(folder)]
    return [*command, str(root / "doorstop.html")]


def _libreoffice(root: Path) -> list[str]:
    """Return what makes a tagged PDF/A-2 of our own ODT."""
    options = {"SelectPdfVersion": ("long", "2"), "PDFUACompliance": ("boolean", "true")}
    said = json.dumps({name: {"type": kind, "value": v} for name, (kind, v) in options.items()})
    command = ["soffice", f"-env:UserInstallation={(root / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", f"pdf:writer_pdf_Export:{said}", "--outdir", str(root / "office")]
    return [*command, str(root / "ours.odt")]


if __name__ == "__main__":
    main(*sys.argv[1:])
