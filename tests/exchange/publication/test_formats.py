"""What each kind of file keeps where people do not look."""

import io
import zipfile

import pytest

from coauthor.errors import UserError
from coauthor.exchange.publication.checking import check
from coauthor.exchange.publication.model import Finding, Place
from coauthor.exchange.publication.pdfobjects import Ref, values
from coauthor.exchange.publication.reading import read_for_publication
from coauthor.exchange.publication.telling import finding_line
from coauthor.language import Catalogue
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


def findings(name: str, data: bytes) -> list[Finding]:
    return list(check(read_for_publication(name, data), file=name))


def told(name: str, data: bytes) -> dict[str, list[str]]:
    text = Catalogue("nl")
    said: dict[str, list[str]] = {}
    for each in findings(name, data):
        said.setdefault(each.rule, []).append(finding_line(each, text))
    return said


def test_a_comment_in_word_is_told_with_its_paragraph_and_heading() -> None:
    anchored = '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>De eis.</w:t></w:r></w:p>'
    said = told(
        "a.docx",
        docx(
            paragraph("Beveiliging", "Kop1") + anchored, word__comments_xml=comments("Te streng?")
        ),
    )
    assert said == {"comment": ["alinea 2, onder „Beveiliging”: „Te streng?”"]}


def test_tracked_changes_are_each_told_with_their_words() -> None:
    changes = (
        '<w:ins w:id="1" w:author="Jan de Vries"><w:r><w:t>vier</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="Jan de Vries"><w:r><w:delText>acht</w:delText></w:r></w:del>'
    )
    reading = read_for_publication("a.docx", docx(paragraph("Binnen ", runs=changes)))
    assert [(each.rule, each.detail) for each in reading.marks] == [
        ("tracked-change", "vier"),
        ("tracked-change", "acht"),
    ]
    assert reading.people == {"Jan de Vries"}
    assert [each.text for each in reading.pieces] == ["Binnen vier"]


def test_word_keeps_people_paths_templates_fields_and_hidden_text() -> None:
    body = (
        paragraph("Zie ", runs='<w:fldSimple w:instr=" REF _Ref99 \\h "/>')
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Geheim plafond</w:t></w:r></w:p>"
        + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr></w:sdt>"
        + '<w:p><w:hyperlink r:id="l1"><w:r><w:t>bron</w:t></w:r></w:hyperlink></w:p>'
    )
    made = docx(body, docProps__core_xml=core("Jan de Vries", last="Piet Bakker"))
    rels = {"word/_rels/document.xml.rels": relations(("l1", "hyperlink", "\\\\fs01\\pve", True))}
    rels["word/_rels/settings.xml.rels"] = relations(
        ("t1", "attachedTemplate", "file:///S:/sjablonen/pve.dotx", True)
    )
    said = told("a.docx", zipped({**unzipped(made), **rels}))
    assert set(said) == {
        "author",
        "internal-path",
        "external-connection",
        "broken-reference",
        "hidden-text",
        "empty-field",
    }
    assert said["author"] == [
        "eigenschap „Auteur”: „Jan de Vries”",
        "eigenschap „Laatst gewijzigd door”: „Piet Bakker”",
    ]
    assert said["hidden-text"] == ["alinea 2: „Geheim plafond”"]


def test_a_text_box_is_read_once() -> None:
    box = (
        "<w:p><w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:txbxContent>"
        f"{paragraph('Vul xxx in')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
        f"{paragraph('Vul xxx in')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert [each.count for each in findings("a.docx", docx(box))] == [1]


def test_a_sheet_tells_cells_rows_columns_and_sheets_that_are_hidden() -> None:
    def fill(book) -> None:
        book.set_properties({"author": "Jan de Vries", "company": "Waterrijk"})
        sheet = book.add_worksheet("Prijzen")
        sheet.write_string("B4", "Leverancier: <invullen>")
        sheet.write_string("A6", "intern maximum")
        sheet.set_row(5, None, None, {"hidden": True})
        sheet.write_string("D1", "weging")
        sheet.set_column("D:XFD", None, None, {"hidden": True})
        sheet.write_comment("B4", "Klopt dit?", {"author": "Piet Bakker"})
        sheet.write_formula("C3", "='[oud.xlsx]Blad1'!A1")
        sheet.write_url("C9", "internal:'Bestaat niet'!A1", string="zie")
        sheet.set_header("&LAanbesteding&C\\\\fs01\\inkoop\\pve.xlsx")
        book.add_worksheet("Weging").hide()

    said = told("a.xlsx", xlsx(fill))
    assert said["placeholder"] == ["blad „Prijzen”, cel B4: „<invullen>”"]
    assert said["hidden-row"] == ["blad „Prijzen”, rij 6"]
    assert said["hidden-column"] == ["blad „Prijzen”, kolom D: „weging”"]
    assert said["hidden-sheet"] == ["blad „Weging”"]
    assert said["comment"] == ["blad „Prijzen”, cel B4: „Klopt dit?”"]
    assert said["author"] == [
        "eigenschap „Auteur”: „Jan de Vries”",
        "eigenschap „Laatst gewijzigd door”: „Jan de Vries”",
    ]
    assert said["organisation"] == ["eigenschap „Bedrijf”: „Waterrijk”"]
    assert said["internal-path"][0].startswith("kop- of voettekst van blad „Prijzen”")
    assert said["broken-reference"] == ["blad „Prijzen”, cel C9: „bestaat niet”"]
    assert set(said) >= {"external-connection"}


def test_what_is_hidden_and_empty_is_not_told() -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("Blad")
        sheet.write_string("A1", "Eis")
        sheet.set_column("D:XFD", None, None, {"hidden": True})
        sheet.set_row(5, None, None, {"hidden": True})

    assert told("a.xlsx", xlsx(fill)) == {}


def test_the_hidden_identity_of_an_answer_sheet_is_meant_to_be_there() -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("Antwoorden")
        sheet.set_column(0, 0, None, None, {"hidden": True})
        for row, word in enumerate(("uid", "7k2m9qxf4t", "8k2m9qxf4t")):
            sheet.write_string(row, 0, word)

    assert told("a.xlsx", xlsx(fill)) == {}


def test_an_odt_tells_comments_changes_people_and_headers() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
        "<dc:creator>Jan de Vries</dc:creator></office:change-info><text:p>acht</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:h text:outline-level="1">Eisen</text:h><text:p>Binnen'
        "<office:annotation><dc:creator>Piet Bakker</dc:creator><text:p>Klopt dit?</text:p>"
        "</office:annotation><text:s/>xxx uur</text:p>"
        '<text:p><text:bookmark-ref text:ref-name="weg"/></text:p>'
    )
    page = "<style:header><text:p>\\\\fs01\\pve.odt</text:p></style:header>"
    meta = "<meta:initial-creator>Jan de Vries</meta:initial-creator>"
    said = told("a.odt", odf("text", body, meta=meta, page=page))
    assert said["comment"] == ["alinea 2, onder „Eisen”: „Klopt dit?”"]
    assert said["tracked-change"] == ["het bestand als geheel: „acht”"]
    assert said["placeholder"] == ["alinea 2, onder „Eisen”: „xxx”"]
    assert said["author"] == ["eigenschap „Auteur”: „Jan de Vries”"]
    assert set(said) >= {"internal-path", "broken-reference"}


def test_an_ods_tells_what_is_hidden() -> None:
    properties = '<style:table-properties table:display="false"/>'
    styles = f'<style:style style:name="ta1">{properties}</style:style>'
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = (
        '<table:table table:name="Prijzen"><table:table-column/>'
        '<table:table-column table:visibility="collapse"/>'
        '<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>'
        f"<table:table-row>{cell.format('n.t.b. prijs')}{cell.format('weging')}</table:table-row>"
        f'<table:table-row table:visibility="filter">{cell.format("plafond")}</table:table-row>'
        '</table:table><table:table table:name="Weging" table:style-name="ta1"/>'
    )
    said = told("a.ods", odf("spreadsheet", body, styles=styles))
    assert said == {
        "placeholder": ["blad „Prijzen”, cel A5: „n.t.b”"],
        "hidden-row": ["blad „Prijzen”, rij 6"],
        "hidden-column": ["blad „Prijzen”, kolom B: „weging”"],
        "hidden-sheet": ["blad „Weging”"],
    }


def test_a_pdf_tells_its_author_notes_links_and_words() -> None:
    made = pdf("Beschikbaarheid: PM", author="Jan de Vries", note="Te laag", link="file:///s/x")
    assert told("a.pdf", made) == {
        "author": ["eigenschap „Auteur”: „Jan de Vries”"],
        "comment": ["bladzijde 1: „Te laag”"],
        "internal-path": ["bladzijde 1: „file:///s/x”"],
        "placeholder": ["bladzijde 1: „PM”"],
    }


def test_the_signs_of_a_pdf_keep_every_byte_of_their_codes() -> None:
    assert next(values(rb"(a\bc\f\(d\)\101)")) == b"a\x08c\x0c(d)A"
    assert next(values(b"<< /A [1 0 R (x)] /B /C >>")) == {"A": [Ref(1), b"x"], "B": "C"}


def test_a_pdf_without_words_says_that_they_were_not_looked_at() -> None:
    assert read_for_publication("a.pdf", pdf("")).unread == ("pictures",)
    locked = pdf("x").replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 9 0 R")
    assert read_for_publication("a.pdf", locked).unread == ("encrypted",)


def test_a_web_page_tells_what_is_hidden_fetched_and_commented() -> None:
    page = (
        '<html><head><meta name="author" content="Jan de Vries"><title>Eisen</title>'
        '<script src="https://cdn.example.org/x.js"></script></head><body><!-- navragen -->\n'
        '<p hidden>plafond</p><p>De eisen, <a href="#weg">zie</a></p></body></html>'
    )
    said = told("a.html", page.encode())
    assert said["hidden-text"] == ["regel 2: „plafond”"]
    assert set(said) == {
        "author",
        "comment",
        "hidden-text",
        "external-connection",
        "broken-reference",
    }


def test_a_csv_tells_its_cells() -> None:
    assert told("a.csv", b"Nr;Eis\n1;Binnen xxx dagen\n") == {"placeholder": ["cel B2: „xxx”"]}


@pytest.mark.parametrize(
    "kind", ["row", "column", "sheet", "page", "note", "part", "footer", "outline", "value"]
)
def test_every_place_has_its_words(kind: str) -> None:
    for language in ("nl", "en"):
        line = finding_line(Finding("hole", "note", Place(kind, "X", "7")), Catalogue(language))
        assert "X" in line or "7" in line


def test_a_json_tells_its_values_and_who_wrote_them() -> None:
    data = b'{"x": "", "eisen": [{"tekst": "Binnen xxx dagen", "author": "J. Jansen"}]}'
    assert told("a.json", data) == {
        "author": ["gegeven „eisen/1/author”: „J. Jansen”"],
        "placeholder": ["gegeven „eisen/1/tekst”: „xxx”"],
    }
    assert set(told("a.json", b"geen json, wel xxx")) == {"placeholder"}


REQIF = """<?xml version="1.0"?><REQ-IF><THE-HEADER><REQ-IF-HEADER>{header}</REQ-IF-HEADER>
</THE-HEADER><ATTRIBUTE-DEFINITION-STRING IDENTIFIER="_a" LONG-NAME="ReqIF.ForeignCreatedBy"/>
<SPEC-OBJECT DESC=""><ATTRIBUTE-VALUE-STRING THE-VALUE="J. Jansen"><DEFINITION>
<ATTRIBUTE-DEFINITION-STRING-REF>_a</ATTRIBUTE-DEFINITION-STRING-REF></DEFINITION>
</ATTRIBUTE-VALUE-STRING><THE-VALUE><div>Zie <b>file:</b>///s/map, binnen xxx dagen.</div>
</THE-VALUE></SPEC-OBJECT></REQ-IF>"""


def test_a_reqif_tells_its_texts_and_who_made_them_packed_or_not() -> None:
    data = REQIF.format(header="<COMMENT>Nog bespreken</COMMENT>").encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("a.reqif", data)
        package.writestr("los.bin", b"x")
    found = told("a.reqif", data)
    assert found["author"] == ["gegeven „ReqIF.ForeignCreatedBy”: „J. Jansen”"]
    assert set(found) == {"author", "comment", "internal-path", "placeholder"}
    assert set(told("a.reqifz", packed.getvalue())) == {*found, "embedded"}
    with pytest.raises(UserError, match="publication-unsafe"):
        told("a.reqif", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(UserError, match="publication-unfit"):
        told("a.reqif", b"<a>")


def test_a_remark_that_stands_in_a_cell_is_found_and_the_mark_of_a_clause_is_not() -> None:
    assert told("a.csv", b"Nr;Eis\n1;Zo is het. <!-- nog vragen -->\n") == {
        "comment": ["cel B2: „<!-- nog vragen -->”"]
    }
    assert told("a.csv", b"Nr;Eis\n1;<!-- clause aaaaaaaaaa -->\n") == {}
