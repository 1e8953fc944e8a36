"""Taking in answer sheets from the command line."""

import json
from pathlib import Path

import pytest

from coauthor.cli import DONE, FAILED, LEFT, main
from coauthor.workspace.events import read_events
from tests.workspace.market.making import room
from tests.workspace.market.returned import filled, grid_of, sent, written


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["--language", "nl", *words])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_answer_sheets_go_out_and_come_back(tmp_path: Path, capsys) -> None:
    here = room(tmp_path / "w")
    grid = grid_of(sent(here, tmp_path))
    said = {"aaaaaaaaaa": {"answer": "Voldoet"}, "bbbbbbbbbb": {"answer": "Soms"}}
    sheet = written(tmp_path / "acme.xlsx", filled(grid, said), vendor="")
    command = ("collect-answers", str(here.root), str(sheet))
    code, told = run(capsys, *command)
    assert code == FAILED
    assert "Op het formulier staat niet van wie het is" in told
    command = (*command, "--vendor", "Acme")
    code, told = run(capsys, *command, "--dry-run")
    assert code == LEFT
    assert "Er komt 1 bericht binnen van 1 leverancier. 1 rij past niet." in told
    assert "acme.xlsx (Acme · Heffen): 1 nieuw antwoord" in told
    assert "⚠ Antwoorden rij 3, BEL-002: „Soms” is geen antwoord uit de lijst." in told
    assert list(read_events(here)) == []
    assert main([*command, "--json"]) == LEFT
    (values,) = json.loads(capsys.readouterr().out)["files"]
    assert [each["verdict"] for each in values["events"]] == ["meets"]
    assert [(each["code"], each["row"]) for each in values["unfit"]] == [("sheet-word-unknown", 3)]
    written(sheet, filled(grid, {"aaaaaaaaaa": {"answer": "Voldoet"}}), vendor="")
    code, told = run(capsys, *command)
    assert code == DONE
    assert told.splitlines() == [
        "Er is niets nieuws ingelezen.",
        "  acme.xlsx (Acme · Heffen): geen nieuwe antwoorden; 1 had u al",
    ]
    assert len(list(read_events(here))) == 1
