"""The engine as a command, and as what plain git merges with."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BASE = "# Eisen\n\nHet systeem toont de termijn. De burger ziet de stand.\n"
OURS = "# Eisen\n\nHet systeem toont elke termijn. De burger ziet de stand.\n"
THEIRS = "# Eisen\n\nHet systeem toont de termijn. De inwoner ziet de stand.\n"
BOTH = "# Eisen\n\nHet systeem toont elke termijn. De inwoner ziet de stand.\n"
AGAINST = "# Eisen\n\nHet systeem toont geen termijn. De burger ziet de stand.\n"


def coauthor(*words: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "coauthor", *map(str, words)]
    environment = {**os.environ, "COAUTHOR_LANGUAGE": "en", "PYTHONPATH": os.getcwd()}  # noqa: PTH109
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=cwd, env=environment
    )


@pytest.fixture
def files(tmp_path: Path):
    def write(base: str, ours: str, theirs: str) -> list[Path]:
        paths = [tmp_path / name for name in ("base.md", "ours.md", "theirs.md")]
        for path, text in zip(paths, (base, ours, theirs), strict=True):
            path.write_text(text, encoding="utf-8")
        return paths

    return write


def test_two_sentences_of_one_line_merge_by_themselves(files, tmp_path):
    out = tmp_path / "out.md"
    run = coauthor("merge-file", *files(BASE, OURS, THEIRS), "-o", out, "--json")
    assert run.returncode == 0
    assert out.read_text(encoding="utf-8") == BOTH
    said = json.loads(run.stdout)
    assert (said["settled"], said["counts"]["combined"], said["looks"]) == (True, 1, [])


def test_a_decision_leaves_our_version_and_says_where_in_all_three(files, tmp_path):
    out = tmp_path / "out.md"
    run = coauthor("merge-file", *files(BASE, OURS, AGAINST), "-o", out, "--json")
    assert run.returncode == 1
    assert out.read_text(encoding="utf-8") == OURS
    (decision,) = json.loads(run.stdout)["decisions"]
    assert [decision[side]["lines"] for side in ("base", "ours", "theirs")] == [[3, 4]] * 3
    assert {offer["choice"] for offer in decision["offers"]} >= {"ours", "theirs", "base"}


def test_without_a_file_to_write_the_text_goes_to_standard_output(files):
    run = coauthor("merge-file", *files(BASE, OURS, THEIRS))
    assert (run.returncode, run.stdout) == (0, BOTH)


@pytest.mark.parametrize("damage", ["missing", "binary"])
def test_what_cannot_be_read_changes_nothing(files, tmp_path, damage):
    paths = files(BASE, OURS, THEIRS)
    if damage == "missing":
        paths[2].unlink()
    else:
        paths[2].write_bytes(b"PK\0\0")
    out = tmp_path / "out.md"
    run = coauthor("merge-file", *paths, "-o", out)
    assert run.returncode == 2
    assert not out.exists()
    assert "theirs.md" in run.stderr


# -- with the git program ----------------------------------------------------------


class Clone:
    """A repository with a base on main and a side branch."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        self.save(BASE, "begin")
        self.git("switch", "-q", "-c", "side")

    def git(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        who = ["-c", "user.name=T", "-c", "user.email=t@example.invalid"]
        environment = {**os.environ, "PYTHONPATH": os.getcwd()}  # noqa: PTH109
        return subprocess.run(
            ["git", *who, *words],
            cwd=self.folder,
            check=check,
            capture_output=True,
            text=True,
            env=environment,
        )

    def save(self, text: str, message: str) -> None:
        (self.folder / "eisen.md").write_text(text, encoding="utf-8")
        self.git("add", ".")
        self.git("commit", "-q", "-m", message)

    @property
    def text(self) -> str:
        return (self.folder / "eisen.md").read_text(encoding="utf-8")


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    made = Clone(tmp_path / "clone")
    made.save(THEIRS, "inwoner")
    made.git("switch", "-q", "main")
    made.save(OURS, "elke")
    return made


@pytest.mark.parametrize("act", [["merge", "-q", "side", "-m", "x"], ["cherry-pick", "side"]])
def test_git_merges_with_the_driver_what_it_could_not(clone: Clone, act: list[str]):
    assert clone.git(*act, check=False).returncode != 0, "plain git conflicts here"
    clone.git("reset", "-q", "--hard")
    assert coauthor("merge-driver", "install", clone.folder).returncode == 0
    clone.git(*act)
    assert clone.text == BOTH


def test_git_rebases_with_the_driver(clone: Clone):
    assert coauthor("merge-driver", "install", cwd=clone.folder).returncode == 0
    clone.git("rebase", "-q", "side")
    assert clone.text == BOTH


def test_a_decision_stops_git_with_our_text_and_no_markers(clone: Clone):
    coauthor("merge-driver", "install", clone.folder)
    clone.git("switch", "-q", "side")
    clone.save(AGAINST, "geen")
    clone.git("switch", "-q", "main")
    run = clone.git("merge", "side", check=False)
    assert run.returncode == 1
    assert clone.text == OURS
    assert "eisen.md" in clone.git("diff", "--name-only", "--diff-filter=U").stdout


def test_installing_twice_registers_once(clone: Clone):
    for _ in range(2):
        assert coauthor("merge-driver", "install", clone.folder).returncode == 0
    said = (clone.folder / ".git" / "info" / "attributes").read_text(encoding="utf-8")
    assert said.splitlines().count("*.md merge=coauthor") == 1


def test_outside_a_repository_it_says_so(tmp_path: Path):
    run = coauthor("merge-driver", "install", tmp_path)
    assert run.returncode == 2
    assert str(tmp_path) in run.stderr
