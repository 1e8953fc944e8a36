"""A shared room is its publisher's: vendors speak in it, and change nothing."""

import shutil
from pathlib import Path

import pytest

from coauthor.errors import UserError
from coauthor.history.states import newest
from coauthor.history.trust.checking import check_all
from coauthor.review.event import Voice
from coauthor.review.rights import COMMENT, EDIT, RESPOND
from coauthor.workspace.events import acts_here, people_of, read_events
from coauthor.workspace.person import Person, write_person
from coauthor.workspace.rooms.guarding import room_key
from coauthor.workspace.rooms.making import open_room
from coauthor.workspace.suggesting.offering import all_suggestions
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.workspace.sharing import Writer

from .making import OWN, Vendor, collect_from, municipality, publish_to, rewrite

DOCUMENT = "documents/programma-van-eisen.md"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return municipality(tmp_path / "wij")


@pytest.fixture
def room(workspace: Workspace, tmp_path: Path) -> Path:
    publish_to(workspace, tmp_path / "kamer", "Alfa BV", "Beta BV")
    return tmp_path / "kamer"


@pytest.fixture
def alfa(room: Path, tmp_path: Path) -> Vendor:
    return Vendor("Alfa BV", room, tmp_path / "thuis-alfa")


def edit(vendor: Vendor, old: str = "één biljet samen", new: str = "één rekening samen") -> str:
    path = vendor.root / DOCUMENT
    text = path.read_text("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode())
    return vendor.save()


def broken_rules(room: Path) -> set[tuple[str, str]]:
    (checked,) = check_all(room)
    return {(each.breach.rule, each.breach.path) for each in checked.verdict.findings}


def test_the_room_lists_a_key_of_nobody_that_only_its_maker_may_read(
    workspace: Workspace, room: Path
) -> None:
    (steward,) = people_of(open_workspace(room)).members
    key = room_key(workspace)
    assert (steward.key, steward.organisation) == (key.public, OWN)
    assert key.path.stat().st_mode & 0o777 == 0o600
    assert not list(room.rglob("id_ed25519*"))
    assert broken_rules(room) == set()


def test_the_edit_of_a_vendor_is_refused(room: Path, alfa: Vendor) -> None:
    edit(alfa)
    assert broken_rules(room) == {("not-allowed", DOCUMENT)}


def test_the_edit_of_a_vendor_reaches_another_as_a_suggestion_only(
    room: Path, alfa: Vendor, tmp_path: Path
) -> None:
    shutil.copytree(room, tmp_path / "beta")
    text = (room / DOCUMENT).read_bytes()
    alfa.say("comment", body="Kan dit korter?")
    tip = edit(alfa)
    beta = Writer("Bea", tmp_path / "beta", "Beta BV")
    beta.workspace.repository.git.remotes.create_anonymous(str(room)).fetch(
        ["+refs/heads/*:refs/remotes/kamer/*"]
    )
    beta.take(tip)
    assert (tmp_path / "beta" / DOCUMENT).read_bytes() == text
    there = beta.workspace
    (offer,) = all_suggestions(there)
    assert offer.event.voice.organisation == "Alfa BV"
    assert "Kan dit korter?" in [each.body for each in read_events(there)]


def test_what_vendors_say_passes_and_is_collected(
    workspace: Workspace, room: Path, alfa: Vendor, tmp_path: Path
) -> None:
    beta = Vendor("Beta BV", room, tmp_path / "thuis-beta")
    alfa.say("comment", body="Kan dit korter?")
    beta.say("response", values={"verdict": "meets"})
    alfa.say("suggestion", body="Zo", values={"title": "Biljet", "text": "Korter."})
    assert broken_rules(room) == set()
    assert not collect_from(workspace, room).accepted.refused
    assert len(list(read_events(workspace))) == 3


@pytest.mark.parametrize("name", [OWN, OWN.upper(), f" {OWN} ", ""])
def test_a_guest_does_not_speak_as_the_municipality(room: Path, tmp_path: Path, name: str) -> None:
    guest = Vendor(name, room, tmp_path / "thuis-gast")
    said = guest.say("comment", voice=Voice(name or OWN, "municipality"), body="Zo is het.")
    assert broken_rules(room) == {("organisation", said.path)}


def test_nor_under_its_own_name(room: Path, alfa: Vendor) -> None:
    said = alfa.say("comment", voice=Voice(OWN, "municipality"), body="Zo is het.")
    assert broken_rules(room) == {("event-voice", said.path)}


@pytest.mark.parametrize("kind", ["accept", "reject", "close-round"])
def test_a_guest_decides_nothing(room: Path, alfa: Vendor, kind: str) -> None:
    begun = alfa.say("comment", body="Kan dit korter?")
    said = alfa.say(kind, about=begun.id)
    assert broken_rules(room) == {("not-allowed", said.path)}


@pytest.mark.parametrize("path", ["people.toml", "coauthor.toml", "proposals/x.md", "memo/x.md"])
def test_a_guest_writes_nothing_but_the_discussion(room: Path, alfa: Vendor, path: str) -> None:
    target = room / path
    target.parent.mkdir(exist_ok=True)
    before = target.read_text("utf-8") if target.exists() else ""
    target.write_text(before + "\n# ook van ons\n", "utf-8")
    alfa.save()
    assert broken_rules(room) == {("not-allowed", path)}


def test_in_the_program_a_vendor_may_speak_and_the_municipality_reads(
    room: Path, home: Path
) -> None:
    write_person(Person("Alf", "Alfa BV"))
    acts = acts_here(open_workspace(room))
    assert {COMMENT, RESPOND} <= acts
    assert EDIT not in acts
    write_person(Person("Anke", OWN.upper()))
    assert acts_here(open_workspace(room)) == frozenset()


def test_the_next_text_stands_although_a_vendor_changed_the_one_before(
    workspace: Workspace, room: Path, alfa: Vendor
) -> None:
    edit(alfa)
    rewrite(workspace, "4 uur", "8 uur")
    publish_to(workspace, room, "Alfa BV", "Beta BV", minute=40)
    (checked,) = check_all(room)
    assert not checked.verdict.stains
    assert "8 uur" in (room / DOCUMENT).read_text("utf-8")
    assert "rekening" not in (room / DOCUMENT).read_text("utf-8")


def test_a_room_of_before_gets_the_key_with_its_next_text(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "oud"
    with monkeypatch.context() as patch:
        patch.setattr("coauthor.workspace.rooms.making.with_publisher", lambda *_: None)
        publish_to(workspace, old, "Alfa BV")
    assert not people_of(open_workspace(old)).members
    rewrite(workspace, "4 uur", "8 uur")
    publish_to(workspace, old, "Alfa BV", minute=40)
    (steward,) = people_of(open_workspace(old)).members
    assert steward.key == room_key(workspace).public
    edit(Vendor("Alfa BV", old, tmp_path / "thuis-alfa"))
    assert broken_rules(old) == {("not-allowed", DOCUMENT)}


def test_another_computer_does_not_publish_under_another_key(
    workspace: Workspace, room: Path
) -> None:
    before = newest(open_workspace(room).repository)
    shutil.rmtree(room_key(workspace).path.parent)
    rewrite(workspace, "4 uur", "8 uur")
    with pytest.raises(UserError) as found:
        publish_to(workspace, room, "Alfa BV", "Beta BV", minute=40)
    assert found.value.code == "room-key-missing"
    assert newest(open_workspace(room).repository) == before
    assert open_room(room) is not None
