"""Answers that all may read: the same to everybody, and nobody is told who asked."""

from pathlib import Path
from typing import Any

import pytest

from coauthor.errors import OutsideFailure, UserError
from coauthor.review.event import Event, Voice
from coauthor.workspace.events import read_events, say
from coauthor.workspace.rooms import answers as answering
from coauthor.workspace.rooms.answers import Answer, answer_doubts, answers, publish_answers
from coauthor.workspace.workspace import Workspace, open_workspace

from .making import OWN, Vendor, collect_from, municipality, publish_to, rewrite, when


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = municipality(tmp_path / "wij")
    publish_to(made, tmp_path / "elk", "Alfa BV", "Beta BV", each=True)
    publish_to(made, tmp_path / "kamer", "Gamma BV")
    return made


@pytest.fixture
def alfa(workspace: Workspace, tmp_path: Path) -> Vendor:
    return Vendor("Alfa BV", tmp_path / "elk/alfa-bv")


def answer(workspace: Workspace, vendor: Vendor, question: str, said: str) -> Answer:
    """Let a vendor ask, collect it, and answer it inside."""
    asked = vendor.say("question", body=question)
    collect_from(workspace, vendor.root)
    entry = workspace.entry("bel")
    voice = Voice(OWN, "municipality", "steward", "SHA256:wie")
    say(workspace, voice, "reply", entry, asked.clause, when(40), about=asked.id, body=said)
    return answers(workspace, "bel")[-1]


def events(room: Path) -> list[Event]:
    return list(read_events(open_workspace(room)))


def test_the_asker_gets_an_answer_and_the_others_the_question_too(
    workspace: Workspace, alfa: Vendor, tmp_path: Path
):
    made = answer(workspace, alfa, "Ook voor kwijtschelding?", "Ja. <!-- al besproken -->")
    publish_answers(workspace, "bel", [made], when(45), "Antwoord")
    asked, reply = events(alfa.root)
    assert (asked.voice.organisation, reply.about, reply.body) == ("Alfa BV", asked.id, "Ja. ")
    for room in (tmp_path / "elk/beta-bv", tmp_path / "kamer"):
        asked, reply = events(room)
        assert (asked.kind, asked.body) == ("question", "Ook voor kwijtschelding?")
        assert {asked.voice, reply.voice} == {Voice(OWN, "municipality")}
        assert reply.about == asked.id != made.question.id
        assert reply.id != made.reply.id
        assert b"Alfa" not in b"".join(p.read_bytes() for p in room.rglob("*") if p.is_file())


def test_what_we_told_is_not_collected_back(workspace: Workspace, alfa: Vendor, tmp_path: Path):
    made = answer(workspace, alfa, "Ook voor kwijtschelding?", "Ja.")
    publish_answers(workspace, "bel", [made], when(45), "Antwoord")
    found = collect_from(workspace, alfa.root, tmp_path / "elk/beta-bv", tmp_path / "kamer")
    assert not found.is_new
    assert not found.accepted.refused
    assert [each.went for each in answers(workspace, "bel")] == [True]


def test_all_get_it_or_nobody_does(workspace: Workspace, alfa: Vendor, tmp_path: Path):
    made = answer(workspace, alfa, "Ook voor kwijtschelding?", "Ja.")
    (tmp_path / "kamer").rename(tmp_path / "elders")
    with pytest.raises(UserError, match="room-missing"):
        publish_answers(workspace, "bel", [made], when(45), "Antwoord")
    assert len(events(alfa.root)) == 1


def test_an_answer_that_reached_some_rooms_only_still_waits_and_goes_to_the_others(
    workspace: Workspace, alfa: Vendor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = answer(workspace, alfa, "Ook voor kwijtschelding?", "Ja.")
    whole = answering.add_files

    def full_disk(room: Workspace, *given: Any) -> Any:
        if room.root == tmp_path / "kamer":
            raise OutsideFailure("disk-failed", path="kamer", reason="vol")
        return whole(room, *given)

    monkeypatch.setattr(answering, "add_files", full_disk)
    with pytest.raises(OutsideFailure):
        publish_answers(workspace, "bel", [made], when(45), "Antwoord")
    assert len(events(alfa.root)) == 2
    (waits,) = answers(workspace, "bel")
    assert not waits.went  # else one room knows what another never will
    monkeypatch.undo()
    publish_answers(workspace, "bel", [waits], when(50), "Antwoord")
    assert [each.went for each in answers(workspace, "bel")] == [True]
    for room in (alfa.root, tmp_path / "elk/beta-bv", tmp_path / "kamer"):
        assert [each.kind for each in events(room)] == ["question", "reply"]


def test_who_comes_later_knows_what_the_others_were_told(
    workspace: Workspace, alfa: Vendor, tmp_path: Path
):
    made = answer(workspace, alfa, "Ook voor kwijtschelding?", "Ja.")
    publish_answers(workspace, "bel", [made], when(45), "Antwoord")
    rewrite(workspace, "één biljet samen", "één aanslagbiljet samen")
    publish_to(workspace, tmp_path / "elk", "Delta BV", each=True, minute=50)
    assert [each.body for each in events(tmp_path / "elk/delta-bv")] == [
        "Ook voor kwijtschelding?",
        "Ja.",
    ]
    assert len(events(alfa.root)) == 2


def test_what_is_said_among_ourselves_is_no_answer(workspace: Workspace):
    entry = workspace.entry("bel")
    ours = Voice(OWN, "municipality")
    first = say(workspace, ours, "comment", entry, "aaaaaaaaaa", when(), body="Te duur?")
    say(workspace, ours, "reply", entry, "aaaaaaaaaa", when(), about=first.id, body="Vast.")
    assert answers(workspace, "bel") == ()


def test_a_question_that_tells_who_asked_is_flagged(workspace: Workspace, alfa: Vendor):
    made = answer(workspace, alfa, "Telt de module van Alfa BV ook?", "Ja.")
    assert [each.found for each in answer_doubts(workspace, [made])] == ["Alfa BV"]
