"""Killed (-9) at any step of receiving: the old state, or the new one after the next start."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coauthor.history import states
from coauthor.history.leftovers import remove_locks
from coauthor.workspace.sharing.receiving import finish
from tests.workspace.sharing import Writer, share

FIRST, STRIDE = 1, int(os.environ.get("COAUTHOR_STRIDE", "5"))
STEPS = ("open", "os.", "tempfile.", "shutil.")

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")


def killed_at(count: int, work: Callable[[], object]) -> bool:
    """Do work in a process that dies at its so-manieth step on disk; tells whether it died."""
    child = os.fork()
    if child == 0:
        left = count

        def hook(event: str, _arguments: object) -> None:
            nonlocal left
            if event.startswith(STEPS):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def everything(writer: Writer) -> dict[str, bytes]:
    return {
        path.relative_to(writer.root).as_posix(): path.read_bytes()
        for path in sorted(writer.root.rglob("*"))
        if path.is_file() and ".git/" not in path.as_posix()
    }


def apart(folder: Path) -> Writer:
    """Return somebody who has not received yet what another wrote, with all that can happen."""
    anna, bas = share(folder, "Anna", "Bas")
    anna.change("binnen 4 uur", "binnen 8 uur")
    anna.change("# Innen", "# Invordering")
    anna.write("# B\n\nTekst van Anna.\n", "b")
    (anna.root / "nieuw.txt").write_text("nieuw\n", encoding="utf-8")
    anna.save()
    anna.send()
    bas.change("binnen 4 uur", "binnen 2 dagen")
    bas.change("int automatisch", "int maandelijks")
    bas.save()
    bas.fetch()
    return bas


def test_a_kill_at_any_step_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    whole = apart(tmp_path / "heel")
    before = everything(whole)
    whole.receive()
    after = everything(whole)
    asked = [question.meeting.key for question in whole.questions.open]
    seen = set()
    count, died, number = FIRST, True, 0
    while died:
        number += 1
        writer = apart(tmp_path / str(number))
        theirs = states.version_at(writer.workspace.repository, "refs/remotes/origin/main")
        died = killed_at(count, lambda at=writer, version=theirs: at.take(version))
        remove_locks(writer.workspace.repository, patience=0)
        finish(writer.workspace)
        now = everything(writer)
        now = {path: data for path, data in now.items() if ".coauthor-" not in path}
        assert now in (before, after), f"killed at step {count}"
        assert writer.workspace.repository.changed_paths() == []
        seen.add(now == after)
        writer.receive()
        assert everything(writer) == after
        assert [question.meeting.key for question in writer.questions.open] == asked
        count += STRIDE
    assert seen == {True, False}
    assert number > 10
