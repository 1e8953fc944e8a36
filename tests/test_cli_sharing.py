"""Sharing from the command line: places, connect, join, send, receive, package."""

import contextlib
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.history.sharing.sending import send
from coauthor.workspace.workspace import open_workspace
from tests.history.servers.https import PASSWORD, USER, https_server
from tests.history.sharing.making import begin

Capture = pytest.CaptureFixture[str]


def run(capture: Capture, *words: str | Path) -> tuple[int, str, str]:
    code = main([str(each) for each in words])
    said = capture.readouterr()
    return code, said.out, said.err


def write(root: Path, text: str) -> None:
    path = root / "documents/belastingen.md"
    path.write_text(path.read_text("utf-8") + f"\n{text}\n", "utf-8")


@pytest.fixture
def fatma(tmp_path: Path, capsys: Capture) -> Path:
    root = tmp_path / "fatma"
    assert run(capsys, "derive", "belastingen@1.0", root, "--organisation", "W")[0] == 0
    return root


def test_two_who_share_a_folder(fatma: Path, tmp_path: Path, capsys: Capture) -> None:
    place, jan = tmp_path / "plek", tmp_path / "jan"
    assert run(capsys, "send", fatma)[0] == 2
    assert run(capsys, "connect", fatma, place)[0] == 0
    code, out, _ = run(capsys, "send", fatma, "--json")
    assert (code, json.loads(out)["outcome"]) == (0, "sent")
    assert run(capsys, "join", place, jan)[0] == 0
    write(jan, "Van Jan.")
    code, _, err = run(capsys, "send", jan)
    assert code == 0
    assert "bestand is veranderd" in err
    assert run(capsys, "save", jan, "-m", "Van Jan")[0] == 0
    (known,) = json.loads(run(capsys, "places", jan, "--json")[1])["places"]
    assert (known["kind"], known["to_send"], known["default"]) == ("folder", 1, True)
    assert run(capsys, "send", jan)[0] == 0
    path = fatma / "documents/belastingen.md"
    path.write_text(path.read_text("utf-8").replace("Dit ", "Dit hele ", 1), "utf-8")
    run(capsys, "save", fatma, "-m", "Van Fatma")
    code, out, _ = run(capsys, "send", fatma)
    assert code == 1
    assert "nieuwere versies" in out
    assert run(capsys, "receive", fatma)[0] == 0
    assert "Van Jan." in (fatma / "documents/belastingen.md").read_text("utf-8")


def test_a_package_there_and_back(fatma: Path, tmp_path: Path, capsys: Capture) -> None:
    everything, part, jan = tmp_path / "a.coauthor", tmp_path / "b.coauthor", tmp_path / "jan"
    assert run(capsys, "package", fatma, "-o", everything)[0] == 0
    assert run(capsys, "join", everything, jan)[0] == 0
    base = open_workspace(jan).repository.last().id
    write(jan, "Van Jan.")
    run(capsys, "save", jan, "-m", "Van Jan")
    assert run(capsys, "package", jan, "-o", part, "--since", base[:10])[0] == 0
    assert run(capsys, "receive", fatma, "--package", part)[0] == 0
    assert "Van Jan." in (fatma / "documents/belastingen.md").read_text("utf-8")
    part.write_bytes(part.read_bytes()[:-100])
    code, _, err = run(capsys, "receive", fatma, "--package", part)
    assert code == 2
    assert "kwam niet heel over" in err


def test_what_is_no_workspace_is_not_joined(tmp_path: Path, capsys: Capture) -> None:
    other = begin(tmp_path / "ander", str(tmp_path / "plek"))
    (other.root / "coauthor.toml").unlink()
    other.write("x\n")
    send(other.repository, other.place)
    code, _, err = run(capsys, "join", tmp_path / "plek", tmp_path / "jan")
    assert code == 2
    assert "geen werkruimte" in err
    assert not (tmp_path / "jan").exists()


def test_places_are_chosen_and_forgotten(fatma: Path, tmp_path: Path, capsys: Capture) -> None:
    assert "nog geen" in run(capsys, "places", fatma)[1]
    run(capsys, "connect", fatma, "git@server.nl:belastingen.git")
    run(capsys, "connect", fatma, tmp_path / "plek", "--name", "schijf")
    out = run(capsys, "places", fatma, "--default", "schijf")[1]
    assert out.startswith("* schijf")
    out = run(capsys, "places", fatma, "--remove", "origin")[1]
    assert "server.nl" not in out
    assert run(capsys, "places", fatma, "--remove", "weg")[0] == 2
    assert "geen sleutel" in run(capsys, "places", fatma, "--forget-server", "server.nl")[1]


def at_a_terminal(words: list[str], answers: list[tuple[str, str]]) -> tuple[int, str]:
    """Run the program at a real terminal, answering each question when it comes."""
    near, far = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "coauthor", *words],
        stdin=far,
        stdout=far,
        stderr=far,
        close_fds=True,
    )
    os.close(far)
    said, waiting = "", list(answers)
    with contextlib.suppress(OSError):  # the terminal closes with the program
        while data := os.read(near, 4096):
            said += data.decode("utf-8", "replace")
            if waiting and waiting[0][0] in said.rsplit("\x00", 1)[-1]:
                os.write(near, f"{waiting.pop(0)[1]}\n".encode())
                said += "\x00"
    os.close(near)
    return process.wait(60), said


def test_questions_at_a_terminal(
    fatma: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, capsys: Capture
) -> None:
    with https_server(tmp_path_factory.mktemp("https")) as server:
        server.repository("b.git")
        run(capsys, "connect", fatma, server.address("b.git"))
        code, said = at_a_terminal(["send", str(fatma)], [("(ja/nee)", "nee")])
        assert code == 2
        assert "zelf gemaakt" in said
        assert "CN=git.gemeente.test" in said
        answers = [
            ("(ja/nee)", "ja"),
            ("Uw naam", USER),
            ("Wachtwoord van fatma", "fout"),
            ("Wachtwoord van fatma", PASSWORD),
        ]
        code, said = at_a_terminal(["send", str(fatma)], answers)
        assert code == 0, said
        assert "verstuurd naar" in said
        assert PASSWORD not in said
