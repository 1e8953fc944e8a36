"""Word and OpenDocument: real headings, lists and tables, and nothing that harms or tells."""

import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.reading import decode, read_document
from coauthor.document.rendering import to_plain, to_tokens
from coauthor.exchange import FORMATS
from coauthor.exchange.leave import Annex
from coauthor.exchange.office.markup import _PLAIN, NOTHING, _Reader, to_blocks
from coauthor.exchange.office.tree import Code, Paragraph, Table
from coauthor.exchange.office.walk import walk
from coauthor.language import LANGUAGES, Catalogue
from coauthor.review.voting.minority import Minority, Settled
from tests.document.markdown_strategies import markdown
from tests.exchange.test_exports import EXAMPLE, specification

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
T, TABLE = ODF % "text", ODF % "table"
XLINK = "{http://www.w3.org/1999/xlink}"
NL = Catalogue("nl")
BOTH = pytest.mark.parametrize("name", ["docx", "odt"])

RICH = """---
title: Zwaar <geval> & "co"
---

# Een *hoofdstuk*

Tekst **vet**, *schuin*, ~~door~~, `a  b`, [web](https://example.nl/a?b=1&c=2) en ![kaart](x.png).

#### Sprong naar vier

<!-- clause aaaaaaaaaa X-1 kind=wens priority=could -->
### =SUM(A1) titel

3. drie

   | a | b |
   | - | -: |
   | 1 | 2 |

   na de tabel
   1. binnen
      - diep
4. vier

| eerste | tabel |
| - | - |
| **vet** | 2 |

| tweede | tabel |
| - | - |
| 3 | 4 |

> **rationale** De reden.

<!-- clause bbbbbbbbbb X-2 -->
Zonder titel {{dagen: 5}}.
"""


def parts(name: str, text: str, **changed: object) -> dict[str, bytes]:
    made = FORMATS[name].writer(replace(specification(read_document(text)), **changed), NL)
    return unzipped(made)


def unzipped(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        return {each: archive.read(each) for each in archive.namelist()}


def main_part(name: str, files: dict[str, bytes]) -> ET.Element:
    return ET.fromstring(files["word/document.xml" if name == "docx" else "content.xml"])


def styles_of(files: dict[str, bytes]) -> dict[str, ET.Element]:
    found = ET.fromstring(files["word/styles.xml"]).iter(f"{W}style")
    return {each.get(f"{W}styleId", ""): each for each in found}


def headings(name: str, files: dict[str, bytes]) -> list[tuple[int, str]]:
    """Return level and text of what a screen reader announces as a heading."""
    root = main_part(name, files)
    if name == "odt":
        return [(int(h.get(f"{T}outline-level", "")), words(h)) for h in root.iter(f"{T}h")]
    levels = {
        key: int(level.get(f"{W}val", "")) + 1
        for key, style in styles_of(files).items()
        if (level := style.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    return [
        (levels[style], words(paragraph))
        for paragraph in root.iter(f"{W}p")
        if (style := style_of(paragraph)) in levels
    ]


def style_of(paragraph: ET.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def words(element: ET.Element) -> str:
    return "".join(element.itertext())


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_of_the_example_is_in_it_with_code_title_and_fields(
    name: str, language: str
) -> None:
    made = FORMATS[name].writer(specification(EXAMPLE, language), Catalogue(language))
    files = unzipped(made)
    said = [text.replace("\N{NO-BREAK SPACE}", "") for _, text in headings(name, files)]
    everything = words(main_part(name, files))
    for clause in EXAMPLE.clauses:
        assert any(each.startswith(clause.code) for each in said), clause.code
        for line in to_plain(clause.body).splitlines():
            assert re.sub(r"^(?:-|\d+\.) ", "", line) in everything
    assert Catalogue(language)("lineage-local") in everything


@BOTH
def test_headings_go_down_one_level_at_a_time(name: str) -> None:
    found = headings(name, parts(name, RICH))
    levels = [level for level, _ in found]
    assert found[0][1] == "Een hoofdstuk"
    assert levels == [1, 2, 2, 2]  # a jump from 1 to 4 is one level to who listens
    assert [level for level, _ in headings(name, parts(name, "### a\n\n# b\n\n###### c\n"))] == [
        1,
        1,
        2,
    ]


def test_word_gets_lists_that_count_and_tables_with_a_head() -> None:
    files = parts("docx", RICH)
    root = main_part("docx", files)
    numbered = {
        words(paragraph): (number.find(f"{W}ilvl").get(f"{W}val"), number.find(f"{W}numId"))
        for paragraph in root.iter(f"{W}p")
        if (number := paragraph.find(f"{W}pPr/{W}numPr")) is not None
    }
    assert {each: level for each, (level, _) in numbered.items()} == {
        "drie": "0",
        "binnen": "1",
        "diep": "2",
        "vier": "0",
    }
    names = {each: number.get(f"{W}val") for each, (_, number) in numbered.items()}
    assert names["drie"] == names["vier"] != names["binnen"]
    assert names["diep"] == "1"
    starts = {
        num.get(f"{W}numId"): start.get(f"{W}val")
        for num in ET.fromstring(files["word/numbering.xml"]).iter(f"{W}num")
        for start in num.iter(f"{W}startOverride")
    }
    assert starts == {names["drie"]: "3", names["binnen"]: "1"}
    tables = list(root.iter(f"{W}tbl"))
    assert len(tables) == 4  # with the one of the share
    for table in tables:
        first, *others = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
    body = list(root[0])
    assert not any(a.tag == b.tag == f"{W}tbl" for a, b in pairwise(body))  # Word makes one of two


def test_opendocument_gets_lists_that_count_and_tables_with_a_head() -> None:
    root = main_part("odt", parts("odt", RICH))
    assert [item.get(f"{T}start-value") for item in root.iter(f"{T}list-item") if item.attrib] == [
        "3",
        "1",
    ]
    for table in root.iter(f"{TABLE}table"):
        assert table.find(f"{TABLE}table-header-rows/{TABLE}table-row") is not None
    held = {
        child.tag
        for each in (f"{T}list-item", f"{T}list-header")
        for item in root.iter(each)
        for child in item
    }
    assert held <= {f"{T}p", f"{T}list"}  # nothing else may stand in a list
    resumed = [each for each in root.iter(f"{T}list") if each.get(f"{T}continue-numbering")]
    assert [words(each) for each in resumed] == ["na de tabelbinnendiepvier"]


@BOTH
def test_runs_look_as_marked_and_links_can_be_gone_to(name: str) -> None:
    files = parts(name, RICH)
    root = main_part(name, files)
    if name == "docx":
        looks = {
            words(run): {e.tag.removeprefix(W) for p in run.iter(f"{W}rPr") for e in p}
            for run in root.iter(f"{W}r")
        }
        assert "b" in looks["vet"]
        assert "i" in looks["schuin"]
        assert "strike" in looks["door"]
        related = ET.fromstring(files["word/_rels/document.xml.rels"])
        outside = [e.get("Target") for e in related if e.get("TargetMode") == "External"]
    else:
        looks = {words(s): s.get(f"{T}style-name") for s in root.iter(f"{T}span")}
        assert looks["vet"] == "Strong_20_Emphasis"
        assert looks["schuin"] == "Emphasis"
        assert looks["door"] == "Struck"
        outside = [a.get(f"{XLINK}href") for a in root.iter(f"{T}a")]
        outside = [each for each in outside if not (each or "").startswith("#")]
    assert outside == ["https://example.nl/a?b=1&c=2"]
    assert "[Afbeelding: kaart]" in words(root)


@BOTH
def test_the_contents_lead_to_chapters_that_are_there(name: str) -> None:
    made = unzipped(FORMATS[name].writer(specification(EXAMPLE), NL))
    root = main_part(name, made)
    if name == "docx":
        wanted = [e.get(f"{W}anchor") for e in root.iter(f"{W}hyperlink") if e.get(f"{W}anchor")]
        there = [each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")]
    else:
        links = [a.get(f"{XLINK}href", "") for a in root.iter(f"{T}a")]
        wanted = [each[1:] for each in links if each.startswith("#")]
        there = [each.get(f"{T}name") for each in root.iter(f"{T}bookmark")]
    assert len(wanted) > 10
    assert set(wanted) <= set(there)
    assert len(there) == len(set(there))


@BOTH
def test_title_language_version_digest_and_page_numbers_are_where_programs_look(name: str) -> None:
    files = parts(name, RICH, version="Versie <1>")
    if name == "docx":
        about = words(ET.fromstring(files["docProps/core.xml"]))
        footer = files["word/footer1.xml"].decode()
        language = re.search(r'<w:lang w:val="([^"]*)"', files["word/styles.xml"].decode())
        assert language is not None
        assert language[1] == "nl-NL"
        assert {" PAGE ", " NUMPAGES "} <= set(re.findall(r'instr="([^"]*)"', footer))
    else:
        about = words(ET.fromstring(files["meta.xml"]))
        footer = files["styles.xml"].decode().partition("<style:footer>")[2]
        assert 'fo:language="nl" fo:country="NL"' in files["styles.xml"].decode()
        assert {"page-number", "page-count"} <= set(re.findall(r"<text:([a-z-]+)", footer))
        assert next(iter(files)) == "mimetype"
    assert 'Zwaar <geval> & "co"' in about
    assert "Versie &lt;1&gt; · 23-11-2026" in footer
    assert "sha256:abc" in footer


@BOTH
def test_nobody_and_no_machine_can_be_read_from_the_file(name: str) -> None:
    made = [
        FORMATS[name].writer(replace(specification(EXAMPLE), when=when), NL)
        for when in (
            datetime(2026, 11, 24, 12, 34, 56, tzinfo=timezone(timedelta(hours=13))),
            datetime(2026, 11, 24, 1, 2, tzinfo=UTC),
        )
    ]
    assert made[0] == made[1]  # the day is all that is told of a moment
    files = unzipped(made[0])
    with zipfile.ZipFile(BytesIO(made[0])) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {each.comment + each.extra for each in archive.infolist()} == {b""}
    everything = b"".join(files.values())
    for telling in (b"creator", b"lastModifiedBy", b"generator", b"<Company", b"rsid", b"12:34"):
        assert telling not in everything
    for tracked in (b"<w:ins ", b"<w:del ", b"tracked-changes", b"comments"):
        assert tracked not in everything


@BOTH
def test_two_exports_of_one_text_are_the_same_bytes(name: str) -> None:
    write = FORMATS[name].writer
    assert write(specification(EXAMPLE), NL) == write(specification(EXAMPLE), NL)


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc "
    "outlineLvl sectPr",
    "rPr": "rStyle rFonts b bCs i iCs strike noProof color sz szCs u lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblCellMar tblLook tblCaption",
    "tcPr": "tcW shd",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "sectPr": "headerReference footerReference pgSz pgMar",
    "settings": "zoom removePersonalInformation defaultTabStop compat themeFontLang decimalSymbol "
    "listSeparator",
}
"""Children in the order of ECMA-376; Word calls a file damaged that holds another one."""


def test_elements_stand_in_the_order_that_word_insists_on() -> None:
    files = parts("docx", RICH) | {
        "word/example.xml": unzipped(FORMATS["docx"].writer(specification(EXAMPLE), NL))[
            "word/document.xml"
        ]
    }
    seen = set()
    for part, content in files.items():
        for element in ET.fromstring(content).iter() if part.startswith("word/") else ():
            name = element.tag.removeprefix(W)
            if name in ORDER:
                seen.add(name)
                places = [ORDER[name].split().index(c.tag.removeprefix(W)) for c in element]
                assert places == sorted(places), (part, name, [c.tag for c in element])
    assert seen == set(ORDER)


HOSTILE = {
    "controls": "Een \x00\x01\x08\x0b\x0c\x0e\x1f\x7f\x85 twee.",
    "not XML": "Een \ufffe\uffff twee.",
    "bytes": decode(b"Een \xff\xfe byte."),
    "turned round": "Een \u202egnp.exe\u2066 twee \u2028 drie.",
    "markup": "<w:p>&amp;&lt;]]></w:t><text:p/> <!-- x",
    "formulas": "=1+1 {=SUM(A1)} @cmd|'/C calc'!A0 MERGEFIELD { INCLUDETEXT \"c:/x\" }",
    "places": "[a](file:///etc/passwd) [b](\\\\srv\\x) [c](javascript:alert(1)) [d](../geheim.docx)"
    " ![e](file:///x.png) [f](https://a@b/) [g](<https://a b/>) [h](https://[::1/) [i](//srv/x)",
    "wide": "\n".join(
        "|".join(["x"] * 70) if line != 1 else "|".join(["-"] * 70) for line in range(3)
    ),
    "a cell": "| a |\n| - |\n| " + "x" * 1_000_000 + " |",
    "deep": "".join("  " * depth + "- a\n" for depth in range(40)),
    "quotes": ">" * 60 + " diep",
    "number": "999999999. hoog\n\n0. nul",
    "empty list": "- \n-\n\n1.\n",
}


@BOTH
@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_text_is_text(name: str, case: str) -> None:
    evil = HOSTILE[case]
    text = f"---\ntitle: kop\n---\n\n# Kop {evil.splitlines()[0][:200]}\n\n{evil}\n\n"
    text += f"<!-- clause aaaaaaaaaa X-1 -->\n### Titel\n\n{evil}\n\n> **rationale** Waarom.\n"
    files = parts(name, text, organisation=evil[:200], version=evil[:200], title=evil[:200])
    for part, content in files.items():
        if part != "mimetype":
            ET.fromstring(content)  # refuses what XML cannot hold
    root = main_part(name, files)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\ufffe\uffff]", words(root))
    assert "Waarom." in words(root)
    outside = re.findall(
        r'(?:Target|href)="(?!#|[a-z/0-9A-Z]+\.xml")([^"]*)"', b"".join(files.values()).decode()
    )
    assert outside == []
    assert not any(len(row) > 60 for row in root.iter(f"{W}tr"))


@given(markdown)
def test_a_text_of_plain_words_is_read_the_fast_way_as_the_slow_way(source: str) -> None:
    if not _PLAIN.fullmatch(source) or " \n" in source:
        return
    assert to_blocks(source, NL) == tuple(_Reader(to_tokens(source), NL, NOTHING).blocks(""))


@given(st.text("ab Z9.,-=+#:\n\t\u2028\x0b\xa0\x85é'\"/@()1", max_size=40))
def test_plain_words_of_any_kind_are_read_the_fast_way_as_the_slow_way(source: str) -> None:
    slow = tuple(_Reader(to_tokens(source), NL, NOTHING).blocks(""))
    assert to_blocks(source, NL) == slow


@given(markdown)
def test_any_markdown_becomes_a_file_with_its_words(source: str) -> None:
    text = f"<!-- clause aaaaaaaaaa X-1 -->\n### Titel\n\n{source}\n"
    for name in ("docx", "odt"):
        files = parts(name, text)
        for part, content in files.items():
            if part != "mimetype":
                ET.fromstring(content)


def test_what_is_too_wide_for_word_is_lines_of_text() -> None:
    wide = "|".join(["x"] * 61) + "\n" + "|".join(["-"] * 61)
    (found,) = to_blocks(wide, NL)
    assert isinstance(found, Code)
    (found,) = to_blocks("a|b\n-|-\n", NL)
    assert isinstance(found, Table)


@BOTH
def test_who_objected_and_what_was_answered_stand_at_the_clause(name: str) -> None:
    said = Minority("Noord <&> Zuid", "Te *duur*.", answer="Het kost niets.", answered_by="Regio")
    settled = Settled("aaaaaaaaaa", state="objections", release="BEL 2.0", minority=(said,))
    shown = words(main_part(name, parts(name, RICH, settled={"aaaaaaaaaa": settled})))
    objection = f"{NL('minority-of', organisation='Noord <&> Zuid')}: Te duur."
    answer = f"{NL('minority-answer', organisation='Regio')}: Het kost niets."
    assert shown.index("De reden.") < shown.index(objection) < shown.index(answer)


@BOTH
def test_an_annex_begins_a_page_and_stands_in_the_contents(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = ("X-1  Titel", (("Reden", "regel een\nregel <twee>"),))
    made = Annex("Afwijkingen", "Waarover dit gaat.", (entry,))
    monkeypatch.setattr("coauthor.exchange.office.walk.annexes", lambda *_: [made])
    files = parts(name, RICH)
    root = main_part(name, files)
    assert headings(name, files)[-2:] == [(1, "Afwijkingen"), (2, "X-1 Titel")]
    assert words(root).count("Afwijkingen") == 2  # as a chapter and in the contents
    pieces = {"docx": (f"{W}br", f"{W}pageBreakBefore"), "odt": (f"{T}line-break", None)}[name]
    assert all(piece is None or len(list(root.iter(piece))) == 1 for piece in pieces)
    if name == "odt":
        (title,) = (h for h in root.iter(f"{T}h") if words(h) == "Afwijkingen")
        assert title.get(f"{T}style-name") == "Annex"


def test_the_difference_with_the_standard_is_more_than_a_colour() -> None:
    adapted = next(
        block
        for block in walk(specification(EXAMPLE), NL)
        if isinstance(block, Paragraph) and any(run.change for run in block.runs)
    )
    assert {run.change for run in adapted.runs} > {"added", "removed"}
    styles = styles_of(unzipped(FORMATS["docx"].writer(specification(EXAMPLE), NL)))
    assert styles["Added"].find(f"{W}rPr/{W}u") is not None
    assert styles["Removed"].find(f"{W}rPr/{W}strike") is not None
