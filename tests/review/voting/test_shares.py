"""A word belongs to who first wrote it; who dominates is told."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coauthor.review.voting.rules import Rules
from coauthor.review.voting.shares import Brought, Offered, Written, credit, shares, words_of
from tests.review.voting.voices import ROOM

START = datetime(2026, 11, 24, tzinfo=UTC)


def texts(*pairs: tuple[str, str]) -> list[Written]:
    return [
        Written(text, name, START + timedelta(days=day)) for day, (name, text) in enumerate(pairs)
    ]


def test_a_word_belongs_to_who_wrote_it_first():
    found = credit(
        texts(
            ("Klein", "Het systeem antwoordt."),
            ("Groot", "Het systeem antwoordt altijd binnen een dag."),
            ("Klein", "Het systeem antwoordt altijd binnen twee dagen."),
        )
    )
    assert found == {"Klein": 5, "Groot": 2}


def test_words_that_two_wrote_apart_stay_theirs_when_they_come_together():
    found = credit(
        texts(
            ("Land", "Het systeem antwoordt."),
            ("Klein", "Het systeem antwoordt netjes."),
            ("Groot", "Het nieuwe systeem antwoordt."),
            ("Land", "Het nieuwe systeem antwoordt netjes."),
        )
    )
    assert found == {"Land": 3, "Klein": 1, "Groot": 1}


def test_what_a_steward_took_over_belongs_to_who_proposed_it():
    offered = Offered("Het systeem antwoordt binnen een dag.", "Klein", START + timedelta(days=1))
    written = texts(
        ("Land", "Het systeem antwoordt."), ("Land", "Het systeem antwoordt binnen een werkdag.")
    )
    assert credit(written, [offered]) == {"Land": 4, "Klein": 2}


def test_a_clause_that_was_proposed_is_of_its_proposer_from_its_first_text():
    offered = Offered("Het systeem antwoordt.", "Klein", START, is_new=True)
    assert credit(texts(("Land", "Het systeem antwoordt netjes.")), [offered]) == {
        "Klein": 3,
        "Land": 1,
    }


def test_an_offer_of_later_takes_no_words_from_before():
    offered = Offered("Het systeem antwoordt.", "Groot", START + timedelta(days=9))
    assert credit(texts(("Klein", "Het systeem antwoordt.")), [offered]) == {"Klein": 3}


@given(st.lists(st.tuples(st.sampled_from("AB"), st.text("ab ", max_size=20)), max_size=6))
def test_every_word_in_force_has_one_owner(pairs):
    written = texts(*pairs)
    assert credit(written).total() == (len(words_of(written[-1].text)) if written else 0)


def test_who_dominates_is_told():
    brought = Brought(
        words=Counter({"Groot": 70, "Klein": 20, "Alfa BV": 10}),
        proposals=Counter({"Groot": 3, "Klein": 1}),
        adopted=Counter({"Groot": 2}),
        rejected=Counter({"Groot": 1}),
    )
    found = shares(brought, ROOM, Rules())
    big = found.organisations[0]
    assert (big.name, big.text, big.proposed) == ("Groot", 0.7, 0.75)
    assert big.acceptance == 2 / 3
    assert [(each.name, set(each.dominates)) for each in found.warnings] == [
        ("Groot", {"text", "proposals"}),
        ("over-100k", {"text", "proposals"}),
    ]
    assert {each.name for each in found.organisations} >= {"Midden", "Beta BV"}, "who is silent"


def test_an_equal_part_is_no_dominance():
    brought = Brought(words=Counter(dict.fromkeys(("Groot", "Klein"), 10)))
    found = shares(brought, ROOM, Rules(warn_organisation=50))
    assert found.warnings == ()


def test_words_of_nobody_are_counted_and_not_told():
    found = shares(Brought(words=Counter({"": 90, "Klein": 10})), ROOM, Rules())
    assert [each.name for each in found.warnings] == []
    assert found.organisations[0].words == 90


def test_words_of_nobody_stay_nobodys_when_another_writes_on():
    found = credit(texts(("", "Het systeem antwoordt."), ("Groot", "Het systeem antwoordt snel.")))
    assert found == {"": 3, "Groot": 1}
