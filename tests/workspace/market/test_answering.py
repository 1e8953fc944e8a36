"""A vendor answers, reads, and uses its answers again; what is private stays private."""

import sqlite3
import stat
from pathlib import Path

import pytest

from coauthor.errors import Cancelled, UserError
from coauthor.review.market.readings import is_understood
from coauthor.review.market.responses import Answer
from coauthor.workspace.market.answering import answer, answer_many, take_back, vendor_voice
from coauthor.workspace.market.asked import sheet
from coauthor.workspace.market.covering import export_market, market_of, said_of
from coauthor.workspace.market.own_answers import OwnAnswers, own_folder
from coauthor.workspace.market.understanding import confirm, read_clause, withdraw
from coauthor.workspace.person import Person
from coauthor.workspace.workspace import Workspace
from tests.workspace.market.making import FATMA, LISA, TEXT, TOM, WHEN, room

A, B, C = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    return room(tmp_path / "waterrijk")


def parts(workspace: Workspace):
    entry = workspace.settings.documents[0]
    return entry, workspace.read(entry)


def says(workspace: Workspace, uid: str, person: Person, verdict: str, *more: str):
    entry, document = parts(workspace)
    return answer(workspace, entry, document.clause(uid), Answer(verdict, *more), person, WHEN)


def sheet_of(workspace: Workspace, person: Person = LISA):
    entry, document = parts(workspace)
    return sheet(workspace, entry, document, said_of(workspace, entry), person)


def asked(workspace: Workspace, uid: str, person: Person = LISA):
    return next(each for each in sheet_of(workspace, person).asked if each.clause.uid == uid)


def market(workspace: Workspace):
    entry, document = parts(workspace)
    return market_of(workspace, entry, document, said_of(workspace, entry), WHEN)


def refusal(work) -> str:
    with pytest.raises(UserError) as caught:
        work()
    return caught.value.code


def test_an_answer_is_seen_by_everybody_in_the_room(here):
    says(here, A, LISA, "roadmap", "2027-07-01", "80 uur", "Eerst de kern.")
    (given,) = market(here).clause(A).given
    assert given.organisation == "Acme"
    assert given.answer == Answer("roadmap", "2027-07-01", "hours:80", "Eerst de kern.")
    found = sheet_of(here)
    assert (found.whole.answered, found.whole.total) == (1, 3)
    assert found.seen_by == ("Gemeente Waterrijk", "Belsoft")
    assert sheet_of(here, TOM).whole.answered == 0


def test_only_a_vendor_answers(here, tmp_path):
    assert refusal(lambda: says(here, A, FATMA, "meets")) == "answer-not-vendor"
    assert refusal(lambda: says(here, A, Person("X", "Vreemd"), "meets")) == "answer-not-vendor"
    assert refusal(lambda: vendor_voice(here, Person("X"))) == "answer-who"
    assert refusal(lambda: vendor_voice(here, Person("X", "acme"))) == "answer-not-vendor"
    open_room = room(tmp_path / "open", people="")
    assert refusal(lambda: vendor_voice(open_room, Person("X"))) == "answer-who"
    assert refusal(lambda: vendor_voice(open_room, FATMA)) == "answer-not-vendor"
    assert vendor_voice(open_room, LISA).organisation == "Acme"


def test_a_refused_answer_writes_nothing(here):
    assert refusal(lambda: says(here, A, LISA, "unacceptable")) == "answer-reason-missing"
    assert refusal(lambda: says(here, "dddddddddd", LISA, "meets")) == "answer-not-asked"
    entry, document = parts(here)
    both = [(document.clause(A), Answer("meets")), (document.clause(B), Answer("roadmap"))]
    code = refusal(lambda: answer_many(here, entry, both, LISA, WHEN))
    assert code == "answer-date-missing"
    assert not (here.root / "discussion").exists()


def test_many_clauses_are_answered_at_once_and_stopping_keeps_what_was_written(here):
    entry, document = parts(here)
    both = [(document.clause(uid), Answer("meets")) for uid in (A, C)]

    def stop(_count: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        answer_many(here, entry, both, LISA, WHEN, stop)
    assert sheet_of(here).whole.answered == 1
    assert len(OwnAnswers("Acme").known()) == 1
    answer_many(here, entry, both, LISA, WHEN)
    assert sheet_of(here).whole.answered == 2


def test_answers_are_offered_in_another_workspace_on_the_same_text(here, tmp_path):
    says(here, A, LISA, "partly", "", "M", "Zonder bijlagen.")
    there = room(tmp_path / "zandstad")
    offer = asked(there, A).offer
    assert offer
    assert offer.same_text
    assert offer.kept.response.answer == Answer("partly", "", "M", "Zonder bijlagen.")
    assert offer.kept.place == "Gemeente Waterrijk · Heffen"
    assert asked(there, A, TOM).offer is None


def test_a_changed_text_is_a_lesser_offer_with_the_text_of_then(here, tmp_path):
    says(here, A, LISA, "meets")
    there = room(tmp_path / "there", text=TEXT.replace("één biljet", "één digitaal biljet"))
    offer = asked(there, A).offer
    assert offer
    assert not offer.same_text
    assert offer.kept.asked["body"] == "Het systeem stelt één biljet samen."
    says(there, A, LISA, "no")
    third = room(tmp_path / "third")
    again = asked(third, A).offer
    assert again
    assert again.same_text  # older, but on this text
    assert again.kept.response.answer.verdict == "meets"


def test_a_text_that_changes_makes_the_answer_stale_and_offers_it(here):
    says(here, A, LISA, "meets")
    entry, _ = parts(here)
    path = here.file(entry)
    path.write_text(path.read_text("utf-8").replace("één biljet", "twee biljetten"), "utf-8")
    found = asked(here, A)
    assert found.is_stale
    assert found.is_open
    assert found.offer
    assert not found.offer.same_text
    assert market(here).clause(A).warnings == ("outdated",)


def test_an_answer_taken_back_is_asked_again_and_offered_nowhere(here, tmp_path):
    says(here, A, LISA, "meets")
    entry, _ = parts(here)
    own = asked(here, A).own
    assert refusal(lambda: take_back(here, entry, own, TOM, WHEN)) == "not-yours"
    take_back(here, entry, own, LISA, WHEN)
    assert asked(here, A).own is None
    assert asked(room(tmp_path / "there"), A).offer is None


def test_own_answers_lie_outside_every_workspace_and_are_for_the_person_alone(here):
    says(here, A, LISA, "meets")
    path = OwnAnswers("Acme").path
    assert path.parent == own_folder()
    assert here.root not in path.parents
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert OwnAnswers(" ACME").path == path
    assert OwnAnswers("Belsoft").path != path


def test_own_answers_can_be_thrown_away_and_come_back_from_the_workspace(here, tmp_path):
    says(here, A, LISA, "meets")
    OwnAnswers("Acme").path.unlink()
    assert asked(room(tmp_path / "before"), A).offer is None
    sheet_of(here)
    assert asked(room(tmp_path / "after"), A).offer


@pytest.mark.parametrize("damage", ["text", "later"])
def test_a_broken_file_of_own_answers_stops_nobody_from_answering(here, damage):
    path = OwnAnswers("Acme").path
    path.parent.mkdir(parents=True)
    if damage == "text":
        path.write_text("dit is geen bestand van ons " * 50, "utf-8")
    else:
        base = sqlite3.connect(path)
        base.execute("PRAGMA user_version = 99")
        base.close()
    before = path.read_bytes()
    said = says(here, A, LISA, "meets")
    assert said.trouble
    assert said.trouble.code == "own-answers-broken"
    found = sheet_of(here)
    assert found.whole.answered == 1
    assert found.trouble
    assert path.read_bytes() == before


def test_a_reading_is_confirmed_by_the_municipality_and_may_be_withdrawn(here):
    entry, document = parts(here)
    clause = document.clause(A)
    assert refusal(lambda: read_clause(here, entry, clause, " ", LISA, WHEN)) == "reading-missing"
    read_clause(here, entry, clause, "Eén biljet per adres.", LISA, WHEN)
    (reading,) = asked(here, A).readings
    assert refusal(lambda: confirm(here, entry, clause, reading, LISA, WHEN)) == "reading-own"
    assert refusal(lambda: withdraw(here, entry, reading, TOM, WHEN)) == "not-yours"
    confirm(here, entry, clause, reading, FATMA, WHEN)
    assert market(here).clause(A).understood
    confirm(here, entry, clause, reading, TOM, WHEN)
    assert market(here).clause(A).is_tested
    (reading,) = asked(here, A).readings
    withdraw(here, entry, reading, FATMA, WHEN)
    assert not is_understood(asked(here, A).readings, reading.digest)


def test_a_reading_of_an_earlier_text_is_not_confirmed(here):
    entry, document = parts(here)
    read_clause(here, entry, document.clause(A), "Eén biljet per adres.", LISA, WHEN)
    (reading,) = asked(here, A).readings
    path = here.file(entry)
    path.write_text(path.read_text("utf-8").replace("één biljet", "twee biljetten"), "utf-8")
    clause = here.read(entry).clause(A)
    assert refusal(lambda: confirm(here, entry, clause, reading, FATMA, WHEN)) == "reading-stale"


def test_a_locked_clause_warns_when_a_vendor_says_no(here):
    for uid in (A, B):
        for person in (LISA, TOM):
            says(here, uid, person, "meets")
    says(here, B, TOM, "partly")
    assert market(here).clause(B).locked
    assert market(here).clause(B).warnings == ("knock-out-one", "locked-refused")


@pytest.mark.parametrize("form", ["xlsx", "html"])
def test_the_coverage_is_written_to_a_file(here, tmp_path, form):
    says(here, A, LISA, "meets")
    entry, document = parts(here)
    output = tmp_path / "uit" / f"dekking.{form}"
    export_market(here.root, entry.name, document.text, form, output, WHEN, "nl")
    assert output.stat().st_size > 500
    code = refusal(
        lambda: export_market(here.root, entry.name, document.text, "doc", output, WHEN, "nl")
    )
    assert code == "unknown-format"
