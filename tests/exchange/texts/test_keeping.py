"""A document of ours that was in Word or LibreOffice: only what somebody changed is changed."""

import io
import zipfile
from dataclasses import replace

import pytest

from coauthor.document.reading import read_document
from coauthor.exchange import FORMATS
from coauthor.exchange.choice import PRESETS
from coauthor.exchange.choosing import chosen
from coauthor.exchange.parts import parts_of
from coauthor.exchange.texts.keeping import kept
from coauthor.exchange.updating import updated
from coauthor.language import Catalogue
from tests.evidence.texts import hard_text
from tests.exchange.making import fresh, leaving

DOCUMENT = read_document(hard_text(24))
PARTS = {"docx": "word/document.xml", "odt": "content.xml"}


def replaced(data: bytes, part: str, old: str, new: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            after.writestr(name, text)
    return stream.getvalue()


@pytest.mark.parametrize("name", PARTS)
def test_a_document_that_comes_back_unchanged_changes_nothing(name: str) -> None:
    data = FORMATS[name].writer(leaving(DOCUMENT), Catalogue("nl"))
    made = FORMATS[name].reader("a", data, fresh)
    assert made.worn
    update = updated(DOCUMENT, made.document, worn=made.worn)
    assert update.document.text == DOCUMENT.text
    assert update.count("same") == len(DOCUMENT.clauses)


@pytest.mark.parametrize("name", PARTS)
def test_what_was_changed_elsewhere_goes_into_the_text_with_its_slots(name: str) -> None:
    data = FORMATS[name].writer(leaving(DOCUMENT), Catalogue("nl"))
    data = replaced(data, PARTS[name], "Over die die", "Over alle")
    made = FORMATS[name].reader("a", data, fresh)
    update = updated(DOCUMENT, made.document, worn=made.worn)
    assert update.count("changed") == 1
    meant = read_document(DOCUMENT.text.replace("Over die die", "Over alle", 1))
    assert parts_of(update.document) == parts_of(meant)
    assert "{{termijn: 1 dagen}}" in update.document.clauses[0].body


@pytest.mark.parametrize("name", PARTS)
def test_what_an_export_left_out_stays(name: str) -> None:
    choice = PRESETS["market"]
    market = replace(leaving(chosen(DOCUMENT, choice, None)), choice=choice)
    made = FORMATS[name].reader("a", FORMATS[name].writer(market, Catalogue("nl")), fresh)
    assert updated(DOCUMENT, made.document, worn=True).document.text == DOCUMENT.text


def test_words_that_meet_a_slot_are_those_of_the_file() -> None:
    assert kept("Binnen {{termijn: 5 dagen}} klaar.", "Binnen 6 dagen klaar.") == (
        "Binnen 6 dagen klaar."
    )
