"""Making, deriving, keeping, looking back: the use cases on real folders."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.document.model import Clause
from coauthor.document.reading import read_document
from coauthor.errors import OutsideFailure, UserError
from coauthor.history.repository import Author
from coauthor.workspace.creating import derive_workspace, make_example, new_workspace
from coauthor.workspace.importing import propose_file, take_in
from coauthor.workspace.opening import Opened, open_document, sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.reporting import status_report
from coauthor.workspace.standards import find_source, release_key, split_release
from coauthor.workspace.versions import clause_history, release, save_version
from coauthor.workspace.workspace import Workspace, open_workspace

FATMA = Author("Fatma")


def now() -> datetime:
    return datetime.now(UTC)


def derive(standard: str, root: Path, organisation: str = "Gemeente Waterrijk") -> Workspace:
    address, number = split_release(standard)
    return derive_workspace(
        find_source(address), number, root, organisation, author=FATMA, when=now(), message="Begin"
    )


def opens(workspace: Workspace) -> Opened:
    desk = sit_down(workspace, Person("Fatma"), now())
    return open_document(desk, workspace.settings.documents[0], outside_message="Van buiten")


def test_the_example_shows_every_kind_of_lineage(tmp_path: Path) -> None:
    workspace = make_example(tmp_path / "voorbeeld")
    (document,) = status_report(workspace)["documents"]
    assert {"verbatim", "filled", "adapted", "local", "derived", "omitted"} <= set(
        document["share"]["counts"]
    )
    assert document["unexplained"] == []
    assert document["locked_changed"] == []
    assert len(list(workspace.repository.versions())) == 4


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"x")
    with pytest.raises(UserError, match="folder-not-empty"):
        derive("belastingen", tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["foto.jpg"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    with pytest.raises(OutsideFailure):
        derive("belastingen", tmp_path / "bestand" / "werkruimte")
    with pytest.raises(UserError, match="no-such-release"):
        derive("belastingen@9.9", tmp_path / "b")
    with pytest.raises(UserError, match="organisation-missing"):
        derive("belastingen", tmp_path / "c", organisation=" ")
    assert [each.name for each in tmp_path.iterdir()] == ["bestand"]


def test_a_standard_derives_from_a_standard(tmp_path: Path) -> None:
    regional = new_workspace(
        tmp_path / "regio", "standard", "Regio", "Regio", author=FATMA, when=now(), message="Begin"
    )
    national = read_document(
        find_source("belastingen").files("1.0")["documents/belastingen.md"].decode()
    )
    path = regional.file(regional.settings.documents[0])
    text = national.text.replace("Inwoners willen", "Alle inwoners willen")
    path.write_text(text, encoding="utf-8")
    release(open_workspace(regional.root), "2.0", FATMA, now(), "Uitgave 2.0")
    path.write_text(text + "\nLater geschreven.\n", encoding="utf-8")
    local = derive(str(regional.root), tmp_path / "lokaal")
    assert local.settings.standards[0].release == "2.0"
    chain = local.chain(local.settings.documents[0])
    assert [each.release for each in chain] == ["2.0"]
    assert "Later geschreven" not in local.read(local.settings.documents[0]).text
    with pytest.raises(UserError, match="name-taken"):
        release(open_workspace(regional.root), "2.0", FATMA, now(), "Nog eens")
    with pytest.raises(UserError, match="release-unfit"):
        release(open_workspace(regional.root), "twee", FATMA, now(), "Fout")


def test_a_locked_wish_is_not_released(tmp_path: Path) -> None:
    workspace = new_workspace(
        tmp_path / "s", "standard", "Tafel", "Tafel", author=FATMA, when=now(), message="Begin"
    )
    path = workspace.file(workspace.settings.documents[0])
    marker = "<!-- clause aaaaaaaaaa T-001 kind=wens theme=informatiebeveiliging -->"
    path.write_text(f"{marker}\nVeilig.\n", encoding="utf-8")
    with pytest.raises(UserError, match="locked-wish"):
        release(open_workspace(workspace.root), "1.0", FATMA, now(), "Uitgave 1.0")


def test_a_changed_snapshot_is_noticed(tmp_path: Path) -> None:
    workspace = derive("belastingen@1.0", tmp_path / "w")
    snapshot = workspace.root / "standards/belastingen/documents/belastingen.md"
    snapshot.write_text(snapshot.read_text("utf-8") + "\n", encoding="utf-8")
    desk = sit_down(open_workspace(workspace.root), Person("Fatma"), now())
    assert [notice.code for notice in desk.notices] == ["snapshot-damaged"]
    desk.leave()


def test_releases_stand_in_the_order_of_their_numbers() -> None:
    assert sorted(["1.10", "1.9", "1.9-rc1", "2"], key=release_key)[-2:] == ["1.10", "2"]


def test_the_text_is_kept_by_itself(tmp_path: Path) -> None:
    opened = opens(derive("belastingen@1.0", tmp_path / "w"))
    assert opened.keeper is not None
    states: list[str] = []
    opened.keeper.on_state = lambda state, _error: states.append(state)
    opened.session.insert_prose(0, "Nieuw.")
    deadline = time.monotonic() + 60
    while "saved" not in states and time.monotonic() < deadline:
        time.sleep(0.05)
    assert states[0] == "unsaved"
    assert states[-1] == "saved"
    path = tmp_path / "w/documents/belastingen.md"
    assert path.read_text("utf-8") == opened.session.document.text
    opened.keeper.close()


def test_a_disk_that_fails_loses_nothing(tmp_path: Path) -> None:
    opened = opens(derive("belastingen@1.0", tmp_path / "w"))
    assert opened.keeper is not None
    folder = tmp_path / "w/documents"
    folder.rename(tmp_path / "w/weg")  # the network drive is gone
    opened.session.insert_prose(0, "Nieuw.")
    with pytest.raises(OutsideFailure):
        opened.keeper.save()
    assert opened.keeper.has_unsaved
    (tmp_path / "w/weg").rename(folder)
    opened.keeper.close()
    assert "Nieuw." in (folder / "belastingen.md").read_text("utf-8")


def test_two_programs_that_write_lose_nothing(tmp_path: Path) -> None:
    workspace = derive("belastingen@1.0", tmp_path / "w")
    opened = opens(workspace)
    assert opened.keeper is not None
    path = tmp_path / "w/documents/belastingen.md"
    theirs = path.read_text("utf-8") + "\nVan buiten.\n"
    opened.session.insert_prose(0, "Van ons.")
    path.write_text(theirs, encoding="utf-8")
    opened.keeper.close()
    assert "Van ons." in path.read_text("utf-8")
    kept = [
        workspace.repository.read(version.id, "documents/belastingen.md").decode()
        for version in workspace.repository.versions()
    ]
    assert theirs in kept


def test_the_history_of_a_clause_follows_it(tmp_path: Path) -> None:
    workspace = derive("belastingen@1.0", tmp_path / "w")
    opened = opens(workspace)
    session, keeper = opened.session, opened.keeper
    assert keeper is not None
    index = next(
        place
        for place, block in enumerate(session.document.blocks)
        if isinstance(block, Clause) and not session.lock_reason(place)
    )
    uid = session.document.blocks[index].uid  # type: ignore[union-attr]
    session.edit_body(index, "Tweede tekst.")
    keeper.save()
    save_version(workspace, "Tweede", FATMA, now())
    session.move(index, 1, len(session.document.blocks))
    keeper.save()
    save_version(workspace, "Verplaatst", FATMA, now())
    session.remove(session.document.positions[uid], reason_class="law", note="Weg")
    keeper.close()
    save_version(workspace, "Weg", FATMA, now())
    found = list(clause_history(workspace, uid))
    assert [each.version.message for each in found] == ["Weg", "Tweede", "Begin"]
    assert found[0].clause is None
    assert found[1].clause is not None
    assert found[1].clause.body == "Tweede tekst."


def test_a_version_needs_words(tmp_path: Path) -> None:
    workspace = derive("belastingen@1.0", tmp_path / "w")
    with pytest.raises(UserError, match="message-missing"):
        save_version(workspace, "  ", FATMA, now())
    with pytest.raises(UserError, match="nothing-new"):
        save_version(workspace, "Niets", FATMA, now())


def test_settings_that_cannot_be_read_say_where(tmp_path: Path) -> None:
    (tmp_path / "coauthor.toml").write_text('format = 1\nkind = "local', encoding="utf-8")
    with pytest.raises(UserError) as caught:
        open_workspace(tmp_path)
    assert caught.value.code == "settings-broken"
    assert caught.value.parameters["line"] == 2
    (tmp_path / "coauthor.toml").write_text('format = 9\nkind = "local"\n', encoding="utf-8")
    with pytest.raises(UserError, match="settings-newer"):
        open_workspace(tmp_path)


def test_foreign_texts_come_in_with_nothing_lost(shared_texts: Path, tmp_path: Path) -> None:
    for path in sorted(shared_texts.rglob("*.md")):
        proposal = propose_file(path)
        assert proposal.lost == (), path.name
        made = proposal.document
        assert read_document(made.text).blocks == made.blocks, path.name
    workspace = new_workspace(
        tmp_path / "w", "local", "Waterrijk", "BIO", author=FATMA, when=now(), message="Begin"
    )
    bio = shared_texts / "bio2/maatregelen-HEAD.md"
    entry = take_in(
        workspace, bio, propose_file(bio), author=FATMA, when=now(), message="Opgehaald"
    )
    document = open_workspace(workspace.root).read(entry)
    codes = {block.code: block for block in document.blocks if getattr(block, "code", "")}
    assert codes["5.04.02"].marker.get("moved-to") == codes["5.10.02"].uid
    assert len(document.clauses) == 161


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "file-empty"), (b"\0\1\2", "not-text")], ids=["empty", "binary"]
)
def test_files_that_are_no_text_are_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    with pytest.raises(UserError, match=code):
        propose_file(path)
