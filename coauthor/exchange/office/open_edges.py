"""What stands above and under each page of an OpenDocument text, and where it stands."""

import re

from coauthor.exchange.furniture import PAGE, PAGES
from coauthor.exchange.office.safe import quoted, written
from coauthor.exchange.style import Style

_FIELDS = {
    PAGE: '<text:page-number text:select-page="current">1</text:page-number>',
    PAGES: "<text:page-count>1</text:page-count>",
}
_EDGE, _GAP, _LEAST = 12.0, 5.0, 5.0
"""Millimetres: from the edge of the paper to a header, from there to the text, and its height."""


def edge(kind: str, band: tuple[str, str, str]) -> str:
    """Return a ``header`` or ``footer``: left, right and below."""
    left, right, below = band
    said = _said(left) + (f"<text:tab/>{_said(right)}" if right else "")
    if below:
        said += ("<text:line-break/>" if left or right else "") + _said(below)
    style = kind.capitalize()
    return f'<style:{kind}><text:p text:style-name="{style}">{said}</text:p></style:{kind}>'


def _said(words: str) -> str:
    pieces = re.split(f"([{PAGE}{PAGES}])", words)
    return "".join(_FIELDS.get(each, written(each)) for each in pieces)


def open_values(style: Style, below_logo: float) -> dict[str, str]:
    """Return what the shipped styles are filled in with.

    Args:
        below_logo: millimetres of white under the logo of a cover.
    """
    colours, fonts, margins = style.colours, style.fonts, style.margins
    body = fonts.body or "Arial"
    above, under = (_inside(each) for each in (margins.top, margins.bottom))
    return {
        "body": quoted(f"'{body}'"),
        "titles": quoted(f"'{fonts.heading or body}'"),
        "mono": quoted(f"'{fonts.mono or 'Courier New'}'"),
        "accent": colours.accent,
        "heading": colours.heading,
        "rule": colours.rule,
        "table_head": colours.table_head,
        "on_table_head": colours.on_table_head,
        "width": f"{margins.width:g}mm",
        "short": f"{max(0, margins.width - 40):g}mm",
        "below_logo": f"{below_logo:.2f}mm",
        "top": f"{margins.top:g}mm",
        "bottom": f"{margins.bottom:g}mm",
        "left": f"{margins.left:g}mm",
        "right": f"{margins.right:g}mm",
        "above_header": f"{margins.top - above:g}mm",
        "header_height": f"{above:g}mm",
        "below_footer": f"{margins.bottom - under:g}mm",
        "footer_height": f"{under:g}mm",
        "gap": f"{min(_GAP, above / 2):g}mm",
    }


def _inside(margin: float) -> float:
    """Return how much of a margin a header or footer takes, the white beside it included."""
    return max(_LEAST, margin - _EDGE)
