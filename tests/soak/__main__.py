"""Run the soak in full: ``python -m tests.soak --rounds 500 [--seed 1] [--times 1]``."""

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from tests.soak.running import Soak


def main() -> None:
    """Run, and say what was done."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    for seed in range(options.seed, options.seed + options.times):
        folder = Path(tempfile.mkdtemp(dir=options.folder))
        began = time.monotonic()
        soak = Soak(folder, seed, options.rounds)
        words = soak.run()
        seconds = time.monotonic() - began
        print(
            f"seed {seed}: {options.rounds} rounds in {seconds:.0f} s; "
            f"{len(words.written)} words, {len(words.deleted)} deleted, "
            f"{len(words.refused)} decided against; {dict(soak.did)}"
        )
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
