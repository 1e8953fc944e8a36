"""Files that mean harm, or are broken, get a message."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coauthor.errors import UserError
from coauthor.exchange.publication.checking import check
from coauthor.exchange.publication.numbers import whole
from coauthor.exchange.publication.pdfobjects import read_objects
from coauthor.exchange.publication.reading import READERS, read_for_publication
from tests.exchange.publication.making import docx, odf, paragraph, pdf, unzipped, xlsx, zipped


def refused(name: str, data: bytes, code: str, reason: str = "") -> None:
    with pytest.raises(UserError) as caught:
        read_for_publication(name, data)
    assert caught.value.code == code
    assert caught.value.parameters.get("reason", "") == reason


def test_a_part_that_unfolds_into_something_enormous_is_not_unfolded() -> None:
    bomb = {**unzipped(docx("")), "word/header1.xml": b" " * 80_000_000}
    refused("a.docx", zipped(bomb), "publication-unsafe", "unfolds")


def test_xml_that_declares_entities_is_not_parsed() -> None:
    said = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    refused(
        "a.docx",
        zipped({**unzipped(docx("")), "word/document.xml": said}),
        "publication-unsafe",
        "declares",
    )
    refused(
        "a.odt",
        zipped({**unzipped(odf("text", "")), "content.xml": said}),
        "publication-unsafe",
        "declares",
    )


def test_elements_without_end_within_each_other_are_refused() -> None:
    refused("a.docx", docx("<w:p>" * 5_000 + "</w:p>" * 5_000), "publication-unsafe", "endless")


@pytest.mark.parametrize("bit", ["<!--", "<a ", '<a href="', "<!"])
def test_a_page_that_opens_tags_without_end_is_refused(bit: str) -> None:
    refused("a.html", (bit * 20_000).encode(), "publication-unsafe", "endless")


@pytest.mark.parametrize("bit", ["<!--", "<!-- -->", "[a](aaaa", "](((", "{++", "[", "<invullen "])
def test_a_text_made_to_be_slow_is_not(bit: str) -> None:
    began = time.process_time()
    check(read_for_publication("a.md", (bit * 20_000).encode()))
    assert time.process_time() - began < 5


def test_too_many_and_double_parts_are_refused() -> None:
    many = {**unzipped(docx("")), **{f"x/{number}.xml": "" for number in range(1_200)}}
    refused("a.docx", zipped(many), "publication-unsafe", "parts")


def test_a_pdf_that_unfolds_is_refused() -> None:
    objects = read_objects("a.pdf", pdf("x" * 100_000))
    objects.left = 1_000
    with pytest.raises(UserError, match="publication-unsafe"):
        objects.unfolded(4)


@pytest.mark.parametrize("ending", sorted(READERS))
def test_an_empty_file_and_one_of_another_kind_are_refused(ending: str) -> None:
    refused(f"a.{ending}", b"  \n", "file-empty")
    with pytest.raises(UserError):
        read_for_publication(f"a.{ending}", b"\x00\x01\x02\x03" * 64)


def test_an_unknown_kind_is_told_what_can_be_checked() -> None:
    refused("a.exe", b"MZ", "publication-unknown-kind")


FILES = {
    "a.docx": docx(paragraph("Binnen xxx dagen", "Kop1")),
    "a.xlsx": xlsx(lambda book: book.add_worksheet().write_string("A1", "xxx")),
    "a.odt": odf("text", "<text:p>xxx</text:p>"),
    "a.pdf": pdf("Binnen xxx dagen", author="Jan", note="n"),
}


def outcome(name: str, data: bytes) -> str:
    """Check a file; return 'read', or the code of the message it was refused with."""
    try:
        check(read_for_publication(name, data))
    except UserError as error:
        return error.code
    return "read"


KNOWN = ("read", "publication-", "file-", "sheet-")


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.integers(0, 2**32))
def test_a_damaged_file_is_read_or_refused_and_never_more(name: str, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(FILES[name])
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if chance.random() < 0.3:
        del data[chance.randrange(len(data)) :]
    assert outcome(name, bytes(data)).startswith(KNOWN)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%%EOF\n",
        b"%PDF-1.7\n1 0 obj <</Type /ObjStm /First 0>> stream\n\nendstream\nendobj\n",
        b"%PDF-1.7\n1 0 obj <</Type /ObjStm /First " + b"9" * 5000 + b">> stream\n1 0\nendstream\n",
        b"%PDF-1.7\n1 0 obj <</Type /ObjStm /First 6000>> stream\n"
        + b"9" * 5000
        + b" 1\nendstream\n",
    ],
    ids=["no objects", "nothing packed", "a long place", "a long number"],
)
def test_a_pdf_that_holds_nothing_or_numbers_without_end_is_read_or_refused(data: bytes) -> None:
    assert outcome("a.pdf", data).startswith(KNOWN)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["word/document.xml", "word/styles.xml", "_rels/.rels"]), st.binary())
def test_a_part_of_anything_is_read_or_refused(path: str, part: bytes) -> None:
    data = zipped({**unzipped(FILES["a.docx"]), path: part})
    assert outcome("a.docx", data).startswith(KNOWN)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["a.md", "a.html", "a.txt", "a.csv"]), st.text(max_size=200))
def test_any_text_is_read(name: str, text: str) -> None:
    assert outcome(name, text.encode("utf-8", "replace")).startswith(KNOWN)


def test_a_broken_zip_says_that_it_cannot_be_read() -> None:
    refused("a.docx", FILES["a.docx"][:200], "publication-unfit")
    refused("a.xlsx", zipped({"mimetype": "x"}), "publication-unfit")


@pytest.mark.parametrize("said", ["²", "٣", "-1", "", "1.5", "9" * 5000])
def test_what_only_looks_like_a_number_is_none(said: str) -> None:
    assert whole(said) is None
    assert whole("12") == 12
