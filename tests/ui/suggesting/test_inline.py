"""A clause with suggestions in it: what would go beside what would come, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from coauthor.ui.lanes.inline import Edit, interleave
from coauthor.ui.lanes.pieces import Style

texts = st.text("ab {}:.\n", max_size=30)


def shown(text: str, *edits: Edit) -> list[tuple[str, str]]:
    found = interleave(text, edits)
    names = {Style.GONE: "gone", Style.ADDED: "added"}
    return [
        (names[mark.style & Style.OFFERED], found.text[mark.start : mark.end])
        for mark in found.marks
    ]


def test_what_goes_stands_before_what_comes() -> None:
    assert shown("Binnen 2 seconden.", Edit(7, 9, "5 ")) == [("gone", "2"), ("added", "5")]


def test_words_that_touch_are_kept_apart() -> None:
    assert interleave("een bericht.", [Edit(4, 11, "melding")]).text == "een bericht melding."


def test_a_change_in_a_parameter_shows_the_parameter_whole() -> None:
    text = "Binnen {{termijn: 2 werkdagen}} klaar."
    assert shown(text, Edit(18, 20, "5 "), Edit(20, 29, "weken")) == [
        ("gone", "{{termijn: 2 werkdagen}}"),
        ("added", "{{termijn: 5 weken}}"),
    ]


def test_a_change_beside_a_parameter_leaves_it_alone() -> None:
    text = "Binnen {{termijn: 2 dagen}} klaar."
    assert shown(text, Edit(0, 7, "Na ")) == [("gone", "Binnen"), ("added", "Na")]
    assert shown(text, Edit(7, 7, "vaak ")) == [("added", "vaak")]


@given(texts, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), texts), max_size=4))
def test_what_stays_and_what_goes_is_the_text_of_now(
    text: str, drawn: list[tuple[int, int, str]]
) -> None:
    edits = [
        Edit(min(start, len(text)), min(start + length, len(text)), added)
        for start, length, added in drawn
    ]
    found = interleave(text, edits)
    assert "".join(text[there : there + length] for _, there, length in found.kept) == text
    for here, there, length in found.kept:
        assert found.text[here : here + length] == text[there : there + length]
        assert found.real(here) == there
