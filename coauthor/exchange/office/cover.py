"""What stands before a text: the logo, and the cover where the style has one."""

from coauthor.exchange.furniture import Furniture
from coauthor.exchange.office.tree import Block, Figure, Paragraph, Role, Run
from coauthor.exchange.specification import Specification

HIGH = 60.0
"""Millimetres from the top of the text of a cover to its title."""


def front(specification: Specification) -> tuple[Block, ...]:
    """Return the cover, or the logo alone, or nothing."""
    around = Furniture(specification)
    figure = _logo(specification, around.logo_alt)
    if around.has_cover:
        lines = (
            Paragraph((Run(said),), Role.COVER_TITLE if role is Role.TITLE else Role.COVER_LINE)
            for role, said in around.cover()
        )
        logo = Paragraph((Run(figure.alt, figure=figure),) if figure else (), Role.COVER_LOGO)
        return (logo, *lines, Paragraph((), Role.COVER_RULE))
    return (Paragraph((Run(figure.alt, figure=figure),), Role.LOGO),) if figure else ()


def below_logo(specification: Specification) -> float:
    """Return the millimetres of white between the logo of a cover and its title."""
    logo = specification.style.logo
    return max(8.0, HIGH - (logo.height if logo else 0))


def _logo(specification: Specification, alt: str) -> Figure | None:
    logo = specification.style.logo
    if logo is None:
        return None
    return Figure(logo.kind, logo.data, logo.width, logo.height, alt, logo=True)
