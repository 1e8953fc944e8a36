"""What positions come to: unanimous, consensus, majority, none; candidate; quorum."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.review.event import Event
from coauthor.review.people import People
from coauthor.review.voting.consensus import Asked, Consensus, Judged, judge, meter, quorum
from coauthor.review.voting.positions import read_positions
from coauthor.review.voting.rules import Rules, voting_rules
from tests.review.voting.test_positions import histories
from tests.review.voting.voices import NOW, ROOM, THEN, UID, position, said

RULES = voting_rules(ROOM)
FREE, LOCKED = Asked(UID, NOW), Asked(UID, NOW, demands_locked=True)


def judged(
    *events: Event, asked: Asked = FREE, rules: Rules = RULES, people: People = ROOM
) -> Judged:
    return judge(asked, read_positions(events, people, "Land").of(UID), rules)


def votes(**stances: str) -> list[Event]:
    names = {"Alfa": "Alfa BV", "Beta": "Beta BV"}
    return [position(names.get(name, name), stance) for name, stance in stances.items()]


@pytest.mark.parametrize(
    ("stances", "state"),
    [
        ({"Groot": "agree", "Klein": "agree", "Alfa": "agree"}, "unanimous"),
        ({"Groot": "agree", "Klein": "live", "Alfa": "agree"}, "consensus"),
        ({"Groot": "agree", "Klein": "object", "Alfa": "live"}, "majority"),
        ({"Groot": "agree", "Klein": "object", "Alfa": "object", "Beta": "agree"}, "none"),
        ({"Groot": "agree", "Klein": "agree"}, "open"),
        ({}, "open"),
    ],
)
def test_the_state_of_a_clause(stances: dict[str, str], state: str):
    assert judged(*votes(**stances)).state == Consensus(state)


def test_agreement_to_another_text_is_no_agreement_and_an_objection_stays():
    stale = [position("Groot", "agree", digest=THEN), position("Klein", "object", digest=THEN)]
    found = judged(*stale, *votes(Midden="agree", Alfa="agree", Beta="agree"))
    assert (found.count("agree"), found.count("object")) == (3, 1)
    assert found.state == Consensus.MAJORITY
    assert [each.name for each in found.owed] == ["Klein"]


def test_a_vendor_has_no_vote_on_what_a_locked_clause_demands_but_is_answered():
    events = votes(Groot="agree", Klein="agree", Midden="agree", Alfa="object")
    found = judged(*events, asked=LOCKED)
    assert found.state == Consensus.UNANIMOUS
    assert [each.name for each in found.owed] == ["Alfa BV"]
    assert found.lacking == ("objection",)
    answer = said("Land", "reply", about=events[-1].id, body="De wet vraagt het.")
    assert judged(*events, answer, asked=LOCKED).is_candidate
    voting = replace(RULES, vendor_vote="voting")
    assert judged(*events, asked=LOCKED, rules=voting).state == Consensus.MAJORITY
    assert judged(*events, asked=FREE).state == Consensus.MAJORITY


def test_a_candidate_needs_its_municipalities_and_two_vendors():
    both = votes(Groot="agree", Klein="live")
    assert judged(*both, *votes(Alfa="agree", Beta="live")).is_candidate
    assert judged(*both, *votes(Alfa="agree")).lacking == ("vendors",)
    assert judged(*votes(Groot="agree", Alfa="agree", Beta="agree")).lacking == ("bodies",)
    assert judged(*both, asked=LOCKED).is_candidate


def test_an_objection_keeps_a_clause_from_becoming_a_candidate():
    agreed = votes(Groot="agree", Klein="agree", Alfa="agree", Beta="agree")
    objection = position("Midden", "object")
    answer = said("Land", "reply", about=objection.id, body="Toch niet.")
    assert judged(*agreed).is_candidate
    assert judged(*agreed, objection).lacking == ("objection",)
    assert judged(*agreed, objection, answer).lacking == ("objection",), "an answer is no consent"
    assert judged(*agreed, objection, answer).owed == ()
    withdrawn = said("Midden", "withdraw", about=objection.id)
    assert judged(*agreed, objection, withdrawn).is_candidate


def test_who_is_not_in_the_room_does_not_count():
    events = votes(Groot="agree", Klein="agree", Vreemd="object")
    assert judged(*events).count("object") == 0
    assert judged(*events).state == Consensus.OPEN
    assert [each.name for each in judged(*events).owed] == ["Vreemd"]


def test_the_quorum_names_the_class_of_which_nobody_spoke():
    found = quorum([judged(*votes(Groot="agree", Midden="live", Alfa="agree"))], ROOM, RULES)
    assert not found.is_met
    assert found.missing_sizes == ("under-25k",)
    assert (found.spoke, found.vendors, found.vendors_needed) == (3, 1, 2)
    more = votes(Groot="agree", Midden="live", Klein="object", Alfa="agree", Beta="agree")
    assert quorum([judged(*more)], ROOM, RULES).is_met


def test_agreement_to_an_old_text_makes_no_quorum():
    stale = [position(name, "agree", digest=THEN) for name in ("Groot", "Midden", "Klein")]
    assert quorum([judged(*stale)], ROOM, RULES).spoke == 0


def test_the_meter_counts_candidates():
    agreed = judged(*votes(Groot="agree", Klein="agree", Alfa="agree", Beta="agree"))
    assert meter([agreed, judged(), judged(), judged()]) == (1, 4)


@given(histories(), st.randoms(use_true_random=False), st.booleans())
def test_consensus_does_not_depend_on_the_order_in_which_events_arrive(events, random, locked):
    asked = LOCKED if locked else FREE
    arrived = list(events)
    random.shuffle(arrived)
    assert judged(*arrived, asked=asked) == judged(*events, asked=asked)


@given(histories(), st.integers(1, 30))
def test_more_events_of_one_organisation_never_give_it_more_weight(events, times):
    once = [*events, position("Groot", "object")]
    often = [*events, *(position("Groot", "object") for _ in range(times))]
    one, many = judged(*once), judged(*often)
    assert one.state == many.state
    assert all(one.count(each) == many.count(each) for each in ("agree", "live", "object"))


@given(histories(), st.lists(st.sampled_from(["agree", "live", "object", "none"])))
def test_what_vendors_say_changes_no_state_where_they_do_not_vote(events, stances):
    before = judged(*events, asked=LOCKED)
    after = judged(*events, *(position("Alfa BV", each) for each in stances), asked=LOCKED)
    assert before.state == after.state
    assert all(before.count(each) == after.count(each) for each in ("agree", "live", "object"))
