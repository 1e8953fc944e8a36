"""The register: acts in, questions out; what breaks a rule does nothing."""

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.reading import read_document
from coauthor.errors import UserError
from coauthor.review.event import Event, Voice
from coauthor.review.memo.effect import judged, refuse_unfounded
from coauthor.review.memo.folding import fold
from coauthor.review.memo.joining import pairs
from coauthor.review.memo.linking import alike, linked
from coauthor.review.memo.model import Effect, Question, Register, State
from coauthor.review.memo.naming import Known, names_in
from coauthor.review.memo.publication import memo_row, readiness

ANJA, MO = "SHA256:anja", "SHA256:mo"
TEXT = """# Belastingen

## Heffen

<!-- clause aaaaaaaaaa STD-BEL-012 kind=eis priority=must -->
### Gecombineerd aanslagbiljet

Het systeem stelt per belastingplichtige binnen 5 werkdagen één aanslagbiljet samen.

<!-- clause bbbbbbbbbb STD-BEL-013 kind=wens -->
### Kleur van het biljet

Het biljet heeft de huisstijl van de gemeente.

## Innen

<!-- clause cccccccccc STD-INN-013 kind=eis -->
### Automatische incasso

Het systeem int maandelijks met een machtiging in termijnen.
"""
DOCUMENTS = {"bel": read_document(TEXT)}


class Acts:
    """Writes events down, each later than the one before."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def say(self, uid: str, kind: str, body: str = "", /, by: str = ANJA, **values: str) -> None:
        ulid = f"01{len(self.events):024d}"
        voice = Voice("Gemeente", by=by)
        at = "2026-11-27T10:00:00+00:00"
        said = {key.replace("_", "-"): value for key, value in values.items()}
        self.events.append(Event(ulid, kind, "memo", uid, voice, at, body=body, values=said))

    def now(self, question: str = "q") -> Question:
        found = fold(self.events).question(question)
        assert found is not None
        return found

    def offered(self, change: str = "", effect: str = "clarification") -> None:
        self.say("q", "asked", "Mag het ook in 10 dagen?", links='[["bel", "aaaaaaaaaa", "code"]]')
        self.say("q", "drafted", "Nee.", change=change)
        self.say("q", "classified", effect=effect)
        self.say("q", "submitted")


def test_who_wrote_an_answer_cannot_approve_it_and_another_can() -> None:
    acts = Acts()
    acts.offered()
    acts.say("q", "approved", digest=acts.now().digest)
    assert acts.now().state is State.SECOND
    acts.say("q", "approved", by=MO, digest=acts.now().digest)
    assert acts.now().state is State.APPROVED


def test_an_approval_falls_when_the_answer_the_question_or_the_change_is_written_again() -> None:
    for values in ({}, {"question": "Mag het later?"}, {"change": "Anders."}):
        acts = Acts()
        acts.offered()
        acts.say("q", "approved", by=MO, digest=acts.now().digest)
        acts.say("q", "drafted", "Nee." if values else "Ja.", **values)
        assert acts.now().state is State.DRAFT


def test_an_approval_of_other_words_than_those_that_stand_counts_for_nothing() -> None:
    acts = Acts()
    acts.offered()
    acts.say("q", "approved", by=MO, digest="of something else")
    assert acts.now().state is State.SECOND


def test_a_material_change_is_not_published_until_somebody_chose() -> None:
    acts = Acts()
    acts.offered("Binnen 10 werkdagen.", "material")
    acts.say("q", "approved", by=MO, digest=acts.now().digest)
    acts.say("q", "published", memo="1", row="1")
    assert acts.now().state is State.APPROVED
    (block,) = readiness(fold(acts.events), Known(), DOCUMENTS).blocks
    assert block.reason == "material"
    acts.say("q", "chosen", "Iedereen krijgt tijd", way="rectify", until="2027-01-15")
    assert not readiness(fold(acts.events), Known(), DOCUMENTS).blocks
    acts.say("q", "published", memo="1", row="1")
    assert acts.now().state is State.PUBLISHED


def test_keeping_the_text_drops_the_change_and_asks_for_another_answer() -> None:
    acts = Acts()
    acts.offered("Binnen 10 werkdagen.", "material")
    acts.say("q", "chosen", "Te zwaar", way="keep")
    assert (acts.now().change, acts.now().state) == ("", State.DRAFT)


def test_a_choice_falls_when_another_change_is_written() -> None:
    acts = Acts()
    acts.offered("Binnen 10 werkdagen.", "material")
    acts.say("q", "chosen", "Tijd", way="rectify", until="2027-01-15")
    acts.say("q", "drafted", "Nee.", change="Binnen 20 werkdagen.")
    assert acts.now().choice is None


def test_another_change_asks_what_it_does_anew() -> None:
    acts = Acts()
    acts.offered()
    acts.say("q", "drafted", "Ja.", change="Binnen 10 werkdagen.")
    assert acts.now().effect is Effect.NONE
    acts.say("q", "submitted")
    acts.say("q", "approved", by=MO, digest=acts.now().digest)
    assert acts.now().state is State.SECOND  # nobody said what it does


def test_an_answer_called_lighter_than_it_is_stops_until_somebody_says_why() -> None:
    acts = Acts()
    acts.offered("Binnen 10 werkdagen.", "minor")  # as in a file written by hand
    acts.say("q", "approved", by=MO, digest=acts.now().digest)
    (block,) = readiness(fold(acts.events), Known(), DOCUMENTS).blocks
    assert block.reason == "effect"
    acts.say("q", "classified", "Alleen een tikfout", effect="minor")
    assert acts.now().state is State.DRAFT  # the reason needs a second pair of eyes too
    acts.say("q", "submitted")
    acts.say("q", "approved", by=MO, digest=acts.now().digest)
    now = readiness(fold(acts.events), Known(), DOCUMENTS)
    assert (len(now.ready), now.blocks) == (1, ())


def test_a_question_that_comes_in_with_other_words_is_to_be_approved_again() -> None:
    acts = Acts()
    acts.offered()
    acts.say("q", "approved", by=MO, digest=acts.now().digest)
    acts.say("q", "reworded", "Mag het in 20 dagen?")
    assert acts.now().state is State.DRAFT


def test_with_a_tender_that_is_withdrawn_the_memo_changes_nothing() -> None:
    acts = Acts()
    acts.offered("Binnen 10 werkdagen.", "material")
    acts.say("q", "chosen", "Te groot", way="withdraw")
    row = memo_row(1, acts.now(), "Bestek", None, "Binnen 5 werkdagen.")
    assert (row.was, row.becomes, row.way) == ("", "", "withdraw")


def test_what_is_published_never_changes() -> None:
    acts = Acts()
    acts.offered()
    acts.say("q", "approved", by=MO, digest=acts.now().digest)
    acts.say("q", "published", memo="1", row="1")
    before = acts.now()
    for kind in ("drafted", "reworded", "linked", "classified", "returned", "joined", "chosen"):
        acts.say("q", kind, "Anders", effect="material", way="withdraw", into="other")
    assert acts.now() == before


def test_a_joined_question_keeps_its_words_and_can_be_taken_apart() -> None:
    acts = Acts()
    acts.say("q", "asked", "Mag het in 10 dagen?")
    acts.say("r", "asked", "Is 10 dagen toegestaan?", reference="BEL-012")
    acts.say("r", "joined", into="q")
    assert acts.now().wordings == ("Mag het in 10 dagen?", "Is 10 dagen toegestaan?")
    assert acts.now().references == ("BEL-012",)
    assert acts.now("r").state is State.JOINED
    acts.say("q", "joined", into="r")  # a ring would take both away
    assert len(fold(acts.events).standing) == 1
    acts.say("r", "apart")
    assert len(fold(acts.events).standing) == 2


@given(st.randoms(use_true_random=False))
def test_the_order_in_which_events_come_in_makes_no_difference(chance: random.Random) -> None:
    acts = Acts()
    acts.offered()
    acts.say("q", "approved", by=MO, digest=acts.now().digest)
    shuffled = acts.events.copy()
    chance.shuffle(shuffled)
    assert fold(shuffled) == fold(acts.events)


def test_a_code_in_whatever_spelling_names_its_clause() -> None:
    for said in ("STD-BEL-012", "BEL-012", "conform eis bel 12", "zie Bel12.", "(STD-BEL-12)"):
        (link,) = linked(said, "", DOCUMENTS)
        assert (link.clause, link.how) == ("aaaaaaaaaa", "code"), said


def test_a_number_that_two_clauses_have_names_none() -> None:
    assert linked("Betreft eis 13", "", DOCUMENTS) == ()
    (link,) = linked("Betreft eis 12", "", DOCUMENTS)
    assert (link.clause, link.how) == ("aaaaaaaaaa", "number")


def test_the_reference_counts_before_what_the_question_mentions() -> None:
    (link,) = linked("Geldt BEL-012 hier ook?", "INN-013", DOCUMENTS)
    assert link.clause == "cccccccccc"


def test_a_section_is_a_place_without_a_clause() -> None:
    (link,) = linked("Wat bedoelt u?", "paragraaf 2", DOCUMENTS)
    assert (link.clause, link.how) == ("", "section 2")


def test_likeness_is_only_a_proposal_with_a_score() -> None:
    said = "Kan de incasso met een machtiging ook per kwartaal in termijnen?"
    assert linked(said, "", DOCUMENTS) == ()
    best = alike(said, DOCUMENTS)[0]
    assert best.clause == "cccccccccc"
    assert 45 <= best.score <= 200


def test_a_question_without_a_shared_word_gets_no_proposal() -> None:
    assert alike("Wanneer is de rondleiding op het stadhuis?", DOCUMENTS) == ()


def question(number: int, text: str, clause: str = "") -> Question:
    links = linked(clause, "", DOCUMENTS) if clause else ()
    return Question(f"q{number}", number, (text,), text, links=links)


def test_questions_that_ask_the_same_are_proposed_and_others_are_not() -> None:
    register = Register(
        (
            question(1, "Mag het aanslagbiljet ook binnen 10 werkdagen worden samengesteld?"),
            question(
                2, "Is het toegestaan het aanslagbiljet binnen 10 werkdagen samen te stellen?"
            ),
            question(3, "Welke huisstijl heeft de gemeente?"),
        )
    )
    (pair,) = pairs(register)
    assert (pair.first.number, pair.second.number) == (1, 2)


def test_the_same_words_about_two_clauses_are_two_questions() -> None:
    said = "Kunt u deze termijn nader toelichten voor de inschrijver?"
    apart = Register((question(1, said, "BEL-012"), question(2, said + " Graag.", "INN-013")))
    together = Register((question(1, said, "BEL-012"), question(2, said + " Graag.", "BEL-012")))
    assert not pairs(apart)
    assert len(pairs(together)) == 1


KNOWN = Known(("Zwanenzang Software B.V.",), ("TaxoPrime",), ("Petra Kanarie",), ("Gemeente Stad",))


def test_every_sort_of_name_is_found_with_its_place() -> None:
    said = (
        "Wij, Zwanenzang Software, vragen dit voor taxo-prime. Mail p.kanarie@zwanenzang.nl of "
        "bel 06-12345678 naar mevrouw De Bruin van Ander Bedrijf BV, zie www.zwanenzang.nl."
    )
    found = names_in(said, KNOWN)
    assert [each.kind for each in found] == [
        "organisation",
        "product",
        "mail",
        "phone",
        "person",
        "organisation",
        "web",
    ]
    assert all(said[each.start : each.end] == each.name for each in found)


def test_a_name_cannot_be_hidden_by_capitals_gaps_or_invisible_characters() -> None:
    for said in ("ZWANENZANG  SOFTWARE", "zwanen\u200bzang software", "Zwanenzang\u00a0Software"):
        assert any(e.kind == "organisation" for e in names_in(f"Bij {said} ook", KNOWN)), said


def test_our_own_name_and_ordinary_words_are_no_names() -> None:
    said = "Gemeente Stad vraagt 5 werkdagen; zie eis 12 en NEN-EN 301549:2021, per 01-01-2027."
    assert names_in(said, KNOWN) == ()


def test_a_vendor_that_speaks_of_its_own_product_is_found_without_a_list() -> None:
    (flag,) = names_in("Ons pakket Heffix doet dit al.", Known())
    assert (flag.kind, flag.name) == ("product", "Heffix")


def test_changing_what_everybody_must_meet_is_material() -> None:
    eis, wens = DOCUMENTS["bel"].clause("aaaaaaaaaa"), DOCUMENTS["bel"].clause("bbbbbbbbbb")
    asked = question(1, "Mag het later?")
    changing = replace(asked, change="Binnen 10 werkdagen.")
    assert judged(asked, eis).effect is Effect.CLARIFICATION
    assert judged(changing, wens).effect is Effect.MINOR
    assert judged(changing, eis).effect is Effect.MATERIAL


def test_calling_it_lighter_asks_for_a_reason() -> None:
    eis = DOCUMENTS["bel"].clause("aaaaaaaaaa")
    judgement = judged(replace(question(1, "?"), change="Anders."), eis)
    refuse_unfounded(judgement, Effect.MINOR, "Alleen een tikfout")
    with pytest.raises(UserError, match="memo-effect-reason"):
        refuse_unfounded(judgement, Effect.MINOR, " ")


def test_text_that_is_made_to_hold_up_the_search_does_not() -> None:
    known = Known(("Zwanenzang Software B.V.",), ("TaxoPrime",), ("Petra Kanarie",))
    for piece in ("a", "A ", "a.", "0 ", "-", "eis ", "Bv ", "a@", "\u200b", "de heer A. "):
        said = piece * (30_000 // len(piece))
        started = time.process_time()
        linked(said, said, DOCUMENTS)
        names_in(said, known)
        assert time.process_time() - started < 15, piece
