"""The share of a document that is standard (standaardgraad), by clause and by word.

share = (verbatim + filled) ÷ all active clauses; what is left out is shown apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from coauthor.document.model import Clause, Document, Heading
from coauthor.lineage.status import (
    STANDARD_TEXT,
    ClauseStatus,
    DocumentStatus,
    Lineage,
    standard_words,
)

CHAPTER_LEVEL = 2
"""Headings up to this level begin a chapter."""


@dataclass(frozen=True)
class Share:
    """How much of a set of clauses is standard.

    ``standard_words`` of ``words`` are the standard's; ``counts`` say how many
    clauses there are of each lineage, omitted ones included.
    """

    counts: Mapping[Lineage, int] = field(default_factory=dict)
    standard_words: int = 0
    words: int = 0

    @property
    def active(self) -> int:
        """How many clauses the document has."""
        return sum(number for kind, number in self.counts.items() if kind != Lineage.OMITTED)

    @property
    def by_clause(self) -> float | None:
        """Share of the clauses, 0 to 1; None without clauses."""
        standard = sum(self.counts.get(kind, 0) for kind in STANDARD_TEXT)
        return standard / self.active if self.active else None

    @property
    def by_words(self) -> float | None:
        """Share of the words, 0 to 1; None without words."""
        return self.standard_words / self.words if self.words else None


@dataclass(frozen=True)
class Shares:
    """The share of the whole document, of each chapter and of each theme."""

    whole: Share
    chapters: tuple[tuple[str, Share], ...]
    themes: tuple[tuple[str, Share], ...]


def shares(document: Document, status: DocumentStatus) -> Shares:
    """Return the shares of a document; all without words when nothing is standard."""
    entries = list(_entries(document, status))
    chapters: dict[str, list[_Entry]] = defaultdict(list)
    themes: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        chapters[entry.chapter].append(entry)
        themes[entry.theme].append(entry)
    return Shares(
        _share(entries),
        tuple((title, _share(found)) for title, found in chapters.items()),
        tuple((theme, _share(found)) for theme, found in sorted(themes.items())),
    )


def count(status: DocumentStatus) -> Share:
    """Return the share by clause only: cheap enough for every keystroke."""
    return Share(status.counts)


@dataclass(frozen=True, slots=True)
class _Entry:
    status: ClauseStatus
    chapter: str
    theme: str
    standard_words: int
    words: int


def _entries(document: Document, status: DocumentStatus) -> Iterator[_Entry]:
    chapter = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= CHAPTER_LEVEL:
            chapter = block.text
        elif isinstance(block, Clause) and (judged := status.clauses.get(block.uid)):
            standard, words = standard_words(block, judged, status)
            yield _Entry(judged, chapter, block.theme, standard, words)
    if not status.chain:
        return
    place = _chapters(status.chain[0])
    for judged in status.clauses.values():
        if judged.lineage is Lineage.OMITTED and (gone := status.chain[0].clause(judged.uid)):
            yield _Entry(judged, place.get(judged.uid, ""), gone.theme, 0, 0)


def _chapters(document: Document) -> Mapping[str, str]:
    chapter = ""
    found: dict[str, str] = {}
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= CHAPTER_LEVEL:
            chapter = block.text
        elif isinstance(block, Clause):
            found[block.uid] = chapter
    return found


def _share(entries: Iterable[_Entry]) -> Share:
    found = list(entries)
    return Share(
        Counter(entry.status.lineage for entry in found),
        sum(entry.standard_words for entry in found),
        sum(entry.words for entry in found),
    )
