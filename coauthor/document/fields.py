"""Fields of a clause: the block quote that closes it.

> **rationale** Why it is there.
>
> **acceptance** How it is judged.
"""

import re
from collections.abc import Mapping

from coauthor.document.lines import split_lines

FIELD_KEYS = (
    "rationale",
    "explanation",
    "acceptance",
    "verification",
    "norm",
    "deviation",
    "risk",
)
"""Canonical keys in the order in which new fields are written; others are kept."""

_FIELD = re.compile(r">[ \t]?\*\*([a-z][a-z0-9-]*)\*\*(?:[ \t]+|$)(.*)", re.DOTALL)
_FIELD_LIKE = re.compile(r"\*\*[a-z][a-z0-9-]*\*\*(?:[ \t]|$)")


def split_notes(text: str) -> tuple[str, str]:
    """Split the text of a clause into body and the block quote of fields.

    ``text`` has no blank lines at its end. The notes begin with the blank lines
    that separate them from the body; they are '' when the text ends otherwise.
    """
    if text.rfind("> **") < 0 and text.rfind(">**") < 0:
        return text, ""
    if "\r" in text:
        return _split_by_lines(text)
    first = len(text)
    while first > 0:  # only the lines of the quote are looked at, from the last one up
        start = text.rfind("\n", 0, first - 1) + 1
        if not text.startswith(">", start):
            break
        first = start
    ending = text.find("\n", first)
    line = text[first:] if ending < 0 else text[first:ending]
    if first == len(text) or _FIELD.fullmatch(line) is None:
        return text, ""
    split = len(text[:first].rstrip(" \t\n"))
    if split:  # blanks at the end of the last line stay with it
        split += len(text[split:first]) - len(text[split:first].lstrip(" \t"))
    return text[:split], text[split:]


def _split_by_lines(text: str) -> tuple[str, str]:
    """Do the same where lines may end in CR."""
    lines = split_lines(text)
    first = len(lines)
    while first and lines[first - 1].startswith(">"):
        first -= 1
    if first == len(lines) or _FIELD.fullmatch(lines[first].rstrip("\r\n")) is None:
        return text, ""
    while first and not lines[first - 1].strip(" \t\r\n"):
        first -= 1
    split = len("".join(lines[:first]).rstrip("\r\n"))
    return text[:split], text[split:]


def parse_fields(notes: str) -> dict[str, str]:
    """Read the fields of the notes; a repeated key continues the first."""
    found: dict[str, list[str]] = {}
    key = ""
    fresh = True
    for line in (each.rstrip("\r\n") for each in split_lines(notes)):
        if not line.startswith(">"):
            continue
        field = _FIELD.fullmatch(line) if fresh else None
        if field:
            key = field[1]
            found.setdefault(key, []).append(field[2])
        elif key:
            found[key].append(line[2:] if line.startswith("> ") else line[1:])
        fresh = not line[1:].strip()
    return {key: "\n".join(lines).strip("\n").rstrip() for key, lines in found.items()}


def format_fields(fields: Mapping[str, str], newline: str = "\n") -> str:
    """Write fields as a block quote, without blank lines around; '' for none.

    Fields without words are left out. Known keys come first, in the order of
    `FIELD_KEYS`; the others keep their order.
    """
    known = [key for key in FIELD_KEYS if fields.get(key, "").strip()]
    others = [key for key in fields if key not in FIELD_KEYS and fields[key].strip()]
    quotes = [_quote(key, fields[key]) for key in known + others]
    return "\n>\n".join(quotes).replace("\n", newline)


def _quote(key: str, text: str) -> str:
    first, *rest = [line.strip("\r\n") for line in split_lines(text.strip())] or [""]
    written = [f"> **{key}** {first}".rstrip()]
    for above, line in zip([first, *rest], rest, strict=False):
        # Without the backslash the line would read back as a field of its own.
        starts_field = not above.strip() and _FIELD_LIKE.match(line)
        written.append(f"> {chr(92) if starts_field else ''}{line}".rstrip())
    return "\n".join(written)
