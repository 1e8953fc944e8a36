"""What a file holds that is not on the page: hidden by its looks, or beside the text."""

import struct

import pytest

from tests.exchange.publication.making import W, docx, odf, paragraph, unzipped, xlsx, zipped
from tests.exchange.publication.test_formats import findings, told


def test_word_hides_text_by_style_and_keeps_values_pictures_and_other_files_beside_it() -> None:
    styles = '<w:style w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = (
        paragraph("Alinea.", "Weg")
        + '<w:p><w:r><w:rPr><w:rStyle w:val="Weg"/></w:rPr><w:t>Woord.</w:t></w:r></w:p>'
        + '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="q" descr="C:\\Users\\jan\\foto.png"/>'
        "</w:drawing></w:r></w:p>" + '<w:altChunk r:id="c"/>'
    )
    said = told(
        "a.docx",
        docx(
            body,
            word__styles_xml=f"<w:styles {W}>{styles}</w:styles>",
            word__settings_xml=f'<w:settings {W}><w:docVars><w:docVar w:name="steller" '
            'w:val="jan@waterrijk.nl"/></w:docVars></w:settings>',
        ),
    )
    assert [each.rpartition(": ")[2] for each in said["hidden-text"]] == ["„Alinea.”", "„Woord.”"]
    assert "foto.png" in said["internal-path"][0]
    assert "jan@waterrijk.nl" in said["mail"][0]
    assert said.keys() == {"hidden-text", "internal-path", "mail", "custom-data", "embedded"}


def test_a_sheet_hides_by_size_and_says_more_in_names_and_boxes() -> None:
    parts = unzipped(xlsx(lambda book: book.add_worksheet("Blad")))
    path = "xl/worksheets/sheet1.xml"
    parts[path] = (
        b'<worksheet><cols><col min="2" max="2" width="0" customWidth="1"/></cols><sheetData>'
        b'<row r="1" ht="0" customHeight="1"><c r="A1" t="inlineStr"><is><t>Rij</t></is></c></row>'
        b'<row r="2"><c r="B2" t="inlineStr"><is><t>Kolom</t></is></c></row>'
        b"</sheetData></worksheet>"
    )
    book = "xl/workbook.xml"
    name = rb"<definedNames><definedName name='x'>'\\schijf7\map\[a.xlsx]Blad'!$A$1</definedName>"
    parts[book] = parts[book].replace(b"</workbook>", name + b"</definedNames></workbook>")
    parts["xl/drawings/drawing1.xml"] = (
        b'<d xmlns:a="a"><a:p><a:r><a:t>Bel jan@</a:t></a:r><a:r><a:t>waterrijk.nl</a:t></a:r>'
        b"</a:p></d>"
    )
    said = told("a.xlsx", zipped(parts))
    assert said.keys() >= {"hidden-row", "hidden-column", "internal-path", "external-connection"}
    assert "jan@waterrijk.nl" in said["mail"][0]


def exif(*tags: int, order: str = ">") -> bytes:
    entries = b"".join(struct.pack(f"{order}HHII", tag, 2, 4, 0) for tag in tags)
    mark = b"MM\0*" if order == ">" else b"II*\0"
    tiff = mark + struct.pack(f"{order}IH", 8, len(tags)) + entries
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff + b"\xff\xd9"


@pytest.mark.parametrize(
    ("picture", "tells"),
    [
        (exif(0x0112, 0x0131), False),  # which way up, and the program
        (exif(0x0112, 0x013B), True),
        (exif(0x8825, order="<"), True),
        (exif()[:20], False),
        (b"\x89PNG....tEXtAuthor\0Jan", True),
        (b"\x89PNG....tEXtSoftware\0x", False),
    ],
)
def test_a_picture_that_tells_of_its_maker_or_place_is_told(picture: bytes, *, tells: bool) -> None:
    parts = unzipped(odf("text", "<text:p>Kop</text:p>"))
    for name, data in (
        ("a.docx", docx(paragraph("Kop"), word__media__foto_jpeg=picture)),
        ("a.odt", zipped({**parts, "Pictures/foto.jpeg": picture}, stored="mimetype")),
    ):
        assert [each.rule for each in findings(name, data)] == ["picture-data"] * tells


def test_a_web_page_says_more_in_its_tags() -> None:
    page = (
        '<img src="a.png" alt="C:\\Users\\jan\\foto.png">'
        '<input type="hidden" value="Te duur"><p data-van="jan@waterrijk.nl">Eis.</p>'
    )
    said = told("a.html", page.encode())
    assert said.keys() == {"internal-path", "hidden-text", "mail"}


def test_an_odt_hides_text_by_style_and_keeps_values() -> None:
    styles = (
        '<style:style style:name="W" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    body = (
        '<text:user-field-decls><text:user-field-decl text:name="steller" '
        'office:string-value="jan@waterrijk.nl"/></text:user-field-decls>'
        '<text:p>Zin <text:span text:style-name="W">te duur</text:span> en verder.</text:p>'
    )
    said = told("a.odt", odf("text", body, styles))
    assert said["hidden-text"] == ["alinea 1: „te duur”"]
    assert "jan@waterrijk.nl" in said["mail"][0]
    assert said.keys() == {"hidden-text", "mail"}
