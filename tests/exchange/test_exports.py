"""What goes out: accessible HTML, an answer sheet that Excel can trust, plain Markdown."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.document.rendering import to_plain
from coauthor.exchange import FORMATS, writable
from coauthor.exchange.specification import Specification
from coauthor.language import LANGUAGES, Catalogue
from coauthor.lineage.share import shares
from coauthor.lineage.status import document_status
from coauthor.resources import resources
from coauthor.workspace.themes import lock_policy

STANDARD = read_document(
    decode((resources() / "standards/belastingen/1.0/documents/belastingen.md").read_bytes())
)
EXAMPLE = read_document(decode((resources() / "example/4/documents/belastingen.md").read_bytes()))
HEIGHT = re.compile(r'<row r="(\d+)"[^>]* ht="([\d.]+)"[^>]* customHeight="1"')
VOID = {"meta", "br", "hr", "img", "link", "input"}


def specification(document: Document, language: str = "nl") -> Specification:
    status = document_status(document, [STANDARD], None, lock_policy())
    return Specification(
        title=document.title,
        organisation="Gemeente <Waterrijk> & co",
        standard="Belastingen 1.0",
        document=document,
        status=status,
        share=shares(document, status).whole,
        version="concept",
        digest="sha256:abc",
        when=datetime(2026, 11, 23, tzinfo=UTC),
        language=language,
        theme_label=str.title,
    )


class Page(HTMLParser):
    """A page as a reader's browser takes it apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_whole_and_accessible(language: str) -> None:
    made = FORMATS["html"].writer(specification(EXAMPLE, language), Catalogue(language))
    page = Page(made.decode("utf-8"))
    assert page.open == []
    tags = [tag for tag, _ in page.tags]
    assert ("html", {"lang": "nl"}) in page.tags  # what the text is written in
    assert tags.count("h1") >= 1
    assert {"main", "nav", "header", "footer"} <= set(tags)
    identities = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(identities) == len(set(identities))
    for _, attrs in page.tags:
        if (target := attrs.get("href") or "").startswith("#"):
            assert target[1:] in identities
    for clause in EXAMPLE.clauses:
        assert clause.code in page.text
    assert not any(tag == "script" for tag in tags)


@pytest.mark.parametrize("name", ["xlsx", "answers", "docx", "odt", "ods", "pdf", "html"])
def test_the_hour_of_an_export_is_not_told(name: str) -> None:
    early = specification(read_document("# Een\n\n<!-- clause aaaaaaaaaa X-1 -->\nTekst.\n"))
    late = replace(early, when=early.when.replace(hour=23, minute=41))
    text = Catalogue("nl")
    assert FORMATS[name].writer(early, text) == FORMATS[name].writer(late, text)


@pytest.mark.parametrize(
    ("front", "of_workspace", "spoken"),
    [("language: nl\n", "de", "nl"), ("", "nl", "nl"), ("language: x y\n", "", "en")],
)
def test_a_text_is_read_aloud_in_its_own_language_whatever_the_words_around_it(
    front: str, of_workspace: str, spoken: str
) -> None:
    document = read_document(f"---\ntitle: T\n{front}---\n\n# Een\n\nTekst.\n")
    made = replace(specification(document, "en"), text_language=of_workspace)
    files = {name: FORMATS[name].writer(made, Catalogue("en")) for name in ("html", "docx", "pdf")}
    assert f'<html lang="{spoken}">'.encode() in files["html"]
    tag = {"nl": "nl-NL", "en": "en-GB"}[spoken]
    with ZipFile(BytesIO(files["docx"])) as package:
        assert f'w:val="{tag}"'.encode() in package.read("word/styles.xml")
    assert PdfReader(BytesIO(files["pdf"])).trailer["/Root"]["/Lang"] == tag


def test_headings_of_the_page_go_down_one_level_at_a_time_and_say_something() -> None:
    text = read_document(
        "---\ntitle: Geheel\n---\n\n# Een\n\n<!-- clause aaaaaaaaaa X-1 -->\n### A\n\n"
        "##### Kop in de eis\n\nTekst.\n\n# Twee\n\n### Diep\n\n#### Dieper\n\n"
        "<!-- clause bbbbbbbbbb X-2 -->\n### B\n\nTekst.\n\n<!-- clause cccccccccc -->\n\nLos.\n"
    )
    for document in (EXAMPLE, text):
        made = FORMATS["html"].writer(specification(document), Catalogue("nl")).decode("utf-8")
        found = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", made, re.DOTALL)
        levels = [int(level) for level, _ in found]
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels
        assert all(re.sub("<[^>]+>", "", words).strip() for _, words in found)
    assert levels == [1, 2, 2, 3, 4, 2, 3, 4, 3, 3]


def test_what_somebody_wrote_does_not_act_in_the_page() -> None:
    evil = read_document(
        "<!-- clause aaaaaaaaaa X-1 -->\n### <b>Vet</b> <script>alert(1)</script>\n\n"
        '<script>alert(2)</script>\n\n[link](javascript:alert(3)) <img src=x onerror="alert(4)">\n'
    )
    made = FORMATS["html"].writer(specification(evil), Catalogue("nl")).decode("utf-8")
    page = Page(made)
    assert not any(tag in ("script", "img", "b") for tag, _ in page.tags)
    assert not any((a.get("href") or "").startswith("javascript") for _, a in page.tags)
    assert "alert(2)" in page.text


def test_the_answer_sheet_holds_every_clause_as_text() -> None:
    risky = read_document(
        "<!-- clause aaaaaaaaaa X-1 -->\n=1+1\n\n<!-- clause bbbbbbbbbb X-2 -->\n@SUM(A1)\n\n"
    )
    for document in (EXAMPLE, risky):
        made = FORMATS["answers"].writer(specification(document), Catalogue("nl"))
        sheet = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_index(0)
        head, *rows = sheet.to_python()
        assert [row[0] for row in rows] == [clause.uid for clause in document.clauses]
        assert [row[1] for row in rows] == [clause.code for clause in document.clauses]
        assert {"Antwoord", "Datum", "Omvang", "Zo lezen wij dit"} <= set(head)
    assert [row[head.index("Omschrijving")] for row in rows] == ["=1+1", "@SUM(A1)"]


def test_rows_of_the_answer_sheet_are_as_high_as_what_they_say() -> None:
    made = BytesIO(FORMATS["answers"].writer(specification(EXAMPLE), Catalogue("nl")))
    with ZipFile(made) as packed:
        rows, legend = (packed.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2))
    heights = {int(row): float(high) for row, high in HEIGHT.findall(rows)}
    for row, clause in enumerate(EXAMPLE.clauses, start=2):
        lines = sum(-(-len(line) // 70) for line in to_plain(clause.body).split("\n"))
        assert heights.get(row, 15) >= min(15 * lines, 409), clause.code
    assert max(heights.values()) > 60
    assert {float(high) for _, high in HEIGHT.findall(legend)} & {30.0, 45.0}


def test_plain_markdown_has_the_words_and_none_of_the_marks() -> None:
    made = FORMATS["md"].writer(specification(EXAMPLE), Catalogue("nl")).decode("utf-8")
    assert "<!--" not in made
    assert "{{" not in made
    for clause in EXAMPLE.clauses:
        assert clause.code in made


def test_bytes_that_are_no_text_do_not_stop_an_export() -> None:
    odd = read_document(decode(b"<!-- clause aaaaaaaaaa X-1 -->\nEen \xff byte.\n"))
    for each in writable().values():
        assert each.writer(specification(odd), Catalogue("nl"))
