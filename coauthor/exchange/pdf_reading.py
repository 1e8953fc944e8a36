"""Reading the text of a PDF, when there is nothing better: its headings, lists, paragraphs.

What a PDF does not hold cannot come in: tables become lines, pictures stay out, and a scan
has no words at all.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from coauthor.exchange import foreign
from coauthor.exchange.pdf_lines import BROKEN, Line, read_pages
from coauthor.exchange.pdf_parts import ZERO, Piece, sort_out
from coauthor.exchange.proposal import Plan, Proposal
from coauthor.exchange.xhtml import escaped

_MARK = re.compile("^(?:[•◦▪■●○‣–*·\uf0b7\uf0a7\uf076\uf0d8o-]|\\d{1,3}[.)]) +")
_WORD = re.compile(r"\w+")
_HYPHENED = re.compile(r"(\w+)-(?=(\w+))")


def read_pdf(
    name: str, data: bytes, new_uid: Callable[[], str], plan: Plan | None = None
) -> Proposal:
    """Return what the text of a PDF would become; see `coauthor.exchange.foreign.propose`.

    Raises:
        UserError: ``pdf-unfit``, ``pdf-encrypted``, ``pdf-too-large``, or ``pdf-no-text``
            for a scan.
    """
    pages = read_pages(name, data)
    found = sort_out(pages)
    return foreign.propose(to_markdown(found.pieces), new_uid, plan)


def to_markdown(pieces: Sequence[Piece]) -> str:
    """Return pieces as Markdown, words that were broken at the end of a line made whole."""
    words: Counter[str] = Counter()
    for line in (line for each in pieces for line in each.lines):
        words.update(_WORD.findall(line.text))
        words.update("-".join(pair) for pair in _HYPHENED.findall(line.text))
    return "".join(_written(pieces, words))


def _written(pieces: Sequence[Piece], words: Counter[str]) -> Iterator[str]:
    before: Piece | None = None
    for each in pieces:
        text = joined(each.lines, words)
        if each.mark:
            text = _MARK.sub("", text)
        text = escaped(text)
        if not text:
            continue
        if before is not None:
            yield "\n" if before.mark and each.mark else "\n\n"
        if each.level:
            yield f"{'#' * each.level} {text}"
        elif each.mark:
            yield f"{'    ' * each.depth}{each.mark} {text}"
        else:
            yield text
        before = each
    yield "\n"


def joined(lines: Sequence[Line], words: Counter[str]) -> str:
    """Return lines as one, a word over two of them as the text writes it elsewhere.

    Args:
        words: how often each word stands in the text.
    """
    text = ""
    for line in lines:
        text = _and(text, line.text, words) if text else line.text
    return " ".join(text.replace(BROKEN, "-").replace(ZERO, "").split())


def _and(text: str, following: str, words: Counter[str]) -> str:
    if text.endswith(ZERO):
        return text + following
    if not text.endswith((BROKEN, "-")) or not following[:1].isalpha():
        return f"{text} {following}"
    first, last = text[:-1], following
    if not first[-1:].isalpha() or not last[:1].islower():
        return f"{first}-{last}"
    start, end = re.split(r"\W", first)[-1], re.split(r"\W", last)[0]
    hyphen = words[f"{start}-{end}"] > words[start + end]
    return f"{first}-{last}" if hyphen else first + last
