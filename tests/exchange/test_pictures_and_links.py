"""Pictures and links of the Markdown as real ones in each format that has a look."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from coauthor.cli import main
from coauthor.document.reading import read_document
from coauthor.exchange import DRAWING, FORMATS, Specification
from coauthor.exchange.shown_pictures import Shown, UnshownError, pictures_of
from coauthor.exchange.style import NEUTRAL
from coauthor.exchange.updating import updated
from coauthor.language import Catalogue
from coauthor.workspace.workspace import Workspace
from tests.exchange.making import fresh
from tests.exchange.test_exports import specification
from tests.exchange.test_styles import SVG, alternatives, png
from tests.workspace.rooms.making import municipality

NL = Catalogue("nl")
BOTH = pytest.mark.parametrize("name", ["docx", "odt"])
TEXT = """---
title: Eisen
code: X
---

# Deel een

Zie [de eis](#x-002), [het deel](#deel-een) en [nergens](#bestaat-niet).

<!-- clause aaaaaaaaaa X-001 kind=eis -->
### Beeld

Zo ziet het eruit: ![Een blauw vlak](vlak.png) en zo ![](lijn.svg).

- Een punt

  ![Nog eens](vlak.png)

| Kop | Beeld |
| --- | --- |
| a | ![In een cel](breed.png) |

![Weg](weg.png) ![Elders](https://example.org/a.png) ![Geheim](../../geheim.png)

<!-- clause bbbbbbbbbb X-002 kind=eis -->
### Ander

Zie [ook](#aaaaaaaaaa).

> **rationale** Kijk: ![Waarom](lijn.svg)
"""
FILES = {"vlak.png": png(60, 30), "lijn.svg": SVG.encode(), "breed.png": png(3000, 1000)}


def read(target: str) -> bytes:
    if target in FILES:
        return FILES[target]
    raise UnshownError("remote" if ":" in target else "missing")


@pytest.fixture(scope="module")
def shown() -> Shown:
    return pictures_of(read_document(TEXT), read, NEUTRAL.margins)


@pytest.fixture(scope="module")
def made(shown: Shown) -> dict[str, bytes]:
    return {name: FORMATS[name].writer(leaving(shown), NL) for name in DRAWING}


def leaving(shown: Shown) -> Specification:
    return replace(specification(read_document(TEXT)), pictures=shown.figures)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def test_pictures_are_as_large_as_they_are_and_never_wider_than_the_page(shown: Shown) -> None:
    assert set(shown.figures) == set(FILES)
    assert dict(shown.unshown) == {
        "weg.png": "missing",
        "https://example.org/a.png": "remote",
        "../../geheim.png": "missing",
    }
    assert round(shown.figures["vlak.png"].width, 2) == round(60 * 25.4 / 96, 2)
    wide = shown.figures["breed.png"]
    assert wide.width < NEUTRAL.margins.width
    assert round(wide.width / wide.height, 3) == 3


def test_nothing_of_who_made_a_picture_is_in_a_file(made: dict[str, bytes]) -> None:
    for name in ("docx", "odt"):
        assert all(b"Jan" not in content for content in parts(made[name]).values())
    assert all(b"/home/jan" not in data for data in made.values())


def test_a_word_file_has_pictures_with_what_they_show(made: dict[str, bytes]) -> None:
    files = parts(made["docx"])
    root = ET.fromstring(files["word/document.xml"])
    told = [each.get("descr") for each in root.iter() if each.tag.endswith("}docPr")]
    assert told == [
        "Een blauw vlak",
        "[Afbeelding zonder omschrijving]",
        "Nog eens",
        "In een cel",
        "Waarom",
    ]
    numbers = [each.get("id") for each in root.iter() if each.tag.endswith("}docPr")]
    assert len(set(numbers)) == len(numbers)
    media = [each for each in files if each.startswith("word/media/")]
    assert len(media) == 3  # each once
    assert all(files[each].startswith(b"\x89PNG") for each in media)
    assert "[Afbeelding: Weg]" in "".join(root.itertext())


def test_an_open_document_has_pictures_with_what_they_show(made: dict[str, bytes]) -> None:
    files = parts(made["odt"])
    content = files["content.xml"].decode()
    assert re.findall(r"<svg:desc>([^<]*)</svg:desc>", content) == [
        "Een blauw vlak",
        "[Afbeelding zonder omschrijving]",
        "Nog eens",
        "In een cel",
        "Waarom",
    ]
    assert len([each for each in files if each.startswith("Pictures/")]) == 3
    assert "[Afbeelding: Weg]" in content


def test_a_pdf_has_pictures_with_what_they_show_and_places_to_go_to(
    made: dict[str, bytes],
) -> None:
    reader = PdfReader(BytesIO(made["pdf"]))
    told = alternatives(reader)
    assert {"Een blauw vlak", "In een cel", "Waarom"} <= set(told)
    inside = [
        note.get_object()
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/URI" not in note.get_object().get("/A", {})
    ]
    assert len(inside) >= 3 + 1  # of the text, besides the list of contents
    assert b"example.org" in made["pdf"] or "Elders" in reader.pages[0].extract_text()


def test_a_web_page_holds_its_pictures_itself(made: dict[str, bytes]) -> None:
    page = made["html"].decode()
    sources = re.findall(r'<img src="([^"]*)" alt="([^"]*)"', page)
    assert len(sources) == 5
    assert all(source.startswith("data:image/") for source, _ in sources)
    assert sources[0][1] == "Een blauw vlak"
    assert "[Afbeelding: Weg]" in page
    assert '<a href="https://example.org/a.png">[Afbeelding: Elders]</a>' in page
    assert "geheim.png" not in page


def test_links_within_the_text_lead_to_the_clause_or_chapter(made: dict[str, bytes]) -> None:
    page = made["html"].decode()
    assert '<a href="#c-bbbbbbbbbb">de eis</a>' in page
    assert re.search(r'<a href="#(h\d+)">het deel</a>', page)
    for anchor in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{anchor}"' in page
    word = parts(made["docx"])["word/document.xml"].decode()
    assert re.search(r'<w:hyperlink w:anchor="_clause_bbbbbbbbbb"[^>]*>.{0,200}de eis', word)
    for anchor in re.findall(r'w:anchor="([^"]*)"', word):
        assert f'w:name="{anchor}"' in word
    odt = parts(made["odt"])["content.xml"].decode()
    assert 'xlink:href="#clause-bbbbbbbbbb"' in odt
    for anchor in re.findall(r'xlink:href="#([^"]*)"', odt):
        assert f'text:name="{anchor}"' in odt


@pytest.mark.parametrize("name", ["html", "docx", "odt", "pdf"])
def test_a_link_to_a_folder_of_ours_is_words_only(name: str) -> None:
    text = (
        "Zie [de map](../intern/notitie.docx), [hier](notitie.png) en [ons](https://a.example/b)."
    )
    made = FORMATS[name].writer(specification(read_document(text)), NL)
    if name == "pdf":
        found = str(PdfReader(BytesIO(made)).pages[0].get("/Annots"))
        assert "notitie" not in made.decode("latin-1") + found
        return
    if name != "html":
        made = b"".join(parts(made).values())
    assert b"notitie" not in made
    assert b"https://a.example/b" in made
    assert b"de map" in made


@BOTH
def test_a_text_with_pictures_and_links_comes_back_unchanged(
    name: str, made: dict[str, bytes]
) -> None:
    proposal = FORMATS[name].reader(f"x.{name}", made[name], fresh)
    assert not [each for each in proposal.notes if "picture" in each.message]
    document = read_document(TEXT)
    assert updated(document, proposal.document, worn=proposal.worn).document.text == TEXT


def test_a_picture_that_cannot_be_drawn_does_not_stop_the_document() -> None:
    broken = png(60, 30)
    broken = broken.replace(broken[60:70], b"0123456789")
    found = pictures_of(read_document(TEXT), lambda _: broken, NEUTRAL.margins)
    assert not found.figures
    assert {why for _, why in found.unshown} == {"unfit"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = municipality(tmp_path / "w", TEXT)
    for name, data in FILES.items():
        (made.root / "documents" / name).write_bytes(data)
    (tmp_path / "geheim.png").write_bytes(png())
    return made


def test_only_pictures_in_the_workspace_go_along_and_the_others_are_told(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = str(next((workspace.root / "documents").glob("*.md")))
    out = tmp_path / "uit.html"
    assert main(["export", document, "--format", "html", "-o", str(out)]) == 1
    told = capsys.readouterr().err
    assert "weg.png" in told
    assert "https://example.org/a.png" in told
    assert "geheim.png" in told
    assert len(re.findall(r'<img src="data:', out.read_text(encoding="utf-8"))) == 5
