"""Formatting keys and Enter on Markdown, as text in and text out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.ui.lanes import formatting
from coauthor.ui.lanes.formatting import Edit


def applied(text: str, edit: Edit) -> str:
    """Return the text after an edit with the selection between bars."""
    done = text[: edit.start] + edit.text + text[edit.end :]
    start, end = edit.select
    return f"{done[:start]}|{done[start:end]}|{done[end:]}"


def selected(marked: str) -> tuple[str, int, int]:
    """Read a text with its selection between bars."""
    before, words, after = marked.split("|")
    return before + words + after, len(before), len(before) + len(words)


@pytest.mark.parametrize(
    ("sign", "before", "after"),
    [
        ("**", "een |twee| drie", "een **|twee|** drie"),
        ("**", "een **|twee|** drie", "een |twee| drie"),
        ("**", "een |**twee**| drie", "een |twee| drie"),
        ("**", "een || drie", "een **||** drie"),
        ("**", "een |twee |drie", "een **|twee|** drie"),
        ("*", "een |twee| drie", "een *|twee|* drie"),
        ("*", "een *|twee|* drie", "een |twee| drie"),
        ("*", "een **|twee|** drie", "een ***|twee|*** drie"),
        ("*", "een ***|twee|*** drie", "een **|twee|** drie"),
        ("**", "een ***|twee|*** drie", "een *|twee|* drie"),
    ],
)
def test_a_sign_goes_around_the_selection_and_off_again(sign: str, before: str, after: str):
    text, start, end = selected(before)
    assert applied(text, formatting.wrap(text, start, end, sign)) == after


@given(st.text("ab *\n", max_size=12), st.data())
def test_no_letter_is_lost_by_a_sign(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    done = applied(text, formatting.wrap(text, start, end, "**")).replace("|", "")
    assert done.replace("*", "") == text.replace("*", "")


def test_a_link_asks_for_its_address():
    text, start, end = selected("zie |de wet| hier")
    assert applied(text, formatting.link(text, start, end)) == "zie [de wet](|https://|) hier"
    text, start, end = selected("zie |https://wet.nl| hier")
    assert applied(text, formatting.link(text, start, end)) == "zie [||](https://wet.nl) hier"


@pytest.mark.parametrize(
    ("numbered", "before", "after"),
    [
        (False, "|een\ntwee|", "- een\n- twee||"),
        (False, "|- een\n- twee|", "een\ntwee||"),
        (True, "|een\ntwee|", "1. een\n2. twee||"),
        (True, "|- een\n- twee|", "1. een\n2. twee||"),
        (False, "zin:\n|een|", "zin:\n\n- een||"),
        (False, "- een\n|twee|", "- een\n- twee||"),
        (False, "||", "- ||"),
    ],
)
def test_lines_become_a_list_and_lines_again(*, numbered: bool, before: str, after: str):
    text, start, end = selected(before)
    edit = formatting.list_items(text, start, end, numbered=numbered)
    assert applied(text, edit) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("een|| twee", "een\n\n|| twee"),
        ("- een||", "- een\n- ||"),
        ("  - een||", "  - een\n  - ||"),
        ("9. een||", "9. een\n10. ||"),
        ("- een\n- ||", "- een\n\n||"),
        ("```\nregel||\n```", "```\nregel\n||\n```"),
        ("een\n\n||", "een\n\n\n||"),
    ],
)
def test_enter_begins_what_comes_next(before: str, after: str):
    text, start, end = selected(before)
    assert applied(text, formatting.enter(text, start, end)) == after


def test_pasted_text_has_one_kind_of_line_ending_and_no_control_characters():
    assert formatting.pasted("een\r\ntwee\rdrie\u2029vier\x00\x07") == "een\ntwee\ndrie\n\nvier"
