"""Parameters: what is a slot, what filling changes and what it leaves alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.parameters import emptied, fill_parameter, find_parameters, shown

any_text = st.text(alphabet=st.sampled_from("{}: \t\r\nab1-é"), max_size=40)


def values(text: str) -> dict[str, str]:
    """Return the slots of a text as names and values."""
    return {slot.name: slot.value for slot in find_parameters(text)}


def test_a_slot_has_a_name_and_perhaps_a_value():
    assert values("binnen {{termijn: 5 werkdagen}} na {{begin:}}") == {
        "termijn": "5 werkdagen",
        "begin": "",
    }


@pytest.mark.parametrize("text", ["{{termijn}}", "{{: 5}}", "{termijn: 5}", "{{ }}", "{{a:\n\nb}}"])
def test_other_braces_are_text(text):
    assert not find_parameters(text)
    assert emptied(text) == shown(text) == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n  "])
def test_a_wrapped_slot_is_the_same_slot(end):
    wrapped = f"binnen {{{{langste{end}termijn: 5{end}werkdagen}}}} na"
    assert values(wrapped) == {"langste termijn": "5 werkdagen"}
    assert shown(wrapped) == "binnen 5 werkdagen na"


def test_filling_reaches_every_slot_of_that_name_and_no_other():
    text = "{{a: 1}} {{b: 2}} {{ a :}}"
    assert fill_parameter(text, "a", "3") == "{{a: 3}} {{b: 2}} {{a: 3}}"


def test_filling_in_what_is_there_changes_no_letter():
    assert fill_parameter("{{a:1}} {{ a : 2 }}", "a", "1") == "{{a:1}} {{a: 1}}"


@given(any_text, any_text)
def test_only_the_value_differs_after_filling(text, value):
    for name in values(text):
        filled = fill_parameter(text, name, value)
        assert emptied(filled) == emptied(text)
        assert values(filled) == values(text) | {
            name: " ".join(value.replace("{", " ").replace("}", " ").split())
        }


@given(any_text)
def test_slots_stand_where_they_say(text):
    for slot in find_parameters(text):
        written = text[slot.start : slot.end]
        assert written.startswith("{{")
        assert written.endswith("}}")
        assert values(written) == {slot.name: slot.value}


@pytest.mark.parametrize(
    "text",
    ["{{a:" + " " * 100_000, "{{a" + " " * 100_000, "{{a: b" * 20_000, "{{a: " + "\n" * 100_000],
    ids=["open value", "open name", "many open", "line ends"],
)
def test_no_text_takes_more_than_linear_time(text):
    start = time.process_time()
    assert not find_parameters(text)
    assert time.process_time() - start < 10  # the square of it takes minutes


def test_a_blank_that_may_not_break_stays():
    assert values(fill_parameter("{{a:}}", "a", "€\u00a05")) == {"a": "€\u00a05"}
