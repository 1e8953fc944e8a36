"""One window writes, the others read."""

import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from coauthor.history.presence import Claim, Occupied, ReadOnlyFolder, claim

PROJECT = Path(__file__).parents[2]
WHEN = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_another_process_that_writes_is_seen_until_it_dies(tmp_path: Path) -> None:
    code = """
        import sys
        from datetime import datetime
        from pathlib import Path
        from coauthor.history.presence import claim
        right = claim(Path(sys.argv[1]), datetime.now())
        print("ready", flush=True)
        sys.stdin.read()
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "ready"
        found = claim(tmp_path, WHEN)
        assert isinstance(found, Occupied)
        assert found.since
        other.kill()
    right = claim(tmp_path, WHEN)
    assert isinstance(right, Claim)
    right.release()


def test_a_folder_that_cannot_be_made_is_read_only(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    assert isinstance(claim(tmp_path / "bestand" / "coauthor", WHEN), ReadOnlyFolder)


def test_a_right_taken_on_one_thread_is_released_on_another(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        right = pool.submit(claim, tmp_path, WHEN).result()
    assert isinstance(right, Claim)
    right.release()
    again = claim(tmp_path, WHEN)
    assert isinstance(again, Claim)
    again.release()
