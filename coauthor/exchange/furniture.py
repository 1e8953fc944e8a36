"""What stands around a text: covers, headers and footers with their placeholders filled in."""

import re
from dataclasses import dataclass

from coauthor.document.rendering import printable, to_plain
from coauthor.exchange.office.tree import Role
from coauthor.exchange.specification import Specification
from coauthor.exchange.style import ON_PAGES, PLACEHOLDERS, Band, Words

LONGEST = 90
"""Characters of a title, version or organisation at the edge of a page."""
PAGE, PAGES = "\ue000", "\ue001"
"""Stand for the number of a page, and of all pages, until somebody lays out pages."""

TELLING = ("{version}", "{digest}")
"""What stands under each page in every style."""

_KNOWN = re.compile(r"\{(" + "|".join(PLACEHOLDERS) + r")\}")
_BARE = " ·|–-/:,"
"""What separates parts; alone at the end of a line it is left out."""


@dataclass(frozen=True)
class Furniture:
    """Fills in what a style says around a text."""

    specification: Specification

    @property
    def logo_alt(self) -> str:
        """What the logo shows, in the language of the text."""
        logo = self.specification.style.logo
        return logo.alt.of(self.specification.language) if logo else ""

    def header(self) -> tuple[str, str, str]:
        """Return left, right and below of what stands above each page."""
        return self._band(self.specification.style.header)

    def footer(self) -> tuple[str, str, str]:
        """Return left, right and below of what stands under each page.

        Which text somebody has before them is always told, whatever the style says.
        """
        band, language = self.specification.style.footer, self.specification.language
        said = "".join(each.of(language) for each in (band.left, band.right, band.below))
        left, right, below = self._band(band)
        lacks = [self._filled(Words((("", each),))) for each in TELLING if each not in said]
        return left, right, " · ".join(filter(None, (below, *lacks)))

    def cover(self) -> tuple[tuple[Role, str], ...]:
        """Return the lines of the cover: the title as such, and the others; empty without one."""
        found = []
        for each in self.specification.style.cover or ():
            said = self._filled(each, LONGEST * 4)
            if said:
                titled = "{title}" in each.of(self.specification.language)
                found.append((Role.TITLE if titled else Role.SUBTITLE, said))
        return tuple(found)

    @property
    def has_cover(self) -> bool:
        """Whether a page with the title stands in front."""
        return bool(self.specification.style.cover) and not self.specification.choice.only_changes

    def _band(self, band: Band) -> tuple[str, str, str]:
        return (
            self._filled(band.left),
            self._filled(band.right),
            self._filled(band.below),
        )

    def _filled(self, words: Words, longest: int = LONGEST) -> str:
        said = words.of(self.specification.language)
        values = self._values()
        filled = _KNOWN.sub(lambda found: _cut(values[found[1]], longest), said)
        return " ".join(filled.split()).strip(_BARE)

    def _values(self) -> dict[str, str]:
        made = self.specification
        return {
            "title": printable(to_plain(made.title)),
            "organisation": printable(made.organisation),
            "version": printable(made.version),
            "date": f"{made.when:%d-%m-%Y}",
            "digest": made.digest,
            **dict(zip(ON_PAGES, (PAGE, PAGES), strict=True)),
        }


def _cut(words: str, longest: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def without_pages(said: str) -> str:
    """Return a text for who knows no pages: '' when it is about them."""
    return "" if PAGE in said or PAGES in said else said
