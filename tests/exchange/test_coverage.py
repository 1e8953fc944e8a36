"""The market coverage as a file: complete, and harmless whatever somebody wrote in it."""

import zipfile
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from io import BytesIO

from python_calamine import CalamineWorkbook

from coauthor.exchange.coverage import CoverageReport, coverage_html, coverage_xlsx
from coauthor.language import Catalogue
from coauthor.review.market.coverage import market
from tests.review.market.making import SIDES, answered, clause

FORMULA = '=HYPERLINK("http://example.org","klik")'
ONE = clause(body=FORMULA)
TEXT = Catalogue("nl")


def report(*events, title="Heffen"):
    found = market([ONE], events, SIDES, locked={ONE.uid}, today=date(2026, 11, 27))
    when = datetime(2026, 11, 27, tzinfo=UTC)
    return CoverageReport(title, "Gemeente <Waterrijk>", found, when, "nl", str.title)


EVENTS = (
    answered("Acme", "meets", ONE, body=FORMULA, size="hours:80"),
    answered("Belsoft", "partly", ONE, body="<script>alert(1)</script>"),
    answered("Centric", "roadmap", ONE, date="2027-07-01"),
)


def test_the_spreadsheet_has_a_row_a_clause_and_a_row_an_answer():
    book = CalamineWorkbook.from_filelike(BytesIO(coverage_xlsx(report(*EVENTS), TEXT)))
    clauses = book.get_sheet_by_name("Marktdekking").to_python()
    row = dict(zip(clauses[0], clauses[1], strict=True))
    assert (row["Nr"], row["Voldoet"], row["Deels"], row["Op de planning"]) == ("A-001", 1, 1, 1)
    assert "alleen Acme voldoet" in row["Let op"]
    answers = book.get_sheet_by_name("Antwoorden").to_python()
    assert [each[2] for each in answers[1:]] == ["Acme", "Belsoft", "Centric"]
    first = dict(zip(answers[0], answers[1], strict=True))
    assert first["Omvang (eigen raming)"] == "80 uur"
    assert first["Toelichting"] == FORMULA


def test_no_text_becomes_a_formula_or_a_link():
    made = zipfile.ZipFile(BytesIO(coverage_xlsx(report(*EVENTS, title="=1+1"), TEXT)))
    for name in made.namelist():
        if name.startswith("xl/worksheets/"):
            sheet = made.read(name)
            assert b"<f>" not in sheet
            assert b"hyperlink" not in sheet.lower()


def test_the_page_shows_what_was_written_as_text():
    page = coverage_html(report(*EVENTS), TEXT).decode()
    tags: list[str] = []

    class Page(HTMLParser):
        def handle_starttag(self, tag, attrs):
            tags.append(tag)

    Page().feed(page)
    assert "script" not in tags
    assert "&lt;script&gt;" in page
    assert "Gemeente &lt;Waterrijk&gt;" in page
    assert "◷ 1 op de planning" in page
    assert tags.count("table") == 2


def test_a_document_without_answers_makes_a_file_too():
    assert CalamineWorkbook.from_filelike(BytesIO(coverage_xlsx(report(), TEXT))).sheet_names
    assert "Nog geen antwoord" in coverage_html(report(), TEXT).decode()
