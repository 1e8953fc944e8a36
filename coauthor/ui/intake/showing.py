"""One part of a file in full, as HTML: what it becomes, and why a person should look at it."""

from collections.abc import Iterator

from coauthor.document.rendering import to_html
from coauthor.exchange.specification import field_label, kind_label
from coauthor.language import Catalogue
from coauthor.ui.difference import difference_html, lines
from coauthor.ui.intake.rows import SIGNS
from coauthor.ui.theme import current_theme
from coauthor.workspace.bringing.lines import Line, place_words
from coauthor.workspace.themes import themes


def line_html(line: Line, text: Catalogue) -> str:
    """Return a part of a file as people read it; of a changed clause the words that differ."""
    return "".join(_parts(line, text))


def _parts(line: Line, text: Catalogue) -> Iterator[str]:
    colours = current_theme().colours
    for each in line.looks:
        said = f"⚠ {text(f'intake-look-{each}')}"
        yield f'<p style="background:{colours["warning_paper"]}">{lines(said)}</p>'
    if line.change in ("absent", "elsewhere"):
        said = f"{SIGNS[line.change]} {text(f'intake-change-{line.change}-help')}"
        yield f'<p style="background:{colours["info_paper"]}">{lines(said)}</p>'
    if title := f"{line.code} {line.title}".strip():
        yield f"<h3>{lines(title)}</h3>"
    if labels := " · ".join(filter(None, _labels(line, text))):
        yield f'<p style="color:{colours["soft"]}">{lines(labels)}</p>'
    if line.change == "changed" and line.before != (line.title, line.text):
        before, after = ("\n\n".join(filter(None, each)) for each in _texts(line))
        yield difference_html(before, after)
    else:
        yield to_html(line.text)
    for key, said in line.fields:
        yield f"<p><b>{lines(field_label(key, text))}</b></p>{to_html(said)}"


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
