"""Harm done to files of every format, for long: ``python -m tests.soak.formats --rounds 2000``.

Each reader must read or tell; whatever else happens is printed with the seed that makes it
happen again, and the file is kept.
"""

import argparse
import random
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from coauthor.exchange import FORMATS, readable
from tests.exchange.harming import harmed
from tests.exchange.test_hostile import outcome, sample

SLOW = 5
"""Seconds from which a file is told as slow."""


def main() -> None:
    """Harm, read, and say what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("formats", nargs="*")
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="harmed-"))
    for name in options.formats or readable():
        whole = sample(name)
        counts: Counter[str] = Counter()
        for seed in range(options.seed, options.seed + options.rounds):
            chance = random.Random(f"{name}{seed}")
            data = harmed(whole, chance)
            if chance.random() < 0.3:
                data = harmed(data, chance)
            path = folder / f"{seed}{FORMATS[name].suffixes[0]}"
            path.write_bytes(data)
            counts[_tried(path)] += 1
        print(f"{name}: {dict(counts.most_common())}", flush=True)


def _tried(path: Path) -> str:
    began = time.monotonic()
    try:
        said = outcome(path)
    except Exception as error:  # noqa: BLE001, what is not told is what is sought here
        traceback.print_exc()
        print(path, flush=True)
        return f"CRASH {type(error).__name__}"
    if (seconds := time.monotonic() - began) > SLOW:
        print(f"{path}: {seconds:.0f} s", flush=True)
        return f"SLOW {said}"
    path.unlink()
    return said


if __name__ == "__main__":
    main()
