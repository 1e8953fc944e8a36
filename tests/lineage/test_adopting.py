"""Clauses of an old text become clauses of the standard, and nothing that was said is lost."""

import re
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.changes import apply, inverses
from coauthor.document.model import Clause, Document
from coauthor.document.reading import read_document
from coauthor.lineage.adopting import Adoption, adopt
from coauthor.lineage.locks import Policy, refused
from coauthor.lineage.status import Lineage, document_status

POLICY = Policy(frozenset({"informatiebeveiliging"}))
STANDARD = read_document(
    """# Heffen

<!-- clause aaaaaaaaaa BEL-001 kind=eis priority=must theme=functioneel -->
### Aanslagbiljet

Het systeem stelt binnen {{termijn: 5 werkdagen}} één aanslagbiljet samen.

> **rationale** Inwoners willen één biljet.

<!-- clause bbbbbbbbbb BEL-002 kind=eis theme=informatiebeveiliging -->
### Versleuteling

Verbindingen zijn versleuteld met TLS 1.3.

<!-- clause cccccccccc BEL-003 kind=wens -->
### Kopie

Het systeem toont een kopie van het biljet.
"""
)


def local(*clauses: str) -> Document:
    return read_document("# Eigen\n\nInleiding.\n\n" + "\n\n".join(clauses) + "\n")


def clause(uid: str, body: str, code: str = "12a", title: str = "") -> str:
    head = f"\n### {title}\n" if title else ""
    return f"<!-- clause {uid} {code} kind=eis -->{head}\n{body}"


def adopted(document: Document, accepted: dict[str, str]) -> Adoption:
    made = adopt(document, STANDARD, accepted, POLICY)
    assert apply(document, *made.changes).text == made.document.text
    assert read_document(made.document.text) == made.document
    return made


def lineage(document: Document, uid: str) -> Lineage:
    return document_status(document, [STANDARD], None, POLICY).clauses[uid].lineage


def of(document: Document, uid: str) -> Clause:
    found = document.clause(uid)
    assert found is not None
    return found


def test_a_clause_with_the_same_words_becomes_the_standards_to_the_letter() -> None:
    text = local(
        clause("dddddddddd", "het systeem stelt binnen 5 werkdagen één Aanslagbiljet samen")
    )
    made = adopted(text, {"dddddddddd": "aaaaaaaaaa"})
    assert [each.outcome for each in made.adopted] == ["same"]
    ours = of(made.document, "aaaaaaaaaa")
    assert (ours.code, ours.body, ours.title) == (
        "BEL-001",
        of(STANDARD, "aaaaaaaaaa").body,
        "Aanslagbiljet",
    )
    assert ours.marker.get("formerly") == "12a"
    assert ours.fields["rationale"] == "Inwoners willen één biljet."
    assert lineage(made.document, "aaaaaaaaaa") is Lineage.VERBATIM
    assert made.left == ()


def test_another_value_in_the_place_of_a_slot_fills_it() -> None:
    body = "Het systeem stelt binnen 3 kalenderdagen één aanslagbiljet samen."
    made = adopted(local(clause("dddddddddd", body)), {"dddddddddd": "aaaaaaaaaa"})
    assert [each.outcome for each in made.adopted] == ["filled"]
    assert "{{termijn: 3 kalenderdagen}}" in of(made.document, "aaaaaaaaaa").body
    assert lineage(made.document, "aaaaaaaaaa") is Lineage.FILLED


def test_other_words_stay_and_ask_for_a_reason() -> None:
    body = "Het systeem toont altijd een kopie van het biljet en het gesprek."
    made = adopted(local(clause("dddddddddd", body, "7")), {"dddddddddd": "cccccccccc"})
    assert [each.outcome for each in made.adopted] == ["deviates"]
    assert of(made.document, "cccccccccc").body == body
    status = document_status(made.document, [STANDARD], None, POLICY).clauses["cccccccccc"]
    assert status.lineage is Lineage.ADAPTED
    assert status.unexplained


def test_what_we_said_in_fields_stays_or_is_handed_back() -> None:
    body = """Het systeem stelt binnen 5 werkdagen één aanslagbiljet samen.

> **rationale** Onze inwoners klaagden.
>
> **deviation** Hier wijken wij af."""
    made = adopted(local(clause("dddddddddd", body)), {"dddddddddd": "aaaaaaaaaa"})
    assert [each.outcome for each in made.adopted] == ["same"]
    assert of(made.document, "aaaaaaaaaa").fields == {"rationale": "Onze inwoners klaagden."}
    assert [each.body for each in made.left] == ["Hier wijken wij af."]


def test_where_the_standard_is_locked_its_words_come_and_ours_are_handed_back() -> None:
    body = "Verbindingen zijn versleuteld met TLS 1.2."
    text = local(clause("dddddddddd", body, title="Veilig"))
    made = adopted(text, {"dddddddddd": "bbbbbbbbbb"})
    assert [each.outcome for each in made.adopted] == ["locked"]
    assert of(made.document, "bbbbbbbbbb").body == of(STANDARD, "bbbbbbbbbb").body
    assert [(each.uid, each.title, each.body) for each in made.left] == [
        ("bbbbbbbbbb", "Veilig", body)
    ]
    assert refused(text, made.document, STANDARD, POLICY) == ()


def test_who_has_leave_keeps_other_words_in_a_locked_clause() -> None:
    policy = Policy(POLICY.locked_themes, frozenset({"bbbbbbbbbb"}))
    text = local(clause("dddddddddd", "Verbindingen zijn versleuteld met TLS 1.2."))
    made = adopt(text, STANDARD, {"dddddddddd": "bbbbbbbbbb"}, policy)
    assert [each.outcome for each in made.adopted] == ["deviates"]


def test_of_two_for_one_the_likest_becomes_it_and_the_other_names_it_as_its_source() -> None:
    text = local(
        clause("dddddddddd", "Het systeem toont een kopie.", "1"),
        clause("eeeeeeeeee", "Het systeem toont een kopie van het biljet.", "2"),
    )
    made = adopted(text, {"dddddddddd": "cccccccccc", "eeeeeeeeee": "cccccccccc"})
    assert {each.uid: each.outcome for each in made.adopted} == {
        "dddddddddd": "part",
        "eeeeeeeeee": "deviates",  # the title is of the standard, the kind is not
    }
    assert lineage(made.document, "dddddddddd") is Lineage.DERIVED


def test_what_is_in_the_document_already_keeps_its_identity() -> None:
    text = local(
        clause("cccccccccc", "Het systeem toont een kopie van het biljet."),
        clause("dddddddddd", "Het systeem toont een kopie."),
    )
    made = adopted(text, {"dddddddddd": "cccccccccc", "eeeeeeeeee": "aaaaaaaaaa"})
    assert [each.outcome for each in made.adopted] == ["part", "gone"]


def test_what_was_left_out_is_here_after_all() -> None:
    text = local(
        "<!-- omitted cccccccccc reason=preference -->",
        clause("dddddddddd", "Het systeem toont een kopie van het biljet."),
    )
    made = adopted(text, {"dddddddddd": "cccccccccc"})
    assert made.document.text.count("cccccccccc") == 1


def test_conversations_find_the_clause_by_the_identity_it_had() -> None:
    text = local(clause("dddddddddd", "Het systeem toont een kopie."))
    made = adopted(text, {"dddddddddd": "cccccccccc"})
    assert of(made.document, "cccccccccc").marker.get("derives") == "dddddddddd"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Beschikbaar: > 99 %.", "Beschikbaar: < 99 %."),
        ("Minstens ≥ 5 dagen.", "Minstens ≤ 5 dagen."),
        ("Bedraagt 5 %.", "Bedraagt € 5."),
        ("Tussen -5 en 30.", "Tussen 5 en 30."),
        ("Ten hoogste 1,500 berichten.", "Ten hoogste 1.500 berichten."),
    ],
)
def test_signs_that_change_what_is_asked_are_words(ours: str, theirs: str) -> None:
    standard = read_document(local(clause("cccccccccc", theirs, "BEL-003")).text)
    made = adopt(local(clause("dddddddddd", ours)), standard, {"dddddddddd": "cccccccccc"}, POLICY)
    assert [each.outcome for each in made.adopted] == ["deviates"]
    assert of(made.document, "cccccccccc").body == ours


@pytest.mark.parametrize(
    "value", ["€ 500", "-5 graden", "3 dagen (werkdagen)", "99,5 %", "(in overleg)", "≥ 2 uur"]
)
def test_a_value_is_taken_with_its_signs(value: str) -> None:
    body = f"Het systeem stelt binnen {value}, één aanslagbiljet samen."
    made = adopted(local(clause("dddddddddd", body)), {"dddddddddd": "aaaaaaaaaa"})
    assert f"{{{{termijn: {value}}}}}" in of(made.document, "aaaaaaaaaa").body


def test_where_a_link_led_is_handed_back_with_the_words_around_it() -> None:
    body = "Het systeem toont een [kopie](https://example.org/eis) van het biljet."
    text = local(clause("dddddddddd", body, title="Kopie").replace("kind=eis", "kind=wens"))
    made = adopted(text, {"dddddddddd": "cccccccccc"})
    assert [each.outcome for each in made.adopted] == ["same"]
    assert [each.body for each in made.left] == [body]


def test_a_text_that_fits_in_a_million_ways_is_read_at_once() -> None:
    slots = " de ".join(f"{{{{v{at}: x}}}}" for at in range(12))
    standard = read_document(local(clause("cccccccccc", f"{slots} eind", "BEL-003")).text)
    text = local(clause("dddddddddd", "x" + " ." * 2000 + " de" * 4000 + " . niet"))
    begin = time.perf_counter()
    made = adopt(text, standard, {"dddddddddd": "cccccccccc"}, POLICY)
    assert time.perf_counter() - begin < 2
    assert [each.outcome for each in made.adopted] == ["deviates"]


WORDS = st.lists(
    st.sampled_from("het systeem toont een kopie biljet binnen 3 dagen één aanslag TLS".split()),
    min_size=1,
    max_size=12,
).map(" ".join)
UIDS = [letter * 10 for letter in "defgh"]


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_no_word_is_lost_and_what_was_not_accepted_stays_to_the_letter(
    bodies: list[str], data: st.DataObject
) -> None:
    given_to = {
        uid: data.draw(st.sampled_from(["", *(each.uid for each in STANDARD.clauses)]))
        for uid, _ in zip(UIDS, bodies, strict=False)
    }
    text = local(*(clause(uid, body, uid[0]) for uid, body in zip(UIDS, bodies, strict=False)))
    accepted = {uid: of_standard for uid, of_standard in given_to.items() if of_standard}
    made = adopted(text, accepted)
    assert apply(made.document, *inverses(made.changes)).text == text.text
    for uid in UIDS[: len(bodies)]:
        if uid not in accepted:
            assert of(made.document, uid).source.strip() == of(text, uid).source.strip()
    said = made.document.text + "".join(f"\n{each.title}\n{each.body}" for each in made.left)
    before, after = (Counter(re.findall(r"\w+", each.casefold())) for each in (text.text, said))
    lost = before - after
    assert not lost.keys() & set(" ".join(bodies).casefold().split())


TABLE = "Noemt:\n\n| A | B |\n| --- | --- |\n| naam | soort |"


@pytest.mark.parametrize(
    ("standard", "ours"),
    [
        (TABLE, TABLE + " WOORD |"),
        (TABLE, TABLE + " WOORD."),
        ("Het toont regels.", "Het toont regels.\n\n[WOORD]: https://x.nl"),
        ("Het [toont](https://a.nl) regels.", 'Het [toont](https://a.nl "WOORD") regels.'),
        ("Het toont:\n\n```\nregels\n```", "Het toont:\n\n```WOORD\nregels\n```"),
        ("Het toont regels.", "Het ~~toont~~ regels."),
        ("Het toont regels.", "Het toont regels. ✓"),
    ],
)
def test_words_that_no_reader_sees_and_words_struck_out_make_another_text(
    standard: str, ours: str
) -> None:
    made = adopt(
        local(clause("xxxxxxxxxx", ours)),
        read_document(f"# S\n\n<!-- clause aaaaaaaaaa S-1 kind=eis -->\n{standard}\n"),
        {"xxxxxxxxxx": "aaaaaaaaaa"},
        POLICY,
    )
    (became,) = made.adopted
    assert became.outcome == "deviates"
    assert ours in made.document.text
