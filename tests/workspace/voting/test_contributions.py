"""Shares in real workspaces: from the history, from proposals, and from suggestions."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from coauthor.history.repository import Author
from coauthor.review.voting.shares import Part
from coauthor.workspace.creating import derive_workspace
from coauthor.workspace.events import say, voice_of
from coauthor.workspace.person import Person
from coauthor.workspace.standards import find_source
from coauthor.workspace.versions import release
from coauthor.workspace.voting.contributions import moment, shares_of, touches
from tests.workspace.voting.table import A, B, Seat, alone, sit_down

NOBODY = "quorum = 0\nsize-classes = false\nquorum-vendors = 0\n"


def parts(seat: Seat) -> dict[str, Part]:
    return {each.name: each for each in shares_of(seat.workspace).organisations}


def test_words_belong_to_the_organisation_that_the_version_names(tmp_path: Path):
    seats = sit_down(tmp_path, "Land", "Groot", "Klein")
    seats["Groot"].change("neemt een aanvraag aan", "neemt een digitale aanvraag aan", "norm")
    seats["Groot"].syncs()
    seats["Klein"].change("binnen 4 uur", "binnen 4 werkuren", "norm")
    seats["Klein"].syncs()
    seats["Land"].receive()
    found = parts(seats["Land"])
    assert (found["Groot"].words, found["Klein"].words) == (1, 1)
    assert sum(each.text for each in found.values()) == 1


def test_a_version_that_brings_texts_together_wrote_nothing(tmp_path: Path):
    seats = sit_down(tmp_path, "Land", "Groot")
    seats["Groot"].change("neemt een aanvraag aan", "neemt een digitale aanvraag aan", "norm")
    seats["Land"].change("4 uur", "5 uur", "norm")
    seats["Land"].syncs()
    seats["Groot"].syncs()
    seats["Land"].receive()
    assert [each.organisation for each in touches(seats["Land"].workspace)[A]] == ["", "Groot"]
    assert [each.organisation for each in touches(seats["Land"].workspace)[B]] == ["", "Land"]


def test_a_suggestion_that_was_taken_over_is_of_who_made_it(tmp_path: Path):
    seat = alone(tmp_path)
    space, entry = seat.workspace, seat.entry
    clause = seat.clause(B)
    body = clause.body.replace("binnen 4 uur", "binnen 4 uur op elke werkdag")
    vendor = voice_of(space, Person("Lisa", "Alfa BV"))
    values = {"title": clause.title, "text": body, "base": clause.body}
    offered = say(space, vendor, "suggestion", entry, B, datetime.now(UTC), values=values)
    land = voice_of(space, seat.person)
    say(space, land, "accept", entry, B, datetime.now(UTC), about=offered.id)
    seat.change("binnen 4 uur", "binnen 4 uur op elke werkdag", "norm")
    later = datetime.now(UTC) + timedelta(seconds=2)
    space.repository.commit("Overgenomen", Author("Ruud", organisation="Land"), later)
    found = parts(seat)
    assert found["Alfa BV"].words == 3
    assert (found["Alfa BV"].proposals, found["Alfa BV"].adopted) == (1, 1)
    assert found["Land"].words == 0


def test_what_is_not_in_a_version_yet_is_ours(tmp_path: Path):
    seat = alone(tmp_path)
    seat.change("4 uur", "4 lange uren", "norm")
    assert parts(seat)["Land"].words == 2


def test_the_words_of_the_standard_are_nobodys_in_a_derived_document(tmp_path: Path):
    seat = alone(tmp_path, settings=NOBODY)
    release(seat.workspace, "1.0", seat.author, datetime.now(UTC), "1.0")
    made = derive_workspace(
        find_source(str(seat.root)),
        "1.0",
        tmp_path / "dorp",
        "Dorp",
        author=Author("Jan"),
        when=datetime.now(UTC),
        message="x",
    )
    dorp = Seat("Jan", made.root, "Dorp")
    assert parts(dorp) == {}
    dorp.change("4 uur", "4 werkbare uren", "norm")
    assert parts(dorp)["Dorp"].words == 2


def test_a_moment_that_nobody_can_read_is_the_oldest():
    assert moment("gisteren") < moment("2020-01-01") < moment("2020-01-01T00:00:01+00:00")
