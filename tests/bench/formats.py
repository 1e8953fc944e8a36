"""5,000 clauses out and in again, beside a named peer or a bound, on the same texts in one run.

For ReqIF the peer is the library ``reqif``, which only reads and writes the file: ours also
makes a document of it. CSV and JSON are held beside what the bare modules of Python need
for the same bytes.
"""

import csv
import importlib
import importlib.util
import io
import json
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coauthor.document.model import Document
from coauthor.document.reading import read_document
from coauthor.exchange import FORMATS, Specification, readable, writable
from coauthor.exchange.parts import parts_of
from coauthor.language import Catalogue
from coauthor.lineage.share import shares
from coauthor.lineage.status import document_status
from coauthor.workspace.importing import fresh_uid
from coauthor.workspace.themes import lock_policy
from tests.bench.texts import document_text

CLAUSES = 5_000
BOUND = 10.0
"""Seconds that a format may take each way."""

HEAD = ("format", "MB", "write", "read", "peak MB", "same", "beside", "write", "read")
Row = tuple[str, ...]


def formats() -> Iterator[Row]:
    """Yield rows: format, size, seconds out and in, memory, and those of the peer."""
    document = read_document(document_text(CLAUSES))
    status = document_status(document, [], None, lock_policy())
    leaving = Specification(
        title="Meting",
        organisation="Meting",
        standard="",
        document=document,
        status=status,
        share=shares(document, status).whole,
        version="concept",
        digest="",
        when=datetime(2026, 1, 1, tzinfo=UTC),
        language="nl",
        theme_label=str,
    )
    text = Catalogue("nl")
    for name in [each for each in writable() if each in readable() and each != "md"]:
        form = FORMATS[name]
        write, data = _timed(lambda form=form: form.writer(leaving, text))
        read, back = _timed(lambda form=form, data=data: form.reader("a", data, fresh_uid))
        same = _same(back.document, document)
        del back
        tracemalloc.start()
        form.reader("a", data, fresh_uid)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        size = f"{len(data) / 1e6:.1f}"
        yield (name, size, f"{write:.1f}", f"{read:.1f}", f"{peak:.0f}", same, *_peer(name, data))


def _same(back: Document, document: Document) -> str:
    """Return 'yes', or how many of the numbers came back."""
    if parts_of(back).parts == parts_of(document).parts:
        return "yes"
    codes = {each.code for each in back.clauses} & {each.code for each in document.clauses}
    return f"{len(codes):,} numbers"


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    made = work()
    return time.perf_counter() - begun, made


def _peer(name: str, data: bytes) -> Row:
    """Return the peer with its seconds out and in; a bound where there is none."""
    if name == "json":
        read, values = _timed(lambda: json.loads(data))
        return ("json", f"{_timed(lambda: json.dumps(values))[0]:.1f}", f"{read:.1f}")
    if name.startswith("csv"):
        lines = io.StringIO(data.decode("utf-8-sig"), newline="")
        read, rows = _timed(lambda: list(csv.reader(lines, delimiter=";")))
        write, _ = _timed(lambda: csv.writer(io.StringIO()).writerows(rows))
        return ("csv", f"{write:.1f}", f"{read:.1f}")
    if name == "reqif":
        return _reqif(data)
    if name in {"docx", "odt"}:
        return _pandoc(name, data)
    if name in {"xlsx", "ods"}:
        return _openpyxl(data) if name == "xlsx" else ("bound", f"{BOUND:.0f}", f"{BOUND:.0f}")
    return ("bound", f"{BOUND:.0f}", f"{BOUND:.0f}")


def _pandoc(name: str, data: bytes) -> Row:
    if importlib.util.find_spec("pypandoc") is None:
        return ("pandoc: not installed", "", "")
    pandoc = importlib.import_module("pypandoc")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"a.{name}"
        file.write_bytes(data)
        read, text = _timed(lambda: pandoc.convert_file(str(file), "gfm"))
        made = str(Path(folder) / f"b.{name}")
        write, _ = _timed(lambda: pandoc.convert_text(text, name, "gfm", outputfile=made))
    return ("pandoc", f"{write:.1f}", f"{read:.1f}")


def _openpyxl(data: bytes) -> Row:
    if importlib.util.find_spec("openpyxl") is None:
        return ("openpyxl: not installed", "", "")
    openpyxl = importlib.import_module("openpyxl")
    read, book = _timed(lambda: openpyxl.load_workbook(io.BytesIO(data)))
    write, _ = _timed(lambda: book.save(io.BytesIO()))
    return ("openpyxl", f"{write:.1f}", f"{read:.1f}")


def _reqif(data: bytes) -> Row:
    if importlib.util.find_spec("reqif") is None:
        return ("reqif: not installed", "", "")
    parser = importlib.import_module("reqif.parser").ReqIFParser
    unparser = importlib.import_module("reqif.unparser").ReqIFUnparser
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.reqif"
        file.write_bytes(data)
        read, bundle = _timed(lambda: parser.parse(str(file)))
    write, _ = _timed(lambda: unparser.unparse(bundle))
    return ("reqif", f"{write:.1f}", f"{read:.1f}")
