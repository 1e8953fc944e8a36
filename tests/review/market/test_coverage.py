"""Market coverage: what it counts and what it warns of."""

from datetime import date

import pytest

from coauthor.document.reading import read_document
from coauthor.exchange.answers import count_words, trust_words, warning_words
from coauthor.language import LANGUAGES, Catalogue
from coauthor.review.market.coverage import WARNINGS, market
from tests.review.market.making import SIDES, answered, clause, said

TODAY = date(2026, 11, 27)
ONE = clause()
TOWN = "Gemeente Waterrijk"


def covers(*events, of=ONE, locked=()):
    found = market([of], events, SIDES, locked=locked, today=TODAY).clause(of.uid)
    assert found
    return found


def test_a_knock_out_that_fewer_than_two_vendors_meet_warns():
    wish = clause(marks="kind=wens")
    one = [answered("Acme", "meets", ONE), answered("Belsoft", "no", ONE)]
    assert covers(one[1]).warnings == ("knock-out-none",)
    assert covers(*one).warnings == ("knock-out-one",)
    assert covers(*one, answered("Centric", "meets", ONE)).warnings == ()
    assert covers(answered("Acme", "no", wish), of=wish).warnings == ()


def test_a_promise_or_a_part_does_not_meet_a_knock_out():
    events = [
        answered("Acme", "meets", ONE),
        answered("Belsoft", "partly", ONE),
        answered("Centric", "roadmap", ONE, date="2027-07-01"),
    ]
    found = covers(*events)
    assert found.warnings == ("knock-out-one",)
    assert found.counts == (1, 1, 0, 1, 0)
    assert found.silent == 1


def test_silence_warns_of_nothing_and_stale_answers_do():
    assert covers().warnings == ()
    earlier = clause(body="Het systeem zweeg.")
    found = covers(answered("Acme", "meets", earlier))
    assert (found.answered, found.stale, found.silent) == (0, 1, 4)
    assert found.warnings == ("outdated",)
    assert (
        "knock-out-one"
        in covers(answered("Acme", "meets", ONE), answered("Belsoft", "meets", earlier)).warnings
    )


def test_no_on_a_locked_clause_is_flagged_and_shown_apart():
    events = [
        *(answered(who, "meets", ONE) for who in ("Acme", "Belsoft")),
        answered("Centric", "no", ONE),
        answered("Delta", "unacceptable", ONE, body="Te duur."),
    ]
    assert covers(*events).warnings == ()
    found = covers(*events, locked={ONE.uid})
    assert found.warnings == ("locked-refused",)
    refused = [each.organisation for each in found.given if found.is_refused(each)]
    assert refused == ["Centric", "Delta"]
    words = list(warning_words(found, Catalogue("nl")))
    assert "Centric, Delta" in words[0]


def test_what_was_said_of_an_earlier_text_is_no_refusal_and_no_late_promise():
    earlier = clause(body="Het systeem zweeg.")
    events = [
        answered("Acme", "no", earlier),
        answered("Belsoft", "roadmap", earlier, date="2020-01-01"),
        answered("Centric", "meets", ONE),
        answered("Delta", "meets", ONE),
    ]
    assert covers(*events, locked={ONE.uid}).warnings == ()


def test_nobody_is_advised_to_weaken_a_locked_clause():
    alone = covers(answered("Acme", "no", ONE), locked={ONE.uid})
    words = " ".join(warning_words(alone, Catalogue("nl")))
    assert "geen enkele leverancier voldoet" in words
    assert "wens" not in words


def test_words_of_one_vendor_are_flagged_until_two_vendors_read_them_alike():
    offered = said("suggestion", "Acme", ONE, text="Het systeem antwoordt.\n", title="Antwoord")
    met = [answered(who, "meets", ONE) for who in ("Acme", "Belsoft")]
    assert covers(offered, *met).warnings == ("one-vendor-wording",)
    reading = said("reading", "Acme", ONE, body="Binnen een dag.")
    held = [reading, *(said("confirm", who, ONE, about=reading) for who in (TOWN, "Belsoft"))]
    found = covers(offered, *met, *held)
    assert found.is_tested
    assert found.warnings == ()


def test_a_clause_that_only_its_proposer_meets_says_so():
    offered = said("suggestion", "Acme", ONE, text="Het systeem antwoordt snel.")
    taken = said("accept", TOWN, ONE, about=offered)
    found = covers(offered, taken, answered("Acme", "meets", ONE), answered("Belsoft", "no", ONE))
    assert found.warnings == ("knock-out-one", "only-proposer", "one-vendor-wording")


def test_a_suggestion_that_was_rewritten_since_is_nobodys_wording():
    offered = said("suggestion", "Acme", ONE, text="Wij leveren elke maand een nieuwe versie.")
    taken = said("accept", TOWN, ONE, about=offered)
    assert covers(offered, taken).wording == ()


def test_words_of_two_or_of_a_municipality_are_nobodys_own():
    text = "Het systeem antwoordt."
    for other in ("Belsoft", TOWN):
        both = [said("suggestion", who, ONE, text=text) for who in ("Acme", other)]
        found = covers(*both)
        assert "one-vendor-wording" not in found.warnings
        assert found.wording == (() if other == TOWN else ("Acme", "Belsoft"))
    away = said("suggestion", "Acme", ONE, text="Het systeem zwijgt.")
    assert covers(away).warnings == ()


def test_a_promise_whose_day_has_passed_is_told():
    late = answered("Acme", "roadmap", clause(marks="kind=wens"), date="2026-11-26")
    assert covers(late, of=clause(marks="kind=wens")).warnings == ("roadmap-late",)


def test_what_asks_nothing_is_left_out_and_one_identity_counts_once():
    told = clause("bbbbbbbbbb", marks="kind=informatie")
    found = market([ONE, told, ONE], [], SIDES, locked=(), today=TODAY)
    assert [each.uid for each in found.clauses] == [ONE.uid]
    assert found.vendors == ("Acme", "Belsoft", "Centric", "Delta")


def test_a_clause_without_a_title_is_known_by_its_first_words():
    body = "Het systeem antwoordt\nbinnen {{termijn: 4 uur}}."
    nameless = read_document(f"<!-- clause aaaaaaaaaa kind=eis -->\n{body}\n").clauses
    (found,) = market(nameless, [], SIDES, locked=(), today=TODAY).clauses
    assert found.title == "Het systeem antwoordt binnen 4 uur."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_warning_and_count_has_words_and_a_shape(language):
    text = Catalogue(language)
    for code in WARNINGS:
        assert text.has(f"warning-{code}")
    events = [answered("Acme", "meets", ONE), answered("Belsoft", "no", ONE)]
    words = count_words(covers(*events), text)
    assert "● 1 " in words
    assert "○ 1 " in words
    assert trust_words(covers(*events), text) == ""
    assert count_words(covers(), text) == text("coverage-silent")
