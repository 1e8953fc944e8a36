"""A document as parts and back: what the round trips stand on."""

from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.reading import read_document
from coauthor.exchange.parts import KINDS, Part, Parts, document_of, ordered, parts_of
from tests.document.making import any_document
from tests.exchange.making import fresh

ODD = st.text(max_size=12) | st.sampled_from(
    ["<!-- clause aaaaaaaaaa -->", "# x\n# y", "---\na: b\n---", "```\nx", "a\r\nb", "> **risk** x"]
)
ODD_PARTS = st.builds(
    Part,
    st.sampled_from(KINDS),
    ODD,
    ODD,
    ODD,
    ODD,
    st.integers(-2, 99),
    st.dictionaries(ODD, ODD, max_size=3).map(ordered),
    st.dictionaries(ODD, ODD, max_size=2),
)


@given(any_document)
def test_a_document_of_parts_says_the_same_to_the_letter(text: str) -> None:
    parts = parts_of(read_document(text))
    again = parts_of(document_of(parts, fresh))
    uids = [each.uid for each in parts.parts if each.uid]
    if len(uids) == len(set(uids)):
        assert again.parts == parts.parts
    assert [each.text for each in again.parts] == [each.text for each in parts.parts]
    assert again.front.strip() == parts.front.strip()


@given(ODD, st.lists(ODD_PARTS, max_size=5))
def test_whatever_a_file_says_stays_in_the_part_that_says_it(front: str, odd: list[Part]) -> None:
    document = document_of(Parts(front, tuple(odd)), fresh)
    assert len(document.clauses) == sum(part.kind == "clause" for part in odd)
    assert not [each for each in document.problems if each.code == "uid-repeated"]
    parts = parts_of(document)
    assert parts_of(document_of(parts, fresh)).parts == parts.parts
