"""How far the room is with agreeing, and whether a release may be made of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from coauthor.document.model import Clause, Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.lineage.locks import Policy, is_locked
from coauthor.review.digest import clause_digest
from coauthor.review.event import Event
from coauthor.review.people import SIZES, People
from coauthor.review.voting.consensus import Asked, Judged, Quorum, judge, judge_all, meter, quorum
from coauthor.review.voting.positions import Position, Positions, read_positions
from coauthor.review.voting.rules import Rules, voting_rules
from coauthor.workspace.events import people_of, read_events
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace


@dataclass(frozen=True)
class Room:
    """Who is here, what they agreed about voting, and what they say."""

    people: People
    rules: Rules
    positions: Positions
    policy: Policy

    def is_blind(self, document: str) -> bool:
        """Tell whether the first round of a document is blind and not closed yet."""
        return self.rules.blind and document not in self.positions.closed

    def judge(self, clause: Clause) -> Judged:
        """Return what the positions on a clause come to."""
        return judge(asked_of(clause, self.policy), self.positions.of(clause.uid), self.rules)

    def judge_all(self, document: Document) -> Mapping[str, Judged]:
        """Return what the positions on each clause of a document come to, by uid."""
        asked = (asked_of(clause, self.policy) for clause in document.clauses)
        return judge_all(asked, self.positions, self.rules)


def room_of(workspace: Workspace, events: Iterable[Event] | None = None) -> Room:
    """Return the room that a workspace is.

    Args:
        events: what was said here, where it is known; else it is read from disk.

    Raises:
        UserError: ``people-broken`` or ``voting-setting``.
    """
    people = people_of(workspace)
    said = read_events(workspace) if events is None else events
    positions = read_positions(said, people, workspace.settings.organisation)
    return Room(people, voting_rules(people), positions, workspace.policy)


def asked_of(clause: Clause, policy: Policy) -> Asked:
    """Return a clause as one votes on it."""
    demands = clause.kind == "eis" and is_locked(clause, policy)
    return Asked(clause.uid, clause_digest(clause), demands)


# -- a release ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Readiness:
    """What a release still waits for.

    Args:
        blind: documents of which the blind round is not closed.
        quorum: who spoke, over all clauses.
        without: codes of the clauses without a quorum of their own, where one is asked.
        owed: objections that nobody answered, with the code of their clause.
    """

    blind: tuple[DocumentEntry, ...]
    quorum: Quorum
    without: tuple[str, ...]
    owed: tuple[tuple[str, Position], ...]
    candidates: int
    clauses: int


def readiness(workspace: Workspace, room: Room | None = None, *, version_id: str = "") -> Readiness:
    """Return what a release of the documents still waits for.

    Args:
        version_id: the version whose texts are meant; '' for those on disk.
    """
    room = room or room_of(workspace)
    entries = workspace.settings.documents
    clauses: dict[str, Clause] = {}
    for entry in entries:
        document = _then(workspace, entry, version_id) if version_id else workspace.read(entry)
        clauses |= {each.uid: each for each in document.clauses}
    judged = {uid: room.judge(clause) for uid, clause in clauses.items()}
    each_clause = room.rules.quorum_per == "clause"
    return Readiness(
        tuple(each for each in entries if room.is_blind(each.name)),
        quorum(judged.values(), room.people, room.rules),
        tuple(
            clauses[uid].code or uid
            for uid, each in judged.items()
            if each_clause and not quorum([each], room.people, room.rules).is_met
        ),
        tuple(
            (clauses[uid].code or uid, position)
            for uid, each in judged.items()
            for position in each.owed
        ),
        *meter(judged.values()),
    )


def _then(workspace: Workspace, entry: DocumentEntry, version_id: str) -> Document:
    try:
        return read_document(decode(workspace.repository.read(version_id, entry.path)))
    except UserError:
        return read_document("")  # the document came later


def refuse_unsettled(workspace: Workspace, *, version_id: str = "") -> None:
    """Refuse a release for which the room did not do what it agreed to do first.

    Args:
        version_id: as for `readiness`.

    Raises:
        UserError: ``round-open``, ``quorum-organisations``, ``quorum-sizes``,
            ``quorum-vendors``, ``quorum-clauses`` or ``objections-open``.
    """
    for error in _refusals(readiness(workspace, version_id=version_id)):
        raise error


def _refusals(found: Readiness) -> Iterator[UserError]:
    spoke = found.quorum
    if found.blind:
        yield UserError("round-open", document=found.blind[0].title)
    if spoke.missing_sizes:
        missing = {size.replace("-", "_"): int(size in spoke.missing_sizes) for size in SIZES}
        yield UserError(
            "quorum-sizes",
            under_25k=missing["under_25k"],
            from_25k=missing["25k_50k"],
            from_50k=missing["50k_100k"],
            over_100k=missing["over_100k"],
            partnership=missing["partnership"],
        )
    if spoke.spoke < spoke.needed:
        yield UserError("quorum-organisations", spoke=spoke.spoke, needed=spoke.needed)
    if spoke.vendors < spoke.vendors_needed:
        yield UserError("quorum-vendors", spoke=spoke.vendors, needed=spoke.vendors_needed)
    if found.without:
        clauses = ", ".join(found.without[:5])
        yield UserError("quorum-clauses", count=len(found.without), clauses=clauses)
    if found.owed:
        code, position = found.owed[0]
        yield UserError(
            "objections-open", count=len(found.owed), clause=code, organisation=position.name
        )
