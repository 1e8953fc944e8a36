"""Chapters whose typed numbers jump."""

import re
from collections.abc import Iterator

from coauthor.exchange.publication.model import Finding, Reading

_NUMBERED = re.compile(
    r"(?i)(?:hoofdstuk|chapter|artikel|article)?\s*(\d{1,3}(?:\.\d{1,3}){0,4})\.?(?=[\s:])"
)


_HEADS = frozenset({"heading", "outline"})


def chapter_jumps(reading: Reading) -> Iterator[Finding]:
    """Yield the headings whose number does not follow the one before it at its level.

    Only numbers that were typed: those that a program gives follow by themselves.
    """
    last: dict[tuple[int, ...], int] = {}
    for piece in reading.pieces:
        match = _NUMBERED.match(piece.text) if piece.role in _HEADS else None
        if match is None:
            continue
        *above, number = (int(each) for each in match[1].split("."))
        before = last.get(tuple(above))
        last[tuple(above)] = number
        if before is not None and number not in {before + 1, 1}:
            said = ".".join(map(str, (*above, before)))
            yield Finding("chapter-jump", "", piece.place, f"{said} → {match[1]}: {piece.text}")
