"""Publishing, collecting and answering from the command line."""

import json
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.review.event import Voice
from coauthor.workspace.events import read_events, say
from coauthor.workspace.workspace import open_workspace

from .making import OWN, TEXT, Vendor, municipality, when


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    code = main(["--language", "nl", *map(str, words)])
    return code, capsys.readouterr().out


def test_from_publishing_to_an_answer_for_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = municipality(tmp_path / "wij")
    document, rooms = tmp_path / "wij/documents/bel.md", tmp_path / "elk"
    words = ("publish", document, "--to", rooms, "--for", "Alfa BV", "Beta BV", "--each")
    code, said = run(capsys, *words, "--dry-run", "--json")
    assert (code, rooms.exists()) == (0, False)
    assert [each["new"] for each in json.loads(said)["rooms"]] == [True, True]
    code, said = run(capsys, *words, "--packages")
    assert (code, "Er is niets gevonden om na te kijken" in said) == (0, True)
    assert (tmp_path / "elk/alfa-bv.coauthor").is_file()
    asked = Vendor("Alfa BV", rooms / "alfa-bv").say("question", body="Ook 's nachts?")
    Vendor("Beta BV", rooms / "beta-bv").say("hoera\x1b[31m", body="rood \x1b[31m")
    code, said = run(capsys, "collect", tmp_path / "wij", rooms / "alfa-bv", rooms / "beta-bv")
    assert (code, "Alfa BV – vragen: 1" in said, "\x1b" in said) == (1, True, False)
    entry = workspace.entry("bel")
    voice = Voice(OWN, "municipality")
    say(workspace, voice, "reply", entry, asked.clause, when(), about=asked.id, body="Ja.")
    code, said = run(capsys, "publish-answers", document, "--json")
    (answer,) = json.loads(said)["answers"]
    assert (code, answer["published"]) == (1, False)
    code, said = run(capsys, "publish-answers", document, answer["id"])
    assert (code, "gepubliceerd" in said) == (0, True)
    assert len(list(read_events(open_workspace(rooms / "beta-bv")))) == 3


def test_a_doubtful_place_takes_an_explicit_yes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    municipality(tmp_path / "wij", TEXT.replace("Inleidende", "Mail a@b.example. Inleidende"))
    document = tmp_path / "wij/documents/bel.md"
    assert run(capsys, "publish", document, "--to", tmp_path / "k")[0] == 2
    assert not (tmp_path / "k").exists()
    assert run(capsys, "publish", document, "--to", tmp_path / "k", "--anyway")[0] == 0
