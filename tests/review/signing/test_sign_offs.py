"""A signature is under exactly one text; whatever becomes of that text later shows."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from coauthor.document import edits
from coauthor.document.changes import apply
from coauthor.document.clauses import with_body
from coauthor.document.reading import read_document
from coauthor.review.signing.sign_offs import (
    Accepted,
    Break,
    Change,
    SignOff,
    as_record,
    latest,
    read_signoffs,
    seal_of_waiver,
    signed_text,
)
from coauthor.review.signing.waiver_records import read_waivers
from coauthor.review.signing.waivers import Said, Waivers
from tests.lineage.making import clause, document, put, standards
from tests.review.signing.test_waivers import GRANT, GRANTED, TODAY

FIRST = clause("Het systeem toont een overzicht.", "a000000000")
SECOND = clause("Het systeem stuurt een bericht.", "b000000000")
TEXT = document(FIRST, SECOND)
STANDARD = "reisdocumenten 1.0 sha256:00"
WAIVERS = read_waivers(GRANTED)
WAIVER = WAIVERS.all[0]
SIGNED = SignOff(
    id="04",
    verdict="agreed",
    organ="College van B&W",
    function="wethouder",
    mandate="Mandaatregister 4.2",
    remark="",
    until="",
    texts=(signed_text("pve", "Programma", TEXT, STANDARD),),
    accepted=(Accepted("01", "A", seal_of_waiver(WAIVER)),),
    said=Said("Gemeente Waterrijk", "executive", "SHA256:x", "2026-11-27T10:00:00+01:00"),
)


def breaks(text=TEXT, waivers=WAIVERS, today=TODAY, standard=STANDARD, signed=SIGNED):
    return signed.breaks([signed_text("pve", "Programma", text, standard)], waivers, today)


def test_a_signature_stands_while_nothing_changed():
    assert breaks() == ()


def test_what_changed_is_named():
    third = clause("Nieuw.", "c000000000")
    changed = put(TEXT, with_body(SECOND, "Het systeem stuurt niets."))
    assert breaks(changed) == (Break(Change.TEXT, "Programma", ("B",)),)
    came = apply(TEXT, *edits.insert(TEXT, 2, [third]))
    assert "C" in breaks(came)[0].clauses
    left = apply(TEXT, *edits.leave_out(TEXT, 0, "omitted"))
    assert breaks(left)[0].clauses == ("A",)
    gone = apply(TEXT, *edits.remove(TEXT, 0))
    assert "A" in breaks(gone)[0].clauses
    moved = read_document(document(SECOND, FIRST).text)
    assert breaks(moved)[0].change is Change.TEXT


def test_words_outside_the_clauses_break_it_as_well():
    above = read_document("# Kop\n\n" + TEXT.text)
    signed = replace(SIGNED, texts=(signed_text("pve", "Programma", above, STANDARD),))
    other = read_document("# Hoofd\n\n" + TEXT.text)
    assert breaks(other, signed=signed) == (Break(Change.TEXT, "Programma"),)


@settings(max_examples=50)
@given(standards(), st.data())
def test_one_other_character_anywhere_breaks_it(text, data):
    source = text.text
    at = data.draw(st.integers(0, max(len(source) - 1, 0)))
    letter = data.draw(st.characters(exclude_categories=["Cs"]))
    other = source[:at] + letter + source[at + data.draw(st.integers(0, 1)) :]
    signed = replace(SIGNED, texts=(signed_text("pve", "P", text),), accepted=())
    now = signed_text("pve", "P", read_document(other))
    broken = signed.breaks([now], Waivers(), TODAY)
    assert bool(broken) is (other != source)


def test_another_release_of_the_standard_breaks_it():
    assert breaks(standard="reisdocumenten 2.0 sha256:11") == (
        Break(Change.STANDARD, "Programma", detail="reisdocumenten 2.0"),
    )
    assert breaks(standard="reisdocumenten 1.0 sha256:11")[0].change is Change.STANDARD


def test_a_document_that_came_or_went_breaks_it():
    two = [*SIGNED.texts, signed_text("bijlage", "Bijlage", TEXT)]
    assert SIGNED.breaks(two, WAIVERS, TODAY) == (Break(Change.DOCUMENT_CAME, "Bijlage"),)
    assert SIGNED.breaks([], WAIVERS, TODAY) == (Break(Change.DOCUMENT_LEFT, "Programma"),)


def test_leave_that_ended_or_changed_breaks_what_accepted_it():
    lost = (Break(Change.DECISION, clauses=("A",)),)
    revoked = [*GRANTED, ("05", GRANT | {"verdict": "revoke"})]
    again = [*GRANTED, ("05", GRANT | {"until": "2027-01-01"})]
    for records in (revoked, again, GRANTED[:2], []):
        assert breaks(waivers=read_waivers(records)) == lost
    assert breaks(today=date(2029, 1, 1)) == lost
    another_advice = [*GRANTED, ("05", {**GRANTED[1][1], "verdict": "negative"})]
    assert breaks(waivers=read_waivers(another_advice)) == ()


def test_an_agreement_until_a_day_ends_after_it():
    signed = replace(SIGNED, until="2026-12-31")
    assert breaks(signed=signed, today=date(2026, 12, 31)) == ()
    over = breaks(signed=signed, today=date(2027, 1, 1))
    assert over == (Break(Change.OVER, detail="2026-12-31"),)


def test_what_is_written_is_what_is_read():
    (found,) = read_signoffs([("04", as_record(SIGNED))])
    assert found == SIGNED
    assert found.seal == SIGNED.seal != replace(SIGNED, accepted=()).seal


def test_a_record_that_says_nothing_is_no_signature_and_one_by_a_stranger_neither():
    record = as_record(SIGNED)
    odd = [
        ("01", {}),
        ("02", {"kind": "sign-off"}),
        ("03", record | {"documents": "x", "accepted": [1], "verdict": "agreed"}),
    ]
    (found,) = read_signoffs(odd)
    assert (found.texts, found.accepted) == ((), ())
    assert found.breaks(SIGNED.texts, WAIVERS, TODAY)
    assert read_signoffs([("04", record)], lambda by, act: (by, act) == ("x", "sign")) == ()
    assert read_signoffs([("04", record)], lambda by, act: (by, act) == ("SHA256:x", "sign"))


@given(st.permutations([("04", "College"), ("05", "DB"), ("06", "College")]))
def test_the_last_word_of_each_organ_counts_in_any_order(order):
    records = [(name, as_record(replace(SIGNED, organ=organ))) for name, organ in order]
    assert [(each.id, each.organ) for each in latest(read_signoffs(records))] == [
        ("05", "DB"),
        ("06", "College"),
    ]
