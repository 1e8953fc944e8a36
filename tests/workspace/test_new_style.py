"""A house style to begin with, from the example or from a template of Word."""

import json
import zipfile
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.errors import CoauthorError, UserError
from coauthor.exchange.style_file import read_style
from coauthor.exchange.style_template import read_template
from coauthor.language import LANGUAGES
from coauthor.workspace.creating import make_example
from coauthor.workspace.new_style import new_style
from coauthor.workspace.styles import find_style
from coauthor.workspace.workspace import open_workspace
from tests.exchange.test_styles import png

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(*found: tuple[str, str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
        for name, kind, target in found
    )
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def template(path: Path, title: str = "7A0000", wide: str = "1800000") -> Path:
    """Make a template as Word does: fonts and a colour by way of the theme, a logo above."""
    styles = (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph"><w:name w:val="heading 1"/><w:rPr>'
        '<w:rFonts w:asciiTheme="majorHAnsi"/><w:color w:val="auto" w:themeColor="accent1"/>'
        '</w:rPr></w:style><w:style w:type="paragraph"><w:name w:val="Title"/><w:rPr>'
        f'<w:color w:val="{title}"/></w:rPr></w:style></w:styles>'
    )
    theme = (
        f'<a:theme xmlns:a="{A}"><a:clrScheme><a:accent1><a:srgbClr val="005A32"/></a:accent1>'
        '</a:clrScheme><a:majorFont><a:latin typeface="Verdana"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:theme>'
    )
    header = (
        f'<w:hdr xmlns:w="{W}" xmlns:a="{A}" xmlns:r="{R}"><w:p><w:r><w:drawing><inline>'
        f'<extent cx="{wide}" cy="600000"/><a:blip r:embed="p1"/></inline></w:drawing></w:r>'
        "</w:p></w:hdr>"
    )
    document = (
        f'<w:document xmlns:w="{W}"><w:body><w:sectPr><w:pgMar w:top="1701" w:right="1134" '
        'w:bottom="1418" w:left="99999"/></w:sectPr></w:body></w:document>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", relations(("d", "officeDocument", "word/document.xml")))
        archive.writestr("word/document.xml", document)
        archive.writestr(
            "word/_rels/document.xml.rels",
            relations(
                ("s", "styles", "styles.xml"),
                ("t", "theme", "theme/theme1.xml"),
                ("h", "header", "header1.xml"),
            ),
        )
        archive.writestr("word/styles.xml", styles)
        archive.writestr("word/theme/theme1.xml", theme)
        archive.writestr("word/header1.xml", header)
        archive.writestr("word/_rels/header1.xml.rels", relations(("p1", "image", "media/a.png")))
        archive.writestr("word/media/a.png", png())
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_explains_itself_and_is_sound(tmp_path: Path, language: str) -> None:
    made = new_style("ons-huis", tmp_path, language=language)
    style = read_style(made.folder)
    assert style.label.of(language) == "Ons huis"
    assert style.cover
    written = (made.folder / "style.toml").read_text(encoding="utf-8")
    assert sum(line.startswith("#") for line in written.splitlines()) > 15


def test_a_style_made_in_a_workspace_can_be_used_there(tmp_path: Path) -> None:
    root = make_example(tmp_path / "w").root
    made = new_style("ons-huis", root / "documents")
    assert made.folder == root / "styles/ons-huis"
    assert find_style(open_workspace(root), "ons-huis").name == "ons-huis"
    with pytest.raises(UserError) as told:
        new_style("ons-huis", root)
    assert told.value.code == "style-exists"


def test_a_template_of_word_gives_fonts_colours_margins_and_logo(tmp_path: Path) -> None:
    style = read_style(
        new_style("huis", tmp_path, template=template(tmp_path / "sjabloon.dotx")).folder
    )
    assert (style.fonts.heading, style.fonts.body) == ("Verdana", "Calibri")
    assert (style.colours.heading, style.colours.accent) == ("#005a32", "#7a0000")
    assert (style.margins.top, style.margins.right, style.margins.left) == (30, 20, 60)
    assert style.logo is not None
    assert style.logo.width == 50
    assert b"Jan" not in style.logo.data


@pytest.mark.parametrize(("wide", "is_logo"), [("1800000", True), ("5220000", False)])
def test_a_wide_picture_of_the_text_is_no_logo(tmp_path: Path, wide: str, *, is_logo: bool) -> None:
    file = template(tmp_path / "huis.docx", wide=wide)
    parts = {each: zipfile.ZipFile(file).read(each) for each in zipfile.ZipFile(file).namelist()}
    drawing = parts["word/header1.xml"].split(b"<w:p>")[1].split(b"</w:p>")[0]
    names = f'xmlns:a="{A}" xmlns:r="{R}"'.encode()
    parts["word/document.xml"] = (
        parts["word/document.xml"]
        .replace(b"<w:body>", b"<w:body><w:p>" + drawing + b"</w:p>")
        .replace(b"<w:document ", b"<w:document " + names + b" ")
    )
    rows = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = rows.replace(
        f'<Relationship Id="h" Type="{R}/header" Target="header1.xml"/>',
        f'<Relationship Id="p1" Type="{R}/image" Target="media/a.png"/>',
    ).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert (read_template("huis.docx", file.read_bytes()).logo is not None) == is_logo


def test_a_colour_that_is_hard_to_read_is_left_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(template(tmp_path / "sjabloon.docx", title="FFE600"))
    asked = ["new-style", "huis", "--into", str(tmp_path), "--from", file]
    assert main(asked) == 0
    assert "#ffe600" in capsys.readouterr().out
    assert read_style(tmp_path / "huis").colours.accent == "#005a32"
    assert main(["new-style", "ander", "--into", str(tmp_path), "--from", file, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["unread"] == ["#ffe600"]


def test_one_style_can_be_checked_by_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = new_style("huis", tmp_path).folder
    assert main(["styles", str(folder)]) == 0
    assert "Huis" in capsys.readouterr().out
    (folder / "style.toml").write_text("[margins]\ntop = 1\n", encoding="utf-8")
    assert main(["styles", str(folder)]) == 1
    assert "margins.top" in capsys.readouterr().out


@pytest.mark.parametrize("wide", ["²", "9" * 5000, "-1", ""])
def test_a_width_that_is_none_stops_no_template(tmp_path: Path, wide: str) -> None:
    taken = read_template("huis.dotx", template(tmp_path / "huis.dotx", wide=wide).read_bytes())
    assert taken.logo is not None
    assert taken.logo[2] == 45


@pytest.mark.parametrize("name", ["", "Ons Huis", "../x", "a/b"])
def test_a_name_that_is_no_folder_is_refused_with_one_that_is(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as told:
        new_style(name, tmp_path)
    assert told.value.code == "style-name"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"geen zip"])
def test_a_file_that_is_no_template_is_told_and_makes_nothing(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(data)
    with pytest.raises(CoauthorError):
        new_style("huis", tmp_path, template=file)
    assert not (tmp_path / "huis").exists()
