"""Forms with questions as they come in, and files that are made to do harm."""

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from coauthor.errors import UserError
from coauthor.exchange.question_heads import columns_from
from coauthor.exchange.question_sheets import Taken, read_questions
from coauthor.exchange.spreadsheets import read_spreadsheet

HEAD = ("Nr", "Referentie", "Vraag", "Antwoord")


def book(rows: list[tuple[object, ...]], **extra: object) -> bytes:
    """Return an XLSX file with rows on its first sheet."""
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = made.add_worksheet("Vragen")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value != "":
                sheet.write(number, column, value)
    for number in extra.get("hidden", ()):  # type: ignore[attr-defined]
        sheet.set_row(number, None, None, {"hidden": True})
    for merge in extra.get("merged", ()):  # type: ignore[attr-defined]
        sheet.merge_range(*merge)
    if extra.get("stray"):
        made.add_worksheet("Sheet1").write(0, 0, "los woord")
        hidden = made.add_worksheet("Geheim")
        hidden.write_row(0, 0, HEAD)
        hidden.write_row(1, 0, (9, "BEL-9", "Een vraag op een verborgen blad?"))
        hidden.hide()
    made.close()
    return stream.getvalue()


def taken(data: bytes, name: str = "a.xlsx", **options: object) -> Taken:
    return read_questions(read_spreadsheet(name, data), {}, **options)  # type: ignore[arg-type]


def test_a_form_with_its_asker_above_the_head_is_read() -> None:
    found = taken(
        book(
            [
                ("Europese aanbesteding",),
                ("Indiener vraag: Zwanenzang BV",),
                ("Indiener vraag: Petra Kanarie",),
                ("Contactgegevens indiener: petra@zwanenzang.nl",),
                (),
                HEAD,
                (1, "BEL-012", "Mag het ook later?"),
                (2, "", ""),
            ]
        )
    )
    (asked,) = found.questions
    assert (asked.text, asked.reference, asked.own_number) == ("Mag het ook later?", "BEL-012", "1")
    assert (asked.organisation, asked.person) == ("Zwanenzang BV", "Petra Kanarie")
    assert asked.contact == "petra@zwanenzang.nl"
    assert found.odd == ()  # a numbered row that nobody filled in is nothing


def test_the_form_of_a_real_tender_is_understood(shared_texts: Path) -> None:
    path = shared_texts / "pve-softwarecatalogus" / "vragenformulier.xlsx"
    (profile,) = taken(path.read_bytes()).profiles.values()
    assert profile.columns == {0: "number", 1: "reference", 2: "question", 3: "answer"}
    assert profile.head == 8


def test_a_programme_of_requirements_is_no_form_with_questions(shared_texts: Path) -> None:
    path = shared_texts / "pve-softwarecatalogus" / "programma-van-eisen.xlsx"
    with pytest.raises(UserError, match="no-questions"):
        taken(path.read_bytes())


def test_merged_cells_speak_for_every_row_and_a_merged_question_is_asked_once() -> None:
    data = book(
        [HEAD, (1, "", "Eerste vraag hierover?"), (2, "", "Tweede vraag hierover?"), (3,), (4,)],
        merged=[(1, 1, 2, 1, "BEL-012"), (3, 2, 4, 2, "Een lange vraag over twee rijen?")],
    )
    found = taken(data)
    assert [each.reference for each in found.questions] == ["BEL-012", "BEL-012", ""]
    assert len(found.questions) == 3


def test_what_is_odd_is_listed_with_the_reason_and_never_dropped() -> None:
    data = book(
        [
            HEAD,
            (1, "BEL-1", "Een gewone vraag?"),
            (2, "BEL-2", "Een verborgen vraag?"),
            (3, "BEL-3", '=HYPERLINK("http://x","Klik hier maar eens")'),
            (4, "BEL-4", "?"),
            (5, "BEL-5", ""),
        ],
        hidden=[2],
        stray=True,
    )
    found = taken(data)
    assert [each.text for each in found.questions] == ["Een gewone vraag?"]
    assert {each.reason for each in found.odd} == {
        "hidden",
        "formula",
        "short",
        "no-question",
        "no-head",
        "hidden-sheet",
    }


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(";", "cp1252"), (",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16")],
)
def test_csv_is_read_whatever_wrote_it(delimiter: str, encoding: str) -> None:
    rows = (
        delimiter.join(("Volgnr", "Eis", "Vraagstelling", "Organisatie")),
        delimiter.join(("1", "BEL-012", '"Eén, twee; of\ndrie biljetten?"', "Ålborg")),
    )
    (asked,) = taken("\n".join(rows).encode(encoding), "a.csv").questions
    assert asked.text == "Eén, twee; of\ndrie biljetten?"
    assert (asked.reference, asked.organisation) == ("BEL-012", "Ålborg")


def test_a_person_says_which_column_is_what() -> None:
    data = book([("a", "b", "c"), ("BEL-1", "x", "Waarom is dit zo gevraagd?")])
    with pytest.raises(UserError, match="no-questions"):
        taken(data)
    (asked,) = taken(data, fixed=columns_from("question=C,reference=A")).questions
    assert (asked.text, asked.reference) == ("Waarom is dit zo gevraagd?", "BEL-1")
    with pytest.raises(UserError, match="memo-profile-unfit"):
        columns_from("question=1")


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return stream.getvalue()


def test_a_small_file_that_unfolds_into_a_large_one_is_refused_before_it_does() -> None:
    bomb = zipped(xl__worksheets__sheet1_xml=b"0" * 300_000_000)
    assert len(bomb) < 400_000
    tracemalloc.start()
    with pytest.raises(UserError, match="unfolds"):
        read_spreadsheet("a.xlsx", bomb)
    assert tracemalloc.get_traced_memory()[1] < 120_000_000
    tracemalloc.stop()


def test_a_size_that_the_file_lies_about_does_not_help() -> None:
    bomb = bytearray(zipped(xl__worksheets__sheet1_xml=b"0" * 50_000_000))
    place = bomb.rfind(b"PK\x01\x02", 0, bomb.rfind(b"PK\x01\x02") + 4)
    bomb[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    with pytest.raises(UserError, match="sheet-un"):
        read_spreadsheet("a.xlsx", bytes(bomb))


def test_xml_that_declares_anything_is_refused() -> None:
    laughs = b'<!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    for data in (laughs, laughs.decode().encode("utf-16")):
        with pytest.raises(UserError, match="declares"):
            read_spreadsheet("a.xlsx", zipped(xl__worksheets__sheet1_xml=data))


def test_a_sheet_with_a_cell_far_away_is_refused_before_memory_is_taken() -> None:
    far = b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    with pytest.raises(UserError, match="sheet-too-large"):
        read_spreadsheet("a.xlsx", zipped(xl__worksheets__sheet1_xml=far))


def test_too_many_parts_macros_and_files_that_are_no_sheet_are_refused() -> None:
    with pytest.raises(UserError, match="parts"):
        read_spreadsheet("a.xlsx", zipped(**{f"p{i}": b"x" for i in range(1_001)}))
    with pytest.raises(UserError, match="macros"):
        read_spreadsheet("a.xlsm", zipped(xl__vbaProject_bin=b"x"))
    for data in (b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"PK\x03\x04 broken", b"MZ\0\0\0\0", zipped()):
        with pytest.raises(UserError, match=r"sheet-unfit|no-questions"):
            taken(data)
    with pytest.raises(UserError, match="sheet-too-large"):
        read_spreadsheet("a.csv", b"a;b\n" * 25_000)
    with pytest.raises(UserError, match="file-empty"):
        read_spreadsheet("a.csv", b"  \n")


def test_every_truncation_of_a_good_file_gives_a_message_and_never_a_crash() -> None:
    whole = book([HEAD, (1, "BEL-1", "Een gewone vraag?")])
    for end in range(0, len(whole), 97):
        with pytest.raises(UserError):
            taken(whole[:end])


def test_a_formula_in_csv_is_listed_and_never_taken_for_a_question() -> None:
    rows = (
        "Eis;Vraag",
        'BEL-1;"=HYPERLINK(""http://x"")"',
        "BEL-2;@SUM(A1:A9)",
        "BEL-3;- Mag dit?",
    )
    found = taken("\n".join(rows).encode(), "a.csv")
    assert [each.reason for each in found.odd] == ["formula", "formula"]
    assert [each.text for each in found.questions] == ["- Mag dit?"]
