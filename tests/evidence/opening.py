"""Every export opened by LibreOffice without a repair, as PDF, and its pages as pictures."""

import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from coauthor.document.reading import encode
from coauthor.exchange import writable
from coauthor.history.repository import Author
from coauthor.workspace.creating import make_example, new_workspace
from tests.evidence.outside import convert, missing, pages, pictures, run
from tests.evidence.texts import hard_text, write_picture

HEAD = ("document", "format", "MB", "write s", "peak MB", "opens", "open s", "peak MB", "pages")
OFFICE = ("docx", "odt", "ods", "xlsx", "answers", "csv", "csv-comma", "html")
"""Formats that LibreOffice opens; the others are plain text or PDF already."""
Row = tuple[str, ...]


def opening(folder: Path, clauses: int) -> Iterator[Row]:
    """Yield rows: what each export weighs, took, and how it opens."""
    if how := missing("soffice", "pdftoppm", "pdfinfo"):
        yield (how,)
        return
    for name, root in workspaces(folder, clauses):
        for form in writable():
            yield (name, form, *_opened(name, root, form, folder))


def workspaces(folder: Path, clauses: int) -> Iterator[tuple[str, Path]]:
    """Yield the documents to look at: the shipped example, and one of everything, so large."""
    example, hard = folder / "example", folder / f"hard-{clauses}"
    now = datetime.now().astimezone()
    if not example.exists():
        make_example(example)
    if not hard.exists():
        made = new_workspace(
            hard, "local", "Gemeente Voorbeeld", "Moeilijk",
            author=Author("Meting"), when=now, message="Begin",
        )  # fmt: skip
        file = made.file(made.settings.documents[0])
        file.write_bytes(encode(hard_text(clauses)))
        write_picture(file.parent)
    for root in (example, hard):
        yield root.name, next((root / "documents").glob("*.md"))


def exported(document: Path, form: str, output: Path) -> tuple[float, int, str]:
    """Export through the command line; return seconds, peak in MB, and what went wrong."""
    done = run(
        sys.executable, "-m", "coauthor", "export", str(document),
        "--format", form, "-o", str(output),
    )  # fmt: skip
    return done.seconds, done.megabytes, "" if done.code == 0 else done.said.strip()[-200:]


def _opened(name: str, document: Path, form: str, folder: Path) -> Row:
    suffix = writable()[form].suffixes[0]
    out = folder / "out"
    out.mkdir(exist_ok=True)
    output = out / f"{name}-{form}{suffix}"
    seconds, peak, wrong = exported(document, form, output)
    if wrong:
        return ("", f"{seconds:.1f}", str(peak), wrong)
    row = (f"{output.stat().st_size / 1e6:.1f}", f"{seconds:.1f}", str(peak))
    if form == "pdf":
        shutil.copy(output, out / f"{output.stem}-seen.pdf")
        return (*row, "is one", "", "", _looked_at(output, folder))
    if form not in OFFICE:
        return (*row, "text", "", "", "")
    made, done = convert(output, "pdf", out)
    if made is None:
        return (*row, "NO", f"{done.seconds:.1f}", str(done.megabytes), done.said.strip()[-200:])
    return (*row, "yes", f"{done.seconds:.1f}", str(done.megabytes), _looked_at(made, folder))


def _looked_at(pdf: Path, folder: Path) -> str:
    number = pages(pdf)
    shown = folder / "pages"
    shown.mkdir(exist_ok=True)
    chosen = sorted({1, 2, 3, 4, 5, 6, number // 2, number - 1, number} & set(range(1, number + 1)))
    pictures(pdf, chosen, shown)
    return str(number)
