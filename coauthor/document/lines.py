"""Lines as CommonMark ends them: by LF, CRLF or CR, and nothing else."""

import re
from collections.abc import Sequence

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def split_lines(text: str) -> list[str]:
    """Return the lines with their endings; joining them gives ``text``.

    Unlike `str.splitlines` it leaves form feeds and Unicode separators alone.
    """
    return _LINE.findall(text)


def with_lines(lines: Sequence[str], *replacements: tuple[int, int, str]) -> str:
    """Return the text of ``lines`` with other text for some, as whole lines.

    What ended without a line ending gets one when something comes behind it.

    Args:
        replacements: first line, line behind the last, and the text; none overlap.
    """
    pieces = list(lines)
    newline = newline_of("".join(lines[:50]))
    for start, end, text in sorted(replacements, reverse=True):
        is_open = bool(text) and not text.endswith(("\n", "\r"))
        closed = text + newline if is_open and end < len(lines) else text
        if start and (text or end < len(lines)) and not pieces[start - 1].endswith(("\n", "\r")):
            pieces[start - 1] += newline
        pieces[start:end] = [closed] if closed else []
    return "".join(pieces)


def newline_of(text: str) -> str:
    """Return the line ending that the text uses first, or LF."""
    found = re.search(r"\r\n|\n|\r", text)
    return found[0] if found else "\n"


def count_lines(text: str, start: int, end: int) -> int:
    """Return how many line endings stand in ``text[start:end]``."""
    lone = text.count("\r", start, end)
    return text.count("\n", start, end) + (lone - text.count("\r\n", start, end) if lone else 0)
