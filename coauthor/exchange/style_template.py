"""What a template of Word says of a house style: fonts, colours, margins, and its logo."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from coauthor.errors import UserError
from coauthor.exchange.pictures import Kind, drawn
from coauthor.exchange.plain_pictures import UnfitPictureError
from coauthor.exchange.publication.archive import Archive, refuse_declarations
from coauthor.exchange.style import PAPER, contrast
from coauthor.exchange.style_file import LOGO_SIDE, MARGIN, READABLE
from coauthor.exchange.xml_tree import Element, parse

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_FONT = re.compile(r"\w[\w .\-]{0,59}")
_HEADING = re.compile(r"(?:heading|kop) ?1", re.IGNORECASE)
_TITLE = re.compile(r"title|titel", re.IGNORECASE)
_SIDES = ("top", "bottom", "left", "right")
_UNITS = 36_000
"""English metric units in a millimetre."""


@dataclass
class Taken:
    """What was found, by the keys of a style file; what is absent says nothing.

    Args:
        logo: kind, file and width in millimetres.
        unread: colours that are hard to read on paper and were left.
    """

    fonts: dict[str, str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    margins: dict[str, int] = field(default_factory=dict)
    logo: tuple[Kind, bytes, int] | None = None
    unread: list[str] = field(default_factory=list)


def read_template(name: str, data: bytes) -> Taken:
    """Return what a DOCX or DOTX says of a style.

    Raises:
        UserError: ``publication-unsafe``, ``publication-unfit``, or ``xml-unsafe``.
    """
    reader = _Reader(name, Archive(name, data))
    if not reader.main:
        raise UserError("publication-unfit", path=name)
    taken = Taken()
    reader.fonts_and_colours(taken)
    reader.margins(taken)
    taken.logo = next(reader.logos(), None)
    return taken


_WIDE = 80
"""Millimetres; a picture of the text that is wider shows something, and is no logo."""


class _Reader:
    def __init__(self, name: str, archive: Archive) -> None:
        self.name, self.archive = name, archive
        of = archive.relations("").values()
        self.main = next((path for kind, path, _ in of if kind == "officeDocument"), "")
        self.relations = archive.relations(self.main) if self.main else {}

    def _tree(self, path: str) -> Element:
        part = self.archive.parts.get(path, b"")
        if not part.strip():
            return Element("")
        refuse_declarations(self.name, part)
        return parse(self.name, part)

    def _beside(self, sort: str) -> Element:
        path = next((path for kind, path, _ in self.relations.values() if kind == sort), "")
        return self._tree(path)

    def fonts_and_colours(self, taken: Taken) -> None:
        """Take those of the text, of the first heading and of the title."""
        styles, theme = self._beside("styles"), self._beside("theme")
        usual = styles.child("docDefaults", "rPrDefault", "rPr")
        text = [_looks(styles, lambda each, _: each.attributes.get("default") == "1"), usual]
        heading = _looks(styles, lambda _, named: bool(_HEADING.fullmatch(named)))
        title = _looks(styles, lambda _, named: bool(_TITLE.fullmatch(named)))
        for key, looks in (("body", text), ("heading", [heading, *text])):
            found = next(filter(None, (_font(look, theme) for look in looks)), "")
            if found:
                taken.fonts[key] = found
        for key, look in (("heading", heading), ("accent", title)):
            colour = _colour(look, theme)
            if colour and contrast(colour, PAPER) < READABLE:
                taken.unread.append(colour)
            elif colour:
                taken.colours[key] = colour
        if "accent" not in taken.colours and "heading" in taken.colours:
            taken.colours["accent"] = taken.colours["heading"]

    def margins(self, taken: Taken) -> None:
        """Take those of the last section."""
        *_, last = (Element(""), *self._tree(self.main).all("pgMar"))
        for side in _SIDES:
            said = last.attributes.get(side, "")
            if said.isascii() and said.isdigit() and len(said) < 6:
                millimetres = round(int(said) * 25.4 / 1440)
                taken.margins[side] = min(max(millimetres, MARGIN[0]), MARGIN[1])

    def logos(self) -> Iterator[tuple[Kind, bytes, int]]:
        """Yield the pictures of headers, then of footers, then of the text."""
        paths = [
            path
            for sort in ("header", "footer")
            for kind, path, _ in self.relations.values()
            if kind == sort
        ]
        for path in (*paths, self.main):
            relations = self.archive.relations(path)
            for drawing in self._tree(path).all("inline", "anchor"):
                width = drawing.child("extent").attributes.get("cx", "")
                for blip in drawing.all("blip"):
                    _, target, outside = relations.get(
                        blip.attributes.get("embed", ""), ("", "", True)
                    )
                    data = b"" if outside else self.archive.parts.get(target, b"")
                    try:
                        kind, plain, _ = drawn(data)
                    except UnfitPictureError:
                        continue
                    known = width.isascii() and width.isdigit() and len(width) < 12
                    wide = round(int(width) / _UNITS) if known else 45
                    if path == self.main and wide > _WIDE:
                        continue
                    yield kind, plain, min(max(wide, LOGO_SIDE[0]), LOGO_SIDE[1])


def _looks(styles: Element, wanted: Callable[[Element, str], bool]) -> Element:
    """Return what the first paragraph style that is wanted says of letters."""
    for each in styles.children:
        if each.name == "style" and each.attributes.get("type") == "paragraph":
            named = each.child("name").attributes.get("val", "")
            if wanted(each, named):
                return each.child("rPr")
    return Element("")


def _font(look: Element, theme: Element) -> str:
    said = look.child("rFonts").attributes
    of_theme = said.get("asciiTheme", "")
    if of_theme:
        sort = "majorFont" if of_theme.startswith("major") else "minorFont"
        found = next(theme.all(sort), Element("")).child("latin").attributes.get("typeface", "")
    else:
        found = said.get("ascii", "")
    return found if _FONT.fullmatch(found) else ""


def _colour(look: Element, theme: Element) -> str:
    said: Mapping[str, str] = look.child("color").attributes
    value = said.get("val", "")
    if not _HEX.fullmatch(value) and said.get("themeColor"):
        of_theme = next(theme.all(said["themeColor"]), Element(""))
        value = next(of_theme.children, Element("")).attributes.get("val", "")
    return f"#{value.lower()}" if _HEX.fullmatch(value) else ""
