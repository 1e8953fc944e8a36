"""Receiving, questions and deciding from the command line, over a real shared folder."""

import json
from pathlib import Path

import pytest

from coauthor.cli import main
from tests.workspace.sharing import Writer, share

Capture = pytest.CaptureFixture[str]


def run(capture: Capture, *words: str) -> tuple[int, str, str]:
    code = main([*words])
    said = capture.readouterr()
    return code, said.out, said.err


@pytest.fixture
def bas(tmp_path: Path) -> Writer:
    anna, bas = share(tmp_path, "Anna", "Bas")
    anna.change("binnen 4 uur", "binnen 8 uur")
    anna.change("# Innen", "# Invordering")
    anna.save()
    anna.send()
    bas.change("binnen 4 uur", "binnen 2 dagen")
    return bas


def test_from_receiving_to_sending(bas: Writer, capsys: Capture) -> None:
    root = str(bas.root)
    code, said, _ = run(capsys, "--language", "nl", "receive", root)
    assert code == 1
    assert said.strip() == "1 wijziging van Gemeente Anna overgenomen, 1 om te beslissen."
    code, said, _ = run(capsys, "questions", root, "--json")
    assert code == 1
    (question,) = json.loads(said)["questions"]
    assert (question["path"], question["clause"], question["outcome"]) == (
        "documents/a.md",
        "bbbbbbbbbb",
        "decide",
    )
    first, last = question["lines"]
    assert "2 dagen" in "".join(bas.read().splitlines()[first - 1 : last])
    code, _, complaint = run(capsys, "--language", "en", "send", root)
    assert code == 2
    assert "One decision is still open" in complaint
    code, _, complaint = run(capsys, "decide", root, question["id"], "iets")
    assert code == 2
    assert "theirs" in complaint
    assert run(capsys, "decide", root, question["id"], "theirs")[0] == 0
    assert "8 uur" in bas.read()
    assert run(capsys, "questions", root)[0] == 0
    assert run(capsys, "send", root)[0] == 0
    assert run(capsys, "receive", root)[0] == 0
    assert run(capsys, "take-back", root)[0] == 2


def test_taking_back_and_json(bas: Writer, capsys: Capture) -> None:
    root, before = str(bas.root), bas.read()
    code, said, _ = run(capsys, "receive", root, "--json")
    report = json.loads(said)
    assert code == 1
    assert report["versions"] == 1
    assert report["counts"] == {"taken": 1, "combined": 0, "look": 0, "decide": 1}
    assert [each["organisation"] for each in report["senders"]] == ["Gemeente Anna"]
    assert run(capsys, "take-back", root)[0] == 0
    assert bas.read() == before
    code, _, complaint = run(capsys, "--language", "en", "take-back", root)
    assert code == 2
    assert "Nothing was received" in complaint


def test_words_of_ones_own(bas: Writer, capsys: Capture) -> None:
    root = str(bas.root)
    run(capsys, "receive", root)
    _, said, _ = run(capsys, "questions", root, "--json")
    (question,) = json.loads(said)["questions"]
    words = question["stands"].replace("2 dagen", "1 dag")
    assert run(capsys, "decide", root, question["id"], "--text", words)[0] == 0
    assert "binnen 1 dag" in bas.read()
