"""What is typed is kept where that can be, and never stands in the way of typing."""

from pathlib import Path

import pytest

from coauthor.errors import OutsideFailure
from coauthor.workspace.memo import unsaved
from coauthor.workspace.memo.room import make_room
from coauthor.workspace.memo.unsaved import Typed, forget_typed, keep_typed, typed_before
from tests.workspace.memo.making import ANJA, WHEN, specification


def test_a_full_disk_does_not_stop_the_typing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_room(specification(tmp_path / "waterrijk"), ANJA, WHEN, "Nota")
    first = Typed("Vraag", "Antwoord", "")
    keep_typed(room, "vraag", first)

    def full(path: Path, _data: bytes) -> None:
        raise OutsideFailure("disk-full", path=str(path))

    monkeypatch.setattr(unsaved, "write_atomically", full)
    keep_typed(room, "vraag", Typed("Vraag", "Antwoord en meer", ""))
    assert typed_before(room, "vraag") == first
    forget_typed(room, "vraag")
    assert typed_before(room, "vraag") is None
