"""The line scanner: the headings and one-line comments at the top level of any text.

Plain paragraphs and quotes are skipped by one pattern as long as nothing can be
open; what is left goes to the block reader in `containers`. The judge of what is
right is markdown-it-py (preset ``commonmark`` with tables and strikethrough).
"""

import re
from collections.abc import Iterator

from coauthor.document.constructs import atx_text, trimmed
from coauthor.document.containers import Blocks, Mark

__all__ = ["Mark", "open_at_end", "scan"]

_NEWLINE = r"(?:\r\n|\n|\r(?!\n))"
_REST = rf"[^\r\n]*+(?:{_NEWLINE}|\Z)"
_BLANK_BELOW = r"(?=[ \t]*(?:[\r\n]|\Z))"
_TEXT = (
    r"(?:[^ \t\r\n#>*+\-_=<~`\[0-9]"
    r"|\*{1,2}[^ \t\r\n*]|_{1,2}[^ \t\r\n_]|~{1,2}[^\r\n~]|`{1,2}[^\r\n`]"
    r"|\[[^\[\]\\\r\n]*\](?!:)"
    r"|[0-9](?![0-9]{0,8}[.)](?:[ \t\r\n]|\Z)))"
)
"""How a line begins that goes on a paragraph or table, or else begins one."""

_INSIDE = rf"[ \t]*[^ \t\r\n]{_REST}"
_ITEM_TEXT = rf"(?:[^ \t\r\n|\-+*_]|\*{{1,2}}[^ \t\r\n|*])[^\r\n|]*+{_NEWLINE}"
_BLANK = rf"[ \t]*{_NEWLINE}"
_PLAIN = re.compile(
    rf"(?:{_BLANK}"
    rf"|(?:{_TEXT}{_REST})+{_BLANK_BELOW}"
    rf"| {{0,3}}>{_REST}(?:[ \t]*>{_REST})*{_BLANK_BELOW}"
    rf"|(?:[-+*][ ]{_ITEM_TEXT}(?:[ ]{{2}}{_INSIDE}|{_BLANK})*"
    rf"|[0-9][.)][ ]{_ITEM_TEXT}(?:[ ]{{3}}{_INSIDE}|{_BLANK})*)+"
    rf"{_BLANK}(?=[^ \t\r\n\-+*0-9]|\Z))*"
)
"""Blank lines, and paragraphs, tables, quotes and lists that end for certain with nothing open.

A blank line ends the first three. A list ends at an unindented line below a blank
one, unless that may be another item; its first lines hold no pipe, which could make
them the head of a table, and no second marker, which could make them a rule.
"""

_MARK = re.compile(
    rf" {{0,3}}(?:(#{{1,6}})([ \t][^\r\n|]*)?|(<!--[^\r\n|]*-->[ \t]*))(?:{_NEWLINE}|\Z)"
)
"""A heading or comment on one line, with no pipe to make it the head of a table."""


def scan(text: str, start: int = 0) -> Iterator[Mark]:
    """Yield the headings and one-line comments at the top level, in order, lazily.

    Takes time linear in the text, whatever it holds.

    Args:
        start: offset of a line where a block may begin and nothing is open.
    """
    return _walk(text, start, Blocks(text))


def open_at_end(text: str) -> str:
    """Return the line that closes what is open at the top level at the end, or ''.

    Open can be a code fence, or HTML that ends only where it says so: a comment,
    a script, a declaration and the like. A blank line closes all else.
    """
    blocks = Blocks(text)
    for _ in _walk(text, 0, blocks):
        pass
    return blocks.unclosed


def _walk(text: str, position: int, blocks: Blocks) -> Iterator[Mark]:
    length = len(text)
    while position < length:
        if plain := _PLAIN.match(text, position):
            position = plain.end()
        if found := _MARK.match(text, position):
            yield _mark(found)
            position = found.end()
        elif position < length:
            position = blocks.run(position)
            if blocks.mark:
                yield blocks.mark


def _mark(found: re.Match[str]) -> Mark:
    if found[1]:
        text = atx_text(found[2] or "")
        return Mark("heading", found.start(), found.end(), len(found[1]), text)
    return Mark("comment", found.start(), found.end(), 0, trimmed(found[3]))
