"""Settings meet by key."""

import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from coauthor.merge.tables import merge_tables, value_at, with_part

NAMES = ["a", "b", "c"]
values = st.one_of(st.integers(0, 3), st.sampled_from(["x", "y"]), st.booleans())
tables = st.fixed_dictionaries({"title": values}, optional={"kind": values})


@st.composite
def settings_texts(draw):
    document = draw(st.dictionaries(st.sampled_from(["k", "l", "m"]), values, max_size=3))
    named = draw(st.dictionaries(st.sampled_from(NAMES), tables, max_size=3))
    if named:
        document["documents"] = [{"name": name, **table} for name, table in named.items()]
    return tomlkit.dumps(document)


def plain(text: str) -> dict[str, object]:
    found = tomlkit.parse(text).unwrap()
    listed = found.pop("documents", [])
    return {**found, **{f"documents.{each['name']}": each for each in listed}}


@given(settings_texts(), settings_texts())
def test_where_one_side_did_nothing_the_other_stands(base, other):
    assert merge_tables(base, other, base).text == other
    assert plain(merge_tables(base, base, other).text) == plain(other)
    assert plain(merge_tables(base, other, other).text) == plain(other)


@given(settings_texts(), settings_texts(), settings_texts())
def test_every_key_is_of_one_side_and_of_ours_where_they_clash(base, ours, theirs):
    merge = merge_tables(base, ours, theirs)
    for meeting in merge.meetings:
        whole = value_at(merge.text, meeting.part)
        if meeting.is_clash:
            assert whole == meeting.ours
        elif meeting.theirs != meeting.base:
            assert whole == meeting.theirs


@given(settings_texts(), settings_texts(), settings_texts())
def test_a_clash_can_be_decided_either_way(base, ours, theirs):
    merge = merge_tables(base, ours, theirs)
    for meeting in merge.meetings:
        for line in (meeting.ours, meeting.theirs, meeting.base):
            assert value_at(with_part(merge.text, meeting.part, line), meeting.part) == line


def test_form_and_words_between_stay():
    base = '# Van ons\nkind = "local" # soort\n\n[[documents]]\nname = "a"\ntitle = "A"\n'
    theirs = base.replace('"A"', '"B"')
    ours = base.replace('"local"', '"group"')
    assert merge_tables(base, ours, theirs).text == ours.replace('"A"', '"B"')
