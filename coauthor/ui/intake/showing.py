"""One part of a file in full, as HTML: what it becomes, and why a person should look at it."""

from collections.abc import Iterator
from html import escape

from coauthor.document.rendering import harmless, to_html
from coauthor.exchange.specification import field_label, kind_label
from coauthor.language import Catalogue
from coauthor.ui.intake.rows import SIGNS, place_words
from coauthor.ui.theme import current_theme
from coauthor.workspace.bringing.lines import Line
from coauthor.workspace.comparing import words
from coauthor.workspace.themes import themes


def line_html(line: Line, text: Catalogue) -> str:
    """Return a part of a file as people read it; of a changed clause the words that differ."""
    return "".join(_parts(line, text))


def _parts(line: Line, text: Catalogue) -> Iterator[str]:
    colours = current_theme().colours
    for each in line.looks:
        said = f"⚠ {text(f'intake-look-{each}')}"
        yield f'<p style="background:{colours["warning_paper"]}">{_plain(said)}</p>'
    if line.change in ("absent", "elsewhere"):
        said = f"{SIGNS[line.change]} {text(f'intake-change-{line.change}-help')}"
        yield f'<p style="background:{colours["info_paper"]}">{_plain(said)}</p>'
    if title := f"{line.code} {line.title}".strip():
        yield f"<h3>{_plain(title)}</h3>"
    if labels := " · ".join(filter(None, _labels(line, text))):
        yield f'<p style="color:{colours["soft"]}">{_plain(labels)}</p>'
    if line.change == "changed" and line.before != (line.title, line.text):
        before, after = ("\n\n".join(filter(None, each)) for each in _texts(line))
        yield difference_html(before, after)
    else:
        yield to_html(line.text)
    for key, said in line.fields:
        yield f"<p><b>{_plain(field_label(key, text))}</b></p>{to_html(said)}"


def _labels(line: Line, text: Catalogue) -> Iterator[str]:
    kind, priority, theme = line.marks
    if line.what == "clause":
        yield kind_label(kind, text)
    if priority:
        key = f"priority-{priority}"
        yield text(key) if text.has(key) else priority
    if theme:
        names = {each.key: each.label(text.language) for each in themes()}
        yield names.get(theme, theme)
    yield place_words(line.place, text)


def _texts(line: Line) -> tuple[tuple[str, str], tuple[str, str]]:
    return line.before, (line.title, line.text)


def difference_html(before: str, after: str, *, without: str = "") -> str:
    """Return a text with what went struck through and what came underlined.

    Args:
        without: leaves ``added`` or ``removed`` out, for two texts side by side.
    """
    theme = current_theme().colours
    styles = {
        "added": f"background:{theme['added_paper']};color:{theme['added_ink']};"
        "text-decoration:underline",
        "removed": f"background:{theme['removed_paper']};color:{theme['removed_ink']};"
        "text-decoration:line-through",
    }
    pieces = [
        f'<span style="{styles[kind]}">{_plain(said)}</span>' if kind in styles else _plain(said)
        for kind, said in words(before, after)
        if kind != without
    ]
    return f"<p>{''.join(pieces)}</p>"


def _plain(said: str) -> str:
    return escape(harmless(said)).replace("\n", "<br>")
