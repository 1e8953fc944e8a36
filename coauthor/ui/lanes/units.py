"""Positions: Python counts characters, Qt counts UTF-16 units; and where two texts differ."""

from os.path import commonprefix


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
    head = len(commonprefix([old, new]))
    room = min(len(old), len(new)) - head
    tail = len(commonprefix([old[::-1][:room], new[::-1][:room]]))
    return head, len(old) - tail, new[head : len(new) - tail]
