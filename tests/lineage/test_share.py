"""The share that is standard: (verbatim + filled) ÷ all active clauses."""

import pytest
from hypothesis import given

from coauthor.document import edits
from coauthor.document.changes import apply
from coauthor.document.clauses import new_heading, with_attribute_set, with_body, with_field
from coauthor.document.model import Document
from coauthor.document.parameters import fill_parameter
from coauthor.lineage.share import Share, Shares, count, shares
from coauthor.lineage.status import Lineage, document_status
from tests.lineage.making import clause, document, edited, put

LETTERS = "abcd"
STANDARD = document(
    new_heading("Heffen", 1),
    clause("Een twee drie {{aantal: vier}} vijf.", "a000000000", acceptance=""),
    clause("Een twee drie vier.", "b000000000", theme="privacy"),
    new_heading("Innen", 2),
    clause("Zes zeven acht negen tien elf.", "c000000000"),
    clause("Een.", "d000000000"),
)


def shared(text: Document) -> Shares:
    """Return the shares of a document beside the standard."""
    return shares(text, document_status(text, [STANDARD]))


def adapted(letter: str, old: str, new: str) -> Document:
    """Return the standard with a word of one clause replaced."""
    found = STANDARD.clause(f"{letter}000000000")
    return put(STANDARD, with_body(found, found.body.replace(old, new)))


def test_untouched_is_the_whole():
    whole = shared(STANDARD).whole
    assert (whole.by_clause, whole.by_words) == (1, 1)


def test_filling_counts_as_standard():
    found = STANDARD.clause("a000000000")
    text = put(STANDARD, with_body(found, fill_parameter(found.body, "aantal", "tien")))
    assert shared(text).whole.by_clause == 1
    assert shared(text).whole.counts[Lineage.FILLED] == 1


def test_one_of_four_clauses_adapted_leaves_three_quarters():
    assert shared(adapted("b", "drie", "tien")).whole.by_clause == 0.75


def test_of_an_adapted_clause_the_words_that_stayed_count():
    text = adapted("c", "tien", "twaalf")
    whole = shared(text).whole
    assert whole.words - whole.standard_words == 1


def test_another_acceptance_criterion_counts_in_words_too():
    ours = with_field(STANDARD.clause("d000000000"), "acceptance", "Drie woorden meer.")
    whole = shared(put(STANDARD, ours)).whole
    assert whole.words - whole.standard_words == 3


def test_the_same_words_as_a_wish_are_all_the_standards_words():
    ours = with_attribute_set(STANDARD.clause("d000000000"), "kind", "wens")
    whole = shared(put(STANDARD, ours)).whole
    assert (whole.by_clause, whole.by_words) == (0.75, 1)


def test_a_local_clause_has_no_word_of_the_standard():
    local = clause("Een twee drie vier.", "e000000000")
    text = apply(STANDARD, *edits.insert(STANDARD, len(STANDARD.blocks), [local]))
    whole = shared(text).whole
    assert whole.by_clause == 0.8
    assert whole.words - whole.standard_words == 4


@pytest.mark.parametrize("leave", [True, False])
def test_what_is_left_out_is_shown_apart(leave):
    index = STANDARD.positions["c000000000"]
    changes = (
        edits.leave_out(STANDARD, index, "omitted") if leave else edits.remove(STANDARD, index)
    )
    found = shared(apply(STANDARD, *changes))
    assert found.whole.by_clause == 1
    assert (found.whole.active, found.whole.counts[Lineage.OMITTED]) == (3, 1)
    assert dict(found.chapters)["Innen"].counts[Lineage.OMITTED] == 1


def test_every_chapter_and_theme_has_its_own_share():
    found = shared(adapted("b", "drie", "tien"))
    assert [(title, share.by_clause) for title, share in found.chapters] == [
        ("Heffen", 0.5),
        ("Innen", 1),
    ]
    assert [(theme, share.by_clause) for theme, share in found.themes] == [
        ("functioneel", 1),
        ("privacy", 0),
    ]


def test_two_chapters_of_one_name_are_two_chapters():
    text = document(
        new_heading("Algemeen", 2),
        STANDARD.clauses[0],
        new_heading("Algemeen", 2),
        STANDARD.clauses[1],
    )
    assert [title for title, _ in shared(text).chapters][:2] == ["Algemeen", "Algemeen"]


def test_a_marker_counts_in_our_chapter_whatever_it_is_called():
    index = STANDARD.positions["c000000000"]
    text = apply(STANDARD, *edits.leave_out(STANDARD, index, "omitted"))
    renamed = apply(text, *edits.replace_block(text, index - 1, new_heading("Betalen", 2)))
    assert [title for title, _ in shared(renamed).chapters] == ["Heffen", "Betalen"]


def test_a_clause_that_is_there_twice_counts_once():
    text = document(*STANDARD.blocks, STANDARD.clauses[0])
    assert shared(text).whole.active == 4


def test_without_a_standard_there_is_no_share():
    status = document_status(STANDARD)
    found = shares(STANDARD, status)
    assert found.whole.by_clause is None
    assert found.whole.by_words is None
    assert found.whole.active == 4
    assert [share.by_clause for _, share in found.chapters] == [None, None]
    assert count(status).by_clause is None


def test_without_clauses_there_is_no_share():
    assert Share().by_clause is None
    assert shared(document()).whole.by_clause is None


@given(edited())
def test_parts_add_up_to_the_whole(case):
    standard, _, _, text = case
    status = document_status(text, [standard])
    found = shares(text, status)
    assert found.whole.counts == status.counts
    assert count(status).by_clause == found.whole.by_clause
    for parts in (found.chapters, found.themes):
        assert sum(share.active for _, share in parts) == found.whole.active
        assert sum(share.words for _, share in parts) == found.whole.words
        assert sum(share.standard_words for _, share in parts) == found.whole.standard_words
    for share in (found.whole, *(share for _, share in found.chapters)):
        assert share.by_clause is None or 0 <= share.by_clause <= 1
        assert 0 <= share.standard_words <= share.words
