"""Why a clause deviates, whose that is, and until when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.clauses import with_body
from coauthor.document.reading import read_clause
from coauthor.lineage.comparison import NORMATIVE, differences
from coauthor.lineage.deviations import deviations, with_deviation
from coauthor.lineage.status import Lineage, document_status
from tests.lineage.making import clause, clauses, document, plain_texts, texts

STANDARD = clause("Het systeem stelt één biljet samen.")
ADAPTED = with_body(STANDARD, "Het systeem stelt twee biljetten samen.")


def test_a_deviation_says_everything_that_was_said_of_it():
    ours = with_deviation(
        ADAPTED,
        reason_class="bylaw",
        reason="De raad wil twee biljetten.\n\nZie de verordening.",
        direction="other",
        owner="Team Heffen",
        cost="€ 4.000 per jaar",
        until="2027-12-31",
    )
    status = document_status(document(ours), [document(STANDARD)]).clauses["a000000000"]
    assert status.reason_class == "bylaw"
    assert status.reason == "De raad wil twee biljetten.\n\nZie de verordening."
    assert (status.owner, status.cost, status.until) == (
        "Team Heffen",
        "€ 4.000 per jaar",
        "2027-12-31",
    )


def test_what_is_not_said_is_taken_away():
    ours = with_deviation(ADAPTED, reason_class="law", reason="Wet.", owner="J", until="2030-01-01")
    assert with_deviation(ours).source.strip() == ADAPTED.source.strip()


@pytest.mark.parametrize(
    ("until", "expired"),
    [
        ("2026-06-30", True),
        ("2026-07-01", False),
        ("2026-07-02", False),
        ("", False),
        ("ooit", False),
    ],
)
def test_a_deviation_holds_up_to_and_with_its_last_day(until, expired):
    ours = with_deviation(ADAPTED, reason_class="law", reason="Wet.", until=until)
    status = document_status(document(ours), [document(STANDARD)])
    (found,) = deviations(status, date(2026, 7, 1))
    assert found.expired is expired
    assert found.status.lineage is Lineage.ADAPTED


def test_the_standards_own_text_is_no_deviation():
    text = document(STANDARD)
    assert not list(deviations(document_status(text, [text]), date(2026, 7, 1)))


@given(clauses(st.just("a000000000")), plain_texts | texts, st.text(max_size=12))
def test_a_reason_changes_nothing_that_must_be_met(made, reason, owner):
    ours = with_deviation(made, reason_class="law", reason=reason, owner=owner)
    assert not differences(ours, made) & NORMATIVE
    assert read_clause(ours.source) == ours
    assert (ours.body, ours.title, ours.tail.strip()) == (made.body, made.title, "")


@given(clauses(st.just("a000000000")), plain_texts)
def test_a_reason_reads_back_as_it_was_written(made, reason):
    ours = with_deviation(made, reason_class="law", reason=reason)
    assert ours.fields["deviation"] == reason.strip()
    others = {key: text for key, text in made.fields.items() if text and key != "deviation"}
    assert {key: text for key, text in ours.fields.items() if key != "deviation"} == others
