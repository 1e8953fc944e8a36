"""The lines of a cell as Markdown."""

import re

_BULLET = re.compile(r"^([ \t]*)[•▪●◦‣·o][ \t]+", re.MULTILINE)
_LISTED = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]|[ \t]{2,}|[|>#]|```")


def paragraphs(text: str) -> str:
    """Return a cell as Markdown that shows its lines apart: as paragraphs and lists."""
    made: list[str] = []
    for line in _BULLET.sub(r"\1- ", text.strip()).splitlines():
        if made and made[-1].strip() and line.strip() and not _goes_on(made[-1], line):
            made.append("")
        made.append(line.rstrip())
    return "\n".join(made)


def _goes_on(before: str, line: str) -> bool:
    """Tell whether a line stands in one list, quote or table with the line before it."""
    return bool(_LISTED.match(before) and _LISTED.match(line))
