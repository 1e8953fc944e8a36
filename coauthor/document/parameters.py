"""Parameters: named slots in a clause, ``{{reactietijd: 2 seconden}}``.

Filling a slot in is no deviation, so comparison can empty the slots first.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

NAME_LIMIT = 80
"""Characters; braces around a longer name are text."""

_BRACES = re.compile(r"\{\{([^:{}]{1,200}):([^{}]*)\}\}")
_BLANKS = re.compile(r"[ \t\r\n]+")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A slot: its name, its value ('' when still to be filled in), and where it stands."""

    name: str
    value: str
    start: int
    end: int


def find_parameters(text: str) -> tuple[Parameter, ...]:
    """Return the slots of ``text`` in order; a name may occur more than once.

    A slot may run on over the end of a line, for whoever wraps the text does
    not know it, but not over a blank line.
    """
    return tuple(_slots(text))


def _slots(text: str) -> Iterator[Parameter]:
    for found in _BRACES.finditer(text):
        name = _on_one_line(found[1])
        if name and len(name) <= NAME_LIMIT and not _BLANK_LINE.search(found[0]):
            yield Parameter(name, _on_one_line(found[2]), *found.span())


def _on_one_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def fill_parameter(text: str, name: str, value: str) -> str:
    """Return ``text`` with every slot of that name holding ``value``.

    Braces and line breaks cannot stand in a value and become blanks. A slot that
    holds the value already stays to the letter.
    """
    clean = _on_one_line(re.sub(r"[{}]+", " ", value))
    return _replaced(
        text,
        lambda slot: (
            f"{{{{{slot.name}: {clean}}}}}" if slot.name == name and slot.value != clean else None
        ),
    )


def emptied(text: str) -> str:
    """Return ``text`` with every slot reduced to its name: equal when only fillings differ."""
    return _replaced(text, lambda slot: f"{{{{{slot.name}:}}}}")


def shown(text: str, gap: str = "…") -> str:
    """Return ``text`` as a reader sees it: slots replaced by their value, or by ``gap``."""
    return _replaced(text, lambda slot: slot.value or f"[{slot.name}: {gap}]")


def _replaced(text: str, written: Callable[[Parameter], str | None]) -> str:
    """Return ``text`` with its slots written anew; None leaves one as it is."""
    pieces: list[str] = []
    position = 0
    for slot in _slots(text):
        new = written(slot)
        if new is not None:
            pieces += [text[position : slot.start], new]
            position = slot.end
    return "".join([*pieces, text[position:]])
