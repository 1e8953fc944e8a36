"""The soak in short; in full: ``python -m tests.soak --rounds 500``."""

import os
from pathlib import Path

import pytest

from tests.soak.running import Soak

SEEDS = [int(each) for each in os.environ.get("COAUTHOR_SOAK_SEEDS", "3").split(",")]


@pytest.mark.parametrize("seed", SEEDS)
# The people are processes of their own, made from one that may have threads of earlier tests.
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_whoever_writes_apart_ends_with_the_same_text_and_every_word(
    tmp_path: Path, seed: int
) -> None:
    words = Soak(tmp_path, seed, rounds=70, writers=4).run()
    assert len(words.written) > 60
