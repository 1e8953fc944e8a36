"""A release waits for the quorum, for answers to objections and for the blind round."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.errors import UserError
from coauthor.history.repository import Author
from coauthor.history.trust.keys import own_key
from coauthor.language import Catalogue
from coauthor.review.event import read_event
from coauthor.workspace.baselines import name_version
from coauthor.workspace.creating import derive_workspace
from coauthor.workspace.events import keep_event
from coauthor.workspace.exporting import export
from coauthor.workspace.sharing.sending import make_ready
from coauthor.workspace.standards import find_source
from coauthor.workspace.versions import release
from coauthor.workspace.voting.agreeing import agree_rules
from coauthor.workspace.voting.minorities import settled
from coauthor.workspace.voting.sealing import own_secret, show_sealed
from coauthor.workspace.voting.voicing import own_stance
from tests.workspace.voting.table import LOCKED, PEOPLE, A, B, Seat, alone, sit_down

WHEN = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
NOBODY = "quorum = 0\nsize-classes = false\nquorum-vendors = 0\n"


def releases(seat: Seat, number: str = "1.0") -> None:
    release(seat.workspace, number, seat.author, WHEN, number)


def speak_for(seat: Seat, *names: str, uid: str = A, stance: str = "agree") -> None:
    """Say what others would, as if it had come in."""
    for name in names:
        Seat(name, seat.root, name).says(uid, stance)


EVERYBODY = ("Groot", "Klein", "Alfa BV", "Beta BV")


def test_a_release_is_refused_and_names_the_class_of_which_nobody_spoke(tmp_path: Path):
    seat = alone(tmp_path)
    speak_for(seat, "Groot", "Alfa BV", "Beta BV")
    with pytest.raises(UserError, match="quorum-sizes") as raised:
        releases(seat)
    said = Catalogue("nl")("error-quorum-sizes", **raised.value.parameters)
    assert "gemeenten tot 25.000 inwoners" in said
    assert "100.000" not in said
    assert seat.workspace.settings.release == ""
    assert not (seat.root / "positions").exists()
    speak_for(seat, "Klein")
    releases(seat)
    assert seat.workspace.settings.release == "1.0"


def test_a_lower_number_is_no_way_around_the_quorum(tmp_path: Path):
    seat = alone(tmp_path)
    with pytest.raises(UserError, match="quorum"):
        release(seat.workspace, "1.0", seat.author, WHEN, "1.0", anyway=True)


def test_a_standard_is_not_frozen_without_its_quorum_either(tmp_path: Path):
    seat = alone(tmp_path)
    with pytest.raises(UserError, match="quorum"):
        name_version(seat.workspace, "Versie 1", seat.author, WHEN, freeze=True)
    then = seat.workspace.repository.walk().newest
    speak_for(seat, *EVERYBODY)
    name_version(seat.workspace, "Versie 1", seat.author, WHEN, version_id=then, freeze=True)


def test_what_cannot_be_released_leaves_the_files_as_they_were(tmp_path: Path):
    seat = alone(tmp_path)
    speak_for(seat, *EVERYBODY)
    (seat.root / ".git/MERGE_HEAD").write_text("0" * 40 + "\n", "utf-8")
    with pytest.raises(UserError, match="repository-busy"):
        releases(seat)
    assert not (seat.root / "positions/norm.toml").exists()
    assert seat.workspace.settings.release == ""


def test_agreement_to_an_earlier_text_is_no_quorum(tmp_path: Path):
    seat = alone(tmp_path)
    speak_for(seat, *EVERYBODY)
    seat.change("neemt een aanvraag aan", "neemt elke aanvraag aan", "norm")
    with pytest.raises(UserError, match="quorum"):
        releases(seat)


def test_vendors_are_counted_too(tmp_path: Path):
    seat = alone(tmp_path)
    speak_for(seat, "Land", "Groot", "Klein", "Alfa BV")
    with pytest.raises(UserError, match="quorum-vendors"):
        releases(seat)


def test_a_quorum_of_each_clause_can_be_asked(tmp_path: Path):
    seat = alone(tmp_path, settings='quorum-per = "clause"\n')
    speak_for(seat, *EVERYBODY)
    with pytest.raises(UserError, match="quorum-clauses") as raised:
        releases(seat)
    assert raised.value.parameters["clauses"] == "N-002, N-003"


def test_an_objection_without_an_answer_holds_a_release_up(tmp_path: Path):
    seat = alone(tmp_path, settings=NOBODY)
    speak_for(seat, "Alfa BV", uid=LOCKED, stance="object")
    with pytest.raises(UserError, match="objections-open") as raised:
        releases(seat)
    assert raised.value.parameters["organisation"] == "Alfa BV"
    seat.answers(LOCKED, "Alfa BV", "De wet vraagt het.")
    releases(seat)


def test_who_changes_its_mind_is_heard_although_its_clock_was_ahead(tmp_path: Path):
    seat = alone(tmp_path)
    event = seat.says(A, "object")
    ahead = replace(event, id="7" + event.id[1:])
    (seat.root / event.path).unlink()
    keep_event(seat.workspace, ahead)
    assert seat.says(A, "agree").id < ahead.id
    assert seat.room.positions.own(A, "Land").stance == "agree"
    assert seat.says(A, "live").id < ahead.id
    assert seat.room.positions.own(A, "Land").stance == "live"


def test_a_room_that_agreed_nothing_releases_as_before(tmp_path: Path):
    seat = alone(tmp_path)
    (seat.root / "people.toml").unlink()
    releases(seat)
    assert not (seat.root / "positions").exists()


def test_only_the_stewards_side_answers_and_not_its_own_objection(tmp_path: Path):
    seat = alone(tmp_path)
    speak_for(seat, "Klein", stance="object")
    other = Seat("Groot", seat.root, "Groot")
    with pytest.raises(UserError, match="not-the-steward"):
        other.answers(A, "Klein", "Nee.")
    with pytest.raises(UserError, match="answer-missing"):
        seat.answers(A, "Klein", " ")
    seat.says(B, "object")
    with pytest.raises(UserError, match="own-objection"):
        seat.answers(B, "Land", "Toch niet.")


# -- what stays with a release --------------------------------------------------------------


@pytest.fixture
def derived(tmp_path: Path) -> Seat:
    """A municipality that derived from a release with a minority."""
    seat = alone(tmp_path, settings=NOBODY)
    speak_for(seat, "Groot", "Alfa BV")
    speak_for(seat, "Klein", stance="object")
    seat.answers(A, "Klein", "In 2.0 kijken we weer.")
    releases(seat)
    made = derive_workspace(
        find_source(str(seat.root)),
        "1.0",
        tmp_path / "dorp",
        "Dorp",
        author=Author("Jan"),
        when=WHEN,
        message="x",
    )
    return Seat("Jan", made.root, "Dorp")


def test_a_minority_stays_with_the_clause_wherever_it_is_derived(derived: Seat):
    found = settled(derived.workspace, derived.entry)[A]
    assert (found.state, found.agree, found.object) == ("majority", 2, 1)
    assert found.release == "Norm 1.0"
    (minority,) = found.minority
    assert (minority.organisation, minority.argument) == ("Klein", "Te duur.")
    assert (minority.answer, minority.answered_by) == ("In 2.0 kijken we weer.", "Land")
    assert derived.workspace.damaged_snapshots() == []


@pytest.mark.parametrize("kind", ["html", "md"])
def test_an_export_shows_the_minority(derived: Seat, tmp_path: Path, kind: str):
    output = tmp_path / f"uit.{kind}"
    export(derived.workspace, derived.entry, kind, output, when=WHEN)
    text = output.read_text("utf-8")
    assert "Te duur." in text
    assert "Klein" in text
    assert "In 2.0 kijken we weer." in text


def test_a_next_release_has_the_positions_of_then(tmp_path: Path):
    seat = alone(tmp_path, settings=NOBODY)
    speak_for(seat, "Klein", stance="object")
    seat.answers(A, "Klein", "Nee.")
    releases(seat)
    speak_for(seat, "Klein", stance="none")
    seat.change("4 uur", "3 uur", "norm")
    releases(seat, "2.0")
    assert not (seat.root / "positions/norm.toml").exists()
    assert "positions/norm.toml" in seat.workspace.repository.paths("release/1.0")


# -- a blind round --------------------------------------------------------------------------

BLIND = "blind-round = true\n" + NOBODY


@pytest.fixture
def table(tmp_path: Path) -> dict[str, Seat]:
    return sit_down(tmp_path, "Land", "Klein", "Groot", settings=BLIND)


def test_nobody_sees_a_position_before_the_round_closes(table: dict[str, Seat]):
    klein, groot = table["Klein"], table["Groot"]
    event = klein.says(A, "object", "Dit kan ons dorp niet betalen.")
    klein.syncs()
    groot.receive()
    everything = [each for each in groot.root.rglob("*") if each.is_file()]
    assert not any(b"betalen" in each.read_bytes() for each in everything)
    for version in groot.workspace.repository.versions():
        for path in groot.workspace.repository.paths(version.id):
            assert b"betalen" not in groot.workspace.repository.read(version.id, path)
    file = groot.root / event.path
    sealed = read_event(event.path, file.read_text("utf-8"))
    assert sealed is not None
    assert set(sealed.values) == {"seal", "text-digest"}
    assert groot.room.positions.own(A, "Klein").state == "sealed"
    assert own_secret(groot.workspace, event.id) is None
    assert own_stance(klein.workspace, klein.room.positions.own(A, "Klein"))[0] == "object"


def test_after_the_round_each_shows_its_own_with_the_next_sending(table: dict[str, Seat]):
    land, klein, groot = table.values()
    klein.says(A, "object", "Te duur.")
    groot.says(A, "agree")
    klein.syncs()
    groot.syncs()
    land.receive()
    assert show_sealed(klein.workspace, WHEN) == 0
    with pytest.raises(UserError, match="round-open"):
        releases(land)
    land.closes_the_round()
    land.syncs()
    for seat in (klein, groot):
        seat.receive()
        seat.syncs()
    land.receive()
    assert [each.stance for each in land.room.positions.of(A)] == ["agree", "object"]
    assert not list((klein.root / ".git/coauthor/sealed").iterdir())
    with pytest.raises(UserError, match="objections-open"):
        releases(land)


def test_making_ready_to_send_makes_a_version_of_what_is_shown(table: dict[str, Seat]):
    land = table["Land"]
    land.says(A, "live")
    land.closes_the_round()
    make_ready(land.workspace, land.author, WHEN, "Beslist")
    assert land.workspace.repository.changed_paths() == []
    assert land.room.positions.own(A, "Land").stance == "live"


def test_a_vote_that_was_changed_after_it_was_sealed_is_seen_by_all(table: dict[str, Seat]):
    land, klein, _ = table.values()
    event = klein.says(A, "object", "Te duur.")
    klein.syncs()
    land.receive()
    land.closes_the_round()
    land.syncs()
    klein.receive()
    kept = klein.root / f".git/coauthor/sealed/{event.id}.json"
    kept.write_text(kept.read_text("utf-8").replace('"object"', '"agree"'), "utf-8")
    klein.syncs()
    land.receive()
    found = land.room.positions.own(A, "Klein")
    assert (found.stance, found.state) == ("", "broken")


def test_what_a_later_seal_replaced_stays_shut(table: dict[str, Seat]):
    land = table["Land"]
    land.says(A, "object", "Eerst nog niet.")
    land.says(A, "agree")
    land.closes_the_round()
    assert show_sealed(land.workspace, WHEN) == 1
    assert land.room.positions.own(A, "Land").stance == "agree"
    texts = [each.read_text("utf-8") for each in (land.root / "discussion").rglob("*.md")]
    assert not any("Eerst nog niet" in each for each in texts)


def test_only_the_steward_closes_a_round_and_only_one_that_is_open(table: dict[str, Seat]):
    land, klein, _ = table.values()
    with pytest.raises(UserError, match="not-the-steward"):
        klein.closes_the_round()
    land.closes_the_round()
    with pytest.raises(UserError, match="no-blind-round"):
        land.closes_the_round()


# -- commands -------------------------------------------------------------------------------


def test_the_commands_do_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    seat = alone(tmp_path, settings=NOBODY)
    document = str(seat.root / "documents/norm.md")
    assert main(["position", document, "N-001", "object"]) == 2
    assert "argument" in capsys.readouterr().err
    assert main(["position", document, "N-001", "agree"]) == 0
    speak_for(seat, "Klein", stance="object")
    assert main(["positions", str(seat.root)]) == 1, "an objection waits for an answer"
    shown = capsys.readouterr().out
    assert "Klein: bezwaar – Te duur." in shown
    assert "Kandidaat: 0 van de 3 bepalingen (0 %)." in shown
    assert main(["answer-objection", document, "N-001", "Klein", "-m", "Nee."]) == 0
    assert main(["positions", str(seat.root), "--json"]) == 0
    assert main(["shares", str(seat.root), "--json"]) in (0, 1)
    assert main(["answer-objection", document, "N-001", "Groot", "-m", "Nee."]) == 2
    assert main(["close-round", document]) == 2


def test_what_others_wrote_does_nothing_in_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    seat = alone(tmp_path)
    Seat("Klein", seat.root, "Klein").says(A, "object", "\x1b]0;kwaad\x07 \u202e duur")
    main(["positions", str(seat.root)])
    assert not set("\x1b\x07\u202e") & set(capsys.readouterr().out)


def test_a_setting_that_does_not_fit_is_told_and_nothing_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    seat = alone(tmp_path, settings='quorum = "veel"\n')
    assert main(["positions", str(seat.root)]) == 2
    assert "quorum" in capsys.readouterr().err
    with pytest.raises(UserError, match="voting-setting"):
        releases(seat)


# -- a room with roles ----------------------------------------------------------------------


def with_key(seat: Seat, organisation: str, *roles: str) -> None:
    """List the person at this computer, and nobody else."""
    path = seat.root / "people.toml"
    listed = [str(role) for role in roles]
    person = f'\n[[people]]\nkey = "{own_key().public}"\norganisation = "{organisation}"\n'
    path.write_text(f"{PEOPLE}{person}roles = {json.dumps(listed)}\n", "utf-8")


def test_a_key_says_for_whom_one_speaks_whatever_name_one_gives(tmp_path: Path):
    seat = alone(tmp_path)
    with_key(seat, "Klein", "expert")
    event = Seat("Iemand", seat.root, "Groot").says(A, "agree")
    assert event.voice.organisation == "Klein"
    for act in (seat.closes_the_round, lambda: releases(seat)):
        with pytest.raises(UserError, match="not-allowed"):
            act()


@pytest.mark.parametrize("role", ["reader", "adviser"])
def test_who_has_no_vote_takes_no_position(tmp_path: Path, role: str):
    seat = alone(tmp_path)
    with_key(seat, "Klein", role)
    with pytest.raises(UserError, match="not-allowed"):
        seat.says(A, "agree")
    assert not (seat.root / "discussion").exists()


def test_only_who_may_change_people_changes_what_was_agreed(tmp_path: Path):
    seat = alone(tmp_path)
    with_key(seat, "Klein", "expert")
    with pytest.raises(UserError, match="not-allowed"):
        agree_rules(seat.workspace, {"quorum": 1})
    with_key(seat, "Land", "steward")
    before = (seat.root / "people.toml").read_text("utf-8")
    with pytest.raises(UserError, match="voting-setting"):
        agree_rules(seat.workspace, {"warn-class": 200})
    assert (seat.root / "people.toml").read_text("utf-8") == before
    agree_rules(seat.workspace, {"quorum": 5, "warn-class": 50})
    after = (seat.root / "people.toml").read_text("utf-8")
    assert after == f"{before}\n[settings]\nquorum = 5\n"
    agree_rules(seat.workspace, {"quorum": 3})
    assert seat.room.rules.quorum == 3
    assert "quorum" not in (seat.root / "people.toml").read_text("utf-8"), "as it follows anyway"
