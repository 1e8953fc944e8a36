"""What goes out as CSV or JSON comes in again as the same document."""

import csv
import io
import json
import re

import pytest
from hypothesis import given

from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.exchange import FORMATS
from coauthor.exchange.csv_file import guarded, unguarded
from coauthor.exchange.json_file import schema
from coauthor.exchange.parts import parts_of
from coauthor.exchange.schema import KEYWORDS, misfits
from coauthor.language import LANGUAGES, Catalogue
from coauthor.resources import resources
from tests.document.making import any_document
from tests.exchange.making import fresh, leaving

ROUND = ("csv", "csv-comma", "json", "xlsx", "ods")
EXAMPLE = read_document(decode((resources() / "example/4/documents/belastingen.md").read_bytes()))
FORMULAS = ["=1+1", "+31", "-x", "@a", "'=x", "''-", "'", "'a", "\t=1", "\uff1d1", "a=b", "", "\n="]


def written(name: str, document: Document, language: str = "nl") -> bytes:
    return FORMATS[name].writer(leaving(document), Catalogue(language))


def back(name: str, data: bytes) -> Document:
    return FORMATS[name].reader(f"a.{name}", data, fresh).document


def unique(document: Document) -> bool:
    uids = [each.uid for each in parts_of(document).parts if each.uid]
    return len(uids) == len(set(uids))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ROUND)
def test_the_example_comes_back_with_everything_it_says(name: str, language: str) -> None:
    data = written(name, EXAMPLE, language)
    proposal = FORMATS[name].reader("a", data, fresh)
    assert parts_of(proposal.document) == parts_of(EXAMPLE)
    assert proposal.clauses == len(EXAMPLE.clauses) > 10
    assert proposal.lost == ()


@pytest.mark.parametrize("name", ROUND)
@given(text=any_document)
def test_any_document_comes_back_to_the_letter(name: str, text: str) -> None:
    document = read_document(text)
    parts = parts_of(document)
    if not parts.parts or not unique(document):
        return
    again = parts_of(back(name, written(name, document)))
    assert again.parts == parts.parts
    assert again.front.strip() == parts.front.strip()


@pytest.mark.parametrize("name", ROUND)
def test_a_heading_that_ends_in_signs_of_number_keeps_them(name: str) -> None:
    text = "# # #\n\n## Nummer # ##\n\n<!-- clause aaaaaaaaaa X-1 kind=eis -->\n### C # #\n\nA.\n"
    document = read_document(text)
    assert [each.title or each.text for each in parts_of(document).parts][:2] == ["#", "Nummer #"]
    assert parts_of(back(name, written(name, document))).parts == parts_of(document).parts


@given(any_document)
def test_what_we_write_as_json_follows_the_published_schema(text: str) -> None:
    values = json.loads(written("json", read_document(text)))
    assert list(misfits(values, schema())) == []


def test_the_published_schema_says_nothing_that_is_not_checked() -> None:
    def look(schema: object) -> None:
        if isinstance(schema, dict):
            assert set(schema) <= KEYWORDS
            for key, inner in schema.items():
                for each in inner.values() if key == "properties" else [inner]:
                    look(each)
        elif isinstance(schema, list):
            for each in schema:
                look(each)

    look(schema())


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"version": 2}, "version"),
        ({"blocks": [{"type": "clause", "uid": "x", "body": ""}]}, r"blocks\[0\]\.uid"),
        ({"blocks": [{"type": "heading", "level": 7, "text": ""}]}, r"blocks\[0\]\.level"),
        ({"blocks": [{"type": "clause"}]}, r"blocks\[0\]\.body"),
        ({"blocks": [{"type": "clause", "body": "", "fields": {"risk": 1}}]}, "fields.risk"),
        ({"blocks": [{"type": "unheard"}]}, r"blocks\[0\]\.type"),
        ({"blocks": [3]}, r"blocks\[0\]"),
        ({"blocks": "x"}, "blocks"),
    ],
)
def test_json_that_does_not_fit_is_refused_with_the_place(
    change: dict[str, object], place: str
) -> None:
    values = {"format": "coauthor-document", "version": 1, "blocks": []} | change
    with pytest.raises(UserError, match="json-misfit") as refused:
        back("json", json.dumps(values).encode())
    assert re.search(place, str(refused.value.parameters["places"]))


@pytest.mark.parametrize(
    "data",
    [b"{", b"[]", b"null", b"\xff\xfe", b"[" * 200_000, b'{"format": "else"}', b"9" * 9_000],
)
def test_what_is_no_json_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="json-unfit"):
        back("json", data)


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_cell_that_would_be_computed_is_guarded_and_read_back(cell: str) -> None:
    safe = guarded(cell)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))
    assert unguarded(safe) == cell


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ";"), ("csv-comma", ",")])
def test_csv_is_what_excel_opens_without_asking(name: str, delimiter: str) -> None:
    text = "<!-- clause aaaaaaaaaa B-1 kind=wens -->\n### =cmd|' /C calc'!A0\n\n- een; \"twee\"\n"
    data = written(name, read_document(text))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    assert rows[0][0] == "Nummer"
    assert len(rows) == 2
    assert rows[1][6:8] == ["'=cmd|' /C calc'!A0", '\'- een; "twee"']


LIST = """Nr;Eis/Wens;Categorie;Omschrijving;Toelichting;Voldoet;
1;E;Beheer;Het systeem logt.;Zie art. 5;;
12a;W;;"Met een
tweede regel";;ja;los
;;;Hoofdstuk;;;
13;misschien;;Iets.;;;
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_list_of_somebody_else_comes_in_with_every_word(encoding: str) -> None:
    proposal = FORMATS["csv"].reader("lijst.csv", LIST.encode(encoding), fresh)
    first, second, third = proposal.document.clauses
    assert (first.code, first.kind) == ("1", "eis")
    assert first.body == "Het systeem logt."
    assert first.fields == {"explanation": "Zie art. 5"}
    assert (second.code, second.kind) == ("12a", "wens")
    assert second.body == "Met een\n\ntweede regel"
    assert second.fields == {"voldoet": "ja", "column-7": "los"}
    assert (third.kind, third.fields) == ("eis", {"eis-wens": "misschien"})
    headings = [part.text for part in parts_of(proposal.document).parts if part.kind == "heading"]
    assert headings == ["Beheer", "Hoofdstuk"]
    assert proposal.lost == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 zip", "csv-unfit"),
        (b"a\0b", "csv-unfit"),
        (b"Naam;Omschrijving\n", "file-empty"),
        (b"prijs;datum\n1;2\n", "table-no-text"),
        (b'Tekst\n"nooit dicht', "csv-unfit"),
        (b"Tekst\n" + b";" * 300, "csv-too-large"),
    ],
)
def test_what_is_no_list_of_clauses_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UserError, match=code):
        back("csv", data)
