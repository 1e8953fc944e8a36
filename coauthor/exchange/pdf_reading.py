"""Reading the text of a PDF, when there is nothing better: its headings, lists, paragraphs.

What a PDF does not hold cannot come in: tables become lines, pictures stay out, and a scan
has no words at all. That it is a guess is told, with the page that each clause stood on.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from coauthor.document.model import Clause
from coauthor.exchange import foreign
from coauthor.exchange.pdf_lines import BROKEN, Line, Pages, read_pages
from coauthor.exchange.pdf_parts import ZERO, Piece, Sorted, sort_out
from coauthor.exchange.proposal import Note, Plan, Proposal
from coauthor.exchange.xhtml import escaped

_SHOWN = 5
"""Pages and lines that are told one by one."""
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
    proposal = foreign.propose(to_markdown(found.pieces), new_uid, plan)
    return replace(
        proposal,
        notes=tuple(_notes(pages, found)),
        places=_places(proposal.document.clauses, found.pieces),
    )


def _notes(pages: Pages, found: Sorted) -> Iterator[Note]:
    yield Note("import-note-pdf")
    if pages.silent:
        shown = ", ".join(map(str, pages.silent[:_SHOWN]))
        more = "…" if len(pages.silent) > _SHOWN else ""
        yield Note("import-note-pdf-silent", f"p. {shown}{more}", {"count": len(pages.silent)})
    for words in found.furniture[:_SHOWN]:
        yield Note("import-note-pdf-edge", values={"words": words})
    if found.listed:
        yield Note("import-note-pdf-contents", values={"count": found.listed})


def _places(clauses: Sequence[Clause], pieces: Sequence[Piece]) -> dict[str, str]:
    """Return by uid the page that a clause begins on, where it is sure."""
    begins = [(_letters(" ".join(line.text for line in each.lines)), each.page) for each in pieces]
    places: dict[str, str] = {}
    at = 0
    for clause in clauses:
        sought = _letters(clause.code + (clause.title or clause.body[:80]))
        for index in range(at, len(begins)):
            words, page = begins[index]
            if sought and (words.startswith(sought) or (not clause.title and words == clause.code)):
                places[clause.uid] = f"p. {page}"
                at = index + 1
                break
    return places


def _letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


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
