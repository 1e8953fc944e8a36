"""What becomes of clauses that two people changed apart: by identity, wherever they stand."""

from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.model import Clause, Tombstone
from coauthor.document.reading import read_document
from coauthor.merge.merging import merge_texts
from coauthor.merge.model import Merge, Outcome

A, B, C, N, M = ("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc", "nnnnnnnnnn", "mmmmmmmmmm")


def clause(uid: str, body: str, code: str = "", **attributes: str) -> str:
    said = "".join(f" {key}={value}" for key, value in ({"kind": "eis"} | attributes).items())
    code = code or f"{uid[0].upper()}-1"
    return f"<!-- clause {uid} {code}{said} -->\n### Titel {uid[0]}\n\n{body}\n\n"


FIRST = clause(A, "Het systeem toont de termijn. De burger ziet de stand.")
SECOND = clause(B, "Het systeem meldt de aanslag.")
THIRD = clause(C, "Het systeem bewaart het bewijs.")
TEXT = f"# Eisen\n\n{FIRST}{SECOND}{THIRD}"


def outcomes(found: Merge) -> list[tuple[str, str, str]]:
    return [(each.outcome.value, each.reason, each.uid) for each in found.meetings]


def order(text: str) -> list[str]:
    return [clause.uid for clause in read_document(text).clauses]


def test_a_clause_that_one_moved_takes_the_edit_of_the_other_along():
    ours = f"# Eisen\n\n{SECOND}{THIRD}{FIRST}"
    theirs = TEXT.replace("de termijn", "elke termijn")
    for found in (merge_texts(TEXT, ours, theirs), merge_texts(TEXT, theirs, ours)):
        assert found.text == ours.replace("de termijn", "elke termijn")
        assert found.is_settled


def test_two_clauses_that_were_moved_apart_both_stand_where_they_were_put():
    ours = f"# Eisen\n\n{SECOND}{FIRST}{THIRD}"
    theirs = f"# Eisen\n\n{THIRD}{FIRST}{SECOND}"
    assert sorted(order(merge_texts(TEXT, ours, theirs).text)) == [A, B, C]


def test_a_clause_that_both_moved_stands_once():
    ours = f"# Eisen\n\n{SECOND}{FIRST}{THIRD}"
    theirs = f"# Eisen\n\n{SECOND}{THIRD}{FIRST}"
    one, other = merge_texts(TEXT, ours, theirs), merge_texts(TEXT, theirs, ours)
    assert one.text == other.text
    assert sorted(order(one.text)) == [A, B, C]


def test_clauses_that_both_put_in_at_one_place_both_stay_by_code():
    ours = TEXT.replace(THIRD, clause(N, "Nieuw van ons.", "X-2") + THIRD)
    theirs = TEXT.replace(THIRD, clause(M, "Nieuw van hen.", "X-1") + THIRD)
    found = merge_texts(TEXT, ours, theirs)
    assert order(found.text) == [A, B, M, N, C]
    assert found.is_settled


def test_codes_that_collide_are_given_anew_the_same_from_either_side():
    ours = TEXT + clause(N, "Nieuw van ons.", "X-7")
    theirs = TEXT.replace(SECOND, clause(M, "Nieuw van hen.", "X-7") + SECOND)
    one, other = merge_texts(TEXT, ours, theirs), merge_texts(TEXT, theirs, ours)
    assert one.text == other.text
    codes = {each.uid: each.code for each in read_document(one.text).clauses}
    assert (codes[M], codes[N]) == ("X-7", "X-8")
    assert ("combined", "code", N) in outcomes(one)


def test_a_code_that_a_release_holds_is_never_changed():
    ours = TEXT + clause(N, "Nieuw van ons.", "X-7")
    theirs = TEXT.replace(SECOND, clause(M, "Nieuw van hen.", "X-7") + SECOND)
    for holder in (M, N):
        found = merge_texts(TEXT, ours, theirs, frozen={(holder, "X-7")})
        codes = {each.uid: each.code for each in read_document(found.text).clauses}
        assert (codes[holder], codes[M if holder == N else N]) == ("X-7", "X-8")
    both = merge_texts(TEXT, ours, theirs, frozen={(M, "X-7"), (N, "X-7")})
    assert both.text.count("X-7") == 2


def test_a_code_that_one_side_gave_twice_is_as_that_side_wrote_it():
    ours = TEXT + clause(N, "Nieuw van ons.", "X-7") + clause(M, "Ook van ons.", "X-7")
    assert merge_texts(TEXT, ours, TEXT).text == ours
    assert merge_texts(TEXT, TEXT, ours).text == ours


def test_code_that_one_left_open_does_not_take_in_what_the_other_put_behind_it():
    ours = TEXT.replace(THIRD, "") + "<!-- text -->\n```\ncode\n\n\n"
    theirs = TEXT.replace(THIRD, "") + clause(N, "Nieuw van hen.")
    for sides in ((ours, theirs), (theirs, ours)):
        found = merge_texts(TEXT, *sides)
        assert order(found.text) == [A, B, N]


def test_what_can_be_chosen_stands_as_well_beside_its_neighbours_as_what_is_there():
    base = "Wat vooraf staat."
    ours = "Wat vooraf staat, en meer."
    found = merge_texts(base, ours, clause(N, "Nieuw van hen."))
    (asked,) = found.decisions
    assert asked.merged in [offer.text for offer in asked.offers]
    assert order(found.text) == [N]


def test_blanks_behind_a_marker_are_the_same_from_either_side():
    ours = clause(N, "Nieuw van ons.").replace(" -->\n", " -->\n\n")
    theirs = clause(N, "Nieuw van ons.", theme="privacy").replace("Nieuw", "Ook")
    one, other = merge_texts("", ours, theirs), merge_texts("", theirs, ours)
    assert (
        read_document(one.text).clauses[0].opening == read_document(other.text).clauses[0].opening
    )


def test_a_clause_that_is_asked_and_given_another_code_has_it_in_every_choice():
    base = TEXT + clause(N, "De inwoner leest het besluit.", "X-6")
    ours = base.replace("X-6", "X-7").replace("leest het", "kent het")
    theirs = base.replace("leest het", "krijgt het")
    theirs = theirs.replace(SECOND, clause("bbbbbbbbbc", "Ook van hen.", "X-7") + SECOND)
    (asked,) = merge_texts(base, ours, theirs).decisions
    assert "X-8" in asked.merged
    assert asked.merged in {offer.text for offer in asked.offers}


def test_attributes_merge_by_key():
    base = TEXT.replace(SECOND, clause(B, "Het systeem meldt de aanslag.", priority="must"))
    ours = base.replace("priority=must", "priority=should")
    theirs = base.replace("priority=must", "priority=must theme=privacy")
    merged = read_document(merge_texts(base, ours, theirs).text).clause(B)
    assert merged
    assert (merged.marker.get("priority"), merged.theme) == ("should", "privacy")


def test_one_attribute_set_in_two_ways_is_a_decision_and_the_rest_is_merged():
    base = TEXT.replace(SECOND, clause(B, "Het systeem meldt de aanslag.", priority="must"))
    ours = base.replace("priority=must", "priority=should")
    theirs = base.replace("priority=must", "priority=could").replace("aanslag", "beschikking")
    found = merge_texts(base, ours, theirs)
    assert outcomes(found) == [("decide", "attribute", B)]
    assert "priority=should" in found.text
    assert "beschikking" in found.text
    offers = {offer.name: offer.text for offer in found.decisions[0].offers}
    assert "priority=could" in offers["theirs"]
    assert "beschikking" in offers["ours"], "what does not clash is merged in every choice"


def test_where_a_clause_is_asked_ours_stands_in_all_that_the_sides_met_in():
    body = "De inwoner leest het besluit.\n\nHet kan."
    base = TEXT.replace("Het systeem meldt de aanslag.", body)
    ours = base.replace("leest het besluit", "kent het besluit").replace(
        "Het kan.", "Het kan altijd."
    )
    theirs = base.replace("leest het besluit", "krijgt het besluit").replace(
        "Het kan.", "Dit is mogelijk voor iedereen die dat wil."
    )
    found = merge_texts(base, ours, theirs)
    assert len(found.decisions) == 1
    assert found.text == ours
    assert found.decisions[0].merged in {offer.text for offer in found.decisions[0].offers}


def test_fields_merge_by_key():
    ours = TEXT.replace("aanslag.", "aanslag.\n\n> **rationale** Voor de burger.")
    theirs = TEXT.replace("aanslag.", "aanslag.\n\n> **acceptance** Er is een aanslag.")
    merged = read_document(merge_texts(TEXT, ours, theirs).text).clause(B)
    assert merged
    assert dict(merged.fields) == {
        "rationale": "Voor de burger.",
        "acceptance": "Er is een aanslag.",
    }


def test_left_out_against_untouched_is_left_out():
    stone = f"<!-- omitted {B} B-1 reason=preference -->\n\n"
    ours = TEXT.replace(SECOND, stone)
    theirs = TEXT.replace("de termijn", "elke termijn")
    found = merge_texts(TEXT, ours, theirs)
    assert found.text == ours.replace("de termijn", "elke termijn")


def test_left_out_against_edited_is_a_decision():
    ours = TEXT.replace(SECOND, f"<!-- omitted {B} B-1 reason=preference -->\n\n")
    theirs = TEXT.replace("de aanslag", "elke aanslag")
    found = merge_texts(TEXT, ours, theirs)
    assert outcomes(found)[-1] == ("decide", "deleted-edited", B)
    assert {offer.name for offer in found.decisions[0].offers} >= {"ours", "theirs"}


def test_a_locked_clause_that_comes_in_changed_is_a_decision():
    theirs = TEXT.replace("de aanslag", "elke aanslag")
    found = merge_texts(TEXT, TEXT, theirs, locked={B})
    assert outcomes(found) == [("decide", "locked", B)]
    assert found.text == TEXT


def test_prose_that_one_put_behind_a_clause_does_not_become_part_of_it():
    ours = TEXT + "# Slot\n\nEen slotwoord.\n"
    theirs = TEXT.replace("bewijs.", "bewijs tien jaar.")
    document = read_document(merge_texts(TEXT, ours, theirs).text)
    assert document.clauses[-1].body == "Het systeem bewaart het bewijs tien jaar."
    assert document.blocks[-1].source == "Een slotwoord.\n"


# -- a simple model on small documents ---------------------------------------------

STATES = ("same", "ours", "theirs", "both alike", "both apart", "removed", "removed and edited")


@given(st.lists(st.sampled_from(STATES), min_size=1, max_size=8))
def test_every_clause_fares_as_a_table_of_cases_says(states):
    base, ours, theirs = [], [], []
    for number, state in enumerate(states):
        uid = f"{number:010d}"
        plain, mine, yours = (
            clause(uid, f"Het systeem {word} de aanslag nummer {number}.", f"X-{number}")
            for word in ("toont", "meldt", "bewaart")
        )
        base.append(plain)
        ours.append({"ours": mine, "both alike": mine, "both apart": mine}.get(state, plain))
        theirs.append(
            {
                "theirs": yours,
                "both alike": mine,
                "both apart": yours,
                "removed and edited": yours,
            }.get(state, plain)
        )
        if state.startswith("removed"):
            ours[-1] = ""
    found = merge_texts(*("# Eisen\n\n" + "".join(each) for each in (base, ours, theirs)))
    merged = read_document(found.text)
    for number, state in enumerate(states):
        block = merged.clause(f"{number:010d}")
        word = {
            "same": "toont",
            "ours": "meldt",
            "theirs": "bewaart",
            "both alike": "meldt",
            "both apart": "meldt",
        }.get(state)
        assert (block.body.split()[2] if block else None) == word
    asked = sum(state in ("both apart", "removed and edited") for state in states)
    assert len(found.decisions) == asked
    assert not found.looks
    assert all(isinstance(each, Clause | Tombstone) for each in merged.blocks[1:])


def test_outcomes_say_who_changed_what():
    theirs = TEXT.replace("de termijn", "elke termijn")
    (taken,) = merge_texts(TEXT, TEXT, theirs).meetings
    assert (taken.outcome, taken.side, taken.uid) == (Outcome.TAKEN, "theirs", A)
