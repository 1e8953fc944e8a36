"""Parameters: named slots in a clause, ``{{reactietijd: 2 seconden}}``.

Filling a slot in is no deviation, so comparison can empty the slots first.
"""

import re
from dataclasses import dataclass

_SLOT = re.compile(r"\{\{[ \t]*([^\s:{}][^:{}\r\n]{0,79}?)[ \t]*:[ \t]*([^{}\r\n]*?)[ \t]*\}\}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A slot: its name, its value ('' when still to be filled in), and where it stands."""

    name: str
    value: str
    start: int
    end: int


def find_parameters(text: str) -> tuple[Parameter, ...]:
    """Return the slots of ``text`` in order; a name may occur more than once."""
    return tuple(Parameter(m[1], m[2], m.start(), m.end()) for m in _SLOT.finditer(text))


def fill_parameter(text: str, name: str, value: str) -> str:
    """Return ``text`` with every slot of that name holding ``value``.

    Braces and line breaks cannot stand in a value and become blanks.
    """
    clean = re.sub(r"[{}\r\n]+", " ", value).strip()

    def written(found: re.Match[str]) -> str:
        return f"{{{{{found[1]}: {clean}}}}}" if found[1] == name else found[0]

    return _SLOT.sub(written, text)


def emptied(text: str) -> str:
    """Return ``text`` with every slot reduced to its name: equal when only fillings differ."""
    return _SLOT.sub(lambda found: f"{{{{{found[1]}:}}}}", text)


def shown(text: str, gap: str = "…") -> str:
    """Return ``text`` as a reader sees it: slots replaced by their value, or by ``gap``."""
    return _SLOT.sub(lambda found: found[2] or f"[{found[1]}: {gap}]", text)
