"""Which parts of a document an export shows: by name, and nothing internal for the market."""

from typing import Any

import pytest

from coauthor.document.reading import read_document
from coauthor.errors import UserError
from coauthor.exchange.choice import INTERNAL, PARTS, PRESETS, Choice, choice_of, preset_of
from coauthor.exchange.choosing import chosen
from coauthor.language import LANGUAGES, Catalogue

DOCUMENT = read_document(
    "<!-- clause aaaaaaaaaa X-1 kind=eis reason=law owner=Piet -->\n### Titel\n\nDe eis.\n\n"
    "> **rationale** Zelf bedacht.\n>\n> **acceptance** Zo getoetst.\n>\n"
    "> **deviation** De verordening.\n>\n> **risk** Dure leverancier.\n\n"
    "<!-- omitted bbbbbbbbbb X-2 reason=law note=Geheim -->\n"
)


def test_every_part_and_preset_has_its_words_in_every_language() -> None:
    for language in LANGUAGES:
        text = Catalogue(language)
        for part in PARTS:
            assert text.has(f"part-{part}")
        for preset in PRESETS:
            assert text.has(f"preset-{preset}")
            assert text.has(f"preset-{preset}-about")


def test_parts_are_added_to_a_preset_and_left_out_of_it() -> None:
    made = choice_of("market", include=["sign-off"], leave=["contents"])
    assert made.sign_off
    assert not made.contents
    assert made.inside == ()
    assert preset_of(made) == ""
    assert preset_of(choice_of("council")) == "council"
    assert choice_of("market", vendors=["Belasoft"]).inside == ("answers",)


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("unknown-preset", {"preset": "pers"}),
        ("unknown-part", {"include": ["lijneage"]}),
        ("since-missing", {"preset": "changes"}),
    ],
)
def test_what_is_not_there_is_told_with_what_is(code: str, asked: dict[str, Any]) -> None:
    with pytest.raises(UserError) as refused:
        choice_of(**asked)
    assert refused.value.code == code


def test_a_document_of_which_all_is_chosen_is_the_same_to_the_letter() -> None:
    assert chosen(DOCUMENT, INTERNAL, None) is DOCUMENT


def test_what_is_not_chosen_is_not_in_the_document_at_all() -> None:
    made = chosen(DOCUMENT, PRESETS["market"], None).text
    for word in ("Zelf bedacht", "verordening", "Dure leverancier", "law", "Piet", "Geheim"):
        assert word in DOCUMENT.text
        assert word not in made
    assert "De eis." in made
    assert "Zo getoetst." in made
    assert "acceptance" not in chosen(DOCUMENT, Choice(details=False), None).text


def test_a_rationale_that_the_standard_gives_too_may_be_read_by_everybody() -> None:
    made = chosen(DOCUMENT, PRESETS["market"], DOCUMENT).text
    assert "Zelf bedacht." in made
    assert "verordening" not in made
