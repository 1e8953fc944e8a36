"""Several files change as one step, whatever happens in between."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from coauthor.errors import CoauthorError, UserError
from coauthor.history import steps
from coauthor.history.steps import STEP, finish_step, replace_files

PROJECT = Path(__file__).parents[2]
BEFORE: dict[str, bytes | None] = {"a.md": b"oud", "s/x.md": b"oud", "s/y.md": b"weg", "n.md": None}
AFTER: dict[str, bytes | None] = {
    "a.md": b"nieuw",
    "s/x.md": b"nieuw",
    "s/y.md": None,
    "n.md": b"nieuw",
}


def state(root: Path) -> dict[str, bytes | None]:
    """Return what the files hold."""
    return {path: (root / path).read_bytes() if (root / path).exists() else None for path in BEFORE}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "w"
    (folder / "s").mkdir(parents=True)
    for path, data in BEFORE.items():
        if data is not None:
            (folder / path).write_bytes(data)
    return folder


def test_all_files_change_and_back(root: Path, tmp_path: Path) -> None:
    replace_files(root, tmp_path / "p", BEFORE, AFTER)
    assert state(root) == AFTER
    assert not (tmp_path / "p" / STEP).exists()
    replace_files(root, tmp_path / "p", AFTER, BEFORE)
    assert state(root) == BEFORE


def test_what_another_program_wrote_stops_the_step(root: Path, tmp_path: Path) -> None:
    (root / "s/x.md").write_bytes(b"van een ander")
    with pytest.raises(UserError, match="changed-outside"):
        replace_files(root, tmp_path / "p", BEFORE, AFTER)
    assert (root / "a.md").read_bytes() == b"oud"


def test_a_step_that_cannot_be_made_is_taken_back(root: Path, tmp_path: Path) -> None:
    (root / "n").write_bytes(b"een bestand")  # no folder can be made here
    with pytest.raises(CoauthorError):
        replace_files(root, tmp_path / "p", BEFORE, {**AFTER, "n/z.md": b"x"})
    assert state(root) == BEFORE
    assert not (tmp_path / "p" / STEP).exists()


@pytest.mark.parametrize("writes", range(6))
def test_a_kill_at_any_moment_leaves_all_old_or_all_new(
    root: Path, tmp_path: Path, writes: int
) -> None:
    code = """
        import os, sys
        from pathlib import Path
        from coauthor.history import steps
        from tests.history.test_steps import AFTER, BEFORE
        real, left = steps.write_atomically, [int(sys.argv[3])]
        def dying(path, data):
            if not left[0]:
                os._exit(9)
            left[0] -= 1
            real(path, data)
        steps.write_atomically = dying
        steps.replace_files(Path(sys.argv[1]), Path(sys.argv[2]), BEFORE, AFTER)
    """
    private = tmp_path / "p"
    died = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(root), str(private), str(writes)],
        cwd=PROJECT,
        check=False,
    )
    assert died.returncode == (9 if writes < 4 else 0)
    begun = (private / STEP).exists()
    assert finish_step(root, private) is begun
    assert state(root) == (BEFORE if writes == 0 else AFTER)
    assert not finish_step(root, private)


def test_a_step_never_leaves_the_folder(root: Path, tmp_path: Path) -> None:
    private = tmp_path / "p"
    private.mkdir()
    (private / STEP).write_bytes(steps._written({"../buiten.md": b"x", "a.md": b"nieuw"}))
    finish_step(root, private)
    assert not (tmp_path / "buiten.md").exists()
    assert (root / "a.md").read_bytes() == b"nieuw"
