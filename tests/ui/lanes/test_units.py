"""Positions in characters and in UTF-16 units, and where two texts differ."""

from hypothesis import given
from hypothesis import strategies as st

from coauthor.ui.lanes.units import from_units, splice, to_units

texts = st.text(st.sampled_from("aé€😀\n"), max_size=12)


@given(texts, st.data())
def test_positions_lead_there_and_back(text: str, data: st.DataObject):
    place = data.draw(st.integers(0, len(text)))
    assert from_units(text, to_units(text, place)) == place
    assert to_units(text, place) == len(text[:place].encode("utf-16-le")) // 2


@given(texts, texts)
def test_the_splice_leads_from_one_text_to_the_other(old: str, new: str):
    start, end, words = splice(old, new)
    assert old[:start] + words + old[end:] == new
    assert 0 <= start <= end <= len(old)


def test_the_splice_is_as_small_as_can_be():
    assert splice("abcde", "abXde") == (2, 3, "X")
    assert splice("aa", "aaa")[2] == "a"
