"""What a question is about: found by a code or number in it, else proposed with a score.

What is found by a code is certain; what is only alike is a proposal that a person accepts.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from coauthor.document.model import Clause, Document, Heading
from coauthor.document.rendering import to_plain
from coauthor.review.memo.model import Link
from coauthor.review.memo.words import telling

LEAST = 45.0
"""Score, of 100, below which a likeness is not worth proposing."""

MOST = 5
_NUMBER = re.compile(
    r"\b(?:eis|eisen|wens|bepaling|requirement|clause|nr\.?|nummer)\s*(?:nr\.?|nummer|:)?\s*"
    r"(\d{1,4}[a-z]?)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:§|\b(?:paragraaf|par\.?|hoofdstuk|hfst\.?|artikel|art\.?|section|chapter))\s*"
    r"(\d+(?:\.\d+)*)\b",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{1,12}(?:[-_][A-Za-z]{1,12}){0,4}[-_ ]?\d{1,5}(?:[a-z](?![a-z]))?"
)
_PARTS = re.compile(r"[A-Za-z]+|\d+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A clause that a question may be about.

    Args:
        score: 0 to 100; how much of the words agree.
    """

    document: str
    clause: str
    score: float


def linked(text: str, reference: str, documents: Mapping[str, Document]) -> tuple[Link, ...]:
    """Return what a question names: clauses by code or number, else a numbered section.

    The reference counts before the text. A number that several clauses carry names none.

    Args:
        documents: by name.
    """
    for said in (reference, text):
        if found := tuple(dict.fromkeys(_named(said, documents))):
            return found
    for said in (reference, text):
        if found := tuple(dict.fromkeys(_sections(said, documents))):
            return found
    return ()


def _named(said: str, documents: Mapping[str, Document]) -> Iterator[Link]:
    exact, last = _codes(documents)
    for match in _CODE.finditer(said):
        places = exact.get(_plain(match[0]), [])
        if len(places) == 1:
            yield Link(*places[0], "code")
    for match in _NUMBER.finditer(said):
        places = last.get(match[1].lower().lstrip("0"), [])
        if len(places) == 1:
            yield Link(*places[0], "number")


def _codes(
    documents: Mapping[str, Document],
) -> tuple[dict[str, list[tuple[str, str]]], dict[str, list[tuple[str, str]]]]:
    """Map codes, whole and without what stands before them, and numbers to places."""
    exact: dict[str, list[tuple[str, str]]] = {}
    last: dict[str, list[tuple[str, str]]] = {}
    for name, document in documents.items():
        for clause in document.clauses:
            if not clause.code:
                continue
            place, parts = (name, clause.uid), clause.code.split("-")
            for start in range(len(parts) - 1 or 1):
                exact.setdefault(_plain("-".join(parts[start:])), []).append(place)
            if found := re.search(r"(\d+[a-z]?)$", clause.code.lower()):
                last.setdefault(found[1].lstrip("0"), []).append(place)
    return exact, last


def _plain(code: str) -> str:
    """Return a code as people mean it: ``BEL-012``, ``bel 12`` and ``Bel12`` are one."""
    return "".join(
        each.lstrip("0") if each.isdigit() else each.lower() for each in _PARTS.findall(code)
    )


def _sections(said: str, documents: Mapping[str, Document]) -> Iterator[Link]:
    for match in _SECTION.finditer(said):
        for name, document in documents.items():
            if any(number == match[1] for number, _ in numbered(document)):
                yield Link(name, "", f"section {match[1]}")


def numbered(document: Document) -> Iterator[tuple[str, Heading]]:
    """Yield the headings below the title with their number as readers count them."""
    levels = sorted({b.level for b in document.blocks if isinstance(b, Heading)})
    top = levels[1] if len(levels) > 1 and _one_title(document) else (levels or [1])[0]
    counts: list[int] = []
    for block in document.blocks:
        if not isinstance(block, Heading) or block.level < top:
            continue
        depth = block.level - top + 1
        counts = [*counts[:depth], *[0] * (depth - len(counts))]
        counts[depth - 1] += 1
        said = re.match(r"\s*(\d+(?:\.\d+)*)", block.text)
        yield said[1] if said else ".".join(map(str, counts)), block


def _one_title(document: Document) -> bool:
    levels = [b.level for b in document.blocks if isinstance(b, Heading)]
    return levels.count(min(levels)) == 1


def alike(
    text: str, documents: Mapping[str, Document], *, most: int = MOST
) -> tuple[Likeness, ...]:
    """Return the clauses that a question is most like, the best first; a person decides."""
    wanted = telling(text)
    if not wanted:
        return ()
    found = [
        Likeness(name, clause.uid, round(score, 1))
        for name, document in documents.items()
        for clause in document.clauses
        if (score := _score(wanted, clause)) >= LEAST
    ]
    return tuple(sorted(found, key=lambda each: (-each.score, each.document, each.clause))[:most])


def _score(wanted: str, clause: Clause) -> float:
    """Return how much of a question is in a clause: its words, and those of the title twice."""
    title = telling(to_plain(clause.title))
    whole = f"{title} {telling(to_plain(clause.body))}".strip()
    if not _shares(wanted, whole):
        return 0.0
    words = fuzz.token_set_ratio(wanted, whole)
    alike = fuzz.token_sort_ratio(wanted, whole)
    return 0.5 * words + 0.2 * alike + 0.3 * fuzz.token_set_ratio(title, wanted)


def _shares(wanted: str, whole: str) -> bool:
    """Tell whether at least two telling words are the same, so that one word proves nothing."""
    return len(set(wanted.split()) & set(whole.split())) >= 2
