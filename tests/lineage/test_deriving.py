"""Deriving a document, and going back to what the standard says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document import edits
from coauthor.document.changes import apply
from coauthor.document.clauses import new_heading, with_attribute_set, with_body, with_field
from coauthor.document.model import Clause, Document, Heading, Prose, Tombstone
from coauthor.document.parameters import fill_parameter
from coauthor.document.reading import read_document
from coauthor.lineage.deriving import derive, restore_omitted, take_standard
from coauthor.lineage.deviations import with_deviation
from coauthor.lineage.status import STANDARD_TEXT, document_status
from tests.lineage.making import clause, document, put, rewritten, standards, withdrawn

STANDARD = clause(
    "Binnen {{termijn: 5 dagen}} één biljet, {{aantal keer: 2}} herinneringen.",
    title="Biljet",
    fields="> **rationale** Inwoners willen één biljet.",
)


def uids(text: Document) -> list[str]:
    """Return the uids of the clauses in order."""
    return [each.uid for each in text.clauses]


def test_a_derived_document_says_what_the_standard_says():
    standard = document(new_heading("Heffen", 1), Prose("Inleiding.", "\n\n"), STANDARD)
    assert derive(standard).text == standard.text


def test_what_the_standard_withdrew_is_left_out():
    standard = document(STANDARD, withdrawn("b000000000"), clause("Eigen.", "c000000000"))
    derived = derive(standard)
    assert uids(derived) == ["a000000000", "c000000000"]
    assert not any(isinstance(block, Tombstone) for block in derived.blocks)


def test_what_the_region_left_out_is_no_marker_of_ours():
    region = apply(
        document(STANDARD), *edits.leave_out(document(STANDARD), 0, "omitted", note="regio")
    )
    assert not derive(region).blocks


@pytest.mark.parametrize("behind", ["Titel\n===\n\nTekst.\n", "Tekst.\n", "### Diep\n"])
def test_what_stood_behind_a_withdrawn_clause_does_not_join_the_clause_above(behind):
    standard = read_document(
        "<!-- clause a000000000 A -->\n\nTekst van A.\n<!-- withdrawn b000000000 B -->\n" + behind
    )
    derived = read_document(derive(standard).text)
    assert derived.clause("a000000000").body == "Tekst van A."
    assert [type(each) for each in derived.blocks if isinstance(each, Heading)] == [
        type(each) for each in standard.blocks if isinstance(each, Heading)
    ]


@given(standards())
def test_a_derived_document_reads_back_as_itself(standard):
    derived = derive(standard)
    assert read_document(derived.text).blocks == derived.blocks
    assert derived.clauses == standard.clauses


def test_taking_the_standard_text_keeps_what_we_filled_in():
    filled = with_body(STANDARD, fill_parameter(STANDARD.body, "termijn", "10 dagen"))
    ours = with_body(filled, filled.body + " Ook digitaal.")
    taken = take_standard(ours, STANDARD)
    assert taken.body == filled.body


def test_the_reasons_of_a_deviation_go_with_it():
    adapted = with_body(STANDARD, "Anders.")
    ours = with_deviation(
        adapted,
        reason_class="law",
        reason="Wet.",
        direction="weaker",
        owner="J",
        until="2030-01-01",
    )
    assert take_standard(ours, STANDARD) == STANDARD


def test_what_we_added_besides_the_standard_stays():
    ours = with_attribute_set(with_field(STANDARD, "risk", "Groot."), "weight", "3")
    taken = take_standard(with_body(ours, "Anders."), STANDARD)
    assert taken.fields["risk"] == "Groot."
    assert taken.marker.get("weight") == "3"
    assert taken.body == STANDARD.body


def test_an_acceptance_criterion_of_our_own_does_not_stay():
    ours = with_field(STANDARD, "acceptance", "Anders getoetst.")
    assert take_standard(ours, STANDARD) == STANDARD


@given(standards(), st.data())
def test_taking_the_standard_text_leaves_no_deviation(standard, data):
    for each in standard.clauses:
        ours = each
        for _ in range(3):
            ours = rewritten(data.draw, ours, document())
        taken = take_standard(ours, each)
        text = put(document(ours), taken)
        status = document_status(text, [document(each)]).clauses[each.uid]
        assert status.lineage in STANDARD_TEXT
        assert not status.unexplained
        assert read_document(text.text).clause(each.uid) == text.clause(each.uid)
        assert take_standard(taken, each).source.rstrip() == taken.source.rstrip()


@given(standards())
def test_taking_the_standard_text_of_the_standard_changes_nothing(standard):
    for each in standard.clauses:
        assert take_standard(each, each) == each


def restored(text: Document, uid: str, standard: Document) -> Document:
    """Return a document with a clause of the standard put back."""
    return apply(text, *restore_omitted(text, uid, standard))


LETTERS = document(*(clause(f"Tekst {letter}.", f"{letter}000000000") for letter in "abcd"))


def without(text: Document, *letters: str) -> Document:
    """Return a document without some clauses, and without markers for them."""
    for letter in letters:
        text = apply(text, *edits.remove(text, text.positions[f"{letter}000000000"]))
    return text


def test_a_clause_comes_back_in_the_place_of_its_marker():
    left = apply(LETTERS, *edits.leave_out(LETTERS, 1, "omitted", reason="law"))
    moved = apply(left, *edits.move(left, 1, 1, 4))
    assert uids(restored(moved, "b000000000", LETTERS)) == [
        "a000000000",
        "c000000000",
        "d000000000",
        "b000000000",
    ]


@pytest.mark.parametrize("gone", ["a", "b", "d", "ab", "bc", "cd", "abc", "bcd", "abcd"])
def test_a_clause_without_a_marker_comes_back_where_the_standard_has_it(gone):
    text = without(LETTERS, *gone)
    for letter in gone:
        text = restored(text, f"{letter}000000000", LETTERS)
    assert uids(text) == uids(LETTERS)


def test_a_clause_comes_back_behind_the_heading_it_stood_under():
    standard = document(
        clause("Eerst.", "a000000000"), new_heading("Innen", 1), clause("Dan.", "b000000000")
    )
    text = restored(without(standard, "b"), "b000000000", standard)
    assert [type(block) for block in text.blocks] == [Clause, Heading, Clause]


def test_a_clause_that_is_there_is_not_put_back_again():
    assert restore_omitted(LETTERS, "b000000000", LETTERS) == ()


def test_only_what_the_standard_has_can_be_put_back():
    with pytest.raises(KeyError):
        restore_omitted(LETTERS, "z000000000", LETTERS)


@given(standards(), st.data())
def test_what_was_left_out_can_always_be_put_back(standard, data):
    text = standard
    for each in standard.clauses:
        if data.draw(st.booleans()):
            place = text.positions[each.uid]
            leave = data.draw(st.booleans())
            changes = (
                edits.leave_out(text, place, "omitted") if leave else edits.remove(text, place)
            )
            text = apply(text, *changes)
    for each in standard.clauses:
        text = restored(text, each.uid, standard)
    assert sorted(uids(text)) == sorted(uids(standard))
    status = document_status(read_document(text.text), [standard])
    assert not status.deviations
