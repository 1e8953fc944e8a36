"""Collecting: what vendors said comes in once, on their own name, and nothing else does."""

from dataclasses import replace
from pathlib import Path

import pygit2
import pytest

from coauthor.errors import UserError
from coauthor.history.sharing.packing import pack
from coauthor.history.sharing.places import connect
from coauthor.history.sharing.sending import send
from coauthor.history.sharing.unpacking import join_package
from coauthor.review.event import Voice, write_event
from coauthor.workspace.events import read_events
from coauthor.workspace.rooms.collecting import plan_collection
from coauthor.workspace.workspace import Workspace

from .making import OWN, Vendor, collect_from, municipality, publish_to, when


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = municipality(tmp_path / "wij")
    publish_to(made, tmp_path / "elk", "Alfa BV", "Beta BV", each=True)
    return made


@pytest.fixture
def alfa(workspace: Workspace, tmp_path: Path) -> Vendor:
    return Vendor("Alfa BV", tmp_path / "elk/alfa-bv")


def codes(workspace: Workspace, vendor: Vendor) -> list[str]:
    return [each.code for each in collect_from(workspace, vendor.root).accepted.refused]


def test_what_vendors_said_comes_in_once(workspace: Workspace, alfa: Vendor, tmp_path: Path):
    beta = Vendor("Beta BV", tmp_path / "elk/beta-bv")
    said = [
        alfa.say("response", values={"verdict": "meets"}),
        alfa.say("question", body="Geldt dit ook voor kwijtschelding?"),
        beta.say("response", values={"verdict": "partly"}),
    ]
    found = collect_from(workspace, alfa.root, beta.root)
    assert not found.accepted.refused
    assert {each.id for each in read_events(workspace)} == {each.id for each in said}
    assert {each.document for each in read_events(workspace)} == {"bel"}
    again = collect_from(workspace, beta.root, alfa.root)
    assert (again.is_new, again.accepted.known) == (False, 3)


def test_looking_first_changes_nothing(workspace: Workspace, alfa: Vendor):
    alfa.say("comment", body="Goed zo")
    found = plan_collection(workspace, [str(alfa.root)], when(30))
    assert len(found.accepted.events) == 1
    assert not list(read_events(workspace))


def test_the_place_of_a_remark_refers_to_our_own_version(workspace: Workspace, alfa: Vendor):
    room_version = alfa.room.repository.last().id
    alfa.say("comment", body="?", values={"version": room_version, "quote": "één"})
    collect_from(workspace, alfa.root)
    (event,) = read_events(workspace)
    assert event.values["version"] == workspace.repository.last().id


def test_a_vendor_cannot_speak_for_another(workspace: Workspace, alfa: Vendor):
    alfa.say("position", voice=Voice(OWN, "municipality"), values={"stance": "agree"})
    assert codes(workspace, alfa) == ["speaks-for-another"]


def test_a_key_speaks_for_one_organisation(workspace: Workspace, tmp_path: Path):
    publish_to(workspace, tmp_path / "kamer", "Alfa BV", "Beta BV")
    kamer = tmp_path / "kamer"
    alfa, beta = (Vendor(f"{each} BV", kamer, tmp_path / each) for each in ("Alfa", "Beta"))
    said = [alfa.say("comment", body="ik"), beta.say("comment", body="ik ook")]
    forger = Vendor("Beta BV", kamer, tmp_path / "Alfa")
    forger.say("comment", body="wij vinden het goed")
    stranger = Vendor(OWN, kamer, tmp_path / "onbekend")
    stranger.say("reply", about=said[0].id, body="dat mag")
    found = collect_from(workspace, kamer)
    assert [each.code for each in found.accepted.refused] == ["speaks-for-another", "own-unproved"]
    assert {each.id for each in read_events(workspace)} == {each.id for each in said}


def test_who_lists_only_itself_does_not_silence_the_others(workspace: Workspace, tmp_path: Path):
    publish_to(workspace, tmp_path / "kamer", "Alfa BV", "Beta BV")
    kamer = tmp_path / "kamer"
    alfa, beta = (Vendor(f"{each} BV", kamer, tmp_path / each) for each in ("Alfa", "Beta"))
    alfa.say("comment", body="ik")
    with (kamer / "people.toml").open("a", encoding="utf-8") as people:
        people.write(
            f'\n[[people]]\nkey = "{alfa.key}"\norganisation = "Alfa BV"\nroles = ["steward"]\n'
        )
    alfa.save()
    beta.say("comment", body="ik ook")
    found = collect_from(workspace, kamer)
    assert not found.accepted.refused
    assert [each.body for each in read_events(workspace)] == ["ik", "ik ook"]


def test_who_is_not_in_the_room_is_not_heard(workspace: Workspace, alfa: Vendor):
    alfa.say("comment", voice=Voice("Beta BV", "vendor"), body="Ik ben Beta")
    people = alfa.root / "people.toml"
    people.write_text(
        people.read_text(encoding="utf-8") + '\n[[organisations]]\nname = "Delta BV"\n'
    )
    alfa.say("comment", voice=Voice("Delta BV", "vendor"), body="Ik ben Delta")
    assert codes(workspace, alfa) == ["organisation-unknown"] * 2


def test_a_vendor_cannot_make_itself_a_municipality(workspace: Workspace, alfa: Vendor):
    alfa.say("position", voice=Voice("Alfa BV", "municipality"), values={"stance": "agree"})
    collect_from(workspace, alfa.root)
    assert [each.voice.party for each in read_events(workspace)] == ["vendor"]


def test_what_was_said_cannot_be_changed_afterwards(workspace: Workspace, alfa: Vendor):
    event = alfa.say("response", values={"verdict": "meets"})
    collect_from(workspace, alfa.root)
    other = replace(event, values={"verdict": "no"})
    (alfa.root / event.path).write_text(write_event(other), encoding="utf-8")
    alfa.save()
    assert codes(workspace, alfa) == ["changed-later"]
    assert [each.values["verdict"] for each in read_events(workspace)] == ["meets"]


def test_what_does_not_fit_is_told(workspace: Workspace, alfa: Vendor):
    alfa.say("accept", about="0" * 26)
    alfa.say("hoera", body="?")
    alfa.say("comment", "zzzzzzzzzz", body="?")
    alfa.say("reply", about="0" * 26, body="?")
    mine = alfa.say("comment", body="?")
    alfa.say("reply", "bbbbbbbbbb", about=mine.id, body="?")
    (alfa.root / "discussion/programma-van-eisen/aaaaaaaaaa/kladje.md").write_text("kladje")
    alfa.say("comment", body="x" * 300_000)
    assert sorted(codes(workspace, alfa)) == [
        "about-elsewhere",
        "about-unknown",
        "clause-unknown",
        "kind-unknown",
        "may-not-decide",
        "no-event",
        "too-large",
    ]
    assert [each.id for each in read_events(workspace)] == [mine.id]


def test_what_a_vendor_did_not_save_is_told_and_waits(workspace: Workspace, alfa: Vendor):
    alfa.say("comment", body="klaar", save=False)
    found = collect_from(workspace, alfa.root)
    assert (found.is_new, found.visited[0].unsaved) == (False, 1)
    alfa.save()
    assert len(collect_from(workspace, alfa.root).accepted.events) == 1


def test_a_clause_that_was_changed_there_becomes_a_suggestion(workspace: Workspace, alfa: Vendor):
    file = alfa.root / "documents/programma-van-eisen.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("één biljet samen", "alle biljetten samen"), encoding="utf-8")
    alfa.save()
    before = (workspace.root / "documents/bel.md").read_bytes()
    found = collect_from(workspace, alfa.root)
    assert found.offered
    (event,) = read_events(workspace)
    assert (event.kind, event.voice.organisation, event.clause) == (
        "suggestion",
        "Alfa BV",
        "aaaaaaaaaa",
    )
    assert "alle biljetten samen" in event.values["text"]
    assert (workspace.root / "documents/bel.md").read_bytes() == before
    assert not collect_from(workspace, alfa.root).is_new


def test_packages_are_rooms_too(workspace: Workspace, alfa: Vendor, tmp_path: Path):
    pack(alfa.room.repository, tmp_path / "heen.coauthor")
    join_package(tmp_path / "heen.coauthor", tmp_path / "ver", must_hold="coauthor.toml")
    far = Vendor("Alfa BV", tmp_path / "ver")
    since = far.room.repository.last().id
    first = far.say("comment", body="heen")
    pack(far.room.repository, tmp_path / "terug.coauthor")
    assert len(collect_from(workspace, tmp_path / "terug.coauthor").accepted.events) == 1
    second = far.say("comment", body="en weer")
    pack(far.room.repository, tmp_path / "nieuw.coauthor", since=[since])
    collect_from(workspace, tmp_path / "nieuw.coauthor")
    assert {each.id for each in read_events(workspace)} == {first.id, second.id}


def test_a_shared_place_is_a_room_too(workspace: Workspace, alfa: Vendor, tmp_path: Path):
    event = alfa.say("comment", body="heen")
    pygit2.init_repository(str(tmp_path / "plek.git"), bare=True, initial_head="main")
    place = connect(alfa.room.repository, str(tmp_path / "plek.git"))
    send(alfa.room.repository, place)
    collect_from(workspace, tmp_path / "plek.git")
    assert [each.id for each in read_events(workspace)] == [event.id]


def test_a_room_of_somebody_else_is_refused(workspace: Workspace, tmp_path: Path):
    other = municipality(tmp_path / "zij")
    publish_to(other, tmp_path / "kamer", "Alfa BV")
    with pytest.raises(UserError, match="room-not-ours"):
        collect_from(workspace, tmp_path / "kamer")
