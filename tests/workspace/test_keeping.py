"""Keeping a document safe: the thread behind it ends when it is told to."""

import time
from pathlib import Path

import pytest

from coauthor.history.repository import Author, Repository
from coauthor.workspace.keeping import Keeper


class Late(Keeper):
    """A keeper whose thread is busy elsewhere at the moment it is told to end."""

    def _work(self) -> None:
        while not self._closing:
            time.sleep(0.001)
        super()._work()


@pytest.mark.timeout(20)
def test_a_keeper_ends_also_when_it_was_not_listening(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"tekst")
    repository = Repository.create(tmp_path)
    keeper = Late(path, "a.md", b"tekst", None, repository, Author("F"), "x")
    keeper.close()
    assert not keeper._thread.is_alive()
