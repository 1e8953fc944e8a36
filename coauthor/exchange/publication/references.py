"""References to what is not there: bookmarks, clauses and annexes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from coauthor.exchange.publication.model import Finding, Piece, Place, Reading

_CODE = re.compile(r"(?<![\w/-])([A-Z]{2,8})([-.]?)(\d{1,4})(?![\w-])")
"""A code of a clause as people cite it: ``BEL-012``, ``FE3``."""

_SIGNS = "~*_>#-•[( \t\xa0"
"""What may stand before a code that begins a text."""

_FAMILY = 3
"""Codes with one beginning that a file gives, at least, before others can be missed."""

_ANNEX = re.compile(
    r"\b(?:[Bb]ijlage|[Aa]nnex|BIJLAGE)n?\s+(\d{1,2}(?:[.]\d{1,2})?[a-z]?|[A-Z])(?![\w])"
)
_OWN = re.compile(r"(?i)\s*(?:bijlage|annex)\s+(\d{1,2}(?:[.]\d{1,2})?[a-z]?|[a-z])\b")


_TITLE = 80
"""Letters of a line that is the title of an annex, at most; what is longer speaks of it."""


def broken_references(reading: Reading) -> Iterator[Finding]:
    """Yield the references to a bookmark, sheet or place that the file does not have."""
    for each in reading.references:
        if each.target and each.target not in reading.anchors:
            yield Finding("broken-reference", "", each.place, each.target)


def missing_clauses(reading: Reading) -> Iterator[Finding]:
    """Yield the codes of clauses that a text names and the file does not give.

    A code is given where it stands by itself or begins a text. Other codes that look
    alike (of laws and norms) have another beginning, of which the file gives none.
    """
    given: dict[tuple[str, str], set[int]] = {}
    named: list[tuple[Piece, re.Match[str]]] = []
    for piece in reading.pieces:
        if piece.role in {"text", "heading"}:
            for match in _CODE.finditer(piece.text):
                if not piece.text[: match.start()].strip(_SIGNS):
                    given.setdefault((match[1], match[2]), set()).add(int(match[3]))
                else:
                    named.append((piece, match))
    for piece, match in named:
        family = given.get((match[1], match[2]), set())
        if len(family) >= _FAMILY and int(match[3]) not in family:
            yield Finding("missing-clause", "", piece.place, match[0])


def missing_annexes(reading: Reading, files: Iterable[str]) -> Iterator[Finding]:
    """Yield the annexes that a text names and that neither the file nor those beside it are.

    Args:
        files: names of the file and of those that go out with it.
    """
    here = {
        match[1].casefold()
        for piece in _texts(reading)
        if len(piece.text) <= _TITLE and (match := _OWN.match(piece.text))
    }
    here |= {
        match[1].casefold()
        for name in (*files, *reading.anchors)
        if (match := _OWN.search(name.replace("_", " ")))
    }
    # Letters that a program gives by itself are not in the text: then none is missed.
    lettered = any(each.isalpha() for each in here)
    count: Counter[str] = Counter()
    first: dict[str, Place] = {}
    for piece in _texts(reading):
        for match in _ANNEX.finditer(piece.text):
            if match[1].casefold() not in here and (lettered or not match[1].isalpha()):
                count[match[1]] += 1
                first.setdefault(match[1], piece.place)
    for number, times in count.items():
        yield Finding("missing-annex", "", first[number], number, times)


def _texts(reading: Reading) -> Iterator[Piece]:
    return (each for each in reading.pieces if each.role in {"text", "heading", "header"})
