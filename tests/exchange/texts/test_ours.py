"""Our own documents for word processors, in again: the same clauses with the same identity."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coauthor.document.model import Document
from coauthor.document.reading import read_document
from coauthor.document.rendering import to_plain
from coauthor.errors import UserError
from coauthor.exchange import FORMATS
from coauthor.exchange.proposal import Proposal
from coauthor.language import Catalogue
from tests.bench.texts import document_text
from tests.evidence.texts import hard_text
from tests.exchange.harming import harmed
from tests.exchange.making import fresh, leaving

KINDS = ("docx", "odt")


def again(name: str, document: Document, language: str = "nl") -> Proposal:
    form = FORMATS[name]
    return form.reader("a", form.writer(leaving(document), Catalogue(language)), fresh)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", KINDS)
def test_an_export_that_comes_in_again_has_the_same_clauses(name: str, language: str) -> None:
    document = read_document(hard_text(24).replace("![Schema", "[Schema"))
    made = again(name, document, language)
    assert made.lost == ()
    assert made.plan is None
    assert [_whole(each) for each in made.document.clauses] == [
        _whole(each) for each in document.clauses
    ]
    assert made.document.title == document.title
    assert "import-note-text-ours" in {note.message for note in made.notes}


def _whole(clause: object) -> tuple[object, ...]:
    uid, code, title = (getattr(clause, name) for name in ("uid", "code", "title"))
    marks = dict(getattr(clause, "marker").attributes)  # noqa: B009
    body = to_plain(getattr(clause, "body"))  # noqa: B009
    fields = {key: to_plain(text) for key, text in getattr(clause, "fields").items()}  # noqa: B009
    return uid, code, title, marks, " ".join(body.split()), fields


@pytest.mark.parametrize("name", KINDS)
def test_a_large_export_comes_in_whole(name: str) -> None:
    document = read_document(document_text(300))
    made = again(name, document)
    assert [each.uid for each in made.document.clauses] == [each.uid for each in document.clauses]


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_harmed_file_is_read_or_told(name: str, seed: int) -> None:
    whole = FORMATS[name].writer(leaving(read_document(hard_text(6))), Catalogue("nl"))
    try:
        made = FORMATS[name].reader("a", harmed(whole, random.Random(seed)), fresh)
    except UserError:
        return
    assert read_document(made.document.text).text == made.document.text
