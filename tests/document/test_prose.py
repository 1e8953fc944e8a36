"""Prose that a person types stays one block, also when there is nothing in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.changes import apply
from coauthor.document.clauses import with_prose
from coauthor.document.edits import insert, replace_block
from coauthor.document.model import Document, Prose
from coauthor.document.reading import read_document
from tests.document.markdown_strategies import markdown

DOCUMENT = read_document("# Kop\n\n<!-- clause 7k2m9qxf4t -->\nEen bepaling.\n\n# Nog een\n")
PLACES = st.integers(0, len(DOCUMENT.blocks))


def inserted(index: int, text: str) -> Document:
    return apply(DOCUMENT, *insert(DOCUMENT, index, [with_prose(Prose(""), text)]))


@given(PLACES, markdown)
def test_new_prose_is_read_back_as_the_block_that_it_is(index: int, text: str) -> None:
    document = inserted(index, text)
    assert isinstance(document.blocks[index], Prose)
    assert read_document(document.text).blocks == document.blocks


@given(PLACES, st.lists(markdown | st.just(""), min_size=1, max_size=3))
def test_prose_can_be_emptied_and_filled_again(index: int, texts: list[str]) -> None:
    document = inserted(index, "tekst")
    for text in texts:
        prose = document.blocks[index]
        assert isinstance(prose, Prose)
        document = apply(document, *replace_block(document, index, with_prose(prose, text)))
        assert len(document.blocks) == len(DOCUMENT.blocks) + 1
        assert read_document(document.text).blocks == document.blocks


def test_emptying_and_filling_adds_no_lines() -> None:
    prose = with_prose(Prose("", opener="<!-- text -->\n"), "tekst")
    once = with_prose(with_prose(prose, ""), "tekst")
    assert with_prose(with_prose(once, ""), "tekst") == once


@pytest.mark.parametrize("text", ["tekst\n\n   ", "  \n\ntekst", "\ntekst\n"])
def test_blank_lines_around_what_was_typed_are_no_content(text: str) -> None:
    assert with_prose(Prose(""), text).text == "tekst"
