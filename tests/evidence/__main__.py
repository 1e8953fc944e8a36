"""Show with programs from outside what exports and imports are worth: ``python -m tests.evidence``.

Parts may be named: ``python -m tests.evidence opening --clauses 500 --out /tmp/seen``. What a
part needs and is not installed is said, with how to get it.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.evidence.counting import HEAD as COUNTING
from tests.evidence.counting import counting
from tests.evidence.opening import HEAD as OPENING
from tests.evidence.opening import opening
from tests.evidence.through import HEAD as THROUGH
from tests.evidence.through import through
from tests.evidence.validating import HEAD as VALIDATING
from tests.evidence.validating import validating

Row = tuple[str, ...]
PARTS: dict[str, tuple[str, Row, Callable[[Path, int], Iterator[Row]]]] = {
    "opening": ("Every export, opened by LibreOffice", OPENING, opening),
    "counting": ("Real files, beside what came in of them", COUNTING, counting),
    "through": ("Out, through LibreOffice, and in again", THROUGH, through),
    "validating": ("Every export, beside a validator or a second library", VALIDATING, validating),
}


def main() -> None:
    """Print the tables asked for, or all; files and pictures of pages stay in the folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.evidence")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS])
    parser.add_argument("--clauses", type=int, default=5_000)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    folder = (options.out or Path(tempfile.mkdtemp(prefix="evidence-"))).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for name in options.parts or PARTS:
        title, head, rows = PARTS[name]
        print(f"\n## {title}\n\n| {' | '.join(head)} |\n|{' --- |' * len(head)}", flush=True)
        for row in rows(folder, options.clauses):
            print(f"| {' | '.join(row)} |", flush=True)
    print(f"\n{folder}")


if __name__ == "__main__":
    main()
