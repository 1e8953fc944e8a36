"""Reading, aligning, judging, typing and saving, at three sizes; parsing beside markdown-it-py."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from markdown_it import MarkdownIt

from coauthor.document.align import align
from coauthor.document.reading import decode, encode, read_document
from coauthor.history.files import write_atomically
from coauthor.lineage.locks import Policy
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.standards import StandardRelease
from tests.bench.texts import deviating_text, document_text

SIZES = (100, 1_000, 10_000)
Row = tuple[str, ...]


def timed(work: Callable[[], object], times: int = 3) -> float:
    """Return the best of some runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def growth() -> Iterator[Row]:
    """Yield a row an activity with its time at each size, in milliseconds."""
    columns = [dict(_activities(size)) for size in SIZES]
    for name in columns[0]:
        yield (name, *(f"{column[name] * 1000:.1f}" for column in columns))


def _activities(size: int) -> Iterator[tuple[str, float]]:
    data = encode(deviating_text(size))
    standard = read_document(document_text(size))
    yield "read the file", timed(lambda: read_document(decode(data)))
    document = read_document(decode(data))
    yield "align with the standard", timed(lambda: align(document, standard))
    chain = (StandardRelease("meting", "Meting", "1.0", standard),)
    entry = DocumentEntry("meting", "Meting")
    policy = Policy()

    def session() -> Session:
        return Session(entry, document, chain, policy=policy)

    yield "judge every clause", timed(session)
    opened = session()
    middle = opened.document.positions[opened.document.clauses[size // 2].uid]
    keys = iter(range(100_000))

    def type_key() -> None:
        opened.edit_body(middle, f"{document.clauses[0].body} {next(keys)}", join="bench")

    yield "one key (without painting)", timed(type_key, 20)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "meting.md"

        def save() -> None:
            type_key()
            write_atomically(path, encode(opened.document.text))

        yield "save", timed(save)


def parsing() -> Iterator[Row]:
    """Yield how long it takes to find the blocks, beside a full parse by the reference."""
    text = document_text(10_000)
    ours = timed(lambda: read_document(text))
    theirs = timed(lambda: MarkdownIt("commonmark").parse(text), 1)
    yield ("Coauthor", f"{ours:.2f}", "1.0")
    yield ("markdown-it-py, plain", f"{theirs:.2f}", f"{theirs / ours:.1f}")
