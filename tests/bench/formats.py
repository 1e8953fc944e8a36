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
        same = "yes" if parts_of(back.document).parts == parts_of(document).parts else "NO"
        del back
        tracemalloc.start()
        form.reader("a", data, fresh_uid)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        size = f"{len(data) / 1e6:.1f}"
        yield (name, size, f"{write:.1f}", f"{read:.1f}", f"{peak:.0f}", same, *_peer(name, data))


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
    return ("bound", f"{BOUND:.0f}", f"{BOUND:.0f}")


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
