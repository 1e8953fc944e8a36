"""How much of a text the standard says already, on one page: a number, a picture, and why.

What others wrote is shown as text, whatever is in it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from jinja2 import Environment, FileSystemLoader, select_autoescape

from coauthor.document.rendering import harmless
from coauthor.document.words import count_words, word_diff
from coauthor.exchange.specification import Text
from coauthor.lineage.matching import Likeness
from coauthor.resources import resources

TEMPLATE = "matching.html.jinja"
SAID = (Likeness.SAME, Likeness.NEARLY)
WIDE = 1000
"""Units of the width of the picture."""

LISTED = 2_000
"""Clauses of one likeness that are listed at most; nobody reads more on a page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause of the text.

    Args:
        place: its number, or where it stands.
        theirs: number and title of the likeliest clause of the standard, or ''.
        said: the words of that clause.
        share: share of common words, 0 to 1.
    """

    place: str
    words: str
    likeness: Likeness
    theirs: str = ""
    said: str = ""
    share: float = 0.0


@dataclass(frozen=True)
class Report:
    """A text beside a standard."""

    title: str
    standard: str
    when: datetime
    entries: tuple[Entry, ...]

    @cached_property
    def counts(self) -> Counter[Likeness]:
        """How many clauses there are of each likeness."""
        return Counter(each.likeness for each in self.entries)

    @property
    def by_clause(self) -> float:
        """Share of the clauses that the standard says already, 0 to 1."""
        return sum(self.counts[each] for each in SAID) / max(1, len(self.entries))

    @property
    def by_word(self) -> float:
        """Share of the words that are in those clauses, 0 to 1."""
        words = dict.fromkeys(Likeness, 0)
        for each in self.entries:
            words[each.likeness] += count_words(each.words)
        return sum(words[each] for each in SAID) / max(1, sum(words.values()))


def report_html(report: Report, text: Text) -> bytes:
    """Return the page as one HTML file (aims at WCAG 2.1 AA)."""
    environment = Environment(
        loader=FileSystemLoader(resources() / "templates"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
    )
    written = environment.get_template(TEMPLATE).render(
        text=text,
        report=report,
        title=harmless(report.title),
        standard=harmless(report.standard),
        percent=round(100 * report.by_clause),
        by_word=round(100 * report.by_word),
        bars=list(_bars(report)),
        wide=WIDE,
        parts=list(_parts(report)),
        harmless=harmless,
        difference=_difference,
    )
    return written.encode("utf-8", "replace")


def _bars(report: Report) -> Iterator[tuple[Likeness, int, int, int, int]]:
    """Yield each likeness with its count, its percentage, and where its bar begins and ends."""
    whole, begin = max(1, len(report.entries)), 0
    done = 0
    for kind in Likeness:
        done += report.counts[kind]
        end = round(WIDE * done / whole)
        yield (
            kind,
            report.counts[kind],
            round(100 * report.counts[kind] / whole),
            begin,
            end - begin,
        )
        begin = end


def _parts(report: Report) -> Iterator[tuple[Likeness, list[Entry], int]]:
    for kind in reversed(Likeness):
        listed = [each for each in report.entries if each.likeness == kind]
        if listed:
            yield kind, listed[:LISTED], max(0, len(listed) - LISTED)


def _difference(entry: Entry) -> list[tuple[str, str]]:
    """Return what leads from the standard's words to ours: kind of run, and words."""
    pieces: list[tuple[str, str]] = []
    for run in word_diff(entry.said, entry.words):
        if run.kind == "removed":
            pieces.append((run.kind, harmless(entry.said[run.before_start : run.before_end])))
        else:
            pieces.append((run.kind, harmless(entry.words[run.after_start : run.after_end])))
    return pieces
