"""What becomes of a text that two people changed apart: by words, sentences, blocks, lists."""

import pytest

from coauthor.merge.merging import merge_texts
from coauthor.merge.model import Merge, Outcome


def merge(base: str, ours: str, theirs: str) -> Merge:
    return merge_texts(base, ours, theirs)


def outcomes(found: Merge) -> list[str]:
    return [f"{each.outcome}:{each.reason}".rstrip(":") for each in found.meetings]


PARAGRAPH = "Het systeem toont de termijn. De burger ziet de stand van zaken.\n"


def test_words_in_different_sentences_are_combined():
    ours = PARAGRAPH.replace("de termijn", "elke termijn")
    theirs = PARAGRAPH.replace("burger", "inwoner")
    found = merge(PARAGRAPH, ours, theirs)
    assert found.text == ours.replace("burger", "inwoner")
    assert outcomes(found) == ["combined"]


def test_words_apart_in_one_sentence_are_proposed_for_a_nod():
    ours = PARAGRAPH.replace("Het systeem", "Het zaaksysteem")
    theirs = PARAGRAPH.replace("de termijn", "elke termijn")
    found = merge(PARAGRAPH, ours, theirs)
    assert found.text == ours.replace("de termijn", "elke termijn")
    assert outcomes(found) == ["look:same-sentence"]
    assert found.looks[0].offers[0].name == "merged"


def test_two_sentences_added_at_the_same_end_keep_a_blank_between_them():
    base = "Het geldt op zaterdag.\n"
    ours = "Het geldt op zaterdag. Maar niet in mei.\n"
    theirs = "Het geldt op zaterdag. En op zondag.\n"
    (asked,) = merge(base, ours, theirs).decisions
    said = {offer.name: offer.text for offer in asked.offers}
    assert said["merged"] == "Het geldt op zaterdag. En op zondag. Maar niet in mei.\n"


def test_words_beside_each_other_are_a_decision():
    base = "Hersteld binnen 4 uur na melding.\n"
    found = merge(base, base.replace("4 uur", "8 uur"), base.replace("4 uur", "4 dagen"))
    assert outcomes(found) == ["decide:overlap"]
    assert found.text == base.replace("4 uur", "8 uur"), "ours stands until a person decides"


def test_the_same_words_changed_in_two_ways_are_a_decision_with_all_choices():
    ours, theirs = PARAGRAPH.replace("toont", "meldt"), PARAGRAPH.replace("toont", "verbergt")
    (asked,) = merge(PARAGRAPH, ours, theirs).decisions
    said = {offer.name: offer.text for offer in asked.offers}
    assert (said["ours"], said["theirs"], said["base"]) == (ours, theirs, PARAGRAPH)
    assert said["both"] == ours + theirs
    assert said["both-reversed"] == theirs + ours


def test_wrapping_lines_anew_is_no_edit_when_the_other_edits():
    wrapped = PARAGRAPH.replace(". De", ".\nDe").replace("de stand", "de\nstand")
    edited = PARAGRAPH.replace("burger", "inwoner")
    found = merge(PARAGRAPH, wrapped, edited)
    assert found.text == wrapped.replace("burger", "inwoner")
    assert outcomes(found) == ["taken"]


LIST = "Wat nodig is:\n\n- een paspoort\n- een foto van de aanvrager\n- het geld voor de leges\n"


def test_two_items_of_a_list_changed_apart_both_come_through():
    ours = LIST.replace("een foto", "twee foto's")
    theirs = LIST.replace("het geld", "een pinpas")
    found = merge(LIST, ours, theirs)
    assert found.text == ours.replace("het geld", "een pinpas")
    assert not found.decisions
    assert not found.looks


def test_items_that_both_added_at_one_place_both_stay_in_one_order():
    ours, theirs = LIST + "- een verklaring\n", LIST + "- de aangifte\n"
    one, other = merge(LIST, ours, theirs), merge(LIST, theirs, ours)
    assert one.text == other.text == LIST + "- de aangifte\n- een verklaring\n"
    assert outcomes(one) == ["look:both-added"]


def test_the_same_addition_of_both_is_kept_once():
    added = LIST + "- een verklaring van vermissing\n"
    found = merge(LIST, added, added.replace("een\nver", "een ver"))
    assert found.text == added
    assert outcomes(found) == ["taken"]


def test_of_two_additions_that_are_nearly_the_same_the_fuller_is_proposed():
    ours = LIST + "- een verklaring van vermissing\n"
    theirs = LIST + "- een verklaring van vermissing of diefstal\n"
    found = merge(LIST, ours, theirs)
    assert found.text == theirs
    assert outcomes(found) == ["look:both-added"]
    assert {offer.text for offer in found.looks[0].offers} >= {
        "- een verklaring van vermissing\n",
        "- een verklaring van vermissing of diefstal\n",
    }


TEXT = "# Een\n\nEerste alinea over heffen.\n\nTweede alinea over innen.\n\nDerde alinea.\n"


def test_deleted_against_untouched_is_deleted():
    ours = TEXT.replace("Tweede alinea over innen.\n\n", "")
    theirs = TEXT.replace("Eerste alinea over heffen.", "Eerste alinea over het heffen.")
    found = merge(TEXT, ours, theirs)
    assert "Tweede" not in found.text
    assert "het heffen" in found.text
    assert found.is_settled


def test_deleted_against_edited_is_a_decision_with_the_removal_first():
    ours = TEXT.replace("Tweede alinea over innen.\n\n", "")
    theirs = TEXT.replace("over innen", "over het snelle innen")
    (asked,) = merge(TEXT, ours, theirs).decisions
    assert asked.reason == "deleted-edited"
    assert (asked.ours, asked.offers[0].name) == ("", "ours")
    assert asked.theirs == "Tweede alinea over het snelle innen.\n\n"


def test_an_edit_inside_what_the_other_wrote_anew_is_shown():
    ours = TEXT.replace("Tweede alinea over innen.", "Wij gaan hier geheel anders te werk nu.")
    theirs = TEXT.replace("over innen", "over het snelle innen")
    found = merge(TEXT, ours, theirs)
    assert outcomes(found) == ["look:rewritten-edited"]
    assert found.text == ours
    assert found.looks[0].theirs.strip() == "Tweede alinea over het snelle innen."


SECTIONS = (
    "# Heffen\n\nDe aanslag wordt elk jaar opgelegd.\n\n"
    "# Innen\n\nHet geld komt binnen per bank.\n\n"
    "# Bezwaar\n\nIedereen kan bezwaar maken.\n"
)


def test_an_edit_goes_along_with_a_section_that_the_other_moved():
    heffen, innen, bezwaar = SECTIONS.split("# ")[1:]
    ours = f"# {innen}# {bezwaar}\n# {heffen}"
    theirs = SECTIONS.replace("elk jaar", "ieder jaar")
    for found in (merge(SECTIONS, ours, theirs), merge(SECTIONS, theirs, ours)):
        assert found.text == ours.replace("elk jaar", "ieder jaar")
        assert outcomes(found).count("look:moved-edited") == 1
        assert found.is_settled


def test_what_was_put_into_a_section_goes_along_when_the_other_moved_it():
    heffen, innen, bezwaar = SECTIONS.split("# ")[1:]
    ours = f"# {innen}# {bezwaar}\n# {heffen}"
    theirs = SECTIONS.replace("opgelegd.\n\n", "opgelegd.\n\nDe termijn is zes weken.\n\n")
    found = merge(SECTIONS, ours, theirs)
    assert found.text.index("# Heffen") < found.text.index("De termijn is zes weken.")
    assert found.text.count("De termijn is zes weken.") == 1


TABLE = "| naam | termijn |\n| --- | --- |\n| WOZ | 8 weken |\n| OZB | 6 weken |\n"


def test_different_cells_of_a_row_are_combined_and_the_same_cell_is_asked():
    ours = TABLE.replace("WOZ", "Woz-waarde")
    theirs = TABLE.replace("8 weken", "9 weken")
    found = merge(TABLE, ours, theirs)
    assert "| Woz-waarde | 9 weken |" in found.text
    assert outcomes(found) == ["combined"]
    asked = merge(TABLE, TABLE.replace("8 weken", "7 weken"), theirs)
    assert outcomes(asked) == ["decide:overlap"]


def test_rows_changed_apart_both_come_through():
    found = merge(TABLE, TABLE.replace("8 weken", "9 weken"), TABLE.replace("6 weken", "5 weken"))
    assert "| WOZ | 9 weken |\n| OZB | 5 weken |\n" in found.text


FRONT = "---\ntitle: Eisen\nlanguage: nl\nversion: 1\n---\n\n# Eisen\n"


def test_front_matter_merges_by_key():
    ours = FRONT.replace("title: Eisen", "title: Eisen belastingen")
    theirs = FRONT.replace("language: nl", "language: en")
    found = merge(FRONT, ours, theirs)
    assert "title: Eisen belastingen\nlanguage: en\nversion: 1\n" in found.text
    assert not found.decisions
    assert not found.looks


def test_one_key_set_in_two_ways_is_a_decision():
    found = merge(FRONT, FRONT.replace("version: 1", "version: 2"), FRONT.replace("1", "3"))
    assert len(found.decisions) == 1


def test_lines_of_code_changed_apart_are_combined():
    code = '```json\n{\n  "a": 1,\n  "b": 2,\n  "c": 3,\n  "d": 4\n}\n```\n'
    found = merge(code, code.replace("1", "10"), code.replace("4", "40"))
    assert '"a": 10' in found.text
    assert '"d": 40' in found.text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_text_without_a_last_line_ending_does_not_run_into_what_the_other_added(newline):
    base = f"Een.{newline}{newline}Twee."
    found = merge(base, base + f"{newline}{newline}Drie.", base.replace("Een.", "Eén."))
    assert found.text == f"Eén.{newline}{newline}Twee.{newline}{newline}Drie."


def test_empty_texts_merge():
    assert merge("", "", "").text == ""
    assert merge("", "Een.\n", "").text == "Een.\n"
    assert merge("Een.\n", "", "").text == ""


def test_remembered_choices_stand_without_a_question():
    ours, theirs = PARAGRAPH.replace("toont", "meldt"), PARAGRAPH.replace("toont", "verbergt")
    asked = merge(PARAGRAPH, ours, theirs).decisions[0]
    again = merge_texts(PARAGRAPH, ours, theirs, remembered={asked.key: theirs}.get)
    assert again.text == theirs
    assert again.meetings[0].outcome is Outcome.COMBINED
    swapped = merge_texts(PARAGRAPH, theirs, ours, remembered={asked.key: theirs}.get)
    assert swapped.text == theirs


def test_words_behind_the_end_of_a_file_stay_in_their_sentence():
    base = "Eerste zin.\n\nDe burger ziet de stand van zaken"
    ours = base + " vandaag"
    theirs = base + "\n\nEen nieuw stuk.\n"
    expected = "Eerste zin.\n\nDe burger ziet de stand van zaken vandaag\n\nEen nieuw stuk.\n"
    assert merge(base, ours, theirs).text == expected
    assert merge(base, theirs, ours).text == expected


def test_the_end_of_a_file_goes_along_with_its_edit_when_the_other_moved_it():
    top = "Kop\n\n"
    rest = "Een zin over de gemeente die antwoordt.\n\nTwee zinnen over de aanvraag.\n"
    last = "Het laatste stuk van deze tekst staat hier"
    found = merge(f"{top}{rest}\n{last}", f"{top}{last}\n\n{rest}", f"{top}{rest}\n{last} nu")
    assert found.text == f"{top}{last} nu\n\n{rest}"


def test_what_one_put_behind_a_block_and_moved_itself_does_not_come_twice():
    one, two, three, four = (
        f"{word} staat in een lange zin van het document.\n\n"
        for word in ("Alfa", "Beta", "Gamma", "Delta")
    )
    ours = two + three.replace("lange", "korte") + four + one
    theirs = one.replace("lange", "mooie") + three + two + four
    for sides in ((ours, theirs), (theirs, ours)):
        found = merge(one + two + three + four, *sides).text
        words = [found.count(word) for word in ("Alfa", "Beta", "Gamma", "Delta", "korte", "mooie")]
        assert words == [1, 1, 1, 1, 1, 1]


def test_blanks_that_both_changed_are_the_same_from_either_side():
    base = "De burger ziet het.\n"
    ours, theirs = "De burger  en de buurman ziet het.\n", "De burger  en  de buurman  ziet het.\n"
    assert merge(base, ours, theirs).text == merge(base, theirs, ours).text


@pytest.mark.parametrize("text", ["# Kop\n", "---\ntitle: Eisen\n---\n\n# Kop\n", ""])
def test_a_byte_order_mark_is_no_word_of_the_first_line(text):
    marked = "\ufeff" + text
    edited = text.replace("Kop", "Kopje")
    assert merge(marked, marked, "\ufeff" + edited).text == "\ufeff" + edited
    assert merge(marked, text, "\ufeff" + edited).text == edited
    assert merge(text, marked, edited).text == "\ufeff" + edited
