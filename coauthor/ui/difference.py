"""Texts as HTML of a page: to the letter, and with the words that differ marked."""

from html import escape

from coauthor.document.rendering import harmless
from coauthor.ui.theme import current_theme
from coauthor.workspace.comparing import words


def plain(text: str) -> str:
    """Return a text as HTML shows it, to the letter."""
    return escape(harmless(text))


def lines(text: str) -> str:
    """Return a text as HTML, its lines kept."""
    return plain(text).replace("\n", "<br>")


def difference_html(before: str, after: str, *, without: str = "") -> str:
    """Return a text with what went struck through and what came underlined.

    Args:
        without: leaves ``added`` or ``removed`` out, for two texts side by side.
    """
    colours = current_theme().colours
    marks = (("added", "underline"), ("removed", "line-through"))  # never colour alone
    styles = {
        kind: f"background:{colours[f'{kind}_paper']};color:{colours[f'{kind}_ink']};"
        f"text-decoration:{line}"
        for kind, line in marks
    }
    pieces = [
        f'<span style="{styles[kind]}">{lines(said)}</span>' if kind in styles else lines(said)
        for kind, said in words(before, after)
        if kind != without
    ]
    return f"<p>{''.join(pieces)}</p>"
