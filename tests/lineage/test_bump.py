"""The number of the next release, from what changed in the clauses."""

import pytest

from coauthor.document.clauses import new_heading
from coauthor.document.model import Clause
from coauthor.lineage.bump import Level, compute_bump, level_between, next_number
from tests.lineage.making import POLICY, clause, document, withdrawn

A, B = "a000000000", "b000000000"
DEMAND = "Het systeem antwoordt binnen {{termijn: 5 dagen}} op een verzoek van een inwoner."


def level(before: Clause, after: Clause) -> tuple[str, str]:
    """Return level and first reason for a change of one clause."""
    bump = compute_bump(document(before), document(after), POLICY)
    return bump.level.name, bump.causes[0].why if bump.causes else ""


def changed(old: str, new: str, **attributes: str) -> tuple[str, str]:
    """Return the level for another text of a clause that is the same else."""
    return level(clause(old, A, **attributes), clause(new, A, **attributes))


def test_nothing_changed_asks_for_nothing():
    assert changed(DEMAND, DEMAND.replace(" op ", "\nop ")) == ("NONE", "")


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (DEMAND.replace("inwoner.", "inwoner"), ("PATCH", "wording")),
        (DEMAND.replace("verzoek", "verzoeck"), ("PATCH", "wording")),
        (DEMAND.replace("een verzoek", "een aanvraag"), ("PATCH", "wording")),
        (DEMAND.replace("5 dagen", "2 dagen"), ("MINOR", "default-changed")),
        (DEMAND.replace("van een inwoner", ""), ("MINOR", "demand-shorter")),
        (DEMAND.replace("{{termijn: 5 dagen}}", "5 dagen"), ("MAJOR", "freedom-removed")),
        (DEMAND.replace("een inwoner", "elke inwoner"), ("MAJOR", "demand-changed")),
        (DEMAND + " Het stuurt 2 brieven.", ("MAJOR", "demand-changed")),
        (DEMAND + " Het stuurt een brief.", ("MAJOR", "demand-longer")),
    ],
)
def test_words_of_a_demand_are_judged_by_what_they_say(new, found):
    assert changed(DEMAND, new) == found


def test_a_wish_that_asks_more_is_minor_for_old_answers_comply():
    assert changed(DEMAND, DEMAND + " Het stuurt 2 brieven.", kind="wens")[0] == "MINOR"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({"kind": "wens"}, {"kind": "eis"}, ("MAJOR", "kind-up")),
        ({"kind": "eis"}, {"kind": "wens"}, ("MINOR", "kind-down")),
        ({"priority": "should"}, {"priority": "must"}, ("MAJOR", "priority-up")),
        ({"priority": "could"}, {"priority": "should"}, ("MINOR", "priority-up")),
        ({"priority": "must"}, {"priority": "should"}, ("MINOR", "priority-down")),
        ({"locked": ""}, {"locked": "yes"}, ("MAJOR", "locked")),
        ({"locked": "yes"}, {"locked": ""}, ("MINOR", "unlocked")),
        ({"theme": "functioneel"}, {"theme": "informatiebeveiliging"}, ("MAJOR", "locked")),
        ({"theme": "functioneel"}, {"theme": "privacy"}, ("MINOR", "theme-changed")),
    ],
)
def test_kind_priority_and_lock(old, new, found):
    assert level(clause(DEMAND, A, **old), clause(DEMAND, A, **new)) == found


def test_what_comes_and_goes():
    before = document(clause(DEMAND, A))
    for kind, wanted in (("eis", Level.MAJOR), ("wens", Level.MINOR), ("informatie", Level.MINOR)):
        now = document(clause(DEMAND, A), clause("Nieuw is dit.", B, kind=kind))
        assert compute_bump(before, now).level is wanted
    assert compute_bump(before, document(withdrawn(A))).level is Level.MINOR


def test_a_demand_in_two_pieces_is_the_same_demand():
    before = document(clause(f"{DEMAND} Het stuurt een brief.", A))
    parts = clause(DEMAND, A), clause("Het stuurt een brief.", B, derives=A)
    assert compute_bump(before, document(*parts)).level is Level.MINOR
    other = clause("Het wast de ramen grondig.", B, derives=A)
    assert compute_bump(before, document(parts[0], other)).level is Level.MAJOR


def test_explanation_headings_and_order_are_patches():
    first, second = clause(DEMAND, A), clause("Ander.", B)
    before = document(new_heading("Kop", 2), first, second)
    why = clause(DEMAND, A, fields="> **rationale** Omdat.")
    assert compute_bump(document(first), document(why)).level is Level.PATCH
    for now in (
        document(new_heading("Andere kop", 2), first, second),
        document(new_heading("Kop", 2), second, first),
    ):
        assert compute_bump(before, now).level is Level.PATCH


def test_every_cause_is_told_the_gravest_first():
    before = document(clause(DEMAND, A), clause("Ander.", B))
    now = document(clause(DEMAND.replace("5 dagen", "2"), A), clause("Ander.", B, kind="wens"))
    bump = compute_bump(before, document(*now.blocks, clause("Nieuw.", "c000000000")))
    assert bump.causes[0].why == "new-demand"
    assert {cause.uid for cause in bump.causes} == {A, B, "c000000000"}


@pytest.mark.parametrize(
    ("number", "bump", "after"),
    [
        ("1.1", Level.PATCH, "1.1.1"),
        ("1.1.1", Level.PATCH, "1.1.2"),
        ("1.1", Level.MINOR, "1.2"),
        ("1.9.3", Level.MAJOR, "2.0"),
        ("3", Level.MINOR, "3.1"),
        ("1.1", Level.NONE, "1.1"),
    ],
)
def test_the_next_number(number, bump, after):
    assert next_number(number, bump) == after
    assert level_between(number, after) is bump


def test_a_name_that_is_no_number_promises_nothing():
    assert level_between("voorjaar", "1.0") is None
