"""Answers of vendors: whose word counts, on which text, and how far one is."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.errors import UserError
from coauthor.review.market.responses import (
    VERDICTS,
    Answer,
    checked,
    digests,
    is_knock_out,
    progress,
    responses,
)
from coauthor.review.market.sizes import read_size, typed_size
from coauthor.review.people import People, name_key
from coauthor.review.sides import Sides
from tests.review.market.making import SIDES, answered, clause, said


def test_the_newest_answer_of_an_organisation_counts_however_it_is_spelled():
    one = clause()
    events = [answered("Acme", "no", one), answered(" ACME ", "meets", one)]
    random.Random(1).shuffle(events)
    found = responses(events, SIDES)[one.uid]
    assert [each.answer.verdict for each in found.values()] == ["meets"]


def test_a_municipality_or_a_stranger_counts_for_no_vendor():
    one = clause()
    events = [
        answered("Gemeente Zandstad", "meets", one),
        answered("Gebruikersclub", "meets", one),
        answered("Onbekend", "meets", one, party="vendor"),
    ]
    assert responses(events, SIDES) == {}


def test_without_a_list_everybody_but_the_owner_answers():
    one = clause()
    sides = Sides(People(), "Gemeente Waterrijk")
    events = [
        answered("Acme", "meets", one),
        answered("Gemeente  waterrijk", "meets", one),
        answered("Buur", "meets", one, party="municipality"),
        answered("", "meets", one),
    ]
    assert list(responses(events, sides)[one.uid]) == ["acme"]


def test_an_answer_is_stale_once_the_text_or_what_weighs_changed():
    one = clause()
    found = responses([answered("Acme", "meets", one)], SIDES)[one.uid]["acme"]
    for other in (clause(body="Het systeem zwijgt."), clause(marks="kind=eis priority=could")):
        assert found.is_stale(digests([other])[one.uid])
    assert not found.is_stale(digests([clause(body="\nHet systeem antwoordt.\n\n")])[one.uid])


def test_only_its_giver_takes_an_answer_back_and_an_earlier_one_does_not_come_back():
    one = clause()
    first, second = answered("Acme", "meets", one), answered("Acme", "no", one)
    events = [first, second, said("withdraw", "Belsoft", one, about=second)]
    assert responses(events, SIDES)[one.uid]["acme"].answer.verdict == "no"
    assert responses([*events, said("withdraw", "Acme", one, about=second)], SIDES) == {}


def test_an_answer_that_nobody_understands_is_passed_over():
    one = clause()
    events = [answered("Acme", "meets", one), answered("Acme", "misschien", one)]
    assert responses(events, SIDES)[one.uid]["acme"].answer.verdict == "meets"
    late = responses([answered("Acme", "roadmap", one, date="ooit")], SIDES)[one.uid]["acme"]
    assert late.answer == Answer("roadmap")


@pytest.mark.parametrize(
    ("given_answer", "code"),
    [
        (Answer("misschien"), "answer-verdict-unknown"),
        (Answer("roadmap"), "answer-date-missing"),
        (Answer("roadmap", "zomer"), "answer-date-broken"),
        (Answer("roadmap", "20270701"), "answer-date-broken"),
        (Answer("unacceptable", explanation=" \n"), "answer-reason-missing"),
        (Answer("meets", size="veel"), "answer-size-broken"),
    ],
)
def test_an_answer_that_lacks_something_is_refused(given_answer, code):
    with pytest.raises(UserError) as caught:
        checked(given_answer)
    assert caught.value.code == code


def test_a_date_stays_with_a_roadmap_only():
    assert checked(Answer("meets", "2027-07-01", "m", " Ja. ")) == Answer("meets", "", "M", "Ja.")
    assert checked(Answer("roadmap", "2027-07-01")).date == "2027-07-01"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("s", "S"),
        ("80 uur", "hours:80"),
        ("80h", "hours:80"),
        ("€ 5.000", "euro:5000"),
        ("5000 euro", "euro:5000"),
        ("€ 1.200 per jaar", "euro-year:1200"),
        ("1200 eur /jaar", "euro-year:1200"),
        ("€ 12.000,-", "euro:12000"),
        ("hours:80", "hours:80"),
        ("", ""),
    ],
)
def test_a_size_is_understood_as_people_write_it(typed, stored):
    assert typed_size(typed) == stored
    assert not stored or read_size(stored)


def test_what_excludes_is_an_eis_that_must():
    assert is_knock_out(clause(marks="kind=eis"))
    assert is_knock_out(clause(marks="kind=eis priority=must"))
    assert not is_knock_out(clause(marks="kind=eis priority=should"))
    assert not is_knock_out(clause(marks="kind=wens priority=must"))


def test_progress_counts_a_stale_answer_as_still_to_give():
    one = clause("aaaaaaaaaa", marks="kind=eis theme=privacy")
    two = clause("bbbbbbbbbb", marks="kind=wens theme=privacy")
    three = clause("cccccccccc", marks="kind=informatie theme=privacy")
    four = clause("dddddddddd", marks="kind=eis theme=functioneel")
    given_answers = responses(
        [
            answered("Acme", "meets", one),
            answered("Acme", "no", clause("bbbbbbbbbb", body="Eerder.")),
            answered("Belsoft", "meets", four),
        ],
        SIDES,
    )
    clauses = [one, two, three, four]
    whole, themes = progress(clauses, digests(clauses), given_answers, "ACME")
    assert (whole.total, whole.answered, whole.stale, whole.to_answer) == (3, 1, 1, 2)
    assert (themes["privacy"].total, themes["functioneel"].to_answer) == (2, 1)
    assert progress([], {}, {}, "Acme")[0].total == 0


def test_a_roadmap_is_late_the_day_after():
    one = clause()
    found = responses([answered("Acme", "roadmap", one, date="2027-07-01")], SIDES)
    response = found[one.uid]["acme"]
    assert not response.is_late(date(2027, 7, 1))
    assert response.is_late(date(2027, 7, 2))


said_by = st.lists(
    st.tuples(st.sampled_from(["Acme", "Belsoft"]), st.sampled_from(VERDICTS)), max_size=8
)


@given(said_by, st.randoms(use_true_random=False))
def test_the_order_in_which_answers_arrive_changes_nothing(given_answers, chance):
    one = clause()
    events = [answered(who, verdict, one) for who, verdict in given_answers]
    mixed = list(events)
    chance.shuffle(mixed)
    assert responses(mixed, SIDES) == responses(events, SIDES)
    last = {name_key(who): verdict for who, verdict in given_answers}
    found = responses(events, SIDES).get(one.uid, {})
    assert {who: each.answer.verdict for who, each in found.items()} == last
