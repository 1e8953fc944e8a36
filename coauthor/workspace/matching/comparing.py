"""A document beside a standard: for each clause the clauses that may say the same."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from coauthor.document.model import Clause, Document, Heading
from coauthor.document.parameters import shown
from coauthor.document.reading import read_document
from coauthor.document.words import count_words
from coauthor.lineage.matching import Likeness, Text, match_texts, word_share
from coauthor.lineage.status import STANDARD_TEXT, document_status

SAID = (Likeness.SAME, Likeness.NEARLY)
"""What counts as said by the standard."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause of the standard that may say the same.

    Args:
        score: 0 to 1, to compare candidates of one clause with.
        share: share of common words, 0 to 1.
    """

    uid: str
    score: float
    share: float


@dataclass(frozen=True, slots=True)
class Beside:
    """One clause of the document.

    Args:
        words: how many it has.
        candidates: likeliest first.
        settled: it is a clause of the standard already.
    """

    uid: str
    likeness: Likeness
    words: int
    candidates: tuple[Candidate, ...] = ()
    settled: bool = False

    @property
    def share(self) -> float:
        """Share of words common with the likeliest clause."""
        return self.candidates[0].share if self.candidates else 0.0


@dataclass(frozen=True)
class Compared:
    """A document beside a standard, clause by clause, in its order."""

    rows: tuple[Beside, ...]

    @cached_property
    def counts(self) -> Counter[Likeness]:
        """How many clauses there are of each likeness."""
        return Counter(each.likeness for each in self.rows)

    @property
    def by_clause(self) -> float:
        """Share of the clauses that the standard says already, 0 to 1."""
        return sum(self.counts[each] for each in SAID) / max(1, len(self.rows))

    @property
    def by_word(self) -> float:
        """Share of the words that are in those clauses, 0 to 1."""
        said = sum(each.words for each in self.rows if each.likeness in SAID)
        return said / max(1, sum(each.words for each in self.rows))

    def above(self, threshold: float) -> Mapping[str, str]:
        """Return what is the same or nearly so, with at least that share of common words.

        Args:
            threshold: 0 to 1.

        Returns:
            By identity of the clause, that of the standard's clause.
        """
        return {
            each.uid: each.candidates[0].uid
            for each in self.rows
            if not each.settled and each.likeness in SAID and each.share >= threshold
        }


def compare(
    document: Document,
    standard: Document,
    tick: Callable[[int, int], None] = lambda _done, _of: None,
) -> Compared:
    """Return a document beside a standard.

    Clauses that have an identity of the standard are compared with that one only.

    Args:
        tick: see `match_texts`.
    """
    theirs = tuple(texts_of(standard))
    known = {each.uid: text for each, text in theirs}
    status = document_status(document, [standard])
    rows: list[Beside | None] = []
    open_ones: list[tuple[int, Clause, Text]] = []
    for clause, text in texts_of(document):
        words = count_words(text.body)
        if standard.clause(clause.uid) is None:
            open_ones.append((len(rows), clause, text))
            rows.append(None)
            continue
        same = status.clauses[clause.uid].lineage in STANDARD_TEXT
        likeness = Likeness.SAME if same else Likeness.NEARLY
        share = 1.0 if same else word_share(text, known[clause.uid])
        candidate = Candidate(clause.uid, 1.0, share)
        rows.append(Beside(clause.uid, likeness, words, (candidate,), settled=True))
    matched = match_texts([text for _, _, text in open_ones], [text for _, text in theirs], tick)
    for (at, clause, text), found in zip(open_ones, matched, strict=True):
        candidates = tuple(
            Candidate(theirs[each.at][0].uid, each.score, each.share) for each in found.candidates
        )
        rows[at] = Beside(clause.uid, found.likeness, count_words(text.body), candidates)
    return Compared(tuple(each for each in rows if each is not None))


def texts_of(document: Document) -> Iterator[tuple[Clause, Text]]:
    """Yield the clauses of a document with their words and the headings above them."""
    above: list[Heading] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            above = [each for each in above if each.level < block.level] + [block]
        elif isinstance(block, Clause):
            heading = " ".join(each.text for each in above)
            yield block, Text(f"{block.title}\n{shown(block.body)}".strip(), heading)


def compare_texts(text: str, standard: str, report: Callable[[tuple[int, int]], None]) -> Compared:
    """Return a text beside a standard; for a process of its own.

    Args:
        report: gets how many clauses are done, and of how many.
    """
    return compare(
        read_document(text),
        read_document(standard),
        lambda done, of: report((done, of)),
    )
