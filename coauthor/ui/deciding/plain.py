"""Lines of a document as people read them, with the words marked that are not as before."""

import re
from dataclasses import replace

from coauthor.document.fields import FIELD_KEYS
from coauthor.document.lines import split_lines
from coauthor.document.markers import BrokenMarkerError, Marker, parse_marker
from coauthor.document.words import changes, word_diff
from coauthor.ui.lanes.lane import CellText, Text
from coauthor.ui.lanes.markdown import read_flow, readable
from coauthor.ui.lanes.pieces import Flow, Mark, Paragraph, Piece, Style, with_marks

_FIELD = re.compile(r"(^>[ \t]?\*\*)([a-z][a-z0-9-]*)(\*\*)")
_NAMED = ("kind", "priority")


def offered(text: str, before: str, words: Text) -> CellText:
    """Return lines as a cell to be set in type.

    Args:
        text: whole lines of a document.
        before: the lines to compare with; words that are not there are marked.
        words: the catalogue.
    """
    shown = in_words(text, words)
    if not shown.strip():
        nothing = Piece(words("offer-nothing"), style=Style.ITALIC)
        return CellText("gone", flow=(Paragraph((nothing,)),))
    flow = tuple(_titled(each) for each in read_flow(shown, words("lanes-gap")))
    return CellText("prose", flow=with_marks(flow, _marks(in_words(before, words), shown)))


def _titled(each: Flow) -> Flow:
    """Return a heading as a line in bold: in a preview no title needs to shout."""
    if not isinstance(each, Paragraph) or each.kind != "heading":
        return each
    pieces = tuple(replace(piece, style=piece.style | Style.BOLD) for piece in each.pieces)
    return replace(each, kind="text", pieces=pieces, close=True)


def in_words(text: str, words: Text) -> str:
    """Return lines with what only machines read put into words."""
    lines = [_line(line, words) for line in split_lines(text)]
    return readable("".join(lines)).strip("\n")


def _line(line: str, words: Text) -> str:
    if "<!--" not in line:
        return _FIELD.sub(lambda found: _field(found, words), line)
    try:
        marker = parse_marker(line)
    except BrokenMarkerError:
        return line
    if marker is None or marker.kind == "text":
        return "" if marker else line
    return f"*{_marker(marker, words)}*\n\n"


def _field(found: re.Match[str], words: Text) -> str:
    """Return the beginning of a field with its name as the lanes have it."""
    key = found[2]
    name = words(f"field-{key}") if key in FIELD_KEYS else key
    return f"{found[1]}{name}{found[3]}"


def _marker(marker: Marker, words: Text) -> str:
    """Return a marker as a person would read it out: code, kind, priority, theme."""
    if marker.kind != "clause":
        return words(f"offer-{marker.kind}", name=marker.code or marker.uid)
    said = [marker.code] if marker.code else []
    for key, value in marker.attributes:
        name = f"{key}-{value}"
        known = key in _NAMED and name in _KNOWN
        said.append(words(name) if known else f"{key}: {value}" if key != "theme" else value)
    return " · ".join(said) or words("block-clause")


_KNOWN = frozenset(
    {
        "kind-eis",
        "kind-wens",
        "kind-informatie",
        "priority-must",
        "priority-should",
        "priority-could",
    }
)


def _marks(before: str, after: str) -> tuple[Mark, ...]:
    """Return the stretches of a text that are not in the one before it."""
    if not before.strip():
        return ()
    runs = word_diff(before, after)
    found: list[Mark] = []
    for number, indexes in enumerate(changes(runs)):
        start = min(runs[i].after_start for i in indexes)
        end = max(runs[i].after_end for i in indexes)
        length = len(after[start:end].rstrip())
        if length:
            found.append(Mark(start, start + length, number))
    return tuple(found)
