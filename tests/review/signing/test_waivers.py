"""Leave to deviate: asked, advised, decided, for one exact text and one time."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document import edits
from coauthor.document.changes import apply
from coauthor.document.clauses import with_attribute_set, with_body, with_field, with_title
from coauthor.lineage.locks import refused
from coauthor.review.signing.gaps import Lack, gaps
from coauthor.review.signing.waiver_records import read_waivers
from coauthor.review.signing.waivers import State
from tests.lineage.making import POLICY, clause, document, put

TODAY = date(2026, 11, 27)
LOCKED = clause(
    "Het systeem vergrendelt na 5 pogingen het account.",
    title="Vergrendelen",
    fields="> **acceptance** De zesde poging faalt.",
    theme="informatiebeveiliging",
)
FREE = clause("Het systeem toont een overzicht.", "b000000000")
STANDARD = document(LOCKED, FREE)
WANTED = with_body(LOCKED, "Het systeem vergrendelt na 3 pogingen het account.")
DEVIATING = put(STANDARD, WANTED)

REQUEST = {
    "kind": "waiver-request",
    "state": "asked",
    "document": "pve",
    "clause": LOCKED.uid,
    "code": "A",
    "reason_class": "landscape",
    "direction": "stricter",
    "reason": "Onze kluis kan niet anders.",
    "risk": "RA-2026-14",
    "owner": "Informatiemanager",
    "cost": "",
    "until": "2028-11-27",
    "text": WANTED.source,
    "organisation": "Gemeente Waterrijk",
    "at": "2026-11-01T10:00:00+01:00",
}
ADVICE = {"kind": "waiver-advice", "about": "01", "verdict": "positive", "role": "adviser"}
SEAL = read_waivers([("01", REQUEST)]).all[0].request.seal
GRANT = {"kind": "waiver", "about": "01", "verdict": "grant", "seal": SEAL}
GRANTED = [("01", REQUEST), ("02", ADVICE), ("03", GRANT)]


def lacking(records, text=DEVIATING, today=TODAY, **extra):
    """Return what keeps a text from being final, by clause."""
    found = gaps(text, STANDARD, POLICY, read_waivers(records, **extra), today)
    return {gap.uid: gap.lack for gap in found}


def test_the_way_from_a_question_to_leave():
    steps = [lacking(GRANTED[:count]).get(LOCKED.uid) for count in range(4)]
    assert steps == [Lack.REQUEST, Lack.ADVICE, Lack.DECISION, None]


def test_the_standards_own_text_needs_no_leave():
    assert lacking([], STANDARD) == {}
    assert lacking([], put(STANDARD, with_body(FREE, "Iets anders."))) == {}


def test_leave_without_an_advice_is_not_enough():
    assert lacking([GRANTED[0], GRANTED[2]]) == {LOCKED.uid: Lack.ADVICE}


@pytest.mark.parametrize("missing", ["risk", "owner", "until", "reason", "direction"])
def test_a_request_that_does_not_say_all_is_not_enough(missing):
    request = REQUEST | {missing: ""}
    seal = read_waivers([("01", request)]).all[0].request.seal
    lack = lacking([("01", request), ("02", ADVICE), ("03", GRANT | {"seal": seal})])[LOCKED.uid]
    assert lack is (Lack.EXPIRED if missing == "until" else Lack.DETAILS)


def test_refused_stays_refused_and_asked_again_begins_anew():
    no = [*GRANTED[:2], ("03", GRANT | {"verdict": "refuse"})]
    assert lacking(no) == {LOCKED.uid: Lack.REFUSED}
    assert lacking([*no, ("04", REQUEST)]) == {LOCKED.uid: Lack.ADVICE}


def test_leave_ends_on_its_last_day_and_never_later_than_the_executive_said():
    assert lacking(GRANTED, today=date(2028, 11, 27)) == {}
    assert lacking(GRANTED, today=date(2028, 11, 28)) == {LOCKED.uid: Lack.EXPIRED}
    sooner = [*GRANTED[:2], ("03", GRANT | {"until": "2027-01-31"})]
    assert lacking(sooner, today=date(2027, 2, 1)) == {LOCKED.uid: Lack.EXPIRED}
    later = [*GRANTED[:2], ("03", GRANT | {"until": "2099-01-01"})]
    assert lacking(later, today=date(2028, 11, 28)) == {LOCKED.uid: Lack.EXPIRED}
    never = [*GRANTED[:2], ("03", GRANT | {"until": "nooit"})]
    assert lacking(never) == {LOCKED.uid: Lack.EXPIRED}


@pytest.mark.parametrize(
    ("record", "lack"),
    [
        (REQUEST | {"about": "01", "state": "withdrawn"}, Lack.REQUEST),
        (GRANT | {"verdict": "revoke"}, Lack.REVOKED),
    ],
)
def test_what_was_withdrawn_or_taken_back_gives_no_leave(record, lack):
    assert lacking([*GRANTED, ("04", record)]) == {LOCKED.uid: lack}


@pytest.mark.parametrize("key", ["reason", "risk", "until", "text", "owner", "direction", "cost"])
def test_a_request_that_was_changed_after_the_decision_gives_no_leave(key):
    changed = REQUEST | {key: str(REQUEST[key]).replace("2028", "2029") + "x"}
    assert lacking([("01", changed), *GRANTED[1:]])[LOCKED.uid] in (
        Lack.ALTERED,
        Lack.EXPIRED if key == "until" else Lack.ALTERED,
    )


@pytest.mark.parametrize(
    "changed",
    [
        with_body(WANTED, WANTED.body + "."),
        with_body(WANTED, WANTED.body.replace("3", "4")),
        with_title(WANTED, "Blokkeren"),
        with_field(WANTED, "acceptance", "De zesde poging faalt"),
        with_attribute_set(WANTED, "kind", "wens"),
        with_attribute_set(WANTED, "locked", "no"),
        with_attribute_set(WANTED, "theme", "functioneel"),
    ],
)
def test_leave_is_for_exactly_the_text_that_was_asked(changed):
    assert lacking(GRANTED, put(STANDARD, changed)) == {LOCKED.uid: Lack.EDITED}


@given(st.data())
def test_one_other_character_in_a_waived_text_takes_its_leave(data):
    body = WANTED.body.strip()
    at = data.draw(st.integers(0, len(body) - 1))
    letter = data.draw(st.characters(categories=("L", "N")).filter(lambda c: c != body[at]))
    way = data.draw(st.sampled_from(["replace", "insert", "delete"]))
    other = {
        "replace": body[:at] + letter + body[at + 1 :],
        "insert": body[:at] + letter + body[at:],
        "delete": body[:at] + body[at + 1 :],
    }[way]
    lacks = lacking(GRANTED, put(STANDARD, with_body(WANTED, other)))
    assert lacks == ({} if other.strip() == body else {LOCKED.uid: Lack.EDITED})


records = st.lists(
    st.tuples(
        st.sampled_from(["01", "02", "03", "04", "05", "06", "07"]),
        st.sampled_from(
            [
                REQUEST,
                REQUEST | {"about": "01", "state": "withdrawn"},
                REQUEST | {"reason": "Een andere."},
                ADVICE,
                ADVICE | {"verdict": "negative", "role": "it"},
                GRANT,
                GRANT | {"verdict": "refuse"},
                GRANT | {"verdict": "revoke"},
                GRANT | {"about": "05"},
                {"kind": "upgrade-answer"},
                {"kind": "waiver", "about": 7, "verdict": ["grant"]},
            ]
        ),
    ),
    max_size=7,
    unique_by=lambda each: each[0],
)


@given(records, st.randoms(use_true_random=False))
def test_records_in_any_order_say_the_same(found, random):
    shuffled = list(found)
    random.shuffle(shuffled)
    assert read_waivers(shuffled) == read_waivers(found)
    assert lacking(shuffled) == lacking(found)


def test_what_somebody_says_who_may_not_does_not_count():
    keyed = [("01", REQUEST), ("02", ADVICE | {"by": "ciso"}), ("03", GRANT | {"by": "mayor"})]

    def allowed(by, act):
        return (by, act) in {("ciso", "advise"), ("mayor", "waive")}

    assert lacking(keyed, allowed=allowed) == {}
    forged = [*keyed[:2], ("03", GRANT | {"by": "ciso"})]
    assert lacking(forged, allowed=allowed) == {LOCKED.uid: Lack.DECISION}
    alone = [keyed[0], ("02", ADVICE | {"by": "mayor"}), keyed[2]]
    assert lacking(alone, allowed=allowed) == {LOCKED.uid: Lack.ADVICE}


def test_nobody_can_show_one_text_and_ask_for_another():
    other = clause("Iets anders.", "c000000000", theme="informatiebeveiliging")
    for text in (other.source, "Geen bepaling.", f"{WANTED.source}\n\n{other.source}"):
        found = read_waivers([("01", REQUEST | {"text": text})]).all[0]
        assert (found.request.clause, found.request.digest) == (None, "")
        assert "text" in found.request.lacks


def test_a_locked_clause_that_is_left_out_needs_leave_to_be_left_out():
    place = STANDARD.positions[LOCKED.uid]
    gone = apply(STANDARD, *edits.leave_out(STANDARD, place, "omitted"))
    assert lacking(GRANTED, gone) == {LOCKED.uid: Lack.EDITED}
    request = REQUEST | {"direction": "omitted", "text": ""}
    seal = read_waivers([("01", request)]).all[0].request.seal
    asked = [("01", request), ("02", ADVICE), ("03", GRANT | {"seal": seal})]
    assert lacking(asked, gone) == {}
    assert lacking(asked) == {LOCKED.uid: Lack.EDITED}


def test_a_second_clause_under_the_same_identity_does_not_hide_behind_leave():
    twice = document(WANTED, replace(WANTED, body="Het systeem vergrendelt nooit."), FREE)
    assert lacking(GRANTED, twice) == {LOCKED.uid: Lack.EDITED}


def test_an_earlier_leave_stands_while_a_longer_one_is_asked():
    renewed = [*GRANTED, ("04", REQUEST | {"until": "2030-01-01"})]
    assert lacking(renewed) == {}
    assert lacking(renewed, today=date(2029, 1, 1)) == {LOCKED.uid: Lack.ADVICE}


def test_leave_opens_the_lock_for_its_clause_only_and_only_for_its_time():
    waivers = read_waivers(GRANTED)
    doors = waivers.open_doors(TODAY, "pve")
    assert doors == {LOCKED.uid}
    assert waivers.open_doors(TODAY, "ander") == frozenset()
    assert waivers.open_doors(date(2030, 1, 1)) == frozenset()
    uids = [LOCKED.uid]
    assert refused(STANDARD, DEVIATING, STANDARD, POLICY, uids)
    assert not refused(STANDARD, DEVIATING, STANDARD, replace(POLICY, waived=doors), uids)


def test_the_last_word_of_each_adviser_counts():
    again = ADVICE | {"verdict": "negative"}
    other = ADVICE | {"role": "it", "verdict": "conditions", "body": "Met logboek."}
    waiver = read_waivers([*GRANTED[:2], ("04", other), ("05", again)]).all[0]
    assert [each.verdict for each in waiver.advice] == ["conditions", "negative"]
    assert waiver.state(TODAY) is State.ADVISED
