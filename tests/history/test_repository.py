"""Versions in an ordinary git repository, seen by our code and by the git program."""

import subprocess
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from coauthor.errors import OutsideFailure, UserError
from coauthor.history.repository import Author, Busy, Repository

FATMA = Author("Fatma Öztürk")
WHEN = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=1)))


def git(root: Path, *words: str, check: bool = True) -> str:
    """Run the git program as somebody with a name."""
    done = subprocess.run(
        ["git", "-c", "user.name=Ander", "-c", "user.email=a@b", "-C", str(root), *words],
        check=check,
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    Repository.create(tmp_path)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/a.md").write_text("een\n", encoding="utf-8")
    return tmp_path


def save(root: Path, message: str) -> str:
    return Repository.open(root).commit(message, FATMA, WHEN).id


def test_a_version_is_what_the_git_program_sees(root: Path) -> None:
    saved = save(root, "Eerste versie, café")
    assert git(root, "log", "-1", "--format=%H %an %s").strip() == (
        f"{saved} Fatma Öztürk Eerste versie, café"
    )
    git(root, "fsck", "--strict")
    assert git(root, "status", "--porcelain") == ""


def test_time_and_zone_survive(root: Path) -> None:
    save(root, "Eerste")
    last = Repository.open(root).last()
    assert last is not None
    assert (last.when, last.when.utcoffset()) == (WHEN, timedelta(hours=1))


def test_nothing_new_makes_no_version(root: Path) -> None:
    save(root, "Eerste")
    with pytest.raises(UserError, match="nothing-new"):
        save(root, "Tweede")


def test_versions_of_a_file_are_those_that_changed_it(root: Path) -> None:
    first = save(root, "Eerste")
    (root / "b.md").write_text("b", encoding="utf-8")
    save(root, "Ander bestand")
    (root / "documents/a.md").write_text("twee\n", encoding="utf-8")
    third = save(root, "Derde")
    repository = Repository.open(root)
    assert [version.id for version in repository.versions("documents/a.md")] == [third, first]
    assert repository.read(first, "documents/a.md") == b"een\n"


def test_bytes_stay_bytes_whatever_git_is_told(root: Path, home: Path) -> None:
    (home / ".gitconfig").write_text("[core]\n\tautocrlf = true\n\teol = crlf\n", encoding="utf-8")
    data = b"\xef\xbb\xbfeen\r\ntwee\nlone\rbinary \xff\x00\n"
    (root / "documents/a.md").write_bytes(data)
    saved = save(root, "Eerste")
    assert Repository.open(root).read(saved, "documents/a.md") == data
    (root / "documents/a.md").unlink()
    git(root, "checkout", "--", "documents/a.md")
    assert (root / "documents/a.md").read_bytes() == data


def test_a_removed_file_is_gone_from_the_next_version(root: Path) -> None:
    first = save(root, "Eerste")
    (root / "documents/a.md").unlink()
    second = save(root, "Weg")
    repository = Repository.open(root)
    assert "documents/a.md" in repository.paths(first)
    with pytest.raises(UserError, match="not-in-version"):
        repository.read(second, "documents/a.md")


def test_somebody_elses_merge_is_left_alone(root: Path) -> None:
    save(root, "Eerste")
    git(root, "checkout", "-q", "-b", "ander")
    (root / "documents/a.md").write_text("ander\n", encoding="utf-8")
    git(root, "commit", "-qam", "ander")
    git(root, "checkout", "-q", "main")
    (root / "documents/a.md").write_text("ons\n", encoding="utf-8")
    git(root, "commit", "-qam", "ons")
    git(root, "merge", "ander", check=False)
    before = (root / "documents/a.md").read_bytes(), git(root, "rev-parse", "HEAD")
    repository = Repository.open(root)
    assert repository.state() is Busy.MERGE
    with pytest.raises(UserError, match="repository-busy"):
        save(root, "Mag niet")
    assert ((root / "documents/a.md").read_bytes(), git(root, "rev-parse", "HEAD")) == before


def test_text_from_outside_is_kept_without_touching_the_folder(root: Path) -> None:
    save(root, "Eerste")
    kept = Repository.open(root).commit_content(
        {"documents/a.md": b"van buiten\n"}, "Van buiten", FATMA, WHEN
    )
    assert Repository.open(root).read(kept.id, "documents/a.md") == b"van buiten\n"
    assert (root / "documents/a.md").read_bytes() == b"een\n"


def test_names_are_given_once(root: Path) -> None:
    saved = save(root, "Eerste")
    repository = Repository.open(root)
    repository.name(saved, "release/1.0", "Uitgave 1.0", FATMA)
    assert repository.names()["release/1.0"].id == saved
    assert repository.version("release/1.0").names == ("release/1.0",)
    with pytest.raises(UserError, match="name-taken"):
        repository.name(saved, "release/1.0", "Nog eens", FATMA)
    with pytest.raises(UserError, match="name-unfit"):
        repository.name(saved, "a..b", "Fout", FATMA)
    with pytest.raises(UserError, match="no-such-version"):
        repository.version("bestaat-niet")


def test_a_version_made_by_the_git_program_is_a_version(root: Path) -> None:
    save(root, "Eerste")
    (root / "documents/a.md").write_text("git\n", encoding="utf-8")
    git(root, "commit", "-qam", "Met git")
    assert [v.message for v in Repository.open(root).versions()] == ["Met git", "Eerste"]


def test_a_detached_head_still_saves(root: Path) -> None:
    first = save(root, "Eerste")
    git(root, "checkout", "-q", "--detach")
    (root / "documents/a.md").write_text("los\n", encoding="utf-8")
    second = save(root, "Los")
    assert [v.id for v in Repository.open(root).versions()] == [second, first]


def test_a_folder_without_history_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no-history"):
        Repository.open(tmp_path)
    broken = tmp_path / "kapot"
    (broken / ".git").mkdir(parents=True)
    with pytest.raises(OutsideFailure, match="disk-failed"):
        Repository.open(broken)


def test_control_characters_in_a_name_do_no_harm(root: Path) -> None:
    version = Repository.open(root).commit("Eerste", Author("<Eve>\n"), datetime.now(UTC))
    assert version.author == "Eve"


def test_the_organisation_stands_below_the_message_and_not_in_the_name(root: Path) -> None:
    author = Author("Fatma", organisation="Gemeente Waterrijk")
    saved = Repository.open(root).commit("Eerste", author, WHEN)
    assert (saved.message, saved.author, saved.organisation) == (
        "Eerste",
        "Fatma",
        "Gemeente Waterrijk",
    )
    shown = git(root, "log", "-1", "--format=%(trailers:key=Organisation,valueonly)")
    assert shown.strip() == "Gemeente Waterrijk"
    git(root, "commit", "-q", "--allow-empty", "-m", "Met git")
    last = Repository.open(root).last()
    assert last is not None
    assert last.organisation == ""


def test_a_name_may_be_any_words(root: Path) -> None:
    saved = save(root, "Eerste")
    repository = Repository.open(root)
    name = repository.give_name(saved, "  Concept voor het  college: 3 maart ", FATMA, WHEN)
    assert (name.text, name.kind, name.version) == (
        "Concept voor het college: 3 maart",
        "name",
        saved,
    )
    assert repository.version("Concept voor het college: 3 maart").id == saved
    assert git(root, "tag", "--list", "concept-voor-*").strip() == name.tag
    with pytest.raises(UserError, match="name-taken"):
        repository.give_name(saved, "Concept voor het college: 3 maart", FATMA, WHEN)
    with pytest.raises(UserError, match="name-unfit"):
        repository.give_name(saved, "  ", FATMA, WHEN)
    japanese = repository.give_name(saved, "草案", FATMA, WHEN)
    assert repository.version("草案").names == (name.text, japanese.text)
