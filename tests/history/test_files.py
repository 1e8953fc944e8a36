"""A file is the old one or the new one, never half of either."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from coauthor.errors import OutsideFailure, UserError
from coauthor.history.files import (
    TEMPORARY,
    digest_of,
    is_writable,
    read_file,
    remove_leftovers,
    write_atomically,
    write_many,
)

PROJECT = Path(__file__).parents[2]


def run_apart(code: str, *arguments: str) -> str:
    """Run code in a process of its own, whose limits and rights it may give away."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        check=True,
        capture_output=True,
        text=True,
        cwd=PROJECT,
    )
    return done.stdout.strip()


def test_a_file_is_replaced_with_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"oud")
    path.chmod(0o640)
    write_atomically(path, b"nieuw")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"nieuw", 0o640)
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "echt.md"
    real.write_bytes(b"oud")
    link = tmp_path / "link.md"
    link.symlink_to(real)
    write_atomically(link, b"nieuw")
    assert link.is_symlink()
    assert real.read_bytes() == b"nieuw"


def test_what_another_program_wrote_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"van een ander")
    with pytest.raises(UserError, match="changed-outside"):
        write_atomically(path, b"van ons", expected=digest_of(b"oud"))
    assert path.read_bytes() == b"van een ander"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"oud")
    said = run_apart(
        """
        import resource, signal, sys
        from pathlib import Path
        from coauthor.errors import OutsideFailure
        from coauthor.history.files import write_atomically
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_atomically(Path(sys.argv[1]), b"x" * 5000)
        except OutsideFailure as error:
            print(error.code)
        """,
        str(path),
    )
    assert said == "disk-full"
    assert path.read_bytes() == b"oud"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


def test_a_read_only_folder_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"oud")
    path.chmod(0o644)
    rights = {folder: folder.stat().st_mode for folder in (tmp_path, *tmp_path.parents[:2])}
    for folder in rights:
        folder.chmod(0o555)
    try:
        said = run_apart(
            """
            import os, sys
            from pathlib import Path
            from coauthor.errors import OutsideFailure
            from coauthor.history.files import is_writable, write_atomically
            path = Path(sys.argv[1])
            if os.getuid() == 0:
                os.setuid(65534)  # root may write anywhere
            print(is_writable(path.parent))
            try:
                write_atomically(path, b"nieuw")
            except OutsideFailure as error:
                print(error.code)
            """,
            str(path),
        )
    finally:
        for folder, mode in rights.items():
            folder.chmod(mode & 0o7777)
    assert said.split() == ["False", "read-only"]
    assert path.read_bytes() == b"oud"


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(OutsideFailure, match="file-missing"):
        read_file(tmp_path / "weg.md")


def test_leftovers_of_a_crash_are_removed(tmp_path: Path) -> None:
    (tmp_path / f"{TEMPORARY}abc").write_bytes(b"half")
    (tmp_path / "a.md").write_bytes(b"heel")
    remove_leftovers(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]
    assert is_writable(tmp_path)


def test_many_files_are_written_whole_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    files = {tmp_path / f"map{n % 3}" / f"{n}.md": b"x" * n for n in range(20)}
    (tmp_path / "map1").mkdir()
    (tmp_path / "map1/1.md").write_bytes(b"oud")
    write_many(files.items())
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == files
