"""Run every benchmark and print one table: ``python -m tests.bench``.

Needs the extra ``bench`` for the named peers; what is not installed is said so.
Names of parts may be given: ``python -m tests.bench growth parsing``. Real texts are
taken from beside the checkout, or for ``anchors`` from ``--texts DIR``.
"""

import sys
from collections.abc import Callable, Iterator

from tests.bench.anchors import HEAD as ANCHORS_HEAD
from tests.bench.anchors import anchors
from tests.bench.core import SIZES, growth, parsing
from tests.bench.discussion import discussion
from tests.bench.export import exporting
from tests.bench.formats import HEAD as FORMATS_HEAD
from tests.bench.formats import formats
from tests.bench.history import history
from tests.bench.lanes_bench import lanes
from tests.bench.market import MARKET_HEAD, covering
from tests.bench.matching import HEAD as MATCHING_HEAD
from tests.bench.matching import matching
from tests.bench.merging import QUALITY_HEAD, quality, speed
from tests.bench.receive import receiving
from tests.bench.rooms import ROOMS_HEAD, rooms
from tests.bench.sharing import sharing
from tests.bench.start import start
from tests.bench.trust import trust
from tests.bench.upgrading import UPGRADE_HEAD, upgrading
from tests.bench.walking_bench import walking

Row = tuple[str, ...]

PARTS: dict[str, tuple[str, Row, Callable[[], Iterator[Row]]]] = {
    "start": (
        "Cold start to the first painted window",
        ("what", "seconds", "× empty", "peak MB", "bound (2 × empty + 1 s)"),
        start,
    ),
    "matching": ("Clauses found back in another edition", MATCHING_HEAD, matching),
    "growth": (
        "Growth with the number of clauses (milliseconds, best of three)",
        ("activity", *(f"{size:,}" for size in SIZES)),
        growth,
    ),
    "lanes": (
        "The lanes: event to painted",
        ("what", "100", "1,000", "10,000"),
        lanes,
    ),
    "parsing": (
        "Finding the blocks of 10,000 clauses",
        ("parser", "seconds", "× ours"),
        parsing,
    ),
    "quality": ("Real merges, beside git merge-file", QUALITY_HEAD, quality),
    "merge": (
        "Merging, 500 changes on each side at 10,000 clauses (seconds, best of three)",
        ("what", *(f"{size:,}" for size in SIZES)),
        speed,
    ),
    "receive": (
        "Fetching and merging 342 workspaces of 60 clauses, one after the other",
        ("program", "seconds", "each", "× git", "left to a person"),
        receiving,
    ),
    "trust": (
        "Signing and checking 10,000 versions",
        ("what", "seconds", "beside"),
        trust,
    ),
    "walking": (
        "Walking 500 questions in 10,000 clauses, from key to painted (milliseconds)",
        ("step", "median", "worst"),
        walking,
    ),
    "rooms": (
        "Publishing for 4 vendors and collecting, by the number of clauses (seconds)",
        ROOMS_HEAD,
        rooms,
    ),
    "upgrade": (
        "Going to another release, beside git merge-file on the same texts",
        UPGRADE_HEAD,
        upgrading,
    ),
    "history": (
        "10,000 versions of 40 documents with 50 clauses each (seconds, best of three)",
        ("what", "Coauthor", "git", "× ours", "versions found"),
        history,
    ),
    "sharing": (
        "Sharing 10,000 versions of 40 documents (seconds)",
        ("what", "Coauthor", "git", "× ours"),
        sharing,
    ),
    "market": (
        "Market coverage of 10,000 clauses and 8 vendors (bound: 1 s)",
        MARKET_HEAD,
        covering,
    ),
    "discussion": (
        "10,000 events about 1,000 clauses (seconds; in the window the longest hold-up)",
        ("what", "seconds", "× plain", "bound"),
        discussion,
    ),
    "anchors": ("Remarks on real clauses, looked for in later editions", ANCHORS_HEAD, anchors),
    "formats": ("5,000 clauses out and in again (seconds)", FORMATS_HEAD, formats),
    "export": (
        "Exports of 5,000 clauses",
        ("program", "seconds", "× ours", "MB", "× ours"),
        exporting,
    ),
}


def main(names: list[str]) -> int:
    """Print the tables asked for, or all."""
    known = [name for name in names if name in PARTS]
    for name in known or list(PARTS):
        title, head, rows = PARTS[name]
        table = [head, *rows()]
        widths = [
            max(len(row[i]) if i < len(row) else 0 for row in table) for i in range(len(head))
        ]
        print(f"\n{title}\n")
        for number, row in enumerate(table):
            cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
            print("  " + "  ".join(cells).rstrip())
            if number == 0:
                print("  " + "  ".join("-" * width for width in widths))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
