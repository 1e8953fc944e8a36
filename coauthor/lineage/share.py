"""The share of a document that is standard (standaardgraad), by clause and by word.

share = (verbatim + filled) ÷ all active clauses; what is left out is shown apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from coauthor.document.model import Clause, Document, Heading, Tombstone
from coauthor.document.words import count_changes, count_words, same_words
from coauthor.lineage.status import (
    STANDARD_TEXT,
    ClauseStatus,
    DocumentStatus,
    Lineage,
)

CHAPTER_LEVEL = 2
"""Headings up to this level begin a chapter."""


@dataclass(frozen=True)
class Share:
    """How much of a set of clauses is standard.

    ``standard_words`` of ``words`` are the standard's; ``counts`` say how many
    clauses there are of each lineage, omitted ones included. Without a standard
    there is nothing to have a share of.
    """

    counts: Mapping[Lineage, int] = field(default_factory=dict)
    standard_words: int = 0
    words: int = 0
    has_standard: bool = True

    @property
    def active(self) -> int:
        """How many clauses the document has."""
        return sum(number for kind, number in self.counts.items() if kind != Lineage.OMITTED)

    @property
    def by_clause(self) -> float | None:
        """Share of the clauses, 0 to 1; None without clauses or without a standard."""
        standard = sum(self.counts.get(kind, 0) for kind in STANDARD_TEXT)
        return standard / self.active if self.has_standard and self.active else None

    @property
    def by_words(self) -> float | None:
        """Share of the words, 0 to 1; None without words or without a standard."""
        return self.standard_words / self.words if self.has_standard and self.words else None


@dataclass(frozen=True)
class Shares:
    """The share of the whole document, of each chapter and of each theme."""

    whole: Share
    chapters: tuple[tuple[str, Share], ...]
    themes: tuple[tuple[str, Share], ...]


def shares(document: Document, status: DocumentStatus) -> Shares:
    """Return the shares of a document, its chapters in order and its themes by key.

    A clause that left counts in the chapter where its marker stands, or else in
    the chapter of that name, for it stood there in the standard.
    """
    chapters = _chapters(document, status)
    themes: dict[str, list[_Entry]] = defaultdict(list)
    for chapter in chapters:
        for entry in chapter.entries:
            themes[entry.theme].append(entry)
    return Shares(
        _share((entry for chapter in chapters for entry in chapter.entries), status),
        tuple((each.title, _share(each.entries, status)) for each in chapters if each.entries),
        tuple((theme, _share(themes[theme], status)) for theme in sorted(themes)),
    )


def count(status: DocumentStatus) -> Share:
    """Return the share by clause only: cheap enough for every keystroke."""
    return Share(status.counts, has_standard=status.has_standard)


def standard_words(clause: Clause, status: ClauseStatus, base: DocumentStatus) -> tuple[int, int]:
    """Return how many words of a clause are the standard's, and how many it has.

    Counted is what must be met: title, body and acceptance criterion.
    """
    ours = _normative_texts(clause)
    total = sum(count_words(text) for text in ours)
    if status.lineage in STANDARD_TEXT:
        return total, total
    standard = base.chain[0].clause(clause.uid) if base.chain else None
    if standard is None:
        return 0, total
    pairs = zip(_normative_texts(standard), ours, strict=True)
    return sum(_stayed(before, after) for before, after in pairs), total


def _stayed(before: str, after: str) -> int:
    if same_words(before, after):
        return count_words(after)
    return count_changes(before, after).same if before and after else 0


def _normative_texts(clause: Clause) -> tuple[str, str, str]:
    return clause.title, clause.body, clause.fields.get("acceptance", "")


@dataclass(frozen=True, slots=True)
class _Entry:
    lineage: Lineage
    theme: str
    standard_words: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class _Chapter:
    title: str
    entries: list[_Entry] = field(default_factory=list)


def _chapters(document: Document, status: DocumentStatus) -> list[_Chapter]:
    found = [_Chapter("")]
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading) and block.level <= CHAPTER_LEVEL:
            found.append(_Chapter(block.text))
        elif isinstance(block, Clause | Tombstone) and document.positions[block.uid] == index:
            found[-1].entries.extend(_entry(block, status))
    by_title: dict[str, _Chapter] = {}
    for chapter in found:
        by_title.setdefault(chapter.title, chapter)
    for title, entry in _vanished(document, status):
        if title not in by_title:
            by_title[title] = _Chapter(title)
            found.append(by_title[title])
        by_title[title].entries.append(entry)
    return found


def _entry(block: Clause | Tombstone, status: DocumentStatus) -> Iterator[_Entry]:
    judged = status.clauses.get(block.uid)
    if judged is None:
        return
    if isinstance(block, Clause):
        yield _Entry(judged.lineage, block.theme, *standard_words(block, judged, status))
    elif standard := status.chain[0].clause(block.uid):
        yield _Entry(judged.lineage, standard.theme)


def _vanished(document: Document, status: DocumentStatus) -> Iterator[tuple[str, _Entry]]:
    """Yield the standard's clauses that left no marker, each with the title of its chapter."""
    chapter = ""
    for block in status.chain[0].blocks if status.chain else ():
        if isinstance(block, Heading) and block.level <= CHAPTER_LEVEL:
            chapter = block.text
        elif isinstance(block, Clause) and block.uid not in document.positions:
            yield chapter, _Entry(Lineage.OMITTED, block.theme)


def _share(entries: Iterable[_Entry], status: DocumentStatus) -> Share:
    found = list(entries)
    return Share(
        Counter(entry.lineage for entry in found),
        sum(entry.standard_words for entry in found),
        sum(entry.words for entry in found),
        status.has_standard,
    )
