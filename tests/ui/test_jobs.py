"""Work on another thread, and how its answer comes back."""

from concurrent.futures import Future
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from coauthor.ui.jobs import Jobs


class AtOnce:
    """A pool whose work is done before anybody can wait for it."""

    def submit(self, work: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(work())
        return future

    def shutdown(self, *, wait: bool) -> None:
        assert wait


def test_an_answer_never_comes_in_the_middle_of_asking(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = Jobs()
    monkeypatch.setattr(jobs, "_pool", AtOnce())
    told: list[str] = []
    jobs.run(lambda: "answer", told.append, lambda _: None)
    told.append("asked")
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["asked", "answer"]
    jobs.run(lambda: "later", told.append, lambda _: None)
    jobs.wait()
    assert told[-1] == "later"
