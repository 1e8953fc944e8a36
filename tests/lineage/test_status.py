"""Lineage is computed: what a clause is beside its standard, in the words of the domain."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document import edits
from coauthor.document.changes import apply
from coauthor.document.clauses import with_attribute_set, with_body, with_field, with_title
from coauthor.document.model import Clause, Document
from coauthor.document.parameters import fill_parameter
from coauthor.document.reading import decode, read_document
from coauthor.lineage.deriving import derive
from coauthor.lineage.deviations import with_deviation
from coauthor.lineage.status import (
    STANDARD_TEXT,
    ClauseStatus,
    Direction,
    Lineage,
    document_status,
    update_status,
)
from coauthor.resources import resources
from tests.lineage.making import (
    POLICY,
    clause,
    document,
    edited,
    plain_texts,
    standards,
    values,
    withdrawn,
)

FIELDS = "> **rationale** Inwoners willen één biljet.\n>\n> **acceptance** Eén biljet ontvangen."
STANDARD = clause(
    "Het systeem stelt binnen {{termijn: 5 werkdagen}} één aanslagbiljet samen.",
    title="Gecombineerd aanslagbiljet",
    fields=FIELDS,
)


def judged(ours: Clause, standard: Clause = STANDARD, newer: Clause | None = None) -> ClauseStatus:
    """Return the status of one clause beside one of the standard."""
    later = None if newer is None else document(newer)
    status = document_status(document(ours), [document(standard)], later, POLICY)
    return status.clauses[ours.uid]


def all_standards() -> list[str]:
    """Return the shipped releases as paths below the standards."""
    root = resources() / "standards"
    return sorted(str(path.relative_to(root)) for path in root.glob("*/*/documents/*.md"))


def shipped(path: str) -> Document:
    """Return a document of a shipped release."""
    return read_document(decode((resources() / "standards" / path).read_bytes()))


def test_the_standards_own_text_is_verbatim():
    assert judged(STANDARD).lineage is Lineage.VERBATIM


def test_filling_a_parameter_in_is_no_deviation():
    ours = with_body(STANDARD, fill_parameter(STANDARD.body, "termijn", "10 werkdagen"))
    assert judged(ours).lineage is Lineage.FILLED
    assert not judged(ours).deviates


def test_writing_a_slot_with_other_blanks_fills_nothing_in():
    ours = with_body(STANDARD, STANDARD.body.replace("{{termijn: ", "{{ termijn:"))
    assert judged(ours).lineage is Lineage.VERBATIM


def test_a_parameter_of_the_acceptance_criterion_may_be_filled_in_too():
    standard = with_field(STANDARD, "acceptance", "Na {{termijn: 5 dagen}} is het er.")
    ours = with_field(STANDARD, "acceptance", "Na {{termijn: 8 dagen}} is het er.")
    assert judged(ours, standard).lineage is Lineage.FILLED


def test_a_word_more_is_adapted_and_says_where():
    ours = with_body(STANDARD, STANDARD.body + " Ook digitaal.")
    assert judged(ours).lineage is Lineage.ADAPTED
    assert judged(ours).differs == {"body"}
    assert judged(ours).direction is Direction.OTHER


@pytest.mark.parametrize(
    ("part", "ours"),
    [
        ("title", with_title(STANDARD, "Aanslagbiljet")),
        ("acceptance", with_field(STANDARD, "acceptance", "")),
        ("kind", with_attribute_set(STANDARD, "kind", "wens")),
        ("priority", with_attribute_set(STANDARD, "priority", "could")),
        ("theme", with_attribute_set(STANDARD, "theme", "privacy")),
    ],
)
def test_everything_that_a_vendor_must_meet_counts(part, ours):
    assert judged(ours).lineage is Lineage.ADAPTED
    assert judged(ours).differs == {part}


def test_another_rationale_is_shown_but_is_no_deviation():
    ours = with_field(STANDARD, "rationale", "Onze raad wil het.")
    assert judged(ours).differs == {"rationale"}
    assert judged(ours).lineage is Lineage.VERBATIM


def test_a_clause_without_kind_is_a_demand_whether_it_says_so_or_not():
    unsaid = with_attribute_set(STANDARD, "kind", None)
    assert judged(STANDARD, unsaid).lineage is Lineage.VERBATIM
    assert judged(unsaid).lineage is Lineage.VERBATIM


def test_the_person_says_which_way_it_deviates():
    adapted = with_body(STANDARD, STANDARD.body + " Ook digitaal.")
    ours = with_deviation(adapted, reason_class="law", reason="Wet", direction="stricter")
    assert judged(ours).direction is Direction.STRICTER
    assert not judged(ours).unexplained
    assert judged(adapted).unexplained


@pytest.mark.parametrize("explained", [{"reason_class": "law"}, {"reason": "Zo willen wij het."}])
def test_a_reason_is_a_class_and_a_text(explained):
    ours = with_deviation(with_title(STANDARD, "Biljet"), **explained)
    assert judged(ours).unexplained


def test_a_clause_of_our_own_is_local():
    status = document_status(
        document(STANDARD, clause("Eigen.", "b000000000")), [document(STANDARD)]
    )
    assert status.clauses["b000000000"].lineage is Lineage.LOCAL
    assert status.clauses["b000000000"].unexplained


def test_the_second_half_of_a_split_clause_is_derived():
    text = document(STANDARD)
    split = apply(text, *edits.split_clause(text, 0, 20, "b000000000"))
    status = document_status(split, [text])
    assert status.clauses["a000000000"].lineage is Lineage.ADAPTED
    assert status.clauses["b000000000"].lineage is Lineage.DERIVED
    assert status.clauses["b000000000"].origin == ("a000000000",)


def test_a_clause_that_left_keeps_its_reason():
    text = document(STANDARD)
    left = apply(text, *edits.leave_out(text, 0, "omitted", reason="landscape", note="Andere bron"))
    status = document_status(left, [text]).clauses["a000000000"]
    assert status.lineage is Lineage.OMITTED
    assert (status.reason_class, status.reason) == ("landscape", "Andere bron")
    assert not status.unexplained


def test_a_clause_that_vanished_is_omitted_without_a_reason():
    status = document_status(document(), [document(STANDARD)]).clauses["a000000000"]
    assert status.lineage is Lineage.OMITTED
    assert status.code == "A"
    assert status.unexplained


def test_what_the_standard_withdrew_itself_is_no_omission_of_ours():
    standard = document(STANDARD, withdrawn("b000000000"))
    assert set(document_status(standard, [standard]).clauses) == {"a000000000"}


def test_a_document_without_a_standard_is_its_own():
    status = document_status(document(STANDARD))
    assert not status.has_standard
    assert status.clauses["a000000000"].lineage is Lineage.LOCAL


def test_a_clause_is_behind_when_the_newer_release_says_something_else():
    newer = with_body(STANDARD, STANDARD.body + " Ook digitaal.")
    assert judged(STANDARD, newer=newer).behind
    assert judged(STANDARD, newer=clause("Iets anders.", "b000000000")).behind
    assert not judged(STANDARD, newer=with_field(STANDARD, "rationale", "Nieuw.")).behind


def test_a_clause_is_behind_when_the_newer_release_has_another_default():
    newer = with_body(STANDARD, fill_parameter(STANDARD.body, "termijn", "3 werkdagen"))
    assert judged(STANDARD, newer=newer).behind


def test_locked_is_what_the_standard_says_not_what_we_say():
    standard = with_attribute_set(STANDARD, "theme", "informatiebeveiliging")
    ours = with_attribute_set(with_attribute_set(standard, "theme", "privacy"), "locked", "no")
    assert judged(ours, standard).locked
    assert not judged(with_attribute_set(STANDARD, "locked", "yes")).locked


def test_the_chain_tells_how_far_up_the_text_is_the_same():
    national, region = STANDARD, with_title(STANDARD, "Biljet in onze regio")
    chain = [document(region), document(national)]
    assert document_status(document(region), chain).clauses["a000000000"].level == 0
    same = [document(national), document(national)]
    assert document_status(document(national), same).clauses["a000000000"].level == 1
    assert document_status(document(national), chain).clauses["a000000000"].level == -1


def test_the_reasons_of_the_region_are_no_reasons_of_ours():
    region = with_deviation(
        with_title(STANDARD, "Biljet in onze regio"),
        reason_class="bylaw",
        reason="Verordening van de regio.",
        direction="stricter",
        owner="Regio",
    )
    ours = with_body(region, region.body + " Ook digitaal.")
    status = judged(ours, region)
    assert status.unexplained
    assert (status.reason, status.owner, status.direction) == ("", "", Direction.OTHER)
    explained = with_deviation(ours, reason_class="bylaw", reason="Verordening van ons.")
    assert not judged(explained, region).unexplained


@pytest.mark.parametrize("path", all_standards())
def test_a_document_just_derived_is_all_standard(path):
    standard = shipped(path)
    status = document_status(derive(standard), [standard], None, POLICY)
    assert set(status.clauses) == {each.uid for each in standard.clauses}
    assert status.counts == {Lineage.VERBATIM: len(standard.clauses)}
    assert not status.deviations


@given(standards())
def test_an_untouched_document_is_all_standard(standard):
    status = document_status(read_document(derive(standard).text), [standard])
    assert {each.lineage for each in status.clauses.values()} <= {Lineage.VERBATIM}
    assert set(status.clauses) == {each.uid for each in standard.clauses}


@given(standards(), st.data())
def test_filling_never_makes_a_deviation(standard, data):
    for each in standard.clauses:
        ours = each
        for name in {slot.name for slot in each.parameters}:
            ours = with_body(ours, fill_parameter(ours.body, name, data.draw(values)))
        assert judged(ours, each).lineage in STANDARD_TEXT


@given(plain_texts, st.data())
def test_wrapping_never_makes_a_deviation(text, data):
    standard = clause(text)
    lines = text.split("\n\n")
    wrapped = [
        "".join(data.draw(st.sampled_from([" ", "\n", "\r\n"])) if c == " " else c for c in line)
        for line in lines
    ]
    ours = replace(standard, body="\n\n".join(wrapped))
    assert judged(ours, standard).lineage is Lineage.VERBATIM


@given(plain_texts, st.data())
def test_wrapping_what_was_filled_in_makes_no_deviation(text, data):
    standard = clause(text)
    filled = fill_parameter(standard.body, "termijn", "zeker tien dagen")
    wrapped = "".join(data.draw(st.sampled_from(" \n")) if c == " " else c for c in filled)
    assert judged(replace(standard, body=wrapped), standard).lineage in STANDARD_TEXT


@given(edited())
def test_judging_one_clause_again_is_judging_all(case):
    standard, before, uids, after = case
    previous = document_status(before, [standard], standard, POLICY)
    assert previous.counts or not previous.clauses
    updated = update_status(previous, after, uids)
    whole = document_status(after, [standard], standard, POLICY)
    assert dict(updated.clauses) == dict(whole.clauses)
    assert updated.counts == whole.counts
    assert set(updated.deviations) == set(whole.deviations)


@given(edited())
def test_what_was_judged_in_memory_is_judged_the_same_from_the_file(case):
    standard, _, _, after = case
    fresh = read_document(after.text)
    assert document_status(after, [standard]).clauses == document_status(fresh, [standard]).clauses
