"""Readings: understood when both sides hold one, market-tested when two vendors do."""

import random

from coauthor.review.digest import clause_digest
from coauthor.review.market.readings import is_market_tested, is_understood, readings
from tests.review.market.making import SIDES, clause, said

ONE = clause()
NOW = clause_digest(ONE)
TOWN, CITY = "Gemeente Waterrijk", "Gemeente Zandstad"


def found(*events):
    return readings(events, SIDES).get(ONE.uid, ())


def reads(who, body="Binnen een dag."):
    return said("reading", who, ONE, body=body)


def test_a_reading_is_understood_once_the_other_side_confirms_it():
    reading = reads("Acme")
    assert not is_understood(found(reading), NOW)
    assert not is_understood(found(reading, said("confirm", "Belsoft", ONE, about=reading)), NOW)
    assert is_understood(found(reading, said("confirm", TOWN, ONE, about=reading)), NOW)


def test_a_reading_of_a_municipality_counts_once_a_vendor_confirms_it():
    reading = reads(TOWN)
    assert not is_understood(found(reading, said("confirm", CITY, ONE, about=reading)), NOW)
    assert is_understood(found(reading, said("confirm", "Acme", ONE, about=reading)), NOW)


def test_two_vendors_make_a_clause_market_tested():
    one, two = reads("Acme"), reads("Belsoft")
    first = said("confirm", TOWN, ONE, about=one)
    assert not is_market_tested(found(one, two, first), NOW)
    assert is_market_tested(found(one, two, first, said("confirm", TOWN, ONE, about=two)), NOW)
    both = said("confirm", "Belsoft", ONE, about=one)
    assert is_market_tested(found(one, first, both), NOW)


def test_a_user_association_and_the_writer_confirm_nothing():
    reading = reads("Acme")
    own = said("confirm", "acme ", ONE, about=reading)
    club = said("confirm", "Gebruikersclub", ONE, about=reading)
    (one,) = found(reading, own, club)
    assert [each.organisation for each in one.holders] == ["Acme"]


def test_a_new_text_makes_a_reading_stale():
    reading = reads("Acme")
    events = found(reading, said("confirm", TOWN, ONE, about=reading))
    both = found(reading, *(said("confirm", w, ONE, about=reading) for w in (TOWN, "Belsoft")))
    other = clause_digest(clause(body="Het systeem zwijgt."))
    assert not is_understood(events, other)
    assert is_market_tested(both, NOW)
    assert not is_market_tested(both, other)


def test_who_confirmed_takes_it_back_and_may_confirm_again():
    reading = reads("Acme")
    yes = said("confirm", TOWN, ONE, about=reading)
    back = said("withdraw", TOWN, ONE, about=yes)
    assert not is_understood(found(reading, yes, back), NOW)
    assert not is_understood(found(reading, yes, said("withdraw", TOWN, ONE, about=reading)), NOW)
    assert is_understood(found(reading, yes, back, said("confirm", TOWN, ONE, about=reading)), NOW)


def test_nobody_takes_back_what_another_said():
    reading = reads("Acme")
    yes = said("confirm", TOWN, ONE, about=reading)
    others = said("withdraw", CITY, ONE, about=yes), said("withdraw", "Belsoft", ONE, about=reading)
    assert is_understood(found(reading, yes, *others), NOW)


def test_a_new_reading_takes_the_place_of_the_old_and_is_not_confirmed_yet():
    old = reads("Acme")
    yes = said("confirm", TOWN, ONE, about=old)
    new = reads("Acme", "Binnen een week.")
    (one,) = found(old, yes, new)
    assert one.text == "Binnen een week."
    assert not one.is_shared


def test_a_withdrawn_reading_is_gone_whoever_confirmed_it():
    reading = reads("Acme")
    yes = said("confirm", TOWN, ONE, about=reading)
    assert found(reading, yes, said("withdraw", "Acme", ONE, about=reading)) == ()


def test_a_clock_that_runs_behind_does_not_lose_a_confirmation():
    early = said("confirm", TOWN, ONE)
    reading = reads("Acme")
    confirm = said("confirm", TOWN, ONE, about=reading)
    behind = type(confirm)(early.id, *[getattr(confirm, n) for n in list(vars(confirm))[1:]])
    events = [reading, behind]
    random.Random(2).shuffle(events)
    assert is_understood(found(*events), NOW)
