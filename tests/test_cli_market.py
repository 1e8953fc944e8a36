"""The vendor desk from the command line."""

import json
from pathlib import Path

import pytest

from coauthor.cli import DONE, FAILED, LEFT, main
from coauthor.workspace.person import Person, write_person
from tests.workspace.market.making import room


@pytest.fixture
def file(tmp_path: Path) -> Path:
    root = room(tmp_path / "w").root
    write_person(Person("Lisa", "Acme"))
    return next((root / "documents").glob("*.md"))


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["--language", "nl", *words])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_a_vendor_answers_and_sees_what_is_left(file, capsys):
    command = ("answer", str(file), "BEL-001", "roadmap")
    code, said = run(capsys, *command)
    assert code == FAILED
    assert "Noem dan de datum" in said
    code, said = run(capsys, *command, "--date", "2027-07-01", "--size", "80 uur", "--explain", "=")
    assert (code, said) == (DONE, "BEL-001: Op de planning: 01-07-2027 (Acme).\n")
    code, said = run(capsys, "answers", str(file.parent.parent))
    assert code == LEFT
    assert "1 van 3 beantwoord" in said
    assert "◷ BEL-001  Biljet: Op de planning: 01-07-2027" in said
    for name in ("BEL-002", "cccccccccc"):
        assert run(capsys, "answer", str(file), name, "meets")[0] == DONE
    assert run(capsys, "answers", str(file.parent.parent))[0] == DONE
    assert run(capsys, "answer", str(file), "BEL-009", "meets")[0] == FAILED


def test_scripts_get_answers_and_coverage_as_json(file, capsys):
    root = str(file.parent.parent)
    assert main(["answer", str(file), "BEL-002", "no"]) == DONE
    capsys.readouterr()
    assert main(["answers", root, "--json"]) == LEFT
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert (document["vendor"], document["answered"], document["to_answer"]) == ("Acme", 1, 2)
    second = document["clauses"][1]
    assert (second["state"], second["answer"]["verdict"]) == ("answered", "no")
    assert main(["coverage", root, "--json"]) == LEFT
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    second = document["clauses"][1]
    assert second["warnings"] == ["knock-out-none", "locked-refused"]
    assert second["answers"][0]["refused"] is True
    assert document["clauses"][0]["warnings"] == []


def test_the_coverage_is_told_in_words(file, capsys):
    assert run(capsys, "coverage", str(file.parent.parent))[0] == DONE
    assert main(["answer", str(file), "BEL-001", "meets"]) == DONE
    code, said = run(capsys, "coverage", str(file.parent.parent))
    assert code == LEFT
    assert "● 1 voldoet" in said
    assert "⚠ Knock-outeis: alleen Acme voldoet" in said


def test_a_municipality_cannot_answer(file, capsys):
    write_person(Person("Fatma", "Gemeente Waterrijk"))
    code, said = run(capsys, "answer", str(file), "BEL-001", "meets")
    assert code == FAILED
    assert "alleen leveranciers" in said
