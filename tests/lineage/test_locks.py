"""Nobody competes on what is locked: in either direction, by whatever way."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document import edits
from coauthor.document.changes import apply, touched
from coauthor.document.clauses import with_attribute_set, with_body, with_field, with_title
from coauthor.document.model import Clause, Document
from coauthor.document.parameters import fill_parameter
from coauthor.document.reading import read_document
from coauthor.lineage.deriving import take_standard
from coauthor.lineage.deviations import with_deviation
from coauthor.lineage.locks import Policy, is_locked, refused, violations
from tests.lineage.making import POLICY, clause, document, edit, put, standards

LOCKED = clause(
    "Het systeem vergrendelt na {{aantal: 5}} pogingen het account van de medewerker.",
    title="Vergrendelen",
    fields="> **rationale** Raden moet niet lonen.\n>\n> **acceptance** De zesde poging faalt.",
    theme="informatiebeveiliging",
)
FREE = clause("Het systeem toont een overzicht.", "b000000000")
STANDARD = document(LOCKED, FREE)


def refusals(changed: Clause) -> dict[str, frozenset[str]]:
    """Return what the locks refuse of one other clause, by uid."""
    after = put(STANDARD, changed)
    found = refused(STANDARD, after, STANDARD, POLICY, [changed.uid])
    assert refused(STANDARD, after, STANDARD, POLICY) == found
    return {each.uid: each.parts for each in found}


@pytest.mark.parametrize(
    ("theme", "locked", "expected"),
    [
        ("informatiebeveiliging", "", True),
        ("informatiebeveiliging", "no", False),
        ("functioneel", "yes", True),
        ("functioneel", "", False),
        ("functioneel", "misschien", False),
    ],
)
def test_the_attribute_decides_and_else_the_theme(theme, locked, expected):
    assert is_locked(clause("Tekst.", theme=theme, locked=locked), POLICY) is expected


@pytest.mark.parametrize(
    ("part", "changed"),
    [
        ("body", with_body(LOCKED, LOCKED.body + " Dit geldt ook thuis.")),
        ("body", with_body(LOCKED, LOCKED.body.replace("pogingen", "minuten"))),
        ("title", with_title(LOCKED, "Blokkeren")),
        ("acceptance", with_field(LOCKED, "acceptance", "De zevende poging faalt.")),
        ("kind", with_attribute_set(LOCKED, "kind", "wens")),
        ("priority", with_attribute_set(LOCKED, "priority", "could")),
        ("theme", with_attribute_set(LOCKED, "theme", "functioneel")),
        ("locked", with_attribute_set(LOCKED, "locked", "no")),
    ],
)
def test_a_locked_clause_may_not_say_anything_else(part, changed):
    assert refusals(changed) == {"a000000000": frozenset({part})}


@pytest.mark.parametrize(
    "changed",
    [
        with_body(LOCKED, fill_parameter(LOCKED.body, "aantal", "3")),
        with_body(LOCKED, LOCKED.body.replace(" ", "\n")),
        with_field(LOCKED, "rationale", "Onze auditor wil dit."),
        with_deviation(
            LOCKED, reason_class="landscape", reason="Ontheffing gevraagd.", owner="CISO"
        ),
        with_body(FREE, "Het systeem toont niets."),
        with_attribute_set(FREE, "kind", "wens"),
    ],
)
def test_filling_wrapping_explaining_and_writing_elsewhere_are_allowed(changed):
    assert refusals(changed) == {}


def test_a_locked_clause_may_move():
    moved = apply(STANDARD, *edits.move(STANDARD, 0, 1, 2))
    assert [each.uid for each in moved.clauses] == ["b000000000", "a000000000"]
    assert refused(STANDARD, moved, STANDARD, POLICY) == ()


@pytest.mark.parametrize("leave", [True, False])
def test_a_locked_clause_may_not_leave(leave):
    changes = edits.leave_out(STANDARD, 0, "omitted") if leave else edits.remove(STANDARD, 0)
    after = apply(STANDARD, *changes)
    assert [r.parts for r in refused(STANDARD, after, STANDARD, POLICY)] == [{"omitted"}]


def test_a_locked_clause_may_not_be_joined_into_another():
    turned = apply(STANDARD, *edits.move(STANDARD, 0, 1, 2))
    joined = apply(turned, *edits.join_clauses(turned, 0, "omitted"))
    assert [r.uid for r in refused(turned, joined, STANDARD, POLICY)] == ["a000000000"]


def test_a_file_edited_by_hand_unlocks_nothing():
    text = STANDARD.text.replace(" theme=informatiebeveiliging", " theme=functioneel locked=no")
    by_hand = read_document(text.replace("vergrendelt", "meldt"))
    (found,) = violations(by_hand, STANDARD, POLICY)
    assert found.uid == "a000000000"
    assert found.parts == {"body", "theme", "locked"}


def test_a_second_clause_under_a_locked_identity_is_seen():
    by_hand = read_document(STANDARD.text + "\n\n" + STANDARD.text.replace("vergrendelt", "meldt"))
    assert [(each.uid, each.parts) for each in violations(by_hand, STANDARD, POLICY)] == [
        ("a000000000", {"body"})
    ]


def test_an_unlocked_policy_locks_nothing():
    after = put(STANDARD, with_body(LOCKED, "Anders."))
    assert refused(STANDARD, after, STANDARD, Policy()) == ()


BROKEN = with_title(with_body(LOCKED, "Het systeem meldt na {{aantal: 5}} fouten iets."), "Melden")


def step(changed: Clause) -> bool:
    """Tell whether the locks allow a step from the clause that was changed by hand."""
    before = put(STANDARD, BROKEN)
    return not refused(before, put(before, changed), STANDARD, POLICY, [changed.uid])


@pytest.mark.parametrize(
    ("allowed", "changed"),
    [
        (True, take_standard(BROKEN, LOCKED)),
        (True, with_title(BROKEN, "Vergrendelen")),
        (True, with_body(BROKEN, LOCKED.body)),
        (True, with_body(BROKEN, BROKEN.body.replace("meldt", "vergrendelt"))),
        (True, with_body(BROKEN, fill_parameter(BROKEN.body, "aantal", "3"))),
        (True, with_deviation(BROKEN, reason_class="law", reason="Ontheffing van 1 mei.")),
        (False, with_body(BROKEN, BROKEN.body + " Soms.")),
        (False, with_body(BROKEN, "Het systeem negeert na {{aantal: 5}} fouten iets.")),
        (False, with_attribute_set(BROKEN, "kind", "wens")),
        (False, with_attribute_set(with_title(BROKEN, "Vergrendelen"), "kind", "wens")),
    ],
)
def test_what_was_changed_by_hand_may_only_go_back(allowed, changed):
    assert step(changed) is allowed


def test_what_is_gone_may_be_explained_and_put_back():
    gone = apply(STANDARD, *edits.remove(STANDARD, 0))
    explained = apply(STANDARD, *edits.leave_out(STANDARD, 0, "omitted", note="Ontheffing"))
    assert refused(gone, explained, STANDARD, POLICY) == ()
    assert refused(gone, STANDARD, STANDARD, POLICY) == ()
    assert refused(gone, put(STANDARD, BROKEN), STANDARD, POLICY)


SLOT = re.compile(r"\{\{\s*([^:{}]*?)\s*:[^{}]*\}\}")


def demand(text: Document, uid: str) -> list[object]:
    """Return all that a vendor must meet of a clause, fillings and blanks aside."""
    found = text.clause(uid)
    if found is None:
        return []
    said = [found.title, found.body, found.fields.get("acceptance", "")]
    return [
        *(SLOT.sub(r"{{\1:}}", part).split() for part in said[1:]),
        said[0].split(),
        [found.kind, *(found.marker.get(name) for name in ("priority", "theme", "locked"))],
    ]


@given(standards(), st.data())
def test_no_row_of_allowed_edits_changes_what_a_locked_clause_demands(standard, data):
    text = replace(standard)
    refusal = 0
    for _ in range(6):
        changes = edit(data.draw, text, standard)
        uids = frozenset().union(*(touched(change) for change in changes))
        after = apply(text, *changes)
        if refused(text, after, standard, POLICY, uids):
            refusal += 1
        else:
            text = after
    for again in (text, read_document(text.text)):
        assert not list(violations(again, standard, POLICY))
        for each in standard.clauses:
            if is_locked(each, POLICY):
                assert demand(again, each.uid) == demand(standard, each.uid)
    if not any(is_locked(each, POLICY) for each in standard.clauses):
        assert refusal == 0
