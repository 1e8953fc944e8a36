"""Anchors on the example standards, from one release to the next, by a judge of its own."""

import pytest

from coauthor.document.reading import read_document
from coauthor.resources import resources
from tests.bench.anchors import measure


@pytest.mark.parametrize("name", ["belastingen", "reisdocumenten"])
def test_what_still_stands_is_found_and_nothing_lands_on_a_wrong_sentence_unsaid(name: str):
    paths = sorted((resources() / "standards" / name).glob("*/documents/*.md"))
    documents = [read_document(path.read_text(encoding="utf-8")) for path in paths]
    count = measure([{each.uid: each.body for each in document.clauses} for document in documents])
    assert count.stands > 500
    assert count.sure >= 0.99 * count.stands
    assert count.sure + count.unsure >= 0.995 * count.stands
    assert count.wrong == 0, "\n".join(count.examples)
    assert count.like_wrong > 0, "the judge sees what is wrong, for likeness alone is"
