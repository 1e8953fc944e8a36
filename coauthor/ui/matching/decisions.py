"""What is decided of each clause that stands beside the standard, and taking that back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from coauthor.document.model import Clause, Document
from coauthor.lineage.matching import Likeness
from coauthor.workspace.matching.comparing import SAID, Beside, Candidate, Compared


@dataclass
class Pair:
    """A clause of ours with what may be the same, and what is decided of it.

    Args:
        decision: ``yes``, ``no``, '' while nothing is, or ``settled`` when it is the
            standard's clause already.
        chosen: which candidate is meant.
    """

    beside: Beside
    ours: Clause
    decision: str = ""
    chosen: int = 0

    @property
    def candidate(self) -> Candidate | None:
        """The clause of the standard that is meant, or None."""
        candidates = self.beside.candidates
        return candidates[self.chosen] if candidates else None

    @property
    def percent(self) -> int:
        """How much is the same, as it is shown; a threshold means what one sees."""
        return round(100 * self.candidate.share) if self.candidate else 0

    @property
    def is_free(self) -> bool:
        """Whether there is something to decide."""
        return self.candidate is not None and self.decision != "settled"


FILTERS: Mapping[str, Callable[[Pair], bool]] = {
    "all": lambda _: True,
    "open": lambda each: not each.decision and each.beside.likeness != Likeness.OWN,
    "same": lambda each: each.beside.likeness == Likeness.SAME,
    "nearly": lambda each: each.beside.likeness == Likeness.NEARLY,
    "related": lambda each: each.beside.likeness == Likeness.RELATED,
    "own": lambda each: each.beside.likeness == Likeness.OWN,
    "yes": lambda each: each.decision == "yes",
}
"""What the clauses can be narrowed to."""

Decision = tuple[Pair, str, int]
"""A clause, what is decided, and which candidate is meant."""


class Decisions:
    """The clauses of a text, in its order, with what is decided of them."""

    def __init__(self, compared: Compared, document: Document) -> None:
        ours = {each.uid: each for each in document.clauses}
        self.pairs = [
            Pair(each, ours[each.uid], "settled" if each.settled else "")
            for each in compared.rows
            if each.uid in ours
        ]
        self._before: list[list[Decision]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to take back."""
        return bool(self._before)

    def put(self, decided: Sequence[Decision]) -> None:
        """Decide of some clauses, as one step."""
        if decided:
            self._before.append([(pair, pair.decision, pair.chosen) for pair, _, _ in decided])
        for pair, decision, chosen in decided:
            pair.decision, pair.chosen = decision, chosen

    def undo(self) -> Pair | None:
        """Take the last step back; returns the first clause of it, or None without one."""
        if not self._before:
            return None
        undone = self._before.pop()
        for pair, decision, chosen in undone:
            pair.decision, pair.chosen = decision, chosen
        return undone[0][0]

    def above(self, percent: int) -> list[Pair]:
        """Return the undecided clauses that share at least so much with the likeliest one."""
        return [
            each
            for each in self.pairs
            if not each.decision
            and each.beside.likeness in SAID
            and round(100 * each.beside.share) >= percent
        ]

    def count(self, kind: str) -> int:
        """Return how many clauses one of `FILTERS` has."""
        return sum(map(FILTERS[kind], self.pairs))

    def accepted(self) -> dict[str, str]:
        """Map each clause that is accepted to the standard's clause that it becomes."""
        return {
            each.beside.uid: each.candidate.uid
            for each in self.pairs
            if each.decision == "yes" and each.candidate is not None
        }
