"""A file comes in as a whole or not at all, and what others wrote meanwhile stays."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.commands import DONE, FAILED
from coauthor.errors import Cancelled
from coauthor.history.repository import Author
from coauthor.language import Catalogue
from coauthor.lineage.locks import is_locked
from coauthor.workspace.bringing.taking import whole_or_nothing
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.events import read_events
from coauthor.workspace.importing import propose_file, take_in
from coauthor.workspace.matching.accepting import accept
from coauthor.workspace.opening import open_document, sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.workspace import Workspace, open_workspace

ANNA = Author("Anna", organisation="Waterrijk")
NOW = datetime.now(UTC)


@pytest.fixture
def room(tmp_path: Path) -> Workspace:
    return new_workspace(
        tmp_path / "kamer", "local", "Waterrijk", "Kamer", author=ANNA, when=NOW, message="Begin"
    )


def old_list(tmp_path: Path, body: str = "Het systeem legt elke wijziging vast.") -> Path:
    path = tmp_path / "oud.csv"
    path.write_text(f"Nr;Omschrijving\nE1;{body}\n", encoding="utf-8")
    return path


def test_what_is_written_elsewhere_while_a_file_comes_in_stays_when_that_fails(
    room: Workspace,
) -> None:
    (document,) = (room.file(each) for each in room.settings.documents)
    settings = (room.root / "coauthor.toml").read_bytes()

    def stopped_halfway() -> None:
        with whole_or_nothing(room):
            document.write_text("# Net geschreven\n", encoding="utf-8")
            (room.root / "documents/half.md").write_text("half", encoding="utf-8")
            (room.root / "coauthor.toml").write_bytes(settings + b"# half\n")
            raise Cancelled

    with pytest.raises(Cancelled):
        stopped_halfway()
    assert document.read_text(encoding="utf-8") == "# Net geschreven\n"
    assert not (room.root / "documents/half.md").exists()
    assert (room.root / "coauthor.toml").read_bytes() == settings


def test_a_file_that_is_in_the_folder_but_in_no_list_is_not_written_over(
    room: Workspace, tmp_path: Path
) -> None:
    stray = room.root / "documents/oud.md"
    stray.write_text("# Van iemand anders\n", encoding="utf-8")
    path = old_list(tmp_path)
    entry = take_in(room, path, propose_file(path), author=ANNA, when=NOW, message="Oud")
    assert entry.name == "oud-2"
    assert stray.read_text(encoding="utf-8") == "# Van iemand anders\n"


def test_a_list_that_cannot_come_in_leaves_no_standard_behind(
    room: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise Cancelled

    monkeypatch.setattr("coauthor.workspace.importing.carry_over", stopped)
    before = (room.root / "coauthor.toml").read_bytes()
    path = old_list(tmp_path)
    arguments = ["import", str(path), "--into", str(room.root), "--match", "belastingen@1.0"]
    assert main(arguments) == FAILED
    assert capsys.readouterr().err
    assert (room.root / "coauthor.toml").read_bytes() == before
    assert not [*room.root.glob("standards/**/*.md"), *room.root.glob("documents/oud*")]


def test_what_is_accepted_undone_and_accepted_again_is_said_once(
    room: Workspace, tmp_path: Path
) -> None:
    path = old_list(tmp_path, "Versleuteld, behalve op zondag.")
    arguments = ["import", str(path), "--into", str(room.root), "--match", "belastingen@1.0"]
    assert main(arguments) == DONE
    workspace = open_workspace(room.root)
    entry, person = workspace.entry("oud"), Person("Anna", "Waterrijk")
    desk = sit_down(workspace, person, NOW)
    try:
        opened = open_document(desk, entry, outside_message="buiten")
        session = opened.session
        assert session.standard is not None
        locked = (each for each in session.standard.clauses if is_locked(each, session.policy))
        accepted = {session.document.clauses[0].uid: next(locked).uid}
        for _ in range(2):
            made = accept(
                workspace, session, accepted, person=person, when=NOW, text=Catalogue("nl")
            )
            assert [each.outcome for each in made.adopted] == ["locked"]
            session.undo()
            assert "behalve op zondag" in session.document.text
        said = [each for each in read_events(workspace) if "behalve op zondag" in each.body]
        assert len(said) == 1
        if opened.keeper is not None:
            opened.keeper.close()
    finally:
        desk.leave()
