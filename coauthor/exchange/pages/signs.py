"""Which signs the fonts of the pages hold, and how the others are told.

PDF/A and PDF/UA want every sign to be shown and to be found again; typst refuses a text
with a sign that none of its fonts holds. Such a sign is called by its Unicode name.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

from coauthor.exchange.office.safe import clean
from coauthor.resources import resources

BREAK = "\N{ZERO WIDTH SPACE}"
"""Where a line may be broken."""
LONGEST = 40
"""Characters without a space that a line surely has room for."""

_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
"""Signs that are nothing by themselves; without them the words are the same."""


@dataclass(frozen=True)
class Signs:
    """Signs that can be shown.

    Args:
        ranges: ``FIRST-LAST`` or one code point in hexadecimal, with spaces between;
            '' reads them from the shipped list.
    """

    ranges: str = ""

    @cached_property
    def _others(self) -> re.Pattern[str]:
        listed = self.ranges or _shipped()
        spans = (each.partition("-") for each in listed.split())
        members = "".join(
            f"{re.escape(chr(int(first, 16)))}-{re.escape(chr(int(last or first, 16)))}"
            for first, _, last in spans
        )
        return re.compile(f"[^{members}]")

    def of(self, words: str) -> str:
        """Return words with every sign that cannot be shown called by its name."""
        if words.isascii() and words.isprintable():
            return words
        seen = _UNSEEN.sub("", clean(words)).replace("\t", " ")
        return self._others.sub(_named, unicodedata.normalize("NFC", seen))


def _named(found: re.Match[str]) -> str:
    sign = found[0]
    return sign if sign == "\n" else f"[{unicodedata.name(sign, f'U+{ord(sign):04X}')}]"


def _shipped() -> str:
    lines = (resources() / "templates" / "specification-signs.txt").read_text("utf-8").splitlines()
    return " ".join(line for line in lines if not line.startswith("#"))


SHOWN = Signs()
"""What the fonts of the template hold in every face, each sign by itself."""
EVERYWHERE = Signs("20-7E A1-AC AE-17F 2013-2014 2018-201E 2020-2022 2026 20AC FFFD")
"""Latin letters and the marks of print: one font holds them all."""


def breakable(words: str, longest: int = LONGEST) -> str:
    """Return words in which a line can be broken after ``longest`` signs without a space.

    A word of letters is left to the rules of hyphenation, unless no language has it.
    """
    if len(words) <= longest:
        return words
    return _long(longest).sub(
        lambda found: (
            found[0]
            if len(found[0]) <= LONGEST and found[0].isalpha()
            else BREAK.join(found[0][at : at + longest] for at in range(0, len(found[0]), longest))
        ),
        words,
    )


@cache
def _long(longest: int) -> re.Pattern[str]:
    return re.compile(rf"\S{{{longest + 1},}}")
