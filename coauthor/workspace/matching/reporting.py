"""The page that says how much of a text the standard says already."""

from collections.abc import Iterator
from datetime import datetime

from coauthor.document.model import Clause, Document
from coauthor.document.parameters import shown
from coauthor.document.rendering import to_plain
from coauthor.exchange.matching_report import Entry, Report
from coauthor.lineage.matching import Likeness
from coauthor.workspace.matching.comparing import Compared
from coauthor.workspace.matching.files import Comparison


def report_of(
    compared: Compared,
    document: Document,
    standard: Document,
    title: str,
    standard_title: str,
    when: datetime,
) -> Report:
    """Return the page of a document beside a standard."""
    return Report(title, standard_title, when, tuple(_entries(compared, document, standard)))


def _entries(compared: Compared, document: Document, standard: Document) -> Iterator[Entry]:
    for row in compared.rows:
        ours = document.clause(row.uid)
        if ours is None:
            continue
        first = row.candidates[0] if row.candidates else None
        theirs = standard.clause(first.uid) if first and row.likeness != Likeness.OWN else None
        yield _entry(ours.code or ours.uid, _words(ours), row.likeness, theirs, row.share)


def report_of_file(found: Comparison, title: str, standard_title: str, when: datetime) -> Report:
    """Return the page of a file beside a standard."""
    entries = []
    for asked, matched in zip(found.asked, found.matched, strict=True):
        first = matched.candidates[0] if matched.candidates else None
        theirs = found.clauses[first.at] if first and matched.likeness != Likeness.OWN else None
        share = first.share if first else 0.0
        words = to_plain(asked.text.body)
        entries.append(_entry(asked.place, words, matched.likeness, theirs, share))
    return Report(title, standard_title, when, tuple(entries))


def _entry(
    place: str, words: str, likeness: Likeness, theirs: Clause | None, share: float
) -> Entry:
    if theirs is None:
        return Entry(place, words, likeness)
    name = f"{theirs.code} {to_plain(theirs.title)}".strip()
    return Entry(place, words, likeness, name, _words(theirs), share)


def _words(clause: Clause) -> str:
    return "\n".join(filter(None, (to_plain(clause.title), to_plain(shown(clause.body)))))
