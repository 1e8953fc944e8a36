"""How much of an old text the standard says already: each requirement beside its likely clause."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from coauthor.document.model import Clause
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.exchange import format_of, readable
from coauthor.history.files import read_file
from coauthor.lineage.matching import Likeness, Matched, Text, match_texts
from coauthor.workspace.importing import propose_file
from coauthor.workspace.matching.comparing import texts_of
from coauthor.workspace.settings import read_settings
from coauthor.workspace.standards import StandardSource


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement of the old text.

    Args:
        place: where it stands: its code, or sheet and row.
    """

    place: str
    title: str
    text: Text


@dataclass(frozen=True)
class Comparison:
    """An old text beside a standard.

    Args:
        clauses: of the standard, as `Match.at` counts them.
    """

    asked: tuple[Asked, ...]
    clauses: tuple[Clause, ...]
    matched: tuple[Matched, ...]

    @cached_property
    def counts(self) -> Counter[Likeness]:
        """How many requirements there are of each likeness."""
        return Counter(each.likeness for each in self.matched)

    @property
    def share(self) -> float:
        """Share of the requirements that the standard says already, 0 to 1."""
        said = self.counts[Likeness.SAME] + self.counts[Likeness.NEARLY]
        return said / len(self.asked)


def match_file(
    path: Path,
    source: StandardSource,
    release: str,
    tick: Callable[[int, int], None] = lambda _done, _of: None,
) -> Comparison:
    """Return what a file asks beside a release of a standard; nothing is written.

    Args:
        path: of any format that can be brought in.
        tick: see `match_texts`.

    Raises:
        UserError: the file or the release is not there or unfit; ``no-requirements``.
        OutsideFailure: the file cannot be read.
    """
    asked = tuple(_asked(path))
    if not asked:
        raise UserError("no-requirements", path=str(path))
    standard = tuple(_clauses(source, release))
    texts = [each.text for each in asked]
    matched = match_texts(texts, [text for _, text in standard], tick)
    return Comparison(asked, tuple(clause for clause, _ in standard), matched)


def _asked(path: Path) -> Iterator[Asked]:
    proposal = propose_file(path)
    document = proposal.document
    form = format_of(path.name, readable())
    if form is not None and form.name == "md":  # a document of clauses is taken as it is
        ours = read_document(decode(read_file(path)))
        document = ours if ours.clauses else document
    for clause, text in texts_of(document):
        place = clause.code or proposal.places.get(clause.uid, clause.uid)
        yield Asked(place, clause.title, text)


def _clauses(source: StandardSource, release: str) -> Iterator[tuple[Clause, Text]]:
    files = source.files(release)
    for entry in read_settings(decode(files["coauthor.toml"])).documents:
        yield from texts_of(read_document(decode(files[entry.path])))
