"""What the example municipality does with its standard, as anyone would tell it."""

from datetime import date

import pytest

from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.lineage.deriving import take_standard
from coauthor.lineage.deviations import REASON_CLASSES, deviations
from coauthor.lineage.locks import refused, violations
from coauthor.lineage.share import shares
from coauthor.lineage.status import Direction, DocumentStatus, Lineage, document_status
from coauthor.resources import resources
from coauthor.workspace.themes import lock_policy
from tests.lineage.making import put

POLICY = lock_policy()


def read(path: str) -> Document:
    """Return a document of the shipped content."""
    return read_document(decode((resources() / path / "documents/belastingen.md").read_bytes()))


STANDARD, NEWER = read("standards/belastingen/1.0"), read("standards/belastingen/1.1")
BEGUN, FILLED, EXPLAINED, NOW = (read(f"example/{number}") for number in (1, 2, 3, 4))


def judge(text: Document) -> DocumentStatus:
    """Return the status of a version of the example."""
    return document_status(text, [STANDARD], NEWER, POLICY)


def test_it_began_with_the_standard_word_for_word():
    assert set(judge(BEGUN).counts) == {Lineage.VERBATIM}


def test_filling_in_its_own_values_left_it_all_standard():
    status = judge(FILLED)
    assert status.counts[Lineage.FILLED]
    assert shares(FILLED, status).whole.by_clause == 1


def test_more_than_eight_of_ten_clauses_are_standard_and_not_all():
    whole = shares(NOW, judge(NOW)).whole
    assert whole.by_clause is not None
    assert whole.by_words is not None
    assert 0.8 < whole.by_clause < whole.by_words < 1


@pytest.mark.parametrize("text", [EXPLAINED, NOW], ids=["then", "now"])
def test_every_deviation_has_a_reason_of_a_known_class(text):
    found = [each for each in judge(text).deviations if each.lineage is not Lineage.DERIVED]
    assert found
    assert not any(each.unexplained for each in found)
    assert {each.reason_class for each in found} <= set(REASON_CLASSES)


def test_it_is_stricter_here_and_weaker_there():
    assert {each.direction for each in judge(NOW).deviations} == {None, *Direction}


def test_no_locked_clause_was_touched():
    for text in (BEGUN, FILLED, EXPLAINED, NOW):
        assert not list(violations(text, STANDARD, POLICY))
    assert not refused(BEGUN, NOW, STANDARD, POLICY)
    assert any(each.locked for each in judge(NOW).clauses.values())


def test_the_newer_release_changed_clauses_that_it_uses():
    behind = {each.uid for each in judge(NOW).clauses.values() if each.behind}
    withdrawn = {each.uid for each in STANDARD.clauses} - {each.uid for each in NEWER.clauses}
    assert withdrawn
    assert withdrawn < behind


def test_its_deviations_end_some_day():
    status = judge(NOW)
    ending = {each.uid for each in status.deviations if each.until}
    assert ending
    expired = {each.status.uid for each in deviations(status, date(2100, 1, 1)) if each.expired}
    assert expired == ending


def test_it_can_go_back_to_the_standard_clause_by_clause():
    text = NOW
    for each in judge(NOW).deviations:
        if each.lineage is Lineage.ADAPTED:
            ours, standard = text.clause(each.uid), STANDARD.clause(each.uid)
            assert ours
            assert standard
            text = put(text, take_standard(ours, standard))
    counts = judge(text).counts
    assert Lineage.ADAPTED not in counts
    assert counts[Lineage.FILLED] >= judge(NOW).counts[Lineage.FILLED]
