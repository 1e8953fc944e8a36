"""House style: what an export looks like, whatever is in it.

Without arguments a `Style` is the sober look that every format has by itself. A style of an
organisation is read from a folder by `coauthor.exchange.style_file`.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

PLACEHOLDERS = ("title", "organisation", "version", "date", "digest", "page", "pages")
"""What may stand between braces in a header, a footer and on a cover."""

ON_PAGES = ("page", "pages")
"""The placeholders that only whoever lays out pages can fill in."""

INK, PAPER = "#1b1f24", "#ffffff"
"""What texts are printed in, and on."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in one language, or in several.

    Args:
        said: language and text; the language is '' for a text that holds in each.
    """

    said: tuple[tuple[str, str], ...] = ()

    def of(self, language: str) -> str:
        """Return the text in a language, else the first there is, else ''."""
        known = dict(self.said)
        return known.get(language) or known.get("") or next((each for _, each in self.said), "")


def words(nl: str, en: str = "") -> Words:
    """Return a text in Dutch and English, or one for every language."""
    return Words((("nl", nl), ("en", en))) if en else Words((("", nl),))


@dataclass(frozen=True, slots=True)
class Fonts:
    """Names of fonts; '' for what a format uses by itself.

    Args:
        files: fonts that the style brings along, for the PDF.
    """

    heading: str = ""
    body: str = ""
    mono: str = ""
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as ``#rrggbb``.

    Args:
        accent: titles, links and what stands out.
        heading: headings of chapters.
        rule: lines.
        table_head: behind the names of columns; what they are printed in follows from it.
    """

    accent: str = "#154273"
    heading: str = "#154273"
    rule: str = "#c5cdd6"
    table_head: str = "#e6ebf2"

    @property
    def on_table_head(self) -> str:
        """Ink or paper, whichever is read best on the heads of tables."""
        return max((INK, PAPER), key=lambda each: contrast(each, self.table_head))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture without anything in it that does not draw.

    Args:
        kind: ``png``, ``jpeg`` or ``svg``.
        width: millimetres; ``height`` too.
        alt: what it shows, for who does not see it.
    """

    kind: Literal["png", "jpeg", "svg"]
    data: bytes
    width: float
    height: float
    alt: Words


@dataclass(frozen=True, slots=True)
class Band:
    """What stands at the edge of each page: at both ends of a line, and on a line below."""

    left: Words = field(default_factory=Words)
    right: Words = field(default_factory=Words)
    below: Words = field(default_factory=Words)


@dataclass(frozen=True, slots=True)
class Margins:
    """White around the text of a page (A4), in millimetres."""

    top: float = 25
    bottom: float = 25
    left: float = 23
    right: float = 23

    @property
    def width(self) -> float:
        """What is left between them for text."""
        return 210 - self.left - self.right


HEADER = Band(words("{title} · {organisation}"))
FOOTER = Band(
    words("{version} · {date}"),
    words("Pagina {page} van {pages}", "Page {page} of {pages}"),
    words("{digest}"),
)


@dataclass(frozen=True, slots=True)
class Style:
    """How an export looks.

    Args:
        name: what people ask for it by.
        label: what it is called where it is chosen.
        cover: the lines of a page in front, the title among them; None for no such page.
    """

    name: str = "neutraal"
    label: Words = field(default_factory=lambda: words("Neutraal", "Neutral"))
    fonts: Fonts = Fonts()
    colours: Colours = Colours()
    logo: Picture | None = None
    cover: tuple[Words, ...] | None = None
    header: Band = HEADER
    footer: Band = FOOTER
    margins: Margins = Margins()


NEUTRAL = Style()
"""How an export looks where nobody says otherwise."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.1, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
