"""Reading a part of a text without reading all of it: one clause, or what differs.

Reading begins at a line that seems to be a marker. Where that cannot be known
without what stands before it (in a code fence or a block of HTML), the whole text
is taken.
"""

import re

from coauthor.document.model import Clause
from coauthor.document.reading import read_blocks, read_document

_MARKER = re.compile(r"^<!--[ \t]*(?:clause|omitted|withdrawn)[ \t]", re.MULTILINE)
_HTML = re.compile(r"\n[ >\t]*<(?!!--[^\r\n]*-->)")


def clause_source(text: str, uid: str) -> str | None:
    """Return the source of one clause without reading the whole document."""
    line = re.compile(rf"^ {{0,3}}<!--[ \t]*clause[ \t]+{re.escape(uid)}(?=[ \t])", re.MULTILINE)
    found = line.search(text)
    if found is None:
        return None
    if line.search(text, found.end()) is None and not _may_be_open(text[: found.start()]):
        block = next(read_blocks(text, found.start()), None)
        if isinstance(block, Clause) and block.uid == uid:
            return block.source
    clause = read_document(text).clause(uid)
    return clause.source if clause else None


def differing(before: str, after: str) -> tuple[str, str]:
    """Return the stretches of two texts in which all their differences lie.

    Both begin and end where a clause does, or at the ends of the texts, and read
    as blocks the way they do in the whole.
    """
    if before == after:
        return "", ""
    head = _common_head(before, after)
    start = _marker_before(after, head)
    room = min(len(before), len(after)) - head
    tail = _common_tail(before, after, room)
    found = _MARKER.search(after, len(after) - tail + 1) if tail else None
    rest = len(after) - found.start() if found else 0
    parts = before[start : len(before) - rest], after[start : len(after) - rest]
    if any(_may_be_open(part) for part in (after[:start], *parts)):
        return before, after
    return parts


def _may_be_open(text: str) -> bool:
    """Tell whether a fence or HTML in the text could run on over the lines behind it."""
    if "```" in text or "~~~" in text or _HTML.search(text):
        return True
    return text.startswith("<") and not _MARKER.match(text)


def _marker_before(text: str, position: int) -> int:
    """Return where the last marker line begins that begins before ``position``, or 0."""
    while (place := text.rfind("<!--", 0, position)) >= 0:
        line = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
        if _MARKER.match(text, line):
            return line
        position = place
    return 0


def _common_head(before: str, after: str) -> int:
    """Return how many characters two texts have in common at their start."""
    low, high = 0, min(len(before), len(after))
    while low < high:
        middle = (low + high + 1) // 2
        if before[low:middle] == after[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_tail(before: str, after: str, room: int) -> int:
    """Return how many characters two texts have in common at their end, at most ``room``."""
    low, high = 0, room
    while low < high:
        middle = (low + high + 1) // 2
        first = before[len(before) - middle : len(before) - low]
        if first == after[len(after) - middle : len(after) - low]:
            low = middle
        else:
            high = middle - 1
    return low
