"""Clauses of an old text that turn out to say what the standard says become its clauses.

Such a clause gets the identity and the code of the standard's; what it says otherwise
stays, and shows as a deviation that asks for a reason. Where only signs or capitals differ
it gets the standard's text, and a value that stands where the standard has a slot fills it.
Nothing that somebody wrote is dropped: what cannot stand in the document is handed back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from coauthor.document import edits
from coauthor.document.changes import Change
from coauthor.document.clauses import with_body, with_field, with_marker, with_title
from coauthor.document.markers import with_attribute
from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.document.parameters import shown
from coauthor.document.rendering import to_tokens
from coauthor.lineage.comparison import NORMATIVE, differences
from coauthor.lineage.deriving import take_standard
from coauthor.lineage.filling import filled_in, words_of
from coauthor.lineage.locks import Policy, is_locked
from coauthor.lineage.restoring import changes_between

FORMERLY = "formerly"
"""The attribute that keeps the number by which a clause was known before."""

Outcome = Literal["same", "filled", "deviates", "locked", "part", "gone"]


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became of one clause.

    Args:
        uid: identity that it had, and ``standard`` that of the standard's clause.
        outcome: ``same`` and ``filled`` are standard from now on; ``deviates`` keeps its own
            words under that identity; ``locked`` got the standard's words, for there nobody
            deviates without leave; a ``part`` names the clause as its source, for another
            clause has its identity already; ``gone`` is not there any more, nothing was done.
    """

    uid: str
    standard: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Left:
    """Words that do not stand in the document any more, and must be kept elsewhere.

    Args:
        uid: identity of the clause that they were of, as it is now.
    """

    uid: str
    title: str
    body: str


@dataclass(frozen=True)
class Adoption:
    """A document in which clauses became clauses of the standard."""

    document: Document
    changes: tuple[Change, ...]
    adopted: tuple[Adopted, ...]
    left: tuple[Left, ...]


def adopt(
    document: Document,
    standard: Document,
    accepted: Mapping[str, str],
    policy: Policy,
    *,
    trace: bool = True,
) -> Adoption:
    """Return a document in which accepted clauses became clauses of the standard.

    All else stays to the letter. Of several clauses for one of the standard the likest
    gets its identity.

    Args:
        accepted: by identity of the clause, that of the standard's clause which it is.
        trace: keeps the earlier identity in ``derives``, by which conversations find the
            clause again; without it nobody spoke of the clause yet.

    Raises:
        KeyError: the standard has no such clause.
    """
    theirs = {uid: _clause_of(standard, uid) for uid in dict.fromkeys(accepted.values())}
    heirs = _heirs(document, theirs, accepted)
    blocks: list[Block] = []
    adopted: dict[str, Adopted] = {}
    left: list[Left] = []
    for block in document.blocks:
        if isinstance(block, Tombstone) and block.uid in heirs:
            continue  # what was left out is here after all
        if not isinstance(block, Clause) or block.uid not in accepted:
            blocks.append(block)
            continue
        of = theirs[accepted[block.uid]]
        if heirs.get(of.uid) != block.uid:
            blocks.append(_with_source(block, of.uid))
            adopted[block.uid] = Adopted(block.uid, of.uid, "part")
            continue
        outcome, made, words = _become(block, of, policy)
        blocks.append(_with_source(made, block.uid) if trace and block.uid != of.uid else made)
        adopted[block.uid] = Adopted(block.uid, of.uid, outcome)
        left += words
    wanted = replace(document, blocks=_seamless(document, blocks))
    found = (adopted.get(uid) or Adopted(uid, of, "gone") for uid, of in accepted.items())
    return Adoption(wanted, changes_between(document, wanted), tuple(found), tuple(left))


def _clause_of(standard: Document, uid: str) -> Clause:
    clause = standard.clause(uid)
    if clause is None:
        raise KeyError(uid)
    return clause


def _heirs(
    document: Document, theirs: Mapping[str, Clause], accepted: Mapping[str, str]
) -> dict[str, str]:
    """Map each clause of the standard to the one of ours that becomes it; the likest does."""
    found: dict[str, str] = {}
    best: dict[str, int] = {}
    for clause in document.clauses:
        of = accepted.get(clause.uid)
        if of is None or (of != clause.uid and document.clause(of) is not None):
            continue
        apart = _apart(clause, theirs[of])
        if of not in found or apart < best[of]:
            found[of], best[of] = clause.uid, apart
    return found


def _apart(ours: Clause, theirs: Clause) -> int:
    one, other = (words_of(f"{each.title}\n\n{shown(each.body)}") for each in (ours, theirs))
    return len(set(one) ^ set(other))


def _become(
    ours: Clause, theirs: Clause, policy: Policy
) -> tuple[Outcome, Clause, tuple[Left, ...]]:
    filled = filled_in(ours, theirs)
    made = _under(ours, theirs)
    if filled is not None:
        made = with_body(with_title(made, theirs.title), filled)
    apart = differences(made, theirs) & NORMATIVE
    locked = is_locked(theirs, policy) and theirs.uid not in policy.waived
    if apart and not locked:
        return "deviates", made, ()
    taken = _with_our_fields(take_standard(_coded(made, theirs.code), theirs), made)
    if not apart:
        outcome: Outcome = "filled" if _fills(made, theirs) else "same"
        kept = _targets(ours.body) <= _targets(taken.body)
        return outcome, taken, tuple(_unplaced(ours, taken, "", "" if kept else ours.body))
    return "locked", taken, tuple(_unplaced(ours, taken, ours.title, ours.body))


def _targets(markdown: str) -> set[str]:
    """Return what the links and pictures of a text lead to, which no reader sees."""
    inside = (each for token in to_tokens(markdown) for each in token.children or ())
    return {str(each.attrGet("href") or each.attrGet("src") or "") for each in inside} - {""}


def _with_our_fields(taken: Clause, ours: Clause) -> Clause:
    """Return a clause with what we said in fields that ask nothing."""
    for key, value in ours.fields.items():
        if value and key not in NORMATIVE and key != "deviation":
            taken = with_field(taken, key, value)
    return taken


def _unplaced(ours: Clause, taken: Clause, title: str, body: str) -> Iterator[Left]:
    """Yield the words of ours that a clause does not have any more."""
    fields = [
        value for key, value in ours.fields.items() if value and taken.fields.get(key) != value
    ]
    if title or body or fields:
        yield Left(taken.uid, title, "\n\n".join(filter(None, (body.strip(), *fields))))


def _fills(ours: Clause, theirs: Clause) -> bool:
    """Tell whether a slot holds another value than the standard offers."""
    return [each.value for each in ours.parameters] != [each.value for each in theirs.parameters]


def _coded(clause: Clause, code: str) -> Clause:
    return with_marker(clause, replace(clause.marker, code=code))


def _under(ours: Clause, theirs: Clause) -> Clause:
    """Return our text under the standard's identity; what ours lacks comes from the standard."""
    attributes = dict(ours.marker.attributes)
    for name, value in theirs.marker.attributes:
        if name != "derives":
            attributes.setdefault(name, value)
    made = with_marker(
        ours,
        replace(
            ours.marker, uid=theirs.uid, code=theirs.code, attributes=tuple(attributes.items())
        ),
    )
    if not made.title and theirs.title:
        made = with_title(made, theirs.title)
    for key, value in theirs.fields.items():
        if value and key not in made.fields and key != "deviation":
            made = with_field(made, key, value)
    return _formerly(made, ours)


def _formerly(made: Clause, ours: Clause) -> Clause:
    if not ours.code or ours.code == made.code:
        return made
    return with_marker(made, with_attribute(made.marker, FORMERLY, ours.code))


def _with_source(clause: Clause, uid: str) -> Clause:
    sources = [each for each in clause.marker.get("derives").split(",") if each]
    if uid in sources:
        return clause
    return with_marker(clause, with_attribute(clause.marker, "derives", ",".join([*sources, uid])))


def _seamless(document: Document, blocks: list[Block]) -> tuple[Block, ...]:
    """Return blocks that stand next to each other as they should where a marker went."""
    if len(blocks) == len(document.blocks):
        return tuple(blocks)
    settled: list[Block] = []
    for block in blocks:
        if settled:
            settled[-1] = edits.ended(settled[-1])
        settled += edits.settle(settled[-1] if settled else None, block)
    return tuple(settled)
