"""The answer sheet as its writer and its reader agree on it: columns, words and marks.

Heads and answers are known in every language of the program, so that a sheet that went
out in one language comes back from somebody who works in another.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from coauthor.language import LANGUAGES, Catalogue
from coauthor.review.market.responses import VERDICTS

UID, MARK = "uid", "text-digest"
SHOWN = ("title", "body", "acceptance")
"""Columns with what the clause asks, as the vendor reads it."""

SEALED = (UID, *SHOWN)
"""What a mark holds together: whoever sorts a part of the columns only tears it apart."""

FILLED = ("answer", "date", "explanation", "size", "reading")
"""Columns for the vendor."""

COLUMNS = (
    (UID, 12),
    ("code", 12),
    ("kind", 10),
    ("theme", 22),
    ("chapter", 24),
    ("title", 30),
    ("body", 70),
    ("rationale", 36),
    ("acceptance", 36),
    ("answer", 24),
    ("date", 12),
    ("explanation", 50),
    ("size", 16),
    ("reading", 40),
    (MARK, 12),
)
"""Columns with their width in characters, in the order in which they are written."""

HIDDEN = (UID, MARK)
LEGEND = ("document", "version", "text", "vendor")
"""What the sheet with the legend says of the whole, each behind its name."""

_MARK = re.compile(r"([0-9a-f]{64})-([0-9a-f]{16})")
_BESIDE = " \t\r\n.:;,*?!•–-"


def text_mark(digest: str, shown: Sequence[str]) -> str:
    """Return the mark of a row: which text was asked, and how it read in the sheet.

    Args:
        digest: `coauthor.review.digest.clause_digest` of the clause.
        shown: the cells of `SEALED`, in that order; blanks do not count.
    """
    return f"{digest}-{_seal(shown)}"


def read_mark(mark: str) -> str:
    """Return the digest in a mark, or '' when it is none."""
    found = _MARK.fullmatch(mark)
    return found[1] if found else ""


def is_shown(mark: str, shown: Sequence[str]) -> bool:
    """Tell whether a row still reads as it went out."""
    return mark.endswith(f"-{_seal(shown)}")


def _seal(shown: Sequence[str]) -> str:
    said = "\x00".join(" ".join(each.split()) for each in shown)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def bare(said: str) -> str:
    """Return a head or an answer as it is compared: capitals and what stands around do not count.

    A name that reads ``Antwoord (kiezen) *`` is another one: nothing is guessed.
    """
    return " ".join(said.casefold().split()).strip(_BESIDE)


@cache
def heads() -> Mapping[str, str]:
    """Return the column of each head, in all languages."""
    return _known("sheet-", (key for key, _ in COLUMNS))


@cache
def legend_names() -> Mapping[str, str]:
    """Return what each name on the legend stands for, in all languages."""
    return _known("sheet-legend-", LEGEND)


@cache
def verdicts() -> Mapping[str, str]:
    """Return the verdict that each word means, in all languages.

    The words of the window and of the buttons count, too, and those of older sheets.
    """
    found: dict[str, str] = {}
    for language in LANGUAGES:
        text = Catalogue(language)
        for verdict in VERDICTS:
            names = (f"verdict-{verdict}", f"answer-key-{verdict}", f"answer-{verdict}")
            found |= {bare(text(name)): verdict for name in names if text.has(name)}
    return MappingProxyType(found)


def _known(beginning: str, keys: Iterable[str]) -> Mapping[str, str]:
    texts = [Catalogue(language) for language in LANGUAGES]
    return MappingProxyType({bare(text(beginning + key)): key for key in keys for text in texts})
