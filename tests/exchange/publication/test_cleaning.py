"""A clean copy holds nobody's name, and everything else to the byte."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from coauthor.errors import UserError
from coauthor.exchange.publication.checking import check
from coauthor.exchange.publication.cleaning import cleaned
from coauthor.exchange.publication.cutting import Cuts, cut
from coauthor.exchange.publication.reading import read_for_publication
from tests.exchange.publication.making import (
    comments,
    core,
    docx,
    odf,
    paragraph,
    pdf,
    relations,
    unzipped,
    xlsx,
    zipped,
)


def rules_in(name: str, data: bytes) -> set[str]:
    return {each.rule for each in check(read_for_publication(name, data))}


def word_file() -> bytes:
    body = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Binnen </w:t></w:r>'
        '<w:ins w:id="1" w:author="Jan de Vries" w:date="2026-01-01T00:00:00Z"><w:r><w:t>vier</w:t>'
        '</w:r></w:ins><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    made = docx(
        body,
        docProps__core_xml=core("Jan de Vries", "Eisen", "Piet Bakker"),
        docProps__custom_xml="<p/>",
        word__comments_xml=comments("Te streng?"),
    )
    rels = {
        "word/_rels/document.xml.rels": relations(
            ("c1", "comments", "comments.xml", False), ("s1", "styles", "styles.xml", False)
        )
    }
    return zipped({**unzipped(made), **rels, "word/media/image1.png": b"\x89PNG\0\1"})


def test_a_clean_word_file_holds_no_comment_and_no_name() -> None:
    before = word_file()
    assert rules_in("a.docx", before) >= {"comment", "author", "tracked-change"}
    after = cleaned("a.docx", before)
    assert rules_in("a.docx", after) == {"tracked-change"}
    assert not any(b"Jan de Vries" in part for part in unzipped(after).values())
    assert not any(b"Piet Bakker" in part for part in unzipped(after).values())
    assert not any(b"comments.xml" in part for part in unzipped(after).values())


def test_a_tracked_change_is_not_decided_and_all_else_is_the_same_to_the_byte() -> None:
    before, after = unzipped(word_file()), unzipped(cleaned("a.docx", word_file()))
    assert set(before) - set(after) == {"word/comments.xml", "docProps/custom.xml"}
    for path in ("word/styles.xml", "word/media/image1.png"):
        assert after[path] == before[path]
    text = before["word/document.xml"]
    for gone in (
        b'<w:commentRangeStart w:id="0"/>',
        b'<w:commentRangeEnd w:id="0"/>',
        b'<w:commentReference w:id="0"/>',
    ):
        text = text.replace(gone, b"")
    assert after["word/document.xml"] == text.replace(b"Jan de Vries", b"Auteur")
    assert b"<dc:title>Eisen</dc:title>" in after["docProps/core.xml"]


def test_a_clean_workbook_opens_with_the_same_cells() -> None:
    def fill(book) -> None:
        book.set_properties({"author": "Jan de Vries", "company": "Waterrijk", "title": "Eis"})
        sheet = book.add_worksheet("Prijzen")
        sheet.write_string("A1", "Eis")
        sheet.write_number("B1", 12.5)
        sheet.write_comment("A1", "Klopt dit?", {"author": "Piet Bakker"})
        sheet.set_row(0, None, None, {"hidden": True})

    before = xlsx(fill)
    after = cleaned("a.xlsx", before)
    assert rules_in("a.xlsx", before) == {"comment", "author", "organisation", "hidden-row"}
    assert rules_in("a.xlsx", after) == {"hidden-row"}
    parts = unzipped(after)
    assert not any(b"Piet Bakker" in part or b"Jan de Vries" in part for part in parts.values())
    assert not any("comments" in path or path.endswith(".vml") for path in parts)
    assert b"legacyDrawing" not in parts["xl/worksheets/sheet1.xml"]
    rows = [
        CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
        for data in (before, after)
    ]
    assert rows[0] == rows[1] == [["Eis", 12.5]]
    same = unzipped(before)
    for path in ("xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"):
        assert parts[path] == same[path]


def test_a_clean_odt_keeps_its_mark_first_and_its_changes_without_a_name() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:insertion><office:change-info>"
        "<dc:creator>Jan de Vries</dc:creator></office:change-info></text:insertion>"
        "</text:changed-region></text:tracked-changes><text:p>Binnen"
        "<office:annotation><dc:creator>Piet</dc:creator><text:p>Klopt?</text:p>"
        "</office:annotation> vier uur</text:p>"
    )
    before = odf("text", body, meta="<dc:creator>Jan de Vries</dc:creator>")
    after = cleaned("a.odt", before)
    assert rules_in("a.odt", after) == {"tracked-change"}
    assert next(iter(unzipped(after))) == "mimetype"
    assert after[30:38] == b"mimetype"
    assert b"<text:p>Binnen vier uur</text:p>" in unzipped(after)["content.xml"]
    assert not any(b"Jan de Vries" in part for part in unzipped(after).values())


def test_a_copy_of_what_is_clean_has_the_same_parts() -> None:
    made = docx(paragraph("De eis.", "Kop1"), docProps__core_xml=core(title="Eisen"))
    assert unzipped(cleaned("a.docx", made)) == unzipped(made)


def test_a_signed_file_and_another_kind_are_refused() -> None:
    signed = zipped({**unzipped(docx("")), "_xmlsignatures/sig1.xml": "<s/>"})
    with pytest.raises(UserError, match="publication-signed"):
        cleaned("a.docx", signed)
    with pytest.raises(UserError, match="publication-cannot-clean"):
        cleaned("a.pdf", pdf("x"))


@given(
    st.lists(
        st.sampled_from(
            ["<a/>", "<b>é</b>", "<w:c x='>' y=\"/\">1</w:c>", "tekst", "<b/>", "<a>z</a>"]
        )
    )
)
def test_what_is_not_cut_stays_to_the_byte(pieces: list[str]) -> None:
    part = f"<r xmlns:w='u'>{''.join(pieces)}</r>".encode()
    kept = "".join(each for each in pieces if not each.startswith("<a"))
    assert cut("x", part, Cuts()) == part
    assert cut("x", part, Cuts(element=lambda name, _: name == "a")) == (
        f"<r xmlns:w='u'>{kept}</r>".encode()
    )
    assert cut("x", part, Cuts(content=lambda name, _: name == "c")) == part.replace(b">1<", b"><")
    assert cut("x", part, Cuts(attributes={"c": {"y": None, "x": "q"}})) == part.replace(
        b"x='>' y=\"/\"", b"x='q'"
    )
