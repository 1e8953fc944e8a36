"""Whatever a person types, a clause stays one clause and its neighbours stay theirs."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coauthor.document.clauses import (
    new_clause,
    new_heading,
    with_attribute_set,
    with_body,
    with_field,
    with_heading_text,
    with_prose,
    with_title,
)
from coauthor.document.fields import FIELD_KEYS, format_fields, parse_fields, split_notes
from coauthor.document.markers import BrokenMarkerError, Marker, format_marker, parse_marker
from coauthor.document.model import Clause, Prose
from coauthor.document.reading import read_clause, read_document
from tests.document.making import CLAUSES
from tests.document.markdown_strategies import markdown

AFTER = "<!-- clause zzzzzzzzzz Z-1 -->\n### Buur\n\nBlijft.\n\n# Kop\n\nProza.\n"
SOURCES = [
    text.format(uid="aaaaaaaaaa", code="T-001") for text in CLAUSES if text.startswith("<!-- cl")
]
NASTY = [
    *("# Kop\n```\nnooit dicht", "<!-- clause bbbbbbbbbb -->", "<!-- nooit dicht", "a\n---"),
    *("> **rationale** getypt", "tekst\n> **rationale** getypt", "\n\n  ingesprongen\n\n"),
    *("<script>\n\n# x", "[a]: b\n===", "\x0c", "\u2028# x", "\ufeff# kop"),
]
clauses = st.sampled_from(SOURCES).map(read_clause)
typed = markdown | st.sampled_from(NASTY)


def assert_stands_alone(clause: Clause) -> None:
    """The clause reads back as itself, and what follows is what it was."""
    ended = read_clause(clause.source.rstrip("\r\n") + "\n\n")
    first, *rest = read_document(ended.source + AFTER).blocks
    assert first == ended
    assert rest == list(read_document(AFTER).blocks)


@given(clauses, typed)
@example(read_clause(SOURCES[1]), "0\n>**a**")
def test_any_body_stays_one_clause(clause: Clause, text: str) -> None:
    made = with_body(clause, text)
    assert (made.marker, made.title) == (clause.marker, clause.title)
    assert_stands_alone(made)
    assert with_body(made, made.body) == made


@given(clauses, st.text(alphabet="abc é.,", max_size=30))
def test_plain_words_are_kept_to_the_letter(clause: Clause, text: str) -> None:
    assert with_body(clause, text).body == (text if text.strip() else "")


@given(clauses, typed)
def test_any_title_stays_a_title(clause: Clause, text: str) -> None:
    made = with_title(clause, text)
    assert made.marker == clause.marker
    assert bool(made.head) == bool(text.split())
    assert_stands_alone(made)


@given(clauses, st.sampled_from([*FIELD_KEYS, "eigen"]), typed)
def test_any_field_leaves_the_other_pieces(clause: Clause, key: str, text: str) -> None:
    made = with_field(clause, key, text)
    assert (made.marker, made.title, made.body) == (clause.marker, clause.title, clause.body)
    others = {name: said for name, said in clause.fields.items() if name != key}
    assert {name: said for name, said in made.fields.items() if name != key} == others
    assert (key in made.fields) == bool(text.strip())
    assert_stands_alone(made)
    assert with_field(made, key, made.fields.get(key, "")).fields == made.fields


@given(clauses, st.text(alphabet="abcde", min_size=1, max_size=8), st.text(max_size=20))
def test_any_attribute_leaves_the_text(clause: Clause, name: str, value: str) -> None:
    made = with_attribute_set(clause, name, value)
    said = [(each.title, each.body, dict(each.fields)) for each in (made, clause)]
    assert said[0] == said[1]
    assert with_attribute_set(made, name, None).marker.get(name) == ""
    assert_stands_alone(made)


@given(typed, st.sampled_from(["", "<!-- text -->\n", "<!-- text -->\n\n\n"]))
def test_any_prose_stays_prose(text: str, opener: str) -> None:
    made = with_prose(Prose("", opener=opener) if opener else Prose("oud"), text)
    assert read_document("# Kop\n\n" + made.source).blocks[1:] == (made,)


@given(typed, st.integers(1, 6), st.sampled_from(["\n", "\r\n"]))
def test_any_heading_stays_a_heading(text: str, level: int, newline: str) -> None:
    made = new_heading(text, level, newline)
    assert read_document(made.source).blocks == (made,)
    assert with_heading_text(made, made.text).text == made.text
    assert with_heading_text(made, " ").source == made.source


def test_closing_hashes_are_part_of_a_title() -> None:
    assert with_title(new_clause("aaaaaaaaaa"), "C #").head == "### C \\#\n\n"
    assert new_heading("Taal C #", 2).source == "## Taal C \\#\n\n"


def test_a_field_without_words_is_taken_away() -> None:
    made = with_field(read_clause(SOURCES[0]), "rationale", " \n")
    assert dict(made.fields) == {}
    assert made.source.endswith("Een tekst.\n\n")


def test_fields_come_in_their_own_order_and_unknown_ones_stay() -> None:
    fields = {"eigen": "1", "risk": "2", "rationale": "3", "norm": ""}
    assert list(parse_fields(format_fields(fields))) == ["rationale", "risk", "eigen"]
    assert parse_fields("> **norm** een\n>\n> **norm** twee") == {"norm": "een\n\ntwee"}


field_lines = ["woord", "**norm** x", "", "- punt", "> quote", "**vet** woord", "# kop"]
field_text = st.lists(st.sampled_from(field_lines), min_size=1, max_size=5).map("\n".join)


@given(st.dictionaries(st.sampled_from([*FIELD_KEYS, "eigen-1"]), field_text, max_size=4))
def test_fields_read_back_as_they_were_written(fields: dict[str, str]) -> None:
    quote = format_fields(fields)
    body, notes = split_notes(f"Tekst.\n\n{quote}".strip())
    assert (body, notes.strip()) == ("Tekst.", quote)
    # A line that looks like a field gets a backslash in front of it; nothing else changes.
    found = {key: text.replace("\\**", "**") for key, text in parse_fields(quote).items()}
    assert found == {key: text.strip() for key, text in fields.items() if text.strip()}


names = st.text(alphabet="abc-λ", min_size=1, max_size=6)
nasty_values = st.sampled_from(["-->", '"', "\\", '\\"', "=", "a b", "<!--", "a>", "", " "])
values = st.text(max_size=20).map(lambda text: " ".join(text.replace("\0", "").splitlines()))
attributes = st.dictionaries(names, values | nasty_values, max_size=4)
kinds = st.sampled_from(["clause", "omitted", "withdrawn"])
codes = st.sampled_from(["", "BEL-012", "1.2.3", "é"])


@given(
    st.builds(Marker, kinds, st.just("7k2m9qxf4t"), codes, attributes.map(lambda d: (*d.items(),)))
)
def test_a_marker_reads_back_as_it_was_written(marker: Marker) -> None:
    assert parse_marker(format_marker(marker)) == marker
    (block,) = read_document(format_marker(marker)).blocks
    assert getattr(block, "marker", None) == marker


@pytest.mark.parametrize(
    "inside",
    [
        *("clause", "clause 7k2m9qxf4", "clause 7k2m9qxf4u", "clause 7k2m9qxf4t a b"),
        *("clause 7k2m9qxf4t a=1 B", "clause 7k2m9qxf4t a=1 a=2", 'clause 7k2m9qxf4t a="x'),
        "Clause 7k2m9qxf4t",
    ],
)
def test_a_marker_that_does_not_fit_is_broken(inside: str) -> None:
    with pytest.raises(BrokenMarkerError):
        parse_marker(f"<!-- {inside} -->")


@pytest.mark.parametrize("comment", ["<!-- x -->", "<!-- clauses -->", "<!-- text eigen -->"])
def test_an_ordinary_comment_is_no_marker(comment: str) -> None:
    assert parse_marker(comment) is None
