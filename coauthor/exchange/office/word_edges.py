"""What stands above and under each page, as WordprocessingML, and where it stands."""

import re

from coauthor.exchange.furniture import PAGE, PAGES
from coauthor.exchange.office.safe import written
from coauthor.exchange.style import Margins, Style

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FIELDS = {PAGE: "PAGE", PAGES: "NUMPAGES"}
_EDGE = 709
"""Twentieths of a point between the edge of the paper and a header."""


def twips(millimetres: float) -> int:
    """Return twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def edge(kind: str, band: tuple[str, str, str]) -> str:
    """Return the part of a header (``hdr``) or footer (``ftr``): left, right and below."""
    left, right, below = band
    style = "Header" if kind == "hdr" else "Footer"
    said = _said(left) + ("<w:r><w:tab/></w:r>" + _said(right) if right else "")
    if below:
        said += ("<w:r><w:br/></w:r>" if left or right else "") + _said(below)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:{kind} xmlns:w="{_MAIN}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{said}</w:p>'
        f"</w:{kind}>"
    )


def _said(words: str) -> str:
    made = []
    for each in re.split(f"([{PAGE}{PAGES}])", words):
        if each in _FIELDS and each:
            name = _FIELDS[each]
            made.append(f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        elif each:
            made.append(f'<w:r><w:t xml:space="preserve">{written(each)}</w:t></w:r>')
    return "".join(made)


def section(margins: Margins, *, cover: bool = False) -> str:
    """Return the properties of a section; a cover has no header and no footer."""
    edges = (
        ""
        if cover
        else '<w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
    )
    top, bottom = twips(margins.top), twips(margins.bottom)
    return (
        f'<w:sectPr>{edges}<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{twips(margins.right)}" w:bottom="{bottom}" '
        f'w:left="{twips(margins.left)}" w:header="{min(_EDGE, top // 2)}" '
        f'w:footer="{min(_EDGE - 142, bottom // 2)}" w:gutter="0"/></w:sectPr>'
    )


def word_values(style: Style, below_logo: float) -> dict[str, str]:
    """Return what the shipped styles are filled in with.

    Args:
        below_logo: millimetres of white under the logo of a cover.
    """
    colours, fonts = style.colours, style.fonts
    width = twips(style.margins.width)
    body = fonts.body or "Arial"
    return {
        "body": written(body),
        "titles": written(fonts.heading or body),
        "mono": written(fonts.mono or "Courier New"),
        "accent": colours.accent[1:].upper(),
        "heading": colours.heading[1:].upper(),
        "rule": colours.rule[1:].upper(),
        "table_head": colours.table_head[1:].upper(),
        "on_table_head": colours.on_table_head[1:].upper(),
        "width": str(width),
        "below_logo": str(twips(below_logo)),
        "short": str(max(0, width - twips(40))),
    }
