"""Titles that were left over from another project."""

import re
from collections.abc import Iterator

from coauthor.exchange.publication.model import Finding, Piece, Reading
from coauthor.exchange.publication.rules import rules

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{3,}(?![\w-])")
_TITLES = frozenset({"title", "subject", "description", "keywords", "keyword", "category"})
_SHORT = frozenset("de het een van voor met door bij aan uit tot per naar the and for with".split())


def other_projects(reading: Reading, file: str = "", project: str = "") -> Iterator[Finding]:
    """Yield titles in properties and headers that name what the text never speaks of.

    Args:
        file: name of the file, which may name the project.
        project: what the project is called; then the first title in the text must name it
            too, when it names anything.
    """
    body = " ".join(each.text for each in reading.pieces if each.role in {"text", "heading"})
    known = {*_words(body), *_words(file), *_words(project)}
    ours = _telling(project)
    for piece in _titles(reading):
        telling = _telling(piece.text)
        if telling and not telling & known:
            yield Finding("other-project", "", piece.place, piece.text)
    first = next((each for each in reading.pieces if each.role in {"text", "heading"}), None)
    if ours and first and len(first.text) < 200:
        telling = _telling(first.text)
        if telling and not telling & ours:
            yield Finding("other-project", "", first.place, first.text)


def _titles(reading: Reading) -> Iterator[Piece]:
    for piece in reading.pieces:
        if piece.role == "header" or (piece.role == "property" and piece.place.name in _TITLES):
            yield piece


def _words(text: str) -> set[str]:
    return {each.casefold() for each in _WORD.findall(text)}


def _telling(text: str) -> set[str]:
    """Return the words that say which project a title is about."""
    if "@" in text or "://" in text:
        return set()
    return _words(text) - rules().general - _SHORT
