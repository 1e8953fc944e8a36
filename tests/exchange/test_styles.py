"""House styles: read from a folder, told what is wrong, obeyed by the formats."""

import re
import struct
import zlib
from contextlib import suppress
from dataclasses import replace
from html import escape
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from coauthor.document.reading import read_document
from coauthor.errors import CoauthorError, UserError
from coauthor.exchange import FORMATS, Specification
from coauthor.exchange.furniture import Furniture
from coauthor.exchange.plain_pictures import UnfitPictureError
from coauthor.exchange.plain_svg import plain_svg
from coauthor.exchange.style import INK, NEUTRAL, PAPER, Colours, Style, contrast
from coauthor.exchange.style_file import read_style
from coauthor.language import LANGUAGES, Catalogue
from coauthor.resources import resources
from tests.exchange.test_exports import specification

NL = Catalogue("nl")
TEXT = "# Eisen\n\n## Deel\n\nTekst.\n\n| Kop | Nog een |\n| --- | --- |\n| a | b |\n"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/" viewBox="0 0 90 30"'
    ' i:docname="/home/jan/logo.svg"><metadata>Jan</metadata><rect width="90" height="30" '
    'fill="#00437a"/></svg>'
)
HOUSE = """
label = { nl = "Ons huis", en = "Our house" }
[fonts]
heading = "Arial"
body = "Arial"
[colours]
accent = "#123456"
heading = "#654321"
rule = "#aabbcc"
table-head = "#003300"
[logo]
file = "logo.svg"
width = 60
alt = { nl = "Logo van het huis", en = "Logo of the house" }
[cover]
lines = ["{organisation}", "{title}", "Versie {version}"]
[header]
left = "Kop van {organisation}"
[footer]
left = "{version}"
right = "{page} van {pages}"
below = "{digest}"
[margins]
left = 30
"""


def png(width: int = 30, height: int = 10) -> bytes:
    """Return a picture in one colour, with a note in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        end = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", end)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x20\x60\xa0" * width) * height
    note = chunk(b"tEXt", b"Author\0Jan")
    drawn = chunk(b"IHDR", head) + note + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + drawn


def folder_with(folder: Path, style: str = HOUSE) -> Path:
    """Return the folder of a style with a logo."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.toml").write_text(style, encoding="utf-8")
    (folder / "logo.svg").write_text(SVG, encoding="utf-8")
    return folder


def dressed(style: Style, text: str = TEXT, language: str = "nl") -> Specification:
    return replace(specification(read_document(text), language), style=style)


def test_a_style_is_read_from_its_folder(tmp_path: Path) -> None:
    style = read_style(folder_with(tmp_path / "huis"))
    assert (style.name, style.label.of("nl"), style.label.of("en")) == (
        "huis",
        "Ons huis",
        "Our house",
    )
    assert style.colours == Colours("#123456", "#654321", "#aabbcc", "#003300")
    assert style.colours.on_table_head == PAPER
    assert style.margins.left == 30
    assert style.margins.right == NEUTRAL.margins.right
    assert style.logo is not None
    assert (style.logo.width, style.logo.height) == (60, 20)
    assert style.logo.alt.of("en") == "Logo of the house"


@pytest.mark.parametrize("folder", sorted((resources() / "styles").iterdir()), ids=lambda f: f.name)
def test_shipped_styles_are_sound_and_named_in_each_language(folder: Path) -> None:
    style = read_style(folder)
    assert len({style.label.of(language) for language in LANGUAGES}) == len(LANGUAGES)


def test_the_neutral_style_is_what_every_format_does_by_itself() -> None:
    shipped = read_style(resources() / "styles" / NEUTRAL.name)
    assert shipped == NEUTRAL


@pytest.mark.parametrize(
    ("style", "code", "key"),
    [
        ("[colours]\naccent = 'blauw'", "style-not-colour", "colours.accent"),
        ("[colours]\naccent = '#ffee00'", "style-contrast", "colours.accent"),
        ("[colours]\nheading = '#8a8a8a'", "style-contrast", "colours.heading"),
        ("[colours]\nblack = '#000000'", "style-unknown-key", "colours.black"),
        ("font = 'Arial'", "style-unknown-key", "font"),
        ("fonts = 'Arial'", "style-not-table", "fonts"),
        ("[fonts]\nbody = 'Arial\"; color: red'", "style-not-font", "fonts.body"),
        ("[margins]\ntop = 3", "style-not-number", "margins.top"),
        ("[margins]\ntop = true", "style-not-number", "margins.top"),
        ("[margins]\ntop = nan", "style-not-number", "margins.top"),
        ("[cover]\nshow = 'ja'", "style-not-yes-no", "cover.show"),
        ("[cover]\nlines = ['{organisation}']", "style-no-title", "cover.lines"),
        ("[cover]\nlines = ['{title}', '{page}']", "style-placeholder", "cover.lines"),
        ("[header]\nleft = '{author}'", "style-placeholder", "header.left"),
        ("[footer]\nleft = { xx = 'a' }", "style-not-text", "footer.left"),
        ("[logo]\nfile = 'logo.svg'", "style-no-alt", "logo.alt"),
        ("[logo]\nfile = '../logo.svg'\nalt = 'Logo'", "style-not-text", "logo.file"),
    ],
)
def test_a_wrong_value_is_told_with_its_file_and_key(
    tmp_path: Path, style: str, code: str, key: str
) -> None:
    folder = folder_with(tmp_path / "huis", style)
    with pytest.raises(UserError) as told:
        read_style(folder)
    assert (told.value.code, told.value.parameters["key"]) == (code, key)
    for language in LANGUAGES:
        said = Catalogue(language)(f"error-{code}", **told.value.parameters)
        assert str(folder / "style.toml") in said
        assert key in said


@pytest.mark.parametrize(
    ("style", "code"),
    [
        ("kleur = ", "style-unfit"),
        ("a" + ".a" * 5000 + " = 1", "style-unfit"),
        ("format = 2", "style-newer"),
        ("[logo]\nfile = 'weg.png'\nalt = 'Logo'", "style-logo-missing"),
        ("[logo]\nfile = 'style.toml'\nalt = 'Logo'", "style-logo-unfit"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, style: str, code: str) -> None:
    with pytest.raises(UserError) as told:
        read_style(folder_with(tmp_path / "huis", style))
    assert told.value.code == code


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_whatever_stands_in_a_style_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("stijl", numbered=True)
    (folder / "style.toml").write_bytes(data)
    with suppress(CoauthorError):
        read_style(folder)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="https://example.org/spy.png"/>',
        '<rect fill="url(https://example.org/a)"/>',
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>&#64;&#105;mport 'https://example.org/a.css';</style>",
        "<style>u<!-- -->rl(https://example.org/a)</style>",
        "<style>@\\69mport 'https://example.org/a.css';</style>",
        '<rect onload="alert(1)"/>',
        '<use href="other.svg#a"/>',
        "<g>" * 300 + "</g>" * 300,
    ],
)
def test_a_logo_that_runs_or_loads_something_is_refused(inside: str) -> None:
    with pytest.raises(UnfitPictureError):
        plain_svg(SVG.replace("</svg>", f"{inside}</svg>").encode())


def test_only_files_within_the_folder_are_fonts_and_a_broken_one_stops_no_pdf(
    tmp_path: Path,
) -> None:
    folder, elsewhere = folder_with(tmp_path / "huis"), tmp_path / "elders"
    (folder / "fonts" / "map.ttf").mkdir(parents=True)
    (folder / "fonts" / "stuk.ttf").write_bytes(b"geen lettertype")
    style = read_style(folder)
    assert [each.name for each in style.fonts.files] == ["stuk.ttf"]
    assert FORMATS["pdf"].writer(dressed(style), NL).startswith(b"%PDF")
    other = folder_with(tmp_path / "ander")
    elsewhere.mkdir()
    (elsewhere / "geheim.ttf").write_bytes(b"van een ander")
    (other / "fonts").symlink_to(elsewhere, target_is_directory=True)
    assert read_style(other).fonts.files == ()


def test_a_logo_goes_without_notes_of_who_drew_it(tmp_path: Path) -> None:
    logo = read_style(folder_with(tmp_path / "huis")).logo
    assert logo is not None
    assert b"Jan" not in logo.data
    assert b"/home" not in logo.data
    assert b"#00437a" in logo.data
    (tmp_path / "huis/logo.svg").write_bytes(png())
    logo = read_style(tmp_path / "huis").logo
    assert logo is not None
    assert (logo.kind, logo.height) == ("png", 20)
    assert b"Jan" not in logo.data


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_the_head_of_a_table_is_printed_in_what_reads_best(colour: str) -> None:
    colours = Colours(table_head=colour)
    best = contrast(colours.on_table_head, colour)
    assert best >= max(contrast(INK, colour), contrast(PAPER, colour))


def test_the_page_of_the_web_has_colours_fonts_logo_and_cover(tmp_path: Path) -> None:
    style = read_style(folder_with(tmp_path / "huis"))
    page = FORMATS["html"].writer(dressed(style), NL).decode()
    assert "--accent: #123456" in page
    assert "--heading: #654321" in page
    assert "--on-head: #ffffff" in page
    assert '"Arial"' in page
    assert 'alt="Logo van het huis"' in page
    assert re.search(r'src="data:image/svg\+xml;base64,', page)
    assert page.count("<h1") - page.count('<h1 id="') == 1
    assert "Versie concept" in page
    assert page.partition("</header>")[0].count(f"<p>{escape(dressed(style).organisation)}") == 1
    assert "http" not in page.partition("</style>")[0]


@pytest.mark.parametrize("footer", ["", "[footer]\nleft = 'Pagina {page}'\nbelow = 'Ons adres'"])
def test_version_and_digest_stand_under_the_text_whatever_the_style_says(
    footer: str, tmp_path: Path
) -> None:
    style = read_style(folder_with(tmp_path / "huis", f"format = 1\n{footer}\n"))
    made = dressed(style)
    said = Furniture(made).footer()
    for each in (made.version, made.digest):
        assert "".join(said).count(each) == 1
    assert ("Ons adres" in said[2]) == bool(footer)


def test_the_pdf_has_cover_logo_header_and_footer_and_stays_readable_aloud(tmp_path: Path) -> None:
    style = read_style(folder_with(tmp_path / "huis"))
    made = FORMATS["pdf"].writer(dressed(style), NL)
    assert made == FORMATS["pdf"].writer(dressed(style), NL)
    reader = PdfReader(BytesIO(made))
    cover, first = (page.extract_text() for page in reader.pages[:2])
    assert "Versie concept" in cover
    assert "Eisen" in cover
    assert "van 2" not in cover
    assert "2 van 2" in first
    assert "Kop van Gemeente" in first
    assert "sha256:abc" in first
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1" in metadata
    fonts = {str(font["/BaseFont"]) for page in reader.pages for font in fonts_of(page)}
    assert any("LiberationSans" in name for name in fonts)
    assert b"Logo van het huis".decode() in alternatives(reader)


def test_a_font_that_is_not_there_gives_way_to_one_of_its_kind(tmp_path: Path) -> None:
    for font, seen in (("Calibri", "LiberationSans"), ("Cambria", "LibertinusSerif")):
        house = HOUSE.replace('"Arial"', f'"{font}"')
        style = read_style(folder_with(tmp_path / font, house))
        reader = PdfReader(BytesIO(FORMATS["pdf"].writer(dressed(style), NL)))
        names = {str(each["/BaseFont"]) for page in reader.pages for each in fonts_of(page)}
        assert all(seen in name for name in names), names


def test_a_high_logo_is_not_drawn_over_by_the_title(tmp_path: Path) -> None:
    def place_of_title(height: int) -> float:
        house = HOUSE.replace("width = 60", f"height = {height}")
        style = read_style(folder_with(tmp_path / str(height), house))
        page = PdfReader(BytesIO(FORMATS["pdf"].writer(dressed(style), NL))).pages[0]
        found: list[float] = []

        def see(said: str, matrix: list[float], at: list[float], *_: object) -> None:
            if "Gemeente" in said:
                found.append(matrix[5] + matrix[3] * at[5])

        page.extract_text(visitor_text=see)
        return (842 - found[0]) / 72 * 25.4

    assert place_of_title(20) < 110
    assert place_of_title(95) > 25 + 95


def fonts_of(page: object) -> list[dict[str, object]]:
    resources = page["/Resources"].get_object()  # type: ignore[index]
    return [each.get_object() for each in resources.get("/Font", {}).values()]


def alternatives(reader: PdfReader) -> list[str]:
    """Return what pictures are said to show."""
    found = []
    for number in range(1, len(reader.xref[0]) + 1):
        try:
            each = reader.get_object(number)
        except Exception:  # noqa: BLE001  # a number that is not used
            continue
        if isinstance(each, dict) and "/Alt" in each:
            found.append(str(each["/Alt"]))
    return found
