"""Positions: Python counts characters, Qt counts UTF-16 units; and where two texts differ."""

from rapidfuzz.distance import Postfix, Prefix


def to_units(text: str, position: int) -> int:
    """Return the Qt position of a character."""
    head = text[:position]
    return len(head) if head.isascii() else sum(2 if sign > "\uffff" else 1 for sign in head)


def from_units(text: str, units: int) -> int:
    """Return the character at a Qt position."""
    if text.isascii():
        return min(units, len(text))
    counted = 0
    for position, sign in enumerate(text):
        if counted >= units:
            return position
        counted += 2 if sign > "\uffff" else 1
    return len(text)


def splice(old: str, new: str) -> tuple[int, int, str]:
    """Return the stretch of ``old`` that was replaced, and by what."""
    head = int(Prefix.similarity(old, new))
    tail = int(Postfix.similarity(old[head:], new[head:]))
    return head, len(old) - tail, new[head : len(new) - tail]
