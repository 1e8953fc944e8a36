"""A Word file becomes clauses: numbers, headings, tables, notes, and nothing lost."""

from html import unescape

import pytest

from coauthor.document.rendering import to_plain
from coauthor.errors import UserError
from coauthor.exchange.proposal import Plan, Proposal
from coauthor.exchange.texts.word_file import read_docx
from tests.exchange.making import fresh
from tests.exchange.texts.word import STRICT, STYLES, docx, numbering, p, r, table

MANY = (("decimal", "%1"), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))


def read(body: str, plan: Plan | None = None, **parts: str) -> Proposal:
    made = read_docx("a.docx", docx(body, parts), fresh, plan)
    assert made.lost == ()
    return made


def codes(proposal: Proposal) -> list[tuple[str, str, str]]:
    return [(each.code, each.title, each.body) for each in proposal.document.clauses]


def test_a_requirement_that_word_numbers_has_its_number_as_code() -> None:
    body = p("Heffen", "Kop1", number="1/0")
    body += "".join(
        p(f"Eis {n}", "Eiskop", number="1/1") + p(f"Het systeem doet {n}.") for n in range(3)
    )
    body += p("Innen", "Kop1", number="1/0") + p("Incasso", "Kop2", number="1/1") + p("Het int.")
    made = read(body, numbering=numbering(*MANY))
    assert codes(made) == [
        ("1.1", "Eis 0", "Het systeem doet 0."),
        ("1.2", "Eis 1", "Het systeem doet 1."),
        ("1.3", "Eis 2", "Het systeem doet 2."),
        ("2.1", "Incasso", "Het int."),
    ]
    assert "# 2 Innen" in made.document.text


def test_paragraphs_with_a_number_of_their_own_are_clauses() -> None:
    lists = numbering(("decimal", "EIS-%1"))
    body = p("Eisen", "Kop1") + "".join(p(f"Het systeem doet {n}.", number="1/0") for n in range(3))
    made = read(body + p("Toelichting bij de laatste."), numbering=lists)
    assert [each[0] for each in codes(made)] == ["EIS-1", "EIS-2", "EIS-3"]
    assert codes(made)[2][2] == "Het systeem doet 2.\n\nToelichting bij de laatste."


def test_names_that_hold_a_number_are_no_codes_beside_the_numbers_that_word_counts() -> None:
    body = "".join(
        p(f"H{n}", "Kop1", number="1/0") + p("Het logt", "Kop2", number="1/1") for n in range(4)
    )
    body += p("ISO27001 is vereist.") * 5
    made = read(body, numbering=numbering(*MANY))
    assert [each[0] for each in codes(made)] == ["1.1", "2.1", "3.1", "4.1"]


def test_a_list_that_begins_again_counts_again() -> None:
    items = p("Een", number="1/0") + p("Twee", number="1/0") + p("Tekst") + p("Een", number="2/0")
    made = read(
        p("Kop", "Kop1") + p("Kop b", "Kop1") + items,
        Plan("headings", 1),
        numbering=numbering(("decimal", "%1.")),
    )
    assert codes(made)[1][2] == "1. Een\n2. Twee\n\nTekst\n\n1. Een"


def test_typed_numbers_are_codes_too() -> None:
    body = p("Eisen", "Kop1") + "".join(p(f"BEL-0{n}: Het doet {n}.") for n in range(1, 5))
    assert codes(read(body))[0] == ("BEL-01", "", "Het doet 1.")


def test_rows_of_a_table_of_requirements_are_clauses_with_their_fields() -> None:
    body = p("Beveiliging", "Kop1") + table(
        ["Nr.", "Eis", "Rationale", "Realisatie door", "MoSCoW"],
        ["B1", "Het logt.", "Wet", "Leverancier", "Should"],
        ["Toegang", "", "", "", ""],
        ["B2", p("Het vraagt") + p("een tweede factor.", number="1/0"), "", "", "Must"],
    )
    made = read(body, numbering=numbering(("bullet", "")))
    assert made.plan == Plan("rows")
    first, second = made.document.clauses
    assert (first.code, first.body, first.kind) == ("B1", "Het logt.", "wens")
    assert first.fields == {"rationale": "Wet", "realisatie-door": "Leverancier"}
    assert second.body == "Het vraagt\n\n- een tweede factor."
    assert second.marker.get("priority") == "must"
    assert "## Toegang" in made.document.text
    assert made.places[first.uid].startswith("¶ ")


def test_a_table_for_each_requirement_is_a_clause() -> None:
    card = table(
        ["Eisnummer", "F-01"], ["Titel", "Logboek"], ["Omschrijving", "Het logt."], ["Weging", "5"]
    )
    made = read(card + p("") + card.replace("F-01", "F-02"))
    assert codes(made)[1] == ("F-02", "Logboek", "Het logt.")
    assert made.document.clauses[0].fields == {"weging": "5"}


def test_another_table_stays_a_table_with_its_merged_cells() -> None:
    merged = (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
        + p("Norm | waarde")
        + "</w:tc><w:tc>"
        + p("Uur")
        + "</w:tc></w:tr><w:tr><w:tc>"
        + p("a")
        + "</w:tc><w:tc>"
        + p("b")
        + "</w:tc><w:tc>"
        + p("c")
        + "</w:tc></w:tr></w:tbl>"
    )
    text = read(p("Kop", "Kop1") + p("K", "Kop1") + merged).document.text
    assert "| Norm \\| waarde |  | Uur |\n| --- | --- | --- |\n| a | b | c |" in text


def test_a_title_in_bold_before_its_text_is_a_title() -> None:
    lead = (
        "<w:r><w:rPr><w:b/></w:rPr><w:t>Kop {}</w:t></w:r><w:r><w:br/><w:t>Het doet {}.</w:t></w:r>"
    )
    body = p("Eisen", "Kop1") + "".join(p(lead.format(n, n)) for n in range(3))
    assert codes(read(body)) == [("", f"Kop {n}", f"Het doet {n}.") for n in range(3)]


def test_look_links_notes_fields_boxes_and_signs_come_along() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF _a</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("3.1")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    box = (
        "<w:r><w:drawing><w:txbxContent>"
        + p("In een kader.")
        + "</w:txbxContent></w:drawing></w:r>"
    )
    control = f"<w:sdt><w:sdtContent>{r('keuze')}</w:sdtContent></w:sdt>"
    line = (
        r("Zie ")
        + r("vet", "<w:b/>")
        + r(" en ")
        + r("schuin", "<w:i/>")
        + r(" ")
        + f'<w:hyperlink r:id="rLink">{r("daar")}</w:hyperlink>'
        + r(" paragraaf ")
        + field
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + r(" ")
        + control
        + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        + box
    )
    notes = f'<w:footnote w:id="2">{p("Wet, art. 4")}</w:footnote>'
    made = read(p("Kop", "Kop1") + p(line) + p("Kop b", "Kop1"), footnotes=notes)
    assert made.document.clauses[0].body == (
        "Zie **vet** en *schuin* [daar](https://example.org/a) paragraaf 3.1 [Wet, art. 4] keuze✓"
        "\n\nIn een kader."
    )
    assert "import-note-text-footnotes" in {note.message for note in made.notes}


def test_what_is_left_out_is_told() -> None:
    picture = "<w:r><w:drawing><w:blip/></w:drawing></w:r>"
    body = p("1 Kop 3", "Inhopg1") + p("Kop", "Kop1") + p(picture) + p("Kop b", "Kop1")
    made = read(body, header1=p("Vertrouwelijk"))
    assert {note.message: note.values for note in made.notes} == {
        "import-note-text-contents": {"count": 1},
        "import-note-text-edge": {"words": "Vertrouwelijk"},
        "import-note-text-picture": {"count": 1},
    }


def test_a_number_above_the_line_is_told_for_ten_to_the_sixth_is_not_106() -> None:
    body = "<w:p>" + r("Het kan 10") + r("6", '<w:vertAlign w:val="superscript"/>')
    made = read(p("Eisen", "Kop1") + body + r(" zaken aan, de 1") + "</w:p>")
    assert [(each.message, each.place) for each in made.notes] == [
        ("import-note-text-raised", "¶ 2")
    ]


def test_the_title_of_the_text_is_the_title_of_the_document() -> None:
    made = read(p('Programma "van" eisen', "Titel") + p("Kop", "Kop1") + p("Tekst"))
    assert made.document.title == 'Programma "van" eisen'


def test_the_strict_form_is_read_too() -> None:
    made = read_docx("a.docx", docx(p("Kop", "Kop1") + p("K", "Kop1"), space=STRICT), fresh)
    assert [each.title for each in made.document.clauses] == ["Kop", "K"]


def test_words_that_look_like_markdown_stay_words() -> None:
    odd = "*ster* # hekje [haak](x) &amp;amp;lt; &lt;b&gt; 1. een `c` _laag_"
    body = read(p("Kop", "Kop1") + p(odd) + p("K", "Kop1")).document.clauses[0].body
    assert to_plain(body) == unescape(odd)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04" + bytes(40), "publication-unfit"),
        (docx("<w:p>"), "publication-unfit"),
        (docx(p(" ")), "file-empty"),
        (docx("<!DOCTYPE a>"), "publication-unsafe"),
        (docx("<w:sdt><w:sdtContent>" * 150 + "</w:sdtContent></w:sdt>" * 150), "xml-unsafe"),
        (docx("", {"styles": STYLES + "<w:a>" * 300 + "</w:a>" * 300}), "xml-unsafe"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as told:
        read_docx("a.docx", data, fresh)
    assert told.value.code == code
