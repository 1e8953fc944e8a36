"""Lines as CommonMark ends them: by LF, CRLF or CR, and nothing else."""

import re

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def split_lines(text: str) -> list[str]:
    """Return the lines with their endings; joining them gives ``text``.

    Unlike `str.splitlines` it leaves form feeds and Unicode separators alone.
    """
    return _LINE.findall(text)


def newline_of(text: str) -> str:
    """Return the line ending that the text uses first, or LF."""
    found = re.search(r"\r\n|\n|\r", text)
    return found[0] if found else "\n"


def count_lines(text: str, start: int, end: int) -> int:
    """Return how many line endings stand in ``text[start:end]``."""
    lone = text.count("\r", start, end)
    return text.count("\n", start, end) + (lone - text.count("\r\n", start, end) if lone else 0)
