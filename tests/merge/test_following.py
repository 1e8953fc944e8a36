"""A place is found again in whatever the text became."""

from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.linemap import LineMap
from coauthor.document.lines import split_lines, with_lines
from coauthor.document.reading import read_document
from coauthor.merge.following import Outline, follow
from coauthor.merge.model import Span
from tests.document.markdown_strategies import markdown

lines = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "\n"]), max_size=12)


@st.composite
def places(draw):
    text = draw(lines)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


def follows(before, after, span):
    return Span(*LineMap(before, after).follow(span.start, span.end))


@given(places())
def test_in_the_same_text_a_place_stays(place):
    text, span = place
    assert follows(text, text, span) == span


@given(places(), lines)
def test_a_place_is_always_inside_the_text(place, later):
    text, span = place
    found = follows(text, later, span)
    assert 0 <= found.start <= found.end <= len(later)


@given(places(), st.lists(st.sampled_from(["x\n", "y\n"]), max_size=5))
def test_what_comes_before_moves_a_place_down(place, above):
    text, span = place
    found = follows(text, [*above, *text], span)
    if span.start < span.end:
        assert found == Span(span.start + len(above), span.end + len(above))


@given(markdown, st.data())
def test_an_outline_counts_the_lines_of_the_whole_text(text, data):
    outline = Outline(read_document(text))
    found = split_lines(text)
    assert outline.lines == found
    for index, start in enumerate(outline.starts[:-1]):
        source = outline.document.blocks[index].source
        assert (
            "".join(found[start:]).removeprefix("\ufeff").startswith(source.removeprefix("\ufeff"))
        )
    line = data.draw(st.integers(0, max(len(found), 1)))
    block = outline.block_at(line)
    assert block is None or outline.starts[block] <= line


@given(markdown, markdown, st.data())
def test_any_place_of_any_document_is_somewhere_in_any_other(before, after, data):
    then, now = Outline(read_document(before)), Outline(read_document(after))
    start = data.draw(st.integers(0, len(then.lines)))
    span = Span(start, data.draw(st.integers(start, len(then.lines))))
    found = follow(then, now, span).span
    assert 0 <= found.start <= found.end <= len(now.lines)
    if before == after:
        assert found == span


@given(places(), st.text("q\n", max_size=5))
def test_other_lines_keep_their_text_when_some_are_replaced(place, words):
    text, span = place
    after = with_lines(text, (span.start, span.end, words))
    assert after.startswith("".join(text[: span.start]))
    assert after.endswith("".join(text[span.end :]))
    assert words in after
