"""Hidden text in Markdown: what no renderer shows, and so nobody sees go out of the door.

Comments, processing instructions, declarations and CDATA (CommonMark 0.31 §4.6, §6.6),
and link reference definitions that nothing refers to, of which ``[//]: # (note)`` is
the custom for a note to oneself.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt

from coauthor.document.lines import split_lines

_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<![A-Za-z].*?(?:>|\Z)",
    re.DOTALL,
)


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


def labels(text: str) -> frozenset[str]:
    """Return the labels that links and pictures of a text refer to, as they are compared."""
    if "]:" not in text:
        return frozenset()  # nothing is defined, so nothing is asked for
    inline = (token.children or () for token in _markdown().parse(_readable(text)))
    found = (child.meta.get("label") for children in inline for child in children)
    return frozenset(str(label) for label in found if label)


def without_definitions(text: str, used: frozenset[str], seen: set[str]) -> Cut:
    """Return the text without the link reference definitions that nobody needs.

    Args:
        used: the labels that are referred to.
        seen: the labels that were defined before; what is defined again has no effect.
    """
    cut = Cut(text)
    if "]:" not in text:
        return cut
    lines = split_lines(text)
    gone: set[int] = set()
    for token in _markdown().parse(_readable(text)):
        if token.type != "definition" or token.map is None:
            continue
        label = str(token.meta["id"])
        if label in used and label not in seen:
            seen.add(label)
            continue
        span = range(*token.map)
        cut.hidden.append("".join(lines[span.start : span.stop]).strip())
        gone.update(span)
    if gone:
        cut.text = "".join(line for index, line in enumerate(lines) if index not in gone)
    return cut


def _readable(text: str) -> str:
    """Return the text with as many lines, as markdown-it counts them."""
    return "\n".join(line.rstrip("\r\n") for line in split_lines(text))


@cache
def _markdown() -> MarkdownIt:
    options = {"html": True, "inline_definitions": True, "store_labels": True}
    return MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
