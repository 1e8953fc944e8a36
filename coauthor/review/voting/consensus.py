"""What the positions on a clause come to: consensus, candidate, quorum, answers owed.

The rule, for one clause:

- Those who vote and gave a position on the text as it is now are counted, once each.
- *open*: fewer of them than the quorum of the room (and always when there are none).
- *unanimous*: all of them agree.
- *consensus*: nobody objects; at least one can live with it.
- *majority*: somebody objects, and more than half agree or can live with it.
- *none*: anything else.

When the text changes, agreement to the old text falls away, and an objection stays
until it is withdrawn or replaced: no change of a comma makes a minority disappear.
Vendors do not vote on the demands of locked clauses (where the room has it so); their
objection then changes no state, but it must be answered like any other.

A clause is a *candidate* for the common standard when enough public bodies and enough
vendors agree or can live with it and no objection stands. Where vendors do not vote
none of them is needed, and an answer takes their objection away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from coauthor.review.people import People, name_key
from coauthor.review.voting.positions import Position, Positions
from coauthor.review.voting.rules import PUBLIC, Rules, may_vote, size_class, sizes_present


class Consensus(StrEnum):
    """How far organisations agree on a clause."""

    UNANIMOUS = "unanimous"
    CONSENSUS = "consensus"
    MAJORITY = "majority"
    NONE = "none"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Asked:
    """A clause about which positions are given.

    Args:
        digest: `coauthor.review.digest.clause_digest` of its text now.
        demands_locked: it is a demand (``eis``) and locked.
    """

    uid: str
    digest: str
    demands_locked: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """A position beside the text of now.

    Args:
        votes: whether the organisation has a vote on this clause.
        stale: whether it was given on another text.
    """

    position: Position
    votes: bool
    stale: bool

    @property
    def consents(self) -> bool:
        """Whether it agrees to the text of now, or can live with it."""
        return self.position.stance in ("agree", "live") and not self.stale

    @property
    def counts(self) -> bool:
        """Whether it makes the state of the clause."""
        return self.votes and (self.consents or self.position.is_objection)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the positions on a clause come to.

    Args:
        owed: objections that nobody answered.
        lacking: why it is no candidate: ``bodies``, ``vendors``, ``objection``.
    """

    asked: Asked
    state: Consensus
    spoken: tuple[Spoken, ...]
    owed: tuple[Position, ...]
    lacking: tuple[str, ...]

    @property
    def is_candidate(self) -> bool:
        """Whether it may go into the common standard."""
        return not self.lacking

    @property
    def objections(self) -> tuple[Position, ...]:
        """All who object, with a vote or without."""
        return tuple(each.position for each in self.spoken if each.position.is_objection)

    def count(self, stance: str) -> int:
        """Return how many positions that count have a stance."""
        return sum(each.counts and each.position.stance == stance for each in self.spoken)


def judge(asked: Asked, positions: Iterable[Position], rules: Rules) -> Judged:
    """Return what the positions on a clause come to; see the module for the rule."""
    spoken = tuple(
        Spoken(
            each,
            may_vote(each.organisation, rules, demands_locked=asked.demands_locked),
            each.is_stale(asked.digest),
        )
        for each in positions
    )
    owed = tuple(
        each.position for each in spoken if each.position.is_objection and not each.position.answers
    )
    return Judged(asked, _state(spoken, rules), spoken, owed, _lacking(asked, spoken, rules))


def _state(spoken: tuple[Spoken, ...], rules: Rules) -> Consensus:
    stances = [each.position.stance for each in spoken if each.counts]
    objections = stances.count("object")
    if len(stances) < max(rules.quorum, 1):
        return Consensus.OPEN
    if not objections:
        unanimous = "live" not in stances
        return Consensus.UNANIMOUS if unanimous else Consensus.CONSENSUS
    more = 2 * (len(stances) - objections) > len(stances)
    return Consensus.MAJORITY if more else Consensus.NONE


def _lacking(asked: Asked, spoken: tuple[Spoken, ...], rules: Rules) -> tuple[str, ...]:
    parties = [
        each.position.organisation.party
        for each in spoken
        if each.votes and each.consents and each.position.organisation
    ]
    bodies = sum(party in PUBLIC or not party for party in parties)
    vendors_vote = not asked.demands_locked or rules.vendor_vote == "voting"
    lacking = []
    if bodies < max(rules.candidate_bodies, 1):
        lacking.append("bodies")
    if vendors_vote and parties.count("vendor") < rules.candidate_vendors:
        lacking.append("vendors")
    if any(
        each.position.is_objection and (each.votes or not each.position.answers) for each in spoken
    ):
        lacking.append("objection")
    return tuple(lacking)


# -- the room as a whole ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether enough organisations of enough kinds spoke.

    Args:
        spoke: organisations with a vote that gave a position on the text of now.
        missing_sizes: classes of size in the room of which nobody did, small first.
        vendors: vendors that did, with a vote or only a voice.
    """

    spoke: int
    needed: int
    missing_sizes: tuple[str, ...]
    vendors: int
    vendors_needed: int

    @property
    def is_met(self) -> bool:
        """Whether a release may be made."""
        enough = self.spoke >= self.needed and self.vendors >= self.vendors_needed
        return enough and not self.missing_sizes


def quorum(judged: Iterable[Judged], people: People, rules: Rules) -> Quorum:
    """Return who spoke on one or more clauses, against what the room asks."""
    voters, vendors, sizes = set(), set(), set()
    for clause in judged:
        for each in clause.spoken:
            organisation = each.position.organisation
            if organisation is None or not (each.consents or each.position.is_objection):
                continue
            key = name_key(organisation.name)
            if organisation.is_vendor:
                vendors.add(key)
            if each.votes:
                voters.add(key)
                sizes.add(size_class(organisation))
    together = rules.quorum > 0 and rules.size_classes
    missing = [each for each in sizes_present(people) if each not in sizes] if together else []
    return Quorum(len(voters), rules.quorum, tuple(missing), len(vendors), rules.vendors)


def meter(judged: Iterable[Judged]) -> tuple[int, int]:
    """Return how many clauses are candidates, and how many there are: the 80 %-meter."""
    found = [each.is_candidate for each in judged]
    return sum(found), len(found)


def judge_all(asked: Iterable[Asked], positions: Positions, rules: Rules) -> Mapping[str, Judged]:
    """Return what the positions come to, clause by clause in the order asked."""
    return {each.uid: judge(each, positions.of(each.uid), rules) for each in asked}
