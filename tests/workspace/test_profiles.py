"""Profiles: how lists of one kind are read, remembered for the next one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coauthor.cli import main
from coauthor.errors import UserError
from coauthor.exchange.sheet_plan import SheetPlan
from coauthor.workspace.bringing.profiles import find_profile, folder, kept_profiles, written
from coauthor.workspace.importing import propose_file

Run = Callable[..., tuple[int, Any]]
FIRST = "Vnr;Wat het moet kunnen;Zwaarte;Vraag\n1;Het systeem logt alles.;KO;a\n"
NEXT = "Versie 2\n\nZwaarte;Vnr;Wat het moet kunnen;Vraag\nKO;1;Het systeem logt alles.;b\n"
PROFILE = """format = 1
name = "Onze lijst"

[columns]
Vnr = "code"
"Wat het moet kunnen" = "text"
Zwaarte = "kind"
Vraag = "ignore"

[words.KO]
kind = "wens"
priority = "should"
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Give a command, and get how it ended and what it said as JSON."""

    def run(*words: object) -> tuple[int, Any]:
        code = main(["--language", "nl", *map(str, words)])
        said = capsys.readouterr().out
        return code, json.loads(said) if "--json" in words and said else said

    return run


@pytest.fixture
def room(run: Run, tmp_path: Path) -> Path:
    """A workspace of one organisation with nothing in it yet."""
    root = tmp_path / "werkruimte"
    run("new", root, "--kind", "local", "--organisation", "Amersfoort")
    return root


def lists(tmp_path: Path) -> tuple[Path, Path]:
    """Write two lists of one kind, whose columns stand elsewhere."""
    first, following = tmp_path / "eerste.csv", tmp_path / "volgende.csv"
    first.write_text(FIRST)
    following.write_text(NEXT)
    return first, following


def test_a_profile_from_a_file_says_what_columns_and_words_mean(
    run: Run,
    room: Path,
    tmp_path: Path,
) -> None:
    first, _ = lists(tmp_path)
    profile = tmp_path / "onze.toml"
    profile.write_text(PROFILE)
    code, told = run("import", first, "--into", room, "--profile", profile, "--json")
    assert (code, told["profile"], told["clauses"]) == (0, "Onze lijst", 1)
    assert "Vraag" in told["notes"][0]["message"]
    text = (room / told["path"]).read_text()
    assert " 1 kind=wens priority=should -->" in text
    assert "Vraag" not in text


def test_a_profile_that_was_kept_is_found_by_the_headings_of_the_next_list(
    run: Run,
    room: Path,
    tmp_path: Path,
) -> None:
    first, following = lists(tmp_path)
    profile = tmp_path / "onze.toml"
    profile.write_text(PROFILE)
    common = ("--into", room, "--dry-run", "--json")
    run("import", first, *common, "--profile", profile, "--save-profile", "Bewaard")
    (kept,) = kept_profiles()
    assert kept.name == "Bewaard"
    assert kept == find_profile("bewaard")
    plan = propose_file(following).plan
    assert isinstance(plan, SheetPlan)
    assert plan.profile == "Bewaard"
    assert plan.sheets[0].heading_row == 3
    assert [each.role for each in plan.sheets[0].columns] == ["kind", "code", "text", ""]
    assert plan.meanings[0].priority == "should"
    code, listed = run("profiles", "--json")
    assert (code, [each["name"] for each in listed["profiles"]]) == (0, ["Bewaard"])


def test_a_list_that_comes_in_again_is_updated_by_number(
    run: Run,
    room: Path,
    tmp_path: Path,
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text("Nr;Categorie;Eis\n1;Log;Het systeem logt.\n2;Log;Het systeem meldt.\n")
    assert run("import", file, "--into", room, "--json")[1]["updated"] is False
    assert 'title = "lijst"' in (room / "coauthor.toml").read_text()  # not the first chapter
    file.write_text("Nr;Eis\n1;Het systeem logt alles.\n2;Het systeem meldt.\n3;Nieuw hier.\n")
    code, told = run("import", file, "--into", room, "--json")
    assert (code, told["updated"]) == (0, True)
    assert [row["change"] for row in told["becomes"]] == ["changed", "same", "new"]


@pytest.mark.parametrize(
    ("named", "file", "code"),
    [
        ("nergens", "eerste.csv", "profile-unknown"),
        ("stuk.toml", "eerste.csv", "profile-unfit"),
        ("onze.toml", "anders.csv", "profile-not-of"),
        ("onze.toml", "tekst.md", "profile-no-sheet"),
    ],
)
def test_a_profile_that_does_not_fit_is_told_and_nothing_changes(
    named: str,
    file: str,
    code: str,
    run: Run,
    room: Path,
    tmp_path: Path,
) -> None:
    lists(tmp_path)
    (tmp_path / "anders.csv").write_text("Nr;Eis\n1;Het systeem logt.\n")
    (tmp_path / "tekst.md").write_text("# Kop\n")
    (tmp_path / "onze.toml").write_text(PROFILE)
    (tmp_path / "stuk.toml").write_text(PROFILE.replace('"code"', '"codes"'))
    before = sorted(room.rglob("*.md"))
    chosen = tmp_path / named if named.endswith("toml") else named
    assert run("import", tmp_path / file, "--into", room, "--profile", chosen)[0] == 2
    with pytest.raises(UserError) as told:
        propose_file(tmp_path / file, profile=find_profile(str(chosen)))
    assert told.value.code == code
    assert sorted(room.rglob("*.md")) == before


def test_a_profile_that_cannot_be_read_hides_no_other(
    run: Run,
    room: Path,
    tmp_path: Path,
) -> None:
    first, _ = lists(tmp_path)
    profile = tmp_path / "onze.toml"
    profile.write_text(PROFILE)
    common = ("--into", room, "--dry-run", "--json")
    run("import", first, *common, "--profile", profile, "--save-profile", "Bewaard")
    (folder() / "stuk.toml").write_text("format = 2")
    (kept,) = kept_profiles()
    assert 'name = "Bewaard"' in written(kept)
