"""House styles in files of word processors, and whether such a file hangs together."""

import posixpath
import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from coauthor.exchange import FORMATS
from coauthor.exchange.style import NEUTRAL, Style
from coauthor.exchange.style_file import read_style
from coauthor.language import Catalogue
from tests.exchange.making import fresh
from tests.exchange.test_exports import EXAMPLE, specification
from tests.exchange.test_office import ORDER
from tests.exchange.test_styles import dressed, folder_with, png

NL = Catalogue("nl")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BOTH = pytest.mark.parametrize("name", ["docx", "odt"])


def files_of(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        return {each: archive.read(each) for each in archive.namelist()}


def written(name: str, style: Style) -> dict[str, bytes]:
    made = FORMATS[name].writer(dressed(style), NL)
    assert made == FORMATS[name].writer(dressed(style), NL)
    return files_of(made)


@pytest.fixture(params=["svg", "png", "none"])
def style(request: pytest.FixtureRequest, tmp_path: Path) -> Style:
    if request.param == "none":
        return NEUTRAL
    folder = folder_with(tmp_path / "huis")
    if request.param == "png":
        (folder / "logo.svg").write_bytes(png())
    return read_style(folder)


def test_every_part_of_a_word_file_is_led_to_and_has_its_type(style: Style) -> None:
    files = written("docx", style)
    types = ET.fromstring(files["[Content_Types].xml"])
    endings = {each.get("Extension") for each in types if each.tag.endswith("Default")}
    named = {each.get("PartName", "")[1:] for each in types if each.tag.endswith("Override")}
    assert named <= set(files)
    led = set()
    for part, content in files.items():
        if part.endswith(".rels"):
            base = posixpath.dirname(posixpath.dirname(part))
            names = set()
            for each in ET.fromstring(content):
                names.add(each.get("Id", ""))
                if each.get("TargetMode") != "External":
                    led.add(posixpath.join(base, each.get("Target", "")))
            if part.startswith("word/"):
                text = files["word/document.xml"].decode()
                asked = set(re.findall(r'r:(?:id|embed|link)="([^"]*)"', text))
                assert asked <= names
    parts = {each for each in files if not each.endswith(".rels") and each[0] != "["}
    assert led == parts
    assert all(each in named or each.rpartition(".")[2] in endings for each in parts)
    assert not [each for each in parts if each.endswith(".xml") and each not in named]


def test_every_part_of_an_open_document_is_in_its_manifest(style: Style) -> None:
    files = written("odt", style)
    entries = [each.attrib for each in ET.fromstring(files["META-INF/manifest.xml"])]
    listed = {value for each in entries for key, value in each.items() if key.endswith("full-path")}
    assert listed == set(files) - {"mimetype", "META-INF/manifest.xml"} | {"/"}
    content = files["content.xml"].decode()
    pictures = set(re.findall(r'xlink:href="(Pictures/[^"]*)"', content))
    assert pictures == {each for each in files if each.startswith("Pictures/")}
    told = content + files["styles.xml"].decode()
    known = set(re.findall(r'style:name="([^"]*)"', told))
    assert set(re.findall(r'(?:text|draw):style-name="([^"]*)"', told)) <= known


@BOTH
def test_fonts_colours_margins_header_and_footer_are_those_of_the_style(
    name: str, tmp_path: Path
) -> None:
    files = written(name, read_style(folder_with(tmp_path / "huis")))
    looks = files["word/styles.xml" if name == "docx" else "styles.xml"].decode().lower()
    for colour in ("123456", "654321", "aabbcc"):
        assert colour in looks
    everything = b"".join(files.values()).decode("utf-8", "replace")
    assert "154273" not in everything
    assert "003300" in everything.lower()
    assert "Kop van Gemeente" in everything
    assert 'w:left="1701"' in everything if name == "docx" else 'margin-left="30mm"' in looks


def test_the_cover_of_a_word_file_is_a_section_of_its_own_without_page_numbers(
    tmp_path: Path,
) -> None:
    files = written("docx", read_style(folder_with(tmp_path / "huis")))
    body = ET.fromstring(files["word/document.xml"])[0]
    cover, rest = body.iter(f"{W}sectPr")
    assert not [each for each in cover if each.tag.endswith("Reference")]
    assert len([each for each in rest if each.tag.endswith("Reference")]) == 2
    paragraphs = list(body)
    end = next(at for at, each in enumerate(paragraphs) if cover in list(each.iter()))
    said = ["".join(t.text or "" for t in each.iter(f"{W}t")) for each in paragraphs[: end + 1]]
    assert said[1:4] == ["Gemeente <Waterrijk> & co", "Eisen", "Versie concept"]
    drawings = [each.get("descr") for each in body.iter() if each.tag.endswith("}docPr")]
    assert drawings == ["Logo van het huis"]


def test_the_cover_of_an_open_document_has_a_page_style_without_header_and_footer(
    tmp_path: Path,
) -> None:
    files = written("odt", read_style(folder_with(tmp_path / "huis")))
    styles, content = files["styles.xml"].decode(), files["content.xml"].decode()
    assert re.search(r'<style:master-page style:name="Cover"[^>]*/>', styles)
    before, after, rest = content.partition('text:style-name="After_20_cover"')
    assert 'text:style-name="Cover_20_logo"' in before
    assert "Versie concept" in before
    assert "<svg:desc>Logo van het huis</svg:desc>" in before
    assert after
    assert "Tekst." in rest


def test_elements_of_a_styled_word_file_stand_in_the_order_that_word_insists_on(
    style: Style,
) -> None:
    for part, content in written("docx", style).items():
        for element in ET.fromstring(content).iter() if part.endswith(".xml") else ():
            name = element.tag.removeprefix(W)
            if name in ORDER and part.startswith("word/"):
                places = [ORDER[name].split().index(each.tag.removeprefix(W)) for each in element]
                assert places == sorted(places), (part, name)


@BOTH
def test_a_text_in_a_house_style_comes_in_again_as_the_same_clauses(
    name: str, tmp_path: Path
) -> None:
    style = read_style(folder_with(tmp_path / "huis"))
    plain = specification(EXAMPLE)
    read = FORMATS[name].reader
    for choice in (plain.choice, replace(plain.choice, contents=False)):
        found = [
            read(f"x.{name}", FORMATS[name].writer(replace(each, choice=choice), NL), fresh)
            for each in (plain, dressed(style, EXAMPLE.text))
        ]
        assert found[0].document.text == found[1].document.text
