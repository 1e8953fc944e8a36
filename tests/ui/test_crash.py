"""Killed at any moment: at most the last second of typing is gone, and never a file.

``COAUTHOR_KILLS=200`` kills more often than the few times of an ordinary run.
"""

import os
import random
import re
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.document.reading import read_document
from coauthor.workspace.opening import open_document, sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.workspace import open_workspace
from tests.ui.driver import Person as Typing

KILLS = int(os.environ.get("COAUTHOR_KILLS", "4"))
PROJECT = Path(__file__).parents[2]


def types_until_killed(root: Path, seconds: float) -> int:
    """Let the typist type, kill it, and return the last word it had typed a second before."""
    typed: list[tuple[float, int]] = []
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.typist", str(root)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
    ) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline().strip() == "ready"

        def listen() -> None:
            assert typist.stdout is not None
            typed.extend((time.monotonic(), int(line)) for line in typist.stdout)

        listener = threading.Thread(target=listen)
        listener.start()
        time.sleep(seconds)
        killed = time.monotonic()
        typist.kill()
        typist.wait()
        listener.join()
    return max((number for when, number in typed if when < killed - 1), default=0)


def recovered(root: Path) -> str:
    """Open the workspace as the next start does, and return the text."""
    space = open_workspace(root)
    desk = sit_down(space, Person("Fatma"), datetime.now(UTC))
    opened = open_document(desk, space.settings.documents[0], outside_message="Van buiten")
    text = opened.session.document.text
    assert opened.keeper is not None
    opened.keeper.close()
    desk.leave()
    return text


@pytest.mark.timeout(60 + 12 * KILLS)
def test_a_kill_loses_at_most_a_second(workspace: Path) -> None:
    chance = random.Random(os.environ.get("COAUTHOR_SEED", "1"))
    for _ in range(KILLS):
        kept = types_until_killed(workspace, chance.uniform(0.2, 4.0))
        text = recovered(workspace)
        words = [int(found) for found in re.findall(r"w(\d{5})", text)]
        assert (max(words, default=0) >= kept) or kept == 0
        if words:
            assert set(range(1, max(words) + 1)) <= set(words), "a word in the middle is gone"
        assert read_document(text).text == text
        assert len(read_document(text).clauses) == 60
        subprocess.run(["git", "-C", str(workspace), "fsck", "--strict"], check=True)
        # The next round begins from an unmarked text.
        subprocess.run(
            ["git", "-C", str(workspace), "checkout", "-q", "--", "documents"], check=True
        )


def test_the_next_start_says_what_it_brought_back(workspace: Path, person: Typing) -> None:
    assert types_until_killed(workspace, 2.5) > 0
    bench = person.opens(workspace)
    assert any("teruggehaald" in said for said in bench.banner.messages())
