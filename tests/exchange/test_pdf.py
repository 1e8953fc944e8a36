"""PDF: to be archived and read aloud, with the same words as the other exports."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from coauthor.document.reading import decode, read_document
from coauthor.document.rendering import to_plain
from coauthor.errors import OutsideFailure
from coauthor.exchange import FORMATS, pdf, typesetting
from coauthor.exchange.leave import Annex
from coauthor.exchange.office import walk as walking
from coauthor.exchange.office.markup import plain
from coauthor.exchange.office.tree import Heading
from coauthor.exchange.office.walk import walk
from coauthor.exchange.pages.blocks import Printed
from coauthor.exchange.pages.signs import BREAK, LONGEST, SHOWN, _shipped, breakable
from coauthor.language import LANGUAGES, Catalogue
from coauthor.resources import resources
from tests.document.markdown_strategies import markdown
from tests.exchange.test_exports import EXAMPLE, specification

NL = Catalogue("nl")


def made(text: str, language: str = "nl") -> PdfReader:
    """Return the PDF of a text, read by another library."""
    document = read_document(decode(text.encode("utf-8", "surrogateescape")))
    return PdfReader(BytesIO(pdf.to_pdf(specification(document, language), Catalogue(language))))


def clause(body: str, title: str = "") -> str:
    return f"<!-- clause aaaaaaaaaa X-1 -->\n### {title or 'Kop'}\n\n{body}\n"


def words(reader: PdfReader) -> str:
    """Return the text of all pages as one line, words that were broken made whole."""
    lines = "\n".join(page.extract_text() for page in reader.pages)
    whole = re.sub(f"[\u00ad\u2010]\n|{BREAK}\n?", "", lines)
    return " ".join(whole.split())


def letters(text: str) -> str:
    """Return text without anything that a line break may change."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]", "", text)


def tags(reader: PdfReader) -> list[str]:
    """Return the tags of the structure in reading order."""
    found: list[str] = []

    def down(node: object) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, ArrayObject):
            for each in node:
                down(each)
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                found.append(str(node["/S"])[1:])
            down(node.get("/K"))

    down(reader.trailer["/Root"]["/StructTreeRoot"])
    return found


def bookmarks(reader: PdfReader) -> list[str]:
    def flat(entries: list[object]) -> list[str]:
        return [
            title
            for each in entries
            for title in (flat(each) if isinstance(each, list) else [str(each.title)])
        ]

    return flat(reader.outline)


@pytest.fixture(scope="module")
def example() -> PdfReader:
    return PdfReader(BytesIO(FORMATS["pdf"].writer(specification(EXAMPLE), NL)))


def test_it_says_that_it_is_to_be_archived_and_read_aloud(example: PdfReader) -> None:
    root = example.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (pypdf's own kind of boolean)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    said = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in said
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in said
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert EXAMPLE.title in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_in_which_language_it_is(language: str) -> None:
    assert made(clause("Tekst"), language).trailer["/Root"]["/Lang"].startswith(language)


def test_every_font_is_in_the_file_and_knows_its_letters(example: PdfReader) -> None:
    fonts = {
        name: font.get_object()
        for page in example.pages
        for name, font in page["/Resources"]["/Font"].items()
    }
    assert fonts
    for font in fonts.values():
        assert "/ToUnicode" in font
        (inner,) = font["/DescendantFonts"]
        described = inner.get_object()["/FontDescriptor"]
        assert "/FontFile2" in described or "/FontFile3" in described


def test_every_clause_of_the_example_can_be_read_with_code_title_and_fields(
    example: PdfReader,
) -> None:
    found = letters(words(example))
    for each in EXAMPLE.clauses:
        assert letters(f"{each.code} {to_plain(each.title)}") in found
        for value in each.fields.values():
            assert letters(to_plain(value))[:40] in found


def test_the_bookmarks_are_the_headings_of_the_other_exports(example: PdfReader) -> None:
    headings = [
        " ".join(plain(block.runs).split())
        for block in walk(specification(EXAMPLE), NL)
        if isinstance(block, Heading)
    ]
    assert [" ".join(each.split()) for each in bookmarks(example)] == ["Inhoud", *headings]


def test_every_page_says_title_version_day_and_which_page_it_is(example: PdfReader) -> None:
    total = len(example.pages)
    for number, page in enumerate(example.pages, start=1):
        text = " ".join(page.extract_text().split())
        assert EXAMPLE.title in text
        assert "concept · 23-11-2026" in text
        assert "sha256:abc" in text
        assert f"Pagina {number} van {total}" in text


def test_codes_can_be_copied_and_searched_for(example: PdfReader) -> None:
    found = " ".join(page.extract_text() for page in example.pages)
    assert "\u00ad" not in found
    assert all(each.code in found for each in EXAMPLE.clauses)


def test_the_annexes_are_in_it_each_on_a_page_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    annex = Annex("Afwijkingen", "Wat afwijkt.", (("X-1 Kop", (("Reden", "#panic() <b>"),)),))
    signed = Annex("Ondertekening", "Wie tekende.", (("Raad", (("Zegel", "f" * 64),)),))
    monkeypatch.setattr(walking, "annexes", lambda *_: iter((annex, signed)))
    reader = made(clause("Tekst"))
    *_, first, second = [page.extract_text() for page in reader.pages]
    assert [*bookmarks(reader)[-4:]] == ["Afwijkingen", "X-1 Kop", "Ondertekening", "Raad"]
    assert "Reden: #panic() <b>" in first
    assert "f" * 64 in letters(second)
    assert "Ondertekening" in reader.pages[0].extract_text()


def test_a_cell_of_several_pieces_and_an_empty_one_stay_in_their_columns() -> None:
    rows = "| a | b | c |\n|---|---|---|\n| x *schuin* [y](https://example.org) | **vet** `z` | |\n"
    page = made(clause(f"{rows}| | 2 | 3 |")).pages[0].extract_text(extraction_mode="layout")
    lines = [line.split() for line in page.splitlines() if line.strip()]
    at = lines.index(["a", "b", "c"])
    assert lines[at + 1 : at + 3] == [["x", "schuin", "y", "vet", "z"], ["2", "3"]]


def test_lists_tables_quotes_and_links_are_what_they_are_to_a_screen_reader() -> None:
    reader = made(
        clause(
            "- een\n- twee\n  1. drie\n\n"
            "| Niveau | Tijd |\n|--|--:|\n| Hoog | 4 uur |\n\n"
            "> gezegd\n\n```\ncode\n```\n\n[gemeente](https://example.org/a?b=1) **vet** *schuin*"
        )
    )
    found = tags(reader)
    assert found.count("L") >= 2
    assert found.count("LI") >= 3
    assert found.count("TH") >= 2
    assert {"Table", "THead", "TBody", "TD", "BlockQuote", "Code", "Link", "Strong", "Em"} <= set(
        found
    )
    links = [
        note.get_object()["/A"]["/URI"]
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object() and "/URI" in note.get_object()["/A"]
    ]
    assert links == ["https://example.org/a?b=1"]


def test_headings_go_down_one_level_at_a_time(example: PdfReader) -> None:
    levels = [int(tag[1:]) for tag in tags(example) if re.fullmatch(r"H[1-9]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_difference_with_the_standard_is_more_than_a_colour(example: PdfReader) -> None:
    found = words(example)
    assert "−doorgehaald" in found
    assert "+nieuwe tekst onderstreept" in found
    assert "Verschil met de standaard:" in found


def test_nobody_no_hour_and_no_machine_can_be_read_from_the_file() -> None:
    document = read_document(clause("Tekst"))
    evening = datetime(2026, 11, 23, 21, 43, 7, tzinfo=UTC)
    file = pdf.to_pdf(replace(specification(document), when=evening), NL)
    about = PdfReader(BytesIO(file)).metadata or {}
    assert set(about) == {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert about["/CreationDate"].startswith("D:20261123000000")
    assert about["/Creator"].startswith("Typst")
    for told in (str(Path.cwd()), str(resources()), str(Path.home()), "21:43", "214307"):
        assert told.encode() not in file


def test_two_exports_of_one_text_are_the_same_bytes() -> None:
    document = read_document(clause("Tekst met een [link](https://example.org) en *nadruk*."))
    assert pdf.to_pdf(specification(document), NL) == pdf.to_pdf(specification(document), NL)


def test_dutch_letters_and_the_marks_of_print_come_out_as_they_were_written() -> None:
    said = "coördinatie, één, ĳs, Ĳmuiden, façade, € 5, ½, ✓, ☐, →, ≥, “zo”, ‘s, – en —"
    assert said in words(made(clause(said)))


CODE = """#read("/etc/passwd") #import "@preview/cetz:0.4.0" #include "x.typ" #eval("1+1") \
$ sum_(i) $ ] [ = kop <label> @label // weg /* weg */ #{ panic() } \\ \\u{41} ~ -- --- ..."""


@pytest.mark.parametrize("place", ["body", "title", "field", "document", "code", "cell", "version"])
def test_the_language_of_the_typesetter_is_text_wherever_it_stands(place: str) -> None:
    code = CODE.replace("|", "")
    marked = re.sub(r"([\\*_`\[\]<>#@~])", r"\\\1", code)
    texts = {
        "body": clause(marked),
        "title": clause("Tekst", marked),
        "field": clause(f"Tekst\n\n> **Waarom** {marked}"),
        "document": f"# {marked}\n\n{clause('Tekst')}",
        "code": clause(f"```\n{code}\n```"),
        "cell": clause(f"| a |\n|--|\n| {marked} |"),
        "version": clause("Tekst"),
    }
    made_of = specification(read_document(texts[place]))
    if place == "version":
        made_of = replace(made_of, version=CODE[:60], organisation=CODE[:60], digest=CODE)
    found = letters(words(PdfReader(BytesIO(pdf.to_pdf(made_of, NL)))))
    assert letters('#read("/etc/passwd")') in found
    assert letters('#import "@preview/cetz:0.4.0"')[:12] in found
    assert "root:" not in found


HOSTILE = {
    "control signs": "a\x00b\x07c\x1bd\x7fe\x85f",
    "directions": "goed \u202egnag\u202c \u2066x\u2069 \u200f",
    "an address without end": "https://example.org/" + "x-" * 4_000,
    "nothing": "&nbsp;\n\n#\n\n## &nbsp;\n\n- \n\n>\n\n```\n```\n\n||\n|-|\n||",
    "accents without end": "e" + "\u0301" * 3_000,
    "signs of no font": "✅ 中文 \U0001f469\u200d\U0001f4bb \ue000 \ufffe \U000e0041 ﷽ नमस्ते",
    "bytes that are no text": "Een \udcff byte",
    "quotes in quotes": "> " * 60 + "diep",
    "lists in lists": "\n".join(" " * (2 * n) + "- x" for n in range(60)),
    "a table too wide": "|" + "k|" * 55 + "\n|" + "-|" * 55 + "\n|" + "v|" * 55,
    "a number too high": "999999999. x",
    "emphasis without end": "*a " * 400 + "*" * 400,
    "lines": "a\\\n" * 500,
    "addresses": "[a](javascript:x) [b](file:///etc/passwd) [c](#x) [d](https://exa mple) <http://[>",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_text_becomes_a_file_that_still_is_to_be_archived(case: str) -> None:
    hostile = HOSTILE[case]
    title = hostile.split("\n", 1)[0]
    reader = made(f"# {title}\n\n{clause(hostile, title)}")
    assert len(reader.pages) >= 1
    assert "Pagina 1 van" in words(reader)


def test_a_word_of_100_000_letters_is_there_to_the_last_letter_within_the_page() -> None:
    reader = made(clause("a" * 99_999 + "b"))
    assert "a" * 99_999 + "b" in letters("".join(p.extract_text() for p in reader.pages[1:])) or (
        letters(words(reader)).count("a") >= 99_999
    )
    lines = [line for page in reader.pages for line in page.extract_text().split("\n")]
    assert max(map(len, lines)) < 200


def test_a_sign_that_no_font_holds_is_called_by_its_name() -> None:
    assert SHOWN.of("ja ✅, 中\ue000") == (
        "ja [WHITE HEAVY CHECK MARK], [CJK UNIFIED IDEOGRAPH-4E2D][U+E000]"
    )


def test_signs_that_no_one_font_holds_together_are_called_by_their_names() -> None:
    found = words(made(clause("א\u0323\u20e3 en tekst")))
    assert "tekst" in found


def test_what_the_typesetter_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise typesetting.Refused("kan niet")

    monkeypatch.setattr(pdf, "typeset", refuse)
    with pytest.raises(OutsideFailure) as told:
        made(clause("Tekst"))
    assert told.value.code == "cannot-make-pdf"
    assert "kan niet" in NL(f"error-{told.value.code}", **told.value.parameters)


def test_the_fonts_hold_every_sign_of_the_shipped_list() -> None:
    listed = [each.partition("-") for each in _shipped().split()]
    signs = [
        chr(point)
        for first, _, last in listed
        for point in range(int(first, 16), int(last or first, 16) + 1)
    ]
    faces = [["", ""], ["b", ""], ["i", ""], ["bi", ""], ["c", ""]]
    blocks = [["p", "body", [[sign, *face] for sign in signs]] for face in faces]
    data = pdf._data(specification(read_document(clause("Tekst"))), NL, Printed(SHOWN))
    assert pdf._typeset({**data, "blocks": blocks})


def test_the_template_can_reach_no_file_and_no_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "secret.txt").write_text("geheim", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pdf, "resources", lambda: tmp_path)
    for source in (
        '#read("secret.txt")',
        '#read("/secret.txt")',
        '#read("../secret.txt")',
        f'#read("{tmp_path}/secret.txt")',
        '#read("/etc/passwd")',
        '#import "@local/x:1.0.0": *',
    ):
        (tmp_path / "templates" / pdf.TEMPLATE).write_text(source, encoding="utf-8")
        with pytest.raises(typesetting.Refused):
            pdf._typeset({})


def test_words_are_broken_only_where_they_are_longer_than_a_line() -> None:
    assert breakable("a" * LONGEST) == "a" * LONGEST
    assert breakable("a" * (2 * LONGEST + 1)).split(BREAK) == ["a" * LONGEST, "a" * LONGEST, "a"]
    assert breakable("informatiebeveiligingsbeleid", 10) == "informatiebeveiligingsbeleid"
    assert breakable("NL-1234567890", 10) == f"NL-1234567{BREAK}890"


@given(source=markdown)
@settings(max_examples=25)
def test_any_markdown_becomes_a_file_with_its_words(source: str) -> None:
    reader = made(clause(source))
    assert letters("X-1 Kop") in letters(words(reader))


@given(source=st.text(max_size=60))
@settings(max_examples=40)
def test_any_signs_become_a_file(source: str) -> None:
    assert made(clause(source, source.replace("\n", " "))).pages


def test_the_command_line_makes_it(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "coauthor"]
    subprocess.run([*program, "example", str(tmp_path / "w")], check=True, capture_output=True)
    output = tmp_path / "uit.pdf"
    document = tmp_path / "w" / "documents" / "belastingen.md"
    subprocess.run(
        [*program, "export", str(document), "--format", "pdf", "-o", str(output)],
        check=True,
        capture_output=True,
    )
    assert PdfReader(output).pages
    assert json.dumps(str(tmp_path)).strip('"').encode() not in output.read_bytes()
