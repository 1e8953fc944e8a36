"""The journal survives the death of the program at any byte."""

import subprocess
import sys
import textwrap
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.errors import OutsideFailure
from coauthor.history.journal import Journal, journal_folder, read_lines, recover

PROJECT = Path(__file__).parents[2]
records = st.lists(
    st.dictionaries(st.text(max_size=5), st.text(max_size=20) | st.integers(), max_size=3),
    max_size=6,
)


@given(records, st.data())
def test_a_torn_journal_gives_the_whole_lines_before_the_tear(
    made: list[dict[str, object]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder), "documents/a.md", b"basis")
        for record in made:
            journal.append(record)
        journal.close(discard=False)
        whole = journal.path.read_bytes()
        cut = data.draw(st.integers(0, len(whole)))
        journal.path.write_bytes(whole[:cut])
        found = list(recover(Path(folder)))
        read, torn = read_lines(whole[:cut])
        assert torn == (not whole[:cut].endswith(b"\n") and cut > 0)
        if not read:
            assert found == []
        else:
            assert found[0].base == b"basis"
            assert list(found[0].records) == made[: len(read) - 1]


def test_nothing_is_recovered_while_somebody_writes(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "documents/a.md", b"basis")
    journal.append({"a": 1})
    assert list(recover(tmp_path)) == []
    with pytest.raises(OutsideFailure, match="journal-in-use"):
        Journal(tmp_path, "documents/a.md", b"basis")
    journal.close(discard=False)
    assert [found.records for found in recover(tmp_path)] == [({"a": 1},)]


def test_a_new_beginning_keeps_what_came_since(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "documents/a.md", b"basis")
    journal.append({"a": 1})
    journal.append({"a": 2})
    journal.rebase(b"bewaard", [{"a": 2}])
    journal.append({"a": 3})
    journal.close(discard=False)
    (found,) = recover(tmp_path)
    assert (found.base, found.records) == (b"bewaard", ({"a": 2}, {"a": 3}))
    assert len(list(tmp_path.glob("*.base"))) == 1


def test_a_journal_that_is_saved_leaves_nothing(tmp_path: Path) -> None:
    Journal(tmp_path, "documents/a.md", b"basis").close(discard=True)
    assert not list(tmp_path.glob("*.journal"))
    assert not list(tmp_path.glob("*.base"))


def test_what_was_appended_survives_a_kill(tmp_path: Path) -> None:
    code = """
        import os, signal, sys
        from pathlib import Path
        from coauthor.history.journal import Journal
        journal = Journal(Path(sys.argv[1]), "documents/a.md", b"basis")
        for number in range(1000):
            journal.append({"number": number})
        os.kill(os.getpid(), signal.SIGKILL)
    """
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path)], check=False, cwd=PROJECT
    )
    (found,) = recover(tmp_path)
    assert [record["number"] for record in found.records] == list(range(1000))
    assert not found.torn


def test_the_journal_goes_into_the_workspace_when_the_home_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "bestand"
    blocked.write_text("geen map", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    private = tmp_path / "private"
    assert journal_folder(tmp_path, private) == private / "journal"
    with pytest.raises(OutsideFailure, match="no-journal"):
        journal_folder(tmp_path, blocked)
