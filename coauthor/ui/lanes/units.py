"""Positions: Python counts characters, Qt counts UTF-16 units; and where two texts differ."""

from rapidfuzz.distance import Postfix, Prefix


def to_units(text: str, position: int) -> int:
    """Return the Qt position of a character."""
    head = text[:position]
    return len(head) if head.isascii() else len(_encoded(head)) // 2


def from_units(text: str, units: int) -> int:
    """Return the character at a Qt position."""
    if text.isascii():
        return min(units, len(text))
    return len(_encoded(text)[: 2 * units].decode("utf-16-le", "ignore"))


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def splice(old: str, new: str) -> tuple[int, int, str]:
    """Return the stretch of ``old`` that was replaced, and by what."""
    head = int(Prefix.similarity(old, new))
    tail = int(Postfix.similarity(old[head:], new[head:]))
    return head, len(old) - tail, new[head : len(new) - tail]
