"""Proposals: a clause or a change of one, offered to the standard.

A proposal holds the standard's text it was made against, so that it can be laid
over whatever the standard says later; it keeps the identity of the clause.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coauthor.document import edits
from coauthor.document.changes import Change
from coauthor.document.clauses import with_body, with_field, with_marker
from coauthor.document.codes import next_code
from coauthor.document.markers import with_attribute
from coauthor.document.model import Clause, Document, Heading
from coauthor.document.parameters import fill_parameter
from coauthor.document.reading import read_clause
from coauthor.lineage.comparison import EXPLAINING, differences
from coauthor.lineage.following import DEVIATION, join


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody offers to a standard.

    Args:
        id: name of its record.
        current: the standard's clause when it was made, as Markdown; '' for a new one.
        proposed: the clause as it should be.
        after: the clause of the standard that a new one should follow, or ''.
        supporters: organisations that want it, too.
    """

    id: str
    uid: str
    code: str
    title: str
    document: str
    release: str
    current: str
    proposed: str
    after: str = ""
    organisation: str = ""
    by: str = ""
    at: str = ""
    argument: str = ""
    impact: str = ""
    supporters: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether the standard had no such clause."""
        return not self.current


@dataclass(frozen=True, slots=True)
class Laid:
    """Proposals laid over the standard's present text.

    Args:
        clashes: per proposal the parts in which another text already stands; there
            that text was kept.
    """

    clause: Clause
    clashes: tuple[tuple[str, frozenset[str]], ...] = ()


def proposed_clause(ours: Clause, standard: Clause | None) -> Clause:
    """Return a clause of ours as the standard could have it.

    Our fillings become the standard's again, and what explains our deviation goes:
    the argument of the proposal takes its place.
    """
    clause = with_field(ours, DEVIATION, "") if DEVIATION in ours.fields else ours
    marker = clause.marker
    for name in EXPLAINING:
        marker = with_attribute(marker, name, None)
    marker = replace(marker, code=standard.code if standard else "")
    clause = with_marker(clause, marker)
    for slot in standard.parameters if standard else ():
        body = fill_parameter(clause.body, slot.name, slot.value)
        clause = clause if body == clause.body else with_body(clause, body)
    return clause


def is_proposable(ours: Clause, standard: Clause | None) -> bool:
    """Tell whether a clause says anything that the standard does not."""
    if standard is None:
        return True
    return bool(differences(proposed_clause(ours, standard), standard) - {"filling"})


def place_of(document: Document, standard: Document, uid: str) -> str:
    """Return the clause of the standard that stands nearest above a clause of ours, or ''."""
    for block in reversed(document.blocks[: document.positions.get(uid, 0)]):
        if isinstance(block, Clause) and standard.clause(block.uid):
            return block.uid
    return ""


def lay(proposals: Sequence[Proposal], present: Clause | None) -> Laid:
    """Lay proposals for the same clause over its present text, one after the other.

    Raises:
        ValueError: there are none, or they are for different clauses.
    """
    if len({proposal.uid for proposal in proposals}) != 1:
        raise ValueError("proposals for one clause")
    clashes: list[tuple[str, frozenset[str]]] = []
    standing = present
    for proposal in proposals:
        proposed = read_clause(proposal.proposed)
        if standing is None:
            standing = proposed
            if proposal.current:  # the standard withdrew the clause meanwhile
                clashes.append((proposal.id, frozenset({"withdrawn"})))
            continue
        base = read_clause(proposal.current) if proposal.current else None
        laid = _over(standing, base, proposed)
        standing = laid[0]
        if laid[1]:
            clashes.append((proposal.id, laid[1]))
    if standing is None:
        raise ValueError("proposals for one clause")
    return Laid(standing, tuple(clashes))


def _over(standing: Clause, base: Clause | None, proposed: Clause) -> tuple[Clause, frozenset[str]]:
    """Lay one proposal over what stands; where both changed the same words, that stands."""
    if base is None:
        different = differences(standing, proposed)
        return standing, different
    joint = join(base, proposed, standing)
    kept = with_marker(joint.clause, replace(joint.clause.marker, code=standing.code))
    return kept, joint.clashes


def adoption(
    document: Document, clause: Clause, after: str = ""
) -> tuple[tuple[Change, ...], Clause]:
    """Return the changes that take a proposed clause into a standard, and the clause.

    The clause keeps its identity; a new one gets the standard's next code.
    """
    present = document.positions.get(clause.uid)
    code = clause.code or next_code(document)
    block = None if present is None else document.blocks[present]
    if block is not None and block.code:  # type: ignore[union-attr]
        code = block.code  # type: ignore[union-attr]
    coded = with_marker(clause, replace(clause.marker, code=code))
    if present is not None:
        return edits.replace_block(document, present, coded), coded
    return edits.insert(document, _place(document, after), [coded]), coded


def _place(document: Document, after: str) -> int:
    """Return where a new clause belongs: behind its neighbour, else at the end of the clauses."""
    if (place := document.positions.get(after)) is not None:
        return place + 1
    last = max((i for i, b in enumerate(document.blocks) if isinstance(b, Clause)), default=-1)
    if last >= 0:
        return last + 1
    headings = [i for i, b in enumerate(document.blocks) if isinstance(b, Heading)]
    return headings[-1] + 1 if headings else len(document.blocks)
