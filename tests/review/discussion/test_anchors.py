"""Anchors: a remark stays with its words through edits, moves, splits and joins.

Where it is not sure, it says so; what is gone is said to be gone.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.changes import apply
from coauthor.document.edits import join_clauses, leave_out, move, split_clause
from coauthor.document.model import Clause, Document
from coauthor.document.reading import read_document
from coauthor.review.discussion.anchors import (
    Anchor,
    Place,
    anchor_at,
    anchor_of,
    body_digest,
    locate,
)
from coauthor.review.discussion.landing import Found, follow
from coauthor.review.event import Event, Voice

FIRST, SECOND, THIRD = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"
BODY = (
    "Het systeem stelt per belastingplichtige één aanslagbiljet samen. "
    "De inwoner ontvangt het biljet binnen vijf werkdagen via de berichtenbox. "
    "Wie geen berichtenbox heeft, krijgt het biljet per post. "
    "De gemeente kan het biljet op elk moment opnieuw aanmaken."
)


def document(*bodies: str) -> Document:
    uids = (FIRST, SECOND, THIRD)
    return read_document(
        "".join(
            f"<!-- clause {uid} BEL-{number:03d} kind=eis -->\n### Titel {number}\n\n{body}\n\n"
            for number, (uid, body) in enumerate(zip(uids, bodies, strict=False), 1)
        )
    )


def on(quote: str, body: str = BODY, uid: str = FIRST) -> Anchor:
    """Put an anchor on the first place where these words stand."""
    clause = document(body).clauses[0]
    start = clause.body.index(quote)
    found = anchor_at(clause, start, start + len(quote))
    return Anchor(uid, found.start, found.end, found.quote, digest=found.digest)


def landed(anchor: Anchor, now: Document, before: str | None = BODY) -> tuple[Found, str]:
    """Return how and on which words an anchor stands now."""
    place = locate(anchor, before, now)
    clause = now.clause(place.clause)
    return place.found, clause.body[place.start : place.end] if clause else ""


def test_untouched_words_are_here_whatever_is_written_around_them():
    anchor = on("binnen vijf werkdagen")
    assert landed(anchor, document(BODY)) == (Found.HERE, "binnen vijf werkdagen")
    longer = "Vooraf geldt het volgende. " + BODY.replace("per post", "met de gewone post")
    assert landed(anchor, document(longer)) == (Found.HERE, "binnen vijf werkdagen")


def test_words_that_were_partly_changed_are_followed_through_the_change():
    anchor = on("binnen vijf werkdagen via de berichtenbox")
    now = document(BODY.replace("vijf werkdagen", "drie dagen"))
    assert landed(anchor, now) == (Found.MOVED, "binnen drie dagen via de berichtenbox")


def test_words_that_were_replaced_altogether_give_a_guess_and_say_so():
    anchor = on("vijf werkdagen")
    now = document(BODY.replace("vijf werkdagen", "één week"))
    assert landed(anchor, now) == (Found.UNSURE, "één week")


def test_of_two_equal_words_the_one_that_was_meant_is_found():
    body = "De leverancier meldt een storing. De gemeente meldt een storing. Klaar."
    anchor = on("meldt een storing", body)
    second = body.index("meldt een storing", anchor.end)
    clause = document(body).clauses[0]
    other = anchor_at(clause, second, second + len(anchor.quote))
    now = body.replace("De leverancier meldt een storing. ", "")
    place = locate(other, body, document(now))
    assert (place.found, place.start) == (Found.HERE, now.index("meldt"))
    assert locate(anchor, body, document(now)).found in (Found.UNSURE, Found.GONE)


def test_a_sentence_that_was_taken_out_is_gone_though_its_words_stand_elsewhere():
    anchor = on("het biljet per post")
    now = document(BODY.replace("Wie geen berichtenbox heeft, krijgt het biljet per post. ", ""))
    assert landed(anchor, now)[0] is Found.GONE


def test_a_sentence_that_went_to_another_place_is_found_there():
    moved = "Wie geen berichtenbox heeft, krijgt het biljet per post. "
    now = document(f"{moved}{BODY.replace(moved, '')}")
    assert landed(on("per post"), now) == (Found.HERE, "per post")


def test_words_stay_found_when_text_is_wrapped_marked_or_linked_anew():
    now = document(
        BODY.replace(". ", ".\n").replace("berichtenbox via", "x").replace("vijf", "**vijf**")
    )
    found, words = landed(on("één aanslagbiljet samen"), now)
    assert (found, words) == (Found.HERE, "één aanslagbiljet samen")
    assert landed(on("vijf werkdagen"), now) == (Found.MOVED, "vijf** werkdagen")


def test_a_sentence_cut_in_two_keeps_the_anchors_of_both_halves():
    body = "Het systeem bewaart elke wijziging met naam en tijd en toont die aan de beheerder."
    now = document(
        "Het systeem bewaart elke wijziging met naam en tijd. Het toont die aan de beheerder."
    )
    assert landed(on("met naam en tijd", body), now, body) == (Found.HERE, "met naam en tijd")
    assert landed(on("aan de beheerder", body), now, body) == (Found.HERE, "aan de beheerder")


def test_of_words_that_were_mostly_replaced_what_is_left_is_only_a_guess():
    now = document(
        BODY.replace("binnen vijf werkdagen via de berichtenbox", "binnen een redelijke tijd thuis")
    )
    found, words = landed(on("binnen vijf werkdagen via de berichtenbox"), now)
    assert found is Found.UNSURE
    assert words.startswith("binnen")


def test_a_sentence_that_was_written_on_is_still_that_sentence():
    body = "Het systeem toont de status van de aanvraag aan de inwoner."
    longer = body.removesuffix(".") + (
        ", ook wanneer de behandeling daarvan nog loopt of tijdelijk stilligt bij de gemeente."
    )
    now = document(f"Eerst iets anders over het loket. {longer}")
    assert landed(on("de status", body), now, body) == (Found.HERE, "de status")


def test_an_anchor_goes_with_its_clause_when_that_moves():
    now = document(BODY, "Tweede.", "Derde.")
    now = apply(now, *move(now, 0, 1, 3))
    assert now.clauses[-1].uid == FIRST
    assert landed(on("per post"), now) == (Found.HERE, "per post")


def test_an_anchor_goes_to_the_part_that_holds_its_words_when_a_clause_is_split():
    now = document(BODY)
    position = now.clauses[0].body.index("Wie geen")
    now = apply(now, *split_clause(now, 0, position, THIRD))
    place = locate(on("per post"), BODY, now)
    assert (place.found, place.clause) == (Found.HERE, THIRD)
    assert landed(on("vijf werkdagen"), now) == (Found.HERE, "vijf werkdagen")
    assert locate(on("vijf werkdagen"), BODY, now).clause == FIRST


def test_an_anchor_goes_to_the_clause_with_which_its_own_was_joined():
    now = document("Het begin van alles.", BODY)
    now = apply(now, *join_clauses(now, 0, "withdrawn"))
    place = locate(on("per post", uid=SECOND), BODY, now)
    assert (place.found, place.clause) == (Found.HERE, FIRST)


def test_an_anchor_of_a_clause_that_was_left_out_is_gone():
    now = document(BODY, "Iets heel anders.")
    now = apply(now, *leave_out(now, 0, "omitted"))
    assert locate(on("per post"), BODY, now) == Place(Found.GONE)


def test_text_that_was_pasted_into_another_clause_is_only_a_guess():
    sentence = "Wie geen berichtenbox heeft, krijgt het biljet per post."
    now = document(BODY.replace(sentence, ""), f"Verder geldt: {sentence}")
    found, words = landed(on(sentence), now)
    assert (found, words) == (Found.UNSURE, sentence)


def test_without_the_earlier_body_the_words_around_it_lead_to_the_place():
    clause = document(BODY).clauses[0]
    start = clause.body.index("het biljet", clause.body.index("krijgt"))
    anchor = anchor_at(clause, start, start + len("het biljet"))
    now = document("Eerst dit. " + BODY)
    place = locate(anchor, None, now)
    assert place.start == start + len("Eerst dit. ")
    bare = Anchor(FIRST, anchor.start, anchor.end, anchor.quote)
    assert locate(bare, None, document("Iets heel anders.")).found is Found.GONE


def test_an_earlier_body_that_does_not_hold_the_quote_is_not_believed():
    anchor = on("per post")
    assert (
        landed(anchor, document("Zo kan het per post."), "Heel andere tekst.")[0] is not Found.HERE
    )


def test_an_anchor_is_written_in_an_event_and_read_back():
    clause = document(BODY).clauses[0]
    anchor = anchor_at(clause, 4, 11)
    assert anchor.digest == body_digest(clause.body)
    assert anchor.base == clause.body, "no version has this body, so the anchor carries it"
    event = Event("0" * 26, "comment", "bel", FIRST, Voice("A"), "", values=anchor.values)
    assert anchor_of(event) == anchor
    assert not anchor_at(clause, 4, 11, "abc").base


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"quote": "x"},
        {"quote": "abc", "start": "2", "end": "99"},
        {"quote": "abc", "start": "-3", "end": "0"},
        {"quote": "abc", "start": "een", "end": "4"},
        {"quote": "   ", "start": "0", "end": "3"},
    ],
)
def test_what_does_not_fit_together_is_no_anchor(values):
    event = Event("0" * 26, "comment", "bel", FIRST, Voice("A"), "", values=values)
    assert anchor_of(event) is None


sentences = st.lists(
    st.text(st.sampled_from("abdeiklmnorst"), min_size=3, max_size=9), min_size=4, max_size=9
).map(lambda words: " ".join(words).capitalize() + ".")
texts = st.lists(sentences, min_size=2, max_size=6, unique=True)


@given(texts, texts, st.data())
def test_whatever_is_written_around_a_sentence_it_is_found_to_the_letter(kept, new, data):
    new = [each for each in new if each not in kept]
    before = " ".join(kept)
    after_parts = list(kept)
    for sentence in new:
        after_parts.insert(data.draw(st.integers(0, len(after_parts))), sentence)
    after = " ".join(after_parts)
    wanted = data.draw(st.sampled_from(kept))
    start = before.index(wanted)
    landing = follow(before, after, start, start + len(wanted))
    assert landing.found is Found.HERE
    assert after[landing.start : landing.end] == wanted


@given(texts, st.data())
def test_whatever_order_sentences_are_put_in_each_is_found_to_the_letter(kept, data):
    before, after = " ".join(kept), "\n\n".join(data.draw(st.permutations(kept)))
    wanted = data.draw(st.sampled_from(kept))
    start = before.index(wanted)
    landing = follow(before, after, start, start + len(wanted))
    assert landing.found is Found.HERE
    assert after[landing.start : landing.end] == wanted


@given(texts, st.data())
def test_a_sentence_taken_out_is_never_said_to_stand(kept, data):
    before = " ".join(kept)
    wanted = data.draw(st.sampled_from(kept))
    after = " ".join(each for each in kept if each != wanted)
    start = before.index(wanted)
    found = follow(before, after, start, start + len(wanted)).found
    assert found in (Found.GONE, Found.UNSURE)


@given(st.text(max_size=80), st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_text_gives_a_place_inside_it(before, after, start, end):
    start, end = sorted((min(start, len(before)), min(end, len(before))))
    landing = follow(before, after, start, end)
    assert 0 <= landing.start <= landing.end <= len(after)
    if landing.found is Found.HERE and before != after:
        assert after[landing.start : landing.end].split() == before[start:end].split()
    clause = document(BODY).clauses[0]
    assert isinstance(clause, Clause)
