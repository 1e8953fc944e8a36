"""Exports of 5,000 clauses; HTML beside StrictDoc and Doorstop, PDF beside LibreOffice, in one run.

Each format is written in a process of its own, so that its memory is its own.
"""

import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
import time
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
    """Yield rows: program and format, seconds, ratio to our HTML, memory that it took in MB.

    A program that is not installed says so.
    """
    document = read_document(document_text(CLAUSES))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _workspace(root / "ours", document)
        measured = {name: _ours(root / "ours", name) for name in writable()}
        html = measured["html"][0]
        for name, (seconds, memory) in measured.items():
            yield (f"Coauthor {name}", f"{seconds:.1f}", f"{seconds / html:.1f}", f"{memory:.0f}")
        for name, module, measure in (
            ("StrictDoc html", "strictdoc", _strictdoc),
            ("Doorstop html", "doorstop", _doorstop),
        ):
            if importlib.util.find_spec(module) is None:
                yield (name, "not installed (extra: bench)", "", "")
                continue
            seconds = measure(root, document)
            yield (name, f"{seconds:.1f}", f"{seconds / html:.1f}", "")
        if shutil.which("soffice") is None:
            yield ("LibreOffice pdf", "not installed", "", "")
            return
        seconds = _libreoffice(root)
        yield ("LibreOffice pdf", f"{seconds:.1f}", f"{seconds / html:.1f}", "")


def _workspace(root: Path, document: Document) -> None:
    when = datetime.now().astimezone()
    workspace = new_workspace(
        root, "local", "Meting", "Meting", author=Author("M"), when=when, message="Begin"
    )
    workspace.file(workspace.settings.documents[0]).write_bytes(encode(document.text))


def _ours(root: Path, name: str) -> tuple[float, float]:
    """Return seconds and MB of one format, in a process of its own so that the MB are its own."""
    command = [sys.executable, "-m", "tests.bench.export", str(root), name]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, memory = map(float, said.split())
    return seconds, memory


def main(root: str, name: str) -> None:
    """Export once and print seconds and MB; the reading of the workspace is counted in both."""
    workspace = open_workspace(Path(root))
    before = _peak()
    begun = time.perf_counter()
    output = Path(root).with_name(f"ours.{name}")
    now = datetime.now().astimezone()
    export(workspace, workspace.settings.documents[0], name, output, when=now)
    seconds = time.perf_counter() - begun
    print(seconds, _peak() - before)


def _peak() -> float:
    """Return the most memory that this program had, in MB; getrusage tells that of the caller."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


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


def _libreoffice(root: Path) -> float:
    """Return how long a tagged PDF/A-2 of our own ODT takes."""
    options = {"SelectPdfVersion": ("long", "2"), "PDFUACompliance": ("boolean", "true")}
    said = json.dumps({name: {"type": kind, "value": v} for name, (kind, v) in options.items()})
    command = ["soffice", f"-env:UserInstallation={(root / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", f"pdf:writer_pdf_Export:{said}", "--outdir", str(root / "office")]
    return _timed([*command, str(root / "ours.odt")], root)


def _timed(command: list[str], folder: Path) -> float:
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main(*sys.argv[1:])
