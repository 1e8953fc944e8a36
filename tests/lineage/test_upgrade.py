"""Going to another release of the standard: what follows, what stays, what is asked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document import edits
from coauthor.document.changes import apply
from coauthor.document.clauses import new_heading, with_attribute_set, with_body, with_field
from coauthor.document.model import Clause, Document, Prose, Tombstone
from coauthor.document.parameters import fill_parameter
from coauthor.document.reading import decode, read_document
from coauthor.lineage.answering import PlaceGoneError, answer
from coauthor.lineage.comparison import NORMATIVE, differences
from coauthor.lineage.deriving import derive
from coauthor.lineage.deviations import with_deviation
from coauthor.lineage.items import Happening, Item, Outcome
from coauthor.lineage.upgrade import Upgrade, plan_upgrade
from coauthor.resources import resources
from coauthor.workspace.themes import lock_policy
from tests.lineage.making import POLICY, clause, document, edited, put, standards, withdrawn

A, B, C, D = (f"{letter}000000000" for letter in "abcd")
DEFAULT = "Binnen {{termijn: 5 dagen}} antwoordt het systeem."


def of(plan: Upgrade, uid: str) -> Item:
    """Return what the upgrade says of a clause."""
    (item,) = [each for each in plan.items if each.uid == uid]
    return item


def body(plan: Upgrade, uid: str) -> str:
    """Return what a clause says after the upgrade."""
    found = plan.document.clause(uid)
    assert found
    return found.body


def shipped(name: str, release: str) -> Document:
    """Return a standard that comes with the program."""
    path = resources() / "standards" / name / release / "documents" / f"{name}.md"
    return read_document(decode(path.read_bytes()))


def order(text: Document) -> list[str]:
    """Return first letters of the clauses and the words of the headings, in order."""
    return [
        block.uid[0] if isinstance(block, Clause | Tombstone) else block.source.strip("# \n")
        for block in text.blocks
    ]


# -- clauses on which we do not deviate ----------------------------------------


def test_a_clause_that_only_the_standard_changed_follows():
    before, now = document(clause("Het kan.", A)), document(clause("Het moet.", A))
    plan = plan_upgrade(before, now, before)
    assert body(plan, A) == "Het moet."
    assert of(plan, A).outcome is Outcome.FOLLOWS


def test_what_we_filled_in_survives_a_new_text_and_a_new_default():
    before = document(clause(DEFAULT, A))
    now = document(clause("Binnen {{termijn: 2 dagen}} antwoordt het systeem beleefd.", A))
    ours = put(before, with_body(before.clauses[0], fill_parameter(DEFAULT, "termijn", "8 uur")))
    plan = plan_upgrade(before, now, ours)
    assert body(plan, A) == "Binnen {{termijn: 8 uur}} antwoordt het systeem beleefd."
    assert of(plan, A).outcome is Outcome.FOLLOWS


def test_a_default_that_we_left_as_it_was_follows():
    before = document(clause(DEFAULT, A))
    now = document(clause(DEFAULT.replace("5 dagen", "2 dagen"), A))
    assert body(plan_upgrade(before, now, before), A) == now.clauses[0].body


def test_a_filling_whose_slot_is_gone_is_told_with_its_words():
    before, now = document(clause(DEFAULT, A)), document(clause("Het antwoordt meteen.", A))
    ours = put(before, with_body(before.clauses[0], fill_parameter(DEFAULT, "termijn", "8 uur")))
    item = of(plan_upgrade(before, now, ours), A)
    assert (item.outcome, item.why, item.detail) == (
        Outcome.TOLD,
        "filling-lost",
        "termijn: 8 uur",
    )


def test_fields_and_attributes_of_our_own_survive():
    before, now = document(clause("Het kan.", A)), document(clause("Het moet.", A, theme="privacy"))
    own = with_field(with_attribute_set(before.clauses[0], "weight", "3"), "risk", "Hoog.")
    plan = plan_upgrade(before, now, put(before, own))
    upgraded = plan.document.clause(A)
    assert upgraded
    assert upgraded.marker.get("weight") == "3"
    assert upgraded.theme == "privacy"
    assert upgraded.fields["risk"] == "Hoog."
    assert of(plan, A).outcome is Outcome.FOLLOWS


def test_an_explanation_that_both_changed_is_asked_for_it_is_no_deviation():
    fields = "> **rationale** Omdat het {}."
    before = document(clause("Het kan.", A, fields=fields.format("mag")))
    now = document(clause("Het moet.", A, fields=fields.format("hoort")))
    ours = document(clause("Het kan.", A, fields=fields.format("scheelt")))
    plan = plan_upgrade(before, now, ours)
    item = of(plan, A)
    assert (item.outcome, item.why) == (Outcome.ASKED, "explanation")
    upgraded = plan.document.clause(A)
    assert upgraded
    assert (upgraded.body, upgraded.fields["rationale"]) == ("Het moet.", "Omdat het scheelt.")
    assert "Omdat het hoort." in item.offers[0].text


# -- clauses on which we deviate -------------------------------------------------


def deviating(before: Document, text: str, reason: str = "Wet.") -> Document:
    """Return our document with another text of its first clause, and why."""
    changed = with_body(before.clauses[0], text)
    return put(before, with_deviation(changed, reason_class="law", reason=reason))


def test_a_deviation_waits_for_a_person_and_following_is_the_default():
    before, now = document(clause("Het kan.", A)), document(clause("Het moet.", A))
    ours = deviating(before, "Het kan niet.")
    plan = plan_upgrade(before, now, ours)
    item = of(plan, A)
    assert item.outcome is Outcome.ASKED
    assert plan.document.text == ours.text
    assert [offer.name for offer in item.offers] == ["follow", "keep"]
    followed = apply(plan.document, *answer(plan.document, item, item.offers[0].text))
    assert followed.text == derive(now).text


def test_changes_apart_are_offered_in_one_text():
    before = document(clause("Het kan.\n\nHet is snel.\n\nHet is mooi.", A))
    now = document(clause("Het moet.\n\nHet is snel.\n\nHet is mooi.", A))
    ours = deviating(before, "Het kan.\n\nHet is snel.\n\nHet is lelijk.")
    item = of(plan_upgrade(before, now, ours), A)
    merged = item.offer("merged")
    assert merged
    assert "Het moet.\n\nHet is snel.\n\nHet is lelijk." in merged.text
    assert "**deviation** Wet." in merged.text


def test_a_deviation_that_says_what_the_standard_now_says_is_none_any_more():
    before, now = document(clause("Het kan.", A)), document(clause("Het moet.", A))
    plan = plan_upgrade(before, now, deviating(before, "Het moet."))
    assert of(plan, A).why == "same-now"
    assert plan.document.text.rstrip() == derive(now).text


def test_what_we_explained_in_our_own_words_stays_when_a_deviation_becomes_standard():
    fields = "> **rationale** Omdat het {}."
    before = document(clause("Het kan.", A, fields=fields.format("mag")))
    now = document(clause("Het moet.", A, fields=fields.format("mag")))
    ours = document(clause("Het moet.", A, fields=fields.format("scheelt")))
    plan = plan_upgrade(before, now, deviating(ours, "Het moet."))
    upgraded = plan.document.clause(A)
    assert upgraded
    assert dict(upgraded.fields) == {"rationale": "Omdat het scheelt."}
    assert of(plan, A).why == "same-now"


def test_a_deviation_on_what_the_standard_left_alone_is_reviewed():
    before = document(clause("Het kan.", A))
    ours = deviating(before, "Het kan niet.")
    plan = plan_upgrade(before, before, ours)
    assert plan.document.text == ours.text
    assert of(plan, A).outcome is Outcome.REVIEW


def test_a_locked_clause_follows_and_a_deviation_on_it_is_asked_with_a_warning():
    safe = {"theme": "informatiebeveiliging"}
    before = document(clause("Wachtwoord.", A, **safe), clause("Logboek.", B, **safe))
    now = document(clause("Sleutel.", A, **safe), clause("Logboek met tijd.", B, **safe))
    plan = plan_upgrade(before, now, deviating(before, "Niets."), POLICY)
    assert of(plan, B).outcome is Outcome.FOLLOWS
    item = of(plan, A)
    assert (item.outcome, item.locked) == (Outcome.ASKED, True)
    assert item.offer("merged") is None


# -- what came, went and moved ----------------------------------------------------


def test_what_we_left_out_stays_out_and_is_told_when_the_standard_changed_it():
    before, now = (
        document(clause("Het kan.", A), clause("x", B)),
        document(clause("Het moet.", A), clause("x", B)),
    )
    ours = apply(before, *edits.leave_out(before, 0, "omitted", reason="law", note="Wet."))
    plan = plan_upgrade(before, now, ours)
    assert plan.document.text == ours.text
    assert (of(plan, A).outcome, of(plan, A).why) == (Outcome.TOLD, "omitted")
    vanished = apply(before, *edits.remove(before, 0))
    assert of(plan_upgrade(before, now, vanished), A).why == "omitted"


def test_a_withdrawn_clause_goes_and_one_that_we_adapted_is_asked():
    before = document(clause("Het kan.", A), clause("Ook dat.", B))
    now = document(withdrawn(A), withdrawn(B))
    plan = plan_upgrade(before, now, deviating(before, "Het kan niet."))
    assert (of(plan, B).outcome, plan.document.clause(B)) == (Outcome.TOLD, None)
    item = of(plan, A)
    assert (item.outcome, item.why) == (Outcome.ASKED, "withdrawn-adapted")
    assert plan.document.clause(A)
    after = apply(plan.document, *answer(plan.document, item, item.offers[0].text))
    assert after.clause(A) is None


def test_a_standard_of_a_standard_keeps_the_marker_of_what_was_withdrawn():
    before, now = document(clause("Het kan.", A)), document(withdrawn(A))
    plan = plan_upgrade(before, now, before, is_standard=True)
    assert isinstance(plan.document.blocks[0], Tombstone)
    assert plan.document.blocks[0].marker.kind == "withdrawn"


def test_the_pieces_of_a_split_clause_come_in_with_what_we_filled_in():
    before, now = shipped("belastingen", "1.0"), shipped("belastingen", "1.1")
    (source,) = [each for each in before.clauses if each.code == "BEL-051"]
    slot = source.parameters[0].name
    ours = put(derive(before), with_body(source, fill_parameter(source.body, slot, "99 dagen")))
    plan = plan_upgrade(before, now, ours, lock_policy())
    item = of(plan, source.uid)
    assert (item.happened, item.detail) == (Happening.SPLIT, "BEL-061, BEL-062")
    assert plan.document.clause(source.uid) is None
    assert "{{" + slot + ": 99 dagen}}" in plan.document.text or item.why == "filling-lost"


def test_a_clause_joined_of_clauses_that_we_left_out_stays_out_with_their_reason():
    joined = clause("Samen.", C, derives=f"{A},{B}")
    before, now = (
        document(clause("Een.", A), clause("Twee.", B)),
        document(withdrawn(A), withdrawn(B), joined),
    )
    ours = before
    for _ in range(2):
        index = next(i for i, each in enumerate(ours.blocks) if isinstance(each, Clause))
        ours = apply(ours, *edits.leave_out(ours, index, "omitted", reason="law", note="Wet."))
    plan = plan_upgrade(before, now, ours)
    assert of(plan, C).why == "sources-omitted"
    stone = plan.document.blocks[plan.document.positions[C]]
    assert isinstance(stone, Tombstone)
    assert (stone.marker.kind, stone.marker.get("note")) == ("omitted", "Wet.")


def test_a_new_clause_comes_between_its_neighbours_also_when_our_order_differs():
    first = document(new_heading("Een", 2), clause("a", A), clause("b", B), new_heading("Twee", 2))
    now = document(
        new_heading("Een", 2),
        clause("a", A),
        clause("b", B),
        clause("d", D),
        new_heading("Twee", 2),
    )
    ours = apply(first, *edits.move(first, 2, 1, 4))  # b stands under the second heading
    plan = plan_upgrade(first, now, ours)
    assert order(plan.document) == ["Een", "a", "d", "Twee", "b"]


def test_a_new_chapter_does_not_take_over_a_clause_of_our_own():
    before = document(new_heading("Een", 2), clause("a", A), new_heading("Drie", 2))
    now = document(
        new_heading("Een", 2),
        clause("a", A),
        new_heading("Twee", 2),
        clause("b", B),
        new_heading("Drie", 2),
    )
    ours = apply(before, *edits.insert(before, 2, [clause("eigen", C)]))
    assert order(plan_upgrade(before, now, ours).document) == ["Een", "a", "c", "Twee", "b", "Drie"]


def test_what_the_standard_moved_moves_and_what_we_moved_stays_where_we_put_it():
    before = document(*(clause(each, each * 10) for each in "abcdef"))
    now = apply(before, *edits.move(before, 0, 1, 6))
    assert order(plan_upgrade(before, now, before).document) == list("bcdefa")
    ours = apply(before, *edits.move(before, 0, 1, 3))
    assert order(plan_upgrade(before, now, ours).document) == list("bcadef")


def test_a_section_that_moved_takes_our_own_clause_along():
    sections = [new_heading("Een", 2), clause("a", A), new_heading("Twee", 2), clause("b", B)]
    before = document(*sections, new_heading("Drie", 2), clause("d", D))
    now = apply(before, *edits.move(before, 0, 2, 6))
    ours = apply(before, *edits.insert(before, 2, [clause("eigen", C)]))
    found = order(plan_upgrade(before, now, ours).document)
    assert found == ["Twee", "b", "Drie", "d", "Een", "a", "c"]


def test_our_clause_that_the_standard_took_over_becomes_standard():
    before, ours = document(clause("x", B)), document(clause("x", B), clause("Goed idee.", A))
    now = document(clause("x", B), clause("Goed  idee.", A, theme="functioneel"))
    plan = plan_upgrade(before, now, ours)
    item = of(plan, A)
    assert (item.outcome, item.happened) == (Outcome.TOLD, Happening.ADOPTED)
    assert plan.document.text == derive(now).text


def test_our_clause_that_the_standard_took_over_in_other_words_is_asked():
    before, ours = document(clause("x", B)), document(clause("x", B), clause("Goed idee.", A))
    now = document(clause("x", B), clause("Beter idee.", A))
    item = of(plan_upgrade(before, now, ours), A)
    assert (item.outcome, item.why) == (Outcome.ASKED, "adopted-changed")


def test_a_code_that_the_standard_now_uses_is_no_longer_ours():
    before = document(replace_code(clause("x", B), "BEL-001"))
    ours = document(before.clauses[0], replace_code(clause("eigen", A), "BEL-002"))
    now = document(before.clauses[0], replace_code(clause("nieuw", C), "BEL-002"))
    plan = plan_upgrade(before, now, ours)
    item = of(plan, A)
    assert (item.why, item.detail, item.code) == ("code-taken", "BEL-002", "BEL-101")
    assert not plan.document.problems


def replace_code(made: Clause, code: str) -> Clause:
    """Return the clause under another code."""
    source = made.source.replace(f"{made.uid} {made.code}", f"{made.uid} {code}")
    return document(*read_document(source).blocks).clauses[0]


# -- headings and prose -------------------------------------------------------------


def test_headings_and_prose_of_the_standard_follow_unless_we_changed_them():
    def texts(heading: str, prose: str) -> Document:
        return document(new_heading(heading, 2), Prose(prose, "\n\n"), clause("a", A))

    before = texts("Heffen", "De gemeente heft belasting.\n\nDat doet zij netjes.")
    now = texts("Heffing", "De gemeente heft.\n\nDat doet zij netjes.")
    plan = plan_upgrade(before, now, before)
    assert plan.document.text == now.text
    ours = texts("Heffen", "De gemeente heft belasting.\n\nDat doet zij vriendelijk.")
    merged = plan_upgrade(before, now, ours).document.text
    assert "De gemeente heft.\n\nDat doet zij vriendelijk." in merged


def test_prose_that_both_wrote_anew_is_asked():
    def texts(prose: str) -> Document:
        return document(new_heading("Heffen", 2), Prose(prose, "\n\n"), clause("a", A))

    before, now = texts("De gemeente heft belasting."), texts("De gemeente heft veel belasting.")
    ours = texts("De gemeente heft weinig belasting.")
    plan = plan_upgrade(before, now, ours)
    (item,) = plan.open
    assert item.outcome is Outcome.ASKED
    assert plan.document.text == ours.text
    assert item.offers[0].text.strip() == "De gemeente heft veel belasting."
    after = apply(plan.document, *answer(plan.document, item, item.offers[0].text))
    assert after.text == now.text
    with pytest.raises(PlaceGoneError):
        answer(after, item, "x\n")


# -- the shipped standards, and any -------------------------------------------------


@pytest.mark.parametrize("name", ["belastingen", "reisdocumenten"])
@pytest.mark.parametrize(("old", "new"), [("1.0", "1.1"), ("1.1", "1.0")])
def test_a_document_that_is_all_standard_becomes_the_new_release_to_the_letter(name, old, new):
    before, now = shipped(name, old), shipped(name, new)
    plan = plan_upgrade(before, now, derive(before), lock_policy())
    assert plan.document.text == derive(now).text
    assert not plan.open


@given(standards(), standards())
def test_what_was_all_standard_is_all_standard_afterwards_in_the_same_order(before, now):
    plan = plan_upgrade(before, now, derive(before), POLICY)
    wanted = derive(now).clauses
    assert [each.uid for each in plan.document.clauses] == [each.uid for each in wanted]
    for ours, standard in zip(plan.document.clauses, wanted, strict=True):
        assert not differences(ours, standard)


@given(edited(), st.data())
def test_every_answer_to_a_question_leaves_a_document_that_reads_back(made, data):
    before, ours, _, _ = made
    plan = plan_upgrade(before, data.draw(standards()), derive(ours), POLICY)
    text = plan.document
    for item in plan.open:
        if item.type == "clause":
            offer = data.draw(st.sampled_from(item.offers))
            text = apply(text, *answer(text, item, offer.text))
            assert read_document(text.text).blocks == text.blocks


@given(standards())
def test_nothing_happens_where_the_standard_did_not_change(standard):
    plan = plan_upgrade(standard, standard, derive(standard), POLICY)
    assert plan.document.text == derive(standard).text
    assert not plan.items


@given(edited(), st.data())
def test_no_word_of_ours_is_lost_and_nothing_locked_is_changed_unasked(made, data):
    before, ours, _, _ = made
    now = data.draw(standards())
    plan = plan_upgrade(before, now, derive(ours), POLICY)
    again = read_document(plan.document.text)
    assert again.blocks == plan.document.blocks
    shown = plan.document.text + "".join(item.was for item in plan.items)
    for each in derive(ours).clauses:
        known = before.clause(each.uid)
        if known is None or differences(each, known) & NORMATIVE:
            assert all(word in shown for word in each.body.split())


def test_the_plan_is_made_of_values_only():
    before = document(clause("Het kan.", A))
    assert plan_upgrade(before, before, before) == plan_upgrade(before, before, replace(before))
