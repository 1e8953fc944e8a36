"""Numbers that a word processor shows before paragraphs and keeps nowhere: counted again.

The rules are those of ECMA-376 part 1, 17.9, to which the lists of OpenDocument are brought.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

DEEPEST = 10
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SLOT = re.compile(r"%([1-9])")
_MOST = 32_767


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered.

    Args:
        form: ``decimal``, ``decimalZero``, ``lowerLetter``, ``upperLetter``, ``lowerRoman``,
            ``upperRoman``, ``bullet`` or ``none``.
        text: what is shown, with ``%1`` for the number of the first level and so on.
        restart: from which level on it begins again, counted from 1; 0 for never, and None
            for any higher one.
        plain: the numbers of all levels are shown as decimals.
        shares: the list that it counts on with, or ''.
    """

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    restart: int | None = None
    plain: bool = False
    shares: str = ""
    begins: bool = False


@dataclass
class Numbers:
    """Goes through a text and numbers what is listed.

    Args:
        lists: by name the levels of each list.
    """

    lists: Mapping[str, Sequence[Level]]
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, name: str, depth: int, begins: int | None = None) -> str:
        """Count one; return what is shown before it, or '' for a bullet.

        Args:
            begins: the number to begin at.
        """
        levels = self.lists.get(name, ())
        if not 0 <= depth < len(levels):
            return ""
        level = levels[depth]
        counts = self._counts.setdefault(level.shares or name, [None] * DEEPEST)
        if level.begins and (name, depth) not in self._begun:
            counts[depth] = None
        self._begun.add((name, depth))
        count = counts[depth]
        counts[depth] = level.start if count is None else min(count + 1, _MOST)
        if begins is not None:
            counts[depth] = min(begins, _MOST)
        for deeper in range(depth + 1, min(len(levels), DEEPEST)):
            restart = levels[deeper].restart
            if restart is None or (restart and depth < restart):
                counts[deeper] = None
        if level.form in {"bullet", "none"} and not _SLOT.search(level.text):
            return "" if level.form == "bullet" else level.text.strip()

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            if at >= len(levels):
                return ""
            number = counts[at]
            if number is None:
                number = counts[at] = levels[at].start
            form = "decimal" if level.plain and at != depth else levels[at].form
            return written(number, form)

        return _SLOT.sub(shown, level.text).strip()


def written(number: int, form: str) -> str:
    """Return a number as a list shows it."""
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        turn, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) * min(turn + 1, 50)
    elif form in {"lowerRoman", "upperRoman"} and 0 < number < 5_000:
        text = ""
        for value, sign in _ROMAN:
            text += sign * (number // value)
            number %= value
    elif form in {"bullet", "none"}:
        return ""
    else:
        return f"{number:02d}" if form == "decimalZero" else str(number)
    return text.upper() if form.startswith("upper") else text
