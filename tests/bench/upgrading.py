"""Going to another release, beside git merge-file on the same three texts."""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from coauthor.document.reading import encode, read_document
from coauthor.lineage.upgrade import plan_upgrade
from tests.bench.core import timed
from tests.bench.texts import deviating_text, document_text

SIZES = (100, 1_000, 10_000)
Row = tuple[str, ...]

UPGRADE_HEAD: Row = ("what", *(f"{size:,}" for size in SIZES))


def released_text(clauses: int) -> str:
    """Return the next release: every fifth clause reworded, every fiftieth gone, some new."""
    pieces = document_text(clauses).split("<!-- clause ")
    added = document_text(max(clauses // 50, 1), seed=2).split("<!-- clause ")[1:]
    for index in range(1, len(pieces), 5):
        pieces[index] = pieces[index].replace(" de inwoner ", " iedere inwoner ", 1)
        pieces[index] = pieces[index].replace(" waarom ", " waarvoor ", 1)
    kept = [piece for index, piece in enumerate(pieces) if index % 50 != 49]
    for number, piece in enumerate(added):
        kept.insert(min(20 + number * 49, len(kept)), piece.split("## ", 1)[0])
    return "<!-- clause ".join(kept)


def upgrading() -> Iterator[Row]:
    """Yield seconds and what is left for a person, ours and git's, at each size."""
    columns = [list(_measured(size)) for size in SIZES]
    for cells in zip(*columns, strict=True):
        yield (cells[0][0], *(cell for _, cell in cells))


def _measured(size: int) -> Iterator[tuple[str, str]]:
    texts = document_text(size), released_text(size), deviating_text(size)
    before, now, ours = (read_document(text) for text in texts)
    yield "Coauthor, seconds", f"{timed(lambda: plan_upgrade(before, now, ours)):.3f}"
    plan = plan_upgrade(before, now, ours)
    yield "Coauthor, places that follow", str(plan.counts.get("follows", 0))
    yield "Coauthor, both changed", str(sum(item.outcome == "asked" for item in plan.items))
    yield "Coauthor, deviations to look at", str(sum(i.outcome == "review" for i in plan.items))
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("ours", "before", "now")]
        for path, text in zip(paths, (texts[2], texts[0], texts[1]), strict=True):
            path.write_bytes(encode(text))
        command = ["git", "merge-file", "-p", *map(str, paths)]
        merged = subprocess.run(command, capture_output=True, check=False)
        seconds = timed(lambda: subprocess.run(command, capture_output=True, check=False))
        yield "git merge-file, seconds", f"{seconds:.3f}"
        yield "git merge-file, conflicts", str(merged.stdout.count(b"<<<<<<< "))
