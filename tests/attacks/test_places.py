"""A shared place refuses what nobody may send: with git itself, and its hook."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pygit2
import pytest

from coauthor.cli import main
from coauthor.errors import UserError
from coauthor.history.trust.checking import check_all, install_hook
from coauthor.history.trust.names import create_tag
from tests.attacks.making import DOCUMENT, Line, event, new_line
from tests.workspace.sharing import TEXT

EDITED = TEXT.replace("één biljet", "twee biljetten")
PROJECT = Path(__file__).parents[2]


@pytest.fixture
def place(line: Line, tmp_path, monkeypatch) -> Path:
    """A bare repository with the hook, and the room's first versions in it."""
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    folder = tmp_path / "plek.git"
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", folder], check=True)
    install_hook(folder, [sys.executable, "-m", "coauthor"])
    assert push(line, line.start, folder).returncode == 0
    return folder


def push(line: Line, version: str, place: Path, reference: str = "refs/heads/main"):
    words = ["git", "push", str(place), f"{version}:{reference}" if version else f":{reference}"]
    return subprocess.run(
        words,
        cwd=line.git.path,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def stands(place: Path, reference: str = "refs/heads/main") -> str:
    words = ["git", "rev-parse", "--verify", "-q", reference]
    done = subprocess.run(words, cwd=place, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def test_a_place_takes_what_everybody_may_do(line, place):
    tip = line.version(line.vendor, event(line.vendor), line.start)
    assert push(line, tip, place).returncode == 0
    assert stands(place) == tip


def test_a_place_refuses_the_edits_of_a_vendor_and_says_why(line, place):
    tip = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    done = push(line, tip, place)
    assert done.returncode != 0
    assert "Bouwsoft: documents/a.md: hoort niet bij de rol" in done.stderr
    assert "Er is niets aangenomen" in done.stderr
    assert stands(place) == line.start


def test_a_place_refuses_what_nobody_signed(line, place):
    tip = line.version(None, {DOCUMENT: EDITED}, line.start, organisation="Gemeente Waterrijk")
    done = push(line, tip, place)
    assert "niet ondertekend" in done.stderr
    assert "noemt zich Gemeente Waterrijk" in done.stderr
    assert stands(place) == line.start


def test_a_place_refuses_another_history_under_the_same_name(line, place):
    tip = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    assert push(line, tip, place).returncode == 0
    other = line.version(line.steward, {}, line.start)
    words = ["git", "push", "-f", str(place), f"{other}:refs/heads/main"]
    done = subprocess.run(words, cwd=line.git.path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert push(line, "", place).returncode != 0
    assert stands(place) == tip


def test_a_side_line_is_no_way_round(line, place):
    evil = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    assert push(line, evil, place, "refs/heads/zij").returncode != 0
    assert push(line, evil, place, "refs/tags/naam").returncode != 0
    assert push(line, evil, place, "refs/notes/x").returncode != 0
    before = line.version(line.vendor, {DOCUMENT: EDITED}, line.first)
    assert push(line, before, place, "refs/heads/zij").returncode != 0


def test_a_name_never_moves(line, place):
    tip = line.version(line.expert, event(line.expert), line.start)
    assert push(line, tip, place).returncode == 0
    with line.expert.at_home():
        who = pygit2.Signature("Fatma", "x@x", 1, 0)
        create_tag(line.git, "naam", pygit2.Oid(hex=line.start), who, "Naam")
    first = str(line.git.references["refs/tags/naam"].target)
    assert push(line, first, place, "refs/tags/naam").returncode == 0
    assert push(line, tip, place, "refs/tags/naam").returncode != 0
    assert push(line, "", place, "refs/tags/naam").returncode != 0


def test_a_hook_of_somebody_else_stays(line, tmp_path):
    hook = Path(line.git.path) / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    with pytest.raises(UserError) as taken:
        install_hook(Path(line.git.path), ["coauthor"])
    assert taken.value.code == "hook-taken"


def test_a_folder_in_which_somebody_works_is_no_shared_place(tmp_path):
    (tmp_path / "x").mkdir()
    made = new_line(tmp_path / "x", bare=False)
    with pytest.raises(UserError) as refused:
        install_hook(Path(made.git.workdir), ["coauthor"])
    assert refused.value.code == "not-bare"


# -- the same check by hand ---------------------------------------------------------


def test_checking_says_what_is_wrong_and_ends_accordingly(line, capsys):
    folder = line.git.path
    line.git.references.create("refs/heads/main", line.start)
    assert main(["verify", folder]) == 0
    assert "alles klopt" in capsys.readouterr().out
    evil = line.version(line.vendor, {DOCUMENT: EDITED}, line.start)
    line.git.references.create("refs/heads/main", evil, force=True)
    assert main(["verify", folder, "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["lines"]
    assert not found["good"]
    (said,) = found["open"]
    assert (said["rule"], said["act"], said["path"]) == ("not-allowed", "edit", DOCUMENT)
    assert (said["organisation"], said["proved"]) == ("Bouwsoft", True)
    assert main(["verify", f"{folder}/nergens"]) == 2


def test_a_workspace_whose_history_was_changed_later_is_found(tmp_path):
    (tmp_path / "x").mkdir()
    line = new_line(tmp_path / "x", bare=False)
    first = line.version(line.expert, {DOCUMENT: EDITED}, line.start)
    line.git.references.create("refs/heads/main", first)
    root = Path(line.git.workdir)
    assert all(each.verdict.is_good for each in check_all(root))
    other = line.version(line.steward, event(line.steward), line.start)
    line.git.references.create("refs/heads/main", other, force=True)
    (found,) = check_all(root)
    assert [each.breach.rule for each in found.verdict.open] == ["rewritten"]


def test_what_a_hook_is_told_that_git_does_not_say_is_refused(line, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", iter(["rm -rf /\n"]))
    assert main(["verify", "--hook", line.git.path]) == 2
    assert "niet van git" in capsys.readouterr().out
