"""Spreadsheets of requirements that others made, and what becomes of them."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from coauthor.document.model import Heading
from coauthor.errors import UserError
from coauthor.exchange import FORMATS
from coauthor.exchange.proposal import Cutting, Proposal
from coauthor.exchange.sheet_plan import SheetPlan, profile_of
from coauthor.exchange.spreadsheets import read_spreadsheet
from coauthor.exchange.tables.shown import formats, shapes
from coauthor.language import LANGUAGES, Catalogue
from tests.exchange.making import fresh

TEXTS = Path(__file__).parents[3] / "shared" / "texts"
REAL = TEXTS / "pve-softwarecatalogus" / "programma-van-eisen.xlsx"
HEADS = ("Nr", "Eis/Wens", "Categorie", "Omschrijving", "Toelichting", "Score")


def book(fill: Callable[[Any, Any], None], heads: tuple[str, ...] = HEADS) -> bytes:
    """Return an XLSX file with a sheet "Eisen" that has headings and what ``fill`` writes."""
    stream = BytesIO()
    made = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = made.add_worksheet("Eisen")
    sheet.write_row(0, 0, heads)
    fill(made, sheet)
    made.close()
    return stream.getvalue()


def come_in(data: bytes, plan: Cutting | None = None) -> Proposal:
    """Return what an XLSX file becomes."""
    return FORMATS["xlsx"].reader("eisen.xlsx", data, fresh, plan)


def told(proposal: Proposal) -> dict[str, str]:
    """Return the notes by message, in words, in both languages."""
    for language in LANGUAGES:
        text = Catalogue(language)
        assert all(text(note.message, **note.values) for note in proposal.notes)
    dutch = Catalogue("nl")
    return {note.message: dutch(note.message, **note.values) for note in proposal.notes}


def plan_of(proposal: Proposal) -> SheetPlan:
    """Return how a sheet was read."""
    assert isinstance(proposal.plan, SheetPlan)
    return proposal.plan


def test_columns_are_told_by_their_headings_and_a_group_becomes_a_chapter() -> None:
    def fill(_: object, sheet: Any) -> None:
        sheet.write_row(1, 0, ["12a", "Wens", "Beheer", "Regel een.\nRegel twee.", "Zie art. 5", 3])
        sheet.write_row(2, 0, [13, "Must have", "Beheer", "Het systeem logt.", "", 5])
        sheet.write_row(3, 0, [14, "Eis", "Beveiliging", "Het systeem versleutelt.", "", ""])

    proposal = come_in(book(fill))
    first, second, third = proposal.document.clauses
    assert [first.code, second.code, third.code] == ["12a", "13", "14"]
    assert [first.kind, second.kind, third.kind] == ["wens", "eis", "eis"]
    assert second.marker.get("priority") == "must"
    assert first.body == "Regel een.\n\nRegel twee."
    assert first.fields == {"explanation": "Zie art. 5", "score": "3"}
    headings = [each.text for each in proposal.document.blocks if isinstance(each, Heading)]
    assert headings == ["Beheer", "Beveiliging"]
    assert proposal.places[first.uid] == "Eisen 2"
    assert proposal.lost == ()


def test_a_subject_that_is_another_one_in_each_row_is_the_title_of_the_requirement() -> None:
    heads = ("Nr", "Onderwerp", "Omschrijving")

    def fill(subjects: Sequence[str]) -> Proposal:
        def rows(_: object, sheet: Any) -> None:
            for row, subject in enumerate(subjects, start=1):
                sheet.write_row(row, 0, [row, subject, f"Het systeem kan {row} dingen."])

        return come_in(book(rows, heads))

    clauses = fill(["Zoeken", "Beheer van rollen", "Loggen", "Betalen per bank"]).document.clauses
    assert [each.title for each in clauses][:2] == ["Zoeken", "Beheer van rollen"]
    grouped = fill(["Beheer van rollen", "Beheer van rollen", "Zoeken in alles"] * 2).document
    assert {each.title for each in grouped.clauses} == {""}
    once = fill(["Beheer van rollen", "", "", "Zoeken in alles", "", ""]).document
    assert [each.text for each in once.blocks if isinstance(each, Heading)] == [
        "Beheer van rollen",
        "Zoeken in alles",
    ]


def test_remarks_of_an_old_list_are_a_field_of_their_own_that_no_vendor_gets() -> None:
    def fill(_: object, sheet: Any) -> None:
        sheet.write_row(1, 0, [1, "Het systeem logt.", "Navragen bij Piet", "Elke inlog."])

    heads = ("Nr", "Omschrijving", "Opmerkingen", "Toelichting")
    (clause,) = come_in(book(fill, heads)).document.clauses
    assert clause.fields == {"opmerkingen": "Navragen bij Piet", "explanation": "Elke inlog."}


def test_a_number_is_read_as_excel_shows_it_and_one_that_excel_made_a_date_is_told() -> None:
    shapes = [("0.00", 1.1), ("0.0", 1.1), ("00", 1), ('"E-"000', 12), ("General", 7)]

    def fill(made: Any, sheet: Any) -> None:
        for at, (shape, number) in enumerate(shapes, start=1):
            sheet.write_number(at, 0, number, made.add_format({"num_format": shape}))
            sheet.write(at, 3, f"Het systeem telt tot {at}.")
        day = made.add_format({"num_format": "d-m"})
        sheet.write_datetime(6, 0, date(2026, 4, 3), day)
        sheet.write(6, 3, "Het systeem weet welke dag het is.")

    proposal = come_in(book(fill))
    codes = [clause.code for clause in proposal.document.clauses]
    assert codes == ["1.10", "1.1", "01", "E-012", "7", "2026-04-03"]
    assert "rij 7: 2026-04-03" in told(proposal)["import-note-code-date"]
    assert told(proposal).keys() == {"import-note-code-date"}


def test_headings_in_two_rows_are_read_as_one() -> None:
    def fill(_: object, sheet: Any) -> None:
        sheet.write_row(1, 0, ["", "Titel", "Omschrijving", "Prioriteit"])
        sheet.write_row(2, 0, ["A1", "Tonen", "Het systeem toont iedere zaak.", "Must"])

    (clause,) = come_in(book(fill, ("Nr", "Eis", "", "Beoordeling"))).document.clauses
    assert (clause.code, clause.title) == ("A1", "Tonen")


def test_a_row_of_totals_is_no_requirement_and_is_told() -> None:
    def fill(_: object, sheet: Any) -> None:
        sheet.write_row(1, 0, ["1", "Eis", "Zoeken", "Het systeem zoekt snel genoeg.", "", 5])
        sheet.write_row(2, 0, ["", "", "Totaal", "", "", 35])

    proposal = come_in(book(fill))
    assert [each.code for each in proposal.document.clauses] == ["1"]
    assert "35" in proposal.document.text
    assert [(each.message, each.place) for each in proposal.notes] == [
        ("import-note-no-text", "Eisen 3")
    ]


def test_words_that_are_struck_out_in_a_cell_or_in_a_part_of_it_are_told() -> None:
    def fill(made: Any, sheet: Any) -> None:
        out = made.add_format({"font_strikeout": True})
        sheet.write_row(1, 0, ["1", "Eis", "", "Het systeem toont zaken."])
        sheet.write_row(2, 0, ["2", "Eis"])
        sheet.write_rich_string(2, 3, "Het systeem toont zaken ", out, "niet", " aan burgers.")
        sheet.write_row(3, 0, ["3", "Eis"])
        sheet.write(3, 3, "Het systeem zoekt in zaken.", out)

    proposal = come_in(book(fill))
    assert told(proposal).keys() == {"import-note-struck"}
    assert "In 2 cellen" in told(proposal)["import-note-struck"]
    assert "rij 3" in told(proposal)["import-note-struck"]


def test_a_formula_counts_as_its_outcome_and_one_without_is_told() -> None:
    def fill(_: object, sheet: Any) -> None:
        sheet.write_row(1, 1, ["Eis", "", "Het systeem logt."])
        sheet.write_formula(1, 0, "=1+6", None, 7)
        sheet.write_row(2, 1, ["Eis", "", "Het systeem meldt."])
        sheet.write_formula(2, 0, "=A2+1", None, "")

    proposal = come_in(book(fill))
    assert [clause.code for clause in proposal.document.clauses] == ["7", ""]
    assert "2 cellen zijn formules" in told(proposal)["import-note-formulas"]
    assert "rij 3" in told(proposal)["import-note-formulas-empty"]


def test_a_merged_cell_holds_for_all_its_rows() -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.merge_range(1, 2, 2, 2, "Beheer", made.add_format())
        sheet.write_row(1, 0, [1, "Eis"])
        sheet.write(1, 3, "Het systeem logt.")
        sheet.write_row(2, 0, [2, "Eis"])
        sheet.write(2, 3, "Het systeem meldt.")
        sheet.write_row(3, 0, [3, "Eis", "Techniek", "Het systeem draait."])

    document = come_in(book(fill)).document
    assert [type(each).__name__[0] for each in document.blocks] == list("HCCHC")


def test_a_stray_sheet_a_hidden_sheet_and_hidden_rows_are_told() -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.write_row(1, 0, [1, "Eis", "", "Het systeem logt."])
        sheet.set_row(1, None, None, {"hidden": True})
        made.add_worksheet("Blad2").write_column(0, 0, ["Beheer", "Techniek"])
        unseen = made.add_worksheet("Oud")
        unseen.write_row(0, 0, HEADS)
        unseen.write_row(1, 0, [1, "Eis", "", "Een oude eis."])
        unseen.hide()

    proposal = come_in(book(fill))
    assert proposal.clauses == 1
    assert told(proposal).keys() == {
        "import-note-rows-hidden",
        "import-note-sheet-left",
        "import-note-sheet-hidden",
    }
    places = {note.message: note.place for note in proposal.notes}
    assert places["import-note-sheet-left"] == "Blad2"
    assert places["import-note-sheet-hidden"] == "Oud"
    plan = plan_of(proposal)
    wider = replace(plan, sheets=tuple(replace(each, taken=True) for each in plan.sheets))
    assert "Een oude eis." in come_in(book(fill), wider).document.text


def test_a_number_that_stands_twice_stays_in_the_text_and_a_row_without_text_is_told() -> None:
    def fill(_: object, sheet: Any) -> None:
        sheet.write_row(1, 0, [1, "Eis", "", "Het systeem logt.", "x"])
        sheet.write_row(2, 0, [1, "Eis", "", "Het systeem meldt.", "x"])
        sheet.write_row(3, 0, [2, "Eis", "", "", "geen tekst"])

    proposal = come_in(book(fill))
    first, second, third = proposal.document.clauses
    assert (first.code, second.code, second.body) == ("1", "", "1 Het systeem meldt.")
    assert (third.code, third.fields) == ("2", {"explanation": "geen tekst"})
    assert told(proposal).keys() == {"import-note-code-twice", "import-note-no-text"}


def test_a_comment_on_a_cell_becomes_a_remark_on_its_clause() -> None:
    def fill(_: object, sheet: Any) -> None:
        sheet.write_row(1, 0, [1, "Eis", "", "Het systeem logt."])
        sheet.write_comment("D2", "Hoe lang?", {"author": "A. Jansen"})

    proposal = come_in(book(fill))
    (remark,) = proposal.remarks
    assert remark.uid == proposal.document.clauses[0].uid
    assert (remark.text, remark.author) == ("Hoe lang?", "A. Jansen")


THREAD = """<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">
<threadedComment ref="D2" dT="2026-03-01T10:00:00.00" personId="{1}" id="{2}"><text>Hoe lang?</text>
</threadedComment></ThreadedComments>"""


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_comment_in_a_thread_is_said_once_in_whatever_language_excel_speaks(
    *, is_whole: bool
) -> None:
    def fill(_: object, sheet: Any) -> None:
        sheet.write_row(1, 0, [1, "Eis", "", "Het systeem logt."])
        old = "[Opmerkingenthread]\n\nUw versie van Excel …\n\nOpmerking:\n    Hoe lang?"
        sheet.write_comment("D2", old, {"author": "tc={2}"})

    made = BytesIO()
    with zipfile.ZipFile(BytesIO(book(fill))) as before, zipfile.ZipFile(made, "w") as after:
        for each in before.namelist():
            part = before.read(each)
            if each.endswith("worksheets/_rels/sheet1.xml.rels"):
                kind = b"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
                thread = b'<Relationship Id="rT" Type="%b" Target="../threads/one.xml"/>' % kind
                part = part.replace(b"</Relationships>", thread + b"</Relationships>")
            after.writestr(each, part)
        after.writestr("xl/threads/one.xml", THREAD if is_whole else "<a")
    (remark,) = come_in(made.getvalue()).remarks
    assert (remark.text == "Hoe lang?") == is_whole
    assert remark.text.endswith("Hoe lang?")  # of a thread that is damaged the old words stay
    assert remark.author == ""


def test_signs_that_cannot_be_read_are_told_and_a_file_cut_off_is_refused() -> None:
    data = "Nr;Omschrijving\n1;Het systeem toont\x81 alles.\n".encode("latin-1") + b"2;\xe9\xe9n.\n"
    proposal = FORMATS["csv"].reader("a.csv", data, fresh)
    assert "Op rij 2" in told(proposal)["import-note-garbled"]
    cut = "Nr;Omschrijving\n1;Het systeem logt.\n".encode("utf-16")[:-1]
    with pytest.raises(UserError, match="csv-unfit"):
        FORMATS["csv"].reader("a.csv", cut, fresh)


def test_a_plan_says_what_columns_hold_and_what_it_leaves_out_is_told() -> None:
    def fill(_: object, sheet: Any) -> None:
        sheet.write_row(1, 0, [1, "KO", "Beheer", "Het systeem logt.", "Uitleg", 9])

    data = book(fill)
    plan = plan_of(come_in(data))
    (cut,) = plan.sheets
    roles = {"Categorie": "theme", "Toelichting": "field:rationale", "Score": ""}
    columns = tuple(replace(each, role=roles.get(each.heading, each.role)) for each in cut.columns)
    (word,) = plan.meanings
    meant = replace(word, kind="informatie", priority="")
    chosen = replace(plan, sheets=(replace(cut, columns=columns),), meanings=(meant,))
    proposal = come_in(data, chosen)
    (clause,) = proposal.document.clauses
    assert (clause.theme, clause.kind) == ("Beheer", "informatie")
    assert clause.fields == {"rationale": "Uitleg"}
    assert "Score" in told(proposal)["import-note-columns-left"]
    known = SheetPlan(profiles=(profile_of("mijn", chosen),))
    assert plan_of(come_in(data, known)) == replace(chosen, profile="mijn")


def test_a_word_that_is_neither_requirement_nor_wish_is_kept_and_told() -> None:
    def fill(_: object, sheet: Any) -> None:
        sheet.write_row(1, 0, [1, "mits", "", "Het systeem logt."])

    proposal = come_in(book(fill))
    assert proposal.document.clauses[0].fields == {"eis-wens": "mits"}
    assert "mits" in told(proposal)["import-note-words"]


def test_the_w_of_moscow_is_no_wish_and_is_told() -> None:
    def fill(_: object, sheet: Any) -> None:
        for row, letter in enumerate("MSCW", start=1):
            sheet.write_row(row, 0, [row, letter, f"Het systeem logt {letter}."])

    proposal = come_in(book(fill, ("Nr", "MoSCoW", "Omschrijving")))
    *first, last = proposal.document.clauses
    assert [each.kind for each in first] == ["eis", "wens", "wens"]
    assert last.fields == {"moscow": "W"}
    assert "W" in told(proposal)["import-note-words"]


def test_chapters_are_rows_of_their_own_merged_or_in_the_column_of_numbers() -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.merge_range(1, 0, 1, 5, "1 Beheer", made.add_format())
        sheet.write_row(2, 0, ["1.1", "E", "", "Het systeem logt."])
        sheet.write_row(3, 0, ["Techniek"])
        sheet.write_row(4, 0, [1.2, "W", "", "Het systeem meldt."])
        sheet.write_row(5, 3, ["Een zin zonder nummer."])

    proposal = come_in(book(fill))
    headings = [each.text for each in proposal.document.blocks if isinstance(each, Heading)]
    assert headings == ["1 Beheer", "Techniek"]
    assert [(each.code, each.kind) for each in proposal.document.clauses] == [
        ("1.1", "eis"),
        ("1.2", "wens"),
        ("", "eis"),
    ]
    assert all(not each.fields for each in proposal.document.clauses)


@pytest.mark.parametrize(
    ("heads", "row", "roles"),
    [
        (
            ("Eis nr", "Eis", "Type (K.O./wens)", "Weging"),
            ("1.1", "Het systeem logt alles.", "KO", 10),
            ("code", "text", "kind", "field:weging"),
        ),
        (
            ("#", "Functionele eis", "M/S/C/W"),
            ("1", "Het systeem logt.", "S"),
            ("code", "text", "priority"),
        ),
        (
            ("Volgnummer", "Eis of wens?", "Beschrijving van de eis", "Toelichting (kort)"),
            ("1a", "wens", "Het systeem logt.", "Omdat"),
            ("code", "kind", "text", "field:explanation"),
        ),
    ],
)
def test_headings_are_known_with_what_they_say_besides_and_words_by_themselves(
    heads: tuple[str, ...], row: tuple[object, ...], roles: tuple[str, ...]
) -> None:
    proposal = come_in(book(lambda _, sheet: sheet.write_row(1, 0, row), heads))
    assert tuple(each.role for each in plan_of(proposal).sheets[0].columns) == roles
    assert proposal.clauses == 1


def test_several_sheets_become_chapters_and_a_hidden_column_is_told() -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.write_row(1, 0, [1, "Eis", "", "Het systeem logt."])
        other = made.add_worksheet("Niet-functioneel")
        other.write_row(0, 0, ["Bijlage 2"])
        other.write_row(2, 0, HEADS)
        other.write_row(3, 0, ["N1", "Eis", "", "Het systeem is snel.", "geheim"])
        other.set_column(4, 4, None, None, {"hidden": True})

    proposal = come_in(book(fill))
    headings = [each.text for each in proposal.document.blocks if isinstance(each, Heading)]
    assert headings == ["Eisen", "Niet-functioneel"]
    assert "Bijlage 2" in proposal.document.text
    assert "Toelichting" in told(proposal)["import-note-columns-hidden"]


def ods(rows: str, more: str = "", hidden: str = "true") -> bytes:
    """Return an ODS file with a sheet "Eisen" that has headings and ``rows``, and ``more``."""
    head = "".join(
        f"<table:table-cell><text:p>{each}</text:p></table:table-cell>" for each in HEADS
    )
    names = "".join(
        f' xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"'
        for each in ("office", "style", "table", "text")
    )
    content = (
        f'<office:document-content{names} xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<office:automatic-styles><style:style style:name="gone" style:family="table">'
        f'<style:table-properties table:display="{hidden}"/></style:style>'
        '<style:style style:name="out" style:family="text"><style:text-properties '
        'style:text-line-through-type="single"/></style:style>'
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Eisen"><table:table-row>{head}</table:table-row>{rows}'
        f"</table:table>{more}</office:spreadsheet></office:body></office:document-content>"
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        mime = "application/vnd.oasis.opendocument.spreadsheet"
        package.writestr("mimetype", mime, zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
    return stream.getvalue()


def cell(words: str, attributes: str = "", note: str = "") -> str:
    """Return a cell of ODS."""
    lines = "".join(f"<text:p>{each}</text:p>" for each in words.split("|"))
    return f"<table:table-cell {attributes}>{note}{lines}</table:table-cell>"


def test_a_date_for_a_number_and_struck_out_words_from_libreoffice_are_told() -> None:
    words = 'Het systeem toont <text:span text:style-name="out">geen</text:span> zaken.'
    first = cell("3-4", 'office:value-type="date"') + cell("Eis") + cell("") + cell(words)
    data = ods(f"<table:table-row>{first}</table:table-row>")
    proposal = FORMATS["ods"].reader("eisen.ods", data, fresh, None)
    assert told(proposal).keys() == {"import-note-code-date", "import-note-struck"}
    assert "rij 2: 3-4" in told(proposal)["import-note-code-date"]


def test_a_list_from_libreoffice_comes_in_as_one_from_excel_does() -> None:
    note = (
        "<office:annotation><dc:creator>A. Jansen</dc:creator>"
        "<dc:date>2026-01-02T03:04:05</dc:date><text:p>Hoe lang?</text:p></office:annotation>"
    )
    first = (
        cell("1", 'table:formula="of:=1"')
        + cell("Eis")
        + cell("Beheer", 'table:number-rows-spanned="2" table:number-columns-spanned="1"')
        + cell("Het systeem<text:s/>logt.|Altijd.", note=note)
    )
    second = cell("2") + cell("Wens") + "<table:covered-table-cell/>" + cell("Het systeem meldt.")
    rows = (
        f"<table:table-row>{first}</table:table-row><table:table-row>{second}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    stray = '<table:table table:name="Oud" table:style-name="gone"><table:table-row>'
    stray += f"{cell('Een oude eis die weg is')}</table:table-row></table:table>"
    proposal = FORMATS["ods"].reader("eisen.ods", ods(rows, stray, "false"), fresh, None)
    one, two = proposal.document.clauses
    assert [one.code, one.kind, two.code, two.kind] == ["1", "eis", "2", "wens"]
    assert one.body == "Het systeem logt.\n\nAltijd."
    headings = [each.text for each in proposal.document.blocks if isinstance(each, Heading)]
    assert headings == ["Beheer"]
    (remark,) = proposal.remarks
    assert (remark.uid, remark.text, remark.when) == (one.uid, "Hoe lang?", "2026-01-02T03:04:05")
    assert told(proposal).keys() == {"import-note-formulas", "import-note-sheet-hidden"}
    assert proposal.places[two.uid] == "Eisen 3"


@pytest.mark.parametrize(
    ("rows", "columns"), [(1_000_000, 1), (1, 1_000_000), (19_000, 200), (99_999_999_999, 99)]
)
def test_a_few_bytes_that_stand_for_a_million_cells_are_refused(rows: int, columns: int) -> None:
    words = cell("Het systeem logt alles.", f'table:number-columns-repeated="{columns}"')
    row = f'<table:table-row table:number-rows-repeated="{rows}">{words}</table:table-row>'
    with pytest.raises(UserError) as refused:
        FORMATS["ods"].reader("eisen.ods", ods(row), fresh, None)
    assert refused.value.code == "sheet-too-large"


@pytest.mark.parametrize(
    ("part", "said", "otherwise"),
    [
        ("xl/worksheets/sheet1.xml", b'<c r="A2"', b'<c r="A999999999999999999999"'),
        ("xl/worksheets/sheet1.xml", b'<c r="A2"', b"<c r='XFD1048576'"),
        ("xl/worksheets/sheet1.xml", b'<c r="A2"', b'<c r="&#65;9999999"'),
        ("xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="99999999"'),
        ("xl/worksheets/sheet1.xml", b'<c r="A2"', b"<c/>" * 300 + b'<c r="A2"'),
        ("xl/worksheets/sheet1.xml", b'<c r="A2"', b"<c/>" * 300 + b"<c"),
        ("xl/sharedStrings.xml", b'uniqueCount="', b'uniqueCount="999999999'),
    ],
)
def test_a_cell_far_out_in_a_damaged_workbook_does_not_end_the_program(
    part: str, said: bytes, otherwise: bytes
) -> None:
    data = book(lambda _, sheet: sheet.write_row(1, 0, [1, "Eis", "", "Het systeem logt."]))
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as whole, zipfile.ZipFile(stream, "w") as package:
        for name in whole.namelist():
            content = whole.read(name)
            if name == part:
                assert said in content
                content = content.replace(said, otherwise, 1)
            package.writestr(name, content)
    with pytest.raises(UserError) as refused:
        come_in(stream.getvalue())
    assert refused.value.code in ("sheet-too-large", "sheet-unfit")


@pytest.mark.skipif(not REAL.is_file(), reason="the shared texts are not here")
def test_every_requirement_of_a_real_tender_comes_in_with_its_number_and_its_text() -> None:
    data = REAL.read_bytes()
    sheet = read_spreadsheet(REAL.name, data).sheets[0]
    asked = {row.cells[1]: row.cells[7] for row in sheet.rows[1:] if row.cells[7]}
    proposal = come_in(data)
    clauses = {clause.code: clause for clause in proposal.document.clauses}
    assert len(asked) == proposal.clauses == 108
    assert clauses.keys() == asked.keys()
    for code, text in asked.items():
        body = clauses[code].body  # a • at the begin of a line is a list
        assert body.replace("- ", "• ").split() == text.replace("- ", "• ").split()
    notes = {(note.message, note.place) for note in proposal.notes}
    left = {("import-note-sheet-left", "Sheet1"), ("import-note-sheet-left", "Sheet2")}
    assert left | {("import-note-formulas", "PvE")} == notes
    assert proposal.lost == ()


@pytest.mark.parametrize(
    "look",
    [
        lambda many: formats(b"<cellXfs>" * many),
        lambda many: shapes(b"<c " + b'r="A1" ' * many + b">", {1: "0.00"}),
    ],
)
def test_a_file_made_to_be_looked_at_without_end_is_read_at_once(
    look: Callable[[int], Mapping[Any, str]],
) -> None:
    assert look(300_000) == {}  # was hours
