"""PDF as last resort: its text comes in with numbers and headings, its furniture does not."""

import re
import time
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from coauthor.document.model import Heading
from coauthor.document.reading import read_document
from coauthor.document.rendering import to_plain
from coauthor.errors import UserError
from coauthor.exchange import FORMATS, Proposal, pdf, pdf_lines
from coauthor.exchange.pdf_lines import BROKEN, Line, Pages
from coauthor.exchange.pdf_parts import sort_out
from coauthor.exchange.pdf_reading import to_markdown
from coauthor.language import Catalogue
from tests.exchange.making import fresh
from tests.exchange.test_exports import EXAMPLE, specification


def read(data: bytes) -> Proposal:
    return FORMATS["pdf"].reader("a.pdf", data, fresh)


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", to_plain(text))


@pytest.fixture(scope="module")
def example() -> bytes:
    return pdf.to_pdf(specification(EXAMPLE, "nl"), Catalogue("nl"))


@pytest.fixture(scope="module")
def brought_in(example: bytes) -> Proposal:
    return read(example)


def test_our_own_pdf_comes_in_with_every_number_title_and_text(brought_in: Proposal) -> None:
    found = {clause.code: clause for clause in brought_in.document.clauses}
    assert [each.code for each in brought_in.document.clauses] == list(found)
    assert set(found) >= {each.code for each in EXAMPLE.clauses}
    for clause in EXAMPLE.clauses:
        assert letters(found[clause.code].title) == letters(clause.title)
    whole = letters(brought_in.document.text)
    plain = [each for each in EXAMPLE.clauses if "|" not in each.body]
    assert sum(letters(each.body) in whole for each in plain) >= 0.9 * len(plain)


def test_our_own_pdf_comes_in_with_its_chapters(brought_in: Proposal) -> None:
    chapters = {b.text: b.level for b in EXAMPLE.blocks if isinstance(b, Heading)}
    found = {b.text: b.level for b in brought_in.document.blocks if isinstance(b, Heading)}
    assert chapters.items() <= found.items()


def test_what_stands_at_the_edge_of_every_page_stays_out(brought_in: Proposal) -> None:
    assert "Pagina 2 van" not in brought_in.document.text
    assert "sha256" not in brought_in.document.text
    assert "..." not in brought_in.document.text.replace(" ", "")  # the list of contents


def test_what_was_left_out_is_told_and_each_clause_says_its_page(brought_in: Proposal) -> None:
    told = {each.message for each in brought_in.notes}
    assert told == {"import-note-pdf", "import-note-pdf-edge", "import-note-pdf-contents"}
    places = [brought_in.places[each.uid] for each in brought_in.document.clauses]
    pages = [int(each.removeprefix("p. ")) for each in places]
    assert pages == sorted(pages)
    assert pages[-1] > pages[0] > 1


def page(number: int, *lines: str, size: float = 10) -> list[Line]:
    """Return a page with a head, these lines below each other, and a foot."""
    edge = [
        Line("Gemeente Voorbeeld", number, 60, 200, 800, 8),
        Line(f"Pagina {number} van 9", number, 60, 200, 30, 8),
    ]
    body = [
        Line(text.strip("*"), number, 60, 500, 700 - 13 * at, size, text.startswith("*"))
        for at, text in enumerate(lines)
        if text
    ]
    return [edge[0], *body, edge[1]]


def text_of(*pages: list[Line], bookmarks: tuple[tuple[int, str], ...] = ()) -> str:
    """Return pages as Markdown; what stands once is no furniture, so one page goes without."""
    lines = tuple(line for each in pages for line in (each if len(pages) > 1 else each[1:-1]))
    return to_markdown(sort_out(Pages(lines, len(pages), (), bookmarks)).pieces)


def test_a_code_that_stands_at_the_top_of_every_page_is_no_furniture() -> None:
    made = text_of(*(page(n, f"*MET-{n:03d} Kop", "", "Het logt.") for n in range(1, 5)))
    assert re.findall(r"MET-\d+", made) == ["MET-001", "MET-002", "MET-003", "MET-004"]
    assert "Gemeente" not in made
    assert "Pagina" not in made


def test_a_paragraph_goes_on_over_the_page_and_a_broken_word_is_whole() -> None:
    first = page(1, "Het systeem bewaart de gegevens van de belasting-", "plichtige in het archief")
    made = text_of(first, page(2, f"gedurende een jaar, ook de belas{BROKEN}", "tingaanslag."))
    assert made == (
        "Het systeem bewaart de gegevens van de belastingplichtige in het archief"
        " gedurende een jaar, ook de belastingaanslag.\n"
    )


def test_a_hyphen_that_the_text_writes_elsewhere_stays() -> None:
    made = text_of(page(1, "De A-eisen en niet-functionele eisen. De niet-", "functionele eisen."))
    assert made.count("niet-functionele") == 2


def test_lists_keep_their_marks_and_depth() -> None:
    lines = page(1, "Het systeem:", "1. doet dit", "2. en dat:")
    inner = Line("• met zorg", 1, 80, 500, 660 - 13, 10)
    made = text_of([*lines[:-1], inner, lines[-1]])
    assert made == "Het systeem:\n\n1. doet dit\n2. en dat:\n    - met zorg\n"


def test_bookmarks_say_how_deep_a_heading_is() -> None:
    chapter, article = "*Beheer en exit", "*1.2 Gegevens teruggeven"
    made = text_of(
        page(1, chapter, "", article, "", "De leverancier geeft terug."),
        bookmarks=((1, "Beheer en exit"), (2, "1.2 Gegevens teruggeven")),
    )
    assert made.startswith("# Beheer en exit\n\n## 1.2 Gegevens teruggeven\n\nDe leverancier")


def test_what_looks_like_markdown_is_only_text() -> None:
    made = text_of(page(1, "# geen kop en *geen* nadruk", "", "<script> is een woord"))
    assert made == "\\# geen kop en \\*geen\\* nadruk\n\n\\<script> is een woord\n"
    assert not any(isinstance(block, Heading) for block in read_document(made).blocks)


def test_a_scan_and_a_locked_file_are_told(example: bytes) -> None:
    blank, locked = PdfWriter(), PdfWriter(clone_from=PdfReader(BytesIO(example)))
    blank.add_blank_page(595, 842)
    locked.encrypt("geheim")
    for writer, code in ((blank, "pdf-no-text"), (locked, "pdf-encrypted")):
        stream = BytesIO()
        writer.write(stream)
        with pytest.raises(UserError, match=code):
            read(stream.getvalue())


@pytest.mark.parametrize("data", [b"geen pdf", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"PK\x03\x04"])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    with pytest.raises(UserError, match="pdf-unfit"):
        read(data)


def test_a_part_that_unfolds_into_too_much_is_refused_unopened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_lines, "UNFOLDED", 1_000_000)
    head = b"%PDF-1.7\n1 0 obj\n<</Filter /FlateDecode>>\nstream\n"
    with pytest.raises(UserError, match="pdf-too-large"):
        read(head + zlib.compress(bytes(20_000_000)) + b"\nendstream\nendobj\n")


def test_a_line_of_nothing_but_dots_or_blanks_holds_nobody_up() -> None:
    begin = time.perf_counter()
    text = text_of(page(1, "." * 20_000 + " x y", "Inhoud" + " " * 20_000 + "x", "De tekst."))
    assert time.perf_counter() - begin < 2
    assert "De tekst." in text
