"""Hidden text in Markdown: what no renderer shows, and so nobody sees go out of the door.

Comments, processing instructions, declarations and CDATA (CommonMark 0.31 §4.6, §6.6),
and link reference definitions that nothing refers to, of which ``[//]: # (note)`` is
the custom for a note to oneself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from coauthor.document.definitions import definition_length
from coauthor.document.lines import split_lines

_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<![A-Za-z].*?(?:>|\Z)",
    re.DOTALL,
)
_DEFINITION = re.compile(r" {0,3}\[((?:[^\[\]\\]|\\.)+)\]:", re.DOTALL)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\](?!:)", re.DOTALL)
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class Cut:
    """Text without what was hidden in it, and what that was."""

    text: str
    hidden: list[str] = field(default_factory=list)


def without_hidden(text: str) -> Cut:
    """Return the text without what is hidden in markup; an unclosed comment hides the rest."""
    cut = Cut(text)

    def cut_out(found: re.Match[str]) -> str:
        cut.hidden.append(found[0])
        return ""

    before = ""
    while "<" in cut.text and cut.text != before:
        # What is joined by taking one away may be one again.
        before = cut.text
        cut.text = _HIDDEN.sub(cut_out, before)
    return cut


def labels(text: str) -> Iterator[str]:
    """Yield the labels that may be referred to in a text, as they are compared."""
    if "[" in text:
        for found in _LABEL.finditer(text):
            yield _label(found[1])


def without_definitions(text: str, used: frozenset[str]) -> Cut:
    """Return the text without the link reference definitions of labels that nobody uses."""
    cut = Cut(text)
    if "]:" not in text:
        return cut
    lines = split_lines(text)
    kept: list[str] = []
    index, fresh = 0, True
    while index < len(lines):
        found = _DEFINITION.match("".join(lines[index : index + 3])) if fresh else None
        count = definition_length(each.lstrip(" ") for each in lines[index:]) if found else 0
        taken = lines[index : index + max(count, 1)]
        if found and count and _label(found[1]) not in used:
            cut.hidden.append("".join(taken).strip())
        else:
            kept += taken
        # A definition cannot break into a paragraph, but may follow another one.
        fresh = count > 0 or not lines[index].strip(" \t\r\n")
        index += max(count, 1)
    cut.text = "".join(kept) if cut.hidden else text
    return cut


def _label(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold()
