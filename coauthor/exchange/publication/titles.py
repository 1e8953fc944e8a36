"""Titles that were left over from another project."""

import re
from collections.abc import Iterator

from coauthor.exchange.publication.model import Finding, Piece, Reading
from coauthor.exchange.publication.rules import rules

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{3,}(?![\w-])")
_TITLES = frozenset({"title", "subject", "description", "keywords", "keyword", "category"})
_TITLE = 200
"""Characters of a title, at most."""

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
    if ours and first and len(first.text) < _TITLE:
        telling = _telling(first.text)
        if telling and not telling & ours:
            yield Finding("other-project", "", first.place, first.text)


def lone_title(reading: Reading) -> Finding | None:
    """Return the first title when the rest of the file never speaks of what it names.

    So is a price sheet that was taken from another project; and one of this project, which
    only the other files that go out tell (see `speaks_of`).
    """
    texts = [each for each in reading.pieces if each.role in {"text", "heading"}]
    if not texts or len(texts[0].text) >= _TITLE:
        return None
    body = _words(" ".join(each.text for each in texts[1:]))
    telling = _telling(texts[0].text)
    if not telling or telling & body:
        return None
    return Finding("other-project", "", texts[0].place, texts[0].text)


def speaks_of(words: frozenset[str], title: str) -> bool:
    """Tell whether a file with these words speaks of what a title names."""
    return bool(_telling(title) & words)


def words_of(reading: Reading) -> frozenset[str]:
    """Return the words that a file speaks of, in small letters."""
    texts = (each.text for each in reading.pieces if each.role in {"text", "heading"})
    return frozenset(_words(" ".join(texts)))


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
