"""Markdown while it is typed: bold, italic, links, lists, and what Enter does.

Pure functions: text and selection in, text and selection out.
"""

import re
from dataclasses import dataclass

_ITEM = re.compile(r"([ ]*)([-*+]|(\d{1,9})([.)]))([ ]+)")
_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of ``start`` to ``end`` by ``text``, and what is selected after it."""

    start: int
    end: int
    text: str
    select: tuple[int, int]


def wrap(text: str, start: int, end: int, sign: str) -> Edit:
    """Put a sign such as ``**`` around the selection, or take it away."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    size = len(sign)
    words = text[start:end]
    if _stands(text, start - size, sign) and _stands(text, end, sign):
        return Edit(start - size, end + size, words, (start - size, end - size))
    if (
        len(words) > 2 * size
        and _stands(words, 0, sign)
        and _stands(words, len(words) - size, sign)
    ):
        return Edit(start, end, words[size:-size], (start, end - 2 * size))
    return Edit(start, end, f"{sign}{words}{sign}", (start + size, end + size))


def _stands(text: str, place: int, sign: str) -> bool:
    """Tell whether a sign stands at a place, not as a part of a longer one."""
    if place < 0 or text[place : place + len(sign)] != sign:
        return False
    run = re.match(r"(.)\1*", text[_run_start(text, place) :], re.DOTALL)
    length = len(run[0]) if run else 0
    return length in (len(sign), 3)


def _run_start(text: str, place: int) -> int:
    while place > 0 and text[place - 1] == text[place]:
        place -= 1
    return place


def link(text: str, start: int, end: int) -> Edit:
    """Make the selection a link; the address is selected, ready to be typed."""
    words = text[start:end]
    if re.fullmatch(r"https?://\S+", words):
        return Edit(start, end, f"[]({words})", (start + 1, start + 1))
    address = "https://"
    first = start + len(words) + 3
    return Edit(start, end, f"[{words}]({address})", (first, first + len(address)))


def list_items(text: str, start: int, end: int, *, numbered: bool) -> Edit:
    """Make the lines of the selection list items, or plain lines when they are already."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    lines = text[first:last].split("\n")
    written = [line for line in lines if line.strip()] or lines
    if all(_is_item(line, numbered=numbered) for line in written):
        done = [_bare(line) for line in lines]
    else:
        done = _numbered(lines) if numbered else [_with_sign(line, "-") for line in lines]
    block = "\n".join(done)
    apart = (
        "\n"
        if first and text[first - 2 : first] != "\n\n" and not _behind_item(text, first)
        else ""
    )
    stop = first + len(apart) + len(block)
    return Edit(first, last, apart + block, (stop, stop))


def _behind_item(text: str, first: int) -> bool:
    above = text[: first - 1].rsplit("\n", 1)[-1]
    return _ITEM.match(above) is not None


def _is_item(line: str, *, numbered: bool) -> bool:
    found = _ITEM.match(line)
    return found is not None and bool(found[3]) == numbered


def _bare(line: str) -> str:
    return _ITEM.sub(r"\1", line, count=1)


def _with_sign(line: str, sign: str) -> str:
    bare = _bare(line)
    blanks = len(bare) - len(bare.lstrip(" "))
    return f"{bare[:blanks]}{sign} {bare[blanks:]}"


def _numbered(lines: list[str]) -> list[str]:
    return [_with_sign(line, f"{number}.") for number, line in enumerate(lines, 1)]


def enter(text: str, start: int, end: int) -> Edit:
    """Do what Enter means here: a new paragraph, the next list item, or the end of a list."""
    before = text[:start]
    line = before.rsplit("\n", 1)[-1]
    if len(_FENCE.findall(before)) % 2:
        return _inserted(start, end, "\n")
    found = _ITEM.match(line)
    if found is None:
        return _inserted(start, end, "\n" if not line.strip() else "\n\n")
    rest = text[start:].split("\n", 1)[0]
    if not line[found.end() :].strip() and not rest.strip():
        first = start - len(line)
        above = "" if first >= 2 and text[first - 2 : first] == "\n\n" else "\n"
        return Edit(first, end, above, (first + len(above),) * 2)
    sign = f"{int(found[3]) + 1}{found[4]}" if found[3] else found[2]
    return _inserted(start, end, f"\n{found[1]}{sign}{found[5]}")


def line_break(start: int, end: int) -> Edit:
    """Begin a new line in the same paragraph."""
    return _inserted(start, end, "\\\n")


def _inserted(start: int, end: int, text: str) -> Edit:
    return Edit(start, end, text, (start + len(text),) * 2)


def pasted(text: str) -> str:
    """Return pasted text with one kind of line ending and without control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2029", "\n\n").replace("\u2028", "\n")
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")
