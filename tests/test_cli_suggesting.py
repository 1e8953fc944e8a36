"""Suggestions on the command line: made, listed, accepted in part, rejected with a reason."""

import json
from pathlib import Path

import pytest

from coauthor.workspace.person import Person, write_person
from tests.test_cli import Capture, run

MARKER = "<!-- clause a000000000 N-001 kind=eis -->\n\n{}\n"
BODY = "Het systeem toont binnen 2 seconden de aanslag. De inwoner krijgt een bericht."


@pytest.fixture
def room(tmp_path: Path, capsys: Capture) -> Path:
    root = tmp_path / "stad"
    run(capsys, "new", str(root), "--kind", "local", "--organisation", "Stad")
    path = next((root / "documents").glob("*.md"))
    path.write_text("# Norm\n\n" + MARKER.format(BODY), "utf-8")
    assert run(capsys, "save", str(root), "-m", "Begin")[0] == 0
    return root


def document(root: Path) -> Path:
    return next((root / "documents").glob("*.md"))


def listed(root: Path, capsys: Capture) -> dict[str, object]:
    _, out, _ = run(capsys, "suggestions", str(root), "--json")
    found: dict[str, object] = json.loads(out)["suggestions"][-1]
    return found


def suggest(root: Path, capsys: Capture, body: str, *more: str) -> str:
    file = root.parent / "voorstel.txt"
    file.write_text(body + "\n", "utf-8")
    write_person(Person("Henk", "Belastingsoft B.V."))
    words = ["suggest", str(document(root)), "N-001", "--text-file", str(file), *more]
    assert run(capsys, *words)[0] == 0
    write_person(Person("Fatma", "Stad"))
    return str(listed(root, capsys)["id"])


def test_a_suggestion_is_made_listed_and_accepted_in_part(room: Path, capsys: Capture) -> None:
    offer = BODY.replace("2", "5").replace("bericht", "melding")
    name = suggest(room, capsys, offer, "--reason", "Beter haalbaar.")
    assert BODY in document(room).read_text("utf-8")
    code, out, _ = run(capsys, "suggestions", str(room))
    assert code == 1
    assert "[-2-] {+5+}" in out
    assert "Beter haalbaar." in out
    assert run(capsys, "accept", str(room), name, "--changes", "1")[0] == 0
    assert BODY.replace("2", "5") in document(room).read_text("utf-8")
    assert run(capsys, "accept", str(room), name, "--changes", "1")[0] == 2
    assert run(capsys, "reject", str(room), name, "--reason", "Te smal.", "--changes", "2")[0] == 0
    found = listed(room, capsys)
    assert (found["state"], found["reason"]) == ("partly", "Te smal.")
    assert run(capsys, "suggestions", str(room))[0] == 0


def test_where_the_clause_changed_in_the_same_words_it_says_so(room: Path, capsys: Capture) -> None:
    name = suggest(room, capsys, BODY.replace("2", "5"))
    path = document(room)
    path.write_text(path.read_text("utf-8").replace("2 seconden", "3 seconden"), "utf-8")
    assert "botst" in run(capsys, "suggestions", str(room))[1]
    code, _, said = run(capsys, "accept", str(room), name)
    assert code == 2
    assert "N-001" in said
    assert run(capsys, "accept", str(room), name, "--prefer")[0] == 0
    assert "5 seconden" in path.read_text("utf-8")


def test_what_others_wrote_cannot_steer_the_terminal(room: Path, capsys: Capture) -> None:
    suggest(
        room, capsys, "\x1b[2J\x1b]0;weg\x07 anders \u202e omgekeerd", "--reason", "\x1b[31mrood"
    )
    _, out, _ = run(capsys, "suggestions", str(room))
    assert not set(out) & {"\x1b", "\x07", "\u202e"}


def test_what_is_not_there_changes_nothing(room: Path, capsys: Capture) -> None:
    before = document(room).read_bytes()
    assert run(capsys, "accept", str(room), "01ARZ3NDEKTSV4RRFFQ69G5FAV")[0] == 2
    assert run(capsys, "suggest", str(document(room)), "N-009", "--title", "x")[0] == 2
    name = suggest(room, capsys, "Iets anders.")
    assert run(capsys, "accept", str(room), name, "--changes", "een")[0] == 2
    assert run(capsys, "reject", str(room), name, "--reason", " ")[0] == 2
    assert document(room).read_bytes() == before
