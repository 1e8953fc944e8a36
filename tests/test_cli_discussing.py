"""The conversation on the command line: for scripts, and safe for a terminal."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.cli import DONE, FAILED, LEFT, main
from coauthor.review.event import Voice
from coauthor.workspace.events import say
from coauthor.workspace.workspace import open_workspace
from tests.workspace.sharing import share

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return share(tmp_path, "Anna")[0].root


def run(captured: Captured, *words: str) -> tuple[int, str]:
    captured.readouterr()
    code = main(["--language", "nl", *words])
    said = captured.readouterr()
    return code, said.out + said.err


def listed(captured: Captured, room: Path, *words: str) -> list[dict[str, object]]:
    _, out = run(captured, "comments", str(room), "--json", *words)
    found: list[dict[str, object]] = json.loads(out)["threads"]
    return found


def test_a_comment_is_placed_replied_to_resolved_and_reopened(room: Path, capsys: Captured) -> None:
    document = str(room / "documents/a.md")
    words = ("comment", document, "BEL-001", "Waarom **één**?", "--quote", "één biljet")
    code, said = run(capsys, *words, "--question", "--mention", "it")
    assert code == DONE
    assert "volgende versie" in said
    (thread,) = listed(capsys, room)
    assert (thread["code"], thread["open"]) == ("BEL-001", True)
    assert thread["anchor"]["found"] == "here"  # type: ignore[index]
    name = str(thread["id"])
    assert run(capsys, "reply", str(room), name, "Daarom.")[0] == DONE
    assert run(capsys, "resolve", str(room), name)[0] == DONE
    assert run(capsys, "comments", str(room))[0] == DONE
    assert listed(capsys, room, "--open") == []
    assert run(capsys, "resolve", str(room), name)[0] == FAILED
    assert run(capsys, "reopen", str(room), name)[0] == DONE
    code, said = run(capsys, "comments", str(room), "--clause", "BEL-001")
    assert code == LEFT
    assert "Waarom **één**?" in said
    assert "Daarom." in said
    assert "staat er nog zo" in said


def test_the_document_as_a_whole_can_be_spoken_of(room: Path, capsys: Captured) -> None:
    run(capsys, "comment", str(room / "documents/a.md"), "-", "Goed stuk.")
    (thread,) = listed(capsys, room)
    assert (thread["uid"], thread["code"]) == (None, None)
    assert "hele document" in run(capsys, "comments", str(room))[1]


def test_what_is_not_there_is_said_and_nothing_is_written(room: Path, capsys: Captured) -> None:
    document = str(room / "documents/a.md")
    for words, said in (
        (("comment", document, "XXX-999", "x"), "XXX-999"),
        (("comment", document, "BEL-001", "x", "--quote", "nergens"), "nergens"),
        (("comment", document, "BEL-001", "  "), "Schrijf eerst"),
        (("reply", str(room), "0" * 26, "x"), "geen gesprek"),
    ):
        code, out = run(capsys, *words)
        assert code == FAILED
        assert said in out
    assert not (room / "discussion").exists()


def test_what_somebody_wrote_cannot_steer_the_terminal(room: Path, capsys: Captured) -> None:
    workspace = open_workspace(room)
    evil = "Goed\x1b[2J\x1b]0;weg\x07\x9b31m\u202egel\x00 einde\nregel\r\ntwee\x85drie"
    say(
        workspace,
        Voice("Omni\x1b[31msoft\nnep", role="\x1b[1m"),
        "comment",
        workspace.entry("a"),
        "aaaaaaaaaa",
        datetime.now(UTC),
        body=evil,
    )
    _, said = run(capsys, "comments", str(room))
    assert [each for each in said if not each.isprintable() and each != "\n"] == []
    assert "Goed" in said
    assert "einde" in said
    _, said = run(capsys, "comments", str(room), "--json")
    assert [each for each in said if not each.isprintable() and each != "\n"] == []
